import { Check, Choices, Field, Select } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { formatNumber, type Locale } from '../../ui/format.ts'
import type { Refused } from '../../ui/forms.ts'
import { NumberedPager, Thing, Things } from '../../ui/lists.tsx'
import { Button, Empty, Heading, PostButton, Section } from '../../ui/parts.tsx'
import { Day, Time } from '../../ui/time.tsx'
import { SettleButtons } from '../affiliations/views.tsx'
import type { listSuspended, listWithoutBasis, listWorkplaceClaims, readOwnPlace } from './queries.ts'
import { workplaceWords } from './words.ts'

const whys: Record<string, string> = { address: 'her address there is dead', domain: 'the domain is not the institution’s any more' }

/** What a person settles: who may have left, who says that she works elsewhere, and those of whom nobody knows. */
export function BasisPage(props: {
  suspended: Awaited<ReturnType<typeof listSuspended>>
  claims: Awaited<ReturnType<typeof listWorkplaceClaims>>
  without: Awaited<ReturnType<typeof listWithoutBasis>>
  page: number
}) {
  const { suspended, claims, without, page } = props
  return (
    <>
      <Heading
        title="To be settled"
        meta={<a href="/affiliations">Who works where</a>}
        lead="Nobody is dropped by what stands here: an affiliation rests, or is not known, until a person says so."
      />
      <Section title="They say that they work elsewhere">
        {claims.length === 0 && <Empty title="Nobody waits." />}
        <Things label="They say that they work elsewhere">
          {claims.map((one) => (
            <Thing
              title={`${one.name}: ${one.organisation}`}
              meta={
                <>
                  {one.email && `${one.email} · `}since <Day on={one.fromOn} />
                </>
              }
            >
              <Form action={`/affiliations/claims/${one.id}`} id={`claim-${one.id}`} values={{ organisation: one.organisation }}>
                <Field name="organisation" label="In the register" hint="Its name, its domain or its ROR id." />
                <div class="row">
                  <Button kind="primary" name="answer" value="found">
                    She works there
                  </Button>
                  <Button kind="quiet" name="answer" value="nothing">
                    It counts for nothing
                  </Button>
                  <Button kind="quiet" href={`/organisations/new?${new URLSearchParams({ q: one.organisation })}`}>
                    Add it to the register
                  </Button>
                </div>
              </Form>
            </Thing>
          ))}
        </Things>
      </Section>
      <Section title="Resting">
        {suspended.length === 0 && <Empty title="No affiliation rests." />}
        <Things label="Resting">
          {suspended.map((one) => (
            <Thing
              title={`${one.name}, ${one.organisation}`}
              meta={
                <>
                  {whys[one.suspendedWhy] ?? one.suspendedWhy}
                  {one.suspendedAt && (
                    <>
                      , since <Time at={one.suspendedAt} style="date" />
                    </>
                  )}
                </>
              }
              act={<SettleButtons id={one.id} name={one.name} />}
            />
          ))}
        </Things>
      </Section>
      <Section title="Subscribers of whom nobody knows" aside={formatNumber('en', without.total)}>
        {without.total === 0 ? (
          <Empty title="Of every subscriber it is known where she works." />
        ) : (
          <div class="row">
            <PostButton action="/affiliations/basis/match">Find them by their domain</PostButton>
            <PostButton action="/affiliations/basis/ask">Ask the next fifty</PostButton>
          </div>
        )}
        <Things label="Subscribers of whom nobody knows">
          {without.people.map((one) => (
            <Thing
              title={one.name}
              meta={
                <>
                  {one.email}
                  {one.askedAt && one.asks !== null && one.asks > 0 && (
                    <>
                      {' '}
                      · asked {one.asks === 1 ? 'once' : `${one.asks} times`}, last <Time at={one.askedAt} style="date" />
                    </>
                  )}
                </>
              }
              act={
                <PostButton action={`/affiliations/basis/${one.id}/excuse`} kind="quiet" label={`${one.name} stays without`}>
                  Stays without
                </PostButton>
              }
            />
          ))}
        </Things>
        <NumberedPager current={page} count={without.pages} hrefFor={(to) => `/affiliations/basis?page=${to}`} />
      </Section>
    </>
  )
}

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
        meta={<a href="/me">My settings</a>}
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
