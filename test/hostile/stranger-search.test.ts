import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { captureMessage, changeCase } from '../../src/requests/cases/actions.ts'
import { setConsent } from '../../src/requests/cases/author-actions.ts'
import { mail } from '../mail.ts'
import { actorOf } from '../requests-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

let world: World
let caseId: number
beforeAll(async () => {
  world = await makeWorld()
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Zanzibar holdings',
    id: 'zanzibar@x.example',
    text: 'Quokka rows vanish.',
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  const carla = await actorOf(world, world.carla)
  const { id } = await world.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  caseId = await world.write(async (tx) => {
    const made = await captureMessage(tx, carla, id)
    await changeCase(tx, carla, made.caseId, { title: 'Zanzibar holdings', problem: 'Wombat counts are wrong.' })
    return made.caseId
  })
  await world.settle()
})
afterAll(() => world.end())

const finds = async (person: Person | undefined, q: string): Promise<string[]> => {
  const answer = await (await world.as(person)).ask('GET', `/api/v1/search?${new URLSearchParams({ q })}`)
  return ((await answer.json()) as { items: { kind: string }[] }).items.map(({ kind }) => kind).toSorted()
}
const opens = async (person: Person | undefined) => (await (await world.as(person)).get(`/cases/${caseId}`)).status
const words = ['Zanzibar', 'Quokka', 'Wombat']
const consent = (to: 'no' | 'vendor' | 'public') => world.write((tx) => setConsent(tx, world.clock.now, 'web', caseId, to))

test('what everybody may read is found by everybody', async () => {
  expect(await finds(undefined, 'Quokka')).toEqual(['case', 'message'])
  expect(await opens(undefined)).toBe(200)
})

test('the words of a list that was closed are not found from then on, before any job has run', async () => {
  const carla = await world.as(world.carla)
  const settings = { title: 'Lectio-L', joinPolicy: 'vetted', maxSizeMb: '9' }
  expect((await carla.post('/lists/lectio-l/settings', { ...settings, archive: 'subscribers' })).status).toBe(303)
  for (const word of words) for (const person of [undefined, world.otto, world.bruno]) expect(await finds(person, word)).toEqual([])
  for (const person of [undefined, world.otto, world.bruno]) expect(await opens(person)).not.toBe(200)
  expect(await finds(world.susi, 'Quokka')).toEqual(['case', 'message'])
  expect(await opens(world.susi)).toBe(200)

  expect((await carla.post('/lists/lectio-l/settings', { ...settings, joinPolicy: 'closed', archive: 'group' })).status).toBe(303)
  expect(await finds(world.susi, 'Quokka')).toEqual([])
  expect(await opens(world.susi)).toBe(404)
  expect(await finds(world.maria, 'Quokka')).toEqual(['case', 'message'])

  expect((await carla.post('/lists/lectio-l/settings', { ...settings, archive: 'public' })).status).toBe(303)
  expect(await finds(undefined, 'Quokka')).toEqual(['case', 'message'])
})

test('a closing by hand, in the database, is a closing too', async () => {
  await world.db.updateTable('list').set({ archive: 'group' }).where('id', '=', world.listId).execute()
  expect(await finds(undefined, 'Wombat')).toEqual([])
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  expect(await finds(undefined, 'Wombat')).toEqual(['case'])
})

test('a user case that is not to be quoted is found by those who collate alone', async () => {
  await consent('no')
  for (const person of [undefined, world.otto, world.susi]) expect(await finds(person, 'Wombat')).toEqual([])
  expect(await finds(world.modesto, 'Wombat')).toEqual(['case'])
  await consent('public')
  expect(await finds(undefined, 'Wombat')).toEqual(['case'])
})

test('a user case that only the vendor may quote is not found by visitors, once it is not everybody’s to read', async () => {
  await consent('vendor')
  await world.db.updateTable('list').set({ archive: 'subscribers' }).where('id', '=', world.listId).execute()
  for (const word of words) expect(await finds(undefined, word)).toEqual([])
  expect(await opens(undefined)).toBe(303)

  // One that was written on the web for everybody, with a yes for the vendor alone.
  const susi = await world.as(world.susi)
  const written = await susi.post('/cases', {
    title: 'Narwhal lists',
    problem: 'Numbat exports fail.',
    visibility: 'public',
    consent: 'vendor',
  })
  expect(written.status).toBe(303)
  for (const person of [undefined, world.otto]) expect(await finds(person, 'Numbat')).toEqual([])
  expect((await (await world.as()).get(written.headers.get('location') ?? '')).status).toBe(303)
  expect(await finds(world.maria, 'Numbat')).toEqual(['case'])
})

test('what is hidden of an address in a title is not spelt out letter by letter, by no offer and by no search that forgives', async () => {
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  // The address ends where what is read on the spot does, and the sign after it is not read.
  const text = `${'Capybara exports. '.repeat(300).slice(0, 4_999 - 'Ask pangolina@hidden.example about dugongs\nMaria\n'.length - 'okapiana'.length)} okapiana@hidden.example`
  for (const [id, subject] of [
    ['dugong', 'Ask pangolina@hidden.example about dugongs'],
    ['numbers', 'Nobody hides dugongs'],
  ] as const)
    await acceptMail(world.write, {
      raw: mail({ from: 'Maria <maria@maria.example>', subject, id: `${id}@x.example`, text }),
      mailFrom: 'maria@maria.example',
      rcptTo: ['lectio-l@lists.localhost'],
      via: 'cli',
    })
  const offered = async (q: string) =>
    [...(await (await (await world.as()).get(`/search/complete?${new URLSearchParams({ q })}`)).text()).matchAll(/<a [^>]*>([^<]*)</g)].map(
      ([, title]) => title,
    )
  await world.settle()
  // After a job has read the words, and before.
  for (const read of [true, false]) {
    if (!read) await world.db.deleteFrom('searchWord').execute()
    if (!read) await world.db.updateTable('searchReach').set({ last: 0 }).execute()
    expect(await offered('about dug')).toEqual(['Ask p…@hidden.example about dugongs'])
    for (const start of ['pa', 'pangolin', 'ask pangolina', 'pangolina dug']) expect([start, await offered(start)]).toEqual([start, []])
    for (const start of ['pangol', 'okapi', 'okapianna', 'pangolima']) expect([start, await finds(undefined, start)]).toEqual([start, []])
    expect(await finds(undefined, 'capybar')).toEqual(['message', 'message'])
  }
})

test('a word as long as a text is no word that somebody may have meant', async () => {
  for (const q of ['x'.repeat(1_000), Array.from({ length: 8 }, () => 'y'.repeat(120)).join(' ')])
    expect(await finds(undefined, q)).toEqual([])
})
