import { excerptOf } from '../lib/ui/excerpt.ts'
import { Figures } from '../lib/ui/figures.tsx'
import { Field, Filters, Select } from '../lib/ui/form.tsx'
import { formatDay } from '../lib/ui/format.ts'
import { dotted, Listing, NumberedPager, OnlyOf, Thing } from '../lib/ui/lists.tsx'
import { Button, Empty, Note, State, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { threadPath, withQuery } from '../lib/ui/paths.ts'
import { unlessAlone, useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { utcDay } from '../time.ts'
import type { listIssues, listLines } from './issues/queries.ts'
import type { Item, ItemFilter, listCorrections, listFacets, listMailings, listNews } from './queries.ts'

const t = textsOf('news', 'views')

const words = textsOf('news', 'pages')

/** The numbers of an issue, the first that it tells. */
export const numbersOf = (lines: Awaited<ReturnType<typeof listLines>>, most = 6) =>
  lines
    .filter(({ amount }) => amount !== null)
    .slice(0, most)
    .map(({ amount, label, sourcePath }) => ({ value: Number(amount), label, href: sourcePath }))

/** The period of an issue in words. */
export function Period({ fromOn, toOn }: { fromOn: string; toOn: string }) {
  const { locale } = useReader()
  return <>{words.period({ from: formatDay({ locale }, fromOn), to: formatDay({ locale }, toOn) })}</>
}

type Latest = { issue: Awaited<ReturnType<typeof listIssues>>['issues'][number]; lines: Awaited<ReturnType<typeof listLines>> }

/** The newest issue, as the first thing that one sees of the news. */
const LatestIssue = ({ issue, lines }: Latest) => (
  <section class="latest" aria-labelledby="latest">
    <p class="meta">
      {words.latest} · {words.number({ n: issue.number })}
    </p>
    <h2 id="latest">
      <a href={`/news/issues/${issue.number}`}>{issue.title}</a>
    </h2>
    <p class="prose lead" lang={issue.language}>
      {excerptOf(issue.lead, 320)}
    </p>
    <Figures items={numbersOf(lines, 4)} />
    <p class="row">
      <Button kind="primary" href={`/news/issues/${issue.number}`} text={words.read} />
      <Button kind="quiet" href="/news/issues" text={words.issues} />
    </p>
  </section>
)

/** News, the newest first, under the newest issue. */
export function NewsPage(props: {
  filter: ItemFilter
  /** Only those of this one. */
  group: { slug: string; name: string } | undefined
  page: number
  found: Awaited<ReturnType<typeof listNews>>
  facets: Awaited<ReturnType<typeof listFacets>>
  latest?: Latest | undefined
  mayWrite: boolean
}) {
  const { filter, group, page, found, facets, latest, mayWrite } = props
  const values: Record<string, string> = {
    ...(filter.year ? { year: String(filter.year) } : {}),
    ...(filter.area ? { area: filter.area } : {}),
    ...(filter.search ? { q: filter.search } : {}),
  }
  const narrowed = Object.keys(values).length > 0
  const query = { ...values, ...(group ? { group: group.slug } : {}) }
  return (
    <Titled title={words.news} lead={words.lead} actions={mayWrite && <Button href="/news/drafts">{t.draftsAndIssues}</Button>}>
      {latest && <LatestIssue {...latest} />}
      {(found.total > 0 || narrowed) && (facets.years.length > 1 || facets.areas.length > 0 || narrowed) && (
        <Filters action="/news" label={words.filter} values={values} hidden={{ group: group?.slug }} found={found.total}>
          <Select
            name="year"
            label={words.year}
            empty={words.everyYear}
            options={facets.years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          {facets.areas.length > 0 && (
            <Select
              name="area"
              label={words.area}
              empty={words.everyArea}
              options={facets.areas.map((area) => ({ value: area, label: area }))}
            />
          )}
          <Field name="q" type="search" label={words.search} optional />
        </Filters>
      )}
      <OnlyOf group={group} all="/news" />
      {found.items.length === 0 ? (
        <Empty title={narrowed ? words.noneFits : words.none}>
          {mayWrite && !narrowed && <Button kind="primary" href={withQuery('/news/new', { group: group?.slug })} text={t.writeNews} />}
        </Empty>
      ) : (
        <div class="dispatches">
          {found.items.map((item) => (
            <Dispatch item={item} />
          ))}
        </div>
      )}
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => `/news?${new URLSearchParams({ ...query, page: String(to) })}`} />
      <Toolbar>
        <a href="/news/issues">{words.issues}</a>
        <a href="/news/feed.atom">{t.atom}</a>
        <a href="/news/feed.json">{t.jsonFeed}</a>
        {mayWrite && <a href="/roster/contributions">{t.contributions}</a>}
      </Toolbar>
    </Titled>
  )
}

/** One piece of news in the list: day, title, the first lines. */
const Dispatch = ({ item }: { item: Awaited<ReturnType<typeof listNews>>['items'][number] }) => (
  <article class={item.pictureId === null ? 'dispatch' : 'dispatch pictured'}>
    <p class="meta">{dotted([item.publishedAt && <Time at={item.publishedAt} style="date" />, unlessAlone(item.groupName), item.area])}</p>
    <div class="stack">
      <h2 class="h3" lang={item.language} dir="auto">
        <a href={`/news/${item.slug}`}>{item.title}</a>
      </h2>
      <p class="prose" lang={item.language} dir="auto">
        {excerptOf(item.text)}
      </p>
    </div>
    {item.pictureId !== null && <img src={`/news/${item.slug}/picture`} alt={item.pictureAlt} loading="lazy" />}
  </article>
)

const stateWords: Record<Item['state'], string> = t.stateWords

/** Where something stands, in a word. */
export function NewsState({ state, scheduledBy, embargoAt, trouble }: Pick<Item, 'state' | 'scheduledBy' | 'embargoAt' | 'trouble'>) {
  if (trouble) return <State mood="late">{t.notPublished}</State>
  if (state === 'ready' && scheduledBy !== null && embargoAt)
    return <State mood="wait">{t.goesOut({ time: <Time at={embargoAt} /> })}</State>
  return <State mood={state === 'published' ? 'good' : state === 'ready' ? 'wait' : undefined}>{stateWords[state]}</State>
}

/** What was put right, under the text. */
export function Corrections({ corrections }: { corrections: Awaited<ReturnType<typeof listCorrections>> }) {
  if (corrections.length === 0) return null
  return (
    <Listing title={words.corrections} id="corrections">
      {corrections.map(({ text, at }) => (
        <Thing title={text} meta={<Time at={at} style="date" />} />
      ))}
    </Listing>
  )
}

/** What is left to read of something that was withdrawn. */
export function Withdrawn({ title, withdrawnAt, withdrawnWhy }: Pick<Item, 'title' | 'withdrawnAt' | 'withdrawnWhy'>) {
  const { locale, zone, now } = useReader()
  const day = withdrawnAt ? Temporal.Instant.fromEpochMilliseconds(withdrawnAt.getTime()).toZonedDateTimeISO(zone).toPlainDate() : undefined
  return (
    <Titled title={title} meta={<a href="/news">{words.news}</a>}>
      <Note mood="late">
        <p>
          <b>{words.withdrawnOn({ day: formatDay({ locale }, day ?? utcDay(now)) })}</b>
        </p>
        <p>{withdrawnWhy}</p>
      </Note>
    </Titled>
  )
}

/** Where it is talked about, for those who read those lists. */
export function MailedTo({ mailings }: { mailings: Awaited<ReturnType<typeof listMailings>> }) {
  const arrived = mailings.filter(({ arrived }) => arrived !== null)
  if (arrived.length === 0) return null
  return (
    <p class="meta">
      {words.mailed}{' '}
      {arrived.map(({ list, title, messageId }, at) => (
        <>
          {at > 0 && ', '}
          <a href={threadPath(list, messageId)}>{words.inThread({ list: title })}</a>
        </>
      ))}
    </p>
  )
}
