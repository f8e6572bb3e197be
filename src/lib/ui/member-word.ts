import { AsyncLocalStorage } from 'node:async_hooks'
import type { Noun } from './member-grammar.ts'

/** Words that user groups have for those who belong to them; their forms in each language are messages (`lib.nouns`). */
export const memberNouns = ['institution', 'library', 'company', 'site', 'school', 'hospital', 'university', 'organisation'] as const
export type MemberNoun = (typeof memberNouns)[number]

/** What a member is called: one of the known words, or one's own where a language has them. */
export interface MemberWord {
  noun: MemberNoun
  own: Readonly<Partial<Record<string, Noun>>>
}

/** What a member is called until somebody says otherwise. */
export const usualWord: MemberWord = { noun: 'institution', own: {} }

const words = new AsyncLocalStorage<MemberWord>()

/** Does what is done for people whose user group calls its members so: a page, a job. */
export const withMemberWord = <T>(word: MemberWord, act: () => T): T => words.run(word, act)

/** What a member is called right now. */
export const memberWordNow = (): MemberWord => words.getStore() ?? usualWord
