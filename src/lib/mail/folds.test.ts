import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded, foldRules, foldsOf, saidApart } from './folds.ts'
import { trimReply } from './reply.ts'

const answer = 'Yes, please.\n\nOn Fri, 6 Nov 2026 at 10:00, Otto Other <otto@example.org> wrote:\n\n> Shall we?\n> Otto\n\n-- \nMaria'

describe('how a text is divided is noted', () => {
  test('and read back as it was', () => {
    expect(foldsOf(answer)).toBe(`${foldRules} 1v6q2s`)
    expect(folded(answer, foldsOf(answer))).toEqual(trimReply(answer))
    expect(trimReply(answer)).toEqual({ visible: 'Yes, please.', quoted: expect.stringContaining('> Shall we?'), signature: '-- \nMaria' })
  })

  test('also of any other text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('', '> a', 'On 6 Nov 2026 at 10:00, Otto <o@example.org> wrote:', '-- ', 'Maria', '\r', 'From: Otto'),
    )
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = lines.join(end)
        const whole = trimReply(text)
        const read = folded(text, foldsOf(text))
        if (read) expect(read).toEqual(whole)
        else expect(whole).toMatchObject({ quoted: '', signature: '' })
      }),
    )
  })

  test('and a text that is its author’s alone needs no more than a sign', () => {
    expect(foldsOf('Good morning\nto all')).toBe(String(foldRules))
    expect(folded('Good morning\nto all', foldsOf('Good morning\nto all'))).toBeUndefined()
  })
})

describe('what an author says apart from what they answer', () => {
  test('is there where a copy stands below it', () => {
    expect(saidApart(answer, foldsOf(answer))).toMatchObject({ visible: 'Yes, please.', signature: '-- \nMaria', lines: 4 })
  })

  test.each([
    ['all is theirs', 'Good morning\nto all'],
    ['they answer between the lines', '> Shall we?\nYes.\n\n> When?\nNow.'],
    ['they say nothing', 'On Fri, 6 Nov 2026 at 10:00, Otto Other <otto@example.org> wrote:\n\n> Shall we?\n> Otto'],
  ])('is not parted where %s', (_, text) => {
    expect(saidApart(text, foldsOf(text))).toBeUndefined()
  })
})

describe('a text is looked at anew', () => {
  test.each([
    ['of which nothing was noted', null],
    ['of which other rules noted something', `${foldRules + 1} 9v`],
    ['that has other lines than what was noted', `${foldRules} 2v1q`],
    ['of which more lines were noted than fit in the memory', `${foldRules} 999999999v`],
    ['of which nonsense was noted', 'nonsense'],
  ])('%s', (_, noted) => {
    expect(folded(answer, noted)).toEqual(trimReply(answer))
  })
})

test('rules that divide otherwise have another number', () => {
  const files = [
    'reply',
    'reply-attribution',
    'reply-contact',
    'reply-fates',
    'reply-header',
    'reply-kinds',
    'reply-lines',
    'reply-notices',
    'reply-words',
  ]
  const sources = files.map((name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), 'utf8'))
  const seal = createHash('sha256').update(sources.join('\0')).digest('hex').slice(0, 12)
  // Where one of these files was changed: raise `foldRules` if any text is divided otherwise by it, and put the new seal here.
  expect(`${foldRules} ${seal}`).toBe('6 ed92716cac88')
})
