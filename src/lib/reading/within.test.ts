import { expect, test } from 'vitest'
import { pdf } from '../../../test/made-files.ts'
import { sayKept } from '../ui/kept.ts'
import { readWithin } from './within.ts'

const minutes = () => pdf(...Array.from({ length: 10_000 }, (_, n) => `Minutes of day ${n + 1}`))

test('a PDF of 10,000 pages is read to its 300th, within its memory', async () => {
  const { words, note } = await readWithin(
    minutes(),
    'application/pdf',
    // A quarter of its usual time where nothing else runs: a slow machine that is busy needs more.
    { milliseconds: 240_000 },
  )
  expect(sayKept(note)).toBe('The preview shows the first 300 of 10,000 pages.')
  expect(words).toContain('Minutes of day 1\n')
  expect(words).toContain('Minutes of day 300')
  expect(words).not.toContain('Minutes of day 301')
})

test('what takes too long or too much memory is ended, and says so', async () => {
  const pdf = minutes()
  const slow = await readWithin(pdf, 'application/pdf', { milliseconds: 1 })
  expect([slow.words, sayKept(slow.note)]).toEqual(['', 'Reading the file took too long.'])
  const { words, note } = await readWithin(pdf, 'application/pdf', { megabytes: 12 })
  expect([words, sayKept(note)]).toEqual(['', expect.stringMatching(/too much memory|could not read|damaged/)])
})
