import { Conflict, NotAllowed, NotFound, type Refusal } from '../../errors.ts'

/** The status that says what a domain said no with. */
export const statusOf = (error: Refusal): 403 | 404 | 409 | 422 =>
  error instanceof NotFound ? 404 : error instanceof NotAllowed ? 403 : error instanceof Conflict ? 409 : 422

/**
 * Is it a value in an address or a field that PostgreSQL cannot read (SQLSTATE class 22): an id beyond all ids, a day that is
 * none, a NUL in a name? Nothing of that kind exists; it is no fault of ours.
 */
export const isUnreadable = (error: unknown): boolean => error instanceof Error && 'code' in error && String(error.code).startsWith('22')

/** Did who asked leave before all was sent? Nobody hears the answer, and nothing here went wrong. */
export const hasLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET' && error.message === 'aborted'
