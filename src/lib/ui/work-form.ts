declare const work: unique symbol

/** A form that is done for the group. A program may draft it for its person; what says a will, or is a person's alone, is of another type. */
export interface WorkForm {
  readonly [work]: true
}
