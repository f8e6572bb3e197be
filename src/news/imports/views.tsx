import type { WebImportOutcome } from '../../lib/db/schema.ts'
import { Field, Select } from '../../lib/ui/fields.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import type { RunLine } from '../../lib/ui/imports/run.ts'
import { Runs } from '../../lib/ui/imports/views.tsx'
import { Pager, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Heading, Panel, PostButton, Section, State, Tabs } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { NewsTabs } from '../tabs.tsx'
import type { balanceOf, getSitePage, listEntries, WebImport } from './queries.ts'
import { outcomeNames, pagePath } from './rules.ts'

/** Imports from WordPress, and a form for the next. */
export function ImportsPage(props: { runs: readonly RunLine[]; groups: { slug: string; name: string }[]; refused?: Refused | undefined }) {
  const { runs, groups, refused } = props
  return (
    <>
      <Heading
        title="From WordPress"
        meta={<a href="/news/drafts">Drafts and issues</a>}
        lead="Pages and posts of an old site become pages and news here, with their dates and authors, and their old addresses lead to them."
      >
        <NewsTabs current="imports" publishes />
      </Heading>
      <Section title="Bring in an export">
        <p class="soft">
          In WordPress choose Tools, Export, All content. You see first what becomes of each thing; nothing is fetched and nobody is mailed.
        </p>
        <Form action="/news/imports" multipart refused={refused} values={{ group: groups[0]?.slug ?? '' }}>
          {groups.length > 1 ? (
            <Select name="group" label="Group" options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
          ) : (
            <Hidden name="group" value={groups[0]?.slug ?? ''} />
          )}
          <Field
            name="file"
            type="file"
            label="The file"
            accept=".xml,text/xml,application/xml"
            hint="XML, at most 30 MB; larger ones with the command."
          />
          <div class="row">
            <Button kind="primary">Read it</Button>
          </div>
        </Form>
      </Section>
      <Runs runs={runs} />
    </>
  )
}

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
        <Panel title="Nothing is taken in yet">
          <div class="row">
            <PostButton action={`${path}/take`} kind="primary">
              {`Take in ${balance.page + balance.news}`}
            </PostButton>
            <PostButton action={`${path}/undo`} kind="quiet">
              Discard
            </PostButton>
          </div>
        </Panel>
      )}
      {found.state === 'taken' && (
        <Panel title="Is it as it should be?">
          <p>Look at some of it. Until you confirm, all of it can be taken back.</p>
          <PostButton action={`${path}/confirm`} kind="primary">
            Confirm
          </PostButton>
        </Panel>
      )}
      <Table
        caption="What becomes of it"
        columns={[{ label: 'Outcome' }, { label: 'Things', numeric: true }]}
        rows={outcomes.map((one) => [outcomeNames[one], String(balance[one])])}
        foot={['Found in the file', String(balance.found)]}
      />
      <Section title="Each thing">
        <Tabs
          label="Which"
          items={[
            { href: path, label: 'All', count: balance.found, current: outcome === undefined },
            ...outcomes
              .filter((one) => balance[one] > 0)
              .map((one) => ({ href: `${path}?outcome=${one}`, label: outcomeNames[one], count: balance[one], current: outcome === one })),
          ]}
        />
        <Things label="Things of the export">
          {listed.entries.map((entry) => (
            <EntryLine entry={entry} />
          ))}
        </Things>
        <Pager
          newer={page > 1 ? at(page - 1) : undefined}
          older={listed.more ? at(page + 1) : undefined}
          newerLabel="Before"
          olderLabel="Further"
        />
      </Section>
    </>
  )
}

function EntryLine({ entry }: { entry: Awaited<ReturnType<typeof listEntries>>['entries'][number] }) {
  const page = entry.pageSlug ? pagePath(entry.pageSlug) : undefined
  const said = [entry.authorName, entry.oldPath && `stood at ${entry.oldPath}`, entry.reason, entry.remark].filter(Boolean)
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
      act={<State mood={entry.outcome === 'wrong' ? 'late' : taken ? 'good' : undefined}>{outcomeNames[entry.outcome]}</State>}
    />
  )
}

/** A page of the site's own. */
export function SitePage({ page }: { page: Awaited<ReturnType<typeof getSitePage>> }) {
  return (
    <>
      <Heading title={<span lang={page.language}>{page.title}</span>} />
      <div class="prose" lang={page.language} dir="auto">
        {renderMarkdown(page.text)}
      </div>
    </>
  )
}
