import type { Actor } from '../actor.ts'
import type { MailedAnswer } from '../answer.ts'
import type { Site } from '../config.ts'
import { NotFound, Refusal } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/connect.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { findBallot, getBallot, listOptions, listVoterships } from './core/queries.ts'
import { castPaper } from './papers/actions.ts'
import { findBallotMail } from './papers/queries.ts'
import { readBallotReply } from './papers/reply.ts'
import { type PaperFault, whyNotVote } from './papers/rules.ts'

/** Why an answer was not taken; `faults` says which options, never what stood there. */
export type MailProblem = 'late' | 'calledOff' | 'sender' | 'nothing' | 'notYours' | { faults: PaperFault[] }

/**
 * Takes the answer to a ballot mail as a paper of the one voter that the mail was written for. The gate lets it through only from an address of the
 * person it was written to, and only where that sender is proven; what is answered says what became of it, never how the vote went.
 * @returns its fate in a word
 */
export async function takeBallotReply(tx: Tx, site: Site, { id, at }: MailedAnswer<'ballot'>, text: string): Promise<string> {
  const asked = await findBallotMail(tx, id)
  if (!asked) return 'dropped: a ballot mail of nothing'
  const actor = await loadActor(tx, asked.personId, at, 'mail')
  if (!actor) return 'dropped: a ballot mail of nobody'
  const found = (await listVoterships(tx, asked.personId, asked.ballotId, at)).find(({ id }) => id === asked.voterId)
  if (!found?.casts) return refuseMail(tx, asked, 'notYours', at)
  // Locked, so that it is not called off between here and the paper.
  const ballot = await getBallot(tx, actor, asked.ballotId, { lock: 'share' })
  if (ballot.state === 'called_off') return refuseMail(tx, asked, 'calledOff', at)
  const { vote, faults, found: entries } = readBallotReply(text, ballot.form)
  if (entries === 0) return refuseMail(tx, asked, 'nothing', at)
  const numbers = new Set((await listOptions(tx, ballot.id)).map(({ number }) => String(number)))
  const wrong = [...faults, ...(faults.length === 0 ? whyNotVote(ballot, numbers, vote) : [])]
  if (wrong.length > 0) return refuseMail(tx, asked, { faults: wrong }, at, true)
  return castByMail(tx, site, actor, asked, { ballotId: ballot.id, voterId: asked.voterId, vote })
}

/** The gate has refused an answer: a link or address that has come to others opens nothing, and only the owner hears of the try. */
export async function refuseBallotReply(tx: Tx, ballotMailId: number, at: Date): Promise<string> {
  const asked = await findBallotMail(tx, ballotMailId)
  return asked ? refuseMail(tx, asked, 'sender', at) : 'dropped: a ballot mail of nothing'
}

type Asked = NonNullable<Awaited<ReturnType<typeof findBallotMail>>>

async function castByMail(
  tx: Tx,
  site: Site,
  actor: Actor,
  asked: Asked,
  paper: Omit<Parameters<typeof castPaper>[3], 'seen'>,
): Promise<string> {
  try {
    const outcome = await castPaper(tx, actor, site.secret, paper)
    return outcome.state === 'cast' ? 'voted' : await refuseMail(tx, asked, 'late', actor.at)
  } catch (error) {
    if (error instanceof NotFound) return refuseMail(tx, asked, 'notYours', actor.at)
    if (error instanceof Refusal) return refuseMail(tx, asked, { faults: [{ number: '', problem: error.message }] }, actor.at)
    throw error
  }
}

async function refuseMail(tx: Tx, { ballotId, voterId, personId }: Asked, problem: MailProblem, at: Date, spoilt = false): Promise<string> {
  const ballot = await findBallot(tx, ballotId)
  if (spoilt) await tx.insertInto('paperRefusal').values({ ballotId, voterId, why: 'spoilt', via: 'mail', at }).execute()
  const why = typeof problem === 'string' ? problem : 'faults'
  const actor = { personId: null, via: 'mail' as const, at }
  if (ballot)
    await record(tx, actor as Actor, { action: 'paper.refused', subject: `ballot:${ballotId}`, groupId: ballot.groupId, details: { why } })
  await enqueue(tx, 'ballots.mailRefused', { voterId, personId, problem })
  return `dropped: no ballot (${why})`
}
