import { type Actor, program } from '../src/actor.ts'
import { createBallot } from '../src/ballots/actions.ts'
import { callOff } from '../src/ballots/calling-off/actions.ts'
import { createCycle, type NewCycle } from '../src/ballots/cycles/actions.ts'
import { nominate } from '../src/ballots/elections/actions.ts'
import { turn } from '../src/ballots/jobs.ts'
import { putMotion } from '../src/ballots/motions/actions.ts'
import { decideWish, submitWish } from '../src/ballots/wishes/actions.ts'
import { consequences } from '../src/edges/consequences.ts'
import { affiliate } from '../src/people/actions.ts'
import { addContract, addMembership, nameReferent, saveOrganisation } from '../src/people/organisations/actions.ts'
import type { Person, World } from './world.ts'

const day = 86_400_000

/** Who may do everything: for what a test does not test. */
export const keeper = (world: World) => ({
  ...program(world.clock.now),
  grants: [{ role: 'administrator' as const, groupId: null, communityId: null }],
})

/** Carla's own hand, as an actor with a person. */
export const carlaOf = (world: World) => ({ ...keeper(world), personId: world.carla.personId, name: 'Carla' })

/** An institution with a membership and a contract, and its people: the first is the referent, the second her stand-in. */
export async function addInstitution(
  world: World,
  name: string,
  people: Person[] = [],
  more: {
    country?: string
    membership?: boolean
    contractTo?: string
    communityIds?: number[]
    parentId?: number
    kind?: 'institution' | 'consortium'
  } = {},
): Promise<number> {
  const actor = keeper(world)
  return world.write(async (tx) => {
    const { country = 'PT', membership = true, contractTo, communityIds = [world.group.communityId], parentId, kind = 'institution' } = more
    const id = await saveOrganisation(tx, actor, undefined, {
      name,
      kind,
      country,
      domains: [],
      ...(parentId === undefined ? {} : { parentId }),
    })
    if (membership)
      for (const communityId of communityIds) {
        await addMembership(tx, actor, id, { communityId, fromOn: '2020-01-01' })
        for (const [place, person] of people.entries())
          if (place < 2)
            await nameReferent(tx, actor, consequences, id, {
              email: person.email,
              communityId,
              standIn: place === 1,
              fromOn: '2024-01-01',
            })
      }
    if (membership) await addContract(tx, actor, id, { productId: 1, fromOn: '2020-01-01', ...(contractTo ? { toOn: contractTo } : {}) })
    for (const person of people) await affiliate(tx, actor, { personId: person.personId, organisationId: id, fromOn: '2020-01-01' })
    return id
  })
}

/** A cycle whose submission is open now; each later phase lasts ten days. */
export async function openCycle(world: World, facts: Partial<NewCycle> = {}) {
  const now = world.clock.now.getTime()
  const at = (days: number) => new Date(now + days * day)
  const cycleId = await world.write((tx) =>
    createCycle(tx, keeper(world), {
      groupId: world.group.groupId,
      title: 'Cycle 2027',
      zone: 'Europe/Lisbon',
      communityIds: [world.group.communityId],
      phases: [
        { kind: 'submission', opensAt: at(-1), closesAt: at(10) },
        { kind: 'triage', opensAt: at(10), closesAt: at(20) },
        { kind: 'round_one', opensAt: at(20), closesAt: at(30) },
        { kind: 'costing', opensAt: at(30), closesAt: at(40) },
        { kind: 'round_two', opensAt: at(40), closesAt: at(50) },
        { kind: 'commitment', opensAt: at(50), closesAt: at(60) },
      ],
      recordOn: '2026-10-01',
      budget: 50,
      shortlist: 3,
      capacity: 20,
      ruleOne: 'greedy',
      ruleTwo: 'greedy',
      ties: 'lot',
      secrecy: 'anonymous',
      ...facts,
    }),
  )
  const ballots = await world.db.selectFrom('ballot').select(['id', 'phase']).where('cycleId', '=', cycleId).execute()
  const idOf = (phase: string) => ballots.find((ballot) => ballot.phase === phase)?.id ?? 0
  return { cycleId, roundOne: idOf('round_one'), roundTwo: idOf('round_two'), at }
}

/** Moves the clock and lets happen what is due. */
export async function passTo(world: World, at: Date): Promise<void> {
  world.clock.now = at
  await turn({}, world.context)
  await world.settle()
}

/** Wishes that go to the vote, submitted by Carla for the group. */
export async function addWishes(world: World, cycleId: number, titles: string[], area = ''): Promise<number[]> {
  const ids: number[] = []
  for (const title of titles)
    await world.write(async (tx) => {
      const actor = {
        ...carlaOf(world),
        grants: [...carlaOf(world).grants, { role: 'coordinator' as const, groupId: world.group.groupId, communityId: null }],
      }
      const id = await submitWish(tx, actor, cycleId, { title, text: `What ${title} is for.`, area })
      await decideWish(tx, actor, id, { to: 'accept' })
      ids.push(id)
    })
  return ids
}

/** A form as it is sent in which a name may stand several times. */
export const inPairs = (form: Record<string, string | string[]>) =>
  Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value])) as unknown as Record<string, string>

/** The voter of an organisation on a ballot. */
export async function voterOf(world: World, ballotId: number, organisationId: number): Promise<number> {
  const row = await world.db
    .selectFrom('voter')
    .select('id')
    .where('ballotId', '=', ballotId)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  return row?.id ?? 0
}

/** An election of a member by the group, set up by whoever runs it; nominations are open until it opens. */
export const setUpElection = (world: World, actor: Actor, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }): Promise<number> =>
  world.write((tx) =>
    createBallot(tx, actor, {
      groupId: world.group.groupId,
      kind: 'election',
      title: 'A seat',
      form: 'ranks',
      seats: 1,
      rule: 'scottish-stv',
      ties: 'lot',
      secrecy: 'anonymous',
      electorate: 'group',
      communityIds: [],
      recordOn: '2026-10-01',
      role: 'member',
      termFrom: '2027-01-01',
      termTo: '2028-12-31',
      nominationsUntil: opensAt,
      zone: 'UTC',
      opensAt,
      closesAt,
    }),
  )

/**
 * Ballots of every kind and state, for the tables of addresses: cycle 1 takes submissions (ballots 1 and 2, wish 1 of Susi), cycle 2 is
 * counted and costed (ballots 3 and 4), ballot 5 is a motion, 6 an election with nominations, 7 a counted election, 8 one that was called
 * off. Susi is the referent of Old Harbour, and casts.
 */
export async function openBallots(world: World): Promise<void> {
  const now = world.clock.now
  const harbour = await addInstitution(world, 'Old Harbour Library', [world.susi])
  const { cycleId } = await openCycle(world)
  await world.write((tx) =>
    submitWish(tx, { ...keeper(world), personId: world.susi.personId }, cycleId, { title: 'A wish', text: 'For what.', area: 'Lists' }),
  )
  world.clock.now = new Date(now.getTime() - 35 * day)
  const past = await openCycle(world, { title: 'Cycle 2026', recordOn: '2026-09-01' })
  await addWishes(world, past.cycleId, ['One', 'Two', 'Three', 'Four'], 'Lists')
  await passTo(world, past.at(20))
  await (await world.as(world.susi)).post(`/ballots/${past.roundOne}/papers/${await voterOf(world, past.roundOne, harbour)}`, {
    act: 'cast',
    'v-1': '30',
    'v-2': '20',
  })
  await passTo(world, past.at(30))
  world.clock.now = now
  const actor = {
    ...keeper(world),
    personId: world.carla.personId,
    grants: [{ role: 'coordinator' as const, groupId: world.group.groupId, communityId: null }],
  }
  const week = new Date(now.getTime() + 7 * day)
  await world.write((tx) =>
    putMotion(tx, actor, {
      groupId: world.group.groupId,
      title: 'Meet monthly',
      question: 'Shall we meet each month?',
      closesAt: week,
      byConsent: false,
      secrecy: 'public',
      zone: 'Europe/Lisbon',
    }),
  )
  const election = (opensAt: Date, closesAt: Date) => setUpElection(world, actor, { opensAt, closesAt })
  const coming = await election(week, new Date(week.getTime() + 7 * day))
  const counted = await election(new Date(now.getTime() + 60_000), new Date(now.getTime() + 120_000))
  const calledOff = await election(week, new Date(week.getTime() + 7 * day))
  await world.write((tx) => callOff(tx, actor, calledOff, 'The seat is not vacant.'))
  for (const id of [coming, counted]) {
    await world.write((tx) => nominate(tx, { ...actor, personId: world.maria.personId }, id, { statement: 'I have time.' }))
    await world.write((tx) => nominate(tx, { ...actor, personId: world.susi.personId }, id, { statement: 'I have ideas.' }))
  }
  await passTo(world, new Date(now.getTime() + 61_000))
  await passTo(world, new Date(now.getTime() + 121_000))
  world.clock.now = now
  await world.settle()
}
