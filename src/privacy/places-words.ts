import type { Locale } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { wordsOf } from '../lib/ui/words.ts'

const placeWords = wordsOf('privacy', 'places')

const own = (names: Record<string, string>, name: string): string | undefined => (Object.hasOwn(names, name) ? names[name] : undefined)

/** A place as it is kept in the figures of a removal; `describePlace` says it. */
export const keyOfPlace = (table: string, column: string): string => `${table}.${column}`

/** A place's column as a person reads it: `user cases (problem)`; undefined where it has no words yet. */
export function findPlaceWords(table: string, column: string): string | undefined {
  const words = placeWords(languageNow())
  const [thing, part] = [own(words.things, table), own(words.parts, column)]
  return thing && part && words.in({ thing, part })
}

/** A kept place in the reader’s language; one that nobody has named yet is still no name of a table. */
export function describePlace(key: string): string {
  const [table = '', column = ''] = key.split('.')
  return findPlaceWords(table, column) ?? placeWords(languageNow()).other
}

/** What a file of rows of a copy holds; undefined where the table has no words yet. */
export function findRecordWords(table: string, locale: Locale): string | undefined {
  const { things, records } = placeWords(locale)
  return own(records, table) ?? own(things, table)
}

const english = placeWords('en')

/** All that has words here, to see that none outlives its place. */
export const worded = { tables: Object.keys(english.things), columns: Object.keys(english.parts), records: Object.keys(english.records) }
