import type { Db } from './lib/db/rows.ts'

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
