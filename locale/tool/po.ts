import { writeFileSync } from 'node:fs'
import { type GetTextTranslationRecord, po } from 'gettext-parser'
import type { Tree } from '../../src/lib/ui/message.ts'
import { domainsOf, flat, home, treeOf } from './read.ts'
import { standingOf, stateOf, writeState } from './state.ts'

/**
 * A language as a PO file, for Weblate and the like: the name of a message is its context, English its id. What the English has left behind
 * is fuzzy.
 */
export function exportPo(language: string): Buffer {
  const english = flat(treeOf('en'))
  const own = flat(treeOf(language))
  const { changed } = standingOf(english, own, stateOf(language))
  const fuzzy = new Set(changed)
  const translations: GetTextTranslationRecord = { '': { '': { msgid: '', msgstr: [''] } } }
  for (const [name, text] of english) {
    const flag = fuzzy.has(name) ? 'fuzzy, icu-message-format' : 'icu-message-format'
    translations[name] = { [text]: { msgctxt: name, msgid: text, msgstr: [own.get(name) ?? ''], comments: { flag } } }
  }
  const headers = { Language: language, 'Content-Type': 'text/plain; charset=UTF-8', 'Content-Transfer-Encoding': '8bit' }
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 })
}

/** Writes messages where they stand in a tree that has the order of English. */
function inOrder(english: Tree, said: Map<string, string>, before = ''): Tree {
  const tree: Tree = {}
  for (const [name, text] of Object.entries(english)) {
    const path = `${before}${name}`
    if (typeof text === 'object') {
      const inner = inOrder(text, said, `${path}.`)
      if (Object.keys(inner).length > 0) tree[name] = inner
    } else {
      const own = said.get(path)
      if (own !== undefined) tree[name] = own
    }
  }
  return tree
}

/** Writes the files of a language, a domain each, from all of its messages by name. */
export function writeLanguage(language: string, said: Map<string, string>): void {
  const english = treeOf('en')
  const tree = inOrder(english, said)
  for (const domain of domainsOf('en'))
    writeFileSync(`${home}${language}/${domain}.json`, `${JSON.stringify(tree[domain] ?? {}, null, 2)}\n`)
}

/** What a PO file says, by the name of the message; what is fuzzy or empty is not said. */
export function readPo(file: Buffer): Map<string, string> {
  const said = new Map<string, string>()
  for (const [name, entries] of Object.entries(po.parse(file).translations))
    for (const { msgstr, comments } of Object.values(entries))
      if (name !== '' && msgstr[0] && !/\bfuzzy\b/.test(comments?.flag ?? '')) said.set(name, msgstr[0])
  return said
}

/**
 * Takes a PO file over into the files of a language. A translation of an English text that has moved since is kept out.
 * @returns the names that were taken, and those that were made from another English
 */
export function importPo(language: string, file: Buffer): { taken: string[]; outdated: string[] } {
  const english = flat(treeOf('en'))
  const own = flat(treeOf(language))
  const parsed = po.parse(file).translations
  const taken: string[] = []
  const outdated: string[] = []
  for (const [name, text] of readPo(file)) {
    if (parsed[name]?.[english.get(name) ?? ''] === undefined) outdated.push(name)
    else if (own.get(name) !== text) {
      own.set(name, text)
      taken.push(name)
    }
  }
  writeLanguage(language, own)
  writeState(language, standingOf(english, own, stateOf(language)).state)
  return { taken, outdated }
}
