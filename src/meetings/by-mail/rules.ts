const yes = /^(?:yes|i (?:will )?come|i(?:'|’)ll be there|accepted?|ja|ich komme|zusage|oui|je viens|sí|si|asistiré)\b/iu
const no = /^(?:no|i (?:can(?:no|'|’)t|do not|don(?:'|’)t) (?:come|make it)|declined?|nein|absage|non|no puedo)(?![\p{L}])/iu
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
  const partstat = yes.test(first) ? 'accepted' : no.test(first) ? 'declined' : perhaps.test(first) ? 'tentative' : undefined
  return partstat && { partstat, comment: [first, ...rest].join(' ').slice(0, 1_000) }
}

/** What somebody proposes for the agenda: the first line is its title, the rest a note; undefined where nothing is said. */
export function readProposal(text: string): { title: string; note: string } | undefined {
  const [first, ...rest] = linesOf(text)
  if (first === undefined) return undefined
  const more = first.length > 200 ? [first, ...rest] : rest
  return { title: first.slice(0, 200), note: more.join('\n').slice(0, 5_000) }
}
