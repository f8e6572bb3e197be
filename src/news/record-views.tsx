import { Bars } from '../lib/ui/figures.tsx'
import { Filters, Select } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import { NumberedPager, Table, Thing, Things } from '../lib/ui/lists.tsx'
import { Empty, Section, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { countByPerson, listGiven } from './record-queries.ts'
import { kinds } from './record-rules.ts'

const t = textsOf('news', 'record')

const yearsOf = (today: string): string[] => Array.from({ length: 10 }, (_, back) => String(Number(today.slice(0, 4)) - back))

const YearFilter = ({ at, year, today }: { at: string; year: number | undefined; today: string }) => (
  <Filters action={at} label={t.whichYear} values={year === undefined ? {} : { year: String(year) }}>
    <Select name="year" label={t.year} empty={t.allYears} options={yearsOf(today).map((one) => ({ value: one, label: one }))} />
  </Filters>
)

const query = (year: number | undefined): string => (year === undefined ? '' : `?year=${year}`)

/** What each member gave, counted from the record. */
export function ContributionsPage(props: { people: Awaited<ReturnType<typeof countByPerson>>; year: number | undefined; today: string }) {
  const { people, year, today } = props
  const { locale } = useReader()
  const shown = kinds.filter((kind) => people.some(({ counts }) => (counts[kind] ?? 0) > 0))
  return (
    <Titled title={t.contributions} meta={<a href="/roster">{t.roster}</a>} lead={t.onlyGroupCanSeeThese}>
      <YearFilter at="/roster/contributions" year={year} today={today} />
      <Table
        caption={year === undefined ? t.contributionsByMember : t.contributionsByMemberIn({ year })}
        showCaption
        columns={[{ label: t.member }, ...shown.map((kind) => ({ label: t.kinds[kind], numeric: true })), { label: t.all, numeric: true }]}
        rows={people.map(({ personId, name, counts, total }) => [
          <a href={`/roster/contributions/${personId}${query(year)}`}>{name}</a>,
          ...shown.map((kind) => (counts[kind] ? formatNumber(locale, counts[kind]) : '')),
          formatNumber(locale, total),
        ])}
        none={<Empty title={t.noMembersPeriod} />}
      />
    </Titled>
  )
}

/** What one person gave, each with the place where it stands. */
export function PersonContributionsPage(props: {
  found: Awaited<ReturnType<typeof listGiven>>
  year: number | undefined
  page: number
  today: string
}) {
  const { found, year, page, today } = props
  const { locale } = useReader()
  const path = `/roster/contributions/${found.person.id}`
  return (
    <Titled title={found.person.name} meta={<a href={`/roster/contributions${query(year)}`}>{t.contributions}</a>}>
      <YearFilter at={path} year={year} today={today} />
      {found.total === 0 ? (
        <Empty title={t.noContributionsPeriod} />
      ) : (
        <>
          <Bars label={t.byKind} items={found.counts.map(({ kind, count }) => ({ label: t.kinds[kind], value: count }))} />
          <Section title={t.allContributions} aside={formatNumber(locale, found.total)}>
            <Things label={t.contributions}>
              {found.given.map(({ kind, title, path: to, at }) => (
                <Thing
                  title={title}
                  href={to}
                  meta={
                    <>
                      {t.kinds[kind]} · <Time at={at} style="date" />
                    </>
                  }
                />
              ))}
            </Things>
            <NumberedPager
              current={page}
              count={found.pages}
              hrefFor={(to) =>
                `${path}?${new URLSearchParams({ ...(year === undefined ? {} : { year: String(year) }), page: String(to) })}`
              }
            />
          </Section>
        </>
      )}
    </Titled>
  )
}
