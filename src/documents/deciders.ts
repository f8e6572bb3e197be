import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { todayOf } from '../time.ts'
import type { Deciders } from '../waiting.ts'
import { approveVersion, keepLonger, reviewUnchanged } from './keeping-actions.ts'
import { findSlug, findVersion } from './queries.ts'
import { documentRefusals } from './refusals.ts'
import { addMonths } from './rules.ts'

/** What the pages ask besides. */
const OnReview = z.object({ nextOn: z.iso.date().optional() })
const OnApproval = z.object({ way: z.enum(['meeting', 'role']), decisionId: z.int().optional(), on: z.iso.date().optional() })

/** What is decided of documents where it stands: that one was looked at and nothing had to change, that a version is approved by a role, or kept for a year more. */
export const deciders = {
  async review(tx, actor, id, { reason, more }) {
    const slug = await findSlug(tx, id)
    if (slug === undefined) throw new NotFound(documentRefusals.document)
    await reviewUnchanged(tx, actor, slug, { note: reason, ...OnReview.parse(more ?? {}) })
  },
  // By the version, so that nobody approves what was written after they read.
  async approve(tx, actor, id, { more }) {
    const version = await findVersion(tx, id)
    if (!version) throw new NotFound(documentRefusals.document)
    await approveVersion(tx, actor, version.slug, { number: version.number, ...OnApproval.parse(more ?? { way: 'role' }) })
  },
  async keepLonger(tx, actor, id) {
    const slug = await findSlug(tx, id)
    if (slug === undefined) throw new NotFound(documentRefusals.document)
    await keepLonger(tx, actor, slug, addMonths(todayOf(actor), 12))
  },
} satisfies Deciders
