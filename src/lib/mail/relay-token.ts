import { RelayError } from './smtp-outcome.ts'

/** Where a program gets a token by credentials of its own (RFC 6749 §4.4). */
export interface TokenSettings {
  url: string
  client: string
  secret: string
  scope: string
}

const patience = 15_000
const mostBytes = 64 * 1024
// The line of AUTH has 12,288 octets (RFC 4954 §4), in base64.
const longestToken = 8_000
// What a server does not say (RFC 6749 §5.1 only recommends it), and what none says of a token to send mail with.
const unsaidSeconds = 300
const mostSeconds = 86_400
// A refusal is not asked for again by each connection that waits.
const refusedFor = 5_000

interface Answer {
  access_token?: unknown
  expires_in?: unknown
  error?: unknown
  error_description?: unknown
}

const blame: Record<string, string> = {
  invalid_client: 'RAPPORT_RELAY_CLIENT and RAPPORT_RELAY_SECRET',
  unauthorized_client: 'RAPPORT_RELAY_CLIENT',
  invalid_scope: 'RAPPORT_RELAY_SCOPE',
}

const oneLine = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, 300)
    : ''

/**
 * The token by which we sign in at the relay: asked for once for all connections that wait for it, and again shortly before its end.
 * What goes wrong is a RelayError that names the setting; mail waits meanwhile, as for a relay that is away.
 */
export class TokenSource {
  readonly #settings: TokenSettings
  #held: { token: string; until: number } | undefined
  #asked: Promise<string> | undefined
  #refused: { error: RelayError; until: number } | undefined

  constructor(settings: TokenSettings) {
    this.#settings = settings
  }

  /** @throws RelayError where there is none */
  get(): Promise<string> {
    const now = performance.now()
    if (this.#held && now < this.#held.until) return Promise.resolve(this.#held.token)
    if (this.#refused && now < this.#refused.until) return Promise.reject(this.#refused.error)
    this.#asked ??= this.#ask().finally(() => {
      this.#asked = undefined
    })
    return this.#asked
  }

  /** The relay takes this one no more: the next connection asks for another. */
  forget(token: string): void {
    if (this.#held?.token === token) this.#held = undefined
  }

  async #ask(): Promise<string> {
    const begun = performance.now()
    try {
      const { token, seconds } = await this.#fetch()
      // A connection takes a moment until it shows it, and clocks differ.
      this.#held = { token, until: begun + (seconds - Math.min(300, seconds / 5)) * 1_000 }
      this.#refused = undefined
      return token
    } catch (error) {
      const told = error instanceof RelayError ? error : this.#failed(reasonOf(error))
      this.#refused = { error: told, until: performance.now() + refusedFor }
      throw told
    }
  }

  async #fetch(): Promise<{ token: string; seconds: number }> {
    const { url, client, secret, scope } = this.#settings
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret, scope })
    const response = await fetch(url, {
      ...{ method: 'POST', body, headers: { accept: 'application/json' } },
      // Elsewhere the secret is not shown.
      ...{ redirect: 'error', signal: AbortSignal.timeout(patience) },
    })
    const { access_token, expires_in, error, error_description } = await readAnswer(response)
    if (!response.ok) {
      const said = [oneLine(error), oneLine(error_description)].filter(Boolean).join(': ')
      throw this.#failed(`it answers ${response.status}${said ? `, ${said}` : ''}`, blame[oneLine(error)])
    }
    if (typeof access_token !== 'string' || !/^[!-~]+$/.test(access_token) || access_token.length > longestToken)
      throw this.#failed('its answer holds no token')
    const seconds = Number(expires_in)
    return { token: access_token, seconds: seconds > 0 ? Math.min(seconds, mostSeconds) : unsaidSeconds }
  }

  #failed(why: string, settings = 'RAPPORT_RELAY_TOKEN_URL'): RelayError {
    return new RelayError(`No token for the relay from ${new URL(this.#settings.url).host} (${settings}): ${why}.`, 'auth')
  }
}

/** Reads an answer in JSON up to a bound; one that is none is empty. */
async function readAnswer(response: Response): Promise<Answer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > mostBytes) throw new Error('it answers without end')
    parts.push(part)
  }
  try {
    const read: unknown = JSON.parse(Buffer.concat(parts).toString())
    return typeof read === 'object' && read !== null ? read : {}
  } catch {
    return {}
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error
  if (name === 'TimeoutError') return `it did not answer within ${patience / 1_000} seconds`
  return cause instanceof Error ? oneLine(cause.message) : oneLine(message)
}
