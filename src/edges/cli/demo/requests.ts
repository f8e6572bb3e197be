import { createHash } from 'node:crypto'
import { type Actor, program } from '../../../actor.ts'
import type { Ground } from '../../../ground.ts'
import { dropJobs } from '../../../lib/db/enqueue.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { pluck } from '../../../lib/pluck.ts'
import { collateCases, ensureArea, indexRequest, makeRequest, nameChampion, saveTopic, setStageByHand } from '../../../requests/actions.ts'
import { captureMessage, changeCase } from '../../../requests/cases/actions.ts'
import { setConsent } from '../../../requests/cases/author-actions.ts'
import { excerptOf } from '../../../requests/cases/excerpt.ts'
import { getCase } from '../../../requests/cases/queries.ts'
import { commentOnRequest } from '../../../requests/comments-actions.ts'
import { carryOutMerge, proposeMerge, undoMerge } from '../../../requests/merging-actions.ts'
import { writeNote } from '../../../requests/notes-actions.ts'
import { readMessages } from '../../../requests/reading-actions.ts'
import { addSynonyms } from '../../../requests/similar-actions.ts'
import { tellStory } from '../../../requests/stories-actions.ts'
import { openAffirmation, recordSupport } from '../../../requests/support/actions.ts'
import { caseTitleOf } from './case-titles.ts'
import { actAs } from './hand.ts'
import { merges, requests, stories, synonyms, type WrittenRequest } from './requests-script.ts'

const day = 86_400_000

/** A number that is always the same for the same text: the demo looks alike on every machine. */
const chance = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE()

const frequencies = ['each term', 'weekly', 'daily in the first weeks', 'once a year', 'after every rollover', 'several times a month']

/** Somebody of the group as they were then: with the roles of today, at an instant of the past. */
const at = (actor: Actor, when: Date): Actor => ({ ...actor, at: when })

interface Said {
  id: number
  text: string
  sentAt: Date
  personId: number | null
}

/** The messages of a thread that tell a case: its first one and longer answers, one of each writer, oldest first. */
async function readThread(tx: Tx, subject: string, most = 3): Promise<Said[]> {
  const rows = await tx
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.threadId')
    .select(['message.id', 'message.text', 'message.sentAt', 'message.personId'])
    .where('thread.subject', 'in', [subject, `Re: ${subject}`])
    .orderBy('message.sentAt')
    .execute()
  const told = rows.filter(({ text }, place) => place === 0 || excerptOf(text).length > 110)
  return [...new Map(told.reverse().map((one) => [one.personId ?? one.id, one])).values()].reverse().slice(0, most)
}

async function loadCases(
  tx: Tx,
  actor: Actor,
  { threads }: WrittenRequest,
  areaId: number,
): Promise<{ captured: Map<number, Date>; first?: Date }> {
  const messages = (await Promise.all(threads.map((subject) => readThread(tx, subject))))
    .flat()
    .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
  const captured = new Map<number, Date>()
  for (const message of messages) {
    const when = new Date(message.sentAt.getTime() + (1 + (chance(`${message.id}`) % 9)) * day)
    const then = at(actor, when < actor.at ? when : actor.at)
    const { caseId, known } = await captureMessage(tx, then, message.id)
    if (!known)
      await changeCase(tx, then, caseId, {
        title: caseTitleOf(message.text) ?? (await getCase(tx, then, caseId)).title,
        problem: excerptOf(message.text),
        frequency: frequencies[chance(`how often ${message.id}`) % frequencies.length],
        areaId,
      })
    if (!known && chance(`consent ${message.id}`) % 3 !== 0)
      await setConsent(tx, then.at, 'mail', caseId, chance(`which ${message.id}`) % 2 === 0 ? 'vendor' : 'public')
    captured.set(caseId, then.at)
  }
  return { captured, first: messages[0]?.sentAt }
}

const strengths = ['must', 'must', 'should', 'should', 'should', 'would_like', 'not_for_us'] as const
const reasons = ['Every term', 'The help desk asks', 'Our instructors ask for it', '', '', 'It keeps two people busy for a week', '']

/** Institutions stand behind a request one after another; more behind some than behind others. */
async function loadSupport(tx: Tx, actor: Actor, requestId: number, title: string, from: Date): Promise<void> {
  const organisations = await tx.selectFrom('organisation').select(['id', 'name']).where('kind', '=', 'institution').orderBy('id').execute()
  const share = 2 + (chance(`share ${title}`) % 12)
  for (const { id, name } of organisations) {
    const dice = chance(`${title} ${name}`)
    if (dice % 16 >= share) continue
    const since = new Date(Math.min(actor.at.getTime() - day, from.getTime() + (dice % 500) * day))
    const said = { strength: strengths[dice % strengths.length] ?? 'should', reason: reasons[dice % reasons.length] ?? '' }
    await recordSupport(tx, actor, requestId, id, said, { since })
  }
}

async function loadRequest(tx: Tx, actor: Actor, written: WrittenRequest, place: number, champions: number[]): Promise<number> {
  const groupId = actor.grants.find((grant) => grant.groupId !== null)?.groupId as number
  const areaId = await ensureArea(tx, actor, groupId, written.area)
  const cases = await loadCases(tx, actor, written, areaId)
  const when = new Date(Math.min(actor.at.getTime() - 3 * day, (cases.first?.getTime() ?? actor.at.getTime()) + 20 * day))
  const then = at(actor, when)
  const id = await makeRequest(
    tx,
    then,
    groupId,
    {
      kind: written.kind,
      title: written.title,
      text: written.text,
      visibility: place % 4 === 3 ? 'subscribers' : 'public',
      areaId,
      severity: written.severity,
      ...(written.kind === 'concern' ? { versions: 'Since the release of May', workaround: 'By hand, as the user cases tell.' } : {}),
    },
    { at: when },
  )
  // Those told after the request was made came to it one by one.
  for (const [caseId, captured] of cases.captured) await collateCases(tx, captured < when ? then : at(actor, captured), id, [caseId])
  await loadSupport(tx, actor, id, written.title, when)
  if (place % 2 === 0) await nameChampion(tx, actor, id, champions[place % champions.length] ?? null)
  const later = new Date(Math.min(actor.at.getTime(), when.getTime() + 20 * day))
  if (written.stage) await setStageByHand(tx, at(actor, later), id, written.stage, written.why ?? '')
  return id
}

interface Team {
  ines: Actor
  weilin: Actor
  aoife: Actor
  groupId: number
  now: Date
}

async function findTeam(tx: Tx, now: Date): Promise<Team> {
  const find = (email: string) => actAs(tx, email, now)
  const ines = await find('ines.albrecht@oldharbour.example')
  const groupId = ines.grants.find((grant) => grant.groupId !== null)?.groupId as number
  return { ines, weilin: await find('weilin.tan@straits.example'), aoife: await find('aoife.lennon@corrib.example'), groupId, now }
}

async function loadSizes(tx: Tx): Promise<void> {
  const institutions = await tx.selectFrom('organisation').select(['id', 'name']).where('kind', '=', 'institution').execute()
  for (const { id, name } of institutions)
    await tx
      .updateTable('organisation')
      .set({ peopleServed: 1_500 + (chance(`size ${name}`) % 36) * 1_000 })
      .where('id', '=', id)
      .where('peopleServed', 'is', null)
      .execute()
}

async function loadTopics(tx: Tx, { ines, weilin, aoife, groupId }: Team, ids: Map<string, number>): Promise<void> {
  const topics = [
    { areas: ['Rollover'], owner: weilin, name: 'A calmer rollover', description: 'What keeps libraries busy at the turn of a term' },
    { areas: ['Publishing', 'Analytics'], owner: aoife, name: 'What students see', description: 'Gaps, hints, readings by week' },
  ]
  for (const { areas, owner, ...facts } of topics) {
    const topicId = await saveTopic(tx, ines, groupId, undefined, { ...facts, ownerId: owner.personId ?? undefined })
    const mine = requests.filter(({ area }) => areas.includes(area)).map(({ title }) => ids.get(title) ?? 0)
    await tx.updateTable('request').set({ topicId }).where('id', 'in', mine).execute()
    for (const id of mine) await indexRequest(tx, id)
  }
}

async function loadMerges(tx: Tx, { ines, now }: Team, ids: Map<string, number>): Promise<void> {
  const daysAgo = (days: number) => at(ines, new Date(now.getTime() - days * day))
  for (const { from, into, why, ...rest } of merges) {
    const id = await proposeMerge(tx, rest.open ? ines : daysAgo(40), ids.get(from) ?? 0, ids.get(into) ?? 0, why)
    if (rest.open) continue
    await carryOutMerge(tx, daysAgo(20), id)
    if (rest.undone) await undoMerge(tx, daysAgo(12), id)
  }
}

async function loadStories(tx: Tx, { ines, aoife, groupId }: Team): Promise<void> {
  for (const { thread, kind, area, outcome } of stories) {
    const [message] = await readThread(tx, thread, 1)
    if (!message) continue
    const facts = { kind, title: thread.replace(/^Show and Tell: /, ''), text: excerptOf(message.text), outcome, stage: 'live' as const }
    const areaId = await ensureArea(tx, ines, groupId, area)
    const when = new Date(message.sentAt.getTime() + 10 * day)
    await tellStory(tx, at(aoife, when), groupId, { ...facts, visibility: 'public', areaId }, { messageId: message.id })
  }
}

/** What the newest messages hold that is no user case yet waits in the curators' queue. */
async function suggest(tx: Tx, { now }: Team): Promise<void> {
  const newest = await tx
    .selectFrom('message')
    .select('id')
    .where((e) => e.not(e.exists(e.selectFrom('userCaseSource').select('id').whereRef('userCaseSource.messageId', '=', 'message.id'))))
    .orderBy('sentAt', 'desc')
    .limit(120)
    .execute()
  await readMessages(tx, program(now), pluck(newest, 'id'))
}

/** Requests of three years from what the list has said, with their support, merges, stories and words that mean the same. */
export async function loadRequests({ context }: Ground): Promise<void> {
  await context.write(async (tx) => {
    const team = await findTeam(tx, context.now())
    const { ines, weilin, aoife, groupId, now } = team
    const daysAgo = (days: number) => new Date(now.getTime() - days * day)
    await loadSizes(tx)
    for (const words of synonyms) await addSynonyms(tx, at(weilin, daysAgo(200)), groupId, words)
    const ids = new Map<string, number>()
    const champions = [ines, weilin, aoife].map(({ personId }) => personId as number)
    for (const [place, written] of requests.entries())
      ids.set(written.title, await loadRequest(tx, place % 3 === 0 ? weilin : ines, written, place, champions))
    await loadTopics(tx, team, ids)
    await loadMerges(tx, team, ids)
    await loadStories(tx, team)
    const hint = ids.get('A hint for students while items are being processed') ?? 0
    await commentOnRequest(tx, at(aoife, daysAgo(5)), hint, 'We could test a first version with two departments in January.')
    const note = 'The count is easy, the wording is not, says the product manager. Take both to the next call.'
    await writeNote(tx, at(weilin, daysAgo(4)), hint, note)
    await suggest(tx, team)
    // What lies three years back was told to nobody then: no letters go out about it now.
    await dropJobs(tx, 'requests.')
    const closesOn = daysAgo(-20).toISOString().slice(0, 10)
    await openAffirmation(tx, at(ines, daysAgo(3)), groupId, { name: 'Before the cycle of 2026', closesOn })
  })
}
