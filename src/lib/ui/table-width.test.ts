import { expect, test } from 'vitest'
import { isBrief, tableWidth } from './table-width.ts'

const numbers = (...names: string[]) => names.map((name) => [name, '1', '11 of 12', '92%'])

test('a table of few numbers fits on a phone, one of many on a tablet', () => {
  const head = ['Role', 'People', 'Attended', 'Percentage']
  expect(tableWidth(head, numbers('Liaison', 'Deputy coordinator'))).toBe(20)
  const months = Array.from({ length: 9 }, (_, at) => `Returned emails ${at}`)
  expect(tableWidth(months, [['Nov 2026', ...months.slice(1).map(() => '25')]])).toBe(40)
})

test.each([
  ['something to do', '<form class="inline"><button>Remove</button></form>'],
  ['a link as a button', '<a class="button quiet" href="/x">View</a>'],
  ['a text', 'It plans a first version for the next release.'],
  ['a field', '<input name="a"/>'],
])('a row with %s is a list on small screens', (_, cell) => {
  expect(tableWidth(['Name', 'What'], [['One', cell]])).toBeUndefined()
})

test('what is not seen takes no room, and lines stand below each other', () => {
  const plain = tableWidth(['Name', 'Time'], [['Wei Lin Tan', '15 October 2026']])
  expect(tableWidth(['Name', 'Time<span class="away"> in the zone of the meeting</span>'], [['Wei Lin Tan', '15 October 2026']])).toBe(
    plain,
  )
  expect(tableWidth(['Name', 'Time'], [['Wei Lin Tan', '<time>15 October 2026</time><div class="meta">Lisbon &amp; Porto</div>']])).toBe(
    plain,
  )
})

test('more columns than a tablet is wide are a list there', () => {
  const head = Array.from({ length: 30 }, (_, at) => `Column ${at}`)
  expect(tableWidth(head, [head])).toBeUndefined()
})

test('short names stay on one line', () => {
  expect(isBrief(numbers('Nov 2026', 'Africa'))).toBe(true)
  expect(isBrief(numbers('Deputy coordinator'))).toBe(false)
})
