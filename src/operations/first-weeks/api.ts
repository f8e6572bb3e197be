import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { reopenStep, settleStep } from './actions.ts'
import { listFirstWeeks } from './queries.ts'

const Step = z
  .object({
    group: z.string(),
    step: z.string(),
    title: z.string(),
    state: z.enum(['open', 'done', 'confirmed', 'skipped']),
    done: z.string().nullable().openapi({ description: 'What was done in this step.' }),
    evidence: z.string().nullable().openapi({ description: 'Page on this site that shows the result.' }),
    reason: z.string(),
    sheet: z.array(z.object({ what: z.string(), count: z.number().int() })).openapi({ description: 'Results in numbers.' }),
    undo: z.string().nullable().openapi({ description: 'Page on this site that undoes the step until it is confirmed.' }),
  })
  .openapi('FirstStep')

/** The first weeks of a group, for programs. */
export const firstWeeksApi = routes()

firstWeeksApi.openapi(
  createRoute({
    method: 'get',
    path: '/first-weeks',
    operationId: 'listFirstSteps',
    summary: 'The first steps of my groups',
    ...needs('read'),
    request: { query: Paging },
    responses: says(pageOf(Step), 'All of them.'),
  }),
  async (c) => {
    const groups = await listFirstWeeks(c.var.db, c.var.actor)
    const all = groups.flatMap(({ group, steps }) =>
      steps.map(({ key, title, state, facts, reason, sheet }) =>
        Step.parse({
          ...{ group: group.slug, step: key, title, state, done: facts.done ?? null, evidence: facts.evidence ?? null, reason },
          ...{ sheet: sheet.counts.filter(({ count }) => count > 0), undo: state === 'done' ? (sheet.undo ?? null) : null },
        }),
      ),
    )
    return c.json(cut(c, c.req.valid('query'), all), 200)
  },
)

firstWeeksApi.openapi(
  createRoute({
    method: 'put',
    path: '/groups/{group}/first-weeks/{step}',
    operationId: 'setFirstStep',
    summary: 'Confirm, skip or reopen a step',
    ...needs('write', 'work'),
    request: {
      params: z.object({ group: line(40), step: line(40) }),
      body: takes(z.object({ state: z.enum(['confirmed', 'skipped', 'open']), reason: lines(500).default('') })),
    },
    responses: does('Saved.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const at = c.req.valid('param')
    const { state, reason } = c.req.valid('json')
    await write((tx) => (state === 'open' ? reopenStep(tx, actor, at) : settleStep(tx, actor, at, { verdict: state, reason })))
    return c.body(null, 204)
  },
)
