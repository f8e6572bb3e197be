import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Conflict, conflictIf, NotFound, notAllowedIf, refuse } from '../errors.ts'
import { filesFound } from '../files/queries.ts'
import { record } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { findRow, insertOne, type Tx, updateOne } from '../lib/db/rows.ts'
import type { Visibility } from '../lib/db/schema.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { insertItem } from '../meetings/actions.ts'
import { audienceOf } from '../policy.ts'
import { forgetDocuments, indexDocuments } from '../search/actions.ts'
import type { Actions } from '../signed.ts'
import {
  findFreeTalkSlug,
  findTalk,
  getArrangedTalk,
  getKeptTalk,
  getSource,
  listChapters,
  listFileIds,
  listTalkGroups,
  seenBy,
  type Talk,
} from './queries.ts'
import { type Chapter, slugOf, takenSlugs, whyNotGo, whyNotLink, whyNotRecord } from './rules.ts'

const t = textsOf('talks', 'actions')

/** What somebody says of their talk. */
export interface TalkFacts {
  title: string
  abstract: string
  minutes: number
  language: string
  visibility: Visibility
}

/** Locks a talk, so that two who decide about it do so one after the other. */
export async function lockTalk(tx: Tx, actor: Actor, slug: string, get = getArrangedTalk): Promise<Talk> {
  await tx.selectFrom('talk').select('id').where('slug', '=', slug).forUpdate().execute()
  return get(tx, actor, slug)
}

/** Writes the journal line of a change, brings search up to date and says when it was. */
export async function noteChange(tx: Tx, actor: Actor, talk: { id: number; groupId: number }, action: keyof Actions, details = {}) {
  await tx.updateTable('talk').set({ changedAt: actor.at }).where('id', '=', talk.id).execute()
  await record(tx, actor, { action, subject: `talk:${talk.id}`, groupId: talk.groupId, details })
  await indexTalk(tx, talk.id)
}

/** Puts a talk into search for whom it is: the group alone before it has a slot. */
export async function indexTalk(tx: Tx, id: number): Promise<void> {
  const talk = await findTalk(tx, id)
  if (!talk) return
  if (talk.state === 'withdrawn' || talk.state === 'declined') return forgetDocuments(tx, 'talk', [id])
  const shown = talk.state === 'scheduled' || talk.state === 'given'
  const chapters = await listChapters(tx, id)
  // Of people of the site their own pages say where they work.
  const guests = talk.speakers.flatMap(({ personId, name, from }) => (personId === null && from ? [`${name}, ${from}`] : []))
  await indexDocuments(tx, [
    {
      kind: 'talk',
      subjectId: id,
      audience: audienceOf(talk.groupId, shown ? talk.visibility : 'group'),
      groupId: talk.groupId,
      at: talk.startsAt ?? talk.proposedAt,
      author: talk.speakers.map(({ name }) => name).join(', '),
      title: talk.title,
      body: [talk.abstract, ...chapters.map(({ title }) => title), ...guests].filter(Boolean).join('\n\n'),
      markdown: true,
      language: talk.language,
      // Before the talk only those who keep it have them.
      files: talk.state === 'given' ? await filesFound(tx, await listFileIds(tx, id)) : [],
    },
  ])
}

/**
 * Proposes a talk. Who proposes speaks, unless the proposal is made of somebody else's message: then its writer does.
 * @returns its address
 * @throws NotFound where the actor is neither of the group nor on its lists; Conflict where the message was made a proposal before
 */
export async function proposeTalk(tx: Tx, actor: Actor, groupId: number, facts: TalkFacts, messageId?: number): Promise<string> {
  const group = (await listTalkGroups(tx, actor)).find(({ id }) => id === groupId)
  if (!group?.mayPropose) throw new NotFound(refusals.noSuchGroup)
  const source = messageId === undefined ? undefined : await getSource(tx, actor, messageId)
  // Two who propose under one title get their addresses one after the other.
  await sql`select pg_advisory_xact_lock(7_280)`.execute(tx)
  if (source) {
    const twin = await findRow(tx.selectFrom('talk').select(seenBy(actor).as('seen')), { groupId, source: source.source }, ['title'])
    // What it is called is for those who may see it.
    if (twin) throw new Conflict(twin.seen ? t.thisMessageWasProposedAlready({ title: twin.title }) : t.someoneProposedThisMessage)
  }
  const slug = await findFreeTalkSlug(tx, slugOf(facts.title), takenSlugs)
  const id = await insertOne(tx.insertInto('talk'), {
    ...facts,
    slug,
    groupId,
    proposedBy: actor.personId,
    proposedAt: actor.at,
    changedAt: actor.at,
    ...(source ? { source: source.source, sourcePath: source.sourcePath } : {}),
  })
  const speaks = source ? source.personId : actor.personId
  if (speaks !== null) await tx.insertInto('talkSpeaker').values({ talkId: id, personId: speaks }).execute()
  await noteChange(tx, actor, { id, groupId }, 'talk.proposed')
  await enqueue(tx, 'talks.proposed', { talkId: id })
  return slug
}

/** Says anew what a talk is about; who speaks, proposed or arranges may. What was withdrawn or declined stays as it was. */
export async function changeTalk(tx: Tx, actor: Actor, slug: string, facts: TalkFacts): Promise<void> {
  const talk = await lockTalk(tx, actor, slug, getKeptTalk)
  if (talk.state === 'withdrawn' || talk.state === 'declined') throw new Conflict(t.canNoLongerChangeTalk)
  // Who speaks says what; whom it is for was settled when it got its slot.
  const visibility = talk.mayArrange || talk.state === 'proposed' ? facts.visibility : talk.visibility
  await updateOne(tx.updateTable('talk'), talk.id, { ...facts, visibility })
  if (talk.state === 'scheduled' && talk.meetingId !== null) await putOnAgenda(tx, actor, talk.meetingId, { ...talk, ...facts, visibility })
  await noteChange(tx, actor, talk, 'talk.changed')
}

/**
 * Puts a talk on the agenda of its meeting, or brings its item there up to date. A meeting may be for more people than a talk, and its agenda
 * goes into email, calendars and search: what is not for everybody stands there as the group's own.
 * @returns the item's number
 */
export function putOnAgenda(tx: Tx, actor: Actor, meetingId: number, talk: Talk): Promise<number> {
  const title = `Show and Tell: ${talk.title}`.slice(0, 200)
  const note = talk.speakers.map(({ name, from }) => (from ? `${name} (${from})` : name)).join(', ')
  const from = { source: `talk:${talk.id}`, sourcePath: `/show-and-tell/${talk.slug}` }
  const item = { title, note, minutes: talk.minutes, internal: talk.visibility !== 'public', ...from }
  return insertItem(tx, actor, meetingId, item, 'open')
}

/**
 * The group accepts a proposal or declines it; the proposer is told, with the reason.
 * @throws Invalid where it is declined without a reason; Conflict where somebody has decided meanwhile
 */
export async function decideTalk(tx: Tx, actor: Actor, slug: string, to: 'accepted' | 'declined', reason: string): Promise<void> {
  const talk = await lockTalk(tx, actor, slug)
  if (to === 'declined' && !reason) refuse('reason', t.enterReasonPersonWhoProposed)
  conflictIf(talk.state === 'scheduled' ? t.hasSlot : whyNotGo(talk.state, to))
  await tx
    .updateTable('talk')
    .set({ state: to, reason: to === 'declined' ? reason : '', decidedAt: actor.at, decidedBy: actor.personId })
    .where('id', '=', talk.id)
    .execute()
  await noteChange(tx, actor, talk, `talk.${to}`)
  await enqueue(tx, 'talks.decided', { talkId: talk.id, at: actor.at.toISOString() })
}

/** A recording as it is linked. */
export interface Recording {
  /** Nothing: it is taken off. */
  url: string
  seconds: number | null
  chapters: readonly Chapter[]
}

/**
 * Links a recording, or takes it off.
 * @throws NotAllowed where not everybody who spoke has agreed; Invalid for a link that is none
 */
export async function setRecording(tx: Tx, actor: Actor, slug: string, { url, seconds, chapters }: Recording): Promise<void> {
  const talk = await lockTalk(tx, actor, slug)
  if (url) {
    const problem = whyNotLink(url)
    if (problem) refuse('url', problem)
    notAllowedIf(whyNotRecord(talk.state, talk.speakers))
  }
  await clearRecording(tx, talk.id)
  if (url) {
    await updateOne(tx.updateTable('talk'), talk.id, { recordingUrl: url, recordingSeconds: seconds, recordedAt: actor.at })
    if (chapters.length > 0)
      await tx
        .insertInto('talkChapter')
        .values(chapters.map((chapter) => ({ talkId: talk.id, ...chapter })))
        .execute()
  }
  await noteChange(tx, actor, talk, url ? 'talk.recorded' : 'talk.recordingRemoved')
}

/** Takes a recording and its chapters off every page. */
export async function clearRecording(tx: Tx, talkId: number): Promise<void> {
  await tx.deleteFrom('talkChapter').where('talkId', '=', talkId).execute()
  await tx.updateTable('talk').set({ recordingUrl: '', recordingSeconds: null, recordedAt: null }).where('id', '=', talkId).execute()
}
