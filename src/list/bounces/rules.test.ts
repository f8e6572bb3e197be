import { describe, expect, test } from 'vitest'
import { decideStanding, type Failure, findIncidents } from './rules.ts'

const now = new Date('2026-10-20T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
let id = 0
const failure = (email: string, { messageId = 1 as number | null, class: kind = 'policy' } = {}): Failure => ({
  id: ++id,
  email,
  domain: email.split('@')[1] as string,
  messageId,
  class: kind,
  words: '550 5.7.1 no',
  at: now,
})

describe('failures that come together', () => {
  const many = (count: number, domain = 'provider.example', options = {}) =>
    Array.from({ length: count }, (_, i) => failure(`member${i}@${domain}`, options))

  test('of one post are one incident, whatever the domains', () => {
    const found = findIncidents([...many(4, 'one.example'), ...many(4, 'two.example')])
    expect(found.map(({ kind, subject, failures }) => [kind, subject, failures.length])).toEqual([['post', '1', 8]])
  })
  test('of one domain are one incident, whatever the posts', () => {
    const found = findIncidents(Array.from({ length: 6 }, (_, i) => failure(`member${i}@provider.example`, { messageId: i + 1 })))
    expect(found.map(({ kind, subject }) => [kind, subject])).toEqual([['domain', 'provider.example']])
  })
  test('of few people are none, however often they fail', () => {
    expect(findIncidents(Array.from({ length: 9 }, (_, i) => failure('one@provider.example', { messageId: i })))).toEqual([])
    expect(findIncidents(many(4))).toEqual([])
  })
  test('dead addresses of a post are each their own matter, unless one domain calls many dead at once', () => {
    const scattered = Array.from({ length: 8 }, (_, i) => failure(`member@d${i}.example`, { class: 'address' }))
    expect(findIncidents(scattered)).toEqual([])
    expect(findIncidents(many(8, 'broken.example', { class: 'address' })).map(({ kind }) => kind)).toEqual(['domain'])
  })
})

describe('a subscription', () => {
  const standing = { dead: [] as Date[], probedAt: null as Date | null, probeBounced: false }
  test.each([
    ['is kept while nothing is known', standing, 'keep'],
    ['is kept after ten failures on two days', { ...standing, dead: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2].map(daysAgo) }, 'keep'],
    ['is asked by a probe after three days', { ...standing, dead: [1, 3, 9].map(daysAgo) }, 'probe'],
    ['is not judged by what is older than a month', { ...standing, dead: [1, 40, 50].map(daysAgo) }, 'keep'],
    ['waits for the probe', { ...standing, dead: [1, 2, 3, 4].map(daysAgo), probedAt: daysAgo(1) }, 'keep'],
    [
      'is suspended when the probe comes back',
      { ...standing, dead: [1, 2, 3].map(daysAgo), probedAt: daysAgo(1), probeBounced: true },
      'suspend',
    ],
    ['is cleared when the probe does not come back', { ...standing, dead: [1, 2, 3].map(daysAgo), probedAt: daysAgo(8) }, 'clear'],
  ])('%s', (_, given, decision) => {
    expect(decideStanding(given, now)).toBe(decision)
  })
})
