// Whose an act is, and what a program uses instead of its form. Each `.post(` of the pages says it, between its address and its handler.
import type { MiddlewareHandler } from 'hono'
import type * as z from 'zod'
import type { Actor } from '../../actor.ts'
import { NotAllowed } from '../../errors.ts'
import type { Env } from './web.tsx'
import { textsOf } from './words.ts'
import type { TextForm, WorkForm } from './work-form.ts'

const t = textsOf('lib', 'acts')

/**
 * Whose an act is. `work`: done for the group or in a role; a program may with its token, and so may an administrator who acts as somebody.
 * `will`: it says what a person wants or thinks (a post, an answer, a sign-off); their own program may, nobody who acts as them. `person`:
 * how one gets in, and what is theirs alone (a ballot, a consent, a copy, an erasure): only they themselves, signed in. When in doubt, the
 * stricter.
 */
export type Whose = 'work' | 'will' | 'person'

/** What a form does, for programs: `/api/v1/acts` followed by the form's own address does the same. */
export interface Act {
  /** What programs call it by, one of a kind: `chooseTalkSlot`. It stays when the summary changes. */
  name: string
  /** What it does, in a few words: "Choose the slot of a talk". */
  summary: string
  /** The fields that the form sends; undefined where it sends none. */
  form: z.ZodType | undefined
  /** What the token must be for; the domain then decides what its person may. */
  scope: 'write' | 'moderate' | 'admin'
  /** Names of the fields that carry a file; the act then takes multipart/form-data. */
  files: readonly string[]
}

type Declared = { whose: Whose } & ({ act: Act } | { twin: string } | { why: string })

const declarations = new WeakMap<object, Declared>()

/** Why who comes by this door may not; undefined means that the domain decides. Whoever acts as somebody gets nowhere undeclared. */
export function whyNotBy({ via, behind }: Pick<Actor, 'via' | 'behind'>, whose: Whose | undefined): string | undefined {
  if (via === 'api' && (whose ?? 'person') === 'person') return t.personOnly
  if (behind !== undefined && whose !== 'work') return t.private
  return undefined
}

function declare(what: Declared): MiddlewareHandler<Env> {
  const declared: MiddlewareHandler<Env> = async (c, next) => {
    const refusal = whyNotBy(c.var.actor, what.whose)
    if (refusal) throw new NotAllowed(refusal)
    await next()
  }
  declarations.set(declared, what)
  return declared
}

type Options = Partial<Pick<Act, 'scope' | 'files'>>
type Said = [name: string, summary: string, form?: z.ZodType, options?: Options]

/**
 * The API offers this form to programs as it is, through the same handler (http/acts.ts), unless it is a person's alone.
 * `.post('/talks/:talk/slot', act('work', 'chooseTalkSlot', 'Choose the slot of a talk', SlotForm), handler)`
 * What is a person's alone has no name, since no program calls it.
 */
export function act(whose: 'work', name: string, summary: string, form?: z.ZodType, options?: Options): MiddlewareHandler<Env> & WorkForm
export function act(whose: 'will', name: string, summary: string, form?: z.ZodType, options?: Options): MiddlewareHandler<Env>
export function act(whose: 'person', summary: string, form?: z.ZodType, options?: Options): MiddlewareHandler<Env>
export function act(whose: Whose, ...said: unknown[]): MiddlewareHandler<Env> {
  const [name, summary, form, { scope = 'write', files = [] } = {}] = (whose === 'person' ? ['', ...said] : said) as Said
  return declare({ whose, act: { name, summary, form, scope, files } })
}

/** What moderators of a list do: a program needs a token for that. */
export const moderatorAct = (name: string, summary: string, form?: z.ZodType) => act('work', name, summary, form, { scope: 'moderate' })

/** What administrators do: a program needs a token for that. */
export const adminAct = (name: string, summary: string, form?: z.ZodType) => act('work', name, summary, form, { scope: 'admin' })

/** The API has an address of its own that does what this form does, for instance `POST /groups/{group}/talks`. */
export function twin(whose: 'work', address: string): MiddlewareHandler<Env> & WorkForm
export function twin(whose: Whose, address: string): MiddlewareHandler<Env>
export function twin(whose: Whose, address: string): MiddlewareHandler<Env> {
  return declare({ whose, twin: address })
}

/** Nothing for programs, and why: a form of who is not signed in, or about the session of a browser. */
export const onlyPages = (whose: Whose, why: string) => declare({ whose, why })

/** Says of a form that it is a text of its person's, which a program may draft for them: `inWords(act('will', …))`. */
export const inWords = <Form extends MiddlewareHandler<Env>>(form: Form): Form & TextForm => form as Form & TextForm

/** What this handler of a route declares; undefined where it declares nothing. */
export const declarationOf = (handler: object): Declared | undefined => declarations.get(handler)
