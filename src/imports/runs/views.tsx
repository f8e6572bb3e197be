import { Meter } from '../../lib/ui/figures.tsx'
import { formatNumber, plural } from '../../lib/ui/format.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, type Mood, Note, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { TakenBack } from '../../lib/ui/undo.tsx'
import type { PlanRow } from '../plan/rules.ts'
import type { countItems, listBalances, listLeftItems } from '../queries.ts'
import { PlanTable } from '../uploads/views.tsx'
import { type Import, keyOf } from './queries.ts'

const programs: Record<Import['program'], string> = {
  mailman2: 'A list of Mailman 2.1',
  mailman3: 'A list of Mailman 3',
  file: 'A file of members',
  mbox: 'A mailbox',
}

const kindOf = ({ program, withMail }: Import): string => (program === 'file' && withMail ? 'Mailboxes' : programs[program])

/** How an import stands. */
export function stateOf({ undoBegunAt, undoneAt, endedAt, error }: Import): { mood?: Mood; word: string } {
  if (undoneAt) return { word: 'Taken back' }
  if (undoBegunAt) return { mood: 'wait', word: 'Being taken back' }
  if (endedAt) return { mood: 'good', word: 'Done' }
  return error ? { mood: 'late', word: 'Stopped' } : { mood: 'wait', word: 'Not ended' }
}

const StateOf = ({ brought }: { brought: Import }) => {
  const { mood, word } = stateOf(brought)
  return <State mood={mood}>{word}</State>
}

const By = ({ brought: { by, begunAt } }: { brought: Import }) => (
  <>
    {by ?? 'The command line'}, <Time at={begunAt} />
  </>
)

/** Everything that was brought into a list. */
export function ImportsPage({ list, imports }: { list: { name: string; title: string }; imports: Import[] }) {
  return (
    <>
      <Heading
        title="What was brought in"
        meta={<a href={`/lists/${list.name}`}>{list.title}</a>}
        lead="Each import with its balance. Until its step of the first weeks is confirmed it can be taken back."
        actions={<Button href={`/lists/${list.name}/import`}>Subscribe from a file</Button>}
      />
      {imports.length === 0 && <Empty title="Nothing was brought into this list." />}
      <Things label="Imports">
        {imports.map((brought) => (
          <Thing
            title={<span class="break">{brought.source}</span>}
            href={`/lists/${list.name}/imports/${keyOf(brought)}`}
            meta={
              <>
                {kindOf(brought)} · <By brought={brought} />
              </>
            }
            act={<StateOf brought={brought} />}
          />
        ))}
      </Things>
    </>
  )
}

/** How far an undo is; asked again every two seconds where there is script. */
export function UndoProgress({ path, progress: { settled, left } }: { path: string; progress: { settled: number; left: number } }) {
  const of = settled + left
  const text =
    of === 0 ? 'It is done in a moment.' : `${formatNumber('en', settled)} of ${plural('en', of, { one: '# mail', other: '# mails' })}`
  return (
    <div class="stack" hx-get={`${path}/progress`} hx-trigger="every 2s" hx-swap="outerHTML">
      <p role="status">{text}</p>
      {of > 0 && <Meter value={settled} of={of} label={text} />}
    </div>
  )
}

/** An import that is being taken back. */
export const UndoRunningPage = ({ brought, progress }: { brought: Import; progress: { settled: number; left: number } }) => {
  const path = `/lists/${brought.listName}/imports/${keyOf(brought)}`
  return (
    <>
      <Heading
        title="It is being taken back"
        meta={<a href={`/lists/${brought.listName}/imports`}>What was brought into {brought.listTitle}</a>}
        lead="You can leave this page; it goes on."
      />
      <UndoProgress path={path} progress={progress} />
      <div class="row">
        <Button href={path}>Look again</Button>
      </div>
    </>
  )
}

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

interface BalanceProps {
  brought: Import
  path: string
  counts: Awaited<ReturnType<typeof countItems>>
  left: Awaited<ReturnType<typeof listLeftItems>>
  mail: Awaited<ReturnType<typeof listBalances>>
  plan: PlanRow[]
  /** Why it cannot be taken back. */
  whyNot: string | undefined
}

type Mail = BalanceProps['mail'][number]

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

/** An import with its balance, and the way back. */
export function BalancePage({ brought, path, counts, left, mail, plan, whyNot }: BalanceProps) {
  const { listName, listTitle, source, undoneAt, error } = brought
  return (
    <>
      <Heading
        title={<span class="break">{source}</span>}
        meta={<a href={`/lists/${listName}/imports`}>What was brought into {listTitle}</a>}
        lead={
          <>
            <StateOf brought={brought} /> · {kindOf(brought)} · <By brought={brought} />
          </>
        }
        actions={<Button href={`/lists/${listName}`}>To the list</Button>}
      />
      {error && !undoneAt && <Note mood="late">{error}</Note>}
      {brought.undone && undoneAt && <TakenBack undone={brought.undone} at={undoneAt} by={brought.undoneBy} />}
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
      {!undoneAt && (
        <div class="row">{whyNot === undefined ? <Button href={`${path}/undo`}>Undo…</Button> : <p class="meta">{whyNot}</p>}</div>
      )}
    </>
  )
}
