import * as z from 'zod'
import { Invalid, NotFound } from '../errors.ts'
import { keeping, line, readForm, tick, whole } from '../lib/ui/forms.ts'
import { act, type C, decideHere, done, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { changeDocument, keepLonger, moveDocument, removeDocument } from './keeping-actions.ts'
import { ApprovePage, RemovalPage, ReviewPage, SettingsPage, StatePage } from './keeping-views.tsx'
import { documentOf, localeOf, pathOf, settings, slugIn, take } from './pages.tsx'
import { type Document, getVersion, listDecisionsOf } from './queries.ts'
import { addMonths, isKeptLongEnough } from './rules.ts'

const t = textsOf('documents', 'keeping')

const ApproveForm = z.object({
  version: whole(),
  way: z.enum(['meeting', 'role']),
  decisionId: whole().optional(),
  on: z.iso.date().optional(),
})
const ReviewForm = z.object({ nextOn: z.iso.date().optional(), note: line(300).default('') })
/** The form of the facts alone. */
const ChangeForm = z.object(keeping(settings))
const KeepForm = z.object({ until: z.iso.date() })
const RemoveForm = z.object({ sure: tick() })
const StateForm = z.object({ to: z.enum(['live', 'archived', 'withdrawn']), reason: line(500).default('') })

async function kept(c: C): Promise<Document> {
  const document = await documentOf(c)
  if (!document.mayKeep) throw new NotFound(refusals.thereIsNoSuchPage)
  return document
}

/** What who looks after a document does: approve, review, change its facts, put it away, keep it longer, remove it. */
export const keepingPages = pages()
  .get('/documents/:document/approve', async (c) => showApprove(c))
  .post('/documents/:document/approve', act('will', 'approveDocument', 'Approve a version of a document', ApproveForm), (c) =>
    take(c, showApprove, async (body) => {
      const document = await kept(c)
      const { version, ...more } = readForm(ApproveForm, body, localeOf(c))
      const { id } = await getVersion(c.var.db, document, version)
      return decideHere(c, {
        ...{ what: 'approve', id, title: document.title, choice: 'yes', reason: '', more },
        ...{ to: pathOf(c), said: t.versionApproved({ version }) },
      })
    }),
  )
  .get('/documents/:document/review', (c) => showReview(c))
  .post('/documents/:document/review', act('will', 'confirmDocumentReview', 'Record that a document was reviewed', ReviewForm), (c) =>
    take(c, showReview, async (body) => {
      const { id, title } = await kept(c)
      const { note: reason, nextOn } = readForm(ReviewForm, body, localeOf(c))
      return decideHere(c, {
        ...{ what: 'review', id, title, choice: 'yes', reason, more: { nextOn } },
        ...{ to: pathOf(c), said: t.reviewSavedDocumentStays },
      })
    }),
  )
  .get('/documents/:document/settings', (c) => showSettings(c))
  .post('/documents/:document/settings', act('work', 'setDocumentSettings', 'Change the facts of a document', ChangeForm), (c) =>
    take(c, showSettings, async (body) => {
      await kept(c)
      const typed = readForm(ChangeForm, body, localeOf(c))
      await c.var.write((tx) => changeDocument(tx, c.var.actor, slugIn(c), typed))
      return done(c, pathOf(c), t.saved)
    }),
  )
  .get('/documents/:document/state', (c) => showState(c))
  .post('/documents/:document/state', act('work', 'setDocumentState', 'Archive or withdraw a document, or bring it back', StateForm), (c) =>
    take(c, showState, async (body) => {
      await kept(c)
      const { to, reason } = readForm(StateForm, body, localeOf(c))
      await c.var.write((tx) => moveDocument(tx, c.var.actor, slugIn(c), to, reason))
      return done(c, pathOf(c), { live: t.documentRestored, archived: t.documentArchived, withdrawn: t.documentWithdrawn }[to])
    }),
  )
  .get('/documents/:document/removal', (c) => showRemoval(c))
  .post('/documents/:document/keep', act('work', 'keepDocument', 'Keep a document longer', KeepForm), (c) =>
    take(c, showRemoval, async (body) => {
      await kept(c)
      const { until } = readForm(KeepForm, body, localeOf(c))
      await c.var.write((tx) => keepLonger(tx, c.var.actor, slugIn(c), until))
      return done(c, pathOf(c), t.itIsKept)
    }),
  )
  .post('/documents/:document/remove', act('work', 'deleteDocument', 'Delete a document for good', RemoveForm), (c) =>
    take(c, showRemoval, async (body) => {
      await kept(c)
      const { sure } = readForm(RemoveForm, body, localeOf(c))
      if (!sure) throw new Invalid(refusals.pleaseLookAgain, { sure: t.confirmCheckedDocument })
      await c.var.write((tx) => removeDocument(tx, c.var.actor, slugIn(c)))
      return done(c, pathOf(c), t.textsFilesDocumentDeleted)
    }),
  )

async function showApprove(c: C) {
  const document = await kept(c)
  const asked = c.var.refused ? [c.var.refused.typed.version ?? ''].flat()[0] : c.req.query('version')
  const version = await getVersion(c.var.db, document, Number(asked) || document.latest)
  const decisions = await listDecisionsOf(c.var.db, document)
  return c.var.page(t.approve({ title: document.title }), <ApprovePage {...{ document, version, decisions }} />)
}

async function showReview(c: C) {
  const document = await kept(c)
  const next = document.reviewMonths === null ? '' : addMonths(todayOf(c.var.actor), document.reviewMonths)
  return c.var.page(t.review({ title: document.title }), <ReviewPage {...{ document, next }} />)
}

async function showSettings(c: C) {
  const document = await kept(c)
  return c.var.page(t.settings({ title: document.title }), <SettingsPage document={document} />)
}

async function showState(c: C) {
  const document = await kept(c)
  return c.var.page(
    `${document.state === 'live' ? t.archiveOrWithdraw : t.bringBack}: ${document.title}`,
    <StatePage document={document} />,
  )
}

async function showRemoval(c: C) {
  const document = await kept(c)
  const today = todayOf(c.var.actor)
  const [longer, isOver] = [addMonths(today, 12), isKeptLongEnough(document, today)]
  return c.var.page(`${t.keepDeleteDocument}: ${document.title}`, <RemovalPage {...{ document, longer, isOver }} />)
}
