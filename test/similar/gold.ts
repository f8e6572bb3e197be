import type { Entry } from '../../src/similar/similar.ts'
export function readGold(): { posts: Entry[]; likes: Map<number, number[]>; synonyms: string[][] } {
  return { posts: [], likes: new Map(), synonyms: [] }
}
