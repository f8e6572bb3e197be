import type { Context } from 'hono'
import { NotAllowed, NotFound } from '../../errors.ts'
import { whyNotUndoStep } from '../../groups/queries.ts'
import { act } from '../../lib/ui/acts.ts'
import { UndoPage } from '../../lib/ui/undo.tsx'
import { done, type Env, pages } from '../../lib/ui/web.tsx'
import { getModeratedList } from '../../list/queries.ts'
import { mayOwn } from '../../policy.ts'
import { countItems, getMove, listBalances, listLeftItems } from '../queries.ts'
import { beginUndo, undoSoon } from '../undo/actions.ts'
import { planUndo } from '../undo/queries.ts'
import { countSettled, getImport, type Import, keyOf, listImports, mayUndo } from './queries.ts'
import { BalancePage, ImportsPage, UndoProgress, UndoRunningPage } from './views.tsx'

const importOf = (c: Context<Env>) => getImport(c.var.db, c.var.actor, c.req.param('list') ?? '', c.req.param('import') ?? '')

const pathOf = (brought: Import): string => `/lists/${brought.listName}/imports/${keyOf(brought)}`

/** What an import brought, in numbers; while it is taken back, how far that is. */
export async function showBalance(c: Context<Env>, brought: Import): Promise<Response> {
  const { db, actor } = c.var
  if (brought.undoBegunAt && !brought.undoneAt)
    return c.var.page({
      title: `Taking back an import into ${brought.listTitle}`,
      children: <UndoRunningPage brought={brought} progress={await countSettled(db, brought)} />,
    })
  const isMove = brought.kind === 'move'
  const [counts, left, mail, plan] = [
    isMove ? await countItems(db, brought.id) : [],
    isMove ? await listLeftItems(db, brought.id) : [],
    await listBalances(db, brought),
    isMove ? (await getMove(db, brought.id)).plan : [],
  ]
  const whyNot = mayUndo(actor, brought) ? await whyNotUndoStep(db, brought.groupId, 'list') : 'An administrator takes it back.'
  return c.var.page({
    title: `What came into ${brought.listTitle}`,
    children: <BalancePage {...{ brought, counts, left, mail, plan, whyNot }} path={pathOf(brought)} />,
  })
}

/** What was brought into a list, each with its balance and the way back. */
export const importsPages = pages()
  .get('/lists/:list/imports', async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.param('list'))
    if (!mayOwn(actor, list)) throw new NotFound('No such list.')
    return c.var.page({
      title: `What came into ${list.title}`,
      children: <ImportsPage list={list} imports={await listImports(db, list.id)} />,
    })
  })
  .get('/lists/:list/imports/:import', async (c) => showBalance(c, await importOf(c)))
  .get('/lists/:list/imports/:import/progress', async (c) => {
    const brought = await importOf(c)
    // The page itself says what became of it.
    if (brought.undoneAt || !brought.undoBegunAt) c.header('hx-refresh', 'true')
    return c.html(<UndoProgress path={pathOf(brought)} progress={await countSettled(c.var.db, brought)} />)
  })
  .get('/lists/:list/imports/:import/undo', async (c) => {
    const { db, actor } = c.var
    const brought = await importOf(c)
    const path = pathOf(brought)
    if (brought.undoBegunAt) return c.redirect(path, 303)
    const plan = await planUndo(db, brought)
    const whyNot = mayUndo(actor, brought) ? await whyNotUndoStep(db, brought.groupId, 'list') : 'An administrator takes it back.'
    return c.var.page({
      title: 'Take an import back',
      children: (
        <UndoPage
          title="Take this import back?"
          meta={<a href={path}>{brought.source}</a>}
          lead={`What it brought into ${brought.listTitle} goes as if it had never come. Nobody is mailed; the file can be brought again.`}
          {...{ plan, whyNot }}
          action={`${path}/undo`}
          back={path}
          button="Take it back"
        />
      ),
    })
  })
  .post(
    '/lists/:list/imports/:import/undo',
    act('work', 'Take an import into a list back', undefined, { scope: 'moderate' }),
    async (c) => {
      const { write, actor } = c.var
      const brought = await importOf(c)
      if (!mayUndo(actor, brought)) throw new NotAllowed('An administrator takes it back.')
      await write(async (tx) => {
        await beginUndo(tx, actor, brought)
        await undoSoon(tx, brought)
      })
      return done(c, pathOf(brought), 'It is being taken back.')
    },
  )
