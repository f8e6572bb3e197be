import { act, type C, done, pages } from '../web.tsx'
import { textsOf } from '../words.ts'
import type { Importer, Run, RunState, Takable, Undoing } from './run.ts'
import { Progress, RunPage, takenBack, UndoPage } from './views.tsx'

const t = textsOf('lib', 'pages')

const takable: readonly RunState[] = ['stopped', 'unended', 'done']
const gone: readonly RunState[] = ['undoing', 'undone', 'failed', 'shown']

/** The page of one import: how far it is, why it stopped, or its balance. */
export async function showRun<R extends Run>(c: C, importer: Importer<R>, run: R): Promise<Response> {
  const whyNot = takable.includes(run.state) ? await importer.undo.whyNot(c, run) : undefined
  const more = await importer.more?.(c, run)
  return c.var.page(run.source, <RunPage {...{ run, whyNot, more }} again={importer.again !== undefined} />)
}

/** The way back: what it would do, and doing it. */
export function undoPages<R extends Takable>({ path, one, get, undo }: Undoing<R>) {
  return pages()
    .get(`${path}/undo`, async (c) => {
      const run = await get(c)
      if (gone.includes(run.state)) return c.redirect(run.href, 303)
      const [whyNot, plan] = [await undo.whyNot(c, run), await undo.plan(c, run)]
      return c.var.page(t.undoImport({ one }), <UndoPage {...{ run, one, plan, whyNot }} lead={undo.lead(run)} />)
    })
    .post(`${path}/undo`, act('work', ...undo.act, undefined, { scope: undo.scope ?? 'write' }), async (c) => {
      const run = await get(c)
      const undone = await undo.run(c, run)
      if ('goes' in undone) return done(c, run.href, takenBack(undone))
      return done(c, undone.to ?? run.href, undone.said)
    })
}

/** All pages of one kind of import that every kind has: the import itself, how far it is, trying again, and the way back. */
export function runPages<R extends Run>(importer: Importer<R>) {
  const { path, get, again, watched } = importer
  const all = undoPages(importer).get(path, async (c) => showRun(c, importer, await get(c)))
  if (watched)
    all.get(`${path}/progress`, async (c) => {
      const run = await get(c)
      // The page itself says what became of it.
      if (run.state !== 'running' && run.state !== 'undoing') c.header('hx-refresh', 'true')
      return c.html(<Progress run={run} />)
    })
  if (again)
    all.post(`${path}/again`, act('work', ...again.act), async (c) => {
      const run = await get(c)
      await again.run(c, run)
      return done(c, run.href, t.itGoesOnWhereItWas)
    })
  return all
}
