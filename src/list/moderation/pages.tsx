import * as z from 'zod'
import { readRaw } from '../../archive/queries.ts'
import { Conflict, ifFound, missing, NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { openToken } from '../../lib/token/open.ts'
import { safeName, sendFile } from '../../lib/ui/download.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { line, lines, many, orEmpty, readForm, tick } from '../../lib/ui/forms.ts'
import { bodyOf, type C, done, idOf, moderatorAct, onlyPages, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { banPages } from '../bans/pages.tsx'
import { commandPages } from '../commands/pages.tsx'
import { getModeratedList } from '../core/queries.ts'
import { invitationPages } from '../invitations/pages.tsx'
import { chainPages } from '../moderation-rules/pages.tsx'
import { noticePages } from '../notices/pages.tsx'
import { settingsPages } from '../settings/pages.tsx'
import { decideAlike, decideByNotice, decideHeld, decideSeveral, decideWriter, reopenHeld, undoDecisions } from './actions.ts'
import { claimHeld, noteHeld } from './claims-actions.ts'
import { emergencyPages } from './emergency-pages.tsx'
import { readBeginnings, readWarnings } from './hints-queries.ts'
import { countOfWriter, findNotice, findUndoable, getHeld, listAlikeHeld, listFlooding, listHeld } from './queries.ts'
import { repliesPages } from './replies-pages.tsx'
import { decisions, manyOfOne, mostAtOnce } from './rules.ts'
import { DecidedPage, DecidePage, HeldListPage, HeldPage } from './views.tsx'

const t = textsOf('list', 'moderationPage')

/** `block` is discarded, and the address is kept out. */
const verdict = z.enum([...decisions, 'block'])
const DecisionForm = z.object({ decision: verdict, note: lines(2_000).default(''), allow: tick() })
const SeveralForm = z.object({
  decision: z.enum(decisions),
  note: lines(2_000).default(''),
  held: many(
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ).pipe(
    z
      .array(z.number())
      .min(1, { error: () => t.selectLeast1Message })
      .max(100),
  ),
})
const WriterForm = z.object({ email: line(254), decision: verdict })
const AlikeForm = z.object({ decision: verdict })
const UndoForm = z.object({ at: z.iso.datetime() })
const MemoForm = z.object({ memo: orEmpty(lines(2_000)) })
const ClaimForm = z.object({ take: z.enum(['yes', 'no']) })

/** A decision as the rules know it. */
const verdictOf = (decision: z.output<typeof verdict>) =>
  decision === 'block' ? { decision: 'discard' as const, block: true } : { decision, block: false }

const states = ['held', 'approved', 'rejected', 'discarded', 'expired'] as const
const said = t.said

const listOf = (c: C): string => c.req.param('list') ?? ''

/** What stands in the form of a decision when a saved reply is put into it: the number of the reply, and what was typed. */
const ReplyForm = z.object({ reply: line(3).default(''), note: lines(10_000).default(''), allow: tick() })
const noReply = { reply: '', note: '', allow: false }
const replyIn = async (c: C) => readForm(ReplyForm, await bodyOf(c))

async function showHeldList(c: C) {
  const { db, actor } = c.var
  const list = await getModeratedList(db, actor, listOf(c))
  const after = Number(c.req.query('after') ?? 0) || 0
  const state = states.find((one) => one === c.req.query('state')) ?? 'held'
  const found = await listHeld(db, list.id, { after, state })
  return c.var.page(
    t.heldMessages({ title: list.title }),
    <HeldListPage
      list={list}
      state={state}
      now={actor.at}
      further={after > 0}
      all={c.req.query('choose') === 'all'}
      flooding={state === 'held' ? await listFlooding(db, list.id, manyOfOne) : []}
      undoable={await findUndoable(db, list.id, actor.personId ?? 0, actor.at)}
      beginnings={state === 'held' ? await readBeginnings(db, c.var.parse, found.held) : new Map()}
      warnings={state === 'held' ? await readWarnings(db, found.held, actor.locale as Locale) : new Map()}
      {...found}
    />,
  )
}

/** For whom the writer of a mail that waits can be taken, as a sentence. */
const carefulOf = async (db: Db, held: Awaited<ReturnType<typeof getHeld>>, locale: Locale): Promise<string | undefined> =>
  held.state === 'held' ? (await readWarnings(db, [held], locale)).get(held.id) : undefined

async function showHeld(c: C, typed = noReply) {
  const { db, actor, offers } = c.var
  const list = await getModeratedList(db, actor, listOf(c))
  const held = await getHeld(db, list.id, idOf(c, 'held'))
  const message = await c.var.parse(await readRaw(db, held.rawId))
  const asked = { title: held.subject, text: message.text }
  const open = held.state === 'held'
  const alike = open ? await offers.findAlike(db, actor, list.groupId, asked) : []
  const others = open
    ? { writer: await countOfWriter(db, list.id, held.fromEmail), alike: (await listAlikeHeld(db, list.id, held.id, mostAtOnce)).length }
    : { writer: 0, alike: 0 }
  const careful = await carefulOf(db, held, actor.locale as Locale)
  return c.var.page(
    held.subject,
    <HeldPage {...{ list, held, message, alike, others, careful }} now={actor.at} me={actor.personId} typed={typed} />,
  )
}

/** The moderator whose key this is, as they stand today; undefined where the key opens nothing, or they moderate no more. */
async function keeperOf(c: C) {
  const { db, actor, site } = c.var
  const id = openToken(site.secret, 'moderate', c.req.param('token') ?? '', actor.at)
  const notice = id === undefined ? undefined : await findNotice(db, id)
  const keeper = notice && (await loadActor(db, notice.personId, actor.at, 'web'))
  return notice && keeper && { notice, keeper }
}

const outdated = (c: C) => c.var.page(t.decide, <DecidedPage />, { kind: 'bare', status: 404 })

async function showDecide(c: C, typed = noReply) {
  const { db } = c.var
  const found = await keeperOf(c)
  const list = found && (await ifFound(getModeratedList(db, found.keeper, found.notice.list)))
  if (!list) return outdated(c)
  const held = await getHeld(db, list.id, found.notice.heldId)
  const message = await c.var.parse(await readRaw(db, held.rawId))
  const at = `/decide/${c.req.param('token')}`
  const locale = found.keeper.locale as Locale
  const careful = await carefulOf(db, held, locale)
  const page = <DecidePage {...{ list, held, message, at, typed, careful, locale }} />
  return c.var.page(held.subject, page, { kind: 'bare' })
}

/** Held mail and what moderators do with it; with the rules, the settings and all else that those who look after a list open. */
export const moderationPages = pages()
  .route('/', settingsPages)
  .route('/', chainPages)
  .route('/', banPages)
  .route('/', invitationPages)
  .route('/', commandPages)
  .route('/', noticePages)
  .route('/', repliesPages)
  .route('/', emergencyPages)
  .get('/lists/:list/held', (c) => showHeldList(c))
  .post('/lists/:list/held', moderatorAct('decideSeveralHeldMails', 'Decide on several held emails', SeveralForm), async (c) => {
    const { write, actor } = c.var
    return refusable(c, () => showHeldList(c)).take(SeveralForm, async ({ held, ...decision }) => {
      const count = await write((tx) => decideSeveral(tx, actor, listOf(c), held, decision))
      const left = held.length - count
      return done(
        c,
        `/lists/${listOf(c)}/held`,
        [t.messagesDecided({ count }), ...(left > 0 ? [t.someoneHadAlreadyDecided({ left })] : [])].join(' '),
      )
    })
  })
  .post(
    '/lists/:list/held/writer',
    moderatorAct('decideHeldMailsOfWriter', 'Decide on all held emails of one writer', WriterForm),
    async (c) => {
      const { write, actor } = c.var
      return refusable(c, () => showHeldList(c), 'f').take(WriterForm, async ({ email, decision }) => {
        const count = await write((tx) => decideWriter(tx, actor, listOf(c), { email, note: '', ...verdictOf(decision) }))
        return done(c, `/lists/${listOf(c)}/held`, t.messagesDecided({ count }))
      })
    },
  )
  .post('/lists/:list/held/undo', moderatorAct('undoHeldMailDecision', 'Undo a decision on held emails', UndoForm), async (c) => {
    const { write, actor } = c.var
    return refusable(c, () => showHeldList(c), 'f').take(UndoForm, async ({ at }) => {
      const count = await write((tx) => undoDecisions(tx, actor, listOf(c), new Date(at)))
      return done(c, `/lists/${listOf(c)}/held`, t.messagesWaitAgain({ count }))
    })
  })
  .get('/lists/:list/held/:held', (c) => showHeld(c))
  // Who is to check an attachment has to have it; it is a download, whatever it says it is.
  .get('/lists/:list/held/:held/files/:file', async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, listOf(c))
    const { rawId } = await getHeld(db, list.id, idOf(c, 'held'))
    const file = (await c.var.parse(await readRaw(db, rawId))).attachments[idOf(c, 'file') - 1] ?? missing(refusals.thereIsNoSuchPage)
    return sendFile(c, { name: safeName(file.filename ?? '', 'attachment'), type: file.type, size: file.content.length }, file.content)
  })
  .post('/lists/:list/held/:held', moderatorAct('decideHeldMailReview', 'Decide on a held email', DecisionForm), async (c) => {
    const { write, actor } = c.var
    return refusable(c, () => showHeld(c)).take(DecisionForm, async ({ decision, ...rest }) => {
      await write((tx) => decideHeld(tx, actor, listOf(c), idOf(c, 'held'), { ...rest, ...verdictOf(decision) }))
      return done(c, `/lists/${listOf(c)}/held`, said[verdictOf(decision).decision])
    })
  })
  .post('/lists/:list/held/:held/reopen', moderatorAct('reopenHeldMail', 'Decide again on a held email'), async (c) => {
    await c.var.write((tx) => reopenHeld(tx, c.var.actor, listOf(c), idOf(c, 'held')))
    return done(c, `/lists/${listOf(c)}/held/${idOf(c, 'held')}`, t.messagesWaitAgain({ count: 1 }))
  })
  .post('/lists/:list/held/:held/reply', onlyPages('work', 'It puts a saved reply into the form and changes nothing.'), async (c) =>
    showHeld(c, await replyIn(c)),
  )
  .post(
    '/lists/:list/held/:held/alike',
    moderatorAct('decideHeldMailsAlike', 'Decide on all held emails like this one', AlikeForm),
    async (c) => {
      const { db, write, actor } = c.var
      await getModeratedList(db, actor, listOf(c))
      const { decision } = readForm(AlikeForm, await bodyOf(c), actor.locale)
      const count = await write((tx) => decideAlike(tx, actor, listOf(c), idOf(c, 'held'), { note: '', ...verdictOf(decision) }))
      return done(c, `/lists/${listOf(c)}/held`, t.messagesDecided({ count }))
    },
  )
  .post(
    '/lists/:list/held/:held/claim',
    moderatorAct('claimHeldMailReview', 'Tell other moderators that I am reviewing a held email', ClaimForm),
    async (c) => {
      const { write, actor } = c.var
      await getModeratedList(c.var.db, actor, listOf(c))
      const { take } = readForm(ClaimForm, await bodyOf(c))
      await write((tx) => claimHeld(tx, actor, listOf(c), idOf(c, 'held'), take === 'yes'))
      return done(
        c,
        `/lists/${listOf(c)}/held/${idOf(c, 'held')}`,
        take === 'yes' ? t.messageTakenOtherModerators : t.messageLeftOtherModerators,
      )
    },
  )
  .post('/lists/:list/held/:held/memo', moderatorAct('writeHeldMailNote', 'Add a note to a held email', MemoForm), async (c) => {
    const { write, actor } = c.var
    await getModeratedList(c.var.db, actor, listOf(c))
    return refusable(c, () => showHeld(c), 'memo').take(MemoForm, async ({ memo }) => {
      if (memo !== undefined) await write((tx) => noteHeld(tx, actor, listOf(c), idOf(c, 'held'), memo))
      return done(c, `/lists/${listOf(c)}/held/${idOf(c, 'held')}`, t.noteSaved)
    })
  })

  .get('/decide/:token', (c) => showDecide(c))
  .post('/decide/:token/reply', onlyPages('will', 'A link from a mail is its own key.'), async (c) => showDecide(c, await replyIn(c)))
  .post('/decide/:token', onlyPages('will', 'A link from a mail is its own key.'), async (c) => {
    const found = await keeperOf(c)
    if (!found) return outdated(c)
    return refusable(c, () => showDecide(c)).take(DecisionForm, async ({ decision: typed, ...rest }) => {
      const decision = { ...rest, ...verdictOf(typed) }
      try {
        await c.var.write((tx) => decideByNotice(tx, found.keeper, found.notice.id, decision))
      } catch (error) {
        // Who moderates no more, or comes late, learns that the key is spent and nothing else.
        if (error instanceof Conflict || error instanceof NotFound) return outdated(c)
        throw error
      }
      return c.var.page(t.decided, <DecidedPage said={said[decision.decision]} />, { kind: 'bare' })
    })
  })
