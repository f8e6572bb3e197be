import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { insertAll, orNoText, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { indexIssue, lockIssue, recordIssue } from '../issues/actions.ts'
import { listLines } from '../issues/queries.ts'
import { listObstacles, readSuggestions } from './obstacles-queries.ts'
import { decideReading, type Suggestion, sections } from './rules.ts'

const t = textsOf('news', 'composePage')
const issues = textsOf('news', 'issues')

const rowOf = ({ section, text, amount, label, sourcePath }: Suggestion) => ({
  section,
  suggested: text,
  amount: amount ?? null,
  label: label ?? '',
  sourcePath,
})

/** Reads the record for an issue and lays it beside what is there already. */
async function readAgain(tx: Tx, actor: Actor, issue: Parameters<typeof readSuggestions>[1] & { id: number }) {
  const suggestions = await readSuggestions(tx, issue, actor.at)
  return { suggestions, reading: decideReading(await listLines(tx, issue.id), suggestions) }
}

/**
 * Fills an issue with what the record tells of its period, for those who may read it. Nothing that somebody did is undone: what was
 * edited or left out stays so, what was taken and is not told any more says so.
 */
export async function compose(tx: Tx, actor: Actor, number: number): Promise<{ added: number; changed: number }> {
  const issue = await lockIssue(tx, actor, number)
  if (issue.state === 'published') throw new Conflict(t.issuePublishedSoItsNumbers)
  const { suggestions, reading } = await readAgain(tx, actor, issue)
  // A hundred steps apart: a section keeps its order however often the record is read.
  const places = new Map(suggestions.map(({ key, section }, at) => [key, sections.indexOf(section) * 100_000 + at * 100]))
  const stamp = { changedAt: actor.at }
  if (reading.added.length > 0)
    await insertAll(
      tx.insertInto('newsLine'),
      reading.added.map((one) => ({
        issueId: issue.id,
        key: one.key,
        text: one.text,
        position: places.get(one.key) ?? 0,
        ...rowOf(one),
        ...stamp,
      })),
    )
  for (const { key, suggestion, text } of reading.changed)
    await updateRows(tx.updateTable('newsLine'), { issueId: issue.id, key }, { ...rowOf(suggestion), text, gone: false, ...stamp })
  await tx.deleteFrom('newsLine').where('issueId', '=', issue.id).where('key', 'in', orNoText(reading.dropped)).execute()
  await tx.updateTable('newsLine').set({ gone: true }).where('issueId', '=', issue.id).where('key', 'in', orNoText(reading.gone)).execute()
  await updateOne(tx.updateTable('newsIssue'), issue.id, { composedAt: actor.at, changedAt: actor.at })
  await recordIssue(tx, actor, issue, 'news-issue.composed', { added: reading.added.length, changed: reading.changed.length })
  return { added: reading.added.length, changed: reading.changed.length }
}

/** What somebody does with a suggested sentence. */
export interface LineChange {
  state: 'open' | 'taken' | 'left'
  /** As it is to be printed; the record's own sentence where not given. */
  text?: string
}

const settledLine = { open: 'news-issue.line-open', taken: 'news-issue.line-taken', left: 'news-issue.line-left' } as const

/**
 * Takes a sentence, in the record's words or in others, or leaves it out. Its source stays attached.
 * @throws Invalid for a sentence without words; NotFound for one of another issue
 */
export async function settleLine(tx: Tx, actor: Actor, number: number, lineId: number, { state, text }: LineChange): Promise<void> {
  const issue = await lockIssue(tx, actor, number)
  if (text !== undefined && text.trim() === '') throw new Invalid(refusals.pleaseLookAgain, { text: t.enterSentenceLeaveOut })
  const line = await tx.selectFrom('newsLine').selectAll().where('id', '=', lineId).where('issueId', '=', issue.id).executeTakeFirst()
  if (!line) throw new NotFound(issues.thereIsNoSuchSentence)
  await updateOne(tx.updateTable('newsLine'), lineId, { state, text: text ?? line.text, changedAt: actor.at, changedBy: actor.personId })
  if (issue.state === 'published') await indexIssue(tx, issue.id)
  await recordIssue(tx, actor, issue, settledLine[state], { lineId, edited: text !== undefined && text !== line.suggested })
}

/** Takes or leaves everything of an issue that nobody has looked at yet. */
export async function settleRest(tx: Tx, actor: Actor, number: number, state: 'taken' | 'left'): Promise<number> {
  const issue = await lockIssue(tx, actor, number)
  const settled = await tx
    .updateTable('newsLine')
    .set({ state, changedAt: actor.at, changedBy: actor.personId })
    .where('issueId', '=', issue.id)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  await recordIssue(tx, actor, issue, state === 'taken' ? 'news-issue.rest-taken' : 'news-issue.rest-left', { lines: settled.length })
  return settled.length
}

/**
 * Makes sure that an issue can be let out: there is something in it, and all of it may be read by its readers as the record stands now.
 * @throws Invalid with the sentence
 */
export async function requirePrintable(tx: Tx, actor: Actor, issueId: number): Promise<void> {
  const [first] = await listObstacles(tx, actor, issueId)
  if (first) throw new Invalid(first.why, { issue: first.why })
}
