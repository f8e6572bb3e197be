import * as z from 'zod'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { line, lines, whole } from '../../lib/ui/forms.ts'
import { act, type C, done, idOf, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { groupsOf, isInGroup, mayKeepCharter } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { listNamable, readFieldFacts } from '../clauses/fields-queries.ts'
import { showCharter } from '../clauses/pages.tsx'
import { getCharterGroup, listCharterGroups } from '../clauses/queries.ts'
import { listEvidence } from '../records-queries.ts'
import { attest, endWaiver, removeAttestation, shareFinding, waive } from './actions.ts'
import { OverviewPage } from './overview-view.tsx'
import { assess, findGroupOf, getLine, readableTo } from './queries.ts'
import { LinePage, linePath } from './views.tsx'

const t = textsOf('charter', 'findingsPage')
const findingWords = textsOf('charter', 'findings')

const states = z.enum(['kept', 'at_risk', 'not_kept', 'waiting', 'waived', 'too_early', 'not_measured'])

const WaiverForm = z.object({
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  reason: lines(1_000),
  decisionId: whole().optional(),
  decisionText: lines(2_000).optional(),
  decidedOn: z.iso.date().optional(),
})
const LinkForm = z.object({ title: line(200), onDay: z.iso.date(), link: line(1_000) })
const ReadersForm = z.object({ readers: z.enum(['group', 'steering', 'public']) })

async function showLine(c: C) {
  const { db, actor } = c.var
  const line = await getLine(db, actor, idOf(c, 'line'))
  const { found, clause } = line.assessed
  const asked = Number(c.req.query('measure')) || 0
  const worst = found.find(({ finding }) => finding.state === line.assessed.state)
  const chosen = found.find(({ measure }) => measure.id === asked) ?? worst ?? found[0]
  const page = pageOf(c)
  const inGroup = mayAttest(actor, line.group.id)
  const [facts, evidence, decisions] = await Promise.all([
    readFieldFacts(db, line.group, actor.at, actor),
    chosen && line.mayRead ? listEvidence(db, actor, line.group.id, { measure: chosen.measure, lineId: clause.lineId, page }) : undefined,
    line.mayKeep ? listNamable(db, line.group.id) : [],
  ])
  return c.var.page(
    `${clause.number}, ${line.group.name}`,
    <LinePage {...{ line, facts, chosen, evidence, page, decisions, inGroup }} personId={actor.personId} today={todayOf(c.var.actor)} />,
  )
}

/** Whose clause it is; there is no form of it for who may not send it. */
async function guard(c: C, may: (actor: Actor, groupId: number) => boolean): Promise<void> {
  const groupId = await findGroupOf(c.var.db, idOf(c, 'line'))
  if (groupId === undefined || !may(c.var.actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
}

const mayAttest = (actor: Actor, groupId: number): boolean =>
  mayKeepCharter(actor, groupId) || (isInGroup(actor, groupId) && !actor.vendorSide)

/** Takes what a form of the clause's page sent; what is wrong comes back beside its field. */
async function take<S extends z.ZodType>(
  c: C,
  { form, schema, said }: { form: string; schema: S; said: string },
  perform: (tx: Tx, typed: z.output<S>) => Promise<unknown>,
) {
  await guard(c, form === 'attest' ? mayAttest : mayKeepCharter)
  return refusable(c, () => showLine(c), form).take(schema, async (typed) => {
    await c.var.write((tx) => perform(tx, typed))
    return done(c, linePath(idOf(c, 'line')), said)
  })
}

/** How a charter is kept: all clauses at a glance, and the records behind each number. */
export const findingPages = pages()
  .get('/charter/overview', async (c) => {
    const { db, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.query('group'))
    const found = await assess(db, group, actor.at)
    const clauses = found ? readableTo(actor, group, found.clauses) : []
    // Who may read nothing of it reads the charter.
    if (!found || clauses.length === 0) return showCharter(c, group)
    const asked = states.safeParse(c.req.query('state'))
    return c.var.page(
      findingWords.title,
      <OverviewPage
        {...{ group, clauses }}
        own={(await listCharterGroups(db)).filter(({ id }) => groupsOf(actor).includes(id))}
        version={found.version}
        facts={await readFieldFacts(db, group, actor.at, actor)}
        state={asked.success ? asked.data : undefined}
        mayKeep={mayKeepCharter(actor, group.id)}
      />,
    )
  })
  .get('/charter/clauses/:line', (c) => showLine(c))
  .post('/charter/clauses/:line/readers', act('work', 'setFindingReaders', 'Set who can read what a clause finds', ReadersForm), (c) =>
    take(c, { form: 'readers', schema: ReadersForm, said: t.saved }, (tx, { readers }) =>
      shareFinding(tx, c.var.actor, idOf(c, 'line'), readers),
    ),
  )
  .post('/charter/clauses/:line/waivers', act('work', 'addWaiver', 'Waive a clause for some days', WaiverForm), (c) =>
    take(c, { form: 'waive', schema: WaiverForm, said: t.clausePaused }, (tx, waiver) => waive(tx, c.var.actor, idOf(c, 'line'), waiver)),
  )
  .post('/charter/clauses/:line/links', act('work', 'addRecordedLink', 'Record something that happened elsewhere', LinkForm), (c) =>
    take(c, { form: 'attest', schema: LinkForm, said: t.linkSaved }, (tx, link) => attest(tx, c.var.actor, idOf(c, 'line'), link)),
  )
  .post('/charter/waivers/:waiver/end', act('work', 'endClauseWaiver', 'End a waiver'), async (c) => {
    const lineId = await c.var.write((tx) => endWaiver(tx, c.var.actor, idOf(c, 'waiver')))
    return done(c, linePath(lineId), t.pauseEndedClauseAppliesAgain)
  })
  .post('/charter/links/:link/remove', act('work', 'deleteRecordedLink', 'Remove a recorded link'), async (c) => {
    const lineId = await c.var.write((tx) => removeAttestation(tx, c.var.actor, idOf(c, 'link')))
    return done(c, linePath(lineId), t.removed)
  })
