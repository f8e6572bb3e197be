import type { Mapping, SheetField, SheetPlan } from '../../sheet/rules.ts'
import { type Table as SheetTable, sayUnread, unreadColumns } from '../../sheet/table.ts'
import { Check, Field, Form, Hidden, Select } from '../form.tsx'
import { formatNumber } from '../format.ts'
import { Table, Thing, Things } from '../lists.tsx'
import { Button, Empty, Facts, FormSection, Note, Section, State, Submit, Titled } from '../parts.tsx'
import { useReader } from '../reader.ts'
import { textsOf } from '../words.ts'
import { Faults } from './views.tsx'

const t = textsOf('lib', 'sheetViews')

/** Hands in a spreadsheet: nothing is changed by it. */
export function SheetUpload(props: {
  title: string
  meta: string | undefined
  lead: string
  action: string
  fields: readonly SheetField[]
  templateHref: string
}) {
  const { title, meta, lead, action, fields, templateHref } = props
  return (
    <Titled title={title} meta={meta} lead={lead}>
      <Form action={action} multipart>
        <Field
          name="file"
          type="file"
          label={t.spreadsheet}
          hint={t.csvOrXlsxAtMost100}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <div class="row">
          <Button kind="primary">{t.lookAtIt}</Button>
          <a href={templateHref}>{t.downloadCurrentDataThese}</a>
        </div>
      </Form>
      <Section title={t.knownColumns}>
        <p class="soft">{fields.map(({ label, required }) => (required ? t.needed({ label }) : label)).join(' · ')}</p>
        <p class="meta">{t.ignoreOtherColumnsNextPage}</p>
      </Section>
    </Titled>
  )
}

interface SheetPreview {
  title: string
  meta: string | undefined
  filename: string
  table: SheetTable
  fields: readonly SheetField[]
  mapping: Mapping
  /** Its columns are not matched: nothing can be said of its rows. */
  unmatched: boolean
  plan: SheetPlan<unknown>
  /** Where the mapping and the decision are posted to: `…/map`, `…/apply`. */
  path: string
  /** What is shown, so that it is what is applied. */
  seen: string
  /** Why it is not applied now, though nothing is wrong with it. */
  message: string | undefined
}

const shownChanges = 200

/** The rows that may be the header; the one that is, wherever it stands. */
const headerRows = ({ first, header, headerLine }: SheetTable) =>
  first.some(({ line }) => line === headerLine) ? first : [...first, { line: headerLine, cells: header }]

/** What a spreadsheet would do: which column is which, what is wrong row by row, every difference; and the one button. */
export function SheetPreviewPage(preview: SheetPreview) {
  const { locale } = useReader()
  const n = (value: number) => formatNumber(locale, value)
  const { title, meta, filename, table, fields, mapping, unmatched, plan, path, seen, message } = preview
  const { problems, changes, unchanged } = plan
  const { header, rows, encoding } = table
  const fresh = changes.filter((one) => one.fresh).length
  const usable = !unmatched
  const columns = header.slice(0, 8)
  const left = usable && sayUnread(unreadColumns(table, Object.values(mapping)))
  return (
    <Titled title={title} meta={meta ?? filename} lead={t.nothingIsSavedYet}>
      {message && <Note mood="late">{message}</Note>}
      <Facts
        items={[
          { term: t.file, value: filename },
          { term: t.readAs, value: encoding },
          { term: t.rows, value: n(rows.length) },
          usable && { term: t.newIt, value: n(fresh) },
          usable && { term: t.changed, value: n(changes.length - fresh) },
          usable && { term: t.unchanged, value: n(unchanged) },
          usable && { term: t.wrong, value: n(problems.length) },
        ]}
      />
      {left && <Note mood="wait">{left}</Note>}
      {usable && problems.length > 0 && (
        <>
          <Note mood="late">{t.correctFileUploadAgainImport}</Note>
          <Faults title={t.rowsHaveErrors({ problems: problems.length })} faults={problems} />
          <p>
            <a href={`${path}/faults.xlsx`}>{t.downloadFaults}</a>
          </p>
        </>
      )}
      {usable && (problems.length === 0 || changes.length > 0) && (
        <Section title={t.changesToMake}>
          {changes.length === 0 ? (
            <Empty title={t.noChangesSiteAlreadyHas} />
          ) : (
            <>
              <Form action={`${path}/apply`} id="apply">
                <Hidden name="seen" value={seen} />
                {problems.length > 0 && <Check name="skipWrong" label={t.leaveOutFaults({ n: problems.length })} />}
                <Submit kind="primary">{t.saveChanges({ changes: changes.length })}</Submit>
              </Form>
              <Things label={t.changes}>
                {changes.slice(0, shownChanges).map((one) => (
                  <Thing
                    title={one.title}
                    meta={one.changes
                      .map(({ label, before, after }) => `${label}: ${before === undefined ? after : `${before} → ${after}`}`)
                      .join(' · ')}
                    act={<State mood={one.fresh ? 'good' : 'wait'}>{one.fresh ? t.states.fresh : t.states.changed}</State>}
                  />
                ))}
              </Things>
              {changes.length > shownChanges && <p class="meta">{t.andMore({ n: n(changes.length - shownChanges) })}</p>}
            </>
          )}
        </Section>
      )}
      <FormSection title={t.matchColumns} action={`${path}/map`} id="map" values={{ ...mapping, headerLine: String(table.headerLine) }}>
        <Select
          name="headerLine"
          label={t.headerRow}
          hint={t.rowsAboveLeftOut}
          empty={false}
          options={headerRows(table).map(({ line, cells }) => ({
            value: String(line),
            label: t.rowNumber({ line, cells: cells.filter(Boolean).join(' · ').slice(0, 120) }),
          }))}
        />
        {fields.map(({ name, label, required }) => (
          <Select
            name={name}
            label={label}
            empty={t.notInThisFile}
            optional={!required}
            options={header.map((value) => ({ value, label: value }))}
          />
        ))}
        <Submit>{t.lookAgain}</Submit>
      </FormSection>
      <Section title={t.firstRows}>
        <Table
          caption={t.theFirstRowsOfTheFile}
          columns={columns.map((label) => ({ label }))}
          rows={rows.slice(0, 5).map(({ cells }) => columns.map((column) => cells[column] ?? ''))}
        />
      </Section>
    </Titled>
  )
}
