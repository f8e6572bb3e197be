import type { ClauseKind } from '../../lib/db/schema.ts'
import { headingAt, kindOfHeading, readTitle, whole } from './paste-headings-rules.ts'
import { type ClauseText, kindLetters, longestClause, mostClauses, nextNumber } from './rules.ts'

const guesses: [ClauseKind, RegExp][] = [
  [
    'list',
    whole(
      'mailing list|discussion list|subscri(?:be|ption)|[\\p{L}\\p{N}]+-l|mailingliste|liste de diffusion|lista de correo|lista di discussione|iscrizione',
    ),
  ],
  [
    'meeting',
    whole('meets?|meetings? (?:are|will be|take)|teleconference|conference calls?|tagt|se réunit|se reúne|si riunisce|teleconferenza'),
  ],
  ['web', whole('roster|past members|web ?site|web ?page|sito web|pagina web')],
  [
    'role',
    whole('coordinator|co-?ordinator|liaison|chair|deputy|koordinator|coordinateur|coordinador|coordinatore|coordinatrice|presidente'),
  ],
  ['purpose', whole('formed|founded|established|purpose|gegründet|créée?s?|fundado|fondato|istituito|costituito')],
  ['composition', whole('members (?:are|come)|consists of|composed of|mitglieder sind|è composto|è composta|i membri sono')],
]

const bullet = /^(\s*)(?:[-*•–—▪◦·]|o(?=\s))\s+(.*)$/s
const numbered =
  /^(\s*)(?:(?:clause|article|§)\s*)?(?:\(?(\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)](?=\s|$)|(\d{1,3}(?:\.\d{1,3}){1,3})(?=\s)|([A-Z]{1,2}\d{1,3})[.):]?(?=\s))\s*(.*)$/is
const row = /^\s*\|(.*)\|\s*$/
const code = /^(?:\(?(\d{1,3}(?:\.\d{1,3}){0,3})[.)]?|([A-Z]{1,2}\d{1,3})[.):]?)$/i

/** The kind that a clause's own words speak of. */
export const guessKind = (text: string): ClauseKind | undefined => guesses.find(([, words]) => words.test(text))?.[0]

interface Piece {
  number: string | undefined
  kind: ClauseKind | undefined
  heading: string
  indent: number
  lines: string[]
  /** It began with a mark: what follows after a blank line is not its own. */
  item: boolean
  open: boolean
}

interface Item {
  indent: number
  number: string | undefined
  text: string
}

function readItem(line: string): Item | undefined {
  const dot = bullet.exec(line)
  if (dot) return { indent: (dot[1] ?? '').length, number: undefined, text: dot[2] ?? '' }
  const count = numbered.exec(line)
  if (!count) return undefined
  const [, space = '', mark, dotted, letters, text = ''] = count
  // `1.` and `a)` count within their part; only what is a number for the whole text is kept.
  const number = letters ?? dotted ?? (mark?.includes('.') ? mark : undefined)
  return { indent: space.length, number: number?.toUpperCase(), text }
}

/** A heading above those that are deeper: they are of its kind where they name none. */
interface Held {
  level: number
  kind: ClauseKind | undefined
}

/** Reads the lines one after another into pieces, each of which becomes a clause. */
class Splitter {
  readonly pieces: Piece[] = []
  readonly headings: string[] = []
  readonly left: string[] = []
  #kind: ClauseKind | undefined
  #heading = ''
  #above: Held[] = []

  read(lines: readonly string[], from: number, width: number): void {
    for (let at = from; at < lines.length; at++) {
      const line = lines[at] ?? ''
      if (line.trim() === '') {
        this.#close()
        continue
      }
      const table = this.#table(lines, at)
      if (table > 0) {
        at += table - 1
        continue
      }
      const heading = headingAt(lines, at, width)
      if (heading === undefined) this.#take(line)
      else {
        this.#head(heading)
        at += heading.lines - 1
      }
    }
  }

  #close(): void {
    const last = this.pieces.at(-1)
    if (last) last.open = false
  }

  #head({ text, level }: { text: string; level?: number }): void {
    this.headings.push(text)
    this.#close()
    if (level !== undefined) this.#above = this.#above.filter((one) => one.level < level)
    else this.#above = []
    const known = kindOfHeading(text)
    // What stands below a heading of ours is of its kind; below none, somebody says of which.
    this.#kind = known ?? this.#above.findLast(({ kind }) => kind !== undefined)?.kind
    this.#heading = known === undefined ? text : ''
    if (level !== undefined) this.#above.push({ level, kind: this.#kind })
  }

  /** A table: of each line the number, where there is one, and what it says. Further columns are left out, and named. @returns its lines */
  #table(lines: readonly string[], at: number): number {
    const rows = rowsAt(lines, at).map((line) => cellsOf(line))
    if (rows.length < 2) return 0
    const [first = [], second = []] = rows
    const headed = second.every((cell) => /^:?-+:?$/.test(cell))
    for (const cells of headed ? rows.slice(2) : rows) {
      const [mark = '', ...others] = cells
      const number = code.exec(mark)
      const text = number ? others[0] : mark
      if (!text) continue
      this.#close()
      this.#begin({ indent: 0, number: (number?.[2] ?? number?.[1])?.toUpperCase(), text }, true)
      this.#close()
    }
    const numbers = rows.slice(headed ? 2 : 0).some(([mark = '']) => code.test(mark))
    const more = first.slice(numbers ? 2 : 1)
    if (more.length > 0) this.left.push(headed ? more.join(', ') : `${more.length} columns of a table`)
    return rows.length
  }

  #take(line: string): void {
    const item = readItem(line)
    const last = this.pieces.at(-1)
    if (item && last && this.#belongs(item, last)) last.lines.push(`- ${item.text}`)
    else if (item) this.#begin(item, true)
    else if (last?.open) last.lines.push(line.trim())
    else this.#begin({ indent: /^\s*/.exec(line)?.[0].length ?? 0, number: undefined, text: line.trim() }, false)
  }

  /** Points below a sentence that announces them, or deeper than their own point, stay with it. */
  #belongs(item: Item, last: Piece): boolean {
    if (item.number !== undefined && item.number.includes('.') === false) return false
    // A heading came between.
    if (last.heading !== this.#heading || last.kind !== this.#kind) return false
    const announced = /:$/.test(last.lines[0] ?? '') && !/:$/.test(item.text)
    return (last.item && item.indent > last.indent) || (announced && (!last.item || item.indent > last.indent))
  }

  #begin({ indent, number, text }: Item, item: boolean): void {
    this.pieces.push({ number, kind: this.#kind, heading: this.#heading, indent, lines: [text], item, open: true })
  }
}

/** The lines of a table that begins here. */
function rowsAt(lines: readonly string[], at: number): readonly string[] {
  let end = at
  while (end < lines.length && row.test(lines[end] as string)) end++
  return lines.slice(at, end)
}

const cellsOf = (line: string): string[] => (row.exec(line)?.[1] ?? '').split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())

/** Lines of one piece as Markdown: points stay points, other lines are one paragraph. */
function textOf(lines: readonly string[]): string {
  let text = ''
  let afterPoint = false
  for (const line of lines) {
    if (text.length > longestClause) break
    const point = line.startsWith('- ')
    text += (text === '' ? '' : point ? (afterPoint ? '\n' : '\n\n') : ' ') + line
    afterPoint ||= point
  }
  return text.trim().slice(0, longestClause)
}

/** What a letter of ours stands for, where the numbers of a text are ours: of several letters, each one of a kind. */
function kindsByLetter(pieces: readonly Piece[]): (number: string | undefined) => ClauseKind | undefined {
  const letterOf = (number: string | undefined) => /^([A-Z])\d/.exec(number ?? '')?.[1]
  const kinds = new Map(Object.entries(kindLetters).map(([kind, letter]) => [letter, kind as ClauseKind]))
  const used = new Set(pieces.flatMap(({ number }) => letterOf(number) ?? []))
  const ours = used.size > 1 && [...used].every((letter) => kinds.has(letter))
  return (number) => (ours ? kinds.get(letterOf(number) ?? '') : undefined)
}

/** A clause of a text that was pasted. */
export interface PastedClause extends ClauseText {
  /** The heading that it stood under, where that is none of ours. */
  heading: string
  /** Its kind is a guess: somebody says what the heading is about. */
  kindGuessed: boolean
}

export interface Pasted {
  /** The title of the whole, which is no clause. */
  title: string | undefined
  /** What stands before the first clause and says nothing that a group is held to. */
  preamble: string
  clauses: PastedClause[]
  /** What was taken as a heading. */
  headings: string[]
  /** Columns of tables that are no clauses. */
  left: string[]
}

/**
 * Splits terms of reference, as somebody pasted them, into clauses: by headings, numbers and points. Rules alone; a person looks at it.
 * @returns the clauses in their order, each with a number of its own, and what is none
 */
export function splitText(text: string): Pasted {
  const lines = text
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\u200b\ufeff]/g, '')
    .split('\n')
  const width = Math.min(
    120,
    lines.reduce((longest, line) => Math.max(longest, line.trim().length), 0),
  )
  const { title, from } = readTitle(lines, width)
  const splitter = new Splitter()
  splitter.read(lines, from, width)
  const { pieces, headings, left } = splitter
  const preamble = title === undefined ? [] : introOf(pieces)
  const byLetter = kindsByLetter(pieces)
  const taken: string[] = []
  const clauses = pieces.slice(preamble.length).flatMap((piece): PastedClause[] => {
    const said = textOf(piece.lines)
    if (said === '' || taken.length >= mostClauses) return []
    const kind = piece.kind ?? byLetter(piece.number) ?? guessKind(said) ?? 'duty'
    const free = piece.number !== undefined && !taken.some((one) => one.toLowerCase() === piece.number?.toLowerCase())
    const number = free && piece.number ? piece.number : nextNumber(kind, taken)
    taken.push(number)
    return [{ number, kind, text: said, heading: piece.heading, kindGuessed: piece.heading !== '' && piece.kind === undefined }]
  })
  return { title, preamble: preamble.map(({ lines: said }) => textOf(said)).join('\n\n'), clauses, headings, left }
}

/** Paragraphs between the title and whatever comes first, unless they speak of a kind of ours. */
function introOf(pieces: readonly Piece[]): Piece[] {
  const end = pieces.findIndex(
    ({ item, heading, kind, lines }) => item || heading !== '' || kind !== undefined || guessKind(textOf(lines)) !== undefined,
  )
  // Without anything after it, it is what was pasted.
  return end <= 0 ? [] : pieces.slice(0, end)
}
