import type { Updateable } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import type { DB } from '../src/lib/db/schema.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { Composer } from '../src/outbox/compose.ts'
import { mail } from './mail.ts'
import { uuencode, winmail, withWinmail } from './tnef.ts'
import { makeWorld, type World } from './world.ts'

const answers: Record<string, unknown> = {}
let world: World
beforeEach(async () => {
  for (const name of Object.keys(answers)) delete answers[name]
  world = await makeWorld({ answers })
})
afterEach(() => world.end())

const set = (change: Updateable<DB['list']>) => world.db.updateTable('list').set(change).where('id', '=', world.listId).execute()

/** A post by Maria, as it leaves for Susi. */
async function sent(raw: Buffer) {
  await acceptMail(world.write, {
    raw,
    mailFrom: 'maria@maria.example',
    rcptTo: ['lectio-l@lists.localhost'],
    peer: '192.0.2.1',
    helo: 'x',
    via: 'mail',
  })
  await world.settle()
  const delivery = await world.db
    .selectFrom('delivery')
    .selectAll()
    .where('email', '=', 'susi@susi.example')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const composed = (await new Composer(world.context, { sign: false }).compose(world.db, [delivery])).get(delivery.id)
  if (!composed || typeof composed === 'string') throw new Error('not composed')
  return readMessage(Buffer.concat(composed.parts))
}
const html = (subject: string) => {
  const plain = mail({ from: 'Maria <maria@maria.example>', subject, text: '<p>Hello <b>all</b></p>' })
  return Buffer.from(plain.toString().replace('text/plain; charset=utf-8', 'text/html; charset=utf-8'))
}
const withFile = (name: string, content: string) =>
  mail({ from: 'Maria <maria@maria.example>', subject: name, attachment: { name, content } })

test('large files become links into the archive for those who may read it; small ones go along', async () => {
  await set({ linkAboveKb: 1 })
  const large = await sent(withFile('plan.pdf', 'x'.repeat(5_000)))
  expect(large.attachments).toEqual([])
  const path = /http:\/\/rapport\.test(\/lists\/lectio-l\/m\/\S+\/a\/0)/.exec(large.text)?.[1] ?? ''
  expect(large.text).toContain('plan.pdf (5 kB)')
  expect((await (await world.as(world.susi)).get(path)).status).toBe(200)
  expect((await (await world.as(world.otto)).get(path)).status).toBe(404)
  expect((await sent(withFile('small.pdf', 'x'))).attachments).toHaveLength(1)
})

test('files of unwanted types leave neither by mail nor from the archive', async () => {
  await set({ dropTypes: ['.xyz'], linkTypes: ['.zip'] })
  const dropped = await sent(withFile('game.xyz', 'x'))
  expect([dropped.attachments, dropped.text]).toEqual([[], expect.stringContaining('We removed the file game.xyz')])
  const path = `/lists/lectio-l/m/${encodeURIComponent(dropped.messageId ?? '')}/a/0`
  expect((await (await world.as(world.susi)).get(path)).status).toBe(404)
  expect((await sent(withFile('data.zip', 'x'))).text).toContain('/a/0')
})

/** @param missing so many bytes at its end */
const packed = (names: string[], { missing = 0, id = 'minutes' } = {}) => {
  const whole = winmail(
    [],
    names.map((title) => ({ title, content: Buffer.from(`this is ${title}`) })),
  )
  const raw = withWinmail('See the files.', whole.subarray(0, whole.length - missing)).toString('latin1')
  return Buffer.from(raw.replace('Anna <anna@uni.example>', 'Maria <maria@maria.example>').replace('minutes@', `${id}@`), 'latin1')
}
const page = '/lists/lectio-l/m/minutes%40uni.example'

test('files that Outlook packed are offered as others are; the mail goes on as it came', async () => {
  const post = await sent(packed(['agenda.txt', 'plan.pdf']))
  expect(post.attachments.map(({ filename }) => filename)).toEqual(['winmail.dat', 'agenda.txt', 'plan.pdf'])
  const susi = await world.as(world.susi)
  const shown = await (await susi.get(page)).text()
  expect(shown).toMatch(/\/a\/1"[\s\S]*agenda\.txt[\s\S]*\/a\/2"[\s\S]*plan\.pdf/)
  // Nothing is left in it that its reader has not got.
  expect(shown).not.toContain('winmail.dat')
  expect(await (await susi.get(`${page}/a/1`)).text()).toBe('this is agenda.txt')
})

test('what Outlook packed stands beside its files where not all of it could be opened', async () => {
  await sent(packed(['agenda.txt', 'plan.pdf'], { missing: 10, id: 'cut' }))
  const shown = await (await (await world.as(world.susi)).get('/lists/lectio-l/m/cut%40uni.example')).text()
  expect([shown.includes('winmail.dat'), shown.includes('agenda.txt')]).toEqual([true, true])
})

test('what a list does not pass on does not go packed either; all that lies beside it becomes a link', async () => {
  await set({ dropTypes: ['.xyz'] })
  const post = await sent(packed(['agenda.txt', 'game.xyz']))
  expect(post.attachments).toEqual([])
  expect(post.text).toMatch(/agenda\.txt[\s\S]*\/m\/minutes%40uni\.example\/a\/1[\s\S]*removed the file game\.xyz/)
  const susi = await world.as(world.susi)
  expect(await Promise.all([0, 1, 2].map(async (place) => (await susi.get(`${page}/a/${place}`)).status))).toEqual([404, 200, 404])
})

test('a file that stands uuencoded in a text is offered as others are', async () => {
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Old',
    text: `The plan:\n${uuencode('plan.txt', Buffer.from('by hand'))}`,
  })
  const { messageId } = await sent(raw)
  const at = `/lists/lectio-l/m/${encodeURIComponent(messageId ?? '')}`
  const susi = await world.as(world.susi)
  const shown = await (await susi.get(at)).text()
  expect([shown.includes('plan.txt'), shown.includes('begin 644')]).toEqual([true, false])
  expect(await (await susi.get(`${at}/a/0`)).text()).toBe('by hand')
})

test('nor does what a list does not pass on go in a text; a file of a kind that is linked becomes a link in its place', async () => {
  await set({ dropTypes: ['.xyz'], linkTypes: ['.txt'] })
  const text = ['game.xyz', 'plan.txt', 'note.abc'].map((name) => uuencode(name, Buffer.from(`this is ${name}`))).join('\nand\n')
  const post = await sent(mail({ from: 'Maria <maria@maria.example>', subject: 'Old', text: `Files:\n${text}\nMaria` }))
  expect(post.attachments.map(({ filename }) => filename)).toEqual(['note.abc'])
  expect(post.text).toMatch(
    /^Files:\s[\s\S]*removed the file game\.xyz[\s\S]*\nand\n[\s\S]*plan\.txt[\s\S]*\/a\/1[\s\S]*\nand\n[\s\S]*Maria/,
  )
  const at = `/lists/lectio-l/m/${encodeURIComponent(post.messageId ?? '')}`
  const susi = await world.as(world.susi)
  expect(await Promise.all([0, 1, 2].map(async (place) => (await susi.get(`${at}/a/${place}`)).status))).toEqual([404, 200, 200])
})

test('HTML alone gets a text part, and From follows where the author’s domain insists on its signature', async () => {
  const free = await sent(html('Free'))
  expect([free.text.trim(), free.html?.trim()]).toEqual(['Hello all', '<p>Hello <b>all</b></p>'])
  expect(free.headers.find(({ name }) => name === 'content-type')?.value).toContain('multipart/alternative')
  expect(free.from?.address).toBe('maria@maria.example')
  answers['_dmarc.maria.example'] = { TXT: ['v=DMARC1; p=reject'] }
  answers['maria.example'] = { TXT: ['v=spf1 ip4:192.0.2.1 -all'] }
  const strict = await sent(html('Strict'))
  expect(strict.from?.address).toBe('lectio-l@lists.localhost')
  expect(strict.replyTo[0]?.address).toBe('maria@maria.example')
  await set({ html: 'keep' })
  expect((await sent(html('Kept'))).headers.find(({ name }) => name === 'content-type')?.value).toContain('text/html')
})

test('prefix, footer and where answers go are the list’s to say', async () => {
  await set({ subjectPrefix: '[Lectio]', footer: '{list}: {page}', repliesTo: 'list' })
  const post = await sent(mail({ from: 'Maria <maria@maria.example>', subject: 'Rollover', text: 'Hello' }))
  expect(post.subject).toBe('[Lectio] Rollover')
  expect(post.text).toMatch(/Hello[\s\S]*Lectio-L: http:\/\/rapport\.test\/lists\/lectio-l/)
  expect(post.replyTo.map(({ address }) => address)).toEqual(['lectio-l@lists.localhost'])
})

test('the archive shows HTML without the pixels that tell on its readers', async () => {
  const raw = html('Newsletter')
    .toString()
    .replace('<p>Hello', '<img src="https://track.example/p.gif?who=susi" width="1" height="1"><p>Hello')
  const { messageId } = await sent(Buffer.from(raw))
  const page = await (await (await world.as(world.susi)).get(`/lists/lectio-l/m/${encodeURIComponent(messageId ?? '')}/html`)).text()
  expect(page).toContain('Hello')
  expect(page).not.toContain('track.example')
})
