import { createHash } from 'node:crypto'
import { textsOf } from '../../lib/ui/words.ts'
import type { Scope } from '../tokens-rules.ts'

const t = textsOf('people', 'guests')

export type GuestKind = 'program' | 'site'

/** What a program can be allowed by a page of this site. What acts is left to tokens that a person makes with care. */
export const doorScopes = ['read', 'propose'] as const satisfies readonly Scope[]

/** A token of a site opens no door; it says who somebody is. */
export const signInScope = 'sign-in'

export const mostRedirects = 10
/** Programs that nobody used for so long are forgotten, and what people agreed to ends, in milliseconds. */
export const introducedLasts = 30 * 86_400_000
export const agreementLasts: Readonly<Record<GuestKind, number>> = { program: 90 * 86_400_000, site: 365 * 86_400_000 }

/** What a program says of itself at the address that it is known by is read anew after so long, in milliseconds. */
export const documentHolds = 86_400_000

/** Is a program known by the address of what it says of itself (OAuth Client ID Metadata Document)? That has a path. */
export function isDocument(client: string): boolean {
  const url = URL.parse(client)
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname !== '/' &&
    !/[\s#\\]/.test(client) &&
    client.length <= 500 &&
    !url.username
  )
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 500

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** A program as it says of itself, with the site that says so in its name; undefined where that is no such document, or another's. */
export function readDocument(address: string, text: string): { name: string; redirects: string[] } | undefined {
  const said = parsed(text)
  const { client_id: client, client_name: named = '', redirect_uris: redirects, token_endpoint_auth_method: proof = 'none' } = said
  if (client !== address || !isText(named) || proof !== 'none' || 'client_secret' in said) return undefined
  if (!Array.isArray(redirects) || !redirects.every(isText) || whyNotRedirects('introduced', redirects) !== undefined) return undefined
  const { host } = new URL(address)
  const plain = named
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 60)
  return { name: plain ? `${plain} (${host})` : host, redirects: [...new Set(redirects)] }
}

/** What somebody shows is looked for by this alone. */
export const hashOf = (shown: string): Buffer => createHash('sha256').update(shown).digest()

const harmful = new Set([
  'about:',
  'blob:',
  'data:',
  'file:',
  'ftp:',
  'javascript:',
  'mailto:',
  'tel:',
  'vbscript:',
  'view-source:',
  'ws:',
  'wss:',
])
const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Who asks that answers go there: the site's office typed it, or a program that nobody knows said it of itself. */
export type RedirectSource = GuestKind | 'introduced'

/**
 * The scheme of an app's own (RFC 8252 §7.1): a domain name read backwards, so it begins with a top-level domain and has a dot. All others are
 * somebody else's: of the browser, or of a program of the machine that an answer would open.
 */
const ownScheme = /^[a-z]{2,63}(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)+:$/

/** Why answers cannot be sent to this address; undefined where they can. It is matched letter by letter, so it has to stand there whole. */
export function whyNotRedirect(kind: RedirectSource, text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || /[\s*#\\]/.test(text) || text.length > 500) return t.redirectWrong({ address: text.slice(0, 120) })
  if (url.username !== '' || url.password !== '') return t.redirectWrong({ address: url.host })
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:') return loopback.has(url.hostname) ? undefined : t.redirectInsecure({ address: text.slice(0, 120) })
  if (kind === 'introduced') return ownScheme.test(url.protocol) ? undefined : t.redirectScheme({ address: text.slice(0, 120) })
  return kind === 'program' && !harmful.has(url.protocol) ? undefined : t.redirectWrong({ address: text.slice(0, 120) })
}

/** The addresses that somebody typed, one on a line. */
export const redirectsIn = (typed: string): string[] => [...new Set(typed.split(/\s+/).filter(Boolean))]

/** Why these cannot be what answers are sent to. */
export function whyNotRedirects(kind: RedirectSource, redirects: readonly string[]): string | undefined {
  if (redirects.length === 0) return t.redirectMissing
  if (redirects.length > mostRedirects) return t.redirectsTooMany({ most: mostRedirects })
  return redirects.map((one) => whyNotRedirect(kind, one)).find((why) => why !== undefined)
}

/** Where an answer goes, as a person reads it: a site, an app, or this computer. */
export function placeOf(redirect: string): { site: string } | { app: string } | 'here' {
  const url = URL.parse(redirect)
  if (!url) return { app: redirect }
  if (loopback.has(url.hostname)) return 'here'
  return url.protocol === 'https:' ? { site: url.host } : { app: url.protocol.slice(0, -1) }
}

/** What a form on our page may lead to, as a browser is told it. */
export const formTargetOf = (redirect: string): string => {
  const url = URL.parse(redirect)
  return !url ? '' : url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : url.protocol
}
