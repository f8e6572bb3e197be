import type { StatusGroup } from './dsn.ts'
import { tidy } from './text.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const at = (value: unknown, key: string): unknown => (isJson(value) ? value[key] : undefined)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Which member holds the recipients of each kind of notification, and what it means for them. */
const kinds: Record<string, { member: string; recipients: string; outcome: StatusGroup['outcome']; complaint?: true }> = {
  Bounce: { member: 'bounce', recipients: 'bouncedRecipients', outcome: 'failed' },
  DeliveryDelay: { member: 'deliveryDelay', recipients: 'delayedRecipients', outcome: 'delayed' },
  Complaint: { member: 'complaint', recipients: 'complainedRecipients', outcome: 'delivered', complaint: true },
  Delivery: { member: 'delivery', recipients: 'recipients', outcome: 'delivered' },
}

/**
 * A notification of Amazon SES as its notification service mails it: one line of JSON. Undefined for any other text.
 * Source: SES developer guide, "notification contents".
 */
export function readSesNotification(body: string): { groups: StatusGroup[]; complaint: boolean } | undefined {
  const line = body.trimStart().split('\n', 1)[0] ?? ''
  if (!line.startsWith('{') || !line.includes('Type"')) return undefined
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return undefined
  }
  const kind = kinds[text(at(json, 'notificationType')) || text(at(json, 'eventType'))]
  if (!kind) return undefined
  const facts = at(json, kind.member)
  const groups = list(at(facts, kind.recipients)).map((recipient): StatusGroup => {
    const diagnostic = text(at(recipient, 'diagnosticCode')) || text(at(facts, 'smtpResponse')) || text(at(facts, 'complaintFeedbackType'))
    return {
      address: text(recipient) || text(at(recipient, 'emailAddress')) || null,
      outcome: kind.outcome,
      status: text(at(recipient, 'status')) || null,
      diagnostic: tidy(diagnostic.replace(/^\s*[\w-]+\s*;/, '')),
    }
  })
  return groups.length ? { groups, complaint: kind.complaint ?? false } : undefined
}
