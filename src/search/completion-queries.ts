import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { findHelp } from '../lib/ui/help-find.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { cutWords, foldSpaced } from './cut-rules.ts'
import { columns, type Found } from './hits-queries.ts'
import { kindsFound } from './kinds-rules.ts'
import { findNamed } from './named-queries.ts'
import { sayTitle } from './page-words.ts'
import { listPlaces } from './places-queries.ts'
import { readerOf } from './reader-queries.ts'

/** A page of the site, as it is called there. */
export interface Place {
  href: string
  label: string
  /** What one does there, in other words. */
  does?: string
}

/** What somebody may be about to look for. */
export interface Completion {
  /** The kind of thing; `place` for a page of the site, `help` for a section of the help. */
  kind: string
  title: string
  path: string
  /** The language of its title, where that is known. */
  language?: string
}

const [mostPlaces, mostHelp, mostThings, mostThreads, mostWords] = [3, 2, 6, 4, 6]
// So many are read for one that is offered: those whose words are hidden fall away.
const spare = 10
// So many of the newest mails are looked at: somebody who types waits for it.
const newest = 3_000
// What people mean most often by a few letters.
const first = ['request', 'person', 'organisation', 'document', 'meeting', 'talk', 'story']
const things = kindsFound.filter((kind) => kind !== 'message')

/** Pages whose names hold a word that begins with each that was typed; after them those of which it is said what they do. */
function placesFor(words: readonly string[], places: readonly Place[]): Completion[] {
  const hold = (text: string) => {
    const known = foldSpaced(cutWords(text)).split(' ')
    return words.every((word) => known.some((one) => one.startsWith(word)))
  }
  const named = places.filter(({ label }) => hold(label))
  const told = places.filter((place) => place.does && !named.includes(place) && hold(`${place.label} ${place.does}`))
  return [...named, ...told].slice(0, mostPlaces).map(({ href, label }) => ({ kind: 'place', title: label, path: href }))
}

/** Does a title as it is offered have these words, the last of which is still being typed? What is hidden of an address answers to nobody. */
function hasWords(title: string, words: readonly string[]): boolean {
  const shown = foldSpaced(cutWords(hideAddresses(title))).split(' ')
  return words.every((word, at) => shown.some((one) => (at === words.length - 1 ? one.startsWith(word) : one === word)))
}

/** Sections of the help whose titles say what was typed. */
const helpFor = (typed: string, locale: string): Completion[] =>
  findHelp(typed, locale, 20)
    .filter(({ named }) => named)
    .slice(0, mostHelp)
    .map(({ href, topic, title, language }) => ({ kind: 'help', title: title ? `${topic}: ${title}` : topic, path: href, language }))

/** Things and threads by the words of their titles, of which the last is still being typed; only what this person may read. */
async function listTitled(db: Db, words: readonly string[], audiences: string[]): Promise<Found[]> {
  const asked = words.map((word, at) => (at === words.length - 1 ? `${word}:*A` : `${word}:A`)).join(' & ')
  const titled = sql`d.vector @@ to_tsquery('rapport_words', ${asked}) and d.audience = any(${audiences}::text[])`
  // Not by the index of words: what begins so may be most of an archive.
  const ofThings = sql<Found>`with d as materialized (select * from search_document where kind = any(${things}::text[]))
    select ${columns} from d where ${titled}
    order by array_position(${first}::text[], d.kind), length(d.title), d.at desc limit ${mostThings * spare}`
  const ofMails = sql<Found>`with d as materialized (select * from search_document order by at desc, id desc limit ${newest}),
      mail as (select ${columns}, m.thread_id from d join shared_message m on m.id = d.subject_id where d.kind = 'message' and ${titled})
    select id, kind, subject_id, at, author, title, list_id, group_id from
      (select distinct on (thread_id) * from mail order by thread_id, at) first order by at desc limit ${mostThreads * spare}`
  const [{ rows: named }, { rows: mails }] = await Promise.all([ofThings.execute(db), ofMails.execute(db)])
  const shown = (found: Found[], most: number) => found.filter(({ title }) => hasWords(title, words)).slice(0, most)
  return [...shown(named, mostThings), ...shown(mails, mostThreads)]
}

/**
 * What somebody may be about to look for, while they type: pages of the site, requests, people, documents and other things, threads.
 * @param places the pages that they are shown
 * @param around what stands for the groups and lists of the site, where it was read for this request
 */
export async function complete(db: Db, actor: Actor, typed: string, places: readonly Place[], around?: string): Promise<Completion[]> {
  const words = foldSpaced(cutWords(typed.slice(0, 200)))
    .split(' ')
    .filter(Boolean)
  const last = words.at(-1) ?? ''
  if (words.length === 0 || words.length > mostWords) return []
  const reader = await readerOf(db, actor, around)
  const numbered = await findNamed(db, typed, reader)
  const found = [...numbered, ...([...last].length < 2 ? [] : await listTitled(db, words, reader.audiences))]
  const paths = await listPlaces(db, found)
  const met = new Set<string>()
  const hits = found.flatMap(({ id, kind, title }): Completion[] => {
    const own = paths.get(id)
    const path = kind === 'message' ? own?.replace('/m/', '/t/').replace(/\?v=.*/, '') : own
    if (path === undefined || met.has(path)) return []
    met.add(path)
    return [{ kind, title: hideAddresses(sayTitle(kind, title)), path }]
  })
  return [...placesFor(words, places), ...hits, ...([...last].length < 3 ? [] : helpFor(typed, actor.locale))]
}
