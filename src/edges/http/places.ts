import type { Actor } from '../../actor.ts'
import { ifFound } from '../../errors.ts'
import { findAsked } from '../../groups/queries.ts'
import type { NavSection } from '../../lib/ui/layout.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import type { C } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { placesOf, type readPlaces } from '../../list/queries.ts'
import {
  groupsOf,
  holdsDesk,
  mayAdminister,
  mayCollate,
  mayHook,
  mayKeepRegister,
  mayKeepSite,
  maySeeShown,
  overseesAny,
} from '../../policy.ts'
import { todayWords } from '../../today/words.ts'
import { isUnused } from '../../website/look/rules.ts'

const t = textsOf('edges', 'places')

type Lists = Awaited<ReturnType<typeof readPlaces>>
type Place = { href: string; label: string; isShown: boolean }

const place = (href: string, label: string, isShown = true): Place => ({ href, label, isShown })

/** Where somebody works with the vendor: those of the group everywhere, its guests at their desk. */
function vendorPlaces(actor: Actor): Place[] {
  if (groupsOf(actor).some((id) => mayCollate(actor, id)))
    return [
      place('/relationship', t.relationship),
      place('/briefs', t.briefs),
      place('/desk', t.desk),
      place('/answers', t.answers),
      place('/commitments', t.commitments),
    ]
  const isGuest = actor.grants.some(({ role }) => role === 'vendor_guest')
  return [place('/desk', t.ownDesk, isGuest), place('/answers', t.answers, isGuest), place('/commitments', t.commitments, isGuest)]
}

/** So many lists stand side by side, with the mailboxes five places; who is on more of them finds them all on one page. */
const mostLists = 4

/** What stands around a page: the lists, what the site does without, and whose the page is, where it says so itself. */
interface Around {
  lists: Lists
  unused: readonly string[]
  group?: string | undefined
}

/** The group whose page this is, as its address says, or the page. */
const groupAtHand = (c: C, { group }: Around): string | undefined =>
  group ?? c.req.query('group') ?? /^\/(?:groups|roster)\/([^/]+)/.exec(c.req.path)?.[1]

/**
 * Lists in the order in which they matter here: those of the group at hand, those that one is on, those of one's groups, all others. The menu
 * leads to the first; by their names alone, it led whoever sees all lists to one that they have nothing to do with.
 */
function inOrder(c: C, lists: ReturnType<typeof placesOf>, around: Around): typeof lists {
  const [atHand, own] = [groupAtHand(c, around), groupsOf(c.var.actor)]
  const rank = ({ id, group, groupId }: (typeof lists)[number]): number =>
    [group === atHand, c.var.actor.listIds.includes(id), own.includes(groupId), true].indexOf(true)
  return lists.toSorted((one, other) => rank(one) - rank(other))
}

function listPlaces(c: C, lists: ReturnType<typeof placesOf>, around: Around): Place[] {
  const open = lists.filter((list) => list.mayRead && list.closedAt === null)
  const all = inOrder(c, open, around).map((list) => place(`/lists/${list.name}`, list.title))
  if (all.length <= mostLists) return all
  return [place('/lists', t.allLists), ...all.filter(({ href }) => c.req.path === href || c.req.path.startsWith(`${href}/`))]
}

/** Addresses without a place of their own, and the place that they belong to. */
const standsBelow: [RegExp, string][] = [
  [/^\/groups\/[^/]+\/charter(?=\/|$)/, '/charter'],
  [/^\/(?:cases\/queue|synonyms|merges|affirmations)(?=\/|$)/, '/requests/board'],
  [/^\/submissions(?=\/|$)/, '/desk'],
  [/^\/telling(?=\/|$)/, '/answers'],
  [/^\/(?:affiliations|referents)(?=\/|$)/, '/people'],
  [/^\/handovers(?=\/|$)/, '/roster'],
  [/^\/role-addresses(?=\/|$)/, '/correspondence'],
  [/^\/(?:releases|deliveries)(?=\/|$)/, '/commitments'],
  [/^\/(?:elections|motions)(?=\/|$)/, '/ballots'],
  [/^\/wishes(?=\/|$)/, '/cycles'],
  [/^\/(?:series|polls|attendance)(?=\/|$)/, '/meetings'],
  [/^\/site\/(?:menu|pages|embed)(?=\/|$)/, '/site/look'],
  [/^\/admin\/guests(?=\/|$)/, '/admin/sign-in'],
  [/^\/admin\/acting(?=\/|$)/, '/people'],
  [/^\/admin\/push(?=\/|$)/, '/admin/outbox'],
]

/** Places that show what is of one group, and of which where the address says it. */
const ofOneGroup: ReadonlySet<string> = new Set([
  ...['/requests', '/requests/board', '/cases', '/stories', '/topics', '/ballots'],
  ...['/relationship', '/briefs', '/desk', '/answers', '/commitments'],
])

/** Of these, those that are of who works on a group's requests. */
const ofWhoCollates: ReadonlySet<string> = new Set(['/requests/board', '/relationship', '/briefs', '/desk'])

/**
 * Places of a signed-in person, by their roles: a section for each part of the work, in the order of the way from a message to an answer. The
 * rail shows the sections, a page the places of its own section: at most five, of which none is called like the section.
 */
export async function sectionsOf(c: C, around: Around): Promise<NavSection[]> {
  const { actor } = c.var
  const lists = placesOf(actor, around.lists)
  const inGroup = groupsOf(actor).length > 0
  const administers = mayAdminister(actor)
  const collates = groupsOf(actor).some((id) => mayCollate(actor, id))
  const all: { title: string; items: Place[] }[] = [
    {
      title: todayWords(actor.locale).page.title,
      items: [place('/today', t.forYou), place('/overview', t.overview, overseesAny(actor))],
    },
    { title: t.lists, items: [...listPlaces(c, lists, around), place('/correspondence', t.correspondence, holdsDesk(actor))] },
    {
      title: t.requests,
      items: [
        place('/requests', t.allRequests),
        place('/requests/board', t.board, collates),
        place('/cases', t.cases, inGroup),
        place('/stories', t.stories),
        place('/topics', t.topics),
      ],
    },
    { title: t.ballots, items: [place('/ballots', t.allBallots), place('/cycles', t.cycles)] },
    { title: t.vendor, items: vendorPlaces(actor) },
    {
      title: t.meetings,
      items: [
        place('/meetings', t.allMeetings),
        place('/show-and-tell', t.show),
        place('/events', t.events),
        place('/decisions', t.decisions),
        place('/actions', t.tasks),
      ],
    },
    {
      title: t.newsAndDocuments,
      items: [place('/news', t.news), place('/documents', t.documents), place('/reports', t.reports), place('/calls', t.volunteers)],
    },
    {
      title: t.group,
      items: [
        place('/charter', t.charter),
        place('/charter/overview', t.kept, inGroup),
        place('/roster', t.roster),
        place('/organisations', t.organisations),
        place('/people', t.people, mayKeepRegister(actor)),
      ],
    },
    {
      title: t.site,
      items: [
        place('/site/look', t.look, mayKeepSite(actor)),
        place('/site/figures', t.figures, !mayKeepSite(actor) && maySeeShown(actor)),
        place('/admin/groups', t.groups, administers),
        place('/admin/offices', t.offices, administers),
        place('/admin/import', t.imports, administers),
        place('/user-groups', t.userGroups, mayKeepRegister(actor) && !administers),
        place('/admin/webhooks', t.webhooks, mayHook(actor)),
      ],
    },
    {
      title: t.operation,
      items: [
        place('/admin', t.admin, administers),
        place('/admin/outbox', t.outbox, administers),
        place('/admin/queue', t.incoming, administers),
        place('/admin/sign-in', t.signIn, administers),
        place('/admin/privacy', t.privacy, administers),
      ],
    },
  ]
  const sections = all.map(({ title, items }) => ({
    title,
    items: items.filter(({ href, isShown }) => isShown && !isUnused(href, around.unused)),
  }))
  // Who keeps the site has its numbers among the tabs of the public website, and administrators the user groups beside the groups; to others they
  // are a place.
  const below: typeof standsBelow = [
    ...standsBelow,
    ...(mayKeepSite(actor) ? [[/^\/site\/figures$/, '/site/look'] as [RegExp, string]] : []),
    ...(mayAdminister(actor) ? [[/^\/user-groups(?=\/|$)/, '/admin/groups'] as [RegExp, string]] : []),
  ]
  const path = below.reduce((found, [address, its]) => found.replace(address, its), c.req.path)
  // The longest address that leads here: the board stands below the requests, and is a place of its own.
  const current = sections
    .flatMap(({ items }) => items)
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .reduce((longest, href) => (href.length > longest.length ? href : longest), '')
  // Whoever looks at what is of one group goes on with it among the places beside.
  const group = (actor.soleGroup ? undefined : around.group) ?? c.req.query('group')
  const kept = group !== undefined && ofOneGroup.has(current) ? group : undefined
  // The page that says that there is no such group has its places, too.
  const asked = await ifFound(findAsked(c.var.db, kept))
  const goesOn = (href: string) =>
    ofOneGroup.has(href) && (!ofWhoCollates.has(href) || (asked !== undefined && mayCollate(actor, asked.id)))
  return sections
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => {
      const beside = items.some(({ href }) => href === current)
      return {
        title,
        items: items.map((item) => ({
          ...item,
          href: beside && goesOn(item.href) ? withQuery(item.href, { group: kept }) : item.href,
          current: item.href === current,
        })),
      }
    })
}
