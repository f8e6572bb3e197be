import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { readOn } from '../../src/search/actions.ts'
import { docx, openDocument, pdf, pdfOf, pptx } from '../made-files.ts'
import { mail } from '../mail.ts'
import { makeWorld, type World } from '../world.ts'

/** Files that nobody can read are asked once, and cost nobody more than the limits say. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const declared = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(500)}"><!ENTITY b "${'&a;'.repeat(500)}"><!ENTITY c "${'&b;'.repeat(500)}">]>`
const bomb = (name: string, content: Uint8Array | string) =>
  Buffer.from(zipSync({ mimetype: Buffer.from('application/vnd.oasis.opendocument.text'), [name]: Buffer.from(content) }))
const blind = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'
const text = '<office:text><text:p>Numbat</text:p></office:text>'

const files: Record<string, [name: string, content: Uint8Array]> = {
  'an archive that unpacks to 200 MB': ['big.odt', bomb('content.xml', Buffer.alloc(200 * 1024 * 1024, ' '))],
  'entities that stand for millions': ['laugh.odt', bomb('content.xml', `<?xml version="1.0"?>${declared}<a><text:p>&c;</text:p></a>`)],
  'slides that are no XML': ['broken.pptx', pptx({ text: 'Numbat </a:t><oops' })],
  'a document cut in two': ['half.docx', docx('Numbat '.repeat(500)).subarray(0, 700)],
  'an archive that is its own entry': [
    'self.odt',
    Buffer.concat([openDocument('odt', text).subarray(0, 90), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
  ],
  'pages that hold each other': [
    'loop.pdf',
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>']),
  ],
  'pages that are a million': [
    'count.pdf',
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>', blind]),
  ],
  'a PDF cut in two': ['half.pdf', pdf('Numbat', 'Numbat').subarray(0, 200)],
  'a PDF with a password': [
    'locked.pdf',
    pdfOf(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', blind],
      `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> `,
    ),
  ],
  'a program that calls itself a PDF': ['program.pdf', Buffer.from([0x7f, 0x45, 0x4c, 0x46, ...Buffer.alloc(500, 1)])],
  'bytes of no kind': ['noise.docx', Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 251))],
}

test.for(Object.entries(files))('%s', async ([what, [name, content]]) => {
  const id = name.replaceAll(/\W/g, '-')
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: what, id: `${id}@maria.example`, attachment: { name, content } })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  const message = await world.db.selectFrom('message').select('id').where('messageId', '=', `${id}@maria.example`).executeTakeFirstOrThrow()
  const attached = await world.db
    .selectFrom('attachment')
    .innerJoin('fileText', 'fileText.sha256', 'attachment.sha256')
    .select(['fileText.state', 'fileText.words', 'fileText.tries'])
    .where('messageId', '=', message.id)
    .execute()
  expect(attached).toEqual([{ state: 'none', words: '', tries: 1 }])
  const answer = await (await world.as(world.maria)).ask('GET', `/api/v1/search?${new URLSearchParams({ q: `"${what}"` })}`)
  expect(((await answer.json()) as { items: unknown[] }).items).toHaveLength(1)
})

test('a content whose reader takes the process with it is tried twice', async () => {
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Cut off',
    id: 'cut@x.example',
    attachment: { name: 'a.pdf', content: pdf('Bilby') },
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  await world.db.updateTable('fileText').set({ tries: 2, state: 'waiting', words: '' }).where('words', '=', 'Bilby').execute()
  await world.write((tx) => readOn(tx))
  await world.settle()
  expect(await world.db.selectFrom('fileText').select('state').where('tries', '=', 3).execute()).toEqual([{ state: 'none' }])
})

test('a text of nothing but different words, and one that never ends, are found by their beginning', async () => {
  const different = Array.from({ length: 120_000 }, (_, n) => `w${n.toString(36)}x`).join(' ')
  for (const [id, content] of [
    ['different', `quoll ${different}`],
    ['signs', `quoll ${Array.from({ length: 400_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join('')}`],
    ['one', `quoll ${'x'.repeat(3_000_000)}`],
  ] as const) {
    const raw = mail({ from: 'Maria <maria@maria.example>', subject: id, id: `${id}@x.example`, attachment: { name: 'long.txt', content } })
    await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
    await world.settle()
  }
  const answer = await (await world.as(world.maria)).ask('GET', '/api/v1/search?q=quoll')
  expect(((await answer.json()) as { items: unknown[] }).items).toHaveLength(3)
})
