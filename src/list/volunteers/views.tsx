import { handedRoles, nameOfRole } from '../../groups/rules.ts'
import type { OfferOutcome } from '../../lib/db/schema.ts'
import { Field, Form, optionsOf, Select, TextArea } from '../../lib/ui/form.tsx'
import { Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Facts, FormSection, Heading, type Mood, Note, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { MailText } from '../../lib/ui/text.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { getCall, listCalls } from './queries.ts'
import { whyNotOffer } from './rules.ts'

const t = textsOf('list', 'volunteersPage')

type Call = Awaited<ReturnType<typeof getCall>>

const outcomeNames: Record<OfferOutcome, string> = t.outcomeNames
const moods: Record<OfferOutcome, Mood | undefined> = { appointed: 'good', runner_up: 'wait', declined: undefined }

function Standing({ call, today }: { call: { state: string; closesOn: string }; today: string }) {
  if (call.state === 'decided') return <State mood="good">{t.decided}</State>
  if (call.state === 'withdrawn') return <State>{t.withdrawn2}</State>
  return today > call.closesOn ? (
    <State mood="wait">{t.closedNotDecidedYet}</State>
  ) : (
    <State mood="good">{t.openUntil({ day: <Day on={call.closesOn} /> })}</State>
  )
}

/** The calls that ask the reader, and, for who gives roles, the form for a new one. */
export function CallsPage(props: {
  calls: Awaited<ReturnType<typeof listCalls>>
  today: string
  groups: { slug: string; name: string }[]
  lists: { name: string; title: string }[]
}) {
  const { calls, today, groups, lists } = props
  return (
    <Titled title={t.callsForVolunteers} lead={t.offerFewHoursGroupOnly}>
      <Things label={t.calls} none={<Empty title={t.noCallsVolunteersYet} />}>
        {calls.map((call) => (
          <Thing
            title={`${nameOfRole(call.role)}, ${call.group}`}
            href={`/calls/${call.id}`}
            meta={t.oneSeatFrom({ seats: call.seats, day: <Day on={call.fromOn} /> })}
            act={<Standing call={call} today={today} />}
          />
        ))}
      </Things>
      {groups.length > 0 && (
        <FormSection title={t.callForVolunteers2} action="/calls" values={{ group: groups[0]?.slug ?? '', role: 'member', seats: '1' }}>
          <Select name="group" label={t.group} options={groups.map((one) => ({ value: one.slug, label: one.name }))} empty={false} />
          <Select name="role" label={t.role} options={handedRoles.map((value) => ({ value, label: nameOfRole(value) }))} empty={false} />
          <Field name="seats" type="number" label={t.seats} min={1} max={50} short />
          <TextArea name="text" label={t.description} hint={t.tasksHoursMonthWhat} rows={6} />
          <Field name="fromOn" type="date" label={t.termStartsOn} short />
          <Field name="toOn" type="date" label={t.andEnds} short optional />
          <Field name="closesOn" type="date" label={t.offersUntil} short />
          <Select
            name="list"
            label={t.messageToAList}
            hint={t.aPostInYourNameWith}
            options={lists.map((one) => ({ value: one.name, label: one.title }))}
            empty={t.noList}
            optional
          />
          <Submit kind="primary">{t.startCall}</Submit>
        </FormSection>
      )}
    </Titled>
  )
}

function Decision({ call }: { call: Call }) {
  const refused = useRefused()
  const path = `/calls/${call.id}`
  return (
    <Section title={t.decide} aside={t.oneSeat({ seats: call.seats })}>
      {refused?.form === 'decision' && <Note mood="late">{refused.message}</Note>}
      <Form action={`${path}/decide`} id="decide" values={refused?.form === 'decision' ? refused.typed : {}}>
        {call.all.map((one) => (
          <fieldset class="stack">
            <legend>
              {one.name}
              {one.organisation && `, ${one.organisation}`}
            </legend>
            <MailText text={one.text} addresses="plain" />
            <Select
              name={`outcome-${one.id}`}
              label={t.decisionFor({ name: one.name })}
              options={optionsOf(outcomeNames, ['appointed', 'runner_up', 'declined'])}
            />
            <Field name={`place-${one.id}`} type="number" label={t.positionAmongRunnersUp} min={1} max={99} short optional />
          </fieldset>
        ))}
        <Submit kind="primary">{t.saveDecisionsEmailEveryone}</Submit>
      </Form>
      <PostButton action={`${path}/withdraw`} kind="quiet" text={t.withdrawCall} />
    </Section>
  )
}

/** One call: what is asked, one's own offer, and the decision. */
export function CallPage({ call, today }: { call: Call; today: string }) {
  const path = `/calls/${call.id}`
  const refusal = whyNotOffer(call, today)
  return (
    <>
      <Heading title={`${nameOfRole(call.role)}, ${call.group}`} meta={<a href="/calls">{t.callsForVolunteers}</a>}>
        <p>
          <Standing call={call} today={today} />
        </p>
      </Heading>
      <Facts
        items={[
          { term: t.seats, value: call.seats },
          {
            term: t.term,
            value: call.toOn
              ? t.to({ first: <Day on={call.fromOn} />, last: <Day on={call.toOn} /> })
              : t.from({ day: <Day on={call.fromOn} /> }),
          },
          call.mayDecide && { term: t.offers, value: call.offers },
        ]}
      />
      <MailText text={call.text} addresses="plain" />
      {call.own?.outcome && (
        <Note mood={call.own.outcome === 'appointed' ? 'good' : 'wait'}>{t.yourOffer({ outcome: outcomeNames[call.own.outcome] })}</Note>
      )}
      {!refusal && (
        <Section title={call.own ? t.yourOffer2 : t.newOffer}>
          <Form action={`${path}/offer`} values={{ text: call.own?.text ?? '' }}>
            <TextArea name="text" label={t.yourReasons} hint={t.fewSentencesOnlyPeopleWho} rows={5} />
            <Submit kind="primary">{call.own ? t.saveOffer : t.sendOffer}</Submit>
          </Form>
          {call.own && <PostButton action={`${path}/offer/withdraw`} kind="quiet" text={t.withdrawOffer} />}
        </Section>
      )}
      {refusal && call.state === 'open' && !call.mayDecide && <p class="soft">{refusal}</p>}
      {call.mayDecide && call.state === 'open' && call.all.length > 0 && <Decision call={call} />}
      {call.mayDecide && call.state === 'open' && call.all.length === 0 && (
        <Section title={t.offers}>
          <Empty title={t.noOffersYet} />
          <PostButton action={`${path}/withdraw`} kind="quiet" text={t.withdrawCall} />
        </Section>
      )}
      {call.mayDecide && call.state === 'decided' && (
        <Listing title={t.offers}>
          {call.all.map((one) => (
            <Thing
              title={`${one.name}${one.organisation ? `, ${one.organisation}` : ''}`}
              meta={<Time at={one.offeredAt} style="date" />}
              act={
                <>
                  {one.outcome && (
                    <State mood={moods[one.outcome]}>
                      {outcomeNames[one.outcome]}
                      {one.place && ` ${one.place}`}
                    </State>
                  )}
                  {one.outcome === 'runner_up' && (
                    <PostButton action={`${path}/runners-up/${one.id}`} label={t.appointToAVacantSeat({ name: one.name })}>
                      {t.appointToAVacantSeat2}
                    </PostButton>
                  )}
                </>
              }
            />
          ))}
        </Listing>
      )}
    </>
  )
}
