import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { findReadyUpload, lookAt } from '../../files/queries.ts'
import { listOpenGroups } from '../../groups/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { type FormBody, line, lines, many, readForm, tick } from '../../lib/ui/forms.ts'
import { sendXlsx } from '../../lib/ui/imports/sheets.tsx'
import { Progress, RunPage } from '../../lib/ui/imports/views.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import type { Child } from '../../lib/ui/message.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findLeavers, findListsByName, findMembers, getModeratedList } from '../../list/queries.ts'
import { onlyAdministrators } from '../../only.ts'
import { mayAdminister, mayOwn } from '../../policy.ts'
import { planOf } from '../run.ts'
import { showImport } from '../runs-pages.tsx'
import { keyOf } from '../runs-queries.ts'
import { addFiles, beginUpload, discardUpload, keepUpload, tryAgain } from './actions.ts'
import { getUpload, listFiles, listUploads, type Upload } from './queries.ts'
import { rowsOf } from './rows.ts'
import { isMembers, plainName } from './rules.ts'
import { isTrouble, troubleOf, withSource } from './unpack.ts'
import { ImportPage, MembersImportPage, PreviewPage, rowsFile, runOf, StoppedPage } from './views.tsx'

const t = textsOf('imports', 'uploads')

// With script a file comes in pieces, before its form; then the form names it.
const brought = { file: many(z.instanceof(File)), upload: line(80).optional() }
const ImportForm = z.object({
  list: line(100)
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/, { error: () => t.listNameLetters })
    .max(24, { error: () => t.listNameLong({ most: 24 }) }),
  group: z.coerce.number({ error: () => t.chooseGroup }).int(),
  from: line(254).default(''),
  ...brought,
})
const MembersForm = z.object({ ...brought, pasted: lines(1_000_000).default(''), sync: tick() })
const FilesForm = z.object(brought)
const BeginForm = z.object({ settings: tick(), skipWrong: tick() })

async function ownList(c: C) {
  const list = await getModeratedList(c.var.db, c.var.actor, c.req.param('list') ?? '')
  if (!mayOwn(c.var.actor, list)) throw new NotFound(refusals.noSuchList)
  return list
}

/** A file that came in pieces, before its form: by the address, or by a form that was refused. */
const uploadIn = (c: C, body?: FormBody) =>
  findReadyUpload(c.var.db, c.var.actor, typeof body?.upload === 'string' && body.upload ? body.upload : c.req.query('upload'))

/** Owners bring people; an archive or a whole list is for administrators to bring. */
async function onlyMembers(c: C, { file, upload }: { file: File[]; upload?: string | undefined }): Promise<void> {
  const names = upload ? [(await findReadyUpload(c.var.db, c.var.actor, upload))?.name ?? ''] : file.map(({ name }) => name)
  const other = names.find((name) => name !== '' && !isMembers(plainName(name)))
  if (other) throw new Invalid(refusals.pleaseLookAgain, { file: t.isNoFileOfMembersCsv({ plainName: plainName(other) }) })
}

/** Files of a form; a field that was left empty sends one without a name. */
const lookAtAll = (files: File[]) => Promise.all(files.filter(({ name }) => name !== '').map(lookAt))

/** What was pasted is a file like any other. */
function withPasted<T extends { file: File[]; upload?: string | undefined; pasted: string }>(typed: T): T {
  if (typed.pasted.trim() === '') return typed
  if (typed.upload || typed.file.some(({ size }) => size > 0))
    throw new Invalid(refusals.pleaseLookAgain, { pasted: t.bringAFileOrPasteThe })
  return { ...typed, file: [new File([typed.pasted], 'pasted.txt')] }
}

const uploader = () => <script type="module" src={assetPath('upload.js')} />

async function showUpload(c: C, body?: FormBody) {
  const [uploads, groups] = [await listUploads(c.var.db), await listOpenGroups(c.var.db)]
  const page = <ImportPage {...{ uploads, groups }} brought={await uploadIn(c, body)} list={c.req.query('list')} />
  return c.var.page(t.importAList, page, { head: uploader() })
}

async function showMembersImport(c: C, list: Awaited<ReturnType<typeof ownList>>, body?: FormBody) {
  return c.var.page(t.subscribeFromAFile({ title: list.title }), <MembersImportPage list={list} brought={await uploadIn(c, body)} />, {
    head: uploader(),
  })
}

const uploadOf = (c: C) => getUpload(c.var.db, c.var.actor, idOf(c, 'upload'))

/** How many lines of an import that has not begun are wrong. */
const countWrong = async (db: Db, upload: Upload): Promise<number> => (await rowsOf(db, upload)).filter(({ how }) => how === 'wrong').length

/** What an import will do, read anew from its files. */
async function preview(c: C, upload: Upload, body?: FormBody) {
  const { db } = c.var
  const [files, brought] = [await listFiles(db, upload.id), await uploadIn(c, body)]
  const page = (content: Child) => c.var.page(t.bringIn({ listName: upload.listName }), content, { head: uploader() })
  try {
    return await withSource(db, upload, async (source) => {
      const emails = source.departing.members.map(({ email }) => email)
      const here = upload.list ? (await findMembers(db, upload.list.id, emails)).size : 0
      const leaving = upload.list && upload.choices.sync ? await findLeavers(db, upload.list.id, emails) : []
      const { rows } = planOf(source, upload.list !== undefined, { settings: true })
      return page(<PreviewPage {...{ upload, files, rows, source, here, leaving, brought }} />)
    })
  } catch (error) {
    if (!isTrouble(error)) throw error
    return page(<PreviewPage {...{ upload, files, rows: [], here: 0, leaving: [], brought }} trouble={sayKept(troubleOf(error))} />)
  }
}

export const uploadPages = pages()
  .get('/admin/import', (c) => {
    onlyAdministrators(c.var.actor)
    return showUpload(c)
  })
  .post('/admin/import', act('work', 'importList', 'Import a list', ImportForm, { scope: 'admin', files: ['file'] }), async (c) => {
    onlyAdministrators(c.var.actor)
    const { db, write, actor } = c.var
    const body = await bodyOf(c)
    return refusable(c, () => showUpload(c, body)).take(ImportForm, async ({ list, group, from, file: files, upload }) => {
      const [known] = await findListsByName(db, [list])
      const groups = await listOpenGroups(db)
      const groupId = known?.groupId ?? groups.find(({ id }) => id === group)?.id
      if (groupId === undefined) throw new Invalid(refusals.pleaseLookAgain, { group: t.chooseAGroup })
      // A list stays with its group: who chose another one means another list.
      const its = groups.find(({ id }) => id === known?.groupId)
      if (known && its && its.id !== group)
        throw new Invalid(refusals.pleaseLookAgain, { group: t.listOfAnotherGroup({ list, group: its.name }) })
      const choices = { settings: known === undefined }
      const looked = await lookAtAll(files)
      const id = await write((tx) => keepUpload(tx, actor, { listName: list, groupId, fromName: from, choices, files: looked, upload }))
      return c.redirect(`/imports/${id}`, 303)
    })
  })
  .get('/lists/:list/import', async (c) => showMembersImport(c, await ownList(c)))
  .post(
    '/lists/:list/import',
    act('work', 'importMembers', 'Import members of a list from a file', MembersForm, { scope: 'moderate', files: ['file'] }),
    async (c) => {
      const { write, actor } = c.var
      const list = await ownList(c)
      const body = await bodyOf(c)
      return refusable(c, () => showMembersImport(c, list, body)).run(async () => {
        const typed = withPasted(readForm(MembersForm, body, actor.locale))
        await onlyMembers(c, typed)
        const choices = { settings: false, sync: typed.sync }
        const { upload } = typed
        const files = await lookAtAll(typed.file.slice(0, 1))
        const id = await write((tx) =>
          keepUpload(tx, actor, { listName: list.name, groupId: list.groupId, fromName: '', choices, files, upload }),
        )
        return c.redirect(`/imports/${id}`, 303)
      })
    },
  )
  .get('/imports/:upload', async (c) => {
    const upload = await uploadOf(c)
    if (upload.state === 'done') return showImport(c, keyOf({ kind: 'move', id: upload.moveId ?? 0 }))
    const title = t.bringingIn({ listName: upload.listName })
    if (upload.state === 'running') return c.var.page(title, <RunPage run={runOf(upload)} whyNot={undefined} again={false} more={null} />)
    if (upload.stoppedAt !== null) return c.var.page(title, <StoppedPage upload={upload} files={await listFiles(c.var.db, upload.id)} />)
    return preview(c, upload)
  })
  .get('/imports/:upload/rows.xlsx', async (c) => {
    const upload = await uploadOf(c)
    if (upload.state !== 'shown') throw new NotFound(refusals.thereIsNoSuchFile)
    return sendXlsx(c, rowsFile(upload, await rowsOf(c.var.db, upload)))
  })
  .get('/imports/:upload/progress', async (c) => {
    const upload = await uploadOf(c)
    // The page itself says what became of it.
    if (upload.state !== 'running') c.header('hx-refresh', 'true')
    return c.html(<Progress run={runOf(upload)} />)
  })
  .post(
    '/imports/:upload/files',
    act('work', 'addImportFiles', 'Add files to an import', FilesForm, { scope: 'moderate', files: ['file'] }),
    async (c) => {
      const { write, actor } = c.var
      const upload = await uploadOf(c)
      if (upload.state === 'running' || upload.state === 'done') throw new Invalid(t.thisImportHasBegunAlready)
      const body = await bodyOf(c)
      return refusable(c, () => preview(c, upload, body)).take(FilesForm, async (typed) => {
        if (!mayAdminister(actor)) await onlyMembers(c, typed)
        const files = await lookAtAll(typed.file)
        await write((tx) => addFiles(tx, actor, upload.id, { files, upload: typed.upload }))
        return c.redirect(`/imports/${upload.id}`, 303)
      })
    },
  )
  .post('/imports/:upload/begin', act('work', 'beginImport', 'Begin an import', BeginForm, { scope: 'moderate' }), async (c) => {
    const { db, write, actor } = c.var
    const upload = await uploadOf(c)
    return refusable(c, () => preview(c, upload)).take(BeginForm, async ({ settings, skipWrong }) => {
      const wrong = upload.state === 'shown' && !skipWrong ? await countWrong(db, upload) : 0
      if (wrong > 0) throw new Invalid(t.nothingImportedLinesHave({ wrong }), { skipWrong: t.nothingImportedLinesHave({ wrong }) })
      await write((tx) => beginUpload(tx, actor, upload.id, { settings: upload.list === undefined || settings }))
      return c.redirect(`/imports/${upload.id}`, 303)
    })
  })
  .post(
    '/imports/:upload/again',
    act('work', 'retryImport', 'Retry an import that stopped', undefined, { scope: 'moderate' }),
    async (c) => {
      const upload = await uploadOf(c)
      await c.var.write((tx) => tryAgain(tx, c.var.actor, upload.id))
      return done(c, `/imports/${upload.id}`, t.itGoesOnWhereItWas)
    },
  )
  .post('/imports/:upload/discard', act('work', 'discardImport', 'Discard an import', undefined, { scope: 'moderate' }), async (c) => {
    const { write, actor } = c.var
    const upload = await uploadOf(c)
    await write((tx) => discardUpload(tx, actor, upload.id))
    return done(
      c,
      mayAdminister(actor) ? '/admin/import' : `/lists/${upload.listName}/subscribers`,
      upload.begunAt === null ? t.filesGone : t.filesDeletedWhatImportAdded,
    )
  })
