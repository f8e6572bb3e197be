import type { Tx } from '../../lib/db/rows.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { noteBallotNotice } from '../core/actions.ts'
import { listPeople } from '../core/people-queries.ts'
import { findBallot } from '../core/queries.ts'
import { ballotLink, type FoundBallot, post, reachable, tell } from '../delegates.ts'
import { ballotLetter, dayFor, saying, when } from '../mails.ts'
import { appointFrom } from './actions.ts'
import { findNomination, findSeatOffer, listSeatOffers } from './queries.ts'
import { offerEnds } from './rules.ts'

const month = 30 * 86_400_000

/** The elected are appointed; where one cannot be (they hold the seat already, say), the page says why and offers it again. */
export async function appointAll(context: TaskContext, ballot: FoundBallot): Promise<void> {
  for (const { optionId, personId, elected } of await listSeatOffers(context.db, ballot.id)) {
    if (!elected) continue
    await context.write((tx) => appointOne(tx, context, ballot, optionId, personId))
  }
}

async function appointOne(tx: Tx, context: TaskContext, ballot: FoundBallot, optionId: number, personId: number | null): Promise<void> {
  const now = context.now()
  if (await appointFrom(tx, now, ballot.id, optionId)) return
  // What came in from before Rapport is no news.
  if (ballot.closedAt && now.getTime() - ballot.closedAt.getTime() > month) return
  for (const to of reachable(await listPeople(tx, [personId ?? 0]))) {
    if (!(await noteBallotNotice(tx, now, { ballotId: ballot.id, kind: 'elected', personId: to.personId }))) continue
    const from = dayFor(to, ballot.termFrom ?? utcDay(now))
    const letter = ballotLetter('elected', to, ballot, (words) =>
      saying(words.elected, { title: ballot.title, from, link: ballotLink(context, ballot.id, '/results') }),
    )
    await post(tx, context, letter)
  }
}

/** Tells somebody that they have been nominated; they stand only if they accept. */
export async function nominated({ nominationId }: { nominationId: number }, context: TaskContext): Promise<void> {
  const row = await findNomination(context.db, nominationId)
  const ballot = row && (await findBallot(context.db, row.ballotId))
  if (row?.state !== 'asked' || !ballot || ballot.state === 'called_off') return
  const link = ballotLink(context, ballot.id, '/nomination')
  await tell(context, reachable(await listPeople(context.db, [row.personId])), (to) =>
    ballotLetter('nominated', to, ballot, (words) =>
      saying(words.nominated, {
        by: row.nominator,
        title: ballot.title,
        until: when(to, ballot.zone, ballot.nominationsUntil ?? ballot.opensAt),
        link,
      }),
    ),
  )
}

/** Asks the next runner-up whether they take a vacant seat. */
export async function seatOffered({ offerId }: { offerId: number }, context: TaskContext): Promise<void> {
  const offer = await findSeatOffer(context.db, offerId)
  const ballot = offer && (await findBallot(context.db, offer.ballotId))
  if (!offer || offer.answer !== null || !ballot) return
  const until = offerEnds(offer.offeredAt ?? context.now())
  await tell(context, reachable(await listPeople(context.db, [offer.personId ?? 0])), (to) =>
    ballotLetter('offered', to, ballot, (words) => ({
      ...saying(words.offered, {
        title: ballot.title,
        until: when(to, ballot.zone, until),
        link: ballotLink(context, ballot.id, '/results'),
      }),
      repeats: { until },
    })),
  )
}
