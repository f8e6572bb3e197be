// The texts that forms and programs send. Each is of one of these two kinds, and bounded; a test walks all of them.
import * as z from 'zod'
import { oneLine } from '../mail/one-line.ts'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'texts')

/** Several lines as a person meant them: line ends are LF, no blanks around them, no characters that PostgreSQL cannot keep. */
export const severalLines = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()

/**
 * A text of one line: a name, a title, a place, an address. What somebody pastes over several lines, or with control characters in it,
 * is folded into one; what would turn the text around it is taken out; what shows nothing is nothing.
 */
export const line = (longest: number) => z.string().overwrite(oneLine).max(longest)

/** A text of several lines. */
export const lines = (longest: number) => z.string().overwrite(severalLines).max(longest)

/** The part of an address by which a thing is called: lower-case letters, digits and hyphens. */
export const shortName = (longest = 40) =>
  z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, { error: () => t.shortName })
    .max(longest)

/** A mail address that a header and an envelope can carry. */
export const mailAddress = () =>
  line(254).regex(/^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,253}$/u, { error: () => t.address })
