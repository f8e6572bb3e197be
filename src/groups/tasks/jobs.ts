import { idsOf } from '../../lib/db/rows.ts'
import { sealReply } from '../../lib/token/seal.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { findEmailOf } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { noteReminder } from './actions.ts'
import { actionsAnswered, actionsDue, actionsUnclear, type Recipient } from './mails.ts'
import { findReminder, listToRemind } from './queries.ts'
import type { AnswerProblem, Became } from './rules.ts'

const answersLast = 120 * 86_400_000

/** Where an answer to a reminder goes. */
const replyTo = ({ site, now }: TaskContext, reminderId: number): string =>
  `reply+${sealReply(site.secret, 'actions', reminderId, new Date(now().getTime() + answersLast))}@${site.mailDomain}`

/** Reminds owners of what is due: three days before, once it is late, and then every two weeks; one letter for all of it. */
export async function remindActions(_: object, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  const today = utcDay(now())
  const owners = Map.groupBy(await listToRemind(db, today), (action) => action.personId)
  for (const [personId, seen] of owners) {
    const email = await findEmailOf(db, personId)
    const [owner] = seen
    if (!email || !owner) continue
    await write(async (tx) => {
      const due = await listToRemind(tx, today, personId)
      if (due.length === 0) return
      const reminderId = await noteReminder(tx, personId, idsOf(due), now())
      const to = { id: personId, name: owner.name, locale: owner.locale, email, replyTo: replyTo(context, reminderId) }
      await sendLetter(tx, site, now(), { ...actionsDue(to, due, today, `${site.baseUrl}/actions`), whileDue: { id: reminderId } })
    })
  }
}

async function recipientOf(context: TaskContext, reminderId: number) {
  const reminder = await findReminder(context.db, reminderId)
  const email = reminder && (await findEmailOf(context.db, reminder.personId))
  if (!reminder || !email) return undefined
  const { personId, name, locale } = reminder
  const to: Recipient = { id: personId, name, locale, email, replyTo: replyTo(context, reminderId) }
  return { to, items: reminder.items }
}

/** Tells an owner what their answer has done. */
export async function answered({ reminderId, became }: { reminderId: number; became: Became[] }, context: TaskContext): Promise<void> {
  const found = await recipientOf(context, reminderId)
  if (found) await context.write((tx) => sendLetter(tx, context.site, context.now(), actionsAnswered(found.to, found.items, became)))
}

/** Tells an owner that their answer was not understood, and how it would be. */
export async function unclear(
  { reminderId, problem }: { reminderId: number; problem: AnswerProblem },
  context: TaskContext,
): Promise<void> {
  const found = await recipientOf(context, reminderId)
  if (found) await context.write((tx) => sendLetter(tx, context.site, context.now(), actionsUnclear(found.to, found.items, problem)))
}
