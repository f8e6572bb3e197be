/** What can be answered by mail; who may is said in edges/mailroom/gate/rules.ts. */
export type Answerable =
  | 'confirm'
  | 'invitation'
  | 'unsubscribe'
  | 'command'
  | 'moderate'
  | 'calendar'
  | 'agenda'
  | 'actions'
  | 'case'
  | 'merge'
  | 'support'
  | 'comment'
  | 'ballot'
  | 'correspondence'
  | 'submission'
  | 'submissionItem'
  | 'vendorQuestion'

declare const admitted: unique symbol

/**
 * An answer by mail that came through the gate: it is from whom the letter was written to. Nothing else makes one, so whoever takes an
 * answer takes it from nobody else.
 */
export interface MailedAnswer<P extends Answerable = Answerable> {
  readonly [admitted]: true
  readonly purpose: P
  /** What the token names. */
  readonly id: number
  /** Who wrote, as an address; in lower case. */
  readonly from: string
  /** Who wrote; null where the letter went to an address behind which nobody is known. */
  readonly personId: number | null
  readonly at: Date
}
