import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff'
import type { Locale } from './format.ts'

// What is longer is cut: a page must stay a page.
const longest = 40_000

// To find more changes takes time that grows with their square: minutes for two texts of some pages that have nothing in common.
const mostChanges = 400

/** What a text says without the signs for its layout, line by line: few readers know what ## and | --- | are. */
const unsigned = (text: string): string =>
  text
    .replaceAll(/^#{1,6} +/gm, '')
    .replaceAll(/^([ \t]*)[-*+] +/gm, '$1• ')
    .replaceAll(/^\|[ :|-]+\|[ \t]*\n/gm, '')
    .replaceAll(/^\|(.*)\|[ \t]*$/gm, (_, row: string) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join(' · '),
    )
    .replaceAll(/\*\*(.+?)\*\*/g, '$1')

/** Two texts to compare, as people read them; with their signs where nothing else is different. */
export function readable(before: string, after: string): [string, string] {
  const said: [string, string] = [unsigned(before), unsigned(after)]
  return before !== after && said[0] === said[1] ? [before, after] : said
}

/**
 * Two texts as the pieces that both have, that went and that came: word by word; where nearly all is another, line by line; and one in the place
 * of the other where that says nothing either.
 */
export const piecesOf = (before: string, after: string): ChangeObject<string>[] =>
  diffWordsWithSpace(before, after, { maxEditLength: mostChanges }) ??
  diffLines(before, after, { maxEditLength: mostChanges }) ?? [
    { value: before, removed: true, added: false, count: 1 },
    { value: after, removed: false, added: true, count: 1 },
  ]

/**
 * Two texts as one, with what went and what came marked.
 * @param lang of the texts, where it is another than the page's
 * @param title they are titles, of what stands below
 */
export function Difference({ lang, title, ...texts }: { before: string; after: string; lang?: Locale | undefined; title?: boolean }) {
  const Tag = title ? 'h3' : 'p'
  const [before, after] = readable(texts.before, texts.after)
  if (before === after)
    return (
      <Tag class="diff" lang={lang}>
        {after}
      </Tag>
    )
  const parts = piecesOf(before.slice(0, longest), after.slice(0, longest))
  return (
    <Tag class="diff" lang={lang}>
      {parts.map(({ value, added, removed }) => (added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value))}
    </Tag>
  )
}
