import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import { Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { type Whose, whyNotBy } from './acts.ts'
import { refusals } from './refusals.ts'
import { line } from './texts.ts'
import type { Variables } from './web.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'api')

/** What handlers of the API find in `c.var`: what pages find, and the token that was shown. */
export interface ApiEnv {
  Variables: Variables & { token?: { id: number; name: string; scopes: string[]; expiresAt: Date } }
}

/** The routes of a domain for programs. What does not fit its schema is refused by field, before the handler. */
export const routes = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return
      // An address whose id is no id is an address that does not exist.
      if (result.target === 'param') throw new NotFound(refusals.thereIsNoSuchAddress)
      const fields: Record<string, string> = {}
      for (const issue of result.error.issues)
        if (issue.code === 'unrecognized_keys') for (const key of issue.keys) fields[[...issue.path, key].join('.')] ??= refusals.noField
        else fields[issue.path.join('.')] ??= issue.message
      throw new Invalid(t.theRequestDoesNotFitIts, fields)
    },
  })

type Scope = 'read' | 'propose' | 'write' | 'moderate' | 'admin'

/**
 * Who may ask: a token with this scope; where `open`, also somebody without a token, who sees what the public sees.
 * The domain's own queries and actions then decide what the person may. What is written with `write` says whose it is, as forms do.
 */
export function needs(scope: Exclude<Scope, 'write'>, options?: { open?: boolean }): Needs
export function needs(scope: 'write', whose: Exclude<Whose, 'person'>): Needs
export function needs(scope: Scope, said: Whose | { open?: boolean } = {}): Needs {
  const [whose, open] = typeof said === 'string' ? [said, false] : (['work', said.open === true] as const)
  const middleware: MiddlewareHandler<ApiEnv> = async (c, next) => {
    const { token } = c.var
    if (!token && !open) throw new NotFound(refusals.thereIsNoSuchAddress)
    if (token && !token.scopes.includes(scope)) {
      c.header('www-authenticate', `Bearer error="insufficient_scope", scope="${scope}"`)
      throw new NotAllowed(t.thisTokenLacksTheScope({ scope }))
    }
    const refusal = whyNotBy(c.var.actor, whose)
    if (refusal) throw new NotAllowed(refusal)
    await next()
  }
  const security: Record<string, string[]>[] = open ? [{}, { token: [scope] }] : [{ token: [scope] }]
  return { middleware, security }
}

interface Needs {
  middleware: MiddlewareHandler<ApiEnv>
  security: Record<string, string[]>[]
}

/** What is a person's alone: no token does it, whatever its scope, and nothing is read before that is said. */
export const personOnly: Handler<ApiEnv> = ({ var: { actor } }) => {
  throw new NotAllowed(whyNotBy({ ...actor, via: 'api' }, 'person') ?? '')
}

/** What every refusal says (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'RFC 9457; `errors` names the fields that cannot be taken.' })

const refusal = { description: 'A refusal, and why.', content: { 'application/problem+json': { schema: Problem } } }

/** The answers of a route that says something. */
export const says = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: refusal,
})

/** The answers of a route that makes something: by what it is known now, and in `Location` where it can be read. */
export const makes = <S extends z.ZodType>(schema: S, description: string) => ({
  201: {
    description,
    headers: z.object({ location: z.string().optional().openapi({ format: 'uri', description: 'Where it can be read.' }) }),
    content: { 'application/json': { schema } },
  },
  default: refusal,
})

/** Answers what was made, and where it can be read below /api/v1; undefined where it has no address. */
export function made<T extends object>(c: Context<ApiEnv>, thing: T, at: (thing: T) => string | undefined) {
  const path = at(thing)
  return c.json(thing, 201, path === undefined ? {} : { location: `${c.var.site.baseUrl}/api/v1${path}` })
}

/** The answers of a route that carries bytes. */
export const carries = <T extends string>(type: T, description: string) => ({
  200: { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } as Record<T, { schema: z.ZodString }> },
  default: refusal,
})

/** The answers of a route that does something and has nothing to add. */
export const does = (description: string) => ({ 204: { description }, default: refusal })

/** A body of JSON. A field that is not described is refused: who misspells one learns it, rather than that nothing happens. */
export const takes = <S extends z.ZodType>(schema: S): { required: true; content: { 'application/json': { schema: S } } } => ({
  required: true,
  content: { 'application/json': { schema: (schema instanceof z.ZodObject ? schema.strict() : schema) as S } },
})

/** An id in an address. */
export const id = () =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .openapi({ type: 'integer' })

/** An instant that leaves: UTC, ISO 8601. */
export const instant = () =>
  z
    .date()
    .transform((at) => at.toISOString())
    .openapi({ type: 'string', format: 'date-time' })

/** An instant that may not have come. */
export const maybeInstant = () =>
  z
    .date()
    .nullable()
    .transform((at) => at?.toISOString() ?? null)
    .openapi({ type: ['string', 'null'], format: 'date-time' })

/** Where a page of a collection begins, and how many it holds. */
export const Paging = z.object({
  cursor: line(200).optional().openapi({ description: 'From `next` of the page before; say nothing else about it.' }),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

/** A page of a collection; `next` is null on the last. */
export const pageOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: z.string().nullable() })

/**
 * The numbers of a cursor, as `pointNext` put them there.
 * @throws Invalid for anything that is no cursor of ours
 */
export function readCursor(cursor: string | undefined, length: number): number[] | undefined {
  if (cursor === undefined) return undefined
  const parts = Buffer.from(cursor, 'base64url').toString('latin1').split('.')
  const numbers = parts.map(Number)
  if (parts.length !== length || parts.some((part) => !/^\d{1,15}$/.test(part)))
    throw new Invalid(t.notValidCursor, { cursor: t.useValueNextPageBefore })
  return numbers
}

/** Names the next page in the answer's `next` and its Link header (RFC 8288). */
export function pointNext(c: Context<ApiEnv>, numbers: number[] | undefined): string | null {
  if (!numbers) return null
  const cursor = Buffer.from(numbers.join('.'), 'latin1').toString('base64url')
  const url = new URL(c.req.url)
  url.searchParams.set('cursor', cursor)
  c.header('link', `<${c.var.site.baseUrl}${url.pathname}${url.search}>; rel="next"`)
  return cursor
}

/** A page of a collection that is read whole because it is small: a group's roles, a meeting's agenda. Its cursor is a place in the order. */
export function cut<T>(
  c: Context<ApiEnv>,
  { cursor, limit }: z.infer<typeof Paging>,
  all: readonly T[],
): { items: T[]; next: string | null } {
  const [from = 0] = readCursor(cursor, 1) ?? []
  return { items: all.slice(from, from + limit), next: pointNext(c, from + limit < all.length ? [from + limit] : undefined) }
}
