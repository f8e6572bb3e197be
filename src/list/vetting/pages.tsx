import { getCookie } from 'hono/cookie'
import * as z from 'zod'
import { Invalid, missing, NotFound, refuse } from '../../errors.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { openToken } from '../../lib/token/open.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { line, lines, mailAddress, readForm, tick, whole } from '../../lib/ui/forms.ts'
import { bodyOf, type C, decideHere, done, idOf, moderatorAct, onlyPages, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findStatement, listOpenFederations, listProviders } from '../../people/queries.ts'
import { mayKeepRegister, mayOwn } from '../../policy.ts'
import { likenessesOf } from '../core/alike-queries.ts'
import { findRequest, getModeratedList } from '../core/queries.ts'
import { addEvidence, addStatement, answerVouch, askApplicant, askReferent, claimRequest, setApproval } from './actions.ts'
import { answerQuestion } from './answers-actions.ts'
import { ApplicationPage, VouchedPage, VouchPage } from './public-views.tsx'
import { findEvidence, findHostName, getCard, listEvidence, listWaiting } from './queries.ts'
import { CardPage, WaitingPage } from './views.tsx'
import { vettingWords } from './words.ts'

const t = textsOf('list', 'vettingPage')
const vouching = textsOf('list', 'vetting').vouch

const DecisionForm = z.object({
  decision: z.enum(['accept', 'reject', 'ask']),
  reason: lines(2_000).default(''),
  organisationId: whole().optional(),
  hostId: whole().optional(),
  staffPageRead: tick(),
  checkedByHand: tick(),
  /** Accepts although not everything is shown. */
  sure: tick(),
})
const ApprovalForm = z.object({ approval: z.enum(['never', 'vouched', 'recognised']) })
const ClaimForm = z.object({ take: z.enum(['yes', 'no']) })
const AdditionForm = z.object({
  /** To what the approvers have asked. */
  answer: lines(2_000).optional(),
  staffPage: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  note: lines(2_000).optional(),
  colleague: mailAddress().optional(),
})
const StatementForm = z.object({ statement: line(100) })
const AnswerForm = z.object({ answer: z.enum(['yes', 'no']) })

// Each colleague who is asked gets a mail: nobody writes to many from one network.
const additionsPerNetwork = 20
const hour = 3_600

// The one in which a provider's answer arrived.
const browserOf = (c: C): string => getCookie(c, 'rapport-flow') ?? ''
const listOf = (c: C): string => c.req.param('list') ?? ''

async function showCard(c: C) {
  const { db, actor } = c.var
  const card = await getCard(db, actor, listOf(c), idOf(c, 'request'))
  return c.var.page(card.request.name || card.request.email, <CardPage card={card} now={actor.at} mayKeep={mayKeepRegister(actor)} />)
}

/** The applicant's page by its link; undefined where the link opens nothing. */
async function readApplication(c: C) {
  const { db, actor, site } = c.var
  const token = c.req.param('token') ?? ''
  const id = openToken(site.secret, 'application', token, actor.at)
  const request = id === undefined ? undefined : await findRequest(db, id)
  return request && { request, given: await listEvidence(db, request.id), host: await findHostName(db, request), token }
}

async function showApplication(c: C) {
  const application = (await readApplication(c)) ?? missing(refusals.thisLinkIsOutOfDate)
  const locale = application.request.locale as Locale
  const statementId = c.req.query('statement') ?? ''
  const statement = statementId ? await findStatement(c.var.db, c.var.actor.at, statementId, browserOf(c)) : undefined
  return c.var.page(
    vettingWords(locale).title({ list: application.request.title }),
    <ApplicationPage
      {...application}
      locale={locale}
      providers={await listProviders(c.var)}
      institutions={(await listOpenFederations(c.var.db)).length > 0}
      stated={statement && { id: statementId, affiliations: statement.affiliations }}
    />,
    { kind: 'bare' },
  )
}

const settledPage = (c: C) => c.var.page(vouching.settled, <VouchedPage settled />, { kind: 'bare', status: 404 })

export const vettingPages = pages()
  .get('/lists/:list/requests', async (c) => {
    const { db, actor, offers } = c.var
    const list = await getModeratedList(db, actor, c.req.param('list'))
    const decided = await offers.listDecidedOf(db, actor, 'join')
    const requests = (await listWaiting(db, list.id)).filter(({ id }) => !decided.has(id))
    return c.var.page(
      t.applicationsToJoin({ title: list.title }),
      <WaitingPage list={list} requests={requests} mayOwn={mayOwn(actor, list)} now={actor.at} />,
    )
  })
  .post(
    '/lists/:list/approval',
    moderatorAct('setApprovalRules', 'Set who is accepted to a list without a person', ApprovalForm),
    async (c) => {
      const { db, write, actor } = c.var
      const list = await getModeratedList(db, actor, c.req.param('list'))
      if (!mayOwn(actor, list)) throw new NotFound(refusals.noSuchList)
      const { approval } = readForm(ApprovalForm, await bodyOf(c))
      await write((tx) => setApproval(tx, actor, list, approval))
      return done(c, `/lists/${list.name}/requests`, t.saved)
    },
  )
  .get('/lists/:list/requests/:request', (c) => showCard(c))
  .post(
    '/lists/:list/requests/:request',
    moderatorAct('decideApplication', 'Decide on an application to join', DecisionForm),
    async (c) => {
      const { write, actor } = c.var
      return refusable(c, () => showCard(c)).take(DecisionForm, async ({ decision, reason, ...rest }) => {
        if (decision === 'ask') {
          if (!reason) refuse('reason', t.enterYourQuestion)
          await write((tx) => askApplicant(tx, actor, listOf(c), idOf(c, 'request'), reason))
          return done(c, `/lists/${listOf(c)}/requests/${idOf(c, 'request')}`, t.questionSentApplicant)
        }
        const { request } = await getCard(c.var.db, actor, listOf(c), idOf(c, 'request'))
        const accept = decision === 'accept'
        return decideHere(c, {
          ...{ what: 'join', id: request.id, title: request.name || request.email },
          ...{ choice: accept ? 'yes' : 'no', reason, more: rest },
          ...{ to: `/lists/${listOf(c)}/requests`, said: accept ? t.approvedDone : t.rejectedDone },
        })
      })
    },
  )
  .post(
    '/lists/:list/requests/:request/claim',
    moderatorAct('claimJoinRequest', 'Tell other moderators that I am reviewing an application', ClaimForm),
    async (c) => {
      const { db, write, actor } = c.var
      await getModeratedList(db, actor, listOf(c))
      const { take } = readForm(ClaimForm, await bodyOf(c))
      await write((tx) => claimRequest(tx, actor, listOf(c), idOf(c, 'request'), take === 'yes'))
      return done(
        c,
        `/lists/${listOf(c)}/requests/${idOf(c, 'request')}`,
        take === 'yes' ? t.applicationTakenOther : t.applicationLeftOther,
      )
    },
  )
  .post(
    '/lists/:list/requests/:request/referents/:person',
    moderatorAct('askReferentAboutApplicant', 'Ask a referent about an applicant'),
    async (c) => {
      const { write, actor } = c.var
      await write((tx) => askReferent(tx, actor, listOf(c), idOf(c, 'request'), idOf(c, 'person')))
      return done(c, `/lists/${listOf(c)}/requests/${idOf(c, 'request')}`, t.questionSentReferent)
    },
  )

  .get('/applications/:token', (c) => showApplication(c))
  .post('/applications/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { db, write, actor, network } = c.var
    const application = (await readApplication(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    const { request, token } = application
    return refusable(c, () => showApplication(c)).take(AdditionForm, async (addition) => {
      if (!(await takeTurn(db, `evidence:${network}`, additionsPerNetwork, hour, actor.at))) throw new Invalid(refusals.thatIsALotInAn)
      const { answer, ...evidence } = addition
      await write(async (tx) => {
        if (answer) await answerQuestion(tx, actor.at, request.id, answer)
        if (!answer || Object.values(evidence).some(Boolean)) await addEvidence(tx, actor.at, request.id, evidence)
      })
      return done(c, `/applications/${token}`, vettingWords(request.locale as Locale).added)
    })
  })

  .post('/applications/:token/statement', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { write, actor } = c.var
    const application = (await readApplication(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    const { statement } = readForm(StatementForm, await bodyOf(c))
    await write((tx) => addStatement(tx, actor.at, application.request.id, statement, browserOf(c)))
    return done(c, `/applications/${application.token}`, vettingWords(application.request.locale as Locale).added)
  })

  .get('/vouch/:token', async (c) => {
    const { db, actor, site } = c.var
    const token = c.req.param('token')
    const id = openToken(site.secret, 'vouch', token, actor.at)
    const asked = id === undefined ? undefined : await findEvidence(db, id)
    if (asked?.kind !== 'vouch' || asked.answer !== null || asked.state !== 'waiting') return settledPage(c)
    const page = <VouchPage asked={asked} likenesses={await likenessesOf(db, asked)} token={token} />
    return c.var.page(vouching.title({ name: asked.name || asked.email }), page, { kind: 'bare' })
  })
  .post('/vouch/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { write, actor, site } = c.var
    const id = openToken(site.secret, 'vouch', c.req.param('token'), actor.at)
    if (id === undefined) return settledPage(c)
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    await write((tx) => answerVouch(tx, actor.at, id, answer === 'yes'))
    return c.var.page(vouching.thanks, <VouchedPage />, { kind: 'bare' })
  })
