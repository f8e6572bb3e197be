import type { Actor } from './actor.ts'
import type { Tx } from './lib/db/rows.ts'
import type { DB } from './lib/db/schema.ts'

/** Who speaks for an institution in a user group, and for which days. */
export interface Referent {
  personId: number
  communityId: number
  organisationId: number
  standIn: boolean
  fromOn: string
  toOn: string | null
}

/**
 * What a domain does when something happens in one below it, in the same transaction. The nameplates offer it, and the edge hands it in:
 * the lower domain writes its own tables and knows nobody above it.
 */
export interface Consequences {
  /** Somebody has left an institution: what they were there for it ends. */
  workplaceLeft?(tx: Tx, actor: Actor & { personId: number }, organisationId: number, on: string): Promise<unknown>
  /** Somebody's lists come to another of their addresses. */
  listsMoved?(tx: Tx, actor: Actor & { personId: number }, addressId: number): Promise<unknown>
  /** An institution has named who speaks for it. */
  referentNamed?(tx: Tx, actor: Actor, referent: Referent): Promise<unknown>
  /** Who speaks for an institution does so until a day. */
  referentEnded?(tx: Tx, actor: Actor, id: number, toOn: string): Promise<unknown>
  /** A person is erased: what is theirs alone goes. */
  personErased?(tx: Tx, personId: number, at: Date): Promise<unknown>
  /** These requests go as if they had never come. */
  requestsGone?(tx: Tx, ids: readonly number[]): Promise<unknown>
  /** These requests go to another group: whoever has promised, sent or put something to the vote for the one that they are with refuses. */
  requestsMove?(tx: Tx, actor: Actor, ids: readonly number[], to: number): Promise<unknown>
  /** News of a product area are another's from now on: all of them, or these. Says which moved. */
  areaMoved?(tx: Tx, from: number, to: number, only?: readonly number[]): Promise<number[]>
  /** The work of a group goes on in another: what is the group's moves there. What it decided and wrote as itself stays with it, to be read. */
  groupMerged?(tx: Tx, from: number, to: number): Promise<unknown>
}

/** Tables whose rows say by `person_id` whose they are. */
type OfPerson = { [Table in keyof DB]: 'personId' extends keyof DB[Table] ? Table : never }[keyof DB]

/** Deletes what is one person's alone, in this order, where some point to others. */
export async function forgetRows(tx: Tx, personId: number, tables: readonly OfPerson[]): Promise<void> {
  // Each of them has the column; one of them stands for all where types are concerned.
  for (const table of tables as readonly 'device'[]) await tx.deleteFrom(table).where('personId', '=', personId).execute()
}

/** Tables whose rows say by `group_id` whose they are. */
type OfGroup = { [Table in keyof DB]: 'groupId' extends keyof DB[Table] ? Table : never }[keyof DB]

/** What is a group's is another's from now on, in this order. */
export async function moveRows(tx: Tx, from: number, to: number, tables: readonly OfGroup[]): Promise<void> {
  for (const table of tables as readonly 'document'[])
    await tx.updateTable(table).set({ groupId: to }).where('groupId', '=', from).execute()
}

/** Tells every domain that has something to do of what happened. */
export async function follow<What extends keyof Consequences>(
  all: readonly Consequences[],
  what: What,
  ...said: Parameters<NonNullable<Consequences[What]>>
): Promise<void> {
  for (const one of all) await (one[what] as ((...said: unknown[]) => Promise<unknown>) | undefined)?.(...said)
}
