import { type Actor, visitor } from '../../../actor.ts'
import { getAnswer } from '../../../advocacy/answers/queries.ts'
import { getArchive, getMessage, getThreadOf } from '../../../archive/queries.ts'
import { getCycle } from '../../../ballots/cycles/queries.ts'
import { getBallot } from '../../../ballots/queries.ts'
import { getCharterGroup, getVersion } from '../../../charter/clauses/queries.ts'
import { getDocument } from '../../../documents/queries.ts'
import { NotFound } from '../../../errors.ts'
import { getEvent } from '../../../events/queries.ts'
import { getDecision } from '../../../groups/decisions/queries.ts'
import { named } from '../../../happening.ts'
import type { Db } from '../../../lib/db/connect.ts'
import { hideAddresses } from '../../../lib/ui/hidden.ts'
import { getList } from '../../../list/queries.ts'
import { getMeeting, getSeries } from '../../../meetings/queries.ts'
import { getIssue } from '../../../news/issues/queries.ts'
import { getItem } from '../../../news/queries.ts'
import { getReport } from '../../../reports/queries.ts'
import { getRequest } from '../../../requests/queries.ts'
import { getStory } from '../../../requests/stories/queries.ts'
import { getTalk } from '../../../talks/queries.ts'
import { getSession } from '../../../talks/sessions/queries.ts'
import { getOwnPage } from '../../own-pages/queries.ts'
import { readThing, type ThingName } from './rules.ts'

type Find = (db: Db, nobody: Actor, name: string, second: string) => Promise<string>

const titles: Record<ThingName, Find> = {
  session: async (db, nobody, slug) => (await getSession(db, nobody, slug)).title,
  talk: async (db, nobody, slug) => (await getTalk(db, nobody, slug)).title,
  meeting: async (db, nobody, slug) => (await getMeeting(db, nobody, slug)).title,
  series: async (db, nobody, slug) => (await getSeries(db, nobody, slug)).title,
  event: async (db, nobody, slug) => (await getEvent(db, nobody, slug)).title,
  document: async (db, nobody, slug) => (await getDocument(db, nobody, slug)).title,
  issue: async (db, nobody, number) => (await getIssue(db, nobody, Number(number))).title,
  news: async (db, nobody, slug) => (await getItem(db, nobody, slug)).title,
  request: async (db, nobody, id) => (await getRequest(db, nobody, Number(id))).title,
  story: async (db, nobody, id) => (await getStory(db, nobody, Number(id))).title,
  decision: async (db, nobody, id) => named((await getDecision(db, nobody, Number(id))).text),
  report: async (db, nobody, slug) => (await getReport(db, nobody, slug)).title,
  answer: async (db, nobody, id) => (await getAnswer(db, nobody, Number(id))).request,
  cycle: async (db, nobody, id) => (await getCycle(db, nobody, Number(id))).title,
  ballot: async (db, nobody, id) => (await getBallot(db, nobody, Number(id))).title,
  results: async (db, nobody, id) => {
    const ballot = await getBallot(db, nobody, Number(id))
    if (ballot.state !== 'counted') throw new NotFound('There is no result yet.')
    return ballot.title
  },
  charter: async (db, nobody, slug) => (await getCharterGroup(db, nobody, slug)).name,
  charterVersion: async (db, nobody, slug, number) => {
    const group = await getCharterGroup(db, nobody, slug)
    await getVersion(db, group.id, Number(number))
    return group.name
  },
  page: async (db, nobody, slug) => (await getOwnPage(db, nobody, slug)).title,
  list: async (db, nobody, name) => (await getList(db, nobody, name)).title,
  threads: async (db, nobody, name) => (await getArchive(db, nobody, name)).title,
  thread: async (db, nobody, name, messageId) =>
    hideAddresses((await getThreadOf(db, (await getArchive(db, nobody, name)).id, messageId)).subject),
  message: async (db, nobody, name, messageId) =>
    hideAddresses((await getMessage(db, (await getArchive(db, nobody, name)).id, messageId)).subject),
}

/** What the thing at this address is called, where everybody may see it; undefined where not, whether it exists or not. */
export async function findPublicTitle(db: Db, path: string, at: Date): Promise<string | undefined> {
  const found = readThing(path)
  if (!found) return undefined
  const [name = '', second = ''] = found.names
  try {
    return await titles[found.thing](db, visitor(at, 'web'), name, second)
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}
