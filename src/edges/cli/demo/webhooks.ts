import type { Actor } from '../../../actor.ts'
import { chainJournal } from '../../../journal/actions.ts'
import { dropJobs } from '../../../lib/db/enqueue.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { commentOnRequest } from '../../../requests/comments-actions.ts'
import { addHook, gather, pauseHook, testHook } from '../../../webhooks/actions.ts'
import { findDue, settleDelivery } from '../../../webhooks/deliveries-actions.ts'
import type { Answer } from '../../../webhooks/send.ts'
import { actAs } from './hand.ts'

const hour = 3_600_000
const day = 24 * hour

const taken: Answer = { code: 204, text: '', tookMs: 84 }
const busy: Answer = { code: 503, text: 'Down for maintenance, back in ten minutes.', tookMs: 31 }
const strange: Answer = { code: 422, text: '{"error":"no channel takes events of this thread"}', tookMs: 57 }

/** What was said, how long ago, and what the chat room answered each time that it was told. */
const said: { daysAgo: number; email: string; text: string; answers: Answer[] }[] = [
  {
    daysAgo: 9,
    email: 'maren.oduya@northfield.example',
    text: 'We see the same at Northfield since the last release.',
    answers: [taken],
  },
  {
    // Until it is given up: ten times in three days.
    daysAgo: 8,
    email: 'weilin.tan@straits.example',
    text: 'Could somebody from a consortium say how many of their members are touched?',
    answers: Array.from({ length: 10 }, () => strange),
  },
  {
    daysAgo: 6,
    email: 'aoife.lennon@corrib.example',
    text: 'Four of ours. I ask the other two this week.',
    answers: [busy, busy, taken],
  },
  { daysAgo: 2, email: 'aoife.lennon@corrib.example', text: 'All six now: I have put their numbers into the evidence.', answers: [taken] },
]

interface Try {
  deliveryId: number
  answers: Answer[]
  at: Date
}

/**
 * A chat room that was told what happens: taken at once, taken at the third try, given up. It exists nowhere, so what it answered is made up
 * and nothing is sent; everything else goes the way of every webhook. In the end it is paused: nobody answers at an invented address.
 */
export async function loadWebhooks(tx: Tx, now: Date, secret: string): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const requests = await tx
    .selectFrom('request')
    .select('id')
    .where('visibility', '=', 'public')
    .where('mergedIntoId', 'is', null)
    .where('createdAt', '<', ago(10))
    .orderBy('changedAt', 'desc')
    .limit(said.length)
    .execute()
  const ines = await actAs(tx, 'ines.albrecht@oldharbour.example', ago(10), 'web')
  // It is told of what happens from now on: what the demo brought is past.
  while ((await chainJournal(tx)) > 0);
  const { id } = await addHook(tx, ines, secret, {
    name: 'The group’s chat room',
    url: 'https://chat.oldharbour.example/hooks/lectio',
    events: ['request.*', 'comment.written', 'answer.given', 'minutes.approved'],
  })
  let open: Try[] = [{ deliveryId: await testHook(tx, ines, id), answers: [taken], at: ago(10) }]
  for (const [i, { daysAgo, email, text, answers }] of said.entries()) {
    const at = ago(daysAgo)
    open = await answerUntil(tx, ines, id, secret, open, at)
    const [request] = requests.slice(i)
    if (!request) continue
    await commentOnRequest(tx, await actAs(tx, email, at, 'web'), request.id, text)
    while ((await chainJournal(tx)) > 0);
    while (await gather(tx, id, at));
    const told = await tx
      .selectFrom('webhookDelivery')
      .select('id')
      .where('webhookId', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    open.push({ deliveryId: told.id, answers, at })
  }
  await answerUntil(tx, ines, id, secret, open, now)
  await pauseHook(tx, { ...ines, at: now }, id)
  // Nobody is told by mail what was said days ago.
  for (const task of ['requests.commented', 'webhooks.send']) await dropJobs(tx, task)
}

/** The chat room answers what was due before a moment, in the order in which it was asked. */
async function answerUntil(tx: Tx, owner: Actor, hookId: number, secret: string, open: Try[], end: Date): Promise<Try[]> {
  for (;;) {
    const [next] = open.filter(({ at }) => at < end).sort((a, b) => a.at.getTime() - b.at.getTime())
    if (!next) return open
    const due = await findDue(tx, secret, hookId, { ...owner, at: next.at }, next.at)
    const [answer, ...rest] = next.answers
    if (due?.id !== next.deliveryId || !answer) throw new Error('The demo’s chat room is asked for something else.')
    await settleDelivery(tx, hookId, due.id, answer, next.at)
    const { nextAt } = await tx.selectFrom('webhookDelivery').select('nextAt').where('id', '=', due.id).executeTakeFirstOrThrow()
    open = [...open.filter((one) => one !== next), ...(rest.length > 0 ? [{ ...next, answers: rest, at: nextAt }] : [])]
  }
}
