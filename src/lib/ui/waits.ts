interface Said {
  title: string
  meta: string
  button: string
}

declare const worded: unique symbol

/** Something that waits for a person, in words. Only messages make one (`waitingOf`), so that nothing waits without words. */
export interface Waits extends Said {
  readonly [worded]: true
}
