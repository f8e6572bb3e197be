import { RE2JS } from 're2js'

// Longer than anybody writes by hand; the text that is looked at is bounded as well.
const longestPattern = 300
const longestText = 20_000
// What repetitions of repetitions grow to; a thousand of a thousand would be a machine of a million states.
const mostRepeated = 10_000

const known = new Map<string, RE2JS | undefined>()
const remembered = 500

function compile(pattern: string): RE2JS | undefined {
  if (known.has(pattern)) return known.get(pattern)
  let compiled: RE2JS | undefined
  try {
    compiled = whyTooLong(pattern) ? undefined : RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
  } catch {
    compiled = undefined
  }
  if (known.size >= remembered) known.delete(known.keys().next().value as string)
  known.set(pattern, compiled)
  return compiled
}

/** What is wrong with a pattern; a reason is in the words of the engine. */
export type PatternProblem = { why: 'empty' | 'repeated' } | { why: 'long'; most: number } | { why: 'invalid'; reason: string }

function whyTooLong(pattern: string): PatternProblem | undefined {
  if (pattern.length > longestPattern) return { why: 'long', most: longestPattern }
  let states = 1
  for (const [, from = '1', to = ''] of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) states *= Math.max(1, Number(from), Number(to))
  if (states > mostRepeated) return { why: 'repeated' }
}

/**
 * Why this is no pattern that can be used; undefined means it is one. Patterns are those of RE2: they take time
 * linear to the text, whatever the text is, so that no pattern holds up the mail. Look-around and back-references are not among them.
 */
export function whyNotPattern(pattern: string): PatternProblem | undefined {
  if (pattern.trim() === '') return { why: 'empty' }
  const long = whyTooLong(pattern)
  if (long) return long
  try {
    RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    return { why: 'invalid', reason: (error as Error).message.replace(/^error parsing regexp: /, '').replace('(?i)', '') }
  }
}

/** Whether a pattern is found anywhere in a text (its first 20,000 characters), upper and lower case alike. What is no pattern finds nothing. */
export const matchesPattern = (pattern: string, text: string): boolean =>
  compile(pattern)?.matcher(text.slice(0, longestText)).find() ?? false
