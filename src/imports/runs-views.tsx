import { formatNumber } from '../lib/ui/format.ts'
import type { RunLine } from '../lib/ui/imports/run.ts'
import { Runs } from '../lib/ui/imports/views.tsx'
import { sayKept } from '../lib/ui/kept.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Table } from '../lib/ui/lists.tsx'
import { Button, Empty, Section, Titled } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { readParts } from './runs-queries.ts'
import { PlanTable } from './uploads/views.tsx'

const t = textsOf('imports', 'runs')
const uploads = textsOf('imports', 'uploads')

/** Everything that was brought into a list. */
export const ImportsPage = ({ list, runs }: { list: { name: string; title: string }; runs: RunLine[] }) => (
  <Titled
    title={t.imports2}
    meta={<a href={`/lists/${list.name}`}>{list.title}</a>}
    lead={t.everyImportItsSummaryCan}
    actions={<Button href={`/lists/${list.name}/import`}>{t.subscribeFromAFile}</Button>}
  >
    {runs.length === 0 && <Empty title={t.noImportsIntoListYet} />}
    <Runs runs={runs} title={t.imports} />
  </Titled>
)

const kinds: Record<string, string> = t.kinds
const outcomes = t.outcomes

type Parts = Awaited<ReturnType<typeof readParts>>
type Mail = Parts['mail'][number]

const Archive = ({ mail }: { mail: Mail[] }) => {
  const sum = (pick: (one: Mail) => number) => {
    const total = mail.reduce((before, one) => before + pick(one), 0)
    return formatNumber(languageNow(), total)
  }
  return (
    <Table
      caption={t.archive}
      showCaption
      columns={[{ label: t.messages }, { label: t.howMany, numeric: true }]}
      rows={[
        [t.imported, sum((one) => one.imported)],
        [t.importedWithWarnings, sum((one) => one.repaired)],
        [t.theArchiveAlready, sum((one) => one.duplicate)],
        [t.keptForAPersonToLook, sum((one) => one.quarantined)],
      ]}
      foot={[t.found, sum((one) => one.imported + one.repaired + one.duplicate + one.quarantined)]}
    />
  )
}

/** What was repaired in messages, or kept them out. */
const Reasons = ({ reasons }: { reasons: Parts['reasons'] }) => (
  <Table
    caption={t.warnings}
    showCaption
    columns={[{ label: t.warning }, { label: t.howMany, numeric: true }]}
    rows={reasons.map(({ reason, n }) => [sayKept(reason), formatNumber(languageNow(), n)])}
  />
)

/** What became of the parts of an import: people, what waits, mail, what was left out, and what became what. */
export const BroughtParts = ({ parts: { counts, left, mail, reasons, plan } }: { parts: Parts }) => (
  <>
    <Section title={t.balance}>
      {counts.length + mail.length === 0 && <Empty title={t.importWasEmpty} />}
      {counts.length > 0 && (
        <Table
          caption={t.peopleAndWaitingMessages}
          showCaption
          columns={[{ label: t.what }, { label: t.result }, { label: t.howMany, numeric: true }]}
          rows={counts.map(({ kind, outcome, items }) => [kinds[kind] ?? kind, outcomes[outcome], formatNumber(languageNow(), items)])}
        />
      )}
      {mail.length > 0 && <Archive mail={mail} />}
      {reasons.length > 0 && <Reasons reasons={reasons} />}
    </Section>
    {left.length > 0 && (
      <Section title={t.leftOut}>
        <ul class="links">
          {left.map(({ key, reason }) => (
            <li>
              {/^\d+$/.test(key) ? (
                uploads.line({ line: String(Number(key)), reason: sayKept(reason) })
              ) : (
                <>
                  <span class="break">{key}</span> <span class="meta">{sayKept(reason)}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
    )}
    {plan.length > 0 && <PlanTable rows={plan} />}
  </>
)
