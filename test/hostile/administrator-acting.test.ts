import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listForms } from '../../src/edges/http/acts.ts'
import { pages } from '../../src/edges/http/addresses.ts'
import { createApp } from '../../src/edges/http/app.tsx'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import type { Person, World } from '../world.ts'
import { persons, wills } from './own-voice.ts'

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

/** Ada, who acts as this person. */
async function adaAs(person: Person) {
  const ada = await world.as(world.ada)
  expect((await ada.post('/admin/acting', { email: person.email, reason: 'To help' })).status).toBe(303)
  return ada
}

/** What was written with both names. */
const written = () => world.db.selectFrom('journal').select(['action', 'personId', 'behindId']).where('behindId', 'is not', null).execute()

const forms = listForms(pages)

test('nobody withdraws an objection, or raises one, as somebody else', async () => {
  const maria = await world.as(world.maria)
  // Objections are for a motion that is adopted unless somebody objects.
  const byConsent = (is: boolean) => world.db.updateTable('ballot').set({ byConsent: is }).where('id', '=', 5).execute()
  await byConsent(true)
  expect((await maria.post('/ballots/5/objection', { reason: 'Too often.' })).status).toBe(303)
  const standing = await world.db.selectFrom('objection').selectAll().execute()
  const ada = await adaAs(world.maria)
  const answer = await ada.post('/ballots/5/objection/withdraw')
  expect([answer.status, await answer.text()]).toEqual([
    403,
    expect.stringContaining('You cannot do this while you view the site as another person'),
  ])
  expect(await world.db.selectFrom('objection').selectAll().execute()).toEqual(standing)
  expect((await maria.post('/ballots/5/objection/withdraw')).status).toBe(303)
  expect((await ada.post('/ballots/5/objection', { reason: 'In her name.' })).status).toBe(403)
  await byConsent(false)
})

describe('nothing is wanted, answered or signed in the name of somebody else', () => {
  for (const name of ['maria', 'carla'] as const)
    test(`as ${name}`, async () => {
      const ada = await adaAs(world[name])
      const got: Record<string, number> = {}
      for (const { path, whose } of forms) {
        if (whose === 'work') continue
        const row = access[`POST ${path}`]
        if (!row) throw new Error(`${path} has no row in the access table.`)
        await world.db.deleteFrom('rateWindow').execute()
        got[path] = (await ada.post(row.path(world), row.form ?? {}, row.headers)).status
      }
      expect(Object.entries(got).filter(([, status]) => status !== 403)).toEqual([])
      expect(Object.keys(got).length).toBeGreaterThan(120)
      expect(await written()).toEqual([])
    })
})

test.each([
  ['a post', '/lists/:list/write'],
  ['a comment', '/requests/:request/comments'],
  ['support', '/requests/:request/voice'],
  ['an answer to an invitation', '/meetings/:meeting/answer'],
  ['an answer to a date poll', '/polls/:poll'],
  ['a nomination', '/ballots/:ballot/nominations'],
  ['a seat', '/ballots/:ballot/seats/answer'],
  ['a ballot', '/ballots/:ballot/papers/:voter'],
  ['consent to a recording', '/show-and-tell/:talk/consent'],
  ['consent to be quoted', '/cases/:userCase/consent'],
  ['a story', '/stories'],
  ['the approval of a document', '/documents/:document/approve'],
  ['the answer of a vendor', '/submissions/:submission/requests/:request'],
  ['an address', '/me/addresses'],
  ['a token', '/me/tokens'],
  ['an erasure', '/me/erasure'],
])('%s is no work that others do for her', (_, path) => {
  expect(forms.filter((one) => one.path === path).map(({ whose }) => whose)).not.toContain('work')
  expect(forms.some((one) => one.path === path)).toBe(true)
})

test('what is a person’s own voice does not become the work of others', () => {
  const said = (what: 'will' | 'person') =>
    forms
      .filter(({ whose }) => whose === what)
      .map(({ path }) => path)
      .toSorted()
  expect(said('will')).toEqual(wills)
  expect(said('person')).toEqual(persons)
})

test('whatever stands among her settings is hers', () => {
  expect(forms.filter(({ path, whose }) => /^\/me\b/.test(path) && whose === 'work')).toEqual([])
})

test('a form that does not say whose it is stays closed while somebody acts, and open to her', async () => {
  const app = createApp(world.ground)
  let done = 0
  app.post('/undeclared', (c) => c.text(String(++done)))
  const [ada, maria] = [await world.visit(app, world.context, world.ada), await world.visit(app, world.context, world.maria)]
  expect((await maria.post('/undeclared')).status).toBe(200)
  await ada.post('/admin/acting', { email: world.maria.email, reason: 'To help' })
  expect((await ada.post('/undeclared')).status).toBe(403)
  expect(done).toBe(1)
})

test('the work of a role is still helped with, under both names', async () => {
  const ada = await adaAs(world.carla)
  const row = access['POST /topics']
  expect((await ada.post('/topics', row?.form ?? {})).status).toBe(row?.expect.carla)
  expect((await ada.post('/role-addresses', access['POST /role-addresses']?.form ?? {})).status).not.toBe(403)
  expect((await ada.post('/topics/areas', { name: 'Added with help' })).status).toBe(303)
  expect(await written()).toContainEqual({ action: 'area.added', personId: world.carla.personId, behindId: world.ada.personId })
})

test('what happens is sent nowhere else in her name, and the secret of her program is not shown', async () => {
  const carla = await world.as(world.carla)
  const hooks = await world.db.selectFrom('webhook').select('id').where('personId', '=', world.carla.personId).execute()
  const id = hooks[0]?.id
  expect([id !== undefined, (await carla.get(`/admin/webhooks/${id}`)).status]).toEqual([true, 200])
  const kept = () =>
    world.db
      .selectFrom('webhook')
      .select(['url', 'sealed'])
      .where('id', '=', id ?? 0)
      .execute()
  const before = await kept()
  const ada = await adaAs(world.carla)
  const form = { name: 'Ours', url: 'https://93.184.216.34/hook', events: '*' }
  for (const [path, typed] of [
    ['', form],
    ['/secret', {}],
    ['/test', {}],
  ] as const)
    expect([path, (await ada.post(`/admin/webhooks/${id}${path}`, { ...typed })).status]).toEqual([path, 404])
  expect(await kept()).toEqual(before)
})
