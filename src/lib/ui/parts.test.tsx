import { describe, expect, test } from 'vitest'
import { chromeWords } from './chrome-words.ts'
import { Editor } from './editor.tsx'
import { MoreFields } from './field-parts.tsx'
import { Share } from './figures.tsx'
import { Check, Choices, Field, Filters, Form, Select } from './form.tsx'
import { formWords } from './form-words.ts'
import { initials, Letter } from './letter.tsx'
import { pagesNear, Table, Thing } from './lists.tsx'
import { About, Button } from './parts.tsx'
import { anyone, ReaderContext } from './reader.ts'
import { ZoneFold } from './zones.tsx'

describe('words', () => {
  test('every message differs from the English one or is the same word in that language', () => {
    const same = new Set([
      'signature',
      'title',
      'pages',
      'page',
      'titlePage',
      'titleRefused',
      'optional',
      'search',
      'siteNavigation',
      'inMonths',
      'placed',
      'menu',
      'colon',
    ])
    const facts = new Proxy({}, { get: () => 3 })
    const flat = (words: object, path = ''): [string, string][] =>
      Object.entries(words).flatMap(([key, word]): [string, string][] => {
        if (typeof word === 'object') return flat(word, `${path}${key}.`)
        return [[key, typeof word === 'function' ? String(word(facts)) : word]]
      })
    for (const words of [chromeWords, formWords]) {
      const english = new Map(flat(words('en')))
      for (const locale of ['de', 'fr', 'es', 'it'] as const) {
        const untranslated = flat(words(locale)).filter(([key, word]) => word === english.get(key) && !same.has(key))
        expect(untranslated).toEqual([])
      }
    }
  })
})

describe('small parts', () => {
  test.each([
    ['nothing', {}, false],
    ['what it holds usually', { days: '7' }, false],
    ['something else', { days: '8' }, true],
    ['something that is usually empty', { days: '7', list: '3' }, true],
  ])('a fold of seldom needed fields that holds %s', (_, values, open) => {
    const form = (
      <Form action="/x" values={values}>
        <MoreFields title="More" names={['days', 'list']} usual={{ days: '7' }}>
          <Field name="days" label="Days" />
        </MoreFields>
      </Form>
    )
    expect(/<details class="fold"([^>]*)>/.exec(String(form))?.[1]).toBe(open ? ' open=""' : '')
  })

  test('an empty field says that it is needed, not that it is wrong', () => {
    const html = String(
      <Form action="/x">
        <Field name="title" label="Title" />
        <Select name="area" label="Area" options={[{ value: 'a', label: 'A' }]} />
        <Field name="note" label="Note" optional />
      </Form>,
    )
    expect(html.match(/ aria-required="true"/g)).toHaveLength(2)
    // Browsers take what is empty there for invalid, and say so of the field and of the form around it.
    expect(html).not.toContain(' required')
  })

  test('each toolbar is named after its text', () => {
    const html = String(
      <Form action="/x">
        <Editor name="what" label="What happened" />
        <Editor name="why" label="Why" />
      </Form>,
    )
    const names = [...html.matchAll(/role="toolbar"[^>]* aria-labelledby="([^"]+)"/g)].map(([, ids = '']) => ids.split(' '))
    expect(names.map((ids) => ids.map((id) => id.replace(/^.*?-/, '')))).toEqual([
      ['what-marks', 'what-label'],
      ['why-marks', 'why-label'],
    ])
    for (const id of names.flat()) expect(html).toContain(` id="${id}"`)
  })

  test('a message is headed by who wrote it, once', () => {
    const html = String(
      <Letter id="m1" from={{ name: 'Ada', href: '/people/1' }} at={new Date(0)}>
        Hello
      </Letter>,
    )
    expect(html).toMatch(/<h2><a href="\/people\/1"><b [^>]*>Ada<\/b><\/a><\/h2>/)
    expect(html.match(/Ada/g)).toHaveLength(1)
  })

  test.each([
    ['Maren Oduya', 'MO'],
    ['Wei Lin Tan', 'WT'],
    ['سارة القحطاني', 'سا'],
    ['Ørsted', 'Ø'],
    ['', '?'],
    ['"; DROP', 'D'],
  ])('%s has the letters %s', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })

  test.each([
    ['Europe/Lisbon', '<details class="fold"><summary>Time zone: Lisbon, Portugal</summary>'],
    ['UTC', '<details class="fold"><summary>Time zone: UTC</summary>'],
    ['', '<details class="fold" open=""><summary>Time zone</summary>'],
    ['Nowhere/At all', '<details class="fold" open=""><summary>Time zone</summary>'],
  ])('a form about a time says the zone %s in a line', (zone, line) => {
    const form = (
      <Form action="/x" values={{ zone }}>
        <ZoneFold name="zone" label="Time zone" />
      </Form>
    )
    expect(String(form)).toContain(line)
  })

  test.each([
    [1, 1, [1]],
    [1, 5, [1, 2, undefined, 5]],
    [3, 5, [1, 2, 3, 4, 5]],
    [5, 19, [1, undefined, 4, 5, 6, undefined, 19]],
    [19, 19, [1, undefined, 18, 19]],
  ])('on page %i of %i the near pages and the ends are linked', (current, count, pages) => {
    expect(pagesNear(current, count)).toEqual(pages)
  })
})

test('boxes that were all unticked stay so when their form is refused, whatever it held at first', () => {
  const options = [
    { value: '1', label: 'Vera' },
    { value: '2', label: 'Otto' },
  ]
  const form = (typed?: Record<string, string | string[]>) =>
    String(
      <ReaderContext.Provider value={{ ...anyone, ...(typed && { refused: { message: 'Look again.', fields: {}, typed, path: '/' } }) }}>
        <Form values={{ who: ['1', '2'], public: 'on' }}>
          <Choices name="who" label="Who" many options={options} />
          <Check name="public" label="Public" />
        </Form>
      </ReaderContext.Provider>,
    ).match(/checked/g)?.length ?? 0
  expect([form(), form({}), form({ who: '2' }), form({ who: ['1', '2'], public: 'on' })]).toEqual([3, 0, 1, 3])
})

test('one field that narrows a list down stands open, whatever else its address goes on to say; two are folded', () => {
  const shown = (second = false) =>
    String(
      <ReaderContext.Provider value={anyone}>
        <Filters action="/show-and-tell" label="Filter talks" hidden={{ view: 'coming', group: undefined }}>
          <Field name="q" label="Text" />
          {second && <Field name="year" label="Year" />}
        </Filters>
      </ReaderContext.Provider>,
    )
  expect([shown().includes('<details'), shown(true).includes('<details')]).toEqual([false, true])
  expect([shown().includes('name="view" value="coming"'), shown().includes('name="group"')]).toEqual([true, false])
})

test('on a phone the fields are folded where only the group of a list is chosen, and open where something is looked for', () => {
  const shown = (values: Record<string, string>) =>
    String(
      <ReaderContext.Provider value={anyone}>
        <Filters action="/requests" label="Filter" values={values}>
          <Field name="q" label="Text" />
          <Field name="group" label="Group" />
        </Filters>
      </ReaderContext.Provider>,
    ).includes('<details class="narrowing" open')
  expect([shown({ group: 'lectio' }), shown({ group: 'lectio', q: 'rollover' })]).toEqual([false, true])
})

test('how many there are stands below the fields that narrow a list down; of none its own words are said', () => {
  const shown = (found?: number) =>
    String(
      <ReaderContext.Provider value={anyone}>
        <Filters action="/answers" label="Filter answers" found={found}>
          <Field name="q" label="Text" />
          <Field name="year" label="Year" />
        </Filters>
      </ReaderContext.Provider>,
    )
  expect(shown(1_022)).toMatch(/<\/details><p class="found meta">1,022 entries<\/p><\/form>$/)
  expect(shown(1)).toContain('>1 entry<')
  expect([shown(0), shown()].filter((html) => html.includes('found'))).toEqual([])
})

test('a number that is none is left out on a phone where a row is one line of facts, and nowhere else', () => {
  const shown = (terse: boolean) =>
    String(
      <Table
        caption="Promises"
        terse={terse}
        columns={[{ label: 'Year' }, { label: 'Late', numeric: true }, { label: 'Open', numeric: true }]}
        rows={[['2026', '0', '10']]}
      />,
    ).match(/<td[^>]*class="([^"]*)/g)
  expect(shown(true)?.map((cell) => cell.includes('zero'))).toEqual([true, false])
  expect(shown(false)?.map((cell) => cell.includes('zero'))).toEqual([false, false])
})

test('a share is as long as it is of the longest, and says its numbers in words', () => {
  const shown = String(
    <Share whole={9} part={2} of={23}>
      9 of them
    </Share>,
  )
  expect([...shown.matchAll(/width="([^"]*)"/g)].map(([, width]) => width)).toEqual(['39.1%', '8.7%'])
  expect(shown).toContain('<span>9 of them</span>')
})

test('where one must be chosen and only one can, it is said and sent; of the only group of the site nothing is said', () => {
  const shown = (alone?: string) =>
    String(
      <ReaderContext.Provider value={{ ...anyone, alone }}>
        <Form action="/telling">
          <Select name="list" label="List" empty={false} options={[{ value: '1', label: 'Lectio-L' }]} />
        </Form>
      </ReaderContext.Provider>,
    )
  expect(shown()).toMatch(/<b>List<\/b><span>Lectio-L<\/span><input type="hidden" name="list" value="1"/)
  const quiet = shown('Lectio-L')
  expect([quiet.includes('name="list" value="1"'), quiet.includes('<b>')]).toEqual([true, false])
})

test('what is new in a list is said in a word, and a button that shares its words with others what it is about', () => {
  const shown = String(
    <ReaderContext.Provider value={anyone}>
      <Thing
        title="Hello"
        href="/hello"
        fresh
        act={
          <Button>
            Edit
            <About>Hello</About>
          </Button>
        }
      />
      <Thing title="Read" href="/read" />
    </ReaderContext.Provider>,
  )
  expect(shown.match(/<span class="away">[^<]*/g)).toEqual(['<span class="away">New', '<span class="away">: Hello'])
})
