import * as z from 'zod'
import { Invalid, missing, NotFound } from '../errors.ts'
import { lookAt, readFileBytes } from '../files/queries.ts'
import { openToken } from '../lib/token/open.ts'
import { sendFile } from '../lib/ui/download.ts'
import { readForm } from '../lib/ui/forms.ts'
import { bodyOf, type C, done, idOf, onlyPages, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { sayConsentByLink } from './consent-actions.ts'
import { SpeakerPage } from './consent-views.tsx'
import { showWords } from './page-words.ts'
import { sendCertificate } from './pages.tsx'
import { countHeldSlides, findSpeaker, listTalkFiles, type SpeakerRow } from './queries.ts'
import { addSlidesByLink, removeSlidesByLink } from './slides-actions.ts'

const t = textsOf('talks', 'consent')

const AnswerForm = z.object({ answer: z.enum(['yes', 'no']) })

/** The speaker behind the link of a letter; there is none once their talk is settled. */
async function speakerOf(c: C): Promise<SpeakerRow> {
  const { db, actor, site } = c.var
  const id = openToken(site.secret, 'talkConsent', c.req.param('token') ?? '', actor.at)
  const row = id === undefined ? undefined : await findSpeaker(db, id)
  if (!row || row.state === 'withdrawn' || row.state === 'declined') throw new NotFound(refusals.thisLinkIsOutOfDate)
  return row
}

const baseOf = (c: C): string => `/speaker/${c.req.param('token')}`
const wordsOf = (c: C) => showWords(c.var.actor.locale)

/** The slides of their talk; they keep them, as who has an account does at the desk. */
const slidesOf = (c: C, row: SpeakerRow) =>
  listTalkFiles(c.var.db, { id: row.talkId, state: row.state, mine: true, inside: false, mayArrange: false })

async function showSpeaker(c: C, row: SpeakerRow) {
  const [files, held] = [await slidesOf(c, row), await countHeldSlides(c.var.db, row.talkId)]
  return c.var.page(row.title, <SpeakerPage speaker={row} {...{ files, held }} base={baseOf(c)} today={todayOf(c.var.actor)} />, {
    kind: 'bare',
  })
}

/** What a speaker finds behind the link in their letters: nothing changes until they press a button. */
export const speakerPages = pages()
  .get('/speaker/:token', async (c) => showSpeaker(c, await speakerOf(c)))
  .post('/speaker/:token/slides', onlyPages('will', 'A link from an email is its own key.'), async (c) => {
    const row = await speakerOf(c)
    return refusable(c, () => showSpeaker(c, row)).run(async (body) => {
      const { file } = body
      if (!(file instanceof File) || file.size === 0) throw new Invalid(refusals.pleaseLookAgain, { file: t.chooseAFileThatIsNot })
      const slides = await lookAt(file)
      await c.var.write((tx) => addSlidesByLink(tx, c.var.actor.at, row.id, slides))
      return done(c, baseOf(c), wordsOf(c).consent.added)
    })
  })
  .get('/speaker/:token/slides/:file', async (c) => {
    const file = (await slidesOf(c, await speakerOf(c))).find(({ id }) => id === idOf(c, 'file')) ?? missing(refusals.thereIsNoSuchFile)
    return sendFile(c, file, readFileBytes(c.var.db, file.fileId))
  })
  .post('/speaker/:token/slides/:file/remove', onlyPages('will', 'A link from an email is its own key.'), async (c) => {
    const row = await speakerOf(c)
    await c.var.write((tx) => removeSlidesByLink(tx, c.var.actor.at, row.id, idOf(c, 'file')))
    return done(c, baseOf(c), wordsOf(c).consent.takenOff)
  })
  .post('/speaker/:token', onlyPages('person', 'A link from an email is its own key.'), async (c) => {
    const row = await speakerOf(c)
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    await c.var.write((tx) => sayConsentByLink(tx, c.var.actor.at, row.id, answer === 'yes'))
    return done(c, baseOf(c), wordsOf(c).consent.noted)
  })
  .get('/speaker/:token/certificate.pdf', async (c) => {
    const row = await speakerOf(c)
    if (row.givenOn === null) throw new NotFound(t.certificateAvailableAfter)
    return sendCertificate(c, { ...row, givenOn: row.givenOn })
  })
