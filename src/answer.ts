import type { Site } from './config.ts'
import type { Gathered } from './gathered.ts'
import type { Db, Tx } from './lib/db/rows.ts'
import type { Proof } from './lib/mail/proof-rules.ts'
import type { Purpose } from './lib/token/seal.ts'

declare const admitted: unique symbol

/**
 * An answer by mail that the gate let through: it comes from the person to whom the letter was written. Nothing but the gate makes one, so
 * whoever takes an answer can rely on this.
 */
export interface MailedAnswer<P extends Purpose = Purpose> {
  readonly [admitted]: true
  readonly purpose: P
  /** What the token names. */
  readonly id: number
  /** Who wrote, as an address; in lower case. */
  readonly from: string
  /** Who wrote; null where the letter went to an address behind which nobody is known. */
  readonly personId: number | null
  /** It is proven who wrote; else nothing speaks against it. */
  readonly proven: boolean
  readonly at: Date
}

/** Whose word is asked for. */
export interface Asked {
  /** Those who may answer. */
  people: number[]
  /** The address that was written to, where nobody need be known behind it. */
  email?: string
  /** In which language it was written to there. */
  locale?: string
  /** Where the same can be said on the web. */
  path: string
}

/** What the gate knows when it asks whose word it is. */
export interface Question {
  /** What the token names. */
  id: number
  /** Who writes; where many may answer it is asked whether this one may. */
  from: string
  at: Date
}

/** What an answer is taken with. */
export interface Taking {
  tx: Tx
  site: Site
  now: Date
  mail: { id: number; rawId: number; raw: Buffer }
  /** The text as it came, with what it quotes. */
  text: string
  /** The same with its marks, where it came so: in some mails these alone say what is quoted. */
  html: string | null
  /** A program wrote it. */
  automatic: boolean
  /** What all domains sign: an answer may be about things of several. */
  gathered: Gathered
}

/** An answer that the gate did not let through. */
export interface Refused {
  purpose: Purpose
  id: number
  from: string
  proof: Proof
  isTheirs: boolean
  /** What is noted of the mail. */
  fate: string
}

/** One thing that can be answered by mail: what is asked of an answer before it means anything, and who takes it. */
export interface Answering<P extends Purpose = Purpose> {
  /**
   * Who may answer: the person it was written to, from any address of theirs that is confirmed or that we write to; or whoever has the
   * very address that it was written to.
   */
  by: 'person' | 'address'
  /** `proven`: it must be proven who wrote. Else it is enough that nothing speaks against it: a domain without DMARC claims nothing. */
  sender: 'proven' | 'not disowned'
  /** What a program writes by itself may answer. */
  automatic?: true
  /** Whose word is asked for by the letter; undefined where there is nothing to answer any more. */
  asked(db: Db, question: Question): Promise<Asked | undefined>
  /** Takes it, and says what became of it. Asks whether the word can still be given, never whose it is: that the gate has asked. */
  take(taking: Taking, answer: MailedAnswer<P>): Promise<string>
  /** Says in words of its own that an answer was not taken; undefined where the gate shall say it. */
  refuse?(taking: Taking, refused: Refused): Promise<string | undefined>
}

/** What of a domain can be answered by mail, by what the token in the reply address is for. Whatever is in no nameplate cannot. */
export type Answers = { readonly [P in Purpose]?: Answering<P> }
