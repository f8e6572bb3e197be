import { type Selectable, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertAll, insertNew, insertOne, insertRow, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { DB, PortalFeedKind } from '../../lib/db/schema.ts'
import { findTargets, type Outward, readAddress, Unreachable } from '../../lib/outward.ts'
import type { PortalEntry } from '../../lib/reading/portal/entry.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayCollate, mayLead } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import { takeAnswer } from '../answers/actions.ts'
import { findAskedItem } from '../answers/queries.ts'
import { faultsOf, type GivenAnswer, noAnswer } from '../answers/rules.ts'
import { checkLeads, findRequestOf } from '../core/actions.ts'
import { getVendorGroup } from '../queries.ts'
import { countChanges, getCase, getChange, listKnown, listNames } from './queries.ts'
import { isNews, nextReading } from './rules.ts'

const t = textsOf('advocacy', 'portal')

/** What came of a reading. */
export interface PortalTaken {
  /** Entries that were not known before. */
  fresh: number
  /** Entries that say something else than before. */
  changed: number
  /** Entries that say what they said. */
  known: number
}

// A portal that makes up entries and changes at each reading fills no disk: no product has had so many in a year.
const [mostKept, mostChanges, aDay] = [50_000, 20_000, 86_400_000]

/**
 * Keeps what a portal says. An entry that is known by the number or the link that the vendor gave a request belongs to that request; all others
 * wait for a person. What an entry said before stays, and the same said again is nothing new, however often and by whatever way it comes.
 * @param importId the file that somebody brought; null where an address was read
 */
export async function keepEntries(
  tx: Tx,
  actor: Actor,
  groupId: number,
  entries: readonly PortalEntry[],
  importId: number | null = null,
): Promise<PortalTaken> {
  // A file and an address that are read at once tell of one change once.
  await sql`select pg_advisory_xact_lock(7275, ${groupId}::int)`.execute(tx)
  const [known, requestOf] = [await listKnown(tx, groupId), await listNames(tx, groupId)]
  const taken: PortalTaken = { fresh: 0, changed: 0, known: 0 }
  const unseen = entries.filter(({ number }) => !known.has(number)).slice(0, Math.max(0, mostKept - known.size))
  const room = mostChanges - (await countChanges(tx, groupId, new Date(actor.at.getTime() - aDay)))
  for (let at = 0; at < unseen.length; at += 500) await insertCases(tx, actor, { groupId, importId }, unseen.slice(at, at + 500), requestOf)
  taken.fresh = unseen.length
  for (const entry of entries) {
    const before = known.get(entry.number)
    if (!before) continue
    // What somebody has said to be none of the group's requests stays so.
    const requestId = before.requestId ?? (before.settledAt === null ? requestOf(entry) : undefined)
    await refresh(tx, before, entry, { requestId, importId })
    if (taken.changed < room && isNews(lastOf(before), entry)) {
      const change = { ...statusOf(actor, { portalCaseId: before.id, importId }, entry), isChange: true }
      await insertRow(tx.insertInto('portalStatus'), change)
      taken.changed++
    } else taken.known++
  }
  if (taken.fresh + taken.changed > 0) {
    await record(tx, actor, { action: 'portal.read', subject: `group:${groupId}`, groupId, details: { ...taken } })
    await enqueue(tx, 'vendor.portalCompare', { groupId }, { key: `vendor.portalCompare:${groupId}` })
  }
  return taken
}

/** What the portal said of an entry last. */
const lastOf = ({ status, reason, onDay }: { status: string | null; reason: string | null; onDay: string | null }) =>
  status === null || onDay === null ? undefined : { status, reason: reason ?? '', onDay }

type RequestOf = Awaited<ReturnType<typeof listNames>>

const dayOfEntry = (entry: PortalEntry, at: Date): string =>
  entry.changedOn !== '' && entry.changedOn <= utcDay(at) ? entry.changedOn : utcDay(at)

/** Where entries belong, and with what they came. */
interface Into {
  groupId: number
  importId: number | null
}

async function insertCases(tx: Tx, actor: Actor, into: Into, entries: PortalEntry[], requestOf: RequestOf): Promise<void> {
  const rows = await tx
    .insertInto('portalCase')
    .values(
      entries.map(({ number, title, link, body, votes, ...rest }) => ({
        ...{ ...into, number, label: title, link, body, votes },
        requestId: requestOf({ number, link, ...rest }) ?? null,
      })),
    )
    .returning(['id', 'number'])
    .execute()
  const ids = new Map(rows.map(({ id, number }) => [number, id]))
  const values = entries.flatMap((entry) => {
    const portalCaseId = ids.get(entry.number)
    if (portalCaseId === undefined || entry.status === '') return []
    return [statusOf(actor, { portalCaseId, importId: into.importId }, entry)]
  })
  await insertAll(tx.insertInto('portalStatus'), values)
}

/** What an entry says, as it is kept. */
const statusOf = (actor: Actor, of: { portalCaseId: number; importId: number | null }, entry: PortalEntry) => ({
  ...{ ...of, status: entry.status, reason: entry.reason, onDay: dayOfEntry(entry, actor.at) },
  ...{ recordedBy: actor.personId, recordedAt: actor.at },
})

type KnownCase = Pick<Selectable<DB['portalCase']>, 'id' | 'label' | 'link' | 'votes' | 'requestId'>

interface Told {
  requestId: number | undefined
  importId: number | null
}

/** What may change of an entry and is no news. */
async function refresh(tx: Tx, before: KnownCase, { title, link, votes }: PortalEntry, { requestId, importId }: Told): Promise<void> {
  const now = { label: title, link: link || before.link, votes: votes ?? before.votes, requestId: requestId ?? null }
  const names = (['label', 'link', 'votes', 'requestId'] as const).filter((name) => now[name] !== before[name])
  if (names.length === 0) return
  await updateOne(tx.updateTable('portalCase'), before.id, now)
  const of = (facts: typeof now) => Object.fromEntries(names.map((name) => [factOf[name], facts[name]]))
  if (importId !== null) await keepBefore(tx, importId, before.id, of(before), of(now))
}

/** Facts of an entry, by what they are called where an import keeps what they were. */
const factOf = { label: 'label', link: 'link', votes: 'votes', requestId: 'request' } as const

/** Keeps what an import changed of an entry, so that it can be taken back. Where the entry stands in it twice, what was before the first is meant. */
async function keepBefore(tx: Tx, importId: number, portalCaseId: number, was: object, became: object): Promise<void> {
  const row = { importId, portalCaseId, was: JSON.stringify(was), became: JSON.stringify(became) }
  await tx
    .insertInto('portalBefore')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['importId', 'portalCaseId']).doUpdateSet({
        was: sql`excluded.was || portal_before.was`,
        became: sql`portal_before.became || excluded.became`,
      }),
    )
    .execute()
}

/** Keeps a state of an entry that somebody typed into a table. @returns whether it was not known */
export async function keepTyped(
  tx: Tx,
  actor: Actor,
  into: Into,
  { requestId, label, link, onDay, status }: { requestId: number; label: string; link: string; onDay: string; status: string },
): Promise<boolean> {
  const known = await tx
    .selectFrom('portalCase')
    .select(['id', 'link'])
    .where('groupId', '=', into.groupId)
    .where('requestId', '=', requestId)
    .where('label', '=', label)
    .where('number', '=', '')
    .forUpdate()
    .executeTakeFirst()
  if (known && link && link !== known.link && into.importId !== null)
    await keepBefore(tx, into.importId, known.id, { link: known.link }, { link })
  const { id } = await tx
    .insertInto('portalCase')
    .values({ ...into, requestId, label, link })
    .onConflict((conflict) =>
      conflict
        .columns(['groupId', 'requestId', 'label'])
        // What the portal numbers is known by its number.
        .where('number', '=', sql.lit(''))
        .doUpdateSet((e) => ({ link: link || e.ref('portalCase.link') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const said = { portalCaseId: id, importId: into.importId, onDay, status, recordedBy: actor.personId, recordedAt: actor.at }
  return insertNew(tx.insertInto('portalStatus'), said)
}

/** A person says which request an entry is, or that it is none of the group's. */
export async function joinEntry(tx: Tx, actor: Actor, caseId: number, requestId: number | undefined): Promise<void> {
  await tx.selectFrom('portalCase').select('id').where('id', '=', caseId).forUpdate().execute()
  const { groupId } = await getCase(tx, actor, caseId)
  if (requestId !== undefined && !(await findRequestOf(tx, groupId, requestId)))
    throw new Invalid(refusals.pleaseLookAgain, { requestId: t.noRequest({ n: requestId }) })
  const settled = { proposedId: null, why: '' }
  // Who has decided is kept either way; what is left out is settled, what is joined goes on.
  const left = { settledAt: requestId === undefined ? actor.at : null, settledBy: actor.personId }
  await updateOne(tx.updateTable('portalCase'), caseId, { ...settled, ...left, requestId: requestId ?? null })
  const action = requestId === undefined ? 'portal.left' : 'portal.joined'
  await record(tx, actor, { action, subject: `group:${groupId}`, groupId, details: { caseId, requestId: requestId ?? null } })
}

/** What is confirmed as the vendor's answer. */
type PortalAnswer = Pick<GivenAnswer, 'class' | 'reason' | 'release'>

async function openChange(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('portalStatus').select('id').where('id', '=', id).forUpdate().execute()
  const change = await getChange(tx, actor, id)
  if (change.settledAt !== null) throw new Conflict(t.settled)
  if (!change.holds) throw new Conflict(t.newer)
  return change
}

/**
 * The group takes a word of the portal as the vendor's answer. It is the group's claim of what the vendor says: the vendor's people are asked to
 * confirm it, and until then it is shown as claimed.
 * @returns the answer's id
 * @throws Invalid beside the field where it is no answer, Conflict where the portal says something else by now
 */
export async function confirmChange(tx: Tx, actor: Actor, id: number, given: PortalAnswer): Promise<number> {
  const change = await openChange(tx, actor, id)
  const { groupId, requestId, link } = change
  if (requestId === null) throw new NotFound(t.noChange)
  const { vendor } = await getVendorGroup(tx, groupId)
  const whole = { ...noAnswer, ...given }
  const item = await findAskedItem(tx, requestId)
  const from = { door: 'portal' as const, givenName: vendor, givenAt: actor.at, link }
  const taken = await takeAnswer(tx, actor, { groupId, requestId, itemId: item?.id }, whole, from)
  if (taken.open) throw new Invalid(refusals.pleaseLookAgain, faultsOf(whole, utcDay(actor.at)))
  if (taken.answerId === undefined) throw new Conflict(t.known)
  await settle(tx, actor, id, taken.answerId)
  return taken.answerId
}

/** The group has seen a word of the portal and leaves it at that. @returns the group */
export async function leaveChange(tx: Tx, actor: Actor, id: number): Promise<number> {
  const { groupId } = await openChange(tx, actor, id)
  await settle(tx, actor, id, null)
  await record(tx, actor, { action: 'portal.seen', subject: `group:${groupId}`, groupId, details: { statusId: id } })
  return groupId
}

const settle = (tx: Tx, { at, personId }: Actor, id: number, answerId: number | null) =>
  updateOne(tx.updateTable('portalStatus'), id, { settledAt: at, settledBy: personId, answerId })

/** Notes what was found like some entries; '' where nothing was. */
export async function noteCompared(tx: Tx, found: readonly { caseId: number; requestId: number | null; why: string }[]): Promise<void> {
  for (const { caseId, requestId, why } of found)
    await updateRows(tx.updateTable('portalCase'), { id: caseId, requestId: null, settledAt: null }, { proposedId: requestId, why })
}

/**
 * Looks whether an address may be called, before anything is kept; asks the DNS and connects to nothing.
 * @throws Invalid with the sentence at `url`
 */
export async function checkFeed(url: string, outward: Outward): Promise<void> {
  try {
    await findTargets(readAddress(url), outward)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    throw new Invalid(refusals.pleaseLookAgain, { url: error.message })
  }
}

const mostFeeds = 10

/** From now on an address is read again and again; it was checked. @returns its id */
export async function addFeed(tx: Tx, actor: Actor, groupId: number, { url, kind }: { url: string; kind: PortalFeedKind }) {
  checkLeads(actor, groupId)
  await tx.selectFrom('sharedWorkingGroup as workingGroup').select('id').where('id', '=', groupId).forUpdate().execute()
  const open = await tx.selectFrom('portalFeed').select('url').where('groupId', '=', groupId).where('closedAt', 'is', null).execute()
  if (open.some((one) => one.url === url)) throw new Invalid(refusals.pleaseLookAgain, { url: t.feedKnown })
  if (open.length >= mostFeeds) throw new Invalid(refusals.pleaseLookAgain, { url: t.feedsMost({ most: mostFeeds }) })
  const made = { madeBy: actor.personId, madeAt: actor.at, nextAt: actor.at }
  const id = await insertOne(tx.insertInto('portalFeed'), { groupId, url, kind, ...made })
  await record(tx, actor, { action: 'portal.feed-added', subject: `group:${groupId}`, groupId, details: { feedId: id } })
  await enqueue(tx, 'vendor.portalRead', { feedId: id }, { key: `vendor.portalRead:${id}` })
  return id
}

/** An address is not read any more; what it said stays. @throws NotFound */
export async function closeFeed(tx: Tx, actor: Actor, id: number): Promise<string> {
  const open = tx.selectFrom('portalFeed').selectAll().where('id', '=', id).where('closedAt', 'is', null)
  const feed = await open.forUpdate().executeTakeFirst()
  if (!feed || !mayLead(actor, feed.groupId) || !mayCollate(actor, feed.groupId)) throw new NotFound(t.noFeed)
  await updateOne(tx.updateTable('portalFeed'), id, { closedAt: actor.at })
  await recordOf(tx, actor, 'portal.feed-closed', { of: 'group', id: feed.groupId, groupId: feed.groupId }, { feedId: id })
  return (await getVendorGroup(tx, feed.groupId)).slug
}

/**
 * A reading begins: its next time is set before it is made, so that one that ends the program is not made again at once.
 * @returns the address; undefined where it is not due, or not read any more
 */
export async function beginReading(tx: Tx, id: number, at: Date) {
  const feed = await tx
    .selectFrom('portalFeed')
    .selectAll()
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .where('nextAt', '<=', at)
    .forUpdate()
    .executeTakeFirst()
  if (!feed) return undefined
  await updateOne(tx.updateTable('portalFeed'), id, { triedAt: at, nextAt: nextReading(id, feed.fails, at) })
  return feed
}

/** What a reading came to. */
export type Reading = { entries?: number; etag?: string; modified?: string } | { problem: string; asked?: number }

/** Keeps what a reading came to, and when the next one is. */
export async function endReading(tx: Tx, id: number, fails: number, at: Date, reading: Reading): Promise<void> {
  const values =
    'problem' in reading
      ? { fails: Math.min(fails + 1, 1_000), error: reading.problem, nextAt: nextReading(id, fails + 1, at, reading.asked) }
      : { fails: 0, error: '', readAt: at, nextAt: nextReading(id, 0, at), ...reading }
  await updateOne(tx.updateTable('portalFeed'), id, values)
}
