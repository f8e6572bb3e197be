import type { ClauseKind } from '../../lib/db/schema.ts'

/** Words that stand whole, whatever letters they have. */
export const whole = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu')

const kinds: [ClauseKind, RegExp][] = [
  ['composition', whole('composition|membership|members|mitgliedschaft|zusammensetzung|miembros|composición|membres|composizione|membri')],
  ['role', whole('roles?|officers?|positions?|rollen|ämter|rôles|funciones|cargos|ruoli|incarichi|cariche')],
  ['meeting', whole('meetings?|sitzungen|treffen|réunions?|reuniones|riunion[ei]|incontri')],
  ['list', whole('(?:mailing|discussion) lists?|lists?(?! of(?!\\p{L}))|mailinglisten?|listes?|list[ae]s?')],
  ['web', whole('web ?sites?|web ?pages?|web|publicity|internet|site|sito')],
  [
    'duty',
    whole(
      'responsibilit(?:y|ies)|dut(?:y|ies)|obligations?|tasks?|aufgaben|pflichten|responsabilités|tareas|deberes|compiti|doveri|responsabilità',
    ),
  ],
  ['activity', whole('activit(?:y|ies)|tätigkeiten|activités|actividades|attività')],
  ['objective', whole('goals?|objectives?|aims?|ziele?|objectifs?|objetivos?|obiettiv[io]')],
  [
    'purpose',
    whole(
      'purposes?|mission|background|introduction|preamble|remit|scope|zweck|auftrag|but|mandat|finalidad|propósito|scop[io]|finalità|premessa',
    ),
  ],
]

/** The kind that a heading speaks of; undefined where it is none of ours. What it names first counts: “Responsibilities of members” are duties. */
export function kindOfHeading(text: string): ClauseKind | undefined {
  let first: { kind: ClauseKind; at: number } | undefined
  for (const [kind, words] of kinds) {
    const at = words.exec(text)?.index
    if (at !== undefined && (first === undefined || at < first.at)) first = { kind, at }
  }
  return first?.kind
}

/** A heading that was found: its words, how deep it is where it says so, and how many lines it takes. */
export interface Found {
  text: string
  level?: number
  lines: number
}

const longest = 70
/** What is marked as a heading may be longer, and is none when it is a paragraph. */
const longestMarked = 200
const marked = /^\s{0,3}(#{1,6})\s+(.*)$/s
const bold = /^\s*(?:\*\*|__)(.+?)(?:\*\*|__):?\s*$/
const underline = /^\s{0,3}(?:(=)=+|-{3,})\s*$/
const counted = /^\s*(?:(?:article|artikel|art\.|artículo|section|abschnitt|§)\s*)?\(?(?:\d{1,2}|[IVX]{1,4})(?:[.):]|\s*[–—-])?\s+/i
/** One of a row: `4.`, `IV)`. */
const ordinal = /^\s*\(?(\d{1,2}|[IVX]{1,4})[.)]\s/
/** What begins a point of its own: a mark, a number, a line of a table. */
const item =
  /^\s*(?:[-*•–—▪◦·]\s|o\s|\||\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z])[.)]\s|\d{1,3}(?:\.\d{1,3}){1,3}\s|[A-Z]{1,2}\d{1,3}[.):]?\s)/i
// A line that ends so goes on in the next one.
const unfinished =
  /\s(?:an?|the|of|and|or|to|for|with|in|on|by|at|its|their|der|die|das|des|dem|den|und|oder|von|mit|zu|im|le|la|les|des|du|de|et|ou|à|en|el|los|las|del|y|o|con|para|il|lo|gli|i|del|della|dei|delle|di|e|in|per)$/i
const verbs =
  /\b(is|are|was|were|be|has|have|shall|will|should|must|may|can|includes?|following|ist|sind|soll|sollen|kann|muss|müssen|est|sont|doit|peut|es|son|debe|puede|è|sono|deve|può)(?!\p{L})/iu

const words = (text: string): number => text.split(/\s+/).length
const blank = (line: string | undefined): boolean => (line ?? '').trim() === ''

/** Could the line name what follows? It is short, begins with a capital and has no end of a sentence. */
const isTitleLike = (text: string): boolean =>
  text.length <= longest && words(text) <= 6 && /^[\p{Lu}“"'«„]/u.test(text) && !/[.!?;,:]$/.test(text) && !unfinished.test(text)

const isCapital = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)

/** The next line that says something. */
function nextOf(lines: readonly string[], at: number): string | undefined {
  let next = at + 1
  while (next < lines.length && blank(lines[next])) next++
  return lines[next]
}

/** Does the line begin anew, after an empty one or as the first? */
const beginsAnew = (lines: readonly string[], at: number): boolean => blank(lines[at - 1])

/**
 * Is what follows a text of its own, so that the line before names it? A line that goes on in the next one is as long as the others of
 * its text.
 */
function namesNext(lines: readonly string[], at: number, text: string, width: number): boolean {
  const after = nextOf(lines, at)
  if (after === undefined) return false
  const next = after.trim()
  if (item.test(after)) return true
  if (blank(lines[at + 1])) return !isTitleLike(next)
  const [first = ''] = next.split(/\s+/)
  return /^[\p{Lu}“"'«„]/u.test(next) && !isTitleLike(next) && text.length + 1 + first.length <= width * 0.75
}

/** A heading by its marks: `#`, `**`, or a line drawn below it. */
function markedHeading(lines: readonly string[], at: number): Found | undefined {
  const line = lines[at] ?? ''
  if (line.length > longestMarked) return undefined
  const [, signs, opened = ''] = marked.exec(line) ?? []
  const said = opened.replace(/(?<!#)#+$/, '').trimEnd()
  if (signs !== undefined && said) return { text: said.replaceAll(/[*_]{2}/g, '').trim(), level: signs.length, lines: 1 }
  const text = line.trim()
  if (text.length > longest || words(text) > 10) return undefined
  const drawn = underline.exec(lines[at + 1] ?? '')
  if (drawn && beginsAnew(lines, at) && !item.test(line)) return { text, level: drawn[1] ? 1 : 2, lines: 2 }
  const [, strong] = bold.exec(line) ?? []
  if (strong && beginsAnew(lines, at) && !/[.!?;,]$/.test(strong)) return { text: strong.replace(/:$/, '').trim(), lines: 1 }
  return undefined
}

/** A heading with a colon: it names, and is no sentence that announces points. */
const endsInColon = (bare: string): boolean =>
  /^\p{Lu}/u.test(bare) && !verbs.test(bare) && words(bare) <= (kindOfHeading(bare) === undefined ? 3 : 5)

/** Are both points of one row, so that neither names the other? A row that begins again is another. */
function isRow(line: string, next: string | undefined): boolean {
  const [mark, after] = [line, next ?? ''].map((one) => ordinal.exec(one)?.[1])
  if (mark === undefined || after === undefined) return false
  return /^\d+$/.test(mark) && /^\d+$/.test(after) ? Number(after) === Number(mark) + 1 : true
}

/** A heading with a number of its own, which no other of the same row follows. */
function countedHeading(lines: readonly string[], at: number, bare: string, width: number): boolean {
  if (isRow(lines[at] ?? '', nextOf(lines, at))) return false
  if (kindOfHeading(bare) !== undefined && words(bare) <= 5) return true
  // Points that stand deeper are its own, as those of any point.
  return isTitleLike(bare) && namesNext(lines, at, bare, width) && !/^\s+\S/.test(lines[at + 1] ?? '')
}

/**
 * The heading that stands on a line, whether it is one that we know or not.
 * @param width how long the longest lines of the text are
 */
export function headingAt(lines: readonly string[], at: number, width: number): Found | undefined {
  const found = markedHeading(lines, at)
  if (found) return found
  const line = lines[at] ?? ''
  const text = line.trim()
  if (text.length > longest || words(text) > 8 || /[.!?;,]$/.test(text)) return undefined
  const bare = text.replace(/:$/, '').replace(counted, '')
  const is = beginsAnew(lines, at) ? isHeading(lines, at, bare, width) : isNamed(line, text)
  return is ? { text: bare, lines: 1 } : undefined
}

/** A line with a colon that has one of our words is a heading wherever it stands. */
const isNamed = (line: string, text: string): boolean => {
  const bare = text.replace(/:$/, '')
  return text.endsWith(':') && !item.test(line) && kindOfHeading(bare) !== undefined && endsInColon(bare)
}

/** Is the line, which begins anew and carries no mark, a heading? */
function isHeading(lines: readonly string[], at: number, bare: string, width: number): boolean {
  const line = lines[at] ?? ''
  const text = line.trim()
  if (isCapital(bare)) return true
  if (text.endsWith(':')) return endsInColon(bare)
  if (counted.test(text)) return countedHeading(lines, at, bare, width)
  if (item.test(line)) return false
  if (words(bare) <= 5 && /^\p{Lu}/u.test(bare) && kindOfHeading(bare) !== undefined) return true
  return isTitleLike(bare) && namesNext(lines, at, bare, width)
}

const titles =
  /\b(terms of reference|charter|constitution|by-?laws|statutes|rules of procedure|geschäftsordnung|satzung|statuten|charta|ordnung|charte|règlement|statuts|mandat de|términos de referencia|reglamento|estatutos)\b/i
const below =
  /^(version|adopted|approved|revised|last (?:updated|revised)|as of|draft|stand|fassung|beschlossen|verabschiedet|adopté|approuvé|en vigueur|aprobad|adoptad|versión)/i

/** May the line be a title, or stand below one? */
const mayBeTitle = (lines: readonly string[], at: number): boolean => {
  const text = (lines[at] ?? '').trim()
  return text.length <= 120 && words(text) <= 14 && /^[\p{Lu}\d“"'«„]/u.test(text) && !/[.!?;,:]$/.test(text) && !item.test(lines[at] ?? '')
}

/** Does a heading or a point follow, so that a line between it and the title is neither sentence nor clause? */
function leadsOn(lines: readonly string[], at: number, width: number): boolean {
  const next = lines.findIndex((line, place) => place > at && !blank(line))
  return next >= 0 && (headingAt(lines, next, width) !== undefined || item.test(lines[next] ?? ''))
}

const isFollowed = (rest: readonly string[], width: number): boolean => {
  const next = rest.findIndex((line) => !blank(line))
  return next >= 0 && headingAt(rest, next, width) !== undefined
}

function isTitle(lines: readonly string[], at: number, width: number): Found | undefined {
  const found = headingAt(lines, at, width)
  const text = found?.text ?? (lines[at] ?? '').trim()
  if (!found && !mayBeTitle(lines, at)) return undefined
  const title = found ?? { text, lines: 1 }
  const rest = lines.slice(at + title.lines)
  // Alone it would be all that was pasted.
  if (rest.every(blank)) return undefined
  if (titles.test(text)) return title
  const others = rest.flatMap((_, place) => markedHeading(rest, place)?.level ?? [])
  if (title.level !== undefined && others.length > 0 && others.every((level) => level > (title.level ?? 0))) return title
  // What names a kind of ours is a title where nothing stands between it and the next heading.
  if (kindOfHeading(text) !== undefined) return title.level === undefined && words(text) > 2 && isFollowed(rest, width) ? title : undefined
  return found || leadsOn(lines, at, width) ? title : undefined
}

/**
 * The title of a text, where its first line is one, with what stands below it: a second line, a version, a day.
 * @returns its words, and the line on which the text itself begins
 */
export function readTitle(lines: readonly string[], width: number): { title: string | undefined; from: number } {
  const start = lines.findIndex((line) => !blank(line))
  const found = start < 0 ? undefined : isTitle(lines, start, width)
  if (!found) return { title: undefined, from: Math.max(0, start) }
  const said = [found.text]
  let from = start + found.lines
  for (;;) {
    const next = lines.findIndex((line, place) => place >= from && !blank(line))
    const text = (lines[next] ?? '').trim()
    const more =
      next >= 0 &&
      ((below.test(text) && words(text) <= 12) ||
        (mayBeTitle(lines, next) &&
          marked.exec(lines[next] ?? '') === null &&
          kindOfHeading(text) === undefined &&
          leadsOn(lines, next, width)))
    // The last line of a text is what it says.
    if (!more || lines.slice(next + 1).every(blank)) return { title: said.join(' · '), from }
    said.push(text)
    from = next + 1
  }
}
