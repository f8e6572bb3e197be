import { type Actor, visitor } from '../../actor.ts'
import { listGroups } from '../../charter/queries.ts'
import type { Db } from '../../db/connect.ts'
import { getDocument, listDocuments } from '../../documents/queries.ts'
import { NotFound } from '../../errors.ts'
import { getEvent, listEvents } from '../../events/queries.ts'
import { getList, listLists } from '../../list/queries.ts'
import { getDecision, listDecisions } from '../../meetings/decisions/queries.ts'
import { getMeeting, listMeetings } from '../../meetings/queries.ts'
import { getIssue, listIssues } from '../../news/issues/queries.ts'
import { getItem, listNews } from '../../news/queries.ts'
import { getReport, listReports } from '../../report/queries.ts'
import { getRequest, listRequests } from '../../requests/queries.ts'
import { getStory, listStories } from '../../requests/stories/queries.ts'
import { getTalk, listTalks } from '../../talks/queries.ts'
import { getAnswer, listAnswers } from '../../vendor/answers/queries.ts'
import { listShowing } from '../../vendor/relationship/queries.ts'
import { openPlaces } from '../look/rules.ts'
import { getOwnPage, listOwnPages } from '../own/queries.ts'
import type { Happening } from './rules.ts'

const most = 50

/** The beginning of a text as one line, for the name of what has none. */
const named = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line
}

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
        summary: `${one.startsAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
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
  all.push(...(await listWritten(db, nobody, page)))
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

/** Every public address that has a name: places, lists, pages, and what happened. */
export async function listPublicAddresses(db: Db, at: Date): Promise<{ path: string; at?: Date }[]> {
  const [lists, happenings, showing] = await Promise.all([listLists(db, visitor(at, 'web')), listAllHappenings(db, at), listShowing(db)])
  return [
    { path: '/' },
    ...openPlaces(showing.length > 0)
      .filter((place) => place !== 'search')
      .map((place) => ({ path: `/${place}` })),
    ...showing.slice(1).map(({ slug }) => ({ path: `/relationship?group=${slug}` })),
    ...lists.flatMap((list) => [{ path: `/lists/${list.name}` }, ...(list.mayRead ? [{ path: `/lists/${list.name}/threads` }] : [])]),
    ...happenings,
  ].slice(0, mostAddresses)
}

const single: [RegExp, (db: Db, actor: Actor, name: string) => Promise<string>][] = [
  [/^\/meetings\/([\w-]+)$/, async (db, actor, name) => (await getMeeting(db, actor, name)).title],
  [/^\/show-and-tell\/([\w-]+)$/, async (db, actor, name) => (await getTalk(db, actor, name)).title],
  [/^\/events\/([\w-]+)$/, async (db, actor, name) => (await getEvent(db, actor, name)).title],
  [/^\/documents\/([\w-]+)$/, async (db, actor, name) => (await getDocument(db, actor, name)).title],
  [/^\/news\/issues\/(\d{1,9})$/, async (db, actor, name) => (await getIssue(db, actor, Number(name))).title],
  [/^\/requests\/(\d{1,15})$/, async (db, actor, name) => (await getRequest(db, actor, Number(name))).title],
  [/^\/stories\/(\d{1,15})$/, async (db, actor, name) => (await getStory(db, actor, Number(name))).title],
  [/^\/decisions\/(\d{1,15})$/, async (db, actor, name) => named((await getDecision(db, actor, Number(name))).text)],
  [/^\/reports\/([\w-]+)$/, async (db, actor, name) => (await getReport(db, actor, name)).title],
  [/^\/news\/([\w-]+)$/, async (db, actor, name) => (await getItem(db, actor, name)).title],
  [/^\/answers\/(\d{1,15})$/, async (db, actor, name) => (await getAnswer(db, actor, Number(name))).request],
  [/^\/pages\/([\w-]+)$/, async (db, actor, name) => (await getOwnPage(db, actor, name)).title],
  [/^\/lists\/([\w-]+)$/, async (db, actor, name) => (await getList(db, actor, name)).title],
]

/** What the thing at this address is called, where everybody may see it; undefined where not, whether it exists or not. */
export async function findPublicTitle(db: Db, path: string, at: Date): Promise<string | undefined> {
  for (const [pattern, find] of single) {
    const name = pattern.exec(path)?.[1]
    if (name === undefined) continue
    try {
      return await find(db, visitor(at, 'web'), name)
    } catch (error) {
      if (error instanceof NotFound) return undefined
      throw error
    }
  }
  return undefined
}
