import { useReader } from '../lib/ui/reader.ts'
import type { DeskGroup } from './queries.ts'

/**
 * The group that a page is of; who works with a vendor in several finds the same page of the others. Nothing where the site has but one.
 * @param guests where the page is there for the vendor's guests as well
 */
export function groupChoice(group: Pick<DeskGroup, 'id' | 'siblings'>, path: string, { guests = false } = {}) {
  const all = group.siblings.filter(({ inGroup }) => guests || inGroup)
  const { alone } = useReader()
  if (all.every(({ name }) => name === alone)) return undefined
  return (
    <>
      {all.map(({ id, slug, name }, i) => (
        <>
          {i > 0 && ' · '}
          {id === group.id ? name : <a href={`${path}?group=${slug}`}>{name}</a>}
        </>
      ))}
    </>
  )
}
