import { createHash } from 'node:crypto'
import { encodeMailbox, encodeText } from '../../../lib/mail/encode-header.ts'
import { pdf, png } from './files.ts'
import { rawMail } from './hand.ts'
import { type DemoPerson, people } from './people.ts'
import { type Line, readThreads, type Written } from './script.ts'
import { firstYear } from './threads-first-year.ts'
import { internal } from './threads-internal.ts'
import { secondYear } from './threads-second-year.ts'
import { shortOnes } from './threads-short-ones.ts'
import { thirdYear } from './threads-third-year.ts'

/** A mail of the demo, with the time it came at. */
export interface DemoMail {
  at: Date
  from: string
  raw: Buffer
}

const [hour, day] = [3_600_000, 86_400_000]

/** A number that is always the same for the same text: the demo looks alike on every machine. */
const chance = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE()

/** When a thread began: an anniversary lies at least twelve days back, so that its answers do, too. */
function beginOf({ when, subject }: Written, now: Date): Date {
  if ('daysAgo' in when) return new Date(now.getTime() - when.daysAgo * day)
  const newest = now.getTime() - 12 * day
  const [month = 1, dayOfMonth = 1] = when.day.split('-').map(Number)
  const minutes = 7 * 60 + (chance(subject) % 600)
  const inYear = (year: number) => new Date(Date.UTC(year, month - 1, dayOfMonth, 0, minutes))
  const year = now.getUTCFullYear()
  return inYear((inYear(year).getTime() > newest ? year - 1 : year) - (when.year - 1))
}

interface Sent {
  line: Line
  writer: DemoPerson
  at: Date
  id: string
  references: string[]
}

function writerOf(name: string): DemoPerson {
  const found = people.find((person) => person.name.startsWith(`${name} `))
  if (!found) throw new Error(`The demo has nobody called ${name}`)
  return found
}

/** Threads become mails: who wrote when, with which Message-IDs. */
function sendThread(thread: Written, now: Date): Sent[] {
  const sent: Sent[] = []
  for (const [place, line] of thread.lines.entries()) {
    const writer = writerOf(line.by)
    const parent = line.parent === undefined ? undefined : sent[line.parent]
    const key = `${thread.subject} ${place}`
    const minutes = parent ? chance(`minutes ${key}`) % 50 : 0
    const at = new Date((parent?.at ?? beginOf(thread, now)).getTime() + line.hours * hour + minutes * 60_000)
    const domain = writer.email.slice(writer.email.indexOf('@') + 1)
    const id = `${createHash('sha256').update(key).digest('hex').slice(0, 20)}@mail.${domain}`
    const references = parent ? [...parent.references, parent.id] : line.orphan ? [`never-came.${chance(key)}@mail.${domain}`] : []
    sent.push({ line, writer, at, id, references })
  }
  return sent
}

const attributions: Record<string, (name: string, at: string) => string> = {
  de: (name, at) => `Am ${at} schrieb ${name}:`,
  fr: (name, at) => `Le ${at}, ${name} a écrit :`,
  es: (name, at) => `El ${at}, ${name} escribió:`,
}

/** A mail quoted below the answer, as most mail programs do it. */
function quote(parent: Sent, locale = 'en'): string {
  const at = parent.at.toISOString().slice(0, 16).replace('T', ' ')
  const attribution = attributions[locale]?.(parent.writer.name, at) ?? `On ${at}, ${parent.writer.name} wrote:`
  return `${attribution}\n\n${parent.line.text
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : line ? `> ${line}` : '>'))
    .join('\n')}`
}

/** The words with what people put around them: a signature or a name, a copy of what they answer. */
function bodyOf(sent: Sent, parent: Sent | undefined): string {
  const { line, writer, id } = sent
  const habit = chance(writer.name) % 3
  const inline = line.text.startsWith('>')
  const words = inline && parent ? `${parent.writer.name} wrote:\n${line.text}` : line.text
  const signature = `-- \n${writer.name}\n${writer.institution}`
  const named = habit === 0 ? `${words}\n\n${writer.name.split(' ')[0]}` : words
  const below = parent && !inline && (line.top || chance(`quote ${id}`) % 3 === 0) ? `\n\n${quote(parent, writer.locale)}` : ''
  return habit === 1 || !parent ? `${words}${below}\n\n${signature}\n` : `${named}${below}\n`
}

interface Part {
  type: string
  name: string
  bytes: Buffer
}

function partOf({ kind, rest }: Line['extras'][number]): Part[] {
  const [name = '', ...words] = rest.split(' ')
  if (kind === 'pdf') return [{ type: 'application/pdf', name, bytes: pdf(words.join(' ')) }]
  if (kind === 'csv')
    return [{ type: 'text/csv; charset=utf-8', name, bytes: Buffer.from(`${words.join(' ').replaceAll(';', '\r\n')}\r\n`) }]
  if (kind === 'png') return [{ type: 'image/png', name, bytes: png([96, 84, 71, 66, 40, 31, 28, 30, 22, 19, 12, 9]) }]
  return []
}

const base64 = (bytes: Buffer): string => (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')

/** The content of a mail with its own header: plain text, a page, or text with files. */
function content(sent: Sent, text: string): string[] {
  const html = sent.line.extras.find((extra) => extra.kind === 'html')
  const plain = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(text.replaceAll('\n', '\r\n'))),
  ]
  if (html) {
    const page = `<html><body><p>${sent.line.text}</p>${html.rest}<p>${sent.writer.name}<br>${sent.writer.institution}</p></body></html>`
    return ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64(Buffer.from(page))]
  }
  const parts = sent.line.extras.flatMap(partOf)
  if (parts.length === 0) return plain
  const limit = `part.${sent.id.slice(0, 16)}`
  const files = parts.flatMap(({ type, name, bytes }) => [
    `--${limit}`,
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(bytes),
  ])
  return [`Content-Type: multipart/mixed; boundary="${limit}"`, '', `--${limit}`, ...plain, ...files, `--${limit}--`]
}

function compose(subject: string, list: { title: string; address: string }, sent: Sent, parent: Sent | undefined): Buffer {
  const { writer, at, id, references } = sent
  const shown = parent && !/^re:/i.test(subject) ? `Re: ${subject}` : subject
  const from = encodeMailbox({ name: writer.name, address: writer.email })
  const answers =
    references.length > 0
      ? [`In-Reply-To: <${references.at(-1)}>`, `References: ${references.map((reference) => `<${reference}>`).join('\n ')}`]
      : []
  const head = { from, to: `${list.title} <${list.address}>`, subject: encodeText(shown), at, id }
  return rawMail(head, ...answers, 'MIME-Version: 1.0', ...content(sent, bodyOf(sent, parent)), '')
}

function mailsOf(threads: Written[], list: { title: string; address: string }, now: Date): DemoMail[] {
  const sent = threads.map((thread) => ({ thread, mails: sendThread(thread, now) }))
  for (const { mails } of sent)
    for (const mail of mails)
      for (const { kind, rest } of mail.line.extras)
        if (kind === 'joins') mail.references.unshift(sent.find(({ thread }) => thread.subject === rest)?.mails[0]?.id ?? '')
  return sent
    .flatMap(({ thread, mails }) =>
      mails.map((mail) => {
        const parent = mail.line.parent === undefined ? undefined : mails[mail.line.parent]
        return { at: mail.at, from: mail.writer.email, raw: compose(thread.subject, list, mail, parent) }
      }),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The mails of the public list, oldest first, as they would have come by now. */
export const listMails = (now: Date, mailDomain: string): DemoMail[] =>
  mailsOf([firstYear, secondYear, thirdYear, shortOnes].flatMap(readThreads), { title: 'Lectio-L', address: `lectio-l@${mailDomain}` }, now)

/** The mails of the group's own list. */
export const groupMails = (now: Date, mailDomain: string): DemoMail[] =>
  mailsOf(readThreads(internal), { title: 'Lectio-WG', address: `lectio-wg@${mailDomain}` }, now)

/** A mail of somebody who is not subscribed, and one that claims to be Maren's and is not: both wait for a moderator. */
export function strangeMails(now: Date, mailDomain: string): { from: string; raw: Buffer }[] {
  const [to, at] = [`lectio-l@${mailDomain}`, new Date(now.getTime() - 5 * hour)]
  const mail = (from: string, subject: string, text: string, id: string) =>
    rawMail({ from, to, subject, at, id }, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', text, '')
  return [
    {
      from: 'petra.novak@brezina.example',
      raw: mail(
        'Petra Novak <petra.novak@brezina.example>',
        'Question about reading lists at a small library',
        'Dear colleagues,\n\nwe are a city library that serves a small college. Do you allow observers on this list? We start with Lectio in March and have about a hundred questions, of which I would ask ten.\n\nKind regards\nPetra Novak',
        'a-stranger@mail.brezina.example',
      ),
    },
    {
      from: 'bounce@cheap-hosting.example',
      raw: mail(
        'Maren Oduya <maren.oduya@northfield.example>',
        'Updated shared document',
        'Hello,\n\nplease sign in to see the updated document for the December meeting:\nhttps://lectio-shared-docs.example/login\n\nMaren',
        'not-maren@cheap-hosting.example',
      ),
    },
  ]
}
