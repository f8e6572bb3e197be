import type { Station } from '../../lib/ui/chain.tsx'
import type { Draft } from '../../lib/ui/field-parts.tsx'
import type { NextAgenda, PortalSaid, VendorSaid } from '../../offers.ts'
import type { readRecord } from './queries.ts'

/** A request's page: what is read of it, and what belongs to who looks at it. */
export interface RecordProps extends Awaited<ReturnType<typeof readRecord>> {
  signedIn: boolean
  /** Of a comment that is looked at before it is sent, with the files that go with it. */
  preview?: { text: string; upload: string[] }
  /** What its reader has begun to write below it. */
  draft?: Draft
  /** Stations after the request, and what was said by the vendor: of the domains above. */
  stations?: Station[]
  said?: VendorSaid
  /** What the vendor's portal says; the group's own view. */
  portal?: PortalSaid
  /** The meeting to whose agenda its reader may bring it. */
  agenda?: NextAgenda
  /** Cycles in which it can be put forward now. */
  forward?: { id: number; title: string }[]
}

export type SupportShown = NonNullable<RecordProps['support']>
