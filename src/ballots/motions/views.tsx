import { Choices, Field, Select, TextArea } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, Panel, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import type { Ballot } from '../queries.ts'
import type { listObjections } from './queries.ts'

/** The question, what was decided, who objects and why. */
export function MotionPart({
  ballot,
  objections,
  personId,
  refused,
}: {
  ballot: Ballot
  objections: Awaited<ReturnType<typeof listObjections>>
  personId: number | null
  refused?: Refused
}) {
  const path = `/ballots/${ballot.id}`
  const own = objections.find((one) => one.personId === personId && one.withdrawnAt === null)
  return (
    <>
      <p class="prose" dir="auto">
        {ballot.question}
      </p>
      {ballot.decidedAt && (
        <Panel title="Decided">
          <p>{ballot.decision}</p>
          <p class="meta">
            Recorded <Time at={ballot.decidedAt} />
          </p>
          {ballot.byConsent && ballot.mayRun && ballot.decision.startsWith('Not') && (
            <Form action={`${path}/vote`} id="vote">
              <Field name="closesAt" type="datetime-local" label={`Put it to the vote until (${ballot.zone})`} short />
              <Field name="quorum" label="Quorum in percent" inputmode="numeric" short optional />
              <div class="row">
                <Button>Put it to the vote</Button>
              </div>
            </Form>
          )}
        </Panel>
      )}
      <Section title="Objections" aside={objections.length === 0 ? 'none' : undefined}>
        <Things label="Objections">
          {objections.map((one) => (
            <Thing
              title={one.reason}
              meta={
                <>
                  {one.name}, <Time at={one.madeAt} />
                </>
              }
              act={one.withdrawnAt ? <State>Withdrawn</State> : <State mood="late">Stands</State>}
            />
          ))}
        </Things>
        {ballot.state === 'open' && own && <PostButton action={`${path}/objection/withdraw`}>Take my objection back</PostButton>}
        {ballot.state === 'open' && !own && (
          <Form action={`${path}/objection`} id="objection" refused={refused}>
            <TextArea name="reason" label="I object, because" rows={3} maxlength={4_000} />
            <div class="row">
              <Button>Object</Button>
            </div>
          </Form>
        )}
      </Section>
    </>
  )
}

/** A new question to the group. */
export const NewMotionPage = ({
  groups,
  refused,
  closesAt,
  zone,
}: {
  groups: { id: number; name: string }[]
  refused?: Refused
  closesAt: string
  zone: string
}) => (
  <>
    <Heading title="Put a question to the group" lead="It is open at once; every member is asked by mail, and what is decided is kept." />
    <Form
      action="/motions"
      refused={refused}
      values={{ closesAt, zone, secrecy: 'public', way: 'consent', groupId: String(groups[0]?.id ?? '') }}
    >
      {groups.length > 1 && (
        <Select name="groupId" label="Group" empty={false} options={groups.map(({ id, name }) => ({ value: String(id), label: name }))} />
      )}
      <Field name="title" label="In a line" maxlength={200} />
      <TextArea name="question" label="The question, so that yes and no are clear" rows={6} maxlength={10_000} />
      <Choices
        name="way"
        label="How it is decided"
        options={[
          { value: 'consent', label: 'Adopted unless somebody objects' },
          { value: 'vote', label: 'By votes: more yes than no' },
        ]}
      />
      <Field
        name="quorum"
        label="Quorum in percent of the members"
        hint="Only for votes; empty: none."
        inputmode="numeric"
        short
        optional
      />
      <Choices
        name="secrecy"
        label="Votes are published"
        options={[
          { value: 'public', label: 'with names' },
          { value: 'anonymous', label: 'without names' },
        ]}
      />
      <Field name="closesAt" type="datetime-local" label="Closes on" short />
      <Field name="zone" label="Time zone" hint="For instance Europe/Lisbon" short />
      <div class="row">
        <Button kind="primary">Ask the group</Button>
      </div>
    </Form>
  </>
)
