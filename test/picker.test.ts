import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRequest, setStageByHand } from '../src/requests/actions.ts'
import { raiseVoice } from '../src/requests/support/actions.ts'
import { actorOf, employ } from './requests-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
const ids: Record<'keyboard' | 'calendar' | 'hidden' | 'done', number> = { keyboard: 0, calendar: 0, hidden: 0, done: 0 }
beforeAll(async () => {
  world = await makeWorld()
  await employ(world)
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  const make = (title: string, text: string, visibility: 'group' | 'subscribers' | 'public') =>
    world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind: 'idea', title, text, visibility }))
  ids.keyboard = await make('Reorder citations by keyboard', 'Dragging is the only way.', 'public')
  ids.calendar = await make('Due dates in the calendar', 'Réserver par le clavier: a keyboard, too.', 'subscribers')
  ids.hidden = await make('Keyboard secrets of the group', '', 'group')
  ids.done = await make('Bulk delete', 'Done long ago.', 'subscribers')
  await world.write(async (tx) => {
    await raiseVoice(tx, susi, ids.calendar, { strength: 'must', reason: '' })
    await setStageByHand(tx, carla, ids.done, 'accepted')
  })
})
afterAll(() => world.end())

const pick = async (words: string, person: Person = world.susi) => {
  const answer = await (await world.as(person)).get(`/requests/pick?q=${encodeURIComponent(words)}`)
  const html = await answer.text()
  return { html, ids: [...html.matchAll(/data-value="(\d+)"/g)].map(([, id]) => Number(id)) }
}

describe('a field that asks for a request', () => {
  test('finds it by words, those in the title first, whatever the accents', async () => {
    expect((await pick('keyboard')).ids).toEqual([ids.keyboard, ids.calendar])
    expect((await pick('reserver')).ids).toEqual([ids.calendar])
    expect((await pick('citations keyboard')).ids).toEqual([ids.keyboard])
    expect((await pick('100%_')).ids).toEqual([])
  })

  test('finds it by its number, as people write it', async () => {
    for (const typed of [String(ids.done), `#${ids.done}`, ` ${ids.done} `]) expect((await pick(typed)).ids[0]).toBe(ids.done)
  })

  test('offers without words those that still ask for something, the most supported first', async () => {
    expect((await pick('')).ids).toEqual([ids.calendar, ids.keyboard])
  })

  test('says where each stands and how many are behind it, in the language of who picks', async () => {
    expect((await pick('calendar')).html).toContain('Open · 1 institution')
    await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.maria.personId).execute()
    const german = (await pick('calendar', world.maria)).html
    expect(german).toContain('Offen · 1 Einrichtung')
    expect(german).toContain('1 Anfrage gefunden.')
  })

  test('never offers what they may not see, nor support to who may not know of it', async () => {
    expect((await pick('keyboard', world.maria)).ids).toContain(ids.hidden)
    expect((await pick(String(ids.hidden))).ids).toEqual([])
    const stranger = await pick('keyboard', world.otto)
    expect(stranger.ids).toEqual([ids.keyboard])
    expect(stranger.html).not.toContain('support')
    expect((await (await world.as()).get('/requests/pick?q=keyboard')).status).toBe(303)
  })

  test('takes what is chosen from its menu where there is no script, and a number before that', async () => {
    const carla = await world.as(world.carla)
    const form = await (await carla.get(`/requests/${ids.keyboard}/merge`)).text()
    expect(form).toMatch(/<noscript><select name="targetId"/)
    const links = async (body: string) =>
      (await carla.request('POST', `/requests/${ids.keyboard}/links`, new URLSearchParams(body) as never)).status
    expect(await links(`kind=related&toId=${ids.calendar}&toId=`)).toBe(303)
    expect(await links(`kind=related&toId=${ids.calendar}&toId=${ids.done}`)).toBe(303)
    const linked = await world.db.selectFrom('requestLink').select('toId').where('fromId', '=', ids.keyboard).orderBy('toId').execute()
    expect(linked.map(({ toId }) => toId)).toEqual([ids.calendar, ids.done])
  })

  test('says so where words were typed and none was chosen, and keeps them', async () => {
    const carla = await world.as(world.carla)
    const refused = await carla.post(`/requests/${ids.keyboard}/links`, { toId: 'calendar dates', kind: 'related' })
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toContain('Choose a request from the list or enter its number.')
    expect(page).toContain('value="calendar dates"')
  })
})

test('no form asks for the number of a request in a bare field', () => {
  const views = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const bare = views.filter((file) =>
    /<Field[^>]*name=(?:"(?:requestId|targetId|toId|otherId)"|\{`request-)/.test(readFileSync(`src/${file}`, 'utf8')),
  )
  expect(bare).toEqual([])
})
