import { assetPath } from '../../lib/ui/assets.ts'
import { FormContext } from '../../lib/ui/field-parts.tsx'
import { Check, Field, Filters, Form, Hidden, optionsById, optionsOf, Select } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import { NumberedPager } from '../../lib/ui/lists.tsx'
import type { Child } from '../../lib/ui/message.ts'
import { Button, Empty, Fold, Heading, PostButton } from '../../lib/ui/parts.tsx'
import { withQuery } from '../../lib/ui/paths.ts'
import { useReader, useRefused } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type listRequestChoices, orders, type RequestGroup } from '../core/queries.ts'
import { byHand, stageNames } from '../core/rules.ts'
import { inGroup, isNarrowed } from '../group-choice.tsx'
import { MoreNarrowing, NarrowingFields, RequestTabs } from '../views.tsx'
import { CardView, placesOf } from './card.tsx'
import { type Column, columnsOf, type Found } from './columns.ts'
import { type Grouping, groupings, type listViews } from './queries.ts'

const t = textsOf('requests', 'board')
const words = textsOf('requests', 'pages')
const listWords = textsOf('requests', 'views')

export interface BoardProps {
  group: RequestGroup
  choices: Awaited<ReturnType<typeof listRequestChoices>>
  found: Found
  views: Awaited<ReturnType<typeof listViews>>
  values: Record<string, string | undefined>
  by: Grouping
  page: number
  personId: number | null
  /** Whoever may put requests to the vote. */
  mayRank: boolean
}

/** Is anything but everything shown, as it is at first? Then what narrows it down is in sight. */
const isUnusual = (values: Record<string, string | undefined>): boolean =>
  isNarrowed(values) || Boolean(values.order && values.order !== 'support') || Boolean(values.by && values.by !== 'stage')

/** The group's requests in columns, as they are to be found and moved by those who collate. */
export function BoardPage(props: BoardProps) {
  const { group, found, values, by, page } = props
  const refused = useRefused()
  const query = withQuery('', values)
  return (
    <>
      <Heading
        title={t.board}
        // The title says that they stand by their status.
        lead={by === 'stage' ? words.count({ n: found.total }) : t.requestGroupedBy({ total: found.total, by: t.groupingNames[by] })}
      >
        <RequestTabs group={group} current="/requests/board" />
      </Heading>
      <Views {...props} />
      <Fold title={t.filterAndSort} open={isUnusual(values) || refused?.form === 'view'}>
        <BoardFilters {...props} />
        <Form action={inGroup(group, '/requests/views')} id="view">
          <Hidden name="query" value={query} />
          <div class="filters">
            <Field name="name" label={t.nameOfThisView} maxlength={80} />
            <Check name="shared" label={t.shareWorkingGroup} />
            <Button>{t.keep}</Button>
          </div>
        </Form>
      </Fold>
      {found.total === 0 ? (
        <Empty title={isNarrowed(values) ? words.noneMatch : words.none}>
          {isNarrowed(values) ? <a href={inGroup(group, '/requests/board')}>{words.showAll}</a> : words.howMade}
        </Empty>
      ) : (
        <Columns {...props} query={query} />
      )}
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => withQuery('/requests/board', { ...values, page: to })} />
    </>
  )
}

function Views({ views, personId }: BoardProps) {
  if (views.length === 0) return null
  return (
    <ul class="links" aria-label={t.savedViews}>
      {views.map((view) => (
        <li class="row">
          <a href={`/requests/board${view.query}`}>{view.name}</a>
          {view.shared && <span class="meta">{view.personId === personId ? t.shared : t.sharedBy({ owner: view.owner })}</span>}
          {view.personId === personId && (
            <PostButton
              kind="quiet"
              action={`/requests/views/${view.id}/remove`}
              label={t.deleteView({ name: view.name })}
              text={t.remove}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Columns(props: BoardProps & { query: string }) {
  const refused = useRefused()
  const bulk = refused?.form === 'bulk' ? refused : undefined
  const { found, values, by, query } = props
  const columns = columnsOf(by, found)
  const most = Math.max(0, ...columns.flatMap(({ requests }) => requests.map(({ supporters }) => supporters)))
  return (
    <div class="boarded">
      <p class="away" id="board-keys">
        {t.howToMove}
      </p>
      <p class="away" role="status" data-said />
      <section class="columns" aria-label={t.board} data-board data-fixed={t.followsByItself}>
        {columns.map((column) => (
          <ColumnView column={column} most={most} by={by} back={`/requests/board${query}`} values={values} />
        ))}
      </section>
      <form method="post" action={`/requests/board${query}`} class="bulk" id="bulk" aria-label={t.theSelectedRequests}>
        {bulk && (
          <div class="note late" role="alert">
            {bulk.message}
          </div>
        )}
        <FormContext.Provider
          value={{ values: bulk?.typed ?? {}, prefix: 'bulk', labels: new Map(), quiet: true, ...(bulk && { refused: bulk }) }}
        >
          <BulkBar {...props} />
        </FormContext.Provider>
      </form>
      <script type="module" src={assetPath('board.js')} />
    </div>
  )
}

function ColumnView(props: { column: Column; most: number; by: Grouping; back: string; values: BoardProps['values'] }) {
  const { column, most, by, back, values } = props
  const refused = useRefused()
  const { locale } = useReader()
  const heading = `column-${column.key}`
  const more = column.count - column.requests.length
  return (
    <section class="column" aria-labelledby={heading} data-act={column.act?.name} data-value={column.act?.value} data-name={column.name}>
      <h2 class="h3" id={heading}>
        {column.name} <span class="meta">{formatNumber(locale, column.count)}</span>
      </h2>
      <ul class="cards">
        {column.requests.map((one) => (
          <CardView
            one={one}
            most={most}
            showStage={by !== 'stage'}
            movable={by !== 'kind' && one.stage !== 'merged'}
            back={back}
            ticked={[(refused?.form === 'bulk' && refused.typed.ids) || []].flat().includes(String(one.id))}
          />
        ))}
      </ul>
      <p class="meta" hidden={column.requests.length > 0}>
        {t.columnEmpty}
      </p>
      {more > 0 && (
        <a href={withQuery('/requests/board', { ...values, stage: column.key, page: undefined })}>{t.showAll({ count: column.count })}</a>
      )}
    </section>
  )
}

const BoardFilters = ({ group, choices, values, by }: BoardProps) => (
  <Filters
    action="/requests/board"
    label={words.narrow}
    values={values as Record<string, string>}
    unfolded
    hidden={{ group: group.named ? group.slug : undefined }}
  >
    <NarrowingFields choices={choices} />
    <Select name="champion" label={t.groupingNames.champion} options={optionsById(choices.members)} empty={t.anyChampion} optional />
    <Select name="order" label={words.order} options={optionsOf(words.orders, orders)} value="support" empty={false} optional />
    <Select name="by" label={t.groupBy} options={optionsOf(t.groupingNames, groupings)} value={by} empty={false} optional />
    <MoreNarrowing choices={choices} />
  </Filters>
)

const BulkField = ({ act, save, children }: { act: string; save: string; children: Child }) => (
  <div class="row">
    {children}
    <Button name="act" value={act} text={save} />
  </div>
)

/** What is done with those that are ticked: it stays in view at the foot of the window, and opens upwards. */
function BulkBar({ choices, mayRank }: BoardProps) {
  const refused = useRefused()
  return (
    <div class="row apart">
      <p>
        {t.theSelectedRequests} <output data-count class="meta" />
      </p>
      <div class="row">
        <details class="fold" open={refused?.form === 'bulk'}>
          <summary>{t.changeSelectedRequests}</summary>
          <div class="stack">
            <BulkField act="stage" save={t.setStatus}>
              <Select name="stage" label={t.groupingNames.stage} options={optionsOf(stageNames, byHand)} empty="–" optional />
              <Field name="why" label={t.reasonForSettingAside} optional />
            </BulkField>
            {placesOf(choices).map(({ act, save, ...select }) => (
              <BulkField act={act} save={save}>
                <Select {...select} optional />
              </BulkField>
            ))}
          </div>
        </details>
        <Button name="act" value="compare" text={t.compareRequests} />
        {mayRank && <Button name="act" value="rank" text={listWords.rankThese} />}
        <button type="reset" class="button quiet">
          {t.clearSelection}
        </button>
      </div>
    </div>
  )
}
