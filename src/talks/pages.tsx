import type { Context } from 'hono'
import * as z from 'zod'
import { Invalid, NotFound } from '../errors.ts'
import { readFileBytes } from '../files/queries.ts'
import { findReadyUpload } from '../files/uploads/queries.ts'
import { renderPdf } from '../print/pdf.ts'
import { assetPath } from '../ui/assets.ts'
import { sendFile } from '../ui/download.ts'
import type { Locale } from '../ui/format.ts'
import { type FormBody, readForm, refusedForm, type Typed, whole } from '../ui/forms.ts'
import { bodyOf, done, type Env, pages } from '../ui/web.tsx'
import { changeTalk, decideTalk, proposeTalk, setRecording } from './actions.ts'
import { sayOwnConsent } from './consent/actions.ts'
import { DeskPage, TalkFormPage, TalkTools } from './desk-views.tsx'
import { talksFeed } from './feed.ts'
import { certificateOf } from './mails.ts'
import { showWords } from './page-words.ts'
import {
  countHeldSlides,
  findSpeaker,
  getKeptTalk,
  getSource,
  getTalk,
  listChapters,
  listFeedTalks,
  listSlots,
  listTalkFiles,
  listTalkGroups,
  listTalks,
  listTalkYears,
  type Talk,
  talkViews,
} from './queries.ts'
import { readChapters, readClock } from './rules.ts'
import { listSessions } from './sessions/queries.ts'
import { addSlides, removeSlides } from './slides/actions.ts'
import { giveSlot, takeSlot, withdrawTalk } from './slots/actions.ts'
import { addSpeaker, removeSpeaker } from './speakers/actions.ts'
import { TalkPage, TalksPage } from './views.tsx'

const facts = {
  title: z.string().max(200),
  abstract: z.string().max(5_000),
  minutes: z.coerce.number().int().min(5).max(240),
  language: z.enum(['en', 'de', 'fr', 'es']),
  visibility: z.enum(['public', 'subscribers', 'group']),
}
const ProposeForm = z.object({ ...facts, group: z.string().max(60), message: whole().optional() })
const ChangeForm = z.object(facts)
const DecideForm = z.object({ to: z.enum(['accepted', 'declined']), reason: z.string().max(2_000).default('') })
const SlotForm = z.object({
  meeting: whole(),
  was: whole().optional(),
  place: z.coerce.number().int().min(1).max(50).default(1),
  consentUntil: z.iso.date().optional(),
})
const SpeakerForm = z.object({
  name: z.string().max(200).default(''),
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, { message: 'An address looks like name@example.org.' })
    .optional(),
  from: z.string().max(200).default(''),
})
const RecordingForm = z.object({
  url: z.string().max(1_000).default(''),
  length: z.string().max(10).optional(),
  chapters: z.string().max(10_000).default(''),
})
const ReasonForm = z.object({ reason: z.string().max(1_000) })
const AnswerForm = z.object({ answer: z.enum(['yes', 'no']) })

const slugOf = (c: Context<Env>): string => c.req.param('talk') ?? ''
const idOf = (c: Context<Env>, name: string): number => Number(c.req.param(name)) || 0
const todayOf = (c: Context<Env>): string => c.var.actor.at.toISOString().slice(0, 10)
const kindOf = (c: Context<Env>) => (c.var.actor.personId === null ? ('public' as const) : ('work' as const))

const feedLink = <link rel="alternate" type="application/atom+xml" title="Show and Tell" href="/show-and-tell/feed.atom" />

async function showTalks(c: Context<Env>) {
  const { db, actor } = c.var
  const view = talkViews.find((one) => one === c.req.query('view')) ?? 'given'
  const page = Math.max(1, Math.min(500, Number(c.req.query('page')) || 1))
  const year = /^(19|20)\d\d$/.test(c.req.query('year') ?? '') ? Number(c.req.query('year')) : undefined
  const words = (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
  const groups = await listTalkGroups(db, actor)
  return c.var.page({
    title: showWords(actor.locale as Locale).name,
    kind: kindOf(c),
    head: feedLink,
    children: (
      <TalksPage
        found={await listTalks(db, actor, { view, page, year, words })}
        view={view}
        page={page}
        words={words}
        year={year}
        years={await listTalkYears(db, actor)}
        sessions={await listSessions(db, actor.at)}
        inside={groups.some(({ mayArrange }) => mayArrange) || actor.grants.some(({ groupId }) => groupId !== null && !actor.vendorSide)}
        mayArrange={groups.some(({ mayArrange }) => mayArrange)}
        mayPropose={groups.some(({ mayPropose }) => mayPropose)}
        signedIn={actor.personId !== null}
      />
    ),
  })
}

/** Only for who is on a list of a group, or in one: to others there is no such page. */
async function proposable(c: Context<Env>) {
  const groups = (await listTalkGroups(c.var.db, c.var.actor)).filter(({ mayPropose }) => mayPropose)
  if (groups.length === 0) throw new NotFound('There is no such page.')
  return groups
}

async function showForm(
  c: Context<Env>,
  { talk, refused, values }: { talk?: Talk; refused?: ReturnType<typeof refusedForm>; values?: Typed },
) {
  const groups = talk ? [] : await proposable(c)
  const message = Number(c.req.query('message') ?? refused?.typed.message) || undefined
  return c.var.page({
    title: talk ? talk.title : 'Propose a talk',
    status: refused ? 422 : 200,
    children: (
      <TalkFormPage groups={groups} message={message} refused={refused} {...(talk ? { talk } : {})} {...(values ? { values } : {})} />
    ),
  })
}

async function showDesk(c: Context<Env>, refused?: ReturnType<typeof refusedForm>, form = '') {
  const { db, actor } = c.var
  const talk = await getKeptTalk(db, actor, slugOf(c))
  return c.var.page({
    title: talk.title,
    head: <script type="module" src={assetPath('upload.js')} />,
    status: refused ? 422 : 200,
    children: (
      <DeskPage
        talk={talk}
        slots={talk.mayArrange ? await listSlots(db, talk.groupId, actor.at) : []}
        chapters={await listChapters(db, talk.id)}
        files={await listTalkFiles(db, talk)}
        held={await countHeldSlides(db, talk.id)}
        upload={await findReadyUpload(db, actor, c.req.query('upload'))}
        refused={refused}
        form={form}
      />
    ),
  })
}

/** Runs a form of the desk; what is wrong comes back on it. */
async function take(c: Context<Env>, form: string, said: string, act: (body: FormBody) => Promise<unknown>): Promise<Response> {
  await getKeptTalk(c.var.db, c.var.actor, slugOf(c))
  const body = await bodyOf(c)
  try {
    await act(body)
    return done(c, `/show-and-tell/${slugOf(c)}/arrange`, said)
  } catch (error) {
    const refused = refusedForm(error, body)
    if (!refused) throw error
    return showDesk(c, refused, form)
  }
}

function readRecording(body: FormBody) {
  const { url, length, chapters: text } = readForm(RecordingForm, body)
  const seconds = length === undefined ? undefined : readClock(length)
  if (length !== undefined && (seconds === undefined || seconds === 0))
    throw new Invalid('Please look again.', { length: 'Write it like 21:40 or 1:05:30.' })
  const read = readChapters(text, seconds)
  if ('problem' in read) throw new Invalid('Please look again.', { chapters: read.problem })
  return { url, seconds: seconds ?? null, chapters: read.chapters }
}

export const talkPages = pages()
  .get('/show-and-tell', (c) => showTalks(c))
  .get('/show-and-tell/feed.atom', async (c) => {
    const talks = await listFeedTalks(c.var.db)
    return c.body(talksFeed(talks, { baseUrl: c.var.site.baseUrl, title: 'Show and Tell' }), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      // A recording whose consent is taken back is off at once: nobody keeps this answer.
      'cache-control': 'no-cache',
    })
  })
  .get('/show-and-tell/propose', async (c) => {
    await proposable(c)
    const id = Number(c.req.query('message')) || 0
    // What a message was about is what it would be told of.
    const source = id > 0 ? await getSource(c.var.db, c.var.actor, id) : undefined
    return showForm(c, source ? { values: { title: source.title } } : {})
  })
  .post('/show-and-tell', async (c) => {
    const { write, actor } = c.var
    const groups = await proposable(c)
    const body = await bodyOf(c)
    try {
      const { group: slug, message, ...talk } = readForm(ProposeForm, body)
      const group = groups.find((one) => one.slug === slug)
      if (!group) throw new Invalid('Please look again.', { group: 'Choose one of those that are offered.' })
      const made = await write((tx) => proposeTalk(tx, actor, group.id, talk, message))
      return done(c, `/show-and-tell/${made}`, 'Proposed; the group decides and you hear from it.')
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return showForm(c, { refused })
    }
  })
  .get('/show-and-tell/:talk', async (c) => {
    const { db, actor } = c.var
    const talk = await getTalk(db, actor, slugOf(c))
    return c.var.page({
      title: talk.title,
      kind: kindOf(c),
      head: feedLink,
      children: (
        <TalkPage
          talk={talk}
          chapters={await listChapters(db, talk.id)}
          files={await listTalkFiles(db, talk)}
          tools={talk.mayArrange || talk.mine ? <TalkTools talk={talk} today={todayOf(c)} /> : undefined}
        />
      ),
    })
  })
  .get('/show-and-tell/:talk/edit', async (c) => showForm(c, { talk: await getKeptTalk(c.var.db, c.var.actor, slugOf(c)) }))
  .post('/show-and-tell/:talk', async (c) => {
    const { db, write, actor } = c.var
    const talk = await getKeptTalk(db, actor, slugOf(c))
    const body = await bodyOf(c)
    try {
      const change = readForm(ChangeForm, body)
      await write((tx) => changeTalk(tx, actor, talk.slug, change))
      return done(c, `/show-and-tell/${talk.slug}`, 'Saved.')
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return showForm(c, { talk, refused })
    }
  })
  .get('/show-and-tell/:talk/arrange', (c) => showDesk(c))
  .post('/show-and-tell/:talk/decide', (c) =>
    take(c, 'decide', 'Decided; the proposer is told.', (body) => {
      const { to, reason } = readForm(DecideForm, body)
      return c.var.write((tx) => decideTalk(tx, c.var.actor, slugOf(c), to, reason))
    }),
  )
  .post('/show-and-tell/:talk/slot', (c) =>
    take(c, 'slot', 'It has its slot; its speakers are told.', (body) => {
      const { meeting, was, place, consentUntil } = readForm(SlotForm, body)
      return c.var.write((tx) => giveSlot(tx, c.var.actor, slugOf(c), { meetingId: meeting, was: was ?? null, place, consentUntil }))
    }),
  )
  .post('/show-and-tell/:talk/unslot', (c) =>
    take(c, '', 'It waits for another slot.', () => c.var.write((tx) => takeSlot(tx, c.var.actor, slugOf(c)))),
  )
  .post('/show-and-tell/:talk/withdraw', (c) =>
    take(c, 'withdraw', 'Withdrawn.', (body) => {
      const { reason } = readForm(ReasonForm, body)
      return c.var.write((tx) => withdrawTalk(tx, c.var.actor, slugOf(c), reason))
    }),
  )
  .post('/show-and-tell/:talk/speakers', (c) =>
    take(c, 'speaker', 'Added.', (body) => {
      const { name, email, from } = readForm(SpeakerForm, body)
      return c.var.write((tx) => addSpeaker(tx, c.var.actor, slugOf(c), { name, email: email ?? '', from }))
    }),
  )
  .post('/show-and-tell/:talk/speakers/:speaker/remove', (c) =>
    take(c, '', 'Taken out.', () => c.var.write((tx) => removeSpeaker(tx, c.var.actor, slugOf(c), idOf(c, 'speaker')))),
  )
  .post('/show-and-tell/:talk/consent', async (c) => {
    const { db, write, actor } = c.var
    await getTalk(db, actor, slugOf(c))
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    await write((tx) => sayOwnConsent(tx, actor, slugOf(c), answer === 'yes'))
    return done(c, `/show-and-tell/${slugOf(c)}`, showWords(actor.locale as Locale).consent.noted)
  })
  .post('/show-and-tell/:talk/files', (c) =>
    take(c, 'files', 'Added.', async ({ file, upload }) => {
      if (typeof upload === 'string' && upload !== '') return c.var.write((tx) => addSlides(tx, c.var.actor, slugOf(c), { upload }))
      if (!(file instanceof File) || file.size === 0) throw new Invalid('Please look again.', { file: 'Choose a file that is not empty.' })
      const slides = { name: file.name, content: file.stream() }
      return c.var.write((tx) => addSlides(tx, c.var.actor, slugOf(c), slides))
    }),
  )
  .post('/show-and-tell/:talk/files/:file/remove', (c) =>
    take(c, '', 'Taken off.', () => c.var.write((tx) => removeSlides(tx, c.var.actor, slugOf(c), idOf(c, 'file')))),
  )
  .get('/show-and-tell/:talk/files/:file', async (c) => {
    const { db, actor } = c.var
    const talk = await getTalk(db, actor, slugOf(c))
    const file = (await listTalkFiles(db, talk)).find(({ id }) => id === idOf(c, 'file'))
    if (!file) throw new NotFound('There is no such file.')
    return sendFile(c, file, readFileBytes(db, file.fileId))
  })
  .post('/show-and-tell/:talk/recording', (c) =>
    take(c, 'recording', 'Saved.', (body) => {
      const recording = readRecording(body)
      return c.var.write((tx) => setRecording(tx, c.var.actor, slugOf(c), recording))
    }),
  )
  .get('/show-and-tell/:talk/certificate/:speaker', async (c) => {
    const { db, actor, site } = c.var
    const talk = await getKeptTalk(db, actor, slugOf(c))
    const mine = talk.own?.id === idOf(c, 'speaker')
    const row = talk.speakers.some(({ id }) => id === idOf(c, 'speaker')) ? await findSpeaker(db, idOf(c, 'speaker')) : undefined
    if (!row || row.givenOn === null || !(mine || talk.mayArrange)) throw new NotFound('There is no such certificate.')
    const page = `${site.baseUrl}/show-and-tell/${talk.slug}`
    const pdf = renderPdf(
      certificateOf(row.locale ?? row.language, { ...row, givenOn: row.givenOn, session: row.meetingTitle ?? '', page }),
    )
    return sendFile(c, { name: `${talk.slug}-certificate.pdf`, type: 'application/pdf', size: pdf.length }, pdf)
  })
