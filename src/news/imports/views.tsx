import type { WebImportOutcome } from '../../lib/db/schema.ts'
import { Field, Form, Hidden, Select } from '../../lib/ui/form.tsx'
import type { RunLine } from '../../lib/ui/imports/run.ts'
import { Runs } from '../../lib/ui/imports/views.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { NumberedPager, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Heading, Panel, PostButton, Section, State, Submit, Tabs, Titled } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { NewsTabs } from '../tabs.tsx'
import type { balanceOf, getSitePage, listEntries, WebImport } from './queries.ts'
import { pagePath } from './rules.ts'

const t = textsOf('news', 'imports')

/** Imports from WordPress, and a form for the next. */
export const ImportsPage = ({ runs, groups }: { runs: readonly RunLine[]; groups: { slug: string; name: string }[] }) => (
  <>
    <Heading title={t.fromWordpress} meta={<a href="/news/drafts">{t.draftsAndIssues}</a>} lead={t.pagesAndPostsOfAnOld}>
      <NewsTabs current="imports" publishes />
    </Heading>
    <Section title={t.bringInAnExport}>
      <p class="soft">{t.inWordpressChooseToolsExportAll}</p>
      <Form action="/news/imports" multipart values={{ group: groups[0]?.slug ?? '' }}>
        {groups.length > 1 ? (
          <Select name="group" label={t.group} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
        ) : (
          <Hidden name="group" value={groups[0]?.slug ?? ''} />
        )}
        <Field name="file" type="file" label={t.theFile} accept=".xml,text/xml,application/xml" hint={t.xmlAtMost30MbLarger} />
        <Submit kind="primary">{t.readIt}</Submit>
      </Form>
    </Section>
    <Runs runs={runs} />
  </>
)

type Outcomes = Exclude<keyof ReturnType<typeof balanceOf>, 'found'>
const outcomes: Outcomes[] = ['page', 'news', 'known', 'left', 'wrong']

/** One import: what becomes, or became, of each thing in the file; the sum is what was found. */
export function ImportParts(props: {
  found: WebImport
  balance: ReturnType<typeof balanceOf>
  listed: Awaited<ReturnType<typeof listEntries>>
  outcome: WebImportOutcome | undefined
  page: number
}) {
  const { found, balance, listed, outcome, page } = props
  const path = `/news/imports/${found.id}`
  const at = (to: number) => `${path}?${new URLSearchParams({ ...(outcome ? { outcome } : {}), page: String(to) })}`
  return (
    <>
      {found.state === 'shown' && (
        <Panel title={t.nothingIsTakenInYet}>
          <div class="row">
            <PostButton action={`${path}/take`} kind="primary" text={t.takeIn({ entries: balance.page + balance.news })} />
            <PostButton action={`${path}/undo`} kind="quiet" text={t.discard} />
          </div>
        </Panel>
      )}
      {found.state === 'taken' && (
        <Panel title={t.isItAsItShouldBe}>
          <p>{t.lookAtSomeOfItUntil}</p>
          <PostButton action={`${path}/confirm`} kind="primary" text={t.confirm} />
        </Panel>
      )}
      <Table
        caption={t.whatBecomesOfIt}
        showCaption
        columns={[{ label: t.outcome }, { label: t.things, numeric: true }]}
        rows={outcomes.map((one) => [t.outcomes[one], String(balance[one])])}
        foot={[t.foundInTheFile, String(balance.found)]}
      />
      <Section title={t.eachThing}>
        <Tabs
          label={t.which}
          items={[
            { href: path, label: t.all, count: balance.found, current: outcome === undefined },
            ...outcomes
              .filter((one) => balance[one] > 0)
              .map((one) => ({ href: `${path}?outcome=${one}`, label: t.outcomes[one], count: balance[one], current: outcome === one })),
          ]}
        />
        <Things label={t.thingsOfTheExport}>
          {listed.entries.map((entry) => (
            <EntryLine entry={entry} />
          ))}
        </Things>
        <NumberedPager current={page} count={listed.pages} hrefFor={at} />
      </Section>
    </>
  )
}

function EntryLine({ entry }: { entry: Awaited<ReturnType<typeof listEntries>>['entries'][number] }) {
  const page = entry.pageSlug ? pagePath(entry.pageSlug) : undefined
  const said = [
    entry.authorName,
    entry.oldPath && t.oldAddress({ path: entry.oldPath }),
    sayKept(entry.reason),
    sayKept(entry.remark),
  ].filter(Boolean)
  const taken = entry.outcome === 'page' || entry.outcome === 'news'
  return (
    <Thing
      title={entry.title}
      href={entry.newsSlug ? `/news/${entry.newsSlug}` : page}
      meta={
        <>
          {entry.type}
          {entry.at && (
            <>
              {' · '}
              <Time at={entry.at} style="date" />
            </>
          )}
          {said.map((one) => ` · ${one}`)}
        </>
      }
      act={<State mood={entry.outcome === 'wrong' ? 'late' : taken ? 'good' : undefined}>{t.outcomes[entry.outcome]}</State>}
    />
  )
}

/** A page of the site's own. */
export const SitePage = ({ page }: { page: Awaited<ReturnType<typeof getSitePage>> }) => (
  <Titled title={<span lang={page.language}>{page.title}</span>}>
    <div class="prose" lang={page.language} dir="auto">
      {renderMarkdown(page.text)}
    </div>
  </Titled>
)
