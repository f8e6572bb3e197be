import { diffWordsWithSpace } from 'diff'

// What is longer is compared line by line elsewhere; a page must stay a page.
const longest = 40_000

/** Two texts as one, with what went and what came marked. */
export function Difference({ before, after }: { before: string; after: string }) {
  if (before === after) return <p class="diff">{after}</p>
  const parts = diffWordsWithSpace(before.slice(0, longest), after.slice(0, longest))
  return <p class="diff">{parts.map(({ value, added, removed }) => (added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value))}</p>
}
