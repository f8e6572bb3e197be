import { isAddress } from '../../lib/mail/is-address.ts'
import { familyNames, givenNames, wholeName } from '../../lib/sheet/names-rules.ts'
import { findColumn, type Table, unreadColumns } from '../../lib/sheet/table.ts'
import type { Delivery } from '../rules.ts'
import { Gathering, type MembersFile, type Read, type State, unknownWord } from './gathering.ts'

/** What the columns are called: by Mailman and Rapport, by Google Groups, by Groups.io, and by people. */
export const columns = {
  email: [
    ...['email', 'e-mail', 'address', 'e-mail address', 'mail', 'e-mail-adresse', 'mailadresse', 'adresse e-mail', 'adresse électronique'],
    ...['adresse', 'courriel', 'correo', 'correo electrónico', 'indirizzo e-mail', 'posta elettronica', 'indirizzo', 'subscriber'],
  ],
  name: ['display_name', 'name', 'real name', 'full name', 'full_name', 'nickname', 'nom', 'nombre', 'nome', 'gecos'],
  family: familyNames,
  given: givenNames,
  mode: ['delivery_mode', 'delivery', 'mode', 'receiving', 'email preference', 'email delivery', 'subscription type', 'reception'],
  status: ['delivery_status', 'status', 'group status', 'member status', 'subscription status'],
  // What a program says of the account or the address beside that.
  account: ['email status', 'bounce status', 'user_status', 'bouncing'],
  language: ['preferred_language', 'language', 'locale'],
  moderation: ['moderation_action', 'moderation', 'moderated', 'posting permissions', 'post_status', 'posting', 'post status'],
  role: ['role', 'mod_status', 'moderator status', 'owner/moderator', 'moderator'],
  selection: ['message_selection', 'message selection'],
} as const

type Column = keyof typeof columns

// A value in letters alone, without the prefixes that the API of Groups.io writes.
const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:email_delivery|message_selection|sub_status|sub_mod_?status|sub_post_?status|user_status)_/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

type Meant = Delivery | 'special' | 'follow'
const modes: Record<string, Meant> = {
  ...{ '': 'each', regular: 'each', each: 'each', email: 'each', allemail: 'each', eachemail: 'each', all: 'each', mail: 'each' },
  ...{ allmessages: 'each' },
  ...{ single: 'each', individual: 'each', individualmessages: 'each', individualemail: 'each', each_email: 'each' },
  ...{ mimedigests: 'mime', mimedigest: 'mime', digest: 'mime', htmldigest: 'mime', fullfeatureddigest: 'mime', fulldigest: 'mime' },
  ...{ plaintextdigests: 'plain', plaindigest: 'plain', digestplain: 'plain', plaintextdigest: 'plain' },
  ...{ summarydigests: 'summary', weekly: 'summary', abridged: 'summary', abridgedemail: 'summary', summary: 'summary' },
  ...{ dailysummary: 'summary', none: 'none', nomail: 'none', noemail: 'none', webonly: 'none', off: 'none' },
  ...{ special: 'special', specialnotices: 'special', specialnoticesonly: 'special', followingonly: 'follow', followonly: 'follow' },
}
const statuses: Record<string, State | 'here' | 'member' | 'stopped' | 'unknown'> = {
  ...{ '': 'here', enabled: 'here', normal: 'here', member: 'here', active: 'here', confirmed: 'here', subscribed: 'here', joined: 'here' },
  ...{ byuser: 'member', bymoderator: 'stopped', bybounces: 'bouncing', unknown: 'unknown' },
  ...{ bouncing: 'bouncing', bounced: 'bouncing', bounce: 'bouncing', banned: 'banned', ban: 'banned', blocked: 'banned' },
  ...{ pending: 'pending', pendingapproval: 'pending', requested: 'pending', notconfirmed: 'unconfirmed', nc: 'unconfirmed' },
  ...{ unconfirmed: 'unconfirmed', invited: 'invited', owner: 'owner', manager: 'owner', moderator: 'owner' },
  ...{ removed: 'noList', left: 'noList', unsubscribed: 'noList', notmember: 'noList' },
}
// Who stopped the mail, where it was not that it came back.
const stops = { member: 'member', stopped: 'owner', unknown: 'unknown' } as const
const accounts: Record<string, State | 'here'> = {
  ...{ '': 'here', ok: 'here', normal: 'here', active: 'here', delivering: 'here', bouncing: 'bouncing', bounced: 'bouncing' },
  ...{ confirmed: 'here', notconfirmed: 'unconfirmed', inactive: 'paused', no: 'here', false: 'here', yes: 'bouncing', true: 'bouncing' },
}
const postings: Record<string, State | 'here'> = {
  ...{ '': 'here', accept: 'here', defer: 'here', no: 'here', false: 'here', inherit: 'here', inherited: 'here', default: 'here' },
  ...{ allowed: 'here', allow: 'here', override: 'here', unmoderated: 'here', notmoderated: 'here', groupdefault: 'here', normal: 'here' },
  ...{ notset: 'here', unset: 'here', canpost: 'here', cannotpost: 'noPosting' },
  ...{ hold: 'moderated', reject: 'moderated', discard: 'moderated', yes: 'moderated', true: 'moderated', moderated: 'moderated' },
  ...{ moderate: 'moderated', new: 'moderated', newusermoderation: 'moderated' },
  ...{ notallowed: 'noPosting', disallow: 'noPosting', disallowed: 'noPosting', denied: 'noPosting', readonly: 'noPosting' },
}
const roles: Record<string, State | 'here'> = {
  ...{ '': 'here', none: 'here', no: 'here', member: 'here', user: 'here', owner: 'owner', manager: 'owner', moderator: 'owner' },
  ...{ false: 'here', yes: 'owner', true: 'owner' },
}

const own = <T>(words: Record<string, T>, text: string): T | undefined => (Object.hasOwn(words, text) ? words[text] : undefined)

/** Which program writes such columns. */
function formatOf(table: Pick<Table, 'header'>): MembersFile['format'] {
  if (findColumn(table, ['group status']) && findColumn(table, ['email preference', 'email status'])) return 'google'
  return findColumn(table, ['email delivery', 'email_delivery', 'message selection', 'message_selection', 'mod_status'])
    ? 'groupsIo'
    : 'table'
}

/** The column of addresses: by its name, else the first that holds nothing but addresses; undefined where there is none. */
export const findAddresses = (table: Pick<Table, 'header' | 'rows'>): string | undefined =>
  findColumn(table, [...columns.email, 'email address', 'member email', 'primary email']) ??
  table.header.find((name) => holdsAddresses(table, name))

function holdsAddresses({ rows }: Pick<Table, 'rows'>, name: string): boolean {
  const cells = rows.map((row) => (row.cells[name] ?? '').trim()).filter(Boolean)
  return name !== '' && cells.length > 0 && cells.every((cell) => isAddress(cell.replace(/^mailto:/i, '')))
}

/** Reads who is on a list of a table with columns in the words of one of these programs. */
export function fromTable(table: Table, delivery: Delivery): MembersFile {
  const gathering = new Gathering(formatOf(table))
  const named = Object.fromEntries(Object.entries(columns).map(([key, words]) => [key, findColumn(table, words)]))
  named.email = findAddresses(table)
  gathering.unread.push(...unreadColumns(table, Object.values(named)))
  for (const { line, cells } of table.rows) {
    gathering.add(
      line,
      readRow((key) => (cells[named[key] ?? ''] ?? '').trim(), delivery),
    )
  }
  return gathering
}

// Our own export sets an apostrophe before what a spreadsheet would take for a formula.
const unguarded = (text: string) => text.replace(/^'(?=[=+\-@])/, '')

/** Of a name in one column nothing is changed here; whose has a comma in it is turned with those of all formats. */
function nameIn(cell: (key: Column) => string): string {
  const [name, family, given] = (['name', 'family', 'given'] as const).map((key) => unguarded(cell(key))) as [string, string, string]
  return family === '' && given === '' ? name : wholeName({ name, family, given })
}

/** A row, or what is wrong with it. */
function readRow(cell: (key: Column) => string, delivery: Delivery): Read | string {
  const word = (key: Column) => wordOf(cell(key))
  const mode = word('mode') === '' ? delivery : own(modes, word('mode'))
  const status = own(statuses, word('status'))
  const posting = own(postings, word('moderation'))
  if (mode === undefined) return unknownWord('noReceiving', cell('mode'))
  if (status === undefined) return unknownWord('noStatus', cell('status'))
  if (posting === undefined) return unknownWord('noModeration', cell('moderation'))
  const account = own(accounts, word('account'))
  if (account === undefined) return unknownWord('noStatus', cell('account'))
  const role = own(roles, word('role'))
  const chosen = own(modes, word('selection'))
  const states = [status, posting, account, role ?? 'here'].filter((one): one is State => one !== 'here' && !Object.hasOwn(stops, one))
  if (mode === 'special' || chosen === 'special') states.push('special')
  if (mode === 'follow' || chosen === 'follow') states.push('topics')
  return {
    email: unguarded(cell('email')),
    name: nameIn(cell),
    language: cell('language'),
    delivery: mode === 'special' || mode === 'follow' ? 'each' : mode,
    states: [...new Set(states)],
    ...(Object.hasOwn(stops, status) ? { stopped: stops[status as keyof typeof stops] } : {}),
    without: [...(role === undefined ? [cell('role')] : []), ...(chosen === undefined ? [cell('selection')] : [])],
  }
}
