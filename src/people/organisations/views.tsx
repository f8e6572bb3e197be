import { showDomain } from '../../lib/mail/domain.ts'
import { countryName } from '../../lib/ui/countries.ts'
import { Check, Field, Select } from '../../lib/ui/fields.tsx'
import { Bars } from '../../lib/ui/figures.tsx'
import { Filters } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Facts, Heading, Section, Split, State } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import type { countMembers, getOrganisation, listOrganisations, OrganisationFilter } from './queries.ts'
import { isCurrent, kindNames, kinds, type OpenPeriod, stageNames, stages } from './rules.ts'

export type Organisation = Awaited<ReturnType<typeof getOrganisation>>

const most = 12

/** The directory: who is in the register, and how the members spread over countries and stages. */
export function DirectoryPage({
  filter,
  page,
  found,
  counts,
  countries,
  mayEdit,
}: {
  filter: OrganisationFilter
  page: number
  found: Awaited<ReturnType<typeof listOrganisations>>
  counts: Awaited<ReturnType<typeof countMembers>>
  countries: string[]
  mayEdit: boolean
}) {
  const { search = '', country = '', kind = '', stage = '', members } = filter
  const values = { q: search, country, kind, stage, ...(members ? { members: 'on' } : {}) }
  const hrefFor = (change: Record<string, string>) =>
    `/organisations?${new URLSearchParams(Object.entries({ ...values, ...change }).filter(([, value]) => value !== ''))}`
  const shown = counts.countries.slice(0, most)
  return (
    <>
      <Heading
        title="Organisations"
        meta={`${formatNumber('en', found.total)} in the register`}
        actions={
          mayEdit && (
            <>
              <Button href="/affiliations">Who works where</Button>
              <Button href="/organisations/import">Import</Button>
              <Button href="/organisations/new" kind="primary">
                Add an organisation
              </Button>
            </>
          )
        }
      />
      <Filters label="Find organisations" values={values}>
        <Field name="q" type="search" label="Name or domain" optional />
        <Select
          name="country"
          label="Country"
          empty="Any country"
          options={countries.map((value) => ({ value, label: countryName(value) })).sort((a, b) => a.label.localeCompare(b.label, 'en'))}
        />
        <Select name="kind" label="Kind" empty="Any kind" options={kinds.map((value) => ({ value, label: kindNames[value] }))} />
        <Select name="stage" label="Stage" empty="Any stage" options={stages.map((value) => ({ value, label: stageNames[value] }))} />
        <Check name="members" label="Members only" />
      </Filters>
      <Split
        aside={
          <>
            {shown.length > 0 && (
              <Section title="Members by country">
                <Bars
                  label="Members by country"
                  items={shown.map((row) => ({
                    label: row.country ? countryName(row.country) : 'No country given',
                    value: row.count,
                    ...(row.country ? { href: hrefFor({ country: row.country, members: 'on' }) } : {}),
                  }))}
                />
                {counts.countries.length > most && <p class="meta">and {counts.countries.length - most} more</p>}
              </Section>
            )}
            {counts.stages.length > 0 && (
              <Section title="Members by stage">
                <Bars
                  label="Members by stage"
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
        {found.organisations.length === 0 ? (
          <Empty title="Nothing in the register fits." />
        ) : (
          <Things label="Organisations">
            {found.organisations.map((one) => (
              <Thing
                title={one.name}
                href={`/organisations/${one.id}`}
                meta={[kindNames[one.kind], one.country && countryName(one.country), ...one.stages.map((stage) => stageNames[stage])]
                  .filter(Boolean)
                  .join(' · ')}
                act={one.member ? <State mood="good">Member</State> : undefined}
              />
            ))}
          </Things>
        )}
        <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefFor({ page: String(to) })} />
      </Split>
    </>
  )
}

/** From and to, with the state today. */
export function Term({ term, day }: { term: OpenPeriod; day: string }) {
  const state = isCurrent(term, day) ? undefined : term.fromOn && term.fromOn > day ? 'to come' : 'ended'
  return (
    <>
      {term.fromOn ? (
        <>
          from <Day on={term.fromOn} />
        </>
      ) : term.toOn ? (
        'until'
      ) : (
        'beginning not known'
      )}
      {term.toOn && (
        <>
          {term.fromOn ? ' to ' : ' '}
          <Day on={term.toOn} />
        </>
      )}
      {state && ` (${state})`}
    </>
  )
}

/** One organisation: what it is, since when it is a member, who speaks for it. */
export function OrganisationPage({ organisation, day }: { organisation: Organisation; day: string }) {
  const { id, memberships, contracts, referents, children, uses, domains, mayEdit, mayName, hasHistory } = organisation
  const holder = (row: { holderId: number; holder: string }) => row.holderId !== id && <> through {row.holder}</>
  const communities = new Map(memberships.filter((row) => isCurrent(row, day)).map((row) => [row.communityId, row.community]))
  const vacancies = [...communities].filter(
    ([communityId]) => !referents.some((one) => one.communityId === communityId && !one.standIn && isCurrent(one, day)),
  )
  return (
    <>
      <Heading
        title={organisation.name}
        meta={[kindNames[organisation.kind], organisation.country && countryName(organisation.country)].filter(Boolean).join(' · ')}
        actions={
          <>
            {mayName && <Button href={`/organisations/${id}/referent`}>Name who speaks for it</Button>}
            {mayEdit && <Button href={`/organisations/${id}/edit`}>Edit</Button>}
            {hasHistory && (
              <Button kind="quiet" href={`/history/organisation:${id}`}>
                History
              </Button>
            )}
          </>
        }
      />
      <Split
        aside={
          <Facts
            items={[
              ...organisation.belongings.map((row) => ({
                term: isCurrent(row, day) ? (organisation.kind === 'institution' ? 'Consortium' : 'Belongs to') : 'Belonged to',
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
              ...uses.map((use) => ({ term: use.product, value: stageNames[use.stage] })),
              { term: 'Website', value: organisation.website && <a href={organisation.website}>{new URL(organisation.website).host}</a> },
              { term: 'ROR', value: organisation.ror && <a href={`https://ror.org/${organisation.ror}`}>{organisation.ror}</a> },
              { term: 'Domains', value: domains.map(showDomain).join(', ') },
            ]}
          />
        }
      >
        <Section title="Membership">
          {memberships.length === 0 && <Empty title="No membership is recorded." />}
          <Things>
            {memberships.map((row) => (
              <Thing
                title={row.community}
                meta={
                  <>
                    <Term term={row} day={day} />
                    {holder(row)}
                  </>
                }
              />
            ))}
          </Things>
        </Section>
        {(organisation.kind === 'institution' || organisation.kind === 'consortium') && (
          <Section title="Referents">
            {vacancies.map(([, community]) => (
              <p>
                <State mood="wait">Vacant</State> Nobody speaks for it in {community}.
              </p>
            ))}
            <Things label="Referents">
              {referents.map((row) => (
                <Thing
                  title={row.name}
                  meta={
                    <>
                      {row.standIn ? 'Stand-in' : 'Referent'} in {row.community}, <Term term={row} day={day} />
                    </>
                  }
                />
              ))}
            </Things>
          </Section>
        )}
        {mayEdit && (
          <Section title="Contracts">
            {contracts.length === 0 && <Empty title="No contract is recorded." />}
            <Things label="Contracts">
              {contracts.map((row) => (
                <Thing
                  title={row.product}
                  meta={
                    <>
                      <Term term={row} day={day} />
                      {holder(row)}
                    </>
                  }
                />
              ))}
            </Things>
          </Section>
        )}
        {children.length > 0 && (
          <Section title={organisation.kind === 'consortium' ? 'Institutions' : 'Affiliates and resellers'}>
            <Things label="Belonging to it">
              {children.map((child) => (
                <Thing
                  title={child.name}
                  href={`/organisations/${child.id}`}
                  meta={
                    <>
                      {kindNames[child.kind]}
                      {(child.fromOn || child.toOn) && (
                        <>
                          {' · '}
                          <Term term={child} day={day} />
                        </>
                      )}
                    </>
                  }
                />
              ))}
            </Things>
          </Section>
        )}
      </Split>
    </>
  )
}
