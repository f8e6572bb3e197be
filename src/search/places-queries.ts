import type { Db } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { messagePath } from '../lib/ui/paths.ts'

type Placed = { id: number; path: string }[]
type Place = (db: Db, ids: number[]) => Promise<Placed>

/** Things whose page is their folder and their number. */
const numbered =
  (folder: string): Place =>
  async (_, ids) =>
    ids.map((id) => ({ id, path: `${folder}/${id}` }))

/** Things whose page is their folder and their name. */
const named =
  (table: 'talk' | 'event' | 'document' | 'report' | 'newsItem' | 'sitePage' | 'meeting', folder: string): Place =>
  async (db, ids) => {
    const rows = await db.selectFrom(table).select(['id', 'slug']).where('id', 'in', ids).execute()
    return rows.map(({ id, slug }) => ({ id, path: `${folder}/${slug}` }))
  }

const messages: Place = async (db, ids) => {
  const rows = await db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .select(['message.id', 'message.messageId', 'message.variant', 'list.name'])
    .where('message.id', 'in', ids)
    .execute()
  return rows.map((row) => ({ id: row.id, path: messagePath(row.name, row.messageId, row.variant) }))
}

const letters: Place = async (db, ids) => {
  const rows = await db
    .selectFrom('sharedCorrespondenceMail as correspondenceMail')
    .innerJoin('sharedRoleAddress as roleAddress', 'roleAddress.id', 'correspondenceMail.addressId')
    .select(['correspondenceMail.id', 'correspondenceMail.correspondenceId', 'roleAddress.name'])
    .where('correspondenceMail.id', 'in', ids)
    .execute()
  return rows.map((row) => ({ id: row.id, path: `/correspondence/${row.name}/${row.correspondenceId}#m${row.id}` }))
}

/** Clauses stand in the version of their charter. */
const clauses: Place = async (db, ids) => {
  const rows = await db
    .selectFrom('charterClause')
    .innerJoin('charterVersion', 'charterVersion.id', 'charterClause.versionId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'charterVersion.groupId')
    .select(['charterClause.id', 'charterClause.number as clause', 'charterVersion.number', 'workingGroup.slug'])
    .where('charterClause.id', 'in', ids)
    .execute()
  return rows.map(({ id, clause, number, slug }) => ({ id, path: `/groups/${slug}/charter/${number}#${clause}` }))
}

const issues: Place = async (db, ids) => {
  const rows = await db.selectFrom('newsIssue').select(['id', 'number']).where('id', 'in', ids).execute()
  return rows.map(({ id, number }) => ({ id, path: `/news/issues/${number}` }))
}

/** Where the things of each kind have their page; minutes on that of their meeting. */
const places: Record<string, Place> = {
  message: messages,
  correspondence: letters,
  clause: clauses,
  'news-issue': issues,
  news: named('newsItem', '/news'),
  page: named('sitePage', '/pages'),
  talk: named('talk', '/show-and-tell'),
  event: named('event', '/events'),
  document: named('document', '/documents'),
  report: named('report', '/reports'),
  meeting: named('meeting', '/meetings'),
  minutes: named('meeting', '/meetings'),
  'minutes-inside': named('meeting', '/meetings'),
  request: numbered('/requests'),
  case: numbered('/cases'),
  story: numbered('/stories'),
  answer: numbered('/answers'),
  brief: numbered('/briefs'),
  commitment: numbered('/commitments'),
  cycle: numbered('/cycles'),
  wish: numbered('/wishes'),
  ballot: numbered('/ballots'),
  decision: numbered('/decisions'),
  person: numbered('/people'),
  organisation: numbered('/organisations'),
}

/** Where each hit stands, by the id of its search document; only the kinds that were found are asked for. */
export async function listPlaces(db: Db, hits: { id: number; kind: string; subjectId: number }[]): Promise<Map<number, string>> {
  const byKind = [...Map.groupBy(hits, ({ kind }) => kind)]
  const found = await Promise.all(
    byKind.map(async ([kind, of]) => {
      const placed = await places[kind]?.(db, pluck(of, 'subjectId'))
      const paths = new Map(placed?.map(({ id, path }) => [id, path]))
      return of.flatMap(({ id, subjectId }): [number, string][] => {
        const path = paths.get(subjectId)
        return path ? [[id, path]] : []
      })
    }),
  )
  return new Map(found.flat())
}
