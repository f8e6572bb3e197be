// No \b at the end: a letter with an accent is none to it.
const yes =
  /^(?:yes|i(?: will|(?:'|’)ll)? (?:come|attend)|i(?:'|’)ll be there|attending|accepted?|ja|ich komme|ich nehme teil|nehme teil|zusage|oui|je viens|je participe|participe|sí|si|asistiré|asisto)(?![\p{L}])/iu
const no =
  /^(?:no|not attending|i (?:can(?:no|'|’)t|do not|don(?:'|’)t|won(?:'|’)t|will not) (?:come|attend|make it)|declined?|nein|absage|ich nehme nicht teil|nehme nicht teil|ich komme nicht|non|je ne participe pas|je ne viens pas|no puedo)(?![\p{L}])/iu
const perhaps = /^(?:perhaps|maybe|tentative|vielleicht|peut-être|quizás?|tal vez)(?![\p{L}])/iu

const greeting = /^(?:dear|hello|hi|hey|guten tag|hallo|liebe[rs]?|bonjour|hola|good (?:morning|afternoon|day))\b.{0,60}$/iu

function linesOf(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return greeting.test(lines[0] ?? '') ? lines.slice(1) : lines
}

/**
 * What somebody says to an invitation, in words: yes, no or perhaps at the beginning of the first line.
 * @returns undefined where it is neither
 */
export function readWords(text: string): { partstat: 'accepted' | 'declined' | 'tentative'; comment: string } | undefined {
  const [first = '', ...rest] = linesOf(text)
  const partstat = no.test(first) ? 'declined' : yes.test(first) ? 'accepted' : perhaps.test(first) ? 'tentative' : undefined
  return partstat && { partstat, comment: [first, ...rest].join(' ').slice(0, 1_000) }
}

/** What somebody proposes for the agenda: the first line is its title, the rest a note; undefined where nothing is said. */
export function readProposal(text: string): { title: string; note: string } | undefined {
  const [first, ...rest] = linesOf(text)
  if (first === undefined) return undefined
  const more = first.length > 200 ? [first, ...rest] : rest
  return { title: first.slice(0, 200), note: more.join('\n').slice(0, 5_000) }
}
