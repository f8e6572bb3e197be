/** A run of text within a block. */
export interface Inline {
  text: string
  strong?: boolean
  emphasis?: boolean
  code?: boolean
  /** http, https or mailto. */
  href?: string
}

/** Plain words, or runs. */
export type Words = string | readonly Inline[]

/** One column of a printed table. */
export interface PrintColumn {
  title: string
  align?: 'start' | 'end'
  /** Share of the width beside the other columns' (default 1); 'narrow': as wide as its longest word. */
  width?: number | 'narrow'
}

/** A part of a document, from top to bottom. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; words: Words }
  /** Small and quiet: where something comes from, when it was made. */
  | { kind: 'note'; words: Words }
  | { kind: 'quote'; words: Words; source?: string }
  | { kind: 'list'; ordered?: boolean; items: readonly (readonly Block[])[] }
  | { kind: 'table'; columns: readonly PrintColumn[]; rows: readonly (readonly Words[])[]; caption?: string }
  /** Labels with what they stand for: date, place, people. */
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: Words])[] }
  /** An SVG of 680 units or less in width is as large as the text; `alt` says in words what it shows. */
  | { kind: 'figure'; svg: string; alt: string; caption?: string }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  | { kind: 'page-break' }

/** What can be printed: the same content gives PDF and DOCX. */
export interface PrintDocument {
  title: string
  subtitle?: string
  /** Who made it: a group's name. */
  author: string
  /** BCP 47: `en`, `de`. */
  language: string
  /** Stands at the foot of each page beside the page's number: the group and the day, with its zone. */
  footer: string
  /** With a list of the headings after the title: all of them, or those of the first level. */
  contents?: boolean | 'first'
  /** The day the document was made or last changed, for its properties. */
  date: Date
  blocks: readonly Block[]
}

/** Words without what sets some of them off. */
export const plainOf = (words: Words): string =>
  runsOf(words)
    .map(({ text }) => text)
    .join('')

/** Runs of words, whichever way they were given. */
export const runsOf = (words: Words): readonly Inline[] => (typeof words === 'string' ? [{ text: words }] : words)
