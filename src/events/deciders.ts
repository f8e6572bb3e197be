import { NotFound } from '../errors.ts'
import { refusals } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { notePresence, sayComing } from './people-actions.ts'
import { listParticipations } from './people-queries.ts'
import { findEventSlug } from './today-queries.ts'

/** What is decided of events where it stands: whether one comes, for all of it, and that all did as they had said; part of it, or online, is said on its page. */
export const deciders = {
  async coming(tx, actor, id, { choice, reason }) {
    const slug = await findEventSlug(tx, id)
    if (slug === undefined) throw new NotFound(refusals.thereIsNoSuchPage)
    await sayComing(tx, actor, slug, { answer: choice === 'yes' ? 'coming' : 'not_coming', fromOn: null, toOn: null, reason })
  },
  // Who never answered and was not noted was not there.
  async presence(tx, actor, id) {
    const slug = await findEventSlug(tx, id)
    if (slug === undefined) throw new NotFound(refusals.thereIsNoSuchPage)
    const asAnswered = { coming: 'in_person', online: 'online', not_coming: 'apologies', open: 'absent' } as const
    const unnoted = (await listParticipations(tx, id)).filter(({ expected, presence }) => expected && presence === null)
    const noted = unnoted.map(({ personId, answer, reason }) => ({ personId, presence: asAnswered[answer], reason }))
    await notePresence(tx, actor, slug, noted)
  },
} satisfies Deciders
