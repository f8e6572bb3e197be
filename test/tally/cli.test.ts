import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const main = resolve(import.meta.dirname, '../../src/edges/cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pb = `META
key;value
budget;30
vote_type;approval
rule;greedy-no-skip
tie_breaking;order:b,a,c
PROJECTS
project_id;cost;votes;name
a;10;2;Dark mode
b;10;2;Export
c;15;2;Search
VOTES
voter_id;vote
1;a,b,c
2;a,b,c
`

function rapport(text: string, ...args: string[]) {
  const file = join(folder, 'round.pb')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'tally', file, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr: stderr.replaceAll(file, 'FILE') }
}

describe('rapport tally', () => {
  test('prints one document: rule, winners, ties, steps', () => {
    const { status, stdout } = rapport(pb, '--rule', 'greedy')
    const { rule, winners, ties, steps, names } = JSON.parse(stdout)
    expect([status, stdout.trimEnd().includes('\n'), rule, winners]).toEqual([0, false, 'greedy', ['b', 'a']])
    expect(ties).toEqual([
      { step: 1, among: ['a', 'b', 'c'], chosen: 'b', for: 'win', how: 'order given before the count' },
      { step: 3, among: ['a', 'c'], chosen: 'a', for: 'win', how: 'order given before the count' },
    ])
    expect(steps.at(-1).text).toBe('Search (c) has 2 points and costs 15: does not fit into what is left, so it is not chosen.')
    expect(names).toEqual({ a: 'Dark mode', b: 'Export', c: 'Search' })
  })

  test('counts by the rule that the file names, and breaks ties as the command line says', () => {
    const { stdout } = rapport(pb, '--rule', 'file', '--ties', 'order:c,a,b')
    const { rule, settings, winners } = JSON.parse(stdout)
    expect([rule, settings, winners]).toEqual(['greedy', { misfit: 'stop', ties: { by: 'order', order: ['c', 'a', 'b'] } }, ['c', 'a']])
  })

  test('takes seats from the command line for rules that need them', () => {
    expect(JSON.parse(rapport(pb, '--rule', 'schulze', '--seats', '2').stdout).winners).toEqual(['b', 'a'])
  })

  test.each([
    [
      'a rule that it cannot run',
      pb.replace('greedy-no-skip', 'greedy-custom'),
      ['--rule', 'file'],
      'FILE: the file names the rule "greedy-custom", whose conditions it does not give; choose one with --rule.',
    ],
    ['no seats for people', pb, ['--rule', 'meek'], 'FILE: This rule needs a number of seats.'],
    [
      'a rule that is none',
      pb,
      ['--rule', 'borda'],
      'tally: --rule must be one of greedy, equal-shares, equal-shares-add1, phragmen, cstv, scottish-stv, meek, schulze, score, file',
    ],
    ['a setting that is none', pb, ['--rule', 'greedy', '--misfit', 'wait'], 'tally: --misfit must be one of skip, stop'],
    ['a number that is none', pb, ['--rule', 'greedy', '--min-score', '1.5'], 'tally: --min-score must be a whole number from 0'],
    [
      'ties by a rule that is none',
      pb,
      ['--rule', 'greedy', '--ties', 'coin'],
      'FILE: ties are broken by "coin"; it must be order, order:ID,ID,…, lot:SEED or drawn:ID,ID,….',
    ],
  ])('with %s says so in one line and ends with 2', (_, text, args, why) => {
    const { status, stdout, stderr } = rapport(text, ...args)
    expect([status, stdout, stderr]).toEqual([2, '', `rapport: ${why}\n`])
  })

  test('a vote that cannot be counted is set aside and named, on its line, and the others are counted', () => {
    const { status, stdout, stderr } = rapport(pb.replace('2;a,b,c', '2;a,b,z').replace('a;10;2', 'a;10;9'), '--rule', 'greedy')
    const { aside, notes, steps, figures } = JSON.parse(stdout)
    const why = 'the vote of voter 2 names "z", which is not an option of this ballot.'
    const note = expect.stringMatching(/^line 9: project a has 9 in the column votes/)
    expect([status, aside, notes[0]]).toEqual([0, [{ line: 15, paper: '2', why }], note])
    expect(steps.map(({ text }: { text: string }) => text)).toContain(`line 15: ${why} This vote is set aside.`)
    expect(stderr).toContain(`rapport: FILE: line 15: ${why} This vote is set aside.\n`)
    expect(figures.papers).toBe(JSON.parse(rapport(pb, '--rule', 'greedy').stdout).figures.papers - 1)
  })

  test('with a file that is not there says so', () => {
    const { status, stderr } = spawnSync(process.execPath, [main, 'tally', 'nowhere.pb', '--rule', 'greedy'], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, "rapport: nowhere.pb: ENOENT: no such file or directory, open 'nowhere.pb'\n"])
  })
})
