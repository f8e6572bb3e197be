// The test sets for similar texts: texts, and which of them are about the same thing.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../src/lib/similar/similar.ts'

export interface Case {
  query: Entry
  /** Ids of those that are the same need; none for a text that has no like. */
  wanted: number[]
}
export interface LabelledSet {
  name: string
  entries: Entry[]
  cases: Case[]
}

const plainText = (html: string): string =>
  html
    .replaceAll(/<blockquote>\s*<p>\s*<strong>Possible Duplicate[\s\S]*?<\/blockquote>/gi, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:lt|gt|amp|quot|#\d+|nbsp);/g, ' ')

function titled(text: string): { title: string; text: string } {
  const at = text.indexOf('<')
  return at < 0 ? { title: text, text: '' } : { title: plainText(text.slice(0, at)), text: plainText(text.slice(at)) }
}

const linesOf = (...path: string[]): string[] =>
  readFileSync(join(...path), 'utf8')
    .trim()
    .split('\n')

/** Puts texts in, each once: the same question stands in many pairs, and beside its own copy nothing else would be found. */
function collect() {
  const entries: Entry[] = []
  const ids = new Map<string, number>()
  const add = (title: string, text: string): Entry => {
    const key = `${title}\n${text}`.replaceAll(/\s+/g, ' ').toLowerCase()
    const known = ids.get(key)
    if (known !== undefined) return entries[known - 1] as Entry
    const made: Entry = { id: entries.length + 1, title, text, language: 'en' }
    entries.push(made)
    ids.set(key, made.id)
    return made
  }
  return { entries, add }
}

/** What is a like of what: whoever is the same as the same is the same. */
function casesOf(pairs: readonly { a: Entry; b: Entry; same: boolean }[], all: readonly Entry[]): Case[] {
  const root = new Map(all.map(({ id }) => [id, id]))
  const find = (id: number): number => {
    const up = root.get(id) as number
    return up === id ? id : find(up)
  }
  for (const { a, b, same } of pairs) if (same) root.set(find(a.id), find(b.id))
  const groups = Map.groupBy(all, ({ id }) => find(id))
  return [...new Set(pairs.map(({ a }) => a))].map((query) => ({
    query,
    wanted: (groups.get(find(query.id)) ?? []).filter(({ id }) => id !== query.id).map(({ id }) => id),
  }))
}

function questions(folder: string, name: string): LabelledSet {
  const { entries, add } = collect()
  const pairs = linesOf(folder, name, 'pairs.jsonl').map((line) => {
    const pair = JSON.parse(line) as { label: string; a: string; b: string }
    const [a, b] = [titled(pair.a), titled(pair.b)]
    return { a: add(a.title, a.text), b: add(b.title, b.text), same: pair.label === 'duplicate' }
  })
  return { name, entries, cases: casesOf(pairs, entries) }
}

function reports(folder: string, file: string): LabelledSet[] {
  const { entries, add } = collect()
  const pairs = linesOf(folder, 'bug-reports', file).map((line) => {
    const pair = JSON.parse(line) as Record<string, string> & { textually_similar: unknown }
    const [a, b] = [add(pair.summary_a ?? '', pair.description_a ?? ''), add(pair.summary_b ?? '', pair.description_b ?? '')]
    return { a, b, same: true, hard: pair.textually_similar !== true }
  })
  const name = file.replace('.jsonl', '')
  const hard = new Set(pairs.filter((pair) => pair.hard).map(({ a }) => a.id))
  const cases = casesOf(pairs, entries)
  return [
    { name, entries, cases },
    { name: `${name}, hard`, entries, cases: cases.filter(({ query }) => hard.has(query.id)) },
  ]
}

/** Question and report pairs that nobody of the project wrote. */
export function publicSets(shared: string): LabelledSet[] {
  const folder = join(shared, 'data/duplicates')
  return [
    questions(folder, 'meta-stackexchange'),
    questions(folder, 'askubuntu'),
    ...readdirSync(join(folder, 'bug-reports'))
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => reports(folder, file)),
  ]
}

/** Posts of the field in seven languages, whose writer knew neither the engine nor its words. */
export const blindSet = (): LabelledSet => postsOf('posts in seven languages', './likeness-posts.txt')

/** The same kind by another writer, who knew as little, asked when the engine had become what it is. */
export const secondBlindSet = (): LabelledSet => postsOf('posts in seven languages, again', './likeness-again.txt')

/** The same kind by a third writer. */
export const thirdBlindSet = (): LabelledSet => postsOf('posts in seven languages, a third time', './likeness-third.txt')

/** The same kind by a fourth writer, asked once, when all that was learnt and all weights were settled. */
export const fourthBlindSet = (): LabelledSet => postsOf('posts in seven languages, a fourth time', './likeness-fourth.txt')

/** Posts whose writers say the same need in words as different as people find, also within a language. */
export const rewordedSet = (): LabelledSet => postsOf('the same in other words', './likeness-reworded.txt')

function postsOf(name: string, file: string): LabelledSet {
  const entries: Entry[] = []
  const cases: Case[] = []
  const text = readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(/^#.*\n/gm, '')
  for (const block of text.trim().split(/\n\s*\n/)) {
    const [head = '', ...lines] = block.split('\n')
    const made = lines.map((line): Entry => {
      const [, language = '', title = '', body = ''] = /^(\w\w): (.*?) \| (.*)$/.exec(line) ?? []
      entries.push({ id: entries.length + 1, title, text: body, language })
      return entries.at(-1) as Entry
    })
    for (const query of made)
      cases.push({ query, wanted: head === '= alone' ? [] : made.filter((other) => other !== query).map(({ id }) => id) })
  }
  return { name, entries, cases }
}
