import type { Reason } from '../../lib/similar/similar.ts'
import { reasonsInWords } from '../../lib/similar/why.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('ballots', 'similar')

/** The reasons why two wishes look alike, with the number of a shared request said as what it is. */
export function whyOf({ why, one }: { why: Reason[]; one: { requestId: number | null } }): string {
  const words = why.filter(({ kind }) => kind !== 'number')
  const shared = why.length > words.length ? [t.bothAboutRequest({ id: one.requestId ?? 0 })] : []
  return [...shared, ...(words.length > 0 ? [reasonsInWords(words)] : [])].join('; ')
}
