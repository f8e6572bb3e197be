import { dotted } from '../lib/ui/lists.tsx'
import type { Child } from '../lib/ui/message.ts'
import { unlessAlone, useReader } from '../lib/ui/reader.ts'
import type { DeskGroup } from './queries.ts'

/** The group that a form or a page behind a place is of, and the way back to that place; nothing of the group where the site has but one. */
export const groupAnd = ({ name }: { name: string }, back?: Child) => dotted([unlessAlone(name), back])

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
