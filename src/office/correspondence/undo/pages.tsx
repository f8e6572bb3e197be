import type { Context } from 'hono'
import { getDesk } from '../../../charter/addresses/queries.ts'
import { whyNotUndoStep } from '../../../charter/first-steps/queries.ts'
import type { Db } from '../../../db/connect.ts'
import { act } from '../../../ui/acts.ts'
import { Thing, Things } from '../../../ui/lists.tsx'
import { Empty, Heading, State } from '../../../ui/parts.tsx'
import { Time } from '../../../ui/time.tsx'
import { ImportBalancePage, takenBack, UndoPage } from '../../../ui/undo.tsx'
import { done, type Env, pages } from '../../../ui/web.tsx'
import { undoMailbox } from './actions.ts'
import { getMailbox, listMailboxes, planMailboxUndo } from './queries.ts'

const deskOf = (c: Context<Env>) => getDesk(c.var.db, c.var.actor, c.req.param('desk') ?? '')
const idOf = (c: Context<Env>): number => Number(c.req.param('import')) || 0

const whyNot = (db: Db, { groupId }: { groupId: number | null }) => (groupId === null ? undefined : whyNotUndoStep(db, groupId, 'mailbox'))

/** Old mailboxes of a role: each with its balance, and the way back. */
export const mailboxPages = pages()
  .get('/correspondence/:desk/imports', async (c) => {
    const desk = await deskOf(c)
    const mailboxes = await listMailboxes(c.var.db, desk.id)
    return c.var.page({
      title: `Old mailboxes of ${desk.title}`,
      children: (
        <>
          <Heading
            title="Old mailboxes"
            meta={<a href={`/correspondence/${desk.name}`}>{desk.title}</a>}
            lead="Each with its balance. Until its step of the first weeks is confirmed it can be taken back."
          />
          {mailboxes.length === 0 && (
            <Empty title="No mailbox was brought in.">
              <p>
                The operator brings one with <code>rapport import correspondence FILE --address {desk.name}</code>.
              </p>
            </Empty>
          )}
          <Things label="Old mailboxes">
            {mailboxes.map(({ id, file, by, begunAt, undoneAt }) => (
              <Thing
                title={<span class="break">{file}</span>}
                href={`/correspondence/${desk.name}/imports/${id}`}
                meta={
                  <>
                    {by ?? 'The command line'}, <Time at={begunAt} />
                  </>
                }
                act={<State mood={undoneAt ? undefined : 'good'}>{undoneAt ? 'Taken back' : 'Done'}</State>}
              />
            ))}
          </Things>
        </>
      ),
    })
  })
  .get('/correspondence/:desk/imports/:import', async (c) => {
    const desk = await deskOf(c)
    const box = await getMailbox(c.var.db, desk, idOf(c))
    const { id, file, by, begunAt, imported, repaired, duplicate, quarantined } = box
    return c.var.page({
      title: file,
      children: (
        <ImportBalancePage
          title={file}
          meta={<a href={`/correspondence/${desk.name}/imports`}>Old mailboxes of {desk.title}</a>}
          {...{ by, at: begunAt }}
          counts={[
            { what: 'Letters taken', count: imported },
            { what: 'Taken, though something was wrong with them', count: repaired },
            { what: 'There already', count: duplicate },
            { what: 'No mail, or unreadable', count: quarantined },
          ]}
          undone={box}
          undoHref={`/correspondence/${desk.name}/imports/${id}/undo`}
          whyNot={await whyNot(c.var.db, desk)}
        />
      ),
    })
  })
  .get('/correspondence/:desk/imports/:import/undo', async (c) => {
    const desk = await deskOf(c)
    const { id, file, undoneAt } = await getMailbox(c.var.db, desk, idOf(c))
    const path = `/correspondence/${desk.name}/imports/${id}`
    if (undoneAt !== null) return c.redirect(path, 303)
    return c.var.page({
      title: 'Take a mailbox back',
      children: (
        <UndoPage
          title="Take this mailbox back?"
          meta={<a href={path}>{file}</a>}
          lead="Its letters go as if they had never come. Nobody is written to; the mailbox can be brought again."
          plan={await planMailboxUndo(c.var.db, id)}
          whyNot={await whyNot(c.var.db, desk)}
          action={`${path}/undo`}
          back={path}
          button="Take it back"
        />
      ),
    })
  })
  .post('/correspondence/:desk/imports/:import/undo', act('Take an old mailbox back'), async (c) => {
    const { write, actor } = c.var
    const desk = await deskOf(c)
    const undone = await write((tx) => undoMailbox(tx, actor, desk, idOf(c)))
    return done(c, `/correspondence/${desk.name}/imports/${idOf(c)}`, takenBack(undone))
  })
