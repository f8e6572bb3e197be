import { pages } from '../../ui/web.tsx'
import { getWorkGroup } from '../queries.ts'
import { dayOf } from '../rules.ts'
import { countPromises, listCrossings, listMoments } from './queries.ts'
import { picture } from './rules.ts'
import { RelationshipPage } from './views.tsx'

export const relationshipPages = pages().get('/relationship', async (c) => {
  const { db, actor } = c.var
  const group = await getWorkGroup(db, actor, c.req.query('group'))
  const page = Math.max(1, Number(c.req.query('page')) || 1)
  const [crossings, promises, found] = await Promise.all([
    listCrossings(db, group.id),
    countPromises(db, group.id),
    listMoments(db, group.id, { page }),
  ])
  const seen = picture(crossings, dayOf(actor.at))
  return c.var.page({
    title: `${group.name} and ${group.vendor}`,
    children: <RelationshipPage {...{ group, seen, promises, page }} moments={found.moments} pages={found.pages} />,
  })
})
