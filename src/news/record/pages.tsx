import { pages } from '../../lib/ui/web.tsx'
import { pageIn, yearIn } from '../pages.tsx'
import { countByPerson, listGiven } from './queries.ts'
import { termOf } from './rules.ts'
import { ContributionsPage, PersonContributionsPage } from './views.tsx'

/** What each member gave, for the group; and what one gave, for the group and themselves. */
export const contributionPages = pages()
  .get('/roster/contributions', async (c) => {
    const { db, actor } = c.var
    const [year, today] = [yearIn(c), actor.at.toISOString().slice(0, 10)]
    const people = await countByPerson(db, actor, termOf(year, today))
    return c.var.page({ title: 'Contributions', children: <ContributionsPage {...{ people, year, today }} /> })
  })
  .get('/roster/contributions/:person', async (c) => {
    const { db, actor } = c.var
    const [year, page, today] = [yearIn(c), pageIn(c), actor.at.toISOString().slice(0, 10)]
    const found = await listGiven(db, actor, Number(c.req.param('person')) || 0, termOf(year, today), { page })
    return c.var.page({ title: found.person.name, children: <PersonContributionsPage {...{ found, year, page, today }} /> })
  })
