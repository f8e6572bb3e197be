import { Field, Filters, Select } from '../lib/ui/form.tsx'
import { dotted, NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, State, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { countDocuments, DocumentFilter, Host, listDocuments, listReviews } from './queries.ts'
import { ReviewYear } from './review-year.tsx'
import { decideReview, isKeptLongEnough, readers } from './rules.ts'

const t = textsOf('documents', 'views')
const words = textsOf('documents', 'pages')

type Found = Awaited<ReturnType<typeof listDocuments>>
type Listed = Found['documents'][number]

/** What somebody inside has to know of a document at a glance. */
function Matter({ document, today }: { document: Listed; today: string }) {
  if (document.state === 'archived') return <State>{t.archived}</State>
  if (document.state === 'withdrawn') return <State>{t.withdrawn}</State>
  if (isKeptLongEnough(document, today)) return <State mood="wait">{t.storageTimeEnded}</State>
  const review = decideReview(document, today)
  if (review === 'late') return <State mood="late">{t.reviewLateSince({ day: <Day on={document.reviewOn ?? ''} style="short" /> })}</State>
  if (document.approvedNumber === null) return <State mood="wait">{t.draft}</State>
  if (document.latest > document.approvedNumber) return <State mood="wait">{t.newDraft}</State>
  if (review === 'soon') return <State mood="wait">{t.reviewOn({ day: <Day on={document.reviewOn ?? ''} style="short" /> })}</State>
  return <State mood="good">{t.approved}</State>
}

const states = () => [
  { value: '', label: t.states.live },
  ...(['review', 'approve', 'removal', 'archived', 'withdrawn'] as const).map((value) => ({ value, label: t.states[value] })),
]

/** The day that stands in lists: of what is written anew over the years the day of what holds now. */
const dayOf = ({ category, datedOn, approvedOn }: Listed): string => (category === 'key' && approvedOn ? approvedOn : datedOn)

/** All documents that somebody may see. */
export function DocumentsPage(props: {
  found: Found
  counts: Awaited<ReturnType<typeof countDocuments>>
  reviews: Awaited<ReturnType<typeof listReviews>>
  hosts: Host[]
  filter: DocumentFilter
  page: number
  today: string
  mayImport: boolean
}) {
  const { found, counts, reviews, hosts, filter, page, today, mayImport } = props
  const inside = hosts.length > 0
  const { alone } = useReader()
  const query = Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : []))
  const at = (to: number) => `/documents?${new URLSearchParams([...query, ['page', String(to)]])}`
  const narrowed = query.length > 0
  // A group is looked at, and not looked for: one without documents has none yet.
  const searched = Boolean(filter.category || filter.state || filter.q)
  return (
    <Titled
      title={words.documents}
      lead={words.lead}
      actions={
        inside && (
          <>
            <Button kind="primary" href="/documents/new" text={t.newDocument} />
            {mayImport && <Button kind="quiet" href="/documents/imports" text={t.importDocuments} />}
          </>
        )
      }
    >
      {inside && !narrowed && reviews.length > 0 && <ReviewYear reviews={reviews} today={today} />}
      <Filters
        action="/documents"
        label={words.filter}
        values={{ category: filter.category ?? '', state: filter.state ?? '', q: filter.q ?? '', group: filter.group ?? '' }}
        found={found.total}
      >
        <Select
          name="category"
          label={words.which}
          empty={words.all}
          options={(['key', 'minutes', 'report', 'other'] as const).map((value) => ({
            value,
            label: counts.get(value) ? `${words.categories[value]} (${counts.get(value)})` : words.categories[value],
          }))}
        />
        {inside && <Select name="state" label={t.status} empty={false} options={states()} />}
        {hosts.length > 1 && (
          <Select name="group" label={t.whose} empty={t.all} options={hosts.map(({ slug, name }) => ({ value: slug, label: name }))} />
        )}
        <Field name="q" type="search" label={words.words} />
      </Filters>
      <Things
        label={words.documents}
        none={
          <Empty title={searched ? words.none : words.noneYet}>
            {searched ? <a href="/documents">{words.clear}</a> : inside && t.startCharterTemplateReady}
          </Empty>
        }
      >
        {found.documents.map((document) => (
          <Thing
            title={document.title}
            href={`/documents/${document.slug}`}
            meta={dotted([
              words.categories[document.category],
              document.host !== alone && document.host,
              <Day on={dayOf(document)} />,
              document.mayDraft && document.visibility !== 'public' && readers[document.visibility],
            ])}
            act={document.mayDraft && <Matter document={document} today={today} />}
          />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={at} />
      {inside && found.total > 0 && (
        <Toolbar>
          <a href={`/documents/export.zip?${new URLSearchParams(query)}`}>{t.downloadAsZip}</a>
        </Toolbar>
      )}
    </Titled>
  )
}
