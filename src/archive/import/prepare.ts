import { createHash } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { type Digest, digest } from '../../lib/mail/digest.ts'
import type { MboxEntry } from '../../lib/mail/mbox.ts'
import { readMessage } from '../../lib/mail/parse.ts'
import { repairPipermail } from '../../lib/mail/pipermail.ts'
import { plausibleDate } from '../../lib/mail/plausible-date.ts'
import type { RawMail } from '../core/actions.ts'
import type { ImportFault } from './faults-rules.ts'

/** One entry of a mailbox, as it goes through an import. */
export type Entry = Pick<MboxEntry, 'kind' | 'offset' | 'length' | 'envelopeLine' | 'raw' | 'repairs'> & {
  /** Of header lines that are no ASCII and name none. */
  charset?: string
}

/** A mail that is read and packed, ready to be stored. */
export interface ReadMail {
  offset: number
  length: number
  digest: Digest
  raw: RawMail
  /** When it was written, as far as that can be known. */
  sentAt: Date | null
  repairs: ImportFault[]
  /** Its words for the search, if they are made already. */
  vector?: string
}

/** What is for a person to look at. */
export interface Unreadable {
  offset: number
  length: number
  raw: RawMail
  unreadable: ImportFault[]
}

export type Prepared = ReadMail | Unreadable

/** Bytes as they are kept. */
export const pack = (raw: Uint8Array): RawMail => ({
  sha256: createHash('sha256').update(raw).digest(),
  size: raw.length,
  bytes: zstdCompressSync(raw),
})

const strange = { stray: 'noMail', oversized: 'tooLarge' } as const

/** Reads, dates and packs one entry; what throws becomes unreadable, with the reason. */
export function prepare({ kind, offset, length, envelopeLine, raw, repairs, charset }: Entry, now: Date): Prepared {
  const place = { offset, length, raw: pack(raw) }
  if (kind !== 'message') return { ...place, unreadable: [{ fault: strange[kind] }, ...repairs] }
  try {
    // The archive of pipermail spoiled the addresses in the header; the bytes stay as they are.
    const mended = repairPipermail(raw)
    const message = readMessage(mended.raw, {}, charset)
    const received = message.headers.filter(({ name }) => name === 'received').map(({ value }) => value)
    const { date, repair } = plausibleDate(message.date, envelopeLine, received, now)
    return {
      ...place,
      digest: { ...digest(message, raw), size: raw.length },
      sentAt: date,
      repairs: [...repairs, ...mended.repairs, ...(repair ? [repair] : [])],
    }
  } catch (error) {
    return { ...place, unreadable: [{ fault: 'unreadable', why: (error as Error).message }] }
  }
}
