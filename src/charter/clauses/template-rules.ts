import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Measure, measures } from '../measures/rules.ts'
import type { ClauseText } from './rules.ts'

const templateWords = wordsOf('charter', 'template')

/** A clause of a template, with what it is measured by. */
export interface TemplateClause extends ClauseText {
  measures: Measure[]
}

/** A clause in a line: its number, what it is about, its text, and what it is measured by. */
type Line = [number: string, kind: ClauseText['kind'], text: string, ...measures: Measure[]]

const { every, perYear, within, share, seat, attendance, wait, there } = measures

/**
 * With these a new group begins: what it is for, who leads it, when it meets, and who may join. The others are offered when there are records.
 * @param steered somebody is its liaison, or sits on a steering committee that it would have one for
 */
export const firstClauses = ({ steered }: { steered: boolean }): readonly string[] => [
  ...['P1', 'P2', 'G1', 'R1'],
  ...(steered ? ['R2'] : []),
  ...['M1', 'L2', 'L3'],
]

/** The fields of the clauses, as they are written. */
const fields = {
  group: '{{group}}',
  founded: '{{founded}}',
  product: '{{product}}',
  vendor: '{{vendor}}',
  answerTime: '{{answer-time}}',
  coordinator: '{{coordinator}}',
  liaison: '{{liaison}}',
  address: '{{address:coordinator}}',
  cadence: '{{cadence}}',
  userGroups: '{{user-groups}}',
  roster: '{{roster}}',
}

/**
 * The charter of a product working group, in our words: every clause that such a group has, and what shows that it is kept. Dates, people
 * and links are fields.
 * @param list the name of the group's list, where it has one
 * @param hosts how many user groups the group belongs to
 * @param founded its founding date is known
 * @param steered as above
 * @param locale the language that the charter is written in
 */
export function workingGroupTemplate(of: {
  list: string | undefined
  hosts: number
  locale: Locale
  founded: boolean
  steered: boolean
}): TemplateClause[] {
  const { list, hosts, locale } = of
  const words = templateWords(locale)
  const { group, founded, product, vendor, answerTime, coordinator, liaison, address, cadence, userGroups, roster } = fields
  const theList = list ? `{{list:${list}}}` : words.theList
  const theListFirst = list ? theList : words.theListFirst
  const clauses: Line[] = [
    [
      'P1',
      'purpose',
      of.founded ? words.founded({ group, founded, product, vendor }) : words.accompanies({ group, product, vendor }),
      there('founding'),
      within('releases', 1, 'year'),
    ],
    ['P2', 'composition', words.members({ product }), share('members_at_stage', 50)],
    ['P3', 'purpose', words.purpose({ vendor }), within('vendor_contact', 6, 'month')],
    ['G1', 'objective', words.enhancements({ product }), perYear('ballots', 1)],
    ['A1', 'activity', words.stories({ product }), perYear('stories', 4)],
    ['A2', 'activity', words.ideas({ vendor }), perYear('ideas', 6)],
    ['A3', 'activity', words.events({ vendor }), perYear('events', 1), perYear('attested', null)],
    ['A4', 'activity', words.concerns({ vendor }), perYear('concerns', null)],
    ['A5', 'activity', words.reporting, there('public_pages'), within('news', 4, 'month')],
    ['O1', 'duty', words.documents, share('documents_current', 80)],
    ['O2', 'duty', words.news, perYear('news', 4), perYear('contributions', null), perYear('attested', null)],
    ['O3', 'duty', words.conferences, perYear('events', 1), perYear('attested', null)],
    ['O4', 'duty', words.community({ list: theList }), share('threads_answered', 75), perYear('newcomers', null)],
    ['O5', 'duty', words.cases({ list: theList }), perYear('user_cases', 10)],
    ['O6', 'duty', words.answers({ vendor, answerTime }), wait('vendor_answers'), share('answers_with_reason', 80), wait('commitments')],
    ['O7', 'duty', words.talks, perYear('talks', 3)],
    [
      'R1',
      'role',
      (of.steered ? words.coordinator : words.coordinatorAlone)({ coordinator, vendor }),
      seat('coordinator'),
      within('letters', 6, 'month'),
    ],
    ['R2', 'role', words.liaison({ liaison }), seat('liaison'), attendance('liaison', 60)],
    ['R3', 'role', words.champions, share('championed', 60), seat('member', { target: 1 })],
    [
      'R4',
      'role',
      words.formal({ vendor, address }),
      seat('coordinator', { formal: true }),
      there('role_address', { role: 'coordinator' }),
    ],
    ['R5', 'role', words.expected, attendance(null, 75)],
    ['R6', 'role', words.otherRoles, there('roster')],
    ['M1', 'meeting', words.meetings({ cadence }), every('meetings', 2, 'month', 14), share('minutes_approved', 80)],
    ['L1', 'list', words.hosts({ list: theListFirst, userGroups }), there('list_hosts', { target: Math.max(1, hosts) })],
    ['L2', 'list', words.joining({ vendor }), there('list_open'), there('register')],
    ['L3', 'list', words.approval({ vendor }), there('list_vetted'), share('with_basis', 80)],
    ['L4', 'list', words.joinPage, there('list_page')],
    ['W1', 'web', words.roster({ roster }), there('roster')],
    ['W2', 'web', words.pastMembers, there('past_members')],
  ]
  return clauses.map(([number, kind, text, ...shownBy]) => ({ number, kind, text, measures: shownBy }))
}
