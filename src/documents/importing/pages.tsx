import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { findReadyUpload, lookAt } from '../../files/queries.ts'
import { whyNotUndoStep } from '../../groups/queries.ts'
import { pluck } from '../../lib/pluck.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { line, many, readForm } from '../../lib/ui/forms.ts'
import { runPages, showRun } from '../../lib/ui/imports/pages.tsx'
import type { Importer, RunState } from '../../lib/ui/imports/run.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { act, askedFirst, bodyOf, type C, done, idOf, refusable } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { bringFolder, tryAgain } from './actions.ts'
import { type DocumentImport, getImport, listImportGroups, listImports } from './queries.ts'
import { confirmImport, type Said, undoImport } from './settling-actions.ts'
import { planDocumentsUndo } from './undo-queries.ts'
import { countsOf, FilesOf, ImportsPage } from './views.tsx'

const t = textsOf('documents', 'importing')

const Wanted = z.object({
  group: line(60),
  visibility: z.enum(['public', 'subscribers', 'group']),
  upload: line(80).optional(),
  file: many(z.instanceof(File)),
})
const FileLine = z.object({
  title: line(200).default(''),
  category: z.enum(['key', 'minutes', 'report', 'other']).default('other'),
  date: z.iso.date({ error: () => t.date }).optional(),
})

// `take-7`, `title-7`, `category-7` and `date-7` of file 7 of the preview.
const Confirmed = z.object({}).catchall(line(200).optional())

async function showImports(c: C, key?: string) {
  const { db, actor } = c.var
  const groups = askedFirst(c, await listImportGroups(db, actor))
  if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  const imports = await listImports(db, pluck(groups, 'id'))
  const upload = await findReadyUpload(db, actor, key ?? c.req.query('upload'))
  return c.var.page(t.importDocuments, <ImportsPage {...{ groups, upload }} runs={imports.map(lineOf)} />, {
    head: <script type="module" src={assetPath('upload.js')} />,
  })
}

const states = { reading: 'running', shown: 'shown', failed: 'failed', done: 'done', undone: 'undone' } as const satisfies Record<
  DocumentImport['state'],
  RunState
>

type Line = Pick<DocumentImport, 'id' | 'source' | 'state' | 'stoppedAt' | 'createdAt' | 'by'>

const lineOf = ({ id, source, state, stoppedAt, createdAt, by }: Line) => ({
  ...{ source: source || t.import({ id }), href: `/documents/imports/${id}`, by, at: createdAt },
  state: state === 'reading' && stoppedAt !== null ? ('stopped' as const) : states[state],
})

function runOf(found: DocumentImport) {
  const { filesDone, bytesDone: value, bytesAll: of, files, error, undone, undoneAt, undoneByName } = found
  const text = filesDone === 0 ? undefined : t.filesRead({ filesDone })
  return {
    ...{ ...lineOf(found), found, undone, undoneAt, undoneByName },
    error: found.state === 'failed' ? t.noFilesWereKept({ error: sayKept(error) }) : sayKept(error),
    home: { href: '/documents/imports', label: t.imports },
    counts: countsOf(files),
    ...(text && { progress: { text, value, of } }),
  }
}

const importer: Importer<ReturnType<typeof runOf>> = {
  path: '/documents/imports/:run',
  one: 'folder',
  get: async (c) => runOf(await getImport(c.var.db, c.var.actor, idOf(c, 'run'))),
  more: (_, { found }) => <FilesOf found={found} />,
  watched: true,
  again: {
    act: ['retryDocumentImport', 'Read a folder again after an import stopped'],
    run: ({ var: { write, actor } }, { found }) => write((tx) => tryAgain(tx, actor, found.id)),
  },
  undo: {
    act: ['undoDocumentImport', 'Undo an import of documents'],
    lead: () => t.undoLead,
    whyNot: (c, { found, state }) => (state === 'done' ? whyNotUndoStep(c.var.db, found.groupId, 'documents') : undefined),
    plan: (c, { found }) => planDocumentsUndo(c.var.db, found.id),
    run: ({ var: { write, actor } }, { found }) => write((tx) => undoImport(tx, actor, found.id)),
  },
}

/** What was said of each file in the preview. */
function saidIn(found: DocumentImport, typed: Record<string, string | undefined>): Map<number, Said> {
  const said = new Map<number, Said>()
  const wrong: Record<string, string> = {}
  for (const { id, outcome } of found.files) {
    if (outcome !== 'new') continue
    const fields = { title: typed[`title-${id}`] ?? '', category: typed[`category-${id}`] ?? '', date: typed[`date-${id}`] ?? '' }
    try {
      const { date, ...line } = readForm(FileLine, fields)
      said.set(id, { ...line, take: typed[`take-${id}`] !== undefined, datedOn: date })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      for (const [name, sentence] of Object.entries(error.fields)) wrong[`${name}-${id}`] = sentence
    }
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(refusals.pleaseLookAgain, wrong)
  return said
}

const showAgain = (c: C, found: DocumentImport) => showRun(c, { ...importer, more: () => <FilesOf found={found} /> }, runOf(found))

/** A folder of old minutes and documents, from its files to documents of the group. */
export const importingPages = runPages(importer)
  .get('/documents/imports', (c) => showImports(c))
  .post('/documents/imports', act('work', 'importDocuments', 'Import a folder of documents', Wanted, { files: ['file'] }), async (c) => {
    const { db, actor, write } = c.var
    const groups = await listImportGroups(db, actor)
    if (groups.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
    const body = await bodyOf(c)
    return refusable(c, () => showImports(c, typeof body.upload === 'string' ? body.upload : undefined)).take(Wanted, async (typed) => {
      const group = groups.find(({ slug }) => slug === typed.group)
      if (!group) throw new Invalid(refusals.pleaseLookAgain, { group: t.chooseAGroup })
      const { visibility, file, upload } = typed
      const files = await Promise.all(file.filter(({ size }) => size > 0).map(lookAt))
      const id = await write((tx) => bringFolder(tx, actor, { groupId: group.id, visibility }, { files, upload }))
      return c.redirect(`/documents/imports/${id}`, 303)
    })
  })
  .post(
    '/documents/imports/:run/confirm',
    act('work', 'confirmDocumentImport', 'Save the files of a folder as documents', Confirmed),
    async (c) => {
      const found = await getImport(c.var.db, c.var.actor, idOf(c, 'run'))
      return refusable(c, () => showAgain(c, found)).take(Confirmed, async (typed) => {
        const said = saidIn(found, typed)
        const count = await c.var.write((tx) => confirmImport(tx, c.var.actor, found.id, said))
        return done(c, `/documents/imports/${found.id}`, t.documentsImported({ count }))
      })
    },
  )
