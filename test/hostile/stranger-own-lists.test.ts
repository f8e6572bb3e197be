import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { lettersTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

// A group's own list has an address to which anybody can write.
let world: World
beforeAll(async () => {
  world = await makeWorld()
  const own = { archive: 'group', joinPolicy: 'confirm', description: 'Plans that nobody else knows of.' } as const
  await world.db.updateTable('list').set(own).where('id', '=', world.otherListId).execute()
})
afterAll(() => world.end())

/** What somebody is answered who asks that list by mail. */
async function answer(email: string, text: string, kind = 'list.command-results'): Promise<string> {
  const to = 'catalogo-l-request@lists.localhost'
  const raw = mail({ from: email, to, text })
  await acceptMail(world.write, { raw, mailFrom: email, rcptTo: [to], peer: '203.0.113.9', helo: 'mx.example', via: 'mail' })
  await world.settle()
  return (await lettersTo(world, email, kind)).at(-1)?.text ?? ''
}

test('no stranger learns by mail what a group’s own list is about, or how many are on it', async () => {
  const told = await answer(world.otto.email, 'info')
  expect(told).toContain('> info\n  This address is not on the list')
  expect(told).not.toMatch(/Plans that|subscriber/)
})

test('who is on it does', async () => {
  expect(await answer(world.bruno.email, 'info')).toContain('Plans that nobody else knows of. 1 subscriber')
})

test('nobody comes onto it by mail without the word of its group', async () => {
  await answer(world.otto.email, 'subscribe')
  const letter = (await lettersTo(world, world.otto.email, 'list.confirm-join')).at(-1)?.text ?? ''
  const path = /http:\/\/rapport\.test(\/confirm\/\S+)/.exec(letter)?.[1] ?? ''
  expect((await (await world.as()).post(path)).status).toBe(200)
  const asked = await world.db.selectFrom('subscriptionRequest').select('state').execute()
  expect(asked).toEqual([{ state: 'waiting' }])
})

// They were told of pages that are not there for them.
test('no letter of such a list leads to a page that its reader may not open', async () => {
  const seen = []
  for (const [email, person] of [
    [world.otto.email, world.otto],
    [world.bruno.email, world.bruno],
  ] as const) {
    const text = await answer(email, 'help', 'list.help')
    expect(text).toContain('catalogo-l-unsubscribe@')
    for (const [link] of text.matchAll(/http:\/\/rapport\.test\/\S+/g))
      seen.push([email, new URL(link).pathname, (await (await world.as(person)).get(new URL(link).pathname)).status])
  }
  expect(seen).toEqual([
    [world.otto.email, '/me', 200],
    [world.bruno.email, '/lists/catalogo-l', 200],
    [world.bruno.email, '/me', 200],
  ])
})
