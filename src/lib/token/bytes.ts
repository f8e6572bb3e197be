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
    }
  }
  return Buffer.from(bytes)
}

/** What a token is for. The number goes into the token, so a token of one purpose never opens another. All are below 128. */
const purposes = {
  bounce: 1,
  confirm: 2,
  unsubscribe: 3,
  moderate: 4,
  reply: 5,
  calendar: 6,
  application: 11,
  applicant: 19,
  vouch: 12,
  affiliation: 13,
  address: 14,
  submission: 40,
  submissionItem: 41,
  vendorQuestion: 42,
  signing: 43,
  correspondence: 15,
  referent: 16,
  workplace: 17,
  opening: 23,
  volunteer: 18,
  follow: 30,
  today: 70,
  week: 71,
  undo: 72,
  letters: 73,
  telling: 74,
  ballot: 45,
  invitation: 25,
  command: 26,
  case: 35,
  merge: 36,
  support: 37,
  comment: 38,
  sameHere: 39,
  actions: 50,
  agenda: 51,
  minutes: 54,
  poll: 52,
  series: 53,
  talkConsent: 60,
} as const
export type Purpose = keyof typeof purposes

const day = 86_400_000
const macLength = 10
const payloadLength = 9

const macOf = (secret: string, payload: Uint8Array): Buffer =>
  createHmac('sha256', secret).update('rapport token 1').update(payload).digest().subarray(0, macLength)

// The eighth bit of the purpose: a token that stands in a reply address.
const byMail = 0x80

/** What stands in a token. */
interface Sealed {
  purpose: Purpose
  /** A database id, below 2^40. */
  id: number
  /** The last day on which it opens (UTC); undefined: for ever. */
  until?: Date
  /** Where it stands: in a link, or in a reply address, which everybody learns who gets a copy of the answer. */
  door: 'link' | 'mail'
}

/** Seals with an HMAC of 80 bits; 31 characters of base32. */
export function pack(secret: string, { purpose, id, until, door }: Sealed): string {
  const payload = Buffer.alloc(payloadLength)
  payload.writeUInt8(purposes[purpose] | (door === 'mail' ? byMail : 0), 0)
  payload.writeUIntBE(id, 1, 5)
  payload.writeUIntBE(until ? Math.floor(until.getTime() / day) : 0xffffff, 6, 3)
  return base32(Buffer.concat([payload, macOf(secret, payload)]))
}

const named = new Map<number, Purpose>(Object.entries(purposes).map(([name, number]) => [number, name as Purpose]))

/** What is in a token; undefined when it is forged or out of date. */
export function unpack(secret: string, token: string, now: Date): Omit<Sealed, 'until'> | undefined {
  const bytes = fromBase32(token)
  if (bytes?.length !== payloadLength + macLength) return undefined
  const payload = bytes.subarray(0, payloadLength)
  if (!timingSafeEqual(bytes.subarray(payloadLength), macOf(secret, payload))) return undefined
  const purpose = named.get(payload.readUInt8(0) & ~byMail)
  if (purpose === undefined || payload.readUIntBE(6, 3) < Math.floor(now.getTime() / day)) return undefined
  return { purpose, id: payload.readUIntBE(1, 5), door: payload.readUInt8(0) & byMail ? 'mail' : 'link' }
}
