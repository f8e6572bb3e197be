import { expect, test } from 'vitest'
import { Position, type Sighting } from './replica-lag.ts'
import { serversOf } from './servers.ts'

test('a URL with several hosts is taken apart as libpq reads it', () => {
  for (const [url, urls, follow] of [
    ['postgres://u:p@a/r', ['postgres://u:p@a/r'], false],
    ['postgres://u:p@/r?host=/run/pg', ['postgres://u:p@/r?host=/run/pg'], false],
    ['postgres://a/r?target_session_attrs=read-write', ['postgres://a/r'], true],
    [
      'postgresql://u:p@a:1,[::1]:2,b/r?sslmode=require&target_session_attrs=primary',
      ['postgresql://u:p@a:1/r?sslmode=require', 'postgresql://u:p@[::1]:2/r?sslmode=require', 'postgresql://u:p@b/r?sslmode=require'],
      true,
    ],
    ['postgres://u@/r?host=a,b&port=1,2', ['postgres://u@a:1/r', 'postgres://u@b:2/r'], true],
  ] as const)
    expect(serversOf(url)).toEqual({ urls, follow })
  for (const [url, problem] of [
    ['mysql://a/r', 'expected postgres://'],
    ['postgres://u:secret@a,/r', '"" is no host'],
    ['postgres://u:secret@a,b:x/r', '"b:x" is no host'],
    ['postgres://a,b/r?target_session_attrs=standby', 'target_session_attrs is standby'],
  ] as const) {
    expect(() => serversOf(url)).toThrow(problem)
    expect(() => serversOf(url)).not.toThrow('secret')
  }
})

test('a replica is read from once it has kept up for a while, and left when it lags, falls out or takes writes', () => {
  const position = new Position()
  let seen: Sighting = { good: 0, used: false }
  const look = (at: string | Error, now: number, { closed = true, measured = true } = {}) => {
    seen = position.judge(seen, at instanceof Error ? at : { closed, at }, now, measured)
    return seen
  }
  expect(look('0/10', 0)).toEqual({ good: 0, used: false })
  position.note('0/10', 1_000)
  expect(look('0/10', 1_100)).toMatchObject({ used: false, lag: 0 })
  expect(look('0/10', 2_100)).toMatchObject({ used: false })
  // Nothing was written for an hour: it lags by nothing.
  position.note('0/10', 3_600_000)
  expect(look('0/10', 3_600_100)).toEqual({ good: 3, used: true, lag: 0 })
  // A file of the log has four gigabytes; what comes after is further.
  position.note('1/8', 3_601_000)
  expect(look('0/FFFFFFF0', 3_604_000)).toMatchObject({ used: true, lag: 4 })
  expect(look('0/FFFFFFF0', 3_606_000)).toMatchObject({ used: false, lag: 6 })
  for (const now of [3_607_000, 3_608_000, 3_609_000]) look('1/8', now)
  expect(seen.used).toBe(true)
  // The primary is away: what was read from is read on.
  expect(look('1/8', 3_700_000, { measured: false }).used).toBe(true)
  // It has just been made the primary itself, and nobody has found that out yet.
  expect(look('1/8', 3_700_500, { measured: false, closed: false }).used).toBe(true)
  expect(look('1/8', 3_701_000, { closed: false }).used).toBe(false)
  for (const now of [3_702_000, 3_703_000, 3_704_000]) look('1/8', now)
  expect(look(new Error('gone'), 3_705_000).used).toBe(false)
})
