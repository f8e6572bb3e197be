import { createHmac, timingSafeEqual } from 'node:crypto'

// RFC 4648 base32 in lower case: local parts of addresses survive mail programs that change case.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

function base32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const letter of text.toLowerCase()) {
    const index = alphabet.indexOf(letter)
    if (index < 0) return undefined
    value = (value << 5) | index
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >>> bits) & 255)
      value &= (1 << bits) - 1
    }
  }
  return Buffer.from(bytes)
}

/** What a token is for. The number goes into the token, so a token of one purpose never opens another. */
const purposes = {
  bounce: 1,
  confirm: 2,
  unsubscribe: 3,
  moderate: 4,
  reply: 5,
  calendar: 6,
  application: 11,
  vouch: 12,
  affiliation: 13,
  address: 14,
  submission: 40,
  submissionItem: 41,
  vendorQuestion: 42,
  correspondence: 15,
  referent: 16,
  workplace: 17,
  opening: 23,
  volunteer: 18,
  follow: 30,
  today: 70,
  ballot: 45,
  invitation: 25,
  command: 26,
  case: 35,
  merge: 36,
  support: 37,
  comment: 38,
  actions: 50,
  agenda: 51,
  talkConsent: 60,
} as const
export type Purpose = keyof typeof purposes

const day = 86_400_000
const macLength = 10
const payloadLength = 9

const macOf = (secret: string, payload: Uint8Array): Buffer =>
  createHmac('sha256', secret).update('rapport token 1').update(payload).digest().subarray(0, macLength)

/**
 * A token for links and reply addresses: purpose, id and last day, sealed with an HMAC of 80 bits; 31 characters of base32.
 * @param id a database id, below 2^40
 * @param until the last day on which it opens (UTC); undefined: for ever
 */
export function sealToken(secret: string, purpose: Purpose, id: number, until?: Date): string {
  const payload = Buffer.alloc(payloadLength)
  payload.writeUInt8(purposes[purpose], 0)
  payload.writeUIntBE(id, 1, 5)
  payload.writeUIntBE(until ? Math.floor(until.getTime() / day) : 0xffffff, 6, 3)
  return base32(Buffer.concat([payload, macOf(secret, payload)]))
}

/** The id in a token; undefined when it is forged, of another purpose, or out of date. */
export function openToken(secret: string, purpose: Purpose, token: string, now: Date): number | undefined {
  const bytes = fromBase32(token)
  if (bytes?.length !== payloadLength + macLength) return undefined
  const payload = bytes.subarray(0, payloadLength)
  if (!timingSafeEqual(bytes.subarray(payloadLength), macOf(secret, payload))) return undefined
  const inTime = payload.readUIntBE(6, 3) >= Math.floor(now.getTime() / day)
  return payload.readUInt8(0) === purposes[purpose] && inTime ? payload.readUIntBE(1, 5) : undefined
}
