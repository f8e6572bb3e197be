import type { Context } from 'hono'
import { listGroups } from '../charter/queries.ts'
import type { Db } from '../db/connect.ts'
import { shared } from '../db/shared.ts'
import { placesOf, readPlaces } from '../list/queries.ts'
import type { Locale } from '../ui/format.ts'
import { BarePage, Page, PublicPage } from '../ui/layout.tsx'
import type { Reader } from '../ui/reader.ts'
import type { Env, PageContent } from '../ui/web.tsx'
import { chromeOf } from './chrome.ts'
import { sectionsOf } from './places.ts'

/** What stands around every page, whoever reads it; each reader is shown what she may know of. */
interface Chrome {
  groups: Awaited<ReturnType<typeof listGroups>>
  lists: Awaited<ReturnType<typeof readPlaces>>
}

/** The groups and lists of the site, as they stand when it is asked; read once for all who ask at a time. */
export const chromeReader = (db: Db): (() => Promise<Chrome>) =>
  shared(async () => {
    const [groups, lists] = await Promise.all([listGroups(db), readPlaces(db)])
    return { groups, lists }
  })

function readerOf(c: Context<Env>): Reader {
  const { locale, zone, theme, singleKeys, at } = c.var.actor
  return { locale: locale as Locale, zone, now: at, theme: theme === 'system' ? undefined : theme, keys: singleKeys }
}

/** Who is looking, and as whom; the way back is always there. */
const Acting = ({ name }: { name: string }) => (
  <form method="post" action="/acting/end" class="row">
    <span>
      You see the site as <b>{name}</b> does. What you change is recorded with both names.
    </span>
    <button type="submit" class="button">
      Stop
    </button>
  </form>
)

/** A page in the layout that fits: the rail for who is signed in, the public header for everybody else. */
export async function renderPage(
  c: Context<Env>,
  { title, children, kind = 'work', status = 200, head, search, action }: PageContent,
  readChrome: () => Promise<Chrome>,
): Promise<Response> {
  const { actor } = c.var
  const reader = readerOf(c)
  const chrome = await readChrome()
  const [group] = chrome.groups
  const brand = { name: group?.name ?? 'Rapport', sub: group?.communities.join(', '), href: '/' }
  const { flash, headers } = chromeOf(c)
  for (const [name, value] of headers) c.header(name, value, { append: true })
  const banner = actor.behind === undefined ? undefined : <Acting name={actor.name} />
  const common = { title, reader, brand, head, flash, banner }
  if (kind === 'bare') return c.html(<BarePage {...common}>{children}</BarePage>, status)
  if (kind === 'public' || actor.personId === null) {
    const items = placesOf(actor, chrome.lists).map((list) => ({
      href: `/lists/${list.name}`,
      label: list.title,
      current: c.req.path.startsWith(`/lists/${list.name}`),
    }))
    const signInHref = actor.personId === null ? `/sign-in?${new URLSearchParams({ next: c.req.path })}` : undefined
    const more =
      actor.personId === null
        ? [
            { href: '/meetings', label: 'Meetings', current: c.req.path.startsWith('/meetings') || c.req.path.startsWith('/series') },
            { href: '/show-and-tell', label: 'Show and Tell', current: c.req.path.startsWith('/show-and-tell') },
            { href: '/events', label: 'Events', current: c.req.path.startsWith('/events') },
            { href: '/documents', label: 'Documents', current: c.req.path.startsWith('/documents') },
            { href: '/news', label: 'News', current: c.req.path.startsWith('/news') },
            { href: '/ballots', label: 'Ballots', current: c.req.path.startsWith('/ballots') || c.req.path.startsWith('/cycles') },
            { href: '/charter', label: 'Charter', current: /^\/(charter|groups\/[^/]+\/charter)(\/|$)/.test(c.req.path) },
            { href: '/reports', label: 'Reports', current: c.req.path.startsWith('/reports') },
            { href: '/roster', label: 'Roster', current: c.req.path === '/roster' },
            { href: '/search', label: 'Search', current: c.req.path === '/search' },
          ]
        : [{ href: '/today', label: 'Today' }]
    return c.html(
      <PublicPage {...common} items={[...items, ...more]} signInHref={signInHref}>
        {children}
      </PublicPage>,
      status,
    )
  }
  return c.html(
    <Page
      {...common}
      sections={await sectionsOf(c, chrome.lists)}
      person={{ name: actor.name, settingsHref: '/me', signOutAction: '/sign-out' }}
      search={{ action: '/search', value: search }}
      action={action}
    >
      {children}
    </Page>,
    status,
  )
}
