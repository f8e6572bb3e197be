import { mayBeFound } from '../archive/rules.ts'

/** A file of a letter, as it stands beside it. */
export interface LetterFile {
  name: string
  /** Its place among the attachments of the mail. */
  position: number
  /** The hash of its content in hexadecimal, where its words are found. */
  sha256?: string
}

/** The files of a mail, without those that its text shows. */
export const letterFiles = (attachments: { filename: string; type: string; sha256: string | Buffer; inline: boolean }[]): LetterFile[] =>
  attachments.flatMap((file, position) =>
    file.inline
      ? []
      : [{ name: file.filename.replaceAll('\0', ''), position, ...(mayBeFound(file) ? { sha256: file.sha256.toString('hex') } : {}) }],
  )
