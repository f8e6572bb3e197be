import { NotFound } from '../errors.ts'
import { writeMbox } from '../lib/mail/mbox-write.ts'
import { safeName, sendFile } from '../lib/ui/download.ts'
import { pages } from '../lib/ui/web.tsx'
import { refusals } from '../lib/ui/words.ts'
import { findMessageIds } from '../search/queries.ts'
import { readMailsOf } from './core/queries.ts'

/** The mails that a search finds, to take away. */
export const foundPages = pages().get('/search/mbox', async (c) => {
  const { db, actor } = c.var
  // Mail as it came carries addresses: not for robots.
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const q = c.req.query('q')?.trim() ?? ''
  const found = async function* () {
    for await (const ids of findMessageIds(db, actor, q)) yield* readMailsOf(db, ids)
  }
  return sendFile(c, { name: `${safeName(q, 'search')}.mbox`, type: 'application/mbox' }, writeMbox(found()))
})
