import { expect, test } from 'vitest'
import { daysBehind, lacking } from './versions.ts'

test('what a running program lacks counts from the first release that it lacks, within its own major version', () => {
  expect(lacking('postgres', '18.4')).toEqual({ newest: '18.6', since: '2026-08-13' })
  expect(lacking('postgres', '15.19 (Debian 15.19-0+deb12u1)')).toEqual({ newest: '15.20', since: '2026-11-12' })
  expect(lacking('postgres', '18.6')).toBeUndefined()
  // Newer than what was known at the release, or nothing that it knows of.
  expect(lacking('postgres', '18.10')).toBeUndefined()
  expect(lacking('postgres', '19.1')).toBeUndefined()
  expect(lacking('node', '26.12.0')).toEqual({ newest: '26.12.1', since: '2026-10-22' })
  expect(lacking('node', '26.12.1')).toBeUndefined()
  const now = new Date('2026-11-28T09:00:00Z')
  expect(daysBehind({ node: '26.12.1', postgres: '18.4' }, now)).toBe(107)
  expect(daysBehind({ node: '26.12.0', postgres: '18.6' }, now)).toBe(37)
  expect(daysBehind({ node: '26.12.1', postgres: '18.6' }, now)).toBe(0)
})
