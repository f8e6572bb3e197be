import * as z from 'zod'
import { lines, orEmpty } from '../../lib/ui/forms.ts'
import { type C, doneIf, moderatorAct, pages, refusable } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { getModeratedList } from '../core/queries.ts'
import { changeList } from '../settings/actions.ts'
import { RepliesPage } from './replies-views.tsx'

const t = textsOf('list', 'moderationPage')
const settings = textsOf('list', 'settings')

const RepliesForm = z.object({ savedReplies: orEmpty(lines(10_000)) })

const listOf = (c: C): string => c.req.param('list') ?? ''

async function show(c: C) {
  const list = await getModeratedList(c.var.db, c.var.actor, listOf(c))
  return c.var.page(t.savedRepliesOf({ title: list.title }), <RepliesPage list={list} />)
}

/** What moderators write to those whose message they reject: theirs to keep, for they write it. */
export const repliesPages = pages()
  .get('/lists/:list/replies', (c) => show(c))
  .post('/lists/:list/replies', moderatorAct('setSavedReplies', 'Change the saved replies of a list', RepliesForm), async (c) => {
    const { db, write, actor } = c.var
    await getModeratedList(db, actor, listOf(c))
    return refusable(c, () => show(c)).take(RepliesForm, async (typed) => {
      const changed = await write((tx) => changeList(tx, actor, listOf(c), typed))
      return doneIf(c, changed, `/lists/${listOf(c)}/replies`, settings.saved)
    })
  })
