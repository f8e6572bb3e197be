import type { Actor } from '../src/actor.ts'
import { loadActor } from '../src/groups/queries.ts'
import { makeRequest } from '../src/requests/actions.ts'
import { writeCase } from '../src/requests/cases/actions.ts'
import { withdrawOwnCase } from '../src/requests/cases/author-actions.ts'
import { makeWorld, type Person, type World, type WorldOptions } from './world.ts'

/** A request with what a test says of it. */
interface Asked {
  title: string
  kind?: 'idea' | 'concern'
  visibility?: 'group' | 'subscribers' | 'public'
  /** User cases, by who wrote them. */
  cases?: { by: Person; problem: string; consent?: 'no' | 'vendor' | 'public' | 'unasked' }[]
}

/** The small world with Vera, the vendor's guest of the group, and requests of it. */
export async function makeVendorWorld(options: WorldOptions = {}) {
  const world = await makeWorld(options)
  const vera = await world.addPerson('Vera', { email: 'vera@quillon.example' })
  await world.give(vera, 'vendor_guest', world.group.groupId)
  const actorOf = async ({ personId }: Person): Promise<Actor> => {
    const actor = await loadActor(world.db, personId, world.clock.now, 'web')
    if (!actor) throw new Error('no such person')
    return actor
  }
  /** Makes requests of the group, with their user cases. */
  const askFor = async (...wanted: Asked[]): Promise<number[]> => {
    const carla = await actorOf(world.carla)
    const ids: number[] = []
    for (const { title, kind = 'idea', visibility = 'subscribers', cases = [] } of wanted) {
      const caseIds: number[] = []
      for (const { by, problem, consent = 'vendor' } of cases) {
        const author = await actorOf(by)
        const facts = { title: problem.slice(0, 60), problem, visibility: 'subscribers' as const, consent }
        caseIds.push(await world.write((tx) => writeCase(tx, author, world.group.groupId, facts)))
      }
      const facts = { kind, title, text: `The need behind “${title}”.`, visibility }
      ids.push(await world.write((tx) => makeRequest(tx, carla, world.group.groupId, facts, { caseIds })))
    }
    return ids
  }
  /** Carla makes a brief of requests on the web and hands it over to Vera; answers with the submission's address. */
  const handOver = async (requestIds: number[], title = 'For the October meeting'): Promise<string> => {
    const carla = await world.as(world.carla)
    const made = await carla.request('POST', '/briefs', { title, purpose: 'What hurts most.' })
    const brief = made.headers.get('location') ?? ''
    for (const id of requestIds) {
      await carla.post(`${brief}/requests`, { requestId: String(id) })
      const cases = await world.db.selectFrom('briefQuote').select('caseId').where('requestId', '=', id).execute()
      const caseIds = cases.map(({ caseId }) => String(caseId))
      await carla.post(`${brief}/requests/${id}`, {
        ask: `Please do ${id}.`,
        evidence: 'Counted.',
        ...(caseIds[0] ? { caseIds: caseIds[0] } : {}),
      })
    }
    const today = world.clock.now.toISOString().slice(0, 10)
    const handed = await carla.post(`${brief}/hand-over`, { personIds: String(vera.personId), on: today, dueOn: '2027-01-16' })
    if (handed.status !== 303) throw new Error(`not handed over: ${handed.status} ${await handed.text()}`)
    await world.settle()
    return handed.headers.get('location') ?? ''
  }
  /** An author takes her user case back. */
  const takeBack = async (author: Person, caseId: number) => {
    const actor = await actorOf(author)
    await world.write((tx) => withdrawOwnCase(tx, actor, caseId, ''))
  }
  return { ...world, vera, actorOf, askFor, handOver, takeBack }
}

export type VendorWorld = Awaited<ReturnType<typeof makeVendorWorld>>

/** The newest letter of a kind to somebody, read: its text, where answers go, its files. */
export async function letterTo(world: World, { email }: Person, kind: string) {
  const { readMessage } = await import('../src/lib/mail/parse.ts')
  const row = (await world.postbox()).filter((one) => one.email === email && one.kind === kind).at(-1)
  if (!row?.bytes) throw new Error(`no ${kind} to ${email}`)
  const message = readMessage(row.bytes)
  return { ...message, answerTo: message.replyTo[0]?.address ?? '' }
}
