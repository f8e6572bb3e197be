import { type Purpose, pack } from './bytes.ts'

export type { Purpose }

/**
 * A token for a link: who has the letter may do what the page behind it offers. ./open.ts opens it.
 * @param id a database id, below 2^40
 * @param until the last day on which it opens (UTC); undefined: for ever
 */
export const sealToken = (secret: string, purpose: Purpose, id: number, until?: Date): string =>
  pack(secret, { purpose, id, until, door: 'link' })

/** What a letter needs: the token of its link, and another for its reply address, which opens no page. */
export interface Keys {
  link: string
  reply: string
}

/**
 * A token for a reply address. Everybody learns it who gets a copy of the answer, so it opens no page, and by mail only to whom the letter
 * was written (src/edges/mailroom/gate).
 */
export const sealReply = (secret: string, purpose: Purpose, id: number, until?: Date): string =>
  pack(secret, { purpose, id, until, door: 'mail' })

/** Both tokens of a letter that can be answered by link and by mail. */
export const sealKeys = (secret: string, purpose: Purpose, id: number, until?: Date): Keys => ({
  link: sealToken(secret, purpose, id, until),
  reply: sealReply(secret, purpose, id, until),
})
