import { sql } from 'kysely'
import type { World } from './world.ts'

const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

const empty = new Set(['meta', 'link', 'input', 'br', 'img', 'hr', 'rect', 'line', 'circle', 'polyline', 'path', 'col', 'source', 'wbr'])
const inline = new Set(['b', 'i', 'em', 'strong', 'code', 'mark', 'abbr', 'relative-time', 'time'])

/** What a page says in its own language, piece by piece; what it marks as being in another is left out. */
export function piecesOf(html: string, language: string): string[] {
  const pieces: string[] = []
  const open: { name: string; quiet: boolean }[] = []
  let text = ''
  const flush = () => {
    if (text.trim()) pieces.push(decode(text).replaceAll(/\s+/g, ' ').trim())
    text = ''
  }
  for (const [, close, name = '', attributes = '', words] of html
    .replace(/^<![^>]*>/, '')
    .matchAll(/<(\/?)([a-z][\w-]*)((?:[^<>"]|"[^"]*")*)>|([^<]+)/gi)) {
    const quiet = open.at(-1)?.quiet ?? false
    if (words !== undefined) {
      if (!quiet) text += words
      continue
    }
    if (!inline.has(name)) flush()
    if (close) {
      while (open.length > 0 && open.pop()?.name !== name);
      continue
    }
    const lang = / lang="([^"]*)"/.exec(attributes)?.[1]
    const hushed = quiet || name === 'script' || name === 'style' || (lang !== undefined && lang !== language)
    if (!hushed)
      for (const [, said = ''] of attributes.matchAll(/ (?:aria-label|alt|placeholder|title)="([^"]*)"/g)) pieces.push(decode(said))
    if (!empty.has(name) && !attributes.endsWith('/')) open.push({ name, quiet: hushed })
  }
  flush()
  return pieces
}

/** The texts of a column: as they stand, in a list, in JSON, in a file. */
const textsOf = {
  text: (col: string) => sql`${sql.ref(col)}`,
  _text: (col: string) => sql`unnest(array_append(${sql.ref(col)}, array_to_string(${sql.ref(col)}, ' ')))`,
  jsonb: (col: string) => sql`jsonb_path_query(${sql.ref(col)}, 'strict $.** ? (@.type() == "string")') #>> '{}'`,
  bytea: (col: string) => sql`${sql.ref(col)}`,
}

/** All that stands in the database: what people wrote, and the names of things; fields of a charter are filled in. */
async function contentOf(world: World): Promise<{ whole: Set<string>; text: string }> {
  const { rows } = await sql<{ tbl: string; col: string; type: keyof typeof textsOf }>`
    select c.table_name as tbl, c.column_name as col, c.udt_name as type from information_schema.columns c
      join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'
      where c.table_schema = 'public' and c.table_name not like '%journal%'
      and (c.udt_name in ('text', '_text', 'jsonb') or (c.udt_name = 'bytea' and c.table_name = 'sheet_import'))`.execute(world.db)
  const values: string[] = []
  for (const { tbl, col, type } of rows) {
    const found = await sql<{
      value: string | Buffer | null
    }>`select distinct ${textsOf[type](col)} as value from ${sql.table(tbl)}`.execute(world.db)
    for (const { value } of found.rows) {
      if (typeof value === 'string') values.push(value.replaceAll('{{vendor}}', 'Quillon'))
      // A spreadsheet, as it was handed in.
      else if (value) values.push(...value.toString('utf8').split(/[\n,;\t]/))
    }
  }
  const flat = values
    // What stands between the fields of a text is a piece of its own where a link takes the place of each.
    .flatMap((value) => [value, ...value.split('\n'), ...value.split(/\{\{[^}]*\}\}/)])
    .map((value) =>
      value
        .replaceAll(/\s+/g, ' ')
        .replace(/^[> ]+/, '')
        .trim(),
    )
  // Markdown is shown without its marks.
  return { whole: new Set(flat), text: flat.join('\n').replaceAll(/[*`]/g, '') }
}

/** Did somebody write it, or is it made of what they wrote? */
export async function writer(world: World): Promise<(piece: string) => boolean> {
  const content = await contentOf(world)
  return (piece) => {
    if (content.whole.has(piece) || content.whole.has(piece.replace(/^\d+ /, ''))) return true
    const words = piece.split(' ')
    if (words.length < 3) return false
    if (words.length < 6 && content.text.includes(piece)) return true
    // Names stand in the place of fields of a text, and long texts are cut: most of it, three words at a time, is to be found.
    const runs = words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '))
    return runs.filter((run) => content.text.includes(run)).length >= runs.length * 0.6
  }
}

export interface Page {
  status: number
  html: string
}

/** A page as a browser gets it in a language; undefined for what is none. */
export async function pageOf(
  world: World,
  browser: Awaited<ReturnType<World['as']>>,
  path: string,
  language: string,
): Promise<Page | undefined> {
  await world.db.deleteFrom('rateWindow').execute()
  const response = await browser.request('GET', path, undefined, { 'accept-language': language })
  if (!response.headers.get('content-type')?.startsWith('text/html')) return undefined
  const html = await response.text()
  return html.includes('<html') ? { status: response.status, html } : undefined
}
