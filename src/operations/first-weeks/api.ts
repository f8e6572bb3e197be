import { z } from '@hono/zod-openapi'
import { does, lists, named, needs, routes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { reopenStep, settleStep } from './actions.ts'
import { listFirstWeeks } from './queries.ts'

const Step = named('FirstStep', {
  group: z.string(),
  step: z.string(),
  title: z.string(),
  state: z.enum(['open', 'done', 'confirmed', 'skipped']),
  done: z.string().nullable().openapi({ description: 'What was done in this step.' }),
  evidence: z.string().nullable().openapi({ description: 'Page on this site that shows the result.' }),
  reason: z.string(),
  sheet: z.array(z.object({ what: z.string(), count: z.int() })).openapi({ description: 'Results in numbers.' }),
  undo: z.string().nullable().openapi({ description: 'Page on this site that undoes the step until it is confirmed.' }),
})

/** The first weeks of a group, for programs. */
export const firstWeeksApi = routes()

firstWeeksApi.operation('listFirstSteps', 'GET /first-weeks', {
  summary: 'The first steps of my groups',
  may: needs('read'),
  answers: lists(Step, 'All of them.'),
  run: async ({ db, actor }) => {
    const groups = await listFirstWeeks(db, actor)
    return groups.flatMap(({ group, steps }) =>
      steps.map(({ facts, sheet, ...step }) => ({
        ...step,
        group: group.slug,
        step: step.key,
        done: facts.done ?? null,
        evidence: facts.evidence ?? null,
        sheet: sheet.counts.filter(({ count }) => count > 0),
        undo: step.state === 'done' ? (sheet.undo ?? null) : null,
      })),
    )
  },
})

firstWeeksApi.operation('setFirstStep', 'PUT /groups/{group}/first-weeks/{step}', {
  summary: 'Confirm, skip or reopen a step',
  may: needs('write', 'work'),
  params: { group: line(40), step: line(40) },
  body: { state: z.enum(['confirmed', 'skipped', 'open']), reason: lines(500).default('') },
  answers: does('Saved.'),
  run: ({ write, actor, params: at, body: { state, reason } }) =>
    write((tx) => (state === 'open' ? reopenStep(tx, actor, at) : settleStep(tx, actor, at, { verdict: state, reason }))),
})
