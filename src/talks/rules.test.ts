import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consentUntilOf,
  decideConsent,
  linkAt,
  readChapters,
  readClock,
  sayClock,
  slugOf,
  whyNotConsent,
  whyNotGo,
  whyNotLink,
  whyNotRecord,
  whyNotUntil,
  writeChapters,
} from './rules.ts'

describe('chapters', () => {
  it('are a time and a title a line, in order', () => {
    expect(readChapters('0:00 Welcome\n\n5:30 – Rollover\n1:05:30 Questions')).toEqual({
      chapters: [
        { atSeconds: 0, title: 'Welcome' },
        { atSeconds: 330, title: 'Rollover' },
        { atSeconds: 3_930, title: 'Questions' },
      ],
    })
  })

  it.each([
    ['0:00 A\n0:00 B', 'Line 2: 0:00 is not after 0:00. Enter the chapters in order.'],
    ['5:00 A\n4:59 B', 'Line 2: 4:59 is not after 5:00. Enter the chapters in order.'],
    ['first', 'Line 1: begin with a time like 5:30 or 1:05:30.'],
    ['5:99 A', 'Line 1: begin with a time like 5:30 or 1:05:30.'],
    ['1:60:00 A', 'Line 1: begin with a time like 5:30 or 1:05:30.'],
    ['5:00', 'Line 1: enter a title after the time.'],
    ['20:00 A', 'Line 1: the recording ends at 20:00.'],
  ])('%j is refused', (text, problem) => {
    expect(readChapters(text, 1_200)).toEqual({ problem })
  })

  it('are read as they were written', () => {
    const title = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,30}[A-Za-z]$/)
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(90_000), { maxLength: 20 }), title, (times, words) => {
        const chapters = times.toSorted((a, b) => a - b).map((atSeconds) => ({ atSeconds, title: words }))
        expect(readChapters(writeChapters(chapters))).toEqual({ chapters })
        for (const { atSeconds } of chapters) expect(readClock(sayClock(atSeconds))).toBe(atSeconds)
      }),
    )
  })
})

describe('consent', () => {
  it.each([
    ['open', 'given', '2026-12-01', undefined],
    ['refused', 'given', '2026-12-01', undefined],
    ['given', 'withdrawn', '2026-10-16', undefined],
    ['given', 'withdrawn', '2026-10-15', /ended on 2026-10-15/],
    ['given', 'given', '2026-10-15', undefined],
    ['given', 'withdrawn', null, undefined],
  ] as const)('from %s to %s with %s as the last day', (from, to, until, sentence) => {
    const why = whyNotConsent(from, to, until, '2026-10-16')
    if (sentence) expect(why).toMatch(sentence)
    else expect(why).toBeUndefined()
  })

  it('a no after a yes takes back, before it refuses', () => {
    expect(decideConsent('open', false)).toBe('refused')
    expect(decideConsent('given', false)).toBe('withdrawn')
    expect(decideConsent('withdrawn', true)).toBe('given')
  })

  it('the promised day does not come earlier for who has agreed', () => {
    const yes = [{ name: 'A', consent: 'given' as const }]
    expect(whyNotUntil('2026-12-01', '2026-11-30', yes)).toMatch(/2026-12-01/)
    expect(whyNotUntil('2026-12-01', '2026-12-02', yes)).toBeUndefined()
    expect(whyNotUntil('2026-12-01', '2026-11-30', [{ name: 'A', consent: 'open' }])).toBeUndefined()
    expect(consentUntilOf('2026-10-16')).toBe('2026-12-15')
  })

  it('of everybody who spoke comes before the link', () => {
    const [a, b] = [
      { name: 'Aoife', consent: 'given' as const },
      { name: 'Jun', consent: 'open' as const },
    ]
    expect(whyNotRecord('scheduled', [a])).toMatch(/after the talk/)
    expect(whyNotRecord('given', [])).toMatch(/Add the speakers/)
    expect(whyNotRecord('given', [a, b])).toBe('No consent to the recording yet: Jun')
    expect(whyNotRecord('given', [a])).toBeUndefined()
  })
})

describe('links and addresses', () => {
  it.each([
    ['http://video.example/1', 'Enter a link that begins with https://.'],
    ['javascript:alert(1)', 'Enter a link that begins with https://.'],
    ['video', 'Enter a link, for example https://example.org/video.'],
    ['https://ada:secret@video.example/1', 'Remove the name and the password from the link.'],
    ['https://video.example/1', undefined],
  ])('%s', (link, why) => expect(whyNotLink(link)).toBe(why))

  it('leads to a moment', () => {
    expect(linkAt('https://video.example/1', 330)).toBe('https://video.example/1#t=330')
    expect(linkAt('https://www.youtube.com/watch?v=a', 330)).toBe('https://www.youtube.com/watch?v=a&t=330s')
    expect(linkAt('https://video.example/1', 0)).toBe('https://video.example/1')
  })

  it('makes addresses of titles', () => {
    expect(slugOf('LTI without tears')).toBe('lti-without-tears')
    expect(slugOf('Öffnungszeiten & Listen')).toBe('offnungszeiten-listen')
    expect(slugOf('読書')).toBe('talk')
  })

  it.each([
    ['proposed', 'accepted', undefined],
    ['given', 'withdrawn', 'This talk was already given.'],
    ['proposed', 'scheduled', 'This talk waits for a decision. Decide on the proposal first.'],
    ['declined', 'accepted', undefined],
  ] as const)('from %s to %s', (from, to, why) => expect(whyNotGo(from, to)).toBe(why))
})
