import { NotFound } from '../errors.ts'
import { refusals } from '../lib/ui/refusals.ts'
import type { Deciders } from '../waiting.ts'
import { sayComing } from './people-actions.ts'
import { findEventSlug } from './today-queries.ts'

/** What is decided of events where it stands: whether one comes, for all of it; part of it, or online, is said on its page. */
export const deciders = {
  async coming(tx, actor, id, { choice, reason }) {
    const slug = await findEventSlug(tx, id)
    if (slug === undefined) throw new NotFound(refusals.thereIsNoSuchPage)
    await sayComing(tx, actor, slug, { answer: choice === 'yes' ? 'coming' : 'not_coming', fromOn: null, toOn: null, reason })
  },
} satisfies Deciders
