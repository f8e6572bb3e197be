import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { isInner, isNetwork } from '../src/lib/outward.ts'
import { seal } from '../src/lib/sealed.ts'
import { sayKept } from '../src/lib/ui/kept.ts'
import { makeRequest } from '../src/requests/actions.ts'
import { addHook as addOne, gather } from '../src/webhooks/actions.ts'
import { mostHooks } from '../src/webhooks/rules.ts'
import { type ChatName, chatNames, matrixToken, openChat } from './chats.ts'
import { actorOf } from './requests-world.ts'
import { makeWorld, type World } from './world.ts'

interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

/** A program that hears: what it was sent, and what it answers. */
async function program(answer: { code: number; text?: string; location?: string } = { code: 200 }) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
      response.writeHead(answer.code, answer.location ? { location: answer.location } : {})
      response.end(answer.text ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { heard, answer, port, url: `http://hook.example:${port}/in` }
}

async function newWorld(answers: Record<string, unknown> = { 'hook.example': { A: ['127.0.0.1'] } }, allowed = '127.0.0.0/8') {
  const world = await makeWorld({ answers, env: { RAPPORT_WEBHOOK_NETWORKS: allowed } })
  onTestFinished(() => world.end())
  return { ...world, answers }
}

/** Adds a hook of Carla's; answers with its number and secret. */
async function addHook(world: World, url: string, events = 'action.*') {
  const carla = await world.as(world.carla)
  const page = await (await carla.post('/admin/webhooks', { name: 'Chat room', url, events })).text()
  const secret = /whsec_[\w+/=]+/.exec(page)?.[0] ?? ''
  const id = Number(/admin\/webhooks\/(\d+)/.exec(page)?.[1])
  expect([id > 0, secret.length > 20]).toEqual([true, true])
  return { carla, id, secret }
}

const turn = async (world: World) => {
  await world.write((tx) => enqueue(tx, 'journal.chain'))
  await world.settle()
  await world.write((tx) => enqueue(tx, 'webhooks.turn'))
  await world.settle()
}

const act = async (world: World, person = world.carla) =>
  (await world.as(person)).post('/actions', { group: 'lectio', title: 'Ask the vendor about the secret plan' })

const states = async (world: World) =>
  (await world.db.selectFrom('webhookDelivery').select(['kind', 'state', 'code', 'attempts', 'answer']).orderBy('id').execute()) as {
    kind: string
    state: string
    code: number | null
    attempts: number
    answer: string
  }[]

describe('a program elsewhere', () => {
  test('is told what happens, signed, by numbers and addresses and without a word of the texts', async () => {
    const world = await newWorld()
    const { heard, url } = await program()
    const { secret } = await addHook(world, url)
    await act(world)
    await turn(world)

    expect(heard).toHaveLength(1)
    const [{ headers, body }] = heard as [Heard]
    const told = JSON.parse(body)
    expect(told).toMatchObject({ type: 'action.added', data: { group: 'lectio', person: world.carla.personId } })
    expect(told.data.history).toMatch(/^http:\/\/rapport\.test\/history\/action%3A\d+$/)
    expect(body).not.toContain('secret plan')
    const [id, at] = [headers['webhook-id'], headers['webhook-timestamp']]
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
    expect(await states(world)).toEqual([{ kind: 'action.added', state: 'delivered', code: 200, attempts: 1, answer: '' }])
    // Nothing is told twice.
    await turn(world)
    expect(heard).toHaveLength(1)
  })

  test('that fails is asked again later and later, its answer is shown, and after three days it is paused and its owner hears', async () => {
    const world = await newWorld()
    const { heard, answer, url } = await program({ code: 500, text: 'out of disk' })
    const { carla, id } = await addHook(world, url)
    await act(world)
    await turn(world)
    expect(await states(world)).toEqual([{ kind: 'action.added', state: 'waiting', code: 500, attempts: 1, answer: 'out of disk' }])
    expect(await (await carla.get(`/admin/webhooks/${id}`)).text()).toContain('Failing since')
    for (let hours = 0; hours < 80; hours += 8) {
      world.clock.now = new Date(world.clock.now.getTime() + 8 * 3_600_000)
      await world.write((tx) => enqueue(tx, 'webhooks.send', { webhookId: id }))
      await world.settle()
    }
    const page = await (await carla.get(`/admin/webhooks/${id}`)).text()
    expect(page).toContain('The program has failed for three days. We send nothing and keep what is queued.')
    const [letter] = (await world.postbox()).filter((mail) => mail.kind === 'webhooks.paused')
    expect([letter?.email, letter?.subject]).toEqual(['carla@carla.example', 'Webhook paused: Chat room'])

    // She mends it, lets it go on, and nothing is lost.
    Object.assign(answer, { code: 204, text: '' })
    await act(world)
    const before = heard.length
    await carla.post(`/admin/webhooks/${id}/resume`)
    await turn(world)
    expect(heard.length - before).toBe(2)
    expect((await states(world)).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  })

  test('whose next try comes later is not asked for again and again until then', async () => {
    const world = await newWorld()
    const { url } = await program({ code: 500 })
    await addHook(world, url)
    await act(world)
    await turn(world)
    const jobs = async () => {
      const { rows } = await world.database.pool.query<{ made: number }>(
        `select last_value::int as made from pg_sequences where format('%I.%I', schemaname, sequencename)
          = pg_get_serial_sequence('graphile_worker._private_jobs', 'id')`,
      )
      return rows[0]?.made ?? 0
    }
    const before = await jobs()
    await world.settle()
    expect(before).toBeGreaterThan(0)
    expect((await jobs()) - before).toBeLessThan(5)
  })

  test('that is paused while something waits is left alone until it goes on', async () => {
    const world = await newWorld()
    const { heard, url } = await program({ code: 500, text: 'out of disk' })
    const { carla, id } = await addHook(world, url)
    await act(world)
    await turn(world)
    expect((await carla.post(`/admin/webhooks/${id}/pause`)).status).toBe(303)
    // Its job comes when the next try would have been due, finds nothing to do and is not planned again.
    world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
    await world.write((tx) => enqueue(tx, 'webhooks.send', { webhookId: id }, { key: `webhooks.send:${id}`, queue: `webhooks:${id}` }))
    await world.settle()
    expect(heard).toHaveLength(1)
    const { rows } = await world.database.pool.query(
      `select task_identifier from graphile_worker.jobs where task_identifier = 'webhooks.send'`,
    )
    expect(rows).toEqual([])
    expect((await states(world)).map(({ state }) => state)).toEqual(['waiting'])
  })

  test('may be sent a test, what it took once more, and is followed nowhere', async () => {
    const world = await newWorld()
    const inside = await program()
    const { heard, url } = await program({ code: 302, location: `http://127.0.0.1:${inside.port}/` })
    const { carla, id } = await addHook(world, url)
    await carla.post(`/admin/webhooks/${id}/test`)
    await world.settle()
    expect([heard.length, inside.heard.length]).toEqual([1, 0])
    const [delivery] = await world.db.selectFrom('webhookDelivery').selectAll().execute()
    expect([delivery?.kind, delivery?.state, delivery?.code]).toEqual(['webhook.test', 'waiting', 302])
    expect((await carla.post(`/admin/webhooks/${id}/deliveries/${delivery?.id}/again`)).status).toBe(409)
    await world.db.updateTable('webhookDelivery').set({ state: 'failed' }).execute()
    expect((await carla.post(`/admin/webhooks/${id}/deliveries/${delivery?.id}/again`)).status).toBe(303)
    await world.settle()
    expect(heard).toHaveLength(2)
  })

  test('hears only what its owner may see when it is sent', async () => {
    const world = await newWorld()
    const { heard, url } = await program()
    const { id } = await addHook(world, url, '*')
    // Another group's matter, and hers before she goes.
    const bruno = await world.as(world.bruno)
    await bruno.post('/actions', { group: 'catalogo', title: 'Not hers' })
    await act(world)
    await world.write((tx) => enqueue(tx, 'journal.chain'))
    await world.settle()
    await world.write((tx) => gather(tx, id, world.clock.now))
    const actions = async () => (await states(world)).flatMap(({ kind, state }) => (kind.startsWith('action.') ? [state] : []))
    expect(await actions()).toEqual(['waiting'])
    await world.db.updateTable('appointment').set({ toOn: '2026-10-15' }).where('personId', '=', world.carla.personId).execute()
    await act(world, world.maria)
    await turn(world)
    expect(heard.map(({ body }) => JSON.parse(body).type).filter((type) => type.startsWith('action'))).toEqual([])
    expect(await actions()).toEqual(['dropped'])
  })

  test('hears nothing once its owner leads no group, and goes on when they do again', async () => {
    const world = await newWorld()
    const { heard, url } = await program()
    await addHook(world, url)
    await world.give(world.carla, 'member', world.group.groupId)
    const leads = world.db.updateTable('appointment').where('personId', '=', world.carla.personId).where('role', '=', 'coordinator')
    await leads.set({ toOn: '2026-10-15' }).execute()
    await act(world, world.maria)
    await turn(world)
    expect([heard, await states(world)]).toEqual([[], []])
    await leads.set({ toOn: null }).execute()
    await act(world, world.maria)
    await turn(world)
    expect(heard).toHaveLength(1)
  })

  test('a new secret signs beside the old one for a day', async () => {
    const world = await newWorld()
    const { heard, url } = await program()
    const { carla, id, secret } = await addHook(world, url)
    const renewed = /whsec_[\w+/=]+/.exec(await (await carla.post(`/admin/webhooks/${id}/secret`)).text())?.[0]
    expect(renewed).not.toBe(secret)
    await carla.post(`/admin/webhooks/${id}/test`)
    await world.settle()
    expect(heard[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/)
    world.clock.now = new Date(world.clock.now.getTime() + 25 * 3_600_000)
    await carla.post(`/admin/webhooks/${id}/test`)
    await world.settle()
    expect(heard[1]?.headers['webhook-signature']).toMatch(/^v1,\S+$/)
  })

  test('whose secret cannot be read any more is paused, is said to wait, and goes on with a new one', async () => {
    const world = await newWorld()
    const { heard, url } = await program()
    const { carla, id } = await addHook(world, url)
    const path = `/admin/webhooks/${id}`
    const hook = world.db.updateTable('webhook').where('id', '=', id)
    const { sealed } = await world.db.selectFrom('webhook').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
    await hook.set({ sealed: seal('the secret that the site had before', 'whsec_AAAA') }).execute()
    await act(world)
    await turn(world)
    await turn(world)
    expect([heard.length, await states(world)]).toEqual([0, []])
    const letters = (await world.postbox()).filter(({ kind }) => kind === 'webhooks.paused')
    expect(letters.map(({ email, subject }) => [email, subject])).toEqual([['carla@carla.example', 'Webhook paused: Chat room']])
    const read = async (browser: typeof carla, at: string) => (await browser.get(at)).text()
    const page = await read(carla, path)
    expect(page).toContain('we can’t read the signing secret')
    expect(page).toContain(`action="${path}/secret"`)
    expect(page).not.toContain(`action="${path}/resume"`)
    expect((await carla.post(`${path}/resume`)).status).toBe(403)
    expect(await read(carla, '/today')).toContain('Create new signing secret')
    const ada = await world.as(world.ada)
    expect(await read(ada, '/today')).toContain('Only Carla can create a new one.')
    expect(await read(ada, path)).not.toContain(`action="${path}/secret"`)
    expect(await read(await world.as(world.maria), '/today')).not.toContain('Webhook paused')

    expect(await (await carla.post(`${path}/secret`)).text()).toContain('whsec_')
    await turn(world)
    expect([heard.length, (await states(world)).map(({ state }) => state)]).toEqual([1, ['delivered']])
    expect(await read(carla, '/today')).not.toContain('Webhook paused')

    // With the secret from before all of it counts again, and nobody has to do anything.
    await hook.set({ sealed: seal('another one', 'whsec_AAAA') }).execute()
    await turn(world)
    expect(await read(carla, path)).toContain('>Paused<')
    await hook.set({ sealed }).execute()
    await turn(world)
    expect(await read(carla, path)).toContain('>Active<')
  })

  test('is told nothing any more once it is ended, or its owner is erased', async () => {
    const world = await newWorld()
    const { heard, url } = await program()
    const { carla, id } = await addHook(world, url)
    await act(world)
    await carla.post(`/admin/webhooks/${id}/end`)
    await turn(world)
    expect([heard.length, (await carla.get(`/admin/webhooks/${id}`)).status]).toEqual([0, 404])
  })
})

describe('a chat', () => {
  const open = async (world: World, title: string, visibility: 'public' | 'group') =>
    makeRequestAs(world, { kind: 'idea', title, text: `The need behind “${title}”.`, visibility })
  const makeRequestAs = async (world: World, facts: Parameters<typeof makeRequest>[3]) => {
    const actor = await actorOf(world, world.carla)
    return world.write((tx) => makeRequest(tx, actor, world.group.groupId, facts, { caseIds: [] }))
  }
  const addChat = async (world: World, chat: ChatName, url: string, more: Record<string, string> = {}) => {
    const carla = await world.as(world.carla)
    const token: Record<string, string> = chat === 'matrix' ? { token: matrixToken } : {}
    const form = { name: `Our ${chat}`, url, events: 'request.*\naction.added', form: chat, ...token, ...more }
    expect((await carla.post('/admin/webhooks', form)).status).toBe(200)
  }

  test('of each kind is told in a line, in its owner’s language, with titles of what everybody may read', async () => {
    const world = await newWorld()
    await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.carla.personId).execute()
    const rooms = await Promise.all(chatNames.map(async (name) => ({ name, ...(await openChat(name)) })))
    for (const { name, url } of rooms) await addChat(world, name, url)
    const id = await open(world, 'Loans & <renewals>', 'public')
    const inner = await open(world, 'A secret embargo', 'group')
    await act(world)
    await turn(world)
    const group = await world.db.selectFrom('workingGroup').select('name').where('id', '=', world.group.groupId).executeTakeFirstOrThrow()
    for (const { name, shown, refused } of rooms) {
      const [told, hidden, acted] = shown
      expect([name, refused, shown.length]).toEqual([name, [], 3])
      expect([name, told?.text]).toEqual([name, expect.stringMatching(/^Carla.*Loans & <renewals>/)])
      expect(told?.text).toContain(`(${group.name})`)
      expect(told?.text).not.toMatch(/opened|added|created/)
      expect(told?.links).toEqual([`http://rapport.test/requests/${id}`])
      expect([hidden?.text, hidden?.links]).toEqual([
        expect.stringContaining(`Anfrage ${inner}`),
        [`http://rapport.test/requests/${inner}`],
      ])
      expect(acted?.links[0]).toMatch(/^http:\/\/rapport\.test\/history\/action%3A\d+$/)
      expect(JSON.stringify(shown)).not.toMatch(/secret/)
    }
    expect(new Set((await states(world)).map(({ state }) => state))).toEqual(new Set(['delivered']))
  })

  test('is told in the words of its owner, and a test; what cannot be said is refused', async () => {
    const world = await newWorld()
    const { shown, url } = await openChat('slack')
    const carla = await world.as(world.carla)
    const form = { name: 'N', url, events: '*', form: 'slack' }
    for (const [templates, sentence] of [
      ['request.made {title}', 'is not a message text'],
      ['request.made:', 'is not a message text'],
      ['request.made: {email}', '{email} is not known here'],
    ] as const) {
      const answer = await carla.post('/admin/webhooks', { ...form, templates })
      expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
    }
    await addChat(world, 'slack', url, { templates: 'request.*: Lies das: {title} {link}\n*: {kind} in {group}' })
    await open(world, 'Bulk edit', 'public')
    await act(world)
    await turn(world)
    expect(shown.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Lies das: Bulk edit http:\/\/rapport\.test\/requests\/\d+$/),
      expect.stringMatching(/^action\.added in \w+/),
    ])
    const { id } = await world.db.selectFrom('webhook').select('id').executeTakeFirstOrThrow()
    await carla.post(`/admin/webhooks/${id}/test`)
    await world.settle()
    expect(shown.at(-1)?.text).toContain('webhook.test in')
  })

  test('that wants to be left alone for a while is, and is told everything then', async () => {
    const world = await newWorld()
    const { shown, url } = await openChat('mattermost', { code: 429, after: 60 })
    await addChat(world, 'mattermost', url)
    await act(world)
    await act(world)
    await turn(world)
    expect([shown.length, (await states(world)).map(({ code, state }) => `${code} ${state}`)]).toEqual([0, ['429 waiting', 'null waiting']])
    world.clock.now = new Date(world.clock.now.getTime() + 61_000)
    const { id } = await world.db.selectFrom('webhook').select('id').executeTakeFirstOrThrow()
    await world.write((tx) => enqueue(tx, 'webhooks.send', { webhookId: id }))
    await world.settle()
    expect(shown).toHaveLength(2)
  })

  test('of Matrix keeps its token to itself: it is shown to nobody, and to no other server', async () => {
    const world = await newWorld()
    const first = await openChat('matrix')
    const second = await openChat('matrix')
    await addChat(world, 'matrix', first.url)
    const carla = await world.as(world.carla)
    const { id } = await world.db.selectFrom('webhook').select('id').executeTakeFirstOrThrow()
    expect(await (await carla.get(`/admin/webhooks/${id}`)).text()).not.toContain(matrixToken)
    expect(await (await carla.ask('GET', `/api/v1/webhooks/${id}`)).text()).not.toContain(matrixToken)
    const form = { name: 'Moved', events: 'action.added', form: 'matrix' }
    await carla.post(`/admin/webhooks/${id}`, { ...form, url: first.url })
    await act(world)
    await turn(world)
    await carla.post(`/admin/webhooks/${id}`, { ...form, url: second.url })
    await act(world)
    await turn(world)
    expect([first.shown.length, second.shown, second.refused]).toEqual([1, [], ['{"errcode":"M_UNKNOWN_TOKEN"}']])
  })
})

describe('an internal address', () => {
  test('is refused when it is typed, whatever it looks like', async () => {
    const world = await newWorld({ 'inside.example': { A: ['10.0.0.8'] }, 'mixed.example': { A: ['93.184.215.14', '127.0.0.1'] } }, '')
    const carla = await world.as(world.carla)
    for (const url of [
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://[::ffff:a9fe:a9fe]/',
      'https://[fd00::1]/',
      'https://[fe80::1]/',
      'https://[2002:7f00:1::]/',
      'https://169.254.169.254/latest/meta-data',
      'https://inside.example/',
      'https://mixed.example/',
    ]) {
      const answer = await carla.post('/admin/webhooks', { name: 'N', url, events: '*' })
      expect([url, answer.status, (await answer.text()).includes('leads into an internal network')]).toEqual([url, 422, true])
    }
    for (const [url, sentence] of [
      ['http://93.184.215.14/', 'Enter an address that begins with https://. Then no one'],
      ['https://nowhere.example/', 'has no address in the DNS'],
      ['ftp://93.184.215.14/', 'begins with https://'],
      ['https://me:secret@93.184.215.14/', 'Remove the name and the password'],
    ] as const) {
      const answer = await carla.post('/admin/webhooks', { name: 'N', url, events: '*' })
      expect([url, answer.status, (await answer.text()).includes(sentence)]).toEqual([url, 422, true])
    }
    const kinds = await carla.post('/admin/webhooks', { name: 'N', url: 'https://93.184.215.14/', events: 'request.* whatever' })
    // Nothing here is called so: nobody would ever be told.
    const never = await carla.post('/admin/webhooks', { name: 'N', url: 'https://93.184.215.14/', events: 'request.made request.mades' })
    expect([never.status, await never.text()]).toEqual([422, expect.stringContaining('“request.mades” is not an event type.')])
    expect(await kinds.text()).toContain('“whatever” is not an event type')
    expect(await world.db.selectFrom('webhook').selectAll().execute()).toEqual([])
  })

  test('is refused at the connection too, when a name leads elsewhere by then', async () => {
    const answers: Record<string, unknown> = { 'hook.example': { A: ['93.184.215.14'] } }
    const world = await newWorld(answers, '')
    const { heard, port } = await program()
    const { carla, id } = await addHook(world, `https://hook.example:${port}/in`)
    answers['hook.example'] = { A: ['127.0.0.1'] }
    await carla.post(`/admin/webhooks/${id}/test`)
    await world.settle()
    expect(heard).toEqual([])
    expect(sayKept((await states(world))[0]?.answer ?? '')).toBe(
      'hook.example leads into an internal network. We only call addresses on the public internet.',
    )
  })

  test('is known by its numbers', () => {
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '169.254.1.1',
      '0.0.0.0',
      '255.255.255.255',
      '::',
      '::1',
      'fc00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2001:0:1::1',
    ])
      expect([address, isInner(address)]).toEqual([address, true])
    for (const address of ['93.184.215.14', '1.1.1.1', '172.32.0.1', '2606:4700::1111'])
      expect([address, isInner(address)]).toEqual([address, false])
    expect(['10.0.0.0/8', '::1', '10.0.0.0/33', 'x', '1.2.3.4/8/9'].map(isNetwork)).toEqual([true, true, false, false, false])
  })
})

test('one that an administrator paused is resumed by an administrator alone, and its owner is told whom to ask', async () => {
  const world = await newWorld()
  const { url } = await program()
  const { carla, id } = await addHook(world, url)
  const ada = await world.as(world.ada)
  const path = `/admin/webhooks/${id}`
  // What its owner paused she resumes, and nobody else.
  expect((await carla.post(`${path}/pause`)).status).toBe(303)
  expect((await ada.post(`${path}/resume`)).status).toBe(404)
  expect((await carla.post(`${path}/resume`)).status).toBe(303)

  await carla.post(`${path}/pause`)
  expect(await (await ada.get(path)).text()).toContain(`action="${path}/pause"`)
  expect((await ada.post(`${path}/pause`)).status).toBe(303)
  const page = await (await carla.get(path)).text()
  expect(page).toContain('An administrator paused this webhook.')
  expect(page).toContain('Only an administrator can restart this webhook. Ask Ada or another administrator.')
  expect(page).not.toContain(`action="${path}/resume"`)
  expect(page).not.toContain(`action="${path}/pause"`)
  const refused = await carla.post(`${path}/resume`)
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('Only an administrator can restart this webhook.')])
  expect((await carla.ask('POST', `/api/v1/webhooks/${id}/state`, { do: 'resume' })).status).toBe(403)
  expect((await (await world.as(world.bruno)).post(`${path}/resume`)).status).toBe(404)
  expect(await (await ada.get(path)).text()).toContain(`action="${path}/resume"`)
  expect((await ada.post(`${path}/resume`)).status).toBe(303)
  expect(await (await carla.get(path)).text()).toContain('>Active<')
})

test('programs may do the same by the API', async () => {
  const world = await newWorld()
  const { heard, url } = await program()
  const carla = await world.as(world.carla)
  const api = '/api/v1/webhooks'
  const made = await carla.ask('POST', api, { name: 'Tickets', url, events: ['action.added'] })
  const { id, secret } = (await made.json()) as { id: number; secret: string }
  expect(secret).toMatch(/^whsec_/)
  expect(await (await carla.ask('GET', api)).json()).toMatchObject({ items: [{ id, name: 'Tickets', state: 'well', waiting: 0 }] })
  expect((await carla.ask('PUT', `${api}/${id}`, { name: 'Tickets', url, events: ['action.*'] })).status).toBe(204)
  expect((await carla.ask('POST', `${api}/${id}/state`, { do: 'test' })).status).toBe(204)
  await world.settle()
  expect(heard).toHaveLength(1)
  expect(await (await carla.ask('GET', `${api}/${id}/deliveries`)).json()).toMatchObject({
    items: [{ kind: 'webhook.test', state: 'delivered' }],
    next: null,
  })
  // Another coordinator's hook is nobody's.
  const bruno = await world.as(world.bruno)
  expect((await bruno.ask('GET', `${api}/${id}`)).status).toBe(404)
  // The administrator sees it and may stop it, but not change it.
  const ada = await world.as(world.ada)
  expect((await ada.ask('PUT', `${api}/${id}`, { name: 'X', url, events: ['*'] })).status).toBe(404)
  expect((await ada.ask('POST', `${api}/${id}/state`, { do: 'pause' })).status).toBe(204)
  expect((await carla.ask('DELETE', `${api}/${id}`)).status).toBe(204)
  expect(await (await carla.ask('GET', api)).json()).toEqual({ items: [], next: null })
})

test('nobody has more hooks than one may have, however many they make at once', async () => {
  const world = await newWorld()
  const actor = await actorOf(world, world.carla)
  const change = { name: 'Chat room', url: 'http://hook.example/in', events: ['action.*'] }
  const add = () => world.write((tx) => addOne(tx, actor, world.context.site.secret, change))
  for (let made = 0; made < mostHooks - 1; made++) await add()
  const ended = await Promise.allSettled([add(), add(), add()])
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
})
