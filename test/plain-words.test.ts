import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { flesch } from 'flesch'
import { syllable } from 'syllable'
import { expect, test } from 'vitest'
import { flat, treeOf } from '../locale/tool/read.ts'
import { groupNouns, neverSaid, nouns } from '../src/website/glossary-rules.ts'

const root = resolve(import.meta.dirname, '..')

const english = flat(treeOf('en'))

/** A message as somebody reads it: of choices the last, of arguments a short word. */
function read(elements: MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value
      if (element.type === TYPE.tag) return read(element.children)
      if (element.type === TYPE.select || element.type === TYPE.plural) return read(Object.values(element.options).at(-1)?.value ?? [])
      return element.type === TYPE.pound ? '7' : 'this'
    })
    .join('')
}

/** All that a message may say, whatever is chosen. */
const literals = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => [
    ...(element.type === TYPE.literal ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => literals(value)) : []),
    ...('children' in element ? literals(element.children) : []),
  ])

// Words that people answer with are theirs; a number or a name of a text that is filled in has the name of what it counts.
const theirs = /\.said\./
const texts = [...english]
  .filter(([name]) => !theirs.test(name))
  .map(([name, text]) => ({ name, text: read(parse(text)).replaceAll(/\{\{.*?\}\}/g, '7') }))
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

/** Flesch reading ease, 0 to 100 and a little beyond: the higher, the easier. */
const easeOf = (text: string): number => {
  const words = wordsIn(text)
  return flesch({
    word: words.length,
    sentence: Math.max(1, text.match(/[.!?:](?:\s|$)/g)?.length ?? 1),
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  })
}

test('English is easy to read: Flesch reading ease is 60 or more in the median of all sentences', () => {
  const rated = texts
    .filter(({ text }) => wordsIn(text).length >= 5)
    .map((one) => ({ ...one, ease: easeOf(one.text) }))
    .sort((a, b) => a.ease - b.ease)
  if (process.env.RAPPORT_WORST)
    for (const { name, text, ease } of rated.slice(0, 20)) process.stdout.write(`${ease.toFixed(0)} ${name}: ${text}\n`)
  expect(rated[Math.floor(rated.length / 2)]?.ease).toBeGreaterThanOrEqual(60)
})

// Letters, notices and the terms of a measure are read at leisure; what stands on a page is not.
const atLeisure = /\.(?:letters?|notice|text|body|mails?|intro|how)\b|^privacy\.|^edges\.http\.(?:itsDescription|aCollection)|\n/

test('no message on a page is longer than 220 characters', () => {
  const long = texts.filter(({ name, text }) => text.length > 220 && !atLeisure.test(name) && !text.includes('\n'))
  expect(long.map(({ name, text }) => `${text.length} ${name}`)).toEqual([])
})

const allNouns = [...nouns, ...groupNouns]
const anyOf = (words: readonly string[]) => new RegExp(`\\b(?:${words.join('|')})\\b`, 'i')

test('nobody meets a word that only we know, or another word for a thing of the glossary', () => {
  const strange = anyOf([...neverSaid, ...allNouns.flatMap(({ never }) => never)])
  expect(texts.filter(({ text }) => strange.test(text)).map(({ name, text }) => `${name}: ${text}`)).toEqual([])
})

test('a member has six nouns to learn, and the glossary says each word that it explains', () => {
  expect(nouns).toHaveLength(6)
  for (const { name } of allNouns) {
    const term = english.get(`website.glossary.terms.${name}`) ?? '?'
    const [first = ''] = term.toLowerCase().split(' for ')
    expect(english.get(`website.glossary.means.${name}`)?.toLowerCase()).toContain(first)
  }
})

test('a folder with a name that no message says is explained in ARCHITECTURE.md', () => {
  const past = anyOf([...neverSaid, ...allNouns.flatMap(({ never }) => never)])
  const folders = globSync('src/**/', { cwd: root }).map((path) => basename(path))
  const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const explained = new Set([...architecture.matchAll(/`(\w+)`(?=:| and `)/g)].map(([, name = '']) => name))
  expect([...new Set(folders.filter((name) => past.test(name)))].filter((name) => !explained.has(name))).toEqual([])
})

// What a member is called is chosen from these, and what fits universities is offered to them by name.
const ofUniversities = /\b(?:librar(?:y|ies|ians?)|universit\w*|students?|campus(?:es)?|lecturers?|semesters?|reading lists?)\b/i
const offered = /^(?:lib\.nouns|groups\.userGroups)\./
// Columns of files are called what those who write files call them.
const columns = /^(?:requests\.imports\.heads|groups\.rosterImport\.columns)\./

test('no message speaks of libraries, students, readings or universities', () => {
  expect(
    texts.filter(({ name, text }) => ofUniversities.test(text) && !offered.test(name)).map(({ name, text }) => `${name}: ${text}`),
  ).toEqual([])
})

test('neither do the pages for users, but for the word for a member and the options for universities', () => {
  const lines = globSync('docs/users/*.md', { cwd: root }).flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .filter(
        (line) => ofUniversities.test(line) && !/\*\*(?:Word for a member|For universities)\*\*|libraries in every language/.test(line),
      )
      .map((line) => `${path}: ${line}`),
  )
  expect(lines).toEqual([])
})

// Code libraries are libraries; what the two options know of universities stands where they are, packages of before say what they said, mail
// servers of universities say who has left them, and signatures what somebody is.
const knows =
  /^src\/(?:edges\/cli\/demo|locale|people\/(?:directory|workplaces)|list\/vetting|groups\/user-groups|lib\/(?:ui\/(?:member|messages)|db|identity|mail\/(?:bounce|reply-contact))|advocacy\/briefs\/rules)\b/

test('neither does the code, but for the demo', () => {
  const words = /\b(?:librarians?|universit\w*|students?|campus(?:es)?|lecturers?|semesters?|reading lists?)\b/i
  const lines = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !knows.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        // Words in which people say how often something happens.
        .filter((line) => words.test(line) && !line.includes('per (?:term|'))
        .map((line) => `${path}: ${line.trim()}`),
    )
  expect(lines).toEqual([])
})

test('messages say what a member is called by its word, which is a setting', () => {
  const usual: Record<string, RegExp> = {
    en: /\binstitutions?\b/i,
    de: /einrichtung/i,
    fr: /\binstitutions?\b/i,
    es: /\binstituci/i,
    it: /\bistituzion/i,
  }
  const said = Object.entries(usual).flatMap(([language, word]) =>
    [...flat(treeOf(language))]
      .filter(([name]) => !offered.test(name) && !columns.test(name))
      .filter(([, text]) => word.test(literals(parse(text)).join(' ')))
      .map(([name, text]) => `${language} ${name}: ${text}`),
  )
  expect(said).toEqual([])
})
