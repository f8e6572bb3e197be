/**
 * Who answers whom: the rules, one message at a time.
 *
 * Every Message-ID that a list has seen, as a message or in someone's References, is a node with at most one parent. Each
 * message makes claims about parents, and of all claims about a node the strongest holds. That is a minimum over a set, so the
 * order of arrival plays no part, and it can be kept up to date by storing the strongest claim of each node:
 *
 * 1. The *ancestors* of a message are the ids of References, repeated ones at their last place, then In-Reply-To, which leaves its
 *    place among them; never the message's own id. Of more than 100 the first and the last 99 count. The last one is its *parent*.
 *    (RFC 5256 looks at In-Reply-To only where there are no References. Where the two disagree, real mail is right in In-Reply-To:
 *    Eudora does not append the parent to References, others write these backwards. Pipermail and notmuch go by it, too.)
 * 2. A message's claim about itself, its parent or that it has none, beats whatever others say: nobody moves another's message.
 *    Of several messages with one id, the earliest speaks for it, then the one with the smallest tie-break.
 * 3. A message that nobody has, a *ghost*, takes its parent from the References of others: each of the ancestors is claimed
 *    to be the parent of the one after it. The claim from the longest list wins (deepest place; others were cut short), then
 *    the smallest parent id. When the ghost's message arrives, rule 2 takes over.
 * 4. With one parent a node, each connected part has at most one cycle, whatever the claims. Its link is cut, when the tree is
 *    read, at the node with the fewest ancestors in its claim, then the earliest date, then the greatest id: that one is the root.
 *    Claims are stored uncut, since a later claim may dissolve the cycle.
 *
 * A thread is what hangs together: two nodes are in one thread where claims of any strength connect them. Such a thread only ever
 * grows, so threads of a database are merged and never split, and its trees (there may be several roots, where a message says
 * that it has no parent) follow from the messages in it alone.
 */
export interface Referring {
  messageId: string
  inReplyTo: string | null
  references: readonly string[]
  /** Null where the message does not say when it was written. */
  date: Date | null
  /** Tie-break between messages with one Message-ID and date: a content hash, or any id of the caller; different for each. */
  id: string | number
}

/** What one message says about the parent of one node. */
export interface Claim {
  child: string
  /** Null: it has none. */
  parent: string | null
  /** Said by the message itself. */
  own: boolean
  /** How many ancestors the claim knows for the child. */
  depth: number
  /** When the message that speaks for itself was written, in milliseconds; infinite where unknown. */
  at: number
  by: string | number
}

const mostAncestors = 100

/** When a message was written, in milliseconds; infinite where it does not say. */
export function timeOf({ date }: Pick<Referring, 'date'>): number {
  const time = date?.getTime() ?? Number.NaN
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
}

// What people answered when `git send-email` asked for a Message-ID; it would join all their threads.
const answer = /^(?:y|yes|n|no)$/i

/** Rule 1: the ids above a message, outermost first, its parent last. */
export function ancestorsOf({ messageId, inReplyTo, references }: Referring): string[] {
  const chain = new Set<string>()
  for (const id of references) {
    chain.delete(id)
    chain.add(id)
  }
  if (inReplyTo !== null) {
    chain.delete(inReplyTo)
    chain.add(inReplyTo)
  }
  chain.delete(messageId)
  const ids = [...chain].filter((id) => !answer.test(id))
  return ids.length <= mostAncestors ? ids : [ids[0] as string, ...ids.slice(1 - mostAncestors)]
}

/** Rule 1: the Message-ID that a message answers; null for one that starts anew. */
export const chooseParent = (message: Referring): string | null => ancestorsOf(message).at(-1) ?? null

/** Rules 2 and 3: all that a message says, about itself first. */
export function claimsOf(message: Referring): [own: Claim, ...others: Claim[]] {
  const ancestors = ancestorsOf(message)
  const own: Claim = {
    child: message.messageId,
    parent: ancestors.at(-1) ?? null,
    own: true,
    depth: ancestors.length,
    at: timeOf(message),
    by: message.id,
  }
  const others = ancestors.slice(1).map((child, i): Claim => {
    const parent = ancestors[i] as string
    return { child, parent, own: false, depth: i + 1, at: Number.POSITIVE_INFINITY, by: '' }
  })
  return [own, ...others]
}

const order = <V extends string | number | null>(a: V, b: V): number => (a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1)

/** Rules 2 and 3: negative where `a` holds against `b`, both about one node. */
export function compareClaims(a: Claim, b: Claim): number {
  if (a.own !== b.own) return a.own ? -1 : 1
  return order(a.at, b.at) || order(a.by, b.by) || order(b.depth, a.depth) || order(a.parent, b.parent)
}

/** Rule 4: negative where the link of `a` is cut rather than that of `b`, both in one cycle. */
export const compareCuts = (a: Claim, b: Claim): number => order(a.depth, b.depth) || order(a.at, b.at) || order(b.child, a.child)

/** The strongest claim about each node of these messages. */
export function strongestClaims(messages: Iterable<Referring>): Map<string, Claim> {
  const claims = new Map<string, Claim>()
  for (const message of messages) {
    for (const claim of claimsOf(message)) {
      const held = claims.get(claim.child)
      if (!held || compareClaims(claim, held) < 0) claims.set(claim.child, claim)
    }
  }
  return claims
}

/** Rule 4: the nodes whose link is cut because it would close a cycle. */
export function cutsOf(claims: ReadonlyMap<string, Claim>): Set<string> {
  const cuts = new Set<string>()
  const walkOf = new Map<string, number>()
  let walk = 0
  for (const start of claims.keys()) {
    walk++
    let at: string | null = start
    while (at !== null && !walkOf.has(at)) {
      walkOf.set(at, walk)
      at = claims.get(at)?.parent ?? null
    }
    if (at !== null && walkOf.get(at) === walk) cuts.add(cutOf(at, claims))
  }
  return cuts
}

function cutOf(start: string, claims: ReadonlyMap<string, Claim>): string {
  let cut = claims.get(start) as Claim
  for (let claim = claims.get(cut.parent as string) as Claim; claim.child !== start; claim = claims.get(claim.parent as string) as Claim) {
    if (compareCuts(claim, cut) < 0) cut = claim
  }
  return cut.child
}
