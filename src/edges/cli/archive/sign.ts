import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listBelow } from '../../../imports/site-actions.ts'
import { version } from '../../../lib/db/backup.ts'
import { measured } from '../../../lib/db/backup-file.ts'

export interface ArchiveManifest {
  format: 'rapport-archive'
  version: 1
  rapport: string
  address: string
  createdAt: string
  audience: string
  pages: number
  downloads: number
  /** Links of the journal's chain, with the last: who has the journal can tell that the archive belongs to it. */
  journal: { position: number; hash: string }[]
  files: { name: string; bytes: number; sha256: string }[]
}

/** What is known of an archive before it is signed. */
export type ArchiveFacts = Omit<ArchiveManifest, 'format' | 'version' | 'rapport' | 'files'>

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
const signatureOf = (key: KeyObject, manifest: Uint8Array): string => {
  const sha256 = createHash('sha256').update(manifest).digest('hex')
  const signature = sign(null, manifest, key).toString('base64')
  return `${JSON.stringify({ algorithm: 'Ed25519', sha256, publicKey: publicKeyOf(key), signature }, null, 1)}\n`
}

/** Adds the manifest of all files that lie in a folder, and its signature. */
export async function signFolder(folder: string, secret: string, facts: ArchiveFacts): Promise<ArchiveManifest> {
  const files: ArchiveManifest['files'] = []
  for (const name of await listBelow(folder)) {
    const content = createReadStream(join(folder, name)) as AsyncIterable<Uint8Array>
    for await (const _ of measured(name, content, ({ bytes, sha256 }) => files.push({ name, bytes, sha256 })));
  }
  const manifest: ArchiveManifest = { format: 'rapport-archive', version: 1, rapport: version(), ...facts, files }
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  await writeFile(join(folder, 'manifest.json'), bytes)
  await writeFile(join(folder, 'manifest.sig'), signatureOf(archiveKey(secret), bytes))
  return manifest
}
