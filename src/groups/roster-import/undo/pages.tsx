import type { Context } from 'hono'
import { NotFound } from '../../../errors.ts'
import { act } from '../../../lib/ui/acts.ts'
import { ImportBalancePage, takenBack, UndoPage } from '../../../lib/ui/undo.tsx'
import { done, type Env, idOf, pages } from '../../../lib/ui/web.tsx'
import { mayAppoint } from '../../../policy.ts'
import { getGroup, whyNotUndoStep } from '../../queries.ts'
import { undoRoster } from './actions.ts'
import { findRosterImport, getRosterImport, planRosterUndo } from './queries.ts'

async function groupOf(c: Context<Env>) {
  const group = await getGroup(c.var.db, c.req.param('group') ?? '')
  if (!mayAppoint(c.var.actor, group.id)) throw new NotFound('No such group.')
  return group
}

/** The balance of a sheet that was applied; undefined where it was not. */
export async function showRosterBalance(c: Context<Env>): Promise<Response | undefined> {
  const group = await groupOf(c)
  const sheet = await findRosterImport(c.var.db, group.id, idOf(c, 'sheet'))
  if (!sheet) return undefined
  const { id, filename, by, appliedAt, outcome } = sheet
  return c.var.page({
    title: filename,
    children: (
      <ImportBalancePage
        title={filename}
        meta={<a href={`/roster/${group.slug}/import`}>Rosters that were brought in</a>}
        {...{ by, at: appliedAt }}
        counts={[
          { what: 'Terms added', count: outcome.added ?? 0 },
          { what: 'Terms ended', count: outcome.ended ?? 0 },
          { what: 'As they were', count: outcome.unchanged ?? 0 },
          { what: 'New people', count: outcome.people ?? 0 },
        ]}
        undone={sheet}
        undoHref={`/roster/${group.slug}/import/${id}/undo`}
        whyNot={await whyNotUndoStep(c.var.db, group.id, 'roster')}
      />
    ),
  })
}

/** The way back from a sheet of a roster. */
export const rosterUndoPages = pages()
  .get('/roster/:group/import/:sheet/undo', async (c) => {
    const { db } = c.var
    const group = await groupOf(c)
    const sheet = await getRosterImport(db, group.id, idOf(c, 'sheet'))
    const path = `/roster/${group.slug}/import/${sheet.id}`
    if (sheet.undoneAt !== null) return c.redirect(path, 303)
    return c.var.page({
      title: 'Take a roster back',
      children: (
        <UndoPage
          title="Take this file back?"
          meta={<a href={path}>{sheet.filename}</a>}
          lead={`What it made of the roster of ${group.name} goes as if it had never come. Nobody is mailed; the file can be brought again.`}
          plan={await planRosterUndo(db, sheet.id)}
          whyNot={await whyNotUndoStep(db, group.id, 'roster')}
          action={`${path}/undo`}
          back={path}
          button="Take it back"
        />
      ),
    })
  })
  .post('/roster/:group/import/:sheet/undo', act('work', 'Take a sheet of a roster back'), async (c) => {
    const { write, actor } = c.var
    const group = await groupOf(c)
    const undone = await write((tx) => undoRoster(tx, actor, group.id, idOf(c, 'sheet')))
    return done(c, `/roster/${group.slug}/import/${idOf(c, 'sheet')}`, takenBack(undone))
  })
