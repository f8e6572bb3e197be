import { afterAll, beforeAll, expect, test } from 'vitest'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signed, signing } from '../mail-door.ts'
import { askToJoin, letters, numberOf, tenMinutesLater, weekBegins } from '../week-world.ts'

// Carla's domain disowns what it has not signed. Otto is subscribed and decides nothing; Bruno leads another group.
const domains = ['carla.example', 'otto.example', 'bruno.example']
let door: MailDoor
let letter: Awaited<ReturnType<typeof letters>>[number]
const carla = 'carla@carla.example'

const stateOf = async (name: string) =>
  (await door.world.db.selectFrom('subscriptionRequest').select('state').where('name', '=', name).executeTakeFirstOrThrow()).state
const pending = async () => (await door.world.db.selectFrom('waitingDecision').select('id').execute()).length
const n = (title: string) => numberOf(letter.text, title)
const byCarla = (text: string, more: Partial<Parameters<typeof mail>[0]> = {}) =>
  signed('carla.example', mail({ from: `Carla <${carla}>`, to: letter.replyTo, subject: 'Re: Your week', text, ...more }))

beforeAll(async () => {
  door = await openMailDoor(Object.assign({}, ...domains.map((domain) => signing(domain, 'reject'))))
  for (const name of ['Nora', 'Olga', 'Pia']) await askToJoin(door.world, name)
  await weekBegins(door.world)
  letter = (await letters(door.world, door.world.carla))[0] ?? letter
})
afterAll(() => door.end())

test('nobody else decides with the letter of somebody who showed it around', async () => {
  for (const name of ['otto', 'bruno'])
    expect(await door.send(`${name}@${name}.example`, letter.replyTo, { by: `${name}.example`, text: `${n('Nora')} yes` })).toBe(
      'refused: not from whom it was written to',
    )
  expect(await pending()).toBe(0)
})

test('whoever writes her name into From decides nothing', async () => {
  const forged = mail({ from: `Carla <${carla}>`, to: letter.replyTo, text: `${n('Nora')} yes` })
  expect(await door.deliver(forged, letter.replyTo, 'eve@evil.example')).toBe('refused: not proven to be theirs')
  // Signed by another domain, and two writers at once.
  const other = signed('otto.example', forged)
  expect(await door.deliver(other, letter.replyTo, 'otto@otto.example')).toBe('refused: not proven to be theirs')
  const two = signed(
    'otto.example',
    mail({ from: `Carla <${carla}>, Otto <otto@otto.example>`, to: letter.replyTo, text: `${n('Nora')} yes` }),
  )
  expect(await door.deliver(two, letter.replyTo, 'otto@otto.example')).toMatch(/^refused/)
  expect(await pending()).toBe(0)
})

test('an answer that is brought again decides nothing again', async () => {
  const raw = byCarla(`${n('Nora')} no: not one of us`)
  expect(await door.deliver(raw, letter.replyTo, carla)).toBe('an answer to a week’s letter')
  expect(await pending()).toBe(1)
  const browser = await door.world.as(door.world.carla)
  const batch = /name="batch" value="(\d+)"/.exec(await (await browser.get('/today')).text())?.[1] ?? ''
  expect((await browser.post('/today/undo', { batch })).status).toBe(303)
  expect(await door.deliver(raw, letter.replyTo, 'eve@evil.example')).toBe('dropped: taken before')
  await tenMinutesLater(door.world)
  expect(await stateOf('Nora')).toBe('waiting')
})

test('a program that answers by itself decides nothing', async () => {
  const raw = byCarla(`${n('Nora')} yes`, { headers: ['Auto-Submitted: auto-replied'] })
  expect(await door.deliver(raw, letter.replyTo, carla)).toBe('dropped: automatic')
  expect(await pending()).toBe(0)
})

test('numbers that the letter has not, and numbers without end, decide nothing', async () => {
  for (const text of ['0 yes', '99 yes', '999 yes', '9999999999 yes', '-1 yes', `${'1'.repeat(5_000)} yes`]) {
    await door.deliver(byCarla(text), letter.replyTo, carla)
    expect({ text, pending: await pending() }).toEqual({ text, pending: 0 })
  }
  await door.deliver(byCarla(`${'1-999 yes, '.repeat(500)}`), letter.replyTo, carla)
  // What is there is decided once each.
  expect(await pending()).toBeLessThanOrEqual(3)
  await door.world.db.deleteFrom('waitingDecision').execute()
})

test('what the letter quotes below decides nothing', async () => {
  const quoted = `I shall see.\r\n\r\nOn Monday, Rapport wrote:\r\n> ${n('Nora')} yes\r\n> ${n('Olga')} yes\r\n`
  await door.deliver(byCarla(quoted), letter.replyTo, carla)
  expect(await pending()).toBe(0)
})

test('a link of the letter of answers takes back nobody else’s decision, and no page opens by the reply address', async () => {
  const token = /reply\+(\w+)@/.exec(letter.replyTo)?.[1] ?? ''
  const visitor = await door.world.as()
  for (const path of [`/today/undo/${token}`, `/unsubscribe/today/${token}`]) expect((await visitor.post(path)).status).toBe(404)
})

test('what is not theirs any more is not theirs to decide: at once, and when it is carried out', async () => {
  const { world } = door
  await door.deliver(byCarla(`${n('Olga')} yes`), letter.replyTo, carla)
  expect(await pending()).toBe(1)
  // Her role ends within the ten minutes.
  await world.db
    .updateTable('appointment')
    .set({ fromOn: '2026-01-01', toOn: '2026-10-01' })
    .where('personId', '=', world.carla.personId)
    .execute()
  await tenMinutesLater(world)
  expect(await stateOf('Olga')).toBe('waiting')
  await door.deliver(byCarla(`${n('Pia')} yes`), letter.replyTo, carla)
  expect(await pending()).toBe(0)
  await tenMinutesLater(world)
  expect(await stateOf('Pia')).toBe('waiting')
})

test('no subject of a letter says what waits, or carries a token', async () => {
  const subjects = (await door.world.postbox()).filter(({ kind }) => kind?.startsWith('site.')).map(({ subject }) => subject ?? '')
  expect(subjects.length).toBeGreaterThan(2)
  for (const subject of subjects) expect(subject).not.toMatch(/Nora|Olga|Pia|[a-z2-7]{31}/)
})
