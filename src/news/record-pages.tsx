import { idOf, pageOf, pages, yearIn } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { countByPerson, listGiven } from './record-queries.ts'
import { termOf } from './record-rules.ts'
import { ContributionsPage, PersonContributionsPage } from './record-views.tsx'

const t = textsOf('news', 'record')

/** What each member gave, for the group; and what one gave, for the group and themselves. */
export const contributionPages = pages()
  .get('/roster/contributions', async (c) => {
    const { db, actor } = c.var
    const [year, today] = [yearIn(c), todayOf(actor)]
    const people = await countByPerson(db, actor, termOf(year, today))
    return c.var.page(t.contributions, <ContributionsPage {...{ people, year, today }} />)
  })
  .get('/roster/contributions/:person', async (c) => {
    const { db, actor } = c.var
    const [year, page, today] = [yearIn(c), pageOf(c), todayOf(actor)]
    const found = await listGiven(db, actor, idOf(c, 'person'), termOf(year, today), { page })
    return c.var.page(found.person.name, <PersonContributionsPage {...{ found, year, page, today }} />)
  })
