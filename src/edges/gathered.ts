import { domains } from '../domains.ts'
import type { Gathered } from '../gathered.ts'
import { mailroomLetters } from './mailroom/rules.ts'

/** What domains bring to the page of somebody's settings. */
export const settingsParts = domains.flatMap(({ settings }) => settings ?? [])

/** What all domains sign, for those who read no nameplate. */
export const gathered: Gathered = {
  keepers: domains.flatMap(({ belongings }) => belongings ?? []),
  finders: domains.flatMap(({ finders }) => finders ?? []),
  verbs: Object.assign({}, ...domains.map(({ verbs }) => verbs)),
  happenings: domains.flatMap(({ happenings }) => happenings ?? []),
  named: domains.flatMap(({ named }) => named ?? []),
  waiting: domains.flatMap(({ waiting }) => waiting ?? []),
  deciders: Object.assign({}, ...domains.map(({ deciders }) => deciders)),
  letters: Object.assign({}, mailroomLetters, ...domains.map(({ letters }) => letters)),
}
