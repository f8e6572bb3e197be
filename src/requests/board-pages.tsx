import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import * as z from 'zod'
import { refuse } from '../errors.ts'
import { act } from '../lib/ui/acts.ts'
import { Check, Field, Select } from '../lib/ui/fields.tsx'
import { Filters, Form, FormContext, Hidden } from '../lib/ui/form.tsx'
import { formatNumber } from '../lib/ui/format.ts'
import { many, type Refused, tick, whole } from '../lib/ui/forms.ts'
import { NumberedPager, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Facts, Fold, Heading, PostButton, Section } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { Time } from '../lib/ui/time.tsx'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { actOnMany, type Bulk, removeView, saveView } from './board-actions.ts'
import { type Grouping, groupings, listViews } from './board-queries.ts'
import { collatorsRead, listCasesOf } from './cases/queries.ts'
import {
  getCollatedGroup,
  getCollatedRequest,
  type ListedRequest,
  listRequestChoices,
  listRequests,
  orders,
  type RequestGroup,
} from './core/queries.ts'
import { byHand, kindNames, severityNames, stageNames, stages } from './core/rules.ts'
import { optionsOf } from './forms.tsx'
import { usePageWords } from './page-words.ts'
import { requestPath, Stage } from './parts.tsx'
import { listSupporters } from './support/queries.ts'
import { strengthNames } from './support/rules.ts'
import { filterOf, NarrowingFields, queryOf, RequestTabs } from './views.tsx'

const t = textsOf('requests', 'board')

const ViewForm = z.object({ name: line(80), query: line(2_000).default(''), shared: tick() })

type C = Context<Env>
type Choices = Awaited<ReturnType<typeof listRequestChoices>>

const groupingNames: Record<Grouping, string> = t.groupingNames

const headingOf: Record<Grouping, (one: ListedRequest) => string> = {
  stage: (one) => stageNames[one.stage],
  area: (one) => one.area ?? t.noArea,
  topic: (one) => one.topic ?? t.noTopic,
  champion: (one) => one.champion ?? t.noChampion,
  kind: (one) => kindNames[one.kind],
  severity: (one) => (one.severity ? severityNames[one.severity] : t.noSeverity),
}

const perPage = 100

/** Is anything but everything shown? Then what narrows it down is in sight. */
const isNarrowed = ({ order, by, ...rest }: Record<string, string | undefined>): boolean =>
  Object.values(rest).some(Boolean) || Boolean(order && order !== 'support') || Boolean(by && by !== 'stage')

interface BoardProps {
  group: RequestGroup
  choices: Choices
  found: Awaited<ReturnType<typeof listRequests>>
  views: Awaited<ReturnType<typeof listViews>>
  values: Record<string, string | undefined>
  by: Grouping
  page: number
  personId: number | null
  /** Of what was to be done with those that are ticked. */
  refused?: Refused
  /** Of the view that was to be kept. */
  keeping?: Refused
}

function BoardPage(props: BoardProps) {
  const { group, found, views, values, by, page, personId, refused, keeping } = props
  // By stage: as a request goes, so that what still waits stands before what is done.
  const ordered = by === 'stage' ? found.requests.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage)) : found.requests
  const grouped = Map.groupBy(ordered, headingOf[by])
  const query = queryOf(values)
  const words = usePageWords()
  const { locale } = useReader()
  return (
    <>
      <Heading title={t.board} lead={t.requestGroupedBy({ total: found.total, by: groupingNames[by] })}>
        <RequestTabs group={group} current="/requests/board" />
      </Heading>
      {views.length > 0 && (
        <ul class="links" aria-label={t.savedViews}>
          {views.map((view) => (
            <li class="row">
              <a href={`/requests/board${view.query}`}>{view.name}</a>
              {view.shared && <span class="meta">{view.personId === personId ? t.shared : t.sharedBy({ owner: view.owner })}</span>}
              {view.personId === personId && (
                <PostButton kind="quiet" action={`/requests/views/${view.id}/remove`} label={t.deleteView({ name: view.name })}>
                  {t.remove}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Fold title={t.filterAndSort} open={isNarrowed(values) || keeping !== undefined}>
        <BoardFilters {...props} />
        <Form action="/requests/views" id="view" refused={keeping}>
          <Hidden name="query" value={query} />
          <div class="filters">
            <Field name="name" label={t.nameOfThisView} maxlength={80} />
            <Check name="shared" label={t.shareWorkingGroup} />
            <Button>{t.keep}</Button>
          </div>
        </Form>
      </Fold>
      {found.total === 0 ? (
        <Empty title={words.noneMatch}>
          <a href="/requests/board">{words.showAll}</a>
        </Empty>
      ) : (
        <form method="post" action={`/requests/board${query}`} class="stack" id="board">
          {refused && (
            <div class="note late" role="alert">
              {refused.message}
            </div>
          )}
          <Fold title={t.changeSelectedRequests} open={refused !== undefined}>
            <FormContext.Provider
              value={{ values: refused?.typed ?? {}, prefix: 'bulk', labels: new Map(), ...(refused ? { refused } : {}) }}
            >
              <BulkBar {...props} />
            </FormContext.Provider>
          </Fold>
          {[...grouped].map(([name, ones]) => (
            <Section title={name} aside={formatNumber(locale, ones.length)}>
              <Things label={name}>
                {ones.map((one) => (
                  <BoardLine one={one} by={by} ticked={refused?.typed.ids?.includes(String(one.id))} />
                ))}
              </Things>
            </Section>
          ))}
        </form>
      )}
      <NumberedPager current={page} count={found.pages} hrefFor={(to) => `/requests/board${queryOf(values, { page: String(to) })}`} />
    </>
  )
}

function BoardLine({ one, by, ticked }: { one: ListedRequest; by: Grouping; ticked?: boolean }) {
  const words = usePageWords()
  const facts: Child[] = [
    kindNames[one.kind],
    one.severity && severityNames[one.severity],
    one.area,
    one.topic,
    one.cases > 0 && words.caseCount({ n: one.cases }),
    one.supporters > 0 && words.institutions({ n: one.supporters }),
    one.musts > 0 && words.musts({ n: one.musts }),
    one.champion,
  ].filter(Boolean)
  return (
    <Thing
      title={`${one.id} ${one.title}`}
      href={requestPath(one.id)}
      tick={{ name: 'ids', value: one.id, label: t.chooseRequest({ id: one.id, title: one.title }), checked: ticked }}
      meta={facts.map((fact, at) => [at > 0 && ' · ', fact])}
      act={by !== 'stage' && <Stage stage={one.stage} />}
    />
  )
}

function BoardFilters({ choices, values, by }: BoardProps) {
  const words = usePageWords()
  return (
    <Filters action="/requests/board" label={words.narrow} values={values as Record<string, string>} unfolded>
      <NarrowingFields choices={choices} />
      <Select name="champion" label={groupingNames.champion} options={optionsOf(choices.members)} empty={t.anyChampion} optional />
      <Select
        name="order"
        label={words.order}
        options={orders.map((one) => ({ value: one, label: words.orders[one] }))}
        value="support"
        empty={false}
        optional
      />
      <Select
        name="by"
        label={t.groupBy}
        options={groupings.map((one) => ({ value: one, label: groupingNames[one] }))}
        value={by}
        empty={false}
        optional
      />
    </Filters>
  )
}

/** What is done with those that are ticked: a menu for each, one button. */
function BulkBar({ choices }: BoardProps) {
  return (
    <fieldset class="filters bulk">
      <legend class="meta">{t.theSelectedRequests}</legend>
      <Select
        name="stage"
        label={groupingNames.stage}
        options={byHand.map((one) => ({ value: one, label: stageNames[one] }))}
        empty="–"
        optional
      />
      <Field name="why" label={t.reasonForSettingAside} optional />
      <Button name="act" value="stage">
        {t.setStatus}
      </Button>
      <Select name="personId" label={groupingNames.champion} options={optionsOf(choices.members)} empty={t.noChampion} optional />
      <Button name="act" value="champion">
        {t.name}
      </Button>
      <Select name="topicId" label={groupingNames.topic} options={optionsOf(choices.topics)} empty={t.noTopic} optional />
      <Button name="act" value="topic">
        {t.setTopic}
      </Button>
      <Select name="areaId" label={groupingNames.area} options={optionsOf(choices.areas)} empty={t.noArea} optional />
      <Button name="act" value="area">
        {t.setArea}
      </Button>
      <Button name="act" value="compare">
        {t.compareRequests}
      </Button>
    </fieldset>
  )
}

/** How many requests stand side by side on a wide page. */
const mostCompared = 6

const BulkForm = z.object({
  ids: many(whole()),
  act: z.enum(['stage', 'champion', 'topic', 'area', 'compare']),
  stage: z.enum(stages).optional(),
  why: lines(500).default(''),
  personId: whole().optional(),
  topicId: whole().optional(),
  areaId: whole().optional(),
})

function bulkOf({ act, stage, why, personId, topicId, areaId }: z.output<typeof BulkForm>): Bulk {
  if (act === 'champion') return { act, personId }
  if (act === 'topic') return { act, topicId }
  if (act === 'area') return { act, areaId }
  if (!stage) return refuse('stage', t.chooseAStatus)
  return { act: 'stage', stage, why }
}

interface Shown {
  refused?: Refused
  keeping?: Refused
  /** What narrows it down, where the address does not say it. */
  values?: Record<string, string>
}

async function showBoard(c: C, { refused, keeping, values = c.req.query() }: Shown = {}) {
  const { db, actor } = c.var
  const group = await getCollatedGroup(db, actor)
  const page = Math.max(1, Number(values.page ?? 1) || 1)
  const by = groupings.find((one) => one === values.by) ?? 'stage'
  const order = orders.find((one) => one === values.order) ?? 'support'
  const [choices, views, found] = await Promise.all([
    listRequestChoices(db, group.id),
    listViews(db, actor, group.id),
    listRequests(db, actor, { ...filterOf(values), groupId: group.id, page, order, limit: perPage }),
  ])
  const { page: _, ...kept } = values
  return c.var.page({
    title: t.board,
    status: refused || keeping ? 422 : 200,
    children: <BoardPage {...{ group, choices, views, found, by, page, refused, keeping }} values={kept} personId={actor.personId} />,
  })
}

function ComparePage({
  compared,
}: {
  compared: {
    request: Awaited<ReturnType<typeof getCollatedRequest>>
    cases: Awaited<ReturnType<typeof listCasesOf>>
    supporters: Awaited<ReturnType<typeof listSupporters>>
  }[]
}) {
  const [first, ...others] = compared
  return (
    <>
      <Heading title={t.compareRequests} meta={<a href="/requests/board">{t.board}</a>} />
      {compared.length < 2 && <Empty title={t.tickAtLeastTwoRequestsOn} />}
      <div class="side-by-side">
        {compared.map(({ request, cases, supporters }) => (
          <section class="stack">
            <h2 class="h3">
              <a href={requestPath(request.id)}>
                {request.id} {request.title}
              </a>
            </h2>
            <Facts
              items={[
                { term: groupingNames.stage, value: <Stage stage={request.stage} /> },
                { term: groupingNames.area, value: request.area },
                { term: groupingNames.topic, value: request.topic },
                { term: t.since, value: <Time at={request.createdAt} style="date" /> },
                { term: t.userCases, value: cases.length },
                { term: t.institutions, value: supporters.filter(({ strength }) => strength !== 'not_for_us').length },
              ]}
            />
            <div class="prose">{renderMarkdown(request.text || `*${usePageWords().record.noText}*`)}</div>
            {cases.length > 0 && (
              <ul class="links">
                {cases.map((one) => (
                  <li>
                    <a href={`/cases/${one.id}`}>{one.title}</a> <span class="meta">{one.organisation}</span>
                  </li>
                ))}
              </ul>
            )}
            {supporters.length > 0 && (
              <ul class="links">
                {supporters.map((one) => (
                  <li>
                    {one.organisation} <span class="meta">{strengthNames[one.strength]}</span>
                  </li>
                ))}
              </ul>
            )}
            {first && request.id !== first.request.id && others.length > 0 && (
              <div class="row">
                <Button href={`${requestPath(request.id)}/merge?into=${first.request.id}`}>
                  {t.mergeIntoRequest({ id: first.request.id })}
                </Button>
              </div>
            )}
          </section>
        ))}
      </div>
    </>
  )
}

export const boardPages = pages()
  .get('/requests/board', (c) => showBoard(c))
  .post('/requests/board', act('work', 'changeRequests', 'Change several requests at once', BulkForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor)
    const back = `/requests/board${new URL(c.req.url).search}`
    return refusable(c, (refused) => showBoard(c, { refused })).take(BulkForm, async (typed) => {
      if (typed.act === 'compare')
        return done(
          c,
          `/requests/compare?${new URLSearchParams(typed.ids.slice(0, mostCompared).map((id) => ['id', String(id)]))}`,
          typed.ids.length > mostCompared ? t.selectedRequestsPageCompares({ ids: typed.ids.length, mostCompared }) : undefined,
        )
      const count = await write((tx) => actOnMany(tx, actor, group.id, typed.ids, bulkOf(typed)))
      return done(c, back, t.requestsChanged({ count }))
    })
  })
  .get('/requests/compare', async (c) => {
    const { db, actor } = c.var
    await getCollatedGroup(db, actor)
    const ids = (c.req.queries('id') ?? []).slice(0, mostCompared).map((id) => Number(id) || 0)
    const compared = await Promise.all(
      ids.map(async (id) => ({
        request: await getCollatedRequest(db, actor, id),
        cases: await listCasesOf(db, id, collatorsRead(actor)),
        supporters: await listSupporters(db, id),
      })),
    )
    return c.var.page({ title: t.compareRequests, children: <ComparePage compared={compared} /> })
  })
  .post('/requests/views', act('work', 'saveBoardView', 'Save a view of the board', ViewForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor)
    const body = await bodyOf(c)
    return refusable(c, (keeping) =>
      showBoard(c, { keeping, values: Object.fromEntries(new URLSearchParams(String(body.query ?? ''))) }),
    ).take(ViewForm, async (view) => {
      await write((tx) => saveView(tx, actor, group.id, view))
      return done(c, `/requests/board${view.query.startsWith('?') ? view.query : ''}`, t.keptAs({ name: view.name }))
    })
  })
  .post('/requests/views/:view/remove', act('work', 'removeBoardView', 'Remove my view of the board'), async (c) => {
    await getCollatedGroup(c.var.db, c.var.actor)
    await c.var.write((tx) => removeView(tx, c.var.actor, idOf(c, 'view')))
    return done(c, '/requests/board', t.removed)
  })
