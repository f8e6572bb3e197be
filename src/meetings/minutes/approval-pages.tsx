import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { blocksOfMarkdown } from '../../lib/print/markdown.ts'
import { renderPdf } from '../../lib/print/pdf.ts'
import { sendFile } from '../../lib/ui/download.ts'
import { formatDate } from '../../lib/ui/format.ts'
import { line, readForm, whole } from '../../lib/ui/forms.ts'
import { sayPlaced } from '../../lib/ui/placed.ts'
import { act, decideHere, done, idOf, inWords, mailed, pages, twin } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { getArrangedMeeting, getMeeting } from '../core/queries.ts'
import { askCorrection, circulateMinutes, settleCorrection } from './approval-actions.ts'
import { mailMinutes } from './lists-actions.ts'
import { CorrectionForm, slugOf, take } from './pages.tsx'
import { findApproved } from './queries.ts'

const t = textsOf('meetings', 'minutes')
const MailForm = z.object({ minutesListId: whole() })
const AnswerForm = z.object({ to: z.enum(['taken', 'left']), answer: line(1_000).default('') })
export const correctionForm = inWords(act('will', 'requestCorrection', 'Ask for a correction of the minutes', CorrectionForm))

/** What becomes of minutes that are written: sent round, put right, approved, and given away. */
export const minutesApprovalPages = pages()

  .post('/meetings/:meeting/minutes/circulate', twin('work', 'POST /meetings/{meeting}/minutes/state'), (c) =>
    take(c, '', mailed(c, t.sentToEverybodyWhoWasInvited), () => c.var.write((tx) => circulateMinutes(tx, c.var.actor, slugOf(c)))),
  )
  .post('/meetings/:meeting/minutes/approve', twin('will', 'POST /meetings/{meeting}/minutes/state'), (c) =>
    take(c, '', '', async () => {
      const { id, title } = await getMeeting(c.var.db, c.var.actor, slugOf(c))
      const decided = { what: 'minutes', id, title, choice: 'yes', reason: '' } as const
      return decideHere(c, { ...decided, to: `/meetings/${slugOf(c)}/minutes`, said: t.approvedAndPublished })
    }),
  )
  .post('/meetings/:meeting/minutes/mail', act('work', 'mailMinutes', 'Email approved minutes to a list', MailForm), (c) =>
    take(c, 'mail', mailed(c, t.minutesQueuedList), async (body) => {
      await getArrangedMeeting(c.var.db, c.var.actor, slugOf(c))
      const { minutesListId } = readForm(MailForm, body)
      return c.var.write((tx) => mailMinutes(tx, c.var.actor, slugOf(c), minutesListId))
    }),
  )
  .post('/meetings/:meeting/corrections', correctionForm, (c) =>
    take(
      c,
      'correction',
      t.correctionAsked,
      (body) => {
        const { text } = readForm(CorrectionForm, body)
        return c.var.write((tx) => askCorrection(tx, c.var.actor, slugOf(c), text))
      },
      () => 'checking',
    ),
  )
  .post('/meetings/:meeting/corrections/:correction', act('work', 'answerCorrection', 'Answer a correction', AnswerForm), (c) =>
    take(c, `c${idOf(c, 'correction')}`, '', async (body) => {
      await getArrangedMeeting(c.var.db, c.var.actor, slugOf(c))
      const { to, answer } = readForm(AnswerForm, body)
      await c.var.write((tx) => settleCorrection(tx, c.var.actor, slugOf(c), idOf(c, 'correction'), to, answer))
      // Taking it changes no line yet.
      return done(c, `/meetings/${slugOf(c)}/minutes#checking`, to === 'taken' ? t.correctionTaken : t.correctionLeft)
    }),
  )
  .get('/meetings/:meeting/minutes.pdf', async (c) => {
    const { db, actor } = c.var
    const meeting = await getMeeting(db, actor, slugOf(c))
    const text = await findApproved(db, meeting)
    if (text === undefined) throw new NotFound(t.noApprovedMinutesFound)
    const place = { locale: actor.locale, zone: meeting.zone, now: actor.at }
    const when = sayPlaced(place.locale, place.zone, formatDate(place, meeting.startsAt, 'full'))
    const pdf = renderPdf({
      title: meeting.title,
      subtitle: when,
      author: meeting.hosts.map(({ name }) => name).join(', '),
      language: actor.locale,
      footer: t.minutesOf2({ hosts: meeting.hosts.map(({ name }) => name).join(', '), when }),
      date: meeting.approvedAt ?? actor.at,
      blocks: blocksOfMarkdown(text),
    })
    return sendFile(c, { name: `${meeting.slug}-minutes.pdf`, type: 'application/pdf', size: pdf.length }, pdf)
  })
