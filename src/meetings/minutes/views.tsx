import { assetPath } from '../../lib/ui/assets.ts'
import { Check, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { plural } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Heading, Note, PostButton, Section, Split, State } from '../../lib/ui/parts.tsx'
import { messagePath } from '../../lib/ui/paths.ts'
import { Day, MeetingTime, Time } from '../../lib/ui/time.tsx'
import type { listInvitations, Meeting } from '../queries.ts'
import { attendanceOptions } from '../views.tsx'
import type { MinutesList } from './lists/queries.ts'
import type { Item, Line, listCorrections, listVersions } from './queries.ts'
import { attendeesOf, countQuorum, quorumText, silentUntil } from './rules.ts'

interface Props {
  meeting: Meeting
  items: Item[]
  lines: Line[]
  invitations: Awaited<ReturnType<typeof listInvitations>>
  owners: { id: number; name: string }[]
  versions: Awaited<ReturnType<typeof listVersions>>
  corrections: Awaited<ReturnType<typeof listCorrections>>
  approved: string | undefined
  newKey(): string
  now: Date
  /** How far this page is, for who writes meanwhile. */
  horizon: number
  /** Where approved minutes can be mailed, and where they are. */
  lists: MinutesList[]
  list: { name: string; title: string } | undefined
  refused?: Refused | undefined
  form: string
}

const base = (meeting: Meeting) => `/meetings/${meeting.slug}`

function LineMark({ line }: { line: Line }) {
  if (line.kind === 'decision')
    return (
      <State mood="good">
        Decision {line.decisionId !== null && <a href={`/decisions/${line.decisionId}`}>D-{line.decisionNumber}</a>}
      </State>
    )
  if (line.kind === 'action')
    return (
      <State mood={line.actionState === 'open' ? 'wait' : 'good'}>
        Action{line.owner && `, ${line.owner}`}
        {line.dueOn && (
          <>
            , until <Day on={line.dueOn} style="short" />
          </>
        )}
      </State>
    )
  return null
}

function Conflicts({ meeting, line }: { meeting: Meeting; line: Line }) {
  if (line.conflicts.length === 0) return null
  return (
    <Note mood="wait">
      <p>Two people wrote on this line at the same time. Both texts are kept; which one stands?</p>
      {[{ text: line.text, author: line.author }, ...line.conflicts].map(({ text, author }) => (
        <form method="post" action={`${base(meeting)}/lines/${line.id}/settle`} class="row apart">
          <Hidden name="text" value={text} />
          <span>
            {text} {author && <span class="meta">{author}</span>}
          </span>
          <Button>This one</Button>
        </form>
      ))}
    </Note>
  )
}

function LineMore({ meeting, line, owners }: { meeting: Meeting; line: Line; owners: Props['owners'] }) {
  return (
    <details class="fold">
      <summary>{line.kind === 'note' ? 'Decision or action' : 'More'}</summary>
      <div class="stack">
        {line.kind === 'note' && (
          <>
            <Form action={`${base(meeting)}/lines/${line.id}/decision`} id={`d${line.id}`}>
              <p class="soft">What was decided, with the vote if there was one.</p>
              <Field name="reviewOn" type="date" label="Look at it again on" short optional />
              <div class="fields">
                <Field name="votesFor" type="number" min={0} label="For" short optional />
                <Field name="votesAgainst" type="number" min={0} label="Against" short optional />
                <Field name="abstained" type="number" min={0} label="Abstained" short optional />
              </div>
              <div class="row">
                <Button>Make it a decision</Button>
              </div>
            </Form>
            <Form action={`${base(meeting)}/lines/${line.id}/action`} id={`a${line.id}`}>
              <p class="soft">What somebody is to do.</p>
              <Select
                name="ownerId"
                label="Who"
                options={owners.map(({ id, name }) => ({ value: String(id), label: name }))}
                empty="Nobody yet"
                optional
              />
              <Field name="dueOn" type="date" label="Until" short optional />
              <div class="row">
                <Button>Make it an action</Button>
              </div>
            </Form>
          </>
        )}
        <PostButton action={`${base(meeting)}/lines/${line.id}/remove`} kind="quiet">
          Take the line out
        </PostButton>
      </div>
    </details>
  )
}

function LineForm(props: { meeting: Meeting; line?: Line; keyOf: string; itemId: number | null }) {
  const { meeting, line, keyOf, itemId } = props
  const id = line ? `l${line.id}` : `n${itemId ?? 0}`
  return (
    <form method="post" action={`${base(meeting)}/lines`} class="minute-form stack" data-version={line?.version ?? 0}>
      <Hidden name="key" value={line?.key ?? keyOf} />
      <Hidden name="version" value={String(line?.version ?? 0)} />
      {itemId !== null && <Hidden name="item" value={String(itemId)} />}
      <label class="away" for={id}>
        {line ? 'Line' : 'New line'}
      </label>
      <textarea
        id={id}
        name="text"
        class="text"
        rows={Math.max(2, Math.ceil((line?.text.length ?? 0) / 70))}
        maxlength={5_000}
        required
        dir="auto"
      >
        {line?.text ?? ''}
      </textarea>
      <div class="row">
        <label class="check">
          <input type="checkbox" name="internal" value="on" checked={line?.internal} />
          <span>Stays in the group</span>
        </label>
        <button type="submit" class="button quiet">
          {line ? 'Save the line' : 'Write'}
        </button>
        <output class="meta" aria-live="polite" />
      </div>
    </form>
  )
}

function Lines({ props, itemId }: { props: Props; itemId: number | null }) {
  const { meeting, lines, owners, newKey } = props
  const own = lines.filter(({ agendaItemId }) => agendaItemId === itemId)
  const writable = meeting.minutes !== 'approved'
  return (
    <div class="stack minute-lines" data-item={itemId ?? ''}>
      {own.map((line) => (
        <div class="minute-line stack" id={`line-${line.id}`} data-key={line.key}>
          <LineMark line={line} />
          {writable ? <LineForm meeting={meeting} line={line} keyOf={line.key} itemId={itemId} /> : <p>{line.text}</p>}
          <Conflicts meeting={meeting} line={line} />
          {writable && <LineMore meeting={meeting} line={line} owners={owners} />}
        </div>
      ))}
      {writable && <LineForm meeting={meeting} keyOf={newKey()} itemId={itemId} />}
    </div>
  )
}

const states = { proposed: 'Proposed', open: '', done: 'Done', carried: 'Carried over', dropped: 'Set aside' } as const

function ItemActs({ meeting, item }: { meeting: Meeting; item: Item }) {
  const at = `${base(meeting)}/agenda/${item.id}`
  const act = (to: string, label: string) => (
    <PostButton action={`${at}/state`} fields={{ to }} kind="quiet">
      {label}
    </PostButton>
  )
  return (
    <details class="fold">
      <summary>Arrange this item</summary>
      <div class="stack">
        <div class="row">
          {item.state === 'proposed' && act('open', 'Put it on the agenda')}
          {item.state === 'open' && item.source.startsWith('minutes:') && act('approved', 'This meeting approves them')}
          {item.state === 'open' && act('done', 'Done')}
          {item.state === 'open' && act('carried', 'To the next meeting')}
          {item.state !== 'dropped' && act('dropped', 'Set aside')}
          {(item.state === 'done' || item.state === 'dropped') && act('open', 'Open again')}
          <PostButton action={`${at}/move`} fields={{ to: 'up' }} kind="quiet">
            Up
          </PostButton>
          <PostButton action={`${at}/move`} fields={{ to: 'down' }} kind="quiet">
            Down
          </PostButton>
        </div>
        <Form
          action={at}
          id={`i${item.id}`}
          values={{ title: item.title, note: item.note, minutes: item.minutes ? String(item.minutes) : '' }}
        >
          <Field name="title" label="Title" maxlength={200} />
          <TextArea name="note" label="Note" hint="Markdown." rows={3} maxlength={5_000} optional />
          <Field name="minutes" type="number" label="Minutes" min={1} max={600} short optional />
          <Check name="internal" label="Stays in the group" checked={item.internal} />
          <div class="row">
            <Button>Save the item</Button>
          </div>
        </Form>
      </div>
    </details>
  )
}

function ItemPart({ props, item, number }: { props: Props; item: Item; number: number }) {
  const { meeting } = props
  return (
    <section class="stack agenda-item" data-item={item.id}>
      <div class="row apart">
        <h2 draggable={meeting.mayArrange ? 'true' : undefined}>
          {number}. {item.title}
        </h2>
        <span class="meta">
          {[
            item.minutes && plural('en', item.minutes, { one: '# minute', other: '# minutes' }),
            states[item.state],
            item.internal && 'stays in the group',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {item.state === 'proposed' && item.proposer && <p class="meta">Proposed by {item.proposer}</p>}
      {item.note && <div class="prose soft">{renderMarkdown(item.note)}</div>}
      {item.sourcePath && (
        <p class="meta">
          <a href={item.sourcePath}>
            Where it comes from<span class="away">: {item.title}</span>
          </a>
        </p>
      )}
      <Lines props={props} itemId={item.id} />
      {meeting.mayArrange && <ItemActs meeting={meeting} item={item} />}
    </section>
  )
}

/** Who is there, ticked while one writes; each tick is kept at once, or with the button where there is no script. */
function WhoIsThere({ meeting, invitations }: Pick<Props, 'meeting' | 'invitations'>) {
  if (!meeting.mayArrange || invitations.length === 0) return null
  const noted = invitations.some(({ attendance }) => attendance !== null)
  const counted = countQuorum(attendeesOf(invitations), meeting.quorumPercent)
  return (
    <Section title="Who is there" aside={<a href={`${base(meeting)}/attendance`}>Reasons</a>}>
      <tick-board>
        <form method="post" action={`${base(meeting)}/attendance`} class="stack">
          <Hidden name="from" value="minutes" />
          <output class="meta">
            {noted ? quorumText(counted) : counted.wanted > 0 ? `A quorum needs ${counted.wanted} of ${counted.expected}.` : ''}
          </output>
          <div class="ticks">
            {invitations.map(({ personId, name, attendance }) => (
              <label>
                {name}
                <select name={`p${personId}`}>
                  {attendanceOptions.map(({ value, label }) => (
                    <option value={value} selected={value === (attendance ?? '')}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          <div class="row">
            <Button>Save attendance</Button>
          </div>
        </form>
      </tick-board>
    </Section>
  )
}

/** Where approved minutes went, or can go. */
function ToList({ meeting, lists, list, refused, form }: Props) {
  if (!meeting.mayArrange || meeting.minutes !== 'approved') return null
  if (meeting.listMessageId !== null)
    return (
      <p>
        Mailed to {list ? <a href={`/lists/${list.name}`}>{list.title}</a> : 'a list'}, <a href={messageAt(list, meeting)}>as a message</a>.
      </p>
    )
  if (list && !meeting.listTrouble) return <p>On their way to {list.title}.</p>
  return (
    <>
      {list && meeting.listTrouble && (
        <Note mood="late">
          They could not be mailed to {list.title}: {meeting.listTrouble}
        </Note>
      )}
      {lists.length > 0 && (
        <Form action={`${base(meeting)}/minutes/mail`} id="mail" refused={form === 'mail' ? refused : undefined}>
          <Select
            name="minutesListId"
            label="Mail them to a list"
            empty={false}
            options={lists.map(({ id, title }) => ({ value: String(id), label: title }))}
          />
          <div class="row">
            <Button>Mail them</Button>
          </div>
        </Form>
      )}
    </>
  )
}

const messageAt = (list: Props['list'], { listMessageId }: Meeting): string => messagePath(list?.name ?? '', listMessageId ?? '')

/** How minutes came to be approved. */
const approvedHow = (how: string): string =>
  how === 'silence' ? 'by silence' : how.startsWith('meeting:') ? 'at the meeting after it' : 'by whoever leads'

function Finish({ props }: { props: Props }) {
  const { meeting, corrections, refused, form } = props
  const open = corrections.filter(({ state }) => state === 'open')
  return (
    <Section title={meeting.minutes === 'approved' ? 'Approval' : 'Minutes'}>
      {meeting.minutes === 'circulated' && meeting.circulatedAt && (
        <p>
          Sent on <Time at={meeting.circulatedAt} style="date" />.{' '}
          {meeting.silentDays > 0 && (
            <>
              Approved by silence on <Time at={silentUntil(meeting.circulatedAt, meeting.silentDays)} style="date" />.
            </>
          )}
        </p>
      )}
      {meeting.minutes === 'approved' && meeting.approvedAt && (
        <p>
          Approved on <Time at={meeting.approvedAt} style="date" />, {approvedHow(meeting.approvedBy)}.
        </p>
      )}
      <ToList {...props} />
      {meeting.minutes === 'none' && <p class="soft">Nothing is written yet. What is written below can then be sent for corrections.</p>}
      {meeting.mayArrange && meeting.minutes !== 'approved' && meeting.minutes !== 'none' && (
        <div class="row">
          <PostButton action={`${base(meeting)}/minutes/circulate`} kind={meeting.minutes === 'circulated' ? 'plain' : 'primary'}>
            {meeting.minutes === 'circulated' ? 'Send them again' : 'Send to those who were there'}
          </PostButton>
          {meeting.minutes === 'circulated' && (
            <PostButton
              action={`${base(meeting)}/minutes/approve`}
              kind="primary"
              {...(open.length > 0 ? { whyNot: 'A correction waits for an answer.' } : {})}
            >
              Approve and publish
            </PostButton>
          )}
        </div>
      )}
      {corrections.map((one) => (
        <div class="stack">
          <p>
            <b>{one.name}</b>: {one.text}{' '}
            {one.state !== 'open' && (
              <span class="meta">
                {one.state === 'taken' ? 'taken' : 'left'}
                {one.answer && `: ${one.answer}`}
              </span>
            )}
          </p>
          {one.state === 'open' && meeting.mayArrange && (
            <Form action={`${base(meeting)}/corrections/${one.id}`} id={`c${one.id}`}>
              <Field name="answer" label="Answer" maxlength={1_000} optional />
              <div class="row">
                <Button name="to" value="taken">
                  Taken
                </Button>
                <Button name="to" value="left" kind="quiet">
                  Left as it is
                </Button>
              </div>
            </Form>
          )}
        </div>
      ))}
      {meeting.minutes === 'circulated' && (
        <Form action={`${base(meeting)}/corrections`} id="correction" refused={form === 'correction' ? refused : undefined}>
          <TextArea name="text" label="Correct something" rows={3} maxlength={5_000} />
          <div class="row">
            <Button>Ask for the correction</Button>
          </div>
        </Form>
      )}
    </Section>
  )
}

// These forms say themselves what is wrong; of an item or a line, which are folded, the page says it.
const own = ['item', 'mail', 'correction']

/** One page from the agenda to the approved minutes: items with their lines, who writes sees what the others write. */
export function MinutesPage(props: Props) {
  const { meeting, items, versions, approved, refused, form, now } = props
  const shown = items.filter(({ state }) => state !== 'dropped')
  const boxed = shown.reduce((sum, { state, minutes }) => sum + (state === 'proposed' ? 0 : (minutes ?? 0)), 0)
  // Before its day there is more to prepare than to tick.
  const near = meeting.startsAt.getTime() - now.getTime() < 86_400_000
  const lasts = Math.round((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000)
  if (!meeting.atTable || approved !== undefined)
    return (
      <>
        <Heading
          title={meeting.title}
          meta="Minutes"
          lead={<MeetingTime at={meeting.startsAt} zone={meeting.zone} />}
          actions={
            <>
              <Button href={base(meeting)}>The meeting</Button>
              {approved !== undefined && <Button href={`${base(meeting)}/minutes.pdf`}>PDF</Button>}
            </>
          }
        />
        <div class="prose stack">{renderMarkdown(approved ?? versions[0]?.publicText ?? '')}</div>
        <Finish props={props} />
      </>
    )
  return (
    <>
      <Heading
        title={meeting.title}
        meta="Agenda and minutes"
        lead={
          <>
            <MeetingTime at={meeting.startsAt} zone={meeting.zone} />
            {boxed > 0 &&
              ` · ${boxed} of ${lasts} minutes ${boxed === 1 ? 'is' : 'are'} given to items${boxed > lasts ? ', more than there are' : ''}`}
          </>
        }
        actions={<Button href={base(meeting)}>The meeting</Button>}
      />
      {refused && !own.includes(form) && <Note mood="late">{[refused.message, ...Object.values(refused.fields)].join(' ')}</Note>}
      <Split
        aside={
          <>
            {near && <WhoIsThere meeting={meeting} invitations={props.invitations} />}
            <Finish props={props} />
            {meeting.mayArrange && (
              <Section title="What waits">
                <p class="soft">Open actions, late answers, decisions to look at again, requests to join, minutes to approve.</p>
                <PostButton action={`${base(meeting)}/agenda/fill`}>Put it on the agenda</PostButton>
              </Section>
            )}
            <Section title={meeting.mayArrange ? 'Add an item' : 'Propose an item'}>
              <Form action={`${base(meeting)}/agenda`} id="item" refused={form === 'item' ? refused : undefined}>
                <Field name="title" label="Title" maxlength={200} />
                <TextArea name="note" label="Note" rows={3} maxlength={5_000} optional />
                <Field name="minutes" type="number" label="Minutes" min={1} max={600} short optional />
                <Check name="internal" label="Stays in the group" />
                <div class="row">
                  <Button>{meeting.mayArrange ? 'Add' : 'Propose'}</Button>
                </div>
              </Form>
            </Section>
            {!near && <WhoIsThere meeting={meeting} invitations={props.invitations} />}
          </>
        }
      >
        <script type="module" src={assetPath('minutes.js')} />
        <minutes-board src={`${base(meeting)}/lines/changes`} since={String(props.horizon)} class="stack-l">
          {shown.length === 0 && <Empty title="There is no agenda yet. Lines can be written all the same." />}
          {shown.map((item, i) => (
            <ItemPart props={props} item={item} number={i + 1} />
          ))}
          <section class="stack">
            <h2>Besides</h2>
            <Lines props={props} itemId={null} />
          </section>
        </minutes-board>
      </Split>
    </>
  )
}
