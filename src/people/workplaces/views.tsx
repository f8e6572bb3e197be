import { pluck } from '../../lib/pluck.ts'
import { Check, Choices, Field, Form, Select } from '../../lib/ui/form.tsx'
import { formatList, type Locale } from '../../lib/ui/format.ts'
import { Heading, Section, Submit, Titled, ToSettings } from '../../lib/ui/parts.tsx'
import { Offered } from '../../lib/ui/picker.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { roleNames } from '../affiliations/rules.ts'
import type { listListsOf, readOwnPlace } from './queries.ts'
import { workplaceWords } from './words.ts'

const t = textsOf('people', 'workplacesPage')

/** Changing jobs, in one act; or where somebody works of whom it is not known. */
export function MovePage(props: Awaited<ReturnType<typeof readOwnPlace>> & { today: string }) {
  const { affiliations, addresses, subscriptions, posts, today } = props
  const kept = posts.filter((one) => one.role !== 'referent')
  const ending = posts.filter((one) => one.role === 'referent')
  const known = affiliations.length > 0
  const values = {
    leaving: affiliations.map((one) => String(one.id)),
    leftOn: today,
    fromOn: today,
    // The only address of somebody who leaves is most likely the old one.
    ...(addresses.length > 1 ? {} : { addressId: known ? '' : String(addresses[0]?.id ?? '') }),
  }
  return (
    <Titled
      title={known ? t.changeWorkplace : t.enterWorkplace}
      meta={<ToSettings />}
      lead={known ? t.keepMessagesRolesTermsOnly : undefined}
    >
      <Form action="/me/move" values={values}>
        {known && (
          <Choices
            name="leaving"
            label={t.workplacesYouLeave}
            many
            options={affiliations.map((one) => ({ value: String(one.id), label: one.organisation }))}
          />
        )}
        {known && <Field name="leftOn" type="date" label={t.lastDayThere} short />}
        <Select
          name="addressId"
          label={known ? t.addressNewWorkplace : t.addressWorkplace}
          hint={t.notListAddConfirmAddress({ link: (words) => <a href="/me/addresses">{words}</a> })}
          empty={t.noneYet}
          options={addresses.map((one) => ({ value: String(one.id), label: one.email }))}
          optional
        />
        <Field
          name="organisation"
          label={known ? t.newInstitution : t.institution}
          hint={known ? t.neededOnlyWhereTheAddressDoes : t.neededOnlyAddressDoesNotShow}
          optional
        />
        <Field name="fromOn" type="date" label={t.firstDayThere} short />
        {known && subscriptions.length > 0 && (
          <Check name="moveLists" label={t.myListsComeToTheNew({ subscriptions: subscriptions.map((one) => one.title).join(', ') })} />
        )}
        <Submit kind="primary">{known ? t.save : t.saveWorkplace}</Submit>
      </Form>
      {known && kept.length > 0 && (
        <Section title={t.whatStays}>
          <ul class="links">
            {kept.map((one) => (
              <li>
                {roleNames[one.role]}, {one.group ?? one.community ?? t.thisSite}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {ending.length > 0 && (
        <Section title={t.rolesThatEnd}>
          <ul class="links">
            {ending.map((one) => (
              <li>{t.referentUntilInstitution({ organisation: one.organisation ?? '', community: one.community ?? '' })}</li>
            ))}
          </ul>
        </Section>
      )}
    </Titled>
  )
}

/** The question to a subscriber from before there was any basis. */
export function WorkplacePage({
  name,
  token,
  locale,
  lists,
}: {
  name: string
  token: string
  locale: Locale
  lists: Awaited<ReturnType<typeof listListsOf>>
}) {
  const words = workplaceWords(locale)
  // What a list offers that everybody knows: who has the link is not signed in.
  const offers = lists.find(({ archive }) => archive !== 'group')
  return (
    <Titled title={words.title} meta={name} lead={words.lead({ lists: formatList(locale, pluck(lists, 'title')), n: lists.length })}>
      <Form action={`/workplace/${token}`}>
        {offers ? (
          <Offered name="organisation" label={words.organisation} from={`/lists/${offers.name}/institutions`} maxlength={300} />
        ) : (
          <Field name="organisation" label={words.organisation} autocomplete="organization" maxlength={300} />
        )}
        <Field name="fromOn" type="date" label={words.fromOn} short optional />
        <Submit kind="primary">{words.send}</Submit>
      </Form>
    </Titled>
  )
}

/** What whoever answered where they work sees. */
export const WorkplaceThanks = ({ locale }: { locale: Locale }) => (
  <Heading title={workplaceWords(locale).thanks} lead={workplaceWords(locale).thanksText} />
)
