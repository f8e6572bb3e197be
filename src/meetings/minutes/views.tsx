import { assetPath } from '../../lib/ui/assets.ts'
import { Editor } from '../../lib/ui/editor.tsx'
import { Check, Field, Form, Hidden } from '../../lib/ui/form.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { About, Button, Empty, Fold, Note, PostButton, Section, Split, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { MeetingTime } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Meeting } from '../core/queries.ts'
import { attendanceOptions } from '../form-views.tsx'
import { CorrectionsFirst, Finish } from './finish-views.tsx'
import { base, Lines, liveWords, type Props } from './line-views.tsx'
import { NewItem } from './new-item.tsx'
import type { Item } from './queries.ts'
import { quorumNeeded, quorumSaid } from './quorum.ts'
import { attendeesOf, countQuorum } from './rules.ts'

const t = textsOf('meetings', 'minutes')

const states = t.states

/** How it stands with an item; an open one needs no word. */
const stateOf = (state: Item['state']): string => (state === 'open' ? '' : states[state])

function ItemActs({ meeting, item, now }: { meeting: Meeting; item: Item; now: Date }) {
  const at = `${base(meeting)}/agenda/${item.id}`
  const act = (to: string, label: string) => <PostButton action={`${at}/state`} fields={{ to }} kind="quiet" text={label} />
  return (
    <Fold
      id={`edit-${item.id}`}
      title={
        <>
          {t.editThisItem}
          <About>{item.title}</About>
        </>
      }
    >
      <div class="stack">
        <div class="row">
          {item.state === 'proposed' && act('open', t.acceptProposal)}
          {item.state === 'open' && item.minutesOfAt !== null && item.minutesOfAt <= now && (
            <PostButton
              action={`${at}/state`}
              fields={{ to: 'approved' }}
              kind="quiet"
              text={t.approveTheseMinutes}
              {...(item.openCorrections > 0 ? { whyNot: t.answerOpenCorrectionsFirst } : {})}
            />
          )}
          {item.state === 'open' && act('done', t.markDone)}
          {item.state === 'open' && act('carried', t.moveToNextMeeting)}
          {item.state !== 'dropped' && act('dropped', t.setAside)}
          {(item.state === 'done' || item.state === 'dropped') && act('open', t.openAgain)}
          <PostButton action={`${at}/move`} fields={{ to: 'up' }} kind="quiet" text={t.up} />
          <PostButton action={`${at}/move`} fields={{ to: 'down' }} kind="quiet" text={t.down} />
        </div>
        <Form
          keeps
          action={at}
          id={`i${item.id}`}
          values={{ title: item.title, note: item.note, minutes: item.minutes ? String(item.minutes) : '' }}
        >
          <Field name="title" label={t.title} maxlength={200} />
          <Editor name="note" label={t.note} rows={3} maxlength={5_000} optional />
          <Field name="minutes" type="number" label={t.lengthField} min={1} max={600} short optional />
          <Check name="internal" label={t.workingGroupOnly} checked={item.internal} />
          <Submit>{t.saveItem}</Submit>
        </Form>
      </div>
    </Fold>
  )
}

function ItemPart({ props, item, number }: { props: Props; item: Item; number: number }) {
  const { meeting } = props
  return (
    <section class="stack agenda-item" data-item={item.id} aria-labelledby={`item-${item.id}`}>
      <div class="row apart">
        <h2 id={`item-${item.id}`} draggable={meeting.mayArrange ? 'true' : undefined}>
          {number}. {item.title}
        </h2>
        <span class="meta">
          {[item.minutes && t.minute({ minutes: item.minutes }), stateOf(item.state), item.internal && t.inside]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {item.state === 'proposed' && item.proposer && <p class="meta">{t.proposedBy({ proposer: item.proposer })}</p>}
      {item.note && <div class="prose soft">{renderMarkdown(item.note)}</div>}
      {item.sourcePath && (
        <p class="meta screen">
          <a href={item.sourcePath}>{t.viewSource({ span: <span class="away">: {item.title}</span> })}</a>
        </p>
      )}
      <CorrectionsFirst item={item} />
      <Lines props={props} itemId={item.id} />
      {meeting.mayArrange && <ItemActs meeting={meeting} item={item} now={props.now} />}
    </section>
  )
}

/** Who is there, ticked while one writes; each tick is kept at once, or with the button where there is no script. */
function WhoIsThere({ meeting, invitations }: Pick<Props, 'meeting' | 'invitations'>) {
  if (!meeting.mayArrange || meeting.state === 'cancelled' || invitations.length === 0) return null
  const noted = invitations.some(({ attendance }) => attendance !== null)
  const counted = countQuorum(attendeesOf(invitations), meeting.quorumPercent)
  return (
    <Section title={t.attendance} aside={<a href={`${base(meeting)}/attendance`}>{t.reasons}</a>}>
      <script type="module" src={assetPath('ticks.js')} />
      <tick-board words={liveWords()}>
        <form method="post" action={`${base(meeting)}/attendance`} class="stack">
          <Hidden name="from" value="minutes" />
          <output class="meta">{noted ? quorumSaid(counted) : quorumNeeded(counted)}</output>
          <div class="ticks">
            {invitations.map(({ personId, name, attendance }) => (
              <label>
                {name}
                <select name={`p${personId}`}>
                  {attendanceOptions().map(({ value, label }) => (
                    <option value={value} selected={value === (attendance ?? '')}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
          <Submit>{t.saveAttendance}</Submit>
        </form>
      </tick-board>
    </Section>
  )
}

const addsItem = ({ mayArrange }: Meeting): string => (mayArrange ? t.addAgendaItem : t.proposeAgendaItem)

/** What else comes on the agenda: something new, or all that waits. */
const MoreItems = ({ meeting, comparedIn }: Pick<Props, 'meeting' | 'comparedIn'>) => (
  <>
    <Section id="add-item" title={addsItem(meeting)}>
      <Form action={`${base(meeting)}/agenda`} id="item">
        <NewItem comparedIn={comparedIn} />
        <Submit>{addsItem(meeting)}</Submit>
      </Form>
    </Section>
    {meeting.mayArrange && (
      <Section title={t.whatWaits} screen>
        <p class="soft">{t.openActionsLateAnswersDecisions}</p>
        <PostButton action={`${base(meeting)}/agenda/fill`}>{t.addToAgenda}</PostButton>
      </Section>
    )}
  </>
)

/** What stands beside the text, in the order in which it is needed. */
function Beside(props: Props) {
  const { meeting, now } = props
  // Whoever was asked to check them looks for nothing else.
  const checked = meeting.minutes === 'circulated'
  // Before its day there is more to prepare than to tick.
  const near = meeting.startsAt.getTime() - now.getTime() < 86_400_000
  const attendance = <WhoIsThere meeting={meeting} invitations={props.invitations} />
  return (
    <>
      {checked && <Finish props={props} />}
      {near && attendance}
      {near && !checked && <Finish props={props} />}
      {meeting.state !== 'cancelled' && <MoreItems meeting={meeting} comparedIn={props.comparedIn} />}
      {!near && !checked && <Finish props={props} />}
      {!near && attendance}
    </>
  )
}

/** The way to where minutes are checked, which on a phone stands far below the text. */
const ToChecking = ({ meeting }: Props) =>
  meeting.minutes === 'circulated' && (
    <span class="further-down">
      <Button href="#checking">{t.toChecking}</Button>
    </span>
  )

/** One page from the agenda to the approved minutes: items with their lines, who writes sees what the others write. */
export function MinutesPage(props: Props) {
  const { meeting, items, versions, approved } = props
  const refused = useRefused()
  const shown = items.filter(({ state }) => state !== 'dropped')
  const boxed = shown.reduce((sum, { state, minutes }) => sum + (state === 'proposed' ? 0 : (minutes ?? 0)), 0)
  const takesItems = meeting.state !== 'cancelled'
  const lasts = Math.round((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000)
  if (!meeting.atTable || approved !== undefined)
    return (
      <Titled
        title={meeting.title}
        meta={t.heading}
        lead={<MeetingTime at={meeting.startsAt} zone={meeting.zone} />}
        actions={
          <>
            <Button href={base(meeting)}>{t.theMeeting}</Button>
            {approved !== undefined && <Button href={`${base(meeting)}/minutes.pdf`}>{t.pdf}</Button>}
          </>
        }
      >
        <div class="prose stack">{renderMarkdown(approved ?? versions[0]?.publicText ?? '')}</div>
        <Finish props={props} />
      </Titled>
    )
  return (
    <Titled
      title={meeting.title}
      meta={t.agendaAndMinutes}
      lead={
        <>
          <MeetingTime at={meeting.startsAt} zone={meeting.zone} />
          {boxed > 0 && (
            <> · {boxed > lasts ? t.overPlanned({ planned: boxed, minutes: lasts }) : t.planned({ planned: boxed, minutes: lasts })}</>
          )}
        </>
      }
      actions={
        <>
          <ToChecking {...props} />
          <Button href={base(meeting)}>{t.theMeeting}</Button>
        </>
      }
    >
      {refused?.form === '' && <Note mood="late">{refused.message}</Note>}
      <Split aside={<Beside {...props} />}>
        <script type="module" src={assetPath('minutes.js')} />
        <minutes-board src={`${base(meeting)}/lines/changes`} since={String(props.horizon)} words={liveWords()} class="stack-l">
          {shown.length === 0 && (
            <div class="screen">
              <Empty title={t.noAgendaYetCanStill}>{takesItems && <a href="#add-item">{addsItem(meeting)}</a>}</Empty>
            </div>
          )}
          {shown.map((item, i) => (
            <ItemPart props={props} item={item} number={i + 1} />
          ))}
          <section class="stack besides">
            <h2 id="besides">{t.besides}</h2>
            <Lines props={props} itemId={null} />
          </section>
        </minutes-board>
      </Split>
    </Titled>
  )
}
