import { type Actor, program } from '../../../actor.ts'
import { takeAnswer } from '../../../advocacy/answers/actions.ts'
import type { GivenAnswer } from '../../../advocacy/answers/rules.ts'
import { addRequests, savePage, startBrief } from '../../../advocacy/briefs/actions.ts'
import { handOver } from '../../../advocacy/briefs/handing-actions.ts'
import { getBrief, listChoices } from '../../../advocacy/briefs/queries.ts'
import { carryOver, commit, dropCommitment, saveRelease, setCapacity } from '../../../advocacy/commitments/actions.ts'
import { checkCase, closeDelivery, decideDelivery } from '../../../advocacy/commitments/deliveries-actions.ts'
import { getDelivery } from '../../../advocacy/commitments/queries.ts'
import { answerQuestion, ask } from '../../../advocacy/desk/actions.ts'
import { listItems, listOpenQuestions } from '../../../advocacy/desk/queries.ts'
import { getVendorGroup } from '../../../advocacy/queries.ts'
import { appoint } from '../../../groups/actions.ts'
import { loadActor } from '../../../groups/queries.ts'
import { idsOf, orNoId, type Tx } from '../../../lib/db/rows.ts'
import { affiliate, ensurePerson } from '../../../people/actions.ts'
import { findPersonByEmail } from '../../../people/queries.ts'
import { utcDay } from '../../../time.ts'
import { signDemo } from './signing.ts'

const day = 86_400_000

/** The vendor's people, who exist nowhere else. */
export const guests = [
  { name: 'Petra Lindholm', email: 'petra.lindholm@quillon.example', zone: 'Europe/Copenhagen', shown: 'guest of the vendor' },
  { name: 'Marco Reyes', email: 'marco.reyes@quillon.example', zone: 'America/Chicago', shown: 'guest of the vendor' },
]

type Said = Pick<GivenAnswer, 'class' | 'reason'> & { release?: string; cost?: string; review?: number }

/** What the vendor says, in turn; each reads true of whatever was asked. */
const sayings: Said[] = [
  {
    class: 'Planned',
    reason: 'It fits the work on the list overview that is under way, and the number of institutions behind it is clear.',
    release: 'R1',
    cost: '8',
  },
  {
    class: 'In discovery',
    reason: 'We are speaking with five libraries about how they work today before we decide on the design.',
    review: 120,
  },
  {
    class: 'Declined',
    reason:
      'It would need a change to how lists are stored, for a case that few institutions meet. The workaround that you describe is the one we suggest.',
    review: 365,
  },
  {
    class: 'Planned',
    reason: 'We agree with the need. The first step covers single lists; whole departments follow.',
    release: 'R2',
    cost: '13',
  },
  {
    class: 'Exists already',
    reason:
      'Since the last release this can be switched on by the administrator, under Library settings. We will say so more clearly in the help.',
  },
  {
    class: 'Planned',
    reason: 'A small change with a large effect; it goes out with the next accessibility work.',
    release: 'R1',
    cost: '3',
  },
  {
    class: 'Needs information',
    reason: 'We cannot see it happen in our test environments. A course where it does, and the time of day, would help.',
    review: 60,
  },
  {
    class: 'In discovery',
    reason: 'Two ways are open: in the list itself, or in the review queue. We will show both at the next focus group.',
    review: 90,
  },
  { class: 'Planned', reason: 'Accepted as asked, including the export.', release: 'R2', cost: '5' },
  {
    class: 'Not a product matter',
    reason:
      'What is shown there comes from the learning platform; its administrator can change it. We have added a note to the knowledge base.',
  },
  {
    class: 'Declined',
    reason: 'Each consortium has asked for another behaviour here, and a setting for each would make the product hard to keep.',
    review: 365,
  },
]

const asks = {
  idea: [
    'Please tell us whether this is planned, for which release, and what it would cost in points.',
    'Please take it into the next round of discovery, and show a first version to the institutions named here.',
    'Please do it as the user cases describe it; a smaller first step would help already, if you say which.',
  ],
  concern: [
    'Please repair this in the current release: the workaround costs each of us days every term.',
    'Please say by when it is repaired, and what we can do until then.',
    'Please try it with the steps of these user cases, and tell us what you see.',
  ],
}

interface Wave {
  title: string
  purpose: string
  /** Days before today on which it is handed over. */
  ago: number
  /** How many of its requests are answered, and after how many days. */
  answered: number
  after: number
}

const waves: Wave[] = [
  {
    title: 'For the spring meeting',
    purpose: 'What the working group heard most often since it last met you.',
    ago: 900,
    answered: 1,
    after: 62,
  },
  {
    title: 'After the first ballot',
    purpose: 'The requests that stood highest, with the user cases behind them.',
    ago: 690,
    answered: 1,
    after: 85,
  },
  { title: 'Rollover and review', purpose: 'Two places where the year of a library is lost.', ago: 330, answered: 1, after: 48 },
  { title: 'For the autumn meeting', purpose: 'What is left of the last two years, and what is new.', ago: 110, answered: 0.7, after: 40 },
  { title: 'Concerns of this term', purpose: 'Technical concerns that cannot wait for the next cycle.', ago: 20, answered: 0, after: 0 },
]

const at = (actor: Actor, now: Date, ago: number): Actor => ({ ...actor, at: new Date(now.getTime() - ago * day) })
const yearOf = (now: Date, ago: number): number => new Date(now.getTime() - ago * day).getUTCFullYear()
async function welcomeGuests(tx: Tx, now: Date, groupId: number, vendorId: number): Promise<number[]> {
  const actor = { ...program(new Date(now.getTime() - 1_000 * day)), via: 'cli' as const }
  const ids: number[] = []
  for (const guest of guests) {
    const { personId } = await ensurePerson(tx, actor, { ...guest, verified: true })
    await affiliate(tx, actor, { personId, organisationId: vendorId, fromOn: '2021-05-01' })
    await appoint(tx, actor, { personId, role: 'vendor_guest', groupId, fromOn: '2022-01-01' })
    ids.push(personId)
  }
  return ids
}

async function personAt(tx: Tx, personId: number, now: Date): Promise<Actor> {
  const actor = await loadActor(tx, personId, now, 'cli')
  if (!actor) throw new Error('The demo has no such person')
  return actor
}

interface Answered {
  requestId: number
  said: Said
  ago: number
}

const groupOf = (actor: Actor): number => actor.grants.find(({ groupId }) => groupId !== null)?.groupId ?? 0

/** A champion's brief of some requests, handed over on its day. */
async function handOverWave(tx: Tx, now: Date, wave: Wave, requestIds: number[], lead: Actor, guest: Actor, turn: number): Promise<number> {
  const before = at(lead, now, wave.ago + 9)
  const { title, purpose } = wave
  const briefId = await startBrief(tx, before, { groupId: groupOf(lead), title, purpose })
  await addRequests(tx, before, briefId, requestIds)
  const brief = await getBrief(tx, before, briefId)
  const kinds = new Map(
    (await tx.selectFrom('request').select(['id', 'kind']).where('id', 'in', requestIds).execute()).map(({ id, kind }) => [id, kind]),
  )
  for (const [i, { requestId, institutions }] of brief.requests.entries()) {
    const caseIds = brief.quotes.filter((quote) => quote.requestId === requestId).map(({ caseId }) => caseId)
    const evidence = institutions > 1 ? `${institutions} institutions have said what it costs them; the numbers are on the request.` : ''
    await savePage(tx, before, briefId, requestId, { ask: asks[kinds.get(requestId) ?? 'idea'][(turn + i) % 3] ?? '', evidence, caseIds })
  }
  const how = 'By mail, and gone through in the call'
  return handOver(tx, at(lead, now, wave.ago), briefId, { personIds: [guest.personId ?? 0], toName: '', how, note: '' })
}

/** As it is given on its day, `ago` days before today. */
function givenOn(said: Said, now: Date, ago: number, open: boolean): GivenAnswer {
  const when = new Date(now.getTime() - ago * day)
  return {
    ...{ class: said.class, reason: said.reason, cost: said.cost ?? '', question: '', readers: open ? 'everyone' : '', from: '' },
    release: said.release ? `${when.getUTCFullYear() + 1} ${said.release}` : '',
    nextReview: said.review ? utcDay(new Date(when.getTime() + said.review * day)) : '',
  }
}

/** The vendor answers what it answers of a wave. */
async function answerWave(tx: Tx, now: Date, wave: Wave, submissionId: number, guest: Actor, turn: number): Promise<Answered[]> {
  const items = await listItems(tx, submissionId, now)
  const answered: Answered[] = []
  for (const [i, item] of items.slice(0, Math.floor(items.length * wave.answered)).entries()) {
    const said = sayings[(turn + i) % sayings.length]
    if (!said) continue
    const ago = Math.max(2, wave.ago - wave.after - ((i * 7) % 23))
    const door = i % 3 === 0 ? ('sheet' as const) : ('web' as const)
    const from = { door, givenBy: guest.personId ?? undefined, history: wave.ago > 150, givenAt: new Date(now.getTime() - ago * day) }
    const asked = { groupId: groupOf(guest), requestId: item.requestId, itemId: item.id }
    // What is planned is told to everybody, so that a stranger reads of what is coming and how it came about.
    const open = i % 4 === 3 || said.class === 'Planned'
    await takeAnswer(tx, at(guest, now, ago), asked, givenOn(said, now, ago, open), from)
    answered.push({ requestId: item.requestId, said, ago })
  }
  return answered
}

const titleOf = async (tx: Tx, id: number): Promise<string> =>
  (await tx.selectFrom('request').select('title').where('id', '=', id).executeTakeFirstOrThrow()).title

const notesOf = (titles: string[]): string => `## In this release\n\n${titles.map((title) => `- ${title}`).join('\n')}\n- Repairs`

type Releases = Map<string, { id: number; at: Date; titles: string[] }>

/** The release of the half year: its notes name what it brings, one more with each request. @returns its id */
async function noteInRelease(
  tx: Tx,
  lead: Actor,
  { id: groupId, productId }: { id: number; productId: number },
  releases: Releases,
  requestId: number,
): Promise<number> {
  const name = `${lead.at.getUTCFullYear()} R${lead.at.getUTCMonth() < 6 ? 1 : 2}`
  const { id: known, at: on, titles: before } = releases.get(name) ?? { id: undefined, at: lead.at, titles: [] }
  const titles = [...before, await titleOf(tx, requestId)]
  const facts = { productId, name, onDay: utcDay(on), link: '', notes: notesOf(titles) }
  const id = await saveRelease(tx, lead, groupId, known, facts)
  releases.set(name, { id, at: on, titles })
  return id
}

/** The group finds that a delivery does what was asked, in each user case; where one was told after it, once that is known. */
export async function confirmDelivery(tx: Tx, lead: Actor, deliveryId: number): Promise<void> {
  const caseIds = (await getDelivery(tx, lead, deliveryId)).checks.map(({ caseId }) => caseId)
  const told = await tx.selectFrom('userCase').select('saidAt').where('id', 'in', orNoId(caseIds)).execute()
  const then = { ...lead, at: new Date(Math.max(lead.at.getTime(), ...told.map(({ saidAt }) => saidAt.getTime()))) }
  for (const caseId of caseIds) await checkCase(tx, then, deliveryId, caseId, { verdict: 'full', note: '' })
  await closeDelivery(tx, then, deliveryId, { byHand: 'full', quiet: true })
}

/** What came of what was planned: points, releases, checks; some is dropped, some goes on in the next year. */
async function runPromises(tx: Tx, now: Date, answered: Answered[], lead: Actor, group: Awaited<ReturnType<typeof getVendorGroup>>) {
  const planned = answered.filter(({ said }) => said.class === 'Planned')
  const made: { id: number; requestId: number; ago: number }[] = []
  for (const { requestId, said, ago } of planned) {
    const facts = { requestId, productId: group.productId, year: yearOf(now, ago), points: Number(said.cost ?? 5), quiet: ago > 90 }
    made.push({ id: await commit(tx, at(lead, now, Math.max(1, ago - 14)), group.id, facts), requestId, ago })
  }
  // Oldest first, so that a release is begun by the first that it brings.
  const old = made.filter(({ ago }) => ago > 200).sort((a, b) => b.ago - a.ago)
  const releases: Releases = new Map()
  for (const [i, { id, requestId, ago }] of old.entries()) {
    const then = Math.max(30, ago - 180)
    const when = at(lead, now, then)
    if (i % 5 === 3) {
      const why = 'The team that would have done it was needed for the new reader.'
      await dropCommitment(tx, when, id, why, { on: utcDay(when.at), quiet: true })
      continue
    }
    if (i % 5 === 4) {
      await carryOver(tx, when, id, { year: yearOf(now, ago) + 1, reason: 'Half of it is done; the rest goes on.', quiet: true })
      continue
    }
    const release = await noteInRelease(tx, when, group, releases, requestId)
    const deliveryId = await decideDelivery(tx, when, release, requestId, true, { quiet: true })
    if (deliveryId === undefined || i % 5 === 2) continue
    await confirmDelivery(tx, at(lead, now, Math.max(1, then - 12)), deliveryId)
  }
}

/** Three years between the demo group and its vendor, over the requests that it has. */
export async function loadVendor(tx: Tx, now: Date, groupId: number): Promise<void> {
  const group = await getVendorGroup(tx, groupId)
  const [petra] = await welcomeGuests(tx, now, groupId, group.vendorId)
  const ines = await findPersonByEmail(tx, 'ines.albrecht@oldharbour.example')
  if (!petra || !ines) throw new Error('The demo has no coordinator')
  const lead = await personAt(tx, ines.id, now)
  const guest = await personAt(tx, petra, now)
  for (const ago of [800, 430, 60])
    await setCapacity(tx, at(lead, now, ago), groupId, {
      productId: group.productId,
      year: yearOf(now, ago),
      points: 75,
      note: 'As agreed at the yearly meeting',
    })
  const choices = await listChoices(tx, groupId, { limit: 500 })
  const share = Math.ceil(choices.length / (waves.length + 1))
  const rows = await tx.selectFrom('request').select(['id', 'kind', 'createdAt', 'stageAt']).where('groupId', '=', groupId).execute()
  const concerns = new Set(rows.filter(({ kind }) => kind === 'concern').map(({ id }) => id))
  const asked = new Map(rows.map(({ id, createdAt, stageAt }) => [id, Math.max(createdAt.getTime(), stageAt.getTime())]))
  // The newest brief is of concerns alone; what is left when their share is full goes the way of the others.
  const urgent = new Set(idsOf(choices.filter(({ id }) => concerns.has(id)).slice(-share)))
  const left = new Set(idsOf(choices))
  const all: Answered[] = []
  for (const [turn, wave] of waves.entries()) {
    // A brief is begun nine days before, of what had been asked for by then.
    const begun = now.getTime() - (wave.ago + 9) * day
    const isLast = turn === waves.length - 1
    const ids = [...left].filter((id) => urgent.has(id) === isLast && (asked.get(id) ?? begun) < begun).slice(0, share)
    for (const id of ids) left.delete(id)
    if (ids.length === 0) continue
    const submissionId = await handOverWave(tx, now, wave, ids, lead, guest, turn * 3)
    all.push(...(await answerWave(tx, now, wave, submissionId, guest, turn * 3)))
    const open = (await listItems(tx, submissionId, now)).find(({ answer }) => !answer)
    if (!open) continue
    const step = 'At which step does it happen, and do you see it in the newest browser too?'
    await ask(tx, at(guest, now, Math.max(1, wave.ago - 10)), submissionId, open.requestId, step)
    const [question] = await listOpenQuestions(tx, [groupId])
    const found = 'When the list is sent for review; in every browser that we have tried.'
    if (wave.ago > 60 && question) await answerQuestion(tx, at(lead, now, wave.ago - 18), question.id, found)
  }
  await runPromises(tx, now, all, lead, group)
  await signDemo(tx, lead, guest, groupId)
}
