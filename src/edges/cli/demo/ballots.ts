import { type Actor, program } from '../../../actor.ts'
import { carryOver, dropCommitment, saveRelease } from '../../../advocacy/commitments/actions.ts'
import { decideDelivery } from '../../../advocacy/commitments/deliveries-actions.ts'
import { getCommitment } from '../../../advocacy/commitments/queries.ts'
import { commitWinners } from '../../../advocacy/winners/actions.ts'
import { getWinners } from '../../../advocacy/winners/queries.ts'
import { createBallot, openBallot } from '../../../ballots/actions.ts'
import { createCycle, setCosts } from '../../../ballots/cycles/actions.ts'
import { fillCandidates, nominate } from '../../../ballots/elections/actions.ts'
import { turn } from '../../../ballots/jobs.ts'
import { object, putMotion } from '../../../ballots/motions/actions.ts'
import { listOptions } from '../../../ballots/queries.ts'
import { decideWish, proposeRewording, submitWish } from '../../../ballots/wishes/actions.ts'
import type { Ground } from '../../../ground.ts'
import { insertOne, type Tx, updateOne } from '../../../lib/db/rows.ts'
import { addMembership } from '../../../people/organisations/actions.ts'
import { utcDay } from '../../../time.ts'
import { type Hand, handOf } from './hand.ts'
import { castPapers, chance, sayAreas, shape } from './papers.ts'
import { loadRanking } from './ranking.ts'
import { confirmDelivery } from './vendor.ts'
import { asides, askedBefore, wishes } from './wishes.ts'

const day = 86_400_000

/** Noon in Lisbon, near enough: nobody closes a ballot at 01:51. */
const noonOf = (at: Date): Date => new Date(Math.floor(at.getTime() / day) * day + day / 2)

/** The sister user group: three institutions are members of both, and vote once. */
async function loadSister(tx: Tx, at: Date): Promise<void> {
  const actor: Actor = { ...program(at), via: 'cli', grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  const communityId = await insertOne(tx.insertInto('community'), {
    slug: 'nlsu',
    name: 'Northern Library Systems Users',
    memberNoun: 'library',
    usesDirectories: true,
    checksStudents: true,
  })
  const { id: groupId } = await tx.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
  await tx.insertInto('groupCommunity').values({ groupId, communityId }).execute()
  for (const name of ['Pacific Crest State University', 'Lake Ontario Polytechnic', 'Northfield University Library']) {
    const organisation = await tx.selectFrom('organisation').select('id').where('name', '=', name).executeTakeFirst()
    if (organisation) await addMembership(tx, actor, organisation.id, { communityId, fromOn: '2023-01-01' })
  }
}

/** What is promised, or came, or was left: nobody wishes for it any more. */
const settled = new Set<string>(['committed', 'delivered', 'accepted', 'set_aside', 'merged'])

const institutionsOf = (tx: Tx) =>
  tx.selectFrom('organisation').select(['id', 'name']).where('kind', '=', 'institution').orderBy('id').execute()

const phasesOf = (at: (days: number) => Date) =>
  Object.entries(shape).map(([kind, [from, to]]) => ({ kind: kind as keyof typeof shape, opensAt: at(from), closesAt: at(to) }))

/** One cycle, with its wishes as far as the triage has come. @returns its id and rounds */
async function setUp(hand: Hand, year: number, end: Date, now: Date) {
  const { tx, groupId, communityIds, as } = hand
  const at = (days: number) => new Date(end.getTime() + days * day)
  const began = at(shape.submission[0] - 7)
  const cycleId = await createCycle(tx, as('Ines Albrecht', began), {
    groupId,
    title: `Enhancement cycle ${year}`,
    note: 'One ballot for each institution. What fits into the year’s development points is committed by the vendor.',
    zone: 'Europe/Lisbon',
    communityIds,
    phases: phasesOf(at),
    recordOn: utcDay(at(shape.round_one[0] - 21)),
    budget: 50,
    most: 25,
    shortlist: 12,
    capacity: 50,
    ruleOne: 'equal-shares-add1',
    ruleTwo: 'equal-shares-add1',
    ties: 'lot',
    secrecy: 'anonymous',
  })
  const submitters =
    'Ines Albrecht, Maren Oduya, Aoife Lennon, Lena Hartwig, Camille Roux, Bruce Kellaway, Jun Takeda, Samuel Okafor'.split(', ')
  const institutions = await institutionsOf(tx)
  const asked = await tx.selectFrom('request').select(['id', 'title', 'stage', 'createdAt']).where('groupId', '=', groupId).execute()
  const submit = async (title: string, text: string, area: string, place: number) => {
    const submittedAt = at(shape.submission[0] + 1 + (place % 12))
    const about = asked.find((one) => one.title === (askedBefore[title] ?? title) && !settled.has(one.stage))
    const submitter = as(submitters[place % submitters.length] as string, submittedAt)
    const id = await submitWish(tx, submitter, cycleId, { title, text, area, requestId: about?.id })
    // Who brings a wish in does so for their institution; others of the demo have theirs by turns.
    await updateOne(tx.updateTable('wish'), id, { organisationId: institutions[(place * 7 + year) % institutions.length]?.id ?? null })
    return id
  }
  const decidedAt = at(shape.triage[0] + 9)
  if (decidedAt > now) return { cycleId, at }
  const chair = as('Ines Albrecht', decidedAt)
  // Nobody wishes for what is promised already, nor for what is asked for later only.
  const opened = at(shape.submission[0])
  const others = new Set(asked.filter(({ stage, createdAt }) => settled.has(stage) || createdAt > opened).map(({ title }) => title))
  const ids: number[] = []
  for (const [place, { area, title, text }] of wishes.entries())
    if (!others.has(askedBefore[title] ?? title) && chance(`${year} ${title}`) < 0.9) ids.push(await submit(title, text, area, place))
  for (const id of ids) await decideWish(tx, chair, id, { to: 'accept' })
  const [first] = ids
  const twin = await submit('Bulk change of citation status', 'As the title says: many at once, please.', 'Rollover', 5)
  if (first !== undefined)
    await decideWish(tx, chair, twin, { to: 'merge', into: first, note: 'Both ask to set the status of many citations in one step.' })
  for (const [place, { title, reason, note }] of asides.entries()) {
    const id = await submit(title, 'It came up in our department again.', '', place + 30)
    await decideWish(tx, chair, id, { to: 'set_aside', reason, note })
  }
  return { cycleId, at }
}

const costs = [4, 6, 9, 12, 5, 8, 15, 7, 10, 3, 18, 11]
const solutions = [
  'A menu above the list, for who may edit it.',
  'As asked, for new lists; existing ones stay as they are.',
  'In two steps: the data this year, the page in the next.',
  'With a switch in the configuration, off by default.',
  '',
]

/** Lets a cycle run to its end, or to today: the program's own steps at the times when they were due. */
async function run(ground: Ground, year: number, end: Date): Promise<void> {
  const { context } = ground
  const now = context.now()
  const { cycleId, at } = await context.write(async (tx) => setUp(await handOf(tx), year, end, now))
  const step = (when: Date) => turn({}, { ...context, now: () => when })
  const roundOf = (phase: 'round_one' | 'round_two') =>
    context.db
      .selectFrom('ballot')
      .select(['id', 'closesAt'])
      .where('cycleId', '=', cycleId)
      .where('phase', '=', phase)
      .where('rehearsalOf', 'is', null)
      .executeTakeFirstOrThrow()
  for (const phase of ['round_one', 'round_two'] as const) {
    const [opens, closes] = [at(shape[phase][0]), at(shape[phase][1])]
    if (phase === 'round_two' && opens <= now) await context.write((tx) => cost(tx, cycleId, at(30)))
    if (opens > now) break
    await step(opens)
    const round = await roundOf(phase)
    await context.write((tx) => castPapers(tx, round.id, closes > now ? 0.4 : 0.85, round.closesAt, now))
    if (closes > now) break
    await step(closes)
  }
  if (at(shape.commitment[1]) > now) return
  await step(at(shape.commitment[1]))
  const { id } = await roundOf('round_two')
  await context.write(async (tx) => keepPromises(tx, await handOf(tx), id, at(shape.commitment[0] + 12), now))
}

/** What won is committed; of the older year most was delivered with a release, one went on, one was dropped. */
async function keepPromises(tx: Tx, { as, groupId }: Hand, ballotId: number, when: Date, now: Date): Promise<void> {
  const lead = as('Ines Albrecht', when)
  const { ballot, winners } = await getWinners(tx, lead, ballotId)
  const year = when.getUTCFullYear()
  const waiting = winners.filter(({ standing }) => standing === 'waiting')
  const lines = waiting.map(({ number, cost }) => ({ number, points: cost ?? 0, requestId: null }))
  const ids = await commitWinners(tx, lead, ballotId, { year, capacity: 50, lines, quiet: true })
  const later = as('Ines Albrecht', new Date(when.getTime() + 240 * day))
  if (later.at > new Date(now.getTime() - 120 * day)) return
  const [dropped, carried, ...delivered] = ids
  if (dropped !== undefined)
    await dropCommitment(tx, later, dropped, 'It needs the new editor, which comes later.', { on: utcDay(later.at), quiet: true })
  if (carried !== undefined) await carryOver(tx, later, carried, { year: year + 1, reason: 'The data is there; the page follows.' })
  const facts = { productId: ballot.productId, name: `${year} R3`, onDay: utcDay(later.at), link: '' }
  const came = winners.map(({ title }) => `- ${title}`).join('\n')
  const notes = `## What libraries have chosen\n\n${came}\n\n## Besides\n\n- Repairs`
  const release = await saveRelease(tx, later, groupId, undefined, { ...facts, notes })
  for (const id of delivered) {
    const { requestId } = await getCommitment(tx, later, id)
    const delivery = await decideDelivery(tx, later, release, requestId, true, { quiet: true })
    if (delivery !== undefined) await confirmDelivery(tx, later, delivery)
  }
}

async function cost(tx: Tx, cycleId: number, when: Date): Promise<void> {
  const { as } = await handOf(tx)
  const rounds = tx.selectFrom('ballot').select('id').where('cycleId', '=', cycleId)
  const { id } = await rounds.where('phase', '=', 'round_two').executeTakeFirstOrThrow()
  const options = await listOptions(tx, id)
  const said = options.map(({ number }, place) => {
    const [cost = 5, solution = ''] = [costs[(place + cycleId) % costs.length], solutions[place % solutions.length]]
    return { number, cost, solution }
  })
  await setCosts(tx, as('Ines Albrecht', when), cycleId, said)
}

/** A counted election of last year with its runners-up, one whose nominations are open, a motion that was adopted, one that is open. */
async function loadOthers({ context }: Ground): Promise<void> {
  const now = context.now()
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const election = (hand: Hand, title: string, seats: number, from: Date) =>
    createBallot(hand.tx, hand.as('Ines Albrecht', from), {
      groupId: hand.groupId,
      kind: 'election',
      title,
      form: 'ranks',
      seats,
      rule: 'scottish-stv',
      ties: 'lot',
      secrecy: 'anonymous',
      electorate: 'institutions',
      communityIds: hand.communityIds,
      recordOn: utcDay(from),
      role: 'member',
      termFrom: new Date(from.getTime() + 60 * day).toISOString().slice(0, 10),
      termTo: new Date(from.getTime() + 790 * day).toISOString().slice(0, 10),
      nominationsUntil: noonOf(new Date(from.getTime() + 21 * day)),
      zone: 'Europe/Lisbon',
      opensAt: noonOf(new Date(from.getTime() + 28 * day)),
      closesAt: noonOf(new Date(from.getTime() + 42 * day)),
    })
  const stand = async (hand: Hand, id: number, at: Date, candidates: [string, string][]) => {
    for (const [name, statement] of candidates) await nominate(hand.tx, hand.as(name, at), id, { statement })
  }
  const past = await context.write(async (tx) => {
    const hand = await handOf(tx)
    const id = await election(hand, 'Two seats of the working group', 2, ago(400))
    await stand(hand, id, ago(390), [
      ['Hamish Dunbar', 'Nine years with reading lists, four of them with Lectio. I would take on accessibility.'],
      ['Camille Roux', 'Je représente les bibliothèques francophones ; I write both languages and like minutes.'],
      ['Bruce Kellaway', 'The southern hemisphere starts its year in February. Somebody should be awake then.'],
      ['Dana Whitcomb', 'Our consortium has eleven campuses and no two alike. I collect workflows.'],
    ])
    await fillCandidates(tx, id)
    await openBallot(tx, context.site.secret, ago(372), id)
    await castPapers(tx, id, 0.8, ago(358), now)
    return id
  })
  await turn({}, { ...context, now: () => noonOf(ago(358)) })
  await context.write(async (tx) => {
    const hand = await handOf(tx)
    const id = await election(hand, 'Three seats of the working group', 3, ago(6))
    await stand(hand, id, ago(4), [
      ['Lena Hartwig', 'We have just gone live; I still know what is hard for beginners.'],
      ['Priya Raghunathan', 'I would like to take on the copyright questions across countries.'],
    ])
    const motion = { groupId: hand.groupId, byConsent: true, secrecy: 'public' as const, zone: 'Europe/Lisbon' }
    await putMotion(tx, hand.as('Wei Lin Tan', ago(2)), {
      ...motion,
      title: 'Move the August meeting to the first week of September',
      question:
        'Half of us are on leave in the third week of August. Shall the meeting move to the first week of September, this year and from now on?',
      closesAt: noonOf(new Date(now.getTime() + 5 * day)),
    })
    await putMotion(tx, hand.as('Ines Albrecht', ago(40)), {
      ...motion,
      title: 'Publish the minutes two days after approval',
      question: 'Shall approved minutes be public after two days, unless somebody asks to wait?',
      closesAt: ago(33),
    })
    const wishCycle = await tx.selectFrom('cycle').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
    if (!wishCycle) throw new Error(`The demo has no cycle beside ballot ${past}`)
  })
  await turn({}, { ...context, now: () => ago(39) })
  await turn({}, { ...context, now: () => ago(33) })
  await turn({}, context)
  const motions = context.db.selectFrom('ballot').select('id').where('kind', '=', 'motion')
  const open = await motions.where('state', '=', 'open').executeTakeFirst()
  if (open)
    await context.write(async (tx) => {
      const hand = await handOf(tx)
      await object(tx, hand.as('Aoife Lennon', ago(1)), open.id, 'Our term begins in that week. The second week of September would do.')
    })
}

/** Two cycles that are over, one in its first round, the triage of the next; elections, motions, and a ranking without a cycle. */
export async function loadBallots(ground: Ground): Promise<void> {
  const { context } = ground
  const now = context.now()
  const end = noonOf(new Date(now.getTime() + 9 * day))
  await context.write((tx) => loadSister(tx, now))
  for (const back of [2, 1, 0]) {
    const ends = new Date(end.getTime() - back * 364 * day)
    await run(ground, ends.getUTCFullYear(), ends)
  }
  await loadOthers(ground)
  await loadRanking(ground)
  await context.write(async (tx) => {
    const hand = await handOf(tx)
    await sayAreas(tx)
    const at = (days: number) => new Date(now.getTime() + days * day)
    const cycleId = await createCycle(tx, hand.as('Ines Albrecht', at(-20)), {
      groupId: hand.groupId,
      title: 'Accessibility, a small cycle of its own',
      note: 'A round for what keeps people from using the lists at all. The vendor has set ten points aside for it.',
      zone: 'Europe/Lisbon',
      communityIds: hand.communityIds,
      phases: phasesOf((days) => noonOf(at(days + 70))),
      recordOn: utcDay(at(30)),
      budget: 20,
      shortlist: 6,
      capacity: 10,
      ruleOne: 'greedy',
      ruleTwo: 'greedy',
      ties: 'seniority',
      secrecy: 'public',
    })
    const own = wishes.filter(({ area }) => area === 'Accessibility')
    const ids: number[] = []
    for (const wish of own) ids.push(await submitWish(tx, hand.as('Maren Oduya', at(-3)), cycleId, wish))
    // Two who ask for the same in their own words: the triage is shown them side by side.
    await submitWish(tx, hand.as('Bruce Kellaway', at(-2)), cycleId, {
      area: 'Accessibility',
      title: 'Citations reordered without dragging',
      text: 'Citations can only be reordered by dragging. An editor here uses the keyboard alone and cannot drag.',
    })
    await submitWish(tx, hand.as('Aoife Lennon', at(-2)), cycleId, {
      area: 'Accessibility',
      title: 'Text size that follows the browser',
      text: 'Reading lists keep their small letters whatever a student sets in the browser.',
    })
    const [first] = ids
    const proposal = {
      title: 'Move citations with the keyboard alone',
      text: 'Citations and sections can be moved with the keyboard alone, and a screen reader says where they are.',
      why: 'So that sections are meant too.',
    }
    if (first !== undefined) await proposeRewording(tx, hand.as('Ines Albrecht', at(-1)), first, proposal)
  })
}
