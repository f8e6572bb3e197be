/** Small letters without accents (Unicode marks), ß as ss: two spellings of one word are equal afterwards. What is no letter stays. */
export const fold = (text: string): string => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')

/** The same, of letters and digits alone, with one blank between words and none around. */
export const foldWords = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same as part of an address: letters a to z and digits with a hyphen between, at most so many signs; empty where nothing is left. */
export const foldAddress = (text: string, atMost = 80): string =>
  fold(text.normalize('NFKD'))
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, atMost)
    .replace(/-$/, '')

/** The wished address or, where it is taken, the first that is free with a number behind it. */
export function freeAddress(wished: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wished)) return wished
  let n = 2
  while (taken.has(`${wished}-${n}`)) n++
  return `${wished}-${n}`
}
