import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readMails, readPacked } from '../archive/queries.ts'
import { readContent } from '../files/queries.ts'
import { hasTable, jobsQuery, type KeptTable, listTables, quoted } from '../lib/db/backup-catalogue.ts'
import type { Db } from '../lib/db/rows.ts'
import { mboxEntry } from '../lib/mail/mbox-write.ts'
import { asFiles, asMarkdown, beginsAsMail, elsewhere, emptied, isSecret, leftBehind, textName } from './site-rules.ts'

/** A file of an export. */
export interface SiteFile {
  name: string
  content: string | AsyncIterable<Uint8Array>
}

// JSON has neither of the two: what COPY writes is the lines as they are.
export const plainLines = `(format csv, quote e'\\x01', delimiter e'\\x02')`

/** The tables whose rows leave as lines of JSON. */
export const listLeaving = async (client: pg.ClientBase): Promise<KeptTable[]> =>
  (await listTables(client)).filter(({ name }) => !(name in leftBehind) && !asFiles.has(name))

const keyOf = async (client: pg.ClientBase, table: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey, a.attnum)`,
    [quoted(table)],
  )
  return rows.map(({ name }) => quoted(name))
}

/** Every row of every table that leaves, a line of JSON each, in the order of its key. */
export async function* tableFiles(client: pg.ClientBase): AsyncGenerator<SiteFile> {
  for (const { name, columns } of await listLeaving(client)) {
    const gone = [elsewhere[name], ...(emptied[name] ?? [])]
    const shown = columns.filter((column) => !gone.includes(column)).map(quoted)
    const order = await keyOf(client, name)
    const rows = `select row_to_json(r)::text from (select ${shown.join(', ')} from ${quoted(name)}
      ${order.length > 0 ? `order by ${order.join(', ')}` : ''}) r`
    yield { name: `data/${name}.jsonl`, content: client.query(copyTo(`copy (${rows}) to stdout with ${plainLines}`)) }
  }
}

/** What waits to be done; what was begun for sign-in is left. */
export async function* jobFiles(client: pg.ClientBase): AsyncGenerator<SiteFile> {
  if (!(await hasTable(client, 'graphile_worker._private_jobs'))) return
  const lines = `select j::text from (${jobsQuery}) q (j) where not starts_with(j->>'task', 'people.') and not starts_with(j->>'task', 'moving.')`
  yield { name: 'data/jobs.jsonl', content: client.query(copyTo(`copy (${lines}) to stdout with ${plainLines}`)) }
}

/** The archives of all lists, byte for byte, and every other mail as a file by its hash. */
export async function* mailFiles(db: Db): AsyncGenerator<SiteFile> {
  for (const list of await db.selectFrom('sharedList as list').select(['id', 'name']).orderBy('name').execute())
    yield { name: `lists/${list.name}/${list.name}.mbox`, content: archiveOf(db, list.id) }
  const written = new Set<string>()
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('sharedRawMail as rawMail')
      .select(['id', 'sha256', 'bytes'])
      .select((e) =>
        e.exists(e.selectFrom('sharedMessage as message').select('message.id').whereRef('message.rawId', '=', 'rawMail.id')).as('posted'),
      )
      .where('id', '>', after)
      .where('bytes', 'is not', null)
      .orderBy('id')
      .limit(50)
      .execute()
    for (const { bytes, posted, sha256 } of rows) {
      const raw = await readPacked(bytes)
      const hash = sha256.toString('hex')
      if (written.has(hash) || (posted && beginsAsMail(raw))) continue
      written.add(hash)
      yield { name: `mail/${hash}.eml`, content: one(raw) }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

async function* archiveOf(db: Db, listId: number): AsyncGenerator<Uint8Array> {
  for await (const mail of readMails(db, { listId })) if (beginsAsMail(mail.raw)) yield mboxEntry(mail)
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What was uploaded and made, each content once, under its hash. */
export async function* contentFiles(db: Db): AsyncGenerator<SiteFile> {
  const contents = await db
    .selectFrom('sharedFileContent as fileContent')
    .select(['id', 'sha256'])
    .where('sha256', 'is not', null)
    .where('erasedAt', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id, sha256 } of contents) if (sha256) yield { name: `files/${sha256.toString('hex')}`, content: readContent(db, id) }
}

// What people write, whatever table it stands in; mails and what is made of them stand in the mailboxes.
const texts = `
  select c.relname as table, json_agg(a.attname order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relpersistence = 'p'
    and a.attname ~ '(^|_)(text|body|markdown|content|note|summary|problem|workflow|rationale|outcome|description|words)$'
    and exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id')
    and c.relname not in ('message', 'search_document', 'file_text', 'correspondence_mail', 'follow_notice', 'notice_template', 'delivery', 'letter')
  group by 1 order by 1`

const titles = ['title', 'name', 'subject', 'question', 'filename']

/** What people wrote, a file of Markdown for each row: requests, stories, minutes, decisions, documents, pages. */
export async function* textFiles(client: pg.ClientBase): AsyncGenerator<SiteFile> {
  const { rows: tables } = await client.query<{ table: string; columns: string[] }>(texts)
  for (const { table, columns } of tables.filter((one) => !(one.table in leftBehind)))
    for (let after = 0; ; ) {
      const { rows } = await client.query<{ row: Record<string, unknown> & { id: number } }>(
        `select row_to_json(t) as row from ${quoted(table)} t where id > $1 order by id limit 500`,
        [after],
      )
      for (const { row } of rows) {
        const written = columns.map((column) => row[column]).filter((value) => typeof value === 'string' && value.trim() !== '')
        if (written.length === 0) continue
        const named = titles.map((column) => row[column]).find((value) => typeof value === 'string' && value !== '')
        const title = String(named ?? written[0]).slice(0, 100)
        yield { name: textName(table, row.id, title), content: asMarkdown(title, row, columns) }
      }
      const last = rows.at(-1)
      if (!last) break
      after = last.row.id
    }
}

/** What whoever takes the export in has to know, a sentence each. */
export async function listNotes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ open: number; waiting: number; deliveries: number }>(
    `select (select count(*)::int from ballot where state = 'open') as open,
      (select count(*)::int from inbound where state = 'waiting') as waiting,
      (select count(*)::int from delivery where state in ('queued', 'deferred')) as deliveries`,
  )
  const { open = 0, waiting = 0, deliveries = 0 } = rows[0] ?? {}
  const { rows: older } = await client.query<{ name: string; place: string }>('select name, place from journal_file order by first')
  return [
    'Links in mails that were sent already work on the new site only with the old RAPPORT_SECRET; a new one makes them void.',
    open > 0 && `Open ballots: ${open}. Their papers stay sealed and cannot be opened elsewhere: close them before you leave.`,
    waiting > 0 && `Mails that wait to be sorted: ${waiting}. They are sorted on the new site.`,
    deliveries > 0 && `Mails that wait to be sent: ${deliveries}. Stop the old site before the new one starts, or they are sent twice.`,
    older.length > 0 &&
      `Old years of the activity log are in files that are not in the export: ${older.map(({ name, place }) => `${name} in ${place}`).join(', ')}.`,
  ].filter((note) => note !== false)
}

/** Tables of this database that stay behind, with the reason. */
export async function listLeftBehind(client: pg.ClientBase): Promise<{ table: string; why: string; secret: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1",
  )
  return rows.flatMap(({ name }) => (leftBehind[name] ? [{ table: name, why: leftBehind[name], secret: isSecret(name) }] : []))
}
