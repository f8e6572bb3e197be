import { globSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { domains } from '../src/domains.ts'

const root = resolve(import.meta.dirname, '..')

const schema = readFileSync(join(root, 'src/lib/db/schema.sql'), 'utf8')

/** Every table of the schema. */
export const tables = [...schema.matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name)
const byCamel = new Map(tables.map((table) => [table.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), table]))
const known = new Set(tables)

/** Every view by which a domain lets others read a table. */
export const views = [...schema.matchAll(/^create view (shared_\w+)/gm)].map(([, name = '']) => name)

/** A table that the SQL of a file names. */
export interface Named {
  file: string
  line: number
  table: string
  writes: boolean
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')
const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/^\s*\/\/.*$/gm, blank)

const builder =
  /\b(selectFrom|(?:inner|left|right|full|cross)Join(?:Lateral)?|from|using|insertInto|updateTable|deleteFrom|mergeInto)\(\s*(\[[^\]]*\]|'[^']*')/g
const name = String.raw`[a-z_]+(?:\s+(?:as\s+)?(?!(?:as|using|where|on|set|join|left|cross|inner|order|group|limit|for|union|values)\b)[a-z]\w*)?`
const raw = new RegExp(
  String.raw`\b(from|join|using|insert into|update|delete from|merge into)\s+(?:only\s+)?\(?\s*(${name}(?:\s*,\s*${name})*)`,
  'g',
)
const writing = /^(?:insert|update|delete|merge)/

/** The tables that a piece of code names, in Kysely's words or in those of SQL. */
export function readNamed(file: string, text: string): Named[] {
  const code = withoutComments(text)
  const found: Named[] = []
  const note = (at: number, verb: string, table: string | undefined) => {
    if (table) found.push({ file, line: code.slice(0, at).split('\n').length, table, writes: writing.test(verb) })
  }
  for (const { index, 1: verb = '', 2: said = '' } of code.matchAll(builder))
    for (const [, name = ''] of said.matchAll(/'(\w+)(?: as \w+)?'/g)) note(index, verb, byCamel.get(name))
  if (code.includes("from 'kysely'"))
    // What is quoted in SQL names no table; blanked, it keeps its length.
    for (const { index, 1: verb = '', 2: said = '' } of code.replaceAll(/'[^'\n]*'/g, blank).matchAll(raw))
      for (const name of said.split(/\s*,\s*/)) {
        const [table = ''] = name.split(/\s+/)
        if (known.has(table)) note(index, verb, table)
      }
  return found
}

const owners = new Map(domains.flatMap(({ name, tables: owned = [] }) => owned.map((table) => [table, name] as const)))

/** The domain that a file is of; an edge stands for itself. */
const homeOf = (file: string): string => file.split('/')[1] ?? ''

// The demo group is data with a loader: it sets days that nobody may set.
const apart = /^src\/(?:lib\/db|edges\/cli\/demo)\/|\.test\.tsx?$/

/** Every place in the code that names a table of another domain. */
export function listForeign(): (Named & { home: string; owner: string })[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => relative(root, join(root, file)))
    .filter((file) => !apart.test(file))
    .sort()
    .flatMap((file) => readNamed(file, readFileSync(join(root, file), 'utf8')))
    .flatMap((named) => {
      const [home, owner] = [homeOf(named.file), owners.get(named.table)]
      return owner === undefined || owner === home ? [] : [{ ...named, home, owner }]
    })
}

const columnsOf = (pattern: RegExp): Map<string, string[]> =>
  new Map(
    [...schema.matchAll(pattern)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^\s*"?(\w+)"?[ ,]/gm)].map(([, one = '']) => one),
    ]),
  )
const inTables = columnsOf(/^create table (\w+) \((.*?)^\);/gms)
const inViews = new Map(
  [...schema.matchAll(/^create view shared_(\w+) as\n (SELECT .*?)\n *FROM /gms)].map(([, name = '', body = '']) => [name, body]),
)

/** Columns that a table has and the view by which it is read abroad has not. */
export const kept = new Map(
  [...inViews].map(([table, body]) => [table, inTables.get(table)?.filter((column) => !new RegExp(`\\b${column}\\b`).test(body)) ?? []]),
)

const alias = /'shared([A-Z]\w*) as (\w+)'|\bshared_([a-z_]+) (?:as )?([a-z]\w*)/g

/** Where a file asks a view for a column that its owner keeps: types allow it where the view is called like its table. */
export function listKept(file: string, text: string): string[] {
  const code = withoutComments(text)
  return [...code.matchAll(alias)].flatMap(([, view = '', called = '', raw = '', short = '']) => {
    const table = raw || view.replaceAll(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
    const said = called || short
    const asked = (column: string) =>
      new RegExp(
        `(?<![\\w.])"?${said}"?\\.(?:${column}|${column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())})\\b`,
      ).test(code)
    return (kept.get(table) ?? []).filter(asked).map((column) => `${file} asks shared_${table} for ${column}`)
  })
}
