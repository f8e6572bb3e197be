import { fatesOf, type Reply, trimReply } from './reply.ts'
import { type Fate, linesOf, replyOf } from './reply-fates.ts'

// How the text of a mail is divided does not change once it has come, and to find it out takes a quarter of the time of a page of its thread.

/** Of the rules by which texts are divided. What was noted by others counts no more (`folds.test.ts` tells when it is to be raised). */
export const foldRules = 6

const letters: Record<Fate, string> = { visible: 'v', quoted: 'q', signature: 's' }
const fates: Record<string, Fate> = { v: 'visible', q: 'quoted', s: 'signature' }
const runs = /(\d{1,9})([vqs])/g

/** How the lines of a text are divided, to be noted beside it: `1 12v30q4s`, or `1` where all of it is its author's. */
export function foldsOf(text: string): string {
  const each = fatesOf(text)
  if (each.every((fate) => fate === 'visible')) return String(foldRules)
  let [noted, from] = [`${foldRules} `, 0]
  for (let at = 1; at <= each.length; at++) {
    if (each[at] === each[from]) continue
    noted += `${at - from}${letters[each[from] as Fate]}`
    from = at
  }
  return noted
}

/**
 * What its author says apart from a copy of what they answer.
 * @returns undefined where all of it is theirs, or where they answer between the lines, which say nothing without the lines
 */
export function saidApart(text: string, noted: string | null): (Reply & { lines: number }) | undefined {
  const reply = folded(text, noted)
  if (!reply) return undefined
  const visible = reply.visible.trim()
  const lines = reply.quoted.trim().split('\n').length
  // A line or two is but the introduction of what is answered between the lines.
  return lines < 3 || !visible || !text.includes(visible) ? undefined : { ...reply, visible, lines }
}

/**
 * A text divided as it was noted; where nothing was noted, by other rules, or of another text, it is looked at anew.
 * @returns undefined where all of it is its author's, by what was noted
 */
export function folded(text: string, noted: string | null): Reply | undefined {
  const [rules, division] = noted?.split(' ', 2) ?? []
  if (rules !== String(foldRules)) return trimReply(text)
  if (division === undefined) return undefined
  const lines = linesOf(text)
  const each: Fate[] = []
  for (const [, count, letter = ''] of division.matchAll(runs))
    for (let n = Number(count); n > 0 && each.length <= lines.length; n--) each.push(fates[letter] as Fate)
  return each.length === lines.length ? replyOf(lines, each) : trimReply(text)
}
