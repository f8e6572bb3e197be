import * as z from 'zod'
import { Form, Select } from '../lib/ui/form.tsx'
import { readForm, whole } from '../lib/ui/forms.ts'
import { Button, Empty, Note, Titled } from '../lib/ui/parts.tsx'
import { act, type C, done, idOf, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { moveRequest } from './moving-actions.ts'
import { getMovable, listDestinations } from './moving-queries.ts'
import { requestPath } from './parts.tsx'

const t = textsOf('requests', 'moving')

const MoveForm = z.object({ groupId: whole() })

async function show(c: C) {
  const { db, actor } = c.var
  const { request, cases, kept, whyNot } = await getMovable(db, actor, idOf(c, 'request'))
  const groups = await listDestinations(db, request.groupId)
  const here = requestPath(request.id)
  return c.var.page(
    t.move,
    <Titled title={t.move} meta={<a href={here}>{request.title}</a>} lead={t.lead}>
      {groups.length === 0 ? (
        <Empty title={t.noOther} />
      ) : (
        <Form action={`${here}/move`}>
          <Select
            name="groupId"
            label={t.group}
            options={groups.map(({ id, name, product }) => ({ value: String(id), label: `${name} (${product})` }))}
          />
          <Note>
            <p>{t.goesAlong({ cases: cases - kept, from: request.groupName })}</p>
            {kept > 0 && <p>{t.staysBehind({ kept, from: request.groupName })}</p>}
            <p>{t.leavesPlans({ from: request.groupName })}</p>
          </Note>
          <div class="row">
            <Button kind="primary" whyNot={whyNot} text={t.move} />
            <Button kind="quiet" href={here} text={t.keep} />
          </div>
        </Form>
      )}
    </Titled>,
  )
}

/** A request goes to the group that owns its topic. */
export const movingPages = pages()
  .get('/requests/:request/move', (c) => show(c))
  .post('/requests/:request/move', act('work', 'moveRequest', 'Move a request to another group', MoveForm), async (c) => {
    const { db, write, actor, consequences } = c.var
    const { request } = await getMovable(db, actor, idOf(c, 'request'))
    return refusable(c, () => show(c)).run(async (body) => {
      const { groupId } = readForm(MoveForm, body)
      await write((tx) => moveRequest(tx, actor, consequences, request.id, groupId))
      return done(c, '/requests', t.moved)
    })
  })
