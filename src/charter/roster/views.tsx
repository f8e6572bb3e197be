import { Check, Field, Select } from '../../ui/fields.tsx'
import { Filters, Form } from '../../ui/form.tsx'
import type { Refused } from '../../ui/forms.ts'
import { Thing, Things } from '../../ui/lists.tsx'
import { Button, Empty, Heading, Note, Section, State } from '../../ui/parts.tsx'
import { Day } from '../../ui/time.tsx'
import type { listGroups } from '../queries.ts'
import type { listPastSeats, listSeats } from './queries.ts'
import { groupRoles, neededRoles, yearsOf } from './rules.ts'

type Groups = Awaited<ReturnType<typeof listGroups>>
type Seat = Awaited<ReturnType<typeof listSeats>>[number]

const roleWords: Record<string, string> = {
  coordinator: 'Coordinator',
  deputy: 'Deputy coordinator',
  liaison: 'Liaison of the steering committee',
  member: 'Member',
  moderator: 'Moderator of the list',
}

const nameOf = (role: string): string => roleWords[role] ?? role

function Term({ seat }: { seat: Seat }) {
  const years = yearsOf(seat)
  if (years) return <>{years}</>
  if (seat.fromOn === null) return null
  return seat.toOn ? (
    <>
      <Day on={seat.fromOn} /> to <Day on={seat.toOn} />
    </>
  ) : (
    <>
      since <Day on={seat.fromOn} />
    </>
  )
}

const Line = ({ seat }: { seat: Seat }) => (
  <Thing
    title={`${seat.name}, ${nameOf(seat.role)}`}
    meta={
      <>
        <Term seat={seat} />
        {seat.organisation && ` · ${seat.organisation}`}
        {seat.how && ` · ${seat.how}`}
      </>
    }
  />
)

function GroupRoster(props: { group: Groups[number]; seats: Seat[]; past: Seat[]; edit: boolean; open: boolean }) {
  const { group, seats, past, edit, open } = props
  const sorted = [...seats].sort((a, b) => groupRoles.indexOf(a.role as never) - groupRoles.indexOf(b.role as never))
  const vacant = neededRoles.filter((role) => !seats.some((one) => one.role === role))
  return (
    <Section title={group.name} aside={edit && <a href={`/roster/${group.slug}/edit`}>Edit</a>}>
      {vacant.map((role) => (
        <p>
          <State mood="wait">Vacant</State> {nameOf(role)}
        </p>
      ))}
      {sorted.length > 0 && (
        <Things label={group.name}>
          {sorted.map((seat) => (
            <Line seat={seat} />
          ))}
        </Things>
      )}
      {past.length > 0 && (
        <details id={open ? 'past' : undefined} open={open}>
          <summary>Before ({past.length})</summary>
          <Things label={`Before, ${group.name}`}>
            {past.map((seat) => (
              <Line seat={seat} />
            ))}
          </Things>
        </details>
      )}
    </Section>
  )
}

/** Who holds which role on a day, and who did before. Names and institutions, no addresses. */
export function RosterPage(props: {
  groups: Groups
  seats: Seat[]
  past: Awaited<ReturnType<typeof listPastSeats>>
  day: string
  editable: number[]
}) {
  const { groups, seats, past, day, editable } = props
  return (
    <>
      <Heading title="Roster" lead={<>As of {<Day on={day} />}.</>} />
      <Filters label="Another day" values={{ on: day }}>
        <Field name="on" type="date" label="On" short />
      </Filters>
      {groups.length === 0 && <Empty title="There is no group yet." />}
      {groups.map((group, i) => (
        <GroupRoster
          open={i === 0}
          group={group}
          seats={seats.filter((seat) => seat.groupId === group.id)}
          past={past.filter((seat) => seat.groupId === group.id)}
          edit={editable.includes(group.id)}
        />
      ))}
    </>
  )
}

/** Gives and ends the roles of a group. */
export function EditRosterPage(props: { group: { slug: string; name: string }; seats: Seat[]; refused?: Refused; form: 'seat' | 'end' }) {
  const { group, seats, refused, form } = props
  return (
    <>
      <Heading
        title={group.name}
        meta="Edit the roster"
        actions={
          <>
            <Button href={`/roster/${group.slug}/import`}>Import</Button>
            <Button href={`/roster/${group.slug}/handovers`}>Handovers</Button>
            <Button href="/roster">Back to the roster</Button>
          </>
        }
      />
      {form === 'end' && refused && <Note mood="late">{refused.message}</Note>}
      <Section title="Today">
        {seats.length === 0 ? (
          <Empty title="Nobody holds a role." />
        ) : (
          <Things label="Today">
            {seats.map((seat) => (
              <Thing
                title={`${seat.name}, ${nameOf(seat.role)}`}
                meta={
                  <>
                    <Term seat={seat} /> ·{' '}
                    <a href={`/history/appointment:${seat.id}`} aria-label={`History of ${seat.name}, ${nameOf(seat.role)}`}>
                      History
                    </a>
                  </>
                }
              >
                <Form action={`/roster/${group.slug}/seats/${seat.id}/end`} id={`end-${seat.id}`} values={{ toOn: seat.toOn ?? '' }}>
                  <Field name="toOn" type="date" label="Last day" short />
                  <div class="row">
                    <Button kind="quiet">Save the last day</Button>
                  </div>
                </Form>
              </Thing>
            ))}
          </Things>
        )}
      </Section>
      <Section title="Give a role">
        <Form action={`/roster/${group.slug}/seats`} refused={form === 'seat' ? refused : undefined} values={{ role: 'member' }}>
          <Field name="email" type="email" label="Address of the person" />
          <Select name="role" label="Role" options={groupRoles.map((value) => ({ value, label: nameOf(value) }))} />
          <Check name="formal" label="A formal role of the charter" />
          <Field name="from" label="From" hint="A day like 2026-01-31, a year, or ? where nobody knows." short />
          <Field name="to" label="To" hint="The last day, a year, or ?; empty while it goes on." short optional />
          <Field name="how" label="How" hint="Elected, appointed by the committee, a volunteer." maxlength={200} optional />
          <div class="row">
            <Button kind="primary">Give the role</Button>
          </div>
        </Form>
      </Section>
    </>
  )
}
