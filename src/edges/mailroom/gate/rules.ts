import type { Answerable } from '../../../answer.ts'
import type { Proof } from '../../../lib/mail/proof/rules.ts'

/** What is asked of an answer before it means anything. */
interface Kind {
  /**
   * Who may answer: the person it was written to, from any address of theirs that is confirmed or that we write to; or whoever has the
   * very address that it was written to.
   */
  by: 'person' | 'address'
  /** `proven`: it must be proven who wrote. Else it is enough that nothing speaks against it: a domain without DMARC claims nothing. */
  sender: 'proven' | 'not disowned'
  /** What a program writes by itself may answer. */
  automatic?: true
}

/** All that can be answered by mail. Whatever has no line here cannot. */
export const kinds = {
  // Proves an address: only from that address. The letter's link proves it as well, for who sends from another.
  confirm: { by: 'address', sender: 'not disowned' },
  // Written to an address behind which nobody is known yet, so nobody else may accept for it.
  invitation: { by: 'address', sender: 'not disowned' },
  // Whoever has the subscription; a forwarded post or a copy of the answer must not end it.
  unsubscribe: { by: 'person', sender: 'not disowned' },
  // These wait because the member's domain proves nothing; that they have the letter, and write from their address, must be enough.
  command: { by: 'person', sender: 'not disowned' },
  moderate: { by: 'person', sender: 'not disowned' },
  // A calendar program answers by itself (RFC 6047), from the account of who was invited.
  calendar: { by: 'person', sender: 'not disowned', automatic: true },
  agenda: { by: 'person', sender: 'not disowned' },
  actions: { by: 'person', sender: 'not disowned' },
  // An author may be known by the address of an old message alone: then that address answers.
  case: { by: 'person', sender: 'not disowned' },
  merge: { by: 'person', sender: 'not disowned' },
  support: { by: 'person', sender: 'not disowned' },
  comment: { by: 'person', sender: 'not disowned' },
  // A vote counts for good.
  ballot: { by: 'person', sender: 'proven' },
  // Whoever holds the role on the day, not who held it when the mail was passed on.
  correspondence: { by: 'person', sender: 'not disowned' },
  // The vendor's guests of the day, and the group itself.
  submission: { by: 'person', sender: 'not disowned' },
  submissionItem: { by: 'person', sender: 'not disowned' },
  vendorQuestion: { by: 'person', sender: 'not disowned' },
} as const satisfies Record<Answerable, Kind>

export const isAnswerable = (purpose: string): purpose is Answerable => Object.hasOwn(kinds, purpose)

/** May a program's mail answer this? */
export const mayBeAutomatic = (purpose: Answerable): boolean => 'automatic' in kinds[purpose]

/** Why an answer is not taken: somebody else wrote it, or nobody can tell whether it was they. */
export type Refusal = 'not theirs' | 'not proven'

/** Why an answer is not taken; undefined means it is. */
export function whyNotTaken(purpose: Answerable, isTheirs: boolean, proof: Proof): Refusal | undefined {
  if (!isTheirs) return 'not theirs'
  if (proof === 'proven' || (proof === 'nothing claimed' && kinds[purpose].sender !== 'proven')) return undefined
  return 'not proven'
}
