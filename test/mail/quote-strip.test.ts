import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseMessage } from '../../src/lib/mail/parse.ts'
import { type Reply, trimReply } from '../../src/lib/mail/reply.ts'
import { sharedData } from '../shared.ts'

// Replies of three suites, with what must remain of them.

const data = sharedData('quote-strip')

interface Case {
  name: string
  reply: () => Reply | Promise<Reply>
  /** What is wrong with the reply; undefined where it is as expected. */
  wrong: (reply: Reply) => string | undefined
}

/** What the suites expect and this project does not do, with its reason. */
const differences: Record<string, string> = {}

const read = (...path: string[]) => readFileSync(join(data!, ...path), 'utf8')
const differs = (got: string, want: string) => (got === want ? undefined : `${JSON.stringify(got)} is not ${JSON.stringify(want)}`)
const bare = (text: string) => text.replace(/\s+/g, '')

/** email_reply_trimmer: the text that stays. */
function trimmerCases(): Case[] {
  return readdirSync(join(data!, 'email_reply_trimmer/emails')).map((file) => ({
    name: `email_reply_trimmer/${file}`,
    reply: () => trimReply(read('email_reply_trimmer/emails', file)),
    wrong: ({ visible }) => differs(visible.trim(), read('email_reply_trimmer/trimmed', file).trim()),
  }))
}

interface Facts {
  reply?: string
  reply_contains?: string[]
  reply_lacks?: string[]
  fragments?: number
  fragment_text?: Record<string, string>
  fragment_starts?: Record<string, string>
  fragment_contains?: Record<string, string[]>
  hidden?: boolean[]
  quoted?: boolean[]
  signature?: boolean[]
}

/** email_reply_parser: facts of its tests. What it hides must not be visible; its quotes and signatures are found as such. */
function parserCases(): Case[] {
  const expected = JSON.parse(read('email_reply_parser/expected.json')) as Record<string, Facts>
  return Object.entries(expected).map(([file, facts]) => ({
    name: `email_reply_parser/${file}`,
    reply: () => trimReply(read('email_reply_parser', file)),
    wrong: (reply) => wrongFacts(reply, facts),
  }))
}

function wrongFacts(reply: Reply, facts: Facts): string | undefined {
  const wrong: string[] = []
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
  const contains = (part: keyof Reply, text: string, is = true) => {
    if (flat(reply[part]).includes(flat(text)) !== is) wrong.push(`${part} ${is ? 'lacks' : 'has'} ${JSON.stringify(text)}`)
  }
  if (facts.reply !== undefined && reply.visible.trim() !== facts.reply) wrong.push(`visible is ${JSON.stringify(reply.visible)}`)
  for (const text of facts.reply_contains ?? []) contains('visible', text)
  for (const text of facts.reply_lacks ?? []) contains('visible', text, false)
  if (facts.fragments === 1 && (reply.quoted || reply.signature)) wrong.push('one piece was divided')
  const pieces = [
    ...Object.entries(facts.fragment_text ?? {}),
    ...Object.entries(facts.fragment_starts ?? {}),
    ...Object.entries(facts.fragment_contains ?? {}).flatMap(([i, texts]) => texts.map((text) => [i, text] as const)),
  ]
  for (const [index, text] of pieces) {
    const i = Number(index)
    const hidden = facts.hidden ? facts.hidden[i] === true : i > 0
    contains('visible', text, !hidden)
    if (facts.signature?.[i]) contains('signature', text)
    else if (hidden) contains('quoted', text)
  }
  return wrong.length > 0 ? wrong.join('; ') : undefined
}

/** talon: replies with the reply alone; a signature belongs to the reply there. White space is ignored. */
function talonCases(): Case[] {
  const html = Object.entries(JSON.parse(read('talon/html_replies.expected.json')) as Record<string, string>).map(
    ([file, want]): Case => ({
      name: `talon/html_replies/${file}`,
      reply: () => trimReply('', read('talon/html_replies', file)),
      wrong: ({ visible, signature }) => differs(bare(visible + signature), bare(want)),
    }),
  )
  const standard = readdirSync(join(data!, 'talon/standard_replies'))
    .filter((file) => file.endsWith('.eml'))
    .map((file): Case => {
      const text = `talon/standard_replies/${file.replace('.eml', '_reply_text')}`
      // Where no text is given, the suite takes "Hello".
      const want = existsSync(join(data!, text)) ? read(text) : 'Hello'
      return {
        name: `talon/standard_replies/${file}`,
        reply: async () => {
          const message = await parseMessage(readFileSync(join(data!, 'talon/standard_replies', file)))
          return trimReply(message.text, message.html)
        },
        wrong: ({ visible, signature }) => differs(bare(visible + signature), bare(want)),
      }
    })
  const signatures = ['camel_case', 'jeff', 'sparse'].map(
    (name): Case => ({
      name: `talon/signature/${name}`,
      reply: () => trimReply(read(`talon/signature/emails/stripped/${name}_body`)),
      wrong: ({ signature }) => differs(signature.trim(), read(`talon/signature/emails/stripped/${name}_signature`).trim()),
    }),
  )
  return [...html, ...standard, ...signatures]
}

describe.skipIf(!data)('replies of the quote-strip suites', () => {
  test('are trimmed as expected, but for the differences named here', async () => {
    const cases = [...trimmerCases(), ...parserCases(), ...talonCases()]
    const wrong: string[] = []
    for (const { name, reply, wrong: problem } of cases) {
      const found = problem(await reply())
      if (found) wrong.push(`${name}: ${found}`)
    }
    const share = ((cases.length - wrong.length) / cases.length) * 100
    console.log(`quote-strip: ${cases.length - wrong.length} of ${cases.length} exact (${share.toFixed(1)} %)`)
    expect(
      wrong.map((line) => line.split(': ')[0]),
      wrong.join('\n'),
    ).toEqual(Object.keys(differences))
    expect(share).toBeGreaterThanOrEqual(90)
  })
})
