import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Tree } from '../../src/lib/ui/message.ts'
import { faultsOf, readSource, unusedOf } from './check.ts'
import { writeCities } from './cities.ts'
import { exportPo, importPo } from './po.ts'
import { flat, languages, treeOf } from './read.ts'
import { confirm, standingOf, stateOf, writeState } from './state.ts'
import { typesOf } from './types.ts'

const usage = `npm run locale                          write the types and say how each language stands
npm run locale -- types                 write the types alone
npm run locale -- LANG                  and name each message that is missing (-), has changed (~) or is unused (?)
npm run locale -- po export LANG FILE   a PO file, for Weblate and the like
npm run locale -- po import LANG FILE   take a PO file over
npm run locale -- confirm LANG NAME…    these translations still fit the English
npm run locale -- cities FOLDER         write the cities of time zones, from cldr-dates-full unpacked there
`

const say = (text: string) => process.stdout.write(`${text}\n`)

const writeTypes = (english: Tree) =>
  writeFileSync(fileURLToPath(new URL('../../src/lib/ui/messages.ts', import.meta.url)), typesOf(english))

/** Writes types and states, and says how each language stands. */
function update(named: string | undefined): number {
  const english = treeOf('en')
  writeTypes(english)
  const source = flat(english)
  const faults = faultsOf(source, source, 'en')
  for (const language of languages().filter((one) => one !== 'en')) {
    const own = flat(treeOf(language))
    const { missing, changed, unused, state } = standingOf(source, own, stateOf(language))
    writeState(language, state)
    faults.push(...faultsOf(source, own, language))
    say(`${language}: ${missing.length} missing, ${changed.length} changed since, ${unused.length} unused, of ${source.size}`)
    if (named === language)
      for (const [mark, names] of Object.entries({ '-': missing, '~': changed, '?': unused }))
        for (const name of names) say(`  ${mark} ${name}`)
  }
  faults.push(...unusedOf(english, readSource()).map((name) => `en ${name}: nothing says it`))
  for (const fault of faults) say(fault)
  return faults.length > 0 ? 1 : 0
}

function main([first, second, language, file, ...rest]: string[]): number {
  if (first === 'po' && second === 'export' && language && file) {
    writeFileSync(file, exportPo(language))
    return 0
  }
  if (first === 'po' && second === 'import' && language && file) {
    const { taken, outdated } = importPo(language, readFileSync(file))
    say(`${taken.length} taken, ${outdated.length} made from another English`)
    return 0
  }
  if (first === 'confirm' && second && language) {
    confirm(
      second,
      [language, file, ...rest].filter((name) => name !== undefined),
    )
    return 0
  }
  if (first === 'cities' && second) {
    for (const { language, count } of writeCities(second)) say(`${language}: ${count} cities of its own`)
    return 0
  }
  if (first === 'types') {
    writeTypes(treeOf('en'))
    return 0
  }
  if (first === undefined || languages().includes(first)) return update(first)
  process.stderr.write(usage)
  return 2
}

process.exitCode = main(process.argv.slice(2))
