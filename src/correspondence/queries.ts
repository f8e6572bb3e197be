import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { readPacked } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, isThere, orNoId, orNoText, readPage } from '../lib/db/rows.ts'
import type { CorrespondenceState } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'
import { listDesks } from '../list/queries.ts'
import { todayOf } from '../time.ts'

const t = textsOf('correspondence', 'queries')

export interface ExchangeFilter {
  state?: CorrespondenceState
  search?: string
  late?: boolean
}

/** The exchanges of an address that the actor reads: what waits first, then the newest; a page at a time. */
export async function listExchanges(
  db: Db,
  actor: Actor,
  desk: { id: number },
  { state, search, late }: ExchangeFilter = {},
  { page = 1, limit = 30 } = {},
) {
  const today = todayOf(actor)
  let base = db
    .selectFrom('correspondence')
    .leftJoin('sharedPerson as owner', 'owner.id', 'correspondence.ownerId')
    .where('addressId', '=', desk.id)
  if (state) base = base.where('correspondence.state', '=', state)
  if (late) base = base.where('correspondence.state', '<>', 'answered').where('correspondence.answerBy', '<', today)
  if (search)
    base = base.where(
      sql<boolean>`(lower(correspondence.subject) like ${containing(search)} or lower(correspondence.counterpart) like ${containing(search)}
        or lower(correspondence.counterpart_name) like ${containing(search)}
        or exists (select from correspondence_mail m join search_document d on d.kind = 'correspondence' and d.subject_id = m.id
          where m.correspondence_id = correspondence.id and d.vector @@ websearch_to_tsquery('rapport_words', ${search})))`,
    )
  const found = base
    .selectAll('correspondence')
    .select('owner.name as owner')
    .orderBy(sql`correspondence.state = 'answered'`)
    .orderBy('correspondence.lastAt', 'desc')
    .orderBy('correspondence.id', 'desc')
  const { rows: exchanges, ...sums } = await readPage(found, { page, limit })
  return { exchanges, ...sums }
}

/** How many exchanges of an address stand where. */
export const countExchanges = (db: Db, deskId: number, today: string) =>
  db
    .selectFrom('correspondence')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('state', '=', 'open').as('open'),
      e.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
      e.fn.countAll<number>().as('all'),
    ])
    .select(sql<number>`count(*) filter (where state <> 'answered' and answer_by < ${today}::date)`.as('late'))
    .where('addressId', '=', deskId)
    .executeTakeFirstOrThrow()

/**
 * One exchange of an address, with its mails, oldest first.
 * @throws NotFound
 */
export async function getExchange(db: Db, desk: { id: number }, id: number) {
  const exchange = await db
    .selectFrom('correspondence')
    .leftJoin('sharedPerson as owner', 'owner.id', 'correspondence.ownerId')
    .selectAll('correspondence')
    .select('owner.name as owner')
    .where('correspondence.id', '=', id)
    .where('correspondence.addressId', '=', desk.id)
    .executeTakeFirstOrThrow(() => new NotFound(t.conversationNotFound))
  const mails = await db
    .selectFrom('correspondenceMail')
    .leftJoin('sharedPerson as person', 'person.id', 'correspondenceMail.personId')
    .selectAll('correspondenceMail')
    .select('person.name as writer')
    .select(
      sql<
        string | null
      >`(select d.state::text from shared_delivery d where d.letter_id = correspondence_mail.letter_id order by d.id limit 1)`.as(
        'delivery',
      ),
    )
    .select(
      sql<
        string | null
      >`(select coalesce(nullif(b.diagnostic, ''), d.answer) from shared_delivery d left join shared_bounce b on b.delivery_id = d.id
        where d.letter_id = correspondence_mail.letter_id and (d.state = 'failed' or b.permanent) order by b.id desc nulls last limit 1)`.as(
        'failure',
      ),
    )
    .where('correspondenceId', '=', id)
    .orderBy('sentAt')
    .orderBy('correspondenceMail.id')
    .execute()
  return { ...exchange, mails }
}

export type Exchange = Awaited<ReturnType<typeof getExchange>>

/** A mail of an exchange with its bytes. @throws NotFound */
export async function getExchangeMail(db: Db, desk: { id: number }, exchangeId: number, mailId: number) {
  const mail = await db
    .selectFrom('correspondenceMail')
    .innerJoin('sharedRawMail as rawMail', 'rawMail.id', 'correspondenceMail.rawId')
    .select(['correspondenceMail.id', 'correspondenceMail.subject', 'rawMail.bytes'])
    .where('correspondenceMail.id', '=', mailId)
    .where('correspondenceMail.correspondenceId', '=', exchangeId)
    .where('correspondenceMail.addressId', '=', desk.id)
    .executeTakeFirst()
  if (!mail?.bytes) throw new NotFound(t.emailNotFound)
  return { id: mail.id, subject: mail.subject, raw: await readPacked(mail.bytes) }
}

/** A mail by id, with its exchange, for the answer to it. */
export const findMail = (db: Db, id: number) =>
  db
    .selectFrom('correspondenceMail')
    .innerJoin('correspondence', 'correspondence.id', 'correspondenceMail.correspondenceId')
    .select(['correspondenceMail.id', 'correspondenceMail.correspondenceId', 'correspondenceMail.addressId'])
    .select(['correspondenceMail.messageId', 'correspondenceMail.refs', 'correspondenceMail.subject'])
    .select(['correspondence.counterpart', 'correspondence.counterpartName', 'correspondence.state'])
    .where('correspondenceMail.id', '=', id)
    .executeTakeFirst()

/** The name of an address. */
export const findDeskName = async (db: Db, id: number): Promise<string | undefined> =>
  (await db.selectFrom('sharedRoleAddress as roleAddress').select('name').where('id', '=', id).executeTakeFirst())?.name

/** The exchange that a mail belongs to: by what it refers to, else by its counterpart and subject. */
export async function findExchange(
  db: Db,
  addressId: number,
  { ids, counterpart, base }: { ids: string[]; counterpart: string; base: string },
): Promise<number | undefined> {
  const byReference = await db
    .selectFrom('correspondenceMail')
    .select('correspondenceId')
    .where('addressId', '=', addressId)
    .where((e) => e.or([e('messageId', 'in', orNoText(ids)), sql<boolean>`refs && ${ids}::text[]`]))
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (byReference || base === '') return byReference?.correspondenceId
  const bySubject = await db
    .selectFrom('correspondence')
    .select('id')
    .where('addressId', '=', addressId)
    .where('counterpart', '=', counterpart)
    .where(sql<boolean>`lower(subject) = ${base}`)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return bySubject?.id
}

/** All mail of an address with its bytes, oldest first, for taking it along; what was erased is left out. */
export async function* readExchangeMails(db: Db, deskId: number): AsyncGenerator<{ raw: Buffer; date: Date }> {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('correspondenceMail')
      .innerJoin('sharedRawMail as rawMail', 'rawMail.id', 'correspondenceMail.rawId')
      .select(['correspondenceMail.id', 'correspondenceMail.sentAt', 'rawMail.bytes'])
      .where('addressId', '=', deskId)
      .where('correspondenceMail.id', '>', after)
      .orderBy('correspondenceMail.id')
      .limit(50)
      .execute()
    for (const row of rows) if (row.bytes) yield { raw: await readPacked(row.bytes), date: row.sentAt }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** What waits for the actor at the addresses that they read: exchanges that we owe an answer, how many of them late. */
export async function countWaitingAnswers(db: Db, actor: Actor) {
  const desks = (await listDesks(db, actor)).filter((desk) => desk.closedAt === null)
  const today = todayOf(actor)
  const counted = await Promise.all(desks.map(async (desk) => ({ desk, ...(await countExchanges(db, desk.id, today)) })))
  return counted.filter(({ open, late }) => open + late > 0)
}

/** The same with the mails that are to be answered, so many at most of each address. */
export const listWaitingLetters = async (db: Db, actor: Actor, most: number) =>
  Promise.all(
    (await countWaitingAnswers(db, actor)).map(async (one) => ({
      ...one,
      letters: one.open > 0 ? await listOpenLetters(db, one.desk.id, most) : [],
    })),
  )

/** What was written last in each exchange of an address that we owe an answer, the longest wait first. */
async function listOpenLetters(db: Db, deskId: number, most: number) {
  const { rows } = await sql<{ id: number; exchangeId: number; subject: string; who: string; text: string; answerBy: string | null }>`
    select m.id, c.id as exchange_id, c.subject, coalesce(nullif(c.counterpart_name, ''), c.counterpart) as who, left(m.text, 5000) as text, c.answer_by
    from correspondence c join lateral (select id, text from correspondence_mail
      where correspondence_id = c.id and direction = 'in' order by id desc limit 1) m on true
    where c.address_id = ${deskId} and c.state = 'open' order by c.last_at, c.id limit ${most}`.execute(db)
  return rows
}

/** Open exchanges of an address, for a handover. */
export const listUnanswered = (db: Db, addressIds: number[]) =>
  db
    .selectFrom('correspondence')
    .innerJoin('sharedRoleAddress as roleAddress', 'roleAddress.id', 'correspondence.addressId')
    .select(['correspondence.id', 'correspondence.subject', 'correspondence.state', 'correspondence.ownerId', 'roleAddress.name as desk'])
    .select(['correspondence.counterpart', 'correspondence.counterpartName'])
    .where('correspondence.addressId', 'in', orNoId(addressIds))
    .where('correspondence.state', '<>', 'answered')
    .orderBy('correspondence.lastAt')
    .execute()

/** Is the answer of an exchange still late? */
export const isLate = (db: Db, id: number, today: string): Promise<boolean> =>
  isThere(db.selectFrom('correspondence').select('id').where('id', '=', id).where('state', '<>', 'answered').where('answerBy', '<', today))

/** Exchanges whose answer is late, ours or theirs, of which nobody was told yet: their owners hear of it once. */
export const listNewlyLate = (db: Db, today: string) =>
  db
    .selectFrom('correspondence')
    .innerJoin('sharedRoleAddress as roleAddress', 'roleAddress.id', 'correspondence.addressId')
    .select(['correspondence.id', 'correspondence.subject', 'correspondence.state', 'correspondence.ownerId', 'correspondence.answerBy'])
    .select(['correspondence.counterpart', 'correspondence.counterpartName', 'roleAddress.name as desk', 'correspondence.addressId'])
    .where('correspondence.state', '<>', 'answered')
    .where('correspondence.answerBy', '<', today)
    .whereRef('correspondence.lateTold', 'is distinct from', 'correspondence.answerBy')
    .where('roleAddress.closedAt', 'is', null)
    .orderBy('correspondence.id')
    .execute()

/** Mails with these ids that an address has already, as `id hash`, each with the import that brought it; for an import that is repeated. */
export async function findKept(db: Db, addressId: number, messageIds: string[]): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('correspondenceMail')
    .select(['messageId', 'contentHash', 'importId'])
    .where('addressId', '=', addressId)
    .where('messageId', 'in', orNoText(messageIds))
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row.importId]))
}

/** What tells a mail of an address from every other. */
export const keyOf = ({ messageId, contentHash }: { messageId: string; contentHash: Buffer }): string =>
  `${messageId} ${contentHash.toString('base64')}`

/** Has an address this very mail already? */
export const isKept = async (db: Db, addressId: number, mail: { messageId: string; contentHash: Buffer }): Promise<boolean> =>
  (await findKept(db, addressId, [mail.messageId])).has(keyOf(mail))

/** Letters whose files are not noted yet, the newest first. */
export const listUnlisted = (db: Db, limit: number) =>
  db
    .selectFrom('correspondenceMail')
    .select(['id', 'rawId'])
    .where('files', 'is', null)
    .where('attachments', '>', 0)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
