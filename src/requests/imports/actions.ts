import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { findRow, insertOne, listRows, type Tx } from '../../lib/db/rows.ts'
import type { Visibility } from '../../lib/db/schema.ts'
import { findColumn, type Table, unreadColumns } from '../../lib/sheet/table.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { together } from '../../lib/ui/kept.ts'
import { inLanguage, languageNow, unsaid } from '../../lib/ui/language.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { Offers } from '../../offers.ts'
import { todayOf, utcDay } from '../../time.ts'
import { ensureArea } from '../areas-actions.ts'
import { getCollatedGroup } from '../core/queries.ts'
import { insertPortion } from './insert-actions.ts'
import { allHeads, type Fault, type PastRow, readPastRow } from './rules.ts'

const t = textsOf('requests', 'imports')

export interface Brought {
  id: number
  /** Rows that were taken. */
  rows: number
  requests: number
  faults: Fault[]
  /** Columns that hold something and have no place here. */
  unread: string[]
}

/** The table has faulty rows, and nothing was changed. */
export class FaultyRows extends Invalid {
  override name = 'FaultyRows'
  readonly faults: Fault[]
  readonly good: number
  readonly unread: string[]
  constructor(faults: Fault[], good: number, unread: string[]) {
    super(t.nothingImportedRowsErrors({ faults: faults.length, good }))
    this.faults = faults
    this.good = good
    this.unread = unread
  }
}

/** Reads the rows; those that are wrong by themselves are faults, kept to be said. */
function readRows(table: Table, today: string): { rows: PastRow[]; faults: Fault[]; unread: string[] } {
  const names = new Map(allHeads().map(([column, heads]) => [column, findColumn(table, heads)]))
  const missing = [!names.get('title') && t.addColumnTitleExampleTitle, !names.get('submittedOn') && t.addColumnDateExample].filter(Boolean)
  if (missing.length > 0) throw new Invalid(refusals.pleaseLookAgain, { file: missing.join(' ') })
  const rows: PastRow[] = []
  const faults: Fault[] = []
  for (const { line, cells } of table.rows) {
    const read = inLanguage(unsaid, () => readPastRow(line, (column) => cells[names.get(column) ?? ''] ?? '', today))
    if ('problems' in read) faults.push({ line, problem: together(read.problems) })
    else rows.push(read)
  }
  return { rows, faults, unread: unreadColumns(table, names.values()) }
}

/** Rows that name an institution which the register does not know, a number that is here already, or differ from their own number. */
async function checkRows(tx: Tx, groupId: number, rows: PastRow[]): Promise<{ institutions: Map<string, number>; faults: Fault[] }> {
  const names = [...new Set(rows.flatMap(({ institutions }) => institutions.map(({ name }) => name.toLowerCase())))]
  const found = await tx
    .selectFrom('sharedOrganisation as organisation')
    .select(['id', sql<string>`lower(name)`.as('name')])
    .where(sql<string>`lower(name)`, '=', sql<string>`any(${names}::text[])`)
    .orderBy('id')
    .execute()
  const institutions = new Map(found.map(({ id, name }) => [name, id]))
  const numbers = [...new Set(rows.map(({ number }) => number).filter(Boolean))]
  const known = await listRows(tx.selectFrom('request').where('oldNumber', '=', sql<string>`any(${numbers}::text[])`), { groupId }, [
    'id',
    'oldNumber',
  ])
  const taken = new Map(known.map(({ id, oldNumber }) => [oldNumber as string, id]))
  const first = new Map<string, PastRow>()
  const faults: Fault[] = []
  for (const row of rows) {
    const strange = row.institutions.find(({ name }) => !institutions.has(name.toLowerCase()))
    const before = row.number ? first.get(row.number) : undefined
    if (strange) faults.push({ line: row.line, problem: t.faults.institution({ name: strange.name }) })
    else if (taken.has(row.number))
      faults.push({ line: row.line, problem: t.faults.known({ number: row.number, id: taken.get(row.number) ?? '' }) })
    else if (before && before.title !== row.title)
      faults.push({ line: row.line, problem: t.faults.otherTitle({ number: row.number, line: before.line }) })
    else if (row.number && !before) first.set(row.number, row)
  }
  return { institutions, faults }
}

const portion = 500

/**
 * Brings in requests of the years before with their votes and answers. Where rows are faulty nothing is changed, unless the good ones are
 * wanted alone.
 * @param how what keeps the answers, whether the good rows are taken alone, and who sees the requests
 * @throws FaultyRows; Conflict for a file that was brought in before
 */
export async function bringRequests(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { filename, bytes, table }: { filename: string; bytes: Uint8Array; table: Table },
  how: { visibility?: Visibility; goodOnes?: boolean } & Pick<Offers, 'keepOldAnswers'>,
): Promise<Brought> {
  const { keepOldAnswers, goodOnes = false, visibility = 'subscribers' } = how
  await getCollatedGroup(tx, actor, { id: groupId })
  const sha256 = createHash('sha256').update(bytes).digest()
  // Two who bring the same file at once: the second waits and finds it.
  await sql`select pg_advisory_xact_lock(7275, ${groupId}::int)`.execute(tx)
  const before = await findRow(tx.selectFrom('requestImport'), { groupId, sha256, undoneAt: null }, ['at'])
  if (before) throw new Conflict(t.fileAlreadyImported({ utcDay: formatDay({ locale: languageNow() }, utcDay(before.at)) }))
  const { rows, faults: wrong, unread } = readRows(table, todayOf(actor))
  const { institutions, faults: strange } = await inLanguage(unsaid, () => checkRows(tx, groupId, rows))
  const faults = [...wrong, ...strange].sort((a, b) => a.line - b.line)
  const faulty = new Set(faults.map(({ line }) => line))
  const good = rows.filter(({ line }) => !faulty.has(line))
  if (faults.length > 0 && (!goodOnes || good.length === 0)) throw new FaultyRows(faults, good.length, unread)
  if (good.length === 0) throw new Invalid(t.fileHasNoRowsImport, { file: t.fileHasNoRowsImport })
  const areas = new Map<string, number>()
  for (const name of new Set(good.map(({ area }) => area).filter(Boolean)))
    areas.set(name, await ensureArea(tx, actor, groupId, name.slice(0, 80)))
  const importId = await insertOne(tx.insertInto('requestImport'), {
    ...{ groupId, filename, sha256, personId: actor.personId, at: actor.at },
    ...{ taken: good.length, skipped: faults.length, faults: JSON.stringify(faults) },
  })
  // Rows of one number are one request; each row may bring a vote and an answer.
  const requests = [...Map.groupBy(good, ({ number, line }) => number || `line ${line}`).values()]
  for (let at = 0; at < requests.length; at += portion)
    await insertPortion(tx, actor, groupId, requests.slice(at, at + portion), { importId, areas, institutions, visibility, keepOldAnswers })
  const counts = { rows: good.length, requests: requests.length }
  await recordOf(tx, actor, 'requests.imported', { of: 'group', id: groupId, groupId }, { ...counts, skipped: faults.length })
  return { id: importId, ...counts, faults, unread }
}
