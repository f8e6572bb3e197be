import type { Receiving } from '../../lib/db/schema.ts'
import { readTypedDay } from '../../lib/typed-day.ts'
import { saidIn, wordsOf } from '../../lib/ui/words.ts'

/** What a line of a mail to `-request` asks for. */
export type Command =
  | { verb: 'subscribe'; receiving?: Receiving }
  | { verb: 'unsubscribe' | 'help' | 'info' | 'settings' | 'end' }
  | { verb: 'receive'; receiving: Receiving }
  /** YYYY-MM-DD; null takes mail up again. */
  | { verb: 'pause'; until: string | null }
  | { verb: 'own' | 'addressed'; on: boolean }
  | { verb: 'topic'; topic: string; choice: 'follow' | 'mute' | null }
  | { verb: 'topics'; only: boolean }
  /** The thread of these messages; without any, of the one that the mail answers. */
  | { verb: 'thread'; choice: 'follow' | 'mute' | null; messageIds: readonly string[] }

/** A line, and what it asks for; undefined where it says nothing that is known. */
export interface CommandLine {
  line: string
  command: Command | undefined
}

const mostLines = 10
const mostUnknown = 4

const modes: Record<string, Receiving> = {
  each: 'each',
  every: 'each',
  mail: 'each',
  all: 'each',
  mime: 'mime_digest',
  digest: 'mime_digest',
  plain: 'plain_digest',
  text: 'plain_digest',
  weekly: 'weekly',
  summary: 'weekly',
  none: 'none',
  nomail: 'none',
}

const yes = (word: string | undefined): boolean | undefined =>
  /^(?:on|yes|true)$/.test(word ?? '') ? true : /^(?:off|no|false)$/.test(word ?? '') ? false : undefined

const topicOf = (word: string | undefined): string | undefined =>
  /^#?([^\s#.,;:!?()[\]"'/\\0-9][^\s#.,;:!?()[\]"'/\\]{1,39})$/.exec(word ?? '')?.[1]

const said = wordsOf('list', 'said')
// “until 10 January”, “bis zum 10. Januar”: the words between the command and its day, in the languages of the site.
const untils = new Set(saidIn((locale) => said(locale).commands.until))
const spoken = (['subscribe', 'unsubscribe', 'help', 'settings', 'info', 'pause'] as const).flatMap((verb) =>
  saidIn((locale) => said(locale).commands[verb]).map((word): [string, string] => [word, verb]),
)

/** Mailman's and Sympa's names for the same, and those of the languages of the site, so that nobody has to learn them anew. */
const aliases: Record<string, string> = {
  ...Object.fromEntries(spoken),
  join: 'subscribe',
  sub: 'subscribe',
  leave: 'unsubscribe',
  signoff: 'unsubscribe',
  unsub: 'unsubscribe',
  remove: 'unsubscribe',
  quit: 'end',
  stop: 'end',
  exit: 'end',
  query: 'settings',
  show: 'settings',
}

const simple = (verb: 'help' | 'info' | 'settings' | 'end') => (words: string[]) => (words.length === 0 ? { verb } : undefined)

const topical = (choice: 'follow' | 'mute' | null) => (words: string[]) => {
  if (words.length === 0) return { verb: 'thread', choice, messageIds: [] } as const
  const topic = topicOf(words[0])
  return topic && words.length === 1 ? ({ verb: 'topic', topic, choice } as const) : undefined
}

function subscribing([word]: string[]): Command {
  const asked = word?.replace(/^digest=/, '') ?? ''
  const receiving = asked === 'no' ? 'each' : modes[asked]
  return { verb: 'subscribe', ...(receiving && { receiving }) }
}

const verbs: Record<string, (words: string[]) => Command | undefined> = {
  subscribe: subscribing,
  unsubscribe: () => ({ verb: 'unsubscribe' }),
  help: simple('help'),
  info: simple('info'),
  pause: (words) => pausing(words),
  settings: simple('settings'),
  end: simple('end'),
  follow: topical('follow'),
  mute: topical('mute'),
  unfollow: topical(null),
  unmute: topical(null),
  set: ([what = '', ...values]) =>
    values.length === 0 ? receive(owns(modes, what)) : owns(settings, owns(aliases, what) ?? what)?.(values),
}

const digests: Record<string, Receiving> = {
  off: 'each',
  on: 'mime_digest',
  daily: 'mime_digest',
  mime: 'mime_digest',
  plain: 'plain_digest',
  weekly: 'weekly',
}

const receive = (receiving: Receiving | undefined): Command | undefined => receiving && { verb: 'receive', receiving }

const switched = (verb: 'own' | 'addressed') => (values: string[]) => {
  const on = yes(values[0])
  return on === undefined ? undefined : { verb, on }
}

function pausing([first = '', ...rest]: string[]): Command | undefined {
  if (yes(first) === false) return { verb: 'pause', until: null }
  if (untils.has(first)) return pausing(rest)
  const until = readTypedDay([first, ...rest].join(' '))
  return until === undefined ? undefined : { verb: 'pause', until }
}

/** Does a line ask for a pause, though not so that the day can be read? */
export const isPauseMisread = (line: string): boolean => {
  const [first = '', second = ''] = line.trim().toLowerCase().split(/\s+/)
  const asked = first === 'set' ? second : first
  return (owns(aliases, asked) ?? asked) === 'pause' && readCommand(line) === undefined
}

const settings: Record<string, (values: string[]) => Command | undefined> = {
  digest: ([value = '']) => receive(digests[value]),
  receive: ([value = '']) => receive(modes[value]),
  delivery: ([value]) => {
    const on = yes(value)
    return on === undefined ? undefined : receive(on ? 'each' : 'none')
  },
  pause: pausing,
  own: switched('own'),
  myposts: switched('own'),
  copies: switched('addressed'),
  duplicates: switched('addressed'),
  topics: ([value]) => (value === 'followed' || value === 'all' ? { verb: 'topics', only: value === 'followed' } : undefined),
}

const owns = <T>(table: Record<string, T>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined)

/**
 * Reads one line; upper and lower case are alike.
 * @param list its name, which those who come from LISTSERV or Sympa write behind the command
 */
export function readCommand(line: string, list?: string): Command | undefined {
  const [first = '', ...words] = line
    .trim()
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/, '')
    .split(/\s+/)
  return owns(verbs, owns(aliases, first) ?? first)?.(list !== undefined && words[0] === list ? words.slice(1) : words)
}

/** A line that keeps which thread it is about: Message-IDs are no words, and stay as they are. */
export const threadLine = (choice: 'follow' | 'mute' | null, messageIds: readonly string[]): string =>
  [choice ?? 'unmute', ...messageIds.map((id) => `<${id}>`)].join(' ')

/** How somebody wrote it. */
export const shownLine = (line: string): string => (readThreadLine(line) ? line.replace(/ .*/, '') : line)

/** The same read again; undefined for any other line. */
export function readThreadLine(line: string): Command | undefined {
  const [verb, ...ids] = line.split(' ')
  if (ids.length === 0 || !ids.every((id) => id.startsWith('<') && id.endsWith('>'))) return undefined
  const choice = verb === 'follow' || verb === 'mute' ? verb : null
  return { verb: 'thread', choice, messageIds: ids.map((id) => id.slice(1, -1)) }
}

/**
 * The commands of a mail to `-request`: of its subject, where that is one, and of its lines, up to `end`, a signature, or so many
 * unknown lines that the mail is no list of commands.
 * @param text what its writer says, without what is quoted
 * @param list its name
 */
export function readCommands(subject: string, text: string, list?: string): CommandLine[] {
  const bare = subject.replace(/^(?:(?:re|aw|rép|sv|antw)\s*:\s*)+/i, '').trim()
  const named = readCommand(bare, list)
  const inSubject = named?.verb === 'end' ? undefined : named
  const found: CommandLine[] = inSubject ? [{ line: bare, command: inSubject }] : []
  let unknown = 0
  for (const line of commandLines(text)) {
    const command = readCommand(line, list)
    if (found.length >= mostLines || unknown >= mostUnknown || command?.verb === 'end') break
    if (!command) unknown++
    if (!found.some((one) => one.line.toLowerCase() === line.toLowerCase())) found.push({ line: line.slice(0, 120), command })
  }
  const understood = found.filter(({ command }) => command).length
  // Below a subject that asks for all, a greeting or a name is no command that was misspelt.
  if (inSubject && understood === 1) return found.slice(0, 1)
  // A greeting and a question are no commands: such a mail asks for help.
  return understood > 0 ? found : []
}

/** The lines above a signature, without those that are empty or quoted. */
function commandLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  const signature = lines.indexOf('--')
  return lines.slice(0, signature < 0 ? lines.length : signature).filter((line) => line !== '' && !line.startsWith('>'))
}

const spaced = (words: string[]) => words.join('|').replaceAll(' ', '\\s+')
const machine = spaced(saidIn((locale) => said(locale).machine))
const please = spaced(saidIn((locale) => said(locale).please))
// What people write to a list when they mean its machine, in the languages of the site.
const meantForMachine = new RegExp(
  `^(?:(?:${please})\\s+)?(?:${machine}|(?:remove|take|unsubscribe)\\s+me(?:\\s+(?:off|from).{0,60})?)(?:\\s+(?:${please}|[\\w.-]*[\\w-]))?[.!]*$`,
  'iu',
)
const longestForMachine = 200
const isMeantForMachine = (text: string) => text.length <= longestForMachine && meantForMachine.test(text.replaceAll("'", '’'))
// These are words of people as well: alone they are a command, with a text below them they are a subject.
const alone = /^(?:help|who|lists|leave|info)[.!]*$/i
const shortMail = 6

/**
 * Is a mail to the list nothing but a command that belongs to `-request`? Long mails are never, whatever their subject says.
 * @param text what its writer says, without what is quoted and without the signature
 */
export function isCommandMail(subject: string, text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > shortMail) return false
  const [first = ''] = lines
  if (alone.test(subject.trim())) return lines.length === 0
  if (lines.length === 1 && alone.test(first)) return true
  const isSet = /^set\s+\w+\s+\w+$/i.test(first) && readCommand(first) !== undefined
  return isMeantForMachine(subject.trim()) || (lines.length <= 3 && (isMeantForMachine(first) || isSet))
}
