import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { renderPdf } from '../../print/pdf.ts'
import { openToken } from '../../token.ts'
import { sendFile } from '../../ui/download.ts'
import { formatDay, type Locale } from '../../ui/format.ts'
import { readForm } from '../../ui/forms.ts'
import { Heading } from '../../ui/parts.tsx'
import { MeetingTime } from '../../ui/time.tsx'
import { bodyOf, done, type Env, pages } from '../../ui/web.tsx'
import { ConsentPanel } from '../desk-views.tsx'
import { certificateOf } from '../mails.ts'
import { showWords } from '../page-words.ts'
import { findSpeaker, type SpeakerRow } from '../queries.ts'
import { sayConsentByLink } from './actions.ts'

const AnswerForm = z.object({ answer: z.enum(['yes', 'no']) })

/** The speaker behind the link of a letter; there is none once her talk is settled. */
async function speakerOf(c: Context<Env>): Promise<SpeakerRow> {
  const { db, actor, site } = c.var
  const id = openToken(site.secret, 'talkConsent', c.req.param('token') ?? '', actor.at)
  const row = id === undefined ? undefined : await findSpeaker(db, id)
  if (!row || row.state === 'withdrawn' || row.state === 'declined') throw new NotFound('This link is out of date.')
  return row
}

/** What a speaker finds behind the link in her letters: nothing changes until she presses a button. */
export const speakerPages = pages()
  .get('/speaker/:token', async (c) => {
    const row = await speakerOf(c)
    const locale = c.var.actor.locale as Locale
    const words = showWords(locale)
    const today = c.var.actor.at.toISOString().slice(0, 10)
    const until = row.consentUntil === null ? null : formatDay({ locale }, row.consentUntil)
    return c.var.page({
      title: row.title,
      kind: 'bare',
      children: (
        <div class="stack">
          <Heading
            title={row.title}
            meta={`${words.name} · ${row.group}`}
            lead={row.startsAt && row.zone ? <MeetingTime at={row.startsAt} zone={row.zone} /> : undefined}
          />
          <p>{row.name}</p>
          <ConsentPanel
            action={`/speaker/${c.req.param('token')}`}
            consent={row.consent}
            until={until}
            over={row.consentUntil !== null && today > row.consentUntil}
          />
          {row.state === 'scheduled' && !row.hasSlides && <p class="soft">{words.consent.slides}</p>}
          {row.givenOn !== null && (
            <p>
              <a href={`/speaker/${c.req.param('token')}/certificate.pdf`}>{words.consent.certificate}</a>
            </p>
          )}
        </div>
      ),
    })
  })
  .post('/speaker/:token', async (c) => {
    const row = await speakerOf(c)
    const { answer } = readForm(AnswerForm, await bodyOf(c))
    await c.var.write((tx) => sayConsentByLink(tx, c.var.actor.at, row.id, answer === 'yes'))
    return done(c, `/speaker/${c.req.param('token')}`, showWords(c.var.actor.locale as Locale).consent.noted)
  })
  .get('/speaker/:token/certificate.pdf', async (c) => {
    const row = await speakerOf(c)
    if (row.givenOn === null) throw new NotFound('There is no certificate yet.')
    const page = `${c.var.site.baseUrl}/show-and-tell/${row.slug}`
    const pdf = renderPdf(
      certificateOf(row.locale ?? row.language, { ...row, givenOn: row.givenOn, session: row.meetingTitle ?? '', page }),
    )
    return sendFile(c, { name: `${row.slug}-certificate.pdf`, type: 'application/pdf', size: pdf.length }, pdf)
  })
