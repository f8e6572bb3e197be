import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { noteRows, recordAll } from '../journal/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import type { MoveOutcome, Receiving } from '../lib/db/schema.ts'
import { pluck } from '../lib/pluck.ts'
import { localeOf } from '../lib/ui/format.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { bringSubscriptions, recordSubscriptions, takeOff } from '../list/actions.ts'
import { findStandings } from '../list/queries.ts'
import { settingsOf } from '../list/rules.ts'
import { addPeople as addNew } from '../people/actions.ts'
import { utcDay } from '../time.ts'
import type { Delivery, Member } from './rules.ts'

const reasons = keptOf('imports', 'reasons')

/** What became of one part of a source. */
export interface Settled {
  key: string
  outcome: MoveOutcome
  reason?: string
}

const receivingOf: Record<Delivery, Receiving> = {
  each: 'each',
  mime: 'mime_digest',
  plain: 'plain_digest',
  summary: 'plain_digest',
  none: 'none',
}

/** Writes down what became of parts; a part keeps its first outcome. */
export async function settleItems(tx: Tx, moveId: number, kind: string, items: Settled[]): Promise<void> {
  if (items.length === 0) return
  await sql`insert into list_move_item (move_id, kind, key, outcome, reason)
    select ${moveId}, ${kind}, i.key, i.outcome::move_outcome, i.reason
    from unnest(${items.map(({ key }) => key)}::text[], ${items.map(({ outcome }) => outcome)}::text[],
      ${items.map(({ reason = '' }) => reason)}::text[]) as i (key, outcome, reason)
    on conflict do nothing`.execute(tx)
}

type Standing = Awaited<ReturnType<typeof findStandings>> extends Map<string, infer S> ? S : never

/** What becomes of an address that is not subscribed by an import; undefined for one that is. */
function whyNotSubscribe(standing: Standing | undefined, email: string, mailDomain: string): Omit<Settled, 'key'> | undefined {
  if (email.endsWith(`@${mailDomain}`)) return { outcome: 'left', reason: reasons('ofThisSite') }
  if (!standing) return undefined
  if (standing.erased) return { outcome: 'left', reason: reasons('erased') }
  if (standing.current) return { outcome: 'known' }
  if (!standing.verified) return { outcome: 'left', reason: reasons('unconfirmed') }
  if (standing.leftAt) return { outcome: 'left', reason: reasons('leftOn', { day: utcDay(standing.leftAt) }) }
}

/**
 * Subscribes members as they were elsewhere, without a mail to anybody. Who has left the list here stays away, and nobody's account
 * is given an address that its owner has not confirmed.
 * @param mailDomain the site's own: a list does not join a list
 * @param moveId the import that brings them, and can be taken back
 */
export async function addMembers(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number; language: string },
  members: Member[],
  { mailDomain, moveId }: { mailDomain: string; moveId?: number },
): Promise<Settled[]> {
  const known = await findStandings(tx, list.id, pluck(members, 'email'))
  const settled: Settled[] = []
  const joining: (Member & { personId?: number; addressId?: number })[] = []
  for (const member of members) {
    const standing = known.get(member.email)
    const why = whyNotSubscribe(standing, member.email, mailDomain)
    if (why) settled.push({ key: member.email, ...why })
    else joining.push(standing ? { ...member, personId: standing.personId, addressId: standing.addressId } : member)
  }
  const people = await addPeople(tx, actor, list.language, joining, moveId)
  // Two addresses of one person: they are subscribed once, with the first.
  const once = new Map(people.map((one) => [one.personId, one]).toReversed() as [number, (typeof people)[number]][])
  const added = await addSubscriptions(tx, actor, list, [...once.values()], moveId)
  for (const { email, personId } of people)
    settled.push(
      added.has(email)
        ? { key: email, outcome: 'added' }
        : { key: email, outcome: 'known', reason: reasons('otherAddress', { id: String(personId) }) },
    )
  return settled
}

type Joining = Member & { personId: number; addressId: number }

/** Makes a person with a confirmed address for each who is new: they have shown elsewhere that it is theirs. */
async function addPeople(
  tx: Tx,
  actor: Actor,
  language: string,
  joining: (Member & { personId?: number; addressId?: number })[],
  moveId: number | undefined,
): Promise<Joining[]> {
  const fresh = joining.filter(({ personId }) => personId === undefined)
  const added = await addNew(
    tx,
    actor,
    fresh.map(({ name, email, language: own, hidden }) => ({
      ...{ name, email, locale: localeOf(own) ?? localeOf(language), verified: true, hidden },
    })),
  )
  for (const [i, member] of fresh.entries()) Object.assign(member, added[i])
  const ids = pluck(added, 'personId')
  const rows = ids.map((rowId) => ({ rowId }))
  if (moveId !== undefined) await noteRows(tx, { moveId }, 'person', rows)
  const events = ids.map((id) => ({ action: 'person.added' as const, subject: `person:${id}` }))
  await recordAll(tx, actor, events)
  return joining as Joining[]
}

async function addSubscriptions(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number },
  joining: Joining[],
  moveId: number | undefined,
): Promise<Set<string>> {
  if (joining.length === 0) return new Set()
  const rows = await bringSubscriptions(
    tx,
    actor,
    list,
    joining.map(({ personId, addressId, stopped, delivery, notMine, noCopies, moderated }) => ({
      ...{ personId, addressId, ownPosts: !notMine, whenAddressed: !noCopies, held: moderated, dead: stopped === 'bounces' },
      receiving: receivingOf[stopped === 'bounces' && delivery === 'none' ? 'each' : delivery],
    })),
  )
  const kept = rows.map((row) => ({ rowId: row.id, became: settingsOf(row) }))
  if (moveId !== undefined) await noteRows(tx, { moveId }, 'subscription', kept)
  return new Set(rows.map(({ email }) => email))
}

/** Takes subscribers off a list because a file does not name them (any more); nobody is told. */
export async function removeMembers(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number },
  leavers: { id: number }[],
  moveId: number,
): Promise<void> {
  const ended = await takeOff(tx, actor, list, pluck(leavers, 'id'))
  const rows = ended.map((rowId) => ({ rowId }))
  await noteRows(tx, { moveId }, 'leaver', rows)
  await recordSubscriptions(tx, actor, list, 'ended', ended, 'owner')
}
