import { Check, Field, Select, TextArea } from '../lib/ui/fields.tsx'
import { Form } from '../lib/ui/form.tsx'
import type { Refused } from '../lib/ui/forms.ts'
import { Button, Fold, PostButton, Section } from '../lib/ui/parts.tsx'
import type { Ballot, BallotOption } from './queries.ts'
import { offeredRules, ruleName, secrecyNames, tieNames, whyNotRule } from './rules.ts'
import { toLocal } from './zones.ts'

/** For those who run it: rehearse, extend, and before the opening the rules of the game. */
export function Running(props: { ballot: Ballot; options: BallotOption[]; refused?: Refused; form?: 'extend' | 'change' }) {
  const { ballot, options, refused, form } = props
  const path = `/ballots/${ballot.id}`
  const refusedIn = (name: string) => (form === name ? refused : undefined)
  if (ballot.rehearsalOf !== null)
    return (
      <div class="row">
        {ballot.state === 'open' && <PostButton action={`${path}/fill`}>Cast 40 test papers</PostButton>}
        {ballot.state === 'open' && <PostButton action={`${path}/count`}>Close it and count</PostButton>}
        {ballot.state !== 'thrown_away' && (
          <PostButton action={`${path}/throw-away`} kind="danger">
            Throw the rehearsal away
          </PostButton>
        )}
      </div>
    )
  return (
    <>
      {ballot.state === 'preparing' && (
        <Section title="Before the opening">
          {ballot.kind === 'wishes' && (
            <div class="row">
              <PostButton action={`${path}/rehearse`} whyNot={options.length === 0 ? 'There is nothing on the ballot yet.' : undefined}>
                Rehearse it on test papers
              </PostButton>
            </div>
          )}
          <ChangeForm ballot={ballot} refused={refusedIn('change')} />
        </Section>
      )}
      {ballot.state === 'open' && (
        <Fold title="Extend it" open={refusedIn('extend') !== undefined}>
          <Form
            action={`${path}/extend`}
            id="extend"
            refused={refusedIn('extend')}
            values={{ closesAt: toLocal(ballot.closesAt, ballot.zone) }}
          >
            <Field
              name="closesAt"
              type="datetime-local"
              label={`Closes on (${ballot.zone})`}
              hint="Later than now; a ballot is never shortened."
              short
            />
            <TextArea name="reason" label="Why" hint="Kept for good, and told to all who vote." rows={3} />
            <div class="row">
              <Button>Extend and tell all</Button>
            </div>
          </Form>
        </Fold>
      )}
    </>
  )
}

/** What decides how a ballot is counted; it can be changed until the opening. */
function ChangeForm({ ballot, refused }: { ballot: Ballot; refused: Refused | undefined }) {
  const settings = ballot.settings as { minScore?: number; misfit?: string; utility?: string }
  return (
    <Form
      action={`/ballots/${ballot.id}/change`}
      id="change"
      refused={refused}
      values={{
        title: ballot.title,
        rule: ballot.rule,
        secrecy: ballot.secrecy,
        ties: ballot.ties,
        budget: String(ballot.budget ?? ''),
        most: String(ballot.most ?? ''),
        capacity: String(ballot.capacity ?? ''),
        seats: String(ballot.seats ?? ''),
        recordOn: ballot.recordOn,
        tieOrder: ballot.tieOrder.join(', '),
        minScore: String(settings.minScore ?? ''),
        misfit: settings.misfit ?? 'skip',
        utility: settings.utility ?? 'points',
      }}
    >
      <Field name="title" label="Title" maxlength={200} />
      {ballot.kind === 'wishes' && (
        <>
          <Select
            name="rule"
            label="Counted by"
            empty={false}
            options={offeredRules[ballot.form]
              .filter((rule) => !whyNotRule(rule, ballot))
              .map((rule) => ({ value: rule, label: ruleName(rule) }))}
          />
          <RuleSettings ballot={ballot} />
          {ballot.budget !== null && <Field name="budget" label="Points of each ballot" inputmode="numeric" short />}
          {ballot.budget !== null && <Field name="most" label="At most for one wish" inputmode="numeric" short optional />}
          {ballot.capacity !== null && <Field name="capacity" label="Capacity in development points" inputmode="numeric" short />}
        </>
      )}
      {ballot.seats !== null && ballot.kind !== 'motion' && (
        <Field name="seats" label={ballot.kind === 'election' ? 'Seats' : 'How many go on to the vendor'} inputmode="numeric" short />
      )}
      <Select
        name="ties"
        label="Ties are broken"
        empty={false}
        options={Object.entries(tieNames).map(([value, label]) => ({ value, label }))}
      />
      <Field
        name="tieOrder"
        label="The chair’s order"
        hint="Numbers of the options, the preferred first; those left out follow by number. Only for ties by the chair."
        optional
      />
      <Select
        name="secrecy"
        label="Secrecy"
        empty={false}
        options={Object.entries(secrecyNames).map(([value, label]) => ({ value, label }))}
      />
      <Field name="recordOn" type="date" label="Record date" hint="Membership and contract count as on this day." short />
      <div class="row">
        <Button>Save</Button>
      </div>
    </Form>
  )
}

/** What a rule can be told besides. */
function RuleSettings({ ballot }: { ballot: Ballot }) {
  const settings = ballot.settings as { comparison?: boolean }
  return (
    <>
      {ballot.rule === 'greedy' && (
        <>
          <Field name="minScore" label="Least points to be chosen" inputmode="numeric" short optional />
          <Select
            name="misfit"
            label="What does not fit into the capacity"
            empty={false}
            options={[
              { value: 'skip', label: 'is passed over' },
              { value: 'stop', label: 'ends the count' },
            ]}
          />
        </>
      )}
      {ballot.rule.startsWith('equal-shares') && (
        <>
          <Check
            name="comparison"
            label="Where more papers prefer what greedy would choose, that is taken"
            checked={settings.comparison === true}
          />
          {ballot.form === 'points' && (
            <Select
              name="utility"
              label="What a wish is worth to who gives it points"
              empty={false}
              options={[
                { value: 'points', label: 'its points' },
                { value: 'approval', label: 'the same for every wish with a point' },
              ]}
            />
          )}
        </>
      )}
    </>
  )
}
