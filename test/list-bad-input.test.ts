import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { openList } from '../src/list/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const textOf = async (answer: Response) => (await answer.text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

describe('an address that another list’s mail comes to', () => {
  const open = (name: string) =>
    world.write((tx) => openList(tx, program(world.clock.now), { groupId: world.group.groupId, communityIds: [], name, title: name }))

  test.each(['lectio-l-owner', 'lectio-l-bounces', 'lectio-l-leave', 'news-join', 'news-request', 'owner', 'reply'])(
    'no list is called %s',
    async (name) => {
      const before = await world.db.selectFrom('list').select('name').orderBy('id').execute()
      await expect(open(name)).rejects.toMatchObject({ fields: { name: expect.stringMatching(/\w/) } })
      expect(await world.db.selectFrom('list').select('name').orderBy('id').execute()).toEqual(before)
    },
  )

  test.each(['lectio-l', 'lectio-l-owner', 'lectio-l-leave', 'lectio-l-request', 'reply'])(
    'and no role: %s is refused beside its field, and what was typed stays',
    async (name) => {
      const answer = await (await world.as(world.carla)).post('/role-addresses', {
        name,
        title: 'The desk',
        role: 'coordinator',
        owner: `g${world.group.groupId}`,
      })
      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(page).toMatch(/<input[^>]*name="name"[^>]*aria-invalid="true"/)
      expect(page).toContain('value="The desk"')
      expect(await world.db.selectFrom('roleAddress').select('name').execute()).toEqual([])
    },
  )
})

describe('a regular expression that would never end', () => {
  const never = '(a+)+b$'
  const writer = `${'a'.repeat(60)}@promo.example`

  const sendFrom = async (from: string) => {
    const raw = mail({ from, subject: 'a'.repeat(200), id: `${Math.random()}@x.example`, text: 'a'.repeat(20_000) })
    await acceptMail(world.write, { raw, mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
    await world.settle()
  }

  test('as a ban and as a rule it decides at once, and no mail waits behind it', async () => {
    const carla = await world.as(world.carla)
    expect((await carla.post('/lists/lectio-l/bans', { kind: 'pattern', value: never, reason: 'Promotions' })).status).toBe(303)
    const rules = { do: 'save', newField: 'Subject', newPattern: never }
    expect((await carla.post('/lists/lectio-l/rules', rules)).status).toBe(303)
    // An engine that goes back would not come to an end.
    await sendFrom(writer)
    await sendFrom('maria@maria.example')
    expect(await world.db.selectFrom('message').select('fromEmail').execute()).toEqual([{ fromEmail: 'maria@maria.example' }])
  })

  test.each(['(a)\\1', '(?=a)b', '(', 'a{5000}'])('%s, which only such an engine reads, is refused beside its field', async (value) => {
    const carla = await world.as(world.carla)
    const answer = await carla.post('/lists/lectio-l/bans', { kind: 'pattern', value, reason: 'No' })
    expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining('pattern')])
    expect((await carla.post('/lists/lectio-l/rules', { do: 'save', newField: 'Subject', newPattern: value })).status).toBe(422)
    expect(await world.db.selectFrom('ban').select('id').execute()).toEqual([])
    expect(await world.db.selectFrom('settingChange').select('id').execute()).toEqual([])
  })
})
