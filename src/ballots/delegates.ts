import { findHolders } from '../groups/queries.ts'
import { idsOf, type Tx } from '../lib/db/rows.ts'
import { sealReply } from '../lib/token/seal.ts'
import { sendLetter } from '../outbox/actions.ts'
import type { Letter } from '../outbox/rules.ts'
import type { TaskContext } from '../task.ts'
import { ensureBallotMail, noteBallotNotice } from './core/actions.ts'
import { listPeople, onlyReaders } from './core/people-queries.ts'
import { type findBallot, listSpeakersOf, listVoters, previewElectorate } from './core/queries.ts'
import type { Recipient } from './mails.ts'

export type FoundBallot = NonNullable<Awaited<ReturnType<typeof findBallot>>>

/** A page of a ballot, for letters. */
export const ballotLink = (context: TaskContext, id: number, rest = ''): string => `${context.site.baseUrl}/ballots/${id}${rest}`

const day = 86_400_000

/** Where somebody's answer to a ballot mail votes for a voter; somewhat longer than the ballot, so that a late one is told so. */
export async function replyAddress(tx: Tx, context: TaskContext, ballot: FoundBallot, asked: { voterId: number; personId: number }) {
  const mailId = await ensureBallotMail(tx, context.now(), asked.voterId, asked.personId)
  const token = sealReply(context.site.secret, 'ballot', mailId, new Date(ballot.closesAt.getTime() + 60 * day))
  return `reply+${token}@${context.site.mailDomain}`
}

/** Puts a letter into the outbox. */
export const post = (tx: Tx, context: TaskContext, letter: Letter): Promise<number> => sendLetter(tx, context.site, context.now(), letter)

/** Writes to each of some people. */
export const tell = (context: TaskContext, people: readonly Recipient[], compose: (to: Recipient) => Letter) =>
  context.write(async (tx) => {
    for (const to of people) await post(tx, context, compose(to))
  })

/** Writes to each of some people once, however often it is tried. */
export async function tellOnce(
  context: TaskContext,
  notice: { ballotId: number; kind: string },
  people: readonly Recipient[],
  compose: (to: Recipient) => Letter,
) {
  for (const to of people)
    await context.write(async (tx) => {
      if (await noteBallotNotice(tx, context.now(), { ...notice, personId: to.personId })) await post(tx, context, compose(to))
    })
}

/** Those whom mail reaches. */
export const reachable = (
  people: { personId: number; name: string; locale: string; zone: string | null; email: string | null }[],
): Recipient[] =>
  people.flatMap(({ personId, name, locale, zone, email }) => (email === null ? [] : [{ personId, name, locale, zone, email }]))

/** Those who lead a group, with where mail reaches them. */
export async function leadersOf(context: TaskContext, groupId: number): Promise<Recipient[]> {
  const holders = await findHolders(context.db, groupId, ['coordinator', 'deputy'], context.now())
  return holders.map(({ id, ...person }) => ({ ...person, personId: id }))
}

export type Voter = Awaited<ReturnType<typeof listVoters>>[number]

/** Writes once to everybody who casts a ballot: referents and stand-ins of institutions, or the members themselves. */
export async function eachDelegate(
  context: TaskContext,
  ballot: FoundBallot,
  { kind, only = () => true }: { kind: string; only?: (voter: Voter) => boolean },
  compose: (tx: Tx, to: Recipient, voter: Voter) => Letter | Promise<Letter>,
): Promise<void> {
  const now = context.now()
  const voters = (await listVoters(context.db, ballot.id)).filter(only)
  const people = await delegatesOf(context, ballot, voters)
  for (const voter of voters)
    for (const to of people.get(voter.id) ?? [])
      await context.write(async (tx) => {
        const notice = { ballotId: ballot.id, kind: `${kind}:${voter.id}`, personId: to.personId, voterId: voter.id }
        if (await noteBallotNotice(tx, now, notice))
          await post(tx, context, { ...(await compose(tx, to, voter)), whileDue: { id: voter.id } })
      })
}

/** All who would cast a ballot that has no voters yet. */
export async function listEntitled({ db, now }: TaskContext, ballot: FoundBallot): Promise<Recipient[]> {
  const electorate = idsOf(await previewElectorate(db, ballot))
  return reachable(await listSpeakersOf(db, ballot.id, electorate, now()))
}

/** Who votes for each voter of a ballot, by the voter's id. */
export async function delegatesOf(context: TaskContext, ballot: FoundBallot, voters: Voter[]): Promise<Map<number, Recipient[]>> {
  const { db } = context
  if (ballot.electorate === 'group') {
    const personIds = voters.flatMap(({ personId }) => personId ?? [])
    const people = reachable(await onlyReaders(db, ballot, await listPeople(db, personIds), context.now()))
    return new Map(voters.map((voter) => [voter.id, people.filter(({ personId }) => personId === voter.personId)]))
  }
  const organisationIds = voters.flatMap(({ organisationId }) => organisationId ?? [])
  const speakers = await listSpeakersOf(db, ballot.id, organisationIds, context.now())
  return new Map(
    voters.map((voter) => {
      const mine = speakers.filter(({ organisationId }) => organisationId === voter.organisationId)
      const once = mine.filter((one, place) => mine.findIndex(({ personId }) => personId === one.personId) === place)
      return [voter.id, reachable(once)]
    }),
  )
}
