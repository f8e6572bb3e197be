import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, '../../src/edges/cli/main.ts')
let folder = ''
let mailbox = ''

const mail = (id: string, head = '') => `From maria@uni.example Tue May  4 10:00:00 2004\nMessage-ID: <${id}>\n${head}\ntext\n\n`
const inspect = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [main, 'inspect', 'threads', ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threads-'))
  mailbox = join(folder, 'a.mbox')
  const answers = ['b', 'c'].map((id) => mail(id, 'References: <lost> <gone>\n')).join('')
  await writeFile(mailbox, `${mail('a', 'Subject: x\n')}${mail('a', 'Subject: x\n')}${answers}${mail('d', 'Subject: Re: x\n')}`)
})
afterAll(() => rm(folder, { recursive: true }))

test('someone who inspects a mailbox sees its threads, copies once, ghosts where they are needed', async () => {
  const { code, out } = await inspect(mailbox)
  const answers = ['b', 'c'].map((messageId) => ({ messageId, children: [] }))
  expect([code, JSON.parse(out)]).toEqual([
    0,
    [
      { messageId: 'a', children: [{ messageId: 'd', children: [] }] },
      { messageId: 'gone', missing: true, children: answers },
    ],
  ])
})

test('as the archive has them, with every ghost and no joining by subject', async () => {
  const { out } = await inspect(mailbox, '--subject', 'never', '--ghosts', 'all')
  const threads = JSON.parse(out)
  expect(threads.map((thread: { messageId: string }) => thread.messageId)).toEqual(['a', 'lost', 'd'])
  expect(threads[1]).toMatchObject({ missing: true, children: [{ messageId: 'gone', missing: true }] })
})

test('of several mailboxes, a line for each, whatever one of them is', async () => {
  const { code, out } = await inspect(mailbox, '/nowhere', main)
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect([code, lines.length]).toEqual([1, 3])
  expect(lines[0]).toMatchObject({ file: mailbox, threads: [{ messageId: 'a' }, { messageId: 'gone' }] })
  expect(lines.slice(1)).toEqual([
    { file: '/nowhere', error: expect.stringContaining('ENOENT') },
    { file: main, error: 'There is no message in it.' },
  ])
})

test('a wrong option or file is told in one line', async () => {
  expect(await inspect(mailbox, '--subject', 'maybe')).toEqual({
    code: 2,
    out: '',
    err: `rapport: ${mailbox}: --subject is one of never, rfc5256, not "maybe"\n`,
  })
  expect(await inspect(main)).toMatchObject({ code: 2, err: `rapport: ${main}: There is no message in it.\n` })
})
