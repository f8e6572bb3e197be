import { keptOf } from '../../lib/ui/kept.ts'
import type { Delivery } from '../rules.ts'
import { Gathering, type MembersFile, type Read, type State } from './gathering.ts'
import { linesOf, longestLine, readAddressLine } from './lines.ts'

const reasons = keptOf('imports', 'reasons')

type Meant = Delivery | State | 'nothing'
// LISTSERV's subscription options; those that are the rule, or that only their program has a use for, mean nothing.
const options: Record<string, Meant> = {
  ...{ MAIL: 'nothing', NOMAIL: 'none', DIGEST: 'mime', DIGESTS: 'mime', NODIGEST: 'nothing', NODIGESTS: 'nothing' },
  ...{ INDEX: 'summary', NOINDEX: 'nothing', CONCEAL: 'concealed', NOCONCEAL: 'nothing', REPRO: 'nothing', NOREPRO: 'notMine' },
  ...{ POST: 'nothing', NOPOST: 'noPosting', REVIEW: 'moderated', NOREVIEW: 'nothing', EDITOR: 'owner', NOEDITOR: 'nothing' },
  ...{ HTML: 'nothing', NOHTML: 'oneFormat', MIME: 'nothing', NOMIME: 'oneFormat', FULLHDR: 'nothing', SHORTHDR: 'nothing' },
  ...{ IETFHDR: 'nothing', DUALHDR: 'nothing', SUBJECTHDR: 'nothing', SUBJHDR: 'nothing', FULL822: 'nothing', SHORT822: 'nothing' },
  ...{ ACK: 'nothing', NOACK: 'nothing', MSGACK: 'nothing', RENEW: 'nothing', NORENEW: 'nothing', FILES: 'nothing', NOFILES: 'nothing' },
}
// Those are said where they are left, since they change what somebody gets to see.
const headers = new Set(['SHORTHDR', 'DUALHDR', 'SHORT822', 'ACK', 'MSGACK'])

const keyword = /^\*\s*([A-Za-z][A-Za-z0-9-]{1,30})=\s*(.*)$/s
const queried = /^(?:Subscription|Distribution) options for (.{0,600}?),? list (\S{1,100}?):(.*)$/is
const nothingMore = /^\*\s*(?:Total|This list|The following|Concealed|Local|Country|-{3})/i

/** Is it what LISTSERV answers to REVIEW or GET (a list's header behind asterisks) or to QUERY? */
export function isListserv(text: string): boolean {
  const first = linesOf(text.slice(0, 16_384)).slice(0, 200)
  return first.some((line) => queried.test(line)) || first.filter((line) => keyword.test(line)).length >= 2
}

/** Reads what LISTSERV says of a list: its header, and each subscriber with options, where the answer has them. */
export function fromListserv(text: string, delivery: Delivery): MembersFile {
  const gathering = new Gathering('listserv')
  const lines = linesOf(text)
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] as string).trimEnd()
    const asked = line.length <= longestLine ? queried.exec(line) : null
    if (line.length > longestLine) gathering.add(i + 1, reasons('lineLong'))
    else if (line.startsWith('*')) readHeaderLine(line, gathering)
    else if (asked) {
      const below = belowOf(lines, i + 1)
      gathering.add(
        i + 1,
        withOptions(readAddressLine((asked[1] as string).trim()), [...wordsOf(asked[3] as string), ...below.words], delivery),
      )
      i = below.last
    } else if (line.trim() !== '') gathering.add(i + 1, readSubscriber(line, delivery))
  }
  return gathering
}

/** `* Owner= jane@example.org (Jane)`: who looks after it is said, and what else is set there is set here by hand. */
function readHeaderLine(line: string, gathering: Gathering): void {
  const [, name = '', value = ''] = keyword.exec(line) ?? []
  const concealed = /^\*\s*Total number of (?:users )?concealed[^:]*:\s*(\d+)/i.exec(line)?.[1]
  if (concealed && concealed !== '0') gathering.settings.push(line.replace(/^\*\s*/, ''))
  if (name === '' || nothingMore.test(line)) return
  const address = /(?<![^\s<>"(),;=])[^\s<>"(),;=]+@[^\s<>"(),;=]+/.exec(value)?.[0]
  if (/^(?:owner|moderator|editor)$/i.test(name)) {
    if (address) gathering.owners.push(address.toLowerCase())
  } else if (gathering.settings.length < 200) gathering.settings.push(`${name}= ${value.trim().slice(0, 120)}`)
}

/** The options in the lines below a QUERY's first one: each begins a line in capitals, and words on it follow. */
function belowOf(lines: readonly string[], from: number): { words: string[]; last: number } {
  const words: string[] = []
  let last = from - 1
  for (let i = from; i < lines.length && i < from + 60; i++) {
    const line = lines[i] as string
    const found = line.trim() === '' ? [] : optionsIn(line)
    if (found === undefined || (line.trim() === '' && words.length > 0)) break
    words.push(...found)
    if (line.trim() !== '') last = i
  }
  return { words, last }
}

/** The options that a line names; undefined where it is no line about options. */
function optionsIn(line: string): string[] | undefined {
  if (line.length > longestLine || queried.test(line)) return undefined
  const pairs = wordsOf(line)
  if (pairs.length > 0) return pairs
  const word = /^\s*([A-Z][A-Z0-9]{2,12})(?:\s|$)/.exec(line)?.[1]
  return word ? [word] : /^\s/.test(line) ? [] : undefined
}

/** `Ack= No, Mail= Yes, Repro= No`, as older versions answer, in the words of the newer ones; else words in capitals. */
function wordsOf(text: string): string[] {
  const pairs = [...text.matchAll(/\b([A-Za-z]{3,12})=\s*([A-Za-z0-9]+)/g)]
  return pairs.map(([, name = '', value = '']) => (/^no$/i.test(value) ? `NO${name.toUpperCase()}` : name.toUpperCase()))
}

/** A subscriber of a REVIEW: address, name, and options in capitals at the end of the line. */
function readSubscriber(line: string, delivery: Delivery): Read {
  const words = line.trim().split(/\s+/)
  const given: string[] = []
  while (words.length > 1 && Object.hasOwn(options, (words.at(-1) as string).replaceAll(/[(),]/g, '')))
    given.unshift((words.pop() as string).replaceAll(/[(),]/g, ''))
  // Of one word that is a name in capitals, such as MIME, nobody knows; options come with others, or behind a name.
  return withOptions(readAddressLine(words.join(' ')), given, delivery)
}

function withOptions(who: { email: string; name: string }, words: readonly string[], delivery: Delivery): Read {
  const meant = words.map((word) => (Object.hasOwn(options, word) ? (options[word] as Meant) : undefined))
  // NOMAIL goes before the format: it is what they get when they take it up again.
  const gets = (['none', 'summary', 'mime'] as const).find((one) => meant.includes(one)) ?? (words.length > 0 ? 'each' : delivery)
  const states = meant.filter((one): one is State => one !== undefined && one !== 'nothing' && !isDelivery(one))
  const without = words.filter((word, i) => meant[i] === undefined || headers.has(word))
  return { ...who, delivery: gets, states: [...new Set(states)], without }
}

const isDelivery = (meant: Meant): meant is Delivery => ['each', 'mime', 'plain', 'summary', 'none'].includes(meant)
