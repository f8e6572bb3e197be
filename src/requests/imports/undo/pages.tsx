import type { Context } from 'hono'
import { whyNotUndoStep } from '../../../groups/queries.ts'
import { act } from '../../../lib/ui/acts.ts'
import { formatNumber } from '../../../lib/ui/format.ts'
import { Table } from '../../../lib/ui/lists.tsx'
import { Section } from '../../../lib/ui/parts.tsx'
import { ImportBalancePage, takenBack, UndoPage } from '../../../lib/ui/undo.tsx'
import { done, type Env, idOf, pages } from '../../../lib/ui/web.tsx'
import { undoRequests } from './actions.ts'
import { getRequestImport, planRequestsUndo } from './queries.ts'

const importOf = (c: Context<Env>) => getRequestImport(c.var.db, c.var.actor, idOf(c, 'import'))

/** A file of old requests: its balance, and the way back. */
export const requestUndoPages = pages()
  .get('/requests/imports/:import', async (c) => {
    const brought = await importOf(c)
    const { id, filename, by, at, taken, skipped, faults } = brought
    return c.var.page({
      title: filename,
      children: (
        <ImportBalancePage
          title={filename}
          meta={<a href="/requests/import">Requests of the years before</a>}
          {...{ by, at }}
          counts={[
            { what: 'Rows taken', count: taken },
            { what: 'Rows left out', count: skipped },
          ]}
          undone={brought}
          undoHref={`/requests/imports/${id}/undo`}
          whyNot={await whyNotUndoStep(c.var.db, brought.groupId, 'requests')}
        >
          {faults.length > 0 && (
            <Section title="What was left out">
              <Table
                caption="Rows that were left out"
                hideCaption
                columns={[{ label: 'Line', numeric: true }, { label: 'Why' }]}
                rows={faults.slice(0, 500).map(({ line, problem }) => [formatNumber('en', line), problem])}
              />
            </Section>
          )}
        </ImportBalancePage>
      ),
    })
  })
  .get('/requests/imports/:import/undo', async (c) => {
    const { id, filename, groupId, undoneAt } = await importOf(c)
    const path = `/requests/imports/${id}`
    if (undoneAt !== null) return c.redirect(path, 303)
    return c.var.page({
      title: 'Take a file of requests back',
      children: (
        <UndoPage
          title="Take this file back?"
          meta={<a href={path}>{filename}</a>}
          lead="Its requests go as if they had never come. Nobody is written to; the file can be brought again."
          plan={await planRequestsUndo(c.var.db, id)}
          whyNot={await whyNotUndoStep(c.var.db, groupId, 'requests')}
          action={`${path}/undo`}
          back={path}
          button="Take it back"
        />
      ),
    })
  })
  .post('/requests/imports/:import/undo', act('work', 'Take a file of old requests back'), async (c) => {
    const id = idOf(c, 'import')
    const undone = await c.var.write((tx) => undoRequests(tx, c.var.actor, c.var.consequences, id))
    return done(c, `/requests/imports/${id}`, takenBack(undone))
  })
