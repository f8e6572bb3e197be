import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { AnswerDoor, Visibility } from '../../lib/db/schema.ts'
import { findColumn, type Table } from '../../lib/sheet/table.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { audienceOf, mayCollate, mayLead } from '../../policy.ts'
import { setStage } from '../../requests/actions.ts'
import { narrower } from '../../requests/rules.ts'
import { indexDocuments } from '../../search/actions.ts'
import { todayOf, utcDay } from '../../time.ts'
import { claim } from '../core/actions.ts'
import { getVendorGroup, type VendorGroup } from '../queries.ts'
import { noteNews } from '../telling/actions.ts'
import { findAnswer, getAnswer } from './queries.ts'
import { classNames, faultsOf, fingerprintOf, type GivenAnswer, type ReadAnswer, readAnswer, readDay } from './rules.ts'

const t = textsOf('advocacy', 'answers')

const day = 86_400_000

/** Where an answer came from. */
export interface Provenance {
  door: AnswerDoor
  /** The guest who gave it. */
  givenBy?: number
  /** Who gave it, where that is nobody here. */
  givenName?: string
  /** When, where that was not now. */
  givenAt?: Date
  link?: string
  /** An answer of the years before: nobody is told, and the release may be unknown. */
  history?: boolean
}

/** What an answer is given to: a request, as part of what was handed over or not. */
export interface Asked {
  groupId: number
  requestId: number
  itemId?: number
}

/** From when, and for whom: as the answer says, else by the group's rule. */
function readersOf(read: ReadAnswer, { rule }: VendorGroup, at: Date): { readers: Visibility; readersFrom: Date } {
  const readers = read.readers ?? rule.readers
  const readersFrom = read.readersFrom ? new Date(`${read.readersFrom}T00:00:00Z`) : new Date(at.getTime() + rule.holdDays * day)
  return { readers, readersFrom: readersFrom < at ? at : readersFrom }
}

/** Puts an answer into the index for those who may read it at this instant; the job `vendor.widen` does so again when more may. */
export async function indexAnswer(tx: Tx, id: number, at: Date): Promise<void> {
  const answer = await findAnswer(tx, id)
  if (!answer) return
  const request = await tx
    .selectFrom('request')
    .select(['visibility', 'language'])
    .where('id', '=', answer.requestId)
    .executeTakeFirstOrThrow()
  const readers = answer.readersFrom > at ? 'group' : narrower(answer.readers, request.visibility)
  await indexDocuments(tx, [
    {
      kind: 'answer',
      subjectId: id,
      audience: audienceOf(answer.groupId, readers),
      groupId: answer.groupId,
      at: answer.givenAt,
      author: answer.giver ?? answer.givenName,
      title: `${classNames[answer.class]}: ${answer.request}`,
      body: [answer.reason, answer.releaseName].filter(Boolean).join('\n\n'),
      language: request.language,
    },
  ])
}

/** Keeps who has said so: the guest who gave it, or the group that took it down. */
async function claimIt(
  tx: Tx,
  actor: Actor,
  answerId: number,
  { groupId, itemId }: Asked,
  { givenBy, history }: Provenance,
): Promise<void> {
  const side = givenBy === undefined ? 'group' : 'vendor'
  const claimed = { groupId, side, personId: givenBy ?? actor.personId, at: actor.at } as const
  // Answers to what was handed over are told together, in a letter that asks to confirm them.
  await claim(tx, { answerId }, { ...claimed, quiet: history === true, told: side === 'vendor' && itemId !== undefined })
}

/** Keeps an answer that counts, once. */
async function keepAnswer(
  tx: Tx,
  actor: Actor,
  asked: Asked,
  read: ReadAnswer,
  answer: NonNullable<ReadAnswer['answer']>,
  from: Provenance,
): Promise<number | undefined> {
  const group = await getVendorGroup(tx, asked.groupId)
  const givenAt = from.givenAt ?? actor.at
  const shown = readersOf(read, group, from.history ? givenAt : actor.at)
  // The same words on another day are another answer: what was in discovery is still.
  const fingerprint = `${from.history || from.givenAt ? utcDay(givenAt) : (asked.itemId ?? utcDay(givenAt))}|${fingerprintOf(answer)}`
  const kept = await tx
    .insertInto('answer')
    .values({
      ...{ groupId: asked.groupId, requestId: asked.requestId, itemId: asked.itemId ?? null },
      ...{ class: answer.class, reason: answer.reason, releaseName: answer.release, nextReviewOn: answer.nextReviewOn },
      ...{ door: from.door, givenBy: from.givenBy ?? null, givenName: from.givenName ?? '', givenAt, link: from.link ?? '' },
      ...{ recordedBy: actor.personId, recordedAt: actor.at, ...shown, fingerprint },
    })
    .onConflict((conflict) => conflict.columns(['groupId', 'requestId', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!kept) return undefined
  if (asked.itemId !== undefined)
    await tx.updateTable('submissionItem').set({ note: '', noteAt: null }).where('id', '=', asked.itemId).execute()
  await record(tx, actor, {
    action: 'answer.given',
    subject: `answer:${kept.id}`,
    groupId: asked.groupId,
    details: { requestId: asked.requestId, class: answer.class, door: from.door },
  })
  const quiet = from.history === true
  await claimIt(tx, actor, kept.id, asked, from)
  const news = { ...shown, groupId: asked.groupId, requestId: asked.requestId, at: actor.at }
  await noteNews(tx, { ...news, kind: 'answer', subjectId: kept.id, quiet })
  await moveStage(tx, actor, asked.requestId, kept.id)
  await indexAnswer(tx, kept.id, actor.at)
  if (shown.readersFrom > actor.at && shown.readers !== 'group')
    await enqueue(tx, 'vendor.widen', { answerId: kept.id }, { key: `vendor.widen:${kept.id}`, runAt: shown.readersFrom })
  return kept.id
}

// What was promised, delivered or accepted since stays so, whatever is said besides.
const behind = ['gathering', 'ready', 'submitted', 'answered'] as const

/** The request is answered, if this is the newest word on it and nothing has followed yet. */
async function moveStage(tx: Tx, actor: Actor, requestId: number, answerId: number): Promise<void> {
  const newest = await tx
    .selectFrom('answer')
    .innerJoin('request', 'request.id', 'answer.requestId')
    .select(['answer.id', 'request.stage'])
    .where('answer.requestId', '=', requestId)
    .orderBy('answer.givenAt', 'desc')
    .orderBy('answer.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest?.id === answerId && behind.some((stage) => stage === newest.stage)) await setStage(tx, actor, requestId, 'answered')
}

/** What became of one answer that was given. */
export interface TakenAnswer extends ReadAnswer {
  /** The new answer; absent where it stays open or came before. */
  answerId?: number
  /** The same answer was there already. */
  known?: boolean
}

/**
 * Takes what was given as an answer: it counts with its reason, costs and questions count without. What does not count is kept
 * beside the request as the sentence why it is still open.
 */
export async function takeAnswer(tx: Tx, actor: Actor, asked: Asked, given: GivenAnswer, from: Provenance): Promise<TakenAnswer> {
  const read = readAnswer(given, utcDay(from.givenAt ?? actor.at))
  const result: TakenAnswer = read
  if (read.answer) {
    const id = await keepAnswer(tx, actor, asked, read, read.answer, from)
    if (id === undefined) result.known = true
    else result.answerId = id
  } else if (asked.itemId !== undefined && read.open) {
    const settled = await tx.selectFrom('answer').select('id').where('itemId', '=', asked.itemId).limit(1).executeTakeFirst()
    // An answer that counted is not undone by an empty row of a later file.
    if (settled) result.known = true
    else await tx.updateTable('submissionItem').set({ note: read.open, noteAt: actor.at }).where('id', '=', asked.itemId).execute()
  }
  if (read.cost !== undefined) await keepCost(tx, actor, asked, read.cost, from)
  if (read.question && asked.itemId !== undefined) await askQuestion(tx, actor, asked.itemId, read.question, from.givenBy)
  return result
}

/** What a request costs, in the vendor's points; the same number again says nothing new. */
async function keepCost(tx: Tx, actor: Actor, asked: Asked, points: number, from: Provenance): Promise<void> {
  const last = await tx
    .selectFrom('answerCost')
    .select('points')
    .where('requestId', '=', asked.requestId)
    .orderBy('givenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.points === points) return
  const { id } = await tx
    .insertInto('answerCost')
    .values({
      ...{ groupId: asked.groupId, requestId: asked.requestId, itemId: asked.itemId ?? null, points },
      ...{ givenBy: from.givenBy ?? null, givenAt: from.givenAt ?? actor.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const subject = `request:${asked.requestId}`
  await record(tx, actor, { action: 'request.costed', subject, groupId: asked.groupId, details: { costId: id, points } })
}

/** The vendor asks; the same question that waits already is not asked twice. */
export async function askQuestion(tx: Tx, actor: Actor, itemId: number, text: string, askedBy: number | undefined): Promise<void> {
  const open = await tx.selectFrom('vendorQuestion').select('id').where('itemId', '=', itemId).where('text', '=', text).executeTakeFirst()
  if (open) return
  const { id } = await tx
    .insertInto('vendorQuestion')
    .values({ itemId, text, askedBy: askedBy ?? null, askedAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'vendor.asked', subject: `question:${id}`, details: { itemId } })
  await enqueue(tx, 'vendor.asked', { questionId: id })
}

/** What a coordinator records of a call, a meeting, a mail or the portal. */
export interface Recorded {
  requestId: number
  given: GivenAnswer
  door: AnswerDoor
  givenName: string
  /** YYYY-MM-DD. */
  givenOn: string
  link: string
}

/**
 * Records an answer that came outside Rapport.
 * @returns its id
 * @throws Invalid where it is no answer, beside the field; Conflict when it is on record already
 */
export async function recordAnswer(tx: Tx, actor: Actor, groupId: number, facts: Recorded): Promise<number> {
  if (!mayLead(actor, groupId) || !mayCollate(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const request = await tx
    .selectFrom('request')
    .select(['id', 'stage', 'rootId'])
    .where('id', '=', facts.requestId)
    .where('groupId', '=', groupId)
    .forUpdate()
    .executeTakeFirst()
  if (!request) throw new Invalid(refusals.pleaseLookAgain, { requestId: t.thereIsNoRequest({ requestId: facts.requestId }) })
  const today = todayOf(actor)
  if (facts.link && !/^https?:\/\/\S+$/i.test(facts.link))
    throw new Invalid(refusals.pleaseLookAgain, { link: t.enterWebAddressExampleHttps })
  if (facts.givenOn > today) throw new Invalid(refusals.pleaseLookAgain, { givenOn: t.chooseTodayEarlierDate })
  const item = await tx
    .selectFrom('submissionItem')
    .innerJoin('submission', 'submission.id', 'submissionItem.submissionId')
    .select('submissionItem.id')
    .where('submissionItem.requestId', '=', facts.requestId)
    .where('submission.withdrawnAt', 'is', null)
    .where(sql<boolean>`submission.submitted_at::date <= ${facts.givenOn}::date`)
    .orderBy('submission.submittedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const givenAt = facts.givenOn === today ? actor.at : new Date(`${facts.givenOn}T12:00:00Z`)
  const { door, givenName, link } = facts
  const from = { door, givenName, link, givenAt }
  const taken = await takeAnswer(tx, actor, { groupId, requestId: facts.requestId, itemId: item?.id }, facts.given, from)
  if (taken.open) throw new Invalid(refusals.pleaseLookAgain, faultsOf(facts.given, utcDay(givenAt)))
  if (taken.answerId === undefined) throw new Conflict(t.answerAlreadyRecorded)
  return taken.answerId
}

/**
 * Decides who may read an answer and from when. What was told already stays told.
 * @param from the instant from which they may; now where it lies in the past
 */
export async function setReaders(tx: Tx, actor: Actor, id: number, readers: Visibility, from: Date): Promise<void> {
  const answer = await getAnswer(tx, actor, id)
  if (!answer.mayDecide) throw new NotFound(t.answerNotFound)
  const readersFrom = from < actor.at ? actor.at : from
  await tx.updateTable('answer').set({ readers, readersFrom }).where('id', '=', id).execute()
  await tx
    .updateTable('tellingEvent')
    .set({ readers, readersFrom })
    .where('kind', '=', 'answer')
    .where('subjectId', '=', id)
    .where('toldAt', 'is', null)
    .execute()
  await record(tx, actor, { action: 'answer.released', subject: `answer:${id}`, groupId: answer.groupId, details: { readers } })
  await indexAnswer(tx, id, actor.at)
  if (readersFrom > actor.at) await enqueue(tx, 'vendor.widen', { answerId: id }, { key: `vendor.widen:${id}`, runAt: readersFrom })
}

/** What an import came to: each line is taken, was there already, or is told with its reason. */
export interface Taken {
  taken: number
  known: number
  faults: { line: number; problem: string }[]
}

/** The cell of one of these columns, whatever they are called there. */
type CellOf = (...names: string[]) => string
type Names = readonly [string, ...string[]]
type Row = Table['rows'][number]

/**
 * Takes a table of the vendor's line by line: what cannot be read is listed, the others are taken.
 * @throws Invalid for a table without the columns that it needs
 */
async function takeTable(
  tx: Tx,
  actor: Actor,
  {
    groupId,
    table,
    needed,
    action,
  }: { groupId: number; table: Table; needed: readonly Names[]; action: 'answers.imported' | 'portal.read' },
  take: (cell: CellOf, row: Row) => Promise<string>,
): Promise<Taken> {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  const missing = needed.filter((names) => findColumn(table, names) === undefined).map(([name]) => name)
  if (missing.length > 0) {
    const message = t.faults.columns({ names: missing.join(', '), header: table.header.join(', ') })
    throw new Invalid(message, { file: message })
  }
  const result: Taken = { taken: 0, known: 0, faults: [] }
  for (const row of table.rows) {
    const said = await take((...names) => (row.cells[findColumn(table, names) ?? ''] ?? '').trim(), row)
    if (said === 'taken' || said === 'known') result[said]++
    else result.faults.push({ line: row.line, problem: said })
  }
  const details = { taken: result.taken, faults: result.faults.length }
  await record(tx, actor, { action, subject: `group:${groupId}`, groupId, details })
  return result
}

/** The group's request of a number, its own or the one that it had before Rapport. */
async function findNumbered(tx: Tx, groupId: number, number: string): Promise<number | undefined> {
  const digits = number.replace(/^#/, '').trim()
  const row = await tx
    .selectFrom('request')
    .select('id')
    .where('groupId', '=', groupId)
    .where((e) => e.or([e('oldNumber', '=', digits), e('id', '=', /^\d{1,9}$/.test(digits) ? Number(digits) : 0)]))
    .orderBy(sql`old_number is distinct from ${digits}`)
    .executeTakeFirst()
  return row?.id
}

const requestNames: Names = ['Request', 'No', 'Number', 'Id', 'Old number']
const dateNames: Names = ['Date', 'On', 'Answered', 'Given on']

/** Takes answers of the years before, with their dates. Nobody is told; what is there already is left. */
export const takeOldAnswers = (tx: Tx, actor: Actor, groupId: number, table: Table): Promise<Taken> => {
  const needed = [requestNames, dateNames, ['Answer', 'Status', 'Class'], ['Reason', 'Comment', 'Text']] as const
  return takeTable(tx, actor, { groupId, table, needed, action: 'answers.imported' }, (cell, row) =>
    takeOldAnswer(tx, actor, groupId, cell, row),
  )
}

async function takeOldAnswer(tx: Tx, actor: Actor, groupId: number, cell: CellOf, { formulas }: Row): Promise<string> {
  if (formulas.length > 0) return t.faults.formula({ column: formulas[0] ?? '' })
  const number = cell(...requestNames)
  const requestId = await findNumbered(tx, groupId, number)
  if (requestId === undefined) return t.faults.request({ number })
  const on = readDay(cell(...dateNames))
  if (!on) return t.faults.day({ text: cell(...dateNames) })
  if (on > todayOf(actor)) return t.faults.future({ day: on })
  const release = cell('Release', 'Version')
  const given = {
    class: cell('Answer', 'Status', 'Class'),
    reason: cell('Reason', 'Comment', 'Text'),
    // What was planned years ago may have had no release.
    release: release || 'not named',
    nextReview: cell('Next review', 'Review'),
    cost: cell('Development points', 'Cost in points', 'Cost', 'Points'),
    question: '',
    readers: cell('Who can read this', 'Who may read it', 'Readers'),
    from: '',
  }
  const from: Provenance = {
    door: 'import',
    givenName: cell('Answered by', 'Who said it', 'By', 'Given by'),
    link: cell('Link', 'URL'),
    givenAt: new Date(`${on}T12:00:00Z`),
    history: true,
  }
  const taken = await takeAnswer(tx, actor, { groupId, requestId }, given, from)
  if (taken.open) return taken.open
  return taken.answerId === undefined ? 'known' : 'taken'
}

/** Takes states of cases in the vendor's portal: request, case, date, status, link. */
export const takePortal = (tx: Tx, actor: Actor, groupId: number, table: Table): Promise<Taken> => {
  const needed = [requestNames, ['Case', 'Idea', 'Portal case'], dateNames, ['Status', 'State']] as const
  return takeTable(tx, actor, { groupId, table, needed, action: 'portal.read' }, (cell) => takeStatus(tx, actor, groupId, cell))
}

async function takeStatus(tx: Tx, actor: Actor, groupId: number, cell: CellOf): Promise<string> {
  const number = cell(...requestNames)
  const requestId = await findNumbered(tx, groupId, number)
  if (requestId === undefined) return t.faults.request({ number })
  const onDay = readDay(cell(...dateNames))
  if (!onDay) return t.faults.day({ text: cell(...dateNames) })
  const [label, status, link] = [cell('Case', 'Idea', 'Portal case'), cell('Status', 'State'), cell('Link', 'URL')]
  if (!label) return t.faults.case
  if (!status) return t.faults.status
  if (link && !/^https?:\/\/\S+$/.test(link)) return t.faults.link({ link: link.slice(0, 60) })
  const { id } = await tx
    .insertInto('portalCase')
    .values({ groupId, requestId, label, link })
    .onConflict((conflict) =>
      conflict.columns(['groupId', 'requestId', 'label']).doUpdateSet((e) => ({ link: link || e.ref('portalCase.link') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const added = await tx
    .insertInto('portalStatus')
    .values({ portalCaseId: id, onDay, status, recordedBy: actor.personId, recordedAt: actor.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('status')
    .executeTakeFirst()
  return added ? 'taken' : 'known'
}
