import { type Actor, visitor } from '../../actor.ts'
import { listAnswers } from '../../advocacy/answers/queries.ts'
import { listShowing } from '../../advocacy/relationship/queries.ts'
import { listCycles } from '../../ballots/cycles/queries.ts'
import { listBallots } from '../../ballots/queries.ts'
import { listCharterGroups, listVersions } from '../../charter/clauses/queries.ts'
import { listDocuments } from '../../documents/queries.ts'
import { listEvents } from '../../events/queries.ts'
import { listDecisions } from '../../groups/decisions/queries.ts'
import { listGroups } from '../../groups/queries.ts'
import type { Db } from '../../lib/db/connect.ts'
import { listLists } from '../../list/queries.ts'
import { listMeetings } from '../../meetings/queries.ts'
import { listIssues } from '../../news/issues/queries.ts'
import { listNews } from '../../news/queries.ts'
import { listReports } from '../../reports/queries.ts'
import { listRequests } from '../../requests/queries.ts'
import { listStories } from '../../requests/stories/queries.ts'
import { listTalks } from '../../talks/queries.ts'
import { openPlaces } from '../look/rules.ts'
import { listOwnPages } from '../own-pages/queries.ts'
import { type Happening, named } from './rules.ts'

const most = 50

/** What is written for everybody and stays: requests, stories, decisions, reports, issues of the newsletter. */
async function listWritten(db: Db, nobody: Actor, page: number): Promise<Happening[]> {
  const groups = await listGroups(db)
  const [{ requests }, { decisions }, { reports }, { issues }, ...told] = await Promise.all([
    listRequests(db, nobody, { page, limit: 30 }),
    listDecisions(db, nobody, { state: 'standing', page }),
    listReports(db, nobody, { page }),
    listIssues(db, nobody, {}, { page }),
    ...groups.map(({ id }) => listStories(db, nobody, { groupId: id, page })),
  ])
  return [
    ...requests.map(
      (one): Happening => ({ kind: 'request', title: one.title, path: `/requests/${one.id}`, at: one.createdAt, summary: '' }),
    ),
    ...told
      .flatMap(({ stories }) => stories)
      .map(
        (one): Happening => ({
          kind: 'story',
          title: one.title,
          path: `/stories/${one.id}`,
          at: one.saidAt,
          summary: one.text.slice(0, 500),
        }),
      ),
    ...decisions.map(
      (one): Happening => ({
        kind: 'decision',
        title: named(one.text),
        path: `/decisions/${one.id}`,
        at: new Date(`${one.decidedOn}T12:00:00Z`),
        summary: one.text.slice(0, 500),
      }),
    ),
    ...reports.map(
      (one): Happening => ({
        kind: 'report',
        title: one.title,
        path: `/reports/${one.slug}`,
        at: one.toldAt ?? one.createdAt,
        summary: '',
      }),
    ),
    ...issues.flatMap((one): Happening[] =>
      one.publishedAt
        ? [{ kind: 'issue', title: one.title, path: `/news/issues/${one.number}`, at: one.publishedAt, summary: one.lead.slice(0, 500) }]
        : [],
    ),
  ]
}

const minutes = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ')

/** Cycles, and their rounds from the day on which they are open: a round is told of anew once it is counted. */
async function listVotes(db: Db, nobody: Actor, page: number): Promise<Happening[]> {
  const [{ ballots }, cycles] = await Promise.all([
    listBallots(db, nobody, { kind: 'wishes', page, limit: 30 }),
    page === 1 ? listCycles(db) : [],
  ])
  return [
    ...cycles.map(
      (one): Happening => ({
        kind: 'cycle',
        title: one.title,
        path: `/cycles/${one.id}`,
        at: one.createdAt,
        summary: `${minutes(one.opensAt)} to ${minutes(one.closesAt)} UTC`,
      }),
    ),
    ...ballots.flatMap(({ id, title, state, openedAt, closedAt, opensAt, closesAt }): Happening[] => {
      const at = (state === 'counted' && closedAt) || openedAt
      if (at === null || !['open', 'closed', 'counted'].includes(state)) return []
      const path = state === 'counted' ? `/ballots/${id}/results` : `/ballots/${id}`
      return [{ kind: 'ballot', title, path, at, summary: `${minutes(opensAt)} to ${minutes(closesAt)} UTC` }]
    }),
  ]
}

/**
 * What everybody may know of, the newest first: whatever is public and has an address. Read as nobody, so that nothing else is among it.
 * @param page of each kind of thing; on the first are the newest of all
 */
export async function listHappenings(db: Db, at: Date, { page = 1, limit = most } = {}): Promise<Happening[]> {
  const nobody = visitor(at, 'web')
  const [upcoming, past, coming, given, { answers }, pages, { items }, ahead, before, { documents }] = await Promise.all([
    listMeetings(db, nobody, { when: 'upcoming', page }),
    listMeetings(db, nobody, { when: 'past', page }),
    listTalks(db, nobody, { view: 'coming', page }),
    listTalks(db, nobody, { view: 'given', page }),
    listAnswers(db, nobody, {}, { page, limit: 30 }),
    page === 1 ? listOwnPages(db, nobody) : [],
    listNews(db, nobody, {}, { page, limit: 30 }),
    listEvents(db, nobody, { when: 'upcoming', page }),
    listEvents(db, nobody, { when: 'past', page }),
    listDocuments(db, nobody, {}, { page, limit: 30 }),
  ])
  const all: Happening[] = [
    ...[...upcoming.meetings, ...past.meetings].map(
      (one): Happening => ({
        kind: 'meeting',
        title: one.title,
        path: `/meetings/${one.slug}`,
        at: one.createdAt,
        summary: `${minutes(one.startsAt)} UTC`,
      }),
    ),
    ...[...coming.talks, ...given.talks].map(
      (one): Happening => ({
        kind: 'talk',
        title: one.title,
        path: `/show-and-tell/${one.slug}`,
        at: one.changedAt,
        summary: one.abstract.slice(0, 500),
      }),
    ),
    ...answers.map(
      (one): Happening => ({
        kind: 'answer',
        title: one.request,
        path: `/answers/${one.id}`,
        at: one.recordedAt,
        summary: one.reason.slice(0, 500),
      }),
    ),
    ...pages.map((one): Happening => ({ kind: 'page', title: one.title, path: `/pages/${one.slug}`, at: one.changedAt, summary: '' })),
  ]
  all.push(
    ...[...ahead.events, ...before.events].map(
      (one): Happening => ({
        kind: 'event',
        title: one.title,
        path: `/events/${one.slug}`,
        at: one.changedAt,
        summary: [one.firstOn === one.lastOn ? one.firstOn : `${one.firstOn} to ${one.lastOn}`, one.place].filter(Boolean).join(', '),
      }),
    ),
    ...documents.map(
      (one): Happening => ({
        kind: 'document',
        title: one.title,
        path: `/documents/${one.slug}`,
        at: new Date(`${one.datedOn}T12:00:00Z`),
        summary: '',
      }),
    ),
  )
  all.push(
    ...items.flatMap((one): Happening[] =>
      one.publishedAt
        ? [{ kind: 'news', title: one.title, path: `/news/${one.slug}`, at: one.publishedAt, summary: one.text.slice(0, 500) }]
        : [],
    ),
  )
  all.push(...(await listWritten(db, nobody, page)), ...(await listVotes(db, nobody, page)))
  return all.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}

// As many addresses as one map may have (sitemaps.org).
const mostAddresses = 50_000

/** All that everybody may know of, page by page. */
async function listAllHappenings(db: Db, at: Date): Promise<Happening[]> {
  const all: Happening[] = []
  for (let page = 1; all.length < mostAddresses; page++) {
    const found = await listHappenings(db, at, { page, limit: mostAddresses })
    if (found.length === 0) break
    all.push(...found)
  }
  return all
}

/** The charters that were adopted, by group: as it is in force, and each version at its own address. */
async function listCharters(db: Db): Promise<{ path: string; at?: Date }[]> {
  const groups = await listCharterGroups(db)
  const versions = await Promise.all(groups.map(({ id }) => listVersions(db, id)))
  return groups.flatMap(({ slug }, i) => {
    const own = (versions[i] ?? []).map(({ number, adoptedAt }) => ({
      path: `/groups/${slug}/charter/${number}`,
      ...(adoptedAt ? { at: adoptedAt } : {}),
    }))
    return own.length > 0 ? [{ path: `/groups/${slug}/charter` }, ...own] : []
  })
}

/** Every public address that has a name: places, charters, lists, pages, and what happened. */
export async function listPublicAddresses(db: Db, at: Date): Promise<{ path: string; at?: Date }[]> {
  const [lists, happenings, showing, charters] = await Promise.all([
    listLists(db, visitor(at, 'web')),
    listAllHappenings(db, at),
    listShowing(db),
    listCharters(db),
  ])
  return [
    { path: '/' },
    ...openPlaces(showing.length > 0)
      .filter((place) => place !== 'search')
      .map((place) => ({ path: `/${place}` })),
    ...showing.slice(1).map(({ slug }) => ({ path: `/relationship?group=${slug}` })),
    ...charters,
    ...lists.flatMap((list) => [{ path: `/lists/${list.name}` }, ...(list.mayRead ? [{ path: `/lists/${list.name}/threads` }] : [])]),
    ...happenings,
  ].slice(0, mostAddresses)
}
