import { po } from 'gettext-parser'
import { describe, expect, test } from 'vitest'
import { faultsOf, readSource, unusedOf } from '../locale/tool/check.ts'
import { exportPo, readPo } from '../locale/tool/po.ts'
import { argumentsOf, flat, languages, treeOf } from '../locale/tool/read.ts'
import { standingOf, stateOf } from '../locale/tool/state.ts'
import { type Locale, locales } from '../src/lib/ui/format.ts'
import type { Tree } from '../src/lib/ui/message.ts'
import { makeLanguage, wordsOf } from '../src/lib/ui/words.ts'
import { pseudoLanguages } from './pseudo.ts'

const english = treeOf('en')
const source = flat(english)

describe('the messages', () => {
  test('have a folder for each language, and no other', () => {
    expect(languages()).toEqual([...locales].sort())
  })

  test.each(languages())('of %s can be read, and say with the arguments of English', (language) => {
    expect(faultsOf(source, flat(treeOf(language)), language)).toEqual([])
  })

  test.each(languages().filter((language) => language !== 'en'))('of %s have a state that is up to date (npm run locale)', (language) => {
    const before = stateOf(language)
    expect(standingOf(source, flat(treeOf(language)), before).state).toEqual(before)
  })

  // Another language may lack some: they are said in English.
  test.each(['de', 'fr', 'es', 'it'])('of %s are all there', (language) => {
    expect(standingOf(source, flat(treeOf(language)), stateOf(language)).missing).toEqual([])
  })

  test('are all said somewhere', () => {
    expect(unusedOf(english, readSource())).toEqual([])
  })

  // What fills in a tag is made later: “il 8 ottobre” could not be mended there.
  test('Italian puts no article before a tag', () => {
    const wrong = [...flat(treeOf('it'))].filter(([, text]) => /\b(?:il|dal|al|del|nel|sul) <\w+><\//i.test(text))
    expect(wrong).toEqual([])
  })
})

describe('the check', () => {
  test.each([
    ['{n} wishes', '{n} Wünsche von {who}', ['de a.b: {who} is not in English']],
    ['{n} wishes', 'Wünsche', ['de a.b: {n} is left out']],
    ['{n} wishes', '{n, plural, one {Wunsch} other {Wünsche}}', ['de a.b: {n} is number, not Text']],
    ['Dear {name}', 'Guten Tag {name', ['de a.b: EXPECT_ARGUMENT_CLOSING_BRACE']],
    [
      '{n, plural, one {{unit, select, day {# day} other {#}}} other {# of {unit}}}',
      '{n, plural, one {# {unit}} other {{unit, select, day {# Tage} other {}}}}',
      ['de a.b: # within a select is no number, write {…, number}', "de a.b: {unit} is 'day', not string"],
    ],
    ['{on, select, true {on} other {off}}', '{on, select, true {an} other {aus}}', []],
  ])('%s → %s', (text, translated, faults) => {
    expect(faultsOf(new Map([['a.b', text]]), new Map([['a.b', translated]]), 'de')).toEqual(faults)
  })

  test('a message of which English knows nothing is a fault', () => {
    expect(faultsOf(new Map(), new Map([['a.b', 'x']]), 'fr')).toEqual(['fr a.b: English has no such message'])
  })

  test('finds what nobody names, and spares what is picked by a value', () => {
    const tree = { ballots: { pages: { title: 'x', lonely: 'x', states: { open: 'x' }, kinds: { motion: 'x' } } } }
    const code = new Map([
      ['ballots/words.ts', "export const ballotPageWords = wordsOf('ballots', 'pages')"],
      ['ballots/views.tsx', '<h1>{words.title}</h1>{words.states[ballot.state]}'],
      // Another domain's words of the same name.
      ['events/views.tsx', '{words.lonely}'],
    ])
    expect(unusedOf(tree, code)).toEqual(['ballots.pages.lonely', 'ballots.pages.kinds.motion'])
  })

  test('an argument has the type of its uses', () => {
    const text =
      'a {a} {n, plural, one {#} other {# {n}}} {w, select, none {} other {{w}}} {k, select, x {1} y {2} other {}} {z, select, x {1} other {{z}}}'
    expect(Object.fromEntries(argumentsOf(text))).toEqual({ a: 'Text', n: 'number', w: 'Maybe', k: "'x' | 'y'", z: 'string' })
    expect(() => argumentsOf('{on, select, true {x} other {}} {on, date}')).toThrow('{on} is once boolean and once Moment')
  })
})

describe('a language', () => {
  const own = new Map([
    ['a.same', 'eins'],
    ['a.moved', 'zwei'],
    ['a.gone', 'drei'],
  ])
  const first = standingOf(new Map([...['a.same', 'a.moved', 'a.gone', 'a.late'].map((name) => [name, 'x'] as const)]), own, {})

  test('says what it lacks, what moved since, and what is left over', () => {
    const now = new Map([
      ['a.same', 'x'],
      ['a.moved', 'y'],
      ['a.late', 'x'],
    ])
    const { missing, changed, unused, state } = standingOf(now, own, first.state)
    expect({ missing, changed, unused }).toEqual({ missing: ['a.late'], changed: ['a.moved'], unused: ['a.gone'] })
    // It stays so until somebody translates it anew.
    expect(standingOf(now, own, state).changed).toEqual(['a.moved'])
    expect(standingOf(now, new Map([...own, ['a.moved', 'zwei neu']]), state).changed).toEqual([])
  })

  test('goes out as PO and comes back the same', () => {
    const file = exportPo('de')
    expect(readPo(file)).toEqual(flat(treeOf('de')))
    const headers = po.parse(file).headers
    expect(headers.Language).toBe('de')
  })

  test.each(Object.entries(pseudoLanguages))('%s is made from English, whole', (language, make) => {
    const made = flat(Object.fromEntries(Object.entries(english).map(([domain, tree]) => [domain, make(tree as Tree)])))
    expect([...made.keys()]).toEqual([...source.keys()])
    expect(faultsOf(source, made, language)).toEqual([])
    makeLanguage(language, make)
    const words = wordsOf('ballots', 'letters')(language as Locale)
    expect(words.opened.subject({ title: 'Title', voter: 'Voter', closes: 'day' })).toContain('Title')
    expect(words.opened.subject({ title: 'Title', voter: 'Voter', closes: 'day' })).not.toMatch(/^Vote/)
  })

  test('may need another word for a day of another gender', () => {
    const { nth } = wordsOf('meetings', 'pages')('it').series
    expect([nth({ nth: -1, weekday: 'domenica' }), nth({ nth: 3, weekday: 'giovedì' })]).toEqual([
      'ultima domenica del mese',
      'terzo giovedì del mese',
    ])
  })

  test('that we lack is English', () => {
    expect(wordsOf('ballots', 'pages')('xx' as Locale).title).toBe('Ballots')
  })
})
