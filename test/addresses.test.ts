import { expect, test } from 'vitest'
import { bySpecificity, gatherAddresses } from '../src/edges/http/addresses.ts'
import { pages } from '../src/lib/ui/web.tsx'

test.each([
  ['/requests/new', '/requests/:request'],
  ['/site/:sheet{[\\w-]{12}\\.css}', '/site/:page'],
  ['/pages/:slug', '/pages/:slug{.+}'],
  ['/pages/:slug{.+}', '/pages/*'],
  ['/a/:one/b', '/a/:one/:two'],
])('%s comes before %s', (one, other) => {
  expect([other, one].toSorted(bySpecificity)).toEqual([one, other])
})

test('what has a name of its own answers before what has a number, whoever wrote it first', async () => {
  const first = pages().get('/things/:thing', (c) => c.text('any'))
  const second = pages().get('/things/new', (c) => c.text('new'))
  const app = gatherAddresses([first, second])
  expect(await Promise.all(['/things/new', '/things/7'].map(async (path) => (await app.request(path)).text()))).toEqual(['new', 'any'])
})

test('a guard of one piece holds for its own addresses and for no other', async () => {
  const guarded = pages()
  guarded.use('/admin/*', async (c) => c.text('closed', 404))
  const app = gatherAddresses([guarded.get('/admin/outbox', (c) => c.text('letters')), pages().get('/admin/hooks', (c) => c.text('hooks'))])
  expect((await app.request('/admin/outbox')).status).toBe(404)
  expect((await app.request('/admin/hooks')).status).toBe(200)
})
