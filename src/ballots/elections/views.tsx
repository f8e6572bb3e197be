import { MoreFields } from '../../lib/ui/field-parts.tsx'
import { Field, Form, optionsById, Select, TextArea } from '../../lib/ui/form.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { unlessAlone, useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import { ZoneFold } from '../../lib/ui/zones.tsx'
import type { Ballot } from '../core/queries.ts'
import type { listNominations, listSeatOffers } from './queries.ts'
import { lastAsked, nextInOrder, offerEnds, waitsFor, whyNotOffer } from './rules.ts'

const t = textsOf('ballots', 'electionsPage')
const running = textsOf('ballots', 'running')
const words = textsOf('ballots', 'elections')

/** The days of an election, to be changed until it opens. */
export function DaysFields({ zone }: { zone: string }) {
  const hint = `${t.timeZone}: ${zoneCity(zone)}`
  return (
    <>
      <Field name="nominationsUntil" type="datetime-local" label={t.nominationsUntil} hint={hint} short />
      <Field name="opensAt" type="datetime-local" label={t.opensOn} hint={hint} short />
      <Field name="closesAt" type="datetime-local" label={t.closesOn} hint={hint} short />
      <Field name="termFrom" type="date" label={t.termFrom} short />
      <Field name="termTo" type="date" label={t.termTo} short optional />
    </>
  )
}

/** Nominations, while they are open and after. */
export function ElectionPart(props: {
  ballot: Ballot
  nominations: Awaited<ReturnType<typeof listNominations>>
  whyNot: string | undefined
  personId: number | null
}) {
  const { ballot, nominations, whyNot, personId } = props
  const path = `/ballots/${ballot.id}`
  const own = nominations.find((one) => one.personId === personId)
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
      <Things label={words.nominations} of={nominations} none={<Empty title={words.none} />}>
        {(one) => (
          <Thing
            title={one.name}
            meta={[
              one.personId === personId && words.states[one.state],
              one.nominator !== one.name && words.by({ name: one.nominator ?? '' }),
            ]
              .filter(Boolean)
              .join(', ')}
            act={
              one.personId === personId ? (
                <Button href={`${path}/nomination`}>{t.myNomination}</Button>
              ) : (
                <State mood={one.state === 'accepted' ? 'good' : one.state === 'asked' ? 'wait' : undefined}>
                  {words.states[one.state]}
                </State>
              )
            }
          >
            {one.state === 'accepted' && <p class="snippet as-written">{one.statement}</p>}
          </Thing>
        )}
      </Things>
      {whyNot ? (
        <p class="meta">{whyNot}</p>
      ) : (
        <Form action={`${path}/nominations`} id="nominate">
          <Field name="email" type="email" label={t.emailAddressPerson} hint={t.leaveEmptyNominateYourself} optional />
          {!own && <TextArea name="statement" label={t.yourStatementIfYouStandYourself} rows={5} maxlength={5_000} optional />}
          <Submit>{t.nominate}</Submit>
        </Form>
      )}
    </Section>
  )
}

interface NominationProps {
  ballot: Ballot
  statement: string
  state: string
  whyNot?: string
}

/** One's own nomination: stand or not, with a statement. */
export const NominationPage = ({ ballot, statement, state, whyNot }: NominationProps) => (
  <Titled title={t.yourNomination} meta={<a href={`/ballots/${ballot.id}`}>{ballot.title}</a>} lead={whyNot ?? t.votersWillReadStatement}>
    <Form action={`/ballots/${ballot.id}/nomination`} values={{ statement }}>
      <TextArea name="statement" label={t.yourStatement} rows={8} maxlength={5_000} optional />
      <div class="row">
        <Button kind="primary" name="stands" value="yes" whyNot={whyNot} text={t.iStand({ isState: state === 'accepted' })} />
        {!whyNot && <Button name="stands" value="no" text={t.declineNomination} />}
      </div>
    </Form>
  </Titled>
)

/** Who is elected, appointed, and who comes next. */
export function Seats(props: { ballot: Ballot; offers: Awaited<ReturnType<typeof listSeatOffers>>; personId: number | null }) {
  const { ballot, offers, personId } = props
  const path = `/ballots/${ballot.id}`
  const { locale, now } = useReader()
  const day = (on: string | null) => (on ? formatDay({ locale }, on) : '')
  const [last, waits] = [lastAsked(offers), waitsFor(offers, now)]
  const elected = offers.filter((one) => one.elected)
  const next = offers.filter((one) => !one.elected)
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
          <PostButton action={`${path}/seats/appoint`}>{t.appointEveryoneElected}</PostButton>
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
                  ) : one.id === waits?.id ? (
                    <State mood="wait">{words.offered}</State>
                  ) : (
                    one.offeredAt && <State>{words.noAnswer}</State>
                  )
                }
              />
            ))}
          </Things>
          {last && last.personId === personId && (
            <div class="row">
              <PostButton action={`${path}/seats/answer`} fields={{ takes: 'yes' }} kind="primary" text={t.acceptSeat} />
              <PostButton action={`${path}/seats/answer`} fields={{ takes: 'no' }} text={t.declineSeat} />
            </div>
          )}
          {ballot.mayRun && waits && (
            <p class="meta">{t.waitsUntil({ name: waits.name, day: <Time at={offerEnds(waits.offeredAt)} style="date" /> })}</p>
          )}
          {ballot.mayRun && !waits && (
            <PostButton action={`${path}/seats/offer`} whyNot={whyNotOffer(ballot, nextInOrder(offers), now)} text={t.offerVacantSeat} />
          )}
        </Section>
      )}
    </>
  )
}

interface NewElectionProps {
  groups: { id: number; name: string }[]
  communities: { id: number; name: string }[]
  values: Record<string, string>
}

/** A new election. */
export function NewElectionPage({ groups, communities, values }: NewElectionProps) {
  const only = communities.length === 1 ? communities[0] : undefined
  const [first, ...others] = groups
  return (
    <Titled title={t.newElection} meta={others.length === 0 && unlessAlone(first?.name)} lead={t.countedByScottishStvRunnersUp}>
      <Form action="/elections" values={{ groupId: String(first?.id ?? ''), role: 'member', seats: '3', secrecy: 'anonymous', ...values }}>
        {others.length > 0 && <Select name="groupId" label={t.group} empty={false} options={optionsById(groups)} />}
        <Field name="title" label={t.title} hint={t.forInstanceThreeSeatsOfThe} maxlength={200} />
        <Select
          name="role"
          label={t.role}
          empty={false}
          options={[
            { value: 'member', label: t.member },
            { value: 'coordinator', label: t.coordinator },
            { value: 'deputy', label: t.deputy },
          ]}
        />
        <Field name="seats" label={t.seats} inputmode="numeric" short />
        <div class="fields">
          <Field name="termFrom" type="date" label={t.termFrom} short />
          <Field name="termTo" type="date" label={t.termTo} short optional />
        </div>
        <Select
          name="electorate"
          label={t.whoVotes}
          empty={false}
          options={[
            ...(only ? [] : communities.map(({ id, name }) => ({ value: `community-${id}`, label: t.institutionsOf({ name }) }))),
            { value: 'institutions', label: only ? t.institutionsOf({ name: only.name }) : t.institutionsOfAllHostingUser },
            { value: 'group', label: t.theMembersOfTheGroup },
          ]}
        />
        <div class="fields">
          <Field name="nominationsUntil" type="datetime-local" label={t.nominationsUntil} short />
          <Field name="opensAt" type="datetime-local" label={t.opensOn} short />
          <Field name="closesAt" type="datetime-local" label={t.closesOn} short />
        </div>
        <ZoneFold name="zone" label={t.timeZone} />
        <MoreFields
          title={t.recordDateAndVotes}
          names={['recordOn', 'secrecy']}
          usual={{ secrecy: 'anonymous', recordOn: String(values.recordOn ?? '') }}
        >
          <Field name="recordOn" type="date" label={t.recordDate} hint={running.membershipsContractsDayCount} short />
          <Select
            name="secrecy"
            label={t.publishedVotes}
            empty={false}
            options={[
              { value: 'anonymous', label: t.withoutNames },
              { value: 'public', label: t.withNames },
            ]}
          />
        </MoreFields>
        <Submit kind="primary">{t.setItUp}</Submit>
      </Form>
    </Titled>
  )
}
