import type { Context } from 'hono'
import type { Actor } from '../../actor.ts'
import type { NavSection } from '../../lib/ui/layout.tsx'
import type { Env } from '../../lib/ui/web.tsx'
import { countHeld } from '../../list/moderation/queries.ts'
import { countOpenRequests, placesOf, type readPlaces } from '../../list/queries.ts'
import {
  groupsOf,
  holdsDesk,
  mayAdminister,
  mayCollate,
  mayConfirmReferents,
  mayHook,
  mayKeepRegister,
  mayKeepSite,
  mayModerate,
  maySeeShown,
  overseesAny,
} from '../../policy.ts'
import { todayWords } from '../../today/words.ts'

type Lists = Awaited<ReturnType<typeof readPlaces>>
type Place = { href: string; label: string; count?: number }

const place = (href: string, label: string, count?: number): Place => ({ href, label, count: count || undefined })
const when = (condition: boolean, ...places: Place[]): Place[] => (condition ? places : [])

/** What waits at the lists that somebody moderates: held mail and requests to join. */
async function countWaiting({ var: { db, actor } }: Context<Env>, lists: Lists): Promise<number> {
  const ids = lists.filter((list) => mayModerate(actor, list)).map(({ id }) => id)
  if (ids.length === 0) return 0
  const [held, asked] = await Promise.all([countHeld(db, ids), countOpenRequests(db, ids)])
  return held + asked
}

/** Where somebody works with the vendor: those of the group everywhere, its guests at their desk. */
function vendorPlaces(actor: Actor): Place[] {
  if (groupsOf(actor).some((id) => mayCollate(actor, id)))
    return [
      place('/relationship', 'Relationship'),
      place('/desk', 'With the vendor'),
      place('/briefs', 'Briefs'),
      place('/answers', 'Answers'),
      place('/commitments', 'Commitments'),
      place('/telling', 'Telling back'),
    ]
  return when(
    actor.grants.some(({ role }) => role === 'vendor_guest'),
    place('/desk', 'Your desk'),
    place('/answers', 'Answers'),
  )
}

/** Addresses without a place of their own, and the place that they belong to. */
const standsBelow: [RegExp, string][] = [
  [/^\/groups\/[^/]+\/charter(?=\/|$)/, '/charter'],
  [/^\/(?:topics|synonyms|merges|affirmations)(?=\/|$)/, '/requests'],
  [/^\/submissions(?=\/|$)/, '/desk'],
  [/^\/(?:affiliations|referents)(?=\/|$)/, '/people'],
  [/^\/handovers(?=\/|$)/, '/roster'],
  [/^\/role-addresses(?=\/|$)/, '/correspondence'],
  [/^\/(?:releases|deliveries)(?=\/|$)/, '/commitments'],
]

/**
 * Places of a signed-in person, by their roles: a section for each part of the work, in the order of the way from a message to an answer.
 */
export async function sectionsOf(c: Context<Env>, all: Lists, first: { id: number } | undefined): Promise<NavSection[]> {
  const { actor } = c.var
  const lists = placesOf(actor, all)
  const inGroup = groupsOf(actor).length > 0
  const sections: { title: string; items: Place[] }[] = [
    {
      title: '',
      items: [
        place('/today', todayWords(actor.locale).page.title),
        ...when(
          lists.some((list) => mayModerate(actor, list)) || mayKeepRegister(actor) || mayConfirmReferents(actor),
          place('/approvals', 'To decide', await countWaiting(c, lists)),
        ),
      ],
    },
    { title: 'Lists', items: lists.filter((list) => list.mayRead).map((list) => place(`/lists/${list.name}`, list.title)) },
    {
      title: 'Requests',
      items: [
        place('/requests', 'Requests'),
        // The board is that of the site's first group; another group's people do not collate it.
        ...when(first !== undefined && mayCollate(actor, first.id), place('/requests/board', 'Board')),
        ...when(inGroup, place('/cases', 'User cases')),
        place('/stories', 'Stories'),
      ],
    },
    { title: 'Ballots', items: [place('/ballots', 'Ballots'), place('/cycles', 'Enhancement cycles')] },
    { title: 'Vendor', items: vendorPlaces(actor) },
    {
      title: 'Meetings',
      items: [
        place('/meetings', 'Meetings'),
        place('/show-and-tell', 'Show and Tell'),
        place('/events', 'Events'),
        place('/decisions', 'Decisions'),
        place('/documents', 'Documents'),
        place('/actions', 'Actions'),
      ],
    },
    {
      title: 'Group',
      items: [
        place('/charter', 'Charter'),
        ...when(inGroup, place('/charter/overview', 'How it is kept')),
        place('/news', 'News'),
        ...when(overseesAny(actor), place('/overview', 'Overview')),
        place('/reports', 'Reports'),
        place('/roster', 'Roster'),
        ...when(holdsDesk(actor), place('/correspondence', 'Correspondence')),
        place('/organisations', 'Organisations'),
        ...when(mayKeepRegister(actor), place('/people', 'People')),
        place('/calls', 'Volunteers'),
      ],
    },
    {
      title: 'Site',
      items: [
        ...when(mayKeepSite(actor), place('/site/look', 'Public site')),
        ...when(!mayKeepSite(actor) && maySeeShown(actor), place('/site/figures', 'Public figures')),
        ...when(
          mayAdminister(actor),
          place('/admin', 'How it is'),
          place('/admin/outbox', 'Outbox'),
          place('/admin/queue', 'Incoming mail'),
          place('/admin/import', 'Imports'),
          place('/admin/offices', 'Offices'),
          place('/admin/sign-in', 'Sign-in'),
          place('/admin/privacy', 'Privacy'),
          place('/admin/acting', 'Act as somebody'),
        ),
        ...when(mayHook(actor), place('/admin/webhooks', 'Webhooks')),
      ],
    },
  ]
  const path = standsBelow.reduce((found, [address, its]) => found.replace(address, its), c.req.path)
  // The longest address that leads here: the board stands below the requests, and is a place of its own.
  const current = sections
    .flatMap(({ items }) => items)
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .reduce((longest, href) => (href.length > longest.length ? href : longest), '')
  return sections
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => ({ title, items: items.map((item) => ({ ...item, current: item.href === current })) }))
}
