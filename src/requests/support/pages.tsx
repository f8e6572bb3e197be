import * as z from 'zod'
import { Invalid, missing, NotFound } from '../../errors.ts'
import { openToken } from '../../lib/token/open.ts'
import { sealToken } from '../../lib/token/seal.ts'
import { Check, Field, Form } from '../../lib/ui/form.tsx'
import { ifSent, line, many, readForm, tick, whole } from '../../lib/ui/forms.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Facts, FormSection, Heading, PostButton, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { Day, Time } from '../../lib/ui/time.tsx'
import { act, bodyOf, type C, done, idOf, onlyPages, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isHerself, mayLead } from '../../policy.ts'
import { setRequestRule } from '../actions.ts'
import { titleFor, titlesFor } from '../asked-queries.ts'
import { getCollatedGroup, type RequestGroup } from '../core/queries.ts'
import { askedGroup, inGroup } from '../group-choice.tsx'
import { RequestTabs } from '../views.tsx'
import { affirm, answerConfirmation, openAffirmation } from './actions.ts'
import { findQuestion, listAffirmations, listOpenQuestions, listSupportOf } from './queries.ts'

const t = textsOf('requests', 'support')
const { pages: words, strengths } = textsOf('requests', 'letters')

const AskForm = z.object({ name: line(100), closesOn: z.iso.date() })
const RuleForm = z.object({
  referentConfirms: ifSent(tick()),
  mergeDays: whole().refine((days) => days >= 0 && days <= 120, { error: () => t.mergeDays }),
})

const day = 86_400_000

type Question = NonNullable<Awaited<ReturnType<typeof findQuestion>>>

function AffirmationsPage(props: { group: RequestGroup; affirmations: Awaited<ReturnType<typeof listAffirmations>>; leads: boolean }) {
  const { group, affirmations, leads } = props
  return (
    <>
      <Heading title={t.affirmations} lead={t.supportIsSaidAnewEachCycle}>
        <RequestTabs group={group} current="/affirmations" />
      </Heading>
      <Things label={t.affirmations} of={affirmations} none={<Empty title={t.noneYet} />}>
        {(one) => (
          <Thing
            title={one.name}
            meta={t.openedUntilOfInstitution({
              time: <Time at={one.openedAt} style="date" />,
              day: <Day on={one.closesOn} />,
              answered: one.answered,
              asked: one.asked,
            })}
            act={<State mood={one.closedAt ? undefined : 'wait'}>{one.closedAt ? t.states.closed : t.states.open}</State>}
          />
        )}
      </Things>
      {leads && (
        <div class="columns">
          <FormSection title={t.beginOne} action={inGroup(group, '/affirmations')} id="ask">
            <Field name="name" label={t.name} hint={t.forInstanceEnhancementCycle2027} maxlength={100} />
            <Field name="closesOn" label={t.until} type="date" short />
            <Submit kind="primary">{t.askEveryInstitution}</Submit>
          </FormSection>
          <FormSection title={t.howThisGroupWorksWithRequests} action={inGroup(group, '/affirmations/rule')} id="rule">
            <Check name="referentConfirms" label={t.supportStandsOnceTheReferentHas} checked={group.referentConfirms} />
            <Field name="mergeDays" label={t.daysInWhichThoseConcernedBy} type="number" min={0} max={120} value={group.mergeDays} short />
            <Submit>{t.save}</Submit>
          </FormSection>
        </div>
      )}
    </>
  )
}

/** What a referent finds behind the link in their mail. Opening it changes nothing. */
const ConfirmPage = ({ question, token }: { question: Question; token: string }) => (
  <Titled title={words.confirmTitle({ institution: question.organisation })} lead={question.request}>
    <Facts
      items={[
        { term: question.sayer ?? '', value: question.strength && strengths[question.strength] },
        { term: '', value: question.reason },
      ].filter(({ term }) => term)}
    />
    {question.reason && <p class="prose">{question.reason}</p>}
    {question.state === 'proposed' ? (
      <div class="row">
        <PostButton kind="primary" action={`/support/${token}`} fields={{ answer: 'yes' }} text={words.confirmYes} />
        <PostButton action={`/support/${token}`} fields={{ answer: 'no' }} text={words.confirmNo} />
      </div>
    ) : (
      <p>{words.decided}</p>
    )}
  </Titled>
)

function AffirmPage(props: { question: Question; support: Awaited<ReturnType<typeof supportOf>>; token: string }) {
  const { question, support, token } = props
  const open = question.closedAt === null ? support.filter(({ affirmationId }) => affirmationId !== question.affirmationId) : []
  return (
    <Titled title={words.affirmTitle({ institution: question.organisation })} lead={question.affirmation}>
      {open.length === 0 ? (
        <p>{words.affirmNothing}</p>
      ) : (
        <>
          {question.closesOn && <p>{words.affirmLasts({ day: <Day on={question.closesOn} /> })}</p>}
          <PostButton kind="primary" action={`/support/${token}`} fields={{ answer: 'all' }} text={words.affirmAll} />
          <Form action={`/support/${token}`}>
            <fieldset class="field choices">
              <legend>{words.affirmChosen}</legend>
              {open.map((one) => (
                <label class="check">
                  <input type="checkbox" name="support" value={one.id} />
                  <span>
                    {one.title} ({strengths[one.strength]})
                  </span>
                </label>
              ))}
            </fieldset>
            <Submit name="answer" value="chosen" text={words.affirmChosen} />
          </Form>
        </>
      )}
    </Titled>
  )
}

/** What a letter asks, with what its person may know of the request today. */
async function questionOf(c: C) {
  const { db, actor, site } = c.var
  const id = openToken(site.secret, 'support', c.req.param('token') ?? '', actor.at)
  const question = id === undefined ? undefined : await findQuestion(db, id)
  if (!question || question.requestId === null) return question
  const { personId, requestId, request } = question
  return { ...question, request: await titleFor(db, personId, { id: requestId, title: request ?? '' }, actor.at) }
}

/** What an institution stands behind in the group that asks, with what the person of the letter may know of it today. */
async function supportOf({ var: { db, actor } }: C, { affirmationGroupId, organisationId, personId }: Question) {
  const support = affirmationGroupId === null ? [] : await listSupportOf(db, affirmationGroupId, organisationId)
  const requests = support.map(({ requestId, title }) => ({ id: requestId, title: `${requestId} ${title}` }))
  const titles = await titlesFor(db, personId, requests, actor.at)
  return support.map((one) => ({ ...one, title: titles.get(one.requestId) }))
}

async function showAffirmations(c: C) {
  const { db, actor } = c.var
  const group = await getCollatedGroup(db, actor, askedGroup(c))
  return c.var.page(
    t.affirmations,
    <AffirmationsPage group={group} affirmations={await listAffirmations(db, group.id)} leads={mayLead(actor, group.id)} />,
  )
}

export const supportPages = pages()
  .get('/affirmations', (c) => showAffirmations(c))
  .post('/affirmations', act('work', 'askForAffirmation', 'Ask every institution what it still supports', AskForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    if (!mayLead(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showAffirmations(c), 'ask').take(AskForm, async (typed) => {
      await write((tx) => openAffirmation(tx, actor, group.id, typed))
      return done(c, inGroup(group, '/affirmations'), t.everyInstitutionIsAskedByMail)
    })
  })
  .post('/affirmations/rule', act('work', 'setAffirmationRule', 'Set how the group works with requests', RuleForm), async (c) => {
    const { db, actor, write } = c.var
    const group = await getCollatedGroup(db, actor, askedGroup(c))
    if (!mayLead(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showAffirmations(c), 'rule').take(RuleForm, async (rule) => {
      await write((tx) => setRequestRule(tx, actor, group.id, rule))
      return done(c, inGroup(group, '/affirmations'), t.saved)
    })
  })
  // From Today, to the page behind the link in their letter.
  .get('/support/questions/:question', async (c) => {
    const { db, actor, site } = c.var
    const id = idOf(c, 'question')
    const own = isHerself(actor) ? await listOpenQuestions(db, actor.personId, actor.at) : []
    if (!own.some((one) => one.id === id)) throw new NotFound(refusals.thisLinkIsOutOfDate)
    return c.redirect(`/support/${sealToken(site.secret, 'support', id, new Date(actor.at.getTime() + day))}`, 303)
  })
  .get('/support/:token', async (c) => {
    const question = (await questionOf(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    const token = c.req.param('token')
    const support = await supportOf(c, question)
    return c.var.page(
      question.organisation,
      question.supportId === null ? <AffirmPage {...{ question, support, token }} /> : <ConfirmPage {...{ question, token }} />,
      { kind: 'bare' },
    )
  })
  .post('/support/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const { actor, write } = c.var
    const question = (await questionOf(c)) ?? missing(refusals.thisLinkIsOutOfDate)
    const { answer, support } = readForm(
      z.object({ answer: z.enum(['yes', 'no', 'all', 'chosen']), support: many(whole()) }),
      await bodyOf(c),
    )
    if (answer === 'chosen' && support.length === 0) throw new Invalid(words.affirmNone)
    await write(async (tx) => {
      if (question.supportId !== null) await answerConfirmation(tx, actor.at, 'web', question.id, answer === 'yes')
      else await affirm(tx, actor.at, 'web', question.id, answer === 'all' ? undefined : support)
    })
    return done(c, `/support/${c.req.param('token')}`, words.thanks)
  })
