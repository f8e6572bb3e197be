/**
 * How far a message is read. What lies beyond is not lost, since the raw bytes are kept: the view of the
 * message ends there, and a defect says so.
 */
export interface Limits {
  /** Bytes of the whole message. */
  bytes: number
  /** Bytes of header fields, of all parts together. */
  headerBytes: number
  /** Multiparts inside multiparts. */
  depth: number
  /** Parts of any kind. */
  parts: number
  /** Bytes of text to show, of all text parts together. */
  textBytes: number
  /** Bytes of HTML that are made into text where a mail has no other. */
  htmlBytes: number
}

/** Wide enough for any mail a person wrote, narrow enough that the worst one costs well under a second. */
export const defaultLimits: Limits = {
  bytes: 64 << 20,
  headerBytes: 512 << 10,
  depth: 50,
  parts: 1_000,
  textBytes: 4 << 20,
  htmlBytes: 512 << 10,
}

/** How far a mailbox is read. `unpacked` is of a gzip file: bytes that unpack to more are no mail. `head` is looked at for a first mail, `file` of one in a Maildir. */
export const mailboxLimits = { unpacked: 20 * 1024 ** 3, head: 16 << 20, file: 128 << 20 }
