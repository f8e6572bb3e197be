import { readBounce } from '../../lib/mail/bounce.ts'
import { readMessage } from '../../lib/mail/parse.ts'

/** `rapport inspect bounce FILE`: what a mail reports about a delivery. */
export const inspectBounce = (raw: Uint8Array) => readBounce(readMessage(raw), raw)
