import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { act } from '../../lib/ui/acts.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { line } from '../../lib/ui/texts.ts'
import { done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { kindFor, pageIn, writingGroups } from '../pages.tsx'
import { confirmImport, showImport, takeImport, undoImport } from './actions.ts'
import { countEntries, getImport, getSitePage, listEntries, listImports } from './queries.ts'
import { readExport } from './reading.ts'
import { ImportPage, ImportsPage, SitePage } from './views.tsx'

type C = Context<Env>

const FileForm = z.object({
  group: line(40).optional(),
  file: z
    .instanceof(File, { message: 'Choose the file that WordPress made.' })
    .refine(({ size }) => size > 0, { message: 'This file is empty.' }),
})
const outcomes = z.enum(['page', 'news', 'known', 'left', 'wrong'])

/** The groups whose news this person lets out. @throws NotFound where there is none */
async function leadingGroups(c: C) {
  const { groups } = await writingGroups(c)
  const own = groups.filter(({ mayPublish }) => mayPublish)
  const [first] = own
  if (!first) throw new NotFound('There is no such page.')
  return { own, first }
}

async function showImports(c: C, refused?: Refused | undefined) {
  const { own } = await leadingGroups(c)
  return c.var.page({
    title: 'From WordPress',
    status: refused ? 422 : 200,
    children: <ImportsPage imports={await listImports(c.var.db, c.var.actor)} groups={own} refused={refused} />,
  })
}

async function upload(c: C): Promise<Response> {
  const { write, actor } = c.var
  const { own, first } = await leadingGroups(c)
  return refusable(c, (refused) => showImports(c, refused)).take(FileForm, async ({ group: slug, file }) => {
    const group = own.find((one) => one.slug === slug) ?? first
    const bytes = new Uint8Array(await file.arrayBuffer())
    const wxr = await readExport(bytes)
    const id = await write((tx) => showImport(tx, actor, { groupId: group.id, filename: file.name.slice(0, 200), bytes, wxr }))
    return done(c, `/news/imports/${id}`, 'Read. Nothing is taken in yet.', id)
  })
}

export const importPages = pages()
  .get('/news/imports', (c) => showImports(c))
  .post('/news/imports', act('work', 'Read an export of WordPress', FileForm, { files: ['file'] }), (c) => upload(c))
  .get('/news/imports/:import', async (c) => {
    const { db, actor } = c.var
    const found = await getImport(db, actor, idOf(c, 'import'))
    const asked = outcomes.safeParse(c.req.query('outcome'))
    const outcome = asked.success ? asked.data : undefined
    const page = pageIn(c)
    const [balance, listed] = await Promise.all([countEntries(db, found.id), listEntries(db, found.id, outcome, { page })])
    return c.var.page({ title: found.siteTitle || found.filename, children: <ImportPage {...{ found, balance, listed, outcome, page }} /> })
  })
  .post('/news/imports/:import/take', act('work', 'Take an export of WordPress in'), async (c) => {
    await c.var.write((tx) => takeImport(tx, c.var.actor, idOf(c, 'import')))
    return done(c, `/news/imports/${idOf(c, 'import')}`, 'Taken in. Look at it, then confirm or undo.')
  })
  .post('/news/imports/:import/confirm', act('work', 'Confirm an import'), async (c) => {
    await c.var.write((tx) => confirmImport(tx, c.var.actor, idOf(c, 'import')))
    return done(c, `/news/imports/${idOf(c, 'import')}`, 'Confirmed.')
  })
  .post('/news/imports/:import/undo', act('work', 'Undo an import'), async (c) => {
    const stayed = await c.var.write((tx) => undoImport(tx, c.var.actor, idOf(c, 'import')))
    const rest = stayed === 1 ? ' One thing that somebody has worked on stays.' : ` ${stayed} things that somebody has worked on stay.`
    return done(c, `/news/imports/${idOf(c, 'import')}`, `Undone.${stayed > 0 ? rest : ''}`)
  })
  .get('/pages/*', async (c) => {
    const page = await getSitePage(c.var.db, c.var.actor, c.req.path.slice('/pages/'.length).replace(/\/+$/, ''))
    return c.var.page({ title: page.title, kind: kindFor(c), children: <SitePage page={page} /> })
  })
