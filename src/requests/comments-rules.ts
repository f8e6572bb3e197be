import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('requests', 'comments')

/** How long whoever wrote a comment may change it: the letters with its first words are out, and people answer them. */
const editable = 3_600_000

interface Written {
  personId: number | null
  markdown: boolean
  at: Date
  removedAt: Date | null
}

/** Why this person cannot edit a comment; undefined means they can. What came by mail stays as it was sent. */
export function whyNotEdit({ personId, markdown, at, removedAt }: Written, reader: number | null, now: Date): string | undefined {
  if (personId === null || personId !== reader) return t.onlyItsAuthor
  if (removedAt) return t.commentDoesNotExist
  if (!markdown) return t.cameByMail
  if (now.getTime() - at.getTime() > editable) return t.hourIsOver
}

/** Whom a text names with an @: by their name, or by its first word where nobody else of them has it. */
export function namedIn(text: string, people: readonly { id: number; name: string }[]): number[] {
  const firstOf = (name: string) => name.split(/\s/, 1)[0]?.toLowerCase() ?? ''
  const says = (word: string) =>
    word !== '' && new RegExp(`(?<![\\p{L}\\p{N}])@${RegExp.escape(word)}(?!\\.?[\\p{L}\\p{N}@])`, 'iu').test(text)
  return people.flatMap(({ id, name }) => {
    const alone = people.filter((one) => firstOf(one.name) === firstOf(name)).length === 1
    return says(name) || (alone && says(firstOf(name))) ? [id] : []
  })
}

/** The numbers of requests that texts name, such as #38. */
export const numbersIn = (texts: readonly string[]): number[] => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(/(?<![\p{L}\p{N}&/#])#(\d{1,9})(?![\p{L}\p{N}])/gu)].map(([, number]) => Number(number))),
  ),
]
