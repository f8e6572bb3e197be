import { formatNumber } from '../../lib/ui/format.ts'
import type { RunLine } from '../../lib/ui/imports/run.ts'
import { Runs } from '../../lib/ui/imports/views.tsx'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Section } from '../../lib/ui/parts.tsx'
import { PlanTable } from '../uploads/views.tsx'
import type { readParts } from './queries.ts'

/** Everything that was brought into a list. */
export const ImportsPage = ({ list, runs }: { list: { name: string; title: string }; runs: RunLine[] }) => (
  <>
    <Heading
      title="What was brought in"
      meta={<a href={`/lists/${list.name}`}>{list.title}</a>}
      lead="Each import with its balance. Until its step of the first weeks is confirmed it can be taken back."
      actions={<Button href={`/lists/${list.name}/import`}>Subscribe from a file</Button>}
    />
    {runs.length === 0 && <Empty title="Nothing was brought into this list." />}
    <Runs runs={runs} title="Imports" />
  </>
)

const kinds: Record<string, string> = {
  member: 'Members',
  line: 'Lines of the file',
  leaver: 'Taken off the list',
  ban: 'Bans',
  stranger: 'Strangers with a rule',
  held: 'Held mail',
  applicant: 'Requests to join',
  address: 'Old addresses',
}
const outcomes = { added: 'Done', known: 'Was here already', left: 'Left out', wrong: 'Wrong' } as const

type Mail = Awaited<ReturnType<typeof readParts>>['mail'][number]

const Archive = ({ mail }: { mail: Mail[] }) => {
  const sum = (pick: (one: Mail) => number) =>
    formatNumber(
      'en',
      mail.reduce((total, one) => total + pick(one), 0),
    )
  return (
    <Table
      caption="Archive"
      columns={[{ label: 'Messages' }, { label: 'How many', numeric: true }]}
      rows={[
        ['Imported', sum((one) => one.imported)],
        ['Imported, though something was wrong with them', sum((one) => one.repaired)],
        ['In the list already', sum((one) => one.duplicate)],
        ['Kept for a person to look at', sum((one) => one.quarantined)],
      ]}
      foot={['Found', sum((one) => one.imported + one.repaired + one.duplicate + one.quarantined)]}
    />
  )
}

/** What became of the parts of an import: people, what waits, mail, what was left out, and what became what. */
export function BroughtParts({ parts: { counts, left, mail, plan } }: { parts: Awaited<ReturnType<typeof readParts>> }) {
  return (
    <>
      <Section title="Balance">
        {counts.length + mail.length === 0 && <Empty title="Nothing was in it." />}
        {counts.length > 0 && (
          <Table
            caption="People and what waits"
            columns={[{ label: 'What' }, { label: 'What became of it' }, { label: 'How many', numeric: true }]}
            rows={counts.map(({ kind, outcome, items }) => [kinds[kind] ?? kind, outcomes[outcome], formatNumber('en', items)])}
          />
        )}
        {mail.length > 0 && <Archive mail={mail} />}
      </Section>
      {left.length > 0 && (
        <Section title="What was left out">
          <ul class="links">
            {left.map(({ key, reason }) => (
              <li>
                <span class="break">{key}</span> <span class="meta">{reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {plan.length > 0 && <PlanTable rows={plan} />}
    </>
  )
}
