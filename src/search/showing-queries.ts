import type { Db } from '../lib/db/rows.ts'
import { isJoining, stemOf } from '../lib/similar/words.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { messagePath } from '../lib/ui/paths.ts'
import { readTexts } from './files-queries.ts'
import { filesFrom } from './files-rules.ts'
import type { Found, Shown } from './hits-queries.ts'
import { firstPlace, fromBefore, type Stretch, snippet, type Wanted, wantedWords } from './marks-rules.ts'
import { sayTitle } from './page-words.ts'
import { listPlaces } from './places-queries.ts'
import type { Reader } from './reader-queries.ts'
import { markable, type Query } from './rules.ts'

export interface Hit extends Omit<Found, 'title'> {
  title: Stretch[]
  snippet: Stretch[]
  /** What the file is called that says what was searched for, where the thing itself does not: the snippet is of it. */
  file?: string
  /** Where it stands. */
  path?: string
  /** How many others of its thread are found. */
  others?: number
}

// What people wrote in mail is shown as the archive shows it, without the addresses in it.
const ofMail = new Set(['message', 'case', 'story'])

/** Hits as they are shown: where each stands, and the words that were found in it or in one of its files. */
export async function showHits(db: Db, query: Query, reader: Reader, page: Shown[]): Promise<Hit[]> {
  const places = await pathsOf(db, page)
  const wanted = wantedBy(markable(query), reader)
  const told = page.map(({ kind, title, body }) => {
    const shown = ofMail.has(kind) ? hideAddresses : (text: string) => text
    return { title: shown(sayTitle(kind, title)), body: shown(body ?? '') }
  })
  const withOwn = page.map((hit, at) => ({ ...hit, own: `${told[at]?.title}\n${told[at]?.body}` }))
  const inFiles = await lookIntoFiles(db, query, reader, withOwn)
  return page.map(({ body: _, messageId, variant, listName, files, hashes, ...hit }, at): Hit => {
    const words = wanted(hit.listId)
    const path = places.get(hit.id)
    const { title = '', body = '' } = told[at] ?? {}
    const found = inFiles.get(hit.id)
    return {
      ...hit,
      path,
      author: hideAddresses(hit.author),
      title: snippet(title, words, 300),
      ...(found
        ? { file: hideAddresses(found.name), snippet: snippet(found.text, words, undefined, found.near) }
        : { snippet: snippet(body, words) }),
    }
  })
}

/** What a file says from where it says what was searched for. */
interface InFile {
  name: string
  text: string
  near: Wanted
}

/** For hits that do not say by themselves all that was searched for: the file of each that says the most of the rest, by the ids of the hits. */
async function lookIntoFiles(db: Db, query: Query, reader: Reader, hits: (Shown & { own: string })[]): Promise<Map<number, InFile>> {
  const all = markable(query)
  const telling = all.filter((word) => !isJoining(word))
  const each = (telling.length > 0 ? telling : all).map((word) => wantedBy([word], reader))
  const lacking = hits.flatMap(({ id, listId, own, hashes, files }) => {
    // What has no name yet waits for the virus scanner.
    const held = filesFrom({ files, hashes }).flatMap(({ name, sha256 }) =>
      sha256 && name ? [{ name, hash: sha256.toString('hex'), sha256 }] : [],
    )
    const rest = held.length === 0 ? [] : each.map((wanted) => wanted(listId)).filter((wanted) => firstPlace(own, wanted) === undefined)
    return rest.length > 0 ? [{ id, held, rest }] : []
  })
  const hashes = lacking.flatMap(({ held }) => held.map(({ sha256 }) => sha256))
  const texts = await readTexts(db, hashes)
  return new Map(
    lacking.flatMap(({ id, held, rest }): [number, InFile][] => {
      const best = held
        .map(({ name, hash }) => {
          const text = texts.get(hash) ?? ''
          const places = rest.map((wanted) => ({ wanted, place: firstPlace(text, wanted) }))
          return { name, text, said: places.flatMap(({ wanted, place }) => (place === undefined ? [] : [{ wanted, place }])) }
        })
        .reduce((a, b) => (b.said.length > a.said.length ? b : a))
      const [near] = best.said
      return near ? [[id, { name: best.name, text: fromBefore(best.text, near.place), near: near.wanted }]] : []
    }),
  )
}

/** Where each hit stands, by its id; of messages that is known by what was read of them. */
async function pathsOf(db: Db, hits: Shown[]): Promise<Map<number, string>> {
  const others = hits.filter(({ kind }) => kind !== 'message')
  const paths = await listPlaces(db, others)
  for (const { id, listName, messageId, variant } of hits)
    if (listName !== null && messageId !== null) paths.set(id, messagePath(listName, messageId, variant ?? 0))
  return paths
}

/** By the list of a hit: which words of its text the search finds, by the stems of its language and of those that the reader's lists have. */
function wantedBy(words: readonly string[], reader: Reader): (listId: number | null) => Wanted {
  const languageOf = new Map(reader.lists.map((list) => [list.id, list.language.slice(0, 2).toLowerCase()]))
  const languages = [...new Set(languageOf.values())]
  const forms = words.flatMap((word) => [word, ...languages.map((language) => stemOf(word, language))])
  const known = new Map<string, Wanted>()
  return (listId) => {
    const language = (listId === null ? undefined : languageOf.get(listId)) ?? ''
    const before = known.get(language)
    if (before) return before
    // As it stands and by its stem, as it is indexed.
    const wanted = wantedWords(forms, (word) => [word, stemOf(word, language)])
    known.set(language, wanted)
    return wanted
  }
}
