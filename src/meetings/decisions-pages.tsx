import * as z from 'zod'
import { ifFound } from '../errors.ts'
import { reviewDecision, supersedeDecision } from '../groups/actions.ts'
import { findAsked, getDecision, getKeptDecision, listDecisions } from '../groups/queries.ts'
import { type FormBody, readForm, whole } from '../lib/ui/forms.ts'
import { type C, done, idOf, pageOf, pages, refusable, twin } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { getMeeting } from './core/queries.ts'
import { DecisionPage, DecisionsPage } from './decisions-views.tsx'
import { findApproved } from './minutes/queries.ts'
import { saidAround } from './minutes/rules.ts'
import { pageWords } from './page-words.ts'

const t = textsOf('meetings', 'decisions')

const states = z.enum(['standing', 'review', 'superseded', 'all'])

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
    const asked = states.safeParse(c.req.query('state'))
    const state = asked.success ? asked.data : 'all'
    const q = c.req.query('q')?.trim().slice(0, 100) || undefined
    const page = pageOf(c)
    const group = await findAsked(db, c.req.query('group'))
    return c.var.page(
      pageWords(actor.locale).decisions,
      <DecisionsPage {...(await listDecisions(db, actor, { state, q, page, groupId: group?.id }))} {...{ state, q, page, group }} />,
    )
  })
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
