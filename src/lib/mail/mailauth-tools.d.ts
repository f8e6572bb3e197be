// mailauth types its checks, but not the tools they are made of. These two are used.
declare module 'mailauth/lib/tools.js' {
  import type { Resolver } from './dns.ts'

  /** Fetches and validates a key record; rejects with a code of KEY_ERROR_COMMENTS, with ESHORTKEY, or with what the resolver says. */
  export function getPublicKey(
    type: 'DKIM' | 'ARC' | 'AS',
    name: string,
    minBitLength: number,
    resolver: Resolver,
    options?: { strict?: boolean; hashAlgo?: string },
  ): Promise<unknown>
  export const KEY_ERROR_COMMENTS: Map<string, string>

  /** The first of the domains that shares the organisational domain by the Public Suffix List, or false. */
  export function getAlignment(fromDomain: string, domains: string[], strict?: boolean): { domain: string } | false
}
