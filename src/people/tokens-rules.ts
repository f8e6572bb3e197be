import { createHash } from 'node:crypto'

/** What a token may be used for. Whatever its scopes, it may no more than its person may. */
export const scopes = ['read', 'propose', 'write', 'moderate', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Is this what a token may be for? */
export const isScope = (word: string): word is Scope => scopes.some((scope) => scope === word)

/** What a token that a person makes begins with. */
export const tokenPrefix = 'rapport_'

/** How long a token may live; whoever needs one for longer makes the next in time. */
export const mostDays = 366

/** What the database keeps of a token. It is 256 random bits, so a plain hash is enough: there is nothing to guess. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export type TokenState = 'valid' | 'expired' | 'revoked'

/** What a token is good for today. */
export function stateOf(token: { expiresAt: Date; revokedAt: Date | null }, now: Date): TokenState {
  if (token.revokedAt) return 'revoked'
  return token.expiresAt <= now ? 'expired' : 'valid'
}
