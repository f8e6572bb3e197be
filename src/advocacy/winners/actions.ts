import type { Actor } from '../../actor.ts'
import { linkWish } from '../../ballots/actions.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { makeRequest } from '../../requests/actions.ts'
import { commit, type NewCommitment, setCapacity } from '../commitments/actions.ts'
import { findRequestOf } from '../core/actions.ts'
import { getWinners, type Winner } from './queries.ts'
import { whyNotLine } from './rules.ts'

const t = textsOf('advocacy', 'winners')

export interface WinnerLine {
  number: number
  points: number | null
  /** Its request where the wish names none; null makes one from the wish. */
  requestId: number | null
}

export interface WinnersFacts {
  year: number
  /** YYYY-MM-DD; the end of the year where nothing else was said. */
  dueOn?: string
  /** What the vendor does in that year, where it was not agreed yet. */
  capacity?: number
  lines: WinnerLine[]
  /** From before Rapport: nobody is told. */
  quiet?: boolean
}

/**
 * The vendor commits itself to what won: each option becomes a commitment of its request, in one act. All of them or none.
 * @returns the ids of the commitments
 * @throws Invalid beside each line that cannot be, Conflict when somebody was faster
 */
export async function commitWinners(tx: Tx, actor: Actor, ballotId: number, facts: WinnersFacts): Promise<number[]> {
  const seen = await getWinners(tx, actor, ballotId)
  // Locked, so that two who press the button at once commit once.
  await tx.selectFrom('sharedBallot as ballot').select('id').where('id', '=', ballotId).forUpdate().execute()
  const { ballot, winners, capacities } = await getWinners(tx, actor, seen.ballot.id)
  const chosen = facts.lines.map((line) => ({ line, winner: winners.find(({ number }) => number === line.number) }))
  if (chosen.length === 0) throw new Invalid(t.chooseLeastOneOption, { take: t.chooseLeastOneOption })
  const faults = Object.assign({}, ...chosen.map(({ line, winner }) => faultsOf(line, winner))) as Record<string, string>
  if (Object.keys(faults).length > 0) throw new Invalid(refusals.pleaseLookAgain, faults)
  const { groupId, productId } = ballot
  const { year, dueOn, capacity, quiet } = facts
  if (capacity !== undefined && !capacities.some((one) => one.year === year))
    await setCapacity(tx, actor, groupId, { productId, year, points: capacity, note: ballot.title })
  const made: number[] = []
  for (const { line, winner } of chosen) {
    if (!winner || line.points === null) continue
    const requestId = await requestOf(tx, actor, groupId, line, winner)
    const { number, optionId } = winner
    made.push(await commitOne(tx, actor, groupId, number, { requestId, productId, year, dueOn, quiet, points: line.points, optionId }))
  }
  await recordOf(tx, actor, 'ballot.committed', { id: ballotId, groupId }, { commitments: made.length })
  return made
}

function faultsOf(line: WinnerLine, winner: Winner | undefined): Record<string, string> {
  if (!winner) return { [`take-${line.number}`]: t.why.notChosen }
  if (winner.standing !== 'waiting') return { [`take-${line.number}`]: t.why[winner.standing] }
  return whyNotLine(line)
}

/** The request that is committed to: the wish’s own or what it is merged into, the one that was named, else one made from the wish. */
async function requestOf(tx: Tx, actor: Actor, groupId: number, line: WinnerLine, winner: Winner): Promise<number> {
  if (winner.requestId !== null) return winner.rootId ?? winner.requestId
  const requestId = line.requestId ?? (await makeFrom(tx, actor, groupId, winner))
  const field = `request-${line.number}`
  if (!(await findRequestOf(tx, groupId, requestId)))
    throw new Invalid(refusals.pleaseLookAgain, { [field]: t.thereIsNoRequest({ requestId }) })
  await linkWish(tx, winner.wishId, winner.optionId, requestId)
  return requestId
}

// What stood on a ballot was read by everybody: so is the request.
const makeFrom = (tx: Tx, actor: Actor, groupId: number, { title, text }: Winner) =>
  makeRequest(tx, actor, groupId, { kind: 'idea', title, text: text || title, visibility: 'public' })

async function commitOne(tx: Tx, actor: Actor, groupId: number, number: number, facts: NewCommitment): Promise<number> {
  try {
    return await commit(tx, actor, groupId, facts)
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error
    const why = error instanceof Invalid ? Object.values(error.fields)[0] : undefined
    throw new Invalid(refusals.pleaseLookAgain, { [`take-${number}`]: why ?? error.message })
  }
}
