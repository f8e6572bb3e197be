import type { Child } from 'hono/jsx'
import { type Counted, plainPlan, sumsOf, type Undone, type UndoPlan } from '../../undo.ts'
import { Meter } from '../figures.tsx'
import { Form } from '../form.tsx'
import { formatNumber } from '../format.ts'
import { sayKept } from '../kept.ts'
import { languageNow } from '../language.ts'
import { Listing, Table, Thing } from '../lists.tsx'
import { Button, Facts, type Mood, Note, PostButton, Section, State, Titled } from '../parts.tsx'
import { Time } from '../time.tsx'
import { textsOf } from '../words.ts'
import type { Run, RunLine, RunState, Takable } from './run.ts'

const t = textsOf('lib', 'views')

const n = (value: number): string => formatNumber(languageNow(), value)

const moods: Record<RunState, Mood | undefined> = {
  shown: 'wait',
  running: 'wait',
  stopped: 'late',
  failed: 'late',
  unended: 'wait',
  done: 'good',
  confirmed: 'good',
  undoing: 'wait',
  undone: undefined,
}

/** How an import stands, in a word. */
export const RunStands = ({ state }: { state: RunState }) => <State mood={moods[state]}>{t.states[state]}</State>

const From = ({ run: { by, at, note } }: { run: RunLine }) => (
  <>
    {note && `${note} · `}
    {by !== undefined && `${by ?? t.commandLine}, `}
    <Time at={at} />
  </>
)

/** What came in before, the newest first. */
export const Runs = ({ runs, title = t.earlierImports }: { runs: readonly RunLine[]; title?: string }) =>
  runs.length === 0 ? null : (
    <Listing title={title} label={t.imports}>
      {runs.map((run) => (
        <Thing
          title={<span class="break">{run.source}</span>}
          href={run.href}
          meta={<From run={run} />}
          act={<RunStands state={run.state} />}
        />
      ))}
    </Listing>
  )

const shownFaults = 500

interface Fault {
  line: number
  column?: string | undefined
  problem: string
}

/** The same fault in several lines is said once, with their numbers: the lines of the first of them say where it stands. */
export function alikeFaults(faults: readonly Fault[]): (Omit<Fault, 'line'> & { lines: number[] })[] {
  const groups = Map.groupBy(faults, ({ column, problem }) => `${column ?? ''}\n${problem}`)
  return [...groups.values()].flatMap((alike) => (alike[0] ? [{ ...alike[0], lines: alike.map(({ line }) => line) }] : []))
}

const shownLines = 8

const sayLines = (lines: readonly number[]): string => {
  const shown = lines.slice(0, shownLines).map(n).join(', ')
  return lines.length > shownLines ? `${shown} ${t.andMore({ n: n(lines.length - shownLines) })}` : shown
}

/** What cannot be taken, line by line. */
export function Faults(props: { title: string; faults: readonly Fault[] }) {
  const { title, faults } = props
  const alike = alikeFaults(faults)
  const columns = faults.some(({ column }) => column !== undefined)
  if (faults.length === 0) return null
  return (
    <Section title={title}>
      <Table
        caption={title}
        columns={[{ label: t.line, numeric: true }, ...(columns ? [{ label: t.column }] : []), { label: t.error }]}
        rows={alike
          .slice(0, shownFaults)
          .map(({ lines, column, problem }) => [sayLines(lines), ...(columns ? [column ?? ''] : []), sayKept(problem)])}
      />
      {alike.length > shownFaults && <p class="meta">{t.andMore({ n: n(alike.length - shownFaults) })}</p>}
    </Section>
  )
}

/** A balance in a few numbers: what there is how often; what there is nothing of is left out. */
const Balance = ({ counts }: { counts: readonly Counted[] }) => (
  <Facts items={counts.map(({ what, count }) => count > 0 && { term: what, value: n(count) })} />
)

/** How far an import or its undo is; asked again every two seconds where there is script. A screen reader tells of each quarter. */
export function Progress({
  run: { href, state, progress, error, counts },
}: {
  run: Pick<Run, 'href' | 'state' | 'progress' | 'error' | 'counts'>
}) {
  const { text = t.importStartsMoment, value = 0, of = 0 } = progress ?? {}
  const said = of > 0 ? t.shareDone({ percent: Math.floor((4 * Math.min(value, of)) / of) * 25 }) : t.states[state]
  return (
    <div class="stack" data-hx-get={`${href}/progress`} data-hx-trigger="every 2s" data-hx-swap="outerHTML">
      <p data-said={said}>{text}</p>
      {error && <Note mood="wait">{sayKept(error)}</Note>}
      {of > 0 && <Meter value={Math.min(value, of)} of={of} label={text} />}
      <Balance counts={counts} />
    </div>
  )
}

const TakenBack = ({ undone, at, by }: { undone: Undone; at: Date; by: string | null }) => (
  <Section
    title={t.takenBack}
    aside={
      <>
        {by ?? t.commandLine}, <Time at={at} />
      </>
    }
  >
    <Balance
      counts={[
        ...undone.goes.map(({ what, count }) => ({ what: t.gone({ what: sayKept(what) }), count })),
        ...undone.stays.map(({ what, count }) => ({ what: t.stayed({ what: sayKept(what) }), count })),
      ]}
    />
  </Section>
)

/** What can be done with an import as it stands: what comes to nothing is thrown away, what has come is taken back. */
function Ways({ run: { href, home, result, state }, whyNot, again }: { run: Run; whyNot: string | undefined; again: boolean }) {
  const back = <Button href={`${href}/undo`} kind={state === 'stopped' ? 'quiet' : undefined} text={t.undo} />
  return (
    <div class="row">
      {result && (state === 'done' || state === 'confirmed') && <Button kind="primary" href={result.href} text={result.label} />}
      {(state === 'running' || state === 'undoing') && <Button href={href}>{t.lookAgain}</Button>}
      {state === 'stopped' && again && <PostButton action={`${href}/again`} kind="primary" text={t.tryAgain} />}
      {(state === 'stopped' || state === 'done' || state === 'unended') && (whyNot === undefined ? back : <p class="meta">{whyNot}</p>)}
      {(state === 'stopped' || state === 'failed') && <Button href={home.href}>{t.importAnotherFile}</Button>}
    </div>
  )
}

/** An import: how it stands, what came of it, and the ways on. */
export function RunPage({ run, whyNot, again, more }: { run: Run; whyNot: string | undefined; again: boolean; more: Child }) {
  const { source, home, state, error, counts, undone, undoneAt, undoneByName } = run
  const moving = state === 'running' || state === 'undoing'
  return (
    <Titled
      title={<span class="break">{source}</span>}
      meta={<a href={home.href}>{home.label}</a>}
      lead={
        <>
          <RunStands state={state} /> · <From run={run} />
          {moving && <> · {t.moving}</>}
        </>
      }
    >
      {error && state === 'stopped' && <Note mood="late">{t.itStoppedWhatCameSoFar({ error: sayKept(error) })}</Note>}
      {error && (state === 'failed' || state === 'unended') && <Note mood="late">{sayKept(error)}</Note>}
      {undone && undoneAt && <TakenBack undone={undone} at={undoneAt} by={undoneByName ?? null} />}
      {moving && (
        <>
          <div id="progress">
            <Progress run={run} />
          </div>
          <p class="away" role="status" data-of="progress" />
        </>
      )}
      {!moving && counts.some(({ count }) => count > 0) && (
        <Section title={t.balance}>
          <Balance counts={counts} />
        </Section>
      )}
      {more}
      <Ways {...{ run, whyNot, again }} />
    </Titled>
  )
}

/** What taking something back would do, before it is done: what goes, what stays and why, and the one button. */
export function UndoPage(props: {
  run: Takable
  one: string
  lead: string
  plan: UndoPlan
  /** Why it cannot be done. */
  whyNot: string | undefined
}) {
  const { run, one, lead, whyNot } = props
  const { goes, stays } = plainPlan(props.plan)
  const nothing = goes.length === 0 && whyNot === undefined
  const open = whyNot === undefined && !nothing
  return (
    <Titled title={t.undoThisImport({ one })} meta={<a href={run.href}>{run.source}</a>} lead={lead}>
      {whyNot && <Note>{whyNot}</Note>}
      {nothing && <Note>{t.thereIsNothingLeftToTake}</Note>}
      {goes.length > 0 && (
        <Section title={t.whatGoes}>
          <Table
            caption={t.whatGoes}
            columns={[{ label: t.what }, { label: t.howMany, numeric: true }]}
            rows={goes.map(({ what, count }) => [what, n(count)])}
          />
        </Section>
      )}
      {stays.length > 0 && (
        <Section title={t.whatStays}>
          <Table
            caption={t.whatStays}
            columns={[{ label: t.what }, { label: t.howMany, numeric: true }, { label: t.why }]}
            rows={stays.map(({ what, count, why }) => [what, n(count), why])}
          />
        </Section>
      )}
      <Form id="undo" action={run.action ?? `${run.href}/undo`}>
        <div class="row">
          {open && <Button kind="danger">{t.undo2({ one })}</Button>}
          <Button kind="quiet" href={run.href} text={t.back({ open })} />
        </div>
      </Form>
    </Titled>
  )
}

/** What came of an undo, in a line: `Undone. 3 things were kept.` */
export const takenBack = (undone: Undone): string => t.undoneThingsWereKept({ stayed: sumsOf(undone).stayed })
