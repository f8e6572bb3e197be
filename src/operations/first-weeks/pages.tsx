import * as z from 'zod'
import { line } from '../../lib/ui/forms.ts'
import { act, type C, done, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { reopenStep, settleStep, startNew } from './actions.ts'
import { firstWeeksPath, getFirstWeeks, getStep } from './queries.ts'
import { FirstWeeksPage } from './views.tsx'

const t = textsOf('operations', 'firstWeeks')

const SettleForm = z.object({ verdict: z.enum(['confirmed', 'skipped']), reason: line(500).default('') })

const stepOf = (c: C) => ({ group: c.req.param('group') ?? '', step: c.req.param('step') ?? '' })

async function show(c: C, slug: string | undefined) {
  return c.var.page(t.firstWeeks, <FirstWeeksPage {...(await getFirstWeeks(c.var.db, c.var.actor, slug))} />)
}

/** A coordinator's first weeks: what to bring, what to begin. */
export const firstWeeksPages = pages()
  .get('/first-weeks', (c) => show(c, c.req.query('group')))
  .post('/first-weeks/:group/start-new', act('work', 'startNew', 'Skip all steps that import something'), async (c) => {
    const slug = c.req.param('group')
    await c.var.write((tx) => startNew(tx, c.var.actor, slug))
    return done(c, firstWeeksPath({ slug }), t.startedNew)
  })
  .post('/first-weeks/:group/:step', act('work', 'confirmFirstStep', 'Confirm or skip a first step', SettleForm), async (c) => {
    const { db, write, actor } = c.var
    const at = stepOf(c)
    await getStep(db, actor, at.group, at.step)
    return refusable(c, () => show(c, at.group), `skip-${at.step}`).take(SettleForm, async (typed) => {
      await write((tx) => settleStep(tx, actor, at, typed))
      return done(c, firstWeeksPath({ slug: at.group }), typed.verdict === 'confirmed' ? t.confirmedNow : t.leftOut)
    })
  })
  .post('/first-weeks/:group/:step/reopen', act('work', 'reopenFirstStep', 'Reopen a first step'), async (c) => {
    const at = stepOf(c)
    await c.var.write((tx) => reopenStep(tx, c.var.actor, at))
    return done(c, firstWeeksPath({ slug: at.group }), t.stepReopened)
  })
