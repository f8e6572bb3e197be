import { Check, Field, Form, optionsOf, Select, TextArea } from '../lib/ui/form.tsx'
import { FormFold, PostButton, Section, Submit } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { zoneCity } from '../lib/ui/zone-cities.ts'
import type { Ballot, BallotOption } from './core/queries.ts'
import { DaysFields } from './elections/views.tsx'
import { offeredRules, ruleName, seatsName, secrecyNames, tieNames } from './rules.ts'
import { toLocal } from './zones.ts'

const t = textsOf('ballots', 'running')

/** For those who run it: rehearse, extend, and before the opening the rules of the game. */
export function Running({ ballot, options }: { ballot: Ballot; options: BallotOption[] }) {
  const path = `/ballots/${ballot.id}`
  if (ballot.rehearsalOf !== null)
    return (
      <div class="row">
        {ballot.state === 'open' && <PostButton action={`${path}/fill`}>{t.add40TestVotes}</PostButton>}
        {ballot.state === 'open' && <PostButton action={`${path}/count`}>{t.closeBallotAndCount}</PostButton>}
        {ballot.state !== 'thrown_away' && <PostButton action={`${path}/throw-away`} kind="danger" text={t.discardTestBallot} />}
      </div>
    )
  return (
    <>
      {ballot.state === 'preparing' && (
        <Section title={t.beforeTheBallotOpens}>
          {ballot.kind === 'wishes' && (
            <div class="row">
              <PostButton
                action={`${path}/rehearse`}
                whyNot={options.length === 0 ? t.ballotHasNoOptionsYet : undefined}
                text={t.startTestBallot}
              />
            </div>
          )}
          <ChangeForm ballot={ballot} />
        </Section>
      )}
      {ballot.state === 'open' && (
        <FormFold title={t.extendIt} action={`${path}/extend`} id="extend" values={{ closesAt: toLocal(ballot.closesAt, ballot.zone) }}>
          <Field
            name="closesAt"
            type="datetime-local"
            label={t.closesOn({ zone: zoneCity(ballot.zone) })}
            hint={t.chooseLaterDateBallotCannot}
            short
          />
          <TextArea name="reason" label={t.why} hint={t.everyoneWhoCanVoteGets} rows={3} />
          <Submit>{t.extendBallotEmailEveryone}</Submit>
        </FormFold>
      )}
    </>
  )
}

/** How ties can be decided: requests by their age as well, candidates have none. What is set stays, so that saving changes nothing by itself. */
const tieOptions = ({ kind, ties }: Ballot) =>
  optionsOf(
    tieNames,
    (['lot', 'seniority', 'chair'] as const).filter((one) => one === ties || one !== 'seniority' || kind !== 'election'),
  )

/** The days of an election, as its fields take them. */
const daysOf = ({ nominationsUntil, opensAt, closesAt, termFrom, termTo, zone }: Ballot) => ({
  nominationsUntil: toLocal(nominationsUntil ?? opensAt, zone),
  opensAt: toLocal(opensAt, zone),
  closesAt: toLocal(closesAt, zone),
  termFrom: termFrom ?? '',
  termTo: termTo ?? '',
})

/** What decides how a ballot is counted; it can be changed until the opening. */
function ChangeForm({ ballot }: { ballot: Ballot }) {
  const settings = ballot.settings as { minScore?: number; misfit?: string; utility?: string }
  return (
    <Form
      keeps
      action={`/ballots/${ballot.id}/change`}
      id="change"
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
        ...daysOf(ballot),
      }}
    >
      <Field name="title" label={t.title} maxlength={200} />
      {ballot.kind === 'wishes' && (
        <>
          <Select
            name="rule"
            label={t.countedBy}
            empty={false}
            options={[...new Set([ballot.rule, ...offeredRules[ballot.form]])].map((rule) => ({ value: rule, label: ruleName(rule) }))}
          />
          <RuleSettings ballot={ballot} />
          {ballot.budget !== null && <Field name="budget" label={t.pointsPerVote} inputmode="numeric" short />}
          {ballot.budget !== null && <Field name="most" label={t.mostPointsOneOption} inputmode="numeric" short optional />}
          {ballot.capacity !== null && <Field name="capacity" label={t.developmentPointsAvailable} inputmode="numeric" short />}
        </>
      )}
      {ballot.seats !== null && ballot.kind !== 'motion' && <Field name="seats" label={seatsName(ballot)} inputmode="numeric" short />}
      {ballot.kind === 'election' && <DaysFields zone={ballot.zone} />}
      <Select name="ties" label={t.ties} empty={false} options={tieOptions(ballot)} />
      <Field name="tieOrder" label={t.orderSetChair} hint={t.onlyTiesDecidedChairEnter} optional />
      <Select
        name="secrecy"
        label={t.secrecy}
        empty={false}
        options={Object.entries(secrecyNames).map(([value, label]) => ({ value, label }))}
      />
      <Field name="recordOn" type="date" label={t.recordDate} hint={t.membershipsContractsDayCount} short />
      <Submit>{t.save}</Submit>
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
          <Field name="minScore" label={t.leastPointsToBeChosen} inputmode="numeric" short optional />
          <Select
            name="misfit"
            label={t.optionCostsTooMuch}
            empty={false}
            options={[
              { value: 'skip', label: t.skipTheOption },
              { value: 'stop', label: t.endTheCount },
            ]}
          />
        </>
      )}
      {ballot.rule.startsWith('equal-shares') && (
        <>
          <Check name="comparison" label={t.useMostPointsFirstWhere} checked={settings.comparison === true} />
          {ballot.form === 'points' && (
            <Select
              name="utility"
              label={t.valueOptionItsSupporters}
              empty={false}
              options={[
                { value: 'points', label: t.itsPoints },
                { value: 'approval', label: t.theSameForEveryWishWith },
              ]}
            />
          )}
        </>
      )}
    </>
  )
}
