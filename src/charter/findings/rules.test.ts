import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingGroupTemplate } from '../clauses/template-rules.ts'
import { type Measure, measures, whyNotMeasure } from '../measures/rules.ts'
import { countTurns, type Finding, judge, judgeClause, type Looked, type Mark, monthEnds, runsOf, timeline, waiverOn } from './rules.ts'

const { every, perYear, within, share, seat, attendance, wait, there } = measures
const today = '2026-10-16'
const long = { today, inForceOn: '2016-01-01' }

const on = (...days: string[]): Mark[] => days.map((day) => ({ on: day, n: 1 }))
const looked = (marks: Mark[], since = marks.map((one) => one.on).sort()[0]): Looked => ({ marks, ...(since ? { since } : {}) })

type Case = [what: string, measure: Measure, looked: Looked, expected: Partial<Finding>, moment?: { today: string; inForceOn: string }]

const sixMeetings = ['2025-11-20', '2026-01-15', '2026-03-19', '2026-05-21', '2026-07-16', '2026-09-17']
const early = '2024-01-01'
const bimonthly = every('meetings', 2, 'month', 14)

const table: Case[] = [
  // a rhythm
  ['no meeting was ever recorded', bimonthly, looked([]), { state: 'not_measured' }],
  ['a series began, nothing was held', bimonthly, { marks: [], since: early }, { state: 'not_measured' }],
  ['six of six', bimonthly, looked(on(...sixMeetings), early), { state: 'kept', n: 6, of: 6, from: '2025-10-16', dueOn: '2026-11-17' }],
  ['five of six, one near the end', bimonthly, looked(on(...sixMeetings.slice(1)), early), { state: 'at_risk', n: 5, of: 6 }],
  ['four of six', bimonthly, looked(on('2025-12-18', '2026-02-19', '2026-04-16', '2026-09-17'), early), { state: 'not_kept', n: 4, of: 6 }],
  ['more than asked', bimonthly, looked(on(...sixMeetings, '2026-10-01'), early), { state: 'kept', n: 7, of: 6 }],
  [
    'five meetings, then a long silence',
    bimonthly,
    looked(on(...sixMeetings.slice(0, 5)), early),
    { state: 'not_kept', n: 5, of: 6, dueOn: '2026-09-16' },
  ],
  [
    'six, and the last is long ago',
    bimonthly,
    looked(on(...sixMeetings.slice(0, 5), '2026-06-01'), early),
    { state: 'at_risk', n: 6, of: 6 },
  ],
  [
    'slipped by a week into the year before',
    bimonthly,
    looked(on('2025-10-10', ...sixMeetings.slice(1)), early),
    { state: 'kept', n: 6, of: 6 },
  ],
  ['records begin this month', bimonthly, looked(on('2026-10-02')), { state: 'too_early' }],
  [
    'records begin in June: two turns, two meetings',
    bimonthly,
    looked(on('2026-06-01', '2026-08-01', '2026-09-30')),
    { state: 'kept', n: 3, of: 2, from: '2026-06-01' },
  ],
  [
    'the charter is younger than a turn',
    bimonthly,
    looked(on(...sixMeetings), early),
    { state: 'too_early' },
    { today, inForceOn: '2026-09-01' },
  ],
  [
    'once a year, three years',
    every('talks', 1, 'year', 30),
    looked(on('2024-03-01', '2025-03-01', '2026-03-01'), '2020-01-01'),
    { state: 'kept', n: 3, of: 3 },
  ],
  ['a meeting that is yet to come proves nothing', bimonthly, looked(on('2026-12-01'), early), { state: 'not_measured' }],

  // a number
  ['nothing was ever recorded', perYear('stories', 4), looked([]), { state: 'not_measured' }],
  ['enough', perYear('stories', 2), looked(on('2026-01-01', '2026-02-01'), early), { state: 'kept', n: 2, of: 2 }],
  ['one of four', perYear('stories', 4), looked(on('2026-01-01'), early), { state: 'not_kept', n: 1, of: 4 }],
  [
    'four of five',
    perYear('stories', 5),
    looked(on('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'), early),
    { state: 'at_risk', n: 4 },
  ],
  ['within the days of grace', perYear('events', 1, 30), looked(on('2025-10-01'), early), { state: 'at_risk', n: 0, of: 1 }],
  ['after the days of grace', perYear('events', 1, 10), looked(on('2025-10-01'), early), { state: 'not_kept', n: 0, of: 1 }],
  ['records are younger than a year', perYear('stories', 4), looked(on('2026-05-01')), { state: 'too_early', n: 1 }],
  ['young records, and enough already', perYear('stories', 1), looked(on('2026-05-01')), { state: 'kept' }],
  ['no number is asked, and there is one', perYear('concerns', null), looked(on('2026-05-01'), early), { state: 'kept', n: 1 }],
  [
    'no number is asked, and none this year: never overdue',
    perYear('concerns', null),
    looked(on('2024-05-01')),
    { state: 'not_measured', n: 0 },
  ],
  ['recorded links are counted alike', perYear('attested', 2), looked(on('2026-05-01', '2026-06-01'), early), { state: 'kept', n: 2 }],

  // freshness
  ['there is none', within('news', 3, 'month'), looked([]), { state: 'not_measured' }],
  ['young enough', within('news', 3, 'month'), looked(on('2026-08-01')), { state: 'kept', last: '2026-08-01', dueOn: '2026-11-01' }],
  ['a little old', within('news', 3, 'month', 30), looked(on('2026-07-01')), { state: 'at_risk', dueOn: '2026-10-01' }],
  ['too old', within('news', 3, 'month', 30), looked(on('2026-01-01')), { state: 'not_kept', dueOn: '2026-04-01' }],
  [
    'too old for a charter that is new',
    within('news', 3, 'month'),
    looked(on('2026-01-01')),
    { state: 'too_early' },
    { today, inForceOn: '2026-09-01' },
  ],

  // a share
  ['nothing to share', share('threads_answered', 75), looked([]), { state: 'not_measured' }],
  [
    'two are too few to say',
    share('threads_answered', 75),
    looked([{ on: '2026-05-01', n: 2, ok: false }]),
    { state: 'too_early', n: 0, of: 2 },
  ],
  [
    'three of four',
    share('threads_answered', 75),
    looked([
      { on: '2026-05-01', n: 3, ok: true },
      { on: '2026-05-02', n: 1, ok: false },
    ]),
    { state: 'kept', share: 75, n: 3, of: 4 },
  ],
  [
    'seven of ten, near three of four',
    share('threads_answered', 75),
    looked([
      { on: '2026-05-01', n: 7, ok: true },
      { on: '2026-05-02', n: 3, ok: false },
    ]),
    { state: 'at_risk', share: 70 },
  ],
  [
    'half',
    share('threads_answered', 75),
    looked([
      { on: '2026-05-01', n: 5, ok: true },
      { on: '2026-05-02', n: 5, ok: false },
    ]),
    { state: 'not_kept', share: 50 },
  ],
  ['last year’s do not count', share('threads_answered', 75), looked([{ on: '2025-05-01', n: 9, ok: false }]), { state: 'not_measured' }],
  [
    'what stands today counts, whenever it began',
    share('championed', 60),
    looked([{ on: '2020-05-01', n: 3, ok: true }]),
    { state: 'kept', share: 100 },
  ],
  [
    'what has ended does not',
    share('members_at_stage', 60),
    looked([{ on: '2020-05-01', n: 3, ok: true, until: '2026-01-01' }]),
    { state: 'not_measured' },
  ],
  [
    'who was there',
    attendance(null, 75),
    looked([
      { on: '2026-05-01', n: 3, ok: true },
      { on: '2026-07-01', n: 1, ok: false },
    ]),
    { state: 'kept', share: 75 },
  ],

  // a seat
  ['nobody ever held it', seat('liaison'), looked([]), { state: 'not_measured' }],
  ['held', seat('liaison'), looked(on('2024-01-01')), { state: 'kept', n: 1, of: 1 }],
  [
    'ends within a month, nobody follows',
    seat('liaison'),
    looked([{ on: '2024-01-01', n: 1, until: '2026-10-31' }]),
    { state: 'at_risk', n: 1, dueOn: '2026-10-31' },
  ],
  [
    'ends, and somebody follows',
    seat('liaison'),
    looked([
      { on: '2024-01-01', n: 1, until: '2026-10-31' },
      { on: '2026-10-10', n: 1 },
    ]),
    { state: 'kept' },
  ],
  [
    'vacant since a week',
    seat('liaison'),
    looked([{ on: '2024-01-01', n: 1, until: '2026-10-09' }]),
    { state: 'at_risk', n: 0, dueOn: '2026-10-09' },
  ],
  [
    'vacant since spring',
    seat('liaison'),
    looked([{ on: '2024-01-01', n: 1, until: '2026-03-31' }]),
    { state: 'not_kept', n: 0, dueOn: '2026-03-31' },
  ],
  ['one where two are asked', seat('member', { target: 2 }), looked(on('2024-01-01')), { state: 'not_kept', n: 1, of: 2 }],

  // the vendor
  ['nothing was handed over', wait('vendor_answers'), looked([]), { state: 'not_measured' }],
  [
    'in time',
    wait('vendor_answers'),
    looked([
      { on: '2026-05-01', n: 4, dueOn: '2026-08-01', until: '2026-07-01' },
      { on: '2026-09-01', n: 1, dueOn: '2026-12-01' },
    ]),
    { state: 'kept', n: 4, of: 5 },
  ],
  [
    'late: the vendor’s, apart',
    wait('vendor_answers'),
    looked([{ on: '2026-05-01', n: 2, dueOn: '2026-08-01' }]),
    { state: 'waiting', n: 2, dueOn: '2026-08-01' },
  ],
  [
    'late, but the vendor has asked the group',
    wait('vendor_answers'),
    looked([{ on: '2026-05-01', n: 2, dueOn: '2026-08-01', ok: false }]),
    { state: 'at_risk', n: 2 },
  ],

  // what is there
  ['nothing is there', there('list_open'), looked([]), { state: 'not_measured' }],
  ['it is', there('list_open'), looked([{ on: '2020-01-01', n: 1, ok: true }]), { state: 'kept', n: 1 }],
  ['it is closed', there('list_open'), looked([{ on: '2020-01-01', n: 1, ok: false }]), { state: 'not_kept', n: 0 }],
  [
    'one host of two',
    there('list_hosts', { target: 2 }),
    looked([{ on: '2020-01-01', n: 1, ok: true }]),
    { state: 'not_kept', n: 1, of: 2 },
  ],
]

describe('what a measure finds', () => {
  for (const [what, measure, seen, expected, moment = long] of table)
    it(`${measure.kind}: ${what}`, () => {
      expect(whyNotMeasure(measure)).toEqual({})
      expect(judge(measure, seen, moment)).toMatchObject(expected)
    })

  it('says nothing before the charter is in force', () => {
    expect(judge(bimonthly, looked(on(...sixMeetings)), { today, inForceOn: '2027-01-01' })).toEqual({ state: 'too_early' })
  })

  it('counts turns by the calendar, not by days', () => {
    expect([
      countTurns('2025-10-16', '2026-10-16', 2, 'month'),
      countTurns('2025-10-16', '2026-10-15', 2, 'month'),
      countTurns('2026-01-31', '2026-02-28', 1, 'month'),
      countTurns('2026-01-01', '2026-01-14', 2, 'week'),
    ]).toEqual([6, 5, 1, 0])
  })
})

const kinds: Measure[] = workingGroupTemplate({ list: 'lectio-l', hosts: 2, locale: 'en', founded: true, steered: true }).flatMap(
  ({ measures: of }) => of,
)
const day = fc.integer({ min: 0, max: 3_000 }).map((n) => Temporal.PlainDate.from('2019-01-01').add({ days: n }).toString())
const mark = fc.record(
  { on: day, n: fc.integer({ min: 1, max: 5 }), ok: fc.boolean(), until: fc.option(day, { nil: undefined }), dueOn: day },
  { requiredKeys: ['on', 'n'] },
)
const seen = fc.array(mark, { maxLength: 12 }).map((marks) => looked(marks as Mark[]))
const moment = fc.record({ today: day, inForceOn: day })

describe('whatever the records are', () => {
  it('nothing without a record is called not kept, at risk or waiting', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), seen, moment, (measure, given, when) => {
        const past = given.marks.filter((one) => one.on <= when.today)
        const { state } = judge(measure, { ...given, marks: given.marks.filter((one) => one.on > when.today) }, when)
        expect(['not_measured', 'too_early']).toContain(state)
        if (past.length === 0) expect(['not_measured', 'too_early']).toContain(judge(measure, given, when).state)
      }),
    )
  })

  it('what is yet to come changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), seen, moment, (measure, given, when) => {
        const past = { ...given, marks: given.marks.filter((one) => one.on <= when.today) }
        expect(judge(measure, past, when)).toEqual(judge(measure, given, when))
      }),
    )
  })

  it('one more that happened today never makes a count or a rhythm worse', () => {
    const order = ['not_kept', 'at_risk', 'too_early', 'kept']
    fc.assert(
      fc.property(fc.constantFrom(perYear('stories', 4), bimonthly, within('news', 3, 'month')), seen, moment, (measure, given, when) => {
        const before = judge(measure, given, when)
        const after = judge(measure, { ...given, marks: [...given.marks, { on: when.today, n: 1 }] }, when)
        if (before.state === 'not_measured') return
        expect(order.indexOf(after.state)).toBeGreaterThanOrEqual(order.indexOf(before.state))
        expect(after.n ?? 0).toBeGreaterThanOrEqual(before.n ?? 0)
      }),
    )
  })

  it('a share lies between nothing and all', () => {
    fc.assert(
      fc.property(seen, moment, (given, when) => {
        const { n = 0, of = 0, share: part = 0 } = judge(share('threads_answered', 75), given, when)
        expect(n).toBeLessThanOrEqual(of)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('a clause', () => {
  const found = (...states: Finding['state'][]): Finding[] => states.map((state) => ({ state }))

  it('is the worst that one of its measures finds', () => {
    expect(judgeClause(found('kept', 'not_kept'), false)).toBe('not_kept')
    expect(judgeClause(found('kept', 'not_measured'), false)).toBe('kept')
    expect(judgeClause(found('not_measured', 'too_early'), false)).toBe('too_early')
    expect(judgeClause(found('waiting', 'kept'), false)).toBe('waiting')
    expect(judgeClause([], false)).toBe('not_measured')
  })

  it('binds nobody while it is waived', () => {
    expect(judgeClause(found('not_kept'), true)).toBe('waived')
    const waivers = [{ fromOn: '2026-01-01', toOn: '2026-06-30', reason: 'x' }]
    expect([waiverOn(waivers, '2026-06-30')?.reason, waiverOn(waivers, '2026-07-01')]).toEqual(['x', undefined])
    expect(waiverOn([{ ...waivers[0]!, endedOn: '2026-02-01' }], '2026-02-01')).toBeUndefined()
  })

  it('is judged in each month by the charter that was in force then', () => {
    expect(monthEnds('2026-10-16', 3)).toEqual(['2026-08-31', '2026-09-30', '2026-10-16'])
    const measure = perYear('stories', 1, 0)
    const months = timeline(
      [
        { inForceOn: '2026-07-15', measures: [] },
        { inForceOn: '2026-09-01', measures: [measure] },
      ],
      [{ fromOn: '2026-10-01', toOn: '2026-10-31', reason: 'x' }],
      () => looked(on('2026-09-03', '2026-09-09')),
      '2026-10-16',
      5,
    )
    expect(months.map(({ state, n }) => `${state} ${n}`)).toEqual(['before 0', 'not_measured 0', 'not_measured 0', 'kept 2', 'waived 0'])
    expect(runsOf(months).map(({ state, from, to }) => `${state} ${from}–${to}`)).toEqual([
      'waived 2026-10-16–2026-10-16',
      'kept 2026-09-30–2026-09-30',
      'not_measured 2026-07-31–2026-08-31',
      'before 2026-06-30–2026-06-30',
    ])
  })
})

describe('a measure that cannot be', () => {
  it('is refused with a sentence beside its field', () => {
    const bad = (change: Partial<Measure>) => whyNotMeasure({ ...bimonthly, ...change })
    expect(bad({ everyN: 0 })).toEqual({ everyN: 'Enter a number between 1 and 520.' })
    expect(bad({ everyN: null })).toHaveProperty('everyN')
    expect(bad({ subject: '' })).toEqual({ subject: 'Choose what to measure.' })
    expect(bad({ subject: 'toString' })).toHaveProperty('subject')
    expect(bad({ subject: 'seats' })).toHaveProperty('subject')
    expect(bad({ graceDays: -1 })).toHaveProperty('graceDays')
    expect(whyNotMeasure({ ...share('threads_answered', 101) })).toHaveProperty('target')
    expect(whyNotMeasure({ ...share('threads_answered', 50), target: null })).toHaveProperty('target')
    expect(whyNotMeasure({ ...seat('member'), role: null })).toHaveProperty('role')
  })

  it('none of the template’s is one', () => {
    for (const measure of kinds) expect(whyNotMeasure(measure)).toEqual({})
  })
})
