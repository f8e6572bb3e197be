import { Field, Form, Select, TextArea } from '../../lib/ui/form.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { Button, Note, PostButton, Section, Submit } from '../../lib/ui/parts.tsx'
import { messagePath } from '../../lib/ui/paths.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { Meeting } from '../core/queries.ts'
import { base, type Props } from './line-views.tsx'
import type { Item } from './queries.ts'
import { silentUntil, whyNotApprove } from './rules.ts'

const t = textsOf('meetings', 'minutes')

/** Where approved minutes went, or can go. */
function ToList({ meeting, lists, list }: Props) {
  if (!meeting.mayArrange || meeting.minutes !== 'approved') return null
  if (meeting.listMessageId !== null) {
    const link = (words: unknown) => <a href={messageAt(list, meeting)}>{words}</a>
    return <p class="screen">{list ? t.mailed({ list: list.title, link }) : t.mailedSomewhere({ link })}</p>
  }
  if (list && !meeting.listTrouble) return <p class="screen">{t.minutesQueuedList2({ title: list.title })}</p>
  return (
    <>
      {list && meeting.listTrouble && (
        <Note mood="late">{t.minutesCouldNotSent({ title: list.title, why: sayKept(meeting.listTrouble) })}</Note>
      )}
      {lists.length > 0 && (
        <Form action={`${base(meeting)}/minutes/mail`} id="mail">
          <Select
            name="minutesListId"
            label={t.mailingList}
            empty={false}
            options={lists.map(({ id, title }) => ({ value: String(id), label: title }))}
          />
          <Submit>{t.mailThem}</Submit>
        </Form>
      )}
    </>
  )
}

const messageAt = (list: Props['list'], { listMessageId }: Meeting): string => messagePath(list?.name ?? '', listMessageId ?? '')

/** How minutes came to be approved. */
function approvedHow(how: string, at: Date) {
  const time = <Time at={at} style="date" />
  if (how === 'silence') return t.approvedHow.silence({ time })
  return how.startsWith('meeting:') ? t.approvedHow.meeting({ time }) : t.approvedHow.hand({ time })
}

/** What is to be answered before this meeting can approve the minutes that an item of its agenda is about. */
export const CorrectionsFirst = ({ item }: { item: Pick<Item, 'openCorrections' | 'sourcePath'> }) =>
  item.openCorrections > 0 && (
    <p class="screen">
      <a href={`${item.sourcePath}#checking`}>{t.correctionsFirst({ count: item.openCorrections })}</a>
    </p>
  )

/** Beside what sends minutes round or approves them: nobody has noted who was there. */
const WithoutAttendance = ({ meeting, invitations, now }: Pick<Props, 'meeting' | 'invitations' | 'now'>) =>
  meeting.startsAt <= now &&
  invitations.length > 0 &&
  invitations.every(({ attendance }) => attendance === null) && (
    <p class="meta">{t.noAttendance({ link: (words) => <a href={`${base(meeting)}/attendance`}>{words}</a> })}</p>
  )

/** The way from notes to approved minutes. */
export function Finish({ props }: { props: Props }) {
  const { meeting, corrections, now } = props
  const open = corrections.filter(({ state }) => state === 'open')
  // Of a draft there is nothing to say to who cannot send it.
  if (meeting.minutes === 'draft' && !meeting.mayArrange && corrections.length === 0) return null
  return (
    // On paper stand the minutes, and how they came to be approved.
    <Section id="checking" title={meeting.minutes === 'approved' ? t.approval : t.heading} screen={meeting.minutes !== 'approved'}>
      {meeting.minutes === 'circulated' && meeting.circulatedAt && (
        <p>
          {t.sentOn({ time: <Time at={meeting.circulatedAt} style="date" /> })}{' '}
          {meeting.silentDays > 0 &&
            t.approvedIfNoOneAsks({ time: <Time at={silentUntil({ ...meeting, circulatedAt: meeting.circulatedAt })} style="date" /> })}
        </p>
      )}
      {meeting.minutes === 'approved' && meeting.approvedAt && <p>{approvedHow(meeting.approvedBy, meeting.approvedAt)}</p>}
      <ToList {...props} />
      {meeting.minutes === 'none' && (
        <p class="soft" data-until-written>
          {t.minutesEmptyAddLinesThen}
        </p>
      )}
      {meeting.mayArrange && meeting.minutes !== 'approved' && (
        // The script shows it with the first line that it saves.
        <div class="stack" data-until-written={meeting.minutes === 'none'} hidden={meeting.minutes === 'none'}>
          <WithoutAttendance {...props} />
          <div class="row">
            {/* Before the meeting nothing asks to be sent. */}
            <PostButton
              action={`${base(meeting)}/minutes/circulate`}
              kind={meeting.minutes === 'circulated' || meeting.startsAt > now ? 'plain' : 'primary'}
            >
              {meeting.minutes === 'circulated' ? t.sendAgain : t.send}
            </PostButton>
            {meeting.minutes === 'circulated' && !whyNotApprove(meeting, now) && (
              <PostButton
                action={`${base(meeting)}/minutes/approve`}
                kind="primary"
                {...(open.length > 0 ? { whyNot: t.answerOpenCorrectionsFirst } : {})}
              >
                {t.approveAndPublish}
              </PostButton>
            )}
          </div>
        </div>
      )}
      {corrections.map((one) => (
        <div class="stack screen">
          <p>
            <b>{one.name}</b>: {one.text}{' '}
            {one.state !== 'open' && (
              <span class="meta">
                {one.state === 'taken' ? t.corrections.taken : t.corrections.left}
                {one.answer && `: ${one.answer}`}
              </span>
            )}
          </p>
          {one.state === 'open' && meeting.mayArrange && (
            <Form action={`${base(meeting)}/corrections/${one.id}`} id={`c${one.id}`}>
              <Field name="answer" label={t.answer} maxlength={1_000} optional />
              <div class="row">
                <Button name="to" value="taken" text={t.taken} />
                <Button name="to" value="left" kind="quiet" text={t.declineCorrection} />
              </div>
            </Form>
          )}
        </div>
      ))}
      {meeting.minutes === 'circulated' && (
        <Form action={`${base(meeting)}/corrections`} id="correction">
          <TextArea name="text" label={t.correctSomething} rows={3} maxlength={5_000} />
          <Submit>{t.sendCorrection}</Submit>
        </Form>
      )}
    </Section>
  )
}
