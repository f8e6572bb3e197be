import { Choices, Field } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, Split } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
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
        meta={<a href={`/desk?group=${group.slug}`}>{t.sentToTheVendor}</a>}
        lead={t.theyCanReadRequestsSend}
      />
      <Split
        aside={
          <Section title={t.ruleForAnswers}>
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
              <Field name="answerMonths" label={t.monthsToAnswer} short inputmode="numeric" />
              <Field name="remindDays" label={t.remindersDaysBefore} hint={t.example143} short />
              <Choices
                name="readers"
                label={t.whoCanReadAnswers}
                options={visibilities.map((one) => ({ value: one, label: readers[one] }))}
              />
              <Field name="holdDays" label={t.daysGroupOnly} short inputmode="numeric" />
              <div class="row">
                <Button>{t.save}</Button>
              </div>
            </Form>
          </Section>
        }
      >
        {guests.length === 0 ? (
          <Empty title={t.noGuestsYet} />
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
                    label={t.endGuestRole({ name: guest.name })}
                  >
                    {t.endGuestRole2}
                  </PostButton>
                }
              />
            ))}
          </Things>
        )}
        <Section title={t.inviteGuest}>
          <Form action="/desk/guests" refused={form === 'guest' ? refused : undefined}>
            <Hidden name="group" value={group.slug} />
            <Field name="name" label={t.name} maxlength={200} autocomplete="off" />
            <Field name="email" type="email" label={t.emailAddress} maxlength={254} autocomplete="off" />
            <div class="row">
              <Button kind="primary">{t.inviteGuest}</Button>
            </div>
          </Form>
        </Section>
      </Split>
    </>
  )
}
