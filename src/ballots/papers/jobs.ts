import type { Locale } from '../../lib/ui/format.ts'
import type { TaskContext } from '../../task.ts'
import { listPeople } from '../core/people-queries.ts'
import { findBallot, listOptions, listVoters } from '../core/queries.ts'
import { ballotLink, delegatesOf, post, reachable, replyAddress, tell } from '../delegates.ts'
import { ballotLetter, type MailProblem, sayForm, saying, sayProblem, when } from '../mails.ts'
import { onBehalfOf } from '../rules.ts'
import { findBallotOf, findInnerPoll, listOwnPeople, listVoices, openOwn } from './queries.ts'
import { writeBallotForm } from './reply.ts'
import { showReceipt } from './rules.ts'

async function findVoterOf(context: TaskContext, voterId: number) {
  const ballotId = await findBallotOf(context.db, voterId)
  const ballot = ballotId === undefined ? undefined : await findBallot(context.db, ballotId)
  const voter = ballot && (await listVoters(context.db, ballot.id)).find(({ id }) => id === voterId)
  return ballot && voter && { ballot, voter }
}

/** All who cast this ballot hear that it was cast, and by whom; the paper is only on the page, and only until the close. */
export async function castNotice(
  { voterId, version, byId }: { voterId: number; version: number; byId: number | null },
  context: TaskContext,
): Promise<void> {
  const found = await findVoterOf(context, voterId)
  if (found?.ballot.state !== 'open') return
  const { ballot, voter } = found
  const [by] = await listPeople(context.db, [byId ?? 0])
  const people = (await delegatesOf(context, ballot, [voter])).get(voterId) ?? []
  await tell(context, people, (to) =>
    ballotLetter('cast', to, ballot, (words) => ({
      ...saying(words.cast, {
        title: ballot.title,
        voter: onBehalfOf(voter),
        by: by?.name ?? '',
        own: to.personId === byId,
        changed: version > 1,
        closes: when(to, ballot.zone, ballot.closesAt),
        link: ballotLink(context, ballot.id, `/papers/${voterId}`),
      }),
      asks: { groupId: ballot.groupId },
    })),
  )
}

/** The receipt for the delegate who asked for it; when the ballot has closed meanwhile, nobody knows it any more. */
export async function receipt({ voterId, personId }: { voterId: number; personId: number }, context: TaskContext): Promise<void> {
  const found = await findVoterOf(context, voterId)
  if (found?.ballot.state !== 'open') return
  const { ballot, voter } = found
  const { paper } = await openOwn(context.db, context.site.secret, ballot.id, voterId)
  if (!paper) return
  await tell(context, reachable(await listPeople(context.db, [personId])), (to) =>
    ballotLetter('receipt', to, ballot, (words) =>
      saying(words.receipt, {
        title: ballot.title,
        voter: onBehalfOf(voter),
        receipt: showReceipt(paper.receipt),
        link: ballotLink(context, ballot.id),
      }),
    ),
  )
}

/**
 * Says why an answer by mail was not taken, with the form to answer again where that can help. Options are named, what stood at them is
 * not, nor is it filled in: the letter is kept longer than the ballot.
 */
export async function mailRefused(
  { voterId, personId, problem }: { voterId: number; personId: number; problem: MailProblem },
  context: TaskContext,
): Promise<void> {
  const found = await findVoterOf(context, voterId)
  if (!found) return
  const { ballot } = found
  const again = ballot.state === 'open' && (problem === 'nothing' || typeof problem === 'object')
  const options = again ? await listOptions(context.db, ballot.id) : []
  for (const to of reachable(await listPeople(context.db, [personId])))
    await context.write(async (tx) => {
      const replyTo = again ? await replyAddress(tx, context, ballot, { voterId, personId }) : undefined
      const letter = ballotLetter('refused', to, ballot, (words) => {
        const link = ballotLink(context, ballot.id, `/papers/${voterId}`)
        const said = saying(words.refused, { title: ballot.title, problems: sayProblem(words, problem), again, link })
        if (!again) return said
        const lines = writeBallotForm(ballot.form, options, to.locale as Locale)
        return { ...said, text: `${said.text}\n\n${sayForm(words, { ...ballot, lines })}`, replyTo }
      })
      await post(tx, context, letter)
    })
}

/** Asks the voter's own people what they need. */
export async function innerPoll({ voterId, byId }: { voterId: number; byId: number | null }, context: TaskContext): Promise<void> {
  const [found, poll] = [await findVoterOf(context, voterId), await findInnerPoll(context.db, voterId)]
  if (!found || !poll || poll.closedAt || found.voter.organisationId === null) return
  const { ballot, voter } = found
  const [by] = await listPeople(context.db, [byId ?? 0])
  const people = reachable(await listOwnPeople(context.db, found.voter.organisationId, context.now())).filter(
    ({ personId }) => personId !== byId,
  )
  await tell(context, people, (to) =>
    ballotLetter('poll', to, ballot, (words) =>
      saying(words.poll, {
        title: ballot.title,
        voter: voter.name,
        by: by?.name ?? '',
        closes: when(to, ballot.zone, poll.closesAt),
        note: poll.note,
        link: ballotLink(context, ballot.id, `/papers/${voterId}`),
      }),
    ),
  )
}

/** The inner poll is over: who casts the ballot can take its result over. */
export async function pollOver({ voterId }: { voterId: number }, context: TaskContext): Promise<void> {
  const found = await findVoterOf(context, voterId)
  if (found?.ballot.state !== 'open') return
  const { ballot, voter } = found
  const voices = await listVoices(context.db, context.site.secret, ballot.id, voterId)
  const people = (await delegatesOf(context, ballot, [voter])).get(voterId) ?? []
  await tell(context, people, (to) =>
    ballotLetter('poll-over', to, ballot, (words) =>
      saying(words.pollOver, { voter: voter.name, voices: voices.length, link: ballotLink(context, ballot.id, `/papers/${voterId}`) }),
    ),
  )
}
