import { Check, Field, Select, TextArea } from '../lib/ui/fields.tsx'
import { Figures } from '../lib/ui/figures.tsx'
import { Filters, Form, Hidden } from '../lib/ui/form.tsx'
import { formatDay, type Locale } from '../lib/ui/format.ts'
import type { Refused, Typed } from '../lib/ui/forms.ts'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Facts, Heading, Note, Section, Split, State, Toolbar } from '../lib/ui/parts.tsx'
import { threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { utcDay } from '../time.ts'
import { EmbargoFields, embargoValues, ReaderFields } from './fields.tsx'
import type { listIssueDrafts, listIssues, listLines } from './issues/queries.ts'
import { PublishingPanel, type PublishingProps } from './publishing/views.tsx'
import type {
  Item,
  ItemFilter,
  listAreas,
  listCorrections,
  listDrafts,
  listFacets,
  listIssuesOf,
  listLinks,
  listMailings,
  listNews,
} from './queries.ts'
import type { Rhythm } from './rhythm/queries.ts'
import { NextIssue } from './rhythm/views.tsx'
import { excerptOf, writeLinks } from './rules.ts'
import { NewsTabs } from './tabs.tsx'
import { newsWords } from './words.ts'

const t = textsOf('news', 'views')

const useWords = () => newsWords(useReader().locale)

/** The numbers of an issue, the first that it tells. */
export const numbersOf = (lines: Awaited<ReturnType<typeof listLines>>, most = 6) =>
  lines
    .filter(({ amount }) => amount !== null)
    .slice(0, most)
    .map(({ amount, label, sourcePath }) => ({ value: Number(amount), label, href: sourcePath }))

/** The period of an issue in words. */
export function Period({ fromOn, toOn }: { fromOn: string; toOn: string }) {
  const { locale } = useReader()
  return <>{newsWords(locale).period({ from: formatDay({ locale }, fromOn), to: formatDay({ locale }, toOn) })}</>
}

type Latest = { issue: Awaited<ReturnType<typeof listIssues>>['issues'][number]; lines: Awaited<ReturnType<typeof listLines>> }

/** The newest issue, as the first thing that one sees of the news. */
function LatestIssue({ issue, lines }: Latest) {
  const words = useWords()
  return (
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
        <Button kind="primary" href={`/news/issues/${issue.number}`}>
          {words.read}
        </Button>
        <Button kind="quiet" href="/news/issues">
          {words.issues}
        </Button>
      </p>
    </section>
  )
}

/** News, the newest first, under the newest issue. */
export function NewsPage(props: {
  filter: ItemFilter
  page: number
  found: Awaited<ReturnType<typeof listNews>>
  facets: Awaited<ReturnType<typeof listFacets>>
  latest?: Latest | undefined
  mayWrite: boolean
}) {
  const { filter, page, found, facets, latest, mayWrite } = props
  const words = useWords()
  const values: Record<string, string> = {
    ...(filter.year ? { year: String(filter.year) } : {}),
    ...(filter.area ? { area: filter.area } : {}),
    ...(filter.search ? { q: filter.search } : {}),
  }
  const narrowed = Object.keys(values).length > 0
  return (
    <>
      <Heading title={words.news} lead={words.lead} actions={mayWrite && <Button href="/news/drafts">{t.draftsAndIssues}</Button>} />
      {latest && <LatestIssue {...latest} />}
      {(found.total > 0 || narrowed) && (facets.years.length > 1 || facets.areas.length > 0 || narrowed) && (
        <Filters label={words.filter} values={values}>
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
      {found.items.length === 0 ? (
        <Empty title={narrowed ? words.noneFits : words.none} />
      ) : (
        <div class="dispatches">
          {found.items.map((item) => (
            <Dispatch item={item} />
          ))}
        </div>
      )}
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => `/news?${new URLSearchParams({ ...values, page: String(to) })}`} />
      <Toolbar>
        <a href="/news/issues">{words.issues}</a>
        <a href="/news/feed.atom">{t.atom}</a>
        <a href="/news/feed.json">{t.jsonFeed}</a>
        {mayWrite && <a href="/roster/contributions">{t.contributions}</a>}
      </Toolbar>
    </>
  )
}

/** One piece of news in the list: day, title, the first lines. */
function Dispatch({ item }: { item: Awaited<ReturnType<typeof listNews>>['items'][number] }) {
  return (
    <article class={item.pictureId === null ? 'dispatch' : 'dispatch pictured'}>
      <p class="meta">
        {item.publishedAt && <Time at={item.publishedAt} style="date" />}
        {item.area && ` · ${item.area}`}
      </p>
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
}

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
  const words = useWords()
  if (corrections.length === 0) return null
  return (
    <Section title={words.corrections} id="corrections">
      <Things label={words.corrections}>
        {corrections.map(({ text, at }) => (
          <Thing title={text} meta={<Time at={at} style="date" />} />
        ))}
      </Things>
    </Section>
  )
}

/** What is left to read of something that was withdrawn. */
export function Withdrawn({ title, withdrawnAt, withdrawnWhy }: Pick<Item, 'title' | 'withdrawnAt' | 'withdrawnWhy'>) {
  const { locale, zone, now } = useReader()
  const words = newsWords(locale)
  const day = withdrawnAt ? Temporal.Instant.fromEpochMilliseconds(withdrawnAt.getTime()).toZonedDateTimeISO(zone).toPlainDate() : undefined
  return (
    <>
      <Heading title={title} meta={<a href="/news">{words.news}</a>} />
      <Note mood="late">
        <p>
          <b>
            {day ? words.withdrawnOn({ day: formatDay({ locale }, day) }) : words.withdrawnOn({ day: formatDay({ locale }, utcDay(now)) })}
          </b>
        </p>
        <p>{withdrawnWhy}</p>
      </Note>
    </>
  )
}

/** Where it is talked about, for those who read those lists. */
export function MailedTo({ mailings }: { mailings: Awaited<ReturnType<typeof listMailings>> }) {
  const words = useWords()
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

/** One piece of news. */
export function ItemPage(props: {
  item: Item
  links: Awaited<ReturnType<typeof listLinks>>
  corrections: Awaited<ReturnType<typeof listCorrections>>
  issues: Awaited<ReturnType<typeof listIssuesOf>>
  mailings: Awaited<ReturnType<typeof listMailings>>
}) {
  const { item, links, corrections, issues, mailings } = props
  const words = useWords()
  if (item.state === 'withdrawn' && !item.mayWrite) return <Withdrawn {...item} />
  return (
    <>
      <Heading
        title={<span lang={item.language}>{item.title}</span>}
        meta={
          <>
            <a href="/news">{words.news}</a>
            {item.publishedAt && (
              <>
                {' · '}
                <Time at={item.publishedAt} style="date" />
              </>
            )}
            {item.byline && ` · ${words.by({ name: item.byline })}`}
          </>
        }
        actions={item.mayWrite && item.state !== 'withdrawn' && <Button href={`/news/${item.slug}/edit`}>{t.edit}</Button>}
      >
        {item.mayWrite && (
          <p>
            <NewsState {...item} />
          </p>
        )}
      </Heading>
      {item.state === 'withdrawn' && <Note mood="late">{t.withdrawn({ withdrawnWhy: item.withdrawnWhy })}</Note>}
      <Split aside={<ItemAside {...{ item, links, issues, mailings }} />}>
        {item.pictureId !== null && <img class="picture" src={`/news/${item.slug}/picture`} alt={item.pictureAlt} />}
        <div class="prose" lang={item.language} dir="auto">
          {renderMarkdown(item.text)}
        </div>
        <Corrections corrections={corrections} />
      </Split>
    </>
  )
}

function ItemAside({ item, links, issues, mailings }: Pick<Parameters<typeof ItemPage>[0], 'item' | 'links' | 'issues' | 'mailings'>) {
  const words = useWords()
  return (
    <>
      <Facts
        items={[
          { term: words.area, value: item.area },
          {
            term: words.tellsOf,
            value: links.length > 0 && (
              <ul>
                {links.map(({ path, title }) => (
                  <li>
                    <a href={path} rel={path.startsWith('/') ? undefined : 'nofollow noopener ugc'}>
                      {title || path}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: words.inIssues,
            value: issues.length > 0 && issues.map(({ number, title }) => <a href={`/news/issues/${number}`}>{title}</a>),
          },
        ].filter(({ value }) => value)}
      />
      <MailedTo mailings={mailings} />
    </>
  )
}

const valuesOf = (item: Item, links: Awaited<ReturnType<typeof listLinks>>): Typed => ({
  title: item.title,
  text: item.text,
  language: item.language,
  visibility: item.visibility,
  areaId: String(item.areaId ?? ''),
  links: writeLinks(links),
  pictureAlt: item.pictureAlt,
  ...embargoValues(item.embargoAt, item.embargoZone),
})

/** The form of an item, new or not. */
export function ItemFormPage(props: {
  item?: Item
  links?: Awaited<ReturnType<typeof listLinks>>
  groups: { slug: string; name: string }[]
  areas: Awaited<ReturnType<typeof listAreas>>
  zone: string
  locale: Locale
  publishing?: PublishingProps
  refused?: Refused | undefined
}) {
  const { item, links = [], groups, areas, zone, locale, publishing, refused } = props
  const [group] = groups
  const values = item
    ? valuesOf(item, links)
    : { language: locale, visibility: 'public', group: group?.slug ?? '', ...embargoValues(null, zone) }
  return (
    <>
      <Heading title={item ? item.title : t.writeNews} meta={<a href="/news/drafts">{t.draftsAndIssues}</a>}>
        {item && (
          <p>
            <NewsState {...item} />
          </p>
        )}
      </Heading>
      <Split aside={publishing && <PublishingPanel {...publishing} />}>
        <Form action={item ? `/news/${item.slug}` : '/news'} values={values} refused={refused} multipart>
          {item && <Hidden name="version" value={String(item.version)} />}
          {!item && groups.length > 1 && (
            <Select name="group" label={t.group} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
          )}
          {!item && groups.length === 1 && <Hidden name="group" value={group?.slug ?? ''} />}
          <Field name="title" label={t.title} maxlength={200} />
          <TextArea name="text" label={t.text} hint={t.markdownBoldWordsHttpsLists} rows={12} />
          <ReaderFields />
          {areas.length > 0 && (
            <Select
              name="areaId"
              label={t.productArea}
              options={areas.map(({ id, name }) => ({ value: String(id), label: name }))}
              empty={t.noProductArea}
              optional
            />
          )}
          <TextArea name="links" label={t.relatedPages} hint={t.oneALineTheAddressOf} rows={3} optional />
          <Field
            name="picture"
            type="file"
            label={t.picture}
            accept="image/png,image/jpeg,image/gif,image/webp"
            hint={t.most5Mb}
            optional
          />
          <Field name="pictureAlt" label={t.pictureDescription} hint={t.peopleWhoCannotSeePicture} maxlength={500} optional />
          {item?.pictureId !== undefined && item.pictureId !== null && <Check name="removePicture" label={t.removePicture} />}
          {item?.state !== 'published' && <EmbargoFields />}
          {item?.state === 'published' && <Hidden name="embargoZone" value={item.embargoZone} />}
          <div class="row">
            <Button kind="primary">{t.saveDraft({ saved: item !== undefined && item.state !== 'draft' })}</Button>
          </div>
        </Form>
      </Split>
    </>
  )
}

/** What is being written: items, and issues of the newsletter. */
export function DraftsPage(props: {
  drafts: Awaited<ReturnType<typeof listDrafts>>
  issues: Awaited<ReturnType<typeof listIssueDrafts>>
  rhythms: readonly Rhythm[]
}) {
  const { drafts, issues, rhythms } = props
  const [next] = rhythms
  const open = drafts.filter(({ state }) => state !== 'withdrawn')
  const gone = drafts.filter(({ state }) => state === 'withdrawn')
  const openIssues = issues.filter(({ state }) => state !== 'withdrawn')
  return (
    <>
      <Heading
        title={t.draftsAndIssues}
        meta={<a href="/news">{t.news}</a>}
        lead={t.onlyGroupCanSeeDrafts}
        actions={<Button href="/news/new">{t.writeNews}</Button>}
      >
        <NewsTabs current="drafts" publishes={rhythms.some(({ mayPublish }) => mayPublish)} />
      </Heading>
      <Section title={t.newsletter} aside={next && <NextIssue {...next} />}>
        {openIssues.length === 0 ? (
          <Empty title={t.noIssueInProgress}>
            <p>{t.suggestSentencesAboutWhat}</p>
            <Button kind="primary" href="/news/issues/new">
              {t.startIssue}
            </Button>
          </Empty>
        ) : (
          <Things label={t.issues}>
            {openIssues.map((issue) => (
              <Thing
                title={issue.title}
                href={`/news/issues/${issue.number}/compose`}
                meta={
                  <>
                    {t.number({ number: issue.number })} <Period {...issue} />
                  </>
                }
                act={<NewsState {...issue} />}
              />
            ))}
          </Things>
        )}
      </Section>
      <Section title={t.news}>
        {open.length === 0 && <Empty title={t.noDraftsYet} />}
        <Things label={t.drafts}>
          {open.map((item) => (
            <Thing
              title={item.title}
              href={`/news/${item.slug}/edit`}
              meta={t.changed({ byline: item.byline || t.nobodyNamed, time: <Time at={item.changedAt} style="date" /> })}
              act={<NewsState {...item} />}
            />
          ))}
        </Things>
      </Section>
      {gone.length > 0 && (
        <Section title={t.withdrawn2}>
          <Things label={t.withdrawn2}>
            {gone.map((item) => (
              <Thing title={item.title} href={`/news/${item.slug}`} meta={item.withdrawnWhy} />
            ))}
          </Things>
        </Section>
      )}
    </>
  )
}
