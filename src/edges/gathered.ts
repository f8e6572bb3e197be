import { domains } from '../domains.ts'
import type { Gathered } from '../gathered.ts'

/** What all domains sign, for those who read no nameplate. */
export const gathered: Gathered = {
  keepers: domains.flatMap(({ belongings }) => belongings ?? []),
  verbs: Object.assign({}, ...domains.map(({ verbs }) => verbs)),
  happenings: domains.flatMap(({ happenings }) => happenings ?? []),
  named: domains.flatMap(({ named }) => named ?? []),
  waiting: domains.flatMap(({ waiting }) => waiting ?? []),
}
