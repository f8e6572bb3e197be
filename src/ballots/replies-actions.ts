import type { Actor } from '../actor.ts'
import type { MailedAnswer } from '../answer.ts'
import type { Site } from '../config.ts'
import { NotFound, Refusal } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { record } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { takeTurn } from '../lib/db/limit.ts'
import type { Tx } from '../lib/db/rows.ts'
import { wholly } from '../lib/db/wholly.ts'
import { findBallot, getBallot, listOptions, listVoterships } from './core/queries.ts'
import { type MailProblem, sayProblem } from './mails.ts'
import { castPaper } from './papers/actions.ts'
import { findBallotMail } from './papers/queries.ts'
import { readBallotReply } from './papers/reply.ts'
import { whyNotVote } from './papers/rules.ts'
import { onBehalfOf } from './rules.ts'
import { ballotsWaiting } from './tasks-waiting-words.ts'
import { ballotWords } from './words.ts'

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
  const problem = await castWritten(tx, site, actor, asked, text)
  return problem === undefined ? 'voted' : tellRefused(tx, asked, problem, at)
}

/** The gate has refused an answer: a link or address that has come to others opens nothing, and only the owner hears of the try. */
export async function refuseBallotReply(tx: Tx, ballotMailId: number, at: Date): Promise<string> {
  const asked = await findBallotMail(tx, ballotMailId)
  if (!asked) return 'dropped: a ballot mail of nothing'
  await noteRefused(tx, asked, 'sender', at)
  return tellRefused(tx, asked, 'sender', at)
}

/**
 * Takes what somebody filled in beside a ballot in an answer to the week's letter, as an answer to the ballot's own mail is taken.
 * @param path the page of the paper, by which the letter names it
 * @param proven it is certain that it is they who write; else nothing is taken
 * @returns the paper's name, and why it is no vote, in their language; undefined where the path is no paper of theirs
 */
export async function takeSheet(
  tx: Tx,
  site: Site,
  actor: Actor & { personId: number },
  { path, text, proven }: { path: string; text: string; proven: boolean },
): Promise<{ title: string; why?: string } | undefined> {
  const [, ballotId, voterId] = (/^\/ballots\/(\d{1,15})\/papers\/(\d{1,15})$/.exec(path) ?? []).map(Number)
  if (!ballotId || !voterId) return undefined
  const voter = (await listVoterships(tx, actor.personId, ballotId, actor.at)).find(({ id }) => id === voterId)
  if (!voter) return undefined
  const asked = { ballotId, voterId, personId: actor.personId }
  const { title } = ballotsWaiting(actor.locale).paper({ title: voter.ballotTitle, voter: onBehalfOf(voter) })
  if (!proven) await noteRefused(tx, asked, 'sender', actor.at)
  const problem = proven ? await castWritten(tx, site, actor, asked, text) : 'sender'
  return problem === undefined ? { title } : { title, why: sayProblem(ballotWords(actor.locale), problem) }
}

type Asked = Pick<NonNullable<Awaited<ReturnType<typeof findBallotMail>>>, 'ballotId' | 'voterId' | 'personId'>

/** A ballot, which is not called off until its paper is in; undefined for who can vote in it and has left the group that it is for. */
async function lockSeen(tx: Tx, actor: Actor, ballotId: number) {
  try {
    return await getBallot(tx, actor, ballotId, { lock: 'share' })
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** Casts what somebody wrote for a voter. @returns why it is no vote, which is noted; undefined where it is one */
async function castWritten(tx: Tx, site: Site, actor: Actor, asked: Asked, text: string): Promise<MailProblem | undefined> {
  const { ballotId, voterId } = asked
  const at = actor.at
  const voter = (await listVoterships(tx, asked.personId, ballotId, at)).find(({ id }) => id === voterId)
  if (!voter?.casts) return noteRefused(tx, asked, 'notYours', at)
  const ballot = await lockSeen(tx, actor, ballotId)
  if (!ballot) return noteRefused(tx, asked, 'notYours', at)
  if (ballot.state === 'called_off') return noteRefused(tx, asked, 'calledOff', at)
  const { vote, faults, found: entries } = readBallotReply(text, ballot.form)
  if (entries === 0) return noteRefused(tx, asked, 'nothing', at)
  const numbers = new Set((await listOptions(tx, ballot.id)).map(({ number }) => String(number)))
  const wrong = [...faults, ...(faults.length === 0 ? whyNotVote(ballot, numbers, vote) : [])]
  if (wrong.length > 0) return noteRefused(tx, asked, { faults: wrong }, at, true)
  const problem = await castByMail(tx, site, actor, { ballotId, voterId, vote })
  return problem && noteRefused(tx, asked, problem, at)
}

async function castByMail(tx: Tx, site: Site, actor: Actor, paper: Omit<Parameters<typeof castPaper>[3], 'seen'>) {
  try {
    const outcome = await wholly(tx, () => castPaper(tx, actor, site.secret, paper))
    return outcome.state === 'cast' ? undefined : 'late'
  } catch (error) {
    if (error instanceof NotFound) return 'notYours'
    if (error instanceof Refusal) return { faults: [{ number: '', problem: error.message }] }
    throw error
  }
}

/** The word that the journal has for a problem. */
const wordOf = (problem: MailProblem) => (typeof problem === 'string' ? problem : 'faults')

/** Notes that a mail was no vote, and why. @returns the problem */
async function noteRefused(tx: Tx, { ballotId, voterId }: Asked, problem: MailProblem, at: Date, spoilt = false): Promise<MailProblem> {
  const ballot = await findBallot(tx, ballotId)
  if (spoilt) await tx.insertInto('paperRefusal').values({ ballotId, voterId, why: 'spoilt', via: 'mail', at }).execute()
  const actor = { personId: null, via: 'mail' as const, at }
  const details = { why: wordOf(problem) }
  if (ballot) await record(tx, actor as Actor, { action: 'paper.refused', subject: `ballot:${ballotId}`, groupId: ballot.groupId, details })
  return problem
}

/** What asks for an answer by mail is written so often within an hour: a program that answers each of them would be answered without end. */
const lettersAnHour = 10

/** Tells who wrote why it was no vote, a few times an hour at most. @returns the mail's fate */
async function tellRefused(tx: Tx, { voterId, personId }: Asked, problem: MailProblem, at: Date): Promise<string> {
  if (await takeTurn(tx, `ballot.refused:${voterId}:${personId}`, lettersAnHour, 3_600, at))
    await enqueue(tx, 'ballots.mailRefused', { voterId, personId, problem })
  return `dropped: no ballot (${wordOf(problem)})`
}
