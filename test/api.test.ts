import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readTokenArguments } from '../src/edges/cli/token.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

const api = '/api/v1'
const list = `${api}/lists/lectio-l`

const post = (world: World, number: number, from = 'Maria <maria@maria.example>') =>
  acceptMail(world.write, {
    raw: mail({ from, subject: `Post ${number}`, id: `post-${number}@test.example`, text: `Reading lists, ${number}` }),
    mailFrom: /<(.*)>/.exec(from)?.[1] ?? '',
    rcptTo: ['lectio-l@lists.localhost'],
    via: 'mail',
  })

async function newWorld(): Promise<World> {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  return world
}

/** What an answer says, as far as these tests ask for it. */
interface Said {
  status: number
  items: Record<string, unknown>[]
  next: string | null
  total: number
  errors: { field: string }[]
}
const read = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Said

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('what a token opens', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.end())

  test('a program learns whom it speaks for', async () => {
    const me = await (await world.as(world.maria)).get(`${api}/me`)
    expect(await me.json()).toMatchObject({
      name: 'Maria',
      roles: [{ role: 'member', group: 'lectio' }],
      lists: ['lectio-l'],
      token: { scopes: ['read', 'propose', 'write', 'moderate', 'admin'], expiresAt: '2026-11-15T09:00:00.000Z' },
    })
  })

  test('a session of the pages opens nothing', async () => {
    const carla = await world.as(world.carla)
    const cookie = [...carla.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await world.app.request(`http://rapport.test${api}/me`, { headers: { cookie } })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Rapport"'])
  })

  test('a token without the scope is refused, whatever its person may', async () => {
    const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla, ['read']))
    const visitor = await world.as()
    const answer = await visitor.ask('GET', `${list}/held`, undefined, bearer(token))
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([403, 'Bearer error="insufficient_scope", scope="moderate"'])
    expect((await visitor.ask('GET', list, undefined, bearer(token))).status).toBe(200)
  })

  test('a token of an earlier day, and one that never was, are refused at public addresses too', async () => {
    const token = await world.write((tx) => tokenOf(tx, new Date('2026-08-01T09:00:00Z'), world.maria))
    const visitor = await world.as()
    for (const shown of [token, 'rapport_nothing', '']) {
      const answer = await visitor.ask('GET', `${api}/groups`, undefined, bearer(shown))
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('invalid_token')
    }
  })

  test('a token ends with the subscription that let it read', async () => {
    const susi = await world.as(world.susi)
    expect((await susi.get(`${list}/threads`)).status).toBe(200)
    const { items } = await read(susi.get(`${api}/me/subscriptions`))
    expect((await susi.ask('DELETE', `${api}/me/subscriptions/${items[0]?.id}`)).status).toBe(204)
    expect((await susi.get(`${list}/threads`)).status).toBe(404)
    await world.join(world.susi)
  })

  test('a person makes a token on a page, sees it once, and revokes it', async () => {
    const otto = await world.as(world.otto)
    const made = await (await otto.post('/me/tokens', { name: 'My script', scope: 'read', days: '30' })).text()
    const [token = ''] = /rapport_[\w-]{43}/.exec(made) ?? []
    const visitor = await world.as()
    expect((await visitor.ask('GET', `${api}/me`, undefined, bearer(token))).status).toBe(200)
    const page = await (await otto.get('/me')).text()
    expect(page).toContain('My script')
    expect(page).not.toContain(token)
    expect(await world.db.selectFrom('apiToken').select('hash').where('name', '=', 'My script').executeTakeFirstOrThrow()).not.toContain(
      token,
    )

    const [, id = ''] = /\/me\/tokens\/(\d+)\/revoke/.exec(page) ?? []
    expect((await (await world.as(world.maria)).post(`/me/tokens/${id}/revoke`)).status).toBe(404)
    expect((await otto.post(`/me/tokens/${id}/revoke`)).status).toBe(303)
    expect((await visitor.ask('GET', `${api}/me`, undefined, bearer(token))).status).toBe(401)
  })

  test('a token for nothing, or for longer than a year, is not made', async () => {
    const otto = await world.as(world.otto)
    const answer = await otto.post('/me/tokens', { name: 'Too much', days: '4000' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Enter 1 to 366 days.')
    expect((await otto.post('/me/tokens', { name: 'Nothing', days: '30' })).status).toBe(422)
  })
})

test('the command reads scopes in one option or in several, and says what it cannot read', () => {
  expect(readTokenArguments(['a@b.example', '--scope', 'read,write', '--scope', 'admin', '--days', '7'])).toEqual({
    email: 'a@b.example',
    scopes: ['read', 'write', 'admin'],
    days: 7,
    name: 'rapport token',
  })
  expect(() => readTokenArguments(['a@b.example', '--scope', 'reed'])).toThrow('--scope has "reed"')
  expect(() => readTokenArguments(['a@b.example', '--days', 'x'])).toThrow('--days is "x"')
  expect(() => readTokenArguments(['--scope', 'read'])).toThrow('token needs an address')
})

describe('what is said no with', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(() => world.end())

  test('a body that does not fit is refused by field', async () => {
    const maria = await world.as(world.maria)
    const answer = await maria.ask('POST', `${list}/messages`, { text: ' ' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    const problem = await read(answer)
    expect(problem).toMatchObject({ type: 'http://rapport.test/api/problems/invalid', status: 422 })
    expect(problem.errors.map((error) => error.field)).toEqual(['subject', 'text'])
  })

  test('what is no JSON, or not said to be, is refused as such', async () => {
    const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.maria))
    const send = (body: string, type: string) =>
      world.app.request(`http://rapport.test${list}/messages`, {
        method: 'POST',
        body,
        headers: { ...bearer(token), 'content-type': type },
      })
    expect((await send('{"subject":', 'application/json')).status).toBe(400)
    const form = await send('subject=S&text=T', 'application/x-www-form-urlencoded')
    expect([form.status, await form.text()]).toEqual([415, expect.stringContaining('Content-Type: application/json')])
    expect((await send('x'.repeat(3_000_000), 'application/json')).status).toBe(413)
  })

  test('a name with a null character is nobody, not a mistake of ours', async () => {
    expect((await (await world.as(world.maria)).get(`${api}/lists/lectio%00-x`)).status).toBe(404)
    expect((await (await world.as(world.maria)).get(`${api}/search?q=%00hello`)).status).toBe(200)
  })

  test('a wrong cursor is a wrong field', async () => {
    const answer = await (await world.as(world.maria)).get(`${list}/threads?cursor=nonsense`)
    expect(await answer.json()).toMatchObject({ status: 422, errors: [{ field: 'cursor' }] })
  })

  test('a misspelt filter is refused by its name, in words of the one who asks', async () => {
    const answer = await (await world.as(world.maria)).get(`${api}/requests?stat=open`)
    const detail = 'This address has no parameter with this name.'
    expect(await answer.json()).toMatchObject({ status: 422, errors: [{ field: 'stat', detail }] })
    expect((await (await world.as(world.maria)).get(`${api}/me?verbose=1`)).status).toBe(422)
  })

  test('a visitor cannot tell a private archive from none', async () => {
    const visitor = await world.as()
    const [private_, none, nowhere] = await Promise.all(
      [`${list}/threads`, `${api}/lists/none/threads`, `${api}/nowhere`].map((path) => read(visitor.get(path))),
    )
    expect(private_).toEqual(none)
    expect(none).toEqual(nowhere)
    expect(none?.status).toBe(401)
  })

  test('the list’s own rules answer with their sentence', async () => {
    const answer = await (await world.as(world.otto)).ask('POST', `${list}/messages`, { subject: 'S', text: 'T' })
    expect(await answer.json()).toMatchObject({ status: 403, detail: 'Only subscribers can write to this list. Join it first.' })
  })
})

test('a program that asks too often is told when to go on', async () => {
  const world = await newWorld()
  const otto = await world.as(world.otto)
  const first = await otto.get(`${api}/groups`)
  expect(first.headers.get('ratelimit-policy')).toBe('"default";q=600;w=60')
  expect(first.headers.get('ratelimit')).toBe('"default";r=599;t=60')
  await world.db.updateTable('rateWindow').set({ taken: 600 }).where('key', 'like', 'api:token:%').execute()
  world.clock.now = new Date(world.clock.now.getTime() + 15_000)
  const refused = await otto.get(`${api}/groups`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '45'])
  expect((await (await world.as(world.maria)).get(`${api}/groups`)).status).toBe(200)
  world.clock.now = new Date(world.clock.now.getTime() + 45_000)
  expect((await otto.get(`${api}/groups`)).status).toBe(200)
})

describe('an archive', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
    for (let number = 1; number <= 7; number++) await post(world, number)
    await world.settle()
  })
  afterAll(() => world.end())

  test('is read to its end by cursors, each thread once', async () => {
    const maria = await world.as(world.maria)
    const seen: string[] = []
    let path: string | undefined = `${list}/threads?limit=3`
    while (path) {
      const answer: Response = await maria.get(path)
      const page = (await answer.json()) as { items: { subject: string }[]; next: string | null }
      seen.push(...page.items.map((thread) => thread.subject))
      const link: string | undefined = /<(.*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
      expect(link?.includes(page.next ?? '')).toBe(page.next === null ? undefined : true)
      path = link?.replace('http://rapport.test', '')
    }
    expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `Post ${number}`))
  })

  test('gives a message without addresses, and its raw mail byte for byte', async () => {
    const maria = await world.as(world.maria)
    const message = await read(maria.get(`${list}/messages/post-1%40test.example`))
    expect(message).toMatchObject({ messageId: 'post-1@test.example', subject: 'Post 1', from: 'Maria', attachments: [], variants: 1 })
    expect(JSON.stringify(message)).not.toContain('maria@maria.example')
    const raw = await (await maria.get(`${list}/messages/post-1%40test.example/raw`)).text()
    expect(raw).toContain('From: Maria <maria@maria.example>')
  })

  test('is not sent again to who has it', async () => {
    const maria = await world.as(world.maria)
    const etag = (await maria.get(`${list}/threads`)).headers.get('etag') ?? ''
    const again = await maria.get(`${list}/threads`, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('ratelimit')).toMatch(/^"default";r=\d+/)
  })

  test('is found by words, for who may read it', async () => {
    const find = async (person?: World['maria']) => read((await world.as(person)).get(`${api}/search?q=reading&limit=5`))
    const { items, next } = await find(world.maria)
    expect(items).toHaveLength(5)
    expect(next).toEqual(expect.any(String))
    expect(items[0]?.snippet).toContainEqual({ text: 'Reading', mark: true })
    expect(items[0]?.path).toMatch(/^\/lists\/lectio-l\/m\/post-/)
    expect((await find(world.otto)).items).toEqual([])
    expect((await find()).items).toEqual([])
    const counts = await read((await world.as(world.maria)).get(`${api}/search/counts?q=reading`))
    expect(counts).toMatchObject({ total: 7, more: false, lists: [{ name: 'lectio-l', count: 7 }] })
  })
})

describe('reading', () => {
  let world: World
  let token: string
  beforeAll(async () => {
    world = await makeWorld()
    token = await world.write((tx) => tokenOf(tx, world.clock.now, world.carla))
  })
  afterAll(() => world.end())
  const ask = async (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    world.app.request(`http://rapport.test${api}${path}`, { method, headers: { ...bearer(token), ...headers } })

  test('the head of an answer names its version as well, and says that nothing has changed', async () => {
    const [whole, head] = [await ask('/groups/lectio'), await ask('/groups/lectio', 'HEAD')]
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', whole.headers.get('etag')])
    const same = await ask('/groups/lectio', 'HEAD', { 'if-none-match': head.headers.get('etag') ?? '' })
    expect(same.status).toBe(304)
  })

  test('when it was asked for is no part of the version', async () => {
    const first = await ask('/groups/lectio/roster')
    const tag = first.headers.get('etag') ?? ''
    world.clock.now = new Date(world.clock.now.getTime() + 1_000)
    expect((await ask('/groups/lectio/roster', 'GET', { 'if-none-match': tag })).status).toBe(304)
    const later = await ask('/groups/lectio/roster')
    expect([later.headers.get('etag'), await later.text()]).toEqual([tag, expect.not.stringContaining(await first.text())])
  })

  test('a number is one in digits, and a parameter of any name is named', async () => {
    for (const [query, field] of [
      ['limit=0x10', 'limit'],
      ['limit=1e1', 'limit'],
      ['limit=', 'limit'],
      ['limit=%201', 'limit'],
      ['__proto__=1', '__proto__'],
      ['constructor=1', 'constructor'],
    ]) {
      const answer = await ask(`/groups?${query}`)
      expect([query, answer.status, (await read(answer)).errors.map((one) => one.field)]).toEqual([query, 422, [field]])
    }
    expect((await ask('/groups?limit=016')).status).toBe(200)
  })

  test('a field of any name that a form does not have is named', async () => {
    const carla = await world.as(world.carla)
    const answer = await carla.ask('POST', `${api}/acts/admin/webhooks/999/test`, { constructor: 'x' })
    expect([answer.status, (await read(answer)).errors?.map(({ field }) => field)]).toEqual([422, ['constructor']])
  })
})

describe('doing something once', () => {
  const written = { subject: 'Only once', text: 'However often it is sent' }
  const key = { 'idempotency-key': 'k-1' }
  const mails = async (world: World) => (await world.db.selectFrom('inbound').select('id').execute()).length

  test('a post that is sent twice under one key goes out once, with one answer', async () => {
    const world = await newWorld()
    const maria = await world.as(world.maria)
    const first = await maria.ask('POST', `${list}/messages`, written, key)
    const second = await maria.ask('POST', `${list}/messages`, written, key)
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true'])
    expect([await first.json(), first.headers.get('location')]).toEqual([await second.json(), second.headers.get('location')])
    expect(first.headers.get('location')).toContain(`${list}/messages/`)
    expect(await mails(world)).toBe(1)

    const other = await maria.ask('POST', `${list}/messages`, { ...written, text: 'Something else' }, key)
    expect(await other.json()).toMatchObject({ status: 422, detail: 'This Idempotency-Key was used for another call. Use a new one.' })
    // Another person's key is another key, and so is this one a day later.
    expect((await (await world.as(world.susi)).ask('POST', `${list}/messages`, written, key)).status).toBe(201)
    world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
    expect((await maria.ask('POST', `${list}/messages`, written, key)).status).toBe(201)
    expect(await mails(world)).toBe(3)
  })

  test('what stands behind the question mark is part of the call', async () => {
    const world = await newWorld()
    const carla = await world.as(world.carla)
    const wish = { kind: 'idea', title: 'Once in this group' }
    const first = await carla.ask('POST', `${api}/requests?group=lectio`, wish, key)
    expect(first.status).toBe(201)
    expect((await carla.ask('POST', `${api}/requests?group=lectio`, wish, key)).headers.get('idempotency-replayed')).toBe('true')
    expect((await carla.ask('POST', `${api}/requests`, wish, key)).status).toBe(422)
  })

  test('ten at the same instant are one', async () => {
    const world = await newWorld()
    const maria = await world.as(world.maria)
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await maria.ask('POST', `${list}/messages`, written, key)).status),
    )
    expect(statuses).toContain(201)
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([])
    expect(await mails(world)).toBe(1)
  })

  test('what was refused may be sent again under its key', async () => {
    const world = await newWorld()
    const otto = await world.as(world.otto)
    expect((await otto.ask('POST', `${list}/messages`, written, key)).status).toBe(403)
    await world.join(world.otto)
    expect((await otto.ask('POST', `${list}/messages`, written, key)).status).toBe(201)
  })
})

describe('the work of moderators and administrators', () => {
  test('a moderator reads a held mail and lets it through', async () => {
    const world = await newWorld()
    await post(world, 1, 'Otto <otto@otto.example>')
    await world.settle()
    const modesto = await world.as(world.modesto)
    const { items } = await read(modesto.get(`${list}/held`))
    expect(items).toMatchObject([{ reason: 'not-subscribed', fromEmail: 'otto@otto.example', state: 'held' }])
    const held = `${list}/held/${items[0]?.id}`
    expect(await read(modesto.get(held))).toMatchObject({ subject: 'Post 1', text: expect.stringContaining('Reading lists, 1') })
    expect((await modesto.ask('POST', `${held}/decision`, { decision: 'approve' })).status).toBe(204)
    await world.settle()
    expect((await read(modesto.get(`${list}/threads`))).items).toMatchObject([{ subject: 'Post 1' }])
    // A colleague comes too late, and is told so.
    expect((await (await world.as(world.carla)).ask('POST', `${held}/decision`, { decision: 'discard' })).status).toBe(409)
    const line = await world.db.selectFrom('journal').select(['via', 'personId']).where('action', '=', 'mail.approved').executeTakeFirst()
    expect(line).toEqual({ via: 'api', personId: world.modesto.personId })
  })

  test('moderators tell each other who looks at a held mail, and decide several at once', async () => {
    const world = await newWorld()
    for (const number of [1, 2, 3]) await post(world, number, 'Otto <otto@otto.example>')
    await world.settle()
    const modesto = await world.as(world.modesto)
    const { items } = await read(modesto.get(`${list}/held`))
    const ids: number[] = items.map((one) => Number(one.id))
    expect((await modesto.ask('PUT', `${list}/held/${ids[0]}/claim`)).status).toBe(204)
    expect((await modesto.ask('PUT', `${list}/held/${ids[0]}/note`, { note: 'I ask him' })).status).toBe(204)
    const held = () =>
      world.db
        .selectFrom('heldMail')
        .select(['claimedBy', 'memo'])
        .where('id', '=', ids[0] ?? 0)
        .executeTakeFirst()
    expect(await held()).toEqual({ claimedBy: world.modesto.personId, memo: 'I ask him' })
    expect((await modesto.ask('DELETE', `${list}/held/${ids[0]}/claim`)).status).toBe(204)
    expect(await held()).toMatchObject({ claimedBy: null })
    expect(await read(modesto.ask('POST', `${list}/held/decisions`, { held: ids.slice(0, 2), decision: 'discard' }))).toEqual({
      decided: 2,
    })
    // Those are decided; what is left is one.
    expect(await read(modesto.ask('POST', `${list}/held/decisions`, { held: ids, decision: 'approve' }))).toEqual({ decided: 1 })
    expect((await modesto.ask('PUT', `${list}/held/${ids[0]}/claim`)).status).toBe(409)
    expect((await modesto.ask('POST', `${list}/held/decisions`, { held: [], decision: 'discard' })).status).toBe(422)
  })

  test('owners word a notice in one language, see how it reads, and take it back', async () => {
    const world = await newWorld()
    const carla = await world.as(world.carla)
    const words = { subject: 'Willkommen auf {list}', body: 'Schön, dass Sie da sind. Austreten: {leave}' }
    expect((await carla.ask('PUT', `${list}/notices/welcome/de`, { ...words, body: 'Ohne Ausgang {wrong}' })).status).toBe(422)
    expect((await carla.ask('PUT', `${list}/notices/welcome/de`, words)).status).toBe(204)
    const welcome = async () =>
      (await read(carla.get(`${list}/notices`))).items.find((one) => one.notice === 'welcome' && one.locale === 'de')
    expect(await welcome()).toMatchObject({ ...words, own: true, preview: { subject: 'Willkommen auf Lectio-L' } })
    expect((await carla.ask('DELETE', `${list}/notices/welcome/de`)).status).toBe(204)
    expect(await welcome()).toMatchObject({ own: false, changedAt: null })
    expect((await carla.ask('PUT', `${list}/notices/no-such/de`, words)).status).not.toBe(204)
  })

  test('the coordinator changes one setting and the others stay; nobody sets what is out of bounds', async () => {
    const world = await newWorld()
    const carla = await world.as(world.carla)
    const before = await read(carla.get(`${list}/settings`))
    const after = await read(carla.ask('PATCH', `${list}/settings`, { description: 'For all who use Lectio.' }))
    expect(after).toEqual({ ...before, description: 'For all who use Lectio.' })
    expect(await read(carla.get(`${list}/settings`))).toEqual(after)
    expect((await carla.ask('PATCH', `${list}/settings`, { maxSize: 1 })).status).toBe(422)
  })

  test('a moderator reads the subscribers page by page and takes one off', async () => {
    const world = await newWorld()
    const modesto = await world.as(world.modesto)
    const first = await read(modesto.get(`${list}/subscribers?limit=2`))
    const second = await read(modesto.get(`${list}/subscribers?limit=2&cursor=${first.next}`))
    expect([...first.items, ...second.items].map((person) => person.name)).toEqual(['Carla', 'Maria', 'Susi'])
    expect([first.total, second.next]).toEqual([3, null])
    expect((await modesto.ask('DELETE', `${list}/subscribers/${second.items[0]?.id}`)).status).toBe(204)
    expect((await read(modesto.get(`${list}/subscribers`))).total).toBe(2)
  })

  test('an administrator follows the outbox and tries a parked mail again', async () => {
    const world = await newWorld()
    await post(world, 1)
    await world.settle()
    const ada = await world.as(world.ada)
    const outbox = await read(ada.get(`${api}/admin/outbox?limit=2`))
    expect(outbox).toMatchObject({ items: [{ kind: 'list.post' }, { kind: 'list.post' }], counts: { queued: 3 } })
    expect((await read(ada.get(`${api}/admin/outbox?limit=2&cursor=${outbox.next}`))).items).toHaveLength(1)

    await world.db.updateTable('inbound').set({ state: 'parked', error: 'It was too strange.' }).execute()
    const queue = await read(ada.get(`${api}/admin/queue`))
    expect(queue).toMatchObject({ waiting: 0, parked: 1, items: [{ error: 'It was too strange.' }] })
    expect((await ada.ask('POST', `${api}/admin/queue/${queue.items[0]?.id}/retry`)).status).toBe(204)
    expect(await read(ada.get(`${api}/admin/queue`))).toMatchObject({ waiting: 1, parked: 0 })
  })
})
