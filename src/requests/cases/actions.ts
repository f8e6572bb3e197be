import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { conflictIf, missing, NotFound } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertAll, insertOne, insertRow, orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { ArchiveAccess, CaseOrigin, QuoteConsent, Visibility } from '../../lib/db/schema.ts'
import { pluck } from '../../lib/pluck.ts'
import { guessLanguage } from '../../lib/similar/words.ts'
import { hideAddresses } from '../../lib/ui/hidden.ts'
import { refusals } from '../../lib/ui/words.ts'
import { withSaid } from '../../lib/with-said.ts'
import { mayContribute } from '../../policy.ts'
import { forgetDocuments, indexDocument } from '../../search/actions.ts'
import { checkChoices } from '../core/choices-actions.ts'
import { getRequestGroup } from '../core/queries.ts'
import { requestRefusals } from '../refusals.ts'
import { planCapture } from './capturing-queries.ts'
import { caseNumbersIn, excerptOf, titleFrom, withoutMark } from './excerpt.ts'
import { needFrom, saysIn } from './need-rules.ts'
import { findAffiliationOn, findCase, getCase } from './queries.ts'
import { caseTexts, whyNotCorrect } from './rules.ts'

/** What a use-case form asks. */
export interface CaseFacts extends Partial<Record<(typeof caseTexts)[number], string>> {
  title: string
  areaId?: number | null
  organisationId?: number | null
  language?: string
  /** The vendor's support cases, one each. */
  numbers?: string[]
}

const valuesOf = (facts: CaseFacts) => ({
  ...(Object.fromEntries(caseTexts.map((name) => [name, facts[name] ?? ''])) as Record<(typeof caseTexts)[number], string>),
  areaId: facts.areaId ?? null,
  organisationId: facts.organisationId ?? null,
})

interface NewCase extends CaseFacts {
  groupId: number
  state: 'draft' | 'open'
  origin: CaseOrigin
  visibility: Visibility
  consent?: QuoteConsent
  author: { id: number | null; name: string; email: string }
  saidAt: Date
}
interface Source {
  messageId?: number
  rawId?: number
  excerpt: string
  saidBy: string
  saidAt: Date
}

async function setNumbers(tx: Tx, caseId: number, numbers: string[]): Promise<void> {
  await tx.deleteFrom('caseNumber').where('caseId', '=', caseId).execute()
  const wanted = [...new Set(numbers.map((number) => number.trim()).filter(Boolean))].slice(0, 20)
  await insertAll(
    tx.insertInto('caseNumber'),
    wanted.map((number) => ({ caseId, number: number.slice(0, 60) })),
  )
}

/** Puts a case into the index, for those who may read its page. */
export async function indexCase(tx: Tx, id: number): Promise<void> {
  const found = await findCase(tx, id)
  if (!found) return
  if (found.state === 'withdrawn') return forgetDocuments(tx, 'case', [id])
  const sources = await tx.selectFrom('userCaseSource').select('excerpt').where('caseId', '=', id).execute()
  // The problem is mostly told in the message's own words, which are found once.
  const said = caseTexts.slice(1).flatMap((name) => found[name] || [])
  await indexDocument(tx, {
    kind: 'case',
    subjectId: id,
    audience: found.audience,
    groupId: found.groupId,
    at: found.saidAt,
    author: found.person ?? found.authorName,
    title: found.title,
    body: [...said, ...pluck(sources, 'excerpt').filter((excerpt) => !said.some((text) => text.includes(excerpt.trim())))].join('\n\n'),
    language: found.language,
  })
}

async function insertCase(tx: Tx, actor: Actor, facts: NewCase, sources: Source[]): Promise<number> {
  const { groupId, state, origin, visibility, consent = 'unasked', language = 'en', author, saidAt } = facts
  const id = await insertOne(tx.insertInto('userCase'), {
    ...{ ...valuesOf(facts), groupId, state, origin, visibility, language, saidAt },
    ...{ consent, consentAt: consent === 'unasked' ? null : actor.at },
    ...{ authorId: author.id, authorName: author.name, authorEmail: author.email },
    ...{ capturedBy: actor.personId, capturedAt: actor.at, changedAt: actor.at },
  })
  await insertAll(
    tx.insertInto('userCaseSource'),
    sources.map((source) => ({ ...source, caseId: id, addedBy: actor.personId, addedAt: actor.at })),
  )
  await setNumbers(tx, id, facts.numbers ?? [])
  await keepVersion(tx, actor, id, 1, facts)
  await recordOf(tx, actor, 'case.captured', { id, groupId }, { origin })
  await indexCase(tx, id)
  return id
}

async function keepVersion(tx: Tx, actor: Actor, caseId: number, number: number, facts: CaseFacts): Promise<void> {
  await insertRow(tx.insertInto('userCaseVersion'), {
    caseId,
    number,
    fields: JSON.stringify(valuesOf(facts)),
    changedBy: actor.personId,
    changedAt: actor.at,
  })
}

export interface Captured {
  caseId: number
  /** The message was a user case already; nothing was made. */
  known: boolean
}

/**
 * A message of the archive becomes a user case, in one step: its own words are the excerpt, its author is told.
 * @param another the message holds a second need beside the one that it was captured for
 * @param title what it is called; else as the message says its need
 * @throws NotFound for a message that the actor may not read, NotAllowed for who neither collates nor wrote it
 */
export async function captureMessage(
  tx: Tx,
  actor: Actor,
  messageId: number,
  { origin = 'archive' as CaseOrigin, another = false, title = '' } = {},
): Promise<Captured> {
  // Locked, so that two who press the button at once make one case.
  await tx.selectFrom('sharedMessage as message').select('id').where('id', '=', messageId).forNoKeyUpdate().execute()
  const plan = await planCapture(tx, actor, messageId, { byProgram: origin === 'hashtag' })
  const { message, own, twin } = plan
  if (twin && !another) return { caseId: twin.id, known: true }
  const caseId = await insertCase(
    tx,
    actor,
    {
      title: title || plan.title,
      groupId: plan.groupId,
      state: 'draft',
      origin,
      visibility: plan.visibility,
      language: guessLanguage(own) ?? message.list.language,
      organisationId: plan.organisation?.id,
      author: { id: message.personId, name: plan.author, email: message.fromEmail },
      saidAt: message.sentAt,
      numbers: plan.numbers,
    },
    [{ messageId, excerpt: own, saidBy: plan.author, saidAt: message.sentAt }],
  )
  if (!plan.wrote || origin === 'hashtag') await enqueue(tx, 'requests.caseCaptured', { caseId })
  return { caseId, known: false }
}

export interface ForwardedMail {
  rawId: number
  /** The mail that was forwarded, as far as it could be read. */
  original: { messageId?: string; name: string; email: string; personId: number | null; subject: string; date?: Date; text: string }
  /** The message of an archive that it is, where it was found. */
  found?: number
}

/** Somebody forwarded a mail to a list's `+case` address. A mail that stands in the archive is captured there. */
export async function captureForward(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number; language: string; archive: ArchiveAccess },
  { rawId, original, found }: ForwardedMail,
): Promise<Captured> {
  if (found !== undefined) return captureMessage(tx, actor, found, { origin: 'forward' })
  const own = withoutMark(excerptOf(original.text))
  const saidAt = original.date && original.date <= actor.at ? original.date : actor.at
  const organisation = original.personId === null ? undefined : await findAffiliationOn(tx, original.personId, saidAt)
  const caseId = await insertCase(
    tx,
    actor,
    {
      title: needFrom(titleFrom(original.subject), hideAddresses(own)),
      groupId: list.groupId,
      state: 'draft',
      origin: 'forward',
      // It was said in private, wherever it is kept now.
      visibility: 'group',
      language: guessLanguage(own) ?? list.language,
      organisationId: organisation?.id,
      author: { id: original.personId, name: hideAddresses(original.name), email: original.email },
      saidAt,
      numbers: caseNumbersIn(`${original.subject}\n${own}`),
    },
    [{ rawId, excerpt: own || '—', saidBy: hideAddresses(original.name || original.email), saidAt }],
  )
  if (original.personId !== null && original.personId !== actor.personId) await enqueue(tx, 'requests.caseCaptured', { caseId })
  return { caseId, known: false }
}

/** Somebody writes a user case with the form; it is theirs, and open at once. */
export async function writeCase(
  tx: Tx,
  actor: Actor,
  groupId: number,
  facts: CaseFacts & { visibility: Visibility; consent: QuoteConsent; origin?: 'web' | 'api' },
): Promise<number> {
  const group = await getRequestGroup(tx, actor, { id: groupId })
  if (!mayContribute(actor, group)) throw new NotFound(refusals.thereIsNoSuchPage)
  await checkChoices(tx, groupId, facts)
  const organisation = facts.organisationId ?? (await findAffiliationOn(tx, actor.personId as number, actor.at))?.id
  return insertCase(
    tx,
    actor,
    {
      ...facts,
      organisationId: organisation,
      groupId,
      state: 'open',
      origin: facts.origin ?? 'web',
      language: facts.language ?? guessLanguage(`${facts.title}\n${facts.problem ?? ''}`) ?? 'en',
      author: { id: actor.personId, name: actor.name, email: '' },
      saidAt: actor.at,
    },
    [],
  )
}

/** A user case that nobody else changes meanwhile. @throws NotFound where the actor may not see it */
export async function lockCase(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('userCase').select('id').where('id', '=', id).forUpdate().execute()
  return getCase(tx, actor, id)
}

/**
 * Its author, or the group for them, fills in or corrects a case; what is left out stays. A draft is open from then on.
 * @throws Conflict for a withdrawn one; NotAllowed for whose it is not
 */
export async function changeCase(
  tx: Tx,
  actor: Actor,
  id: number,
  said: Partial<CaseFacts> & { visibility?: Visibility },
  { asAuthor = false } = {},
): Promise<void> {
  const found = asAuthor ? { ...(await lockForAuthor(tx, id)), mine: true, mayCollate: false } : await lockCase(tx, actor, id)
  if (!found.mine && !found.mayCollate) throw new NotFound(requestRefusals.userCase)
  conflictIf(whyNotCorrect(found))
  await checkChoices(tx, found.groupId, said)
  const facts = withSaid<CaseFacts>(valuesOf(found), said)
  const version = found.version + 1
  const { visibility = found.visibility, language = found.language } = said
  await updateOne(tx.updateTable('userCase'), id, {
    ...valuesOf(facts),
    visibility,
    language,
    version,
    state: 'open',
    changedAt: actor.at,
  })
  if (said.numbers) await setNumbers(tx, id, said.numbers)
  await keepVersion(tx, actor, id, version, facts)
  await recordOf(tx, actor, 'case.changed', { id, groupId: found.groupId }, { version })
  await indexCase(tx, id)
}

/** What was kept of somebody's cases before they were changed says nothing any more. */
export async function emptyVersionsOf(tx: Tx, personId: number): Promise<void> {
  await tx
    .updateTable('userCaseVersion')
    .set({ fields: '{}' })
    .where('caseId', 'in', (query) => query.selectFrom('userCase').select('id').where('authorId', '=', personId))
    .execute()
}

/** A title that was proposed from a message says what the message said: it goes with it. */
async function emptyTitles(tx: Tx, messageIds: readonly number[]): Promise<void> {
  const rows = await tx
    .selectFrom('userCaseSource')
    .innerJoin('userCase', 'userCase.id', 'userCaseSource.caseId')
    .select(['userCase.id', 'userCase.title', 'userCaseSource.excerpt'])
    .where('userCaseSource.messageId', 'in', orNoId(messageIds))
    .execute()
  for (const { id } of rows.filter((one) => saysIn(one.title, one.excerpt))) {
    await updateOne(tx.updateTable('userCase'), id, { title: gone })
    await tx
      .updateTable('userCaseVersion')
      .set({ fields: sql`fields || ${JSON.stringify({ title: gone })}::jsonb` })
      .where('caseId', '=', id)
      .where('fields', '<>', '{}')
      .execute()
    await indexCase(tx, id)
  }
}

const gone = '[removed]'

/** Empties what was quoted in user cases from messages that are gone. Answers with how many quotes there were. */
export async function emptyExcerpts(tx: Tx, messageIds: readonly number[]): Promise<number> {
  await emptyTitles(tx, messageIds)
  const quotes = tx.updateTable('userCaseSource').set({ excerpt: gone })
  return Number((await quotes.where('messageId', 'in', orNoId(messageIds)).executeTakeFirst()).numUpdatedRows)
}

/** A user case whose author decides by a link; nobody else changes it meanwhile. */
export async function lockForAuthor(tx: Tx, id: number) {
  await tx.selectFrom('userCase').select('id').where('id', '=', id).forUpdate().execute()
  return (await findCase(tx, id)) ?? missing(requestRefusals.userCase)
}
