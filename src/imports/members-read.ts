import { readTable } from '../lib/sheet/read.ts'
import { findColumn, SheetError, type Table } from '../lib/sheet/table.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type Delivery, type Member, whyNoAddress } from './rules.ts'

const reasons = keptOf('imports', 'reasons')
const t = textsOf('imports', 'sources')

/** A line of a members file that cannot be taken, and why. */
export interface WrongLine {
  line: number
  reason: string
}

/** What a members file says. */
interface MembersFile {
  members: Member[]
  wrong: WrongLine[]
  /** Lines that say what an earlier one has said. */
  repeated: number
}

const columns = {
  email: ['email', 'e-mail', 'address', 'e-mail address', 'mail', 'adresse', 'correo', 'courriel', 'subscriber'],
  name: ['display_name', 'name', 'real name', 'full name', 'nom', 'nombre'],
  mode: ['delivery_mode', 'delivery', 'mode', 'receiving'],
  status: ['delivery_status', 'status'],
  language: ['preferred_language', 'language', 'locale'],
  moderation: ['moderation_action', 'moderation', 'moderated'],
}

const modes: Record<string, Delivery> = {
  '': 'each',
  regular: 'each',
  each: 'each',
  mime_digests: 'mime',
  mime_digest: 'mime',
  digest: 'mime',
  plaintext_digests: 'plain',
  plain_digest: 'plain',
  summary_digests: 'summary',
  weekly: 'summary',
  none: 'none',
  nomail: 'none',
}
const statuses: Record<string, Member['stopped'] | 'enabled'> = {
  '': 'enabled',
  enabled: 'enabled',
  by_user: 'member',
  by_moderator: 'owner',
  by_bounces: 'bounces',
  unknown: 'unknown',
}
const held: Record<string, boolean> = {
  '': false,
  accept: false,
  defer: false,
  no: false,
  false: false,
  hold: true,
  reject: true,
  discard: true,
  yes: true,
  true: true,
}

/**
 * Reads who is on a list: the output of `list_members` or `mailman members` (an address a line, with or without a name), or a table
 * with columns in the words of Mailman 3 and of Rapport's own export. Each line that cannot be taken is named.
 * @param delivery what they get where the file does not say it
 * @throws SheetError when it is no such file
 */
export async function readMembers(bytes: Uint8Array, { delivery = 'each' as Delivery } = {}): Promise<MembersFile> {
  const table = await tableIn(bytes)
  return table ? fromTable(table, delivery) : fromLines(textOf(bytes), delivery)
}

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The table in a file, where its first line names a column of addresses; else the file is lines. */
async function tableIn(bytes: Uint8Array): Promise<Table | undefined> {
  const workbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  const first =
    textOf(bytes.subarray(0, 4_096))
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/)
      .find((line) => line.trim() !== '') ?? ''
  if (!workbook && bytes.length > 0 && (first.includes('@') || !/[,;\t|]|^\W*(?:e-?mail|address|adresse|subscriber)\W*$/i.test(first)))
    return undefined
  const table = await readTable(bytes)
  if (findColumn(table, columns.email) === undefined) throw new SheetError(t.noColumn({ names: table.header.join(', ').slice(0, 300) }))
  return table
}

class Gathering implements MembersFile {
  readonly members: Member[] = []
  readonly wrong: WrongLine[] = []
  repeated = 0
  readonly #lines = new Map<string, number>()

  add(line: number, member: Member): void {
    const why = whyNoAddress(member.email)
    const before = this.#lines.get(member.email)
    if (why) this.wrong.push({ line, reason: why })
    else if (before !== undefined) this.repeated++
    else {
      this.#lines.set(member.email, line)
      this.members.push(member)
    }
  }
}

/** Of a name and an address, in characters. */
const longestLine = 1_000
const plain = { language: '', moderated: false, notMine: false, noCopies: false }

function fromLines(text: string, delivery: Delivery): MembersFile {
  const gathering = new Gathering()
  for (const [i, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    if (line.length > longestLine) {
      gathering.wrong.push({ line: i + 1, reason: reasons('lineLong') })
      continue
    }
    // `"Nils, jr." <nils@example.org>`, `nils@example.org (Nils)`, `nils@example.org`
    const [, name = '', inBrackets] = /^(.*?)\s*<([^<>]*)>$/.exec(line) ?? []
    const [, alone, inParentheses = ''] = /^(\S+)(?:\s+\(([^()]*)\))?$/.exec(line) ?? []
    const email = (inBrackets ?? alone ?? line).trim().toLowerCase()
    const called = (inBrackets === undefined ? inParentheses : name).replace(/^"(.*)"$/, '$1').replaceAll('\\"', '"')
    gathering.add(i + 1, { ...plain, email, name: nameOf(called), delivery })
  }
  return gathering
}

const nameOf = (text: string): string => text.replaceAll('\0', '').replaceAll(/\s+/g, ' ').trim().slice(0, 200)

type Cell = (key: keyof typeof columns) => string

function fromTable(table: Table, delivery: Delivery): MembersFile {
  const gathering = new Gathering()
  const named = Object.fromEntries(Object.entries(columns).map(([key, words]) => [key, findColumn(table, words)]))
  for (const { line, cells } of table.rows) {
    const cell: Cell = (key) => (cells[named[key] ?? ''] ?? '').trim()
    const read = readRow(cell, delivery)
    if (typeof read === 'string') gathering.wrong.push({ line, reason: read })
    else gathering.add(line, read)
  }
  return gathering
}

/** A member, or what is wrong with the row. */
function readRow(cell: Cell, delivery: Delivery): Member | string {
  const lower = (key: keyof typeof columns) => cell(key).toLowerCase()
  const mode = lower('mode') === '' ? delivery : modes[lower('mode')]
  const status = statuses[lower('status')]
  const moderated = held[lower('moderation')]
  const given = (key: keyof typeof columns) => ({ text: cell(key).slice(0, 80) })
  if (mode === undefined) return reasons('noReceiving', given('mode'))
  if (status === undefined) return reasons('noStatus', given('status'))
  if (moderated === undefined) return reasons('noModeration', given('moderation'))
  // Our own export sets an apostrophe before what a spreadsheet would take for a formula.
  const unguarded = (text: string) => text.replace(/^'(?=[=+\-@])/, '')
  return {
    ...plain,
    email: unguarded(lower('email')),
    name: nameOf(unguarded(cell('name'))),
    language: cell('language'),
    delivery: status === 'enabled' ? mode : 'none',
    ...(status === 'enabled' ? {} : { stopped: status }),
    moderated,
  }
}
