// Line breaks, NUL and the other control characters: with them a name or a subject would end its header field and begin another one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const breaking = /[ \u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
// Embeddings, overrides and isolates turn round what stands after them. The marks that names of right-to-left scripts need stay.
const turning = /[\u202a-\u202e\u2066-\u2069]/g
// Fillers of Hangul and Braille are letters that show nothing.
const fillers = /[\u115f\u1160\u2800\u3164\uffa0]/g
const visible = /[^\p{Z}\p{C}\p{Mn}]/u

/** A text without what ends a line: breaks, tabs and control characters become a blank, what turns the text around it is taken out. */
export const folded = (text: string): string =>
  text
    .toWellFormed()
    .replace(breaking, (run) => (/^ +$/.test(run) ? run : ' '))
    .replace(turning, '')

/** Is there anything in a text that a reader can see? */
export const showsSomething = (text: string): boolean => visible.test(text.replace(fillers, ''))

/** A text as one line without blanks around it. What shows nothing at all is nothing. */
export function oneLine(text: string): string {
  const line = folded(text).trim()
  return showsSomething(line) ? line : ''
}

// No line of a header may be longer than 998 octets (RFC 5322 §2.1.1), and nobody reads a name or a subject of this length.
export const longestName = 200
export const longestSubject = 500
/** RFC 5321 §4.5.3.1: 64 octets, the @, and 255. */
export const longestAddress = 320

/** The beginning of a line, where it is longer than this; no character is cut in two. */
export function clipped(line: string, longest: number): string {
  if (line.length <= longest) return line
  const beginning = line.slice(0, longest - 1)
  return `${beginning.isWellFormed() ? beginning : beginning.slice(0, -1)}…`
}
