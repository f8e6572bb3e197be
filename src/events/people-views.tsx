import { Choices, Field, Form, Select } from '../lib/ui/form.tsx'
import { formatDays } from '../lib/ui/format.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { languageNow } from '../lib/ui/language.ts'
import { Table } from '../lib/ui/lists.tsx'
import { Empty, FormSection, Section, Submit, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { useRefused } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { roleNames } from '../people/rules.ts'
import type { Participation } from './people-queries.ts'
import type { Event } from './queries.ts'

const t = textsOf('events', 'people')

const shown = textsOf('events', 'pages')

const answers = t.answers
const presences = t.presences

function comingTitle(event: Event, own: Participation | undefined): string {
  if (own && own.answer !== 'open') return t.yourAnswer({ answer: answerOf(own, event) })
  return own?.expected ? t.expectedWillAttend : t.willYouAttend
}

/** What somebody says of their own coming. */
export function ComingForm({ event, own }: { event: Event; own: Participation | undefined }) {
  const refused = useRefused()
  const values: Typed = own
    ? { answer: own.answer === 'open' ? '' : own.answer, fromOn: own.fromOn ?? '', toOn: own.toOn ?? '', reason: own.reason }
    : {}
  const options = [
    { value: 'coming', label: event.place ? t.iComeTo({ place: event.place }) : t.iCome },
    ...(event.online ? [{ value: 'online', label: t.iWillAttendOnline }] : []),
    { value: 'not_coming', label: t.iWillNotAttend },
  ]
  const answered = own && own.answer !== 'open'
  return (
    <Section title={comingTitle(event, own)}>
      <details open={(!answered && own?.expected === true) || refused !== undefined}>
        <summary>{answered ? t.changeAnswer : own?.expected ? t.answerEvent : t.yourAnswer2}</summary>
        <Form id="coming" action={`/events/${event.slug}/answer`} values={values}>
          <Choices name="answer" label={t.yourAnswer2} options={options} />
          {event.firstOn !== event.lastOn && (
            <>
              <Field
                name="fromOn"
                type="date"
                label={t.from}
                min={event.firstOn}
                max={event.lastOn}
                short
                optional
                hint={t.leaveEmptyIfAttendWhole}
              />
              <Field name="toOn" type="date" label={t.to} min={event.firstOn} max={event.lastOn} short optional />
            </>
          )}
          <Field name="reason" label={t.reasonCommentOrganisers} maxlength={500} optional />
          <Submit kind="primary">{t.save}</Submit>
        </Form>
      </details>
    </Section>
  )
}

/** What somebody said, with their days where these are not all of the event's. */
const answerOf = ({ answer, fromOn, toOn }: Participation, { firstOn, lastOn }: Event): string =>
  [
    answers[answer],
    answer !== 'not_coming' && (fromOn ?? toOn) ? formatDays({ locale: languageNow() }, fromOn ?? firstOn, toOn ?? lastOn) : '',
  ]
    .filter(Boolean)
    .join(', ')

/** As what somebody takes part: a role of the group, or what the organisers wrote. */
export const rolesOf = ({ roles }: Pick<Participation, 'roles'>): string =>
  roles.map((role) => (role === 'speaker' ? shown.roles.speaker : (roleNames[role as keyof typeof roleNames] ?? role))).join(', ')

/** Who takes part: what they said and, once it has begun, what happened. */
export function PeoplePage({ event, people, begun }: { event: Event; people: Participation[]; begun: boolean }) {
  const base = `/events/${event.slug}/people`
  const noting = event.mayArrange && begun && !event.cancelledAt
  const options = (['in_person', 'online', 'apologies', 'absent'] as const).map((value) => ({ value, label: presences[value] }))
  const values = Object.fromEntries(
    people.flatMap((one) => [
      [`p${one.personId}`, one.presence ?? ''],
      [`r${one.personId}`, one.reason],
    ]),
  )
  const there = people.filter(({ presence }) => presence === 'in_person' || presence === 'online').length
  const expected = people.filter((one) => one.expected)
  const coming = people.filter(({ answer }) => answer === 'coming' || answer === 'online').length
  const came = expected.filter(({ presence }) => presence === 'in_person').length
  const table = (
    <Table
      caption={t.participants2}
      columns={[{ label: t.name }, { label: t.as }, { label: t.said }, { label: t.whatHappened }, { label: t.reason }]}
      rows={people.map((one) => [
        <>
          {one.name}
          {one.organisation && <span class="meta"> {one.organisation}</span>}
        </>,
        [rolesOf(one), one.expected ? t.expected : ''].filter(Boolean).join(' · '),
        answerOf(one, event),
        noting ? (
          <Select name={`p${one.personId}`} label={<span class="away">{one.name}</span>} options={options} empty={t.notNoted} />
        ) : one.presence ? (
          presences[one.presence]
        ) : (
          ''
        ),
        noting ? (
          <Field name={`r${one.personId}`} label={<span class="away">{t.reasonOf({ name: one.name })}</span>} maxlength={500} optional />
        ) : (
          one.reason
        ),
      ])}
    />
  )
  return (
    <Titled
      title={t.participants2}
      meta={<a href={`/events/${event.slug}`}>{event.title}</a>}
      lead={
        begun && people.some(({ presence }) => presence !== null)
          ? `${t.present({ there })} · ${t.expectedPresent({ came, expected: expected.length })}`
          : `${t.attending({ coming })} · ${t.expectedCount({ expected: expected.length })}`
      }
    >
      {event.mayArrange && (
        <Toolbar>
          <a href={`${base}.csv`}>{t.csv}</a>
          <a href={`${base}.xlsx`}>{t.excel}</a>
        </Toolbar>
      )}
      {people.length === 0 && <Empty title={t.noParticipantsYet} />}
      {people.length > 0 &&
        (noting ? (
          <Form id="presence" action={base} values={values}>
            {table}
            <Submit kind="primary">{t.saveAttendance}</Submit>
          </Form>
        ) : (
          table
        ))}
      {event.mayArrange && (
        <FormSection title={t.addAnotherPerson} id="add" action={`${base}/add`}>
          <Field name="email" type="email" label={t.address} maxlength={254} />
          <Field name="role" label={t.as} hint={t.exampleSpeakerGuestVendor} maxlength={100} optional />
          <Submit>{t.add}</Submit>
        </FormSection>
      )}
    </Titled>
  )
}
