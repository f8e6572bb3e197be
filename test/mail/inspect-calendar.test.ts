import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, '../../src/edges/cli/main.ts')
let folder = ''
const inspect = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [main, 'inspect', 'calendar', ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:one@x.example', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  )
const answer = event(
  ...['SEQUENCE:3', 'DTSTART:20261023T090000Z', 'DTEND:20261023T100000Z', 'ORGANIZER:mailto:group@lists.example'],
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:maria@uni.example',
)
const read = {
  method: 'REPLY',
  events: [
    {
      ...{ uid: 'one@x.example', sequence: 3, status: null, start: '2026-10-23T09:00:00Z', end: '2026-10-23T10:00:00Z' },
      recurrence: null,
      rule: null,
      organizer: 'group@lists.example',
      attendees: [{ address: 'maria@uni.example', partstat: 'ACCEPTED' }],
    },
  ],
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calendars-'))
  const head = 'From: <maria@uni.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n'
  await writeFile(join(folder, 'good.ics'), answer)
  await writeFile(join(folder, 'mail.eml'), head + answer)
  await writeFile(join(folder, 'bad.ics'), event('DTSTART:20261350T990000Z'))
  await writeFile(join(folder, 'open.ics'), answer.replace('END:VEVENT\r\n', ''))
})
afterAll(() => rm(folder, { recursive: true }))

test('a calendar is read, by itself and in a mail', async () => {
  for (const file of ['good.ics', 'mail.eml']) {
    const { code, out } = await inspect(join(folder, file))
    expect([file, code, JSON.parse(out)]).toEqual([file, 0, read])
  }
})

test('a bad one is refused in one line that names the file and the line in it', async () => {
  for (const [file, why] of [
    ['bad.ics', 'line 6: DTSTART is no date or time: "20261350T990000Z"'],
    ['open.ics', 'line 11: "END:VCALENDAR" ends what did not begin; VEVENT of line 4 is open'],
  ] as const) {
    const path = join(folder, file)
    const { code, out, err } = await inspect(path)
    expect([code, out, err]).toEqual([2, '', `rapport: ${path}: ${why}\n`])
  }
})

test('of several, each has its line, and a bad one does not stop the others', async () => {
  const paths = ['bad.ics', 'good.ics'].map((file) => join(folder, file))
  const { code, out } = await inspect(...paths)
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
  expect(code).toBe(1)
  expect(lines).toEqual([
    { file: paths[0], error: expect.stringContaining('line 6') },
    { file: paths[1], ...read },
  ])
})
