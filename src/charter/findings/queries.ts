import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, idsOf, orNoId } from '../../lib/db/rows.ts'
import type { Place } from '../../lib/ui/format.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayKeepCharter, mayReadFinding } from '../../policy.ts'
import { todayOf, utcDay } from '../../time.ts'
import { tellText } from '../clauses/fields.ts'
import { readFieldFacts } from '../clauses/fields-queries.ts'
import {
  type CharterGroup,
  type Clause,
  listCharterGroups,
  listClauses,
  listInForce,
  listVersions,
  type Version,
} from '../clauses/queries.ts'
import { inForceOn, plainText } from '../clauses/rules.ts'
import { subjectOf } from '../measures/rules.ts'
import { lookUp } from '../records-queries.ts'
import { type Finding, type FindingState, judge, judgeClause, type Looked, lookupKey, monthEnds, timeline, waiverOn } from './rules.ts'
import { sayFinding } from './say.ts'
import { findingWords } from './words.ts'

const t = textsOf('charter', 'clausesPage')

/** Waivers of clauses, with the decision that each rests on; the newest first. */
export async function listWaivers(db: Db, lineIds: readonly number[]) {
  const rows = await db
    .selectFrom('clauseWaiver')
    .leftJoin('sharedDecision as decision', 'decision.id', 'clauseWaiver.decisionId')
    .selectAll('clauseWaiver')
    .select('decision.number as decisionNumber')
    .where('clauseWaiver.lineId', 'in', orNoId(lineIds))
    .orderBy('clauseWaiver.fromOn', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, endedOn: row.endedAt ? utcDay(row.endedAt) : undefined }))
}

export type ClauseWaiver = Awaited<ReturnType<typeof listWaivers>>[number]

/** A clause with what its measures find on a day. */
export interface Assessed {
  clause: Clause
  found: { measure: Clause['measures'][number]; finding: Finding }[]
  state: FindingState
  waiver: ClauseWaiver | undefined
  /** How much was recorded in each of the last twelve months, by its first measure that counts; empty where none does. */
  months: number[]
}

const months = 12

function perMonth(clause: Clause, looked: ReadonlyMap<string, Looked>, today: string): number[] {
  const counting = clause.measures.find(({ subject, kind }) => kind !== 'wait' && subjectOf(subject)?.standing !== true)
  const marks = counting && looked.get(lookupKey(counting, clause.lineId))?.marks
  if (!marks || marks.length === 0) return []
  return monthEnds(today, months).map((end) => {
    const month = end.slice(0, 7)
    return marks.reduce((sum, { on, n }) => (on.startsWith(month) && on <= today ? sum + n : sum), 0)
  })
}

const lookups = (clauses: readonly Clause[]) =>
  clauses.flatMap((clause) => clause.measures.map((measure) => ({ measure, lineId: clause.lineId })))

/**
 * Every clause of the charter in force with what it finds today, each kind of record asked once. For whom it is, the caller says:
 * `readableTo` leaves out what a reader may not see.
 */
export async function assess(db: Db, group: CharterGroup, at: Date): Promise<Judged | undefined> {
  return (await assessAll(db, [group.id], at)).get(group.id)
}

interface Judged {
  version: Version
  clauses: Assessed[]
}

/** The same of many groups at once, by group; a group without a charter in force is not in it. */
export async function assessAll(db: Db, groupIds: readonly number[], at: Date): Promise<Map<number, Judged>> {
  const today = utcDay(at)
  const inForce = await listInForce(db, groupIds, today)
  if (inForce.length === 0) return new Map()
  const all = await listClauses(db, idsOf(inForce))
  const waivers = await listWaivers(
    db,
    all.map(({ lineId }) => lineId),
  )
  const judged = new Map<number, Judged>()
  // One after another: each asks for all records of a charter at once already.
  for (const version of inForce) {
    const clauses = all.filter(({ versionId }) => versionId === version.id)
    const looked = await lookUp(db, version.groupId, at, lookups(clauses))
    judged.set(version.groupId, { version, clauses: clauses.map((clause) => judgeAll(clause, looked, waivers, version, today)) })
  }
  return judged
}

function judgeAll(
  clause: Clause,
  looked: ReadonlyMap<string, Looked>,
  waivers: readonly ClauseWaiver[],
  { inForceOn: from }: Pick<Version, 'inForceOn'>,
  today: string,
): Assessed {
  const found = clause.measures.map((measure) => ({
    measure,
    finding: judge(measure, looked.get(lookupKey(measure, clause.lineId)) ?? { marks: [] }, { today, inForceOn: from ?? today }),
  }))
  const waiver = waiverOn(
    waivers.filter(({ lineId }) => lineId === clause.lineId),
    today,
  )
  const state = judgeClause(
    found.map(({ finding }) => finding),
    waiver !== undefined,
  )
  return { clause, found, state, waiver, months: perMonth(clause, looked, today) }
}

/** Of what was assessed, what this reader may see: the state of a clause is its group's, unless it is shared. */
export const readableTo = (actor: Actor, group: CharterGroup, clauses: readonly Assessed[]): Assessed[] =>
  clauses.filter(({ clause }) => mayReadFinding(actor, group, clause.readers))

/** What was found of clauses, in words: for reports and overviews. */
export const tellAssessed = (clauses: readonly Assessed[], place: Place) =>
  clauses.map(({ clause, state, found, waiver }) => {
    const deciding = found.find(({ finding }) => finding.state === state) ?? found[0]
    return {
      number: clause.number,
      lineId: clause.lineId,
      readers: clause.readers,
      state,
      word: findingWords(place.locale).states[state],
      sentence: waiver?.reason ?? (deciding ? sayFinding(deciding.measure, deciding.finding, place) : ''),
    }
  })

/** The words of clauses with their fields as they stand today, by line: for texts that say them elsewhere. */
export async function readWords(db: Db, group: CharterGroup, { version, clauses }: Judged, place: Place): Promise<Map<number, string>> {
  const facts = await readFieldFacts(db, group, place.now)
  return new Map(
    clauses.map(({ clause: { lineId, text } }) => [lineId, plainText(tellText(text, facts, version, place, { markdown: false }))]),
  )
}

/** What a measure would find today, before it is attached. */
export async function preview(
  db: Db,
  group: CharterGroup,
  clause: Pick<Clause, 'lineId'>,
  measure: Parameters<typeof judge>[0],
  { at, inForceOn: from }: { at: Date; inForceOn: string | null },
): Promise<Finding> {
  const looked = await lookUp(db, group.id, at, [{ measure, lineId: clause.lineId }])
  const today = utcDay(at)
  const began = from !== null && from <= today ? from : '1970-01-01'
  return judge(measure, looked.get(lookupKey(measure, clause.lineId)) ?? { marks: [] }, { today, inForceOn: began })
}

/** The group that a clause is of. */
export const findGroupOf = async (db: Db, lineId: number): Promise<number | undefined> =>
  (await db.selectFrom('clauseLine').select('groupId').where('id', '=', lineId).executeTakeFirst())?.groupId

const shownMonths = 24

/**
 * A clause through all versions: what it says and finds today, and what it was at the end of each of the last months.
 * @throws NotFound where there is none that this reader may see
 */
export async function getLine(db: Db, actor: Actor, lineId: number) {
  const today = todayOf(actor)
  const line = await db.selectFrom('clauseLine').selectAll().where('id', '=', lineId).executeTakeFirst()
  const group = line && (await listCharterGroups(db)).find(({ id }) => id === line.groupId)
  const versions = line ? await listVersions(db, line.groupId) : []
  const version = inForceOn(versions, today)
  const all = await listClauses(db, idsOf(versions), actor)
  const own = all.filter((one) => one.lineId === lineId)
  const clause = own.find(({ versionId }) => versionId === version?.id)
  if (!line || !group || !version || !clause) throw new NotFound(t.thereIsNoSuchClause)
  const mayKeep = mayKeepCharter(actor, group.id)
  const mayRead = mayReadFinding(actor, group, line.readers)
  const [looked, waivers, attestations] = await Promise.all([
    lookUp(db, group.id, actor.at, lookups(own)),
    listWaivers(db, [lineId]),
    db
      .selectFrom('clauseAttestation')
      .leftJoin('sharedPerson as person', 'person.id', 'clauseAttestation.madeBy')
      .selectAll('clauseAttestation')
      .select('person.name as by')
      .where('lineId', '=', lineId)
      .where('removedAt', 'is', null)
      .orderBy('onDay', 'desc')
      .execute(),
  ])
  const reigns = versions
    .flatMap(({ id, inForceOn: from }) => {
      const then = own.find(({ versionId }) => versionId === id)
      return then && from ? [{ inForceOn: from, measures: then.measures }] : []
    })
    .sort((a, b) => a.inForceOn.localeCompare(b.inForceOn))
  const clauses = all.filter(({ versionId }) => versionId === version.id)
  const at = clauses.findIndex((one) => one.lineId === lineId)
  return {
    group,
    version,
    readers: line.readers,
    mayKeep,
    mayRead,
    assessed: judgeAll(clause, looked, waivers, version, today),
    waivers,
    attestations,
    timeline: timeline(reigns, waivers, (measure) => looked.get(lookupKey(measure, lineId)) ?? { marks: [] }, today, shownMonths),
    before: clauses[at - 1],
    after: clauses[at + 1],
  }
}

export type Line = Awaited<ReturnType<typeof getLine>>

/** What a group's clauses were when it was last told, and whether it was told in this month. */
export const findDigest = (db: Db, groupId: number, month: string) =>
  db
    .selectFrom('charterDigest')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('month', '<=', month)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
