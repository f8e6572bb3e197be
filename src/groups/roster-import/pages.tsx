import type { Context } from 'hono'
import * as z from 'zod'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { writeXlsx } from '../../lib/sheet/write.ts'
import { act } from '../../lib/ui/acts.ts'
import { safeName, sendFile } from '../../lib/ui/download.ts'
import { formatNumber, plural } from '../../lib/ui/format.ts'
import { type Refused, readForm } from '../../lib/ui/forms.ts'
import { SheetPreviewPage, SheetUpload } from '../../lib/ui/sheet-import.tsx'
import { line } from '../../lib/ui/texts.ts'
import { readUpload, tableIn } from '../../lib/ui/upload.ts'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { keepSheet, mapSheet, settleSheet, takeSheet } from '../../people/sheets/actions.ts'
import { getSheet } from '../../people/sheets/queries.ts'
import { checkMapping, guessMapping } from '../../people/sheets/rules.ts'
import { mayAppoint } from '../../policy.ts'
import { getGroup } from '../queries.ts'
import { applyRoster } from './actions.ts'
import { exportRoster, planRosterTable, rosterRowsOf } from './queries.ts'
import { rosterFields, rosterFingerprint } from './rules.ts'
import { showRosterBalance } from './undo/pages.tsx'
import { listRosterImports } from './undo/queries.ts'
import { RosterImports } from './undo/views.tsx'

const MapForm = z.object(Object.fromEntries(rosterFields.map(({ name }) => [name, line(300).optional()])))
const ApplyForm = z.object({ seen: line(64) })

const pathOf = (c: Context<Env>): string => `/roster/${c.req.param('group')}/import/${idOf(c, 'sheet')}`

async function groupOf(c: Context<Env>) {
  const group = await getGroup(c.var.db, c.req.param('group') ?? '')
  if (!mayAppoint(c.var.actor, group.id)) throw new NotFound('No such group.')
  return group
}

async function showUpload(c: Context<Env>, refused?: Refused) {
  const group = await groupOf(c)
  return c.var.page({
    title: `Import the roster of ${group.name}`,
    status: refused ? 422 : 200,
    children: (
      <>
        <SheetUpload
          title="Import a roster"
          meta={group.name}
          lead="Who served, in which role, and when: days, years like 2016-2018, or ? where nobody knows. Nobody is mailed, and nobody is subscribed."
          action={`/roster/${group.slug}/import`}
          fields={rosterFields}
          templateHref={`/roster/${group.slug}/export.xlsx`}
          refused={refused}
        />
        <RosterImports group={group} imports={await listRosterImports(c.var.db, group.id)} />
      </>
    ),
  })
}

async function showPreview(c: Context<Env>, { message }: { message?: string } = {}) {
  const { db, actor } = c.var
  const group = await groupOf(c)
  const sheet = await getSheet(db, actor, 'roster', idOf(c, 'sheet'))
  if (sheet.groupId !== group.id) throw new NotFound('There is no such file.')
  if (sheet.bytes === null) throw new Conflict('This file was applied already, or is too old. Hand it in again.')
  const read = await tableIn(sheet.bytes)
  const wrong = checkMapping(read.header, rosterFields, sheet.mapping)
  const mappingRefused =
    Object.keys(wrong).length > 0 ? { message: 'Say which column is which.', fields: wrong, typed: sheet.mapping } : undefined
  const plan = mappingRefused
    ? { problems: [], changes: [], writes: [], unchanged: 0 }
    : await planRosterTable(db, actor, group.id, read, sheet.mapping)
  return c.var.page({
    title: `Import the roster of ${group.name}`,
    status: message ? 422 : 200,
    children: (
      <SheetPreviewPage
        title="Import a roster"
        meta={group.name}
        filename={sheet.filename}
        encoding={read.encoding}
        rows={read.rows.length}
        header={read.header}
        sample={read.rows.slice(0, 5).map((row) => row.cells)}
        fields={rosterFields}
        mapping={sheet.mapping}
        mappingRefused={mappingRefused}
        problems={plan.problems}
        changes={plan.changes}
        unchanged={plan.unchanged}
        path={pathOf(c)}
        seen={rosterFingerprint(plan)}
        message={message}
      />
    ),
  })
}

/** The roster of a group from a spreadsheet, and as one. */
export const rosterImportPages = pages()
  .get('/roster/:group/import', (c) => showUpload(c))
  .post('/roster/:group/import', act('work', 'Read a sheet of a roster', undefined, { files: ['file'] }), async (c) => {
    const { write, actor } = c.var
    const group = await groupOf(c)
    return refusable(c, (refused) => showUpload(c, refused)).run(async (body) => {
      const { filename, bytes, table } = await readUpload(body)
      const mapping = guessMapping(table.header, rosterFields)
      const id = await write((tx) => keepSheet(tx, actor, { kind: 'roster', groupId: group.id, filename, bytes, mapping }))
      return c.redirect(`/roster/${group.slug}/import/${id}`, 303)
    })
  })
  .get('/roster/:group/import/:sheet', async (c) => (await showRosterBalance(c)) ?? showPreview(c))
  .post('/roster/:group/import/:sheet/map', act('work', 'Say which column is which', MapForm), async (c) => {
    const { write, actor } = c.var
    await groupOf(c)
    const mapping = readForm(MapForm, await bodyOf(c))
    const chosen = Object.fromEntries(Object.entries(mapping).filter((entry): entry is [string, string] => Boolean(entry[1])))
    await write((tx) => mapSheet(tx, actor, 'roster', idOf(c, 'sheet'), chosen))
    return c.redirect(pathOf(c), 303)
  })
  .post('/roster/:group/import/:sheet/apply', act('work', 'Apply a sheet of a roster', ApplyForm), async (c) => {
    const { db, write, actor } = c.var
    const group = await groupOf(c)
    const { bytes } = await getSheet(db, actor, 'roster', idOf(c, 'sheet'))
    const { seen } = readForm(ApplyForm, await bodyOf(c))
    if (bytes === null) throw new Conflict('This file was applied already, or is too old. Hand it in again.')
    try {
      const table = await tableIn(bytes)
      const { added, ended } = await write(async (tx) => {
        const sheet = await takeSheet(tx, actor, 'roster', idOf(c, 'sheet'))
        if (sheet.groupId !== group.id) throw new NotFound('There is no such file.')
        if (Object.keys(checkMapping(table.header, rosterFields, sheet.mapping)).length > 0) throw new Invalid('Say which column is which.')
        const balance = await applyRoster(tx, actor, group.id, rosterRowsOf(table, sheet.mapping), { seen, sheetId: sheet.id })
        await settleSheet(tx, actor, sheet.id, balance)
        return balance
      })
      return done(
        c,
        `/roster/${group.slug}/edit`,
        `${plural('en', added, { one: '# term', other: '# terms' })} added, ${formatNumber('en', ended)} ended.`,
      )
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return showPreview(c, { message: error.message })
    }
  })
  .get('/roster/:group/export.xlsx', async (c) => {
    const group = await groupOf(c)
    const { titles, rows } = await exportRoster(c.var.db, c.var.actor, group.id)
    const bytes = await writeXlsx([{ name: 'Roster', columns: titles.map((title) => ({ title })), rows }], `Roster of ${group.name}`)
    const name = `${safeName(group.slug, 'roster')}-roster.xlsx`
    return sendFile(c, { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: bytes.length }, bytes)
  })
