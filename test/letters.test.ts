import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersCame } from '../src/advocacy/mails.ts'
import { openedLetter } from '../src/ballots/mails.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { keptOf } from '../src/lib/ui/kept.ts'
import type { Letter } from '../src/outbox/rules.ts'
import { threadOf } from '../src/outbox/thread-rules.ts'
import { writeLetter } from '../src/outbox/write.ts'
import { listLetterKinds } from './letter-kinds.ts'

const site = { baseUrl: 'https://lists.example.org', mailDomain: 'lists.example.org', secret: 'a secret for tests, long enough' }
const at = new Date('2026-10-16T09:00:00Z')

const fields =
  /^(?:from|to|reply-to|subject|date|message-id|mime-version|auto-submitted|list-unsubscribe|list-unsubscribe-post|content-type|content-transfer-encoding|content-disposition)$/

/** A mail as SMTP carries it: whole lines of a length that is allowed, each field once, none that nobody wrote. */
function expectSound(mail: Buffer, letter: Letter): void {
  const text = mail.toString('latin1')
  expect(text).not.toMatch(/\r(?!\n)|(?<!\r)\n|\0/)
  expect(Math.max(...text.split('\r\n').map((one) => one.length))).toBeLessThanOrEqual(998)
  const head = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n')
  const names = head.flatMap((one) => (/^[ \t]/.test(one) ? [] : [(/^([!-9;-~]+): ?/.exec(one)?.[1] ?? one).toLowerCase()]))
  const threaded = letter.follows?.length || letter.thread || threadOf(letter.text, site.baseUrl) ? ['in-reply-to', 'references'] : []
  expect(names.filter((name) => !fields.test(name) && !threaded.includes(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
  const read = readMessage(mail)
  expect(read.to.map(({ address }) => address)).toEqual([letter.to.email])
  expect(read.from?.address).toBe(letter.from?.email ?? 'no-reply@lists.example.org')
  expect(read.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  expect(letter.calendar?.content ?? '').not.toMatch(/^(?:X-INJECTED|BCC)/im)
}

const kinds = listLetterKinds()

test('the kinds of letters are found', () => {
  expect(kinds.length).toBeGreaterThan(80)
})

test('what stays open is told in the words of the reader, not by the name of the message that was kept', () => {
  const to = { id: 1, name: 'Carla', email: 'carla@carla.example', locale: 'de' }
  const about = { title: 'Spring', group: 'Lectio Working Group', link: site.baseUrl, telling: site.baseUrl }
  const { text } = answersCame(to, about, [], [{ requestId: 7, title: 'Missing', note: keptOf('advocacy', 'notes')('noRow') }])
  expect(text).toContain('#7 Missing\n  ')
  expect(text).not.toMatch(/\{"say"|noRow/)
})

test.each([
  ['', 'until then.\n\nhttps://x.example/1\n\nTo vote'],
  ['Shall we meet monthly?', 'https://x.example/1\n\nShall we meet monthly?\n\nTo vote'],
])('a motion says its question where it has one: %j', (question, said) => {
  const to = { personId: 1, name: 'Carla', email: 'carla@carla.example', locale: 'en', zone: null }
  const about = { title: 'Motion', groupId: 1, group: 'Lectio Working Group', zone: 'UTC', link: 'https://x.example/1' }
  const facts = {
    voter: undefined,
    closesAt: at,
    form: 'yes_no' as const,
    budget: null,
    lines: '[   ] yes',
    replyTo: 'a@b.example',
    motion: { question },
  }
  expect(openedLetter(to, about, facts).text).toContain(said)
})

describe('whatever people and things are called, a letter is a sound mail with nothing injected', () => {
  test.each(kinds.map((kind) => [`${kind.file} ${kind.name}`, kind] as const))('%s', async (_, { file, name, facts }) => {
    const module = await import(/* @vite-ignore */ resolve(file))
    await fc.assert(
      fc.asyncProperty(facts, async (told) => {
        const letter = module[name](...told) as Letter
        expectSound(await writeLetter(site, at, letter, 'Lectio Working Group'), letter)
        // What asks to be answered says where to: nobody reads what is sent to no-reply.
        if (/\b(?:answer|reply to) this email\b/i.test(letter.text)) expect(letter.replyTo ?? letter.from ?? letter.asks).toBeDefined()
      }),
      { numRuns: 25 },
    )
  })
})
