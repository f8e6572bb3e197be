import type { StatusGroup } from './dsn.ts'
import { tidy } from './text.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '')
/** `bounceSubType`, `bounce_sub_type` and `bounce-sub-type` are one name. */
const plain = (name: string) => name.toLowerCase().replace(/[_-]/g, '')

/** No notification holds more, or lies deeper. */
const mostObjects = 2_000
const deepest = 12
const longestJson = 256 * 1024

/** What an event is called, and what it means for its recipient. The first that fits. */
const kinds: [RegExp, StatusGroup['outcome'], complaint?: true][] = [
  [/^(?:complaint|complained|spam|(?:email\.)?complain\w*|spam_?report(?:ed)?|spam_?complaint|abuse)$/i, 'delivered', true],
  [/^(?:deferred|deferral|delay(?:ed)?|delivery_?delay(?:ed)?|soft_?bounced?|transient|temporary|email\.delivery_delayed)$/i, 'delayed'],
  [
    /^(?:\w{1,20}\.)?(?:(?:hard_?|message_?)?bounced?|failed|failure|error|dropped|blocked|reject(?:ed)?|undeliverable|invalid(?:_email)?|suppressed|out_of_band|policy_rejection|generation_failure)$/i,
    'failed',
  ],
  [/^(?:email\.)?(?:delivery|delivered|sent|send|success(?:ful)?)$/i, 'delivered'],
]

/** Members by which providers name things, in plain form. */
const kindNames = ['notificationtype', 'eventtype', 'recordtype', 'event', 'type', 'status', 'kind']
const severityNames = ['severity', 'bouncetype', 'hardbounce']
const addressNames = ['emailaddress', 'recipientemail', 'rcptto', 'recipient', 'recipientaddress', 'email', 'address', 'to', 'rcpt']
const statusNames = ['enhancedcode', 'statuscode', 'status', 'dsn']
const wordNames = [
  ...['diagnosticcode', 'diag', 'smtpresponse', 'rawreason', 'statusmessage', 'details', 'response', 'serverresponse', 'error', 'message'],
  ...['reason', 'bouncedescription', 'description', 'category', 'errorrelatedto', 'complaintfeedbacktype', 'bouncesubtype', 'code'],
]
/** Who sent the mail, or what it was: nothing of the recipient. */
const others = new Set([
  ...['mail', 'headers', 'commonheaders', 'envelope', 'tags'],
  ...['signature', 'from', 'source', 'uniqueargs', 'metadata', 'flags'],
])

interface Event {
  /** As the provider calls it, in words. */
  name: string
  outcome: StatusGroup['outcome']
  complaint: boolean
}

/** Members of one object by plain name, those that are asked for first. */
function pick(members: Map<string, unknown>, names: string[], fits: (said: string) => boolean): string {
  for (const name of names) {
    const said = text(members.get(name)).trim()
    if (said && fits(said)) return said
  }
  return ''
}

/** Gathers recipients while it walks through what a provider tells. */
class Reader {
  readonly groups: StatusGroup[] = []
  complaint = false
  private seen = 0

  walk(value: unknown, event: Event | undefined, words: Map<string, unknown>, depth: number): void {
    if (depth > deepest || this.seen++ > mostObjects) return
    if (typeof value === 'string') {
      const inner = parse(value)
      if (inner !== undefined) this.walk(inner, event, words, depth + 1)
    } else if (Array.isArray(value)) for (const one of value) this.walk(isAddress(one) ? { address: one } : one, event, words, depth + 1)
    else if (isJson(value)) this.object(value, event, words, depth)
  }

  private object(value: Json, event: Event | undefined, above: Map<string, unknown>, depth: number) {
    const own = new Map(Object.entries(value).map(([name, member]) => [plain(name), member]))
    const about = eventOf(own) ?? event
    const known = this.groups.length
    // What a recipient’s own object does not say, the one around it may, or one below it.
    const words = new Map([...above, ...below(own), ...[...own].filter(([, member]) => !isJson(member))])
    for (const [name, member] of own)
      if (!others.has(name) && typeof member === 'object') this.walk(member, about, words, depth + 1)
      else if (typeof member === 'string' && /^\s*[[{]/.test(member)) this.walk(member, about, words, depth + 1)
    const address = pick(own, addressNames, isAddress)
    if (address && about && this.groups.length === known) this.take(address, about, words)
  }

  private take(address: string, { name, outcome, complaint }: Event, words: Map<string, unknown>) {
    this.complaint ||= complaint
    const said = wordNames.flatMap((name) => text(words.get(name)) || []).filter((one, i, all) => all.indexOf(one) === i)
    const hard = outcome === 'failed' && severityNames.some((one) => /^(?:permanent|hard)/i.test(text(words.get(one))))
    this.groups.push({
      address: address.replace(/^.*<|>.*/gs, ''),
      outcome,
      status: pick(words, statusNames, (one) => /^[245]\.\d{1,3}\.\d{1,3}$/.test(one)) || null,
      diagnostic: tidy(
        (said.find((one) => /\s/.test(one)) ?? ([...said.slice(0, 1), ...(hard ? ['hard bounce'] : [])].join(', ') || name)).replace(
          /^\s*smtp\s*;/i,
          '',
        ),
      ),
    })
  }
}

const isAddress = (value: unknown): value is string => typeof value === 'string' && /^[^@]{1,128}@[^\s@]{1,255}$/.test(value.trim())

/** The members of the objects right below: `delivery-status`, `bounce`. */
const below = (own: Map<string, unknown>) =>
  [...own].flatMap(([name, member]) =>
    isJson(member) && !others.has(name) ? Object.entries(member).map(([inner, value]): [string, unknown] => [plain(inner), value]) : [],
  )

function eventOf(members: Map<string, unknown>): Event | undefined {
  const name = pick(members, kindNames, (said) => kinds.some(([known]) => known.test(said)))
  const found = kinds.find(([known]) => known.test(name))
  if (!found) return undefined
  const [, outcome, complaint = false] = found
  const severity = pick(members, severityNames, (said) => said !== '')
  const mild = outcome === 'failed' && (/^(?:temporary|transient|soft)/i.test(severity) || members.get('hardbounce') === false)
  return { name: name.replace(/[_.-]/g, ' '), outcome: mild ? 'delayed' : outcome, complaint }
}

function parse(source: string): unknown {
  const from = source.search(/\S/)
  if (from < 0 || source.length > longestJson || !'[{'.includes(source[from] as string)) return undefined
  const json = source.slice(from, endOf(source, from))
  for (const attempt of [json, json.replace(/\r?\n/g, ''), json.replace(/ ?\r?\n[ \t]*/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // Folded on its way: once more without its line ends.
    }
  }
  return undefined
}

/** More than this is no heading. */
const longestHeading = 500
const mostDocuments = 50

/** What stands in a text, from its first line that opens a bracket; one below the other. */
function documentsIn(body: string): unknown[] {
  const found: unknown[] = []
  let from = body.slice(0, longestHeading).search(/^[ \t]{0,8}[[{]/m)
  while (from >= 0 && found.length < mostDocuments) {
    const start = from + body.slice(from).search(/\S/)
    const end = endOf(body, start)
    const json = parse(body.slice(start, end))
    if (json === undefined) break
    found.push(json)
    const next = /^\s{0,40}[[{]/.test(body.slice(end, end + 50))
    from = next ? end : -1
  }
  return found
}

/** Where the bracket that opens at `from` is closed: a topic adds words of its own below. */
function endOf(source: string, from: number): number {
  let [depth, quoted] = [0, false]
  for (let at = from; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (char === '"') quoted = !quoted
    else if (!quoted && (char === '{' || char === '[')) depth++
    else if (!quoted && (char === '}' || char === ']') && --depth === 0) return at + 1
  }
  return source.length
}

const field = /^\s{0,20}([a-z][\w.-]{1,40})\s{0,20}[:=]\s{0,20}(.*)$/i
/** Other programs tell of events that failed as well. */
const ofDelivery =
  /^[^:=]{0,60}(?:recipient|rcpt|bounce|smtp|delivery|diag|severity)|[:=]\s{0,20}(?:\w{1,12}[ _-]?bounced?|bounced?|complain\w*|spam\w*|deferr\w*)\s*$/i
const fewestFields = 3
const mostFields = 200

/** A notification laid out as fields, one a line, and nothing else: `delivery-status.code: 607`. Who tells of one in a mail says a word besides. */
function fieldsIn(body: string): Json | undefined {
  const lines = body.split('\n', mostFields + 1).filter((line) => line.trim() !== '')
  const found = lines.map((line) => field.exec(line.slice(0, longestHeading)))
  if (found.length < fewestFields || found.length > mostFields || found.includes(null) || !lines.some((line) => ofDelivery.test(line)))
    return undefined
  return Object.fromEntries(found.map((one) => [one?.[1]?.split('.').at(-1) ?? '', one?.[2]?.trim() ?? '']))
}

/**
 * Notifications of those who deliver mail for others, as JSON in a mail or as fields: Amazon SES (also in the envelope of its notification
 * service), SendGrid, Mailgun, Postmark, SparkPost, Mandrill, Brevo, Azure. They differ in their names, not in what they tell: an
 * event, an address, and the words of a server. Undefined for any other text.
 */
export function readEvents(body: string): { groups: StatusGroup[]; complaint: boolean } | undefined {
  const reader = new Reader()
  for (const json of documentsIn(body)) reader.walk(json, undefined, new Map(), 0)
  if (!reader.groups.length) reader.walk(fieldsIn(body), undefined, new Map(), 0)
  return reader.groups.length ? { groups: reader.groups, complaint: reader.complaint } : undefined
}
