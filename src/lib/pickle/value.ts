/** A class or function that a pickle names. It stays a name: nothing of it is loaded, let alone called. */
export class PickleName {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** An instance of a class that a pickle names, as far as the pickle describes it: plain data. */
export class PickleObject {
  /** `Mailman.Bouncer._BounceInfo` */
  readonly className: string
  readonly args: PickleValue[]
  state: PickleValue = null

  constructor(className: string, args: PickleValue[]) {
    this.className = className
    this.args = args
  }
}

/** What a pickle holds. Byte strings are text of one character a byte; tuples, lists and sets are arrays, and may contain themselves. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PickleValue[]
  | Map<PickleValue, PickleValue>
  | PickleName
  | PickleObject

/** A pickle that cannot be read; the message is a sentence that says what and where. */
export class PickleError extends Error {}
