import { Difference } from '../../lib/ui/difference.tsx'
import { Field, Hidden, optionsById, Select, TextArea } from '../../lib/ui/form.tsx'
import { dotted, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Buttons, Empty, Facts, FormSection, Heading, type Mood, Note, PostButton, State, Submit, Tabs } from '../../lib/ui/parts.tsx'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { listGroups } from '../queries.ts'
import type { getAction, listActions, listOwners } from './queries.ts'
import { changedSince, decideUrgency, type Shown, shownOf } from './rules.ts'

const t = textsOf('groups', 'tasksPage')

type Found = Awaited<ReturnType<typeof listActions>>
type Owners = Awaited<ReturnType<typeof listOwners>>

const moods: Record<ReturnType<typeof decideUrgency>, Mood | undefined> = {
  late: 'late',
  soon: 'wait',
  later: undefined,
  undated: undefined,
}

function Due({ action, today }: { action: Found['actions'][number]; today: string }) {
  if (action.state !== 'open') return <State mood={action.state === 'done' ? 'good' : undefined}>{t.states[action.state]}</State>
  const urgency = decideUrgency(action.dueOn, today)
  if (!action.dueOn) return <State>{t.noDaySet}</State>
  return <State mood={moods[urgency]}>{t.due({ late: urgency === 'late', day: <Day on={action.dueOn} /> })}</State>
}

/** My actions, those of my groups, and what was settled. */
export function ActionsPage(props: {
  view: 'mine' | 'group' | 'settled'
  found: Found
  page: number
  groups: Awaited<ReturnType<typeof listGroups>>
  owners: Owners
  today: string
}) {
  const { view, found, page, groups, owners, today } = props
  const [group] = groups
  const { alone } = useReader()
  const everybody = [...new Map(owners.map((one) => [one.id, one])).values()]
  return (
    <>
      <Heading title={t.actions}>
        <Tabs
          label={t.whichActions}
          items={[
            { href: '/actions', label: t.mine, current: view === 'mine' },
            { href: '/actions?view=group', label: t.ofMyGroups, current: view === 'group' },
            { href: '/actions?view=settled', label: t.settled, current: view === 'settled' },
          ]}
        />
      </Heading>
      <Things
        label={t.actions}
        none={
          <Empty title={view === 'settled' ? t.noFinishedTasksYet : t.noOpenTasks}>
            {view === 'mine' && t.tasksMeetingsHandoversEmails}
          </Empty>
        }
      >
        {found.actions.map((action) => (
          <Thing
            title={action.title}
            href={`/actions/${action.id}`}
            meta={dotted([
              <Due action={action} today={today} />,
              view !== 'mine' && (action.owner ?? t.nobodyYet),
              action.group !== alone && action.group,
            ])}
            act={
              action.state === 'open' &&
              action.mayChange && (
                <PostButton action={`/actions/${action.id}/settle`} fields={{ state: 'done' }} label={t.done({ title: action.title })}>
                  {t.done2}
                </PostButton>
              )
            }
          />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => `/actions?view=${view}&page=${to}`} />
      {group && (
        <FormSection title={t.newTask} action="/actions" values={{ group: group.slug }}>
          <Field name="title" label={t.task} maxlength={300} />
          <Select name="group" label={t.group} options={groups.map((one) => ({ value: one.slug, label: one.name }))} empty={false} />
          <Select name="ownerId" label={t.person} options={optionsById(everybody)} empty={t.nobodyYet} optional />
          <Field name="dueOn" type="date" label={t.by} short optional />
          <TextArea name="note" label={t.note} rows={2} optional />
          <Submit>{t.addTask}</Submit>
        </FormSection>
      )}
    </>
  )
}

const sources = [
  [/^\/meetings\//, 'meeting'],
  [/^\/lists\//, 'message'],
  [/^\/requests\//, 'request'],
  [/^\/handovers\//, 'handover'],
  [/^\/decisions\//, 'decision'],
] as const

/** Where an action came from, as a person says it. */
function sourceName(path: string): string {
  const source = sources.find(([begins]) => begins.test(path))?.[1]
  return source ? t.sources[source] : t.itsPage
}

type Action = Awaited<ReturnType<typeof getAction>>

/** What somebody else changed since the form was shown. */
function Meanwhile({ action, seen }: { action: Action; seen: Shown }) {
  const now = shownOf(action)
  const changed = changedSince(seen, now) ?? []
  const said = (fact: keyof Shown, term: string, value: Child) => changed.includes(fact) && { term, value }
  return (
    <Note mood="late">
      <p>{t.someoneChangedTask}</p>
      <Facts
        items={[
          said('title', t.task, <Difference before={seen.title} after={now.title} />),
          said('ownerId', t.person, action.owner ?? t.nobodyYet),
          said('dueOn', t.by, action.dueOn ? <Day on={action.dueOn} /> : t.noDaySet),
          said('note', t.note, <Difference before={seen.note} after={now.note} />),
          said('state', t.result, action.state === 'open' ? t.taskReopened : t.states[action.state]),
        ]}
      />
    </Note>
  )
}

const Settle = ({ path }: { path: string }) => (
  <FormSection title={t.settleIt} action={`${path}/settle`} id="settle">
    <TextArea name="outcome" label={t.result} hint={t.dropTaskEnterReason} rows={2} optional />
    <Buttons name="state" values={{ done: t.done2, dropped: t.dropTask }} kinds={{ done: 'primary' }} />
  </FormSection>
)

/** One action: where it came from, who does it, and how it ended. */
export function ActionPage(props: {
  action: Action
  owners: Owners
  today: string
  /** What the form showed before somebody else changed the action, and what it holds now. */
  overtaken?: { seen: Shown; values: Shown } | undefined
}) {
  const refused = useRefused()
  const { action, owners, today, overtaken } = props
  const path = `/actions/${action.id}`
  const now = shownOf(action)
  const { state: _, ...values } = overtaken?.values ?? now
  const open = action.state === 'open'
  return (
    <>
      <Heading title={action.title} meta={<a href="/actions">{t.actions}</a>}>
        <p>
          <Due action={action} today={today} />
        </p>
      </Heading>
      <Facts
        items={[
          { term: t.person, value: action.owner ?? t.nobodyYet },
          { term: t.group, value: action.group },
          { term: t.cameFrom, value: action.sourcePath && <a href={action.sourcePath}>{sourceName(action.sourcePath)}</a> },
          { term: t.addedOn, value: <Time at={action.createdAt} style="date" /> },
          { term: t.note, value: action.state === 'open' ? undefined : action.note },
          { term: t.finishedOn, value: action.settledAt && <Time at={action.settledAt} style="date" /> },
          { term: t.result, value: action.outcome },
        ]}
      />
      {overtaken && <Meanwhile action={action} seen={overtaken.seen} />}
      {action.mayChange && open && !overtaken && <Settle path={path} />}
      {action.mayChange && (open || overtaken) && (
        <FormSection keeps title={t.changeIt} action={path} values={values}>
          <Hidden name="asShown" value={[refused?.typed.asShown ?? JSON.stringify(now)].flat()[0] ?? ''} />
          <Field name="title" label={t.task} maxlength={300} />
          {action.groupId !== null && <Select name="ownerId" label={t.person} options={optionsById(owners)} empty={t.nobodyYet} optional />}
          <Field name="dueOn" type="date" label={t.by} short optional />
          <TextArea name="note" label={t.note} rows={3} optional />
          <Submit>{t.save}</Submit>
        </FormSection>
      )}
      {action.mayChange && !open && <PostButton action={`${path}/settle`} fields={{ state: 'open' }} text={t.reopenTask} />}
    </>
  )
}
