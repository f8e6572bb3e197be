import type { Actor } from './actor.ts'
import type { Gathered } from './gathered.ts'
import type { Db, Tx } from './lib/db/rows.ts'
import type { CommitmentState, RequestStage, Visibility } from './lib/db/schema.ts'
import type { Shown } from './lib/db/shown.ts'
import type { AlikeThing } from './lib/ui/alike.tsx'
import type { Station } from './lib/ui/chain.tsx'
import type { Draft } from './lib/ui/field-parts.tsx'
import type { Locale, Place } from './lib/ui/format.ts'
import type { Decidable } from './signed.ts'
import type { Verdict } from './waiting.ts'

/** What a message has become: a user case, and the requests that it is part of. */
export interface Outcome {
  messageId: number | null
  caseId: number
  caseTitle: string
  /** The reader may open the case itself. */
  mayOpen: boolean
  requestId: number | null
  requestTitle: string | null
  stage: RequestStage | null
  /** The newest that the reader may hear of it from the vendor. */
  said?: string | undefined
}

/** What an institution supports in a group. */
export interface Supported {
  group: string
  /** Of all, more than are named. */
  count: number
  /** Where all stand. */
  href: string
  /** How strong it is and how far each has come, in a word. */
  requests: { title: string; href: string; strength: string; stage: string }[]
}

/** The newest answer of the vendor to a request. */
export interface VendorSaid {
  href: string
  vendor: string
  /** Yes, no or not yet, in a word. */
  answer: string
  reason: string
  at: Date
  /** Whether both sides have signed it, in a word. */
  signed: string
}

/** What the vendor's own portal says of a request; nobody has confirmed it yet as the vendor's answer. */
export interface PortalSaid {
  status: string
  reason: string
  /** YYYY-MM-DD. */
  onDay: string
  link: string
  /** How many stand behind the request. */
  institutions: number
  /** Where the reader may take it as the vendor's answer. */
  changeId?: number
}

/** A meeting to whose agenda something can be brought. */
export interface NextAgenda {
  slug: string
  startsAt: Date
  zone: string
}

/** What was committed to an option that won. */
export interface Committed {
  id: number
  points: number
  year: number
  state: CommitmentState
}

/** An answer that came in with a request of the years before, as it was written. */
export interface OldAnswer {
  requestId: number
  class: string
  reason: string
  release: string
  /** YYYY-MM-DD. */
  on: string
}

/** What somebody decides on the page of a thing, as it could be decided on Today. */
export interface DecidedOnPage extends Verdict {
  actor: Actor
  gathered: Gathered
  what: keyof Decidable & string
  id: number
  /** What it is called where it can be taken back, unless it waits for them and has a title there. */
  title: string
}

/** What lower domains need of one above them: its nameplate offers it, the edges hand it in. */
export interface Offers {
  /** What messages have become, as this person may see it: for the archive. With what its pages show, where that was read for this request. */
  listOutcomes(db: Db, actor: Actor, messageIds: number[], locale: Locale, shown?: Shown): Promise<Outcome[]>
  /** What this person has begun to write in the form of a page. */
  findDraft(db: Db, actor: Actor, place: string): Promise<Draft>
  /** Those of some people whose profile this person may open, by name. */
  listNamed(db: Db, actor: Actor, ids: readonly number[]): Promise<{ id: number; name: string }[]>
  /** Who leads a group, with where mail reaches them; where nobody does, who runs the site. */
  listInCharge(db: Db, groupId: number, at: Date): Promise<{ name: string; email: string }[]>
  /** The stations of a request's way after the request itself. */
  findStations(db: Db, actor: Actor, requestId: number): Promise<Station[]>
  /** Requests that a message is like, for those of a group who collate its requests; none for others. */
  findAlike(db: Db, actor: Actor, groupId: number, message: { title: string; text: string }): Promise<AlikeThing[]>
  /** What an institution supports, by group, as far as this person reads it. */
  listSupported(db: Db, actor: Actor, organisationId: number): Promise<Supported[]>
  /** The next meeting of a group to whose agenda this person may bring a request that these read; undefined where there is none. */
  findAgenda(db: Db, actor: Actor, request: { groupId: number; visibility: Visibility }): Promise<NextAgenda | undefined>
  /** What the vendor has said to a request last, as far as this person may hear of it. */
  findVendorSaid(db: Db, actor: Actor, requestId: number): Promise<VendorSaid | undefined>
  /** What the vendor's portal says of a request last; for its group alone. */
  findPortalSaid(db: Db, actor: Actor, requestId: number): Promise<PortalSaid | undefined>
  /** Cycles in which this person can put a request forward now, as nobody has yet. */
  listWaysForward(db: Db, actor: Actor, request: { id: number; groupId: number }): Promise<{ id: number; title: string }[]>
  /** What was committed from a result, by the option's number, and how many winners this person has still to commit to. */
  findCommitted(db: Db, actor: Actor, ballotId: number): Promise<{ committed: Map<number, Committed>; waiting: number }>
  /** Where the talks of a meeting are that this person may see, by the numbers of their items on its agenda. */
  listTalkPlaces(db: Db, actor: Actor, meetingId: number): Promise<ReadonlyMap<number, string>>
  /** Answers that a group waits for after the day on which they were due. */
  listLateAnswers(db: Db, groupId: number, at: Date): Promise<{ title: string; dueOn: string }[]>
  /** Who may join the lists of a group, in the words of its charter in force: the clauses that say so, with fields as they stand. */
  listJoiningRules(db: Db, groupId: number, place: Place): Promise<{ number: string; text: string }[]>
  /** Decides on a page of its own: in ten minutes, until which it can be taken back, as on Today. Answers false where it is done at once. */
  decideOnPage(tx: Tx, decided: DecidedOnPage): Promise<boolean>
  /** The numbers of what this person decided of a kind and can still take back. */
  listDecidedOf(db: Db, actor: Actor, what: keyof Decidable & string): Promise<ReadonlySet<number>>
  /** Keeps answers that came in with old requests, and gives back those that do not count. */
  keepOldAnswers(tx: Tx, actor: Actor, groupId: number, old: OldAnswer[]): Promise<OldAnswer[]>
}
