import * as z from 'zod'
import { Invalid, NotFound, Overtaken } from '../errors.ts'
import { keepFile, takeUpload } from '../files/actions.ts'
import { findReadyUpload, type LookedAt, lookAt } from '../files/queries.ts'
import { assetPath } from '../lib/ui/assets.ts'
import { type FormBody, line, lines, readForm, typedIn, whole } from '../lib/ui/forms.ts'
import type { Env } from '../lib/ui/variables.ts'
import { act, bodyOf, type C, done, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { type NewContent, startDocument, writeVersion } from './actions.ts'
import { localeOf, pathOf, settings, settingsIn, slugIn, take, writable } from './pages.tsx'
import { getVersion, listHosts } from './queries.ts'
import { findTemplate } from './templates.ts'
import { EditPage, NewDocumentPage } from './writing-views.tsx'

const t = textsOf('documents', 'writing')

const content = {
  body: lines(500_000).optional(),
  note: line(300).default(''),
  upload: line(80).optional(),
  file: z.instanceof(File).optional(),
}
const NewForm = z.object({ ...settings, ...content, host: line(60) })
export const VersionForm = z.object({ ...content, base: whole() })

/** A new version of a document, as a draft. */
export const addVersionForm = act('work', 'addDocumentVersion', 'Write a new version of a document', VersionForm, { files: ['file'] })

const uploader = () => <script type="module" src={assetPath('upload.js')} />

const showNew = async (c: C, { body, preview }: { body?: FormBody; preview?: boolean } = {}) => {
  const hosts = await listHosts(c.var.db, c.var.actor)
  if (hosts.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  const file = c.req.query('file') !== undefined || body?.['file-form'] !== undefined
  const upload = await uploadOf(c, body)
  return c.var.page(
    t.newDocument,
    <NewDocumentPage
      hosts={hosts}
      template={findTemplate(c.req.query('template'))}
      today={todayOf(c.var.actor)}
      preview={preview && body ? typedIn(body) : undefined}
      file={file}
      upload={upload}
    />,
    { head: uploader() },
  )
}

/** A file that came in pieces, before its form: by the address, or by a form that was refused. */
const uploadOf = (c: C, body?: FormBody) =>
  findReadyUpload(
    c.var.db,
    c.var.actor,
    [body?.upload ?? c.req.query('upload') ?? ''].flat().find((one) => typeof one === 'string' && one !== '') as string | undefined,
  )

async function showEdit(c: C, { body, preview }: { body?: FormBody; preview?: boolean } = {}) {
  const document = await writable(c)
  const version = await getVersion(c.var.db, document, document.latest)
  const asked =
    c.req.query('file') !== undefined || body?.['file-form'] !== undefined ? true : c.req.query('text') !== undefined ? false : undefined
  return c.var.page(
    t.newVersion({ title: document.title }),
    <EditPage
      document={document}
      version={version}
      preview={preview && body ? typedIn(body) : undefined}
      file={body?.body !== undefined ? false : asked}
      upload={await uploadOf(c, body)}
    />,
    { head: uploader() },
  )
}

const newAgain = async (c: C) => showNew(c, { body: await bodyOf(c) })
const editAgain = async (c: C) => showEdit(c, { body: await bodyOf(c) })

/** Somebody else wrote meanwhile: both texts are on the page, and the form holds theirs. */
async function showOvertaken(c: C, body: FormBody) {
  const document = await writable(c)
  const theirs = await getVersion(c.var.db, document, document.latest)
  const typed = typedIn(body)
  const mine = [typed.body ?? ''].flat()[0] ?? ''
  return c.var.page(
    t.newVersion({ title: document.title }),
    <EditPage
      document={document}
      version={theirs}
      overtaken={{ theirs, mine }}
      preview={{ ...typed, base: String(document.latest) }}
      file={body['file-form'] !== undefined}
    />,
    { status: 409 },
  )
}

/** A form with its file looked at, before the transaction that keeps it. */
async function withFile<T extends { file?: File | undefined }>({ file, ...typed }: T) {
  if (file?.size === 0) throw new Invalid(refusals.pleaseLookAgain, { file: t.chooseAnotherFileOneEmpty })
  return { ...typed, ...(file && { file: await lookAt(file) }) }
}

/** What a form brings as the content of a version; a file is kept in the same transaction. */
async function contentOf(
  c: C,
  typed: { body?: string; note: string; file?: LookedAt; upload?: string },
  tx: Parameters<Parameters<Env['Variables']['write']>[0]>[0],
): Promise<NewContent> {
  const { actor } = c.var
  if (typed.upload) return { fileId: await takeUpload(tx, actor, typed.upload), note: typed.note }
  if (typed.file) {
    const kept = await keepFile(tx, { ...typed.file, personId: actor.personId, at: actor.at })
    return { fileId: kept.id, note: typed.note }
  }
  if (typed.body === undefined) throw new Invalid(refusals.pleaseLookAgain, { body: t.writeATextOrBringA, file: t.chooseAFile })
  return { body: typed.body, note: typed.note }
}

/** Where documents and their versions are written, or brought as files. */
export const writingPages = pages()
  .get('/documents/new', (c) => showNew(c))
  .post('/documents', act('work', 'createDocument', 'Begin a document', NewForm, { files: ['file'] }), (c) =>
    take(c, newAgain, async (body) => {
      const { db, actor, write } = c.var
      const hosts = await listHosts(db, actor)
      if (hosts.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
      if (body.act === 'preview') return showNew(c, { body, preview: true })
      const typed = readForm(NewForm, body, localeOf(c))
      const host = hosts.find(({ slug }) => slug === typed.host)
      if (!host) throw new Invalid(refusals.pleaseLookAgain, { host: t.chooseAGroup })
      const { groupId, communityId } = host
      const brought = await withFile(typed)
      const { slug } = await write(async (tx) =>
        startDocument(tx, actor, { ...settingsIn(typed), groupId, communityId, content: await contentOf(c, brought, tx) }),
      )
      return done(c, `/documents/${slug}`, t.draftSaved)
    }),
  )
  .get('/documents/:document/edit', (c) => showEdit(c))
  .post('/documents/:document/versions', addVersionForm, (c) =>
    take(c, editAgain, async (body) => {
      await writable(c)
      if (body.act === 'preview') return showEdit(c, { body, preview: true })
      const typed = readForm(VersionForm, body, localeOf(c))
      try {
        const brought = await withFile(typed)
        const number = await c.var.write(async (tx) =>
          writeVersion(tx, c.var.actor, slugIn(c), { base: typed.base, ...(await contentOf(c, brought, tx)) }),
        )
        return done(c, `${pathOf(c)}/v/${number}`, t.versionSavedDraft({ number }))
      } catch (error) {
        if (error instanceof Overtaken) return showOvertaken(c, body)
        throw error
      }
    }),
  )
