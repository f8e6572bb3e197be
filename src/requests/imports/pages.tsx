import * as z from 'zod'
import { whyNotUndoStep } from '../../groups/queries.ts'
import { sayUnread } from '../../lib/sheet/table.ts'
import { AlikeLine } from '../../lib/ui/alike.tsx'
import { Check, Field, Form } from '../../lib/ui/form.tsx'
import { tick } from '../../lib/ui/forms.ts'
import { runPages } from '../../lib/ui/imports/pages.tsx'
import type { Importer } from '../../lib/ui/imports/run.ts'
import { sendXlsx } from '../../lib/ui/imports/sheets.tsx'
import { Faults, Runs } from '../../lib/ui/imports/views.tsx'
import { Listing, Table, Thing } from '../../lib/ui/lists.tsx'
import { Button, Fold, Heading, Note } from '../../lib/ui/parts.tsx'
import { tableIn } from '../../lib/ui/upload.ts'
import { act, type C, done, idOf, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { getCollatedGroup, type RequestGroup } from '../core/queries.ts'
import { askedGroup, GroupTabs, inGroup } from '../group-choice.tsx'
import { alikeThings } from '../similar-rules.ts'
import { bringRequests, FaultyRows } from './actions.ts'
import { columnNames, type Fault, headsNow } from './rules.ts'
import { undoRequests } from './undo-actions.ts'
import { getRequestImport, listImports, listTwins, planRequestsUndo } from './undo-queries.ts'

const t = textsOf('requests', 'imports')

const FileForm = z.object({ file: z.instanceof(File), goodOnes: tick() })

type Found = Awaited<ReturnType<typeof getRequestImport>>

const lineOf = ({ id, filename, by, at, undoneAt }: Pick<Found, 'id' | 'filename' | 'by' | 'at' | 'undoneAt'>) => ({
  ...{ source: filename, href: `/requests/imports/${id}`, by, at },
  state: undoneAt ? ('undone' as const) : ('done' as const),
})

const runOf = (found: Found) => ({
  ...{ ...found, ...lineOf(found) },
  home: { href: '/requests/import', label: t.importEarlierRequests },
  counts: [
    { what: t.rowsTaken, count: found.taken },
    { what: t.rowsLeftOut, count: found.skipped },
  ],
})

/** Requests that came with a file and are like others, each with the way to merge the two. */
function Twins({ twins }: { twins: Awaited<ReturnType<typeof listTwins>> }) {
  if (twins.length === 0) return null
  return (
    <Listing title={t.likeOthers}>
      {twins.map(({ id, title, other }) => (
        <Thing
          title={`#${id} ${title}`}
          href={`/requests/${id}`}
          act={<Button href={`/requests/${id}/merge?into=${other.id}`} label={t.mergeWith({ id, other: other.id })} text={t.merge} />}
        >
          {alikeThings([other]).map((thing) => (
            <AlikeLine thing={thing} />
          ))}
        </Thing>
      ))}
    </Listing>
  )
}

const importer: Importer<ReturnType<typeof runOf>> = {
  path: '/requests/imports/:run',
  one: 'file',
  get: async (c) => runOf(await getRequestImport(c.var.db, c.var.actor, idOf(c, 'run'))),
  more: async (c, { id, faults, undoneAt }) => (
    <>
      <Faults title={t.rowsLeftOut2} faults={faults} />
      {!undoneAt && <Twins twins={await listTwins(c.var.db, c.var.actor, id)} />}
    </>
  ),
  undo: {
    act: ['undoRequestImport', 'Undo an import of requests'],
    lead: () => t.undoLead,
    whyNot: (c, { groupId }) => whyNotUndoStep(c.var.db, groupId, 'requests'),
    plan: (c, { id }) => planRequestsUndo(c.var.db, id),
    run: ({ var: { write, actor, consequences } }, { id }) => write((tx) => undoRequests(tx, actor, consequences, id)),
  },
}

function ImportPage(props: {
  group: RequestGroup
  imports: Awaited<ReturnType<typeof listImports>>
  faults?: Fault[]
  good?: number
  unread?: string[]
}) {
  const { group, imports, faults, good = 0, unread = [] } = props
  return (
    <>
      <Heading title={t.importEarlierRequests} meta={<a href="/requests">{t.requests}</a>} lead={t.aSpreadsheetXlsxOrCsvWith}>
        <GroupTabs group={group} path="/requests/import" />
      </Heading>
      {faults && (
        <Note mood="late">
          {[t.nothingImportedRowsErrors({ faults: faults.length, good }), sayUnread(unread)].filter(Boolean).join(' ')}
        </Note>
      )}
      {faults && <Faults title={t.rowsWithErrors} faults={faults} />}
      <Form action={inGroup(group, '/requests/import')} multipart>
        <Field name="file" label={t.file} type="file" accept=".xlsx,.csv,.tsv,.txt" />
        <Check name="goodOnes" label={t.importOnlyRowsWithoutErrors} />
        <div class="row">
          <Button kind="primary">{t.importFile}</Button>
          <Button href="/requests/import/template.xlsx">{t.downloadEmptySpreadsheet}</Button>
        </div>
      </Form>
      <Fold title={t.columnNames2}>
        <Table
          caption={t.columns}
          columns={[{ label: t.meaning }, { label: t.names }]}
          rows={headsNow().map(([column, heads]) => [columnNames[column], heads.join(', ')])}
        />
        <p class="meta">{t.neededAreATitleAndA}</p>
      </Fold>
      <Runs runs={imports.map(lineOf)} />
    </>
  )
}

async function show(c: C, more: { faults?: Fault[]; good?: number; unread?: string[] } = {}) {
  const group = await getCollatedGroup(c.var.db, c.var.actor, askedGroup(c))
  return c.var.page(t.importEarlierRequests, <ImportPage group={group} imports={await listImports(c.var.db, group.id)} {...more} />)
}

/** Requests of the years before from a spreadsheet, each file with its way back. */
export const pastPages = runPages(importer)
  .get('/requests/import', (c) => show(c))
  .get('/requests/import/template.xlsx', async (c) => {
    await getCollatedGroup(c.var.db, c.var.actor, askedGroup(c))
    const titles = headsNow().map(([, [first = '']]) => first.charAt(0).toUpperCase() + first.slice(1))
    const title = t.importEarlierRequests
    return sendXlsx(c, { file: 'requests-to-fill-in', sheet: 'Requests', title, titles, rows: [] })
  })
  .post('/requests/import', act('work', 'importRequests', 'Import requests of earlier years', FileForm, { files: ['file'] }), async (c) => {
    const { db, actor, write, offers } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    const again = (error: unknown) => {
      if (!(error instanceof FaultyRows)) return show(c)
      // The page says which rows, and the form nothing.
      c.set('refused', { message: error.message, fields: {}, typed: {}, form: 'rows' })
      return show(c, error)
    }
    return refusable(c, again).take(FileForm, async ({ file, goodOnes }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const table = await tableIn(bytes)
      const brought = await write((tx) =>
        bringRequests(tx, actor, group.id, { filename: file.name, bytes, table }, { ...offers, goodOnes }),
      )
      return done(
        c,
        // Where rows were left out, which and why.
        brought.faults.length > 0 ? `/requests/imports/${brought.id}` : inGroup(group, '/requests'),
        [
          t.requestsImportedRowsRowsLeft({ requests: brought.requests, rows: brought.rows, left: brought.faults.length }),
          sayUnread(brought.unread),
        ]
          .filter(Boolean)
          .join(' '),
      )
    })
  })
