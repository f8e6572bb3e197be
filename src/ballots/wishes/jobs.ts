import type { TaskContext } from '../../task.ts'
import { listPeople } from '../core/people-queries.ts'
import { reachable, tell } from '../delegates.ts'
import { ballotLetter, saying, type Words } from '../mails.ts'
import { findAskedRewording, findDecided } from './queries.ts'

const day = 86_400_000

/** Who submitted a wish hears what the triage has decided, and why; a decision that was taken back meanwhile is not told. */
export async function wishDecided({ wishId, at }: { wishId: number; at: string }, context: TaskContext): Promise<void> {
  const wish = await findDecided(context.db, wishId)
  if (!wish?.personId || wish.decidedAt?.toISOString() !== at) return
  // What came in from before Rapport is no news.
  if (context.now().getTime() - wish.decidedAt.getTime() > 30 * day) return
  const link = `${context.site.baseUrl}/wishes/${wishId}`
  const told = ({ wish: said }: Words) => {
    if (wish.state === 'merged') return saying(said.merged, { wish: wish.title, into: wish.intoTitle ?? '', reason: wish.note, link })
    if (wish.state === 'set_aside' && wish.reason)
      return saying(said.setAside, { wish: wish.title, why: said.reasons[wish.reason], reason: wish.note, link })
    return saying(said.accepted, { wish: wish.title, cycle: wish.cycle, link })
  }
  await tell(context, reachable(await listPeople(context.db, [wish.personId])), (to) =>
    ballotLetter('wish', to, wish, (words) => ({
      ...told(words),
      replyTo: wish.leader ?? undefined,
      asks: { groupId: wish.groupId },
    })),
  )
}

/** Asks who submitted a wish whether other words may stand on the ballot. */
export async function rewordAsked({ rewordingId }: { rewordingId: number }, context: TaskContext): Promise<void> {
  const asked = await findAskedRewording(context.db, rewordingId)
  if (!asked) return
  const link = `${context.site.baseUrl}/wishes/${asked.wishId}`
  await tell(context, reachable(await listPeople(context.db, [asked.personId ?? 0])), (to) =>
    ballotLetter('reword', to, asked, (words) =>
      saying(words.wish.reword, { wish: asked.was, title: asked.title, text: asked.text, why: asked.why, link }),
    ),
  )
}
