import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../lib/db/rows.ts'

/** Where a message stood before. */
export interface OldAddress {
  /** `2016-May/000123`, or HyperKitty's hash. */
  path: string
  messageId: string
}

/**
 * Keeps where messages of a list stood before, those that the list has.
 * @returns how many of these addresses lead to a message now
 */
export async function keepOldAddresses(tx: Tx, list: { id: number }, oldList: string, addresses: OldAddress[]): Promise<number> {
  if (addresses.length === 0) return 0
  const column = (pick: (address: OldAddress) => string) => addresses.map(pick)
  await sql`insert into old_address (old_list, path, list_id, message_id)
    select distinct on (o.path) ${oldList}, o.path, ${list.id}, m.id
    from unnest(${column(({ path }) => path)}::text[], ${column(({ messageId }) => messageId)}::text[]) as o (path, message_id)
    join shared_message m on m.list_id = ${list.id} and m.message_id = o.message_id
    order by o.path, m.variant
    on conflict (old_list, path) do nothing`.execute(tx)
  const { rows } = await sql<{ known: number }>`select count(*)::int as known from old_address
    where old_list = ${oldList} and path = any(${column(({ path }) => path)}::text[])`.execute(tx)
  return rows[0]?.known ?? 0
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Mailman's hash of a Message-ID, as it stands in HyperKitty's addresses and in Message-ID-Hash: SHA-1 in base32 (RFC 4648 §6). */
export function hashOf(messageId: string): string {
  const bits = [...createHash('sha1').update(messageId).digest()].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}
