import { findHolders } from '../groups/queries.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findReader } from '../people/queries.ts'
import type { TaskContext } from '../task.ts'
import { utcDay } from '../time.ts'
import { findDecision, findPlace, findWithdrawn } from './call-queries.ts'
import { eventLetter, placeFree, proposalDecided, sessionPlaced, sessionRemoved, type ToldEvent } from './mails.ts'
import { claimUninvited, syncExpected } from './people-actions.ts'
import { listParticipations, type Participation } from './people-queries.ts'
import { findEvent, listOpenEventIds } from './queries.ts'

type Row = NonNullable<Awaited<ReturnType<typeof findEvent>>>

/** Who writes of an event: those who host it, as its page says. */
const hostOf = ({ hosts }: Pick<Row, 'hosts'>): string => hosts.map(({ name }) => name).join(', ')

const toldOf = (row: Row): ToldEvent => ({ ...row, host: hostOf(row) })

/** Tells those who are expected and do not know it yet. */
export async function invite({ eventId }: { eventId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const event = await findEvent(tx, eventId)
    if (!event || event.cancelledAt || event.lastOn < utcDay(now())) return
    for (const one of await claimUninvited(tx, eventId, now()))
      if (one.email) await sendLetter(tx, site, now(), eventLetter(one, toldOf(event), 'expected', site.baseUrl, now()))
  })
}

/**
 * Tells whoever has not declined that an event has new days; who is new to it hears of it as everybody did.
 * @param at when it was moved: whoever was invited since then knows the new days
 */
export async function moved({ eventId, at }: { eventId: number; at?: string }, context: TaskContext): Promise<void> {
  const { write, site, now } = context
  const knew = ({ invitedAt, expected }: Participation) =>
    invitedAt === null ? !expected : at === undefined || invitedAt.getTime() <= Date.parse(at)
  await write(async (tx) => {
    const event = await findEvent(tx, eventId)
    if (!event || event.cancelledAt) return
    for (const one of await listParticipations(tx, eventId))
      if (one.email && one.answer !== 'not_coming' && knew(one))
        await sendLetter(tx, site, now(), eventLetter(one, toldOf(event), 'moved', site.baseUrl, now()))
  })
  await invite({ eventId }, context)
}

/** Tells whoever was to come that an event is off. */
export async function cancelled({ eventId }: { eventId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const event = await findEvent(tx, eventId)
    if (!event?.cancelledAt) return
    for (const one of await listParticipations(tx, eventId))
      if (one.email && one.answer !== 'not_coming')
        await sendLetter(tx, site, now(), eventLetter(one, toldOf(event), 'cancelled', site.baseUrl, now()))
  })
}

/** Tells a proposer what became of their proposal. */
export async function decided({ proposalId }: { proposalId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const row = await findDecision(tx, proposalId)
    if (!row || (row.state !== 'accepted' && row.state !== 'waiting' && row.state !== 'declined')) return
    const to = await findReader(tx, row.personId)
    if (!to) return
    const link = `${site.baseUrl}/events/${row.slug}/proposals/${proposalId}`
    await sendLetter(tx, site, now(), proposalDecided({ ...to, personId: to.id }, { ...row, host: hostOf(row), state: row.state, link }))
  })
}

/** Tells a proposer that their session was taken out of the programme. */
export async function removed({ proposalId }: { proposalId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const row = await findDecision(tx, proposalId)
    const to = row?.state === 'waiting' ? await findReader(tx, row.personId) : undefined
    if (!row || !to) return
    const link = `${site.baseUrl}/events/${row.slug}/proposals/${proposalId}`
    await sendLetter(tx, site, now(), sessionRemoved({ ...to, personId: to.id }, { ...row, host: hostOf(row), link }))
  })
}

/** Tells a proposer when their session is. */
export async function placed(
  { proposalId, moved = false }: { proposalId: number; moved?: boolean },
  { write, site, now }: TaskContext,
): Promise<void> {
  await write(async (tx) => {
    const row = await findPlace(tx, proposalId)
    const to = row && !row.cancelledAt ? await findReader(tx, row.personId) : undefined
    if (!row || !to || row.endsAt <= now()) return
    const link = `${site.baseUrl}/events/${row.slug}`
    await sendLetter(tx, site, now(), sessionPlaced({ ...to, personId: to.id }, { ...row, host: hostOf(row), moved, link }))
  })
}

/** Tells those who lead the groups of an event that a session of its programme was withdrawn. */
export async function gap({ proposalId }: { proposalId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const row = await findWithdrawn(tx, proposalId)
    const event = row && (await findEvent(tx, row.eventId))
    if (!row || !event) return
    const leaders = await Promise.all(event.groups.map(({ id }) => findHolders(tx, id, ['coordinator', 'deputy'], now())))
    const link = `${site.baseUrl}/events/${row.slug}`
    for (const one of new Map(leaders.flat().map((leader) => [leader.id, leader])).values())
      await sendLetter(tx, site, now(), placeFree({ ...one, personId: one.id }, { ...row, host: hostOf(event), who: row.proposer, link }))
  })
}

/** Once a day: who holds a formal role by now is expected, and told. */
export async function keepUp(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  for (const eventId of await listOpenEventIds(db, utcDay(now()))) {
    await write((tx) => syncExpected(tx, eventId))
    await invite({ eventId }, context)
  }
}
