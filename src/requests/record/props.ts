import type { Draft } from '../../lib/ui/form.tsx'
import type { Refused } from '../../lib/ui/forms.ts'
import type { Mentions } from '../../lib/ui/markdown.ts'
import type { Station } from '../../lib/ui/parts.tsx'
import type { Pickable } from '../../lib/ui/picker.tsx'
import type { PortalSaid, VendorSaid } from '../../offers.ts'
import type { listCasesOf } from '../cases/queries.ts'
import type { listComments } from '../comments-queries.ts'
import type {
  listAffected,
  listCaseNumbers,
  listLinks,
  listMerged,
  listPast,
  listRequestChoices,
  Request,
  RequestGroup,
} from '../core/queries.ts'
import type { listProposalsOf } from '../merging-queries.ts'
import type { listMoves } from '../moving-queries.ts'
import type { listNotes } from '../notes-queries.ts'
import type { SimilarRequest } from '../similar-queries.ts'
import type { SupportShown } from './support-section.tsx'

export type Cases = Awaited<ReturnType<typeof listCasesOf>>

export interface RecordProps {
  request: Request
  group: RequestGroup
  cases: Cases
  /** All that stand behind it, shown or not. */
  counted: { cases: number; institutions: number }
  links: Awaited<ReturnType<typeof listLinks>>
  merged: Awaited<ReturnType<typeof listMerged>>
  proposals: Awaited<ReturnType<typeof listProposalsOf>>
  numbers: Awaited<ReturnType<typeof listCaseNumbers>>
  affected: Awaited<ReturnType<typeof listAffected>>
  past: Awaited<ReturnType<typeof listPast>>
  comments: Awaited<ReturnType<typeof listComments>>
  /** Is there another group that it could go to? */
  movable: boolean
  moves: Awaited<ReturnType<typeof listMoves>>
  files: { id: number; name: string; type: string; size: number; commentId: number | null }[]
  /** What its texts name and this person may open. */
  mentions: Mentions
  reader: number | null
  now: Date
  /** Of a comment that is looked at before it is sent, with the files that go with it. */
  preview?: { text: string; upload: string[] } | undefined
  /** What its reader has begun to write below it. */
  draft?: Draft | undefined
  /** Absent for who may not see it. */
  support?: SupportShown
  notes?: Awaited<ReturnType<typeof listNotes>>
  similar?: SimilarRequest[]
  choices?: Awaited<ReturnType<typeof listRequestChoices>>
  /** For linking it. */
  picks?: Pickable[]
  following: boolean
  signedIn: boolean
  /** Stations after the request, and what was said by the vendor: of the domains above. */
  stations?: Station[]
  said?: VendorSaid | undefined
  /** What the vendor's portal says; the group's own view. */
  portal?: PortalSaid | undefined
  refused?: { form: string; refused: Refused }
}
