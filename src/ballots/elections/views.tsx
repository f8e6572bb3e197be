import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import type { Ballot } from '../queries.ts'
import { electionWords, useElectionWords } from './page-words.ts'
import type { listNominations, listSeatOffers } from './queries.ts'

/** Nominations, while they are open and after. */
export function ElectionPart({
  ballot,
  nominations,
  whyNot,
  personId,
  refused,
}: {
  ballot: Ballot
  nominations: Awaited<ReturnType<typeof listNominations>>
  whyNot: string | undefined
  personId: number | null
  refused?: Refused
}) {
  const path = `/ballots/${ballot.id}`
  const own = nominations.find((one) => one.personId === personId)
  const words = useElectionWords()
  return (
    <Section
      title={words.nominations}
      aside={
        ballot.nominationsUntil ? (
          <>
            {words.until} <Time at={ballot.nominationsUntil} />
          </>
        ) : undefined
      }
    >
      {nominations.length === 0 && <Empty title={words.none} />}
      <Things label={words.nominations}>
        {nominations.map((one) => (
          <Thing
            title={one.name}
            meta={`${words.states[one.state]}${one.nominator === one.name ? '' : `, ${words.by({ name: one.nominator ?? '' })}`}`}
            act={
              one.personId === personId ? (
                <Button href={`${path}/nomination`}>My nomination</Button>
              ) : (
                <State mood={one.state === 'accepted' ? 'good' : 'wait'}>{words.states[one.state]}</State>
              )
            }
          >
            {one.state === 'accepted' && <p class="snippet">{one.statement}</p>}
          </Thing>
        ))}
      </Things>
      {whyNot ? (
        <p class="meta">{whyNot}</p>
      ) : (
        <Form action={`${path}/nominations`} id="nominate" refused={refused}>
          <Field
            name="email"
            type="email"
            label="Nominate somebody, by mail address"
            hint="Empty: yourself. Who is nominated stands only after accepting."
            optional
          />
          {!own && <TextArea name="statement" label="Your statement, if you stand yourself" rows={5} maxlength={5_000} optional />}
          <div class="row">
            <Button>Nominate</Button>
          </div>
        </Form>
      )}
    </Section>
  )
}

/** One's own nomination: stand or not, with a statement. */
export const NominationPage = ({
  ballot,
  statement,
  state,
  whyNot,
  refused,
}: {
  ballot: Ballot
  statement: string
  state: string
  whyNot?: string
  refused?: Refused
}) => (
  <>
    <Heading
      title="Do you stand?"
      meta={<a href={`/ballots/${ballot.id}`}>{ballot.title}</a>}
      lead={whyNot ?? 'What you write stands on the ballot.'}
    />
    <Form action={`/ballots/${ballot.id}/nomination`} values={{ statement }} refused={refused}>
      <TextArea name="statement" label="Your statement" rows={8} maxlength={5_000} optional />
      <div class="row">
        <Button kind="primary" name="stands" value="yes" whyNot={whyNot}>
          {state === 'accepted' ? 'Save it: I stand' : 'I stand'}
        </Button>
        {!whyNot && (
          <Button name="stands" value="no">
            I do not stand
          </Button>
        )}
      </div>
    </Form>
  </>
)

/** Who is elected, appointed, and who comes next. */
export function Seats({
  ballot,
  offers,
  personId,
}: {
  ballot: Ballot
  offers: Awaited<ReturnType<typeof listSeatOffers>>
  personId: number | null
}) {
  const path = `/ballots/${ballot.id}`
  const { locale } = useReader()
  const words = electionWords(locale)
  const day = (on: string | null) => (on ? formatDay({ locale }, on) : '')
  const elected = offers.filter((one) => one.elected)
  const next = offers.filter((one) => !one.elected)
  const asked = next.find((one) => one.personId === personId && one.offeredAt !== null && one.answer === null)
  const waiting = elected.filter(({ appointmentId }) => appointmentId === null)
  return (
    <>
      <Section title={words.elected}>
        <Things label={words.elected}>
          {elected.map((one) => (
            <Thing
              title={one.name}
              meta={ballot.termFrom ? words.term({ from: day(ballot.termFrom), to: day(ballot.termTo) }) : undefined}
              act={
                one.appointmentId === null ? <State mood="wait">{words.notAppointed}</State> : <State mood="good">{words.appointed}</State>
              }
            />
          ))}
        </Things>
        {ballot.mayRun && waiting.length > 0 && ballot.role && (
          <PostButton action={`${path}/seats/appoint`}>Make the appointments</PostButton>
        )}
      </Section>
      {next.length > 0 && (
        <Section title={words.next} aside={words.nextFor}>
          <Things label={words.next}>
            {next.map((one) => (
              <Thing
                title={`${one.place}. ${one.name}`}
                act={
                  one.answer === true ? (
                    <State mood="good">{words.taken}</State>
                  ) : one.answer === false ? (
                    <State>{words.notWanted}</State>
                  ) : one.offeredAt ? (
                    <State mood="wait">{words.offered}</State>
                  ) : undefined
                }
              />
            ))}
          </Things>
          {asked && (
            <div class="row">
              <PostButton action={`${path}/seats/answer`} fields={{ takes: 'yes' }} kind="primary">
                I take the seat
              </PostButton>
              <PostButton action={`${path}/seats/answer`} fields={{ takes: 'no' }}>
                I do not want it
              </PostButton>
            </div>
          )}
          {ballot.mayRun && <PostButton action={`${path}/seats/offer`}>A seat is vacant: ask the next</PostButton>}
        </Section>
      )}
    </>
  )
}

/** A new election. */
export const NewElectionPage = ({
  groups,
  communities,
  refused,
  values,
}: {
  groups: { id: number; name: string }[]
  communities: { id: number; name: string }[]
  refused?: Refused
  values: Record<string, string>
}) => (
  <>
    <Heading
      title="New election"
      lead="Counted by Scottish STV. Runners-up are kept for seats that fall vacant later; who is elected is appointed by the result."
    />
    <Form
      action="/elections"
      refused={refused}
      values={{
        groupId: String(groups[0]?.id ?? ''),
        role: 'member',
        electorate: 'institutions',
        seats: '3',
        secrecy: 'anonymous',
        ...values,
      }}
    >
      {groups.length > 1 && (
        <Select name="groupId" label="Group" empty={false} options={groups.map(({ id, name }) => ({ value: String(id), label: name }))} />
      )}
      <Field name="title" label="Title" hint="For instance: Three seats of the group, 2027 to 2029" maxlength={200} />
      <Select
        name="role"
        label="Role"
        empty={false}
        options={[
          { value: 'member', label: 'Member' },
          { value: 'coordinator', label: 'Coordinator' },
          { value: 'deputy', label: 'Deputy' },
        ]}
      />
      <Field name="seats" label="Seats" inputmode="numeric" short />
      <Field name="termFrom" type="date" label="Term from" short />
      <Field name="termTo" type="date" label="Term to" short optional />
      <Select
        name="electorate"
        label="Who votes"
        empty={false}
        options={[
          ...communities.map(({ id, name }) => ({ value: `community-${id}`, label: `Institutions of ${name}` })),
          { value: 'institutions', label: 'Institutions of all hosting user groups' },
          { value: 'group', label: 'The members of the group' },
        ]}
      />
      <Field name="recordOn" type="date" label="Record date" short />
      <Field name="nominationsUntil" type="datetime-local" label="Nominations until" short />
      <Field name="opensAt" type="datetime-local" label="Opens on" short />
      <Field name="closesAt" type="datetime-local" label="Closes on" short />
      <Field name="zone" label="Time zone" hint="For instance Europe/Lisbon" short />
      <Select
        name="secrecy"
        label="Papers are published"
        empty={false}
        options={[
          { value: 'anonymous', label: 'without names' },
          { value: 'public', label: 'with the name of each voter' },
        ]}
      />
      <div class="row">
        <Button kind="primary">Set it up</Button>
      </div>
    </Form>
  </>
)
