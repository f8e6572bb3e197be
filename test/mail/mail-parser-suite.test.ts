import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseAddresses, parseMessageIds } from '../../src/lib/mail/addresses.ts'
import { parseDate } from '../../src/lib/mail/date.ts'
import { parseParameters } from '../../src/lib/mail/parameters.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { sharedData } from '../shared.ts'

// The mail-parser suite: mails and fields, with what another parser reads from them.

interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  tz_before_gmt: boolean
  tz_hour: number
  tz_minute: number
}

type Addresses = { name: string | null; address: string | null }[]
type AddressValue = { List: Addresses } | { Group: { addresses: Addresses }[] } | null

interface Tree {
  text_body: number[]
  html_body: number[]
  attachments: number[]
  parts: { headers: { name: unknown; value: Record<string, unknown> | string }[]; body: Record<string, unknown> | string }[]
}

const mime = sharedData('mime')
const suite = mime && join(mime, 'mail-parser')

const only =
  'What is left of a damaged mail: the suite calls it a file; here it is one too, and shown, since there is nothing else to read.'
const ends = "The delimiter of the outer multipart ends the inner one's last part; the suite reads on, and calls all of it a file."

/** Every difference that is wanted, with its reason. */
const differences: Record<string, string> = {
  'malformed/002.eml text': only,
  'malformed/004.eml text': only,
  'malformed/006.eml text': only,
  'malformed/009.eml text': ends,
  'malformed/011.eml text': ends,
  'malformed/019.eml text': 'Random bytes changed: a header without its empty line. The suite drops the text, here it is shown.',
  'thirdparty/015.eml attachments':
    'Three forwarded mails are attached; the suite reads past their delimiters, since the forwarded ones never end.',
}

function header(tree: Tree, part: number, name: string, kind: string): unknown {
  for (const field of tree.parts[part]?.headers ?? []) {
    if (field.name === name && typeof field.value === 'object' && kind in field.value) return field.value[kind]
  }
  return undefined
}

function flatten(value: AddressValue | undefined): { name: string; address: string }[] {
  if (!value) return []
  const list = 'List' in value ? value.List : value.Group.flatMap((group) => group.addresses)
  return list.map(({ name, address }) => ({ name: name ?? '', address: address ?? '' }))
}

function instant(moment: Moment | null | undefined): string | null {
  if (!moment) return null
  const offset = (moment.tz_hour * 60 + moment.tz_minute) * (moment.tz_before_gmt ? -1 : 1)
  return new Date(Date.UTC(moment.year, moment.month - 1, moment.day, moment.hour, moment.minute - offset, moment.second)).toISOString()
}

/** The bodies of some parts as one text; undefined where one of them is no text of this kind. */
function bodies(tree: Tree, parts: number[], kind: 'Text' | 'Html'): string | undefined {
  const texts = parts
    .map((part) => tree.parts[part]?.body)
    .filter((body) => typeof body === 'object' && !('InlineBinary' in body))
    .map((body) => (body as Record<string, unknown>)[kind])
  if (texts.some((text) => typeof text !== 'string')) return undefined
  return (texts as string[])
    .map((text) => text.replace(/\r\n?/g, '\n'))
    .reduce((all, text) => (all === '' || all.endsWith('\n') || text === '' ? all + text : `${all}\n${text}`), '')
}

function attribute(tree: Tree, part: number, field: string, name: string): string | undefined {
  const value = header(tree, part, field, 'ContentType') as { attributes: { name: string; value: string }[] | null } | undefined
  return value?.attributes?.find((entry) => entry.name === name)?.value
}

function expected(tree: Tree): Record<string, unknown> {
  return {
    from: flatten(header(tree, 0, 'from', 'Address') as AddressValue)[0] ?? null,
    to: flatten(header(tree, 0, 'to', 'Address') as AddressValue),
    subject: header(tree, 0, 'subject', 'Text') ?? '',
    date: instant(header(tree, 0, 'date', 'DateTime') as Moment | undefined),
    messageId: header(tree, 0, 'message_id', 'Text') ?? null,
    text: bodies(tree, tree.text_body, 'Text'),
    html: tree.html_body.length > 0 ? bodies(tree, tree.html_body, 'Html') : undefined,
    attachments: tree.attachments.map(
      (part) => attribute(tree, part, 'content_disposition', 'filename') ?? attribute(tree, part, 'content_type', 'name') ?? '',
    ),
  }
}

function actual(raw: Uint8Array): Record<string, unknown> {
  const { from, to, subject, date, messageId, text, html, attachments } = readMessage(raw)
  return {
    from,
    to,
    subject,
    date: date?.toISOString() ?? null,
    messageId,
    text,
    html,
    attachments: attachments.map((file) => file.filename),
  }
}

/** `same`, `readable` where the suite has nothing but U+FFFD for characters that are read here, else `different`. */
function compare(got: unknown, want: unknown): 'same' | 'readable' | 'different' {
  const [left, right] = [JSON.stringify(got), JSON.stringify(want)]
  if (left === right) return 'same'
  const readable =
    left?.length === right?.length &&
    !left?.includes('\ufffd') &&
    [...(right ?? '')].every((char, i) => char === '\ufffd' || char === left?.[i])
  return readable ? 'readable' : 'different'
}

describe.skipIf(!suite)('mails of the mail-parser suite', () => {
  const files = suite
    ? readdirSync(suite, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.eml'))
        .sort()
    : []

  test.each(['', '.crlf'])('are read as that parser reads them, but for the differences named here (%s)', (ending) => {
    const counts: Record<string, Record<ReturnType<typeof compare>, number>> = {}
    const found: string[] = []
    for (const file of files) {
      const want = expected(JSON.parse(readFileSync(join(suite!, file.replace('.eml', `${ending}.json`)), 'utf8')))
      const raw = readFileSync(join(suite!, file))
      const got = actual(ending ? Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1') : raw)
      for (const [name, value] of Object.entries(want)) {
        if (value === undefined) continue
        const outcome = compare(got[name], value)
        counts[name] ??= { same: 0, readable: 0, different: 0 }
        counts[name][outcome]++
        if (outcome === 'different') found.push(`${file} ${name}`)
      }
    }
    console.log(`mail-parser${ending}: ${files.length} mails`)
    console.table(counts)
    expect(found).toEqual(Object.keys(differences))
    const compared = Object.values(counts).reduce((all, { same, readable, different }) => all + same + readable + different, 0)
    expect(found.length / compared).toBeLessThan(0.02)
  })
})

/** What the field is after unfolding. */
const unfold = (field: string) => readMessage(Buffer.from(`X:${field}\n\n`)).headers[0]?.value ?? ''

const half = 'Half a media type is no media type, and is read as text/plain; what stands there makes no difference.'

const fieldTests: {
  file: string
  read: (field: string) => unknown
  want: (expected: never) => unknown
  differences: Record<number, string>
}[] = [
  {
    file: 'address.json',
    read: (field) => parseAddresses(unfold(field)),
    want: flatten,
    differences: {
      12: 'A name is freed of the blanks around it.',
      16: 'No address list, but a List-Help field of links.',
      17: 'No address list, but a List-Unsubscribe field of links.',
      20: 'A name that repeats the address says nothing.',
      21: 'A name that repeats the address says nothing.',
    },
  },
  {
    file: 'date.json',
    read: (field) => parseDate(field)?.toISOString() ?? null,
    want: instant,
    differences: { 6: 'Months as numbers could be days.', 8: 'A comment that never ends hides no date.' },
  },
  {
    file: 'id.json',
    read: (field) => parseMessageIds(unfold(field)),
    want: (ids) => ids ?? [],
    differences: { 4: 'White space inside an id came from folding.' },
  },
  {
    file: 'unstructured.json',
    read: (field) => readMessage(Buffer.from(`Subject:${field}\n\n`)).subject,
    want: (text) => text,
    differences: { 8: 'No blank is added where the sender wrote none.', 10: 'No blank is added where the sender wrote none.' },
  },
  {
    file: 'content_type.json',
    read: (field) => {
      const { value, parameters } = parseParameters(unfold(field))
      return [value, Object.entries(parameters).sort()]
    },
    want: (value: { c_type: string; c_subtype: string | null; attributes: [string, string][] | null } | null) => [
      value?.c_subtype ? `${value.c_type}/${value.c_subtype}` : (value?.c_type ?? ''),
      (value?.attributes ?? []).filter(([name]) => !name.endsWith('-language')).sort(),
    ],
    differences: {
      15: 'Blanks between encoded words are not text (RFC 2047 §6.2), in a parameter as elsewhere.',
      20: half,
      21: half,
      22: half,
      26: 'A name that never ends keeps no blanks of its folding.',
      28: 'NUL is never kept, and a parameter without a name is one all the same.',
      29: 'Parameters without a type are still parameters.',
      30: half,
      31: half,
      32: half,
      33: half,
      34: half,
      35: half,
    },
  },
]

describe.skipIf(!suite)('fields of the mail-parser suite', () => {
  test.each(fieldTests)(
    '$file is read as that parser reads it, but for the differences named here',
    ({ file, read, want, differences }) => {
      const cases = JSON.parse(readFileSync(join(suite!, 'fields', file), 'utf8')) as { header: string; expected: unknown }[]
      const found = cases.flatMap(({ header, expected }, i) => {
        const [got, value] = [JSON.stringify(read(header)), JSON.stringify(want(expected as never))]
        return got === value ? [] : [`${i}: ${header.trim()} -> ${got}, not ${value}`]
      })
      console.log(`${file}: ${cases.length} fields, ${found.length} different`)
      expect(
        found.map((line) => Number.parseInt(line, 10)),
        found.join('\n'),
      ).toEqual(Object.keys(differences).map(Number))
    },
  )
})
