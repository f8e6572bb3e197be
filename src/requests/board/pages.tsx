import * as z from 'zod'
import { Invalid, refuse } from '../../errors.ts'
import { formWords } from '../../lib/ui/form-words.ts'
import { ifSent, line, lines, many, orEmpty, orNone, tick, whole } from '../../lib/ui/forms.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { act, bodyOf, type C, done, doneIf, idOf, ownPath, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { mayRank } from '../../policy.ts'
import { collatorsRead, listCasesOf } from '../cases/queries.ts'
import { filterOf } from '../core/filter-queries.ts'
import { getCollatedGroup, getCollatedRequest, listByStage, listRequestChoices, listRequests, orders } from '../core/queries.ts'
import { severities, stages } from '../core/rules.ts'
import { askedGroup } from '../group-choice.tsx'
import { listSupporters } from '../support/queries.ts'
import { actOnMany, actOnOne, type Bulk, removeView, saveCard, saveView } from './actions.ts'
import { CardForm, CardPage } from './card.tsx'
import { ComparePage } from './compare.tsx'
import { groupings, listViews } from './queries.ts'
import { BoardPage } from './views.tsx'

const t = textsOf('requests', 'board')

const ViewForm = z.object({ name: line(80), query: orEmpty(line(2_000)), shared: ifSent(tick()) })

const perPage = 100
/** Of each status; the rest is a link away. */
const perColumn = 25

/** How many requests stand side by side on a wide page. */
const mostCompared = 6

const what = {
  stage: z.enum(stages).optional(),
  why: lines(500).default(''),
  personId: orNone(whole()),
  topicId: orNone(whole()),
  areaId: orNone(whole()),
  severity: orNone(z.enum(severities)),
}
const acts = ['stage', 'champion', 'topic', 'area', 'severity'] as const
const BulkForm = z.object({ ids: many(whole()), act: z.enum([...acts, 'compare', 'rank']), ...what })
/** One card: all that it says, or one thing as it was moved. */
const CardDetails = z.object({ act: z.enum([...acts, 'card']), back: line(2_200).optional(), ...what })

type What = Omit<z.output<typeof CardDetails>, 'act' | 'back'>

const said = <Value,>(field: string, value: Value | undefined): Value =>
  value === undefined ? refuse(field, formWords(languageNow()).missing) : value

function bulkOf(act: (typeof acts)[number], { stage, why, personId, topicId, areaId, severity }: What): Bulk {
  // What it is to be is said, be it nothing.
  if (act === 'champion') return { act, personId: said('personId', personId) }
  if (act === 'topic') return { act, topicId: said('topicId', topicId) }
  if (act === 'area') return { act, areaId: said('areaId', areaId) }
  if (act === 'severity') return { act, severity: said('severity', severity) }
  if (!stage) return refuse('stage', t.chooseAStatus)
  return { act: 'stage', stage, why }
}

async function inColumns(c: C, filter: Omit<Parameters<typeof listByStage>[2], 'most'>) {
  const { requests, counts } = await listByStage(c.var.db, c.var.actor, { ...filter, most: perColumn })
  return { requests, counts, total: counts.values().reduce((sum, count) => sum + count, 0), pages: 1 }
}

/** The fields of a card, for the card itself or on a page. */
async function showCard(c: C) {
  const { db, actor } = c.var
  const request = await getCollatedRequest(db, actor, idOf(c, 'request'))
  if (c.var.refused && c.req.header('hx-request')) return c.text(Object.values(c.var.refused.fields)[0] ?? c.var.refused.message, 422)
  const back = ownPath(c.req.query('back') ?? textOf(c.var.refused?.typed.back), '/requests/board')
  const props = { request, choices: await listRequestChoices(db, request.groupId, actor.at), back, stage: c.req.query('stage') }
  if (c.req.header('hx-request')) return c.html(<CardForm {...props} />)
  return c.var.page(t.detailsOf({ id: request.id }), <CardPage {...props} />)
}

const textOf = (value: string | string[] | undefined): string | undefined => [value].flat()[0]

/** @param values what narrows it down, where the address does not say it */
async function showBoard(c: C, values = c.req.query()) {
  const { db, actor } = c.var
  const group = await getCollatedGroup(db, actor, askedGroup(c))
  const page = Math.max(1, Number(values.page ?? 1) || 1)
  const by = groupings.find((one) => one === values.by) ?? 'stage'
  const order = orders.find((one) => one === values.order) ?? 'support'
  const filter = { ...filterOf(values), groupId: group.id, order }
  const [choices, views, found] = await Promise.all([
    listRequestChoices(db, group.id, actor.at),
    listViews(db, actor, group.id),
    by === 'stage' && filter.stages?.length !== 1 ? inColumns(c, filter) : listRequests(db, actor, { ...filter, page, limit: perPage }),
  ])
  const { page: _, ...kept } = values
  return c.var.page(
    t.board,
    <BoardPage
      {...{ group, choices, views, found, by, page }}
      values={kept}
      personId={actor.personId}
      mayRank={mayRank(actor, group.id)}
    />,
  )
}

export const boardPages = pages()
  .get('/requests/board', (c) => showBoard(c))
  .post('/requests/board', act('work', 'changeRequests', 'Change several requests at once', BulkForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    const back = `/requests/board${new URL(c.req.url).search}`
    return refusable(c, () => showBoard(c), 'bulk').take(BulkForm, async (typed) => {
      if (typed.act === 'compare')
        return done(
          c,
          `/requests/compare?${new URLSearchParams(typed.ids.slice(0, mostCompared).map((id) => ['id', String(id)]))}`,
          typed.ids.length > mostCompared ? t.selectedRequestsPageCompares({ ids: typed.ids.length, mostCompared }) : undefined,
        )
      if (typed.act === 'rank') {
        if (typed.ids.length === 0) throw new Invalid(t.selectLeastOneRequest, { ids: t.selectLeastOneRequest })
        return done(c, `/ballots/new?${new URLSearchParams([['group', group.slug], ...typed.ids.map((id) => ['request', String(id)])])}`)
      }
      const count = await write((tx) => actOnMany(tx, actor, group.id, typed.ids, bulkOf(typed.act as (typeof acts)[number], typed)))
      return doneIf(c, count > 0, back, t.requestsChanged({ count }))
    })
  })
  .get('/requests/:request/card', (c) => showCard(c))
  .post('/requests/:request/card', act('work', 'editCard', 'Change what the board says of a request', CardDetails), async (c) => {
    const { db, actor, write } = c.var
    const request = await getCollatedRequest(db, actor, idOf(c, 'request'))
    return refusable(c, () => showCard(c)).take(CardDetails, async ({ act: chosen, back, ...typed }) => {
      const changed = await write((tx) =>
        chosen === 'card'
          ? saveCard(tx, actor, request.id, typed)
          : actOnOne(tx, actor, request.groupId, request.id, bulkOf(chosen, typed)),
      )
      // A card that was moved stands where it was moved to.
      if (c.req.header('hx-request')) return c.body(null, 204)
      return doneIf(c, changed, `${ownPath(back, '/requests/board')}#r${request.id}`, t.requestsChanged({ count: 1 }))
    })
  })
  .get('/requests/compare', async (c) => {
    const { db, actor } = c.var
    await getCollatedGroup(db, actor, askedGroup(c))
    const ids = (c.req.queries('id') ?? []).slice(0, mostCompared).map((id) => Number(id) || 0)
    const compared = await Promise.all(
      ids.map(async (id) => ({
        request: await getCollatedRequest(db, actor, id),
        cases: await listCasesOf(db, id, collatorsRead(actor)),
        supporters: await listSupporters(db, id),
      })),
    )
    return c.var.page(t.compareRequests, <ComparePage compared={compared} />)
  })
  .post('/requests/views', act('work', 'saveBoardView', 'Save a view of the board', ViewForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    const body = await bodyOf(c)
    const narrowed = Object.fromEntries(new URLSearchParams(String(body.query ?? '')))
    return refusable(c, () => showBoard(c, narrowed), 'view').take(ViewForm, async (view) => {
      await write((tx) => saveView(tx, actor, group.id, view))
      return done(c, `/requests/board${view.query?.startsWith('?') ? view.query : ''}`, t.keptAs({ name: view.name }))
    })
  })
  .post('/requests/views/:view/remove', act('work', 'removeBoardView', 'Remove my view of the board'), async (c) => {
    await getCollatedGroup(c.var.db, c.var.actor, askedGroup(c))
    await c.var.write((tx) => removeView(tx, c.var.actor, idOf(c, 'view')))
    return done(c, '/requests/board', t.removed)
  })
