// What likeness is measured on: texts, and which of them tell of the same.
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

const linesOf = (...path: string[]): string[] => readFileSync(join(...path), 'utf8').trim().split('\n')

function questions(folder: string, name: string): LabelledSet {
  const entries: Entry[] = []
  const cases: Case[] = []
  for (const [i, line] of linesOf(folder, name, 'pairs.jsonl').entries()) {
    const pair = JSON.parse(line) as { label: string; a: string; b: string }
    entries.push({ id: i * 2 + 1, ...titled(pair.b), language: 'en' })
    cases.push({ query: { id: i * 2, ...titled(pair.a), language: 'en' }, wanted: pair.label === 'duplicate' ? [i * 2 + 1] : [] })
  }
  return { name, entries, cases }
}

function reports(folder: string, file: string): LabelledSet[] {
  const pairs = linesOf(folder, 'bug-reports', file).map((line) => JSON.parse(line) as Record<string, string> & { textually_similar: unknown })
  const entries = new Map<string, Entry>()
  const idOf = new Map<string, number>()
  const add = (id = '', title = '', text = ''): number => {
    const known = idOf.get(id)
    if (known !== undefined) return known
    const made = idOf.size + 1
    idOf.set(id, made)
    entries.set(id, { id: made, title, text, language: 'en' })
    return made
  }
  const groups = pairs.map((pair) => ({
    hard: pair.textually_similar !== true,
    query: add(pair.id_a, pair.summary_a, pair.description_a),
    wanted: add(pair.id_b, pair.summary_b, pair.description_b),
  }))
  const all = [...entries.values()]
  const byId = new Map(all.map((entry) => [entry.id, entry]))
  const part = (name: string, chosen: typeof groups): LabelledSet => ({
    name,
    entries: all,
    cases: [...Map.groupBy(chosen, ({ query }) => query)].map(([query, rows]) => ({
      query: byId.get(query) as Entry,
      wanted: rows.map(({ wanted }) => wanted),
    })),
  })
  const name = file.replace('.jsonl', '')
  return [
    part(name, groups),
    part(
      `${name}, hard`,
      groups.filter(({ hard }) => hard),
    ),
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
export function blindSet(): LabelledSet {
  const entries: Entry[] = []
  const cases: Case[] = []
  const text = readFileSync(new URL('./likeness-posts.txt', import.meta.url), 'utf8').replaceAll(/^#.*\n/gm, '')
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
  return { name: 'posts in seven languages', entries, cases }
}
