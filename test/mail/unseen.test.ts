import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/lib/mail/bounce/report.ts'
import { readBounce } from '../../src/lib/mail/bounce.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { trimReply } from '../../src/lib/mail/reply.ts'

// Mails as providers, servers and mailers in many languages write them, written down before the code was asked. A third, chosen by the
// name alone, is kept back: only its score is told, so that nobody fits a rule to one of its cases.

interface Case {
  name: string
  /** What is wrong with the answer; '' where nothing is. */
  wrong: () => string
}

const read = (file: string) => readFileSync(join(import.meta.dirname, 'unseen', file), 'utf8')

/** `=== name`, and the lines below it. */
const blocks = (file: string) =>
  read(file)
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [name = '', ...lines] = block.trimEnd().split('\n')
      return { name, lines }
    })

const isKeptBack = ({ name }: Case) => createHash('sha256').update(name).digest().readUInt8(0) % 3 === 0

function score(title: string, cases: Case[], least: number) {
  test(`${title}: of the cases that can be read`, () => {
    const wrong = cases.filter((one) => !isKeptBack(one)).flatMap((one) => (one.wrong() ? [`${one.name}: ${one.wrong()}`] : []))
    const all = cases.filter((one) => !isKeptBack(one)).length
    console.log(`${title}: ${all - wrong.length} of ${all}`)
    expect((100 * (all - wrong.length)) / all, wrong.join('\n')).toBeGreaterThanOrEqual(least)
  })
  test(`${title}: of those kept back`, () => {
    const kept = cases.filter(isKeptBack)
    const right = kept.filter((one) => !one.wrong()).length
    console.log(`${title}, kept back: ${right} of ${kept.length} (${((100 * right) / kept.length).toFixed(1)} %)`)
    expect((100 * right) / kept.length).toBeGreaterThanOrEqual(least)
  })
}

function readMail(lines: string[]): Report {
  const raw = Buffer.from(lines.join('\r\n'))
  return readBounce(readMessage(raw), raw)
}

/** A report of delivery with one refused recipient, as Postfix writes it. */
function reportOf(status: string, after: string, answer: string): string[] {
  const command = /^(?:connect|STARTTLS)$/.test(after) ? '' : ` (in reply to ${after} command)`
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.lists.example (Mail Delivery System)',
    'To: leganto-l-bounces@lists.example',
    `Subject: ${status.startsWith('4') ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender'}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'This is the mail system at host mx.lists.example.',
    '',
    `<anna@uni.example>: ${command ? `host mx.uni.example[192.0.2.4] said: ${answer}${command}` : answer}`,
    '--x',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.lists.example',
    '',
    'Final-Recipient: rfc822; anna@uni.example',
    `Action: ${status.startsWith('4') ? 'delayed' : 'failed'}`,
    `Status: ${status}`,
    command ? 'Remote-MTA: dns; mx.uni.example' : 'X-Nothing: here',
    `Diagnostic-Code: ${command ? 'smtp' : 'x-postfix'}; ${answer}${command}`,
    '--x--',
    '',
  ]
}

/** `anna@uni.example address,policy`, and `delay` or `complaint` where it is no bounce. */
function wrongRecipients({ kind, recipients }: Report, wanted: string): string {
  if (wanted === 'none') return kind === 'none' ? '' : kind
  const rows = wanted.split('; ').map((row) => row.split(' '))
  const wantedKind = rows[0]?.[2] ?? 'bounce'
  const fits = rows.every(([address, classes = ''], i) => {
    const one = recipients[i]
    return one !== undefined && one.address === address && classes.split(',').includes(one.class)
  })
  const got = `${kind}: ${recipients.map((one) => `${one.address} ${one.class}`).join('; ')}`
  return fits && kind === wantedKind && rows.length === recipients.length ? '' : `${got} instead of ${wanted}`
}

const replies = read('replies.txt')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line): Case => {
    const [status = '', after = '', answer = '', classes = ''] = line.split(' | ')
    const wanted = `anna@uni.example ${classes}${status.startsWith('4') ? ' delay' : ''}`
    return { name: line, wrong: () => wrongRecipients(readMail(reportOf(status, after, answer)), wanted) }
  })

const notices = blocks('notices.txt').map(({ name, lines }): Case => {
  const [, wanted = ''] = name.split(' | ')
  const [from = '', subject = '', ...rest] = lines
  const returnPath = rest[0]?.startsWith('Return-Path:') ? rest.shift() : 'Return-Path: <>'
  const head = [from, subject, returnPath ?? '', 'To: leganto-l-bounces@lists.example', 'Content-Type: text/plain; charset=utf-8']
  return {
    name,
    wrong: () => wrongRecipients(readMail([...head, 'Content-Transfer-Encoding: 8bit', ...rest]), wanted),
  }
})

const quotes = ['quotes-attributed.txt', 'quotes-shaped.txt'].flatMap(blocks).map(({ name, lines }): Case => {
  const part = (sign: string) =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(2))
      .join('\n')
      .trim()
  const wrong = () => {
    const { visible, signature } = trimReply(lines.map((line) => line.slice(2)).join('\n'))
    if (visible.trim() !== part('v')) return `shows ${JSON.stringify(visible)}`
    return signature.replace(/\s/g, '') === part('s').replace(/\s/g, '') ? '' : `signed ${JSON.stringify(signature)}`
  }
  return { name, wrong }
})

describe('mails that nobody fitted a rule to', () => {
  score('answers of servers', replies, 97)
  score('notices', notices, 97)
  score('quotes', quotes, 92)
})
