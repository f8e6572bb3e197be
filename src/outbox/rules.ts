/** A letter as a domain writes it: plain facts, no headers. */
export interface Letter {
  /** Which notice it is, for the outbox page: `list.confirm-join`. */
  kind: string
  to: { name?: string; email: string }
  personId?: number
  listId?: number
  subject: string
  text: string
  /** Whom it comes from; the site itself when nothing is said. */
  from?: { name: string; email: string }
  replyTo?: string
  headers?: Record<string, string>
  attachments?: { filename: string; type: string; content: Uint8Array }[]
}

/** The domain of an address in lower case: relay limits are kept by it. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()
