import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { lockArchive } from '../archive/actions.ts'
import { Conflict } from '../errors.ts'
import { noteRows } from '../journal/actions.ts'
import { type Db, insertNewRow, insertOne, type Tx, updateOne } from '../lib/db/rows.ts'
import type { Locale } from '../lib/ui/format.ts'
import { clipKept, keptOf } from '../lib/ui/kept.ts'
import { textsOf } from '../lib/ui/words.ts'
import { bringApplicant, bringBan, bringHeld, bringSender, lockList, prefaceWelcome, recordList, setSettings } from '../list/actions.ts'
import { readChain } from '../list/rules.ts'
import { calledBy } from '../people/actions.ts'
import { chainWith } from './habits-rules.ts'
import { type Settled, settleItems } from './members-actions.ts'
import type { NewSettings, Plan } from './plan-rules.ts'
import { type Choices, countItems, findOpenMove, isBeingTakenBack } from './queries.ts'
import { type Applicant, type Departing, type HeldPost, type NonMemberAction, readPattern } from './rules.ts'

const reasons = keptOf('imports', 'reasons')

const t = textsOf('imports', 'actions')

/** The list that an import goes into. */
export interface Target {
  id: number
  groupId: number
  name: string
  language: string
}

/** An import under way. */
export interface Move {
  id: number
  list: Target
}

/** Begins an import, or goes on where one of the same source was cut off. */
export async function beginMove(
  tx: Tx,
  actor: Actor,
  list: Target,
  {
    source,
    fingerprint,
    departing,
    plan,
    choices,
  }: { source: string; fingerprint: Buffer; departing: Departing; plan: Plan; choices: Choices },
): Promise<Move> {
  // One that begins and an undo that begins do not pass each other.
  await lockArchive(tx, list.id)
  if (await isBeingTakenBack(tx, list.id)) throw new Conflict(t.anImportIntoThisListIs)
  const open = await findOpenMove(tx, list.id, fingerprint)
  if (open) {
    await tx.updateTable('listMove').set({ error: null }).where('id', '=', open.id).execute()
    return { id: open.id, list }
  }
  const id = await insertOne(tx.insertInto('listMove'), {
    listId: list.id,
    program: departing.program,
    source,
    fingerprint,
    personId: actor.personId,
    departing: JSON.stringify(departing),
    plan: JSON.stringify(plan.rows),
    choices: JSON.stringify(choices),
    begunAt: actor.at,
  })
  await recordList(tx, actor, list, 'move.begun', { moveId: id })
  return { id, list }
}

/**
 * Holds an import while a part of it is done: who takes it back waits for the part.
 * @throws Conflict where it was taken back meanwhile
 */
export async function holdMove(tx: Tx, moveId: number): Promise<void> {
  const move = await tx.selectFrom('listMove').select('undoBegunAt').where('id', '=', moveId).forShare().executeTakeFirst()
  if (!move || move.undoBegunAt !== null) throw new Conflict(t.someoneUndidImportMeantime)
}

/** Sets the list as it was elsewhere, and by which name it was known there. */
export async function applySettings(tx: Tx, actor: Actor, { id, list }: Move, settings: NewSettings, oldName: string): Promise<void> {
  const { strangers, firstPosts, headers, manyRecipients, administrivia, welcome, ...columns } = settings
  if (Object.keys(settings).length > 0) {
    const before = await lockList(tx, list.id)
    const chain = chainWith(readChain(before.rules), { headers, manyRecipients, administrivia }).map((rule) => {
      if (rule.kind === 'not-subscribed' && strangers) return { ...rule, action: strangers }
      return rule.kind === 'first-posts' && firstPosts ? { ...rule, on: true } : rule
    })
    const { rules, ...rest } = await setSettings(tx, list.id, { ...columns, rules: JSON.stringify(chain) })
    const set = Object.keys(columns) as (keyof typeof columns)[]
    const of = (row: Pick<typeof rest, (typeof set)[number]>) => Object.fromEntries(set.map((name) => [name, row[name]]))
    await noteRows(tx, { moveId: id }, 'settings', [
      { rowId: list.id, was: { ...of(before), rules: before.rules }, became: { ...of(rest), rules } },
    ])
    const worded = welcome ? await prefaceWelcome(tx, actor, list.id, rest.language as Locale, welcome) : undefined
    if (worded) await noteRows(tx, { moveId: id }, 'notice', [{ rowId: list.id, became: worded }])
    await recordList(tx, actor, list, 'list.changed', { moveId: id })
  }
  if (oldName === '') return
  const named = await insertNewRow(tx.insertInto('oldList').returning('name'), { name: oldName.toLowerCase(), listId: list.id })
  if (named) await noteRows(tx, { moveId: id }, 'old-name', [{ rowId: list.id, became: named }])
}

/** Takes over whom the list does not want, and what it does with the mail of strangers that it knows. */
export async function applySenders(tx: Tx, actor: Actor, move: Move, { bans, nonMembers, members }: Departing): Promise<void> {
  const subscribed = new Set(members.map(({ email }) => email))
  const settledBans: Settled[] = []
  for (const text of bans) settledBans.push({ key: text, ...(await ban(tx, actor, move, text, subscribed)) })
  await settleItems(tx, move.id, 'ban', settledBans)
  const settledSenders: Settled[] = []
  for (const { pattern, action } of nonMembers)
    settledSenders.push({ key: pattern, ...(await setSender(tx, actor, move, pattern, action)) })
  await settleItems(tx, move.id, 'stranger', settledSenders)
}

async function ban(tx: Tx, actor: Actor, { id, list }: Move, text: string, subscribed: Set<string>): Promise<Omit<Settled, 'key'>> {
  const pattern = readPattern(text)
  if ('why' in pattern) return { outcome: 'left', reason: pattern.why }
  if (subscribed.has(pattern.value)) return { outcome: 'left', reason: reasons('subscribed') }
  const row = await bringBan(tx, actor, list.id, pattern)
  if (!row) return { outcome: 'known' }
  const { id: rowId, ...became } = row
  await noteRows(tx, { moveId: id }, 'ban', [{ rowId, became }])
  return { outcome: 'added' }
}

async function setSender(tx: Tx, actor: Actor, { id, list }: Move, text: string, action: NonMemberAction): Promise<Omit<Settled, 'key'>> {
  const pattern = readPattern(text)
  if ('why' in pattern) return { outcome: 'left', reason: pattern.why }
  const row = await bringSender(tx, actor, list.id, { kind: pattern.kind, value: pattern.value, action })
  if (row) await noteRows(tx, { moveId: id }, 'sender', [{ rowId: row.id, became: { action: row.action } }])
  return { outcome: row ? 'added' : 'known' }
}

/** Keeps a mail that waited elsewhere among the held ones, once; nobody is told of it. */
export async function takeHeld(tx: Tx, actor: Actor, { id, list }: Move, post: HeldPost, address: string): Promise<void> {
  const raw = Buffer.from(post.raw, 'base64')
  const sha256 = createHash('sha256').update(raw).digest()
  const heldId = await bringHeld(tx, actor, list.id, { raw, sha256, from: post.from, subject: post.subject, memo: post.reason, address })
  if (heldId !== undefined) await noteRows(tx, { moveId: id }, 'held', [{ rowId: heldId }])
  await settleItems(tx, id, 'held', [{ key: post.key, outcome: heldId === undefined ? 'known' : 'added' }])
}

/** Lets somebody who waited to be let in wait on here; their address was confirmed there. */
export async function takeApplicant(tx: Tx, actor: Actor, { id, list }: Move, { email, name }: Applicant): Promise<void> {
  const asked = await bringApplicant(tx, actor, list, { email, name: calledBy(name, email) })
  if (asked !== undefined) await noteRows(tx, { moveId: id }, 'applicant', [{ rowId: asked }])
  await settleItems(tx, id, 'applicant', [{ key: email, outcome: asked === undefined ? 'known' : 'added' }])
}

/** Closes the books of an import; what was read of the other system is not kept longer. */
export async function endMove(tx: Tx, actor: Actor, { id, list }: Move): Promise<void> {
  await tx.updateTable('listMove').set({ endedAt: actor.at, departing: null, error: null }).where('id', '=', id).execute()
  // Who came with it is told by their subscription from now on; the books need only know that it was done.
  await sql`update list_move_item set key = encode(sha256(convert_to(key, 'UTF8')), 'hex')
    where move_id = ${id} and kind in ('member', 'leaver', 'applicant') and outcome in ('added', 'known')`.execute(tx)
  const counts = await countItems(tx, id)
  await recordList(tx, actor, list, 'move.ended', {
    moveId: id,
    ...Object.fromEntries(counts.map(({ kind, outcome, items }) => [`${kind} ${outcome}`, items])),
  })
}

/** What was left out is named as long as somebody may still look into it; then the books keep the numbers alone. */
export async function sweepItems(db: Db, endedBefore: Date): Promise<void> {
  await sql`update list_move_item i set key = encode(sha256(convert_to(i.key, 'UTF8')), 'hex'), reason = ''
    from list_move m where m.id = i.move_id and m.ended_at < ${endedBefore} and i.reason <> ''`.execute(db)
}

/** Notes why an import stopped; it goes on when it is begun again. */
export async function noteFailure(tx: Tx, moveId: number, error: string): Promise<void> {
  await updateOne(tx.updateTable('listMove'), moveId, { error: clipKept(error, 1_000) })
}
