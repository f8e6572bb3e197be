import { showDomain } from '../../lib/mail/domain.ts'
import { countryName } from '../../lib/ui/countries.ts'
import { Bars } from '../../lib/ui/figures.tsx'
import { Check, Field, Filters, optionsOf, Select } from '../../lib/ui/form.tsx'
import { languageNow } from '../../lib/ui/language.ts'
import { dotted, Listing, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Section, Split, State, Titled } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { hostOf } from '../../lib/web-address.ts'
import type { Supported } from '../../offers.ts'
import type { countMembers, getOrganisation, listOrganisations, OrganisationFilter } from './queries.ts'
import { isCurrent, kindNames, kinds, type OpenPeriod, stageNames, stages } from './rules.ts'

const t = textsOf('people', 'organisations')

export type Organisation = Awaited<ReturnType<typeof getOrganisation>>

const most = 6

interface DirectoryProps {
  filter: OrganisationFilter
  page: number
  found: Awaited<ReturnType<typeof listOrganisations>>
  counts: Awaited<ReturnType<typeof countMembers>>
  countries: string[]
  mayEdit: boolean
}

/** The directory: who is in the register, and how the members spread over countries and stages. */
export function DirectoryPage({ filter, page, found, counts, countries, mayEdit }: DirectoryProps) {
  const { search = '', country = '', kind = '', stage = '', members } = filter
  const values = { q: search, country, kind, stage, ...(members ? { members: 'on' } : {}) }
  const hrefFor = (change: Record<string, string>) =>
    `/organisations?${new URLSearchParams(Object.entries({ ...values, ...change }).filter(([, value]) => value !== ''))}`
  const shown = counts.countries.slice(0, most)
  return (
    <Titled
      title={t.organisations}
      meta={t.inTheRegister2({ total: found.total })}
      actions={
        mayEdit && (
          <>
            <Button href="/organisations/new" kind="primary" text={t.addAnOrganisation} />
            <Button href="/affiliations">{t.whoWorksWhere}</Button>
            <Button href="/organisations/import">{t.import}</Button>
          </>
        )
      }
    >
      <Filters action="/organisations" label={t.findOrganisations} values={values}>
        <Field name="q" type="search" label={t.nameOrDomain} optional />
        <Select
          name="country"
          label={t.country}
          empty={t.anyCountry}
          options={countries
            .map((value) => ({ value, label: countryName(value) }))
            .sort((a, b) => a.label.localeCompare(b.label, languageNow()))}
        />
        <Select name="kind" label={t.kind} empty={t.anyKind} options={optionsOf(kindNames, kinds)} />
        <Select name="stage" label={t.stage} empty={t.anyStage} options={optionsOf(stageNames, stages)} />
        <Check name="members" label={t.membersOnly} />
      </Filters>
      <Split
        aside={
          <>
            {shown.length > 0 && (
              <Section title={t.membersByCountry}>
                <Bars
                  label={t.membersByCountry}
                  items={shown.map((row) => ({
                    label: row.country ? countryName(row.country) : t.noCountryGiven,
                    value: row.count,
                    ...(row.country ? { href: hrefFor({ country: row.country, members: 'on' }) } : {}),
                  }))}
                />
                {counts.countries.length > most && <p class="meta">{t.andMore({ countries: counts.countries.length - most })}</p>}
              </Section>
            )}
            {counts.stages.length > 0 && (
              <Section title={t.membersByStage}>
                <Bars
                  label={t.membersByStage}
                  items={counts.stages.map((row) => ({
                    label: stageNames[row.stage],
                    value: row.count,
                    href: hrefFor({ stage: row.stage, members: 'on' }),
                  }))}
                />
              </Section>
            )}
          </>
        }
      >
        <Things label={t.organisations} none={<Empty title={t.nothingInTheRegisterFits} />}>
          {found.organisations.map((one) => (
            <Thing
              title={one.name}
              href={`/organisations/${one.id}`}
              meta={dotted([
                !(one.member && one.kind === 'institution') && kindNames[one.kind],
                one.member && t.member,
                one.country && countryName(one.country),
                ...one.stages.map((stage) => stageNames[stage]),
              ])}
            />
          ))}
        </Things>
        <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefFor({ page: String(to) })} />
      </Split>
    </Titled>
  )
}

function sayDays({ fromOn, toOn }: OpenPeriod, comes: boolean) {
  const [from, to] = [fromOn && <Day on={fromOn} />, toOn && <Day on={toOn} />]
  if (from && to) return t.terms.fromTo({ from, to })
  if (from) return comes ? t.terms.comes({ from }) : t.terms.from({ from })
  return to ? t.terms.to({ to }) : t.terms.unknown
}

/** From and to, with the state today. */
export function Term({ term, day }: { term: OpenPeriod; day: string }) {
  const comes = term.fromOn !== null && term.fromOn > day
  return (
    <>
      {sayDays(term, comes)}
      {!isCurrent(term, day) && <> · {comes ? t.termStates.comes : t.termStates.ended}</>}
    </>
  )
}

interface OrganisationProps {
  organisation: Organisation
  /** What it supports, as far as its reader hears of that. */
  supported: Supported[]
  day: string
}

/** One organisation: what it is, since when it is a member, who speaks for it, what it asks for. */
export function OrganisationPage({ organisation, supported, day }: OrganisationProps) {
  const { id, memberships, contracts, referents, children, uses, domains, mayEdit, mayName, hasHistory } = organisation
  const termOf = (row: OpenPeriod & { holderId: number; holder: string }) =>
    dotted([<Term term={row} day={day} />, row.holderId !== id && t.through({ holder: row.holder })])
  // What is missing is said of those who can have it: a vendor joins nothing and signs no contract with itself.
  const mayJoin = organisation.kind === 'institution' || organisation.kind === 'consortium'
  const communities = new Map(memberships.filter((row) => isCurrent(row, day)).map((row) => [row.communityId, row.community]))
  const vacancies = [...communities].filter(
    ([communityId]) => !referents.some((one) => one.communityId === communityId && !one.standIn && isCurrent(one, day)),
  )
  return (
    <Titled
      title={organisation.name}
      meta={dotted([kindNames[organisation.kind], organisation.country && countryName(organisation.country)])}
      actions={
        <>
          {organisation.guestsOf.map(({ slug, name }, _, { length }) => (
            <Button href={`/desk/guests?group=${slug}#guest`} text={length > 1 ? t.inviteGuestFor({ group: name }) : t.inviteGuest} />
          ))}
          {mayName && <Button href={`/organisations/${id}/referent`}>{t.nameWhoSpeaksForIt}</Button>}
          {mayEdit && <Button href={`/organisations/${id}/edit`}>{t.edit}</Button>}
          {hasHistory && <Button kind="quiet" href={`/history/organisation:${id}`} text={t.history} />}
        </>
      }
    >
      <Split
        aside={
          <Facts
            items={[
              ...organisation.belongings.map((row) => ({
                term: isCurrent(row, day) ? (organisation.kind === 'institution' ? t.consortium : t.belongsTo) : t.belongedTo,
                value: (
                  <>
                    <a href={`/organisations/${row.parentId}`}>{row.parent}</a>
                    {(row.fromOn || row.toOn) && (
                      <>
                        , <Term term={row} day={day} />
                      </>
                    )}
                  </>
                ),
              })),
              ...uses.map((use) => ({ term: t.stageWith({ product: use.product }), value: stageNames[use.stage] })),
              { term: t.website, value: organisation.website && <a href={organisation.website}>{hostOf(organisation.website)}</a> },
              { term: t.ror, value: organisation.ror && <a href={`https://ror.org/${organisation.ror}`}>{organisation.ror}</a> },
              { term: t.domains, value: domains.map(showDomain).join(', ') },
            ]}
          />
        }
      >
        <Listing title={t.membership} of={memberships} none={mayJoin ? <Empty title={t.noMembershipIsRecorded} /> : null}>
          {(row) => <Thing title={row.community} meta={termOf(row)} />}
        </Listing>
        {mayJoin && vacancies.length + referents.length > 0 && (
          <Section title={t.referents}>
            {vacancies.map(([, community]) => (
              <p>
                <State mood="wait">{t.vacant}</State> {t.nobodySpeaksForItIn({ community })}{' '}
                {mayEdit && <a href={`/organisations/${id}/edit#referents`}>{t.nameWhoSpeaksForIt}</a>}
              </p>
            ))}
            <Things label={t.referents}>
              {referents.map((row) => (
                <Thing
                  title={row.name}
                  meta={dotted([t.roleIn({ standIn: row.standIn, community: row.community }), <Term term={row} day={day} />])}
                />
              ))}
            </Things>
          </Section>
        )}
        {supported.map(({ group, count, href, requests }) => (
          <Listing
            title={supported.length > 1 ? t.supportedIn({ group }) : t.supported}
            aside={count > requests.length && <a href={href}>{t.allSupported({ count })}</a>}
            of={requests}
          >
            {(one) => <Thing title={one.title} href={one.href} meta={dotted([one.strength, one.stage])} />}
          </Listing>
        ))}
        {mayEdit && (
          <Listing title={t.contracts} of={contracts} none={mayJoin ? <Empty title={t.noContractIsRecorded} /> : null}>
            {(row) => <Thing title={row.product} meta={termOf(row)} />}
          </Listing>
        )}
        <Listing
          title={organisation.kind === 'consortium' ? t.institutions : t.affiliatesAndResellers}
          label={t.belongingToIt}
          of={children}
          none={null}
        >
          {(child) => (
            <Thing
              title={child.name}
              href={`/organisations/${child.id}`}
              meta={dotted([kindNames[child.kind], (child.fromOn || child.toOn) && <Term term={child} day={day} />])}
            />
          )}
        </Listing>
      </Split>
    </Titled>
  )
}
