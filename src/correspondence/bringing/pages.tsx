import * as z from 'zod'
import { cancelUpload } from '../../files/actions.ts'
import { findReadyUpload, lookAt } from '../../files/queries.ts'
import { whyNotUndoStep } from '../../groups/queries.ts'
import { assetPath } from '../../lib/ui/assets.ts'
import { type FormBody, line, lines, many } from '../../lib/ui/forms.ts'
import { runPages } from '../../lib/ui/imports/pages.tsx'
import type { Importer, RunState } from '../../lib/ui/imports/run.ts'
import { act, bodyOf, type C, done, idOf, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { getDesk, type RoleAddress } from '../../list/queries.ts'
import { undoMailbox } from '../undo-actions.ts'
import { getMailbox, listMailboxes, planMailboxUndo } from '../undo-queries.ts'
import { bringMailbox, checkMailbox, tryAgain } from './actions.ts'
import { readOwn } from './rules.ts'
import { MailboxesPage } from './views.tsx'

const t = textsOf('correspondence', 'bringing')

// With script a file comes in pieces, before its form; then the form names it.
const MailboxForm = z.object({ file: many(z.instanceof(File)), upload: line(80).optional(), own: lines(5_000).default('') })

const deskOf = (c: C) => getDesk(c.var.db, c.var.actor, c.req.param('desk') ?? '')

type Found = Awaited<ReturnType<typeof getMailbox>>

function stateOf({ fileId, stoppedAt, error, undoneAt }: Pick<Found, 'fileId' | 'stoppedAt' | 'error' | 'undoneAt'>): RunState {
  if (undoneAt !== null) return 'undone'
  if (stoppedAt !== null) return 'stopped'
  if (fileId !== null) return 'running'
  return error === null ? 'done' : 'failed'
}

const lineOf = (desk: { name: string }, box: Omit<Found, 'undone'>) => ({
  ...{ source: box.file, href: `/correspondence/${desk.name}/imports/${box.id}`, by: box.by, at: box.begunAt },
  state: stateOf(box),
})

function runOf(desk: RoleAddress, box: Found) {
  const { imported, repaired, duplicate, quarantined } = box
  const all = imported + repaired + duplicate + quarantined
  return {
    ...{ ...box, ...lineOf(desk, box), desk },
    home: { href: `/correspondence/${desk.name}/imports`, label: t.oldMailboxes2({ title: desk.title }) },
    counts: [
      { what: t.lettersTaken, count: imported },
      { what: t.importedWithACorrection, count: repaired },
      { what: t.thereAlready, count: duplicate },
      { what: t.notReadable, count: quarantined },
    ],
    ...(all > 0 && { progress: { text: t.emailsReadSoFar({ all }) } }),
  }
}

const importer: Importer<ReturnType<typeof runOf>> = {
  path: '/correspondence/:desk/imports/:run',
  get one() {
    return t.one
  },
  get: async (c) => {
    const desk = await deskOf(c)
    return runOf(desk, await getMailbox(c.var.db, desk, idOf(c, 'run')))
  },
  watched: true,
  again: {
    act: ['retryMailboxImport', 'Retry the import of a mailbox that stopped'],
    run: ({ var: { write, actor } }, { desk, id }) => write((tx) => tryAgain(tx, actor, desk, id)),
  },
  undo: {
    act: ['undoMailboxImport', 'Undo the import of a mailbox'],
    lead: () => t.undoLead,
    whyNot: (c, { state, desk: { groupId } }) => {
      if (state === 'running') return t.underWay
      return groupId === null ? undefined : whyNotUndoStep(c.var.db, groupId, 'mailbox')
    },
    plan: async (c, { state, id }) => (state === 'running' ? { goes: [], stays: [] } : planMailboxUndo(c.var.db, id)),
    run: ({ var: { write, actor } }, { desk, id }) => write((tx) => undoMailbox(tx, actor, desk, id)),
  },
}

/** A file that came in pieces, before its form: by the address, or by a form that was refused. */
const uploadIn = (c: C, body?: FormBody) =>
  findReadyUpload(c.var.db, c.var.actor, typeof body?.upload === 'string' && body.upload ? body.upload : c.req.query('upload'))

async function showMailboxes(c: C, desk: Awaited<ReturnType<typeof deskOf>>, body?: FormBody) {
  const runs = (await listMailboxes(c.var.db, desk.id)).map((box) => lineOf(desk, box))
  return c.var.page(t.oldMailboxes2({ title: desk.title }), <MailboxesPage {...{ desk, runs }} brought={await uploadIn(c, body)} />, {
    head: <script type="module" src={assetPath('upload.js')} />,
  })
}

/** Old mailboxes of a role: those that came in, and the way in for one more. */
export const bringingPages = runPages(importer)
  .get('/correspondence/:desk/imports', async (c) => showMailboxes(c, await deskOf(c)))
  .post(
    '/correspondence/:desk/imports',
    act('work', 'importMailbox', 'Import an old mailbox', MailboxForm, { files: ['file'] }),
    async (c) => {
      const { db, write, actor } = c.var
      const desk = await deskOf(c)
      const body = await bodyOf(c)
      return refusable(c, async () => {
        // A file that came in pieces and is no mailbox does not wait for another form.
        const ready = c.var.refused?.fields.file === undefined ? undefined : await uploadIn(c, body)
        if (ready) await write((tx) => cancelUpload(tx, actor, ready.key))
        return showMailboxes(c, desk, body)
      }).take(MailboxForm, async ({ file: files, upload, own: typed }) => {
        const own = readOwn(typed)
        const chosen = files.find(({ name }) => name !== '')
        await checkMailbox(db, actor, { file: chosen, upload })
        const file = chosen && (await lookAt(chosen))
        const id = await write((tx) => bringMailbox(tx, actor, desk, { file, upload, own }))
        return done(c, `/correspondence/${desk.name}/imports/${id}`, t.mailboxUploadedImportRunning)
      })
    },
  )
