import * as z from 'zod'
import { readForm, whole } from '../lib/ui/forms.ts'
import { act, type C, done, pages, refusable } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { mergeWorkingGroups } from './merging-actions.ts'
import { findObstacle, getMergeable, listHeirs, previewMerge } from './merging-queries.ts'
import { MergePage, PreviewPage } from './merging-views.tsx'

const t = textsOf('operations', 'merging')

const MergeForm = z.object({ into: whole() })
const slugOf = (c: C): string => c.req.param('group') ?? ''

async function show(c: C) {
  const { db, actor } = c.var
  const from = await getMergeable(db, actor, slugOf(c))
  const heirs = await listHeirs(db, from.id)
  const to = heirs.find(({ id }) => String(id) === c.req.query('into'))
  return c.var.page(
    t.mergeOf({ name: from.name }),
    to && !c.var.refused ? (
      <PreviewPage from={from} to={to} whyNot={await findObstacle(db, from, to, actor.at)} {...(await previewMerge(db, actor, from, to))} />
    ) : (
      <MergePage from={from} heirs={heirs} />
    ),
  )
}

/** A group goes into another: first what would happen, then it happens. */
export const mergingPages = pages()
  .get('/groups/:group/merge', (c) => show(c))
  .post(
    '/groups/:group/merge',
    act('work', 'mergeGroup', 'Merge a working group into another', MergeForm, { scope: 'admin' }),
    async (c) => {
      const { db, write, actor, consequences } = c.var
      await getMergeable(db, actor, slugOf(c))
      return refusable(c, () => show(c)).run(async (body) => {
        const { into } = readForm(MergeForm, body)
        const heir = await write((tx) => mergeWorkingGroups(tx, actor, consequences, slugOf(c), into))
        return done(c, `/groups/${heir}/facts`, t.merged)
      })
    },
  )
