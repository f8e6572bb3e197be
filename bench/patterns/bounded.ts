/** Patterns that take longer than their text is long, and the longest text that they are ever given. */
export interface Bounded {
  file: string
  /** How the source of the pattern begins. */
  begins: string
  most: number
  why: string
}

export const bounded: readonly Bounded[] = [
  {
    file: 'src/requests/cases/excerpt.ts',
    begins: '^"?([^"<]*?)"?\\s*(?:<|\\[mailto:)?',
    most: 500,
    why: 'cut to `longestLine` before it is read',
  },
]
