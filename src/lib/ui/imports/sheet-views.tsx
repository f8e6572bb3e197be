import type { Mapping, SheetField, SheetPlan } from '../../sheet/rules.ts'
import { type Table as SheetTable, sayUnread, unreadColumns } from '../../sheet/table.ts'
import { Check, Field, Form, Hidden, Select } from '../form.tsx'
import { formatNumber } from '../format.ts'
import { languageNow } from '../language.ts'
import { dotted, Table, Thing, Things } from '../lists.tsx'
import { Button, Empty, Fold, Note, Section, Submit, Titled } from '../parts.tsx'
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

/** What it would do in a line, leaving out what there is nothing of. */
function sumOf({ problems, changes, unchanged }: SheetPlan<unknown>): string {
  const fresh = changes.filter((one) => one.fresh).length
  const counts = { fresh, changed: changes.length - fresh, unchanged, wrong: problems.length }
  const said = (['fresh', 'changed', 'unchanged', 'wrong'] as const).flatMap((what) =>
    counts[what] > 0 ? [t.sums[what]({ n: counts[what] })] : [],
  )
  return [said.length > 0 && `${said.join(', ')}.`, t.nothingIsSavedYet].filter(Boolean).join(' ')
}

type Change = SheetPlan<unknown>['changes'][number]

const Changes = ({ changes, label }: { changes: readonly Change[]; label: string }) => (
  <>
    <Things label={label}>
      {changes.slice(0, shownChanges).map((one) => (
        <Thing
          title={one.title}
          meta={one.changes
            .map(({ label, before, after }) => `${label}: ${before === undefined ? after : `${before} → ${after}`}`)
            .join(' · ')}
        />
      ))}
    </Things>
    {changes.length > shownChanges && <p class="meta">{t.andMore({ n: formatNumber(languageNow(), changes.length - shownChanges) })}</p>}
  </>
)

/** The one button, and what it does: what is there and changes is read first, what is new is folded. */
function Apply({ plan: { problems, changes }, path, seen }: Pick<SheetPreview, 'plan' | 'path' | 'seen'>) {
  if (changes.length === 0) return problems.length === 0 ? <Empty title={t.noChangesSiteAlreadyHas} /> : null
  const fresh = changes.filter((one) => one.fresh)
  const changed = changes.filter((one) => !one.fresh)
  return (
    <>
      <Form action={`${path}/apply`} id="apply">
        <Hidden name="seen" value={seen} />
        {problems.length > 0 && <Check name="skipWrong" label={t.leaveOutFaults({ n: problems.length })} />}
        <Submit kind="primary">{t.saveChanges({ changes: changes.length })}</Submit>
      </Form>
      {changed.length > 0 && (
        <Section title={t.showChanged({ n: changed.length })}>
          <Changes changes={changed} label={t.states.changed} />
        </Section>
      )}
      {fresh.length > 0 && (
        <Fold title={t.showFresh({ n: fresh.length })}>
          <Changes changes={fresh} label={t.states.fresh} />
        </Fold>
      )}
    </>
  )
}

/** Which column is which, and how the file begins: right most of the time. */
function Columns({ table, fields, mapping, path }: Pick<SheetPreview, 'table' | 'fields' | 'mapping' | 'path'>) {
  const { header, rows, encoding } = table
  const columns = header.slice(0, 8)
  return (
    <Fold title={t.matchColumns} id="columns">
      <p class="meta">{t.readAsRows({ encoding, n: rows.length })}</p>
      <Form action={`${path}/map`} id="map" values={{ ...mapping, headerLine: String(table.headerLine) }}>
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
      </Form>
      <Section title={t.firstRows}>
        <Table
          caption={t.theFirstRowsOfTheFile}
          columns={columns.map((label) => ({ label }))}
          rows={rows.slice(0, 5).map(({ cells }) => columns.map((column) => cells[column] ?? ''))}
        />
      </Section>
    </Fold>
  )
}

/** What a spreadsheet would do: the sum, what is wrong row by row, the one button, and every difference. */
export function SheetPreviewPage(preview: SheetPreview) {
  const { title, meta, filename, table, mapping, unmatched, plan, path, message } = preview
  const { problems } = plan
  const left = !unmatched && sayUnread(unreadColumns(table, Object.values(mapping)))
  return (
    <Titled title={title} meta={meta ? dotted([meta, filename]) : filename} lead={unmatched ? t.nothingIsSavedYet : sumOf(plan)}>
      {message && <Note mood="late">{message}</Note>}
      {left && <Note mood="wait">{left}</Note>}
      {!unmatched && (
        <>
          {problems.length > 0 && (
            <>
              <Faults title={t.rowsHaveErrors({ problems: problems.length })} faults={problems} />
              <p>
                {t.correctFileUploadAgainImport} <a href={`${path}/faults.xlsx`}>{t.downloadFaults}</a>
              </p>
            </>
          )}
          <Apply {...preview} />
        </>
      )}
      <Columns {...preview} />
    </Titled>
  )
}
