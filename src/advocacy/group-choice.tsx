import type { DeskGroup } from './queries.ts'

/**
 * The group that a page is of; who works with a vendor in several finds the same page of the others.
 * @param guests where the page is there for the vendor's guests as well
 */
export function GroupChoice({
  group,
  path,
  guests = false,
}: {
  group: Pick<DeskGroup, 'id' | 'siblings'>
  path: string
  guests?: boolean
}) {
  const all = group.siblings.filter(({ inGroup }) => guests || inGroup)
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
