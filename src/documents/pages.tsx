import type { Context } from 'hono'
import * as z from 'zod'
import { Invalid, NotFound } from '../errors.ts'
import { keepFile } from '../files/actions.ts'
import { readFileBytes } from '../files/queries.ts'
import { takeUpload } from '../files/uploads/actions.ts'
import { findReadyUpload } from '../files/uploads/queries.ts'
import { renderDocx } from '../print/docx.ts'
import { renderPdf } from '../print/pdf.ts'
import { assetPath } from '../ui/assets.ts'
import { sendFile } from '../ui/download.ts'
import type { Locale } from '../ui/format.ts'
import { type FormBody, readForm, refusedForm, tick, typedIn, whole } from '../ui/forms.ts'
import { bodyOf, done, type Env, pages } from '../ui/web.tsx'
import {
  approveVersion,
  changeDocument,
  keepLonger,
  moveDocument,
  type NewContent,
  Overtaken,
  removeDocument,
  reviewUnchanged,
  startDocument,
  writeVersion,
} from './actions.ts'
import { ComparePage } from './compare.tsx'
import { exportDocuments } from './export.ts'
import { printVersion, versionName } from './files.ts'
import {
  countDocuments,
  type Document,
  type DocumentFilter,
  getDocument,
  getVersion,
  listDecisionsOf,
  listDocuments,
  listHosts,
  listPastReviews,
  listReviews,
  listVersions,
} from './queries.ts'
import { addMonths } from './rules.ts'
import { findTemplate } from './templates.ts'
import { DocumentPage, DocumentsPage } from './views.tsx'
import { documentWords } from './words.ts'
import { ApprovePage, EditPage, NewDocumentPage, RemovalPage, ReviewPage, SettingsPage, StatePage } from './writing-views.tsx'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const settings = {
  title: z.string().max(200),
  category: z.enum(['key', 'minutes', 'report', 'other']),
  ownerRole: z.enum(['coordinator', 'deputy', 'liaison', 'moderator', 'member', 'steering']),
  visibility: z.enum(['public', 'subscribers', 'group']),
  datedOn: z.iso.date(),
  reviewMonths: whole().pipe(z.number().min(1).max(120)).optional(),
  reviewOn: z.iso.date().optional(),
  keepMonths: whole().pipe(z.number().min(1).max(1200)).optional(),
}
const SettingsForm = z.object(settings)
const content = {
  body: z.string().max(500_000).optional(),
  note: z.string().max(300).default(''),
  upload: z.string().max(80).optional(),
  file: z.instanceof(File).optional(),
}
const NewForm = z.object({ ...settings, ...content, host: z.string().max(60) })
const VersionForm = z.object({ ...content, base: whole() })
const ApproveForm = z.object({
  version: whole(),
  way: z.enum(['meeting', 'role']),
  decisionId: whole().optional(),
  on: z.iso.date().optional(),
})
const ReviewForm = z.object({ nextOn: z.iso.date().optional(), note: z.string().max(300).default('') })
const StateForm = z.object({ to: z.enum(['live', 'archived', 'withdrawn']), reason: z.string().max(500).default('') })
const Filter = z.object({
  category: z.enum(['key', 'minutes', 'report', 'other']).optional().catch(undefined),
  state: z.enum(['review', 'approve', 'removal', 'archived', 'withdrawn']).optional().catch(undefined),
  group: z.string().max(60).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
})

const localeOf = (c: Context<Env>) => c.var.actor.locale as Locale
const uploader = () => <script type="module" src={assetPath('upload.js')} />
const kindOf = (c: Context<Env>) => (c.var.actor.personId === null ? 'public' : 'work')
const todayOf = (c: Context<Env>): string => c.var.actor.at.toISOString().slice(0, 10)
const slugIn = (c: Context<Env>): string => c.req.param('document') ?? ''
const documentOf = (c: Context<Env>) => getDocument(c.var.db, c.var.actor, slugIn(c))
const pathOf = (c: Context<Env>) => `/documents/${slugIn(c)}`

const filterOf = (c: Context<Env>): DocumentFilter => {
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''))
  return Filter.parse(given)
}

async function writable(c: Context<Env>): Promise<Document> {
  const document = await documentOf(c)
  if (!document.mayDraft) throw new NotFound('There is no such page.')
  return document
}

async function kept(c: Context<Env>): Promise<Document> {
  const document = await documentOf(c)
  if (!document.mayKeep) throw new NotFound('There is no such page.')
  return document
}

const versionOf = async (c: Context<Env>, document: Document) => getVersion(c.var.db, document, Number(c.req.param('version')) || 0)

async function showDocument(c: Context<Env>, numbered: boolean) {
  const { db, config } = c.var
  const document = await documentOf(c)
  const version = numbered ? await versionOf(c, document) : await getVersion(db, document)
  const [versions, reviews] = [await listVersions(db, document), document.mayDraft ? await listPastReviews(db, document.id) : []]
  return c.var.page({
    title: document.title,
    kind: kindOf(c),
    children: <DocumentPage {...{ document, version, versions, reviews }} today={todayOf(c)} baseUrl={config.baseUrl} />,
  })
}

const showNew = async (
  c: Context<Env>,
  { body, refused, preview }: { body?: FormBody; refused?: ReturnType<typeof refusedForm>; preview?: boolean } = {},
) => {
  const hosts = await listHosts(c.var.db, c.var.actor)
  if (hosts.length === 0) throw new NotFound('There is no such page.')
  const file = c.req.query('file') !== undefined || body?.['file-form'] !== undefined
  const upload = await uploadOf(c, body)
  return c.var.page({
    title: 'New document',
    head: uploader(),
    status: refused ? 422 : 200,
    children: (
      <NewDocumentPage
        hosts={hosts}
        template={findTemplate(c.req.query('template'))}
        today={todayOf(c)}
        refused={refused}
        preview={preview && body ? typedIn(body) : undefined}
        file={file}
        upload={upload}
      />
    ),
  })
}

/** A file that came in pieces, before its form: by the address, or by a form that was refused. */
const uploadOf = (c: Context<Env>, body?: FormBody) =>
  findReadyUpload(
    c.var.db,
    c.var.actor,
    [body?.upload ?? c.req.query('upload') ?? ''].flat().find((one) => typeof one === 'string' && one !== '') as string | undefined,
  )

async function showEdit(
  c: Context<Env>,
  { body, refused, preview }: { body?: FormBody; refused?: ReturnType<typeof refusedForm>; preview?: boolean } = {},
) {
  const document = await writable(c)
  const version = await getVersion(c.var.db, document, document.latest)
  const asked =
    c.req.query('file') !== undefined || body?.['file-form'] !== undefined ? true : c.req.query('text') !== undefined ? false : undefined
  return c.var.page({
    title: `New version: ${document.title}`,
    head: uploader(),
    status: refused ? 422 : 200,
    children: (
      <EditPage
        document={document}
        version={version}
        refused={refused}
        preview={preview && body ? typedIn(body) : undefined}
        file={body?.body !== undefined ? false : asked}
        upload={await uploadOf(c, body)}
      />
    ),
  })
}

/** Somebody else wrote meanwhile: both texts are on the page, and the form holds hers. */
async function showOvertaken(c: Context<Env>, body: FormBody) {
  const document = await writable(c)
  const theirs = await getVersion(c.var.db, document, document.latest)
  const typed = typedIn(body)
  const mine = [typed.body ?? ''].flat()[0] ?? ''
  return c.var.page({
    title: `New version: ${document.title}`,
    status: 409,
    children: (
      <EditPage
        document={document}
        version={theirs}
        overtaken={{ theirs, mine }}
        preview={{ ...typed, base: String(document.latest) }}
        file={body['file-form'] !== undefined}
      />
    ),
  })
}

/** What a form brings as the content of a version; a file is kept in the same transaction. */
async function contentOf(
  c: Context<Env>,
  typed: { body?: string; note: string; file?: File; upload?: string },
  tx: Parameters<Parameters<Env['Variables']['write']>[0]>[0],
): Promise<NewContent> {
  const { actor } = c.var
  if (typed.upload) return { fileId: await takeUpload(tx, actor, typed.upload), note: typed.note }
  if (typed.file) {
    if (typed.file.size === 0) throw new Invalid('Please look again.', { file: 'Choose a file that is not empty.' })
    const kept = await keepFile(tx, { name: typed.file.name, content: typed.file.stream(), personId: actor.personId, at: actor.at })
    return { fileId: kept.id, note: typed.note }
  }
  if (typed.body === undefined) throw new Invalid('Please look again.', { body: 'Write a text or bring a file.', file: 'Choose a file.' })
  return { body: typed.body, note: typed.note }
}

/** Does what a form asks for; a refusal shows its page again with everything that was typed. */
async function take(
  c: Context<Env>,
  act: (body: FormBody) => Promise<Response>,
  again: (refused: NonNullable<ReturnType<typeof refusedForm>>, body: FormBody) => Promise<Response>,
) {
  const body = await bodyOf(c)
  try {
    return await act(body)
  } catch (error) {
    const refused = refusedForm(error, body)
    if (!refused) throw error
    return again(refused, body)
  }
}

const orNull = <T,>(value: T | undefined): T | null => value ?? null

const settingsIn = (typed: z.output<typeof SettingsForm>) => {
  const { title, category, ownerRole, visibility, datedOn, reviewMonths, reviewOn, keepMonths } = typed
  return {
    title,
    category,
    ownerRole,
    visibility,
    datedOn,
    reviewMonths: orNull(reviewMonths),
    reviewOn: orNull(reviewOn),
    keepMonths: orNull(keepMonths),
  }
}

export const documentPages = pages()
  .get('/documents', async (c) => {
    const { db, actor } = c.var
    const filter = filterOf(c)
    const page = Math.max(1, Math.min(10_000, Number(c.req.query('page')) || 1))
    const [found, counts, reviews, hosts] = [
      await listDocuments(db, actor, filter, { page }),
      await countDocuments(db, actor),
      await listReviews(db, actor),
      await listHosts(db, actor),
    ]
    return c.var.page({
      title: documentWords(localeOf(c)).documents,
      kind: kindOf(c),
      children: <DocumentsPage {...{ found, counts, reviews, hosts, filter, page }} today={todayOf(c)} />,
    })
  })
  .get('/documents/new', (c) => showNew(c))
  .get('/documents/export.zip', async (c) => {
    const { db, actor } = c.var
    const name = `documents-${todayOf(c)}.zip`
    return sendFile(c, { name, type: 'application/zip' }, exportDocuments(db, actor, filterOf(c)))
  })
  .post('/documents', (c) =>
    take(
      c,
      async (body) => {
        const { db, actor, write } = c.var
        const hosts = await listHosts(db, actor)
        if (hosts.length === 0) throw new NotFound('There is no such page.')
        if (body.act === 'preview') return showNew(c, { body, preview: true })
        const typed = readForm(NewForm, body, localeOf(c))
        const host = hosts.find(({ slug }) => slug === typed.host)
        if (!host) throw new Invalid('Please look again.', { host: 'Choose a group.' })
        const { groupId, communityId } = host
        const { slug } = await write(async (tx) =>
          startDocument(tx, actor, { ...settingsIn(typed), groupId, communityId, content: await contentOf(c, typed, tx) }),
        )
        return done(c, `/documents/${slug}`, 'The draft is kept.')
      },
      (refused, body) => showNew(c, { refused, body }),
    ),
  )
  .get('/documents/:document', (c) => showDocument(c, false))
  .get('/documents/:document/v/:version', (c) => showDocument(c, true))
  .get('/documents/:document/v/:version/document.pdf', async (c) => {
    const document = await documentOf(c)
    const version = await versionOf(c, document)
    if (version.body === null) throw new NotFound('There is no such page.')
    return sendFile(
      c,
      { name: versionName(document.slug, version.number, 'pdf'), type: 'application/pdf' },
      renderPdf(printVersion(document, version, c.var.config.baseUrl)),
    )
  })
  .get('/documents/:document/v/:version/document.docx', async (c) => {
    const document = await documentOf(c)
    const version = await versionOf(c, document)
    if (version.body === null) throw new NotFound('There is no such page.')
    return sendFile(
      c,
      { name: versionName(document.slug, version.number, 'docx'), type: docxType },
      await renderDocx(printVersion(document, version, c.var.config.baseUrl)),
    )
  })
  .get('/documents/:document/v/:version/document.md', async (c) => {
    const document = await documentOf(c)
    const version = await versionOf(c, document)
    if (version.body === null) throw new NotFound('There is no such page.')
    return sendFile(
      c,
      { name: versionName(document.slug, version.number, 'md'), type: 'text/markdown; charset=utf-8' },
      Buffer.from(version.body),
    )
  })
  .get('/documents/:document/v/:version/file', async (c) => {
    const document = await documentOf(c)
    const version = await versionOf(c, document)
    if (version.fileId === null || version.held) throw new NotFound('There is no such file.')
    return sendFile(
      c,
      { name: version.fileName ?? 'file', type: version.fileType ?? 'application/octet-stream', size: version.fileSize ?? undefined },
      readFileBytes(c.var.db, version.fileId),
    )
  })
  .get('/documents/:document/export.zip', async (c) => {
    const document = await documentOf(c)
    return sendFile(c, { name: `${document.slug}.zip`, type: 'application/zip' }, exportDocuments(c.var.db, c.var.actor, {}, document.slug))
  })
  .get('/documents/:document/compare', async (c) => {
    const { db } = c.var
    const document = await documentOf(c)
    const versions = await listVersions(db, document)
    const numbers = versions.map(({ number }) => number)
    const to = await getVersion(db, document, Number(c.req.query('to')) || numbers[0] || 0)
    const from = await getVersion(db, document, Number(c.req.query('from')) || numbers.find((number) => number < to.number) || to.number)
    const view = c.req.query('view') === 'inline' ? 'inline' : 'beside'
    return c.var.page({
      title: `${documentWords(localeOf(c)).changes}: ${document.title}`,
      kind: kindOf(c),
      children: <ComparePage {...{ document, versions, from, to, view }} />,
    })
  })
  .get('/documents/:document/edit', (c) => showEdit(c))
  .post('/documents/:document/versions', (c) =>
    take(
      c,
      async (body) => {
        await writable(c)
        if (body.act === 'preview') return showEdit(c, { body, preview: true })
        const typed = readForm(VersionForm, body, localeOf(c))
        try {
          const number = await c.var.write(async (tx) =>
            writeVersion(tx, c.var.actor, slugIn(c), { base: typed.base, ...(await contentOf(c, typed, tx)) }),
          )
          return done(c, `${pathOf(c)}/v/${number}`, `Version ${number} is kept as a draft.`)
        } catch (error) {
          if (error instanceof Overtaken) return showOvertaken(c, body)
          throw error
        }
      },
      (refused, body) => showEdit(c, { refused, body }),
    ),
  )
  .get('/documents/:document/approve', async (c) => showApprove(c))
  .post('/documents/:document/approve', (c) =>
    take(
      c,
      async (body) => {
        await kept(c)
        const { version, ...approval } = readForm(ApproveForm, body, localeOf(c))
        await c.var.write((tx) => approveVersion(tx, c.var.actor, slugIn(c), { number: version, ...approval }))
        return done(c, pathOf(c), `Version ${version} is approved.`)
      },
      (refused) => showApprove(c, refused),
    ),
  )
  .get('/documents/:document/review', (c) => showReview(c))
  .post('/documents/:document/review', (c) =>
    take(
      c,
      async (body) => {
        await kept(c)
        const typed = readForm(ReviewForm, body, localeOf(c))
        await c.var.write((tx) => reviewUnchanged(tx, c.var.actor, slugIn(c), typed))
        return done(c, pathOf(c), 'Reviewed; it stands as it is.')
      },
      (refused) => showReview(c, refused),
    ),
  )
  .get('/documents/:document/settings', (c) => showSettings(c))
  .post('/documents/:document/settings', (c) =>
    take(
      c,
      async (body) => {
        await kept(c)
        const typed = readForm(SettingsForm, body, localeOf(c))
        await c.var.write((tx) => changeDocument(tx, c.var.actor, slugIn(c), settingsIn(typed)))
        return done(c, pathOf(c), 'Saved.')
      },
      (refused) => showSettings(c, refused),
    ),
  )
  .get('/documents/:document/state', (c) => showState(c))
  .post('/documents/:document/state', (c) =>
    take(
      c,
      async (body) => {
        await kept(c)
        const { to, reason } = readForm(StateForm, body, localeOf(c))
        await c.var.write((tx) => moveDocument(tx, c.var.actor, slugIn(c), to, reason))
        return done(c, pathOf(c), { live: 'It is in use again.', archived: 'It is in the archive.', withdrawn: 'It is withdrawn.' }[to])
      },
      (refused) => showState(c, refused),
    ),
  )
  .get('/documents/:document/removal', (c) => showRemoval(c))
  .post('/documents/:document/keep', (c) =>
    take(
      c,
      async (body) => {
        await kept(c)
        const { until } = readForm(z.object({ until: z.iso.date() }), body, localeOf(c))
        await c.var.write((tx) => keepLonger(tx, c.var.actor, slugIn(c), until))
        return done(c, pathOf(c), 'It is kept.')
      },
      (refused) => showRemoval(c, refused),
    ),
  )
  .post('/documents/:document/remove', (c) =>
    take(
      c,
      async (body) => {
        await kept(c)
        const { sure } = readForm(z.object({ sure: tick() }), body, localeOf(c))
        if (!sure) throw new Invalid('Please look again.', { sure: 'Tick that you have looked at it.' })
        await c.var.write((tx) => removeDocument(tx, c.var.actor, slugIn(c)))
        return done(c, pathOf(c), 'Its texts and files are gone.')
      },
      (refused) => showRemoval(c, refused),
    ),
  )

type Again = ReturnType<typeof refusedForm>
const statusOf = (refused: Again) => (refused ? 422 : 200)

async function showApprove(c: Context<Env>, refused?: Again) {
  const document = await kept(c)
  const asked = refused ? [refused.typed.version ?? ''].flat()[0] : c.req.query('version')
  const version = await getVersion(c.var.db, document, Number(asked) || document.latest)
  const decisions = await listDecisionsOf(c.var.db, document)
  return c.var.page({
    title: `Approve: ${document.title}`,
    status: statusOf(refused),
    children: <ApprovePage {...{ document, version, decisions, refused }} />,
  })
}

async function showReview(c: Context<Env>, refused?: Again) {
  const document = await kept(c)
  const next = document.reviewMonths === null ? '' : addMonths(todayOf(c), document.reviewMonths)
  return c.var.page({
    title: `Review: ${document.title}`,
    status: statusOf(refused),
    children: <ReviewPage {...{ document, refused, next }} />,
  })
}

async function showSettings(c: Context<Env>, refused?: Again) {
  const document = await kept(c)
  return c.var.page({
    title: `Settings: ${document.title}`,
    status: statusOf(refused),
    children: <SettingsPage {...{ document, refused }} />,
  })
}

async function showState(c: Context<Env>, refused?: Again) {
  const document = await kept(c)
  return c.var.page({ title: document.title, status: statusOf(refused), children: <StatePage {...{ document, refused }} /> })
}

async function showRemoval(c: Context<Env>, refused?: Again) {
  const document = await kept(c)
  const longer = addMonths(todayOf(c), 12)
  return c.var.page({ title: document.title, status: statusOf(refused), children: <RemovalPage {...{ document, refused, longer }} /> })
}
