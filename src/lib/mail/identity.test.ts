import { expect, test } from 'vitest'
import { contentHash, stableMessageId } from './identity.ts'
import { readMessage } from './parse.ts'

const mail = (text: string) => readMessage(Buffer.from(text))
const post = 'From: Maria <maria@uni.example>\nDate: Fri, 2 Jan 2026 10:00:00 +0000\nSubject: Minutes\n\nDear all,\n\nFrom May on.\n'

test('copies of one mail that came by different ways are the same mail', () => {
  const copies = [
    post,
    post.replaceAll('\n', '\r\n'),
    `Received: from a by b; Fri, 2 Jan 2026 10:00:01 +0000\n${post}`,
    post.replace('\nFrom May', '\n>From May'),
    post.replace('Maria <maria@uni.example>', 'Maria <Maria@Uni.Example>'),
    post.replace('10:00:00 +0000', '11:00:00 +0100'),
    post.replace('Dear all,', 'Dear all,  '),
  ]
  const hashes = copies.map((copy) => contentHash(mail(copy)).toString('hex'))
  expect(new Set(hashes).size).toBe(1)
})

test('a mail that says something else is another mail', () => {
  const others = [
    post.replace('maria@', 'mario@'),
    post.replace('10:00', '10:01'),
    post.replace('Minutes', 'Minute'),
    post.replace('May', 'June'),
    post.replace('\n\nDear', '\n\n\nDear').replace('all,\n\n', 'all,\n'),
  ]
  const hashes = [post, ...others].map((other) => contentHash(mail(other)).toString('hex'))
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('a mail keeps its own Message-ID, and gets a lasting one where it has none', () => {
  const id = (text: string) => stableMessageId(mail(text), Buffer.from(text))
  expect(id(`Message-ID: <a@b>\n${post}`)).toBe('a@b')
  expect(id(post)).toMatch(/^[0-9a-f]{40}@no-message-id\.invalid$/)
  expect(id(`Message-ID: \n${post}`)).toBe(id(post))
  expect(id(`Received: from a by b; Fri, 2 Jan 2026 10:00:01 +0000\n${post}`)).toBe(id(post))
  expect(id(post.replace('Minutes', 'Other'))).not.toBe(id(post))
  expect(id('X: 1\n\n')).not.toBe(id('X: 2\n\n'))
})
