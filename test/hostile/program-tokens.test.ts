import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listForms } from '../../src/edges/http/acts.ts'
import { pages } from '../../src/edges/http/addresses.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import type { World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

const problem = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as { detail: string }) })
const refused = { status: 403, detail: 'Only you can do this, signed in on the website. Access tokens cannot.' }

describe('no token does what is a person’s alone', () => {
  for (const { path, whose } of listForms(pages))
    if (whose === 'person')
      test(path, async () => {
        const row = access[`POST ${path}`]
        if (!row) throw new Error('It has no row in the access table.')
        const [address = ''] = row.path(world).split('?')
        await world.db.deleteFrom('rateWindow').execute()
        for (const person of [world.maria, world.ada])
          expect(await problem(await (await world.as(person)).ask('POST', `/api/v1/acts${address}`, row.form ?? {}))).toMatchObject(refused)
        expect((await (await world.as()).ask('POST', `/api/v1/acts${address}`, {})).status).toBe(401)
      })
})

test.each([
  ['add an address', '/me/addresses'],
  ['remove an address', '/me/addresses/:address/remove'],
  ['confirm an address', '/addresses/:token'],
  ['make a passkey', '/me/passkeys'],
  ['link an account elsewhere', '/me/providers/:provider/link'],
  ['trust another identity provider', '/admin/sign-in'],
  ['make a token', '/me/tokens'],
  ['revoke a token', '/me/tokens/:token/revoke'],
  ['end a session', '/me/sessions/:session/end'],
  ['sign in', '/sign-in/code'],
  ['cast a ballot', '/ballots/:ballot/papers/:voter'],
  ['object', '/ballots/:ballot/objection'],
  ['withdraw an objection', '/ballots/:ballot/objection/withdraw'],
  ['stand for election', '/ballots/:ballot/nomination'],
  ['take a seat', '/ballots/:ballot/seats/answer'],
  ['consent to a recording', '/show-and-tell/:talk/consent'],
  ['consent to be quoted', '/cases/:userCase/consent'],
  ['agree to the notice', '/me/privacy/agree'],
  ['fetch a copy of everything', '/me/exports'],
  ['ask to be erased', '/me/erasure'],
  ['erase somebody', '/admin/erasures/:request'],
])('a program cannot %s', (_, path) => {
  expect(listForms(pages).find((one) => one.path === path)?.whose).toBe('person')
})

test('a token neither casts a ballot by the address that was made for programs, nor reads what was cast', async () => {
  const carla = await world.as(world.carla)
  const before = await world.db.selectFrom('paper').selectAll().execute()
  expect(await problem(await carla.ask('PUT', '/api/v1/ballots/5/papers/2', { choice: 'yes' }))).toMatchObject(refused)
  expect(await problem(await carla.ask('GET', '/api/v1/ballots/5/papers/2'))).toMatchObject(refused)
  expect(await world.db.selectFrom('paper').selectAll().execute()).toEqual(before)
})

test('the description offers programs nothing that is a person’s alone', async () => {
  const { paths } = (await (await (await world.as()).get('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }
  const own = listForms(pages).flatMap(({ path, whose }) =>
    whose === 'person' ? [`/acts${path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`] : [],
  )
  expect(Object.keys(paths).filter((path) => own.includes(path) || path === '/ballots/{ballot}/papers/{voter}')).toEqual([])
})

test('a secret that is told once stands nowhere that a copy of the database shows, also where its program may ask again', async () => {
  const carla = await world.as(world.carla)
  const hook = { name: 'Room', url: 'https://198.51.100.7/in', events: ['action.*'] }
  const key = { 'idempotency-key': 'hook-1' }
  const told = async () => (await (await carla.ask('POST', '/api/v1/webhooks', hook, key)).json()) as { secret: string }
  const { secret } = await told()
  expect(secret).toMatch(/^whsec_.{20}/)
  const kept = JSON.stringify(await world.db.selectFrom('apiAnswer').selectAll().execute())
  expect([kept.includes('hook-1'), kept.includes(secret), kept.includes('whsec_')]).toEqual([true, false, false])
  expect(await told()).toMatchObject({ secret })
})
