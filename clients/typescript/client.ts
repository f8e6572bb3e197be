import createClient, { type Middleware } from 'openapi-fetch'
import type { components, paths } from './schema.d.ts'

/** What every refusal says (RFC 9457). */
export type Problem = components['schemas']['Problem']

/** A refusal of the server, with its sentence and the fields that cannot be taken. */
export class Refused extends Error {
  readonly status: number
  readonly problem: Problem
  constructor(status: number, problem: Problem) {
    super(problem.detail)
    this.name = 'Refused'
    this.status = status
    this.problem = problem
  }
}

export interface Options {
  /** The address of the site, like `https://groups.example.org`. */
  baseUrl: string
  /** From /me/tokens; without one, what everybody may see. */
  token?: string
  /** How requests are sent; `fetch` by default. */
  fetch?: (request: Request) => Promise<Response>
}

/** Shows the token, and has a POST happen once, however often it is sent. */
const dress = (token: string | undefined): Middleware => ({
  onRequest({ request }) {
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`)
    if (token !== undefined && request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID())
    return request
  },
})

/**
 * The API of a Rapport, typed by its own description: `client.GET('/groups/{group}', { params: { path: { group: 'leganto' } } })`.
 * Each call answers with `data` or with `error`, a `Problem`.
 */
export function createRapport({ baseUrl, token, fetch }: Options) {
  const client = createClient<paths>({ baseUrl: `${baseUrl.replace(/\/+$/, '')}/api/v1`, ...(fetch ? { fetch } : {}) })
  client.use(dress(token))
  return client
}

/** What a call answered. */
interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/**
 * The data of an answer.
 * @throws Refused where the server said no
 */
export async function dataOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call
  if (error !== undefined) throw new Refused(response.status, error as Problem)
  return data as T
}

/**
 * Every item of a collection, page after page: `for await (const one of everyItem((cursor) => client.GET('/actions', { params: { query: { cursor } } })))`.
 * @throws Refused where the server said no
 */
export async function* everyItem<T>(
  ask: (cursor: string | undefined) => Promise<Answer<{ items: T[]; next: string | null }>>,
): AsyncGenerator<T> {
  let cursor: string | undefined
  do {
    const page = await dataOf(ask(cursor))
    yield* page.items
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}
