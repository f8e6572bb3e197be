import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData } from '../../../test/shared.ts'
import { isCurrent, isFreeMail, readRor, whyNotPeriod } from './rules.ts'

test.each([
  ['https://ror.org/02mhbdp94', '02mhbdp94'],
  ['ror.org/00003EF66', '00003ef66'],
  [' 000063q30 ', '000063q30'],
  ['https://ror.org/02mhbdp94/', '02mhbdp94'],
  ['02mhbdp95', undefined],
  ['02mhbpd94', undefined],
  ['0umhbdp94', undefined],
  ['12mhbdp94', undefined],
  ['', undefined],
])('the ROR id %j is read as %j', (typed, id) => expect(readRor(typed)).toBe(id))

const folder = sharedData('institutions')
describe.skipIf(!folder)('the records that ROR publishes', () => {
  test('all have check digits that fit, and none after two digits change places', () => {
    const ids = readFileSync(join(folder ?? '', 'ror/ror_education_archive_facility.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => String(JSON.parse(line).id))
    expect(ids.length).toBeGreaterThan(1000)
    expect(ids.filter((id) => readRor(id) === undefined)).toEqual([])
    const swapped = ids.map((id) => id.replace(/(.)(.)(...)$/, '$2$1$3')).filter((id, i) => id !== ids[i])
    expect(swapped.filter((id) => readRor(id) !== undefined)).toEqual([])
  })
})

test.each([
  ['2026-01-01', '2025-12-31', [], { field: 'toOn', problem: 'Choose a last day after the first day.' }],
  ['2026-01-01', '2026-01-01', [], undefined],
  ['2026-01-01', null, [], undefined],
  ['2026-01-01', null, [{ fromOn: '2020-01-01', toOn: '2025-12-31' }], undefined],
  [
    '2025-12-31',
    null,
    [{ fromOn: '2020-01-01', toOn: '2025-12-31' }],
    { field: 'fromOn', problem: 'These days overlap another entry: 1 January 2020 to 31 December 2025.' },
  ],
  [
    '2010-01-01',
    '2030-01-01',
    [{ fromOn: '2020-01-01', toOn: null }],
    { field: 'fromOn', problem: 'These days overlap another entry: since 1 January 2020.' },
  ],
] as const)('a contract from %s to %s beside %j', (fromOn, toOn, others, refusal) => {
  expect(whyNotPeriod({ fromOn, toOn }, [...others])).toEqual(refusal)
})

test.each([
  ['2026-01-01', null, true],
  ['2026-01-01', '2026-10-16', true],
  ['2026-10-17', null, false],
  ['2020-01-01', '2026-10-15', false],
])('what runs from %s to %s is current on 16 October 2026: %s', (fromOn, toOn, current) => {
  expect(isCurrent({ fromOn, toOn }, '2026-10-16')).toBe(current)
})

test('an address at a free provider says nothing about where somebody works', () => {
  expect(isFreeMail('gmail.com')).toBe(true)
  for (const domain of ['hotmail.fr', 'yahoo.com.br', 'yahoo.co.in', 'live.nl', 'gmx.fr', 'list.ru'])
    expect([domain, isFreeMail(domain)]).toEqual([domain, true])
  for (const domain of ['northfield.example', 'live.ac.uk', 'outlook.edu', 'yahoo-inc.com'])
    expect([domain, isFreeMail(domain)]).toEqual([domain, false])
})
