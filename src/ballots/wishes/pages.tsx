import * as z from 'zod'
import { Conflict, NotAllowed, NotFound, notAllowedIf } from '../../errors.ts'
import { type FormBody, line, lines, maybePicked, readForm, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, decideHere, done, idOf, ownPath, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { getRequest, getRequestGroup, listPicks } from '../../requests/queries.ts'
import { alikeThings } from '../../requests/rules.ts'
import { getCycle } from '../cycles/queries.ts'
import { listAbout, listAboutRequests, listPairs } from '../similar/queries.ts'
import { type Decision, decideWish, proposeRewording, submitWish, withdrawWish } from './actions.ts'
import { countWishes, getTriagedWish, getWish, listAreas, listMergeTargets, listSubmitters, listWishes } from './queries.ts'
import { whyNotSubmit, wishReasons, wishStates } from './rules.ts'
import { SubmitPage, TriagePage, WishPage } from './views.tsx'

const t = textsOf('ballots', 'wishes')

const WishForm = z.object({
  // Left empty, those of a public request.
  title: line(200).default(''),
  text: lines(10_000).default(''),
  area: line(100).default(''),
  requestId: maybePicked(),
  organisationId: whole().optional(),
})

const DecideForm = z.discriminatedUnion('to', [
  z.object({ to: z.literal('accept'), back: line(200).optional() }),
  z.object({ to: z.literal('back') }),
  z.object({ to: z.literal('merge'), into: whole(), note: lines(2_000).default(''), back: line(200).optional() }),
  z.object({ to: z.literal('set_aside'), reason: z.enum(wishReasons), note: lines(2_000).default('') }),
])

export const RewordForm = z.object({ title: line(200), text: lines(10_000), why: lines(2_000).default('') })

/** New wording for a request of a cycle; its author then says yes or no. */
export const rewordForm = act('work', 'proposeWording', 'Propose new wording for a request', RewordForm)

const AnswerForm = z.object({ rewording: whole(), agreed: z.enum(['yes', 'no']) })

async function showWish(c: C, status?: 403 | 409) {
  const { db, actor } = c.var
  const wish = await getWish(db, actor, idOf(c, 'wish'))
  const decides = wish.cycle.inGroup || wish.cycle.mayRun
  const compared = decides && !wish.cycle.frozen && (wish.state === 'submitted' || wish.state === 'accepted')
  const [targets, pairs, requests] = await Promise.all([
    decides ? listMergeTargets(db, wish.cycleId, wish.id) : [],
    compared ? listPairs(db, wish.cycle) : [],
    compared ? listAboutRequests(db, actor, wish.cycle.groupId, wish) : [],
  ])
  const likes = { requests, pairs: pairs.filter(({ one, other }) => one.id === wish.id || other.id === wish.id) }
  return c.var.page(wish.title, <WishPage {...{ wish, targets, likes }} />, { ...(status && { status }) })
}

/** Does what a form of a wish asks for; what is wrong comes back beside it. */
function takeOnWish(c: C, form: string, act: (body: FormBody) => Promise<Response>): Promise<Response> {
  return refusable(c, () => showWish(c), form).run(async (body) => {
    try {
      return await act(body)
    } catch (error) {
      if (c.var.answer || !(error instanceof Conflict || error instanceof NotAllowed)) throw error
      c.set('refused', { message: error.message, fields: {}, typed: {}, form: 'page' })
      return showWish(c, error instanceof Conflict ? 409 : 403)
    }
  })
}

async function showSubmit(c: C) {
  const { db, actor } = c.var
  const cycle = await getCycle(db, actor, idOf(c, 'cycle'))
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  notAllowedIf(whyNotSubmit(cycle, actor.at))
  const group = await getRequestGroup(db, actor, { id: cycle.groupId })
  const [institutions, areas, picks] = await Promise.all([
    listSubmitters(db, actor.personId, actor.at),
    listAreas(db, cycle.groupId),
    listPicks(db, actor, cycle.groupId),
  ])
  const asked = c.req.query('request') ?? ''
  // Its words stand in the fields, for whoever puts it forward to look at: a vote shows them to everybody.
  const request = /^\d{1,9}$/.test(asked) ? await getRequest(db, actor, Number(asked)) : undefined
  const values: Record<string, string> = request
    ? { requestId: asked, title: request.title, text: request.text, area: request.area ?? '' }
    : {}
  return c.var.page(t.putARequestForward, <SubmitPage {...{ cycle, institutions, areas, picks, values }} compared={group.mayContribute} />)
}

export const wishPages = pages()
  .get('/cycles/:cycle/submit', (c) => showSubmit(c))
  .post('/cycles/:cycle/submit', act('will', 'putRequestForward', 'Put a request forward', WishForm), async (c) => {
    if (c.var.actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showSubmit(c)).take(WishForm, async (wish) => {
      const id = await c.var.write((tx) => submitWish(tx, c.var.actor, idOf(c, 'cycle'), wish))
      return done(c, `/wishes/${id}`, t.requestPutForwardGetEmail, id)
    })
  })
  .get('/cycles/:cycle/triage', async (c) => {
    const { db, actor } = c.var
    const cycle = await getCycle(db, actor, idOf(c, 'cycle'))
    if (!cycle.inGroup && !cycle.mayRun) throw new NotFound(refusals.thereIsNoSuchPage)
    const asked = c.req.query('state')
    const state = asked === 'asked' ? asked : (wishStates.find((one) => one === asked) ?? 'submitted')
    const page = pageOf(c)
    const [found, counts, pairs] = await Promise.all([
      listWishes(db, actor, cycle, { state, page }),
      countWishes(db, actor, cycle),
      cycle.frozen ? [] : listPairs(db, cycle),
    ])
    const about = cycle.frozen || state !== 'submitted' ? [] : await listAbout(db, actor, cycle.groupId, found.wishes)
    const alike = new Map(about.flatMap(({ wishId, request }) => alikeThings([request]).map((thing) => [wishId, thing])))
    return c.var.page(t.triage, <TriagePage {...{ cycle, found, counts, pairs, alike, state, page }} />)
  })
  .get('/wishes/:wish', (c) => showWish(c))
  .post('/wishes/:wish/decide', act('work', 'triageRequest', 'Decide on a request in triage', DecideForm), async (c) => {
    const { to: form } = await bodyOf(c)
    return takeOnWish(c, String(form), async (body) => {
      const { title } = await getTriagedWish(c.var.db, c.var.actor, idOf(c, 'wish'))
      const decision = readForm(DecideForm, body)
      await c.var.write((tx) => decideWish(tx, c.var.actor, idOf(c, 'wish'), decision as Decision))
      const back = 'back' in decision ? decision.back : undefined
      const said = decision.to === 'back' ? t.decisionUndoneRequestWaits : t.decisionSavedAuthorGetsEmail({ title })
      return done(c, ownPath(back, `/wishes/${idOf(c, 'wish')}`), said)
    })
  })
  .post('/wishes/:wish/reword', rewordForm, (c) =>
    takeOnWish(c, 'reword', async (body) => {
      const words = readForm(RewordForm, body)
      await c.var.write((tx) => proposeRewording(tx, c.var.actor, idOf(c, 'wish'), words))
      return done(c, `/wishes/${idOf(c, 'wish')}`, t.newWordingProposedAuthorGets)
    }),
  )
  .post('/wishes/:wish/answer', act('will', 'answerWording', 'Accept or decline new wording for my request', AnswerForm), (c) =>
    takeOnWish(c, 'page', async (body) => {
      const { mine, rewordings, title } = await getWish(c.var.db, c.var.actor, idOf(c, 'wish'))
      if (!mine || rewordings.length === 0) throw new NotFound(t.proposalNotFound)
      const { rewording, agreed } = readForm(AnswerForm, body)
      // One of another request is not theirs to answer here.
      if (!rewordings.some(({ id }) => id === rewording)) throw new NotFound(t.proposalNotFound)
      const said = agreed === 'yes' ? t.newWordingAccepted : t.newWordingDeclinedTextStays
      const to = `/wishes/${idOf(c, 'wish')}`
      return decideHere(c, { what: 'rewording', id: rewording, title, choice: agreed, reason: '', to, said })
    }),
  )
  .post('/wishes/:wish/withdraw', act('will', 'withdrawFromCycle', 'Withdraw my request from a cycle'), (c) =>
    takeOnWish(c, 'page', async () => {
      await c.var.write((tx) => withdrawWish(tx, c.var.actor, idOf(c, 'wish')))
      return done(c, `/wishes/${idOf(c, 'wish')}`, t.requestWithdrawn)
    }),
  )
