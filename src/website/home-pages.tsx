import { listGroups } from '../groups/queries.ts'
import { standingGroups } from '../lib/site-name.ts'
import { AboutThis } from '../lib/ui/structured.tsx'
import { type C, pages } from '../lib/ui/web.tsx'
import { findMovedNumber } from '../news/queries.ts'
import { isEmpty } from '../people/queries.ts'
import { type Home, readHome, readSiteHome } from './home-queries.ts'
import { HomePage } from './home-views.tsx'
import { SiteHomePage } from './site-home-views.tsx'
import { siteWords } from './words.ts'

function showHome(c: C, home: Home): Response | Promise<Response> {
  const { actor, site } = c.var
  const { group, look, meeting } = home
  const name = look.name || group?.name || 'Rapport'
  const words = siteWords(actor.locale as never).home
  const description = group ? words.lead({ group: group.name, product: group.product, vendor: group.vendor }) : words.leadOfNone
  const joined = home.list !== undefined && actor.listIds.includes(home.list.id)
  return c.var.page(name, <HomePage {...home} joined={joined} />, {
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
  })
}

/** The first page of the site and those of its groups, for everybody. */
export const homePages = pages()
  .get('/', async (c) => {
    const { db, actor } = c.var
    if (await isEmpty(db)) return c.redirect('/set-up', 303)
    // WordPress gives each post and page an address of this shape, whatever else it is called.
    const moved = await findMovedNumber(db, actor, c.req.query('p') ?? c.req.query('page_id') ?? '')
    if (moved) return c.redirect(moved, 301)
    const whole = await readSiteHome(db, actor)
    if (!whole) return showHome(c, await readHome(db, actor))
    const count = whole.sections.reduce((sum, { groups }) => sum + groups.length, 0)
    return c.var.page(whole.name, <SiteHomePage {...whole} />, {
      kind: 'public',
      description: siteWords(actor.locale as never).home.siteLead({ count }),
    })
  })
  .get('/groups/:group', async (c) => {
    const { db, actor } = c.var
    const slug = c.req.param('group')
    const home = await readHome(db, actor, slug)
    if (home.group?.mergedInto) return c.redirect(`/groups/${home.group.mergedInto}`, 301)
    const standing = standingGroups(await listGroups(db))
    // The page of a group that stands alone is the first.
    return standing.length < 2 && standing[0]?.slug === slug ? c.redirect('/', 302) : showHome(c, home)
  })
