/**
 * What a domain says no with. Each carries a sentence for the person; the edges translate it once:
 * http to 404, 403, 422, 409; smtp to 550, 552, 451.
 */
export class Refusal extends Error {}

/** What does not exist for this person. */
export class NotFound extends Refusal {
  override name = 'NotFound'
}

/** What is asked for; undefined where it does not exist for who asks. */
export const ifFound = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error
    return undefined
  })

/** A group that an address asks for and that nobody has: groups are public, so everybody hears it alike. */
export class NoSuchGroup extends NotFound {}

/** What exists and may be seen, but not be done by this person, or not now. */
export class NotAllowed extends Refusal {
  override name = 'NotAllowed'
}

/** Input that cannot be taken; `fields` says what is wrong with which field. */
export class Invalid extends Refusal {
  override name = 'Invalid'
  readonly fields: Record<string, string>
  constructor(message: string, fields: Record<string, string> = {}) {
    super(message)
    this.fields = fields
  }
}

/** Somebody else was faster, or the thing is there already. */
export class Conflict extends Refusal {
  override name = 'Conflict'
}

/** Somebody else changed what a form showed, or what was written from, meanwhile. Both texts are shown. */
export class Overtaken extends Conflict {
  override name = 'Overtaken'
}

/** Says of one field of a form why it cannot be taken. */
export function refuse(field: string, problem: string): never {
  throw new Invalid(problem, { [field]: problem })
}

/** Says that there is no such thing: `(await readBrief(db, id)) ?? missing(t.noSuchBrief)`. */
export function missing(sentence: string): never {
  throw new NotFound(sentence)
}

/** Says no where something stands against it: `notAllowedIf(whyNotSend(brief))`. */
export function notAllowedIf(whyNot: string | undefined | null | false): void {
  if (whyNot) throw new NotAllowed(whyNot)
}

/** Says no where something came in between: `conflictIf(whyNotAnswer(proposal, at))`. */
export function conflictIf(whyNot: string | undefined | null | false): void {
  if (whyNot) throw new Conflict(whyNot)
}
