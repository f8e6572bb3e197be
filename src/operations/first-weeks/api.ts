import { createRoute, z } from '@hono/zod-openapi'
import { does, needs, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { reopenStep, settleStep } from './actions.ts'
import { listFirstWeeks } from './queries.ts'

const Step = z
  .object({
    group: z.string(),
    step: z.string(),
    title: z.string(),
    state: z.enum(['open', 'done', 'confirmed', 'skipped']),
    done: z.string().nullable().openapi({ description: 'What the record says.' }),
    evidence: z.string().nullable().openapi({ description: 'The page on this site that shows it.' }),
    reason: z.string(),
    sheet: z.array(z.object({ what: z.string(), count: z.number().int() })).openapi({ description: 'What it has come to, in numbers.' }),
    undo: z.string().nullable().openapi({ description: 'The page on this site that takes it back, while the step is not confirmed.' }),
  })
  .openapi('FirstStep')

/** The first weeks of a group, for programs. */
export const firstWeeksApi = routes()

firstWeeksApi.openapi(
  createRoute({
    method: 'get',
    path: '/first-weeks',
    summary: 'The first steps of my groups',
    ...needs('read'),
    responses: says(z.array(Step), 'All of them.'),
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
    return c.json(all, 200)
  },
)

firstWeeksApi.openapi(
  createRoute({
    method: 'put',
    path: '/groups/{group}/first-weeks/{step}',
    summary: 'Confirm a step, leave it out, or open it again',
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
