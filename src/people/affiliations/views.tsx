import { Figures } from '../../lib/ui/figures.tsx'
import { Field, Filters, Form } from '../../lib/ui/form.tsx'
import { formatNumber, type Locale } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { dotted, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Buttons, Empty, FormSection, Heading, PostButton, Section, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { opensAccount } from '../ways-in/rules.ts'
import type { countAffiliations, findAffiliation, listAddressesOf, listAffiliationsOf, listSilent } from './queries.ts'
import { affiliationWords } from './words.ts'

const t = textsOf('people', 'affiliationsPage')
const settings = textsOf('people', 'settings')

/** Whether somebody still works where they are said to: the two answers; `back` is the list that they stand on. */
export const SettleButtons = ({ id, name, back }: { id: number; name: string; back: string }) => (
  <>
    <PostButton action={`/affiliations/${id}/settle`} fields={{ answer: 'stays', back }} label={t.stillThere({ name })}>
      {t.confirmWorkplace}
    </PostButton>
    <PostButton action={`/affiliations/${id}/settle`} fields={{ answer: 'left', back }} kind="quiet" label={t.hasLeft({ name })}>
      {t.hasLeft2}
    </PostButton>
  </>
)

/** Whose workplace is fresh, who was asked, and those who did not answer, for a person to settle. */
export function SilentPage(props: {
  counts: Awaited<ReturnType<typeof countAffiliations>>
  silent: Awaited<ReturnType<typeof listSilent>>
  search?: string
  page: number
}) {
  const { counts, silent, search, page } = props
  const hrefFor = (to: number) =>
    `/affiliations?${new URLSearchParams({ ...(search ? { q: search } : {}), ...(to > 1 ? { page: String(to) } : {}) })}`
  return (
    <Titled title={t.workplaces} lead={t.onceAYearWeAskWho} actions={<Button href="/affiliations/basis">{t.workplacesToDecide}</Button>}>
      <Figures
        items={[
          { value: counts.fresh, label: t.confirmedWithinAYear },
          { value: counts.asked, label: t.askedWaitingAnswer },
          { value: counts.silent, label: t.unanswered },
          { value: counts.onPages, label: t.askedOnPages },
          { value: counts.never, label: t.neverConfirmed },
        ]}
      />
      <Section title={t.silent} aside={silent.total > 0 && formatNumber(languageNow(), silent.total)}>
        {(counts.silent > 0 || search) && (
          <Filters action="/affiliations" label={t.findPeople} values={{ q: search ?? '' }}>
            <Field name="q" type="search" label={t.nameOrInstitution} optional />
          </Filters>
        )}
        {silent.total === 0 ? (
          <Empty title={search ? t.nobodyFits : t.nobodyWaits} />
        ) : (
          <Things label={t.silent}>
            {silent.people.map((one) => (
              <Thing
                title={`${one.name}, ${one.organisation}`}
                meta={dotted([
                  one.confirmedAt ? t.lastConfirmed({ time: <Time at={one.confirmedAt} style="date" /> }) : t.notConfirmed,
                  one.askedAt && t.lastAsked({ time: <Time at={one.askedAt} style="date" /> }),
                ])}
                act={<SettleButtons id={one.id} name={one.name} back={hrefFor(page)} />}
              />
            ))}
          </Things>
        )}
        <NumberedPager current={page} count={silent.pages} hrefFor={hrefFor} />
      </Section>
    </Titled>
  )
}

/** The yearly question: the link asks, the button answers. */
export function StillTherePage(props: {
  affiliation: NonNullable<Awaited<ReturnType<typeof findAffiliation>>>
  token: string
  locale: Locale
}) {
  const words = affiliationWords(props.locale)
  return (
    <Titled title={words.title({ organisation: props.affiliation.organisation })} meta={props.affiliation.name}>
      <Form action={`/still-there/${props.token}`}>
        <Buttons name="answer" values={{ stays: words.yes, left: words.no }} kinds={{ stays: 'primary' }} />
      </Form>
    </Titled>
  )
}

/** What was answered, or that there is nothing left to answer. */
export function AnsweredPage({ locale, answer }: { locale: Locale; answer?: 'stays' | 'left' }) {
  const words = affiliationWords(locale)
  return answer ? <Heading title={words.thanks} lead={words[answer]} /> : <Heading title={words.settled} lead={words.settledText} />
}

/** A new address asks for its button. */
export function ClaimPage({ email, token, locale }: { email: string; token: string; locale: Locale }) {
  const words = affiliationWords(locale)
  return (
    <Titled title={words.claimTitle({ email })}>
      <PostButton action={`/addresses/${token}`} kind="primary" text={words.claim} />
    </Titled>
  )
}

/** Where somebody works: each with when it was last confirmed, and what is asked about it. */
export function Workplaces({ places, asked }: { places: Awaited<ReturnType<typeof listAffiliationsOf>>; asked: ReadonlySet<number> }) {
  const words = affiliationWords(languageNow())
  const answer = (id: number, said: 'stays' | 'left', label: string) => (
    <PostButton action={`/me/workplaces/${id}`} fields={{ answer: said }} kind={said === 'left' ? 'quiet' : undefined} text={label} />
  )
  return (
    <>
      <Things label={settings.names.workplace}>
        {places.map(({ id, organisationId, organisation, confirmedAt }) => (
          <Thing
            title={asked.has(id) ? words.title({ organisation }) : organisation}
            href={`/organisations/${organisationId}`}
            meta={confirmedAt ? t.lastConfirmed({ time: <Time at={confirmedAt} style="date" /> }) : asked.has(id) && t.notConfirmed}
            act={
              asked.has(id) && (
                <>
                  {answer(id, 'stays', words.yes)}
                  {answer(id, 'left', words.no)}
                </>
              )
            }
          />
        ))}
      </Things>
      <p>
        <Button href="/me/move">{settings.open.workplace}</Button>
      </p>
    </>
  )
}

/** A person's addresses: each of them opens their account. */
export const Addresses = ({ addresses, claims, now }: Awaited<ReturnType<typeof listAddressesOf>> & { now: Date }) => (
  <>
    <Things label={t.myAddresses}>
      {addresses.map((one) => (
        <Thing
          title={one.email}
          meta={
            one.opensAt !== null && one.opensAt > now ? (
              <State mood="wait">{t.youCanSignInWithIt({ time: <Time at={one.opensAt} /> })}</State>
            ) : one.subscribed ? (
              t.getsEmailList
            ) : undefined
          }
          act={
            one.used || !addresses.some((other) => other.id !== one.id && opensAccount(other, now)) ? undefined : (
              <PostButton action={`/me/addresses/${one.id}/remove`} kind="quiet" label={t.remove({ email: one.email })}>
                {t.remove2}
              </PostButton>
            )
          }
        />
      ))}
      {claims.map((one) => (
        <Thing
          title={one.email}
          meta={<State mood="wait">{t.notConfirmedOpenLinkOur}</State>}
          act={
            <PostButton action={`/me/claims/${one.id}/withdraw`} kind="quiet" label={t.withdraw({ email: one.email })}>
              {t.withdraw2}
            </PostButton>
          }
        />
      ))}
    </Things>
    <FormSection within title={t.addAddress} action="/me/addresses" id="addresses-form">
      <Field name="email" type="email" label={t.address} autocomplete="email" />
      <Submit kind="primary">{t.sendConfirmationEmail}</Submit>
    </FormSection>
  </>
)
