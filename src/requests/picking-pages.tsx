import { NotFound } from '../errors.ts'
import { Picks } from '../lib/ui/picker.tsx'
import { type C, pages } from '../lib/ui/web.tsx'
import { refusals } from '../lib/ui/words.ts'
import { getRequestGroup } from './core/queries.ts'
import { askedGroup } from './group-choice.tsx'
import { listPicks } from './picking-queries.ts'

/** The group that a form is about, as the address of what it asks for says it; else the reader's own. */
export const groupOf = (c: C) => getRequestGroup(c.var.db, c.var.actor, askedGroup(c))

/** What a field that asks for a request offers. */
export const pickingPages = pages().get('/requests/pick', async (c) => {
  const { db, actor } = c.var
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.html(<Picks picks={await listPicks(db, actor, (await groupOf(c)).id, { words: c.req.query('q') ?? '', limit: 8 })} />)
})
