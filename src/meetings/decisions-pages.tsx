import * as z from 'zod'
import { ifFound } from '../errors.ts'
import { reviewDecision, supersedeDecision } from '../groups/actions.ts'
import { findAsked, getDecision, getKeptDecision, listDecisions, mostDecisions } from '../groups/queries.ts'
import { dayCell, type SheetCell } from '../lib/sheet/write.ts'
import { sendTable, type TableFile } from '../lib/ui/download.ts'
import { type FormBody, readForm, whole } from '../lib/ui/forms.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { type C, done, idOf, pageOf, pages, refusable, twin } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { getMeeting } from './core/queries.ts'
import { DecisionPage, DecisionsPage, type ListedDecision, stateOf } from './decisions-views.tsx'
import { findApproved } from './minutes/queries.ts'
import { saidAround } from './minutes/rules.ts'
import { pageWords } from './page-words.ts'

const t = textsOf('meetings', 'decisions')

const words = textsOf('meetings', 'pages').register

const states = z.enum(['standing', 'review', 'superseded', 'all'])

/** Which decisions are asked for: the same ones of the page and of its files. */
async function askedOf(c: C) {
  const asked = states.safeParse(c.req.query('state'))
  const q = c.req.query('q')?.trim().slice(0, 100) || undefined
  return { state: asked.success ? asked.data : 'all', q, group: await findAsked(c.var.db, c.req.query('group')) }
}

/** What the page lists, all pages of it, as a table to take along. */
async function tableOf(c: C): Promise<TableFile> {
  const { db, actor } = c.var
  const { group, ...asked } = await askedOf(c)
  const { decisions } = await listDecisions(db, actor, { ...asked, groupId: group?.id, page: 1, limit: mostDecisions })
  const { columns } = t
  const cells: [head: string, of: (one: ListedDecision) => SheetCell][] = [
    [columns.number, ({ number }) => `D-${number}`],
    [columns.group, ({ host }) => host],
    [columns.decision, ({ text }) => text],
    [columns.reason, ({ rationale }) => sayKept(rationale)],
    [words.decidedOn, ({ decidedOn }) => dayCell(decidedOn)],
    [words.at, ({ meetingTitle }) => meetingTitle],
    [words.which, stateOf],
    [words.by, ({ laterNumber }) => laterNumber && `D-${laterNumber}`],
    [words.lookAgainOn, ({ reviewOn }) => dayCell(reviewOn)],
    [columns.votesFor, ({ votesFor }) => votesFor],
    [columns.votesAgainst, ({ votesAgainst }) => votesAgainst],
    [columns.abstained, ({ abstained }) => abstained],
  ]
  const title = pageWords(actor.locale).decisions
  return {
    ...{ name: 'decisions', title: group ? `${title}: ${group.name}` : title, sheet: title },
    heads: cells.map(([head]) => head),
    rows: decisions.map((one) => cells.map(([, of]) => of(one))),
  }
}

async function show(c: C) {
  const { db, actor } = c.var
  const decision = await getDecision(db, actor, idOf(c, 'decision'))
  const meeting = decision.meetingSlug ? await ifFound(getMeeting(db, actor, decision.meetingSlug)) : undefined
  const minutes = meeting && (await findApproved(db, meeting))
  return c.var.page(
    pageWords(actor.locale).register.decision({ n: decision.number }),
    <DecisionPage decision={decision} around={minutes && saidAround(minutes, decision.number)} />,
  )
}

async function take(c: C, said: string, act: (body: FormBody, id: number) => Promise<void>) {
  const id = idOf(c, 'decision')
  return refusable(c, () => show(c)).run(async (body) => {
    await act(body, id)
    return done(c, `/decisions/${id}`, said)
  })
}

export const decisionPages = pages()
  .get('/decisions', async (c) => {
    const { db, actor } = c.var
    const { state, q, group } = await askedOf(c)
    const page = pageOf(c)
    return c.var.page(
      pageWords(actor.locale).decisions,
      <DecisionsPage {...(await listDecisions(db, actor, { state, q, page, groupId: group?.id }))} {...{ state, q, page, group }} />,
    )
  })
  .get('/decisions/export.csv', async (c) => sendTable(c, 'csv', await tableOf(c)))
  .get('/decisions/export.xlsx', async (c) => sendTable(c, 'xlsx', await tableOf(c)))
  .get('/decisions/:decision', (c) => show(c))
  .post('/decisions/:decision/review', twin('will', 'POST /decisions/{decision}/review'), (c) =>
    take(c, t.reviewed, async (body, id) => {
      await getKeptDecision(c.var.db, c.var.actor, id)
      const { reviewOn } = readForm(z.object({ reviewOn: z.iso.date().optional() }), body)
      return c.var.write((tx) => reviewDecision(tx, c.var.actor, id, reviewOn ?? null))
    }),
  )
  .post('/decisions/:decision/supersede', twin('will', 'POST /decisions/{decision}/supersede'), (c) =>
    take(c, t.decisionReplaced, async (body, id) => {
      await getKeptDecision(c.var.db, c.var.actor, id)
      const { byNumber } = readForm(z.object({ byNumber: whole().pipe(z.number().max(1_000_000)) }), body)
      return c.var.write((tx) => supersedeDecision(tx, c.var.actor, id, byNumber))
    }),
  )
