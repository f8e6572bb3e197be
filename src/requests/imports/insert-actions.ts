import type { Actor } from '../../actor.ts'
import { insertAll, insertNew, type Tx } from '../../lib/db/rows.ts'
import type { Visibility } from '../../lib/db/schema.ts'
import { clipped, oneLine } from '../../lib/mail/one-line.ts'
import { guessLanguage } from '../../lib/similar/words.ts'
import type { Offers, OldAnswer } from '../../offers.ts'
import { audienceOf } from '../../policy.ts'
import { type Document, indexDocuments } from '../../search/actions.ts'
import type { PastRow } from './rules.ts'

interface Known extends Pick<Offers, 'keepOldAnswers'> {
  importId: number
  areas: Map<string, number>
  institutions: Map<string, number>
  visibility: Visibility
}

const stageFor = (rows: PastRow[]) =>
  rows.find(({ stage }) => stage)?.stage ?? (rows.some(({ answer }) => answer) ? ('answered' as const) : ('gathering' as const))

/** Makes the requests of a part of an import. */
export async function insertPortion(tx: Tx, actor: Actor, groupId: number, groups: PastRow[][], known: Known): Promise<void> {
  const { importId, areas, institutions, visibility, keepOldAnswers } = known
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
  await insertAll(
    tx.insertInto('requestVersion'),
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
  const votes = groups.flatMap((rows, at) => rows.flatMap(({ vote }) => (vote ? [{ requestId: idOf(at), ...vote }] : [])))
  await insertNew(tx.insertInto('pastVote'), votes)
  const numbers = groups.flatMap((rows, at) =>
    [...new Set(rows.flatMap(({ caseNumbers }) => caseNumbers))].map((number) => ({ requestId: idOf(at), number })),
  )
  await insertAll(tx.insertInto('caseNumber'), numbers)
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
async function insertAnswers(tx: Tx, groups: PastRow[][], idOf: (at: number) => number, keep: (old: OldAnswer[]) => Promise<OldAnswer[]>) {
  const old = groups.flatMap((rows, at) =>
    rows.flatMap(({ answer, submittedOn }) =>
      answer
        ? [{ requestId: idOf(at), class: answer.class, reason: answer.text, release: answer.release, on: answer.onDay ?? submittedOn }]
        : [],
    ),
  )
  if (old.length === 0) return
  const rest = await keep(old)
  await insertNew(
    tx.insertInto('pastAnswer'),
    rest.map(({ requestId, class: name, reason, release, on }) => ({ requestId, class: name, text: reason, release, onDay: on })),
  )
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
  for (let at = 0; at < rows.length; at += 2_000) await insertAll(tx.insertInto('support'), rows.slice(at, at + 2_000))
}
