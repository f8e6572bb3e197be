import * as z from 'zod'
import { missing, NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { todayOf } from '../time.ts'
import type { Deciders } from '../waiting.ts'
import { approveVersion, keepLonger, reviewUnchanged } from './keeping-actions.ts'
import { findSlug, findVersion } from './queries.ts'
import { documentRefusals } from './refusals.ts'
import { addMonths } from './rules.ts'

/** What the pages ask besides. */
const OnReview = z.object({ nextOn: z.iso.date().optional() })
const OnApproval = z.object({ way: z.enum(['meeting', 'role']), decisionId: z.int().optional(), on: z.iso.date().optional() })

async function slugOf(tx: Tx, id: number): Promise<string> {
  const slug = await findSlug(tx, id)
  if (slug === undefined) throw new NotFound(documentRefusals.document)
  return slug
}

/** What is decided of documents where it stands: that one was looked at and nothing had to change, that a version is approved by a role, or kept for a year more. */
export const deciders = {
  review: async (tx, actor, id, { reason, more }) =>
    reviewUnchanged(tx, actor, await slugOf(tx, id), { note: reason, ...OnReview.parse(more ?? {}) }),
  // By the version, so that nobody approves what was written after they read.
  async approve(tx, actor, id, { more }) {
    const version = (await findVersion(tx, id)) ?? missing(documentRefusals.document)
    await approveVersion(tx, actor, version.slug, { number: version.number, ...OnApproval.parse(more ?? { way: 'role' }) })
  },
  keepLonger: async (tx, actor, id) => keepLonger(tx, actor, await slugOf(tx, id), addMonths(todayOf(actor), 12)),
} satisfies Deciders
