import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound, notAllowedIf } from '../../errors.ts'
import { takeTextFiles } from '../../files/actions.ts'
import { textFilesFound } from '../../files/queries.ts'
import { recorderOf } from '../../journal/actions.ts'
import { findRow, insertOne, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { Visibility } from '../../lib/db/schema.ts'
import { locales } from '../../lib/ui/format.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { audienceOf, mayPublishNews, mayWriteNews } from '../../policy.ts'
import { forgetDocuments, indexDocuments } from '../../search/actions.ts'
import { whyNotEdit, whyNotEmbargo } from '../rules.ts'
import { newsWords } from '../words.ts'
import { getWritableIssue, type Issue, listChoosable, listLines } from './queries.ts'

/** Writes what happened to an issue. */
export const recordIssue = recorderOf('news-issue')

const t = textsOf('news', 'issues')

/** What is said of an issue as a whole. */
export interface IssueText {
  title: string
  fromOn: string
  toOn: string
  language: string
  visibility: Visibility
  lead: string
  embargoAt?: Date | null
  embargoZone?: string
}

/** Numbers follow one another, whoever begins. */
const numbering = 7_296

function requirePeriod({ fromOn, toOn }: IssueText): void {
  if (toOn < fromOn) throw new Invalid(refusals.pleaseLookAgain, { toOn: t.chooseEndDateAfterStart })
}

/**
 * Begins an issue under the next number.
 * @returns its number
 * @throws NotFound to those outside the group; Conflict where the group has begun one already
 */
export async function beginIssue(tx: Tx, actor: Actor, groupId: number, issue: IssueText): Promise<number> {
  if (!mayWriteNews(actor, groupId) && !mayPublishNews(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  requirePeriod(issue)
  const why = whyNotEmbargo(issue.embargoAt ?? null, actor.at)
  if (why) throw new Invalid(refusals.pleaseLookAgain, { embargo: why })
  await sql`select pg_advisory_xact_lock(${numbering})`.execute(tx)
  const open = await findRow(tx.selectFrom('newsIssue').where('state', 'in', ['draft', 'ready']), { groupId }, ['number'])
  if (open) throw new Conflict(t.issueStillDraftFinishFirst({ number: open.number }))
  const last = await tx
    .selectFrom('newsIssue')
    .select((e) => e.fn.max('number').as('number'))
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const id = await insertOne(tx.insertInto('newsIssue'), {
    number,
    groupId,
    ...{ title: issue.title, fromOn: issue.fromOn, toOn: issue.toOn, language: issue.language },
    ...{ visibility: issue.visibility, lead: issue.lead, embargoAt: issue.embargoAt ?? null },
    embargoZone: issue.embargoZone ?? actor.zone,
    authorId: actor.personId,
    ...{ createdAt: actor.at, createdBy: actor.personId, changedAt: actor.at },
  })
  await recordIssue(tx, actor, { id, groupId }, 'news-issue.begun', { number })
  await takeTextFiles(tx, actor, `news-issue:${id}`, issue.lead)
  return number
}

/** An issue that the actor may change now, locked. */
export async function lockIssue(tx: Tx, actor: Actor, number: number): Promise<Issue> {
  const issue = await getWritableIssue(tx, actor, number, { lock: true })
  notAllowedIf(whyNotEdit(issue))
  return issue
}

/**
 * Changes what is said of an issue as a whole.
 * @throws Conflict where somebody else has changed it since
 */
export async function changeIssue(tx: Tx, actor: Actor, number: number, version: number, change: IssueText): Promise<Issue> {
  const issue = await lockIssue(tx, actor, number)
  if (issue.version !== version) throw new Conflict(t.someoneChangedFirstCheck)
  requirePeriod(change)
  const out = issue.state === 'published'
  const embargoAt = out ? issue.embargoAt : (change.embargoAt ?? null)
  const moved = embargoAt?.getTime() !== issue.embargoAt?.getTime()
  const why = moved ? whyNotEmbargo(embargoAt, actor.at) : undefined
  if (why) throw new Invalid(refusals.pleaseLookAgain, { embargo: why })
  if (issue.scheduledBy !== null && embargoAt === null)
    throw new Invalid(refusals.pleaseLookAgain, { embargo: t.publicationScheduledCancel })
  if (out)
    await tx
      .insertInto('newsVersion')
      .values({ issueId: issue.id, number: issue.version, title: issue.title, text: issue.lead, personId: actor.personId, at: actor.at })
      .execute()
  const { title, fromOn, toOn, language, visibility, lead } = change
  await updateOne(tx.updateTable('newsIssue'), issue.id, {
    ...{ title, lead, embargoAt, version: issue.version + 1, changedAt: actor.at },
    embargoZone: change.embargoZone ?? issue.embargoZone,
    // What is out was read by those who might, in its language, about its period: only its words change.
    ...(out ? {} : { fromOn, toOn, language, visibility }),
  })
  await takeTextFiles(tx, actor, `news-issue:${issue.id}`, lead, { keeps: out })
  if (out) await indexIssue(tx, issue.id)
  await recordIssue(tx, actor, issue, 'news-issue.changed')
  return issue
}

/**
 * Says which items stand in an issue, and in which order.
 * @throws Invalid for one that is not the group's, is withdrawn, or stands in another issue
 */
export async function chooseItems(tx: Tx, actor: Actor, number: number, itemIds: number[] | undefined): Promise<void> {
  const issue = await lockIssue(tx, actor, number)
  if (itemIds === undefined) return
  const choosable = new Set((await listChoosable(tx, issue.groupId, issue.id)).map(({ id }) => id))
  const chosen = [...new Set(itemIds)]
  if (chosen.some((id) => !choosable.has(id))) throw new Invalid(refusals.pleaseLookAgain, { items: t.chooseOtherNewsItemsOne })
  await tx.deleteFrom('newsIssueItem').where('issueId', '=', issue.id).execute()
  if (chosen.length > 0)
    await tx
      .insertInto('newsIssueItem')
      .values(chosen.map((itemId, position) => ({ issueId: issue.id, itemId, position })))
      .execute()
  await tx.updateTable('newsIssue').set({ changedAt: actor.at }).where('id', '=', issue.id).execute()
  await recordIssue(tx, actor, issue, 'news-issue.items', { items: chosen.length })
}

/** Puts an issue that is out into the search, and takes any other out of it. */
export async function indexIssue(tx: Tx, id: number): Promise<void> {
  const issue = await tx
    .selectFrom('newsIssue')
    .leftJoin('sharedPerson as person', 'person.id', 'newsIssue.authorId')
    .selectAll('newsIssue')
    .select('person.name as person')
    .where('newsIssue.id', '=', id)
    .executeTakeFirstOrThrow()
  if (issue.state !== 'published' || issue.publishedAt === null) return forgetDocuments(tx, 'news-issue', [id])
  const lines = await listLines(tx, id, { printed: true })
  await indexDocuments(tx, [
    {
      kind: 'news-issue',
      subjectId: id,
      audience: audienceOf(issue.groupId, issue.visibility),
      groupId: issue.groupId,
      at: issue.publishedAt,
      author: issue.person ?? '',
      title: issue.title,
      body: [issue.lead, ...lines.map(({ text }) => text)].join('\n\n'),
      // By its number, as its pages say it.
      also: locales.map((locale) => newsWords(locale).number({ n: issue.number })).join('\n\n'),
      markdown: true,
      language: issue.language,
      files: await textFilesFound(tx, issue.lead, [`news-issue:${id}`]),
    },
  ])
}
