import * as z from 'zod'
import { Invalid, NotFound } from '../errors.ts'
import { line, orNone, whole } from '../lib/ui/forms.ts'
import { act, bodyOf, type C, done, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { writingGroups } from './pages.tsx'
import { setRhythm } from './rhythm-actions.ts'
import { listRhythms } from './rhythm-queries.ts'
import { RhythmPage } from './rhythm-views.tsx'

const t = textsOf('news', 'rhythm')

const RhythmForm = z.object({ group: line(40).optional(), every: orNone(whole()), unit: z.enum(['week', 'month', 'none']) })

async function showRhythm(c: C) {
  await writingGroups(c)
  return c.var.page(t.newsletterSchedule, <RhythmPage rhythms={await listRhythms(c.var.db, c.var.actor)} />)
}

/** How often the newsletter comes. */
export const rhythmPages = pages()
  .get('/news/issues/rhythm', (c) => showRhythm(c))
  .post('/news/issues/rhythm', act('work', 'setNewsletterRhythm', 'Set how often the newsletter comes', RhythmForm), async (c) => {
    const { actor, write } = c.var
    const own = (await writingGroups(c)).groups.filter(({ mayPublish }) => mayPublish)
    const body = await bodyOf(c)
    const group = typeof body.group === 'string' ? own.find(({ slug }) => slug === body.group) : own[0]
    if (!group) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showRhythm(c), `rhythm-${group.slug}`).take(RhythmForm, async ({ every, unit }) => {
      const held = (await listRhythms(c.var.db, actor)).find(({ id }) => id === group.id)
      const kept = every === undefined ? held?.every : every
      if (unit !== 'none' && kept == null) throw new Invalid(refusals.pleaseLookAgain, { every: t.enterNumberWeeksMonths })
      const rhythm = unit === 'none' ? { every: null, unit: 'month' as const } : { every: kept ?? null, unit }
      await write((tx) => setRhythm(tx, actor, group.id, rhythm))
      return done(c, '/news/issues/rhythm', t.saved)
    })
  })
