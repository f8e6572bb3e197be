import type { Attachment, ParsedMessage } from '../message.ts'
import type { Report, ReportedRecipient } from './report.ts'
import { decode, findAddresses, toLines } from './text.ts'

const fieldsOf = (text: string) =>
  toLines(text).flatMap((line) => {
    const field = /^([A-Za-z][A-Za-z0-9-]{0,60})\s*:\s*(.*)$/s.exec(line)
    return field ? [{ name: (field[1] ?? '').toLowerCase(), value: field[2] ?? '' }] : []
  })

/** The first addresses that one of the fields holds, the fields asked in this order. */
function firstAddresses(text: string, names: string[]): string[] {
  const fields = fieldsOf(text)
  for (const name of names) {
    const found = fields.filter((field) => field.name === name).flatMap(({ value }) => findAddresses(value).map(({ address }) => address))
    if (found.length) return found
  }
  return []
}

const isReturned = ({ type }: Attachment) => type.startsWith('message/rfc822') || type.startsWith('text/rfc822-header')

/**
 * A feedback report (RFC 5965), or the older form that Hotmail sends without one; undefined for anything else. A
 * complaint by a person has the class `content`; a report about failed authentication (RFC 6591) has `policy`, and
 * nobody complained.
 */
export function readComplaint(message: ParsedMessage): Report | undefined {
  const returned = message.attachments.find(isReturned)
  const original = returned ? decode(returned.content) : ''
  const part = message.attachments.find(({ type }) => type === 'message/feedback-report')
  const hotmail = !part && /^\s*complaint about message from/i.test(message.subject) && /^X-HmXmrOriginalRecipient:/im.test(original)
  if (!part && !hotmail) return undefined

  const report = part ? decode(part.content) : ''
  const type =
    fieldsOf(report)
      .find(({ name }) => name === 'feedback-type')
      ?.value.trim()
      .toLowerCase() ?? 'abuse'
  // Whoever says that it was none complains of nothing (RFC 6430).
  if (type === 'not-spam') return { kind: 'none', recipients: [] }
  const reported = firstAddresses(report, ['original-rcpt-to', 'removal-recipient'])
  const addresses = reported.length
    ? reported
    : firstAddresses(original, ['x-hmxmroriginalrecipient', 'x-original-to', 'delivered-to', 'to'])
  const recipients = addresses.map(
    (address): ReportedRecipient => ({
      address,
      permanent: false,
      class: type === 'auth-failure' ? 'policy' : 'content',
      status: null,
      diagnostic: type,
    }),
  )
  return { kind: 'complaint', recipients }
}
