import type { Child } from 'hono/jsx'
import * as z from 'zod'
import type { Actor } from '../../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../../errors.ts'
import type { Db, Tx } from '../../db/rows.ts'
import {
  type Applying,
  checkMapping,
  faultyRows,
  fingerprintOf,
  guessMapping,
  headerWords,
  type Mapping,
  type SheetField,
  type SheetPlan,
} from '../../sheet/rules.ts'
import type { Table } from '../../sheet/table.ts'
import type { NewSheet } from '../../sheet/write.ts'
import { sendTable } from '../download.ts'
import { line, readForm, tick } from '../forms.ts'
import { readUpload, tableIn } from '../upload.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../web.tsx'
import { refusals, textsOf } from '../words.ts'
import { SheetPreviewPage, SheetUpload } from './sheet-views.tsx'

const t = textsOf('lib', 'sheets')

interface KeptSheet {
  id: number
  groupId: number | null
  filename: string
  bytes: Uint8Array | null
  mapping: Mapping
  headerLine: number | null
}

/** Where the spreadsheets of one kind wait until somebody has looked at them. */
interface SheetStore {
  keep: (
    tx: Tx,
    actor: Actor,
    sheet: { groupId?: number; filename: string; bytes: Uint8Array; mapping: Mapping; headerLine: number },
  ) => Promise<number>
  get: (db: Db, actor: Actor, id: number) => Promise<KeptSheet>
  map: (tx: Tx, actor: Actor, id: number, mapping: Mapping, headerLine: number) => Promise<void>
  take: (tx: Tx, actor: Actor, id: number) => Promise<KeptSheet>
  settle: (tx: Tx, actor: Actor, id: number, outcome: Record<string, number>) => Promise<void>
}

/** What a domain says of a spreadsheet that it takes: it is looked at first, column by column and row by row, then applied as a whole. */
interface SheetImporter<Into extends { groupId?: number }> {
  /** Where it is handed in, for instance `/roster/:group/import`. */
  path: string
  /** "a roster": what one is a sheet of, for programs. */
  what: string
  /** "Roster": the same in the names of what programs do, `importRoster`. */
  called: string
  title: () => string
  lead: () => string
  fields: readonly SheetField[]
  store: SheetStore
  /** What it goes into. @throws NotFound for who may not change that */
  into: (c: C) => Promise<Into>
  /** A line above the title. */
  meta?: (into: Into) => string
  plan: (db: Db, actor: Actor, into: Into, table: Table, mapping: Mapping) => Promise<SheetPlan<unknown>>
  apply: (
    tx: Tx,
    actor: Actor,
    into: Into,
    sheet: Applying & { table: Table; mapping: Mapping; sheetId: number },
  ) => Promise<Record<string, number>>
  /** Where to go when it is applied, and what to say there. */
  done: (into: Into, outcome: Record<string, number>) => [to: string, said: string]
  /** What is there now, in the same columns. */
  current: (db: Db, actor: Actor, into: Into) => Promise<SheetFile>
  /** What stands below the form: what came in before. */
  before?: (c: C, into: Into) => Promise<Child>
  /** The page of one that was applied; undefined where it was not. */
  applied?: (c: C, into: Into) => Promise<Response | undefined>
}

interface SheetFile {
  file: string
  /** What the sheet in it is called. */
  sheet: string
  title: string
  titles: readonly string[]
  rows: NewSheet['rows']
}

/** A table in the columns in which it is taken in, as a file. */
export const sendXlsx = (c: C, { file, titles, ...table }: SheetFile): Promise<Response> =>
  sendTable(c, 'xlsx', { ...table, name: file, heads: titles })

const ApplyForm = z.object({ seen: line(64), skipWrong: tick() })

/** All pages of one kind of spreadsheet: handing it in, which column is which, what it would do, applying it, and what is there now. */
export function sheetPages<Into extends { groupId?: number }>(importer: SheetImporter<Into>) {
  const { path, what, called, fields, store, into: intoOf } = importer
  const MapForm = z.object({
    ...Object.fromEntries(fields.map(({ name }) => [name, line(300).optional()])),
    headerLine: z.coerce.number().int().min(1).max(10_000_000).optional(),
  })
  const here = (c: C) => path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(c.req.param(name) ?? ''))
  const exported = path.replace(/\/import$/, '/export.xlsx')

  async function sheetOf(c: C, into: Into) {
    const sheet = await store.get(c.var.db, c.var.actor, idOf(c, 'sheet'))
    requireOf(sheet, into)
    if (sheet.bytes === null) throw new Conflict(t.tooLate)
    return { ...sheet, table: await tableIn(sheet.bytes, sheet.headerLine === null ? undefined : { line: sheet.headerLine }) }
  }

  async function showUpload(c: C) {
    const into = await intoOf(c)
    const [title, lead] = [importer.title(), importer.lead()]
    return c.var.page(
      title,
      <>
        <SheetUpload
          {...{ title, lead, fields }}
          meta={importer.meta?.(into)}
          action={here(c)}
          templateHref={here(c).replace(/\/import$/, '/export.xlsx')}
        />
        {await importer.before?.(c, into)}
      </>,
    )
  }

  async function showPreview(c: C) {
    const into = await intoOf(c)
    const title = importer.title()
    const { filename, mapping, table } = await sheetOf(c, into)
    const wrong = checkMapping(table.header, fields, mapping)
    const unmatched = Object.keys(wrong).length > 0
    const { refused } = c.var
    if (unmatched) c.set('refused', { message: t.matchTheColumnsFirst, fields: wrong, typed: mapping, form: 'map' })
    const plan = unmatched
      ? { problems: [], changes: [], writes: [], unchanged: 0 }
      : await importer.plan(c.var.db, c.var.actor, into, table, mapping)
    return c.var.page(
      title,
      <SheetPreviewPage
        {...{ title, filename, table, fields, mapping, unmatched, plan }}
        message={refused?.message}
        meta={importer.meta?.(into)}
        path={`${here(c)}/${idOf(c, 'sheet')}`}
        seen={fingerprintOf(plan)}
      />,
      { status: refused ? 422 : 200 },
    )
  }

  return pages()
    .get(path, (c) => showUpload(c))
    .post(path, act('work', `read${called}Sheet`, `Read a sheet of ${what}`, undefined, { files: ['file'] }), async (c) => {
      const { write, actor } = c.var
      const into = await intoOf(c)
      return refusable(c, () => showUpload(c)).run(async (body) => {
        const { filename, bytes, table } = await readUpload(body, undefined, { words: headerWords(fields) })
        const { groupId } = into
        const kept = {
          ...(groupId === undefined ? {} : { groupId }),
          filename,
          bytes,
          mapping: guessMapping(table.header, fields),
          headerLine: table.headerLine,
        }
        const id = await write((tx) => store.keep(tx, actor, kept))
        return c.redirect(`${here(c)}/${id}`, 303)
      })
    })
    .get(`${path}/:sheet`, async (c) => (await importer.applied?.(c, await intoOf(c))) ?? showPreview(c))
    .post(`${path}/:sheet/map`, act('work', `match${called}Columns`, `Match the columns of a sheet of ${what}`, MapForm), async (c) => {
      const { write, actor } = c.var
      const into = await intoOf(c)
      const { headerLine: line, ...typed } = readForm(MapForm, await bodyOf(c))
      const sheet = await sheetOf(c, into)
      const chosen = Object.fromEntries(Object.entries(typed).filter((entry): entry is [string, string] => Boolean(entry[1])))
      // Another header has other columns.
      const other = line !== undefined && line !== sheet.table.headerLine ? await tableIn(sheet.bytes as Uint8Array, { line }) : undefined
      const mapping = other ? guessMapping(other.header, fields) : chosen
      await write((tx) => store.map(tx, actor, idOf(c, 'sheet'), mapping, (other ?? sheet.table).headerLine))
      return c.redirect(`${here(c)}/${idOf(c, 'sheet')}`, 303)
    })
    .post(`${path}/:sheet/apply`, act('work', `import${called}`, `Import a sheet of ${what}`, ApplyForm), async (c) => {
      const { write, actor } = c.var
      const into = await intoOf(c)
      const { table } = await sheetOf(c, into)
      // What was shown is shown again, with the reason; it has no fields beside which that could stand.
      return refusable(c, () => showPreview(c), '').take(ApplyForm, async ({ seen, skipWrong }) => {
        const outcome = await write(async (tx) => {
          const { id, groupId, mapping } = await store.take(tx, actor, idOf(c, 'sheet'))
          requireOf({ groupId }, into)
          if (Object.keys(checkMapping(table.header, fields, mapping)).length > 0) throw new Invalid(t.matchTheColumnsFirst)
          const balance = await importer.apply(tx, actor, into, { table, mapping, seen, skipWrong, sheetId: id })
          await store.settle(tx, actor, id, balance)
          return balance
        })
        return done(c, ...importer.done(into, outcome))
      })
    })
    .get(`${path}/:sheet/faults.xlsx`, async (c) => {
      const into = await intoOf(c)
      const { filename, mapping, table } = await sheetOf(c, into)
      if (Object.keys(checkMapping(table.header, fields, mapping)).length > 0) throw new Conflict(t.matchTheColumnsFirst)
      const { problems } = await importer.plan(c.var.db, c.var.actor, into, table, mapping)
      const file = `${filename.replace(/\.\w{1,5}$/, '')}-faults`
      return sendXlsx(c, { file, sheet: 'Rows', title: importer.title(), ...faultyRows(table, problems) })
    })
    .get(exported, async (c) => {
      const into = await intoOf(c)
      return sendXlsx(c, await importer.current(c.var.db, c.var.actor, into))
    })
}

/** A file that was handed in for another group is none of this one. */
function requireOf({ groupId }: { groupId: number | null }, into: { groupId?: number }): void {
  if (groupId !== (into.groupId ?? null)) throw new NotFound(refusals.thereIsNoSuchFile)
}
