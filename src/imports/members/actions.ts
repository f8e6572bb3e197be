import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { recordAll } from '../../journal/actions.ts'
import { noteRows } from '../../journal/rows/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import type { MoveOutcome, Receiving } from '../../lib/db/schema.ts'
import { cancelDeliveries } from '../../outbox/actions.ts'
import { calledBy } from '../../people/actions.ts'
import { utcDay } from '../../time.ts'
import { findStandings } from '../queries.ts'
import { type Delivery, localeOf, type Member, type SubscriptionSettings, settingsOf } from '../rules.ts'

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

/**
 * Subscribes members as they were elsewhere, without a mail to anybody. Who has left the list here stays away, and nobody's account
 * is given an address that its owner has not confirmed.
 * @param moveId the import that brings them, and can be taken back
 */
export async function addMembers(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number; language: string },
  members: Member[],
  moveId?: number,
): Promise<Settled[]> {
  const known = await findStandings(
    tx,
    list.id,
    members.map(({ email }) => email),
  )
  const settled: Settled[] = []
  const joining: (Member & { personId?: number; addressId?: number })[] = []
  for (const member of members) {
    const standing = known.get(member.email)
    if (!standing) joining.push(member)
    else if (standing.erased) settled.push({ key: member.email, outcome: 'left', reason: 'This person has been erased at their own wish.' })
    else if (standing.current) settled.push({ key: member.email, outcome: 'known' })
    else if (!standing.verified)
      settled.push({ key: member.email, outcome: 'left', reason: 'The address stands in somebody’s account and was never confirmed.' })
    else if (standing.leftAt) settled.push({ key: member.email, outcome: 'left', reason: `Left this list on ${utcDay(standing.leftAt)}.` })
    else joining.push({ ...member, personId: standing.personId, addressId: standing.addressId })
  }
  const people = await addPeople(tx, actor, list.language, joining, moveId)
  // Two addresses of one person: they are subscribed once, with the first.
  const once = new Map(people.map((one) => [one.personId, one]).toReversed() as [number, (typeof people)[number]][])
  const added = await addSubscriptions(tx, actor, list, [...once.values()], moveId)
  for (const { email, personId } of people)
    settled.push(
      added.has(email)
        ? { key: email, outcome: 'added' }
        : { key: email, outcome: 'known', reason: `Is subscribed with another address (person ${personId}).` },
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
  if (fresh.length > 0) {
    const { rows } = await sql<{ id: number }>`insert into person (name, locale, created_at)
      select p.name, p.locale, ${actor.at} from unnest(${fresh.map(({ name, email }) => calledBy(name, email))}::text[],
        ${fresh.map((member) => localeOf(member.language) ?? localeOf(language) ?? 'en')}::text[]) with ordinality as p (name, locale, place)
      order by p.place returning id`.execute(tx)
    const ids = rows.map(({ id }) => id)
    const addresses = await sql<{ id: number; personId: number }>`insert into address (person_id, email, verified_at, created_at)
      select a.person_id, a.email, ${actor.at}, ${actor.at} from unnest(${ids}::bigint[], ${fresh.map(({ email }) => email)}::text[])
        as a (person_id, email) returning id, person_id`.execute(tx)
    const addressOf = new Map(addresses.rows.map((row) => [row.personId, row.id]))
    for (const [i, member] of fresh.entries()) Object.assign(member, { personId: ids[i], addressId: addressOf.get(ids[i] as number) })
    if (moveId !== undefined)
      await noteRows(
        tx,
        { moveId },
        'person',
        ids.map((rowId) => ({ rowId })),
      )
    await recordAll(
      tx,
      actor,
      ids.map((id) => ({ action: 'person.added', subject: `person:${id}` })),
    )
  }
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
  const column = <T>(pick: (member: Joining) => T) => joining.map(pick)
  const { rows } = await sql<{ id: number; email: string } & SubscriptionSettings>`
    with added as (
      insert into subscription (list_id, person_id, address_id, receiving, own_posts, when_addressed, posting, since, suspended_at, suspended_words)
      select ${list.id}, m.person_id, m.address_id, m.receiving::receiving, m.own, m.addressed, m.posting::mail_action, ${actor.at},
        case when m.dead then ${actor.at}::timestamptz end, case when m.dead then 'Stopped by bounces before the list moved here.' end
      from unnest(${column((m) => m.personId)}::bigint[], ${column((m) => m.addressId)}::bigint[],
        ${column((m) => receivingOf[m.stopped === 'bounces' ? 'each' : m.delivery])}::text[], ${column((m) => !m.notMine)}::boolean[],
        ${column((m) => !m.noCopies)}::boolean[], ${column((m) => (m.moderated ? 'hold' : null))}::text[],
        ${column((m) => m.stopped === 'bounces')}::boolean[]) as m (person_id, address_id, receiving, own, addressed, posting, dead)
      on conflict (list_id, person_id) where ended_at is null do nothing
      returning id, address_id, receiving, own_posts, when_addressed, posting, paused_until, only_topics)
    select added.*, a.email from added join address a on a.id = added.address_id`.execute(tx)
  if (moveId !== undefined)
    await noteRows(
      tx,
      { moveId },
      'subscription',
      rows.map((row) => ({ rowId: row.id, became: settingsOf(row) })),
    )
  await recordAll(
    tx,
    actor,
    rows.map(({ id }) => ({
      action: 'subscription.begun',
      subject: `list:${list.id}`,
      groupId: list.groupId,
      details: { subscriptionId: id },
    })),
  )
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
  const ids = leavers.map(({ id }) => id)
  const { rows } = await sql<{ id: number }>`update subscription set ended_at = ${actor.at}, ended_how = 'owner'
    where id = any(${ids}::bigint[]) and list_id = ${list.id} and ended_at is null returning id`.execute(tx)
  for (const { id } of rows) await cancelDeliveries(tx, id, actor.at, { skipHeld: true })
  await noteRows(
    tx,
    { moveId },
    'leaver',
    rows.map(({ id }) => ({ rowId: id })),
  )
  await recordAll(
    tx,
    actor,
    rows.map(({ id }) => ({
      action: 'subscription.ended',
      subject: `list:${list.id}`,
      groupId: list.groupId,
      details: { subscriptionId: id, how: 'owner' },
    })),
  )
}
