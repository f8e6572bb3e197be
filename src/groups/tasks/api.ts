import { createRoute, z } from '@hono/zod-openapi'
import { does, id, made, makes, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { getGroup } from '../queries.ts'
import { addGroupAction, reopenAction, settleAction } from './actions.ts'
import { listActions } from './queries.ts'

const Action = z
  .object({
    id: z.number().int(),
    title: z.string(),
    note: z.string(),
    group: z.string().nullable(),
    owner: z.string().nullable(),
    dueOn: z.iso.date().nullable(),
    state: z.enum(['open', 'done', 'dropped']),
    source: z.string().openapi({ description: 'Source of the task, like `meeting:12`. Empty if someone added it by hand.' }),
    outcome: z.string(),
  })
  .openapi('Action')

/** What people have said that they would do. */
export const tasksApi = routes()

tasksApi.openapi(
  createRoute({
    method: 'get',
    path: '/actions',
    operationId: 'listTasks',
    summary: 'My tasks and those of my groups, next due date first',
    ...needs('read'),
    request: { query: Paging.extend({ state: Action.shape.state.optional(), mine: z.enum(['true', 'false']).optional() }) },
    responses: says(pageOf(Action), 'A page of actions.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, state, mine } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listActions(db, actor, { state, ownerId: mine === 'true' ? (actor.personId ?? 0) : undefined }, { page, limit })
    return c.json(pageOf(Action).parse({ items: found.actions, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

tasksApi.openapi(
  createRoute({
    method: 'post',
    path: '/groups/{group}/actions',
    operationId: 'addTask',
    summary: 'Add a task to a group',
    ...needs('write', 'work'),
    request: {
      params: z.object({ group: line(40) }),
      body: takes(
        z.object({
          title: line(300).min(1),
          note: lines(5_000).default(''),
          ownerId: z.number().int().positive().optional(),
          dueOn: z.iso.date().optional(),
        }),
      ),
    },
    responses: makes(z.object({ id: z.number().int() }), 'Written down.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { id: groupId } = await getGroup(db, c.req.valid('param').group)
    const action = c.req.valid('json')
    return made(c, { id: await write((tx) => addGroupAction(tx, actor, { ...action, groupId })) }, () => '/actions')
  },
)

tasksApi.openapi(
  createRoute({
    method: 'post',
    path: '/actions/{action}/state',
    operationId: 'setTaskState',
    summary: 'Finish or reopen a task',
    ...needs('write', 'work'),
    request: {
      params: z.object({ action: id() }),
      body: takes(z.object({ state: Action.shape.state, outcome: lines(2_000).default('') })),
    },
    responses: does('Done.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { state, outcome } = c.req.valid('json')
    const { action } = c.req.valid('param')
    await write((tx) => (state === 'open' ? reopenAction(tx, actor, action) : settleAction(tx, actor, action, state, outcome)))
    return c.body(null, 204)
  },
)
