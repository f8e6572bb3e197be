import { expect, test } from 'vitest'
import { type FileFoot, type FileHead, lineOf, recount } from './outside-rules.ts'
import { chainedText, type JournalLine, linkHash } from './rules.ts'

const line = (id: number): string =>
  chainedText({
    ...{ id, at: new Date('2026-10-16T09:00:00Z'), personId: 5, behindId: null, via: 'web', action: 'list.changed' },
    ...{ subject: 'list:1', groupId: 1, details: { n: id } },
  } as JournalLine)
const lines = [line(7), line(8), line(9)]
const before = Buffer.alloc(32, 1)
const hash = lines.reduce<Buffer>((last, text) => linkHash(last, text), before).toString('hex')
const head = (more: object = {}) =>
  JSON.stringify({ format: 'rapport-journal 1', first: 4, before: before.toString('hex'), ...more } as FileHead)
const foot = (more: Partial<FileFoot> = {}) => JSON.stringify({ last: 6, hash, ...more })

async function read(texts: string[]) {
  async function* one() {
    yield* texts
  }
  const positions: number[] = []
  const counted = recount(one())
  for (;;) {
    const { value, done } = await counted.next()
    if (done) return { positions, ...value }
    positions.push(value.position)
  }
}

test('a file of the chain says where it begins and ends', async () => {
  expect(await read([head(), ...lines, foot()])).toMatchObject({ positions: [4, 5, 6], first: 4, last: 6, hash })
})

test.each<[string, string[], string]>([
  ['nothing', [], 'Its end is missing.'],
  ['no head', [...lines, foot()], 'It is no file of the activity log.'],
  ['a head of another format', [head({ format: 'rapport-journal 2' }), ...lines, foot()], 'It is no file of the activity log.'],
  ['no end', [head(), ...lines], 'Its end is missing.'],
  ['something after its end', [head(), ...lines, foot(), line(10)], 'Something follows its end.'],
  ['a line less', [head(), ...lines.slice(1), foot()], 'Its lines are not those that were chained'],
  ['a line more', [head(), ...lines, line(10), foot()], 'Its lines are not those that were chained'],
  ['two lines in another order', [head(), ...lines.toReversed(), foot()], 'Its lines are not those that were chained'],
  ['another end', [head(), ...lines, foot({ last: 7 })], 'Its lines are not those that were chained'],
  ['another beginning', [head({ first: 5 }), ...lines, foot()], 'Its lines are not those that were chained'],
  ['another hash at its end', [head(), ...lines, foot({ hash: before.toString('hex') })], 'Its lines are not those that were chained'],
  ['another hash before it', [head({ before: '00' }), ...lines, foot()], 'Its lines are not those that were chained'],
])('a file with %s is refused', async (_, texts, why) => {
  await expect(read(texts)).rejects.toThrow(why)
})

test('a line that Rapport would write otherwise is none', () => {
  expect(chainedText(lineOf(line(7)))).toBe(line(7))
  expect(() => lineOf(line(7).replace(',', ', '))).toThrow('A line is not as Rapport writes it.')
})
