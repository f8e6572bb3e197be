import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { listFiles, readFileBytes } from '../files/queries.ts'
import { listLinesOf } from '../journal/queries.ts'
import { sendFile } from '../lib/ui/download.ts'
import { type Locale, locales } from '../lib/ui/format.ts'
import { lines, orNone, readForm, whole } from '../lib/ui/forms.ts'
import type { SettingsPart } from '../lib/ui/variables.ts'
import { act, adminAct, bodyOf, type C, done, idOf, pages, refusable, toSettings } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { onlyAdministrators, onlyHerself } from '../only.ts'
import { listActings } from '../people/queries.ts'
import { utcDay } from '../time.ts'
import { DeskPage } from './desk-views.tsx'
import { askErasure, decideErasure, withdrawErasure } from './erasure-actions.ts'
import { findErasureRequest, listErasureRequests, listErasures, listLedger } from './erasure-queries.ts'
import { writeEntry } from './erasure-rules.ts'
import { askExport, noteFetched } from './export/actions.ts'
import { findExport, listExports } from './export/queries.ts'
import { agree, writeNotice } from './notice-actions.ts'
import { findNotice, getNotice, listConsents, listNotices } from './notice-queries.ts'
import { setRetention } from './retention-actions.ts'
import { listRetention } from './retention-queries.ts'
import { kinds } from './retention-rules.ts'
import { Mine, MineNow, NoticePage } from './views.tsx'
import { privacyWords } from './words.ts'

const t = textsOf('privacy', 'pages')

const AskForm = z.object({ scope: z.enum(['name', 'words']), note: lines(2_000).default('') })
const DecisionForm = z.object({ decision: z.enum(['erase', 'refuse']), reason: lines(1_000).default('') })
const AgreeForm = z.object({ version: whole() })
const days = orNone(
  z
    .string()
    .regex(/^\d{1,5}$/, { error: () => t.errors.days })
    .transform(Number),
)
const RetentionForm = z.object(Object.fromEntries(kinds.map(({ key }) => [key, days])))
// English is what is said where a language has no wording.
const NoticeForm = z.object({
  ...(Object.fromEntries(locales.map((locale) => [locale, lines(10_000).optional()])) as Record<Locale, z.ZodOptional<z.ZodString>>),
  en: lines(10_000),
})

async function showMine(c: C) {
  const { db, actor } = c.var
  const personId = onlyHerself(c.var.actor)
  const [exports, request, notice, consents, lines, actings] = await Promise.all([
    listExports(db, personId),
    findErasureRequest(db, personId),
    getNotice(db, actor.at),
    listConsents(db, personId),
    listLinesOf(db, [`person:${personId}`], 30),
    listActings(db, personId),
  ])
  const mine = { exports, request, notice, consents, lines, actings, now: actor.at, locale: actor.locale }
  return { now: <MineNow {...mine} />, content: <Mine {...mine} verbs={c.var.gathered.verbs} /> }
}

/** What is kept of somebody, and what they may ask of it, among their settings. */
export const privacySettings: SettingsPart = { name: 'privacy', show: showMine }

async function showDesk(c: C) {
  const { db, actor } = c.var
  const [requests, erasures, retention, notices, notice] = await Promise.all([
    listErasureRequests(db, actor),
    listErasures(db),
    listRetention(db, actor.at),
    listNotices(db),
    getNotice(db, actor.at),
  ])
  return c.var.page(t.privacy, <DeskPage {...{ requests, erasures, retention, notices, notice }} self={actor.personId} />)
}

/** One's own data, the notice, and the desk of those who answer for it. */
export const privacyPages = pages()
  .get('/privacy', async (c) => {
    const { db, actor } = c.var
    const version = Number(c.req.query('version')) || undefined
    const current = await getNotice(db, actor.at)
    const notice = version === undefined ? current : await findNotice(db, version)
    if (!notice || notice.fromAt > actor.at) throw new NotFound(refusals.thereIsNoSuchVersion)
    return c.var.page(
      privacyWords(actor.locale).notice.title,
      <NoticePage notice={notice} current={current.version} locale={actor.locale} />,
      { kind: actor.personId === null ? 'public' : 'work' },
    )
  })
  .get('/me/privacy', toSettings('privacy'))
  .post('/me/privacy/agree', act('person', 'Agree to the privacy notice', AgreeForm), async (c) => {
    onlyHerself(c.var.actor)
    const { version } = readForm(AgreeForm, await bodyOf(c))
    await c.var.write((tx) => agree(tx, c.var.actor, version))
    return done(c, '/me#privacy', t.agreementSavedTodaysDate)
  })
  .post('/me/exports', act('person', 'Ask for a copy of my data'), async (c) => {
    await c.var.write((tx) => askExport(tx, c.var.actor))
    return done(c, '/me#privacy', t.creatingCopyGetEmailWhen)
  })
  .get('/me/exports/:export/file', async (c) => {
    const { db, write, actor } = c.var
    const id = idOf(c, 'export')
    const copy = await findExport(db, onlyHerself(c.var.actor), id, actor.at)
    if (!copy || copy.fileId === null) throw new NotFound(t.copyNotFoundMightHave)
    const [file] = await listFiles(db, [copy.fileId])
    if (!file) throw new NotFound(t.theCopyWaitsForTheVirus)
    await write((tx) => noteFetched(tx, actor, id))
    return sendFile(c, { name: `rapport-${utcDay(copy.madeAt ?? actor.at)}.zip`, type: 'application/zip' }, readFileBytes(db, copy.fileId))
  })
  .post('/me/erasure', act('person', 'Ask to erase my data', AskForm), async (c) => {
    onlyHerself(c.var.actor)
    return refusable(c, () => c.var.settings()).take(AskForm, async (asked) => {
      await c.var.write((tx) => askErasure(tx, c.var.actor, asked))
      return done(c, '/me#privacy', t.anAdministratorWillDecideAndYou)
    })
  })
  .post('/me/erasure/withdraw', act('person', 'Withdraw that I asked to erase my data'), async (c) => {
    await c.var.write((tx) => withdrawErasure(tx, c.var.actor))
    return done(c, '/me#privacy', t.withdrawnWillNotEraseData)
  })
  .get('/admin/privacy', (c) => showDesk(c))
  .get('/admin/privacy/erasures.ledger', async (c) => {
    onlyAdministrators(c.var.actor)
    const lines = (await listLedger(c.var.db)).map((entry) => writeEntry(c.var.site.secret, entry))
    return sendFile(c, { name: 'erasures.ledger', type: 'text/plain' }, Buffer.from(lines.join('')))
  })
  .post(
    '/admin/erasures/:request',
    act('person', 'Decide whether to erase a person’s data', DecisionForm, { scope: 'admin' }),
    async (c) => {
      onlyAdministrators(c.var.actor)
      return refusable(c, () => showDesk(c)).take(DecisionForm, async ({ decision, reason }) => {
        const id = idOf(c, 'request')
        await c.var.write((tx) => decideErasure(tx, c.var.actor, c.var.consequences, id, { erase: decision === 'erase', reason }))
        return done(c, '/admin/privacy', decision === 'erase' ? t.dataErasedWhatRemainsDoes : t.refused)
      })
    },
  )
  .post('/admin/retention', adminAct('setRetention', 'Set how long data is kept', RetentionForm), async (c) => {
    onlyAdministrators(c.var.actor)
    return refusable(c, () => showDesk(c)).take(RetentionForm, async (chosen) => {
      await c.var.write((tx) => setRetention(tx, c.var.actor, chosen))
      return done(c, '/admin/privacy', t.periodsSavedApplyThemEvery)
    })
  })
  .post('/admin/notices', adminAct('publishPrivacyNotice', 'Publish a new version of the privacy notice', NoticeForm), async (c) => {
    onlyAdministrators(c.var.actor)
    return refusable(c, () => showDesk(c)).take(NoticeForm, async (wording) => {
      const version = await c.var.write((tx) => writeNotice(tx, c.var.actor, wording))
      return done(c, '/admin/privacy', t.versionPublishedCurrent({ version }))
    })
  })
