import { NotFound } from '../errors.ts'
import type { Deciders } from '../waiting.ts'
import { reviewUnchanged } from './keeping-actions.ts'
import { findSlug } from './queries.ts'
import { documentRefusals } from './refusals.ts'

/** What is decided of documents where it stands: that one was looked at, and nothing had to change. */
export const deciders = {
  async review(tx, actor, id, { reason }) {
    const slug = await findSlug(tx, id)
    if (slug === undefined) throw new NotFound(documentRefusals.document)
    await reviewUnchanged(tx, actor, slug, { note: reason })
  },
} satisfies Deciders
