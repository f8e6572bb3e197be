import { z } from '@hono/zod-openapi'
import { does, Made, makes, named, needs, pages, routes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { getGroup } from '../queries.ts'
import { addGroupAction, reopenAction, settleAction } from './actions.ts'
import { listActions } from './queries.ts'

const Action = named('Action', {
  id: z.int(),
  title: z.string(),
  note: z.string(),
  group: z.string().nullable(),
  owner: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  source: z.string().openapi({ description: 'Source of the task, like `meeting:12`. Empty if someone added it by hand.' }),
  outcome: z.string(),
})

/** What people have said that they would do. */
export const tasksApi = routes()

tasksApi.operation('listTasks', 'GET /actions', {
  summary: 'My tasks and those of my groups, next due date first',
  may: needs('read'),
  query: { state: Action.shape.state.optional(), mine: z.enum(['true', 'false']).optional() },
  answers: pages(Action, 'A page of actions.'),
  run: async ({ db, actor, query: { page, limit, state, mine } }) => {
    const found = await listActions(db, actor, { state, ownerId: mine === 'true' ? (actor.personId ?? 0) : undefined }, { page, limit })
    return { items: found.actions, pages: found.pages }
  },
})

tasksApi.operation('addTask', 'POST /groups/{group}/actions', {
  summary: 'Add a task to a group',
  may: needs('write', 'work'),
  params: { group: line(40) },
  body: {
    title: line(300).min(1),
    note: lines(5_000).default(''),
    ownerId: z.int().positive().optional(),
    dueOn: z.iso.date().optional(),
  },
  answers: makes(Made, 'Written down.', '/actions'),
  run: async ({ db, write, actor, params, body: action }) => {
    const { id: groupId } = await getGroup(db, params.group)
    return { id: await write((tx) => addGroupAction(tx, actor, { ...action, groupId })) }
  },
})

tasksApi.operation('setTaskState', 'POST /actions/{action}/state', {
  summary: 'Finish or reopen a task',
  may: needs('write', 'work'),
  body: { state: Action.shape.state, outcome: lines(2_000).default('') },
  answers: does('Done.'),
  run: ({ write, actor, params: { action }, body: { state, outcome } }) =>
    write((tx) => (state === 'open' ? reopenAction(tx, actor, action) : settleAction(tx, actor, action, state, outcome))),
})
