import type { Actor } from './actor.ts'
import type { Site } from './config.ts'
import type { Db, Tx } from './lib/db/rows.ts'
import type { Choice, Waits } from './lib/ui/waits.ts'
import type { Decidable } from './signed.ts'

/** Parts of the work, as the navigation names them. Of two equally urgent things, the one of the earlier part comes first. */
export const todayKinds = ['ballots', 'vendor', 'lists', 'requests', 'meetings', 'documents', 'news', 'group'] as const
export type TodayKind = (typeof todayKinds)[number]

/** How something is decided where it stands. */
export interface Question {
  what: keyof Decidable & string
  /** Which one. */
  id: number
  /** Others read why it is no, so a no needs a reason. */
  reason?: boolean
  /** A yes says something: what is written with it goes to others as it is. */
  says?: boolean
  /** It signs for others: by mail it counts only where it is proven who wrote. */
  signs?: boolean
  /** What its number alone says, as an answer by mail. */
  normal: Choice | 'later'
}

/**
 * What can be filled in beside it in an answer to the week's letter, line by line, as `[   ] 3  Title`. What was filled in is secret: no letter, page or
 * row repeats it.
 */
export interface Sheet {
  how: string
  lines: readonly string[]
}

/** Something that waits for a person, with the page that has its one button. */
export interface Waiting extends Waits {
  href: string
  /** Whose it is, the group or several, where its words do not say it: told first on a site of several groups. */
  whose?: string | undefined
  /** Theirs alone to do, or somebody is kept waiting by it. */
  primary?: boolean
  /** It should have been done. */
  late?: boolean
  /** When it is too late. */
  until?: Date
  /** No letter goes out for it: it stands on Today, and in a letter that goes out for something else. */
  quiet?: boolean
  /** The day by which it is to be done, YYYY-MM-DD, where its words say it. */
  dueOn?: string | undefined
  /** It can be decided where it stands, with the choices that its words name. */
  question?: Question
  /** It can be filled in by mail. */
  sheet?: Sheet
}

/** So many of a kind stand by themselves, each with its question; the rest is one line that leads to all of them. */
export const mostByThemselves = 5

/** Things of a kind one by one, and what is more than five of them in one line. */
export function oneByOne<T>(things: readonly T[], each: (thing: T) => Waiting, rest: (count: number) => Waiting): Waiting[] {
  const more = things.length - mostByThemselves
  // The line that stands for one alone would be as long as that one.
  if (more <= 1) return things.map(each)
  return [...things.slice(0, mostByThemselves).map(each), rest(more)]
}

const longestMeta = 280

/** What somebody wrote as one line of a mail, or its beginning. */
export function shortened(text: string): string {
  const line = text
    .slice(0, 4 * longestMeta)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length > longestMeta ? `${line.slice(0, longestMeta - 1).trimEnd()}…` : line
}

/** What of a part of the work waits for whom. */
export interface Waiters {
  kind: TodayKind
  list(db: Db, actor: Actor): Promise<readonly Waiting[]>
}

/** What a page asks beside yes or no, as its form read it. */
export type More = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What somebody decided. */
export interface Verdict {
  choice: Choice
  /** '' where nothing was said; of a question that says something, what is said. */
  reason: string
  site: Site
  /** Where it was decided on its own page, what that page asks besides. */
  more?: More | undefined
}

/**
 * Does what somebody decided, as the page of the thing does it.
 * @throws what the page would say
 */
export type Decider = (tx: Tx, actor: Actor & { personId: number }, id: number, verdict: Verdict) => Promise<unknown>

/** What a domain lets people decide where it stands. */
export type Deciders = Readonly<Record<string, Decider>>

/** The names of what can be decided, for `Decidable`. */
export type DecidableOf<D extends Deciders> = { [Name in keyof D]: true }

/** What a letter asks for or tells, as its domain finds it again. */
export interface DueFacts {
  id: number
  /** An instant that was so when it was written. */
  at?: string
}

/** Whether what a letter asks for or tells is still so. */
export type StillDue = (db: Db, facts: DueFacts, at: Date) => Promise<boolean>

/** By the kind of the letter. */
export type DueLetters = Readonly<Record<string, StillDue>>
