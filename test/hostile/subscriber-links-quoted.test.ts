import { afterAll, beforeAll, expect, test } from 'vitest'
import { allTexts } from '../../src/lib/mail/all-texts.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { holdsKey } from '../../src/lib/token/open.ts'
import { sealToken } from '../../src/lib/token/seal.ts'
import { expectLinear } from '../growth.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signed, signing } from '../mail-door.ts'

// A moderator got a letter with a link that decides on a held mail for who follows it. Carla writes to the list with it below her words.
const list = 'lectio-l@lists.localhost'
const carla = 'carla@carla.example'
const key = /http:\/\/rapport\.test\/[a-z]+\/([a-z2-7]{31})/
let door: MailDoor
let letter = ''
beforeAll(async () => {
  door = await openMailDoor(signing('carla.example', 'reject'))
  await door.send('otto@otto.example', list, { subject: 'Let me in' })
  const found = (await door.world.postbox()).flatMap(({ bytes }) => (bytes ? [readMessage(bytes).text] : []))
  letter = found.find((text) => key.test(text)) ?? ''
})
afterAll(() => door.end())

const post = (text: string, subject: string) => door.send(carla, list, { by: 'carla.example', subject, text })
const quoted = () => letter.replaceAll(/^/gm, '> ')
const inArchive = async (subject: string) =>
  (await door.world.db.selectFrom('message').select('id').where('subject', '=', subject).execute()).length

test('what quotes a link that acts waits for a moderator, by mail and from the page, and is in no archive', async () => {
  expect(letter).toMatch(key)
  expect(await post(`See what came.\n\n${quoted()}`, 'By mail')).toBe('held: holds-key')
  const browser = await door.world.as(door.world.carla)
  await browser.post('/lists/lectio-l/write', { subject: 'From the page', text: `See what came.\n\n${quoted()}` })
  await door.world.settle()
  const last = await door.world.db.selectFrom('inbound').select('fate').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(last.fate).toBe('held: holds-key')
  expect([await inArchive('By mail'), await inArchive('From the page')]).toEqual([0, 0])
})

test('what quotes the letter without it is posted, with words that only look like one', async () => {
  const harmless = quoted().replaceAll(new RegExp(key, 'g'), `http://rapport.test/decide/${'a'.repeat(31)}`)
  expect(await post(`See what came.\n\n${harmless}`, 'Without')).toBe('posted')
  expect(await inArchive('Without')).toBe(1)
})

const inMail = (subject: string, fields: string[], body: string[]) =>
  Buffer.from(
    [`From: <${carla}>`, `To: ${list}`, `Subject: ${subject}`, `Message-ID: <${subject}@carla.example>`, ...fields, '', ...body, ''].join(
      '\r\n',
    ),
  )
const mixed = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=limit']
const withFile = (subject: string, type: string, content: string | Buffer) =>
  inMail(subject, mixed, [
    ...[
      '--limit',
      'Content-Type: text/plain',
      '',
      'See below.',
      '--limit',
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      '',
    ],
    ...[Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n'), '--limit--'],
  ])
const link = () => key.exec(letter)?.[0] ?? ''
const forwarded = (text: string, fields: string[] = []) =>
  inMail('Inner', [...fields, 'Content-Transfer-Encoding: base64'], [Buffer.from(text).toString('base64')])
const wrapped = (inner: Buffer) => inMail('Outer', mixed, ['--limit', 'Content-Type: message/rfc822', '', inner.toString(), '--limit--'])

test.each<[string, (subject: string) => Buffer]>([
  ['its subject', (subject) => mail({ from: `<${carla}>`, subject: `${subject} ${link()}` })],
  ['a coded word of a field', (subject) => inMail(subject, [`X-Seen: =?utf-8?B?${Buffer.from(link()).toString('base64')}?=`], ['Text.'])],
  ['a field that it brought along', (subject) => inMail(subject, [`X-Page: <${link()}>`], ['Text.'])],
  ['a text file', (subject) => withFile(subject, 'text/plain; name="seen.txt"', `Look: ${link()}`)],
  ['a page', (subject) => withFile(subject, 'text/html; name="seen.html"', `<a href="${link()}">here</a>`)],
  ['a page of no known type', (subject) => withFile(subject, 'application/octet-stream; name="seen.html"', `<a href="${link()}">here</a>`)],
  ['a text of two bytes a letter', (subject) => withFile(subject, 'text/plain; name="seen.txt"', Buffer.from(link(), 'utf16le'))],
  [
    'a folded line of a calendar',
    (subject) => withFile(subject, 'text/calendar', `URL:${link().slice(0, -9)}\r\n ${link().slice(-9)}\r\n`),
  ],
  ['a mail in it', (subject) => withFile(subject, 'message/rfc822', forwarded(`Look: ${link()}`))],
  ['the header of a mail in it', (subject) => withFile(subject, 'message/rfc822', forwarded('Look.', [`List-Unsubscribe: <${link()}>`]))],
  ['a mail that was saved', (subject) => withFile(subject, 'application/octet-stream; name="seen.eml"', forwarded(`Look: ${link()}`))],
  ['a mail in a mail in a mail', (subject) => withFile(subject, 'message/rfc822', wrapped(wrapped(forwarded(`Look: ${link()}`))))],
])('a link that acts is found in %s', async (where, make) => {
  const subject = where.replaceAll(' ', '-')
  expect(await door.deliver(signed('carla.example', make(subject)), list, carla)).toBe('held: holds-key')
  expect(await inArchive(subject)).toBe(0)
})

test.each([
  ['the code to sign in', 'http://rapport.test/sign-in/code?email=carla%40carla.example&code=nwIF3YhFzCEgqTnFYaKbyP2Elq3H2Z4-&next=%2F'],
  ['the address of a calendar', `webcal://rapport.test/calendar/${'aB3_'.repeat(8)}.ics`],
])('a link that has no token and opens all the same waits: %s', async (subject, way) => {
  expect(await post(`> ${way}`, subject)).toBe('held: holds-key')
  expect(await inArchive(subject)).toBe(0)
  expect(await post(way.replace('rapport.test', 'other.test'), `${subject} elsewhere`)).toBe('posted')
})

test('files without it are posted, and an address of ours that a mail came by is none', async () => {
  const sender = `lectio-l-bounces+${sealToken(door.world.site.secret, 'bounce', 1)}@lists.localhost`
  const raw = withFile(
    'Harmless',
    'message/rfc822',
    forwarded('Nothing to see.', [`Return-Path: <${sender}>`, `X-Seen: ${'a'.repeat(31)}`]),
  )
  expect(await door.deliver(signed('carla.example', raw), list, carla)).toBe('posted')
})

test('nobody makes us look for long: not by many words, nor by mails in mails', async () => {
  const look = (raw: Buffer) => holdsKey('secret', allTexts(readMessage(raw)), new Date())
  await expectLinear(200_000, (size) => look(withFile('Words', 'text/plain', `${'a'.repeat(31)} `.repeat(size / 32))))
  await expectLinear(200_000, (size) =>
    look(withFile('Mails', 'message/rfc822', `${'Content-Type: message/rfc822\r\n\r\n'.repeat(size / 32)}`)),
  )
  await expectLinear(20_000, (size) =>
    look(
      inMail(
        'Many',
        mixed,
        Array.from({ length: size / 40 }, () => '--limit\r\nContent-Type: message/rfc822\r\n\r\nA: b'),
      ),
    ),
  )
})
