import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import type * as z from 'zod'
import type { Actor } from '../../actor.ts'
import { Conflict, NotFound, notAllowedIf } from '../../errors.ts'
import type { DecidedOnPage } from '../../offers.ts'
import { isAsShown, markField } from './as-shown.ts'
import { chromeWords } from './chrome-words.ts'
import { readFields } from './form-body.ts'
import { type FormBody, readForm, refusedForm } from './forms.ts'
import { asField, signedInAs } from './signed-in-as.ts'
import type { Env, SettingsName } from './variables.ts'
import { refusals, textsOf } from './words.ts'
import type { TextForm, WorkForm } from './work-form.ts'

const actWords = textsOf('lib', 'acts')

/** What a handler of the pages is given. */
export type C = Context<Env>

/** The addresses of a domain. */
export const pages = () => new Hono<Env>()

/**
 * An address of letters and of before, which leads on to its part of the settings. Who is signed out comes back to it: where it leads to, no
 * server would see which part was meant.
 */
export const toSettings = (name: SettingsName) => (c: C) => {
  if (c.var.actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.redirect(`/me#${name}`, 301)
}

/** The number that an address carries by this name; 0, which nothing has, where it is none. */
export const idOf = (c: C, name: string): number => (/^\d{1,15}$/.test(c.req.param(name) ?? '') ? Number(c.req.param(name)) : 0)

/** The page of a list that an address asks for. */
export const pageOf = (c: C): number => Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1))

/** The year that an address asks for; undefined where it is none. */
export const yearIn = (c: C): number | undefined =>
  /^(19|20)\d\d$/.test(c.req.query('year') ?? '') ? Number(c.req.query('year')) : undefined

/**
 * The groups that a form offers, before the others the one that the address asks for: what comes first is chosen.
 * @throws NotFound where it is none of them
 */
export function askedFirst<G extends { slug: string }>(c: C, groups: readonly G[]): G[] {
  const slug = c.req.query('group')
  if (!slug) return [...groups]
  const asked = groups.find((one) => one.slug === slug)
  if (!asked) throw new NotFound(refusals.noSuchGroup)
  return [asked, ...groups.filter((one) => one !== asked)]
}

const texts = textsOf('lib', 'texts')

/** What a form sent. */
export async function bodyOf(c: C): Promise<FormBody> {
  if (c.var.form) return c.var.form
  const { [asField]: shownTo, ...sent } = await readFields(c.req, c.var.actor.personId !== null)
  // In another tab somebody else signed in, or an administrator began or ended to act as somebody: it would be done in the wrong name.
  if (typeof shownTo === 'string' && shownTo !== signedInAs(c.var.actor)) throw new Conflict(texts.shownToAnother)
  c.set('asShown', isAsShown(sent))
  const { [markField]: _, ...body } = sent
  c.set('form', body)
  return body
}

/** Of a cookie, written as it is sent: browsers drop one of more than 4 kB, and the sentence with it. */
const longestFlash = 3_600

function fitting(said: string): string {
  const fits = (text: string) => encodeURIComponent(text).length <= longestFlash
  if (fits(said)) return said
  let text = said.slice(0, longestFlash)
  while (!fits(`${text.toWellFormed()}…`)) text = text.slice(0, -20)
  return `${text.toWellFormed()}…`
}

/**
 * Goes on to a page after something was done, and says there what it was.
 * @param made the number or name by which what was made is known
 */
export function done(c: C, to: string, said?: string, made?: number | string): Response {
  if (c.var.answer) return c.var.answer({ page: to, said, made })
  const flash = c.var.asShown ? unchanged(c) : said
  // What is written from here on is no longer what the form said.
  c.set('asShown', false)
  if (flash) setCookie(c, 'rapport-flash', fitting(flash), { path: '/', maxAge: 60, httpOnly: true, sameSite: 'Lax' })
  return c.redirect(to, 303)
}

const unchanged = (c: C): string => chromeWords(c.var.actor.locale).unchanged

/** What is said of letters to several people: where no relay is set up yet, that they wait. */
export const mailed = (c: C, said: string): string => (c.var.config.relay ? said : `${said} ${texts.waitsInOutbox}`)

/** Goes on to a page after something was to be changed; where it was so already, that is what is said there. */
export const doneIf = (c: C, changed: boolean, to: string, said: string): Response => done(c, to, changed ? said : unchanged(c))

/**
 * Decides on the page of a thing what could be decided on Today, and goes on to a page: there it can be taken back for ten minutes.
 * @param said for those who do it at once: programs, and whoever acts as somebody
 */
export async function decideHere(
  c: C,
  { to, said, ...decided }: Omit<DecidedOnPage, 'actor' | 'gathered' | 'site'> & { to: string; said: string },
): Promise<Response> {
  const { write, actor, gathered, site, offers } = c.var
  const waits = await write((tx) => offers.decideOnPage(tx, { ...decided, actor, gathered, site }))
  return done(c, to, waits ? undefined : said)
}

type Deed<T> = (typed: T) => Response | Promise<Response>

/**
 * A form whose page is shown again, with what was typed and what is wrong beside the fields, where it is refused: by its schema, or with Invalid.
 * What is shown then is a 422, unless the page says otherwise.
 * @param form its id, where the page has several that are sent to this address; one that no form has, where the page itself says what is wrong
 */
export function refusable(c: C, show: (error: unknown) => Response | Promise<Response>, form?: string) {
  const run = async (deed: Deed<FormBody>): Promise<Response> => {
    const body = await bodyOf(c)
    try {
      return await deed(body)
    } catch (error) {
      const wrong = refusedForm(error, body)
      if (!wrong) throw error
      c.set('refused', { ...wrong, form, path: new URL(c.req.url).pathname })
      if (!c.var.answer) return show(error)
      // A program is told why, unless the page would not be shown to its person: to them there is no such form.
      await Promise.resolve(show(error)).catch((other: unknown) => {
        if (other instanceof NotFound) throw other
      })
      throw error
    }
  }
  const take = <S extends z.ZodType>(schema: S, deed: Deed<z.output<S>>) => run((body) => deed(readForm(schema, body, c.var.actor.locale)))
  return { run, take }
}

/**
 * A path of this site to go back to; anything else would lead people elsewhere. Browsers drop tabs and line ends from an
 * address, so that `/<tab>/elsewhere.example` is another site's.
 */
export const ownPath = (path: string | undefined, otherwise: string): string =>
  path && /^\/(?![/\\])/.test(path) && !/[\p{Cc}\s]/u.test(path) ? path : otherwise

// Whose an act is, and what a program uses instead of its form. Each `.post(` of the pages says it, between its address and its handler.

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
  if (via === 'api' && (whose ?? 'person') === 'person') return actWords.personOnly
  if (behind !== undefined && whose !== 'work') return actWords.private
  return undefined
}

function declare(what: Declared): MiddlewareHandler<Env> {
  const declared: MiddlewareHandler<Env> = async (c, next) => {
    notAllowedIf(whyNotBy(c.var.actor, what.whose))
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
