import { Conflict, NotAllowed, NotFound, type Refusal } from '../errors.ts'

/** The status that says what a domain said no with. */
export const statusOf = (error: Refusal): 403 | 404 | 409 | 422 =>
  error instanceof NotFound ? 404 : error instanceof NotAllowed ? 403 : error instanceof Conflict ? 409 : 422
