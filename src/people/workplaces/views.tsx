import { Check, Choices, Field, Select } from '../../lib/ui/fields.tsx'
import { Form } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Button, Heading, Section, ToSettings } from '../../lib/ui/parts.tsx'
import type { readOwnPlace } from './queries.ts'
import { workplaceWords } from './words.ts'

const postWords: Record<string, string> = { referent: 'Referent', vendor_guest: 'Guest of the vendor', steering: 'Steering committee' }

/** Changing jobs, in one act. */
export function MovePage(props: Awaited<ReturnType<typeof readOwnPlace>> & { today: string; refused?: Refused }) {
  const { affiliations, addresses, subscriptions, posts, today, refused } = props
  const kept = posts.filter((one) => one.role !== 'referent')
  const ending = posts.filter((one) => one.role === 'referent')
  const values = {
    leaving: affiliations.map((one) => String(one.id)),
    leftOn: today,
    fromOn: today,
    ...(addresses.length > 1 ? {} : { addressId: '' }),
  }
  return (
    <>
      <Heading
        title="I work somewhere else now"
        meta={<ToSettings />}
        lead="Your messages, posts and terms stay yours. What ends is what you did for the institution."
      />
      <Form action="/me/move" refused={refused} values={values}>
        {affiliations.length > 0 && (
          <Choices
            name="leaving"
            label="What you leave"
            many
            options={affiliations.map((one) => ({ value: String(one.id), label: one.organisation }))}
          />
        )}
        <Field name="leftOn" type="date" label="Your last day there" short />
        <Select
          name="addressId"
          label="Your address at the new place"
          hint={
            <>
              It is not here? <a href="/me/addresses">Add and confirm it first.</a>
            </>
          }
          empty="None yet"
          options={addresses.map((one) => ({ value: String(one.id), label: one.email }))}
          optional
        />
        <Field name="organisation" label="Where you work now" hint="Needed only where the address does not say it." optional />
        <Field name="fromOn" type="date" label="Your first day there" short />
        {subscriptions.length > 0 && (
          <Check name="moveLists" label={`My lists come to the new address: ${subscriptions.map((one) => one.title).join(', ')}`} />
        )}
        <div class="row">
          <Button kind="primary">Save</Button>
        </div>
      </Form>
      {kept.length > 0 && (
        <Section title="What stays">
          <ul class="links">
            {kept.map((one) => (
              <li>
                {postWords[one.role] ?? one.role[0]?.toUpperCase() + one.role.slice(1)}, {one.group ?? one.community ?? 'this site'}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {ending.length > 0 && (
        <Section title="What ends with the institution">
          <ul class="links">
            {ending.map((one) => (
              <li>
                Referent of {one.organisation}, {one.community}: the place is shown as vacant, and the institution names somebody else.
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** The question to a subscriber from before there was any basis. */
export function WorkplacePage({ name, token, locale, refused }: { name: string; token: string; locale: Locale; refused?: Refused }) {
  const words = workplaceWords(locale)
  return (
    <>
      <Heading title={words.title} meta={name} lead={words.lead} />
      <Form action={`/workplace/${token}`} refused={refused}>
        <Field name="organisation" label={words.organisation} autocomplete="organization" maxlength={300} />
        <Field name="fromOn" type="date" label={words.fromOn} short optional />
        <div class="row">
          <Button kind="primary">{words.send}</Button>
        </div>
      </Form>
    </>
  )
}

export const WorkplaceThanks = ({ locale }: { locale: Locale }) => (
  <Heading title={workplaceWords(locale).thanks} lead={workplaceWords(locale).thanksText} />
)
