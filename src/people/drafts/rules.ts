/** So many drafts of one person are kept; the oldest goes first. */
export const mostDrafts = 40

/** Of all fields of a draft together, in characters. */
export const longestDraft = 120_000

/** A draft that nobody goes on with is deleted after so long, in milliseconds. */
export const draftLasts = 60 * 86_400_000

/** What a form says besides what somebody typed. */
const own = new Set(['draft', 'file'])

/**
 * What of a form is kept as a draft: its texts.
 * @returns undefined where nothing was typed, or too much to be kept
 */
export function draftOf(typed: Readonly<Record<string, string | string[]>>): Record<string, string | string[]> | undefined {
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !own.has(name)))
  const length = JSON.stringify(fields).length
  return length > longestDraft || !Object.values(fields).flat().some(Boolean) ? undefined : fields
}
