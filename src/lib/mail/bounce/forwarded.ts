import { isFromMailSystem } from '../automatic.ts'
import { domainOf } from '../domain.ts'
import type { ParsedMessage } from '../message.ts'
import { readMessage } from '../parse.ts'
import { isPassedOn } from './person.ts'
import type { Report } from './report.ts'
import { toLines } from './text.ts'

// A report that somebody passes on to us, below a note of their own or beside it.

/** The fields of an outline that mail programs write in the language of their user, as a message has them. */
const names: [field: string, called: RegExp][] = [
  [
    'From',
    /^(?:from|von|de|da|van|från|fra|od|от|від|lähettäjä|feladó|kimden|absender|expéditeur|remitente|mittente|remetente|afzender|avsändare|nadawca|odesílatel|отправитель|από|差出人|发件人|寄件者|보낸 ?사람)$/iu,
  ],
  [
    'Subject',
    /^(?:subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|předmět|тема|aihe|tárgy|konu|θέμα|件名|主题|主旨|제목)$/iu,
  ],
  ['To', /^(?:to|an|à|pour|para|a|aan|till|til|do|komu|кому|vastaanottaja|címzett|kime|προς|宛先|收件人|받는 ?사람)$/iu],
]
const outlined = /^[\s>]{0,4}\*{0,2}(\p{L}[\p{L} -]{0,20}?)\s?[:：]\*{0,2}\s{0,9}(.{0,500})$/u
const quote = /^> ?/

const fieldIn = (line: string): string | undefined => {
  const [, name = '', value = ''] = outlined.exec(line) ?? []
  const field = names.find(([, called]) => called.test(name))?.[0]
  return field && `${field}: ${value}`
}

/** Its outline as fields, where author and subject stand in one block, and then what it says. */
function readInline(lines: string[]): ParsedMessage | undefined {
  const plain = lines.map((line) => line.replace(quote, ''))
  let fields: string[] = []
  for (const [at, line] of plain.entries()) {
    const field = fieldIn(line)
    if (field) fields.push(field)
    else if (!line.trim()) {
      if (['From:', 'Subject:'].every((name) => fields.some((one) => one.startsWith(name)))) return asMessage(fields, plain.slice(at))
      fields = []
    }
  }
  return undefined
}

const shape = ['Return-Path: <>', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '']
const asMessage = (fields: string[], text: string[]) => readMessage(Buffer.from([...fields, ...shape, ...text].join('\n')))

const areOneHouse = (one: string, other: string) => one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)

/** The report that a mail passes on: the message of a mail system, attached or quoted below a heading. */
export function findForwarded(message: ParsedMessage): ParsedMessage | undefined {
  if (!isPassedOn(message.subject) || !message.from?.address || isFromMailSystem(message)) return undefined
  const attached = message.attachments.find(({ type }) => type === 'message/rfc822')
  const inner = attached ? readMessage(attached.content) : readInline(toLines(message.text))
  return inner && isFromMailSystem(inner) ? inner : undefined
}

/** What such a report says of the house of whoever passes it on; they may know of others, but do not speak for them. */
export function ofHouse({ from }: ParsedMessage, report: Report | undefined): Report | undefined {
  const home = domainOf(from?.address ?? '')
  const recipients = report?.recipients.filter(({ address }) => areOneHouse(domainOf(address), home)) ?? []
  return report && recipients.length ? { ...report, recipients } : undefined
}
