import { sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'

/** Lists whose moderators wish to hear who comes and goes. */
export const listTelling = (db: Db) =>
  db.selectFrom('list').select('id').where('tellChanges', '=', true).where('closedAt', 'is', null).orderBy('id').execute()

/**
 * Who joined a list and who left it after one instant, up to another; whoever did both is in neither. Whom an import brought or took off is
 * in its balance, not here.
 */
export async function listChanges(db: Db, listId: number, after: Date, upTo: Date) {
  const { rows } = await sql<{ name: string; email: string; how: string | null; ended: boolean }>`
    select p.name, a.email, s.ended_how as how, s.ended_at is not null and s.ended_at <= ${upTo} as ended
    from subscription s join shared_person p on p.id = s.person_id join shared_address a on a.id = s.address_id
    where s.list_id = ${listId}
      and ((s.since > ${after} and s.since <= ${upTo}) <> coalesce(s.ended_at > ${after} and s.ended_at <= ${upTo}, false))
      and coalesce(s.ended_how, '') not in ('undone', 'erased')
      and not exists (select from import_row r where r.row_id = s.id and (r.thing = 'leaver' or (r.thing = 'subscription' and s.ended_at is null)))
    order by p.name, a.email`.execute(db)
  return { joined: rows.filter(({ ended }) => !ended), left: rows.filter(({ ended }) => ended) }
}
