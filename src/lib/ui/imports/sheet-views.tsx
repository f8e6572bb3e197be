import type { Mapping, SheetField, SheetPlan } from '../../sheet/rules.ts'
import type { Table as SheetTable } from '../../sheet/table.ts'
import { Field, Select } from '../fields.tsx'
import { Form, Hidden } from '../form.tsx'
import { formatNumber } from '../format.ts'
import type { Refused } from '../forms.ts'
import { Table, Thing, Things } from '../lists.tsx'
import { Button, Empty, Facts, Heading, Note, Section, State } from '../parts.tsx'
import { useReader } from '../reader.ts'
import { Faults } from './views.tsx'

/** Hands in a spreadsheet: nothing is changed by it. */
export function SheetUpload(props: {
  title: string
  meta: string | undefined
  lead: string
  action: string
  fields: readonly SheetField[]
  templateHref: string
  refused: Refused | undefined
}) {
  const { title, meta, lead, action, fields, templateHref, refused } = props
  return (
    <>
      <Heading title={title} meta={meta} lead={lead} />
      <Form action={action} refused={refused} multipart>
        <Field
          name="file"
          type="file"
          label="Spreadsheet"
          hint="CSV or XLSX, at most 100,000 rows. Its first row names the columns; you see what it would do before anything is changed."
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <div class="row">
          <Button kind="primary">Look at it</Button>
          <a href={templateHref}>What is there now, as a spreadsheet with these columns</a>
        </div>
      </Form>
      <Section title="Columns that are understood">
        <p class="soft">{fields.map(({ label, required }) => (required ? `${label} (needed)` : label)).join(' · ')}</p>
        <p class="meta">Other columns are left alone. You can say on the next page which column is which.</p>
      </Section>
    </>
  )
}

interface SheetPreview {
  title: string
  meta: string | undefined
  filename: string
  table: SheetTable
  fields: readonly SheetField[]
  mapping: Mapping
  mappingRefused: Refused | undefined
  plan: SheetPlan<unknown>
  /** Where the mapping and the decision are posted to: `…/map`, `…/apply`. */
  path: string
  /** What is shown, so that it is what is applied. */
  seen: string
  /** Why it is not applied now, though nothing is wrong with it. */
  message: string | undefined
}

const shownChanges = 200

/** What a spreadsheet would do: which column is which, what is wrong row by row, every difference; and the one button. */
export function SheetPreviewPage(preview: SheetPreview) {
  const { locale } = useReader()
  const n = (value: number) => formatNumber(locale, value)
  const { title, meta, filename, table, fields, mapping, mappingRefused, plan, path, seen, message } = preview
  const { problems, changes, unchanged } = plan
  const { header, rows, encoding } = table
  const fresh = changes.filter((one) => one.fresh).length
  const usable = mappingRefused === undefined
  const columns = header.slice(0, 8)
  return (
    <>
      <Heading title={title} meta={meta ?? filename} lead="Nothing is changed yet." />
      {message && <Note mood="late">{message}</Note>}
      <Facts
        items={[
          { term: 'File', value: filename },
          { term: 'Read as', value: encoding },
          { term: 'Rows', value: n(rows.length) },
          usable && { term: 'New', value: n(fresh) },
          usable && { term: 'Changed', value: n(changes.length - fresh) },
          usable && { term: 'As they are', value: n(unchanged) },
          usable && { term: 'Wrong', value: n(problems.length) },
        ]}
      />
      {usable && problems.length > 0 && (
        <>
          <Note mood="late">Mend them in the file and hand it in again: it is taken as a whole, or not at all.</Note>
          <Faults title={problems.length === 1 ? 'One row is wrong' : `${n(problems.length)} rows are wrong`} faults={problems} />
        </>
      )}
      {usable && problems.length === 0 && (
        <Section title="What it would do">
          {changes.length === 0 ? (
            <Empty title="Nothing: everything in this file is there already." />
          ) : (
            <>
              <Form action={`${path}/apply`} id="apply">
                <Hidden name="seen" value={seen} />
                <div class="row">
                  <Button kind="primary">{changes.length === 1 ? 'Apply this change' : `Apply these ${n(changes.length)} changes`}</Button>
                </div>
              </Form>
              <Things label="Changes">
                {changes.slice(0, shownChanges).map((one) => (
                  <Thing
                    title={one.title}
                    meta={one.changes
                      .map(({ label, before, after }) => `${label}: ${before === undefined ? after : `${before} → ${after}`}`)
                      .join(' · ')}
                    act={<State mood={one.fresh ? 'good' : 'wait'}>{one.fresh ? 'New' : 'Changed'}</State>}
                  />
                ))}
              </Things>
              {changes.length > shownChanges && <p class="meta">and {n(changes.length - shownChanges)} more</p>}
            </>
          )}
        </Section>
      )}
      <Section title="Which column is which">
        <Form action={`${path}/map`} id="map" values={mapping} refused={mappingRefused}>
          {fields.map(({ name, label, required }) => (
            <Select
              name={name}
              label={label}
              empty="Not in this file"
              optional={!required}
              options={header.map((value) => ({ value, label: value }))}
            />
          ))}
          <div class="row">
            <Button>Look again</Button>
          </div>
        </Form>
      </Section>
      <Section title="The first rows">
        <Table
          caption="The first rows of the file"
          hideCaption
          columns={columns.map((label) => ({ label }))}
          rows={rows.slice(0, 5).map(({ cells }) => columns.map((column) => cells[column] ?? ''))}
        />
      </Section>
    </>
  )
}
