import type { Hono } from 'hono'
import type { Answers } from './answer.ts'
import type { Keeper } from './belongings.ts'
import type { Consequences } from './consequences.ts'
import type { Figures } from './figure.ts'
import type { Finder } from './finder.ts'
import type { ListHappenings, Named } from './happening.ts'
import { type LetterSubject, noteLetters } from './letter-subjects.ts'
import type { routes } from './lib/ui/api.ts'
import type { Verbs } from './lib/ui/history-words.ts'
import type { Env, SettingsPart } from './lib/ui/variables.ts'
import type { Offers } from './offers.ts'
import type { Task } from './task.ts'
import type { TextKind } from './texts.ts'
import type { Tool } from './tool.ts'
import type { Deciders, DueLetters, Waiters } from './waiting.ts'

/** What a domain is to the others: what it owns and what it offers. The edges read the nameplates and know no domain by name. */
export interface Nameplate<Jobs extends Record<string, Task> = Record<string, Task>> {
  name: string
  /** What it is for, in a few words: the picture of the house says it. */
  about: string
  /** Tables that this domain alone writes. */
  tables?: readonly string[]
  /** Views of some of their columns (`shared_…`), for others to read in a query: what a thing is called and where it stands. All else they ask of its owner. */
  published?: readonly string[]
  /** Addresses and their HTML; of two that fit, the more specific answers. */
  pages?: readonly Hono<Env>[]
  /** Addresses below /api/v1. */
  api?: readonly ReturnType<typeof routes>[]
  /** What of it assistants are offered: addresses that exist, each with how its answer is read or its form is drafted. */
  tools?: readonly Tool[]
  /** What happens later, by the name that it is queued with. */
  jobs?: Jobs
  /** What happens by itself, and when, in the syntax of cron (UTC). */
  schedule?: { readonly [Name in keyof Jobs]?: string }
  /** The kinds of its things that search knows. */
  finders?: readonly Finder[]
  /** What is done in it, by the journal's action, as sentences of its messages. */
  verbs?: Verbs
  /** What of it everybody may know of, for feeds and the map of the site. */
  happenings?: ListHappenings
  /** Its things that everybody may be allowed to see, by their addresses: their links unfold elsewhere. */
  named?: readonly Named[]
  /** What of it waits for somebody, in its words; Today and the weekly mail show it. */
  waiting?: readonly Waiters[]
  /** What of that is decided where it stands, on Today or by an answer to the week's letter. */
  deciders?: Deciders
  /** Texts of it in which files stand by their address. */
  texts?: readonly TextKind[]
  /** What people set of it about themselves, on the page of their settings. */
  settings?: readonly SettingsPart[]
  /** The kinds of letters that it writes, each with the subject under which people choose how they get it. */
  letters?: KindsOfLetters
  /** Of those that wait for their reader's morning: whether they still have to leave then. */
  due?: DueLetters
  /** What of it can be answered by mail; the gate asks whose word it is. */
  answers?: Answers
  /** What the operator's programs are told of it. */
  figures?: readonly Figures[]
  /** What it keeps of a role, and how that passes in a handover. */
  belongings?: readonly Keeper[]
  /** What it gives to domains below it. */
  offers?: Partial<Offers>
  /** What it does when something happens in a domain below it. */
  consequences?: Consequences
}

/** The payload of each job, for `enqueue`. */
export type PayloadsOf<Jobs extends Record<string, Task>> = { [Name in keyof Jobs]: Parameters<Jobs[Name]>[0] }

/** The actions that have words, for `record`. */
export type ActionsOf<Worded extends Verbs> = { [Action in keyof Worded]: string }

/** A nameplate as it is written; a schedule of a job that there is not does not compile. */
export function nameplate<Jobs extends Record<string, Task>>(plate: Nameplate<Jobs>): Nameplate {
  noteLetters(plate.letters ?? {})
  return plate as Nameplate
}

/** Kinds of letters, each with its subject. */
export type KindsOfLetters = Readonly<Record<string, LetterSubject>>

/** Letters as a nameplate names them, for `Letter`. */
export type LettersOf<L extends KindsOfLetters> = { [Kind in keyof L]: L[Kind] }
