import { AboutThis } from '../lib/ui/structured.tsx'
import { pages } from '../lib/ui/web.tsx'
import { findMovedNumber } from '../news/queries.ts'
import { isEmpty } from '../people/queries.ts'
import { readHome } from './home-queries.ts'
import { HomePage } from './home-views.tsx'
import { siteWords } from './words.ts'

/** The first page of the site, for everybody. */
export const homePages = pages().get('/', async (c) => {
  const { db, actor, site } = c.var
  if (await isEmpty(db)) return c.redirect('/set-up', 303)
  // WordPress gives each post and page an address of this shape, whatever else it is called.
  const moved = await findMovedNumber(db, actor, c.req.query('p') ?? c.req.query('page_id') ?? '')
  if (moved) return c.redirect(moved, 301)
  const home = await readHome(db, actor)
  const { group, look, meeting } = home
  const name = look.name || group?.name || 'Rapport'
  const words = siteWords(actor.locale as never).home
  const description = group ? words.lead({ group: group.name, product: group.product, vendor: group.vendor }) : words.leadOfNone
  return c.var.page({
    title: name,
    kind: 'public',
    description,
    head: meeting && (
      <AboutThis
        about={{
          '@type': 'Event',
          name: meeting.title,
          startDate: meeting.startsAt.toISOString(),
          endDate: meeting.endsAt.toISOString(),
          url: `${site.baseUrl}/meetings/${meeting.slug}`,
          location: { '@type': 'VirtualLocation', url: `${site.baseUrl}/meetings/${meeting.slug}` },
          organizer: { '@type': 'Organization', name },
        }}
      />
    ),
    children: <HomePage {...home} />,
  })
})
