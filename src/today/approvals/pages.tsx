import { Field, Select } from '../../lib/ui/fields.tsx'
import { Filters } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Heading, State, Tabs } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { type Approval, type ApprovalFilter, listApprovals } from './queries.ts'
import { type ApprovalKind, approvalKinds, approvalPath, siteItself } from './rules.ts'

const t = textsOf('today', 'approvals')

type Found = Awaited<ReturnType<typeof listApprovals>>

const hrefWith = (filter: ApprovalFilter, page = 1): string => {
  const entries = Object.entries({ kind: filter.kind, place: filter.place, q: filter.search, page: page > 1 ? String(page) : undefined })
  const given = entries.filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? '/approvals' : `/approvals?${new URLSearchParams(given)}`
}

const titleOf = ({ kind, title, place }: Approval): string => {
  if (kind === 'held') return title
  return kind === 'join' ? t.lines.join({ title, place }) : t.lines[kind]({ title })
}

const nameOf = (place: string): string => (place === siteItself ? t.site : place)

function factsOf({ kind, detail }: Approval): string {
  if (kind === 'offers') return t.offers({ n: Number(detail) })
  return kind === 'erasure' ? t.erased[detail === 'name' ? 'name' : 'words'] : detail
}

function Row({ approval }: { approval: Approval }) {
  const { kind, place, since, claimer } = approval
  const facts = factsOf(approval)
  return (
    <Thing
      title={titleOf(approval)}
      href={approvalPath(approval)}
      meta={
        <>
          {[facts, facts !== place && kind !== 'join' && nameOf(place)].filter(Boolean).join(' · ')} ·{' '}
          {t.waitsSince({ time: <Time at={since} style="date" /> })}
        </>
      }
      act={claimer && <State mood="wait">{t.isReviewing({ claimer })}</State>}
    />
  )
}

function ApprovalsPage({ found, filter, page }: { found: Found; filter: ApprovalFilter; page: number }) {
  const countOf = (kind?: ApprovalKind) => found.counts.filter((one) => !kind || one.kind === kind).reduce((sum, one) => sum + one.count, 0)
  const places = [...new Set(found.counts.filter((one) => !filter.kind || one.kind === filter.kind).map((one) => one.place))].sort()
  const narrowed = Boolean(filter.kind || filter.place || filter.search)
  const tabs = [undefined, ...approvalKinds.filter((kind) => countOf(kind) > 0 || kind === filter.kind)]
  return (
    <>
      <Heading title={t.toDecide} lead={t.decideApplicationsHeld} />
      <Tabs
        label={t.kinds}
        items={tabs.map((kind) => ({
          href: hrefWith({ ...filter, kind, place: undefined }),
          label: kind === undefined ? t.all : t.names[kind],
          count: formatNumber(languageNow(), countOf(kind)),
          current: kind === filter.kind,
        }))}
      />
      {(countOf() > 0 || narrowed) && (
        <Filters label={t.find} values={{ kind: filter.kind ?? '', place: filter.place ?? '', q: filter.search ?? '' }}>
          <Field name="q" type="search" label={t.nameAddressOrSubject} optional />
          <Select
            name="place"
            label={t.listGroupOrInstitution}
            empty={t.any}
            options={places.slice(0, 200).map((value) => ({ value, label: nameOf(value) }))}
          />
          {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
        </Filters>
      )}
      {found.approvals.length === 0 ? (
        <Empty title={narrowed ? t.nothingFits : t.haveNothingDecide}>
          {narrowed ? <a href="/approvals">{t.showAll}</a> : t.applicationsJoinHeldMessages}
        </Empty>
      ) : (
        <Things label={t.toDecide}>
          {found.approvals.map((one) => (
            <Row approval={one} />
          ))}
        </Things>
      )}
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => hrefWith(filter, to)} />
    </>
  )
}

/** All that waits for a decision of somebody, on one page. */
export const approvalPages = pages().get('/approvals', async (c) => {
  const { kind, place, q, page } = c.req.query()
  const filter: ApprovalFilter = {
    kind: approvalKinds.find((one) => one === kind),
    place: place?.slice(0, 300) || undefined,
    search: q?.trim().slice(0, 200) || undefined,
  }
  const at = Math.min(10_000, Math.max(1, Number.parseInt(page ?? '1', 10) || 1))
  const found = await listApprovals(c.var.db, c.var.actor, filter, { page: at })
  return c.var.page({ title: t.toDecide, children: <ApprovalsPage found={found} filter={filter} page={at} /> })
})
