import type { Context } from 'hono'
import * as z from 'zod'
import { writeXlsx } from '../../lib/sheet/write.ts'
import { act } from '../../lib/ui/acts.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { Check, Field } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { type Refused, tick } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Heading, Note, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { tableIn } from '../../lib/ui/upload.ts'
import { done, type Env, pages, refusable } from '../../lib/ui/web.tsx'
import { plural } from '../parts.tsx'
import { getCollatedGroup } from '../queries.ts'
import { bringRequests, FaultyRows } from './actions.ts'
import { listImports } from './queries.ts'
import { type Column, columnNames, columns, type Fault } from './rules.ts'

type C = Context<Env>

const FileForm = z.object({ file: z.instanceof(File), goodOnes: tick() })

function ImportPage(props: { imports: Awaited<ReturnType<typeof listImports>>; faults?: Fault[]; good?: number; refused?: Refused }) {
  const { imports, faults, good = 0, refused } = props
  return (
    <>
      <Heading
        title="Requests of the years before"
        meta={<a href="/requests">Requests</a>}
        lead="A spreadsheet (XLSX or CSV) with a row for each request, its votes and the vendor’s answers, with their dates. Nobody is written to."
      />
      {faults && (
        <Note mood="late">
          {plural(faults.length, 'row', 'rows')} cannot be taken, {formatNumber('en', good)} could be. Nothing was changed.
        </Note>
      )}
      {faults && (
        <Table
          caption="Rows that cannot be taken"
          columns={[{ label: 'Line', numeric: true }, { label: 'Why' }]}
          rows={faults.slice(0, 500).map(({ line, problem }) => [line, problem])}
        />
      )}
      <Form action="/requests/import" multipart refused={faults ? undefined : refused}>
        <Field name="file" label="File" type="file" accept=".xlsx,.csv,.tsv,.txt" />
        <Check name="goodOnes" label="Leave out the rows that cannot be taken, and take the others" />
        <div class="row">
          <Button kind="primary">Bring them in</Button>
          <Button href="/requests/import/template.xlsx">A spreadsheet to fill in</Button>
        </div>
      </Form>
      <Section title="What the columns may be called">
        <Table
          caption="Columns"
          hideCaption
          columns={[{ label: 'Meaning' }, { label: 'Names' }]}
          rows={Object.entries(columns).map(([name, words]) => [columnNames[name as Column], words.join(', ')])}
        />
        <p class="meta">
          Needed are a title and a day of submission. Several rows with one number are one request with several votes or answers.
          Institutions are separated by semicolons; “Corrib Institute (must)” says how strongly.
        </p>
      </Section>
      {imports.length > 0 && (
        <Section title="Brought in before">
          <Table
            caption="Files that were brought in"
            hideCaption
            columns={[
              { label: 'File' },
              { label: 'When' },
              { label: 'Who' },
              { label: 'Rows', numeric: true },
              { label: 'Left out', numeric: true },
              { label: 'How it stands' },
            ]}
            rows={imports.map((one) => [
              <a class="break" href={`/requests/imports/${one.id}`}>
                {one.filename}
              </a>,
              <Time at={one.at} style="short" />,
              one.person ?? 'The program',
              one.taken,
              one.skipped,
              <State mood={one.undoneAt ? undefined : 'good'}>{one.undoneAt ? 'Taken back' : 'Done'}</State>,
            ])}
          />
        </Section>
      )}
    </>
  )
}

async function show(c: C, more: { faults?: Fault[]; good?: number; refused?: Refused } = {}) {
  const group = await getCollatedGroup(c.var.db, c.var.actor)
  return c.var.page({
    title: 'Requests of the years before',
    status: more.refused ? 422 : 200,
    children: <ImportPage imports={await listImports(c.var.db, group.id)} {...more} />,
  })
}

export const pastPages = pages()
  .get('/requests/import', (c) => show(c))
  .get('/requests/import/template.xlsx', async (c) => {
    await getCollatedGroup(c.var.db, c.var.actor)
    const titles = Object.values(columns).map(([first]) => first.charAt(0).toUpperCase() + first.slice(1))
    const bytes = await writeXlsx(
      [{ name: 'Requests', columns: titles.map((title) => ({ title })), rows: [] }],
      'Requests of the years before',
    )
    return sendFile(
      c,
      { name: 'requests-to-fill-in.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: bytes.length },
      bytes,
    )
  })
  .post('/requests/import', act('work', 'Bring in requests of the years before', FileForm, { files: ['file'] }), async (c) => {
    const { db, actor, write, offers } = c.var
    const group = await getCollatedGroup(db, actor)
    const again = (refused: Refused, error: unknown) =>
      show(c, error instanceof FaultyRows ? { faults: error.faults, good: error.good, refused } : { refused })
    return refusable(c, again).take(FileForm, async ({ file, goodOnes }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const table = await tableIn(bytes)
      const brought = await write((tx) =>
        bringRequests(tx, actor, group.id, { filename: file.name, bytes, table }, { ...offers, goodOnes }),
      )
      const left = brought.faults.length > 0 ? `; ${plural(brought.faults.length, 'row was', 'rows were')} left out` : ''
      return done(
        c,
        '/requests',
        `${plural(brought.requests, 'request', 'requests')} of ${plural(brought.rows, 'row', 'rows')} ${brought.requests === 1 ? 'is' : 'are'} here now${left}.`,
      )
    })
  })
