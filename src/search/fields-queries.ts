import { isAddress } from '../lib/mail/is-address.ts'
import { cutWords, foldSpaced } from './cut-rules.ts'
import type { Reader } from './reader-queries.ts'
import { type Query, readQuery } from './rules.ts'
import type { Vocabulary } from './words-queries.ts'
import { slipOf } from './words-rules.ts'

// Of the words that a name may be a slip of so many are tried.
const mostTried = 3

/** A search with the whole addresses in it as those of authors: of others a text shows nothing. */
function ofAuthors(query: Query): Query {
  const [addresses, others] = [query.typed.filter((text) => isAddress(text)), query.typed.filter((text) => !isAddress(text))]
  if (addresses.length === 0) return query
  const rest = readQuery(others.join(' '))
  return { ...query, words: rest.words, whole: rest.whole, typed: rest.typed, from: [...query.from, ...addresses] }
}

/** What each unknown word of a name may be, nearest first; undefined where all are known. */
async function slipsIn(vocabulary: Vocabulary, names: readonly string[]): Promise<Map<string, string[]> | undefined> {
  const words = [...new Set(names.flatMap((name) => foldSpaced(cutWords(name)).split(' ')))].filter(Boolean)
  const known = await vocabulary.known(words)
  const unknown = words.filter((word) => !known.has(word))
  const near = await Promise.all(unknown.map(async (word) => (await vocabulary.near(word)).map((one) => one.word)))
  const slips = new Map(unknown.flatMap((word, at): [string, string[]][] => (near[at]?.length ? [[word, near[at]]] : [])))
  return slips.size > 0 ? slips : undefined
}

/**
 * What may have been meant where something of a search found nothing because of its fields: their names with a slip, or a blank behind them;
 * those of lists and groups, of authors and titles; an address without a field.
 * @param text the search as typed
 * @returns none where all fields stand as they should
 */
export async function fieldsMeant(text: string, query: Query, reader: Reader, vocabulary: () => Promise<Vocabulary>): Promise<Query[]> {
  const read = ofAuthors(readQuery(text, true))
  const [lists, groups] = [reader.lists.map(({ name }) => name), reader.groups.map(({ slug }) => slug)]
  const called = (names: string[], all: string[]) =>
    names.map((name) => (all.includes(name.toLowerCase()) ? name : (slipOf(name.toLowerCase(), all) ?? name)))
  const meant = {
    ...read,
    list: called(read.list, lists),
    group: called(read.group, groups),
    in: called(read.in, [...new Set([...lists, ...groups])]),
  }
  const asked = [...read.from.filter((name) => !isAddress(name)), ...read.subject]
  const slips = asked.length > 0 ? await slipsIn(await vocabulary(), asked) : undefined
  const mended = (names: string[], turn: number) =>
    names.map((name) =>
      isAddress(name)
        ? name
        : foldSpaced(cutWords(name))
            .split(' ')
            .map((word) => slips?.get(word)?.[turn] ?? slips?.get(word)?.[0] ?? word)
            .join(' '),
    )
  const turns = slips ? Math.min(mostTried, Math.max(...[...slips.values()].map((words) => words.length))) : 0
  const variants = Array.from({ length: turns }, (_, turn) => ({
    ...meant,
    from: mended(read.from, turn),
    subject: mended(read.subject, turn),
  }))
  const same = JSON.stringify(query)
  return (slips ? variants : [meant]).filter((variant) => JSON.stringify(variant) !== same)
}

const fields = ['from', 'subject', 'list', 'group', 'in', 'kinds'] as const

/** The fields that were meant and not typed so, as one types them. */
export const sayFields = (meant: Query, typed: Query): string[] =>
  fields.flatMap((field) =>
    meant[field].filter((value) => !typed[field].includes(value)).map((value) => `${field === 'kinds' ? 'is' : field}:${value}`),
  )
