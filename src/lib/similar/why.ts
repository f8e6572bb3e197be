import type { Reason } from './similar.ts'

/** Why two texts look alike, in words. */
export function reasonsInWords(why: Reason[]): string {
  const said = why.map((reason) => {
    switch (reason.kind) {
      case 'words':
        return `both say ${reason.words.map((word) => `“${word}”`).join(', ')}`
      case 'synonyms':
        return `${[...new Set(reason.pairs.map(([a, b]) => `“${a}” and “${b}”`))].join(', ')} mean the same here`
      case 'spelling':
        return reason.pairs.map(([a, b]) => `“${a}” is much like “${b}”`).join(', ')
      case 'area':
        return `the same product area (${reason.area})`
      case 'number':
        return `the same support case (${reason.number})`
      default:
        return 'the same thread'
    }
  })
  return said.join('; ')
}
