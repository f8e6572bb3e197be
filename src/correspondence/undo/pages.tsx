import type { Context } from 'hono'
import { whyNotUndoStep } from '../../groups/queries.ts'
import type { Db } from '../../lib/db/connect.ts'
import { act } from '../../lib/ui/acts.ts'
import { ImportBalancePage, takenBack, UndoPage } from '../../lib/ui/undo.tsx'
import { done, type Env, idOf, pages } from '../../lib/ui/web.tsx'
import { getDesk } from '../../list/role-addresses/queries.ts'
import { countsOf, RunningPage, StoppedPage } from '../bringing/views.tsx'
import { undoMailbox } from './actions.ts'
import { getMailbox, isUnderWay, planMailboxUndo, stillUnderWay } from './queries.ts'

const deskOf = (c: Context<Env>) => getDesk(c.var.db, c.var.actor, c.req.param('desk') ?? '')
const whyNot = (db: Db, { groupId }: { groupId: number | null }) => (groupId === null ? undefined : whyNotUndoStep(db, groupId, 'mailbox'))

/** An old mailbox of a role: its balance, and the way back. */
export const mailboxPages = pages()
  .get('/correspondence/:desk/imports/:import', async (c) => {
    const desk = await deskOf(c)
    const box = await getMailbox(c.var.db, desk, idOf(c, 'import'))
    const { id, file, by, begunAt, error, undoneAt } = box
    if (isUnderWay(box)) return c.var.page({ title: file, children: <RunningPage desk={desk} box={box} /> })
    if (error !== null && undoneAt === null) return c.var.page({ title: file, children: <StoppedPage desk={desk} box={box} /> })
    return c.var.page({
      title: file,
      children: (
        <ImportBalancePage
          title={file}
          meta={<a href={`/correspondence/${desk.name}/imports`}>Old mailboxes of {desk.title}</a>}
          {...{ by, at: begunAt }}
          counts={countsOf(box)}
          undone={box}
          undoHref={`/correspondence/${desk.name}/imports/${id}/undo`}
          whyNot={await whyNot(c.var.db, desk)}
        />
      ),
    })
  })
  .get('/correspondence/:desk/imports/:import/undo', async (c) => {
    const desk = await deskOf(c)
    const box = await getMailbox(c.var.db, desk, idOf(c, 'import'))
    const { id, file, undoneAt } = box
    const path = `/correspondence/${desk.name}/imports/${id}`
    if (undoneAt !== null) return c.redirect(path, 303)
    return c.var.page({
      title: 'Take a mailbox back',
      children: (
        <UndoPage
          title="Take this mailbox back?"
          meta={<a href={path}>{file}</a>}
          lead="Its letters go as if they had never come. Nobody is written to; the mailbox can be brought again."
          plan={isUnderWay(box) ? { goes: [], stays: [] } : await planMailboxUndo(c.var.db, id)}
          whyNot={isUnderWay(box) ? stillUnderWay : await whyNot(c.var.db, desk)}
          action={`${path}/undo`}
          back={path}
          button="Take it back"
        />
      ),
    })
  })
  .post('/correspondence/:desk/imports/:import/undo', act('work', 'Take an old mailbox back'), async (c) => {
    const { write, actor } = c.var
    const desk = await deskOf(c)
    const undone = await write((tx) => undoMailbox(tx, actor, desk, idOf(c, 'import')))
    return done(c, `/correspondence/${desk.name}/imports/${idOf(c, 'import')}`, takenBack(undone))
  })
