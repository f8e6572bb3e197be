import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { line } from '../../lib/ui/forms.ts'
import { runPages } from '../../lib/ui/imports/pages.tsx'
import type { Importer } from '../../lib/ui/imports/run.ts'
import { act, type C, done, idOf, pageOf, pages, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { writingGroups } from '../pages.tsx'
import { confirmImport, showImport, takeImport, undoImport } from './actions.ts'
import { countEntries, getImport, getSitePage, listEntries, listImports, planWebUndo, readTaken, type WebImport } from './queries.ts'
import { readExport } from './reading.ts'
import { ImportParts, ImportsPage, SitePage } from './views.tsx'

const t = textsOf('news', 'imports')

const FileForm = z.object({
  group: line(40).optional(),
  file: z.instanceof(File, { error: () => t.chooseFile }).refine(({ size }) => size > 0, { error: () => t.emptyFile }),
})
const outcomes = z.enum(['page', 'news', 'known', 'left', 'wrong'])

/** The groups whose news this person lets out. @throws NotFound where there is none */
async function leadingGroups(c: C) {
  const { groups } = await writingGroups(c)
  const own = groups.filter(({ mayPublish }) => mayPublish)
  const [first] = own
  if (!first) throw new NotFound(refusals.thereIsNoSuchPage)
  return { own, first }
}

async function showImports(c: C) {
  const { own } = await leadingGroups(c)
  return c.var.page(t.fromWordpress, <ImportsPage runs={(await listImports(c.var.db, c.var.actor)).map(lineOf)} groups={own} />)
}

async function upload(c: C): Promise<Response> {
  const { own, first } = await leadingGroups(c)
  return refusable(c, () => showImports(c)).take(FileForm, async ({ group: slug, file }) => {
    const group = own.find((one) => one.slug === slug) ?? first
    const bytes = new Uint8Array(await file.arrayBuffer())
    const wxr = await readExport(bytes)
    const id = await c.var.write((tx) => showImport(tx, c.var.actor, { groupId: group.id, filename: file.name.slice(0, 200), bytes, wxr }))
    return done(c, `/news/imports/${id}`, t.readNothingIsTakenInYet, id)
  })
}

type Line = Awaited<ReturnType<typeof listImports>>[number] | WebImport

const lineOf = (one: Line) => ({
  ...{ source: one.siteTitle || one.filename, href: `/news/imports/${one.id}`, at: one.at },
  ...{ state: one.state === 'taken' ? ('done' as const) : one.state, note: 'found' in one ? t.entries({ n: one.found }) : one.siteUrl },
})

const importer: Importer<ReturnType<typeof runOf>> = {
  path: '/news/imports/:run',
  one: 'import',
  get: async (c) => runOf(await getImport(c.var.db, c.var.actor, idOf(c, 'run'))),
  more: async (c, { found }) => {
    const asked = outcomes.safeParse(c.req.query('outcome'))
    const outcome = asked.success ? asked.data : undefined
    const page = pageOf(c)
    const [balance, listed] = [await countEntries(c.var.db, found.id), await listEntries(c.var.db, found.id, outcome, { page })]
    return <ImportParts {...{ found, balance, listed, outcome, page }} />
  },
  undo: {
    act: ['undoNewsImport', 'Undo an import of news'],
    lead: () => t.itsPagesAndNewsGoAs,
    whyNot: (_, { state }) => (state === 'confirmed' ? t.somebodyHasConfirmedThisImport : undefined),
    plan: async (c, { found: { id } }) => planWebUndo(await readTaken(c.var.db, id)),
    run: ({ var: { write, actor } }, { found: { id } }) => write((tx) => undoImport(tx, actor, id)),
  },
}

const runOf = (found: WebImport) => ({ ...lineOf(found), found, home: { href: '/news/imports', label: t.fromWordpress }, counts: [] })

/** An export of an old site that WordPress made: looked at, taken in, confirmed or taken back; and the pages that came of it. */
export const importPages = pages()
  .get('/news/imports', (c) => showImports(c))
  .post('/news/imports', act('work', 'readNewsExport', 'Read a WordPress export', FileForm, { files: ['file'] }), (c) => upload(c))
  .post('/news/imports/:run/take', act('work', 'takeNewsImport', 'Import news from a WordPress export'), async (c) => {
    await c.var.write((tx) => takeImport(tx, c.var.actor, idOf(c, 'run')))
    return done(c, `/news/imports/${idOf(c, 'run')}`, t.takenInLookAtItThen)
  })
  .post('/news/imports/:run/confirm', act('work', 'confirmNewsImport', 'Confirm an import of news'), async (c) => {
    await c.var.write((tx) => confirmImport(tx, c.var.actor, idOf(c, 'run')))
    return done(c, `/news/imports/${idOf(c, 'run')}`, t.confirmed)
  })
  .get('/pages/*', async (c) => {
    const page = await getSitePage(c.var.db, c.var.actor, c.req.path.slice('/pages/'.length).replace(/(?<!\/)\/+$/, ''))
    return c.var.page(page.title, <SitePage page={page} />)
  })

/** One import: what it brought, and its way back. */
export const importRunPages = runPages(importer)
