import { foldSpaced, isUnspaced } from './cut-rules.ts'

// Of longer words the beginning says enough.
const longestKeyed = 12
const [shortest, longest] = [3, 32]

/** The words of a text that somebody may have meant: of letters alone, folded. */
export function vocabularyOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const [found] of text.normalize('NFC').matchAll(/[\p{L}\p{M}]+/gu)) {
    if (found.length < shortest || found.length > longest || isUnspaced(found)) continue
    words.add(foldSpaced(found))
  }
  return words
}

const numberOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** What a word shares with those that differ from it by a slip: itself and itself without each letter, letters that are doubled once. */
export function keysOf(word: string): number[] {
  const once = word.replaceAll(/(.)\1+/gu, '$1').slice(0, longestKeyed)
  const keys = new Set([numberOf(once)])
  for (let at = 0; at < once.length; at++) keys.add(numberOf(once.slice(0, at) + once.slice(at + 1)))
  return [...keys]
}

/** The edits up to one pair of letters, from those up to the pairs before it. */
function editsAt(a: string, b: string, i: number, j: number, [before, last, row]: [number[], number[], number[]]): number {
  const same = a[i - 1] === b[j - 1] ? 0 : 1
  const edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
  const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return exchanged ? Math.min(edits, (before[j - 2] ?? 0) + 1) : edits
}

/** How many letters are put, left out, changed or exchanged between two words; more than `most` is not counted further. */
export function editsBetween(a: string, b: string, most = 2): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(editsAt(a, b, i, j, [before, last, row]))
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

/** How many slips a word of this length may have; a short one is soon another word. */
const slipsOf = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2)

/** The one name that a word may be a slip of; none where two are as near. */
export function slipOf(word: string, names: readonly string[]): string | undefined {
  const most = slipsOf(word.length)
  const near = names
    .map((name) => ({ name, edits: editsBetween(word, name, most) }))
    .filter(({ edits }) => edits <= most)
    .toSorted((a, b) => a.edits - b.edits)
  return near[0]?.edits === near[1]?.edits ? undefined : near[0]?.name
}

/** How many letters two words begin with alike. */
function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

/** The words that one nobody wrote may be a slip of: the nearest first, and those that differ from it only towards their end. */
export function nearest(word: string, candidates: Iterable<string>): { word: string; edits: number }[] {
  const most = slipsOf(word.length)
  return [...candidates]
    .flatMap((candidate) => {
      const edits = editsBetween(word, candidate, most)
      // With two slips the beginning at least is right.
      return edits > 0 && edits <= most && (edits === 1 || candidate[0] === word[0]) ? [{ word: candidate, edits }] : []
    })
    .toSorted((a, b) => a.edits - b.edits || sharedStart(b.word, word) - sharedStart(a.word, word))
}

// What joins the parts of German, Dutch, Danish, Norwegian and Swedish compounds.
const joints = ['', 's', 'es', 'n', 'en', 'e', 'er', 'ens']

/** All that a word may be made of: two words, as they are or with a joint. */
export function partsOf(word: string): [string, string][] {
  const parts: [string, string][] = []
  for (let at = 3; at <= word.length - 3; at++)
    for (const joint of joints) {
      const first = word.slice(0, at)
      if (word.startsWith(joint, at) && word.length - at - joint.length >= 3) parts.push([first, word.slice(at + joint.length)])
    }
  return parts
}
