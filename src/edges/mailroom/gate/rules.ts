import type { Answering } from '../../../answer.ts'
import type { Proof } from '../../../lib/mail/proof-rules.ts'

/** Why an answer is not taken: somebody else wrote it, or nobody can tell whether it was they. */
export type Refusal = 'not theirs' | 'not proven'

/** How a mail came to the gate. */
interface Came {
  proof: Proof
  /** It does not come from somebody who got a copy of what they wrote to another address. */
  meantForHere: boolean
}

/** Why an answer is not taken; undefined means it is. */
export function whyNotTaken({ sender }: Pick<Answering, 'sender'>, isTheirs: boolean, { proof, meantForHere }: Came): Refusal | undefined {
  if (!isTheirs) return 'not theirs'
  if (proof === 'proven' && !meantForHere) return 'not proven'
  if (proof === 'proven' || (proof === 'nothing claimed' && sender !== 'proven')) return undefined
  return 'not proven'
}
