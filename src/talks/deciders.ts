import { NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { decideTalk } from './actions.ts'
import { sayOwnConsent } from './consent-actions.ts'
import { findTalkSlug } from './today-queries.ts'

const t = textsOf('talks', 'consent')

async function slugOf(tx: Tx, id: number): Promise<string> {
  const slug = await findTalkSlug(tx, id)
  if (slug === undefined) throw new NotFound(t.talkNotFound)
  return slug
}

/** What is decided of talks where it stands: proposals, and whether one's own may be recorded. */
export const deciders = {
  talk: async (tx, actor, id, { choice, reason }) =>
    decideTalk(tx, actor, await slugOf(tx, id), choice === 'yes' ? 'accepted' : 'declined', reason),
  talkConsent: async (tx, actor, id, { choice }) => sayOwnConsent(tx, actor, await slugOf(tx, id), choice === 'yes'),
} satisfies Deciders
