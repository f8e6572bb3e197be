import type { Context } from 'hono'
import * as z from 'zod'
import { Invalid, NotFound } from '../../errors.ts'
import { lookAt } from '../../files/queries.ts'
import { findReadyUpload } from '../../files/uploads/queries.ts'
import { whyNotUndoStep } from '../../groups/queries.ts'
import { act } from '../../lib/ui/acts.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { many, type Refused, readForm } from '../../lib/ui/forms.ts'
import { line } from '../../lib/ui/texts.ts'
import { takenBack, UndoPage } from '../../lib/ui/undo.tsx'
import { bodyOf, done, type Env, idOf, pages, refusable } from '../../lib/ui/web.tsx'
import { bringFolder, tryAgain } from './actions.ts'
import { type DocumentImport, getImport, listImportGroups, listImports } from './queries.ts'
import { confirmImport, type Said, undoImport } from './settling/actions.ts'
import { planDocumentsUndo } from './undo/queries.ts'
import {
  ImportDonePage,
  ImportFailedPage,
  ImportPreviewPage,
  ImportReadingPage,
  ImportStoppedPage,
  ImportsPage,
  Reading,
} from './views.tsx'

const Wanted = z.object({
  group: line(60),
  visibility: z.enum(['public', 'subscribers', 'group']),
  upload: line(80).optional(),
  file: many(z.instanceof(File)),
})
const Line = z.object({
  title: line(200).default(''),
  category: z.enum(['key', 'minutes', 'report', 'other']).default('other'),
  date: z.iso.date({ message: 'A day looks like 2019-03-14.' }).optional(),
})

// `take-7`, `title-7`, `category-7` and `date-7` of file 7 of the preview.
const Confirmed = z.object({}).catchall(line(200).optional())

async function showImports(c: Context<Env>, refused?: Refused | undefined, key?: string) {
  const { db, actor } = c.var
  const groups = await listImportGroups(db, actor)
  if (groups.length === 0) throw new NotFound('There is no such page.')
  const imports = await listImports(
    db,
    groups.map(({ id }) => id),
  )
  const upload = await findReadyUpload(db, actor, key ?? c.req.query('upload'))
  return c.var.page({
    title: 'Bring in a folder',
    head: <script type="module" src={assetPath('upload.js')} />,
    status: refused ? 422 : 200,
    children: <ImportsPage {...{ groups, imports, upload, refused }} />,
  })
}

const pageOf = ({ state, stoppedAt }: DocumentImport) =>
  ({
    reading: stoppedAt === null ? ImportReadingPage : ImportStoppedPage,
    shown: ImportPreviewPage,
    failed: ImportFailedPage,
    done: ImportDonePage,
    undone: ImportDonePage,
  })[state]

async function showImportPage(c: Context<Env>, found: DocumentImport, refused?: Refused | undefined) {
  const Page = pageOf(found)
  const whyNot = found.state === 'done' ? await whyNotUndoStep(c.var.db, found.groupId, 'documents') : undefined
  return c.var.page({ title: 'What comes in', status: refused ? 422 : 200, children: <Page {...{ found, refused, whyNot }} /> })
}

/** What was said of each file in the preview. */
function saidIn(found: DocumentImport, typed: Record<string, string | undefined>): Map<number, Said> {
  const said = new Map<number, Said>()
  const wrong: Record<string, string> = {}
  for (const { id, outcome } of found.files) {
    if (outcome !== 'new') continue
    const fields = { title: typed[`title-${id}`] ?? '', category: typed[`category-${id}`] ?? '', date: typed[`date-${id}`] ?? '' }
    try {
      const { date, ...line } = readForm(Line, fields)
      said.set(id, { ...line, take: typed[`take-${id}`] !== undefined, datedOn: date })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      for (const [name, sentence] of Object.entries(error.fields)) wrong[`${name}-${id}`] = sentence
    }
  }
  if (Object.keys(wrong).length > 0) throw new Invalid('Please look again.', wrong)
  return said
}

/** A folder of old minutes and documents, from its files to documents of the group. */
export const importingPages = pages()
  .get('/documents/imports', (c) => showImports(c))
  .post('/documents/imports', act('work', 'Bring in a folder of documents', Wanted, { files: ['file'] }), async (c) => {
    const { db, actor, write } = c.var
    const groups = await listImportGroups(db, actor)
    if (groups.length === 0) throw new NotFound('There is no such page.')
    const body = await bodyOf(c)
    return refusable(c, (refused) => showImports(c, refused, typeof body.upload === 'string' ? body.upload : undefined)).take(
      Wanted,
      async (typed) => {
        const group = groups.find(({ slug }) => slug === typed.group)
        if (!group) throw new Invalid('Please look again.', { group: 'Choose a group.' })
        const { visibility, file, upload } = typed
        const files = await Promise.all(file.filter(({ size }) => size > 0).map(lookAt))
        const id = await write((tx) => bringFolder(tx, actor, { groupId: group.id, visibility }, { files, upload }))
        return c.redirect(`/documents/imports/${id}`, 303)
      },
    )
  })
  .get('/documents/imports/:import', async (c) => showImportPage(c, await getImport(c.var.db, c.var.actor, idOf(c, 'import'))))
  .get('/documents/imports/:import/progress', async (c) => {
    const found = await getImport(c.var.db, c.var.actor, idOf(c, 'import'))
    // The page itself says what became of it.
    if (found.state !== 'reading' || found.stoppedAt !== null) c.header('hx-refresh', 'true')
    return c.html(<Reading found={found} />)
  })
  .post('/documents/imports/:import/again', act('work', 'Read a folder again that stopped'), async (c) => {
    await c.var.write((tx) => tryAgain(tx, c.var.actor, idOf(c, 'import')))
    return done(c, `/documents/imports/${idOf(c, 'import')}`, 'It goes on where it was.')
  })
  .post('/documents/imports/:import/confirm', act('work', 'Take the files of a folder as documents', Confirmed), async (c) => {
    const found = await getImport(c.var.db, c.var.actor, idOf(c, 'import'))
    return refusable(c, (refused) => showImportPage(c, found, refused)).take(Confirmed, async (typed) => {
      const said = saidIn(found, typed)
      const count = await c.var.write((tx) => confirmImport(tx, c.var.actor, found.id, said))
      return done(c, `/documents/imports/${found.id}`, count === 1 ? 'One document is here.' : `${count} documents are here.`)
    })
  })
  .get('/documents/imports/:import/undo', async (c) => {
    const { id, state, source, groupId } = await getImport(c.var.db, c.var.actor, idOf(c, 'import'))
    const path = `/documents/imports/${id}`
    if (state !== 'done') return c.redirect(path, 303)
    return c.var.page({
      title: 'Take a folder back',
      children: (
        <UndoPage
          title="Take this folder back?"
          meta={<a href={path}>{source || `Import ${id}`}</a>}
          lead="Its documents go as if they had never come; the folder can be brought again."
          plan={await planDocumentsUndo(c.var.db, id)}
          whyNot={await whyNotUndoStep(c.var.db, groupId, 'documents')}
          action={`${path}/undo`}
          back={path}
          button="Take it back"
        />
      ),
    })
  })
  .post('/documents/imports/:import/undo', act('work', 'Take an import of documents back'), async (c) => {
    const undone = await c.var.write((tx) => undoImport(tx, c.var.actor, idOf(c, 'import')))
    return done(c, `/documents/imports/${idOf(c, 'import')}`, takenBack(undone))
  })
