/** A text that is compared with others. */
export interface Entry {
  id: number
  title: string
  text: string
  /** BCP 47; guessed from the text where not given. */
  language?: string
  /** It is a mail: what it quotes and its signature do not count. */
  mail?: boolean
  area?: string | null
  /** Of support cases. */
  numbers?: string[]
  threads?: number[]
}

/** Why two texts look alike, for a person to judge. */
export type Reason =
  /** Of products, standards, releases: what both call by its name. */
  | { kind: 'names'; names: string[] }
  | { kind: 'words'; words: string[] }
  | { kind: 'synonyms'; pairs: [string, string][] }
  | { kind: 'spelling'; pairs: [string, string][] }
  | { kind: 'area'; area: string }
  | { kind: 'number'; number: string }
  | { kind: 'thread' }
  /** Of the same in other words, as learnt. */
  | { kind: 'sense' }

export interface Suggestion {
  id: number
  /** How far it stands out from what the collection has in common with the text by chance: 0 to 1, comparable between texts. */
  likeness: number
  /** The same by what both say alone, without what was learnt of which words tell of the same. */
  byWords: number
  why: Reason[]
}
