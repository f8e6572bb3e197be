import type { Actor } from '../../actor.ts'
import { type Db, idsOf, type Tx } from '../../lib/db/rows.ts'
import { sealToken } from '../../lib/token/seal.ts'
import { messagePath } from '../../lib/ui/paths.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { Addressee } from '../../outbox/rules.ts'
import { mayCollate } from '../../policy.ts'
import { type Concerned, listConcerned } from '../../requests/queries.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { findReader } from '../core/queries.ts'
import { mayHear } from '../core/rules.ts'
import { listGroupLists } from '../queries.ts'
import { forgetTold, lockWaiting, markLetter, markTold, takeTold } from './actions.ts'
import { becameOf, type OwnWords, type Part } from './mails.ts'
import { type EventRow, findChoice, findPlaceOf, listDue, listWaiting } from './queries.ts'

/** May this person hear it, and are they nobody's guest who said it themselves? */
async function hears(db: Db, actor: Actor, event: EventRow, at: Date): Promise<boolean> {
  const lists = (await listGroupLists(db, event.groupId)).filter(({ archive }) => archive !== 'group')
  const hearer = {
    inGroup: mayCollate(actor, event.groupId),
    subscribed: lists.some(({ id }) => actor.listIds.includes(id)),
    answering: false,
  }
  return mayHear(hearer, event, at)
}

/** Those of some events that this person may hear of now. */
async function heardOf(db: Db, actor: Actor, events: EventRow[], at: Date): Promise<EventRow[]> {
  const heard: EventRow[] = []
  for (const event of events) if (await hears(db, actor, event, at)) heard.push(event)
  return heard
}

async function ownWords(db: Db, site: { baseUrl: string }, concerned: Concerned | undefined): Promise<OwnWords | undefined> {
  if (!concerned) return undefined
  const place = concerned.messageId === null ? undefined : await findPlaceOf(db, concerned.messageId)
  return {
    because: concerned.because,
    quote: concerned.because === 'support' ? '' : concerned.quote,
    on: utcDay(concerned.saidAt),
    ...(place ? { link: `${site.baseUrl}${messagePath(place.list, place.messageId, place.variant)}`, messageId: place.messageId } : {}),
  }
}

async function partsFor(context: TaskContext, personId: number, events: EventRow[]): Promise<Part[]> {
  const parts: Part[] = []
  for (const [requestId, of] of Map.groupBy(events, (event) => event.requestId)) {
    const concerned = (await listConcerned(context.db, requestId)).find((one) => one.personId === personId)
    const words = await ownWords(context.db, context.site, concerned)
    parts.push({ requestId, title: of[0]?.title ?? '', events: of, words })
  }
  return parts
}

/**
 * Tells those concerned what may be told by now: each person one letter about all of it, or nothing until their weekly summary. The
 * events are theirs before the letter is written, so a retry, or a second worker, tells nobody twice.
 */
export async function tell(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  const due = await listDue(db, now())
  if (due.length === 0) return
  const byPerson = new Map<number, EventRow[]>()
  for (const event of due)
    for (const { personId } of await listConcerned(db, event.requestId)) byPerson.set(personId, [...(byPerson.get(personId) ?? []), event])
  for (const [personId, events] of byPerson) await tellPerson(context, personId, events)
  await write((tx) => markTold(tx, idsOf(due), now()))
}

/** Writes what became of some of these events, in one letter; none where there are none. */
async function writeOf(
  tx: Tx,
  { site, now }: TaskContext,
  to: Addressee,
  parts: readonly Part[],
  { eventIds, weekly = false }: { eventIds: number[]; weekly?: boolean },
): Promise<void> {
  const told = parts
    .map((part) => ({ ...part, events: part.events.filter(({ id }) => eventIds.includes(id)) }))
    .filter((part) => part.events.length > 0)
  if (told.length === 0) return
  const letter = becameOf(to, told, site.baseUrl, { stop: sealToken(site.secret, 'telling', to.id), weekly })
  await markLetter(tx, to.id, eventIds, await sendLetter(tx, site, now(), letter))
}

async function tellPerson(context: TaskContext, personId: number, events: EventRow[]): Promise<void> {
  const { db, write, now } = context
  const reader = await findReader(db, personId, now())
  const choice = await findChoice(db, personId)
  if (!reader || choice === 'never') return
  const heard = await heardOf(db, reader.actor, events, now())
  const parts = choice === 'each' ? await partsFor(context, personId, heard) : []
  await write(async (tx) => {
    const fresh = await takeTold(tx, personId, idsOf(heard), now())
    if (choice === 'each') await writeOf(tx, context, reader.to, parts, { eventIds: fresh })
  })
}

/** The weekly summary of those who chose it. */
export async function weekly(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  for (const { personId, events } of await listWaiting(db)) {
    const reader = await findReader(db, personId, now())
    if (!reader) continue
    // A week is long: what they may not hear any more goes.
    const heard = await heardOf(db, reader.actor, events, now())
    const parts = await partsFor(context, personId, heard)
    await write(async (tx) => {
      const mine = await lockWaiting(tx, personId, idsOf(events))
      const silent = mine.filter((id) => !heard.some((one) => one.id === id))
      await forgetTold(tx, personId, silent)
      await writeOf(tx, context, reader.to, parts, { eventIds: mine, weekly: true })
    })
  }
}
