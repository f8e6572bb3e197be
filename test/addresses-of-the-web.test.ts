import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '../src/lib/ui/format.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const get = (path: string, headers: Record<string, string> = {}) => world.app.request(`http://rapport.test${path}`, { headers })

describe('an address that nothing has', () => {
  test.each([
    ['en', 'There is no page at this address.', 'Home'],
    ['de', 'Unter dieser Adresse gibt es keine Seite.', 'Startseite'],
    ['fr', 'Il n’y a pas de page à cette adresse.', 'Accueil'],
    ['es', 'No hay ninguna página en esta dirección.', 'Inicio'],
  ])('says so to who is signed out, with ways on (%s)', async (language, said, home) => {
    const answer = await get('/metings', { 'accept-language': language })
    const page = await answer.text()
    expect(answer.status).toBe(404)
    expect(page).toContain(said)
    expect(page).toContain(`<a href="/">${home}</a>`)
    expect(page).toContain('<a href="/sign-in">')
  })

  test('keeps apart from what asks to sign in: what stands behind an address is told to nobody', async () => {
    const requests = await world.db.selectFrom('request').select('id').execute()
    expect(requests).toEqual([])
    for (const path of ['/today', '/requests/new', '/handovers/4', '/people/1', '/people/77'])
      expect([path, (await get(path)).status, (await get(path)).headers.get('location')]).toEqual([
        path,
        303,
        `/sign-in?next=${encodeURIComponent(path)}`,
      ])
  })

  test('where things may be public: menu, search and a way to sign in, whether there is one or not', async () => {
    const draft = { title: 'A draft', text: 'Not yet.', language: 'en', visibility: 'public', embargoZone: 'Europe/Lisbon' }
    const made = (await (await world.as(world.maria)).post('/news', draft)).headers.get('location')
    expect(made).toBe('/news/a-draft/edit')
    const said = async (path: string) => {
      const answer = await get(path)
      const page = await answer.text()
      const around = [page.includes('<search'), page.includes('There is no public page at this address.')]
      return [answer.status, ...around, page.includes(`href="/sign-in?next=${encodeURIComponent(path)}"`)]
    }
    for (const path of [
      '/news/a-draft',
      '/news/nothing',
      '/news/issues/x',
      '/meetings/x',
      '/requests/1',
      '/requests/x',
      '/documents/x',
      '/lists/x',
      '/documents/x/v/1',
      '/embed/x',
    ])
      expect([path, ...(await said(path))]).toEqual([path, 404, true, true, true])
    // A link from a mail asks nobody to sign in.
    const old = await get('/applications/nonsense')
    expect([old.status, (await old.text()).includes('This link')]).toEqual([404, true])
  })
})

describe('a page that says no keeps the menu and the search box of who is signed in', () => {
  const around = async (answer: Response) => {
    const page = await answer.text()
    return [answer.status, page.includes('class="rail"'), page.includes('<search')]
  }

  test('where there is no such page, no such thing, and what is not hers', async () => {
    const maria = await world.as(world.maria)
    for (const path of ['/metings', '/requests/999999', '/admin']) expect(await around(await maria.get(path))).toEqual([404, true, true])
  })

  test('where something may not be done', async () => {
    const susi = await world.as(world.susi)
    const answers = [await susi.post('/lists/lectio-l/write', { subject: '', text: '' }), await susi.post('/me/addresses', { email: 'x' })]
    for (const answer of answers) expect((await around(answer)).slice(1)).toEqual([true, true])
  })

  test('where it is our mistake', async () => {
    const maria = await world.as(world.maria)
    const broken = world.db.schema.alterTable('user_case').renameTo('user_case_away')
    await broken.execute()
    try {
      expect(await around(await maria.get('/cases'))).toEqual([500, true, true])
    } finally {
      await world.db.schema.alterTable('user_case_away').renameTo('user_case').execute()
    }
  })
})

describe('what programs ask every site for', () => {
  test('security.txt names whom to tell, and until when that holds', async () => {
    const answer = await get('/.well-known/security.txt')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; charset=utf-8$/i)])
    const lines = (await answer.text()).trimEnd().split('\n')
    expect(lines).toContain('Contact: mailto:postmaster@lists.localhost')
    expect(lines).toContain(`Preferred-Languages: ${locales.join(', ')}`)
    const [expires = '', ...more] = lines.filter((line) => line.startsWith('Expires: ')).map((line) => line.slice('Expires: '.length))
    expect(more).toEqual([])
    const days = (new Date(expires).getTime() - world.clock.now.getTime()) / 86_400_000
    expect(days).toBeGreaterThan(90)
    expect(days).toBeLessThan(366)
  })

  test('the operator’s own contact stands in the place of the postmaster', async () => {
    const other = await makeWorld({ env: { RAPPORT_SECURITY_CONTACT: 'https://example.org/security' } })
    try {
      const text = await (await other.app.request('http://rapport.test/.well-known/security.txt')).text()
      expect(text).toContain('Contact: https://example.org/security\n')
      expect(text).not.toContain('postmaster')
    } finally {
      await other.end()
    }
  })

  test('the policy for mail to us is at its own host, whatever its case and port, and nothing else is there', async () => {
    const env = { RAPPORT_MX: 'MX1.example.org *.example.net', RAPPORT_MTA_STS: 'enforce' }
    const [silent, other] = await Promise.all([makeWorld({ env: { RAPPORT_MTA_STS: 'off' } }), makeWorld({ env })])
    try {
      const ask = (host: string, path = '/.well-known/mta-sts.txt', { app } = other, headers = {}) =>
        app.request(`http://rapport.test${path}`, { headers: { host, ...headers } })
      for (const host of ['mta-sts.lists.localhost', 'MTA-STS.lists.localhost:443', 'mta-sts.lists.localhost.']) {
        const answer = await ask(host)
        expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
          ...[200, expect.stringMatching(/^text\/plain; charset=utf-8$/i), 'public, max-age=300'],
        ])
        expect(await answer.text()).toBe(
          'version: STSv1\r\nmode: enforce\r\nmx: mx1.example.org\r\nmx: *.example.net\r\nmax_age: 1209600\r\n',
        )
      }
      const others = [
        'rapport.test',
        'lists.localhost',
        'mta-sts.evil.example',
        'x.mta-sts.lists.localhost',
        'mta-sts.lists.localhost.evil.example',
        '',
      ]
      for (const host of others) {
        const answer = await ask(host, undefined, other, { 'x-forwarded-host': 'mta-sts.lists.localhost' })
        expect([host, answer.status, await answer.text()]).toEqual([host, 404, 'There is no such file.'])
      }
      for (const path of ['/', '/sign-in', '/api/v1/lists', '/metrics', '/.well-known/security.txt', '/assets/mark.svg'])
        expect([path, (await ask('mta-sts.lists.localhost', path)).status]).toEqual([path, 404])
      expect((await ask('mta-sts.lists.localhost', undefined, silent)).status).toBe(404)
      const posted = { method: 'POST', headers: { host: 'mta-sts.lists.localhost' } }
      const answer = await other.app.request('http://rapport.test/.well-known/mta-sts.txt', posted)
      expect([answer.status, await answer.text()]).toEqual([404, 'There is no such file.'])
    } finally {
      await Promise.all([silent.end(), other.end()])
    }
  })

  test('change-password leads to where one changes how to sign in', async () => {
    const answer = await (await world.as(world.maria)).get('/.well-known/change-password')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/me/sign-in'])
    expect((await (await world.as(world.maria)).get('/me/sign-in')).headers.get('location')).toBe('/me#sign-in')
  })

  test('any other well-known name is plainly not there, signed in or not', async () => {
    for (const answer of [await get('/.well-known/nothing'), await (await world.as(world.maria)).get('/.well-known/a/b')])
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('text/plain')])
  })

  test('the icon that browsers ask for is the mark', async () => {
    const answer = await get('/favicon.ico')
    expect(answer.status).toBe(302)
    const icon = await get(answer.headers.get('location') ?? '')
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, expect.stringContaining('image/svg+xml')])
  })

  test('robots are told what is nobody’s to index, and nothing public is closed to them', async () => {
    const lines = (await (await get('/robots.txt')).text()).split('\n')
    expect(lines).toContain('Sitemap: http://rapport.test/sitemap.xml')
    const closed = lines.filter((line) => line.startsWith('Disallow: ')).map((line) => line.slice('Disallow: '.length))
    expect(closed).toEqual(expect.arrayContaining(['/me/', '/today', '/admin', '/api/', '/search']))
    const shut = (path: string) => closed.some((one) => (one.endsWith('$') ? path === one.slice(0, -1) : path.startsWith(one)))
    const map = await (await get('/sitemap.xml')).text()
    const open = [...map.matchAll(/<loc>http:\/\/rapport\.test([^<]*)<\/loc>/g)].map(([, path = '']) => path)
    expect(open.length).toBeGreaterThan(2)
    expect([...open, '/meetings', '/sitemap.xml', '/feed.atom'].filter(shut)).toEqual([])
  })
})

test('the site can be put on a home screen, with its name, its colour and its mark', async () => {
  const page = await (await get('/')).text()
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest"/>')
  expect(page).toContain('<link rel="apple-touch-icon" href="/site/icons/180"/>')
  const answer = await get('/manifest.webmanifest')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/manifest+json'])
  const { icons, ...manifest } = (await answer.json()) as { icons: { src: string; sizes: string }[] }
  expect(manifest).toMatchObject({ display: 'standalone', scope: '/', start_url: '/today', theme_color: '#2f8f6c' })
  for (const { src, sizes } of icons) {
    const icon = Buffer.from(await (await get(src)).arrayBuffer())
    expect([icon.subarray(1, 4).toString(), `${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`]).toEqual(['PNG', sizes])
  }
  expect((await get('/site/icons/64')).status).toBe(404)
})

describe('a link from a mail that opens nothing', () => {
  const token = 'a'.repeat(31)
  test.each(
    ['applications', 'case', 'commands', 'confirm', 'dates', 'merge', 'requests/follow', 'rsvp', 'same-here', 'speaker'].concat([
      'support',
      'unsubscribe',
      'unsubscribe/results',
      'workplace',
    ]),
  )('says so in the same words at /%s, with ways on, also to its button', async (place) => {
    for (const answer of [await get(`/${place}/${token}`), await (await world.as()).post(`/${place}/${token}`, { a: 'b' })]) {
      const page = await answer.text()
      expect([answer.status, page.match(/<h1[^>]*>([^<]*)/)?.[1]]).toEqual([404, 'Link no longer valid'])
      expect(page).toContain('Nothing has changed.')
      expect(page).toContain('<a href="/">Home</a>')
    }
  })

  test('leads to the settings that stop the mail as well', async () => {
    for (const place of ['today', 'letters'])
      expect(await (await get(`/unsubscribe/${place}/${token}`)).text()).toContain('href="/me/notifications"')
  })
})

describe('a form that is not taken', () => {
  const fields = { title: 'An hour of <work>', areas: 'LTI', empty: '' }

  test('stays on the page for whose session ended, to be sent again once they are signed in', async () => {
    const answer = await (await world.as()).post('/requests?group=lectio', fields)
    const page = await answer.text()
    expect(page).toMatch(/<h1[^>]*>You are not signed in/)
    expect(page).toMatch(/<a [^>]*href="\/sign-in\?next=[^>]*target="_blank"/)
    expect(page).toContain('<form method="post" action="/requests?group=lectio">')
    expect(page).toContain('<input type="hidden" name="title" value="An hour of &lt;work&gt;"')
    expect(page).toContain('<input type="hidden" name="empty" value=""')
    expect(page).not.toContain('There is no page at this address.')
  })

  test('is not handed on where another site sent it, nor is who is signed in told to sign in', async () => {
    for (const somebody of [await world.as(), await world.as(world.maria)]) {
      const page = await (await somebody.post('/requests', fields, { origin: 'https://evil.example' })).text()
      expect(page).toContain('Another site sent this form.')
      expect(page).not.toContain('An hour of')
      expect(page).not.toContain('You are not signed in')
    }
  })

  test('is too large: said on a page to people, in a line to programs', async () => {
    const send = (headers: Record<string, string>) =>
      world.app.request('http://rapport.test/sign-in', {
        method: 'POST',
        headers: {
          origin: 'http://rapport.test',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        body: `email=${'x'.repeat(2_999_994)}`,
      })
    const [page, line] = [await send({ accept: 'text/html', 'accept-language': 'de' }), await send({})]
    expect([page.status, page.headers.get('cache-control')?.includes('no-store')]).toEqual([413, true])
    expect(await page.text()).toMatch(/<html[^>]* lang="de"[\s\S]*<h1>Nicht möglich<\/h1>[\s\S]*Dieses Formular ist zu groß/)
    expect([line.status, await line.text()]).toEqual([413, expect.stringMatching(/^This form is too large/)])
  })
})
