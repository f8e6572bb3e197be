import { pageOf, pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { readOverview } from './queries.ts'
import { OverviewPage } from './views.tsx'

const t = textsOf('reports', 'overview')

/** The groups at a glance, for a liaison and a steering committee. */
export const overviewPages = pages().get('/overview', async (c) => {
  const page = pageOf(c)
  const overview = await readOverview(c.var.db, c.var.actor, page)
  return c.var.page(t.groupsAtAGlance, <OverviewPage overview={overview} page={page} />)
})
