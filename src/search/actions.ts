import { sql } from 'kysely'
import { type Db, orNoId, type Tx } from '../lib/db/rows.ts'
import { cutText, type Needle } from '../lib/mail/find-words.ts'
import { pluck } from '../lib/pluck.ts'
import { readingLimits } from '../lib/reading/limits.ts'
import { cutWords, wordsBeside } from './cut-rules.ts'
import { askForTexts, cutTexts, forgetTexts } from './files-actions.ts'
import { listSaying, readTexts } from './files-queries.ts'
import { type FoundFile, filesFrom, hashesAs, wordsOfFiles } from './files-rules.ts'
import { plainOf } from './plain.ts'
import { clip, indexConfigOf } from './rules.ts'

export { beginText, cutAnew, dropFiles, dropTexts, noteText, putOffText, readOn, stopTexts } from './files-actions.ts'

/** One thing that can be found. What it is about and for whom; the text itself may stay with its domain (`keepBody` false). */
export interface Document {
  kind: string
  subjectId: number
  /** The key that a reader must hold: `public`, `list:ID`, `group:ID`, `site`. */
  audience: string
  listId?: number
  groupId?: number
  at: Date
  author: string
  /** The address that its author wrote from. */
  email?: string
  title: string
  body: string
  /** BCP 47 language of the text; decides the stemming. */
  language: string
  attachment?: boolean
  /** The files that hang on it. */
  files?: FoundFile[]
  /** What its parts are called: of its words those that count as much as its title. */
  heads?: string[]
  /** Other words that it is found by and that nobody is shown: what it says, in the other languages of the site. */
  also?: string
  /** The text is Markdown: its words are found and shown without its marks. */
  markdown?: boolean
  /** Keep the text here for snippets. Messages keep their own. */
  keepBody?: boolean
  /** Its words, made by `makeVectors` before. */
  vector?: string
}

// Of title, author and text the words as they were cut (`cut-rules.ts`), and those that stand beside.
const wordsOf = sql`setweight(to_tsvector(d.config::regconfig, d.title_words) || to_tsvector('rapport_words', d.title_words), 'A')
  || setweight(to_tsvector('rapport_words', d.author_words), 'B')
  || to_tsvector(d.config::regconfig, d.words)
  -- Who may read no list searches in no language: what is of no list is found by the words as they stand, too.
  || case when d.list_id is null and d.config <> 'rapport_words' then to_tsvector('rapport_words', d.words) else '' end
  || d.beside::tsvector`

const textOf = ({ markdown, body }: Document): string => clip(markdown ? plainOf(body) : body)

/** The names of its files, a line each. */
const filesOf = ({ files = [] }: Document): string => files.map(({ name }) => name.replaceAll('\n', ' ')).join('\n')

const hashesOf = ({ files = [] }: Document): Buffer[] => files.flatMap(({ sha256 }) => sha256 ?? [])

const openOf = ({ files = [] }: Document): Buffer[] => files.flatMap(({ sha256, held }) => (held ? [] : (sha256 ?? [])))

/** All that is found as its title. */
const titleOf = ({ title, heads = [] }: Document): string => [title, ...heads].join('\n')

/** All that is found as its text. */
const bodyOf = (document: Document): string =>
  [textOf(document), filesOf(document), document.also].filter((one) => one !== undefined).join('\n')

const besideOf = (document: Document): string => wordsBeside(`${document.title}\n${bodyOf(document)}`, document.email)

/** The words of documents that are still to be written, in their order: half of the work, for a connection beside the one that writes. */
export async function makeVectors(db: Db, documents: Document[]): Promise<string[]> {
  const column = <T>(pick: (document: Document) => T) => documents.map(pick)
  const { rows } = await sql<{ vector: string }>`
    select (${wordsOf})::text as vector
    from unnest(${column((d) => d.listId ?? null)}::bigint[], ${column((d) => cutWords(d.author))}::text[],
      ${column((d) => cutWords(titleOf(d)))}::text[], ${column((d) => cutWords(bodyOf(d)))}::text[], ${column(besideOf)}::text[],
      ${column((d) => indexConfigOf(d.language))}::text[])
      with ordinality as d (list_id, author_words, title_words, words, beside, config, place)
    order by d.place`.execute(db)
  return rows.map(({ vector }) => vector)
}

/** Puts one document into the index. */
export const indexDocument = (tx: Tx, document: Document): Promise<void> => indexDocuments(tx, [document])

/**
 * Puts documents into the index, replacing what stood there of the same thing; what is there already as it should be is not written. They are
 * found by what their files say as well, once that was read.
 */
export async function indexDocuments(tx: Tx, documents: Document[]): Promise<void> {
  const saying = await listSaying(tx, documents.flatMap(openOf))
  const says = (document: Document) => openOf(document).some((hash) => saying.has(hash.toString('hex')))
  const others = documents.filter((document) => !says(document))
  await writeDocuments(tx, others)
  // One by one: each may bring half a million characters.
  for (const document of documents.filter(says)) {
    const texts = [...(await readTexts(tx, openOf(document))).values()]
    const own = [document.author, document.title, bodyOf(document)].map((text) => cutWords(text)).join(' ')
    const forms = document.listId === undefined ? 2 : 1
    await writeDocuments(tx, [document], wordsOfFiles(texts, own, { forms, longest: readingLimits.found.characters }))
  }
  await askForTexts(tx, documents.flatMap(hashesOf))
}

// The words of files by the weight that nothing else has: ranking takes them for less than those of the thing itself.
const wordsInFiles = (text: string) => sql`setweight(to_tsvector(d.config::regconfig, ${text}), 'C')
  || case when d.list_id is null and d.config <> 'rapport_words' then setweight(to_tsvector('rapport_words', ${text}), 'C') else '' end`

async function writeDocuments(tx: Tx, documents: Document[], inFiles?: ReturnType<typeof wordsOfFiles>): Promise<void> {
  if (documents.length === 0) return
  const column = <T>(pick: (document: Document) => T) => documents.map(pick)
  // What is made already is not made again.
  const cut = (pick: (document: Document) => string) => column((d) => (d.vector === undefined ? pick(d) : ''))
  const further = inFiles ? sql`|| ${wordsInFiles(inFiles.words)} || ${inFiles.beside}::tsvector` : sql``
  const [kinds, ids] = [column((d) => d.kind), column((d) => d.subjectId)]
  const { rows } = await sql<{ before: Buffer[] | null }>`
    with before as (
      select d.kind, d.subject_id, d.hashes from unnest(${kinds}::text[], ${ids}::bigint[]) t (kind, subject_id)
      join search_document d using (kind, subject_id) where d.hashes <> '{}'
    )
    insert into search_document as d0 (kind, subject_id, audience, list_id, group_id, at, author, title, body, attachment, files, hashes, vector, cut)
    select d.kind, d.subject_id, d.audience, d.list_id, d.group_id, d.at, d.author, d.title, d.body, d.attachment, d.files,
      coalesce((select array_agg(decode(nullif(h, '-'), 'hex') order by n) from unnest(string_to_array(d.hashes, ',')) with ordinality x (h, n)), '{}'),
      case when d.vector is null then ${wordsOf} else d.vector::tsvector end ${further}, true
    from unnest(
      ${kinds}::text[], ${ids}::bigint[], ${column((d) => d.audience)}::text[],
      ${column((d) => d.listId ?? null)}::bigint[], ${column((d) => d.groupId ?? null)}::bigint[], ${column((d) => d.at)}::timestamptz[],
      ${column((d) => d.author)}::text[], ${column((d) => d.title)}::text[], ${column((d) => ((d.keepBody ?? true) ? textOf(d) : null))}::text[],
      ${column((d) => d.attachment ?? (d.files ?? []).length > 0)}::boolean[], ${column(filesOf)}::text[],
      ${column((d) => hashesAs(d.files ?? []))}::text[], ${column((d) => indexConfigOf(d.language))}::text[],
      ${column((d) => d.vector ?? null)}::text[], ${cut((d) => cutWords(d.author))}::text[], ${cut((d) => cutWords(titleOf(d)))}::text[],
      ${cut((d) => cutWords(bodyOf(d)))}::text[], ${cut(besideOf)}::text[]
    ) as d (kind, subject_id, audience, list_id, group_id, at, author, title, body, attachment, files, hashes, config, vector, author_words,
      title_words, words, beside)
    -- What is written anew is a new document: whoever remembers those up to a number looks at it again.
    on conflict (kind, subject_id) do update set id = default, audience = excluded.audience, list_id = excluded.list_id, group_id = excluded.group_id,
      at = excluded.at, author = excluded.author, title = excluded.title, body = excluded.body, attachment = excluded.attachment, files = excluded.files, hashes = excluded.hashes, vector = excluded.vector, cut = true
    where not d0.cut or (d0.audience, d0.list_id, d0.group_id, d0.at, d0.author, d0.title, d0.body, d0.attachment, d0.files, d0.hashes, d0.vector)
      is distinct from (excluded.audience, excluded.list_id, excluded.group_id, excluded.at, excluded.author, excluded.title, excluded.body,
        excluded.attachment, excluded.files, excluded.hashes, excluded.vector)
    returning (select b.hashes from before b where b.kind = d0.kind and b.subject_id = d0.subject_id) as before`.execute(tx)
  const now = new Set(documents.flatMap(hashesOf).map((hash) => hash.toString('hex')))
  const left = rows.flatMap(({ before }) => before ?? []).filter((hash) => hash !== null && !now.has(hash.toString('hex')))
  await forgetTexts(tx, left)
}

/** Takes documents out of the index: what they are of is gone. */
export async function forgetDocuments(tx: Tx, kind: string, subjectIds: number[]): Promise<void> {
  const gone = await tx
    .deleteFrom('searchDocument')
    .where('kind', '=', kind)
    .where('subjectId', 'in', orNoId(subjectIds))
    .returning('hashes')
    .execute()
  const hashes = gone.flatMap((document) => document.hashes).filter((hash) => hash !== null)
  await forgetTexts(tx, hashes)
}

/** What is not of the archive, to be written anew with other texts. */
const cuttable = (tx: Tx) => tx.selectFrom('searchDocument').selectAll('searchDocument').where('kind', '<>', 'message')
type Cuttable = Awaited<ReturnType<ReturnType<typeof cuttable>['execute']>>[number]

const textsIn = ({ title, author, body, files }: Cuttable) => [title, author, body ?? '', files]

/** A document without its text keeps nothing of it: its domain writes it again when it is changed or rebuilt. */
function writeAnew(
  tx: Tx,
  document: Cuttable,
  language: string,
  [title = '', author = '', text = '', names = '']: string[],
): Promise<void> {
  const { kind, subjectId, audience, at, attachment, listId, groupId, body, hashes } = document
  return indexDocument(tx, {
    ...{ kind, subjectId, audience, at, attachment, language, title, author, body: text, keepBody: body !== null },
    ...{ listId: listId ?? undefined, groupId: groupId ?? undefined, files: filesFrom({ files: names, hashes }) },
  })
}

/** Cuts words out of the index of a group and its lists; messages are written anew by the archive. */
export async function cutDocuments(
  tx: Tx,
  { groupId, listId }: { groupId: number; listId: number },
  needles: readonly Needle[],
  language: string,
): Promise<void> {
  const documents = cuttable(tx).where((e) => e.or([e('groupId', '=', groupId), e('listId', '=', listId)]))
  for (const document of await documents.execute()) {
    const cuts = textsIn(document).map((text) => cutText(text, needles))
    if (cuts.some((cut) => cut.found > 0)) await writeAnew(tx, document, language, pluck(cuts, 'text'))
  }
  const held = sql`exists (select from search_document d where d.hashes @> array[t.sha256] and d.hashes <> '{}'
    and (d.group_id = ${groupId} or d.list_id = ${listId}))`
  await cutTexts(tx, held, (text) => cutText(text, needles).text)
}

/** Takes a person's names out of the index, wherever they stand, in files too, but in messages, which the archive writes anew. */
export async function cutNames(tx: Tx, pattern: string, replace: (text: string) => string): Promise<void> {
  const documents = await cuttable(tx)
    .leftJoin('sharedList as list', 'list.id', 'searchDocument.listId')
    .select('list.language')
    .where(sql<boolean>`(search_document.title ~* ${pattern} or author ~* ${pattern} or body ~* ${pattern} or files ~* ${pattern})`)
    .execute()
  for (const document of documents) await writeAnew(tx, document, document.language ?? 'en', textsIn(document).map(replace))
  await cutTexts(tx, sql`t.words ~* ${pattern}`, replace)
}
