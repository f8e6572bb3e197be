/** The page with all of one's drafts. */
export const draftsPath = '/me/drafts'

/** So many drafts of one person are kept; the oldest goes first. */
export const mostDrafts = 40

/** Of all fields of a draft together, in characters: more than any form with a draft takes. */
export const longestDraft = 200_000

/** Of a text that is shown as it will look, in characters: more than any field of a form takes. */
export const longestPreview = 120_000

/** A draft that nobody goes on with is deleted after so long, in milliseconds. */
export const draftLasts = 60 * 86_400_000

/** What a form says besides what somebody typed. */
const own = new Set(['draft', 'file'])

/**
 * What of a form is kept as a draft: its texts, counted as the form counts them.
 * @returns undefined where nothing was typed, or too much to be kept
 */
export function draftOf(typed: Readonly<Record<string, string | string[]>>): Record<string, string | string[]> | undefined {
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !own.has(name)))
  const length = Object.entries(fields)
    .flat(2)
    .reduce((sum, text) => sum + text.replaceAll('\r\n', '\n').length, 0)
  return length > longestDraft || !Object.values(fields).flat().some(Boolean) ? undefined : fields
}
