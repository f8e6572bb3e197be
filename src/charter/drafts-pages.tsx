import * as z from 'zod'
import { Conflict, missing, NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { line, lines, orEmpty, typedIn, whole } from '../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { mayKeepCharter } from '../policy.ts'
import { todayOf } from '../time.ts'
import { addClause, adopt, changeClause, changeDraft, discardDraft, moveClause, removeClause } from './clauses/actions.ts'
import { listNamable, readFieldFacts } from './clauses/fields-queries.ts'
import { addOffered } from './clauses/offers-actions.ts'
import { offerClauses } from './clauses/offers-queries.ts'
import { chooseKind } from './clauses/paste-actions.ts'
import { findInForce, getVersionById, listClauses } from './clauses/queries.ts'
import { clauseKinds, longestClause } from './clauses/rules.ts'
import { charterPath } from './clauses/views.tsx'
import { draftPath } from './drafts-offers.tsx'
import { AdoptPage, ClausePage, DraftPage } from './drafts-views.tsx'
import { attachSuggested } from './measures/actions.ts'

const t = textsOf('charter', 'drafts')
const clauses = textsOf('charter', 'clausesPage')
const AroundForm = z.object({ preamble: orEmpty(lines(longestClause)), note: orEmpty(lines(2_000)) })
const HeadingForm = z.object({ heading: line(200), kind: z.enum(clauseKinds) })
const ClauseForm = z.object({ number: line(12), kind: z.enum(clauseKinds), text: lines(longestClause) })
const AddForm = ClauseForm.extend({ number: ClauseForm.shape.number.optional() })
const ChangeForm = ClauseForm.extend({ heading: orEmpty(line(200)), revision: whole().optional() })
const OfferForm = z.object({ number: line(12) })
const MoveForm = z.object({ to: z.enum(['up', 'down']) })
const AdoptForm = z.object({
  inForceOn: z.iso.date(),
  reviewOn: z.iso.date().optional(),
  decisionId: whole().optional(),
  decisionText: lines(2_000).optional(),
  decidedOn: z.iso.date().optional(),
})

/** The draft that is asked for; one that was adopted since leads nowhere. */
async function draftOf(c: C, keep: boolean) {
  const draft = await getVersionById(c.var.db, c.var.actor, idOf(c, 'draft'), { keep })
  if (draft.adoptedAt !== null) throw new NotFound(t.thisDraftIsAdoptedBeginThe)
  return draft
}

async function showDraft(c: C) {
  const { db, actor } = c.var
  const draft = await draftOf(c, false)
  const own = await listClauses(db, [draft.id], actor)
  const mayKeep = mayKeepCharter(actor, draft.groupId)
  return c.var.page(
    t.draftVersion({ number: draft.number }),
    <DraftPage
      draft={draft}
      clauses={own}
      offered={mayKeep ? await offerClauses(db, draft.group, own, actor.at) : []}
      facts={await readFieldFacts(db, draft.group, actor.at, actor)}
      mayKeep={mayKeep}
    />,
  )
}

async function showClause(c: C, theirs = false) {
  const { db, actor } = c.var
  const draft = await draftOf(c, true)
  const clause =
    (await listClauses(db, [draft.id], actor)).find(({ id }) => id === idOf(c, 'clause')) ?? missing(clauses.thereIsNoSuchClause)
  return c.var.page(
    t.edit({ number: clause.number }),
    <ClausePage {...{ draft, clause, theirs }} facts={await readFieldFacts(db, draft.group, actor.at, actor)} />,
    { status: theirs ? 409 : c.var.refused ? 422 : 200 },
  )
}

async function showAdopt(c: C) {
  const { db, actor } = c.var
  const draft = await draftOf(c, true)
  const version = await findInForce(db, draft.groupId, todayOf(actor))
  return c.var.page(
    t.adoptVersion({ number: draft.number }),
    <AdoptPage
      draft={draft}
      clauses={await listClauses(db, [draft.id], actor)}
      current={version && { version, clauses: await listClauses(db, [version.id], actor) }}
      decisions={await listNamable(db, draft.groupId)}
      facts={await readFieldFacts(db, draft.group, c.var.actor.at, c.var.actor)}
      today={todayOf(c.var.actor)}
    />,
  )
}

/** Takes what a form of the draft's page sent, for those who keep the charter; what is wrong comes back beside its field. */
async function take<S extends z.ZodType>(
  c: C,
  { form, schema, said = t.saved }: { form: string; schema: S; said?: string },
  perform: (tx: Tx, draftId: number, typed: z.output<S>) => Promise<unknown>,
) {
  const { id } = await draftOf(c, true)
  return refusable(c, () => showDraft(c), form).take(schema, async (typed) => {
    await c.var.write((tx) => perform(tx, id, typed))
    return done(c, draftPath(id), said)
  })
}

/** Writing the next version of a charter. */
export const draftPages = pages()
  .get('/charter/drafts/:draft', (c) => showDraft(c))
  .post('/charter/drafts/:draft', act('work', 'editCharterDraft', 'Change the text around the clauses of a draft', AroundForm), (c) =>
    take(c, { form: 'around', schema: AroundForm }, (tx, id, texts) => changeDraft(tx, c.var.actor, id, texts)),
  )
  .post('/charter/drafts/:draft/discard', act('work', 'discardDraft', 'Discard a draft of a charter'), async (c) => {
    const draft = await draftOf(c, true)
    await c.var.write((tx) => discardDraft(tx, c.var.actor, draft.id))
    return done(c, charterPath(draft.group.slug), t.draftDeleted)
  })
  .post(
    '/charter/drafts/:draft/measures',
    act('work', 'attachDraftMeasures', 'Attach the measures that match the text of a draft'),
    async (c) => {
      const draft = await draftOf(c, true)
      const attached = await c.var.write((tx) => attachSuggested(tx, c.var.actor, draft.id))
      return done(c, draftPath(draft.id), t.measuresAdded({ attached }))
    },
  )
  .post('/charter/drafts/:draft/headings', act('work', 'classifyDraftHeading', 'Set the topic of a heading in a draft', HeadingForm), (c) =>
    take(c, { form: 'heading', schema: HeadingForm }, (tx, id, heading) => chooseKind(tx, c.var.actor, id, heading)),
  )
  .post('/charter/drafts/:draft/clauses', act('work', 'addDraftClause', 'Add a clause to a draft', AddForm), (c) =>
    take(c, { form: 'add', schema: AddForm, said: t.added }, (tx, id, clause) => addClause(tx, c.var.actor, id, clause)),
  )
  .post(
    '/charter/drafts/:draft/offers',
    act('work', 'addOfferedClause', 'Add a clause that fits what the group has on record', OfferForm),
    (c) => take(c, { form: 'offer', schema: OfferForm, said: t.added }, (tx, id, { number }) => addOffered(tx, c.var.actor, id, number)),
  )
  .get('/charter/drafts/:draft/clauses/:clause', (c) => showClause(c))
  .post('/charter/drafts/:draft/clauses/:clause', act('work', 'editDraftClause', 'Change a clause of a draft', ChangeForm), async (c) => {
    const { id } = await draftOf(c, true)
    const body = await bodyOf(c)
    try {
      return await refusable(c, () => showClause(c)).take(ChangeForm, async ({ revision, ...changed }) => {
        await c.var.write((tx) => changeClause(tx, c.var.actor, id, idOf(c, 'clause'), changed, revision))
        return done(c, draftPath(id), t.saved)
      })
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      // The form is shown again on what the colleague wrote: saved once more, it takes that text's place knowingly.
      const { revision: _, ...typed } = typedIn(body)
      c.set('refused', { message: error.message, fields: {}, typed, path: new URL(c.req.url).pathname })
      return showClause(c, true)
    }
  })
  .post('/charter/drafts/:draft/clauses/:clause/move', act('work', 'moveDraftClause', 'Move a clause of a draft', MoveForm), (c) =>
    take(c, { form: 'move', schema: MoveForm, said: '' }, (tx, id, { to }) => moveClause(tx, c.var.actor, id, idOf(c, 'clause'), to)),
  )
  .post('/charter/drafts/:draft/clauses/:clause/remove', act('work', 'removeDraftClause', 'Remove a clause from a draft'), async (c) => {
    await c.var.write((tx) => removeClause(tx, c.var.actor, idOf(c, 'draft'), idOf(c, 'clause')))
    return done(c, draftPath(idOf(c, 'draft')), t.clauseRemoved)
  })
  .get('/charter/drafts/:draft/adopt', (c) => showAdopt(c))
  .post('/charter/drafts/:draft/adopt', act('will', 'adoptDraft', 'Adopt a draft by a decision', AdoptForm), async (c) => {
    const draft = await draftOf(c, true)
    return refusable(c, () => showAdopt(c)).take(AdoptForm, async ({ reviewOn = null, ...form }) => {
      await c.var.write((tx) => adopt(tx, c.var.actor, draft.id, { ...form, reviewOn }))
      return done(c, charterPath(draft.group.slug, draft.number), t.charterAdopted)
    })
  })
