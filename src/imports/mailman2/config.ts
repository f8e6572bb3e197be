import { readPickles } from '../../lib/pickle/read.ts'
import { PickleError, type PickleValue } from '../../lib/pickle/value.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { textsOf as messagesOf } from '../../lib/ui/words.ts'
import { type Departing, type Member, type NonMemberAction, type Setting, unknownList, whyNoAddress } from '../rules.ts'
import { entriesOf, numberOf, textOf, textsOf, truthOf } from './fields.ts'

const reasons = keptOf('imports', 'reasons')
const t = messagesOf('imports', 'sources')

// What a list of Mailman 2.1 keeps instances of: bounce scores, pending mails, users of its extensions. What else Python writes is data.
const prefixes = ['Mailman.', 'email.']
const plain = new Set([
  ...['copy_reg._reconstructor', 'copyreg._reconstructor', '_codecs.encode', 'collections.OrderedDict', 'collections.defaultdict'],
  ...['datetime.date', 'datetime.datetime', 'datetime.timedelta', 'time.struct_time'],
  ...['object', 'set', 'frozenset', 'str', 'unicode', 'bytes', 'bytearray', 'list', 'dict', 'int', 'long', 'float'].flatMap((name) => [
    `__builtin__.${name}`,
    `builtins.${name}`,
  ]),
])

/** Classes that the files of Mailman 2.1 name. */
export const allowed = (name: string): boolean => plain.has(name) || prefixes.some((prefix) => name.startsWith(prefix))

/** Mailman's bits of a member's options (Defaults.py of 2.1). */
const option = { stopped: 1, notMine: 2, plainDigest: 8, hidden: 16, moderated: 128, noCopies: 256 }
const stops = { 1: 'unknown', 2: 'member', 3: 'owner', 4: 'bounces' } as const

type Fields = Map<string, PickleValue>

/**
 * Reads `config.pck` of a list of Mailman 2.1.
 * @throws PickleError when it is no such file
 */
export function readConfigPickle(bytes: Uint8Array): Departing {
  const [config] = readPickles(bytes, { allow: allowed })
  if (!(config instanceof Map) || !config.has('real_name') || !config.has('members')) throw new PickleError(t.noConfig)
  const fields: Fields = new Map(entriesOf(config))
  const problems: string[] = []
  const name = (textOf(fields.get('_internal_name')) || textOf(fields.get('real_name'))).toLowerCase()
  return {
    ...unknownList('mailman2', name, textOf(fields.get('host_name')).toLowerCase()),
    title: textOf(fields.get('real_name')),
    description: [textOf(fields.get('description')), textOf(fields.get('info'))].filter(Boolean).join('\n\n'),
    language: textOf(fields.get('preferred_language')),
    archive: truthOf(fields.get('archive')) === false ? 'none' : truthOf(fields.get('archive_private')) ? 'subscribers' : 'public',
    joining: joiningOf(numberOf(fields.get('subscribe_policy'))),
    maxSize: (numberOf(fields.get('max_message_size')) ?? 0) * 1024,
    owners: addressesIn('owner', fields, problems),
    moderators: addressesIn('moderator', fields, problems),
    members: membersOf(fields, problems),
    nonMembers: (['accept', 'hold', 'reject', 'discard'] as const).flatMap((action) =>
      textsOf(fields.get(`${action}_these_nonmembers`)).map((pattern) => ({ pattern, action: action satisfies NonMemberAction })),
    ),
    bans: textsOf(fields.get('ban_list')),
    settings: settingsOf(fields),
    problems,
  }
}

/** Mailman 2.1: open (0), confirm (1), moderated (2), confirm and moderated (3). */
const joiningOf = (policy: number | undefined): Departing['joining'] =>
  policy === 0 ? 'open' : policy === 1 ? 'confirm' : policy === 2 || policy === 3 ? 'vetted' : undefined

function addressesIn(field: string, fields: Fields, problems: string[]): string[] {
  return textsOf(fields.get(field)).flatMap((text) => {
    const why = whyNoAddress(text)
    if (why) problems.push(reasons('in', { field, why }))
    return why ? [] : [text.toLowerCase()]
  })
}

interface Tables {
  options: Map<string, PickleValue>
  names: Map<string, PickleValue>
  languages: Map<string, PickleValue>
  states: Map<string, PickleValue>
}

function membersOf(fields: Fields, problems: string[]): Member[] {
  const table = (name: string) => new Map(entriesOf(fields.get(name)))
  const tables = {
    options: table('user_options'),
    names: table('usernames'),
    languages: table('language'),
    states: table('delivery_status'),
  }
  const members = new Map<string, Member>()
  for (const field of ['members', 'digest_members'])
    for (const [key, kept] of entriesOf(fields.get(field))) {
      // The value is the address as it was typed, or 0 where that is the key itself.
      const email = (textOf(kept === 0 || kept === null ? key : kept) || key).trim().toLowerCase()
      const why = whyNoAddress(email)
      if (why) problems.push(reasons('in', { field, why }))
      // In both tables at once nobody can be; each post is what a person misses least.
      else if (members.has(email)) problems.push(reasons('twice', { email }))
      else members.set(email, memberOf(tables, key, email, field === 'digest_members'))
    }
  return [...members.values()]
}

function memberOf({ options, names, languages, states }: Tables, key: string, email: string, digest: boolean): Member {
  const bits = numberOf(options.get(key)) ?? 0
  const has = (bit: number) => Math.floor(bits / bit) % 2 === 1
  const state = states.get(key)
  // Mailman 2.0 had a bit for it, and no reason.
  const kept = Array.isArray(state) ? numberOf(state[0]) : has(option.stopped) ? 1 : undefined
  const stopped = stops[kept as keyof typeof stops]
  return {
    email,
    name: textOf(names.get(key)).replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    language: textOf(languages.get(key)),
    delivery: stopped ? 'none' : digest ? (has(option.plainDigest) ? 'plain' : 'mime') : 'each',
    ...(stopped ? { stopped } : {}),
    moderated: has(option.moderated),
    notMine: has(option.notMine),
    noCopies: has(option.noCopies),
    hidden: has(option.hidden),
  }
}

// Members, secrets and caches are no settings. Passwords are not read at all.
const noSettings =
  /^(?:members|digest_members|user_options|usernames|language|delivery_status|passwords?|mod_password|post_password|bounce_info|.*_responses|one_last_digest|topics_userinterest|hold_and_cmd_autoresponses|owner|moderator|ban_list|.*_these_nonmembers|available_languages|data_version|id|evictions|_.*)$/

function settingsOf(fields: Fields): Record<string, Setting> {
  const settings: Record<string, Setting> = {}
  for (const [name, value] of fields) {
    if (noSettings.test(name) || name === '__proto__') continue
    if (typeof value === 'string') settings[name] = textOf(value).slice(0, 10_000)
    else if (typeof value === 'boolean' || value === null) settings[name] = value
    else if (numberOf(value) !== undefined) settings[name] = numberOf(value) as number
    else if (Array.isArray(value)) settings[name] = value.slice(0, 1_000).map((item) => wordsOf(item))
  }
  return settings
}

/** A row of a table, as text: a header rule is a pattern, an action and a mark. */
const wordsOf = (item: PickleValue): string =>
  (Array.isArray(item) ? item.slice(0, 100) : [item])
    .map((part) => textOf(part))
    .join(' | ')
    .slice(0, 10_000)
