import { keptOf } from '../../lib/ui/kept.ts'
import type { Delivery } from '../rules.ts'
import { Gathering, type MembersFile, type Read, type State, unknownWord } from './gathering.ts'
import { linesOf, longestLine } from './lines.ts'

const reasons = keptOf('imports', 'reasons')

// Sympa's words for how somebody gets mail (sympa_config, user_reception).
const receptions: Record<string, [delivery: Delivery, state?: State]> = {
  '': ['each'],
  mail: ['each'],
  digest: ['mime'],
  digestplain: ['plain'],
  summary: ['summary'],
  nomail: ['none'],
  notice: ['plain', 'subjects'],
  txt: ['each', 'oneFormat'],
  html: ['each', 'oneFormat'],
  urlize: ['each', 'oneFormat'],
  not_me: ['each', 'notMine'],
}

// What is read, and what says nothing of how somebody is on the list.
const known = new Set([
  'email',
  'gecos',
  'reception',
  'visibility',
  'bounce',
  'bounce_score',
  'suspend',
  'subscribed',
  'lang',
  'topics',
  'profile',
])
const silent = new Set([
  ...['date', 'update_date', 'user', 'list', 'robot', 'id', 'included', 'include_sources', 'inclusion', 'inclusion_ext', 'inclusion_label'],
  ...['startdate', 'enddate', 'number_messages', 'bounce_address', 'date_epoch', 'update_epoch', 'info', 'password'],
])

/** Is it a dump of Sympa: paragraphs of lines that are a word and its value, one of which is `email`? */
export function isSympaDump(text: string): boolean {
  const first = linesOf(text.slice(0, 4_096)).slice(0, 60)
  return (
    first.some((line) => /^email\s+\S[^\s@]*@\S+\s*$/.test(line)) &&
    first.some((line) => /^(?:reception|gecos|visibility|date|subscribed)\s/.test(line))
  )
}

/**
 * Reads a dump of Sympa (`sympa dump`, `subscribers.db.dump`, `member.dump`): a paragraph for each subscriber. `profile` makes one of owners
 * and editors.
 */
export function fromSympa(text: string, delivery: Delivery): MembersFile {
  const gathering = new Gathering('sympa')
  let [began, fields] = [0, new Map<string, string>()]
  const close = () => {
    if (fields.size > 0) gathering.add(began, readParagraph(fields, delivery))
    fields = new Map()
  }
  for (const [i, raw] of linesOf(text).entries()) {
    const [name, value] = fieldOf(raw.trim())
    // Some versions part subscribers by nothing: an address after an address begins the next one.
    if (name === '' || (name === 'email' && fields.has('email'))) close()
    if (name === '' || name.startsWith('#')) continue
    if (value.length > longestLine && name !== 'custom_attribute') gathering.add(i + 1, reasons('lineLong'))
    else {
      if (fields.size === 0) began = i + 1
      fields.set(name, value)
    }
  }
  close()
  return gathering
}

function fieldOf(line: string): [name: string, value: string] {
  const at = line.search(/\s/)
  return at < 0
    ? [line.slice(0, longestLine).toLowerCase(), '']
    : [line.slice(0, Math.min(at, longestLine)).toLowerCase(), line.slice(at).trim()]
}

function readParagraph(fields: ReadonlyMap<string, string>, delivery: Delivery): Read | string {
  const field = (name: string) => fields.get(name) ?? ''
  const reception = field('reception').toLowerCase()
  const receiving = Object.hasOwn(receptions, reception) ? receptions[reception] : undefined
  if (!receiving) return unknownWord('noReceiving', reception)
  const [gets, state] = receiving
  const states: State[] = state ? [state] : []
  if (field('visibility') === 'conceal') states.push('concealed')
  // `bounce 1362391201 1364386801 4 5.1.1`: first, last, how many, of what kind.
  if (/^\d+ \d+ [1-9]\d*\b/.test(field('bounce')) || Number(field('bounce_score')) > 0) states.push('bouncing')
  if (field('suspend') === '1') states.push('paused')
  if (field('topics') !== '') states.push('topics')
  if (field('subscribed') === '0' && field('included') !== '1') states.push('noList')
  if (/^(?:owner|privileged|editor)$/.test(field('profile'))) states.push('owner')
  const without = [...fields.keys()].filter((name) => !known.has(name) && !silent.has(name))
  return {
    email: field('email'),
    name: field('gecos'),
    language: field('lang'),
    delivery: reception === '' ? delivery : gets,
    states,
    without,
  }
}
