import { diffWordsWithSpace } from 'diff'
import type { Locale } from './format.ts'

// What is longer is compared line by line elsewhere; a page must stay a page.
const longest = 40_000

/**
 * Two texts as one, with what went and what came marked.
 * @param lang of the texts, where it is another than the page's
 */
export function Difference({ before, after, lang }: { before: string; after: string; lang?: Locale | undefined }) {
  if (before === after)
    return (
      <p class="diff" lang={lang}>
        {after}
      </p>
    )
  const parts = diffWordsWithSpace(before.slice(0, longest), after.slice(0, longest))
  return (
    <p class="diff" lang={lang}>
      {parts.map(({ value, added, removed }) => (added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value))}
    </p>
  )
}
