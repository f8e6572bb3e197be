import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, listRows, orNoId } from '../../lib/db/rows.ts'
import { pluck } from '../../lib/pluck.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { verifiedEmail } from '../../people/queries.ts'
import { utcDay } from '../../time.ts'
import { type Ballot, belongings, getBallot, listOptions, listStages, listVoterships, type Votership } from '../core/queries.ts'
import { whyNotCast } from '../rules.ts'
import { type Need, proposeVote, type Vote } from './rules.ts'
import { type OpenedKey, openRoundKey, openSealed } from './sealing.ts'

const t = textsOf('ballots', 'papers')

/** The key of an open round. Only the close, and the pages of a voter's own people come here. */
export async function takeKey(db: Db, secret: string, ballotId: number): Promise<OpenedKey | undefined> {
  const row = await db.selectFrom('ballotKey').select('sealed').where('ballotId', '=', ballotId).executeTakeFirst()
  return row && openRoundKey(secret, row.sealed)
}

/**
 * One voter of a ballot as one of its people reaches it.
 * @throws NotFound for everybody else, whatever link they have
 */
export async function getVotership(db: Db, actor: Actor, ballotId: number, voterId: number): Promise<{ ballot: Ballot; voter: Votership }> {
  const ballot = await getBallot(db, actor, ballotId)
  const voter =
    actor.personId === null ? undefined : (await listVoterships(db, actor.personId, ballotId, actor.at)).find(({ id }) => id === voterId)
  if (!voter) throw new NotFound(t.thereIsNoSuchBallotPaper)
  return { ballot, voter }
}

interface Sealed {
  receipt: string
  vote: Vote
}

/** The voter's own paper and draft, opened for their people who may cast; `none` of it leaves otherwise. */
export async function openOwn(db: Db, secret: string, ballotId: number, voterId: number) {
  const key = await takeKey(db, secret, ballotId)
  const [paper, draft] = await Promise.all([
    db
      .selectFrom('paper')
      .leftJoin('sharedPerson as person', 'person.id', 'paper.castBy')
      .select(['paper.version', 'paper.sealed', 'paper.castAt', 'paper.via', 'person.name as castBy'])
      .where('voterId', '=', voterId)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('paperDraft')
      .leftJoin('sharedPerson as person', 'person.id', 'paperDraft.savedBy')
      .select(['paperDraft.sealed', 'paperDraft.savedAt', 'person.name as savedBy'])
      .where('voterId', '=', voterId)
      .executeTakeFirst(),
  ])
  return {
    paper: paper && key && { ...paper, ...(openSealed(key, voterId, paper.sealed) as Sealed) },
    draft: draft && key && { ...draft, vote: openSealed(key, voterId, draft.sealed) as Vote },
  }
}

/** What colleagues have said, opened for the voter's own people. */
export async function listVoices(db: Db, secret: string, ballotId: number, voterId: number) {
  const key = await takeKey(db, secret, ballotId)
  if (!key) return []
  const rows = await db
    .selectFrom('voice')
    .innerJoin('sharedPerson as person', 'person.id', 'voice.personId')
    .select(['voice.personId', 'person.name', 'voice.sealed', 'voice.givenAt'])
    .where('voice.voterId', '=', voterId)
    .orderBy('voice.givenAt')
    .execute()
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    ...(openSealed(key, voterId, sealed) as { needs: Record<string, Need>; note: string }),
  }))
}

/** What a voter asked their own colleagues; undefined where nobody was asked. */
export const findInnerPoll = (db: Db, voterId: number) =>
  db.selectFrom('innerPoll').selectAll().where('voterId', '=', voterId).executeTakeFirst()

/** The areas that an organisation uses, and its size, as its people have said. */
export async function findProfile(db: Db, organisationId: number | null): Promise<{ areas: string[]; size: string }> {
  if (organisationId === null) return { areas: [], size: '' }
  const areas = await listRows(db.selectFrom('organisationArea').orderBy('area'), { organisationId }, ['area'])
  const size = await db.selectFrom('organisationSize').select('size').where('organisationId', '=', organisationId).executeTakeFirst()
  return { areas: pluck(areas, 'area'), size: size?.size ?? '' }
}

/** The product areas that institutions use, as their people have said, by institution. */
export async function listAreasUsed(db: Db): Promise<Map<number, string[]>> {
  const rows = await db.selectFrom('organisationArea').select(['organisationId', 'area']).orderBy('area').execute()
  const used = new Map<number, string[]>()
  for (const { organisationId, area } of rows) used.set(organisationId, [...(used.get(organisationId) ?? []), area])
  return used
}

/** Everything that a paper's page shows to one of the voter's people. */
export async function getPaperPage(db: Db, actor: Actor, secret: string, ballotId: number, voterId: number) {
  const { ballot, voter } = await getVotership(db, actor, ballotId, voterId)
  const [options, profile, own, poll, voices] = await Promise.all([
    listOptions(db, ballotId),
    findProfile(db, voter.organisationId),
    voter.casts ? openOwn(db, secret, ballotId, voterId) : { paper: undefined, draft: undefined },
    findInnerPoll(db, voterId),
    listVoices(db, secret, ballotId, voterId),
  ])
  const [before, stages] = await Promise.all([listEarlier(db, options), listStages(db, actor, options)])
  const proposal = proposeVote(
    ballot,
    voices.map(({ needs }) => needs),
  )
  // Who only has a voice sees their own; the others' are for who casts.
  const heard = voter.casts ? voices : voices.filter(({ personId }) => personId === actor.personId)
  return {
    ballot,
    voter,
    options,
    stages,
    profile,
    ...own,
    poll,
    voices: heard,
    proposal,
    before,
    readerId: actor.personId,
    whyNot: whyNotCast(ballot, actor.at),
  }
}

export type PaperPageData = Awaited<ReturnType<typeof getPaperPage>>

/** The same wishes as they stood on the round before, by the wish. */
async function listEarlier(db: Db, options: { wishId: number | null; ballotId: number }[]) {
  const wishIds = options.flatMap(({ wishId }) => wishId ?? [])
  const rows = await db
    .selectFrom('ballotOption')
    .innerJoin('ballot', 'ballot.id', 'ballotOption.ballotId')
    .select(['ballotOption.wishId', 'ballotOption.title', 'ballotOption.text', 'ballotOption.number', 'ballot.id as ballotId'])
    .select(['ballot.form'])
    .select(
      // What the papers gave: a rule may count supporters, or shares.
      sql<number>`(select coalesce(sum(case when ballot.form = 'points' then (p.vote #>> array['points', ballot_option.number::text])::numeric
        when p.vote->'ranks' ? ballot_option.number::text then 1 end), 0)::float from published_paper p where p.ballot_id = ballot.id)`.as(
        'total',
      ),
    )
    .where('ballotOption.wishId', 'in', orNoId(wishIds))
    .where('ballotOption.ballotId', '<>', options[0]?.ballotId ?? 0)
    .where('ballot.phase', '=', 'round_one')
    .where('ballot.rehearsalOf', 'is', null)
    // One that was called off has no papers to tell of; the one that was held instead is younger than round two.
    .where('ballot.state', '=', 'counted')
    .execute()
  return new Map(rows.map((row) => [row.wishId, row]))
}

/** The ballot mail that an answer belongs to: for whom, of which voter. */
export const findBallotMail = (db: Db, id: number) =>
  db
    .selectFrom('ballotMail')
    .innerJoin('voter', 'voter.id', 'ballotMail.voterId')
    .select(['ballotMail.voterId', 'ballotMail.personId', 'voter.ballotId'])
    .where('ballotMail.id', '=', id)
    .executeTakeFirst()

/** People of the voter whom an inner poll asks: who works there, or at a member of the consortium. */
export function listOwnPeople(db: Db, organisationId: number, on: Date) {
  const day = utcDay(on)
  return db
    .selectFrom('sharedAffiliation as affiliation')
    .innerJoin('sharedPerson as person', 'person.id', 'affiliation.personId')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'affiliation.organisationId')
    .select(['person.id as personId', 'person.name', 'person.locale', 'person.zone'])
    .select(verifiedEmail.as('email'))
    .distinctOn('person.id')
    .where(
      sql<boolean>`(organisation.id = ${organisationId} or organisation.id in (select member from (${belongings(day)}) b where b.holder = ${organisationId}))`,
    )
    .where(sql<boolean>`${day}::date between coalesce(affiliation.from_on, '-infinity') and coalesce(affiliation.to_on, 'infinity')`)
    .where('person.erasedAt', 'is', null)
    .orderBy('person.id')
    .execute()
}

/** The ballot of a voter. */
export async function findBallotOf(db: Db, voterId: number): Promise<number | undefined> {
  return (await db.selectFrom('voter').select('ballotId').where('id', '=', voterId).executeTakeFirst())?.ballotId
}
