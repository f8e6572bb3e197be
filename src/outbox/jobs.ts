import { type Handled, writeGuarded } from '../guard.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { inSteps } from '../lib/db/steps.ts'
import { classifyAnswer, nextAttempt, stageOf } from '../lib/mail/retry.ts'
import type { Sender } from '../lib/mail/smtp-client.ts'
import { broken, type Outcome } from '../lib/mail/smtp-outcome.ts'
import { largeMails, largePosts } from '../lib/semaphore.ts'
import { keptOf } from '../lib/ui/kept.ts'
import type { JobContext, TaskContext } from '../task.ts'
import type { DueFacts } from '../waiting.ts'
import { pauseRelay, recordRefusals, reserveQuota } from './actions.ts'
import type { Composer } from './compose.ts'
import {
  type ClaimedDelivery,
  claimDeliveries,
  deferDomains,
  pruneDeliveries,
  pruneLetters,
  settleDeliveries,
  withdrawWaiting,
} from './delivery-actions.ts'
import { forgetParked, parkDeliveries, wholeOf } from './parked-actions.ts'
import { findPause, findSizes } from './queries.ts'
import { keptDays } from './rules.ts'
import { emptyExpired, sealOpen } from './secrecy-actions.ts'
import { type Attempt, type Lane, loneLane, type Refusal } from './sending.ts'
import { doneSending, noteSending, writeDownLate } from './sending-actions.ts'

const undelivered = keptOf('outbox', 'undelivered')

// What is in doubt where a worker is gone with its machine: one lane's rows, on one connection.
const laneSize = 100
const minute = 60_000
// A relay whose quota is used up is asked again after an hour; most count by the day and tell so in words only.
const pauseFor = 60 * minute
// So many of one domain put off in one batch mean the domain, not the addresses.
const crowd = 3

/** How a delivery's attempt ended, and of what kind a refusal was. */
function attemptOf(delivery: ClaimedDelivery, outcome: Outcome, now: Date): Attempt {
  const { code, enhanced, text } = outcome
  if (outcome.ok) return { id: delivery.id, state: 'sent', code, answer: text, nextAt: now }
  const next = nextAttempt({ code, enhanced, text, attempts: delivery.attempts + 1, firstAttemptAt: delivery.queuedAt, now })
  return { id: delivery.id, state: next.state, code, answer: text, nextAt: next.nextAt ?? now }
}

/** What the relay refused for good, with the class of its answer. */
const refusalsOf = (deliveries: ClaimedDelivery[], outcomes: { attempt: Attempt; outcome?: Outcome }[]): Refusal[] =>
  outcomes.flatMap(({ attempt, outcome }, i) => {
    if (attempt.state !== 'failed' || !outcome || (outcome.code ?? 0) < 500) return []
    const kind = classifyAnswer(outcome.code, outcome.enhanced, outcome.text, stageOf(outcome.phase))
    return [
      {
        deliveryId: attempt.id,
        email: deliveries[i]?.email ?? '',
        class: kind === 'quota' ? 'policy' : kind,
        status: outcome.enhanced,
        diagnostic: outcome.text,
      },
    ]
  })

/** Domains that put off several recipients of one batch: the others of theirs need not be tried now. */
function crowdedDomains(deliveries: ClaimedDelivery[], attempts: Attempt[]): { domain: string; until: Date }[] {
  const deferred = Map.groupBy(
    attempts.filter(({ state, code }) => state === 'deferred' && code !== null && code < 500),
    ({ id }) => deliveries.find((delivery) => delivery.id === id)?.domain ?? '',
  )
  return [...deferred]
    .filter(([, of]) => of.length >= crowd)
    .map(([domain, of]) => ({ domain, until: new Date(Math.min(...of.map(({ nextAt }) => nextAt.getTime()))) }))
}

/** By whom, and in which of its lanes, as much as its relay takes in a day, if that has a limit. */
interface Way {
  sender: Sender
  composer: Composer
  quota: number | undefined
  lane: Lane
}

/**
 * Sends what is due: up to a hundred mails in one transaction that holds their rows. Nobody else sends them until it is written down how they went,
 * by this process, or after its end by what it noted beside the database.
 * @param quota messages a day that the relay takes, if it has a limit
 * @returns how many were taken
 */
export async function deliver(
  context: TaskContext,
  sender: Sender,
  composer: Composer,
  quota?: number,
  lane: Lane = loneLane,
): Promise<number> {
  if (lane.unsettled) await writeDownLate(context, lane, lane.unsettled)
  // What it said that it sends would keep nobody else from it.
  if (lane.lapses() === undefined) return 0
  if (((await findPause(context.db))?.until.getTime() ?? 0) > context.now().getTime()) return 0
  const send = () => deliverLane(context, { sender, composer, quota, lane })
  return context.pace ? context.pace.share(send) : send()
}

const handled = ({ id, ...carried }: ClaimedDelivery): Handled => ({ key: `send:${id}`, whole: wholeOf(carried) })

// A post is in memory several times while it is composed: with large ones a lane takes as many as fit, and one lane at a time does.
const largeLane = 4 * 1024 * 1024

async function deliverLane(context: TaskContext, way: Way): Promise<number> {
  await context.pace?.turn()
  let leave = (): void => {}
  try {
    return await sendDue(context, way, async (bytes) => {
      if (bytes > largeLane) leave = await largePosts.take()
    })
  } finally {
    leave()
  }
}

/** How many of these, from the first on, fit into memory together, and the bytes of their posts. */
async function fitting(tx: Tx, claimed: ClaimedDelivery[]): Promise<{ count: number; bytes: number }> {
  const sizes = await findSizes(tx, [...new Set(claimed.flatMap(({ messageId }) => messageId ?? []))])
  const counted = new Set<number>()
  let bytes = 0
  for (const [count, { messageId }] of claimed.entries()) {
    if (messageId === null || counted.has(messageId)) continue
    const size = sizes.get(messageId) ?? 0
    if (count > 0 && bytes + size > largeLane) return { count, bytes }
    counted.add(messageId)
    bytes += size
  }
  return { count: claimed.length, bytes }
}

async function sendDue(context: TaskContext, way: Way, turn: (bytes: number) => Promise<void>): Promise<number> {
  const { quota, lane } = way
  const sent: { attempts: Attempt[]; refusals: Refusal[] } = { attempts: [], refusals: [] }
  const done = writeGuarded(context, async (tx, guard) => {
    const now = context.now()
    const granted = quota === undefined ? laneSize : await reserveQuota(tx, quota, laneSize, now)
    if (granted === 0) {
      await pauseRelay(tx, new Date(now.getTime() + 10 * minute), `The quota of ${quota} messages a day is used up.`)
      await enqueue(tx, 'outbox.paused', {}, { key: 'outbox.paused' })
      return 0
    }
    const due = await claimDeliveries(tx, granted, now, lane)
    const { count, bytes } = await fitting(tx, due)
    await turn(bytes)
    const claimed = due.slice(0, count)
    const items = claimed.map(handled)
    const { ended, take } = await guard.begin(tx, items)
    await parkDeliveries(tx, claimed.slice(0, ended), now)
    await guard.setAside(tx, items.slice(0, ended))
    const deliveries = claimed.slice(0, take)
    if (take > 0) await noteSending(context.db, lane, idsOf(deliveries))
    const mails = await composeAll(tx, context, way.composer, deliveries, bytes)
    const outcomes = await sendAll(context, way, mails, deliveries)
    const attempts = outcomes.map(({ attempt }) => attempt)
    Object.assign(sent, { attempts, refusals: refusalsOf(deliveries, outcomes) })
    await settleDeliveries(tx, attempts, context.now())
    await doneSending(tx, lane)
    await recordRefusals(tx, sent.refusals, context.now())
    await deferDomains(tx, crowdedDomains(deliveries, attempts))
    const exhausted = outcomes.find(
      ({ outcome }) => outcome && !outcome.ok && classifyAnswer(outcome.code, outcome.enhanced, outcome.text) === 'quota',
    )
    if (exhausted?.outcome) {
      await pauseRelay(tx, new Date(now.getTime() + pauseFor), exhausted.outcome.text)
      await enqueue(tx, 'outbox.paused', {}, { key: 'outbox.paused' })
    }
    if (quota !== undefined) await reserveQuota(tx, quota, attempts.filter(({ state }) => state === 'sent').length - granted, now)
    return ended + deliveries.length
  })
  return done.then(
    (count) => {
      lane.book?.clear()
      return count
    },
    (error: unknown) => {
      // The next step begins with it.
      if (sent.attempts.length > 0) lane.unsettled = { ...sent, quota, ends: 0 }
      throw error
    },
  )
}

type Mails = Awaited<ReturnType<Composer['compose']>>

async function composeAll(tx: Tx, context: TaskContext, composer: Composer, deliveries: ClaimedDelivery[], bytes: number): Promise<Mails> {
  if (deliveries.length === 0) return new Map()
  await context.pace?.turn()
  const leave = bytes > largeLane ? await largeMails.take() : () => {}
  try {
    return await composer.compose(tx, deliveries)
  } finally {
    leave()
  }
}

async function sendAll(context: TaskContext, { sender, lane }: Way, mails: Mails, deliveries: ClaimedDelivery[]) {
  const lapses = lane.lapses()
  const may = () => lapses !== undefined && lane.lapses() === lapses
  return Promise.all(
    deliveries.map(async (delivery): Promise<{ attempt: Attempt; outcome?: Outcome }> => {
      const mail = mails.get(delivery.id)
      const now = context.now()
      const unsent = { id: delivery.id, code: null }
      if (!mail) return { attempt: { ...unsent, state: 'failed', answer: undelivered('removedBefore'), nextAt: now } }
      if (mail === 'later') {
        const nextAt = new Date(now.getTime() + 5 * minute)
        return { attempt: { ...unsent, state: 'deferred', answer: undelivered('noDns'), nextAt } }
      }
      if (mail === 'broken') return { attempt: attemptOf(delivery, broken('unsent', undelivered('notComposed'), 'local'), now) }
      await context.pace?.turn()
      const outcome = await sender.send({ from: mail.from, to: mail.to, may }, mail.parts)
      if (outcome.ok) lane.book?.note({ id: delivery.id, code: outcome.code, answer: outcome.text.slice(0, 200) })
      return { attempt: attemptOf(delivery, outcome, context.now()), outcome }
    }),
  )
}

/** What waited for the morning and is settled by now does not leave. What is in doubt does. */
export async function lookAgain(
  { letterId, kind, of }: { letterId: number; kind: string; of: DueFacts },
  { write, gathered, now }: JobContext,
): Promise<void> {
  const isDue = gathered.due[kind]
  await write(async (tx) => {
    if (isDue && !(await isDue(tx, of, now()))) await withdrawWaiting(tx, [letterId], now())
  })
}

const day = 24 * 60 * minute

/** Empties secret letters that have arrived, or waited too long; seals those that an older Rapport left open. */
export async function emptyLetters(_: object, { write, site, now }: TaskContext): Promise<void> {
  while ((await write((tx) => emptyExpired(tx, now()))) > 0);
  while ((await write((tx) => sealOpen(tx, site.secret))) > 0);
}

/** Forgets deliveries of posts that are old, what parked letters said, and letters that are older still, with who got them. */
export async function prune(_: object, { write, now }: TaskContext): Promise<void> {
  const before = new Date(now().getTime() - keptDays.deliveries * day)
  await inSteps((after) => write((tx) => pruneDeliveries(tx, before, after)))
  await write((tx) => forgetParked(tx, before))
  const longBefore = new Date(now().getTime() - keptDays.letters * day)
  await inSteps((after) => write((tx) => pruneLetters(tx, longBefore, after)))
}
