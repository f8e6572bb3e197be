import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'

// PKCS #8 of an Ed25519 key, before its 32 bytes; and SPKI before those of the public one.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = 12

/** The key that a site signs its archives with: from its secret, so that it is kept wherever that is kept. */
export const archiveKey = (secret: string): KeyObject => {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'rapport archive 1', 32))
  return createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })
}

/** Its public part, in base64: 32 bytes. */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead).toString('base64')

/** The signature of a manifest, as it lies beside it. */
export const signatureOf = (key: KeyObject, manifest: Uint8Array): string =>
  `${JSON.stringify(
    {
      algorithm: 'Ed25519',
      sha256: createHash('sha256').update(manifest).digest('hex'),
      publicKey: publicKeyOf(key),
      signature: sign(null, manifest, key).toString('base64'),
    },
    null,
    1,
  )}\n`
