import { sql } from 'kysely'
import { program } from '../../actor.ts'
import { findHolders } from '../../groups/queries.ts'
import { recordOf } from '../../journal/actions.ts'
import { insertOne, insertRow, type Tx } from '../../lib/db/rows.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { listTouched } from '../../requests/queries.ts'
import { listGroupLists } from '../queries.ts'
import { indexBrief } from '../search-actions.ts'
import { quoteFirst } from './actions.ts'

const words = wordsOf('advocacy', 'drafted')

/** Is the request in a package that is still worked on, or with the vendor already? */
const isOnItsWay = async (tx: Tx, requestId: number): Promise<boolean> => {
  const { rows } = await sql<{ on: boolean }>`select exists (select from brief_request r join brief b on b.id = r.brief_id
      where r.request_id = ${requestId} and b.closed_at is null)
    or exists (select from submission_item i join submission s on s.id = i.submission_id
      where i.request_id = ${requestId} and s.withdrawn_at is null) as on`.execute(tx)
  return rows[0]?.on === true
}

/**
 * Drafts a package of one concern that several institutions have. Nothing leaves the house by it: it waits for its champion, or for who leads
 * the group, to read it and send it. A concern that is in a package already gets no second one.
 * @returns the package's id; undefined where none was drafted
 */
export async function draftBrief(tx: Tx, at: Date, requestId: number): Promise<number | undefined> {
  const request = await tx.selectFrom('sharedRequest as request').selectAll().where('id', '=', requestId).forUpdate().executeTakeFirst()
  if (!request || !['gathering', 'ready'].includes(request.stage) || (await isOnItsWay(tx, requestId))) return undefined
  const { groupId, title } = request
  const seats = await findHolders(tx, groupId, ['coordinator', 'deputy', 'member', 'liaison', 'moderator'], at)
  const [leader] = await findHolders(tx, groupId, ['coordinator', 'deputy'], at)
  const championId = seats.find(({ id }) => id === request.championId)?.id ?? leader?.id
  if (championId === undefined) return undefined
  const [list] = await listGroupLists(tx, groupId)
  const t = words((list?.language ?? 'en') as Locale)
  const institutions = await listTouched(tx, requestId)
  const begun = { groupId, championId, createdAt: at, draftedAt: at }
  const id = await insertOne(tx.insertInto('brief'), { ...begun, title: t.title({ title }), purpose: t.purpose })
  const evidence = t.evidence({ n: institutions.length, names: institutions.map(({ name }) => name).join(', ') })
  await insertRow(tx.insertInto('briefRequest'), { briefId: id, requestId, position: 1, ask: t.ask, evidence })
  await quoteFirst(tx, id, requestId)
  await recordOf(tx, program(at), 'brief.drafted', { id, groupId }, { requestId })
  await indexBrief(tx, id)
  return id
}
