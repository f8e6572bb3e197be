import type { Context } from 'hono'
import * as z from 'zod'
import { listGroups } from '../../charter/queries.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { findListsByName, getModeratedList } from '../../list/queries.ts'
import { mayAdminister, mayOwn } from '../../policy.ts'
import type { Locale } from '../../ui/format.ts'
import { many, readForm, refusedForm, tick } from '../../ui/forms.ts'
import { bodyOf, done, type Env, pages } from '../../ui/web.tsx'
import { SourceError } from '../folder.ts'
import { findLeavers, findMembers } from '../members/queries.ts'
import { countItems, getMove, listBalances, listLeftItems } from '../queries.ts'
import { planOf } from '../run.ts'
import { addFiles, beginUpload, discardUpload, keepUpload } from './actions.ts'
import { getUpload, listFiles, listUploads, type Upload } from './queries.ts'
import { isMembers, plainName } from './rules.ts'
import { withSource } from './unpack.ts'
import { DonePage, ImportPage, MembersImportPage, PreviewPage, Progress, RunningPage } from './views.tsx'

const files = many(z.instanceof(File)).refine((some) => some.length > 0, { message: 'Choose at least one file.' })
const ImportForm = z.object({
  list: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/, { message: 'Small letters, digits, dots and hyphens.' })
    .max(24, { message: 'At most 24 characters.' }),
  group: z.coerce.number({ message: 'Choose a group.' }).int(),
  from: z.string().max(254).default(''),
  files,
})
const MembersForm = z.object({ files, sync: tick() })
const FilesForm = z.object({ files })
const BeginForm = z.object({ settings: tick(), skipWrong: tick() })

function administering(c: Context<Env>): void {
  if (!mayAdminister(c.var.actor)) throw new NotFound('There is no such page.')
}

async function ownList(c: Context<Env>) {
  const list = await getModeratedList(c.var.db, c.var.actor, c.req.param('list') ?? '')
  if (!mayOwn(c.var.actor, list)) throw new NotFound('No such list.')
  return list
}

/** Owners bring people; an archive or a whole list is for administrators to bring. */
function onlyMembers(some: File[]): void {
  const other = some.find(({ name }) => !isMembers(plainName(name)))
  if (other) throw new Invalid('Please look again.', { files: `“${plainName(other.name)}” is no file of members: CSV, XLSX or text.` })
}

const uploadOf = (c: Context<Env>) => getUpload(c.var.db, c.var.actor, Number(c.req.param('upload')) || 0)

/** What an import will do, read anew from its files. */
async function preview(c: Context<Env>, upload: Upload): Promise<Response> {
  const { db } = c.var
  const names = await listFiles(db, upload.id)
  const title = `Bring in ${upload.listName}`
  try {
    return await withSource(db, upload, async (source) => {
      const emails = source.departing.members.map(({ email }) => email)
      const here = upload.list ? (await findMembers(db, upload.list.id, emails)).size : 0
      const leaving = upload.list && upload.choices.sync ? await findLeavers(db, upload.list.id, emails) : []
      const { rows } = planOf(source, upload.list !== undefined, { settings: true })
      return c.var.page({ title, children: <PreviewPage {...{ upload, files: names, rows, source, here, leaving }} /> })
    })
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return c.var.page({
      title,
      children: (
        <PreviewPage
          {...{ upload, files: names, rows: [], here: 0, leaving: [] }}
          trouble={error.message.replaceAll(/\/\S*rapport-import-[^/\s]+\/?/g, '')}
        />
      ),
    })
  }
}

async function balance(c: Context<Env>, upload: Upload): Promise<Response> {
  const { db } = c.var
  const move = await getMove(db, upload.moveId ?? 0)
  const [counts, left, mail] = [
    await countItems(db, move.id),
    await listLeftItems(db, move.id),
    await listBalances(db, move.listId, move.begunAt),
  ]
  return c.var.page({ title: `${upload.listName} is here`, children: <DonePage {...{ upload, counts, left, mail, rows: move.plan }} /> })
}

export const uploadPages = pages()
  .get('/admin/import', async (c) => {
    administering(c)
    const [uploads, groups] = [await listUploads(c.var.db), await listGroups(c.var.db)]
    return c.var.page({ title: 'Bring a list in', children: <ImportPage uploads={uploads} groups={groups} /> })
  })
  .post('/admin/import', async (c) => {
    administering(c)
    const { db, write, actor } = c.var
    const body = await bodyOf(c)
    const groups = await listGroups(db)
    try {
      const typed = readForm(ImportForm, body, actor.locale as Locale)
      const [known] = await findListsByName(db, [typed.list])
      const groupId = known?.groupId ?? groups.find(({ id }) => id === typed.group)?.id
      if (groupId === undefined) throw new Invalid('Please look again.', { group: 'Choose a group.' })
      const choices = { settings: known === undefined }
      const id = await write((tx) =>
        keepUpload(tx, actor, { listName: typed.list, groupId, fromName: typed.from, choices, files: typed.files }),
      )
      return c.redirect(`/imports/${id}`, 303)
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return c.var.page({
        title: 'Bring a list in',
        status: 422,
        children: <ImportPage uploads={await listUploads(db)} groups={groups} refused={refused} />,
      })
    }
  })
  .get('/lists/:list/import', async (c) => {
    const list = await ownList(c)
    return c.var.page({ title: `Subscribe from a file: ${list.title}`, children: <MembersImportPage list={list} /> })
  })
  .post('/lists/:list/import', async (c) => {
    const { write, actor } = c.var
    const list = await ownList(c)
    const body = await bodyOf(c)
    try {
      const typed = readForm(MembersForm, body, actor.locale as Locale)
      onlyMembers(typed.files)
      const choices = { settings: false, sync: typed.sync }
      const id = await write((tx) =>
        keepUpload(tx, actor, { listName: list.name, groupId: list.groupId, fromName: '', choices, files: typed.files.slice(0, 1) }),
      )
      return c.redirect(`/imports/${id}`, 303)
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return c.var.page({
        title: `Subscribe from a file: ${list.title}`,
        status: 422,
        children: <MembersImportPage list={list} refused={refused} />,
      })
    }
  })
  .get('/imports/:upload', async (c) => {
    const upload = await uploadOf(c)
    if (upload.state === 'done') return balance(c, upload)
    if (upload.state === 'running')
      return c.var.page({ title: `Bringing in ${upload.listName}`, children: <RunningPage upload={upload} /> })
    return preview(c, upload)
  })
  .get('/imports/:upload/progress', async (c) => {
    const upload = await uploadOf(c)
    // The page itself says what became of it.
    if (upload.state !== 'running') c.header('hx-refresh', 'true')
    return c.html(<Progress upload={upload} />)
  })
  .post('/imports/:upload/files', async (c) => {
    const { write, actor } = c.var
    const upload = await uploadOf(c)
    if (upload.state === 'running' || upload.state === 'done') throw new Invalid('This import has begun already.')
    const typed = readForm(FilesForm, await bodyOf(c), actor.locale as Locale)
    if (!mayAdminister(actor)) onlyMembers(typed.files)
    await write((tx) => addFiles(tx, upload.id, typed.files))
    return c.redirect(`/imports/${upload.id}`, 303)
  })
  .post('/imports/:upload/begin', async (c) => {
    const { db, write, actor } = c.var
    const upload = await uploadOf(c)
    const { settings, skipWrong } = readForm(BeginForm, await bodyOf(c), actor.locale as Locale)
    const wrong = upload.state === 'shown' && !skipWrong ? await withSource(db, upload, async (source) => source.wrong.length) : 0
    if (wrong > 0)
      return done(
        c,
        `/imports/${upload.id}`,
        `Nothing was done: ${wrong} lines are wrong. Tick that they are left out, or bring a corrected file.`,
      )
    await write((tx) => beginUpload(tx, actor, upload.id, { settings: upload.list === undefined || settings }))
    return c.redirect(`/imports/${upload.id}`, 303)
  })
  .post('/imports/:upload/discard', async (c) => {
    const { write, actor } = c.var
    const upload = await uploadOf(c)
    await write((tx) => discardUpload(tx, actor, upload.id))
    return done(
      c,
      mayAdminister(actor) ? '/admin/import' : `/lists/${upload.listName}/subscribers`,
      'The files are gone; nothing was done.',
    )
  })
