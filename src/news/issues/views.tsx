import { Editor } from '../../lib/ui/editor.tsx'
import { excerptOf } from '../../lib/ui/excerpt.ts'
import type { Draft } from '../../lib/ui/field-parts.tsx'
import { Figures } from '../../lib/ui/figures.tsx'
import { Field, Filters, Form, Hidden, Select } from '../../lib/ui/form.tsx'
import type { Locale } from '../../lib/ui/format.ts'
import type { Typed } from '../../lib/ui/forms.ts'
import { dotted, NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Heading, Note, Submit, Titled, Toolbar } from '../../lib/ui/parts.tsx'
import { unlessAlone } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { sections } from '../compose/rules.ts'
import { reportWords } from '../compose/words.ts'
import { EmbargoFields, embargoValues, ReaderFields } from '../fields.tsx'
import type { listCorrections, listMailings } from '../queries.ts'
import { whyNotEdit } from '../rules.ts'
import { Corrections, MailedTo, NewsState, numbersOf, Period, Withdrawn } from '../views.tsx'
import { newsWords } from '../words.ts'
import type { Issue, Line, listIssueItems, listIssues } from './queries.ts'

const t = textsOf('news', 'issues')
const words = textsOf('news', 'pages')

/** The archive of the newsletter. */
export function IssuesPage(props: {
  found: Awaited<ReturnType<typeof listIssues>>
  years: number[]
  year: number | undefined
  page: number
}) {
  const { found, years, year, page } = props
  return (
    <Titled title={words.issueList} meta={<a href="/news">{words.news}</a>} lead={words.issueLead}>
      {years.length > 1 && (
        <Filters action="/news/issues" label={words.issues} values={year ? { year: String(year) } : {}}>
          <Select
            name="year"
            label={words.year}
            empty={words.everyYear}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </Filters>
      )}
      <Things label={words.issueList} none={<Empty title={words.noIssues} />}>
        {found.issues.map((issue) => (
          <Thing
            title={issue.title}
            href={`/news/issues/${issue.number}`}
            meta={dotted([unlessAlone(issue.groupName), words.number({ n: issue.number }), <Period {...issue} />])}
          >
            <p class="snippet" lang={issue.language}>
              {excerptOf(issue.lead, 180)}
            </p>
          </Thing>
        ))}
      </Things>
      <NumberedPager
        current={page}
        count={found.pages}
        hrefFor={(to) => `/news/issues?${new URLSearchParams({ ...(year ? { year: String(year) } : {}), page: String(to) })}`}
      />
    </Titled>
  )
}

/** The report of an issue: its sentences by section, each with the place that it rests on. */
export function Report({ lines, language }: { lines: Line[]; language: string }) {
  const words = newsWords(language as Locale)
  const titles = reportWords(language as Locale).sections
  const bySection = Map.groupBy(lines, (line) => line.section)
  return (
    <div class="report" lang={language}>
      {sections
        .filter((name) => bySection.has(name))
        .map((name) => (
          <section>
            <h2>{titles[name]}</h2>
            <ul>
              {(bySection.get(name) ?? []).map((line) => (
                <li>
                  {line.text}{' '}
                  <a class="source" href={line.sourcePath} aria-label={words.sourceOf({ text: line.text })}>
                    {words.source}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

/** One issue as its readers see it: the frank paragraph, the numbers, the report, the items. */
export function IssuePage(props: {
  issue: Issue
  lines: Line[]
  items: Awaited<ReturnType<typeof listIssueItems>>
  corrections: Awaited<ReturnType<typeof listCorrections>>
  mailings: Awaited<ReturnType<typeof listMailings>>
  around: { newer: number | undefined; older: number | undefined }
}) {
  const { issue, lines, items, corrections, mailings, around } = props
  if (issue.state === 'withdrawn' && !issue.mayWrite) return <Withdrawn {...issue} />
  return (
    <article class="issue">
      <Heading
        title={<span lang={issue.language}>{issue.title}</span>}
        meta={dotted([
          <a href="/news/issues">{words.issueList}</a>,
          unlessAlone(issue.groupName),
          words.number({ n: issue.number }),
          <Period {...issue} />,
        ])}
        actions={issue.mayWrite && !whyNotEdit(issue) && <Button href={`/news/issues/${issue.number}/compose`}>{t.edit}</Button>}
      >
        {issue.mayWrite && issue.state !== 'published' && (
          <p>
            <NewsState {...issue} />
          </p>
        )}
      </Heading>
      {issue.state === 'withdrawn' && <Note mood="late">{t.withdrawn({ withdrawnWhy: issue.withdrawnWhy })}</Note>}
      {issue.lead && (
        <div class="prose opening" lang={issue.language} dir="auto">
          {renderMarkdown(issue.lead)}
          {issue.byline && <p class="meta">{issue.byline}</p>}
        </div>
      )}
      {numbersOf(lines).length > 0 && (
        <section class="stack numbers" aria-label={words.inNumbers}>
          <Figures items={numbersOf(lines)} />
        </section>
      )}
      <Report lines={lines} language={issue.language} />
      {items.map((item) => (
        <section class="story stack">
          <h2 lang={issue.language}>
            <a href={`/news/${item.slug}`}>{item.title}</a>
          </h2>
          {item.pictureId !== null && <img class="picture" src={`/news/${item.slug}/picture`} alt={item.pictureAlt} loading="lazy" />}
          <div class="prose" lang={issue.language} dir="auto">
            {renderMarkdown(item.text)}
          </div>
        </section>
      ))}
      <Corrections corrections={corrections} />
      <MailedTo mailings={mailings} />
      <Toolbar>
        {around.older !== undefined && (
          <a href={`/news/issues/${around.older}`} rel="prev">
            {words.older}
          </a>
        )}
        {around.newer !== undefined && (
          <a href={`/news/issues/${around.newer}`} rel="next">
            {words.newer}
          </a>
        )}
        <a href={`/news/issues/${issue.number}.pdf`}>{words.pdf}</a>
      </Toolbar>
    </article>
  )
}

/** The fields of an issue as a whole. */
export const IssueFields = ({ out }: { out: boolean }) => (
  <>
    <Field name="title" label={t.title} maxlength={200} />
    {!out && (
      <>
        <div class="fields">
          <Field name="fromOn" type="date" label={t.tellsFrom} short />
          <Field name="toOn" type="date" label={t.lastDay} short />
        </div>
        <ReaderFields />
      </>
    )}
    <Editor name="lead" label={t.editorsNote} hint={t.sayWhatWentWellWhat} rows={6} files="text" optional />
    {!out && <EmbargoFields />}
  </>
)

/** Begins an issue: its period follows the last one's. */
export function NewIssuePage(props: { groups: { slug: string; name: string }[]; values: Typed; zone: string; draft: Draft }) {
  const { groups, values, zone, draft } = props
  const [group] = groups
  return (
    <Titled title={t.startIssue} meta={<a href="/news/drafts">{t.draftsAndIssues}</a>} lead={t.suggestSentencesAboutPeriod}>
      <Form action="/news/issues" values={{ ...embargoValues(null, zone), group: group?.slug ?? '', ...values }} draft={draft} multipart>
        {groups.length > 1 ? (
          <Select name="group" label={t.group} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
        ) : (
          <Hidden name="group" value={group?.slug ?? ''} />
        )}
        <IssueFields out={false} />
        <Submit kind="primary">{t.startIssue2}</Submit>
      </Form>
    </Titled>
  )
}
