import { describe, expect, test } from 'vitest'
import { alarmKeys, decideTelling, hasStopped, ringing, type SiteState } from './rules.ts'

const well: SiteState = {
  inbound: { waiting: 0, parked: 0, age: 0 },
  outbox: { due: 0, age: 0, sends: true },
  jobs: { waiting: 0, failing: 0, age: 0 },
  journal: { unchained: 0, age: 0 },
  search: { missing: 0 },
  scanner: { waiting: 0, age: 0 },
  webhooks: { waiting: 0, failing: 0, paused: 0, age: 0 },
  backup: { scheduled: true, age: 3_600, error: '' },
  news: { due: 1, days: 14 },
  disk: { free: 1, share: 20 },
  wal: { bytes: 2_000, most: 1_000 },
  archive: { running: true, behind: 64 * 1024 ** 2, copy: 50 * 3_600 },
  certificate: { days: 14 },
  versions: { days: 90 },
  replication: { server: '', replicas: 1, confirmed: true },
}

describe('an alarm', () => {
  test('rings for a stage that stalls, and for no other', () => {
    expect(ringing(well)).toEqual([])
    const cases: [string, Partial<SiteState>][] = [
      ['inbound', { inbound: { waiting: 1, parked: 0, age: 1_000 } }],
      ['outbox', { outbox: { due: 1, age: 4_000, sends: true } }],
      ['jobs', { jobs: { waiting: 1, failing: 0, age: 2_000 } }],
      ['failing', { jobs: { waiting: 1, failing: 1, age: 0 } }],
      ['journal', { journal: { unchained: 1, age: 2_000 } }],
      ['search', { search: { missing: 1 } }],
      ['scanner', { scanner: { waiting: 1, age: 2_000 } }],
      ['webhooks', { webhooks: { waiting: 1, failing: 1, paused: 0, age: 4_000 } }],
      ['backup', { backup: { scheduled: true, age: 100_000, error: '' } }],
      ['news', { news: { due: 1, days: 15 } }],
      ['disk', { disk: { free: 1, share: 19.9 } }],
      ['diskLow', { disk: { free: 1, share: 9.9 } }],
      ['wal', { wal: { bytes: 2_001, most: 1_000 } }],
      ['archive', { archive: { running: false, behind: 0, copy: 0 } }],
      ['replication', { replication: { server: '', replicas: 1, confirmed: false } }],
      ['certificate', { certificate: { days: 13 } }],
      ['versions', { versions: { days: 91 } }],
    ]
    // What is nearly full is on its way to it, too.
    for (const [key, state] of cases) expect(ringing({ ...well, ...state })).toEqual(key === 'diskLow' ? ['disk', key] : [key])
    expect(cases.map(([key]) => key)).toEqual(alarmKeys)
  })

  test('is no problem while the part works: a patch to put in, a certificate to renew, a disk that fills', () => {
    const stopped = (state: Partial<SiteState>) => alarmKeys.filter((key) => hasStopped(key, { ...well, ...state }))
    expect(stopped({ versions: { days: 400 } })).toEqual([])
    expect(stopped({ certificate: { days: 1 } })).toEqual([])
    expect(stopped({ certificate: { days: 0 } })).toEqual(['certificate'])
    expect(stopped({ disk: { free: 1, share: 10 } })).toEqual([])
    expect(stopped({ disk: { free: 1, share: 9.9 } })).toEqual(['disk', 'diskLow'])
    expect(stopped({ replication: { server: '', replicas: 1, confirmed: false } })).toEqual([])
    expect(stopped({ replication: { server: '', replicas: 0, confirmed: false } })).toEqual(['replication'])
    expect(stopped({ inbound: { waiting: 1, parked: 0, age: 1_000 } })).toEqual(['inbound'])
  })

  test('does not ring for what was chosen so: no relay, no schedule', () => {
    expect(ringing({ ...well, outbox: { due: 9, age: 99_999, sends: false }, backup: { scheduled: false, age: null, error: '' } })).toEqual(
      [],
    )
    expect(ringing({ ...well, backup: { scheduled: true, age: null, error: 'The disk is full' } })).toEqual(['backup'])
  })

  test('is told when it begins, again after a day, and when it is over', () => {
    const now = new Date('2026-10-16T09:00:00Z')
    const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
    expect(decideTelling(['inbound'], [], now)).toEqual({ tell: ['inbound'], over: [] })
    expect(decideTelling(['inbound'], [{ key: 'inbound', toldAt: ago(23) }], now)).toEqual({ tell: [], over: [] })
    expect(decideTelling(['inbound'], [{ key: 'inbound', toldAt: ago(24) }], now)).toEqual({ tell: ['inbound'], over: [] })
    // Nobody can mend a newsletter overnight.
    expect(decideTelling(['news'], [{ key: 'news', toldAt: ago(7 * 24 - 1) }], now)).toEqual({ tell: [], over: [] })
    expect(decideTelling(['news'], [{ key: 'news', toldAt: ago(7 * 24) }], now)).toEqual({ tell: ['news'], over: [] })
    expect(decideTelling([], [{ key: 'inbound', toldAt: ago(1) }], now)).toEqual({ tell: [], over: ['inbound'] })
  })
})
