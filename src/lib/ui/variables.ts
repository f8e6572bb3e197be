import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Logger } from 'pino'
import type { Actor } from '../../actor.ts'
import type { Auth } from '../../auth.ts'
import type { Config, Site } from '../../config.ts'
import type { Consequences } from '../../consequences.ts'
import type { Gathered } from '../../gathered.ts'
import type { Offers } from '../../offers.ts'
import type { Db, Write } from '../db/rows.ts'
import type { Shown } from '../db/shown.ts'
import type { Resolver } from '../mail/dns.ts'
import type { ParsedMessage } from '../mail/message.ts'
import type { FormBody, Refused } from './forms.ts'

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
  /** It was sent as it was shown: what it would write is only tried, and that nothing changed is what is said. */
  asShown?: boolean
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
  /** Whose what it shows is, a group by its address: whoever goes on to the places beside stays with it. */
  group?: string
}

export interface Env {
  Variables: Variables
}

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

/** A part of a person's settings as it is shown: `now` says in a few words how it stands, `content` is what one changes it with. */
export interface ShownSettings {
  now: Child
  content: Child
}

/** A part of a person's settings, to its person alone. */
export interface SettingsPart {
  name: SettingsName
  show(c: Context<Env>): ShownSettings | Promise<ShownSettings>
}
