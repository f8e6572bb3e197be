import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'

/** For what somebody else's address, or a page, can be taken by who decides about it. */
export type Likeness =
  | { kind: 'domain'; domain: string; like: string; name: string }
  | { kind: 'address'; address: string; like: string; name: string }
  | { kind: 'disguised'; address: string }

const wordsIn = wordsOf('list', 'alike')

/** Says it. */
export function sayLikeness(one: Likeness, locale: Locale): string {
  const words = wordsIn(locale)
  if (one.kind === 'domain') return words.domain(one)
  return one.kind === 'address' ? words.address(one) : words.disguised(one)
}
