import { createRoute, z } from '@hono/zod-openapi'
import { instant, needs, Paging, pageOf, pointNext, readCursor, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/texts.ts'
import { kindsToType } from './kinds-rules.ts'
import { sayHint, searchWords } from './page-words.ts'
import { countDocuments, findDocuments } from './queries.ts'

const Stretches = z
  .array(z.object({ text: z.string(), mark: z.boolean() }))
  .openapi({ description: 'A text in stretches; found words are marked.' })
const Hit = z
  .object({
    kind: z.string(),
    at: instant(),
    author: z.string(),
    title: Stretches,
    snippet: Stretches,
    path: z.string().nullable().openapi({ description: 'Its page on this site.' }),
  })
  .openapi('Hit')
const Count = z.object({ name: z.string(), count: z.number().int() })
const Counts = z
  .object({
    total: z.number().int(),
    more: z.boolean().openapi({ description: 'There may be more than were counted.' }),
    kinds: z.array(Count),
    years: z.array(Count),
    authors: z.array(Count),
    lists: z.array(Count),
    groups: z.array(Count.extend({ title: z.string() })).openapi({ description: 'By the short name of a group, as `group:` takes it.' }),
  })
  .openapi('Counts')
const Asked = z.object({
  q: line(1_000).openapi({ description: 'As typed into the search box: words, "phrases", -not, from: list: group: before: …' }),
})

/** The search box for programs: finds what the person may see. */
export const searchApi = routes()

searchApi.openapi(
  createRoute({
    method: 'get',
    path: '/search',
    operationId: 'search',
    summary: 'Search everything',
    ...needs('read', { open: true }),
    request: {
      query: Paging.extend(Asked.shape).extend({
        order: z.enum(['newest', 'best']).default('newest'),
        exact: z
          .enum(['true', 'false'])
          .default('false')
          .transform((said) => said === 'true'),
      }),
    },
    responses: says(
      pageOf(Hit).extend({ hints: z.array(z.string()), instead: z.string().nullable() }),
      'Hits; `hints` say what could not be read as asked, `instead` what was searched where that found nothing (not with `exact`).',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { q, order, cursor, limit, exact } = c.req.valid('query')
    const [at, id] = readCursor(cursor, 2) ?? []
    const after = at === undefined || id === undefined ? undefined : { at: new Date(at), id }
    const { query, hits, next, instead } = await findDocuments(db, actor, q, { order, after, limit, exact })
    const words = searchWords(actor.locale)
    const items = hits.map((hit) => Hit.parse({ ...hit, path: hit.path ?? null }))
    return c.json(
      {
        items,
        hints: query.hints.map((hint) => sayHint(words, hint, kindsToType)),
        instead: instead ? (instead.words ?? '') : null,
        next: pointNext(c, next && [next.at.getTime(), next.id]),
      },
      200,
    )
  },
)

searchApi.openapi(
  createRoute({
    method: 'get',
    path: '/search/counts',
    operationId: 'countSearchHits',
    summary: 'Number of results by type, year, author and list',
    ...needs('read', { open: true }),
    request: { query: Asked },
    responses: says(Counts, 'Counted over the newest thousand; where a phrase is in many, over those of the newest months.'),
  }),
  async (c) => c.json(Counts.parse(await countDocuments(c.var.db, c.var.actor, c.req.valid('query').q)), 200),
)
