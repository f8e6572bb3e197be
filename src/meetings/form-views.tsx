import { MoreFields } from '../lib/ui/field-parts.tsx'
import { Check, Choices, Field, Form, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import type { Typed } from '../lib/ui/forms.ts'
import { Table } from '../lib/ui/lists.tsx'
import { Cancel, Facts, Heading, Note, PostButton, placeOf, Submit, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { MeetingTime } from '../lib/ui/time.tsx'
import { WhenFields } from '../lib/ui/when.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { Agenda } from './agenda-view.tsx'
import { attendanceWords, roleWords } from './attendance/rules.ts'
import type { findInvitation, HostName, Meeting } from './core/queries.ts'
import { WhomFold } from './invitees-fields.tsx'
import type { SeatChoice } from './invitees-queries.ts'
import type { MinutesList } from './minutes/lists-queries.ts'
import type { Item } from './minutes/queries.ts'
import { AnswerButtons, answerSaid, hostsOf, type Invitations } from './views.tsx'

const t = textsOf('meetings', 'views')
const words = textsOf('meetings', 'pages')
const refusals = textsOf('meetings', 'actions')

/** The choices of who holds something. */
export const hostOptions = (hosts: readonly HostName[]) =>
  hosts.map(({ groupId, communityId, name }) => ({ value: groupId === null ? `c${communityId}` : `g${groupId}`, label: name }))

const wall = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

/** The list to which approved minutes go, besides those who were invited. */
export const ListField = ({ lists }: { lists: readonly MinutesList[] }) =>
  lists.length > 0 && (
    <Select
      name="minutesListId"
      label={t.mailingListApprovedMinutes}
      empty={t.noListOnlyPeopleInvited}
      options={lists.map(({ id, title }) => ({ value: String(id), label: title }))}
      hint={t.inTheNameOfWhoeverSends}
      optional
    />
  )

/** What kind of meeting it is: attendance is counted by it. */
export const KindField = () => (
  <Select
    name="kind"
    label={t.kind}
    empty={false}
    options={[
      { value: 'meeting', label: t.aMeetingOfTheGroup },
      { value: 'call', label: t.aConferenceCallOfTheUser },
      { value: 'conference', label: t.annualConference },
    ]}
    hint={t.expectedAttendanceDepends}
  />
)

const isSession = (meeting: Pick<Meeting, 'kind'> | undefined) => meeting?.kind === 'show_and_tell'

/** Whether everybody reads where a meeting is, and so can join; who registers for a session hears it. */
export const OpenPlaceField = ({ of }: { of: Pick<Meeting, 'kind' | 'placeOpen'> | undefined }) =>
  !isSession(of) && <Check name="placeOpen" label={t.openPlace} hint={t.openPlaceHint} checked={of?.placeOpen === true} />

/** Arranges a meeting, or changes one that is to come. */
export function MeetingFormPage(props: {
  hosts: HostName[]
  meeting?: Meeting | undefined
  choices: SeatChoice[]
  lists: MinutesList[]
  zone: string
}) {
  const { hosts, meeting, choices, lists, zone } = props
  const starts = meeting && wall(meeting.startsAt, meeting.zone)
  const options = hostOptions(hosts)
  const values: Typed = meeting
    ? {
        title: meeting.title,
        day: starts?.toPlainDate().toString() ?? '',
        time: starts?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '',
        minutes: String((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000),
        zone: meeting.zone,
        place: meeting.place,
        quorumPercent: String(meeting.quorumPercent),
        minutesListId: String(meeting.minutesListId ?? ''),
      }
    : { minutes: '60', zone, quorumPercent: '0', hosts: options[0]?.value ?? '' }
  return (
    <Titled title={meeting ? t.change2({ title: meeting.title }) : t.scheduleAMeeting}>
      <Form action={meeting ? `/meetings/${meeting.slug}` : '/meetings'} values={values}>
        <Field name="title" label={t.title} maxlength={200} />
        {!meeting && <KindField />}
        {!meeting && <Choices name="hosts" label={t.whoMeets} many options={options} hint={t.theirMembersAreInvitedSeveral} />}
        {!meeting && <WhomFold choices={choices} />}
        <WhenFields least={5} most={20_160} />
        <Field
          name="place"
          label={t.where}
          hint={isSession(meeting) ? t.roomVideoLinkOnlyPeople : t.roomOrVideoLink}
          maxlength={500}
          optional
        />
        <MoreFields title={t.quorumAndMinutes} names={['quorumPercent', 'minutesListId']} usual={{ quorumPercent: '0' }}>
          <Field name="quorumPercent" type="number" label={t.quorumPercentMembers} hint={t.n0NoQuorum} min={0} max={100} short />
          <ListField lists={lists} />
        </MoreFields>
        <Check name="public" label={t.showMeetingItsApproved} checked={meeting ? meeting.public : true} />
        <OpenPlaceField of={meeting} />
        <Submit kind="primary" beside={<Cancel href={meeting ? `/meetings/${meeting.slug}` : '/meetings'}>{t.back}</Cancel>}>
          {meeting ? t.save : t.scheduleAndInvite}
        </Submit>
      </Form>
    </Titled>
  )
}

/** Asks for the reason before a meeting is cancelled. */
export const CancelPage = ({ meeting }: { meeting: Meeting }) => (
  <Titled title={t.cancel({ title: meeting.title })} lead={<MeetingTime at={meeting.startsAt} zone={meeting.zone} />}>
    <Form action={`/meetings/${meeting.slug}/cancel`}>
      <TextArea name="reason" label={t.why} hint={t.everyoneWhoInvitedGetsEmail} rows={3} maxlength={1_000} />
      <Submit kind="danger" beside={<Cancel href={`/meetings/${meeting.slug}`}>{t.keepMeeting}</Cancel>}>
        {t.cancelMeeting2}
      </Submit>
    </Form>
  </Titled>
)

/** What can be ticked. */
export const attendanceOptions = () => [
  { value: '', label: t.notRecorded },
  ...optionsOf(attendanceWords, ['present', 'late', 'apologies', 'absent']),
]

/** Who was there, by tick. */
export function AttendancePage({ meeting, invitations, now }: { meeting: Meeting; invitations: Invitations; now: Date }) {
  const options = attendanceOptions()
  const said = invitations.filter(({ partstat, attendance }) => partstat === 'accepted' && attendance === null).length
  const values = Object.fromEntries(
    invitations.flatMap((one) => [
      [`p${one.personId}`, one.attendance ?? (one.partstat === 'declined' ? 'apologies' : '')],
      [`r${one.personId}`, one.reason],
      [`a${one.personId}`, one.reasonAccepted === null ? '' : one.reasonAccepted ? 'yes' : 'no'],
    ]),
  )
  return (
    <Titled title={t.attendance2} meta={meeting.title} lead={<MeetingTime at={meeting.startsAt} zone={meeting.zone} />}>
      {said > 0 && meeting.startsAt <= now && meeting.state !== 'cancelled' && (
        <PostButton action={`/meetings/${meeting.slug}/attendance/as-answered`} kind="primary" text={t.allWhoSaidYes({ count: said })} />
      )}
      <Form action={`/meetings/${meeting.slug}/attendance`} values={values}>
        <p class="soft">{t.acceptedMeans}</p>
        <Table
          caption={t.attendance}
          columns={[{ label: t.name }, { label: t.attendance }, { label: t.reason }, { label: t.reasonAccepted }]}
          rows={invitations.map((one) => [
            <>
              {one.name} <span class="meta">{roleWords(one.roles)}</span>
            </>,
            <Select name={`p${one.personId}`} label={<span class="away">{one.name}</span>} options={options} empty={false} />,
            <Field name={`r${one.personId}`} label={<span class="away">{t.reason2({ name: one.name })}</span>} maxlength={500} quiet />,
            <Select
              name={`a${one.personId}`}
              label={<span class="away">{t.reasonAccepted2({ name: one.name })}</span>}
              options={[
                { value: '', label: '–' },
                { value: 'yes', label: t.yes },
                { value: 'no', label: t.no },
              ]}
              empty={false}
            />,
          ])}
        />
        <Submit
          kind="primary"
          whyNot={meeting.state === 'cancelled' ? refusals.thisMeetingIsCancelled : undefined}
          beside={<Cancel href={`/meetings/${meeting.slug}`}>{t.back}</Cancel>}
        >
          {t.saveAttendance}
        </Submit>
      </Form>
    </Titled>
  )
}

/** The page behind the link of an invitation: it changes nothing until a button is pressed. */
export function InvitationPage(props: {
  invitation: NonNullable<Awaited<ReturnType<typeof findInvitation>>>
  /** They read here what the meeting's page would tell them. */
  guest: boolean
  items: Item[]
  token: string
  now: Date
}) {
  const { invitation, guest, items, token, now } = props
  const open = invitation.state === 'planned' && invitation.endsAt > now
  return (
    <div class="stack">
      <Heading
        title={invitation.title}
        meta={`${invitation.name} · ${hostsOf(invitation.hosts, useReader().locale)}`}
        lead={<MeetingTime at={invitation.startsAt} zone={invitation.zone} />}
      />
      {invitation.place && <Facts items={[{ term: words.where, value: placeOf(invitation.place) }]} />}
      <p>{answerSaid(words, invitation.partstat)}</p>
      {open ? (
        <AnswerButtons action={`/rsvp/${token}`} current={invitation.partstat} comment={invitation.comment} />
      ) : (
        <Note mood="wait">{words.over}</Note>
      )}
      {guest && items.length > 0 && <Agenda items={items} />}
      {(!guest || invitation.public) && (
        <p>
          <a href={`/meetings/${invitation.slug}`}>{words.thePage}</a>
        </p>
      )}
    </div>
  )
}
