const hour = 3_600_000

/** For so long a new address waits before it opens an account that has others, in milliseconds. */
export const waits = 24 * hour

/** Does this address open its person's account today? It is confirmed, and its wait is over. */
export const opensAccount = ({ verifiedAt, opensAt }: { verifiedAt: Date | null; opensAt: Date | null }, at: Date): boolean =>
  verifiedAt !== null && (opensAt === null || opensAt <= at)

/** What changed in the ways into an account. */
export type Way = 'passkey' | 'passkey-removed' | 'identity' | 'identity-removed' | 'token' | 'program' | 'address' | 'address-removed'
