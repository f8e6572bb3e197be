const literal = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** The pattern of LIKE for what contains a text, which is taken literally; in lower case, for `lower(column) like` and for `ilike`. */
export const containing = (text: string): string => `%${literal(text.toLowerCase())}%`

/** The pattern of LIKE for what begins with a text, which is taken literally and as it is written. */
export const beginningWith = (text: string): string => `${literal(text)}%`
