import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Audience, Figures } from './figures-rules.ts'
import { dueYear, fillIn, listPeriods, plain, readSections, sectionsFor, slugOf, type Tell, whyNotPeriod, whyNotText } from './rules.ts'

const tell = (standing: Audience): Tell => ({
  standing,
  number: String,
  day: (on) => on,
  evidence: (name) => `/figures#${name}`,
  link: (href) => href,
})

const figures: Figures = {
  'meetings.held': { kind: 'number', value: 4, href: '/meetings', audience: 'public' },
  'attendance.share': { kind: 'number', value: 75, unit: '%', href: '/meetings', audience: 'steering' },
  'charter.kept': { kind: 'number', value: 9, href: '/charter', audience: 'group' },
  'talks.list': {
    kind: 'list',
    href: '/show-and-tell',
    audience: 'public',
    items: [
      { on: '2026-03-01', title: 'Open [talk]', detail: '', href: '/talks/1', audience: 'public' },
      { on: null, title: 'Ours', detail: 'kept', href: '', audience: 'group' },
    ],
  },
  'picture.meetings': { kind: 'series', href: '/meetings', audience: 'public', points: [{ label: '2026-01-15', value: 1 }] },
}

const text = (body: string, standing: Audience): string =>
  fillIn(body, figures, tell(standing))
    .map((part) => (part.kind === 'text' ? part.text : `(${part.name})`))
    .join('\n')

test('a figure stands in its place, with a link to what is behind it', () => {
  expect(text('We met {{ Meetings.held }} times.', 'public')).toBe('We met [4](</figures#meetings.held>) times.')
  expect(text('{{meetings.held | time | times}}, {{ talks.list|talk was|talks were }} given', 'public')).toBe(
    '[4](</figures#meetings.held>) times, [1](</figures#talks.list>) talk was given',
  )
  expect(text('{{attendance.share}} came.', 'steering')).toBe('[75%](</figures#attendance.share>) came.')
})

test('a line whose figure is not the reader’s is left out whole', () => {
  const body = 'Open.\n{{attendance.share}} came.\n{{charter.kept}} kept.'
  expect(text(body, 'public')).toBe('Open.')
  expect(text(body, 'steering')).toBe('Open.\n[75%](</figures#attendance.share>) came.')
  expect(text(body, 'group')).toContain('kept.')
})

test('a list shows the records that the reader may open; in a sentence it is their number', () => {
  expect(text('{{talks.list}}', 'public')).toBe('- 2026-03-01: [Open \\[talk\\]](</talks/1>)')
  expect(text('{{talks.list}}', 'group')).toContain('- Ours (kept)')
  expect(text('There were {{talks.list}} talks.', 'public')).toContain('[1](')
})

test('a picture stands on a line of its own', () => {
  expect(text('Before\n\n{{picture.meetings}}\n\nAfter', 'public')).toBe('Before\n(picture.meetings)\nAfter')
})

test('an unknown figure is named with its section and the nearest one', () => {
  expect(whyNotText('Lists', '{{list.mesages}}')).toContain('Section “Lists” uses “{{list.mesages}}”')
  expect(whyNotText('Lists', '{{list.mesages}}')).toContain('Use “{{list.messages}}” instead')
  expect(whyNotText('Lists', '{{xyzzy}}')).not.toContain('instead')
  expect(whyNotText('Lists', '{{meetings.held}} { {x} }')).toBeUndefined()
})

test('what a reader of less standing sees, one of more sees too', () => {
  const line = fc.constantFrom('Words.', '{{meetings.held}} a', '{{attendance.share}} b', '{{charter.kept}} c', '{{nothing.here}} d')
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const seen = (['public', 'steering', 'group'] as const).map((standing) => text(lines.join('\n'), standing).split('\n').length)
      expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
    }),
  )
})

test('words of a record stay words', () => {
  expect(plain('[x](http://a) {{meetings.held}} <b>')).not.toMatch(/(^|[^\\])[[{<]/)
})

test('periods', () => {
  expect(whyNotPeriod({ fromOn: '2026-02-01', toOn: '2026-01-31' }, '2026-10-16')).toEqual({
    toOn: 'Choose a last day that is not before the first day.',
  })
  expect(whyNotPeriod({ fromOn: '2026-02-01', toOn: '2026-02-01' }, '2026-10-16')).toEqual({})
  expect(whyNotPeriod({ fromOn: '2020-01-01', toOn: '2025-01-01' }, '2026-10-16')).toHaveProperty('toOn')
  expect(whyNotPeriod({ fromOn: '2027-01-01', toOn: '2027-12-31' }, '2026-10-16')).toHaveProperty('fromOn')
  expect(slugOf('lectio', dueYear('2026-10-16'))).toBe('lectio-2025')
  expect(slugOf('lectio', { fromOn: '2026-01-01', toOn: '2026-06-30' })).toBe('lectio-2026-01-01-to-2026-06-30')
})

test('what is not the reader’s leaves no bare heading, no “none” and no empty section', () => {
  const section = { title: 'A', body: '### Kept\n\n{{charter.kept}} kept.', internal: false, leftOut: false }
  const read = (standing: Audience) => readSections([section, { ...section, body: '### Talks\n\n{{talks.list}}' }], figures, tell(standing))
  expect(read('public').map(({ parts }) => parts)).toHaveLength(1)
  expect(read('group')).toHaveLength(2)
  const empty: Figures = { 'talks.list': { kind: 'list', href: '', audience: 'public', items: [] } }
  expect(readSections([{ ...section, body: '{{talks.list}}' }], empty, tell('public'))[0]?.parts).toEqual([
    { kind: 'text', text: '- Nothing in this period' },
  ])
})

test('internal sections are the group’s; what is left out is nobody’s', () => {
  const section = { title: 'A', body: '', internal: false, leftOut: false }
  const all = [section, { ...section, title: 'B', internal: true }, { ...section, title: 'C', leftOut: true }]
  expect(sectionsFor(all, 'steering').map(({ title }) => title)).toEqual(['A'])
  expect(sectionsFor(all, 'group').map(({ title }) => title)).toEqual(['A', 'B'])
})

test('offers the years and what was since the last report', () => {
  expect(listPeriods('2026-10-16', ['2024-12-31', '2026-06-30']).map(({ label, fromOn, toOn }) => [label, fromOn, toOn])).toEqual([
    ['Year 2025', '2025-01-01', '2025-12-31'],
    ['Year 2026', '2026-01-01', '2026-12-31'],
    ['Since the last report', '2026-07-01', '2026-10-16'],
  ])
  // One that lies ahead has nothing after it yet.
  expect(listPeriods('2026-10-16', ['2026-12-31'])).toHaveLength(2)
  expect(listPeriods('2026-10-16', [])).toHaveLength(2)
})
