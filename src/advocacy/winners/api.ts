import { createRoute, z } from '@hono/zod-openapi'
import { cut, id, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { commitWinners } from './actions.ts'
import { getWinners } from './queries.ts'

const Winner = z
  .object({
    number: z.number().int(),
    title: z.string(),
    cost: z.number().int().nullable(),
    request: z.number().int().nullable(),
    commitment: z.number().int().nullable(),
    standing: z.enum(['committed', 'promised', 'accepted', 'waiting']),
  })
  .openapi('Winner')

/** What won a ballot, and the commitments that come of it. */
export const winnersApi = routes()

winnersApi.openapi(
  createRoute({
    method: 'get',
    path: '/ballots/{ballot}/commitments',
    operationId: 'listWinners',
    summary: 'What won the last round of a cycle, and what the vendor promised of it',
    ...needs('read'),
    request: { params: z.object({ ballot: id() }), query: Paging },
    responses: says(pageOf(Winner), 'In the order in which they were chosen.'),
  }),
  async (c) => {
    const { winners } = await getWinners(c.var.db, c.var.actor, c.req.valid('param').ballot)
    const items = winners.map(({ number, title, cost, rootId, commitmentId, openCommitmentId, standing }) => ({
      ...{ number, title, cost, standing },
      request: rootId,
      commitment: commitmentId ?? openCommitmentId,
    }))
    return c.json(cut(c, c.req.valid('query'), items), 200)
  },
)

winnersApi.openapi(
  createRoute({
    method: 'post',
    path: '/ballots/{ballot}/commitments',
    operationId: 'commitWinners',
    summary: 'Record what the vendor promises of the requests that won',
    ...needs('write', 'will'),
    request: {
      params: z.object({ ballot: id() }),
      body: takes(
        z.object({
          year: z.number().int().min(1990).max(2200),
          dueOn: z.iso.date().optional(),
          capacity: z.number().int().min(1).max(100_000).optional(),
          lines: z
            .array(
              z.object({
                number: z.number().int(),
                points: z.number().int().min(0).max(100_000),
                request: z.number().int().nullable().default(null).openapi({ description: 'Where the wish names none; null makes one.' }),
              }),
            )
            .min(1)
            .max(500),
        }),
      ),
    },
    responses: makes(z.object({ ids: z.array(z.number().int()) }), 'The ids of the commitments.'),
  }),
  async (c) => {
    const { lines, ...facts } = c.req.valid('json')
    const wanted = lines.map(({ number, points, request }) => ({ number, points, requestId: request }))
    const ids = await c.var.write((tx) => commitWinners(tx, c.var.actor, c.req.valid('param').ballot, { ...facts, lines: wanted }))
    return made(c, { ids }, () => '/commitments')
  },
)
