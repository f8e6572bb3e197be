import { MoreFields } from '../../lib/ui/field-parts.tsx'
import { Choices, Field, Form, Hidden, optionsById, Select, TextArea } from '../../lib/ui/form.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Fold, FormFold, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { zoneCity } from '../../lib/ui/zone-cities.ts'
import { ZoneFold } from '../../lib/ui/zones.tsx'
import { formOf, phaseKinds, phaseNames, roundRules, ruleName, secrecyNames, tieNames } from '../rules.ts'
import { toLocal } from '../zones.ts'
import type { Cycle } from './queries.ts'

const t = textsOf('ballots', 'cyclesPage')
/** Each phase that is not over, with a form that begins with its dates; what has begun can only end later. */
export function MoveDates({ cycle, now }: { cycle: Cycle; now: Date }) {
  const open = cycle.phases.filter(({ closesAt }) => closesAt > now)
  if (open.length === 0) return null
  const zone = zoneCity(cycle.zone)
  return (
    <Fold title={t.changeDates}>
      {open.map(({ kind, opensAt, closesAt }) => (
        <FormFold
          title={phaseNames[kind]}
          id={`dates-${kind}`}
          action={`/cycles/${cycle.id}/dates`}
          values={{ opensAt: toLocal(opensAt, cycle.zone), closesAt: toLocal(closesAt, cycle.zone) }}
        >
          <Hidden name="kind" value={kind} />
          {opensAt > now && <Field name="opensAt" type="datetime-local" label={t.begins({ zone })} short />}
          <Field name="closesAt" type="datetime-local" label={t.ends({ zone })} short />
          <TextArea name="reason" label={t.why} hint={t.everyoneWhoCanVoteGets} rows={3} />
          <Submit>{t.changeDatesEmailEveryone}</Submit>
        </FormFold>
      ))}
    </Fold>
  )
}

const ruleFields = ['budget', 'most', 'shortlist', 'capacity', 'ruleOne', 'ruleTwo', 'ties', 'secrecy']

/** What stands above the fields already is heard with each of them, and named where one is wrong. */
const unseen = (words: Child[]) => <span class="away">{words}</span>

/** The form of a new cycle: every date and every rule, before anybody brings something in. */
export function NewCyclePage(props: {
  groups: { id: number; name: string }[]
  communities: { id: number; name: string }[]
  values: Record<string, string | string[]>
  mayRank: boolean
}) {
  const { groups, communities, values, mayRank } = props
  return (
    <Titled title={t.newEnhancementCycle} lead={t.phasesOpenCloseAutomatically}>
      {mayRank && <p>{t.orRank({ link: (words) => <a href="/ballots/new">{words}</a> })}</p>}
      <Form action="/cycles" values={values}>
        {groups.length > 1 && <Select name="groupId" label={t.group} empty={false} options={optionsById(groups)} />}
        <Field name="title" label={t.title} maxlength={160} />
        <TextArea name="note" label={t.introduction} rows={3} optional maxlength={2_000} />
        <Choices name="communityIds" label={t.userGroups} many hint={t.institutionSeveralUserGroups} options={optionsById(communities)} />
        <ZoneFold name="zone" label={t.timeZone} />
        {phaseKinds.map((kind) => (
          <fieldset class="field">
            <legend>{phaseNames[kind]}</legend>
            <div class="row">
              <Field name={`${kind}-opensAt`} type="datetime-local" label={t.begins2({ phase: phaseNames[kind], unseen })} short />
              <Field name={`${kind}-closesAt`} type="datetime-local" label={t.ends2({ phase: phaseNames[kind], unseen })} short />
            </div>
          </fieldset>
        ))}
        <Field name="recordOn" type="date" label={t.recordDate} hint={t.memberInstitutionsContract} short />
        <MoreFields title={t.pointsRulesSecrecy} names={ruleFields} usual={values}>
          <Field name="budget" label={t.pointsPerVote} hint={t.pointsHint} inputmode="numeric" short />
          <Field name="most" label={t.mostPointsOneOption} hint={t.mostHint} inputmode="numeric" short optional />
          <Field name="shortlist" label={t.optionsGoRoundOneVendor} inputmode="numeric" short />
          <Field name="capacity" label={t.developmentPointsOfTheYear} hint={t.capacityHint} inputmode="numeric" short />
          <Select
            name="ruleOne"
            label={t.countingRuleRoundOne}
            hint={t.ruleHint}
            empty={false}
            options={roundRules.round_one.map((rule) => ({
              value: rule,
              label: formOf(rule) === 'ranks' ? t.byRanking({ rule: ruleName(rule) }) : t.byPoints({ rule: ruleName(rule) }),
            }))}
          />
          <Select
            name="ruleTwo"
            label={t.countingRuleRoundTwo}
            hint={t.ruleTwoHint}
            empty={false}
            options={roundRules.round_two.map((rule) => ({ value: rule, label: t.byPoints({ rule: ruleName(rule) }) }))}
          />
          <Select name="ties" label={t.ties} empty={false} options={Object.entries(tieNames).map(([value, label]) => ({ value, label }))} />
          <Select
            name="secrecy"
            label={t.secrecy}
            empty={false}
            options={Object.entries(secrecyNames).map(([value, label]) => ({ value, label }))}
          />
        </MoreFields>
        <Submit kind="primary" beside={<a href="/ballots/rules">{t.howTheRulesWork}</a>} text={t.setItUp} />
      </Form>
    </Titled>
  )
}
