import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { addMembers } from '../src/imports/members-actions.ts'
import { readTable } from '../src/lib/sheet/read.ts'
import { listMembers } from '../src/list/members/queries.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const member = (email: string, name: string, more: object = {}) => ({
    email,
    name,
    language: '',
    delivery: 'each' as const,
    moderated: false,
    notMine: false,
    noCopies: false,
    ...more,
  })
  await world.write((tx) =>
    addMembers(
      tx,
      program(world.clock.now),
      { id: world.listId, groupId: world.group.groupId, language: 'en' },
      [
        member('digest@d.example', 'Dido', { delivery: 'mime' }),
        member('held@h.example', 'Hektor', { moderated: true }),
        member('dead@g.example', 'Gone', { delivery: 'none', stopped: 'bounces' }),
        member('evil@e.example', '=HYPERLINK("http://x")'),
        ...['a', 'b', 'c'].map((letter) => member(`${letter}@leaving.example`, `Leaver ${letter}`)),
        member('lectio-l@lists.example.org', 'The list itself'),
      ],
      { mailDomain: 'lists.example.org' },
    ),
  )
})
afterAll(() => world.end())

const names = async (query: string) => {
  const carla = await world.as(world.carla)
  const html = await (await carla.get(`/lists/lectio-l/subscribers${query}`)).text()
  return [...html.matchAll(/name="subscription" value="\d+"\s*\/><span>([^<]*)<\/span>/g)].map(([, name]) => name)
}
const idsOf = async (like: string) => {
  const { people } = await listMembers(world.db, world.listId, { search: like }, world.clock.now)
  return people.map(({ id }) => id)
}

describe('subscribers are found', () => {
  test.each([
    ['by name or address', '?q=leaving', ['Leaver a', 'Leaver b', 'Leaver c']],
    ['by what they get', '?receiving=mime_digest', ['Dido']],
    ['by moderation', '?posting=hold', ['Hektor']],
    ['by state', '?state=suspended', ['Gone']],
    ['by the day on which they joined', '?since=2999-01-01', []],
    ['by several at once', '?q=e&receiving=mime_digest', ['Dido']],
    ['by what is no filter not at all', '?receiving=everything&q=dido', ['Dido']],
  ])('%s', async (_, query, found) => {
    expect(await names(query)).toEqual(found)
  })

  test('with the server’s own words where mail comes back', async () => {
    const carla = await world.as(world.carla)
    expect(await (await carla.get('/lists/lectio-l/subscribers?q=gone')).text()).toContain('Stopped by bounces before the list moved here.')
  })
})

describe('what is done to several at once', () => {
  const change = async (form: Record<string, string>) => (await world.as(world.carla)).post('/lists/lectio-l/subscribers/change', form)

  test('changes what they get, those alone, and the journal has a line for each', async () => {
    const [id] = await idsOf('hektor')
    expect((await change({ of: 'chosen', act: 'receiving:weekly', subscription: String(id) })).status).toBe(303)
    expect(await names('?receiving=weekly')).toEqual(['Hektor'])
    const lines = await world.db.selectFrom('journal').select('details').where('action', '=', 'subscription.changed').execute()
    expect(lines.map(({ details }) => details)).toEqual([{ subscriptionId: id, receiving: 'weekly' }])
    // A second click changes nothing and says so.
    await change({ of: 'chosen', act: 'receiving:weekly', subscription: String(id) })
    expect(await world.db.selectFrom('journal').select('id').where('action', '=', 'subscription.changed').execute()).toHaveLength(1)
  })

  test('or the moderation of all that were found', async () => {
    await change({ of: 'all', act: 'posting:hold', filter: 'q=leaving' })
    expect(await names('?posting=hold')).toEqual(['Hektor', 'Leaver a', 'Leaver b', 'Leaver c'])
    await change({ of: 'all', act: 'posting:rules', filter: 'q=leaving' })
    expect(await names('?posting=hold')).toEqual(['Hektor'])
  })

  test('takes people off the list after a question, and tells them why where that was wished', async () => {
    const ids = await idsOf('leaving')
    const asked = await change({ of: 'all', act: 'remove', filter: 'q=leaving' })
    expect(await asked.text()).toContain('Remove 3 people from the list?')
    expect(await names('?q=leaving')).toHaveLength(3)

    const carla = await world.as(world.carla)
    await carla.post('/lists/lectio-l/subscribers/remove', { ids: String(ids[0]), reason: 'The institute has closed.', tell: 'on' })
    await carla.post('/lists/lectio-l/subscribers/remove', { ids: ids.slice(1).join(',') })
    await world.settle()
    expect(await names('?q=leaving')).toEqual([])
    const told = (await world.postbox()).filter(({ email }) => email.endsWith('@leaving.example'))
    expect(told.map(({ email, kind }) => [email, kind])).toEqual([['a@leaving.example', 'list.removed']])
    expect(String(told[0]?.bytes)).toContain('The institute has closed.')
  })

  test('those whose addresses were pasted, whatever their names; one that is not there is named, and nothing is changed', async () => {
    const named = 'Dido <digest@d.example>\n"Dobe, Hektor" <HELD@h.example>, susi@susi.example'
    const refused = await change({ of: 'named', act: 'receiving:none', named: `${named}\nnobody@far.example\nno address@` })
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('not on the list: no address@, nobody@far.example.'),
    ])
    expect(await names('?receiving=none')).toEqual([])
    expect((await change({ of: 'named', act: 'receiving:none', named })).status).toBe(303)
    expect(await names('?receiving=none')).toEqual(['Dido', 'Hektor', 'Susi'])
    const asked = await change({ of: 'named', act: 'remove', named: 'susi@susi.example' })
    expect(await asked.text()).toContain('Remove Susi from the list?')
  })

  test.each([
    ['nobody is ticked', { of: 'chosen', act: 'posting:hold' }, 'Select at least 1 subscriber above'],
    ['no address is written', { of: 'named', act: 'posting:hold', named: ' ' }, 'Enter the addresses, one per line.'],
    ['nothing is chosen', { of: 'all', act: '' }, 'Change'],
    ['something is chosen that there is not', { of: 'all', act: 'posting:dance' }, 'Choose a change.'],
  ])('is refused beside its field where %s', async (_, form, sentence) => {
    const answer = await change(form as unknown as Record<string, string>)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(sentence)
    // What narrows the list down leads to the list, and not to where the change was sent, which is no page.
    expect(page).toMatch(/<form[^>]*method="get"[^>]*action="\/lists\/lectio-l\/subscribers"[^>]*aria-label="Filter subscribers"/)
    expect(page).not.toMatch(/href="\?/)
  })

  test('reaches no subscriber of another list', async () => {
    const other = await world.db.selectFrom('subscription').select('id').where('listId', '=', world.otherListId).executeTakeFirstOrThrow()
    const carla = await world.as(world.carla)
    await carla.post('/lists/lectio-l/subscribers/remove', { ids: String(other.id) })
    const still = await world.db.selectFrom('subscription').select('endedAt').where('id', '=', other.id).executeTakeFirstOrThrow()
    expect(still.endedAt).toBeNull()
  })
})

describe('taken along', () => {
  test.each(['csv', 'xlsx'])('as %s, with the filter, and no cell is a formula', async (format) => {
    const carla = await world.as(world.carla)
    const answer = await carla.get(`/lists/lectio-l/subscribers/export?format=${format}&q=evil`)
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`lectio-l-subscribers-2026-10-16\\.${format}`))
    const { rows } = await readTable(new Uint8Array(await answer.arrayBuffer()))
    expect(rows.map(({ cells, formulas }) => [cells.Address, cells['Email they get'], formulas])).toEqual([
      ['evil@e.example', 'Every message', []],
    ])
    expect(rows[0]?.cells.Name).toMatch(format === 'csv' ? /^'=HYPERLINK/ : /HYPERLINK/)
  })
})

describe('a list’s health', () => {
  test('counts posts, writers, newcomers and answers by month', async () => {
    const { db, listId, write } = world
    const raw = await write((tx) =>
      tx
        .insertInto('rawMail')
        .values({ sha256: Buffer.alloc(32), size: 1, bytes: Buffer.from('x') })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const thread = async (root: string, at: string) =>
      (
        await db
          .insertInto('thread')
          .values({ listId, root, subject: root, firstAt: new Date(at), lastAt: new Date(at) })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    const post = (threadId: number, messageId: string, fromEmail: string, at: string) =>
      db
        .insertInto('message')
        .values({
          listId,
          threadId,
          rawId: raw.id,
          messageId,
          contentHash: Buffer.alloc(32),
          refs: [],
          subject: 's',
          fromName: 'n',
          fromEmail,
          sentAt: new Date(at),
          receivedAt: new Date(at),
          text: '',
          hasHtml: false,
          size: 1,
        })
        .execute()
    const [answered, late, alone] = [
      await thread('a', '2026-09-02T10:00Z'),
      await thread('b', '2026-09-03T10:00Z'),
      await thread('c', '2026-09-04T10:00Z'),
    ]
    // A thread of these days may still be answered, and counts against nobody.
    const young = new Date(world.clock.now.getTime() - 3 * 86_400_000).toISOString()
    await post(await thread('d', young), 'd', 'one@x.example', young)
    await post(answered, 'a', 'one@x.example', '2026-09-02T10:00Z')
    await post(answered, 'a2', 'two@x.example', '2026-09-08T10:00Z')
    await post(late, 'b', 'one@x.example', '2026-09-03T10:00Z')
    await post(late, 'b2', 'two@x.example', '2026-09-20T10:00Z')
    await post(alone, 'c', 'one@x.example', '2026-09-04T10:00Z')
    await post(alone, 'c2', 'one@x.example', '2026-09-05T10:00Z')

    const answer = await (await world.as(world.carla)).get('/api/v1/lists/lectio-l/health')
    const { months, suspended } = (await answer.json()) as { months: Record<string, unknown>[]; suspended: number }
    expect(months).toHaveLength(24)
    expect(months.find(({ month }) => month === '2026-09')).toEqual({
      month: '2026-09',
      posts: 6,
      posters: 2,
      newcomers: 2,
      threads: 3,
      due: 3,
      answered: 1,
      joined: 0,
      left: 0,
      bounces: 0,
      incidents: 0,
    })
    expect(months.at(-1)).toMatchObject({ month: '2026-10', threads: 1, due: 0, answered: 0, joined: 10, left: 3 })
    expect(suspended).toBe(1)
    const page = await (await (await world.as(world.carla)).get('/lists/lectio-l/health')).text()
    expect(page).toContain('aria-label="Threads answered within 7 days (percent of threads), 24 months. Last 12 months: 33%')
  })
})
