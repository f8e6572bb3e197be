import type { ClauseKind } from '../../../db/schema.ts'
import { type ClauseText, longestClause, mostClauses, nextNumber } from '../rules.ts'

const headings: [ClauseKind, RegExp][] = [
  ['composition', /\b(composition|membership|members|mitgliedschaft|zusammensetzung|miembros|composición|membres)\b/i],
  ['role', /\b(roles?|officers?|positions?|rollen|ämter|rôles|funciones|cargos)\b/i],
  ['meeting', /\b(meetings?|sitzungen|treffen|réunions?|reuniones)\b/i],
  ['list', /\b((mailing|discussion) lists?|lists?|mailinglisten?|listes?|listas?)\b/i],
  ['web', /\b(web ?sites?|web ?pages?|web|publicity|internet|site)\b/i],
  ['duty', /\b(responsibilit(y|ies)|dut(y|ies)|obligations?|tasks?|aufgaben|pflichten|responsabilités|tareas|deberes)\b/i],
  ['activity', /\b(activit(y|ies)|tätigkeiten|activités|actividades)\b/i],
  ['objective', /\b(goals?|objectives?|aims?|ziele?|objectifs?|objetivos?)\b/i],
  ['purpose', /\b(purposes?|mission|background|introduction|preamble|remit|scope|zweck|auftrag|but|mandat|finalidad|propósito)\b/i],
]

const guesses: [ClauseKind, RegExp][] = [
  ['list', /\b(mailing list|discussion list|subscri(be|ption)|-l\b|mailingliste|liste de diffusion|lista de correo)/i],
  ['meeting', /\b(meets?|meetings? (are|will be|take)|teleconference|conference calls?|tagt|se réunit|se reúne)\b/i],
  ['web', /\b(roster|past members|web ?site|web ?page)\b/i],
  ['role', /\b(coordinator|co-?ordinator|liaison|chair|deputy|koordinator|coordinateur|coordinador)\b/i],
  ['purpose', /\b(formed|founded|established|purpose|gegründet|créé|fundado)\b/i],
  ['composition', /\b(members (are|come)|consists of|composed of|mitglieder sind)\b/i],
]

const bullet = /^(\s*)(?:[-*•–—▪◦·]|o(?=\s))\s+(.*)$/
const numbered =
  /^(\s*)(?:(?:clause|article|§)\s*)?(?:\(?(\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)](?=\s|$)|(\d{1,3}(?:\.\d{1,3}){1,3})(?=\s)|([A-Z]{1,2}\d{1,3})[.):]?(?=\s))\s*(.*)$/i
const markdown = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/
const longestHeading = 70

const kindOfHeading = (text: string): ClauseKind | undefined => headings.find(([, words]) => words.test(text))?.[0]

/** The kind that a clause's own words speak of. */
export const guessKind = (text: string): ClauseKind | undefined => guesses.find(([, words]) => words.test(text))?.[0]

/** Is the line a heading? It is short, has no full stop, and says so by a mark, a colon, capitals or a word that headings have. */
function readHeading(line: string, alone: boolean): string | undefined {
  const marked = markdown.exec(line)?.[1]
  if (marked !== undefined) return marked.replaceAll(/[*_]/g, '').trim()
  const text = line.trim().replaceAll(/^\*\*(.*)\*\*:?$/g, '$1')
  if (text.length > longestHeading || text.split(/\s+/).length > 8 || /[.!?;,]$/.test(text)) return undefined
  const bare = text.replace(/:$/, '').replace(/^\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+/, '')
  const capital = bare === bare.toUpperCase() && /\p{Lu}{3}/u.test(bare)
  const short = bare.split(/\s+/).length <= 5 && /^\p{Lu}/u.test(bare) && kindOfHeading(bare) !== undefined
  return (alone && (capital || short)) || (short && text.endsWith(':')) ? bare : undefined
}

interface Piece {
  number: string | undefined
  kind: ClauseKind | undefined
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
  const [, space = '', mark, dotted, code, text = ''] = count
  // `1.` and `a)` count within their part; only what is a number for the whole text is kept.
  const number = code ?? dotted ?? (mark?.includes('.') ? mark : undefined)
  return { indent: space.length, number: number?.toUpperCase(), text }
}

/** Reads the lines one after another into pieces, each of which becomes a clause. */
class Splitter {
  readonly pieces: Piece[] = []
  readonly headings: string[] = []
  #kind: ClauseKind | undefined

  read(lines: readonly string[]): void {
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '') {
        const last = this.pieces.at(-1)
        if (last) last.open = false
        continue
      }
      const alone = (lines[at - 1] ?? '').trim() === ''
      const heading = readHeading(line, alone)
      if (heading !== undefined) this.#head(heading)
      else this.#take(line)
    }
  }

  #head(heading: string): void {
    this.headings.push(heading)
    this.#kind = kindOfHeading(heading)
    const last = this.pieces.at(-1)
    if (last) last.open = false
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
    const announced = /:$/.test(last.lines[0] ?? '') && !/:$/.test(item.text)
    return (last.item && item.indent > last.indent) || (announced && (!last.item || item.indent > last.indent))
  }

  #begin({ indent, number, text }: Item, item: boolean): void {
    this.pieces.push({ number, kind: this.#kind, indent, lines: [text], item, open: true })
  }
}

/** Lines of one piece as Markdown: points stay points, other lines are one paragraph. */
function textOf(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const point = line.startsWith('- ')
    const before = text === '' ? '' : point ? (/(^|\n)- [^\n]*$/.test(text) ? '\n' : '\n\n') : ' '
    text += before + line
  }
  return text.trim().slice(0, longestClause)
}

/**
 * Splits terms of reference, as somebody pasted them, into clauses: by headings, numbers and points. Rules alone; a person looks at it.
 * @returns the clauses in their order, each with a number of its own, and the headings that were taken as such
 */
export function splitText(text: string): { clauses: ClauseText[]; headings: string[] } {
  const splitter = new Splitter()
  splitter.read(text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').replaceAll('\u00a0', ' ').split('\n'))
  const taken: string[] = []
  const clauses = splitter.pieces.flatMap((piece): ClauseText[] => {
    const said = textOf(piece.lines)
    if (said === '' || taken.length >= mostClauses) return []
    const kind = piece.kind ?? guessKind(said) ?? 'duty'
    const free = piece.number !== undefined && !taken.some((one) => one.toLowerCase() === piece.number?.toLowerCase())
    const number = free && piece.number ? piece.number : nextNumber(kind, taken)
    taken.push(number)
    return [{ number, kind, text: said }]
  })
  return { clauses, headings: splitter.headings }
}
