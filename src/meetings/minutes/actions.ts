import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, missing, NotFound, refuse } from '../../errors.ts'
import { takeTextFiles } from '../../files/actions.ts'
import { addAction, addDecision, rewordAction, rewordDecision } from '../../groups/actions.ts'
import { listOwners } from '../../groups/queries.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { findRow, insertNewRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { getRequest } from '../../requests/queries.ts'
import { dayIn } from '../../time.ts'
import { findMeeting, getArrangedMeeting, getMeeting, hostIds, type Meeting } from '../core/queries.ts'
import { indexMeeting } from '../search-actions.ts'
import { approveMinutes, groupOf } from './approval-actions.ts'
import { findNextMeeting, listItems } from './queries.ts'
import { between } from './rules.ts'

const t = textsOf('meetings', 'minutes')

/** A meeting at whose table the actor sits; to others its agenda cannot be written. */
async function lockTable(tx: Tx, actor: Actor, slug: string): Promise<Meeting> {
  const meeting = await getMeeting(tx, actor, slug)
  if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
  await tx.selectFrom('meeting').select('id').where('id', '=', meeting.id).forUpdate().execute()
  return meeting
}

/** An item for the agenda. */
export interface NewItem {
  title: string
  note?: string
  minutes?: number | null | undefined
  internal?: boolean
  source?: string
  sourcePath?: string
}

/**
 * Puts an item on the agenda: at once by those who arrange, as a proposal by others at the table.
 * @param requestId the request that it is about, which is on an agenda once
 */
export async function addItem(
  tx: Tx,
  actor: Actor,
  slug: string,
  { requestId, ...typed }: NewItem & { requestId?: number },
): Promise<number> {
  const meeting = await lockTable(tx, actor, slug)
  if (meeting.state === 'cancelled') throw new Conflict(t.thisMeetingIsCancelled)
  const about = requestId === undefined ? {} : await aboutRequest(tx, actor, requestId)
  const item = { ...typed, ...about }
  const there = item.source ? await findItemOf(tx, meeting.id, item.source) : undefined
  if (there) {
    // It was set aside: whoever arranges brings it back.
    if (there.state === 'dropped' && meeting.mayArrange) await settleItem(tx, actor, slug, there.id, 'open')
    return there.id
  }
  return insertItem(tx, actor, meeting.id, item, meeting.mayArrange ? 'open' : 'proposed')
}

/** What not everybody reads of requests stays within the group on an agenda as well. */
async function aboutRequest(tx: Tx, actor: Actor, requestId: number): Promise<Partial<NewItem>> {
  const { id, visibility } = await getRequest(tx, actor, requestId)
  return { source: `request:${id}`, sourcePath: `/requests/${id}`, ...(visibility === 'public' ? {} : { internal: true }) }
}

const findItemOf = (tx: Tx, meetingId: number, source: string) =>
  tx.selectFrom('agendaItem').select(['id', 'state']).where('meetingId', '=', meetingId).where('source', '=', source).executeTakeFirst()

/** Puts an item at the end of an agenda; one that comes from the same thing is brought up to date instead. */
export async function insertItem(tx: Tx, actor: Actor, meetingId: number, item: NewItem, state: 'open' | 'proposed'): Promise<number> {
  const last = await tx
    .selectFrom('agendaItem')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  const { title, note = '', minutes = null, internal = false, source = '', sourcePath = '' } = item
  const { id } = await tx
    .insertInto('agendaItem')
    .values({
      ...{ meetingId, title, note, minutes, internal, source, sourcePath, state },
      position: (last?.position ?? 0) + 10,
      personId: actor.personId,
      createdAt: actor.at,
    })
    .onConflict((conflict) => conflict.columns(['meetingId', 'source']).where('source', '<>', '').doUpdateSet({ title, note, internal }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordOf(tx, actor, `agenda.${state === 'open' ? 'added' : 'proposed'}`, { of: 'meeting', id: meetingId }, { itemId: id })
  await indexMeeting(tx, meetingId)
  return id
}

async function lockItem(tx: Tx, actor: Actor, slug: string, id: number) {
  const meeting = await getArrangedMeeting(tx, actor, slug)
  const item =
    (await findRow(tx.selectFrom('agendaItem').selectAll().forUpdate(), { id, meetingId: meeting.id })) ?? missing(t.agendaItemNotFound)
  return { meeting, item }
}

/** Rewords an item, gives it a time box, or keeps it inside; what is left out stays. */
export async function changeItem(
  tx: Tx,
  actor: Actor,
  slug: string,
  id: number,
  change: { title: string; note?: string; minutes?: number | null; internal?: boolean },
): Promise<void> {
  const { meeting } = await lockItem(tx, actor, slug, id)
  await tx.updateTable('agendaItem').set(change).where('id', '=', id).execute()
  await indexMeeting(tx, meeting.id)
  await record(tx, actor, { action: 'agenda.changed', subject: `meeting:${meeting.id}`, details: { itemId: id } })
}

/**
 * This meeting approves the minutes of an earlier one: what its item of the agenda is about.
 * @throws NotFound where the item is about no minutes, or about those of others
 */
export async function approveAtMeeting(tx: Tx, actor: Actor, slug: string, id: number): Promise<void> {
  const { meeting, item } = await lockItem(tx, actor, slug, id)
  const earlier = (await findMeeting(tx, Number(/^minutes:(\d+)$/.exec(item.source)?.[1] ?? 0))) ?? missing(t.agendaItemNotFound)
  await getArrangedMeeting(tx, actor, earlier.slug)
  await approveMinutes(tx, actor, earlier.id, `meeting:${meeting.id}`)
  await tx.updateTable('agendaItem').set({ state: 'done' }).where('id', '=', id).execute()
}

/**
 * Accepts a proposal, sets an item aside, marks it done, or carries it to the next meeting.
 * @throws Conflict where there is no next meeting to carry it to
 */
export async function settleItem(tx: Tx, actor: Actor, slug: string, id: number, to: 'open' | 'done' | 'dropped' | 'carried') {
  const { meeting, item } = await lockItem(tx, actor, slug, id)
  if (to !== 'carried') await tx.updateTable('agendaItem').set({ state: to }).where('id', '=', id).execute()
  else {
    const { title, note, minutes } = item
    // What a meeting that not everybody sees has on its agenda is not for everybody at the next one either.
    const internal = item.internal || !meeting.public
    const next = await findNextMeeting(tx, meeting.id, internal)
    if (!next) throw new Conflict(t.thereIsNoNextMeetingYet)
    const carried = { title, note, internal, minutes, source: `item:${id}`, sourcePath: `/meetings/${meeting.slug}` }
    const carriedTo = await insertItem(tx, actor, next.id, carried, 'open')
    await tx.updateTable('agendaItem').set({ state: 'carried', carriedTo }).where('id', '=', id).execute()
  }
  await indexMeeting(tx, meeting.id)
  await record(tx, actor, { action: `agenda.${to}`, subject: `meeting:${meeting.id}`, details: { itemId: id } })
}

/** Moves an item up or down by one, or to a place (from 1). */
export async function moveItem(tx: Tx, actor: Actor, slug: string, id: number, to: 'up' | 'down' | number): Promise<void> {
  const { meeting } = await lockItem(tx, actor, slug, id)
  const ids = (await listItems(tx, meeting)).map((item) => item.id)
  const at = ids.indexOf(id)
  const target = Math.max(0, Math.min(ids.length - 1, to === 'up' ? at - 1 : to === 'down' ? at + 1 : to - 1))
  ids.splice(target, 0, ...ids.splice(at, 1))
  for (const [index, itemId] of ids.entries()) await updateOne(tx.updateTable('agendaItem'), itemId, { position: (index + 1) * 10 })
  await record(tx, actor, { action: 'agenda.ordered', subject: `meeting:${meeting.id}`, details: { itemId: id } })
}

/** A line as somebody writes it. */
export interface WrittenLine {
  /** Made by whoever writes: the same line sent twice is one line. */
  key: string
  text: string
  /** The version that was changed; 0 for a new line. */
  version: number
  itemId?: number | null
  internal?: boolean
  /** Stands after this line; at the end where not given. */
  afterId?: number
}

/** What became of a line: what stands now and, in a conflict, that both texts are kept. */
export interface SavedLine {
  id: number
  version: number
  text: string
  conflict: boolean
}

/**
 * A meeting whose minutes the actor may write. Who writes waits for nobody who writes, and who approves waits for them; but who writes the first
 * line, by which there are minutes, does so alone.
 */
async function lockWriting(tx: Tx, actor: Actor, slug: string): Promise<Meeting> {
  const meeting = await getMeeting(tx, actor, slug)
  if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
  const row = tx.selectFrom('meeting').select('minutes').where('id', '=', meeting.id)
  const { minutes } = await (meeting.minutes === 'none' ? row.forUpdate() : row.forShare()).executeTakeFirstOrThrow()
  if (minutes === 'approved') throw new Conflict(t.theseMinutesApprovedSoCannot)
  return { ...meeting, minutes }
}

/**
 * Keeps a line of minutes. Each line is its own: who writes one does not wait for who writes another. Where somebody else has changed the
 * same line meanwhile, what stands stays and the other text is kept beside it until a person has looked at both.
 */
export async function saveLine(tx: Tx, actor: Actor, slug: string, line: WrittenLine): Promise<SavedLine> {
  const meeting = await lockWriting(tx, actor, slug)
  if (line.text.length > 5_000) throw new Invalid(refusals.lookAgain, { text: t.shortenLineCharacters({ most: 5_000 }) })
  const there = await findRow(tx.selectFrom('minuteLine').selectAll().forUpdate(), { meetingId: meeting.id, key: line.key })
  if (there) {
    await takeTextFiles(tx, actor, `line:${there.id}`, line.text, { keeps: true })
    return changeLine(tx, actor, there, line)
  }
  if (line.itemId != null) await checkItem(tx, meeting.id, line.itemId)
  const position = await placeAfter(tx, meeting.id, line.afterId)
  const made = await insertNewRow(tx.insertInto('minuteLine').returning('id'), {
    meetingId: meeting.id,
    agendaItemId: line.itemId ?? null,
    key: line.key,
    position,
    text: line.text,
    internal: line.internal ?? false,
    personId: actor.personId,
    updatedAt: actor.at,
  })
  if (!made) return saveLine(tx, actor, slug, line)
  await takeTextFiles(tx, actor, `line:${made.id}`, line.text, { keeps: true })
  await keepVersion(tx, actor, made.id, 1, line.text)
  if (meeting.minutes === 'none')
    await tx.updateTable('meeting').set({ minutes: 'draft' }).where('id', '=', meeting.id).where('minutes', '=', 'none').execute()
  return { id: made.id, version: 1, text: line.text, conflict: false }
}

/** A line of one meeting stands under no item of another. */
async function checkItem(tx: Tx, meetingId: number, id: number): Promise<void> {
  const item = await tx.selectFrom('agendaItem').select('id').where('id', '=', id).where('meetingId', '=', meetingId).executeTakeFirst()
  if (!item) throw new NotFound(t.agendaItemNotFound)
}

const keepVersion = (tx: Tx, actor: Actor, lineId: number, version: number, text: string, conflict = false) =>
  tx.insertInto('minuteLineVersion').values({ lineId, version, text, personId: actor.personId, at: actor.at, conflict }).execute()

type KeptLine = { id: number; text: string; internal: boolean; decisionId: number | null; actionId: number | null }

const titleOf = (text: string): string => text.slice(0, 300)

/** What was made of a line follows it: a decision that said otherwise than the minutes would be another one. */
async function reword(tx: Tx, { text: before, ...line }: KeptLine, text: string, internal = line.internal): Promise<void> {
  if (line.decisionId !== null) await rewordDecision(tx, line.decisionId, { text, internal })
  if (line.actionId !== null && text !== before) await rewordAction(tx, line.actionId, titleOf(before), titleOf(text))
}

async function changeLine(
  tx: Tx,
  actor: Actor,
  there: KeptLine & { version: number; personId: number | null; removedAt: Date | null },
  { text, version, internal }: WrittenLine,
): Promise<SavedLine> {
  const same = there.text === text && (internal === undefined || internal === there.internal) && there.removedAt === null
  if (same) return { id: there.id, version: there.version, text, conflict: false }
  if (version !== there.version) {
    await keepVersion(tx, actor, there.id, version, text, true)
    await tx.updateTable('minuteLine').set({ updatedAt: actor.at }).where('id', '=', there.id).execute()
    return { id: there.id, version: there.version, text: there.text, conflict: true }
  }
  const next = there.version + 1
  await tx
    .updateTable('minuteLine')
    .set({ text, version: next, personId: actor.personId, updatedAt: actor.at, removedAt: null, internal })
    .where('id', '=', there.id)
    .execute()
  await keepVersion(tx, actor, there.id, next, text)
  await reword(tx, there, text, internal)
  return { id: there.id, version: next, text, conflict: false }
}

async function placeAfter(tx: Tx, meetingId: number, afterId: number | undefined): Promise<number> {
  const rows = await tx.selectFrom('minuteLine').select(['id', 'position']).where('meetingId', '=', meetingId).orderBy('position').execute()
  const index = afterId === undefined ? rows.length - 1 : rows.findIndex(({ id }) => id === afterId)
  return between(rows[index]?.position, rows[index + 1]?.position)
}

async function lockLine(tx: Tx, actor: Actor, slug: string, id: number) {
  const meeting = await lockWriting(tx, actor, slug)
  const line =
    (await findRow(tx.selectFrom('minuteLine').selectAll().forUpdate(), { id, meetingId: meeting.id })) ?? missing(t.lineNotFound)
  return { meeting, line }
}

/** Takes a line out; its versions stay. */
export async function removeLine(tx: Tx, actor: Actor, slug: string, id: number): Promise<number | null> {
  const { meeting, line } = await lockLine(tx, actor, slug, id)
  await tx.updateTable('minuteLine').set({ removedAt: actor.at, updatedAt: actor.at }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'minutes.line-removed', subject: `meeting:${meeting.id}`, details: { lineId: id } })
  return line.agendaItemId
}

/** Somebody has looked at both texts of a conflict and says which one stands. */
export async function settleConflict(tx: Tx, actor: Actor, slug: string, id: number, text: string): Promise<void> {
  const { line } = await lockLine(tx, actor, slug, id)
  await tx.updateTable('minuteLineVersion').set({ conflict: false }).where('lineId', '=', id).execute()
  if (text === line.text) {
    await tx.updateTable('minuteLine').set({ updatedAt: actor.at }).where('id', '=', id).execute()
    return
  }
  await updateOne(tx.updateTable('minuteLine'), id, { text, version: line.version + 1, personId: actor.personId, updatedAt: actor.at })
  await keepVersion(tx, actor, id, line.version + 1, text)
  await reword(tx, line, text)
}

/** Makes a line a decision, in place. */
export async function decideLine(
  tx: Tx,
  actor: Actor,
  slug: string,
  id: number,
  decision: { reviewOn: string | null; votesFor: number | null; votesAgainst: number | null; abstained: number | null },
): Promise<number> {
  const { meeting, line } = await lockLine(tx, actor, slug, id)
  if (line.decisionId !== null) throw new Conflict(t.thisLineIsADecisionAlready)
  const hosts = hostIds(meeting.hosts)
  const made = await addDecision(tx, actor, {
    groupId: hosts.groupIds[0] ?? null,
    communityId: hosts.groupIds.length > 0 ? null : (hosts.communityIds[0] ?? null),
    meetingId: meeting.id,
    text: line.text,
    decidedOn: dayIn(meeting.startsAt, meeting.zone),
    internal: line.internal,
    ...decision,
  })
  await tx.updateTable('minuteLine').set({ kind: 'decision', decisionId: made.id, updatedAt: actor.at }).where('id', '=', id).execute()
  return made.number
}

/**
 * Makes a line an action of somebody at the table, in place.
 * @returns whether it is due before the day of the meeting: what was to be ready for it may be, and so may a slip of the pen
 * @throws Invalid for an owner who is not of the group
 */
export async function actOnLine(
  tx: Tx,
  actor: Actor,
  slug: string,
  id: number,
  { ownerId, dueOn }: { ownerId: number | null; dueOn: string | null },
): Promise<{ early: boolean }> {
  const { meeting, line } = await lockLine(tx, actor, slug, id)
  if (line.actionId !== null) throw new Conflict(t.lineAlreadyTask)
  const groupId = groupOf(meeting)
  const owners = groupId === undefined ? [] : await listOwners(tx, groupId, actor.at)
  if (ownerId !== null && !owners.some((one) => one.id === ownerId)) refuse('ownerId', refusals.chooseOneOfThoseThatAre)
  const actionId = await addAction(tx, actor, {
    ...{ title: titleOf(line.text), source: `meeting:${meeting.id}`, sourcePath: `/meetings/${meeting.slug}` },
    ...{ groupId, ownerId: ownerId ?? undefined, dueOn: dueOn ?? undefined },
  })
  await tx.updateTable('minuteLine').set({ kind: 'action', actionId, updatedAt: actor.at }).where('id', '=', id).execute()
  return { early: dueOn !== null && dueOn < dayIn(meeting.startsAt, meeting.zone) }
}

/** A thing of another domain stands on an agenda again, or is set aside with it. */
export async function standItem(tx: Tx, id: number, change: { state: 'open'; minutes: number } | { state: 'dropped' }): Promise<void> {
  await tx.updateTable('agendaItem').set(change).where('id', '=', id).execute()
}
