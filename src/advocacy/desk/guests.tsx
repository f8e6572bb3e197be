import type { StandIn } from '../../groups/queries.ts'
import { Choices, Field, Hidden, optionsOf } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, FormSection, PostButton, Split, Submit, Titled } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { visibilities } from '../../requests/rules.ts'
import { groupAnd } from '../group-choice.tsx'
import type { DeskGroup, Guest } from '../queries.ts'
import { AwayDays, StandInsOf } from './stand-ins.tsx'

const t = textsOf('advocacy', 'desk')
const away = textsOf('advocacy', 'standIns')
const { readers } = textsOf('advocacy', 'pages')

/** The vendor's guests and how group and vendor work together. */
export function GuestsPage({
  group,
  guests,
  standIns,
  inPlace,
  brief,
}: {
  group: DeskGroup
  guests: Guest[]
  /** Who stands in for them, from today on. */
  standIns: readonly StandIn[]
  /** For whom somebody is invited who stands in, as it was asked. */
  inPlace: { termId: string; guest: string; asked: Record<string, string> } | undefined
  /** The package that waits for a guest. */
  brief?: string | undefined
}) {
  const { rule } = group
  return (
    <Titled
      title={t.guestsOf({ vendor: group.vendor })}
      meta={groupAnd(group, <a href={`/desk?group=${group.slug}`}>{t.sentToTheVendor}</a>)}
      lead={t.theyCanReadRequestsSend}
    >
      <Split
        aside={
          <FormSection
            keeps
            title={t.ruleForAnswers}
            id="rule"
            action="/desk/rule"
            values={{
              answerMonths: String(rule.answerMonths),
              remindDays: rule.remindDays.join(', '),
              readers: rule.readers,
              holdDays: String(rule.holdDays),
            }}
          >
            <Hidden name="group" value={group.slug} />
            <Field name="answerMonths" label={t.monthsToAnswer} short inputmode="numeric" />
            <Field name="remindDays" label={t.remindersDaysBefore} hint={t.example143} short />
            <Choices name="readers" label={t.whoCanReadAnswers} options={optionsOf(readers, visibilities)} />
            <Field name="holdDays" label={t.daysGroupOnly} short inputmode="numeric" />
            <Submit>{t.save}</Submit>
          </FormSection>
        }
      >
        <Things label={t.guests} of={guests} none={<Empty title={t.noGuestsYet} />}>
          {(guest) => (
            <Thing
              title={guest.name}
              meta={
                <>
                  {guest.email}
                  {guest.fromOn && <> {t.since({ day: <Day on={guest.fromOn} /> })}</>}
                </>
              }
              act={
                <PostButton
                  action={`/desk/guests/${guest.appointmentId}/end`}
                  fields={{ group: group.slug }}
                  label={t.endGuestRole({ name: guest.name })}
                  text={t.endGuestRole2}
                />
              }
            />
          )}
        </Things>
        <StandInsOf standIns={standIns} group={group.slug} />
        <FormSection
          title={inPlace ? away.inviteFor({ guest: inPlace.guest }) : t.inviteGuest}
          id="guest"
          action={withQuery('/desk/guests', { brief, for: inPlace?.termId })}
          values={inPlace?.asked}
        >
          <Hidden name="group" value={group.slug} />
          <Field name="name" label={t.name} maxlength={200} autocomplete="off" />
          <Field name="email" type="email" label={t.emailAddress} maxlength={254} autocomplete="off" />
          {inPlace && (
            <>
              <Hidden name="termId" value={inPlace.termId} />
              <AwayDays />
            </>
          )}
          <Submit kind="primary">{inPlace ? away.invite : t.inviteGuest}</Submit>
        </FormSection>
      </Split>
    </Titled>
  )
}
