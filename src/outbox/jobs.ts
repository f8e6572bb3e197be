import { readPacked } from '../archive/queries.ts'
import type { Site } from '../config.ts'
import { type ListFacts, type PreparedPost, preparePost } from '../mail/compose.ts'
import { nextAttempt } from '../mail/retry.ts'
import type { Sender } from '../mail/smtp-client.ts'
import type { Outcome } from '../mail/smtp-outcome.ts'
import type { TaskContext } from '../task.ts'
import { sealToken } from '../token.ts'
import { type Attempt, type ClaimedDelivery, claimDeliveries, settleDeliveries } from './actions.ts'
import { findLetters, findPosts } from './queries.ts'

// What may be sent twice after a crash: one lane's rows, on one connection.
const laneSize = 100

/** Posts composed once, kept while their deliveries go out. */
export class ComposedPosts {
  private readonly kept = new Map<number, { prepared: PreparedPost; list: string }>()

  constructor(private readonly context: TaskContext) {}

  /** Composes those of these posts that are not composed yet. */
  async load(ids: number[]): Promise<void> {
    const missing = ids.filter((id) => !this.kept.has(id))
    for (const { id, ...post } of missing.length > 0 ? await findPosts(this.context.db, missing) : []) {
      const raw = await readPacked(post.bytes)
      const prepared = preparePost({
        raw,
        list: listFacts(this.context.site, post),
        archivedAt: archivedAt(this.context.site, post),
        signingDomains: [this.context.site.mailDomain],
      })
      if (this.kept.size >= 20) this.kept.delete(this.kept.keys().next().value as number)
      this.kept.set(id, { prepared, list: post.name })
    }
  }

  get(id: number) {
    return this.kept.get(id)
  }
}

/** What the header of a post says of its list. */
export const listFacts = ({ baseUrl, mailDomain }: Site, { name, title }: { name: string; title: string }): ListFacts => ({
  name: title,
  id: `${name}.${mailDomain}`,
  address: `${name}@${mailDomain}`,
  page: `${baseUrl}/lists/${name}`,
})

const archivedAt = ({ baseUrl }: Site, post: { name: string; messageId: string }): string =>
  `${baseUrl}/lists/${post.name}/m/${encodeURIComponent(post.messageId)}`

/** The page that unsubscribes this person, by POST. */
export const unsubscribeUrl = ({ baseUrl, secret }: Site, subscriptionId: number): string =>
  `${baseUrl}/unsubscribe/${sealToken(secret, 'unsubscribe', subscriptionId)}`

interface Mail {
  from: string
  to: string
  parts: Uint8Array[]
}

function composePost(site: Site, posts: ComposedPosts, delivery: ClaimedDelivery): Mail | undefined {
  const post = delivery.messageId === null ? undefined : posts.get(delivery.messageId)
  if (!post || delivery.subscriptionId === null) return undefined
  return {
    from: `${post.list}-bounces+${sealToken(site.secret, 'bounce', delivery.id)}@${site.mailDomain}`,
    to: delivery.email,
    parts: post.prepared.forRecipient({ unsubscribeUrl: unsubscribeUrl(site, delivery.subscriptionId) }),
  }
}

/** The mails of claimed deliveries, as they leave. A delivery whose mail is gone (erased) has none. */
async function compose(context: TaskContext, posts: ComposedPosts, deliveries: ClaimedDelivery[]): Promise<Map<number, Mail>> {
  const { site } = context
  await posts.load([...new Set(deliveries.flatMap(({ messageId }) => messageId ?? []))])
  const letters = new Map(
    (
      await findLetters(
        context.db,
        deliveries.flatMap(({ letterId }) => letterId ?? []),
      )
    ).map((letter) => [letter.id, letter]),
  )
  const mails = new Map<number, Mail>()
  for (const delivery of deliveries) {
    const letter = delivery.letterId === null ? undefined : letters.get(delivery.letterId)
    const bounces = `${letter?.list ? `${letter.list}-bounces` : 'bounces'}+${sealToken(site.secret, 'bounce', delivery.id)}@${site.mailDomain}`
    const mail = letter ? { from: bounces, to: delivery.email, parts: [letter.bytes] } : composePost(site, posts, delivery)
    if (mail) mails.set(delivery.id, mail)
  }
  return mails
}

function attemptOf(delivery: ClaimedDelivery, outcome: Outcome, now: Date): Attempt {
  const answer = outcome.text
  if (outcome.ok) return { id: delivery.id, state: 'sent', code: outcome.code, answer, nextAt: now }
  const next = nextAttempt({
    code: outcome.code,
    enhanced: outcome.enhanced,
    attempts: delivery.attempts + 1,
    firstAttemptAt: delivery.queuedAt,
    now,
  })
  return { id: delivery.id, state: next.state, code: outcome.code, answer, nextAt: next.nextAt ?? now }
}

/**
 * Sends what is due: up to a hundred mails in one transaction that holds their rows, so that a crash repeats at most these.
 * @returns how many were taken
 */
export async function deliver(context: TaskContext, sender: Sender, posts: ComposedPosts): Promise<number> {
  return context.write(async (tx) => {
    const deliveries = await claimDeliveries(tx, laneSize, context.now())
    if (deliveries.length === 0) return 0
    const mails = await compose(context, posts, deliveries)
    const attempts = await Promise.all(
      deliveries.map(async (delivery): Promise<Attempt> => {
        const mail = mails.get(delivery.id)
        if (!mail)
          return { id: delivery.id, state: 'failed', code: null, answer: 'The mail was removed before it was sent.', nextAt: context.now() }
        return attemptOf(delivery, await sender.send({ from: mail.from, to: mail.to }, mail.parts), context.now())
      }),
    )
    await settleDeliveries(tx, attempts, context.now())
    return deliveries.length
  })
}
