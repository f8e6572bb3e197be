import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { renderMarkdown } from '../../src/lib/ui/markdown.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const text = 'Look: **bold**, <img src=x onerror=alert(1)>, [here](javascript:alert(1)) and ![seen](https://evil.example/pixel.png)'

async function arrive(raw: Buffer, from: string) {
  await acceptMail(world.write, {
    raw,
    mailFrom: from,
    rcptTo: ['lectio-l@lists.localhost'],
    peer: '203.0.113.9',
    helo: 'mx.example',
    via: 'mail',
  })
  await world.settle()
}
const pageOf = async (subject: string) => {
  const { messageId } = await world.db.selectFrom('message').select('messageId').where('subject', '=', subject).executeTakeFirstOrThrow()
  return (await (await world.as(world.susi)).get(`/lists/lectio-l/t/${encodeURIComponent(messageId)}`)).text()
}

test.each([
  ['a header of ours', ['X-Rapport-Markdown: yes', 'X-Rapport-Written: markdown']],
  ['its type', ['Content-Type: text/markdown; charset=utf-8']],
  ['the way that it says it came', ['X-Rapport-Via: web', 'Received: from rapport by rapport with HTTP']],
])('no mail from outside is shown as Markdown by %s', async (what, headers) => {
  const own = mail({ from: 'Susi <susi@susi.example>', subject: `By ${what}`, text, id: `${headers.length}-${what.length}@susi.example` })
  const [head = '', ...body] = own.toString().split('\r\n\r\n')
  const kept = head.split('\r\n').filter((line) => !headers.some((one) => line.startsWith(`${one.split(':')[0]}:`)))
  await arrive(Buffer.from([[...kept, ...headers].join('\r\n'), ...body].join('\r\n\r\n')), 'susi@susi.example')
  const page = await pageOf(`By ${what}`)
  expect(page).toContain('**bold**')
  expect(page).not.toContain('<strong>bold</strong>')
})

test('a copy of a post that was written here, sent from outside with other words, is no Markdown', async () => {
  const susi = await world.as(world.susi)
  await susi.post('/lists/lectio-l/write', { subject: 'Written here', text: 'It is **ours**.' })
  await world.settle()
  const { messageId } = await world.db
    .selectFrom('message')
    .select('messageId')
    .where('subject', '=', 'Written here')
    .executeTakeFirstOrThrow()
  await arrive(
    mail({ from: 'Susi <susi@susi.example>', subject: 'Written here', text: 'It is **theirs**.', id: messageId }),
    'susi@susi.example',
  )
  const page = await pageOf('Written here')
  expect(page).toContain('<strong>ours</strong>')
  expect(page).toContain('**theirs**')
})

test('what is written here brings no script, no foreign picture and nobody’s address into the archive or the preview', async () => {
  const susi = await world.as(world.susi)
  const nasty = `${text}\n\n<script>alert(1)</script> [mail](mailto:carla@carla.example) carla&#64;carla.example <carla@carla.example> [x](//evil.example) ![y](/sign-out) ![z](data:text/html,x)`
  await susi.post('/lists/lectio-l/write', { subject: 'Nasty', text: nasty })
  await world.settle()
  const previews = await Promise.all(
    ['/preview?field=text&to=/stories', '/preview?as=post&field=text&to=/lists/lectio-l/write'].map(async (path) =>
      (await susi.post(path, { text: nasty }, { 'x-preview': '1' })).text(),
    ),
  )
  const shown = await pageOf('Nasty')
  for (const html of [shown, ...previews]) {
    expect(html).toContain('<strong>bold</strong>')
    expect(html).not.toMatch(/<img[^>]+src="(?:x|https?:|\/\/|data:)/)
    expect(html).not.toMatch(/href="(?:javascript:|\/\/)/)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toMatch(/<[^>]+onerror/)
  }
  expect(shown).not.toMatch(/carla(?:@|&#64;|%40)carla\.example/)
})

test('a preview goes only to a page of this site', async () => {
  const susi = await world.as(world.susi)
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', ''])
    expect((await susi.post(`/preview?${new URLSearchParams({ field: 'text', to })}`, { text: 'x' })).status).toBe(422)
  const page = await (
    await susi.post('/preview?field=text&to=/stories', { text: '"><script>', title: '"><script>alert(2)</script>' })
  ).text()
  expect(page).not.toContain('<script>alert(2)')
})

test('a text of nothing but headings, as long as a document may be, opens as any other', () => {
  expect(String(renderMarkdown('#\n'.repeat(250_000))).startsWith('<h2></h2>')).toBe(true)
})
