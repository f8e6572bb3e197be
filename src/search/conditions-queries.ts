import { type RawBuilder, sql } from 'kysely'
import { cutWords, foldSpaced, ofDomain, ofLocal, quoted } from './cut-rules.ts'
import { inAny } from './parsed-queries.ts'
import type { Reader } from './reader-queries.ts'
import { configOf, indexConfigOf, type Query, unstemmed } from './rules.ts'

/** A page's place in newest-first order: the last hit of the page before. */
export interface Cursor {
  at: Date
  id: number
}

/** What titles and authors are looked for in, and what a word is followed by there: where they have an index of their own, by no weight. */
export interface Named {
  titles: RawBuilder<unknown>
  authors: RawBuilder<unknown>
  weights: { title: ':A' | ''; author: ':B' | '' }
}
export const inVector: Named = { titles: sql`d.vector`, authors: sql`d.vector`, weights: { title: ':A', author: ':B' } }
export const inIndexes: Named = {
  titles: sql`ts_filter(d.vector, '{a}')`,
  authors: sql`ts_filter(d.vector, '{b}')`,
  weights: { title: '', author: '' },
}

/** Words that must stand next to each other in a weighted part of the document. */
const weighted = (text: string, config: string, weight: string): RawBuilder<unknown> => {
  const terms = cutWords(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => `${word}${weight}`)
  return sql`to_tsquery(${config}::regconfig, ${terms.join(' <-> ')})`
}

/** The words of an author: in the name, in the domain of the address and, for who may see addresses, in what stands before it. */
function authorQuery(from: string[], addresses: boolean, weight: string): RawBuilder<unknown> {
  const words = from.flatMap((text) => cutWords(text).split(' ')).filter(Boolean)
  const of = (word: string) => {
    const kept = [ofDomain(foldSpaced(word)), ...(addresses ? [ofLocal(foldSpaced(word))] : [])]
    return sql`(${weighted(word, unstemmed, weight)} || ${kept.map((one) => `${quoted(one)}${weight}`).join(' | ')}::tsquery)`
  }
  return words.length === 0 ? sql`''::tsquery` : sql`(${sql.join(words.map(of), sql` && `)})`
}

/** So many of these: the first and so many of the others less one, or so many of the others. */
function enough(groups: RawBuilder<unknown>[], least: number): RawBuilder<unknown> {
  const [first, ...others] = groups
  if (least >= groups.length) return sql`(${sql.join(groups, sql` && `)})`
  if (first === undefined || least <= 1) return sql`(${sql.join(groups, sql` || `)})`
  return sql`((${first} && ${enough(others, least - 1)}) || ${enough(others, least)})`
}

/** Words that must and must not stand anywhere. */
export function wordsQuery(query: Query, configs: string[]): RawBuilder<unknown> | undefined {
  const parts: RawBuilder<unknown>[] = []
  if (query.words) parts.push(inAny(configs, query.words))
  const groups = query.either.map((group) => {
    const words = group.map((word) => inAny(configs, word))
    return sql`(${sql.join(words, sql` || `)})`
  })
  if (groups.length > 0) parts.push(enough(groups, query.least ?? groups.length))
  for (const word of query.whole) parts.push(sql`${quoted(word)}::tsquery`)
  // Unstemmed as well as stemmed: each form that is not wanted must be absent.
  for (const word of query.not) parts.push(sql`(!! ${inAny(configs, word)})`)
  return parts.length > 0 ? sql`(${sql.join(parts, sql` && `)})` : undefined
}

/** Words that must stand in the title. */
function titleQuery({ subject }: Query, configs: string[], weight: string): RawBuilder<unknown> {
  const inEach = (text: string) => configs.map((config) => weighted(text, config, weight))
  const words = subject.map((text) => sql`(${sql.join(inEach(text), sql` || `)})`)
  return sql`(${sql.join(words, sql` && `)})`
}

type Given = (words: RawBuilder<unknown>) => RawBuilder<unknown>
const asItIs: Given = (words) => words
/**
 * Words that the planner does not see: else the plan for them would look better than one for any words, and be made each time. Made of more
 * than one piece they are put together once and not for each document.
 */
const unseen: Given = (words) => sql`(select ${words})`

/** Where there are names and words, whether these or those are the rarer decides which index is asked; otherwise one plan suits all. */
export const suitsAny = (query: Query): boolean =>
  query.subject.length + query.from.length === 0 || !(query.words || query.either.length > 0 || query.whole.length > 0)

/** What must stand in the title or in the author's name and address. */
export function namesCondition(
  query: Query,
  reader: Reader,
  configs: string[],
  { titles, authors, weights }: Named,
  given = asItIs,
): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  if (query.subject.length > 0) all.push(sql`${titles} @@ ${given(titleQuery(query, configs, weights.title))}`)
  if (query.from.length === 0) return all
  const open = sql`${authors} @@ ${given(authorQuery(query.from, false, weights.author))}`
  const whole = sql`${authors} @@ ${given(authorQuery(query.from, true, weights.author))}`
  // Where all lists show this reader whole addresses there is one thing to look up.
  if (reader.withAddresses.length === 0) all.push(open)
  else if (reader.withAddresses.length === reader.lists.length) all.push(whole)
  else all.push(sql`(${open} or (${whole} and d.list_id = any(${reader.withAddresses}::bigint[])))`)
  return all
}

/** With stop words and without: `the list` finds what has no `the`, `to be or not to be` what has all of it. */
export const configsOf = (reader: Reader): string[] => [
  ...new Set([...reader.lists.flatMap(({ language }) => [configOf(language), indexConfigOf(language)]), unstemmed]),
]

const listsCalled = (names: string[], { lists }: Reader) => lists.filter(({ name }) => names.some((one) => name === one.toLowerCase()))
const ofLists = (lists: Reader['lists']) => sql`d.list_id = any(${lists.map(({ id }) => id)}::bigint[])`

/** What is of groups; a message is of its list, which is its group's. */
function ofGroups(names: string[], reader: Reader): RawBuilder<unknown> {
  const groups = reader.groups.filter(({ slug }) => names.some((name) => slug === name.toLowerCase())).map(({ id }) => id)
  const lists = reader.lists.filter(({ groupId }) => groupId !== null && groups.includes(groupId))
  return sql`(d.group_id = any(${groups}::bigint[]) or ${ofLists(lists)})`
}

/**
 * The conditions of a search.
 * @param byNames no index is asked for the words: fewer documents have the names
 */
export function conditions(query: Query, reader: Reader, named: Named, byNames = false): RawBuilder<unknown> {
  const configs = configsOf(reader)
  const all = [sql`d.audience = any(${reader.audiences}::text[])`]
  const words = wordsQuery(query, configs)
  const given = suitsAny(query) ? unseen : asItIs
  if (words) all.push(byNames ? sql`(d.vector @@ ${words}) is true` : sql`d.vector @@ ${given(words)}`)
  all.push(...namesCondition(query, reader, configs, named, given))
  if (query.list.length > 0) all.push(ofLists(listsCalled(query.list, reader)))
  if (query.group.length > 0) all.push(ofGroups(query.group, reader))
  for (const name of query.in) all.push(sql`(${ofLists(listsCalled([name], reader))} or ${ofGroups([name], reader)})`)
  if (query.kinds.length > 0) all.push(sql`d.kind = any(${query.kinds}::text[])`)
  return sql.join(all, sql` and `)
}

/** The time that is searched, from a page's place on; those with files have an index of their own by time. */
export function period({ before, after, attachment }: Query, cursor: Cursor | undefined): RawBuilder<unknown> {
  const all = [attachment ? sql`d.attachment` : sql`true`]
  if (before) all.push(sql`d.at < ${before}::date`)
  if (after) all.push(sql`d.at >= ${after}::date`)
  if (cursor) all.push(sql`(d.at, d.id) < (${cursor.at}, ${cursor.id})`)
  return sql.join(all, sql` and `)
}

/** Is anything asked for? */
export const asked = ({ typed, hints, least, ...query }: Query): boolean =>
  Object.values(query).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
