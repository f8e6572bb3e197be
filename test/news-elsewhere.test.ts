import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { sayKept } from '../src/lib/ui/kept.ts'
import { makeWorld, type Person, type World } from './world.ts'

/** A WordPress as far as its REST interface takes drafts, on a real socket. */
class WordPress {
  posts: { id: number; title: string; content: string; slug: string; status: string }[] = []
  asked: string[] = []
  answer:
    | ((request: IncomingMessage) => { status: number; headers?: Record<string, string>; body: string; keep?: boolean } | undefined)
    | undefined
  readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      this.asked.push(`${request.method} ${request.url}`)
      const other = this.answer?.(request)
      if (other?.keep) this.#keep(Buffer.concat(chunks).toString())
      const {
        status,
        headers = {},
        body,
      }: { status: number; headers?: Record<string, string>; body: string } = other ??
      this.#answer(request, Buffer.concat(chunks).toString())
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
    })
  })

  #keep(body: string) {
    const post = { id: this.posts.length + 41, ...JSON.parse(body) }
    this.posts.push(post)
    return post
  }

  #answer(request: IncomingMessage, body: string) {
    const [path, query = ''] = (request.url ?? '').split('?')
    if (path !== '/wp-json/wp/v2/posts') return { status: 404, body: '{"code":"rest_no_route","message":"No route"}' }
    if (request.headers.authorization !== `Basic ${Buffer.from('rapport:abcd efgh').toString('base64')}`)
      return { status: 401, body: '{"code":"incorrect_password","message":"The provided password is an invalid application password."}' }
    const told = (post: (typeof this.posts)[number]) => ({ id: post.id, link: `https://quarterly.example/?p=${post.id}` })
    if (request.method === 'GET')
      return {
        status: 200,
        body: JSON.stringify(this.posts.filter(({ slug }) => slug === new URLSearchParams(query).get('slug')).map(told)),
      }
    return { status: 201, body: JSON.stringify(told(this.#keep(body))) }
  }
}

let world: World
const wordpress = new WordPress()
let host: string
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_WEBHOOK_NETWORKS: '127.0.0.1/32' } })
  await new Promise<void>((ready) => wordpress.server.listen(0, '127.0.0.1', ready))
  host = `127.0.0.1:${(wordpress.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  wordpress.server.close()
  await world.end()
})
beforeEach(() => {
  wordpress.answer = undefined
  wordpress.asked = []
})

const browsers = new Map<string, Promise<Awaited<ReturnType<World['as']>>>>()
const as = (person: Person) => {
  const found = browsers.get(person.name) ?? world.as(person)
  browsers.set(person.name, found)
  return found
}
const post = async (person: Person, path: string, fields: Record<string, string> = {}) => (await as(person)).post(path, fields)
const read = async (person: Person, path: string) => (await (await as(person)).get(path)).text()

const wp = { kind: 'wordpress', name: 'Quarterly', username: 'rapport', password: 'abcd efgh' }
const outletId = async () =>
  String(
    (await world.db.selectFrom('newsOutlet').select('id').where('kind', '=', 'wordpress').orderBy('id', 'desc').executeTakeFirstOrThrow())
      .id,
  )
const writeNews = async (title: string) => {
  const form = { title, text: 'It **works**, see [the requests](/requests).', language: 'en', visibility: 'public', embargoZone: 'UTC' }
  return (await post(world.carla, '/news', form)).headers.get('location')?.replace('/edit', '') ?? ''
}
const contribution = () => world.db.selectFrom('newsContribution').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
const again = async () => tasks['news.contribute']?.({ contributionId: (await contribution()).id } as never, world.context)

describe('a contribution to a WordPress', () => {
  it('is a draft there, and where it appeared is attested by who saw it', async () => {
    expect((await post(world.carla, '/news/outlets', { ...wp, url: `http://${host}` })).status).toBe(303)
    const path = await writeNews('For the Quarterly')
    expect((await post(world.maria, `${path}/contribute`, { outlet: await outletId() })).status).toBe(403)
    expect((await post(world.carla, `${path}/contribute`, { outlet: await outletId() })).status).toBe(303)
    expect((await post(world.carla, `${path}/contribute`, { outlet: await outletId() })).status).toBe(409)
    await world.settle()

    expect(wordpress.posts).toMatchObject([
      { title: 'For the Quarterly', status: 'draft', content: expect.stringContaining('<strong>works</strong>') },
    ])
    expect(wordpress.posts[0]?.content).toContain('href="http://rapport.test/requests"')
    expect(await contribution()).toMatchObject({
      state: 'sent',
      remoteId: '41',
      remoteLink: 'https://quarterly.example/?p=41',
      attempts: 1,
    })

    const at = `/news/contributions/${(await contribution()).id}/appeared`
    const future = await post(world.maria, at, { link: 'https://quarterly.example/autumn', on: '2027-01-01' })
    expect([future.status, await future.text()]).toEqual([422, expect.stringContaining('Enter today’s date or an earlier one')])
    expect((await post(world.maria, at, { link: 'https://quarterly.example/autumn', on: '2026-10-15' })).status).toBe(303)
    expect(await contribution()).toMatchObject({ state: 'appeared', appearedOn: '2026-10-15', attestedBy: world.maria.personId })
  })

  it('keeps its password where nobody reads it', async () => {
    const { sealed } = await world.db.selectFrom('newsOutletKey').select('sealed').executeTakeFirstOrThrow()
    expect(sealed.toString('latin1')).not.toContain('abcd')
    expect(await read(world.carla, '/news/outlets')).not.toContain('abcd')
    const wrong = await post(world.carla, '/news/outlets', { ...wp, name: '', url: `http://${host}` })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.not.stringContaining('abcd')])
  })

  it('is tried again while the site is in trouble, and makes no second draft', async () => {
    const path = await writeNews('In a storm')
    // The draft arrives, its answer does not.
    wordpress.answer = ({ method }) => (method === 'POST' ? { status: 500, body: 'oh dear', keep: true } : undefined)
    await post(world.carla, `${path}/contribute`, { outlet: await outletId() })
    await world.settle()
    // The second try finds what the first one left.
    expect(await contribution()).toMatchObject({ state: 'sent', attempts: 2 })
    expect(wordpress.asked.map((line) => line.split(' ')[0])).toEqual(['POST', 'GET'])
    expect(wordpress.posts.filter(({ title }) => title === 'In a storm')).toHaveLength(1)
  })

  it('gives up after some tries, says so, and starts anew when somebody asks', async () => {
    const path = await writeNews('Nobody at home')
    wordpress.answer = () => ({ status: 503, body: '' })
    await post(world.carla, `${path}/contribute`, { outlet: await outletId() })
    await world.settle()
    for (let tries = 1; tries < 7; tries++) await again()
    expect(await contribution()).toMatchObject({ state: 'failed', attempts: 7 })
    expect(await read(world.carla, '/news/outlets')).toContain('Failed')
    wordpress.answer = undefined
    expect((await post(world.carla, `/news/contributions/${(await contribution()).id}/retry`)).status).toBe(303)
    await world.settle()
    expect(await contribution()).toMatchObject({ state: 'sent' })
  })

  it('does not go once its text is withdrawn, kept to the group or held back again', async () => {
    const cases: [title: string, change: object, said: string][] = [
      [
        'A mistake',
        { state: 'withdrawn', withdrawnAt: world.clock.now, withdrawnBy: world.carla.personId, withdrawnWhy: 'x' },
        'This text was withdrawn',
      ],
      ['For us alone', { visibility: 'group' }, 'You can only send what everyone can read'],
      ['Too early', { embargoAt: new Date(world.clock.now.getTime() + 864e5) }, 'Wait until the embargo ends'],
    ]
    for (const [title, change, said] of cases) {
      const path = await writeNews(title)
      wordpress.answer = () => ({ status: 503, body: '' })
      await post(world.carla, `${path}/contribute`, { outlet: await outletId() })
      await world.settle()
      for (let tries = 1; tries < 7; tries++) await again()
      await world.db.updateTable('newsItem').set(change).where('title', '=', title).execute()
      wordpress.answer = undefined
      await post(world.carla, `/news/contributions/${(await contribution()).id}/retry`)
      await world.settle()
      const { state, answer } = await contribution()
      expect([state, sayKept(answer)]).toEqual(['failed', expect.stringContaining(said)])
      expect(wordpress.posts.some((one) => one.title === title)).toBe(false)
    }
  })

  const answers: [name: string, answer: { status: number; headers?: Record<string, string>; body: string }, said: string][] = [
    [
      'a wrong password',
      { status: 401, body: '{"message":"Sorry, you are not allowed."}' },
      'The site does not accept this account and application password. Sorry, you are not allowed.',
    ],
    [
      'a page instead of data',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Hello</title>' },
      'The site answered with a page instead of data',
    ],
    [
      'a way to an inner address',
      { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' }, body: '' },
      'Enter that address',
    ],
    ['no such interface', { status: 404, body: 'Not found' }, 'There is no REST interface'],
    ['more than any answer', { status: 200, body: `"${'x'.repeat(1_100_000)}"` }, 'answer of the site is too long'],
  ]
  for (const [name, answer, said] of answers)
    it(`fails at ${name}, and says so`, async () => {
      const path = await writeNews(`About ${name}`)
      wordpress.answer = () => answer
      await post(world.carla, `${path}/contribute`, { outlet: await outletId() })
      await world.settle()
      const { state, answer: why } = await contribution()
      expect([state, sayKept(why)]).toEqual(['failed', expect.stringContaining(said)])
      expect(wordpress.asked).toHaveLength(1)
    })

  it('never goes to an inner address, nor without encryption', async () => {
    for (const [url, said] of [
      ['http://8.8.8.8', 'Enter an address that begins with https://. Then no one'],
      ['https://10.0.0.1:8443', 'internal network'],
      ['https://[::1]', 'internal network'],
      ['https://[::ffff:10.0.0.1]', 'internal network'],
      ['https://2851995649', 'internal network'],
      ['https://rapport:secret@news.example.org', 'name and the password'],
      ['ftp://news.example.org', 'begins with https://'],
    ] as const) {
      const answer = await post(world.carla, '/news/outlets', { ...wp, url })
      expect([url, answer.status, await answer.text()]).toEqual([url, 422, expect.stringContaining(said)])
    }
  })
})

const item = (id: number, fields: Record<string, string>) => {
  const all: Record<string, string> = {
    title: `Thing ${id}`,
    link: `https://old.example/2019/05/thing-${id}/`,
    'wp:post_id': String(id),
    'wp:post_date_gmt': '2019-05-12 08:30:00',
    'wp:post_name': `thing-${id}`,
    'wp:status': 'publish',
    'wp:post_type': 'post',
    'dc:creator': 'jdoe',
    ...fields,
  }
  const lines = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`)
  return `<item>${lines.join('\n')}</item>`
}
const wxr = (items: string[], head = '') => `<?xml version="1.0" encoding="UTF-8" ?>${head}
<rss version="2.0" xmlns:content="x" xmlns:dc="y" xmlns:wp="z"><channel><title>Old site</title><language>en-GB</language>
<wp:base_site_url>https://old.example</wp:base_site_url>
<wp:author><wp:author_login>jdoe</wp:author_login><wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name></wp:author>
${items.join('\n')}</channel></rss>`

const html =
  '<![CDATA[<!-- wp:paragraph --><p>Hello <b>all</b>.</p><script>alert(1)</script><p onclick="x()"><a href="javascript:alert(1)">no</a></p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2|3</td></tr></table><img src="https://old.example/a.png" alt="A chart">]]>'
const old = wxr([
  item(1, { 'content:encoded': html }),
  item(2, { 'wp:post_type': 'page', link: 'https://old.example/about/terms/', 'content:encoded': 'First part.\n\nSecond part.' }),
  item(3, { 'wp:post_type': 'attachment', 'wp:attachment_url': 'https://old.example/a.pdf' }),
  item(4, { 'wp:status': 'draft' }),
  item(5, { 'wp:post_type': 'nav_menu_item' }),
  item(6, { 'wp:post_password': 'secret' }),
  item(7, { title: '', 'content:encoded': '' }),
  item(1, { 'content:encoded': 'again' }),
])

async function bring(text: string, person = world.carla): Promise<Response> {
  const { cookies } = await as(person)
  const body = new FormData()
  body.set('file', new File([text], 'old-site.xml', { type: 'text/xml' }))
  return world.app.request('http://rapport.test/news/imports', {
    method: 'POST',
    headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '), origin: 'http://rapport.test' },
    body,
  })
}

describe('an export of WordPress', () => {
  const balance = async (path: string) => {
    const id = Number(path.split('/').at(-1))
    const rows = await world.db.selectFrom('webImportEntry').select(['outcome']).where('importId', '=', id).execute()
    return Object.fromEntries([...Map.groupBy(rows, ({ outcome }) => outcome)].map(([outcome, some]) => [outcome, some.length]))
  }

  it('becomes pages and news once it is taken in, and nothing before', async () => {
    const path = (await bring(old)).headers.get('location') ?? ''
    expect(await balance(path)).toEqual({ page: 1, news: 1, left: 4, wrong: 1, known: 1 })
    expect((await (await world.as()).get('/about/terms/')).status).toBe(404)
    const letters = (await world.postbox()).length

    expect((await post(world.carla, `${path}/take`)).status).toBe(303)
    const news = await world.db
      .selectFrom('newsItem')
      .selectAll()
      .where('origin', '=', 'https://old.example/?p=1')
      .executeTakeFirstOrThrow()
    expect(news).toMatchObject({
      slug: 'thing-1',
      authorName: 'Jane Doe',
      state: 'published',
      publishedAt: new Date('2019-05-12T08:30:00Z'),
    })
    expect(news.text).toBe('Hello **all**.\n\nno\n\n| A | B |\n| --- | --- |\n| 1 | 2\\|3 |\n\nA chart')
    const moved = await (await world.as()).get('/about/terms/')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/pages/about/terms'])
    const page = await (await world.as()).get('/pages/about/terms')
    expect(await page.text()).toContain('<p>Second part.</p>')
    expect((await (await world.as()).get('/2019/05/thing-1')).headers.get('location')).toBe('/news/thing-1')
    for (const [old, now] of [
      ['/?p=1', '/news/thing-1'],
      ['/?page_id=2', '/pages/about/terms'],
      ['/?p=2', '/pages/about/terms'],
    ])
      expect((await (await world.as()).get(old as string)).headers.get('location')).toBe(now)
    for (const nowhere of ['/?p=4', '/?p=99', '/?p=1%25', '/?p=']) expect((await (await world.as()).get(nowhere)).status).toBe(200)
    expect((await world.postbox()).length).toBe(letters)

    const twice = (await bring(old)).headers.get('location') ?? ''
    expect(await balance(twice)).toEqual({ left: 4, wrong: 1, known: 3 })
    expect((await post(world.carla, `${twice}/undo`)).status).toBe(303)
    expect((await (await world.as()).get('/news/thing-1')).status).toBe(200)

    expect((await post(world.carla, `${path}/undo`)).status).toBe(303)
    expect((await (await world.as()).get('/news/thing-1')).status).toBe(404)
    expect((await (await world.as()).get('/about/terms/')).status).toBe(404)
  })

  it('cannot be undone once somebody has confirmed it, and keeps what somebody worked on', async () => {
    const path =
      (await bring(wxr([item(11, { 'content:encoded': 'One' }), item(12, { 'content:encoded': 'Two' })]))).headers.get('location') ?? ''
    await post(world.carla, `${path}/take`)
    const form = { title: 'Worked on', text: 'Better', language: 'en', visibility: 'public', embargoZone: 'UTC', version: '1' }
    expect((await post(world.carla, '/news/thing-11', form)).status).toBe(303)
    const plan = await read(world.carla, `${path}/undo`)
    expect(plan).toMatch(
      /Will be removed[\s\S]*News[\s\S]*>1<[\s\S]*Will be kept[\s\S]*News[\s\S]*>1<[\s\S]*edited or published these entries/,
    )
    await post(world.carla, `${path}/undo`)
    expect([(await (await world.as()).get('/news/thing-11')).status, (await (await world.as()).get('/news/thing-12')).status]).toEqual([
      200, 404,
    ])
    const other = (await bring(wxr([item(13, { 'content:encoded': 'Three' })]))).headers.get('location') ?? ''
    await post(world.carla, `${other}/take`)
    expect((await post(world.carla, `${other}/confirm`)).status).toBe(303)
    expect((await post(world.carla, `${other}/undo`)).status).toBe(409)
    expect(await read(world.carla, `${other}/undo`)).toContain('Someone has confirmed this import, so you cannot undo it.')
  })

  const bombs: [name: string, text: string, said: string][] = [
    ['cut off in the middle', old.slice(0, old.length / 2), 'The file is not complete'],
    ['cut off before its end', old.slice(0, -20), 'The file is not complete'],
    [
      'with entities of its own',
      wxr([item(21, { title: '&lol;' })], '<!DOCTYPE rss [<!ENTITY lol "lol">]>'),
      'The file defines a document type',
    ],
    [
      'with a file of this machine',
      wxr([item(22, {})], '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'The file defines a document type',
    ],
    ['nested a thousand deep', `<rss><channel>${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}</channel></rss>`, 'too complex'],
    ['of another kind', '<html><body>Hello</body></html>', 'The file begins with “html”'],
    ['that is no XML', 'title;text\na;b', 'The XML has an error'],
    ['that is a feed', '<rss><channel><title>Feed</title><item><title>a</title></item></channel></rss>', 'This file is a feed'],
    ['without anything', wxr([]), 'This export contains nothing'],
  ]
  for (const [name, text, said] of bombs)
    it(`is refused ${name}, in a sentence`, async () => {
      const before = await world.db.selectFrom('webImport').select('id').execute()
      const answer = await bring(text)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(said)])
      expect(await world.db.selectFrom('webImport').select('id').execute()).toEqual(before)
    })
})
