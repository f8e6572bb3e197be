import { type TokenSettings, TokenSource } from './relay-token.ts'

/** By what we sign in: a password, or a token that is asked for elsewhere. */
export type SignIn = { user: string; password: string } | { user: string; tokens: TokenSource }

/** Where outgoing mail is handed over. */
export interface Relay {
  host: string
  port: number
  /** `smtps:`: TLS from the first byte. Else STARTTLS is used where it is offered. */
  implicitTls: boolean
  /** Never, when offered, or always; with a password: always, except to this machine. */
  startTls: 'never' | 'offered' | 'required'
  /** Whether the relay's certificate must be valid: wherever TLS is required. Without, TLS still keeps listeners out (RFC 7435). */
  verify: boolean
  auth: SignIn | null
}

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`; `?tls=never|offered|required` and `?verify=yes|no` depart from the defaults.
 * The ports are 25 (587 with a password) and 465. Throws an Error that says what is wrong, without the password.
 */
export function parseRelay(text: string): Relay {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new Error('The relay must be given as smtp://user:password@host:port or smtps://…')
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const auth = url.username === '' ? null : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  const implicitTls = url.protocol === 'smtps:'
  const here = host === 'localhost' || host === '::1' || /^127\./.test(host)
  const startTls = url.searchParams.get('tls') ?? (auth && !here ? 'required' : 'offered')
  if (startTls !== 'never' && startTls !== 'offered' && startTls !== 'required') {
    throw new Error(`The relay's tls= must be never, offered or required, not "${startTls}".`)
  }
  const verify = url.searchParams.get('verify') ?? (implicitTls || startTls === 'required' ? 'yes' : 'no')
  const port = url.port === '' ? defaultPort(implicitTls, auth !== null) : Number(url.port)
  return { host, port, implicitTls, startTls, verify: verify !== 'no', auth }
}

/** The relay as it is set; with `tokens` it is signed in to by a token, for the user that its address names. */
export function readRelay(text: string, tokens?: TokenSettings): Relay {
  const relay = parseRelay(text)
  return tokens && relay.auth ? { ...relay, auth: { user: relay.auth.user, tokens: new TokenSource(tokens) } } : relay
}

function defaultPort(implicitTls: boolean, withPassword: boolean): number {
  if (implicitTls) return 465
  return withPassword ? 587 : 25
}
