/** What somebody may answer to something that waits, in the order of its buttons. */
export const choices = ['yes', 'no', 'discard'] as const
export type Choice = (typeof choices)[number]

interface Said extends Partial<Record<Choice, string>> {
  title: string
  meta: string
  button: string
}

declare const worded: unique symbol

/** Something that waits for a person, in words. Only messages make one (`waitingOf`), so that nothing waits without words. */
export interface Waits extends Said {
  readonly [worded]: true
}
