import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { offers } from '../src/edges/offers.ts'
import { tableIn } from '../src/lib/ui/upload.ts'
import { makeRequest, setStageByHand } from '../src/requests/actions.ts'
import { bringRequests } from '../src/requests/imports/actions.ts'
import { lettersTo } from './letters.ts'
import { mail } from './mail.ts'
import { actorOf, employ } from './requests-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
const ids = { keyboard: 0, secret: 0 }
beforeAll(async () => {
  world = await makeWorld({ answers: {} })
  await employ(world)
  const carla = await actorOf(world, world.carla)
  const make = (title: string, text: string, visibility: 'group' | 'subscribers' = 'subscribers') =>
    world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind: 'idea', title, text, visibility }))
  for (const [title, text] of others) await make(title, text)
  ids.keyboard = await make(
    'Reorder citations of a list by keyboard',
    'Citations are reordered by dragging with a mouse only. A keyboard must do.',
  )
  ids.secret = await make(
    'Licence warning before permissions expire',
    'A warning thirty days before a copyright permission expires.',
    'group',
  )
  await world.write((tx) => setStageByHand(tx, carla, ids.keyboard, 'accepted'))
})
afterAll(() => world.end())

const others: [string, string][] = [
  ['Due dates in the calendar', 'Loans should appear in the calendar of the borrower.'],
  ['Rollover of lists in the summer', 'Copies of last year’s lists lose their notes.'],
  ['Export of statistics', 'A spreadsheet with the usage of each list by month.'],
  ['Single sign-on for guests', 'Guests of the summer school cannot open their reading.'],
]
const need = {
  title: 'Reordering citations with the keyboard',
  text: 'We reorder citations of a list by dragging with the mouse. Can a keyboard do it?',
}

let count = 0
async function send(person: Person, parts: { subject: string; text: string; inReplyTo?: string; headers?: string[] }) {
  const id = `a${++count}@${person.name.toLowerCase()}.example`
  const raw = mail({ from: `${person.name} <${person.email}>`, id, ...parts })
  const to = 'lectio-l@lists.localhost'
  await acceptMail(world.write, { raw, mailFrom: person.email, rcptTo: [to], via: 'mail', peer: '192.0.2.7', helo: 'mail.example' })
  await world.settle()
  return id
}
const helpTo = (person: Person) => lettersTo(world, person.email, 'requests.may-help')
const see = async (path: string, person: Person) => (await (await world.as(person)).get(path)).text()

describe('a need that is met already', () => {
  test('is said to whoever shares a user case of it', async () => {
    const susi = await world.as(world.susi)
    const told = await susi.post('/cases', { title: need.title, problem: need.text, visibility: 'subscribers', consent: 'no' })
    const page = await (await susi.get(told.headers.get('location') ?? '')).text()
    expect(page).toContain(`Request ${ids.keyboard} asks for the same and is done`)
    expect(page).toContain(`href="/requests/${ids.keyboard}"`)
    // Where it belongs is for those who collate.
    expect(page).not.toContain('/join"')
  })

  test('is not said where it is not sure', async () => {
    const susi = await world.as(world.susi)
    const told = await susi.post('/cases', {
      title: 'Keyboard in the lab',
      problem: 'It is sticky.',
      visibility: 'subscribers',
      consent: 'no',
    })
    expect(await (await susi.get(told.headers.get('location') ?? '')).text()).not.toContain('and is done')
  })
})

describe('who asks on the list', () => {
  test('alone gets what may help: a sentence for each, with what became of it', async () => {
    const before = (await world.postbox()).filter(({ kind }) => kind === 'requests.may-help').length
    const id = await send(world.susi, { subject: need.title, text: need.text })
    const letters = (await world.postbox()).filter(({ kind }) => kind === 'requests.may-help').slice(before)
    expect(letters.map(({ email }) => email)).toEqual([world.susi.email])
    expect(letters[0]?.bytes?.toString()).toContain(`\r\nIn-Reply-To: <${id}>\r\n`)
    const [letter] = await helpTo(world.susi)
    expect(letter?.subject).toBe(`Others asked for this too: ${need.title}`)
    expect(letter?.text).toContain(`Request ${ids.keyboard}, “Reorder citations of a list by keyboard”, is done.`)
    expect(letter?.text).toContain(`http://rapport.test/requests/${ids.keyboard}`)
    // A reply in the same conversation brings no second one.
    await send(world.susi, { subject: `Re: ${need.title}`, text: need.text, inReplyTo: id })
    expect(await helpTo(world.susi)).toHaveLength(1)
  })

  test('hears nothing where it is not sure', async () => {
    await send(world.susi, { subject: 'Keyboards', text: 'Who has bought new keyboards for the reading room? Ours stick.' })
    expect(await helpTo(world.susi)).toHaveLength(1)
  })

  test('hears nothing of what they may not see', async () => {
    await send(world.susi, {
      subject: 'Licence warning before permissions expire',
      text: 'We would like a warning thirty days before a copyright permission expires.',
    })
    expect((await helpTo(world.susi)).some(({ text }) => text.includes('permissions expire'))).toBe(false)
  })

  test('is not written to where they collate: it waits for them with the new messages', async () => {
    await send(world.maria, { subject: need.title, text: `${need.text} We need this, it would be great to have it.` })
    expect(await helpTo(world.maria)).toEqual([])
  })
})

test('a held message shows its moderators the requests that it is like, and nobody else', async () => {
  await send(world.otto, { subject: need.title, text: need.text })
  const held = await world.db.selectFrom('heldMail').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(await see(`/lists/lectio-l/held/${held.id}`, world.modesto)).toContain(`Similar: <a href="/requests/${ids.keyboard}"`)
  expect(await helpTo(world.otto)).toEqual([])
})

test('an import says which of its rows are like what was there before', async () => {
  const carla = await actorOf(world, world.carla)
  const bytes = Buffer.from(
    `Number,Title,Description,Submitted on\nR-1,${need.title},${need.text},2019-03-04\nR-2,Opening hours of branches,Show them beside each copy.,2019-03-04\n`,
  )
  const table = await tableIn(bytes)
  await world.write((tx) =>
    bringRequests(tx, carla, world.group.groupId, { filename: 'old.csv', bytes, table }, { ...offers, goodOnes: true }),
  )
  const { id } = await world.db.selectFrom('requestImport').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const page = await see(`/requests/imports/${id}`, world.carla)
  const twins = page.slice(page.indexOf('Similar to earlier requests'))
  expect(twins).toContain(`href="/requests/${ids.keyboard}"`)
  expect(twins).toMatch(new RegExp(`/merge\\?into=${ids.keyboard}"`))
  expect(twins).not.toContain('Opening hours')
})

describe('without script', () => {
  test('the button of a form shows them on a page of their own', async () => {
    const susi = await world.as(world.susi)
    expect(await (await susi.get('/stories/new')).text()).toContain('Show similar requests')
    const page = await (await susi.post('/requests/similar', { title: need.title, text: need.text, kind: 'success' })).text()
    expect(page).toContain('<h1 dir="auto">Similar requests</h1>')
    expect(page).toContain(`href="/requests/${ids.keyboard}"`)
    expect(page).not.toContain(`/requests/${ids.secret}"`)
  })

  test('its script gets the list alone', async () => {
    const susi = await world.as(world.susi)
    const part = await (await susi.post('/requests/similar', { title: need.title }, { 'hx-request': 'true' })).text()
    expect(part).toContain(`href="/requests/${ids.keyboard}"`)
    expect(part).not.toContain('<html')
  })

  test('who may not bring anything is not shown what is there', async () => {
    expect((await (await world.as(world.otto)).post('/requests/similar', { title: need.title })).status).toBe(404)
  })
})
