import { describe, expect, test } from 'vitest'
import { readElection } from './read.ts'
import { tally } from './tally.ts'

const pb = `META
key;value
description;Cycle 2026
num_projects;3
num_votes;3
budget;50.50
vote_type;cumulative
rule;greedy-threshold
max_sum_points;10
min_project_score_threshold;4
tie_breaking;lot:2026-11-24
PROJECTS
project_id;cost;votes;score;name;selected
1;20;2;12;"Export; with ""all"" fields
and notes";1
2;30.5;1;4;Dark mode;1
3;5;1;3;An "odd" name;0
VOTES
voter_id;vote;points
a;1;10
b;1,2;2,4
c;3;3
`

const read = (name: string, text: string) => readElection(name, Buffer.from(text))

describe('a .pb file', () => {
  test('is read with its costs in hundredths, its rule, its way to break ties and its winners', () => {
    const { election, named, ties, chosen } = read('x.pb', pb)
    expect(election).toEqual({
      title: 'Cycle 2026',
      options: [
        { id: '1', name: 'Export; with "all" fields\nand notes', cost: 200 },
        { id: '2', name: 'Dark mode', cost: 305 },
        { id: '3', name: 'An "odd" name', cost: 50 },
      ],
      papers: [
        { id: 'a', points: { 1: 10 } },
        { id: 'b', points: { 1: 2, 2: 4 } },
        { id: 'c', points: { 3: 3 } },
      ],
      capacity: 505,
      decimals: 1,
      limits: { maxSum: 10 },
    })
    expect([named, ties, chosen]).toEqual([{ rule: 'greedy', settings: { minScore: 4 } }, { by: 'lot', seed: '2026-11-24' }, ['1', '2']])
  })

  test.each([
    ['a wrong number of votes', 'num_votes;3', 'num_votes;4', 'line 5: num_votes is 4, but the file has 3.'],
    ['a wrong number of projects', 'num_projects;3', 'num_projects;2', 'line 4: num_projects is 2, but the file has 3.'],
    ['a cost that is none', '3;5;1', '3;free;1', 'line 17: the cost of project 3 is “free”. Use a number from 0.'],
    ['another vote type', 'cumulative', 'quadratic', 'line 7: the vote_type is “quadratic”. Use one of'],
    ['a quotation that does not end', 'An "odd" name', '"odd', 'line 17: a quotation mark is not closed'],
    ['a column too few', 'voter_id;vote;points', 'voter;vote;points', 'line 19: VOTES has no column “voter_id”.'],
    ['ties broken by a rule that is none', 'lot:2026-11-24', 'coin', 'ties are broken by "coin"'],
  ])('with %s is refused, with the line', (_, before, after, why) => {
    expect(() => read('x.pb', pb.replace(before, after))).toThrow(why)
  })

  test.each([
    ['over budget', 'a;1;10', 'a;1;11', 20, 'the vote of voter a spends 11 points and is over the budget of 10.'],
    ['with negative points', 'c;3;3', 'c;3;-3', 22, 'the vote of voter c gives -3 points to "3"; points cannot be negative.'],
    ['with half a point', 'c;3;3', 'c;3;0.5', 22, 'the vote of voter c gives 0.5 points to "3"; only whole points count.'],
    ['without a number of points', 'c;3;3', 'c;3;many', 22, 'the vote of voter c gives “many” points to “3”.'],
    ['for an unknown project', 'c;3;3', 'c;4;3', 22, 'the vote of voter c names "4", which is not an option of this ballot.'],
    ['with points for a part of its projects', 'b;1,2;2,4', 'b;1,2;2', 21, 'voter b names 2 projects and gives points to 1.'],
    ['that names a project twice', 'b;1,2;2,4', 'b;1,1;2,4', 21, 'the vote of voter b names “1” twice.'],
    ['of a voter who has voted', 'b;1,2;2,4', 'a;1,2;2,4', 21, 'voter a is already there, on line 20.'],
    ['of nobody', 'b;1,2;2,4', ';1,2;2,4', 21, 'voter_id is missing.'],
    ['with a field too many', 'c;3;3', 'c;3;3;3', 22, 'there are 4 fields, more than the 3 columns.'],
  ])('with a paper %s is counted without it, and the paper is named', (_, before, after, line, why) => {
    const { election, aside } = read('x.pb', pb.replace(before, after))
    expect(aside).toEqual([{ line, paper: /^\w?/.exec(after)?.[0], why }])
    expect(election.papers).toHaveLength(2)
    expect(tally('greedy', election).figures.papers).toBe(2)
  })

  test('is refused where none of its papers can be counted: then the file is not what it says', () => {
    expect(() => read('x.pb', pb.replace('max_sum_points;10', 'max_sum_points;1'))).toThrow('line 20: the vote of voter a spends 10 points')
  })

  test.each([
    ['votes', '2;30.5;1;4', '2;30.5;2;4', 'line 16: project 2 has 2 in the column votes, but its votes add up to 1.'],
    ['points', '3;5;1;3', '3;5;1;30', 'line 17: project 3 has 30 in the column score, but its votes add up to 3.'],
    ['points that are no number', '3;5;1;3', '3;5;1;n/a', 'line 17: project 3 has n/a in the column score, but its votes add up to 3.'],
  ])('with %s that do not add up is counted by its papers, and told so', (_, before, after, note) => {
    const { election, notes } = read('x.pb', pb.replace(before, after))
    expect([notes, tally('greedy', election).figures.totals]).toEqual([[note], { 1: '12', 2: '4', 3: '3' }])
  })

  test.each([
    ['counts', '1;20;2;12'],
    ['leaves out', '1;20;1;10'],
  ])('may say totals in which a paper that is set aside %s', (_, totals) => {
    const faulty = pb.replace('b;1,2;2,4', 'b;1,2;2,40').replace('1;20;2;12', totals)
    const { aside, notes = [] } = read('x.pb', faulty)
    expect(aside).toHaveLength(1)
    expect(notes.filter((note) => note.includes('project 1') && note.includes('votes'))).toEqual([])
  })

  test('that ranks is counted by the places of its papers', () => {
    const ordinal = pb
      .replace('cumulative', 'ordinal')
      .replace('max_sum_points', 'max_length')
      .replace(/VOTES.*/s, 'VOTES\nvoter_id;vote\na;1\nb;2,1\nc;3\n')
      .replace('2;12;"', '2;19;"')
      .replace('1;4;Dark', '1;10;Dark')
      .replace('1;3;An', '1;10;An')
    expect(tally('greedy', read('x.pb', ordinal).election).figures.totals).toEqual({ 1: '19', 2: '10', 3: '10' })
  })

  test('may have a rule that is not ours, and is read all the same', () => {
    expect(read('x.pb', pb.replace('greedy-threshold', 'greedy-custom')).named).toEqual({
      why: 'the file names the rule "greedy-custom", whose conditions it does not give',
    })
  })
})

const blt = `# Coordinator, autumn
4 2   # four stand for two seats
-4
[nick ann bea cem dee]
[tie cem bea ann dee] /* drawn on 3 May
in the presence of all */
3 ann bea=cem 0
2 cem - dee 0
(paper-77) bea 0
0
"Ann # the first"
"Bea"
"Cem"
"Dee"
"Autumn"
`

describe('a .blt file', () => {
  test('is read with nicknames, equal and skipped preferences, comments, who withdrew and the order drawn', () => {
    const { election, ties } = read('x.blt', blt)
    expect(election.options.map(({ id, name, withdrawn }) => [id, name, withdrawn])).toEqual([
      ['ann', 'Ann # the first', undefined],
      ['bea', 'Bea', undefined],
      ['cem', 'Cem', undefined],
      ['dee', 'Dee', true],
    ])
    expect(election.papers).toEqual([
      { id: 'line 7', count: 3, ranks: [['ann'], ['bea', 'cem']] },
      { id: 'line 8', count: 2, ranks: [['cem'], ['dee']] },
      { id: 'paper-77', count: 1, ranks: [['bea']] },
    ])
    expect([election.seats, election.title, ties]).toEqual([2, 'Autumn', { by: 'drawn', order: ['cem', 'bea', 'ann', 'dee'] }])
  })

  test('may have its names in comments, as the Scottish ones do', () => {
    const { election } = read('x.blt', '2 1\n5 1 2 0\n3 2 0\n0\n# ALTERNATIVE NAME 1: Ann (A)\n# ALTERNATIVE NAME 2: Bea (B)\nSome ward')
    expect([election.options.map(({ name }) => name), election.title]).toEqual([['Ann (A)', 'Bea (B)'], 'Some ward'])
  })

  test('may have its names on one line, letters in quotation marks in them, blanks around =, and lines of old Macs', () => {
    const { election } = read('x.blt', '3 1\r2 1 = 3 2 0\r0\r"Ann \\"the # first\\" A" "Bea" "Cem" "Ward"\r')
    expect([...election.options.map(({ name }) => name), election.title]).toEqual(['Ann "the # first" A', 'Bea', 'Cem', 'Ward'])
    expect(election.papers).toEqual([{ id: 'line 2', count: 2, ranks: [['1', '3'], ['2']] }])
  })

  test('has a name a line where there are enough of them, whatever marks are in them', () => {
    const { election } = read('x.blt', '3 1\n2 1 2 0\n0\n"Ann ""Nan"" A"\n"Bea" "B"\n"Cem"\n"Ward"\n')
    expect([...election.options.map(({ name }) => name), election.title]).toEqual(['Ann ""Nan"" A', 'Bea" "B', 'Cem', 'Ward'])
  })

  test('is read whatever its lines are: several ballots in one, or one in several', () => {
    const papers = (text: string) => read('x.blt', text).election.papers.map(({ count, ranks }) => [count, ranks?.join(' ')])
    const usual = read('x.blt', '3 2\n-3\n4 1 2 0\n2 2 0\n0\n"Ann"\n"Bea"\n"Cem"\n"Ward"\n').election
    const { election } = read('x.blt', '3 2 -3 4 1 2 0 2 2 0 0 "Ann" "Bea" "Cem" "Ward"\n')
    expect(election.options).toEqual(usual.options)
    expect([election.title, election.seats]).toEqual(['Ward', 2])
    expect(election.papers.map(({ id }) => id)).toEqual(['line 1', 'line 1, 2'])
    expect(papers('3 1\n(a 0) 1 2 0 (b) 3 0\n5 1\n  2 3 0\n0\n')).toEqual([
      [1, '1 2'],
      [1, '3'],
      [5, '1 2 3'],
    ])
    // Not indented: a 0 is missing.
    expect(() => read('x.blt', '3 1\n5 1\n2 3 0\n0\n')).toThrow('line 2: a vote must end with 0.')
  })

  test('may put equals in brackets, as its inventor did', () => {
    expect(read('x.blt', '4 1\n2 1 (2 3) 4 0\n1 ( 3 4 ) 0\n0\n').election.papers.map(({ ranks }) => ranks)).toEqual([
      [['1'], ['2', '3'], ['4']],
      [['3', '4']],
    ])
  })

  test.each([
    ['a ballot for nobody who stands', '3 ann', '3 eve', 'line 7: “eve” is not a candidate.'],
    ['a ballot that does not end', '2 cem - dee 0', '2 cem - dee', 'line 8: a vote must end with 0.'],
    ['a ballot that names one twice', 'bea=cem', 'ann=cem', 'line 7: the vote names ann twice.'],
    ['too few nicknames', 'cem dee]\n[tie', 'cem]\n[tie', 'line 4: there are 3 nicknames for 4 candidates'],
    ['no heading', '4 2   #', '4 #', 'line 2: a .blt file begins with the numbers of candidates and seats.'],
    ['no end', '\n0\n"Ann', '\n"Ann', 'line 10: “"Ann # the first"” is not a vote'],
    ['something before the number of papers', '2 cem', 'two cem', 'line 8: “two cem - dee 0” is not a vote'],
  ])('with %s is refused, with the line', (_, before, after, why) => {
    expect(() => read('x.blt', blt.replace(before, after))).toThrow(why)
  })
})

describe('other files', () => {
  test('of abcvoting are read over several lines, with the rule and the committee that they expect', () => {
    const text = `description: "Two\n  lines: of text"\nprofile: [{3}, [1, 4], # why\n  {}, {0}]\nvoter_weights: [1, 2, 1, 1]\nnum_cand: 6\ncommitteesize: 2\ncompute:\n- rule_id: seqphragmen\n  resolute: False\n  result: [{1, 4}]\n- rule_id: pav\n`
    const { election, named, chosen } = read('x.abc.yaml', text)
    expect(election.papers.map(({ approvals, count }) => [approvals, count])).toEqual([
      [['3'], 1],
      [['1', '4'], 2],
      [[], 1],
      [['0'], 1],
    ])
    expect([election.title, election.options.length, election.seats, named, chosen]).toEqual([
      'Two lines: of text',
      6,
      2,
      { rule: 'phragmen', settings: {} },
      ['1', '4'],
    ])
  })

  test('of abcvoting may have as many papers as there are', () => {
    expect(read('x.abc.yaml', `profile: [${'{1}, '.repeat(200_000)}{2}]`).election).toMatchObject({ options: [{}, {}, { id: '2' }] })
  })

  test('of PrefLib are read as they were until 2022, too', () => {
    const { election } = read('x.toc', '3\n1,Ann, the first\n2,Bea\n3,Cem\n5,5,2\n3,{1,2},3\n2,3,1\n')
    expect(election.options.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'Ann, the first'],
      ['2', 'Bea'],
      ['3', 'Cem'],
    ])
    expect(election.papers.map(({ count, ranks }) => [count, ranks])).toEqual([
      [3, [['1', '2'], ['3']]],
      [2, [['3'], ['1']]],
    ])
  })

  test.each([
    ['x.abc.yaml', 'profile: [{1}, {x}]', 'profile, entry 2: "x" is not a whole number from 0.'],
    ['x.abc.yaml', 'profile: [{1}', 'line 1: a bracket is not closed.'],
    ['x.abc.yaml', 'profile: [{9}]\nnum_cand: 3', 'Paper 1 names "9", which is not an option of this ballot.'],
    ['x.abc.yaml', 'nothing here', 'line 1: "nothing here" is not "key: value".'],
    ['x.abc.yaml', `profile: ${'['.repeat(9)}${']'.repeat(9)}`, 'line 1: there are more than 8 brackets in each other.'],
    ['x.toc', '# ALTERNATIVE NAME 1: a\n# ALTERNATIVE NAME 2: b\n2: {1,2', 'line 3: a bracket is not closed.'],
    ['x.soc', '1\n1,a\n3,3,1\n2,1', 'NUMBER VOTERS is 3, but there are 2.'],
    ['x.toi', '# ALTERNATIVE NAME 1: a\n2: 1,{2}', 'line 2: "2" is not one of the alternatives.'],
    ['x.toi', '# ALTERNATIVE NAME 1: a\n# NUMBER VOTERS: 3\n2: 1', 'NUMBER VOTERS is 3, but there are 2.'],
    ['x.txt', '', 'the name must end in .pb, .blt'],
  ])('%s: %j is refused', (name, text, why) => {
    expect(() => read(name, text)).toThrow(why)
  })

  test('that are not text are refused', () => {
    expect(() => readElection('x.pb', Uint8Array.of(0xff, 0xfe))).toThrow('this is not UTF-8 text.')
  })
})
