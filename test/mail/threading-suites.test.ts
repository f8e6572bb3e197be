import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/lib/mail/date.ts'
import { contentHash, stableMessageId } from '../../src/lib/mail/identity.ts'
import { readMbox } from '../../src/lib/mail/mbox.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { plausibleDate } from '../../src/lib/mail/plausible-date.ts'
import { buildThreads, type ThreadOptions } from '../../src/lib/mail/thread.ts'
import { nodesOf, type ThreadInput, type ThreadNode } from '../../src/lib/mail/thread-tree.ts'
import { sharedData } from '../shared.ts'

const folder = sharedData('threading') ?? ''
const now = new Date()

async function readMessages(file: string): Promise<ThreadInput[]> {
  const messages: ThreadInput[] = []
  for await (const { raw, envelopeLine } of readMbox(file)) {
    const message = readMessage(raw)
    const { date } = plausibleDate(message.date, envelopeLine, [], now)
    messages.push({ ...message, messageId: stableMessageId(message, raw), date, id: messages.length + 1 })
  }
  return messages
}

/** The parent of each message: the nearest one above it that is there. */
function parentsOf(roots: ThreadNode[]): Map<string, string | null> {
  const above = new Map<ThreadNode, string | null>()
  const parents = new Map<string, string | null>()
  for (const node of nodesOf(roots)) {
    const parent = above.get(node) ?? null
    if (node.message && !parents.has(node.message.messageId)) parents.set(node.message.messageId, parent)
    for (const child of node.children) above.set(child, node.message ? node.message.messageId : parent)
  }
  return parents
}

describe.skipIf(!folder)('THREAD=REFERENCES as imaptest expects it', () => {
  /** As IMAP writes threads: sequence numbers, branches in parentheses (RFC 5256 §4). */
  const branch = ({ message, children }: ThreadNode<ThreadInput & { sequence: number }>): string => {
    const below = children.length === 1 ? branch(children[0]!) : children.map((child) => `(${branch(child)})`).join('')
    return [message?.sequence, below].filter(Boolean).join(' ')
  }
  const scripts = folder
    ? readdirSync(join(folder, 'imap-thread')).filter(
        (name) => !name.endsWith('.mbox') && readFileSync(join(folder, 'imap-thread', name), 'utf8').includes('THREAD=REFERENCES'),
      )
    : []

  test.each(scripts)('%s', async (name) => {
    let mailbox = await readMessages(join(folder, 'imap-thread', `${name}.mbox`))
    let answers = 0
    for (const line of readFileSync(join(folder, 'imap-thread', name), 'utf8').split('\n')) {
      const deleted = /^ok store (\d+)/.exec(line)?.[1]
      if (deleted) mailbox = mailbox.filter((_, i) => i !== Number(deleted) - 1)
      const expected = /^\* thread (.*)/i.exec(line)?.[1]
      if (!expected) continue
      const numbered = mailbox.map((message, i) => ({ ...message, sequence: i + 1 }))
      const threads = buildThreads(numbered, { bySubject: 'rfc5256' })
      expect(threads.map((root) => `(${branch(root)})`).join('')).toBe(expected)
      answers++
    }
    expect(answers).toBe(2)
  })
  test('there are two', () => expect(scripts).toEqual(['thread', 'thread7']))
})

describe.skipIf(!folder)("Jamie Zawinski's cases", () => {
  interface Case {
    messages: [subject: string, id: string, references: string[], date?: string][]
    expected: string
  }
  const cases: [string, Case][] = folder
    ? Object.entries(JSON.parse(readFileSync(join(folder, 'jwz-testthreader/cases.json'), 'utf8')))
    : []
  /** Where our trees differ, and why. */
  const differences: Record<string, { tree: string; reason: string }> = {
    loops: {
      tree: 'Loop3\n   Loop1\n      Loop2\nLoop5\n   Loop4\nLoop6\nLoop8\n   Loop10\n      Loop7\n         Loop8\n',
      reason: 'the expected tree drops the messages of two loops; we show every message (the rest of the tree is equal)',
    },
  }
  const outline = ({ message, children }: ThreadNode, indent = ''): string =>
    `${indent}${message?.subject ?? 'dummy'}\n${children.map((child) => outline(child, `${indent}   `)).join('')}`

  test.each(cases)('%s', (name, { messages, expected }) => {
    const inputs = messages.map(
      ([subject, messageId, references, date = ''], id): ThreadInput => ({
        messageId,
        references,
        subject,
        inReplyTo: null,
        date: parseDate(date),
        id,
      }),
    )
    const threads = buildThreads(inputs, { bySubject: 'rfc5256' })
    expect(threads.map((root) => outline(root)).join('')).toBe(differences[name]?.tree ?? expected)
  })
})

describe.skipIf(!folder)('the threads that pipermail published', () => {
  const list = join(folder, 'pipermail-twisted/twisted-web')
  const months = folder ? readdirSync(list).filter((name) => name.endsWith('.txt')) : []

  test.each<ThreadOptions>([{}, { bySubject: 'rfc5256' }])(
    'have the same parents for at least 97 of 100 messages (%o)',
    async (options) => {
      let [same, all] = [0, 0]
      for (const month of months) {
        const messages = await readMessages(join(list, month))
        const parents = parentsOf(buildThreads(messages, options))
        const published: { id: string; parent: string | null }[] = JSON.parse(
          readFileSync(join(list, month.replace('.txt', '.threads.json')), 'utf8'),
        )
        expect([month, messages.length]).toEqual([month, published.length])
        all += published.length
        same += published.filter(({ id, parent }) => parents.get(id) === parent).length
      }
      console.info(`pipermail ${JSON.stringify(options)}: ${same} of ${all} parents equal (${((100 * same) / all).toFixed(2)} %)`)
      expect(all).toBe(1436)
      expect(same / all).toBeGreaterThanOrEqual(0.97)
    },
  )
})

describe.skipIf(!folder)("notmuch's mails", () => {
  async function readFolder(name: string): Promise<ThreadInput[]> {
    const path = join(folder, 'notmuch', name)
    const messages = new Map<string, ThreadInput>()
    for (const file of readdirSync(path)) {
      const raw = readFileSync(join(path, file))
      const message = readMessage(raw)
      const id = contentHash(message).toString('hex')
      const messageId = stableMessageId(message, raw)
      messages.set(messageId + id, { ...message, messageId, id })
    }
    return [...messages.values()]
  }
  const outline = ({ messageId, message, children }: ThreadNode, indent = ''): string =>
    `${indent}${message ? message.messageId : `(${messageId})`}\n${children.map((child) => outline(child, `${indent}  `)).join('')}`.replaceAll(
      /@\S+?(?=\)?$)/gm,
      '',
    )
  const draw = (messages: ThreadInput[], options?: ThreadOptions) =>
    `\n${buildThreads(messages, options)
      .map((root) => outline(root))
      .join('')}`

  test('two that answer each other: the earlier one is the root', async () => {
    expect(draw(await readFolder('broken/loop'))).toBe('\nmid-loop-12\n  mid-loop-21\n')
  })
  test('a message that only some remember is a ghost below the one that they remember before it', async () => {
    expect(draw(await readFolder('threading/ghost-root'))).toBe(`
000-real-root
  001-child
    (nonexistent-message)
      001-fake-message-root
    001-grand-child
      001-great-grand-child
    001-grand-child2
87bmc6lp3h.fsf
  rt-4.2.8-22046-1529425595-591.33575-211-0
(RT-Ticket-33575)
  rt-4.2.8-6644-1530017064-1465.33575-215-0
`)
  })
  test('of the kernel list, copies are once and everyone stands below the mail that they answered', async () => {
    const messages = await readFolder('lkml/cur')
    expect(messages).toHaveLength(176)
    const roots = buildThreads(messages)
    const parents = parentsOf(roots)
    const there = new Set(parents.keys())
    const wrong = messages.filter(({ inReplyTo, messageId }) => inReplyTo && there.has(inReplyTo) && parents.get(messageId) !== inReplyTo)
    expect(wrong.map((message) => message.messageId)).toEqual([])
    // Twelve patches that answer "<yes>" stand by themselves; they are of two lists.
    expect(roots).toHaveLength(19)
  })
})
