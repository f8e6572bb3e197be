/** One mailbox of a header (RFC 5322 §3.4): the display name decoded, the address as written, without angle brackets. */
export interface Mailbox {
  name: string
  address: string
}

/** One part that a reader would save as a file. */
export interface Attachment {
  /** Decoded (RFC 2047, RFC 2231), a path perhaps, as the sender wrote it; '' when the mail names none. */
  filename: string
  /** Lower-case media type, for instance `application/pdf`. */
  type: string
  /** Bytes after decoding. */
  size: number
  /** Lower-case hex of the decoded content. */
  sha256: string
  contentId: string | null
  inline: boolean
  /** It lies in another file: the place of that one among the attachments. */
  within?: number
  content: Uint8Array
}

/** One header field as it stood: name in lower case, value unfolded but not decoded. */
export interface HeaderField {
  name: string
  value: string
}

/** What a message says, for display, threading and decisions. Derived: the raw bytes stay the truth. */
export interface ParsedMessage {
  /** Without angle brackets; null when missing or not usable. */
  messageId: string | null
  from: Mailbox | null
  sender: Mailbox | null
  replyTo: Mailbox[]
  to: Mailbox[]
  cc: Mailbox[]
  subject: string
  /** Null when missing or unreadable. */
  date: Date | null
  /** Message-IDs without angle brackets. */
  inReplyTo: string | null
  references: string[]
  /** The text to read; from the HTML part where there is no text part. No NUL, lines end in \n. */
  text: string
  /** The text as it was written, where what is packed in it or in a file was opened; copies are known by it. */
  written?: string
  /** The HTML part as sent, not sanitised; null when there is none. */
  html: string | null
  attachments: Attachment[]
  headers: HeaderField[]
  /** What was wrong with the mail and how it was read all the same, in plain words. */
  defects: string[]
}
