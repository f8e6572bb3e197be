import { createHash } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { visitor } from '../../actor.ts'
import { domains } from '../../domains.ts'
import { Conflict, Invalid, NotFound, Refusal } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { claimKey, findAnswer, keepAnswer } from '../../lib/db/answers.ts'
import { isAway } from '../../lib/db/away.ts'
import { countTurn } from '../../lib/db/limit.ts'
import { type ApiEnv, routes } from '../../lib/ui/api.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { noteUse } from '../../people/tokens-actions.ts'
import { findToken } from '../../people/tokens-queries.ts'
import { createActs, ownersOf } from './acts.ts'
import { addresses } from './addresses.ts'
import { completeDescription } from './describe.ts'
import { onlyUnchanged } from './if-match.ts'
import { boundValues } from './json-values.ts'
import { problemKinds, problemOf } from './problems.ts'
import { hasLeft, isUnreadable, statusOf } from './status.ts'
import { laterHeaders } from './unavailable.tsx'

const t = textsOf('edges', 'http')

const window = 60
/** Requests a minute. */
const perToken = 600
const perNetwork = 120

const retainedHeaders = [...RETAINED_304_HEADERS, 'ratelimit', 'ratelimit-policy', 'x-request-id', 'link']

/** Names the version of what is read. When it was asked for, which some answers say (`at`), is no part of it. */
const tagged: MiddlewareHandler<ApiEnv> = (c, next) => {
  const asked = c.var.actor.at.toISOString()
  const generateDigest = (body: Uint8Array) => {
    const bytes = Buffer.from(body)
    const said = bytes.includes(asked) ? Buffer.from(bytes.toString('latin1').replaceAll(asked, ''), 'latin1') : bytes
    return crypto.subtle.digest('SHA-1', new Uint8Array(said))
  }
  return etag({ retainedHeaders, generateDigest })(c, next)
}

/** The API below /api/v1: the same queries and actions as the pages, by token. */
function createApi() {
  const api = routes()
  api.onError((error, c) => refuse(isUnreadable(error) ? new NotFound(t.thereIsNoSuchThing) : error, c))
  api.use(identify)
  api.use(boundValues)
  api.use(async (c, next) => (['GET', 'HEAD'].includes(c.req.method) ? tagged(c, next) : next()))
  api.use(once)
  const reader = new Hono<ApiEnv>().use(tagged)
  for (const { api: parts = [] } of domains) for (const part of parts) reader.route('/', part)
  api.use(onlyUnchanged(reader))
  for (const { name, api: parts = [] } of domains)
    for (const part of parts) {
      for (const one of part.openAPIRegistry.definitions) if (one.type === 'route') one.route.tags ??= [name]
      api.route('/', part)
    }
  api.route('/', createActs(addresses, ownersOf(domains)))
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token from /me/tokens or `rapport token`. `x-scope` of an operation names the scope that the token must have.',
  })
  api.get('/openapi.json', (c) => c.json(describeApi(c.var.site.baseUrl)))
  api.all('*', () => {
    throw new NotFound(refusals.thereIsNoSuchAddress)
  })
  return api
}

/** What the door of assistants asks of the API, once it has seen whether its person lets them. */
export const askedInside = new WeakSet<object>()

/** The address that a token of an agreement is for: the door of assistants, who get what the API gives where their person lets them. */
export const doorOf = ({ baseUrl }: { baseUrl: string }): string => `${baseUrl}/mcp`

/** What to show instead; an assistant is told as well who gives it a token (RFC 9728). */
const challengeOf = (c: Context<ApiEnv>): string =>
  c.req.path === '/mcp'
    ? `Bearer realm="Rapport", resource_metadata="${c.var.site.baseUrl}/.well-known/oauth-protected-resource/mcp", scope="read propose"`
    : 'Bearer realm="Rapport"'

/** Who asks, by the token alone: a session's cookie opens pages, not the API. Counted by token, or by network without one. */
export const identify: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const { db, network, actor, site } = c.var
  const now = actor.at
  c.set('actor', visitor(now, 'api', actor.locale))
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'authorization')
  const header = c.req.header('authorization')
  const shown = header === undefined ? undefined : (/^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1] ?? '')
  const door = c.req.path === '/mcp' || askedInside.has(c.env as object) ? doorOf(site) : undefined
  const token = shown && (await findToken(db, shown, door, now))
  const person = token && (await loadActor(db, token.personId, now, 'api'))
  const [key, most] = token && person ? [`api:token:${token.id}`, perToken] : [`api:network:${network}`, perNetwork]
  const { taken, left } = await countTurn(db, key, window, now)
  // draft-ietf-httpapi-ratelimit-headers-10
  c.header('ratelimit-policy', `"default";q=${most};w=${window}`)
  c.header('ratelimit', `"default";r=${Math.max(0, most - taken)};t=${left}`)
  if (taken > most) {
    c.header('retry-after', String(left))
    throw new HTTPException(429, { message: `More than ${most} requests in a minute.` })
  }
  if (token && person) {
    c.set('token', token)
    c.set('actor', person)
    await noteUse(db, token, now)
  } else if (shown !== undefined) {
    c.header('www-authenticate', `${challengeOf(c)}, error="invalid_token"`)
    throw new HTTPException(401, { message: 'This token is not valid (any more).' })
  }
  await next()
}

/**
 * A POST with an Idempotency-Key happens once (draft-ietf-httpapi-idempotency-key-header-07): the key is taken in the
 * transaction of the change, so a repeated request finds either nothing done or the whole of it.
 */
const once: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const { db, write, token, actor, site } = c.var
  const key = c.req.header('idempotency-key')
  if (key === undefined || !token || c.req.method !== 'POST') return next()
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Invalid(t.anIdempotencyKeyHas1To)
  const request = createHash('sha256')
    .update(`${c.req.path}${new URL(c.req.url).search}\n`)
    .update(new Uint8Array(await c.req.arrayBuffer()))
    .digest()
  const known = await findAnswer(db, site.secret, { tokenId: token.id, key, now: actor.at })
  if (known && !known.request.equals(request)) throw new Invalid(t.thisIdempotencyKeyWasUsedFor)
  if (known && !known.answer) throw new Conflict(t.thisRequestWasCarriedOutOr)
  if (known?.answer) {
    const { status, headers, body } = known.answer
    c.res = new Response(status === 204 ? null : body, { status, headers: { ...headers, 'idempotency-replayed': 'true' } })
    return
  }
  let claimed = false
  c.set('write', (act) =>
    write(async (tx) => {
      await claimKey(tx, token.id, key, request, actor.at)
      const result = await act(tx)
      claimed = true
      return result
    }),
  )
  await next()
  if (!claimed || c.res.status >= 500) return
  const said = ['content-type', 'location'].flatMap((name): [string, string][] => {
    const value = c.res.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  const body = await c.res.clone().text()
  await keepAnswer(db, site.secret, { tokenId: token.id, key }, { status: c.res.status, headers: Object.fromEntries(said), body })
}

function statusFor(error: Error): number {
  if (error instanceof Refusal) return statusOf(error)
  if (error instanceof HTTPException) return error.status
  return isAway(error) ? 503 : 500
}

// The library says of a body that it cannot read what is no sentence.
const wordsOfBody: Record<number, string> = {
  400: 'The body is no JSON.',
  415: 'Send the body as JSON, with the header Content-Type: application/json.',
}
const wordsOfRefusal = (error: Error): string => (error instanceof HTTPException ? wordsOfBody[error.status] : undefined) ?? error.message

const faultOf = (error: Error): string => (isAway(error) ? 'The database does not answer just now.' : 'It is our mistake.')

/** Says no in the words of RFC 9457. Without a token, what is not public is not there: 401, whether it exists or not. */
export function refuse(error: Error, c: Context<ApiEnv>): Response {
  const { actor, log } = c.var
  const known = error instanceof Refusal || error instanceof HTTPException
  let status = statusFor(error)
  if (actor.personId === null && (status === 404 || status === 403)) {
    status = 401
    c.header('www-authenticate', challengeOf(c))
  }
  if (!known && !hasLeft(error)) log.error({ err: error, path: c.req.path }, 'a request failed')
  const fields = error instanceof Invalid ? Object.entries(error.fields) : []
  const lacksScope = status === 403 && c.res.headers.get('www-authenticate')?.includes('insufficient_scope')
  const kind = problemOf(status, lacksScope ? 'insufficient-scope' : undefined)
  const problem = {
    type: `${c.var.site.baseUrl}/api/problems/${kind}`,
    title: problemKinds[kind].title,
    status,
    detail:
      status === 401 && error instanceof Refusal ? 'Show a token to see what is here.' : known ? wordsOfRefusal(error) : faultOf(error),
    ...(fields.length > 0 ? { errors: fields.map(([field, detail]) => ({ field, detail })) } : {}),
  }
  return c.body(JSON.stringify(problem), status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    ...(status === 503 ? laterHeaders : {}),
  })
}

/** One for all: it knows no site, and 500 routes take a while. */
export const api = createApi()

type Description = ReturnType<typeof api.getOpenAPI31Document>
const descriptions = new Map<string, Description>()

/** What programs can rely on. */
const policy = [
  'Version 1 keeps its addresses and fields: what is added is new and can be passed over. What will go is named in the changelog a year ahead,',
  'and answers with the headers Deprecation (RFC 9745) and Sunset (RFC 8594) from then on.',
  'A parameter of the query or a field of the body that an address does not have is refused (422), so that a misspelt filter answers nothing.',
  'A collection has `items` and `next`; send `next` as `cursor` for the next page.',
  'A change with If-Match happens only to the version whose ETag it names: of what can be read at its address, or else above it; 412 says that',
  'someone changed it first. A POST with an Idempotency-Key happens once. Refusals are problems (RFC 9457); their `type` is an address that says what to do.',
].join(' ')

/** The API's own description, OpenAPI 3.1, made once for each address of a site. */
export function describeApi(baseUrl: string): Description {
  const used = new Set(api.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? (one.route.tags ?? []) : [])))
  const made =
    descriptions.get(baseUrl) ??
    api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Rapport',
        version: '1',
        description: `What people do on the pages, for programs. ${policy}`,
        license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
        contact: { name: 'This site', url: `${baseUrl}/api` },
      },
      servers: [{ url: `${baseUrl}/api/v1`, description: 'This site' }],
      externalDocs: { url: `${baseUrl}/api`, description: 'All operations on one page' },
      tags: domains.filter(({ name }) => used.has(name)).map(({ name, about }) => ({ name, description: about })),
    })
  if (!descriptions.has(baseUrl)) completeDescription(made)
  descriptions.set(baseUrl, made)
  return made
}
