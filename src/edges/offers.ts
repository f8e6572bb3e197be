import { domains } from '../domains.ts'
import type { Offers } from '../offers.ts'

/** What the domains offer to whoever stands below them. */
export const offers: Offers = {
  keepers: domains.flatMap(({ belongings }) => belongings ?? []),
  verbs: Object.assign({}, ...domains.map(({ verbs }) => verbs)),
  happenings: domains.flatMap(({ happenings }) => happenings ?? []),
  waiting: domains.flatMap(({ waiting }) => waiting ?? []),
}
