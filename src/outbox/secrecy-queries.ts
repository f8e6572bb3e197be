import { unsealBytes } from '../lib/sealed.ts'

/** The bytes of a letter as it goes out: only who sends them, or cuts something out of them, may open one. */
export const openLetter = (secret: string, { bytes, sealed }: { bytes: Buffer; sealed: boolean }): Buffer =>
  sealed && bytes.length > 0 ? unsealBytes(secret, bytes) : bytes
