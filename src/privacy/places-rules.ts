import { textsOfTable } from './erasure-rules.ts'

/** Where texts of people may stand besides mails: a table, its columns, and how its rows belong to a group or a list. */
export interface Place {
  table: string
  columns: string[]
  /** An SQL condition on the row `t`, with $group and $list for the ids. */
  of: string
}

export interface TextColumn {
  table: string
  column: string
}

export interface Reference {
  table: string
  column: string
  to: string
  /** It may point to nothing: then what the row hangs on is said by another one. */
  optional: boolean
}

/**
 * Tables whose texts are cut elsewhere, or are no people's words. Everything else that hangs on a group or a list is a place: a domain that
 * comes later is not forgotten.
 */
const elsewhere = new Set([
  ...[
    'message',
    'attachment',
    'thread',
    'ghost',
    'raw_mail',
    'inbound',
    'letter',
    'delivery',
    'bounce',
    'search_document',
    'search_word',
    'erasure',
  ],
  ...['journal', 'journal_outside', 'working_group', 'list', 'appointment', 'address', 'subscription', 'person', 'organisation', 'file'],
  'auth_session',
])
// Names of columns that hold keys, addresses and settings, not words.
const technical =
  /^(?:slug|locale|language|zone|kind|state|rule|key|hash|seed|seed_hash|link|path|url|old_number|number|how|via|topic|value|token|root)$|(?:^|_)(?:email|id|by|ids)$/

const deepest = 3

/**
 * The places of a schema: tables that belong to a group or list by a column of theirs, or by what they point to; and the names of files, which belong
 * to what points to them.
 * @param keys columns called `group_id`, `list_id` or `file_id`
 */
export function findPlaces(texts: TextColumn[], keys: TextColumn[], references: Reference[]): Place[] {
  const tables = [...new Set(texts.map((one) => one.table))].filter((table) => !elsewhere.has(table))
  const places = tables.flatMap((table) => {
    const of = belongs(table, 't', keys, references, deepest)
    const columns = texts.filter((one) => one.table === table && !technical.test(one.column)).map((one) => one.column)
    return of && columns.length > 0 ? [{ table, columns, of }] : []
  })
  const ofFiles = fileBelongs(keys, references)
  return ofFiles ? [...places, { table: 'file', columns: ['name'], of: ofFiles }] : places
}

/** To whom a file belongs: whatever has it, or the text that shows it, is theirs. */
function fileBelongs(keys: TextColumn[], references: Reference[]): string | undefined {
  const held = [...references.filter(({ to }) => to === 'file'), ...keys.filter(({ column }) => column === 'file_id')]
  const pointers = new Map(held.map(({ table, column }) => [`${table}.${column}`, { table, column }]))
  const has = [...pointers.values()].flatMap(({ table, column }) => {
    const of = elsewhere.has(table) ? undefined : belongs(table, 'h', keys, references, deepest)
    return of ? [`t.id in (select h."${column}" from "${table}" h where ${of})`] : []
  })
  const shows = Object.entries(textsOfTable).flatMap(([table, kind]) => {
    const of = belongs(table, 's', keys, references, deepest)
    return of
      ? [`t.id in (select f.file_id from text_file f where f.subject in (select '${kind}:' || s.id from "${table}" s where ${of}))`]
      : []
  })
  const all = [...has, ...shows]
  return all.length > 0 ? `(${all.join(' or ')})` : undefined
}

function belongs(table: string, as: string, keys: TextColumn[], references: Reference[], depth: number): string | undefined {
  const has = (column: string) => keys.some((one) => one.table === table && one.column === column)
  if (has('list_id') && has('group_id')) return `(${as}.list_id = $list or ${as}.group_id = $group)`
  if (has('list_id')) return `${as}.list_id = $list`
  if (has('group_id')) return `${as}.group_id = $group`
  if (depth === 0) return undefined
  const ways = references
    .filter((one) => one.table === table && one.to !== table && one.to !== 'person')
    .flatMap(({ column, to, optional }) => {
      const inner = belongs(to, `${as}t`, keys, references, depth - 1)
      return inner ? [{ optional, of: `${as}."${column}" in (select ${as}t.id from "${to}" ${as}t where ${inner})` }] : []
    })
  const always = ways.find(({ optional }) => !optional)
  if (always) return always.of
  // A comment hangs on a request or on a story.
  return ways.length > 0 ? `(${ways.map(({ of }) => of).join(' or ')})` : undefined
}
