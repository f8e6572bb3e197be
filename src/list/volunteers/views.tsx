import { handedRoles, nameOfRole } from '../../groups/handover/rules.ts'
import type { OfferOutcome } from '../../lib/db/schema.ts'
import { Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, type Mood, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { MailText } from '../../lib/ui/text.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import type { getCall, listCalls } from './queries.ts'
import { whyNotOffer } from './rules.ts'

type Call = Awaited<ReturnType<typeof getCall>>

const outcomeNames: Record<OfferOutcome, string> = { appointed: 'Appointed', runner_up: 'Runner-up', declined: 'Thanked' }
const moods: Record<OfferOutcome, Mood | undefined> = { appointed: 'good', runner_up: 'wait', declined: undefined }

function Standing({ call, today }: { call: { state: string; closesOn: string }; today: string }) {
  if (call.state === 'decided') return <State mood="good">Decided</State>
  if (call.state === 'withdrawn') return <State>Withdrawn</State>
  return today > call.closesOn ? (
    <State mood="wait">Closed, to be decided</State>
  ) : (
    <State mood="good">
      Open until <Day on={call.closesOn} />
    </State>
  )
}

/** The calls that ask the reader, and, for who gives roles, the form for a new one. */
export function CallsPage(props: {
  calls: Awaited<ReturnType<typeof listCalls>>
  today: string
  groups: { slug: string; name: string }[]
  lists: { name: string; title: string }[]
  refused?: Refused
}) {
  const { calls, today, groups, lists, refused } = props
  return (
    <>
      <Heading
        title="Calls for volunteers"
        lead="Groups live from people who offer a few hours. Who offers is read by the group’s coordinators alone."
      />
      {calls.length === 0 ? (
        <Empty title="Nobody is looked for just now." />
      ) : (
        <Things label="Calls">
          {calls.map((call) => (
            <Thing
              title={`${nameOfRole(call.role)}, ${call.group}`}
              href={`/calls/${call.id}`}
              meta={
                <>
                  {call.seats === 1 ? 'one seat' : `${call.seats} seats`} from <Day on={call.fromOn} />
                </>
              }
              act={<Standing call={call} today={today} />}
            />
          ))}
        </Things>
      )}
      {groups.length > 0 && (
        <Section title="Call for volunteers">
          <Form action="/calls" refused={refused} values={{ group: groups[0]?.slug ?? '', role: 'member', seats: '1' }}>
            <Select name="group" label="Group" options={groups.map((one) => ({ value: one.slug, label: one.name }))} empty={false} />
            <Select name="role" label="Role" options={handedRoles.map((value) => ({ value, label: nameOfRole(value) }))} empty={false} />
            <Field name="seats" type="number" label="Seats" min={1} max={50} short />
            <TextArea name="text" label="What is asked" hint="What there is to do, how many hours, what one gets from it." rows={6} />
            <Field name="fromOn" type="date" label="The term begins" short />
            <Field name="toOn" type="date" label="and ends" short optional />
            <Field name="closesOn" type="date" label="Offers until" short />
            <Select
              name="list"
              label="Tell a list"
              hint="A post in your name, with the way to this page."
              options={lists.map((one) => ({ value: one.name, label: one.title }))}
              empty="No list"
              optional
            />
            <div class="row">
              <Button kind="primary">Open the call</Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  )
}

function Decision({ call, refused }: { call: Call; refused?: Refused }) {
  const path = `/calls/${call.id}`
  return (
    <Section title="Decide" aside={call.seats === 1 ? 'one seat' : `${call.seats} seats`}>
      {refused && <Note mood="late">{refused.message}</Note>}
      <Form action={`${path}/decide`} id="decide" values={refused?.typed ?? {}}>
        {call.all.map((one) => (
          <fieldset class="stack">
            <legend>
              {one.name}
              {one.organisation && `, ${one.organisation}`}
            </legend>
            <MailText text={one.text} addresses="plain" />
            <Select
              name={`outcome-${one.id}`}
              label={`What becomes of ${one.name}’s offer`}
              options={(['appointed', 'runner_up', 'declined'] as const).map((value) => ({ value, label: outcomeNames[value] }))}
            />
            <Field name={`place-${one.id}`} type="number" label="Place among the runners-up" min={1} max={99} short optional />
          </fieldset>
        ))}
        <div class="row">
          <Button kind="primary">Decide and tell everybody</Button>
        </div>
      </Form>
      <PostButton action={`${path}/withdraw`} kind="quiet">
        Withdraw the call
      </PostButton>
    </Section>
  )
}

/** One call: what is asked, one's own offer, and the decision. */
export function CallPage({ call, today, refused, form }: { call: Call; today: string; refused?: Refused; form: 'offer' | 'decide' }) {
  const path = `/calls/${call.id}`
  const refusal = whyNotOffer(call, today)
  return (
    <>
      <Heading title={`${nameOfRole(call.role)}, ${call.group}`} meta={<a href="/calls">Calls for volunteers</a>}>
        <p>
          <Standing call={call} today={today} />
        </p>
      </Heading>
      <Facts
        items={[
          { term: 'Seats', value: call.seats },
          {
            term: 'Term',
            value: (
              <>
                from <Day on={call.fromOn} />
                {call.toOn && (
                  <>
                    {' '}
                    to <Day on={call.toOn} />
                  </>
                )}
              </>
            ),
          },
          call.mayDecide && { term: 'Offers', value: call.offers },
        ]}
      />
      <MailText text={call.text} addresses="plain" />
      {call.own?.outcome && (
        <Note mood={call.own.outcome === 'appointed' ? 'good' : 'wait'}>Your offer: {outcomeNames[call.own.outcome].toLowerCase()}.</Note>
      )}
      {!refusal && (
        <Section title={call.own ? 'Your offer' : 'Offer to serve'}>
          <Form action={`${path}/offer`} refused={form === 'offer' ? refused : undefined} values={{ text: call.own?.text ?? '' }}>
            <TextArea name="text" label="Why you, in a few sentences" hint="Read by those who decide, and by nobody else." rows={5} />
            <div class="row">
              <Button kind="primary">{call.own ? 'Save' : 'Offer'}</Button>
            </div>
          </Form>
          {call.own && (
            <PostButton action={`${path}/offer/withdraw`} kind="quiet">
              Take it back
            </PostButton>
          )}
        </Section>
      )}
      {refusal && call.state === 'open' && !call.mayDecide && <p class="soft">{refusal}</p>}
      {call.mayDecide && call.state === 'open' && call.all.length > 0 && (
        <Decision call={call} refused={form === 'decide' ? refused : undefined} />
      )}
      {call.mayDecide && call.state === 'open' && call.all.length === 0 && (
        <Section title="Offers">
          <Empty title="Nobody has offered yet." />
          <PostButton action={`${path}/withdraw`} kind="quiet">
            Withdraw the call
          </PostButton>
        </Section>
      )}
      {call.mayDecide && call.state === 'decided' && (
        <Section title="Offers">
          <Things label="Offers">
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
                      <PostButton action={`${path}/runners-up/${one.id}`} label={`Appoint to a vacant seat: ${one.name}`}>
                        Appoint to a vacant seat
                      </PostButton>
                    )}
                  </>
                }
              />
            ))}
          </Things>
        </Section>
      )}
    </>
  )
}
