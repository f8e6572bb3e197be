import * as z from 'zod'
import { conflictIf, NotFound } from '../errors.ts'
import { formWords } from '../lib/ui/form-words.ts'
import { type FormBody, keeping, line, lines, orEmpty, readForm } from '../lib/ui/forms.ts'
import { languageNow } from '../lib/ui/language.ts'
import { act, type C, done, idOf, inWords, mailed, pages, refusable, twin } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { changeProposal, decideProposal, proposeForEvent, reviewProposal, tellDecisions, withdrawProposal } from './call-actions.ts'
import { getProposal, listProposals, type Proposal } from './call-queries.ts'
import { ProposalFormPage, ProposalPage, ProposalsPage } from './call-views.tsx'
import { slugOf } from './pages.tsx'
import { type Event, getArrangedEvent, getEvent } from './queries.ts'
import { whyNotChange, whyNotPropose } from './rules.ts'

const t = textsOf('events', 'call')

export const ProposalBody = z.object({
  title: line(200),
  text: lines(5_000),
  withWhom: line(300).default(''),
  minutes: z.coerce.number().int().min(5).max(240),
})
const ProposalChange = z.object(keeping(ProposalBody.shape))
const score = z.coerce.number({ error: () => formWords(languageNow()).notOffered })
const ReviewBody = z.object({ score: score.int().min(1).max(5), comment: orEmpty(lines(2_000)) })
const DecideBody = z.object({ to: z.enum(['accepted', 'waiting', 'declined']), reason: lines(2_000).default('') })

/** An event for which the actor may propose, or at whose table they sit; to others it has no proposals. */
async function concerned(c: C): Promise<Event> {
  const event = await getEvent(c.var.db, c.var.actor, slugOf(c))
  if (!event.atTable && !event.mayPropose) throw new NotFound(refusals.thereIsNoSuchPage)
  return event
}

async function showForm(c: C, event: Event, proposal?: Proposal) {
  return c.var.page(
    proposal ? t.change({ title: proposal.title }) : t.proposeSomething,
    <ProposalFormPage event={event} {...(proposal ? { proposal } : {})} />,
  )
}

async function showProposal(c: C) {
  const event = await concerned(c)
  const proposal = await getProposal(c.var.db, c.var.actor, event, idOf(c, 'proposal'))
  return c.var.page(
    proposal.title,
    <ProposalPage event={event} proposal={proposal} personId={c.var.actor.personId} today={todayOf(c.var.actor)} />,
  )
}

/** Runs a form about one proposal; what is wrong comes back on its page. */
async function take(c: C, form: string, said: string, act: (body: FormBody) => Promise<unknown>): Promise<Response> {
  const event = await concerned(c)
  await getProposal(c.var.db, c.var.actor, event, idOf(c, 'proposal'))
  return refusable(c, () => showProposal(c), form).run(async (body) => {
    const other = await act(body)
    return done(c, `/events/${event.slug}/proposals/${idOf(c, 'proposal')}`, typeof other === 'string' ? other : said)
  })
}

async function ownProposal(c: C): Promise<{ event: Event; proposal: Proposal }> {
  const event = await concerned(c)
  const proposal = await getProposal(c.var.db, c.var.actor, event, idOf(c, 'proposal'))
  if (!proposal.mine) throw new NotFound(t.proposalNotFound)
  return { event, proposal }
}

/** A proposal for the programme. */
export const proposeForEventForm = inWords(twin('will', 'POST /events/{event}/proposals'))

export const callPages = pages()
  .get('/events/:event/propose', async (c) => {
    const event = await concerned(c)
    if (!event.mayPropose) throw new NotFound(refusals.thereIsNoSuchPage)
    conflictIf(whyNotPropose(event, todayOf(c.var.actor)))
    return showForm(c, event)
  })
  .get('/events/:event/proposals', async (c) => {
    const event = await concerned(c)
    return c.var.page(
      t.proposals({ title: event.title }),
      <ProposalsPage event={event} proposals={await listProposals(c.var.db, c.var.actor, event)} today={todayOf(c.var.actor)} />,
    )
  })
  .post('/events/:event/proposals', proposeForEventForm, async (c) => {
    const event = await concerned(c)
    if (!event.mayPropose) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showForm(c, event)).take(ProposalBody, async (facts) => {
      const id = await c.var.write((tx) => proposeForEvent(tx, c.var.actor, event.slug, facts))
      return done(c, `/events/${event.slug}/proposals/${id}`, t.proposalSentWillEmail)
    })
  })
  .post('/events/:event/proposals/tell', act('work', 'sendProposalDecisions', 'Send the decisions to all who proposed'), async (c) => {
    const event = await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))
    const told = await c.var.write((tx) => tellDecisions(tx, c.var.actor, event.slug))
    return done(c, `/events/${event.slug}/proposals`, mailed(c, t.decisionsSentToPeople({ count: told })))
  })
  .get('/events/:event/proposals/:proposal', (c) => showProposal(c))
  .get('/events/:event/proposals/:proposal/edit', async (c) => {
    const { event, proposal } = await ownProposal(c)
    conflictIf(whyNotChange(proposal, event, todayOf(c.var.actor)))
    return showForm(c, event, proposal)
  })
  .post('/events/:event/proposals/:proposal', act('will', 'editProposal', 'Edit a proposal', ProposalChange), async (c) => {
    const { event, proposal } = await ownProposal(c)
    return refusable(c, () => showForm(c, event, proposal)).take(ProposalChange, async (facts) => {
      await c.var.write((tx) => changeProposal(tx, c.var.actor, event.slug, proposal.id, facts))
      return done(c, `/events/${event.slug}/proposals/${proposal.id}`, t.saved)
    })
  })
  .post('/events/:event/proposals/:proposal/withdraw', act('will', 'withdrawProposal', 'Withdraw a proposal'), (c) =>
    take(c, '', t.withdrawn, () => c.var.write((tx) => withdrawProposal(tx, c.var.actor, slugOf(c), idOf(c, 'proposal')))),
  )
  .post('/events/:event/proposals/:proposal/review', act('will', 'reviewProposal', 'Review a proposal', ReviewBody), (c) =>
    take(c, 'review', t.reviewSaved, (body) => {
      const review = readForm(ReviewBody, body)
      return c.var.write((tx) => reviewProposal(tx, c.var.actor, slugOf(c), idOf(c, 'proposal'), review))
    }),
  )
  .post('/events/:event/proposals/:proposal/decide', act('work', 'decideProposal', 'Decide about a proposal', DecideBody), (c) =>
    take(c, 'decide', t.decisionSavedSendDecisions, async (body) => {
      const decision = readForm(DecideBody, body)
      const told = await c.var.write((tx) => decideProposal(tx, c.var.actor, slugOf(c), idOf(c, 'proposal'), decision))
      return told ? t.decisionSent : undefined
    }),
  )
