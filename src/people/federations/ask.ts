import { Untrusted } from '../../lib/identity/statement.ts'
import type { Outward } from '../../lib/outward.ts'
import { NotRead, readOutward } from '../../lib/outward-read.ts'
import { readingLimits } from '../../lib/reading/limits.ts'
import { readDirectory, readMetadata } from '../../lib/reading/saml-read.ts'
import type { ListReading } from './actions.ts'
import { entityAddress, type FederationKind, isDirectory, listAddress } from './rules.ts'

/** As much of a federation as is needed to read its list. */
interface Listed {
  kind: FederationKind
  address: string
  directory: string
  certificates: string[]
  etag: string
  modified: string
}

/** Reads the list of a federation's institutions; undefined where it is as it was. */
export async function readList(federation: Listed, now: Date, outward: Outward): Promise<ListReading> {
  try {
    const bounds = { most: readingLimits.metadata.size, now, milliseconds: readingLimits.metadata.time }
    const fetched = await readOutward(listAddress(federation), federation, bounds, outward)
    if (!fetched.fresh) return undefined
    const { body, etag, modified } = fetched
    // Whoever is not signed for is only called something: that is not enough where no server says more of each.
    if (federation.kind === 'mdq' && isDirectory(body))
      return { etag, modified, cacheFor: undefined, institutions: await readDirectory(body), signed: undefined }
    const signed = await readMetadata(body, federation.certificates, now)
    return { etag, modified, cacheFor: signed.cacheFor, institutions: signed.institutions, signed }
  } catch (error) {
    if (error instanceof NotRead || error instanceof Untrusted) return { problem: error.message }
    throw error
  }
}

const patience = 10_000
const most = 1024 * 1024

/**
 * Asks an MDQ server for one institution.
 * @throws NotRead when it does not answer, `gone` where it knows it no longer; Untrusted when what it says is not signed as it must be or is of another
 */
export async function readInstitution(
  { address, signers, entityId }: { address: string; signers: string[]; entityId: string },
  now: Date,
  outward: Outward,
) {
  const fetched = await readOutward(
    entityAddress(address, entityId),
    { etag: '', modified: '' },
    { most, now, milliseconds: patience },
    outward,
  )
  if (!fetched.fresh) throw new Untrusted('The server said that nothing changed, of what it was not asked.')
  const metadata = await readMetadata(fetched.body, signers, now)
  const institution = metadata.institutions.find((one) => one.entityId === entityId)
  if (!institution) throw new Untrusted('The metadata is of another institution.')
  return { institution, validUntil: metadata.validUntil }
}
