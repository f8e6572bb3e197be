import type { Role } from '../../lib/db/schema.ts'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'

/** What decides whether somebody is asked if they still work there. */
export interface Freshness {
  /** The last fresh evidence; null for members from before there was any. */
  confirmedAt: Date | null
  askedAt: Date | null
  /** How often since the last fresh evidence. */
  asks: number
  /** Since when the login that said so says it no longer. */
  doubtedAt?: Date | null
}

const day = 86_400_000
const freshFor = 365 * day
const between = 14 * day
const mostAsks = 3

/** How many are asked for the first time a day, and how many silent ones may wait before no more are asked. */
export const batch = { perDay: 50, silent: 100 }

/**
 * Where an affiliation stands: fresh; due to be asked (or reminded); asked, with time to answer; silent, which waits for a person.
 * Nothing ends by itself.
 */
export function decideAsk({ confirmedAt, askedAt, asks, doubtedAt = null }: Freshness, now: Date): 'fresh' | 'ask' | 'asked' | 'silent' {
  if (doubtedAt === null && confirmedAt !== null && now.getTime() - confirmedAt.getTime() < freshFor) return 'fresh'
  if (askedAt === null || asks === 0) return 'ask'
  if (now.getTime() - askedAt.getTime() < between) return 'asked'
  return asks < mostAsks ? 'ask' : 'silent'
}

/** How many more may be asked for the first time now, when so many silent ones wait for a person and so many were asked today. */
export const mayAskNow = (silent: number, askedToday: number): number =>
  silent >= batch.silent ? 0 : Math.max(0, batch.perDay - askedToday)

/** Who was asked after this moment was asked today; a little less than a day, so that each morning begins a new one. */
export const todayBegan = (now: Date): Date => new Date(now.getTime() - (day * 5) / 6)

/** Before this moment evidence is stale. */
export const staleBefore = (now: Date): Date => new Date(now.getTime() - freshFor)

/** Who was asked before this moment has had time to answer. */
export const answeredBefore = (now: Date): Date => new Date(now.getTime() - between)

/** After so many unanswered mails a person looks. */
export const lastAsk = mostAsks

/** How roles are called, in the language of whoever is answered. */
export const roleNames: Record<Role, string> = textsOf('people', 'roles').names

/** How they are called in a language: a sheet may say them in any, whoever brings it. */
export const roleNamesIn = wordsOf('people', 'roles')
