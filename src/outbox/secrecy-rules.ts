// Tokens of links and reply addresses are the only words of this shape (src/lib/token): 19 bytes in base32.
const token = /(?<![a-z0-9])[a-z2-7]{31}(?![a-z0-9])/i
const tokens = new RegExp(token, 'gi')
// A line break of quoted-printable may stand within a token.
const softBreaks = /=\r?\n/g
const codes = /((?:[?&]|&amp;)code=(?:3D)?)[\w-]+/g

/** Does a text carry a token? */
export const holdsToken = (text: string): boolean => token.test(text) || token.test(text.replaceAll(softBreaks, ''))

/** A text without its tokens and codes: what mail servers answer, and what is shown of mails of others, may repeat them. */
export const withoutTokens = (text: string): string => text.replaceAll(tokens, '…').replaceAll(codes, '$1…')

/** Is a letter its reader's alone? A token makes it so, whatever it says of itself. */
export const isSecret = ({ plain = false }: { plain?: boolean }, parts: Iterable<string>): boolean => !plain || [...parts].some(holdsToken)

const hour = 3_600_000
// What waits longer than this has no relay, and answers nothing any more.
const longest = 30 * 24 * hour

/** Until when a secret letter may wait for the relay; afterwards its bytes go. A code is good for an hour. */
export const expiryOf = (kind: string, at: Date): Date => new Date(at.getTime() + (kind === 'people.sign-in' ? hour : longest))
