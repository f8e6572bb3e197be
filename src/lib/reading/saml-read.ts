import { type Institution, type Metadata, Untrusted } from '../identity/statement.ts'
import { callBounded } from './bounded.ts'
import { readingLimits } from './limits.ts'
import { directoryIn, metadataIn } from './saml-metadata.ts'

const { size, time: milliseconds, memory } = readingLimits.metadata
/** Below it, the memory of any other worker is enough. */
const small = 2 * 1024 * 1024

const module = new URL(import.meta.url.replace(/read\.([jt]s)$/, 'metadata.$1')).href
const how = { module, refusal: Untrusted, milliseconds }

function fitting(bytes: Uint8Array): void {
  if (bytes.length > size) throw new Untrusted('The metadata is too long.')
}

/**
 * Reads metadata of a federation, signed by one of the certificates, in a worker with bounded time and memory.
 * @param now until when it must be valid at least
 * @throws Untrusted for what is not signed, signed by another, changed, expired or no metadata
 */
export async function readMetadata(bytes: Uint8Array, certificates: string[], now: Date): Promise<Metadata> {
  fitting(bytes)
  const megabytes = bytes.length > small ? { megabytes: memory / 1024 ** 2 } : {}
  return callBounded({ ...how, ...megabytes, reader: metadataIn.name, given: [bytes, certificates, now.toISOString()] })
}

/**
 * Reads the list of institutions of an MDQ server in JSON, as Shibboleth and pyFF write it.
 * @throws Untrusted for what is none
 */
export async function readDirectory(bytes: Uint8Array): Promise<Institution[]> {
  fitting(bytes)
  return callBounded({ ...how, reader: directoryIn.name, given: [bytes] })
}
