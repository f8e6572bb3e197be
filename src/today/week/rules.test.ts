import { expect, test } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { readAnswers, weekDayDue } from './rules.ts'

const read = (text: string, count = 9) => {
  const { orders, unclear } = readAnswers(text, count)
  return [...orders.map(({ n, said, reason }) => `${n} ${said ?? '-'}${reason && ` (${reason})`}`), ...unclear.map((line) => `? ${line}`)]
}

test.each([
  ['1 yes, 2 no: reason, 3 later', ['1 yes', '2 no (reason)', '3 later']],
  ['1 yes\n2 no: they are known, and write often\n3 later', ['1 yes', '2 no (they are known, and write often)', '3 later']],
  ['1. ja; 2. nein: passt nicht; 3. später', ['1 yes', '2 no (passt nicht)', '3 later']],
  ['1 oui, 2 non : pas notre sujet, 3 plus tard', ['1 yes', '2 no (pas notre sujet)', '3 later']],
  ['1 sí, 2 no: no es para nosotros, 3 más tarde', ['1 yes', '2 no (no es para nosotros)', '3 later']],
  ['1 sì, 2 no: non è per noi, 3 più tardi', ['1 yes', '2 no (non è per noi)', '3 later']],
  ['1 yes 2 no 3 later', ['1 yes', '2 no', '3 later']],
  ['1, 2, 4 spam', ['1 discard', '2 discard', '4 discard']],
  ['1 and 3 yes', ['1 yes', '3 yes']],
  ['2-4 discard', ['2 discard', '3 discard', '4 discard']],
  ['yes 1 3', ['1 yes', '3 yes']],
  ['no 2: not ours', ['2 no (not ours)']],
  ['1\n2', ['1 -', '2 -']],
  ['1 YES!', ['1 yes']],
  ['#1 ok', ['1 yes']],
  ['1) Yes\n2) No - too late', ['1 yes', '2 no (too late)']],
  ['1 no: a long reason\nthat goes on here\n2 yes', ['1 no (a long reason that goes on here)', '2 yes']],
  ['1 yes, 1 no: after all', ['1 no (after all)']],
  ['1 yes: on Thursday, 10; for 1,5 hours, 2 later', ['1 yes (on Thursday, 10; for 1,5 hours)', '2 later']],
  ['Hello,\n\n1 yes\n\nThanks\nMaria', ['1 yes']],
  ['Guten Tag,\n\n1 ja\n\nMit freundlichen Grüßen\nMaria', ['1 yes']],
  ['1 yes\n2 perhaps', ['1 yes', '? 2 perhaps']],
  ['I shall see', ['? I shall see']],
  ['', []],
  ['12 yes', ['12 yes']],
  ['- 1 yes\n- 2 no', ['1 yes', '2 no']],
  ['-1 yes', ['? -1 yes']],
  ['> 1. Nora wants to join\n1 yes\n> 2 yes\n2 later', ['1 yes', '2 later']],
  ['2026 was a good year', ['? 2026 was a good year']],
] as const)('%j', (text, orders) => {
  expect(read(text)).toEqual(orders)
})

test('what a yes says to others has its lines and paragraphs, and ends with the letter', () => {
  const said = '1 yes: Dear Vera,\n\nThursday suits us;\nat ten.\n\n2 no: late\n\nand gone\n\nKind regards\nInes'
  expect(readAnswers(said, 9, new Set([1]))).toEqual({
    orders: [
      { n: 1, said: 'yes', reason: 'Dear Vera,\n\nThursday suits us;\nat ten.' },
      { n: 2, said: 'no', reason: 'late' },
    ],
    unclear: ['and gone'],
  })
})

test('all means every number of the letter', () => {
  expect(read('all yes', 3)).toEqual(['1 yes', '2 yes', '3 yes'])
  expect(read('alle', 2)).toEqual(['1 -', '2 -'])
})

test('an answer of any length is read in bounds', () => {
  expect(readAnswers(`1 ${'no '.repeat(100_000)}`, 3).orders.length).toBeLessThan(300)
  expect(readAnswers(`yes ${'1'.repeat(100_000)}x`, 3).orders).toEqual([])
  expect(readAnswers('1-999 yes', 3).orders.length).toBeLessThanOrEqual(200)
})

test('a line is read in a time that grows as it does, whatever ends it', async () => {
  // As many lines as a mail of 4 MB may have would take half a minute, if each number were tried as the last one.
  for (const line of [
    (n: number) => `${'1 '.repeat(n)}\u2028x`,
    (n: number) => `yes ${'1-'.repeat(n)}1\u2028x`,
    (n: number) => '1 yes 2 no '.repeat(n / 5),
  ])
    await expectLinear(900, (n) => readAnswers(`${line(n)}\n`.repeat(100), 30))
})

test('the hour of the week is the reader’s own', () => {
  const monday = { weekday: 1, hour: 8 }
  const at = new Date('2026-11-30T07:30:00Z')
  expect(weekDayDue(monday, 'UTC', at)).toBeUndefined()
  expect(weekDayDue(monday, 'Europe/Vienna', at)).toBe('2026-11-30')
  expect(weekDayDue(monday, 'Pacific/Auckland', at)).toBe('2026-11-30')
  expect(weekDayDue(monday, 'America/New_York', at)).toBeUndefined()
  expect(weekDayDue(monday, 'Nowhere/At-All', new Date('2026-11-30T08:00:00Z'))).toBe('2026-11-30')
})
