import { sql } from 'kysely'
import { emptyMessages, eraseRaw, refreshCut, renameWriter } from '../archive/actions.ts'
import { findRaw, listKeptAs } from '../archive/queries.ts'
import { type Consequences, follow } from '../consequences.ts'
import { reread } from '../edges/mailroom/actions.ts'
import { NotFound } from '../errors.ts'
import { dropTextFiles, eraseContent } from '../files/actions.ts'
import { idsOf, orNoId, type Tx } from '../lib/db/rows.ts'
import { cutMail } from '../lib/mail/cut.ts'
import { needleOf, normalise } from '../lib/mail/find-words.ts'
import { formerName } from '../lib/ui/former.ts'
import { textsOf } from '../lib/ui/words.ts'
import { discardErased } from '../list/actions.ts'
import { eraseLettersTo } from '../outbox/actions.ts'
import { eraseAddress } from '../people/actions.ts'
import { emptyExcerpts, emptyVersionsOf } from '../requests/actions.ts'
import { forgetDocuments } from '../search/actions.ts'
import { listAuthored, listEmailColumns, listOtherMails } from './erasure-queries.ts'
import { foundAs, isProse, placeholder, records, tellingNames, textsOfTable } from './erasure-rules.ts'
import { cutTraces } from './mentions-actions.ts'

const t = textsOf('privacy', 'erasure')

/**
 * The one function that erases a person across all domains, each of which says what goes: their name, addresses, ways in and settings; with `words` also what they wrote. Their
 * messages keep their place in their threads, their terms their place in the roster, both under no name. Doing it twice changes nothing.
 */
export async function erasePerson(
  tx: Tx,
  consequences: readonly Consequences[],
  at: Date,
  personId: number,
  scope: 'name' | 'words',
): Promise<void> {
  const person = await tx
    .selectFrom('sharedPerson as person')
    .select(['name', 'erasedAt'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(t.personNotFound))
  const addresses = await tx.selectFrom('sharedAddress as address').select(['id', 'email']).where('personId', '=', personId).execute()
  const called = await tx
    .selectFrom('sharedMessage as message')
    .select(['fromName', 'fromEmail'])
    .distinct()
    .where('personId', '=', personId)
    .execute()
  const emails = [...new Set([...addresses.map((one) => one.email), ...called.map((one) => one.fromEmail).filter(Boolean)])]
  const names = [...new Set([person.name, ...called.map((one) => one.fromName)])].filter((name) => name !== formerName)
  const instead = new Map(
    emails.map((email, i) => [email, placeholder(addresses.find((one) => one.email === email)?.id ?? `${personId}-${i}`)]),
  )
  const leaving = { at, personId, scope, names, emails }
  await eraseFromMail(tx, leaving)
  await eraseOtherMails(tx, leaving)
  await eraseLettersTo(tx, emails, at)
  await eraseAddresses(tx, instead)
  if (scope === 'words') await eraseWords(tx, personId)
  await eraseCopies(tx, at, personId)
  await follow(consequences, 'personErased', tx, personId, at)
  const telling = tellingNames(names)
  await cutTraces(
    tx,
    personId,
    { needles: needlesOf(telling), names: new Set(names), emails: instead, called: formerName },
    telling.map(normalise),
  )
}

interface Leaving {
  at: Date
  personId: number
  scope: 'name' | 'words'
  names: string[]
  emails: string[]
}

const needlesOf = (texts: readonly string[]) => texts.flatMap((text) => needleOf(text) ?? [])

/** Their own mails lose their name or all; mails of the threads that they wrote in lose what names them. */
async function eraseFromMail(tx: Tx, { at, personId, scope, names, emails }: Leaving): Promise<void> {
  const own = await tx.selectFrom('sharedMessage as message').select(['id', 'rawId', 'threadId']).where('personId', '=', personId).execute()
  const mine = new Set(own.map((one) => one.rawId))
  if (scope === 'words') {
    const kept = await listKeptAs(tx, [...mine])
    for (const rawId of mine) await eraseRaw(tx, rawId, at)
    await emptyMessages(tx, idsOf(kept), at, false)
    await emptyExcerpts(tx, idsOf(kept))
    await renameWriter(tx, personId, formerName)
  } else await cutThese(tx, at, [...mine], needlesOf([...names, ...emails]))
  const threads = [...new Set(own.map((one) => one.threadId))]
  const others = await tx
    .selectFrom('sharedMessage as message')
    .select('rawId')
    .distinct()
    .where('threadId', 'in', orNoId(threads))
    .execute()
  const rest = others.map((one) => one.rawId).filter((rawId) => !mine.has(rawId))
  await cutThese(tx, at, rest, needlesOf([...tellingNames(names), ...emails]))
}

async function cutThese(tx: Tx, at: Date, rawIds: number[], needles: ReturnType<typeof needlesOf>): Promise<void> {
  const fresh: Parameters<typeof refreshCut>[1] = []
  for (const rawId of rawIds) {
    const raw = await findRaw(tx, rawId)
    const done = raw && cutMail(raw, { needles, called: formerName })
    if (!done) continue
    const kept = await listKeptAs(tx, [rawId])
    const newId = await eraseRaw(tx, rawId, at, done.raw)
    for (const message of kept) {
      const read = reread({ ...message, rawId: newId, raw: done.raw })
      fresh.push({ list: { id: message.listId, language: message.language }, threadId: message.threadId, read })
    }
  }
  await refreshCut(tx, fresh, at)
}

/** Mails of theirs that are in no archive: held, refused, written to a role. What waits for a decision goes, with their words. */
async function eraseOtherMails(tx: Tx, { at, personId, scope, names, emails }: Leaving): Promise<void> {
  const rawIds = await listOtherMails(tx, personId, emails)
  if (scope === 'words') {
    const own = idsOf(rawIds.filter((one) => one.theirs))
    for (const id of own) await eraseRaw(tx, id, at)
    await discardErased(tx, own, at)
  }
  const left = scope === 'words' ? rawIds.filter((one) => !one.theirs) : rawIds
  await cutThese(tx, at, idsOf(left), needlesOf([...names, ...emails]))
}

/** Their addresses go from every column of addresses, and the name beside each. */
async function eraseAddresses(tx: Tx, emails: ReadonlyMap<string, string>): Promise<void> {
  const columns = await listEmailColumns(tx)
  for (const [address, instead] of emails) {
    for (const { table, email, name } of columns) {
      const named = name ? sql`, ${sql.id(name)} = ${formerName}` : sql``
      await sql`update ${sql.id(table)} set ${sql.id(email)} = ${instead}${named} where lower(${sql.id(email)}) = ${address}`.execute(tx)
    }
    await eraseAddress(tx, address, instead)
  }
}

/** What they wrote elsewhere than by mail: the thing stays, its words go. */
async function eraseWords(tx: Tx, personId: number): Promise<void> {
  for (const { table, person, column } of await listAuthored(tx)) {
    if (records.has(table) || !isProse(column)) continue
    const { rows } = await sql<{ id: number | null }>`
      update ${sql.id(table)} t set ${sql.id(column)} = '[removed]' where ${sql.id(person)} = ${personId} and ${sql.id(column)} <> ''
      returning (to_jsonb(t)->>'id')::bigint as id`.execute(tx)
    const ids = rows.flatMap(({ id }) => id ?? [])
    const kind = foundAs[table]
    if (kind) await forgetDocuments(tx, kind, ids)
    const shows = textsOfTable[table]
    const shown = ids.map((id) => `${shows}:${id}`)
    if (shows) await dropTextFiles(tx, shown)
  }
  // What was kept of a case before it was changed is theirs as the case is.
  await emptyVersionsOf(tx, personId)
}

/** The copies that somebody was given of what is kept of them. */
async function eraseCopies(tx: Tx, at: Date, personId: number): Promise<void> {
  const copies = await tx
    .updateTable('personalExport')
    .set({ state: 'expired' })
    .where('personId', '=', personId)
    .returning('fileId')
    .execute()
  for (const { fileId } of copies) if (fileId !== null) await eraseContent(tx, fileId, at)
}
