import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import type { Visibility } from '../../lib/db/schema.ts'
import { clipped, oneLine } from '../../lib/mail/one-line.ts'
import { findColumn, type Table } from '../../lib/sheet/table.ts'
import { guessLanguage } from '../../lib/similar/words.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { together } from '../../lib/ui/kept.ts'
import { inLanguage, languageNow, unsaid } from '../../lib/ui/language.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { Offers, OldAnswer } from '../../offers.ts'
import { audienceOf } from '../../policy.ts'
import { type Document, indexDocuments } from '../../search/actions.ts'
import { todayOf, utcDay } from '../../time.ts'
import { ensureArea } from '../actions.ts'
import { getCollatedGroup } from '../core/queries.ts'
import { allHeads, type Fault, type PastRow, readPastRow } from './rules.ts'

const t = textsOf('requests', 'imports')

export interface Brought {
  /** Rows that were taken. */
  rows: number
  requests: number
  faults: Fault[]
}

/** The table has faulty rows, and nothing was changed. */
export class FaultyRows extends Invalid {
  override name = 'FaultyRows'
  readonly faults: Fault[]
  readonly good: number
  constructor(faults: Fault[], good: number) {
    super(t.nothingImportedRowsErrors({ faults: faults.length, good }))
    this.faults = faults
    this.good = good
  }
}

/** Reads the rows; those that are wrong by themselves are faults, kept to be said. */
function readRows(table: Table, today: string): { rows: PastRow[]; faults: Fault[] } {
  const names = new Map(allHeads().map(([column, heads]) => [column, findColumn(table, heads)]))
  if (!names.get('title')) throw new Invalid(refusals.pleaseLookAgain, { file: t.addColumnTitleExampleTitle })
  if (!names.get('submittedOn')) throw new Invalid(refusals.pleaseLookAgain, { file: t.addColumnDateExample })
  const rows: PastRow[] = []
  const faults: Fault[] = []
  for (const { line, cells } of table.rows) {
    const read = inLanguage(unsaid, () => readPastRow(line, (column) => cells[names.get(column) ?? ''] ?? '', today))
    if ('problems' in read) faults.push({ line, problem: together(read.problems) })
    else rows.push(read)
  }
  return { rows, faults }
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
  const known = await tx
    .selectFrom('request')
    .select(['id', 'oldNumber'])
    .where('groupId', '=', groupId)
    .where('oldNumber', '=', sql<string>`any(${numbers}::text[])`)
    .execute()
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

/** Rows of one number are one request; each row may bring a vote and an answer. */
function groupRows(rows: PastRow[]): PastRow[][] {
  const byNumber = Map.groupBy(rows, ({ number, line }) => number || `line ${line}`)
  return [...byNumber.values()]
}

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
  {
    keepOldAnswers,
    goodOnes = false,
    visibility = 'subscribers',
  }: { visibility?: Visibility; goodOnes?: boolean } & Pick<Offers, 'keepOldAnswers'>,
): Promise<Brought> {
  await getCollatedGroup(tx, actor, { id: groupId })
  const sha256 = createHash('sha256').update(bytes).digest()
  // Two who bring the same file at once: the second waits and finds it.
  await sql`select pg_advisory_xact_lock(7275, ${groupId}::int)`.execute(tx)
  const before = await tx
    .selectFrom('requestImport')
    .select('at')
    .where('groupId', '=', groupId)
    .where('sha256', '=', sha256)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  if (before) throw new Conflict(t.fileAlreadyImported({ utcDay: formatDay({ locale: languageNow() }, utcDay(before.at)) }))
  const { rows, faults: wrong } = readRows(table, todayOf(actor))
  const { institutions, faults: strange } = await inLanguage(unsaid, () => checkRows(tx, groupId, rows))
  const faults = [...wrong, ...strange].sort((a, b) => a.line - b.line)
  const faulty = new Set(faults.map(({ line }) => line))
  const good = rows.filter(({ line }) => !faulty.has(line))
  if (faults.length > 0 && !goodOnes) throw new FaultyRows(faults, good.length)
  if (good.length === 0) throw new Invalid(t.fileHasNoRowsImport, { file: t.fileHasNoRowsImport })
  const areas = new Map<string, number>()
  for (const name of new Set(good.map(({ area }) => area).filter(Boolean)))
    areas.set(name, await ensureArea(tx, actor, groupId, name.slice(0, 80)))
  const { id: importId } = await tx
    .insertInto('requestImport')
    .values({
      groupId,
      filename,
      sha256,
      personId: actor.personId,
      at: actor.at,
      taken: good.length,
      skipped: faults.length,
      faults: JSON.stringify(faults),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const requests = groupRows(good)
  for (let at = 0; at < requests.length; at += portion)
    await insertPortion(tx, actor, groupId, requests.slice(at, at + portion), { importId, areas, institutions, visibility, keepOldAnswers })
  await record(tx, actor, {
    action: 'requests.imported',
    subject: `group:${groupId}`,
    groupId,
    details: { rows: good.length, requests: requests.length, skipped: faults.length },
  })
  return { rows: good.length, requests: requests.length, faults }
}

interface Known extends Pick<Offers, 'keepOldAnswers'> {
  importId: number
  areas: Map<string, number>
  institutions: Map<string, number>
  visibility: Visibility
}

const stageFor = (rows: PastRow[]) =>
  rows.find(({ stage }) => stage)?.stage ?? (rows.some(({ answer }) => answer) ? ('answered' as const) : ('gathering' as const))

async function insertPortion(
  tx: Tx,
  actor: Actor,
  groupId: number,
  groups: PastRow[][],
  { importId, areas, institutions, visibility, keepOldAnswers }: Known,
): Promise<void> {
  const firsts = groups.map((rows) => rows[0] as PastRow)
  const facts = firsts.map((row, at) => ({
    groupId,
    kind: row.kind,
    title: clipped(oneLine(row.title), 200),
    text: row.text,
    language: guessLanguage(`${row.title}\n${row.text}`) ?? 'en',
    areaId: areas.get(row.area) ?? null,
    visibility,
    stage: stageFor(groups[at] ?? []),
    stageAt: new Date(row.submittedOn),
    severity: row.severity ?? null,
    versions: row.versions,
    createdBy: null,
    createdAt: new Date(row.submittedOn),
    changedAt: actor.at,
    oldNumber: row.number || null,
    importId,
  }))
  const made = await tx.insertInto('request').values(facts).returning('id').execute()
  const idOf = (at: number): number => made[at]?.id ?? 0
  await tx
    .insertInto('requestVersion')
    .values(
      firsts.map((row, at) => ({
        requestId: idOf(at),
        number: 1,
        title: row.title,
        text: row.text,
        fields: JSON.stringify({ kind: row.kind, visibility, severity: row.severity ?? null, versions: row.versions }),
        changedBy: actor.personId,
        changedAt: new Date(row.submittedOn),
      })),
    )
    .execute()
  const votes = groups.flatMap((rows, at) => rows.flatMap(({ vote }) => (vote ? [{ requestId: idOf(at), ...vote }] : [])))
  if (votes.length > 0)
    await tx
      .insertInto('pastVote')
      .values(votes)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const numbers = groups.flatMap((rows, at) =>
    [...new Set(rows.flatMap(({ caseNumbers }) => caseNumbers))].map((number) => ({ requestId: idOf(at), number })),
  )
  if (numbers.length > 0) await tx.insertInto('caseNumber').values(numbers).execute()
  await insertAnswers(tx, groups, idOf, (old) => keepOldAnswers(tx, actor, groupId, old))
  await insertSupport(tx, groups, idOf, institutions)
  await indexDocuments(
    tx,
    facts.map(
      (fact, at): Document => ({
        kind: 'request',
        subjectId: idOf(at),
        audience: audienceOf(groupId, visibility),
        groupId,
        at: fact.createdAt,
        author: '',
        title: fact.title,
        body: [fact.text, fact.versions, fact.oldNumber, firsts[at]?.area, ...(groups[at] ?? []).flatMap((one) => one.caseNumbers)]
          .filter(Boolean)
          .join('\n\n'),
        language: fact.language,
      }),
    ),
  )
}

/**
 * Answers that say which one they are and why stand among all the vendor's answers, with their dates; of the others the words are kept
 * beside the request, where they count for nothing.
 */
async function insertAnswers(
  tx: Tx,
  groups: PastRow[][],
  idOf: (at: number) => number,
  keep: (old: OldAnswer[]) => Promise<OldAnswer[]>,
): Promise<void> {
  const old = groups.flatMap((rows, at) =>
    rows.flatMap(({ answer, submittedOn }) =>
      answer
        ? [{ requestId: idOf(at), class: answer.class, reason: answer.text, release: answer.release, on: answer.onDay ?? submittedOn }]
        : [],
    ),
  )
  if (old.length === 0) return
  const rest = await keep(old)
  if (rest.length > 0)
    await tx
      .insertInto('pastAnswer')
      .values(rest.map(({ requestId, class: name, reason, release, on }) => ({ requestId, class: name, text: reason, release, onDay: on })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Support of the years before stands as it was said, until it is affirmed anew or becomes history. */
async function insertSupport(tx: Tx, groups: PastRow[][], idOf: (at: number) => number, institutions: Map<string, number>): Promise<void> {
  const rows = groups.flatMap((group, at) => {
    const byInstitution = new Map(
      group.flatMap((row) =>
        row.institutions.map((one) => [institutions.get(one.name.toLowerCase()) ?? 0, { ...one, on: row.submittedOn }]),
      ),
    )
    return [...byInstitution].map(([organisationId, { strength, on }]) => ({
      requestId: idOf(at),
      organisationId,
      strength,
      state: 'standing' as const,
      since: new Date(on),
      affirmedAt: new Date(on),
    }))
  })
  for (let at = 0; at < rows.length; at += 2_000)
    await tx
      .insertInto('support')
      .values(rows.slice(at, at + 2_000))
      .execute()
}
