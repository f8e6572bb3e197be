import { Tabs } from '../lib/ui/parts.tsx'
import { unlessAlone } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { RequestGroup, WhichGroup } from './core/queries.ts'

const t = textsOf('requests', 'moving')

/** The group that an address asks for, by its own address or its number; undefined where it asks for none. */
export function askedGroup(c: { req: { query(name: string): string | undefined } }): WhichGroup | undefined {
  const group = c.req.query('group')
  if (!group) return undefined
  return /^\d{1,9}$/.test(group) ? { id: Number(group) } : { slug: group.replaceAll('\0', '') }
}

/** A page of a group that was asked for stays with it. */
export const inGroup = ({ named, slug }: Pick<RequestGroup, 'named' | 'slug'>, path: string): string =>
  named ? `${path}${path.includes('?') ? '&' : '?'}group=${slug}` : path

/** Is anything narrowed down? The group and the page are no filter, and neither is how it is ordered and grouped. */
export const isNarrowed = ({ group: _, page: __, order: ___, by: ____, ...filters }: Record<string, string | undefined>): boolean =>
  Object.values(filters).some(Boolean)

/** The same page for another group, for who is in several; what is of one already says of which. */
export const GroupTabs = ({ group, path }: { group: RequestGroup; path: string }) =>
  group.siblings.length < 2 ? (
    group.siblings.length === 0 && unlessAlone(group.name) && <p class="meta">{group.name}</p>
  ) : (
    <Tabs
      label={t.groupOf}
      items={group.siblings.map(({ slug, name }) => ({ href: `${path}?group=${slug}`, label: name, current: slug === group.slug }))}
    />
  )
