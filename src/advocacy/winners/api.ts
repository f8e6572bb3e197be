import { z } from '@hono/zod-openapi'
import { lists, makes, named, needs, routes } from '../../lib/ui/api.ts'
import { commitWinners } from './actions.ts'
import { getWinners } from './queries.ts'

const Winner = named('Winner', {
  number: z.int(),
  title: z.string(),
  cost: z.int().nullable(),
  request: z.int().nullable(),
  commitment: z.int().nullable(),
  standing: z.enum(['committed', 'promised', 'accepted', 'waiting']),
})

/** What won a ballot, and the commitments that come of it. */
export const winnersApi = routes()

winnersApi.operation('listWinners', 'GET /ballots/{ballot}/commitments', {
  summary: 'What won the last round of a cycle, and what the vendor promised of it',
  may: needs('read'),
  answers: lists(Winner, 'In the order in which they were chosen.'),
  run: async ({ db, actor, params }) => {
    const { winners } = await getWinners(db, actor, params.ballot)
    return winners.map((one) => ({ ...one, request: one.rootId, commitment: one.commitmentId ?? one.openCommitmentId }))
  },
})

winnersApi.operation('commitWinners', 'POST /ballots/{ballot}/commitments', {
  summary: 'Record what the vendor promises of the requests that won',
  may: needs('write', 'will'),
  body: {
    year: z.int().min(1990).max(2200),
    dueOn: z.iso.date().optional(),
    capacity: z.int().min(1).max(100_000).optional(),
    lines: z
      .array(
        z.object({
          number: z.int(),
          points: z.int().min(0).max(100_000),
          request: z.int().nullable().default(null).openapi({ description: 'Where the wish names none; null makes one.' }),
        }),
      )
      .min(1)
      .max(500),
  },
  answers: makes(z.object({ ids: z.array(z.int()) }), 'The ids of the commitments.', '/commitments'),
  run: async ({ write, actor, params, body: { lines, ...facts } }) => {
    const wanted = lines.map(({ number, points, request }) => ({ number, points, requestId: request }))
    return { ids: await write((tx) => commitWinners(tx, actor, params.ballot, { ...facts, lines: wanted })) }
  },
})
