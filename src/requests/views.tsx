import { MoreFields } from '../lib/ui/field-parts.tsx'
import { Field, Filters, optionsById, optionsOf, Select } from '../lib/ui/form.tsx'
import { Listing, NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import type { Child } from '../lib/ui/message.ts'
import { Button, Empty, Heading, Section, Tabs, Toolbar } from '../lib/ui/parts.tsx'
import { withQuery } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { mines } from './core/own-queries.ts'
import type { listRequestChoices, listRequests, Order, RequestGroup } from './core/queries.ts'
import { isOpen, kinds, severities, stages, stagesOf } from './core/rules.ts'
import { GroupTabs, inGroup, isNarrowed } from './group-choice.tsx'
import type { MovedAway } from './moving-queries.ts'
import { RequestThing, requestPath } from './parts.tsx'
import { strengthNames } from './support/rules.ts'

const t = textsOf('requests', 'views')
const places = textsOf('edges', 'places')
const moving = textsOf('requests', 'moving')
const words = textsOf('requests', 'pages')

export type Choices = Awaited<ReturnType<typeof listRequestChoices>>

/** Where the working group collates: the parts of its board. */
const collating = ['/requests/board', '/cases/queue', '/merges', '/affirmations', '/synonyms']

/** Links between the parts of the board, for those who collate; a visitor has no other way between requests and stories. */
export function RequestTabs({ group, current }: { group: RequestGroup; current: string }) {
  const item = (href: string, label: string) => ({ href: inGroup(group, href), label, current: current === href })
  // The list of requests has a field for it.
  const groups = current === '/requests' ? null : <GroupTabs group={group} path={current} />
  const { unused } = useReader()
  if (!group.signedIn && !unused?.includes('stories'))
    return (
      <>
        {groups}
        <Tabs label={words.title} items={[item('/requests', places.allRequests), item('/stories', words.stories)]} />
      </>
    )
  if (!group.mayCollate || !collating.includes(current)) return groups
  return (
    <>
      {groups}
      <Tabs
        label={places.board}
        items={[
          item('/requests/board', t.tabs.board),
          item('/cases/queue', t.tabs.queue),
          item('/merges', t.tabs.merges),
          item('/affirmations', t.tabs.affirmations),
          item('/synonyms', t.tabs.synonyms),
        ]}
      />
    </>
  )
}

/** The requests that one may see. */
export function RequestsPage(props: {
  group: RequestGroup
  /** All of the site, to choose among where there are several. */
  groups: readonly { slug: string; name: string }[]
  /** What went from this group to others, for who collates. */
  movedAway: MovedAway
  choices: Choices
  /** The institutions that support something here, for who reads that. */
  supporting: { id: number; name: string }[]
  found: Awaited<ReturnType<typeof listRequests>>
  values: Record<string, string | undefined>
  page: number
  showSupport: boolean
  /** The one institution for which they say with a button that it supports what it has said nothing of. */
  saysFor: string | undefined
  /** Whoever may put what is shown to the vote. */
  mayRank: boolean
}) {
  const { group, groups, movedAway, choices, supporting, found, values, page, showSupport, saysFor, mayRank } = props
  const narrowed = isNarrowed(values)
  return (
    <>
      <Heading
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {group.mayCollate && <Button kind="primary" href={inGroup(group, '/requests/new')} text={t.newRequest} />}
            {group.mayContribute && <Button href={inGroup(group, '/cases/new')}>{t.shareAUserCase}</Button>}
          </>
        }
      >
        <RequestTabs group={group} current="/requests" />
      </Heading>
      <Filters
        action="/requests"
        label={words.narrow}
        values={values as Record<string, string>}
        nothing={found.total === 0 && groups.length < 2}
      >
        {groups.length > 1 && (
          <Select
            name="group"
            label={moving.groupOf}
            options={groups.map(({ slug, name }) => ({ value: slug, label: name }))}
            empty={false}
            value={group.slug}
            optional
          />
        )}
        <NarrowingFields choices={choices} />
        <Select
          name="order"
          label={words.order}
          options={(Object.keys(words.orders) as Order[])
            .filter((one) => showSupport || one !== 'support')
            .map((one) => ({ value: one, label: words.orders[one] }))}
          empty={false}
          value="newest"
          optional
        />
        <MoreNarrowing choices={choices} names={['mine', 'institution', 'from', 'to']}>
          {showSupport && <Select name="mine" label={words.mine} options={optionsOf(words.mines, mines)} empty={words.all} optional />}
          <SupporterField among={supporting} />
          {/* A figure of a year leads here with its days; nobody else needs them. */}
          {(values.from || values.to) && (
            <>
              <Field name="from" type="date" label={words.from} optional />
              <Field name="to" type="date" label={words.to} optional />
            </>
          )}
        </MoreNarrowing>
      </Filters>
      {found.total === 0 ? (
        <Empty title={narrowed ? words.noneMatch : words.none}>
          {narrowed ? <a href={inGroup(group, '/requests')}>{words.showAll}</a> : words.howMade}
        </Empty>
      ) : (
        <FoundRequests {...{ group, found, values, page, showSupport, saysFor, mayRank }} />
      )}
      <Listing title={moving.movedAway} id="moved" of={movedAway} none={null}>
        {({ id, title, to, movedAt }) => (
          <Thing
            title={title ?? moving.requestNumber({ id: String(id) })}
            href={title === null ? undefined : requestPath(id)}
            meta={moving.nowWith({ to, time: <Time at={movedAt} style="date" /> })}
          />
        )}
      </Listing>
      {showSupport && (
        <Toolbar>
          {found.total > 0 && <a href={withQuery('/requests/export.xlsx', values)}>{t.downloadSpreadsheet}</a>}
          {group.mayCollate && <a href={inGroup(group, '/requests/import')}>{t.importEarlierRequests}</a>}
        </Toolbar>
      )}
    </>
  )
}

type FoundProps = Pick<Parameters<typeof RequestsPage>[0], 'group' | 'found' | 'values' | 'page' | 'showSupport' | 'saysFor' | 'mayRank'>

/** The requests of a page, with what can be done with all of them. */
function FoundRequests({ group, found, values, page, showSupport, saysFor, mayRank }: FoundProps) {
  // What is supported leaves this list: the last of a page takes its page along.
  const back = withQuery('/requests', { ...values, page: found.requests.length > 1 ? page : page - 1 })
  // What is over is not put to the vote.
  const rankable = mayRank && (stagesOf(values.stage)?.some(isOpen) ?? true)
  return (
    <Section
      title={words.count({ n: found.total })}
      aside={rankable && <a href={withQuery('/ballots/new', { ...values, order: undefined, group: group.slug })}>{t.rankThese}</a>}
    >
      {saysFor && <p class="soft">{t.supportFromHere({ strength: strengthNames.should, name: saysFor })}</p>}
      <Things label={words.title}>
        {found.requests.map((request) => (
          <RequestThing request={request} showSupport={showSupport} most={found.most} next={saysFor && back} />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery('/requests', { ...values, page: to })} />
    </Section>
  )
}

const SupporterField = ({ among }: { among: { id: number; name: string }[] }) =>
  among.length > 0 && <Select name="institution" label={words.supporter} options={optionsById(among)} empty={words.all} optional />

/** What narrows down requests, here and on the board. */
export function NarrowingFields({ choices }: { choices: Choices }) {
  const all = { empty: words.all, optional: true }
  return (
    <>
      <Field name="q" label={words.words} type="search" optional />
      <Select name="kind" label={words.kind} options={optionsOf(words.kinds, kinds)} empty={words.all} optional />
      <Select
        name="stage"
        label={words.stage}
        options={[{ value: 'open', label: words.asking }, { value: 'done', label: words.finished }, ...optionsOf(words.stages, stages)]}
        {...all}
      />
      <Select name="area" label={words.area} options={optionsById(choices.areas)} {...all} />
    </>
  )
}

/** What narrows them down further, behind a line: few look for it. */
export const MoreNarrowing = ({ choices, names = [], children }: { choices: Choices; names?: readonly string[]; children?: Child }) => (
  <MoreFields title={words.moreFilters} names={['topic', 'severity', ...names]}>
    <Select name="topic" label={words.topic} options={optionsById(choices.topics)} empty={words.all} optional />
    <Select name="severity" label={words.severity} options={optionsOf(words.severities, severities)} empty={words.all} optional />
    {children}
  </MoreFields>
)
