/** A subject as far as it survives an archive: without case, blanks and the marks of answers and lists. */
export const plainSubject = (subject: string): string =>
  subject
    .toLowerCase()
    .replaceAll(/\[[^\]]{0,60}\]|\b(?:re|aw|fwd?|sv|antw)\s*:/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
