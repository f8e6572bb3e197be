import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { noteBallotNotice } from '../actions.ts'
import { leadersOf, post, reachable } from '../delegates.ts'
import { ballotLetter, when } from '../mails.ts'
import { listElectorate, listPeople, listSpeakers, listVendorGuests } from '../queries.ts'
import { findAskedRewording, findCycle, findDecided, findRound, findWindow, listCosting, listCycleHosts } from './queries.ts'

const day = 86_400_000

/** A week before the costing ends: the vendor's guests and the group's leaders hear which costs are missing. */
export async function askCosts(context: TaskContext): Promise<void> {
  const now = context.now()
  for (const cycle of await listCosting(context.db, now)) {
    if (cycle.missing === 0 || cycle.closesAt.getTime() - now.getTime() > 7 * day) continue
    const people = [...(await leadersOf(context, cycle.groupId)), ...reachable(await listVendorGuests(context.db, cycle.groupId, now))]
    for (const to of people)
      await context.write(async (tx) => {
        if (!(await noteBallotNotice(tx, now, { ballotId: cycle.ballotId, kind: 'costs', personId: to.personId }))) return
        const link = `${context.site.baseUrl}/cycles/${cycle.id}/costing`
        await post(
          tx,
          context,
          ballotLetter('costs', to, cycle.group, (words) => ({
            subject: words.costs.subject(cycle.title),
            text: words.costs.text(cycle.title, cycle.missing, when(to, now, cycle.closesAt), link),
          })),
        )
      })
  }
}

/** The submission is open: all who would cast a ballot are asked what their institution needs. */
export async function phaseOpened({ cycleId }: { cycleId: number }, context: TaskContext): Promise<void> {
  const { db, now } = context
  const [cycle, round] = [await findCycle(db, cycleId), await findRound(db, cycleId, 'round_one')]
  const window = await findWindow(db, cycleId)
  if (!cycle || !round || !window || window.closesAt <= now()) return
  const hosts = await listCycleHosts(db, cycleId)
  const electorate = await listElectorate(db, { hosts, productId: cycle.productId, cycleId, recordOn: now().toISOString().slice(0, 10) })
  const speakers = await listSpeakers(
    db,
    electorate.map(({ id }) => id),
    hosts,
    now(),
  )
  for (const to of reachable(speakers))
    await context.write(async (tx) => {
      if (!(await noteBallotNotice(tx, now(), { ballotId: round.id, kind: 'submission', personId: to.personId }))) return
      await post(
        tx,
        context,
        ballotLetter('submission', to, cycle.group, (words) => ({
          subject: words.phase.subject(cycle.title),
          text: words.phase.text(cycle.title, when(to, now(), window.closesAt), `${context.site.baseUrl}/cycles/${cycleId}`),
        })),
      )
    })
}

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
      return { subject: said.merged.subject(wish.title), text: said.merged.text(wish.title, wish.intoTitle ?? '', wish.note, link) }
    if (wish.state === 'set_aside' && wish.reason)
      return {
        subject: said.setAside.subject(wish.title),
        text: said.setAside.text(wish.title, said.reasons[wish.reason], wish.note, link),
      }
    return { subject: said.accepted.subject(wish.title), text: said.accepted.text(wish.title, wish.cycle, link) }
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
        subject: words.wish.reword.subject(asked.was),
        text: words.wish.reword.text(asked.was, asked.title, asked.text, asked.why, link),
      })),
    ),
  )
}
