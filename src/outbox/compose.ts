import { isAscii } from 'node:buffer'
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readPacked, readRaw } from '../archive/queries.ts'
import type { Site } from '../config.ts'
import type { Db } from '../lib/db/rows.ts'
import { sealArc } from '../lib/mail/arc.ts'
import { asciiHead } from '../lib/mail/ascii-header.ts'
import type { ArcVerdict } from '../lib/mail/authenticate.ts'
import {
  type ListFacts,
  type PostOptions,
  type PreparedPost,
  personalFields,
  preparePost,
  type Recipient,
  signPost,
} from '../lib/mail/compose.ts'
import { createSigner, type DkimSigner, joinSigners } from '../lib/mail/dkim.ts'
import { findDmarcPolicy } from '../lib/mail/dmarc.ts'
import { isWide } from '../lib/mail/encode-header.ts'
import { splitMessage } from '../lib/mail/header-block.ts'
import { readMessage } from '../lib/mail/parse.ts'
import { passOn } from '../lib/mail/pass-on.ts'
import { alignedSignatureSurvives } from '../lib/mail/verify-dkim.ts'
import { unseal } from '../lib/sealed.ts'
import { sealToken } from '../lib/token/seal.ts'
import type { TaskContext } from '../task.ts'
import { type ContentPolicy, shapePost, underPost, withoutMarks } from './content.ts'
import type { ClaimedDelivery } from './delivery-actions.ts'
import { findLetters, findPosts, findSigningKeys } from './queries.ts'
import { domainOf } from './rules.ts'
import { openLetter } from './secrecy-queries.ts'

/** A mail as it goes over the wire; the pieces follow each other. */
export interface Mail {
  from: string
  to: string
  parts: Uint8Array[]
}

/** Why there is no mail: `later`, a name server is to be waited for; `broken`, its bytes or its header could not be made into one. */
type Unmade = 'later' | 'broken'

interface Signing {
  signer: DkimSigner
  key: KeyObject
  selector: string
}

type Post = Awaited<ReturnType<typeof findPosts>>[number]
type ForRecipient = (recipient: Recipient, at: Date) => Buffer[] | Promise<Buffer[]>

interface Composed {
  list: string
  size: number
  /** The header in ASCII. */
  forRecipient: ForRecipient
  /** The header as it came, for an address that only those servers take who take such a header too. */
  forWide(): Promise<ForRecipient | 'later'>
}

// A post of ten thousand deliveries is composed once; the last few posts are enough to remember, and no more of them than fit here. One
// that does not fit alone is composed for each lane's hundred.
const remembered = 20
const rememberedBytes = 16 * 1024 * 1024
// A signature takes a few times the header, for each of the hundreds of mails under way. Servers cut a field at 100 kB (Postfix) or refuse
// such a header, so that no signature of anybody survives.
const longestSigned = 128 * 1024
// Name servers that stay silent this long after a post came do not decide about its From any more.
const patience = 3_600_000

/** What the header of a post says of its list. */
const listFacts = ({ baseUrl, mailDomain }: Site, { name, title }: { name: string; title: string }): ListFacts => ({
  name: title,
  id: `${name}.${mailDomain}`,
  address: `${name}@${mailDomain}`,
  page: `${baseUrl}/lists/${name}`,
})

/** The page that unsubscribes this person, by POST. */
const unsubscribeUrl = ({ baseUrl, secret }: Site, subscriptionId: number): string =>
  `${baseUrl}/unsubscribe/${sealToken(secret, 'unsubscribe', subscriptionId)}`

/** Composes what goes out: a post once, with one ARC set, then its header for each recipient, signed. */
export class Composer {
  readonly #posts = new Map<number, Composed>()
  #signing: Signing | undefined | null = null

  readonly #context: TaskContext
  readonly #signs: boolean
  readonly #ownFrom: boolean

  /**
   * @param sign whether our key signs what leaves; off where the relay signs for our domain
   * @param ownFrom the relay takes no From but ours: every author stands as `Name via List`
   */
  constructor(context: TaskContext, { sign, ownFrom = false }: { sign: boolean; ownFrom?: boolean } = { sign: true }) {
    this.#context = context
    this.#signs = sign
    this.#ownFrom = ownFrom
  }

  /**
   * The mails of these deliveries; one whose mail is gone (erased) has none. What cannot be made must not cost the others their turn.
   * @param db the lane's own transaction: another connection might be kept by who waits for its rows
   */
  async compose(db: Db, deliveries: ClaimedDelivery[]): Promise<Map<number, Mail | Unmade>> {
    this.#signing ??= await this.#loadSigning(db)
    const { posts, unmade } = await this.#loadPosts(db, [...new Set(deliveries.flatMap(({ messageId }) => messageId ?? []))])
    const letterIds = deliveries.flatMap(({ letterId }) => letterId ?? [])
    const letters = new Map((await findLetters(db, letterIds)).map((letter) => [letter.id, letter]))
    const mails = new Map<number, Mail | Unmade>()
    // Side by side, so that no thread that signs waits for this one.
    await Promise.all(
      deliveries.map(async (delivery) => {
        const letter = delivery.letterId === null ? undefined : letters.get(delivery.letterId)
        const mail =
          (await (letter ? this.#composeLetter(delivery, letter) : this.#composePost(delivery, posts)).catch((error: unknown) =>
            this.#tellBroken(error, { deliveryId: delivery.id }),
          )) ?? unmade.get(delivery.messageId ?? 0)
        if (mail) mails.set(delivery.id, mail)
      }),
    )
    return mails
  }

  async #loadSigning(db: Db): Promise<Signing | undefined> {
    const { site } = this.#context
    if (!this.#signs) return undefined
    const { rsa, ed25519 } = await findSigningKeys(db, site.mailDomain, site.secret)
    if (!rsa) return undefined
    const keyOf = (kept: typeof rsa) => createPrivateKey(unseal(site.secret, kept.privateKey))
    const signerOf = (kept: typeof rsa) => createSigner({ domain: site.mailDomain, selector: kept.selector, privateKey: keyOf(kept) })
    const signer = joinSigners([signerOf(rsa), ...(ed25519 ? [signerOf(ed25519)] : [])])
    return { key: keyOf(rsa), selector: rsa.selector, signer }
  }

  /** The posts of one batch. They are the batch's own: what is remembered may be forgotten, here or by another lane, meanwhile. */
  async #loadPosts(db: Db, ids: number[]): Promise<{ posts: Map<number, Composed>; unmade: Map<number, Unmade> }> {
    const posts = new Map<number, Composed>()
    const unmade = new Map<number, Unmade>()
    for (const id of ids) {
      const known = this.#posts.get(id)
      if (known) posts.set(id, known)
    }
    const missing = ids.filter((id) => !posts.has(id))
    for (const post of missing.length > 0 ? await findPosts(db, missing) : []) {
      const composed = await this.#prepare(db, post).catch((error: unknown) => this.#tellBroken(error, { messageId: post.id }))
      if (typeof composed === 'string') unmade.set(post.id, composed)
      else {
        this.#remember(post.id, composed)
        posts.set(post.id, composed)
      }
    }
    return { posts, unmade }
  }

  /** Bytes of the posts that it remembers. */
  get remembered(): number {
    return this.#posts.values().reduce((sum, { size }) => sum + size, 0)
  }

  #remember(id: number, composed: Composed): void {
    if (composed.size > rememberedBytes) return
    this.#posts.set(id, composed)
    let bytes = this.remembered
    for (const [oldest, { size }] of this.#posts) {
      if (this.#posts.size <= remembered && bytes <= rememberedBytes) return
      this.#posts.delete(oldest)
      bytes -= size
    }
  }

  #tellBroken(error: unknown, which: { deliveryId: number } | { messageId: number }): 'broken' {
    this.#context.log.error({ err: error, ...which }, 'a mail could not be composed; it is tried again later')
    return 'broken'
  }

  /** Composes a post; `later` while the author's domain cannot be asked what may become of their From. */
  async #prepare(db: Db, post: Post): Promise<Composed | 'later'> {
    const { site } = this.#context
    const facts = listFacts(site, post)
    const kept = post.packed ? await readPacked(post.packed) : await readRaw(db, post.rawId)
    const written = withoutMarks(kept, post.markdown, site.baseUrl)
    const raw = shapePost(written, post, facts, post.html === 'free' ? 'keep' : post.html)
    const options = {
      raw,
      list: facts,
      ...(post.subjectPrefix ? { subjectPrefix: post.subjectPrefix } : {}),
      ...(post.author ? { author: post.author } : {}),
      ...(post.footer || post.leaveLine ? { footer: underPost(facts, post) } : {}),
      ...(post.repliesTo === 'list' ? { set: { 'Reply-To': facts.address } } : {}),
      archivedAt: `${site.baseUrl}/lists/${post.name}/m/${encodeURIComponent(post.messageId)}${post.variant > 1 ? `?v=${post.variant}` : ''}`,
      signingDomains: [site.mailDomain],
      authservId: site.mailDomain,
    }
    const forRecipient = await this.#finish({ ...options, ascii: true }, post, facts)
    if (forRecipient === 'later') return 'later'
    let wide: Promise<ForRecipient | 'later'> | undefined
    const forWide = async (): Promise<ForRecipient | 'later'> => {
      if (isAscii(raw.subarray(0, raw.length - splitMessage(raw).body.length))) return forRecipient
      wide ??= this.#finish(options, post, facts)
      const made = await wide
      if (made === 'later') wide = undefined
      return made
    }
    return { list: post.name, size: raw.length, forRecipient, forWide }
  }

  /** A post with its text, its From, its seal and its signature. */
  async #finish(options: PostOptions, post: Post, facts: ListFacts): Promise<ForRecipient | 'later'> {
    const plain = await this.#withText(options, post, facts)
    const rewrite = await this.#mustRewrite(plain, post)
    if (rewrite === 'later') return 'later'
    const prepared = await this.#seal(rewrite ? preparePost({ ...options, raw: plain.raw ?? options.raw, rewriteFrom: true }) : plain, post)
    const signer = prepared.head.length <= longestSigned ? this.#signing?.signer : undefined
    return signer ? signPost(prepared, signer) : prepared.forRecipient
  }

  /** HTML alone gets a text beside it where no signature of its author is there to break by it. */
  async #withText(
    options: PostOptions,
    post: ContentPolicy & { fromEmail: string; name: string; messageId: string; variant: number; language: string },
    facts: ListFacts,
  ): Promise<PreparedPost & { raw?: Uint8Array }> {
    const plain = preparePost(options)
    if (post.html !== 'free') return plain
    const raw = shapePost(options.raw, { ...post, linkAboveKb: null, linkTypes: [], dropTypes: [] }, facts, 'always')
    if (raw === options.raw) return plain
    const { resolver, now } = this.#context
    const whole = Buffer.concat([plain.head, Buffer.from('\r\n'), plain.body])
    const isLong = plain.head.length > longestSigned
    if (!isLong && (await alignedSignatureSurvives(whole, domainOf(post.fromEmail), resolver, now()))) return plain
    return { ...preparePost({ ...options, raw }), raw }
  }

  /** From changes only where its domain would have the mail refused otherwise: it says so, and its signature does not survive. */
  async #mustRewrite(prepared: PreparedPost, post: { fromEmail: string; receivedAt: Date; via: string }): Promise<boolean | 'later'> {
    const { resolver, site, now } = this.#context
    const domain = domainOf(post.fromEmail)
    // What was written on the web has the list's own address in From already.
    if (post.via === 'web' || domain === site.mailDomain) return false
    // A moderator may let through what has no author; without any From nobody takes it, and nothing signs it.
    if (this.#ownFrom || post.fromEmail === '') return true
    const { policy, temporary } = await findDmarcPolicy(domain, resolver)
    if (temporary) return now().getTime() - post.receivedAt.getTime() < patience ? 'later' : true
    if (policy !== 'quarantine' && policy !== 'reject') return false
    if (prepared.head.length > longestSigned) return true
    return !(await alignedSignatureSurvives(Buffer.concat([prepared.head, Buffer.from('\r\n'), prepared.body]), domain, resolver, now()))
  }

  async #seal(prepared: PreparedPost, post: { results: string | null; arc: string | null }): Promise<PreparedPost> {
    const { site, now } = this.#context
    if (!this.#signing || post.results === null || prepared.head.length > longestSigned) return prepared
    const message = [prepared.head, Buffer.from('\r\n'), prepared.body]
    const { key, selector } = this.#signing
    const set = await sealArc(message, {
      domain: site.mailDomain,
      selector,
      key,
      authResults: post.results,
      chain: post.arc as ArcVerdict,
      at: now(),
    })
    return set === '' ? prepared : prepared.withTop(Buffer.from(set))
  }

  async #composePost(delivery: ClaimedDelivery, posts: Map<number, Composed>): Promise<Mail | 'later' | undefined> {
    const { site, now } = this.#context
    const post = delivery.messageId === null ? undefined : posts.get(delivery.messageId)
    if (!post || delivery.subscriptionId === null) return undefined
    const forRecipient = isWide(delivery.email) ? await post.forWide() : post.forRecipient
    if (forRecipient === 'later') return 'later'
    const parts = await forRecipient({ unsubscribeUrl: unsubscribeUrl(site, delivery.subscriptionId) }, now())
    return { from: this.#verp(`${post.list}-bounces`, delivery.id), to: delivery.email, parts }
  }

  async #composeLetter(
    delivery: ClaimedDelivery,
    kept: { bytes: Buffer; sealed: boolean; list: string | null; title: string | null; forwarded: boolean },
  ): Promise<Mail> {
    const letter = { ...kept, bytes: openLetter(this.#context.site.secret, kept) }
    const from = this.#verp(letter.list ? `${letter.list}-bounces` : 'bounces', delivery.id)
    const end = letter.bytes.indexOf('\r\n\r\n') + 4
    const wide = isWide(delivery.email)
    if (letter.forwarded && (this.#ownFrom || !(wide || isAscii(letter.bytes.subarray(0, Math.max(0, end))))))
      return { from, to: delivery.email, parts: await this.#passOn(letter, wide) }
    // A mail that is only passed on keeps its own signatures; ours would speak for what we did not write.
    if (letter.forwarded || end < 4) return { from, to: delivery.email, parts: [letter.bytes] }
    const body = letter.bytes.subarray(end)
    const head = this.#letterHead(delivery, letter, letter.bytes.subarray(0, end))
    return { from, to: delivery.email, parts: await this.#sign([wide ? head : asciiHead(head), body]) }
  }

  /** What goes to a subscriber as such (a digest) carries their own way out, one click from their mail program (RFC 8058). */
  #letterHead(delivery: ClaimedDelivery, { list, title }: { list: string | null; title: string | null }, head: Buffer): Buffer {
    if (delivery.subscriptionId === null || list === null) return head
    const facts = listFacts(this.#context.site, { name: list, title: title ?? list })
    const personal = personalFields(facts)({ unsubscribeUrl: unsubscribeUrl(this.#context.site, delivery.subscriptionId) })
    return Buffer.concat([head.subarray(0, -2), personal])
  }

  /**
   * A mail to those who look after a list, or the site, in the name of that address; answers go to its author.
   * @param wide it may keep a header beyond ASCII
   */
  async #passOn({ bytes, list }: { bytes: Buffer; list: string | null }, wide: boolean): Promise<Uint8Array[]> {
    const { mailDomain } = this.#context.site
    const as = { name: list ?? 'Rapport', address: list ? `${list}-owner@${mailDomain}` : `postmaster@${mailDomain}` }
    const replyTo = readMessage(bytes).from?.address ?? as.address
    const passed = passOn(bytes, { as, replyTo: replyTo.includes('@') ? replyTo : as.address })
    const end = passed.indexOf('\r\n\r\n') + 4
    const head = passed.subarray(0, end)
    return this.#sign([wide ? head : asciiHead(head), passed.subarray(end)])
  }

  #verp(localPart: string, deliveryId: number): string {
    return `${localPart}+${sealToken(this.#context.site.secret, 'bounce', deliveryId)}@${this.#context.site.mailDomain}`
  }

  /** Puts our signature on top of a header and its body. */
  async #sign([head, body]: [Uint8Array, Uint8Array]): Promise<Uint8Array[]> {
    if (!this.#signing) return [head, body]
    const { signer } = this.#signing
    return [Buffer.from(await signer.signLater(head, signer.hashBody(body), this.#context.now())), head, body]
  }
}
