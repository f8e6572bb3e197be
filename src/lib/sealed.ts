import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'rapport sealed 1', 32))

const nonceLength = 12
const tagLength = 16

/** Encrypts what must not be readable in the database or a copy of it (AES-256-GCM under a key from RAPPORT_SECRET). */
export function sealBytes(secret: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/**
 * Opens what was sealed.
 * @throws Error when the secret is another one or the bytes were changed
 */
export function unsealBytes(secret: string, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, nonceLength))
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()])
}

/** Encrypts a text, as `sealBytes` does. */
export const seal = (secret: string, text: string): Buffer => sealBytes(secret, Buffer.from(text, 'utf8'))

/**
 * Opens a sealed text.
 * @throws Error when the secret is another one or the bytes were changed
 */
export const unseal = (secret: string, bytes: Buffer): string => unsealBytes(secret, bytes).toString('utf8')

/** Opens a sealed text; undefined where it was sealed with another secret, which a site may be given. */
export function tryUnseal(secret: string, bytes: Buffer): string | undefined {
  try {
    return unseal(secret, bytes)
  } catch {
    return undefined
  }
}
