import { Choices, Field } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, Split } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../locale/words.ts'
import { visibilities } from '../../requests/rules.ts'
import type { DeskGroup, listGuests } from '../queries.ts'
import type { Refused } from './answering.tsx'

const t = textsOf('advocacy', 'desk')
const { readers } = textsOf('advocacy', 'pages')

/** The vendor's guests and how group and vendor work together. */
export function GuestsPage({
  group,
  guests,
  refused,
  form,
}: {
  group: DeskGroup
  guests: Awaited<ReturnType<typeof listGuests>>
  refused?: Refused
  form?: 'guest' | 'rule'
}) {
  const { rule } = group
  return (
    <>
      <Heading
        title={t.guestsOf({ vendor: group.vendor })}
        meta={<a href={`/desk?group=${group.slug}`}>{t.withTheVendor}</a>}
        lead={t.theySeeWhatWasHandedOver}
      />
      <Split
        aside={
          <Section title={t.howWeWorkTogether}>
            <Form
              id="rule"
              action="/desk/rule"
              refused={form === 'rule' ? refused : undefined}
              values={{
                answerMonths: String(rule.answerMonths),
                remindDays: rule.remindDays.join(', '),
                readers: rule.readers,
                holdDays: String(rule.holdDays),
              }}
            >
              <Hidden name="group" value={group.slug} />
              <Field name="answerMonths" label={t.monthsUntilAnAnswerIsDue} short inputmode="numeric" />
              <Field name="remindDays" label={t.remindSoManyDaysBefore} hint={t.forInstance143} short />
              <Choices
                name="readers"
                label={t.whoMayReadAnswersWhereThey}
                options={visibilities.map((one) => ({ value: one, label: readers[one] }))}
              />
              <Field name="holdDays" label={t.daysThatAnswersStayWithThe} short inputmode="numeric" />
              <div class="row">
                <Button>{t.save}</Button>
              </div>
            </Form>
          </Section>
        }
      >
        {guests.length === 0 ? (
          <Empty title={t.noGuestYet} />
        ) : (
          <Things label={t.guests}>
            {guests.map((guest) => (
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
                    label={t.endTheRoleOf({ name: guest.name })}
                  >
                    {t.endTheRole}
                  </PostButton>
                }
              />
            ))}
          </Things>
        )}
        <Section title={t.inviteAGuest}>
          <Form action="/desk/guests" refused={form === 'guest' ? refused : undefined}>
            <Hidden name="group" value={group.slug} />
            <Field name="name" label={t.name} maxlength={200} autocomplete="off" />
            <Field name="email" type="email" label={t.eMailAddress} maxlength={254} autocomplete="off" />
            <div class="row">
              <Button kind="primary">{t.inviteAGuest}</Button>
            </div>
          </Form>
        </Section>
      </Split>
    </>
  )
}
