import * as z from 'zod'
import { Invalid } from '../../errors.ts'
import { type FormBody, keeping, line, orNone, readForm, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { withSaid } from '../../lib/with-said.ts'
import { mayReadFinding } from '../../policy.ts'
import { readFieldFacts } from '../clauses/fields-queries.ts'
import { getClause } from '../clauses/queries.ts'
import { preview } from '../findings/queries.ts'
import { attachMeasure, changeMeasure, removeMeasure } from './actions.ts'
import { getMeasure, listSeries } from './queries.ts'
import { type Measure, type MeasureSaid, measuredRoles, measureKinds, tidyMeasure, whyNotMeasure } from './rules.ts'
import { ChooseKindPage, clauseHome, MeasurePage, measureFields } from './views.tsx'

const t = textsOf('charter', 'measuresPage')

const kinds = z.enum(measureKinds)

const MeasureForm = z.object({
  kind: kinds,
  subject: line(40),
  everyN: whole().optional(),
  everyUnit: z.enum(['day', 'week', 'month', 'year']).optional(),
  target: whole().optional(),
  graceDays: whole().default(0),
  role: z.enum(measuredRoles).optional(),
  seriesId: whole().optional(),
})

/** A measure that is changed: what is left out stays. Who empties the days of grace gives none. */
const MeasureChange = z.object({ ...keeping(MeasureForm.shape), graceDays: orNone(whole()) })

/** What the form sends besides: whose measure it is, and which button was pressed. */
const besides = { clause: whole().optional(), act: z.enum(['preview']).optional() }

type OfClause = Awaited<ReturnType<typeof getClause>>

const none = { everyN: null, everyUnit: null, target: null, graceDays: 0, role: null, seriesId: null }

/** What a form says of a measure, new or changed. */
function readMeasure(body: FormBody, changed: boolean): MeasureSaid {
  const { graceDays, ...said } = readForm(changed ? MeasureChange : MeasureForm, body)
  return { ...said, graceDays: graceDays === null ? 0 : graceDays }
}

interface Shown {
  clause: OfClause
  kind: Measure['kind']
  measureId?: number
  values?: Record<string, string>
  measure?: Measure
}

async function show(c: C, { clause, kind, measureId, values = {}, measure }: Shown) {
  const { db, actor } = c.var
  const group = clause.version.group
  // What is found is the group's, whoever writes the charter.
  const finding =
    measure && mayReadFinding(actor, group, 'group')
      ? await preview(db, group, clause, measure, { at: actor.at, inForceOn: clause.version.inForceOn })
      : undefined
  return c.var.page(
    t.aMeasure,
    <MeasurePage
      {...{ clause, kind, values }}
      facts={await readFieldFacts(db, group, actor.at, actor)}
      series={await listSeries(db, group.id)}
      {...(measureId === undefined ? {} : { measureId })}
      action={measureId === undefined ? '/charter/measures' : `/charter/measures/${measureId}`}
      shown={measure && finding ? { measure, finding } : undefined}
    />,
  )
}

/** Takes a measure: shows what it finds where that was asked, else keeps it. */
async function take(
  c: C,
  clause: OfClause,
  { held, ...kept }: { kind: Measure['kind']; measureId?: number; held?: Measure },
  keep: (said: MeasureSaid, measure: Measure) => Promise<unknown>,
) {
  return refusable(c, () => show(c, { clause, ...kept })).run(async (body) => {
    const said = readMeasure(body, held !== undefined)
    const measure = withSaid<Measure>(held ?? { ...none, kind: said.kind, subject: said.subject }, said)
    const problems = whyNotMeasure(measure)
    if (Object.keys(problems).length > 0) throw new Invalid(refusals.lookAgain, problems)
    if (body.act === 'preview')
      return show(c, { clause, ...kept, kind: measure.kind, values: measureFields(measure), measure: tidyMeasure(measure) })
    await keep(said, measure)
    return done(c, clauseHome(clause), t.measureSaved)
  })
}

/** What a clause is measured by: chosen, looked at, attached. */
export const measurePages = pages()
  .get('/charter/measures/new', async (c) => {
    const clause = await getClause(c.var.db, c.var.actor, Number(c.req.query('clause')) || 0, { keep: true })
    const kind = kinds.safeParse(c.req.query('kind'))
    if (!kind.success) {
      const facts = await readFieldFacts(c.var.db, clause.version.group, c.var.actor.at, c.var.actor)
      return c.var.page(t.aMeasure, <ChooseKindPage clause={clause} facts={facts} />)
    }
    return show(c, { clause, kind: kind.data })
  })
  .post('/charter/measures', act('work', 'createMeasure', 'Add a measure to a clause', MeasureForm.extend(besides)), async (c) => {
    const body = await bodyOf(c)
    const clause = await getClause(c.var.db, c.var.actor, Number(body.clause) || 0, { keep: true })
    const kind = kinds.safeParse(body.kind)
    return take(c, clause, { kind: kind.success ? kind.data : 'count' }, (_, measure) =>
      c.var.write((tx) => attachMeasure(tx, c.var.actor, clause.id, measure)),
    )
  })
  .get('/charter/measures/:measure', async (c) => {
    const { measure, clause } = await getMeasure(c.var.db, c.var.actor, idOf(c, 'measure'))
    return show(c, { clause, kind: measure.kind, measureId: measure.id, values: measureFields(measure), measure })
  })
  .post('/charter/measures/:measure', act('work', 'editMeasure', 'Change a measure', MeasureChange.extend(besides)), async (c) => {
    const { measure, clause } = await getMeasure(c.var.db, c.var.actor, idOf(c, 'measure'))
    return take(c, clause, { kind: measure.kind, measureId: measure.id, held: measure }, (said) =>
      c.var.write((tx) => changeMeasure(tx, c.var.actor, measure.id, { ...said, kind: measure.kind })),
    )
  })
  .post('/charter/measures/:measure/remove', act('work', 'deleteMeasure', 'Remove a measure'), async (c) => {
    const clause = await c.var.write((tx) => removeMeasure(tx, c.var.actor, idOf(c, 'measure')))
    return done(c, clauseHome(clause), t.measureRemoved)
  })
