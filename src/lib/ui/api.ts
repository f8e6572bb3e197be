import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import { Invalid, NotAllowed, NotFound, notAllowedIf } from '../../errors.ts'
import { type Paging, pageAt, paging, pointNext, readCursor } from './api-paging.ts'
import type { Variables } from './variables.ts'
import { type Whose, whyNotBy } from './web.tsx'
import { refusals, textsOf } from './words.ts'

const t = textsOf('lib', 'api')

/** What handlers of the API find in `c.var`: what pages find, and the token that was shown. */
export interface ApiEnv {
  Variables: Variables & { token?: { id: number; name: string; scopes: string[]; expiresAt: Date } }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Shape = Record<string, z.ZodType>
type Nothing = Record<never, never>
type In<S extends Shape> = keyof S extends never ? unknown : z.input<z.ZodObject<S>>
type Out<S extends Shape> = keyof S extends never ? unknown : z.output<z.ZodObject<S>>
type NamesIn<Address> = Address extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type Params<Address, P> = { [N in NamesIn<Address>]: P extends Record<N, z.ZodType> ? z.output<P[N]> : number }
type Body<B> = B extends z.ZodType ? z.output<B> : B extends Shape ? Out<B> : undefined

interface Operation<Address, P, Q extends Shape, B, Value, Turn> {
  summary: string
  description?: string
  may: Needs
  /** What the address says besides ids. */
  params?: P
  /** Parameters of the address. Others are refused: a misspelt filter would answer everything. */
  query?: Q
  /** A body of JSON, or its fields. Others are refused: who misspells one learns it, rather than that nothing happens. */
  body?: B
  answers: Answers<Value, Turn>
  /** Finds it, or does it. */
  run(
    asked: ApiEnv['Variables'] & { c: Context<ApiEnv>; params: Params<Address, P>; query: Out<Q> & Turn; body: Body<B> },
  ): NoInfer<Value> | Promise<NoInfer<Value>>
}

class Routes extends OpenAPIHono<ApiEnv> {
  /**
   * What programs ask at this address: described by the API, checked, run, and answered in the shape that was described.
   * `api.operation('endTerm', 'POST /terms/{term}/end', { summary, may: needs('write', 'work'), answers: does('Ended.'), run })`
   */
  operation<
    Address extends `${Method} /${string}`,
    Value,
    P extends { [N in NamesIn<Address>]?: z.ZodType } = Nothing,
    Q extends Shape = Nothing,
    B extends z.ZodType | Shape | undefined = undefined,
    Turn = unknown,
  >(operationId: string, address: Address, operation: Operation<Address, P, Q, B, Value, Turn>): void {
    const { may, params, query, body, answers, run, ...said } = operation
    const [method = '', path = ''] = address.split(' ')
    const named: Shape = { ...params }
    const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, named[name] ?? id()] as const)
    const asks = { ...answers.paging, ...query }
    const request = {
      ...(ids.length > 0 && { params: z.object(Object.fromEntries(ids)) }),
      query: z.strictObject(asks),
      ...(body && { body: { required: true, content: json(strict(body)) } }),
    }
    const route = { method: method.toLowerCase() as Lowercase<Method>, path, operationId, ...said, ...may, request }
    this.openapi({ ...route, responses: answers.responses } as RouteConfig, async (c: Context<ApiEnv>) => {
      const valid = (part: string) => c.req.valid(part as never) as never
      const paging: Paging = valid('query')
      // Where a page begins is what `turn` makes of the cursor.
      const { cursor: _, ...rest } = { ...paging }
      const query = { ...rest, ...answers.turn?.(paging) } as never
      return answers.send(c, await run({ ...c.var, c, params: valid('param'), query, body: valid('json') }), paging)
    })
  }
}

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })

const names = new Set<string>()

/** An object that the description knows by a name: `named('UserCase', { id: z.int() })`. */
export function named<S extends z.core.$ZodLooseShape>(name: string, shape: S) {
  // The second of a name would be described in the place of the first.
  if (names.has(name)) throw new Error(`two things of the description are called ${name}`)
  names.add(name)
  return z.object(shape).openapi(name)
}

const strict = (body: z.ZodType | Shape): z.ZodType =>
  body instanceof z.ZodObject ? body.strict() : body instanceof z.ZodType ? body : z.strictObject(body)

/** The routes of a domain for programs. What does not fit its schema is refused by field, before it is run. */
export const routes = () =>
  new Routes({
    defaultHook: (result) => {
      if (result.success) return
      // An address whose id is no id is an address that does not exist.
      if (result.target === 'param') throw new NotFound(refusals.thereIsNoSuchAddress)
      throw new Invalid(t.theRequestDoesNotFitIts, faultsOf(result.error, result.target === 'query' ? t.noParameter : refusals.noField))
    },
  })

/** So much of what does not fit is said at once. */
export const mostFaults = 100

/** What does not fit, by field; of one that there is not the same is said. */
function faultsOf({ issues }: z.ZodError, noSuch: string): Record<string, string> {
  // By any name, `__proto__` among them.
  const fields = new Map<string, string>()
  const add = (field: string, fault: string) => fields.has(field) || fields.set(field, fault)
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) add([...issue.path, key].join('.'), noSuch)
    else add(issue.path.join('.'), issue.message)
  return Object.fromEntries([...fields].slice(0, mostFaults))
}

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
    notAllowedIf(whyNotBy(c.var.actor, whose))
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

/** What an operation answers, and how from what was found or done. */
interface Answers<Value, Turn = unknown> {
  responses: RouteConfig['responses'] & { default: typeof refusal }
  /** What says in the query which page of a collection is meant. */
  paging?: Shape
  /** The same as `run` gets it. */
  turn?(paging: Paging): Turn
  send(c: Context<ApiEnv>, value: Value, paging: Paging): Response | Promise<Response>
}

/** Says something. What its schema does not describe is not said. */
export const says = <S extends z.ZodType>(schema: S, description: string): Answers<z.input<S>> => ({
  responses: { 200: { description, content: json(schema) }, default: refusal },
  send: (c, value) => c.json(schema.parse(value) as object, 200),
})

/**
 * Makes something and says by what it is known now; in `Location` where it can be read, below /api/v1. Fields of what was made, or else
 * of the address that was asked, stand in `at` in braces.
 */
export const makes = <S extends z.ZodObject>(schema: S, description: string, at?: string): Answers<z.input<S>> => ({
  responses: {
    201: {
      description,
      headers: z.object({ location: z.string().optional().openapi({ format: 'uri', description: 'Where it can be read.' }) }),
      content: json(schema),
    },
    default: refusal,
  },
  send: (c, value) => {
    const known: Record<string, unknown> = { ...c.req.param(), ...value }
    const path = at?.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(known[name])))
    return c.json(schema.parse(value), 201, path === undefined ? {} : { location: `${c.var.site.baseUrl}/api/v1${path}` })
  },
})

/** By what most things are known. */
export const Made = z.object({ id: z.number().int() })

/** Carries bytes. */
export const carries = (type: string, description: string): Answers<Response> => ({
  responses: { 200: { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } }, default: refusal },
  send: (_, response) => response,
})

/** Does something and has nothing to add. */
export const does = (description: string): Answers<unknown> => ({
  responses: { 204: { description }, default: refusal },
  send: (c) => c.body(null, 204),
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

/** A page of a collection, and what is said beside it; `next` is null on the last. */
function collection<S extends z.ZodType, More extends Shape>(item: S, description: string, more?: More) {
  const { responses, send } = says(z.object({ items: z.array(item), next: z.string().nullable(), ...more }), description)
  const sendPage = (c: Context<ApiEnv>, value: object, next: number[] | undefined, asked: Paging) =>
    send(c, { ...value, next: pointNext(c, next) } as never, asked)
  return { responses, paging, sendPage }
}

/** Lists what is read whole because it is small: a group's roles, a meeting's agenda. Its cursor is a place in the order. */
export function lists<S extends z.ZodType>(item: S, description: string): Answers<readonly z.input<S>[]>
export function lists<S extends z.ZodType, More extends Shape>(
  item: S,
  description: string,
  more: More,
): Answers<{ items: readonly z.input<S>[] } & In<More>>
export function lists(item: z.ZodType, description: string, more?: Shape): Answers<readonly unknown[] | { items: readonly unknown[] }> {
  const { sendPage, ...answers } = collection(item, description, more)
  return {
    ...answers,
    send: (c, value, asked) => {
      const all = 'items' in value ? value.items : value
      const [from = 0] = readCursor(asked.cursor, 1) ?? []
      const to = from + asked.limit
      return sendPage(c, { ...('items' in value && value), items: all.slice(from, to) }, to < all.length ? [to] : undefined, asked)
    },
  }
}

/** Lists by numbered pages, of which `run` says how many there are. */
export function pages<S extends z.ZodType, More extends Shape = Nothing>(
  item: S,
  description: string,
  more?: More,
): Answers<{ items: readonly z.input<S>[] } & { pages: number } & In<More>, { page: number; limit: number }> {
  const { sendPage, ...answers } = collection(item, description, more)
  return {
    ...answers,
    turn: (asked) => ({ page: pageAt(asked), limit: asked.limit }),
    send: (c, value, asked) => {
      const page = pageAt(asked)
      return sendPage(c, value, page < value.pages ? [page + 1] : undefined, asked)
    },
  }
}

/** Lists what comes after the last of the page before, which so many numbers tell. */
export function pagesAfter<S extends z.ZodType, More extends Shape = Nothing>(
  numbers: number,
  item: S,
  description: string,
  more?: More,
): Answers<{ items: readonly z.input<S>[]; next: number | number[] | undefined } & In<More>, { after: number[]; limit: number }> {
  const { sendPage, ...answers } = collection(item, description, more)
  return {
    ...answers,
    turn: ({ cursor, limit }) => ({ after: readCursor(cursor, numbers) ?? [], limit }),
    send: (c, value, asked) => sendPage(c, value, typeof value.next === 'number' ? [value.next] : value.next, asked),
  }
}
