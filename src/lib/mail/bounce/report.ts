/** Why a mail could not be delivered. Only `address` says that the address itself is dead. */
export type BounceClass = 'address' | 'mailbox' | 'policy' | 'content' | 'transport' | 'unknown'

/** What a report says about one recipient. */
export interface ReportedRecipient {
  /** '' where the report names nobody. */
  address: string
  /** True when the server has given up on this message; false for a delay, a success, a complaint. */
  permanent: boolean
  class: BounceClass
  /** Enhanced status code (RFC 3463); null when the report has none. */
  status: string | null
  /** The server's own words, on one line; '' when it gave none. */
  diagnostic: string
}

/** What a mail reports about the delivery of another one. */
export interface Report {
  kind: 'bounce' | 'delay' | 'complaint' | 'auto-reply' | 'none'
  recipients: ReportedRecipient[]
}
