import type { Context } from 'hono'
import * as z from 'zod'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import type { Table } from '../../lib/sheet/table.ts'
import { writeCsv, writeXlsx } from '../../lib/sheet/write.ts'
import { act } from '../../lib/ui/acts.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { formatNumber } from '../../lib/ui/format.ts'
import { type Refused, readForm } from '../../lib/ui/forms.ts'
import { SheetPreviewPage, SheetUpload } from '../../lib/ui/sheet-import.tsx'
import { line } from '../../lib/ui/texts.ts'
import { readUpload, tableIn } from '../../lib/ui/upload.ts'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { mayKeepRegister } from '../../policy.ts'
import { keepSheet, mapSheet, settleSheet, takeSheet } from '../sheets/actions.ts'
import { getSheet } from '../sheets/queries.ts'
import { checkMapping, guessMapping } from '../sheets/rules.ts'
import { applyRegister } from './actions.ts'
import { registerFields } from './file/rules.ts'
import { exportRegister, planTable, rowsOf } from './queries.ts'
import { fingerprint } from './rules.ts'

const MapForm = z.object(Object.fromEntries(registerFields.map(({ name }) => [name, line(300).optional()])))
const ApplyForm = z.object({ seen: line(64) })

const pathOf = (c: Context<Env>): string => `/organisations/import/${idOf(c, 'sheet')}`

function requireKeeper(c: Context<Env>): void {
  if (!mayKeepRegister(c.var.actor)) throw new NotFound('There is no such page.')
}

const showUpload = (c: Context<Env>, refused?: Refused) =>
  c.var.page({
    title: 'Import the register',
    status: refused ? 422 : 200,
    children: (
      <SheetUpload
        title="Import the register"
        lead="Institutions, consortia, memberships and contracts from a spreadsheet. What is there already is found by ROR id, domain or name, so a file can be taken in again and again."
        action="/organisations/import"
        fields={registerFields}
        templateHref="/organisations/export.xlsx"
        refused={refused}
      />
    ),
  })

async function showPreview(c: Context<Env>, { table, refused, message }: { table?: Table; refused?: Refused; message?: string } = {}) {
  const { db, actor } = c.var
  const sheet = await getSheet(db, actor, 'register', idOf(c, 'sheet'))
  if (sheet.bytes === null) throw new Conflict('This file was applied already, or is too old. Hand it in again.')
  const read = table ?? (await tableIn(sheet.bytes))
  const wrong = checkMapping(read.header, registerFields, sheet.mapping)
  const mappingRefused =
    refused ?? (Object.keys(wrong).length > 0 ? { message: 'Say which column is which.', fields: wrong, typed: sheet.mapping } : undefined)
  const plan = mappingRefused ? { problems: [], changes: [], writes: [], unchanged: 0 } : await planTable(db, actor, read, sheet.mapping)
  return c.var.page({
    title: 'Import the register',
    status: refused || message ? 422 : 200,
    children: (
      <SheetPreviewPage
        title="Import the register"
        filename={sheet.filename}
        encoding={read.encoding}
        rows={read.rows.length}
        header={read.header}
        sample={read.rows.slice(0, 5).map((row) => row.cells)}
        fields={registerFields}
        mapping={sheet.mapping}
        mappingRefused={mappingRefused}
        problems={plan.problems}
        changes={plan.changes}
        unchanged={plan.unchanged}
        path={pathOf(c)}
        seen={fingerprint(plan)}
        message={message}
      />
    ),
  })
}

/** The register from a spreadsheet, and as one. */
export const registerPages = pages()
  .get('/organisations/import', (c) => {
    requireKeeper(c)
    return showUpload(c)
  })
  .post('/organisations/import', act('work', 'Read a sheet of organisations', undefined, { files: ['file'] }), async (c) => {
    requireKeeper(c)
    const { write, actor } = c.var
    return refusable(c, (refused) => showUpload(c, refused)).run(async (body) => {
      const { filename, bytes, table } = await readUpload(body)
      const mapping = guessMapping(table.header, registerFields)
      const id = await write((tx) => keepSheet(tx, actor, { kind: 'register', filename, bytes, mapping }))
      return c.redirect(`/organisations/import/${id}`, 303)
    })
  })
  .get('/organisations/import/:sheet', (c) => {
    requireKeeper(c)
    return showPreview(c)
  })
  .post('/organisations/import/:sheet/map', act('work', 'Say which column is which', MapForm), async (c) => {
    requireKeeper(c)
    const { write, actor } = c.var
    const mapping = readForm(MapForm, await bodyOf(c))
    const chosen = Object.fromEntries(Object.entries(mapping).filter((entry): entry is [string, string] => Boolean(entry[1])))
    await write((tx) => mapSheet(tx, actor, 'register', idOf(c, 'sheet'), chosen))
    return c.redirect(pathOf(c), 303)
  })
  .post('/organisations/import/:sheet/apply', act('work', 'Apply a sheet of organisations', ApplyForm), async (c) => {
    requireKeeper(c)
    const { db, write, actor } = c.var
    const { bytes } = await getSheet(db, actor, 'register', idOf(c, 'sheet'))
    const { seen } = readForm(ApplyForm, await bodyOf(c))
    if (bytes === null) throw new Conflict('This file was applied already, or is too old. Hand it in again.')
    try {
      const table = await tableIn(bytes)
      const { added, changed } = await write(async (tx) => {
        const sheet = await takeSheet(tx, actor, 'register', idOf(c, 'sheet'))
        if (Object.keys(checkMapping(table.header, registerFields, sheet.mapping)).length > 0)
          throw new Invalid('Say which column is which.')
        const balance = await applyRegister(tx, actor, rowsOf(table, sheet.mapping), seen)
        await settleSheet(tx, actor, sheet.id, balance)
        return balance
      })
      return done(c, '/organisations', `${formatNumber('en', added)} added, ${formatNumber('en', changed)} changed.`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return showPreview(c, { message: error.message })
    }
  })
  .get('/organisations/export.xlsx', async (c) => {
    const { titles, rows } = await exportRegister(c.var.db, c.var.actor)
    const bytes = await writeXlsx([{ name: 'Register', columns: titles.map((title) => ({ title })), rows }], 'Register of organisations')
    return sendFile(
      c,
      { name: 'register.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: bytes.length },
      bytes,
    )
  })
  .get('/organisations/export.csv', async (c) => {
    const { titles, rows } = await exportRegister(c.var.db, c.var.actor)
    return sendFile(c, { name: 'register.csv', type: 'text/csv; charset=utf-8' }, Buffer.from(writeCsv(titles, rows)))
  })
