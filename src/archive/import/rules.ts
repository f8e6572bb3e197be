/** What became of the messages of a mailbox. Their sum is what was found in it. */
export interface Balance {
  imported: number
  /** Imported, though something was wrong with them. */
  repaired: number
  /** In the list already. */
  duplicate: number
  /** No mail, or unreadable: the bytes are kept for a person to look at. */
  quarantined: number
}

/** What did not simply go in. */
export interface Finding {
  offset: number
  length: number
  outcome: 'repaired' | 'duplicate' | 'quarantined'
  /** Kept to be said to whoever reads it. */
  reason: string
}

/** Before the first message. */
export const nothing: Balance = { imported: 0, repaired: 0, duplicate: 0, quarantined: 0 }

/** How many messages a balance speaks of. */
export const found = ({ imported, repaired, duplicate, quarantined }: Balance): number => imported + repaired + duplicate + quarantined

/** Two balances as one. */
export const sumOf = (a: Balance, b: Balance): Balance => ({
  imported: a.imported + b.imported,
  repaired: a.repaired + b.repaired,
  duplicate: a.duplicate + b.duplicate,
  quarantined: a.quarantined + b.quarantined,
})

/** The balance of some messages, given what was remarkable among them. */
export function balanceOf(messages: number, findings: Pick<Finding, 'outcome'>[]): Balance {
  const count = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome).length
  return {
    imported: messages - findings.length,
    repaired: count('repaired'),
    duplicate: count('duplicate'),
    quarantined: count('quarantined'),
  }
}
