import type { Actor } from './actor.ts'
import type { Db } from './lib/db/rows.ts'
import type { PublicFacts } from './lib/ui/structured.tsx'

/** Something that happened in sight of everybody. */
export interface Happening {
  kind: string
  title: string
  path: string
  at: Date
  summary: string
  /** Who made it, where its page says so to everybody. */
  authors?: readonly string[]
}

/**
 * What a domain has for everybody to know of, the newest first, for feeds and the map of the site. It is asked as nobody, so that nothing
 * else is among it.
 * @param page of each kind of thing; on the first are the newest
 */
export type ListHappenings = (db: Db, nobody: Actor, page: number) => Promise<Happening[]>

/** A kind of thing with an address of its own that everybody may be allowed to see. */
export interface Named {
  /** What stands in brackets names the thing. */
  address: RegExp
  /**
   * What it is called.
   * @throws NotFound where it is not there, or nobody may see it
   */
  title(db: Db, nobody: Actor, name: string, second: string): Promise<string>
  /**
   * What else everybody may know of it; undefined where that is nothing.
   * @throws NotFound as `title` does
   */
  facts?(db: Db, nobody: Actor, name: string, second: string): Promise<PublicFacts | undefined>
  /** What the journal calls such a thing, and where one with this number stands. */
  subject?: { kind: string; path(db: Db, id: number): string | Promise<string | undefined> }
}

/** An instant as a summary says it. */
export const instant = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ')

/** So much of a text stands beside its title. */
export const excerpt = (text: string): string => text.slice(0, 500)

/** The day of what has no hour. */
export const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** The beginning of a text as one line, for the name of what has none. */
export const firstLine = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line
}
