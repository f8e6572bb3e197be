import { Choices, Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused, Typed } from '../../lib/ui/forms.ts'
import { Table } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, Section, Toolbar } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import type { Event } from '../queries.ts'
import type { Participation } from './queries.ts'

const answers = { open: 'has not answered', coming: 'comes', online: 'online', not_coming: 'does not come' } as const
const presences = { in_person: 'in person', online: 'online', apologies: 'sent apologies', absent: 'was absent' } as const

/** What somebody says of their own coming. */
export function ComingForm({ event, own, refused }: { event: Event; own: Participation | undefined; refused?: Refused | undefined }) {
  const values: Typed = own
    ? { answer: own.answer === 'open' ? '' : own.answer, fromOn: own.fromOn ?? '', toOn: own.toOn ?? '', reason: own.reason }
    : {}
  const options = [
    { value: 'coming', label: event.place ? `I come to ${event.place}` : 'I come' },
    ...(event.online ? [{ value: 'online', label: 'I take part online' }] : []),
    { value: 'not_coming', label: 'I do not come' },
  ]
  const answered = own && own.answer !== 'open'
  return (
    <Section title={answered ? `Your answer: ${answers[own.answer]}` : own?.expected ? 'You are expected: do you come?' : 'Do you come?'}>
      <details open={(!answered && own?.expected === true) || refused !== undefined}>
        <summary>{answered ? 'Change it' : 'Answer'}</summary>
        <Form id="coming" action={`/events/${event.slug}/answer`} refused={refused} values={values}>
          <Choices name="answer" label="Do you take part?" options={options} />
          {event.firstOn !== event.lastOn && (
            <>
              <Field
                name="fromOn"
                type="date"
                label="From"
                min={event.firstOn}
                max={event.lastOn}
                short
                optional
                hint="Where it is not the whole time."
              />
              <Field name="toOn" type="date" label="To" min={event.firstOn} max={event.lastOn} short optional />
            </>
          )}
          <Field name="reason" label="Why not, or a word to those who arrange it" maxlength={500} optional />
          <div class="row">
            <Button kind="primary">Save</Button>
          </div>
        </Form>
      </details>
    </Section>
  )
}

const answerOf = (one: Participation) => (
  <>
    {answers[one.answer]}
    {one.fromOn && (
      <>
        {' '}
        <Day on={one.fromOn} style="short" />–{one.toOn && <Day on={one.toOn} style="short" />}
      </>
    )}
  </>
)

function comingOf(people: Participation[]): string {
  const coming = people.filter(({ answer }) => answer === 'coming' || answer === 'online').length
  if (coming === 0) return 'Nobody has said yet that they come'
  return coming === 1 ? 'One says that they come' : `${coming} say that they come`
}

/** Who takes part: what they said and, once it has begun, what happened. */
export function PeoplePage(props: { event: Event; people: Participation[]; begun: boolean; refused?: Refused | undefined; form: string }) {
  const { event, people, begun, refused, form } = props
  const base = `/events/${event.slug}/people`
  const noting = event.mayArrange && begun && !event.cancelledAt
  const options = Object.entries(presences).map(([value, label]) => ({ value, label }))
  const values = Object.fromEntries(
    people.flatMap((one) => [
      [`p${one.personId}`, one.presence ?? ''],
      [`r${one.personId}`, one.reason],
    ]),
  )
  const there = people.filter(({ presence }) => presence === 'in_person' || presence === 'online').length
  const expected = people.filter((one) => one.expected)
  const came = expected.filter(({ presence }) => presence === 'in_person').length
  const table = (
    <Table
      caption="Who takes part"
      hideCaption
      columns={[{ label: 'Name' }, { label: 'As' }, { label: 'Said' }, { label: 'What happened' }, { label: 'Reason' }]}
      rows={people.map((one) => [
        <>
          {one.name}
          {one.organisation && <span class="meta"> {one.organisation}</span>}
        </>,
        [one.roles.join(', '), one.expected ? 'expected' : ''].filter(Boolean).join(' · '),
        answerOf(one),
        noting ? (
          <Select name={`p${one.personId}`} label={<span class="away">{one.name}</span>} options={options} empty="not noted" />
        ) : one.presence ? (
          presences[one.presence]
        ) : (
          ''
        ),
        noting ? (
          <Field name={`r${one.personId}`} label={<span class="away">Reason of {one.name}</span>} maxlength={500} optional />
        ) : (
          one.reason
        ),
      ])}
    />
  )
  return (
    <>
      <Heading
        title="Who takes part"
        meta={<a href={`/events/${event.slug}`}>{event.title}</a>}
        lead={
          begun && people.some(({ presence }) => presence !== null)
            ? `${there} ${there === 1 ? 'was' : 'were'} there; ${came} of ${expected.length} expected in person.`
            : `${comingOf(people)}; ${expected.length} ${expected.length === 1 ? 'is' : 'are'} expected.`
        }
      />
      {event.mayArrange && (
        <Toolbar>
          <a href={`${base}.csv`}>CSV</a>
          <a href={`${base}.xlsx`}>Excel</a>
        </Toolbar>
      )}
      {people.length === 0 && <Empty title="Nobody is on the list yet." />}
      {people.length > 0 &&
        (noting ? (
          <Form id="presence" action={base} values={values} refused={form === 'presence' ? refused : undefined}>
            {table}
            <div class="row">
              <Button kind="primary">Save</Button>
            </div>
          </Form>
        ) : (
          table
        ))}
      {event.mayArrange && (
        <Section title="Somebody else takes part">
          <Form id="add" action={`${base}/add`} refused={form === 'add' ? refused : undefined}>
            <Field name="email" type="email" label="Address" maxlength={254} />
            <Field name="role" label="As" hint="For instance speaker, or guest of the vendor." maxlength={100} optional />
            <div class="row">
              <Button>Add</Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  )
}
