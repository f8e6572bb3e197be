declare const work: unique symbol
declare const text: unique symbol

/** A form that is done for the group. A program may draft it for its person; what says a will, or is a person's alone, is of another type. */
export interface WorkForm {
  readonly [work]: true
}

/**
 * A form with which its person says something in words of their own: a message, a comment, a case. A program may draft the words; it votes,
 * agrees, signs and decides nothing.
 */
export interface TextForm {
  readonly [text]: true
}
