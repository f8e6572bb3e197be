import { type Actor, visitor } from '../actor.ts'
import { listAnswers, listShowing, readPublicFigures } from '../advocacy/queries.ts'
import { getGroup, listGroups, listRolesKnown, listSeats } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { nameOfSite, standingGroups, userGroupsOf } from '../lib/site-name.ts'
import { listLists } from '../list/queries.ts'
import { listMeetings } from '../meetings/queries.ts'
import { listNews } from '../news/queries.ts'
import { namedFor } from '../people/rules.ts'
import { listTalks } from '../talks/queries.ts'
import { utcDay } from '../time.ts'
import { getLook, listUnused } from './look/queries.ts'
import { countByMonth, countVoices, listNewest } from './queries.ts'

const asNobody = ({ at, locale }: Actor) => visitor(at, 'web', locale)

type Shown = Awaited<ReturnType<typeof listLists>>[number]

/** Which list a stranger is shown first: one that they can join, and read before that; then the one that was there before the others. */
const byWelcome = (one: Shown, other: Shown): number =>
  Number(one.joinPolicy === 'closed') - Number(other.joinPolicy === 'closed') ||
  Number(other.archive === 'public') - Number(one.archive === 'public') ||
  one.id - other.id

/**
 * What the first page of a group shows: what everybody may see, whoever looks at it.
 * @param slug the group; where none is named that of the site, with all that the site has
 * @throws NotFound where there is no such group
 */
export async function readHome(db: Db, actor: Actor, slug?: string) {
  const nobody = asNobody(actor)
  const { at } = actor
  const which = slug ?? standingGroups(await listGroups(db))[0]?.slug
  const group = which === undefined ? undefined : await getGroup(db, which)
  const of = slug === undefined || !group ? {} : { groupId: group.id }
  const lists = (await listLists(db, nobody)).filter(({ groupId }) => of.groupId === undefined || groupId === of.groupId)
  const open = lists.filter(({ archive }) => archive === 'public').map(({ id }) => id)
  const [look, unused, newest, months, voices, upcoming, { answers }, coming, given, seats, news, showing] = await Promise.all([
    getLook(db),
    listUnused(db),
    listNewest(db, open, 5),
    countByMonth(db, open, at),
    countVoices(db, open),
    listMeetings(db, nobody, { when: 'upcoming', page: 1, ...of }),
    listAnswers(db, nobody, { holds: true, ...of }, { limit: 4 }),
    listTalks(db, nobody, { view: 'coming', page: 1, limit: 2, ...of }),
    listTalks(db, nobody, { view: 'given', page: 1, limit: 4, ...of }),
    listSeats(db, utcDay(at)),
    listNews(db, nobody, of, { limit: 4 }),
    listShowing(db),
  ])
  const rolesKnown = group ? await listRolesKnown(db, group.id) : []
  const shown = showing.find(({ id }) => id === group?.id)
  return {
    // A group among others speaks for itself.
    look: of.groupId === undefined ? look : { ...look, name: '', tagline: '' },
    group,
    /** The group stands among others, and what is below is its own. */
    among: of.groupId !== undefined,
    list: lists.filter(({ closedAt }) => closedAt === null).toSorted(byWelcome)[0],
    newest,
    months,
    voices,
    meeting: firstOf(upcoming.meetings),
    answers,
    news: news.items,
    /** None where the site does without Show and Tell. */
    talks: unused.includes('show-and-tell') ? undefined : [...coming.talks, ...given.talks].slice(0, 4),
    relationship: shown && { group: shown, figures: await readPublicFigures(db, shown.id, at) },
    rolesKnown,
    seats: namedFor(
      nobody,
      seats.filter(({ groupId }) => groupId === group?.id),
    ),
  }
}

export type Home = Awaited<ReturnType<typeof readHome>>

/** The next meeting: a session of Show and Tell where nothing else is to come. */
const firstOf = <T extends { kind: string }>(meetings: readonly T[]): T | undefined =>
  meetings.find(({ kind }) => kind === 'meeting') ?? meetings[0]

/** Working groups by the user groups that they belong to; those that belong to the same stand together. */
const bySharing = <T extends { communities: readonly string[] }>(groups: readonly T[]): { communities: readonly string[]; groups: T[] }[] =>
  [...Map.groupBy(groups, ({ communities }) => communities.join('\n')).values()].map((those) => ({
    communities: those[0]?.communities ?? [],
    groups: those,
  }))

/**
 * What the first page of a site with several groups shows: its user groups with their working groups, what comes next and what is new of all.
 * @returns undefined for a site of one group, whose page is the first
 */
export async function readSiteHome(db: Db, actor: Actor) {
  const groups = standingGroups(await listGroups(db))
  if (groups.length < 2) return undefined
  const nobody = asNobody(actor)
  const [look, lists, { meetings }, news] = await Promise.all([
    getLook(db),
    listLists(db, nobody),
    listMeetings(db, nobody, { when: 'upcoming', page: 1 }),
    listNews(db, nobody, {}, { limit: 4 }),
  ])
  const told = groups.map((group) => ({
    ...group,
    lists: lists.filter(({ groupId, closedAt }) => groupId === group.id && closedAt === null),
    meeting: firstOf(meetings.filter(({ hosts }) => hosts.some(({ groupId }) => groupId === group.id))),
  }))
  return {
    look,
    name: nameOfSite(look.name, groups),
    userGroups: userGroupsOf(groups),
    sections: bySharing(told.toSorted((one, other) => one.name.localeCompare(other.name))),
    meeting: firstOf(meetings),
    news: news.items,
  }
}

export type SiteHome = NonNullable<Awaited<ReturnType<typeof readSiteHome>>>
