import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomInt,
} from 'node:crypto'
import { seal, unseal } from '../../lib/sealed.ts'

const [nonceLength, tagLength, keyLength] = [12, 16, 32]

// X25519 keys travel as 32 raw bytes; these are the fixed beginnings of their DER forms (RFC 8410 §4, §7).
const publicHead = Buffer.from('302a300506032b656e032100', 'hex')
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')

const publicOf = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' })
const privateOf = (raw: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([privateHead, raw]), format: 'der', type: 'pkcs8' })
const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(-keyLength)

/** The key of one round: papers are sealed with its public half, which stands beside the round. */
export interface RoundKey {
  publicKey: Buffer
  /** The private half and the seed of the lot, as they lie in `ballot_key`: under a key from RAPPORT_SECRET. */
  sealed: Buffer
  seed: string
}

export interface OpenedKey {
  privateKey: Buffer
  seed: string
}

/** Draws the key of a round. */
export function makeRoundKey(secret: string): RoundKey {
  const pair = generateKeyPairSync('x25519')
  const privateKey = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-keyLength)
  const seed = randomBytes(16).toString('hex')
  return {
    publicKey: rawPublic(pair.publicKey),
    seed,
    sealed: seal(secret, JSON.stringify({ privateKey: privateKey.toString('base64'), seed })),
  }
}

/** @throws Error when RAPPORT_SECRET is another one than at the opening */
export function openRoundKey(secret: string, sealed: Buffer): OpenedKey {
  const { privateKey, seed } = JSON.parse(unseal(secret, sealed)) as { privateKey: string; seed: string }
  return { privateKey: Buffer.from(privateKey, 'base64'), seed }
}

const contextOf = (voterId: number) => Buffer.from(`rapport ballot 1 voter ${voterId}`)

const sharedKey = (mine: KeyObject, theirs: KeyObject, ephemeral: Buffer, voterId: number): Buffer =>
  Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey: mine, publicKey: theirs }), ephemeral, contextOf(voterId), 32))

// A sealed paper tells by its length how much it says, unless all are as long.
const block = 2_048

/**
 * Seals something of one voter so that only the round's private key opens it (X25519, HKDF, AES-256-GCM); moved to another voter it
 * does not open.
 */
export function sealFor(publicKey: Uint8Array, voterId: number, content: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(content))
  const padded = Buffer.concat([text, Buffer.alloc(block - (text.length % block), 0x20)])
  const pair = generateKeyPairSync('x25519')
  const ephemeral = rawPublic(pair.publicKey)
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', sharedKey(pair.privateKey, publicOf(publicKey), ephemeral, voterId), nonce)
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([ephemeral, nonce, cipher.getAuthTag(), sealed])
}

/** @throws Error when it was sealed for another round or voter, or its bytes were changed */
export function openSealed(key: OpenedKey, voterId: number, bytes: Buffer): unknown {
  const [ephemeral, nonce] = [bytes.subarray(0, keyLength), bytes.subarray(keyLength, keyLength + nonceLength)]
  const [tag, text] = [
    bytes.subarray(keyLength + nonceLength, keyLength + nonceLength + tagLength),
    bytes.subarray(keyLength + nonceLength + tagLength),
  ]
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sharedKey(privateOf(key.privateKey), publicOf(ephemeral), Buffer.from(ephemeral), voterId),
    nonce,
  )
  decipher.setAuthTag(tag)
  return JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8'))
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** A receipt that nobody can guess: 60 bits in twelve letters. */
export const drawReceipt = (): string => Array.from({ length: 12 }, () => letters[randomInt(32)]).join('')

/** The same things in an order that nobody can know (Fisher and Yates). */
export function shuffled<T>(things: readonly T[]): T[] {
  const mixed = [...things]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T]
  }
  return mixed
}
