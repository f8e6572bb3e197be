// What a program uses instead of a form. Each `.post(` of the pages says it, between its address and its handler, in one of three ways.
import type { MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import type { Env } from './web.tsx'

/** What a form does, for programs: `/api/v1/acts` followed by the form's own address does the same. */
export interface Act {
  /** What it does, in a few words: "Give a talk its slot". */
  summary: string
  /** The fields that the form sends; undefined where it sends none. */
  form: z.ZodType | undefined
  /** What the token must be for; the domain then decides what its person may. */
  scope: 'write' | 'moderate' | 'admin'
  /** Names of the fields that carry a file; the act then takes multipart/form-data. */
  files: readonly string[]
}

type Declared = { act: Act } | { twin: string } | { why: string }

const declarations = new WeakMap<object, Declared>()

function declare(what: Declared): MiddlewareHandler<Env> {
  const declared: MiddlewareHandler<Env> = (_, next) => next()
  declarations.set(declared, what)
  return declared
}

/**
 * The API offers this form to programs as it is, through the same handler (http/acts.ts).
 * `.post('/talks/:talk/slot', act('Give a talk its slot', SlotForm), handler)`
 */
export const act = (summary: string, form?: z.ZodType, { scope = 'write', files = [] }: Partial<Pick<Act, 'scope' | 'files'>> = {}) =>
  declare({ act: { summary, form, scope, files } })

/** The API has an address of its own that does what this form does, for instance `POST /groups/{group}/talks`. */
export const twin = (address: string) => declare({ twin: address })

/** Nothing for programs, and why: a form of who is not signed in, or about the session of a browser. */
export const onlyPages = (why: string) => declare({ why })

/** What this handler of a route declares; undefined where it declares nothing. */
export const declarationOf = (handler: object): Declared | undefined => declarations.get(handler)
