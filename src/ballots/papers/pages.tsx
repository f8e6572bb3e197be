import * as z from 'zod'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { safeName, sendFile } from '../../lib/ui/download.ts'
import { ifSent, line, lines, many, readForm } from '../../lib/ui/forms.ts'
import { withQuery } from '../../lib/ui/paths.ts'
import { act, bodyOf, type C, done, idOf, mailed, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { onBehalfOf } from '../rules.ts'
import { readLocal } from '../zones.ts'
import { askReceipt, castPaper, giveVoice, openInnerPoll, saveDraft, saveProfile } from './actions.ts'
import type { Filled, PaperView } from './options.tsx'
import { getPaperPage, getVotership, type PaperPageData } from './queries.ts'
import { isBlank, moveRank, readPlaces, readPoints, type Vote } from './rules.ts'
import { paperSheet, readPaperSheet } from './sheet.ts'
import { PaperPage } from './views.tsx'

const t = textsOf('ballots', 'papers')
const faultTexts = textsOf('ballots', 'faults')

/** `v-NUMBER` holds the points or the place of an option; `act` is `save`, `cast`, `propose`, `more:NUMBER` and the like. */
const PaperForm = z
  .object({
    act: line(40).default(''),
    seen: line(10).default(''),
    choice: line(10).default(''),
    q: line(200).default(''),
    was: line(200).default(''),
    c: many(line(20)),
  })
  .catchall(line(40).optional())
const SheetForm = z.object({ file: z.instanceof(File).optional() })
/** `n-NUMBER` holds `must`, `want` or `no`. */
const VoiceForm = z.object({ note: lines(500).default('') }).catchall(line(10).optional())

const PollForm = z.object({ closesAt: line(30), note: lines(1_000).default('') })
const ProfileForm = z.object({ areas: ifSent(many(line(200))), size: ifSent(z.enum(['small', 'medium', 'large'])) })

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const paperOf = (c: C) => ({ ballotId: idOf(c, 'ballot'), voterId: idOf(c, 'voter') })
const pathOf = ({ ballotId, voterId }: { ballotId: number; voterId: number }): string => `/ballots/${ballotId}/papers/${voterId}`

const load = (c: C): Promise<PaperPageData> => {
  const { ballotId, voterId } = paperOf(c)
  return getPaperPage(c.var.db, c.var.actor, c.var.site.secret, ballotId, voterId)
}

function show(c: C, data: PaperPageData, filled: Filled, view: PaperView, status: 200 | 403 | 409 | 422 = 200) {
  const { message, faults } = filled
  // A motion has a form like any other; on other papers each option says what is wrong with it.
  if (message && data.ballot.form === 'yes_no')
    c.set('refused', { message, fields: { choice: faults?.['o-'] ?? message }, typed: {}, form: 'f' })
  return c.var.page(t.theBallotOf({ name: onBehalfOf(data.voter) }), <PaperPage data={data} filled={filled} view={view} />, {
    status,
    head: <script type="module" src={assetPath('ballot.js')} />,
  })
}

const voteOf = ({ draft, paper }: PaperPageData): Vote => draft?.vote ?? paper?.vote ?? {}

/** What was typed of each option, by its number, in fields that are called by it. */
const byNumber = (typed: Record<string, unknown>, field: RegExp): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) =>
      field.test(name) && (text === undefined || typeof text === 'string') ? [[name.slice(2), text ?? '']] : [],
    ),
  )

/** The vote that was typed, with what cannot be read in it. */
function readVote(
  form: PaperPageData['ballot']['form'],
  typed: Record<string, string>,
  choice: string,
): { vote: Vote; faults: Record<string, string> } {
  if (form === 'yes_no') return { vote: choice === 'yes' || choice === 'no' || choice === 'abstain' ? { choice } : {}, faults: {} }
  const numbers = new Map(
    Object.entries(typed)
      .flatMap(([number, text]) => [[number, readPoints(text)] as const])
      .filter((entry): entry is [string, number] => entry[1] !== undefined),
  )
  const faults: Record<string, string> = Object.fromEntries(
    [...numbers].filter(([, value]) => Number.isNaN(value)).map(([number]) => [`o-${number}`, faultTexts.noNumber]),
  )
  if (form === 'points') return { vote: { points: Object.fromEntries([...numbers].filter(([, value]) => value !== 0)) }, faults }
  const read = readPlaces(numbers)
  return {
    vote: { ranks: read.ranks },
    faults: { ...faults, ...Object.fromEntries(read.faults.map(({ number, problem }) => [`o-${number}`, problem])) },
  }
}

/** One step by a button: a point more or less, a place up or down. */
function step(form: PaperPageData['ballot']['form'], vote: Vote, act: string, number: string, most: number): Vote {
  if (form === 'ranks') {
    const ranks = vote.ranks ?? []
    if (act === 'up') return { ranks: moveRank(ranks, number, ranks.includes(number) ? 'up' : 'in') }
    // Below the last place there is none: it leaves the order.
    return { ranks: moveRank(ranks, number, ranks.at(-1) === number ? 'out' : 'down') }
  }
  const before = vote.points?.[number] ?? 0
  const after = Math.max(0, Math.min(most, (Number.isFinite(before) ? Math.trunc(before) : 0) + (act === 'more' ? 1 : -1)))
  const { [number]: _was, ...others } = vote.points ?? {}
  return { points: after === 0 ? others : { ...others, [number]: after } }
}

async function take(c: C): Promise<Response> {
  const ids = paperOf(c)
  const data = await load(c)
  const body = readForm(PaperForm, await bodyOf(c))
  const { ballot } = data
  const [act = 'save', number = ''] = body.act.split(':')
  const typed = byNumber(body, /^v-\d{1,6}$/)
  const { vote, faults } = act === 'propose' ? { vote: data.proposal, faults: {} } : readVote(ballot.form, typed, body.choice)
  const view: PaperView = { q: body.was || undefined }
  const query = (more: Record<string, string>) => withQuery(pathOf(ids), { q: body.q, ...more })
  if (act === 'cast') return cast(c, data, { vote, typed, faults }, view, body.seen)
  const readable: Vote = vote.points
    ? { points: Object.fromEntries(Object.entries(vote.points).filter(([, value]) => Number.isFinite(value))) }
    : vote
  const stepped = /^(less|more|up|down)$/.test(act) ? step(ballot.form, readable, act, number, ballot.most ?? ballot.budget ?? 0) : readable
  // Who looks for something on a paper that is closed has nothing to save.
  if (!data.whyNot || !/^(find|compare)$/.test(act))
    await c.var.write((tx) => saveDraft(tx, c.var.actor, ids.ballotId, ids.voterId, stepped))
  if (Object.keys(faults).length > 0)
    return show(c, await load(c), { vote: stepped, typed, faults, message: t.theRestIsSavedAsA }, view, 422)
  if (act === 'compare') return c.redirect(query({ compare: body.c.slice(0, 6).join(',') }), 303)
  if (act === 'find') return c.redirect(query({}), 303)
  if (/^(less|more|up|down)$/.test(act)) return c.redirect(`${query({ at: number })}#o-${number}`, 303)
  return done(c, query({}), act === 'propose' ? t.whatYourColleaguesSaidIsNow : t.theDraftIsSavedItIs({ hasPaper: Boolean(data.paper) }))
}

async function cast(c: C, data: PaperPageData, filled: Filled, view: PaperView, seen: string): Promise<Response> {
  const ids = paperOf(c)
  if (Object.keys(filled.faults ?? {}).length > 0)
    return show(c, data, { ...filled, message: t.nothingWasCastTheseEntriesCannot }, view, 422)
  try {
    const paper = { ...ids, vote: filled.vote, ...(/^\d+$/.test(seen) ? { seen: Number(seen) } : {}) }
    const outcome = await c.var.write((tx) => castPaper(tx, c.var.actor, c.var.site.secret, paper))
    if (outcome.state === 'late') return show(c, data, { ...filled, message: t.yourPaperCameTooLateAnd({ why: outcome.why }) }, view, 403)
    return done(c, pathOf(ids), t.theBallotIsCastWriteDown({ version: outcome.version, blank: isBlank(filled.vote) }))
  } catch (error) {
    if (error instanceof Invalid) return show(c, data, { ...filled, faults: error.fields, message: t.nothingWasCast }, view, 422)
    // Another delegate was faster: their page shows what is cast now, beside what they have typed.
    if (error instanceof Conflict) return show(c, await load(c), { ...filled, message: error.message }, view, 409)
    throw error
  }
}

export const paperPages = pages()
  .get('/ballots/:ballot/papers/:voter', async (c) => {
    const data = await load(c)
    // A letter may still lead here; there is nothing to fill in.
    if (data.ballot.state === 'called_off') return c.redirect(`/ballots/${data.ballot.id}`, 303)
    const { q, compare, at } = c.req.query()
    const view: PaperView = { ...(q ? { q } : {}), ...(at ? { at } : {}), ...(compare ? { compare: compare.split(',').slice(0, 6) } : {}) }
    return show(c, data, { vote: voteOf(data) }, view)
  })
  .post('/ballots/:ballot/papers/:voter', act('person', 'Save a draft, compare options or vote', PaperForm), take)
  .get('/ballots/:ballot/papers/:voter/sheet', async (c) => {
    const data = await load(c)
    if (!data.voter.casts || data.ballot.form === 'yes_no') throw new NotFound(t.thereIsNoSuchBallotPaper)
    const bytes = await paperSheet(data, voteOf(data))
    return sendFile(
      c,
      { name: `${safeName(`${data.ballot.title} - ${data.voter.name}`, 'ballot')}.xlsx`, type: xlsx, size: bytes.length },
      bytes,
    )
  })
  .post(
    '/ballots/:ballot/papers/:voter/sheet',
    act('person', 'Upload a completed spreadsheet as draft', SheetForm, { files: ['file'] }),
    async (c) => {
      const ids = paperOf(c)
      const data = await load(c)
      const { form } = data.ballot
      if (form === 'yes_no') throw new NotFound(t.thereIsNoSuchBallotPaper)
      const body = await bodyOf(c)
      try {
        const file = body.file instanceof File ? body.file : undefined
        if (!file || file.size === 0) throw new Invalid(t.chooseAFile, { file: t.chooseAFile })
        const known = new Set(data.options.map(({ number }) => String(number)))
        const vote = await readPaperSheet(new Uint8Array(await file.arrayBuffer()), form, known)
        await c.var.write((tx) => saveDraft(tx, c.var.actor, ids.ballotId, ids.voterId, vote))
        return done(c, pathOf(ids), t.theSheetIsNowYourDraft)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return show(c, data, { vote: voteOf(data), message: t.theSheetWasNotTaken({ message: error.message }), faults: {} }, {}, 422)
      }
    },
  )
  .post('/ballots/:ballot/papers/:voter/receipt', act('person', 'Email me the receipt of my vote'), async (c) => {
    const ids = paperOf(c)
    await c.var.write((tx) => askReceipt(tx, c.var.actor, ids))
    return done(c, pathOf(ids), t.receiptSent)
  })
  .post('/ballots/:ballot/papers/:voter/voice', act('person', 'Send my needs to the referent', VoiceForm), async (c) => {
    const ids = paperOf(c)
    await load(c)
    const body = readForm(VoiceForm, await bodyOf(c))
    const said = byNumber(body, /^n-\d{1,6}$/)
    await c.var.write((tx) => giveVoice(tx, c.var.actor, { ...ids, said, note: body.note }))
    return done(c, pathOf(ids), t.yourReferentKnowsWhatYouNeed)
  })
  .post('/ballots/:ballot/papers/:voter/poll', act('will', 'startPaperPoll', 'Start a poll of colleagues', PollForm), async (c) => {
    const ids = paperOf(c)
    const data = await load(c)
    return refusable(c, () => show(c, data, { vote: voteOf(data) }, {}, 422)).take(PollForm, async ({ closesAt, note }) => {
      const at = readLocal(closesAt, c.var.actor.zoneKnown ? c.var.actor.zone : data.ballot.zone, 'closesAt')
      await c.var.write((tx) => openInnerPoll(tx, c.var.actor, { ...ids, closesAt: at, note }))
      return done(c, pathOf(ids), mailed(c, t.yourColleaguesAreAskedByMail))
    })
  })
  .post(
    '/ballots/:ballot/papers/:voter/profile',
    act('will', 'savePaperProfile', 'Save the product areas and the size of the institution', ProfileForm),
    async (c) => {
      const ids = paperOf(c)
      await getVotership(c.var.db, c.var.actor, ids.ballotId, ids.voterId)
      const profile = readForm(ProfileForm, await bodyOf(c))
      const { size, areas } = profile
      await c.var.write((tx) => saveProfile(tx, c.var.actor, { ...ids, areas, size }))
      return done(c, pathOf(ids), t.savedYourAreasComeFirstNow)
    },
  )
