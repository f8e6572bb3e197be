import * as z from 'zod'
import { Invalid, missing, NotFound } from '../errors.ts'
import { findReadyUpload, lookAt, readFileBytes } from '../files/queries.ts'
import { assetPath } from '../lib/ui/assets.ts'
import { sendFile } from '../lib/ui/download.ts'
import { type FormBody, ifSent, line, lines, mailAddress, orEmpty, orNone, readForm, whole } from '../lib/ui/forms.ts'
import { act, bodyOf, type C, decideHere, done, idOf, pages, refusable, twin } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { setRecording } from './actions.ts'
import { sayOwnConsent } from './consent-actions.ts'
import { DeskPage } from './desk-views.tsx'
import { showWords } from './page-words.ts'
import { slugOf } from './pages.tsx'
import { countHeldSlides, getArrangedTalk, getKeptTalk, getTalk, listChapters, listSlots, listTalkFiles } from './queries.ts'
import { readChapters, readClock, writeChapters } from './rules.ts'
import { addSlides, removeSlides } from './slides-actions.ts'
import { giveSlot, takeSlot, withdrawTalk } from './slots-actions.ts'
import { addSpeaker, removeSpeaker } from './speakers-actions.ts'

const t = textsOf('talks', 'desk')

const DecideForm = z.object({ to: z.enum(['accepted', 'declined']), reason: lines(2_000).default('') })
const SlotForm = z.object({
  meeting: whole(),
  was: whole().optional(),
  place: ifSent(z.coerce.number().int().min(1).max(50)),
  consentUntil: orNone(z.iso.date()),
})
const SpeakerForm = z.object({ name: line(200).default(''), email: mailAddress().optional(), from: line(200).default('') })
const RecordingForm = z.object({ url: orEmpty(line(1_000)), length: orNone(line(10)), chapters: orEmpty(lines(10_000)) })
const ReasonForm = z.object({ reason: lines(1_000) })
const SlidesForm = z.object({ upload: line(80).optional() })
const AnswerForm = z.object({ answer: z.enum(['yes', 'no']) })

async function showDesk(c: C) {
  const { db, actor } = c.var
  const talk = await getKeptTalk(db, actor, slugOf(c))
  return c.var.page(
    talk.title,
    <DeskPage
      talk={talk}
      slots={talk.mayArrange ? await listSlots(db, talk.groupId, actor.at) : []}
      chapters={await listChapters(db, talk.id)}
      files={await listTalkFiles(db, talk)}
      held={await countHeldSlides(db, talk.id)}
      upload={await findReadyUpload(db, actor, c.req.query('upload'))}
    />,
    { head: <script type="module" src={assetPath('upload.js')} /> },
  )
}

/** Runs a form of the desk; what is wrong comes back on it. */
async function take(c: C, form: string, said: string, act: (body: FormBody) => Promise<unknown>): Promise<Response> {
  await getKeptTalk(c.var.db, c.var.actor, slugOf(c))
  return refusable(c, () => showDesk(c), form).run(async (body) => {
    const answer = await act(body)
    if (answer instanceof Response) return answer
    return done(c, `/show-and-tell/${slugOf(c)}/arrange`, said)
  })
}

/** A recording as a form says it; what is left out stays. */
async function readRecording(c: C, body: FormBody) {
  const talk = await getKeptTalk(c.var.db, c.var.actor, slugOf(c))
  const { url = talk.recordingUrl, length, chapters } = readForm(RecordingForm, body)
  const seconds = length === undefined ? (talk.recordingSeconds ?? undefined) : length === null ? undefined : readClock(length)
  if (length != null && (seconds === undefined || seconds === 0))
    throw new Invalid(refusals.pleaseLookAgain, { length: t.enterLengthLike2140 })
  const read = readChapters(chapters ?? writeChapters(await listChapters(c.var.db, talk.id)), seconds)
  if ('problem' in read) throw new Invalid(refusals.pleaseLookAgain, { chapters: read.problem })
  return { url, seconds: seconds ?? null, chapters: read.chapters }
}

/** Where those who arrange a talk, and those who speak in it, do what is to be done. */
export const deskPages = pages()
  .get('/show-and-tell/:talk/arrange', (c) => showDesk(c))
  .post('/show-and-tell/:talk/decide', twin('work', 'POST /talks/{talk}/decision'), (c) =>
    take(c, 'decide', t.decided, async (body) => {
      const { id, title } = await getArrangedTalk(c.var.db, c.var.actor, slugOf(c))
      const { to, reason } = readForm(DecideForm, body)
      const decided = { what: 'talk', id, title, choice: to === 'accepted' ? 'yes' : 'no', reason } as const
      return decideHere(c, { ...decided, to: `/show-and-tell/${slugOf(c)}/arrange`, said: t.decided })
    }),
  )
  .post('/show-and-tell/:talk/slot', act('work', 'chooseTalkSlot', 'Choose the slot of a talk', SlotForm), (c) =>
    take(c, 'slot', t.slotGiven, async (body) => {
      await getArrangedTalk(c.var.db, c.var.actor, slugOf(c))
      const { meeting, was, place, consentUntil } = readForm(SlotForm, body)
      return c.var.write((tx) => giveSlot(tx, c.var.actor, slugOf(c), { meetingId: meeting, was: was ?? null, place, consentUntil }))
    }),
  )
  .post('/show-and-tell/:talk/unslot', act('work', 'removeTalkFromSlot', 'Remove a talk from its slot'), (c) =>
    take(c, '', t.talkRemovedItsSlot, () => c.var.write((tx) => takeSlot(tx, c.var.actor, slugOf(c)))),
  )
  .post('/show-and-tell/:talk/withdraw', act('will', 'withdrawTalk', 'Withdraw a talk', ReasonForm), (c) =>
    take(c, 'withdraw', t.talkWithdrawn, (body) => {
      const { reason } = readForm(ReasonForm, body)
      return c.var.write((tx) => withdrawTalk(tx, c.var.actor, slugOf(c), reason))
    }),
  )
  .post('/show-and-tell/:talk/speakers', act('work', 'addTalkSpeaker', 'Add a speaker to a talk', SpeakerForm), (c) =>
    take(c, 'speaker', t.speakerAdded, (body) => {
      const { name, email, from } = readForm(SpeakerForm, body)
      return c.var.write((tx) => addSpeaker(tx, c.var.actor, slugOf(c), { name, email: email ?? '', from }))
    }),
  )
  .post('/show-and-tell/:talk/speakers/:speaker/remove', act('work', 'removeTalkSpeaker', 'Remove a speaker from a talk'), (c) =>
    take(c, '', t.takenOut, () => c.var.write((tx) => removeSpeaker(tx, c.var.actor, slugOf(c), idOf(c, 'speaker')))),
  )
  .post('/show-and-tell/:talk/consent', act('person', 'Answer if my talk can be recorded', AnswerForm), async (c) => {
    const { db, write, actor } = c.var
    const talk = await getTalk(db, actor, slugOf(c))
    if (!talk.own || actor.behind !== undefined) throw new NotFound(t.talkNotFound)
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    await write((tx) => sayOwnConsent(tx, actor, slugOf(c), answer === 'yes'))
    return done(c, `/show-and-tell/${slugOf(c)}`, showWords(actor.locale).consent.noted)
  })
  .post('/show-and-tell/:talk/files', act('work', 'addTalkSlides', 'Add slides to a talk', SlidesForm, { files: ['file'] }), (c) =>
    take(c, 'files', t.fileAdded, async ({ file, upload }) => {
      if (typeof upload === 'string' && upload !== '') return c.var.write((tx) => addSlides(tx, c.var.actor, slugOf(c), { upload }))
      if (!(file instanceof File) || file.size === 0) throw new Invalid(refusals.pleaseLookAgain, { file: t.chooseAFileThatIsNot })
      const slides = await lookAt(file)
      return c.var.write((tx) => addSlides(tx, c.var.actor, slugOf(c), slides))
    }),
  )
  .post('/show-and-tell/:talk/files/:file/remove', act('work', 'removeTalkSlides', 'Remove slides from a talk'), (c) =>
    take(c, '', t.takenOff, () => c.var.write((tx) => removeSlides(tx, c.var.actor, slugOf(c), idOf(c, 'file')))),
  )
  .get('/show-and-tell/:talk/files/:file', async (c) => {
    const { db, actor } = c.var
    const talk = await getTalk(db, actor, slugOf(c))
    const file = (await listTalkFiles(db, talk)).find(({ id }) => id === idOf(c, 'file')) ?? missing(refusals.thereIsNoSuchFile)
    return sendFile(c, file, readFileBytes(db, file.fileId))
  })
  .post(
    '/show-and-tell/:talk/recording',
    act('work', 'setTalkRecording', 'Set the recording of a talk, or remove it', RecordingForm),
    (c) =>
      take(c, 'recording', t.recordingSaved, async (body) => {
        const recording = await readRecording(c, body)
        return c.var.write((tx) => setRecording(tx, c.var.actor, slugOf(c), recording))
      }),
  )
