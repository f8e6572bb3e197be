import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import type { Logger } from 'pino'
import type * as z from 'zod'
import type { Actor } from '../../actor.ts'
import type { Auth } from '../../auth.ts'
import type { Config, Site } from '../../config.ts'
import type { Consequences } from '../../consequences.ts'
import { NotFound } from '../../errors.ts'
import type { Gathered } from '../../gathered.ts'
import type { DecidedOnPage, Offers } from '../../offers.ts'
import type { Db, Write } from '../db/connect.ts'
import type { Shown } from '../db/shown.ts'
import type { Resolver } from '../mail/dns.ts'
import type { ParsedMessage } from '../mail/message.ts'
import { type FormBody, type Refused, readForm, refusedForm } from './forms.ts'
import { refusals } from './words.ts'

/** What every handler finds in `c.var`. */
export interface Variables {
  db: Db
  /** The lists and what stands for what they show, as they stood when this was asked; undefined where something is written. */
  shown?: Shown
  write: Write
  /** The answer is packed as this browser takes it, and says so. */
  packed?: boolean
  actor: Actor
  site: Site
  config: Config
  auth: Auth
  /** Asks the name server. */
  resolver: Resolver
  /** The session that asks; undefined for who is not signed in. */
  sessionId: string | undefined
  log: Logger
  /** Parses a kept mail within bounds of time and memory; throws NotFound where it does not fit them. */
  parse(raw: Uint8Array): Promise<ParsedMessage>
  /** What all domains sign, for those who read no nameplate. */
  gathered: Gathered
  /** What a domain gives to those below it. */
  offers: Offers
  /** What the domains do when something happens in one below them. */
  consequences: readonly Consequences[]
  /** The network of the peer, for limits; never shown. */
  network: string
  /** What a form sent, once it was read. */
  form?: FormBody
  /** The form that was sent is refused: whatever page shows it again does so with 422, and the form finds by itself that it is the one. */
  refused?: Refused
  /** A program asks: it is told what was done as it stands, and why a form is refused instead of the page that shows it again. */
  answer?: (what: Done) => Response
  /** Renders a page in the layout that fits the reader. What stands around it is read while its content is under way. */
  page(title: string, content: Child | Promise<Child>, more?: PageFacts): Promise<Response>
  /** What domains bring to the page of somebody's settings. */
  settingsParts: readonly SettingsPart[]
  /** Shows the page of the settings again, where the form of one of its parts was refused. */
  settings(): Promise<Response>
  /** The pages of the site that this person is shown the way to. */
  places(): Promise<{ href: string; label: string; does?: string }[]>
}

/** What a form did: the page to look at now, a sentence for it, and by what is known what was made. */
export interface Done {
  page: string
  said?: string | undefined
  made?: number | string | undefined
}

/** What may be said of a page besides its title and content. */
export interface PageFacts {
  /** For everybody, without the rail: the site's own pages, and every page for who is not signed in. */
  kind?: 'work' | 'public' | 'bare'
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500
  head?: Child
  /** What it is about, in a sentence or two, for those who link to a public page. */
  description?: string
  /** The one language that a public page is written in, whatever its reader speaks. */
  language?: string
  /** The text of the search box. */
  search?: string
  action?: { href: string; label: string }
}

export interface Env {
  Variables: Variables
}

/** What a handler of the pages is given. */
export type C = Context<Env>

/** The parts of a person's settings that domains bring, by their anchors on that page. */
export type SettingsName =
  | 'notifications'
  | 'push'
  | 'calendar'
  | 'lists'
  | 'results'
  | 'addresses'
  | 'sign-in'
  | 'tokens'
  | 'profile'
  | 'workplace'
  | 'privacy'

/** A part of a person's settings. */
export interface SettingsPart {
  name: SettingsName
  /** What stands below its title, to its person alone. */
  show(c: C): Child | Promise<Child>
}

/** The addresses of a domain. */
export const pages = () => new Hono<Env>()

/** An address of before, which leads on to its part of the settings. */
export const toSettings = (name: SettingsName) => (c: C) => c.redirect(`/me#${name}`, 301)

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

/** What a form sent. */
export async function bodyOf(c: C): Promise<FormBody> {
  if (c.var.form) return c.var.form
  const body = (await c.req.parseBody({ all: true })) as FormBody
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
  if (said) setCookie(c, 'rapport-flash', fitting(said), { path: '/', maxAge: 60, httpOnly: true, sameSite: 'Lax' })
  return c.redirect(to, 303)
}

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
