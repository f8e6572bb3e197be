import { createRoute, z } from '@hono/zod-openapi'
import { does, maybeInstant, needs, routes, says, takes } from '../lib/ui/api.ts'
import { chooseTodayMail } from './actions.ts'
import { findTodayMail, listToday } from './queries.ts'

const Today = z
  .object({
    weekly: z.boolean().openapi({ description: 'Whether the same comes by mail each Monday.' }),
    items: z.array(
      z.object({
        title: z.string(),
        meta: z.string(),
        path: z.string().openapi({ description: 'The page on this site that has its button.' }),
        until: maybeInstant(),
      }),
    ),
  })
  .openapi('Today')

/** What waits for somebody, for their programs. */
export const todayApi = routes()

todayApi.openapi(
  createRoute({ method: 'get', path: '/me/today', summary: 'What waits for me', ...needs('read'), responses: says(Today, 'All of it.') }),
  async (c) => {
    const { db, actor, gathered } = c.var
    const items = (await listToday(db, gathered.waiting, actor)).map((one) => ({ ...one, path: one.href, until: one.until ?? null }))
    return c.json(Today.parse({ weekly: (await findTodayMail(db, actor.personId ?? 0)) !== undefined, items }), 200)
  },
)

todayApi.openapi(
  createRoute({
    method: 'put',
    path: '/me/today/mail',
    summary: 'Have what waits by mail each Monday, or not',
    ...needs('write', 'will'),
    request: { body: takes(z.object({ weekly: z.boolean() })) },
    responses: does('Saved.'),
  }),
  async (c) => {
    await c.var.write((tx) => chooseTodayMail(tx, c.var.actor, c.req.valid('json').weekly))
    return c.body(null, 204)
  },
)
