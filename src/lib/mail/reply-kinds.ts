/**
 * What a line is: text, empty, quoted (with a mark), attribution (who wrote what follows), header (of a mail copied into
 * the text, or its title), delimiter (a row of dashes or the like), phone (what a phone adds to each mail), armour (of a
 * signed text).
 */
export type LineKind = 'text' | 'empty' | 'quoted' | 'attribution' | 'header' | 'delimiter' | 'phone' | 'armour'

/** The index of the first line after `at` that is not empty. */
export function lineAfter(kinds: LineKind[], at: number): number {
  let next = at + 1
  while (kinds[next] === 'empty') next++
  return next
}

/** `| a | b |` */
export const isTableRow = (line: string): boolean => line.startsWith('|') && line.endsWith('|') && /[^\s|]/.test(line)

/** A quoted line without its first mark, or the marks of whom `>>>>> "OO" == Otto Other writes:` quotes. */
export const unmarked = (line: string): string => line.replace(/^\s*>+\s?/, '')
