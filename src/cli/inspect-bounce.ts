import { readBounce } from '../mail/bounce.ts'
import { readMessage } from '../mail/parse.ts'

/** `rapport inspect bounce FILE`: what a mail reports about a delivery. */
export function inspectBounce(raw: Uint8Array) {
  return readBounce(readMessage(raw), raw)
}
