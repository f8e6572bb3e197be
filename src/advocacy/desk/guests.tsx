import { Choices, Field } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section, Split } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { visibilities } from '../../requests/rules.ts'
import type { DeskGroup, listGuests } from '../queries.ts'
import { readersNames } from '../rules.ts'
import type { Refused } from './answering.tsx'

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
        title={`Guests of ${group.vendor}`}
        meta={<a href={`/desk?group=${group.slug}`}>With the vendor</a>}
        lead="They see what was handed over and answer it. Support, triage and notes stay with the group."
      />
      <Split
        aside={
          <Section title="How we work together">
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
              <Field name="answerMonths" label="Months until an answer is due" short inputmode="numeric" />
              <Field name="remindDays" label="Remind so many days before" hint="For instance: 14, 3" short />
              <Choices
                name="readers"
                label="Who may read answers, where they do not say"
                options={visibilities.map((one) => ({ value: one, label: readersNames[one] }))}
              />
              <Field name="holdDays" label="Days that answers stay with the group first" short inputmode="numeric" />
              <div class="row">
                <Button>Save</Button>
              </div>
            </Form>
          </Section>
        }
      >
        {guests.length === 0 ? (
          <Empty title="No guest yet." />
        ) : (
          <Things label="Guests">
            {guests.map((guest) => (
              <Thing
                title={guest.name}
                meta={
                  <>
                    {guest.email}
                    {guest.fromOn && (
                      <>
                        {' '}
                        · since <Day on={guest.fromOn} />
                      </>
                    )}
                  </>
                }
                act={
                  <PostButton
                    action={`/desk/guests/${guest.appointmentId}/end`}
                    fields={{ group: group.slug }}
                    label={`End the role of ${guest.name}`}
                  >
                    End the role
                  </PostButton>
                }
              />
            ))}
          </Things>
        )}
        <Section title="Invite a guest">
          <Form action="/desk/guests" refused={form === 'guest' ? refused : undefined}>
            <Hidden name="group" value={group.slug} />
            <Field name="name" label="Name" maxlength={200} autocomplete="off" />
            <Field name="email" type="email" label="E-mail address" maxlength={254} autocomplete="off" />
            <div class="row">
              <Button kind="primary">Invite</Button>
            </div>
          </Form>
        </Section>
      </Split>
    </>
  )
}
