import * as z from 'zod'
import { conflictIf, Invalid, missing, NotFound } from '../errors.ts'
import { findReadyUpload, lookAt, readFileBytes } from '../files/queries.ts'
import { pluck } from '../lib/pluck.ts'
import { assetPath } from '../lib/ui/assets.ts'
import { sendFile } from '../lib/ui/download.ts'
import { type FormBody, keeping, line, lines, mailAddress, readForm, tick, whole } from '../lib/ui/forms.ts'
import { act, type C, done, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { typedInstant } from '../meetings/rules.ts'
import { placeProposal } from './call-actions.ts'
import { getProposal, type Proposal } from './call-queries.ts'
import { slugOf } from './pages.tsx'
import { type Event, getArrangedEvent, getEvent } from './queries.ts'
import { whyNotPlace } from './rules.ts'
import {
  addEventSession,
  addSessionFile,
  addSessionSpeaker,
  changeEventSession,
  removeEventSession,
  removeSessionFile,
  removeSessionSpeaker,
  type Slides,
} from './sessions-actions.ts'
import { getEventSession, listShowable } from './sessions-queries.ts'
import { NewSessionPage, SessionPage, SlidesPage } from './sessions-views.tsx'

const t = textsOf('events', 'sessions')

const SessionBody = z.object({
  title: line(200),
  summary: lines(5_000).default(''),
  day: z.iso.date(),
  from: z.iso.time({ precision: -1 }),
  to: z.iso.time({ precision: -1 }),
  which: z.enum(['earlier', 'later']).optional(),
  room: line(200).default(''),
  presented: tick(),
  talk: whole().optional(),
  link: z
    .url({ protocol: /^https$/, error: () => t.notHttps })
    .max(500)
    .default(''),
})
const ChangedSession = z.object(keeping(SessionBody.shape))
const NewSessionBody = SessionBody.extend({ proposal: whole().optional() })
const SlidesBody = z.object({ upload: line(80).optional() })
const SpeakerBody = z.object({
  name: line(200).default(''),
  email: mailAddress().default(''),
  from: line(200).default(''),
  role: z.enum(['speaker', 'chair', 'panel', 'host']).default('speaker'),
})

const talksOf = (c: C, event: Event) => listShowable(c.var.db, c.var.actor, pluck(event.groups, 'id'))

type Times = Pick<z.output<typeof SessionBody>, 'day' | 'from' | 'to' | 'which'>

/** What a form says of a session; until midnight is the day after. */
function factsOf<Facts extends object>({ day, from, to, which, ...facts }: Facts & Times, event: Event) {
  const last = to === '00:00' ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : day
  return {
    ...facts,
    startsAt: typedInstant('from', day, from, event.zone, which),
    endsAt: typedInstant('to', last, to, event.zone, which ?? 'later'),
  }
}

/** The event and the session of an address, for those who arrange and, where they bring slides, for who speaks. */
async function sessionOf(c: C, { speakers = false } = {}) {
  const { db, actor } = c.var
  const event = await (speakers ? getEvent : getArrangedEvent)(db, actor, slugOf(c))
  const session = await getEventSession(db, actor, event, idOf(c, 'session'))
  if (!event.mayArrange && !session.mine) throw new NotFound(t.sessionNotFound)
  return { event, session }
}

async function showSession(c: C) {
  const { event, session } = await sessionOf(c, { speakers: true })
  const upload = await findReadyUpload(c.var.db, c.var.actor, c.req.query('upload'))
  return c.var.page(
    session.title,
    event.mayArrange ? (
      <SessionPage event={event} session={session} talks={await talksOf(c, event)} upload={upload} />
    ) : (
      <SlidesPage event={event} session={session} upload={upload} />
    ),
    { head: <script type="module" src={assetPath('upload.js')} /> },
  )
}

/** The proposal that is to become a session: by the address, or by a form that was refused. */
async function placedIn(c: C, event: Event, id: unknown): Promise<Proposal | undefined> {
  if (id === undefined || id === '') return undefined
  const proposal = await getProposal(c.var.db, c.var.actor, event, Number(id) || 0)
  conflictIf(whyNotPlace(proposal))
  return proposal
}

async function showNew(c: C) {
  const event = await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))
  const proposal = await placedIn(c, event, c.var.refused?.typed.proposal ?? c.req.query('proposal'))
  return c.var.page(
    proposal ? t.addProposalProgramme : t.addASession,
    <NewSessionPage event={event} proposal={proposal} talks={await talksOf(c, event)} />,
  )
}

/** Runs a form of a session, of its slides for who speaks too; what is wrong comes back on its page. */
async function take(c: C, form: string, said: string, act: (event: Event, body: FormBody) => Promise<unknown>, to?: string) {
  const { event } = await sessionOf(c, { speakers: /\/files(?:\/|$)/.test(c.req.path) })
  return refusable(c, () => showSession(c), form).run(async (body) => {
    await act(event, body)
    return done(c, to ?? `/events/${event.slug}/sessions/${idOf(c, 'session')}`, said)
  })
}

export const eventSessionPages = pages()
  .get('/events/:event/sessions/new', (c) => showNew(c))
  .post('/events/:event/sessions', act('work', 'addEventSession', 'Add a session to an event', NewSessionBody), async (c) => {
    const { db, write, actor } = c.var
    const event = await getArrangedEvent(db, actor, slugOf(c))
    return refusable(c, () => showNew(c)).run(async (body) => {
      const { talk = null, ...session } = readForm(SessionBody, body)
      const facts = factsOf({ ...session, talkId: talk }, event)
      const proposal = await placedIn(c, event, body.proposal)
      const id = await write((tx) =>
        proposal ? placeProposal(tx, actor, event.slug, proposal.id, facts) : addEventSession(tx, actor, event.slug, facts),
      )
      return done(c, `/events/${event.slug}/sessions/${id}`, proposal ? t.placed : t.sessionAddedAddSpeakers)
    })
  })
  .get('/events/:event/sessions/:session', (c) => showSession(c))
  .post('/events/:event/sessions/:session', act('work', 'editEventSession', 'Edit a session of an event', ChangedSession), (c) =>
    take(c, 'session', t.saved, (event, body) => {
      const { talk, which, ...session } = readForm(ChangedSession, body)
      const facts = factsOf({ ...session, talkId: talk, which: which ?? undefined }, event)
      return c.var.write((tx) => changeEventSession(tx, c.var.actor, event.slug, idOf(c, 'session'), facts))
    }),
  )
  .post('/events/:event/sessions/:session/remove', act('work', 'removeEventSession', 'Remove a session from the programme'), (c) =>
    take(
      c,
      '',
      t.sessionRemovedProgramme,
      (event) => c.var.write((tx) => removeEventSession(tx, c.var.actor, event.slug, idOf(c, 'session'))),
      `/events/${slugOf(c)}`,
    ),
  )
  .post('/events/:event/sessions/:session/speakers', act('work', 'addSessionSpeaker', 'Add a speaker to a session', SpeakerBody), (c) =>
    take(c, 'speaker', t.speakerAdded, (event, body) => {
      const speaker = readForm(SpeakerBody, body)
      return c.var.write((tx) => addSessionSpeaker(tx, c.var.actor, event.slug, idOf(c, 'session'), speaker))
    }),
  )
  .post(
    '/events/:event/sessions/:session/speakers/:speaker/remove',
    act('work', 'removeSessionSpeaker', 'Remove a speaker from a session'),
    (c) =>
      take(c, '', t.takenOut, (event) =>
        c.var.write((tx) => removeSessionSpeaker(tx, c.var.actor, event.slug, idOf(c, 'session'), idOf(c, 'speaker'))),
      ),
  )
  .post(
    '/events/:event/sessions/:session/files',
    act('work', 'addSessionSlides', 'Add slides to a session', SlidesBody, { files: ['file'] }),
    (c) =>
      take(c, 'files', t.fileAdded, async (event, { file, upload }) => {
        const add = (slides: Slides) => c.var.write((tx) => addSessionFile(tx, c.var.actor, event.slug, idOf(c, 'session'), slides))
        if (typeof upload === 'string' && upload !== '') return add({ upload })
        if (!(file instanceof File) || file.size === 0) throw new Invalid(refusals.pleaseLookAgain, { file: t.chooseAFileThatIsNot })
        return add(await lookAt(file))
      }),
  )
  .post('/events/:event/sessions/:session/files/:file/remove', act('work', 'removeSessionSlides', 'Remove slides from a session'), (c) =>
    take(c, '', t.takenOff, (event) =>
      c.var.write((tx) => removeSessionFile(tx, c.var.actor, event.slug, idOf(c, 'session'), idOf(c, 'file'))),
    ),
  )
  .get('/events/:event/sessions/:session/files/:file', async (c) => {
    const { db, actor } = c.var
    const event = await getEvent(db, actor, slugOf(c))
    const session = await getEventSession(db, actor, event, idOf(c, 'session'))
    const file = session.files.find(({ id }) => id === idOf(c, 'file')) ?? missing(refusals.thereIsNoSuchFile)
    return sendFile(c, file, readFileBytes(db, file.fileId))
  })
