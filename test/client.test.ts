import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRapport, dataOf, everyItem, Refused } from '../clients/typescript/client.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const send = async (request: Request) => world.app.request(request)
const clientOf = async (scopes?: ('read' | 'write')[]) => {
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla, scopes))
  return createRapport({ baseUrl: 'http://rapport.test', token, fetch: send })
}

describe('the client', () => {
  test('reads what everybody may see, and who one is', async () => {
    const visitor = createRapport({ baseUrl: 'http://rapport.test/', fetch: send })
    expect(await dataOf(visitor.GET('/groups/{group}', { params: { path: { group: 'lectio' } } }))).toMatchObject({ product: 'Lectio' })
    const client = await clientOf()
    expect(await dataOf(client.GET('/me'))).toMatchObject({ name: 'Carla' })
  })

  test('walks through all pages of a collection', async () => {
    const client = await clientOf()
    for (let n = 0; n < 5; n++)
      await dataOf(
        client.POST('/groups/{group}/actions', { params: { path: { group: 'lectio' } }, body: { title: `Action ${n}`, note: '' } }),
      )
    const titles: string[] = []
    for await (const action of everyItem((cursor) => client.GET('/actions', { params: { query: { cursor, limit: 2 } } })))
      titles.push(action.title)
    expect(titles.toSorted()).toEqual(['Action 0', 'Action 1', 'Action 2', 'Action 3', 'Action 4'])
  })

  test('does once what is sent twice', async () => {
    const client = await clientOf()
    const twice = () =>
      client.POST('/groups/{group}/actions', {
        params: { path: { group: 'lectio' } },
        body: { title: 'Only once', note: '' },
        headers: { 'idempotency-key': 'one' },
      })
    const [first, second] = [await dataOf(twice()), await dataOf(twice())]
    expect(second).toEqual(first)
  })

  test('says why it was refused: a wrong field, a scope that the token lacks, a token that was revoked', async () => {
    const client = await clientOf()
    const wrong = client.POST('/groups/{group}/actions', { params: { path: { group: 'lectio' } }, body: { title: '', note: '' } })
    const refused = await dataOf(wrong).catch((error: unknown) => error as Refused)
    expect(refused).toBeInstanceOf(Refused)
    expect(refused).toMatchObject({ status: 422, problem: { errors: [{ field: 'title' }] } })

    const reader = await clientOf(['read'])
    const denied = reader.PATCH('/me', { body: { theme: 'dark' } })
    await expect(dataOf(denied)).rejects.toMatchObject({ status: 403, message: 'This access token needs the permission “write”.' })

    await world.db.updateTable('apiToken').set({ revokedAt: world.clock.now }).execute()
    await expect(dataOf(client.GET('/me'))).rejects.toMatchObject({ status: 401, message: 'This token is not valid (any more).' })
  })
})
