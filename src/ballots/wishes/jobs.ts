import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { listPeople } from '../core/people-queries.ts'
import { post, reachable } from '../delegates.ts'
import { ballotLetter } from '../mails.ts'
import { findAskedRewording, findDecided } from './queries.ts'

const day = 86_400_000

/** Who submitted a wish hears what the triage has decided, and why; a decision that was taken back meanwhile is not told. */
export async function wishDecided({ wishId, at }: { wishId: number; at: string }, context: TaskContext): Promise<void> {
  const wish = await findDecided(context.db, wishId)
  if (!wish?.personId || wish.decidedAt?.toISOString() !== at) return
  // What came in from before Rapport is no news.
  if (context.now().getTime() - wish.decidedAt.getTime() > 30 * day) return
  const link = `${context.site.baseUrl}/wishes/${wishId}`
  const [to] = reachable(await listPeople(context.db, [wish.personId]))
  if (!to) return
  const letter = ballotLetter('wish', to, wish.group, (words) => {
    const said = words.wish
    if (wish.state === 'merged')
      return {
        subject: said.merged.subject({ wish: wish.title }),
        text: said.merged.text({ wish: wish.title, into: wish.intoTitle ?? '', reason: wish.note, link }),
      }
    if (wish.state === 'set_aside' && wish.reason)
      return {
        subject: said.setAside.subject({ wish: wish.title }),
        text: said.setAside.text({ wish: wish.title, why: said.reasons[wish.reason], reason: wish.note, link }),
      }
    return { subject: said.accepted.subject({ wish: wish.title }), text: said.accepted.text({ wish: wish.title, cycle: wish.cycle, link }) }
  })
  await context.write((tx) => sendLetter(tx, context.site, context.now(), wish.leader ? { ...letter, replyTo: wish.leader } : letter))
}

/** Asks who submitted a wish whether other words may stand on the ballot. */
export async function rewordAsked({ rewordingId }: { rewordingId: number }, context: TaskContext): Promise<void> {
  const asked = await findAskedRewording(context.db, rewordingId)
  const [to] = reachable(await listPeople(context.db, [asked?.personId ?? 0]))
  if (!asked || !to) return
  const link = `${context.site.baseUrl}/wishes/${asked.wishId}`
  await context.write((tx) =>
    post(
      tx,
      context,
      ballotLetter('reword', to, asked.group, (words) => ({
        subject: words.wish.reword.subject({ wish: asked.was }),
        text: words.wish.reword.text({ wish: asked.was, title: asked.title, text: asked.text, why: asked.why, link }),
      })),
    ),
  )
}
