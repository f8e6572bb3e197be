import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Measure, measures } from '../measures/rules.ts'
import type { ClauseText } from './rules.ts'

const templateWords = wordsOf('charter', 'template')

/** A clause of a template, with what it is measured by. */
export interface TemplateClause extends ClauseText {
  measures: Measure[]
}

const { every, perYear, within, share, seat, attendance, wait, there } = measures

/** With these a new group begins: what it is for, who leads it, when it meets, and who may join. The others are offered when there are records. */
export const firstClauses: readonly string[] = ['P1', 'P2', 'G1', 'R1', 'R2', 'M1', 'L2', 'L3']

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
 * @param locale the language that the charter is written in
 */
export function workingGroupTemplate({
  list,
  hosts,
  locale,
}: {
  list: string | undefined
  hosts: number
  locale: Locale
}): TemplateClause[] {
  const words = templateWords(locale)
  const { group, founded, product, vendor, answerTime, coordinator, liaison, address, cadence, userGroups, roster } = fields
  const theList = list ? `{{list:${list}}}` : words.theList
  const theListFirst = list ? theList : words.theListFirst
  return [
    {
      number: 'P1',
      kind: 'purpose',
      text: words.founded({ group, founded, product, vendor }),
      measures: [there('founding'), within('releases', 1, 'year')],
    },
    {
      number: 'P2',
      kind: 'composition',
      text: words.members({ product }),
      measures: [share('members_at_stage', 50)],
    },
    {
      number: 'P3',
      kind: 'purpose',
      text: words.purpose({ vendor }),
      measures: [within('vendor_contact', 6, 'month')],
    },
    {
      number: 'G1',
      kind: 'objective',
      text: words.enhancements({ product }),
      measures: [perYear('ballots', 1)],
    },
    {
      number: 'A1',
      kind: 'activity',
      text: words.stories({ product }),
      measures: [perYear('stories', 4)],
    },
    {
      number: 'A2',
      kind: 'activity',
      text: words.ideas({ vendor }),
      measures: [perYear('ideas', 6)],
    },
    {
      number: 'A3',
      kind: 'activity',
      text: words.events({ vendor }),
      measures: [perYear('events', 1), perYear('attested', null)],
    },
    {
      number: 'A4',
      kind: 'activity',
      text: words.concerns({ vendor }),
      measures: [perYear('concerns', null)],
    },
    {
      number: 'A5',
      kind: 'activity',
      text: words.reporting,
      measures: [there('public_pages'), within('news', 4, 'month')],
    },
    {
      number: 'O1',
      kind: 'duty',
      text: words.documents,
      measures: [share('documents_current', 80)],
    },
    {
      number: 'O2',
      kind: 'duty',
      text: words.news,
      measures: [perYear('news', 4), perYear('contributions', null), perYear('attested', null)],
    },
    {
      number: 'O3',
      kind: 'duty',
      text: words.conferences,
      measures: [perYear('events', 1), perYear('attested', null)],
    },
    {
      number: 'O4',
      kind: 'duty',
      text: words.community({ list: theList }),
      measures: [share('threads_answered', 75), perYear('newcomers', null)],
    },
    {
      number: 'O5',
      kind: 'duty',
      text: words.cases({ list: theList }),
      measures: [perYear('user_cases', 10)],
    },
    {
      number: 'O6',
      kind: 'duty',
      text: words.answers({ vendor, answerTime }),
      measures: [wait('vendor_answers'), share('answers_with_reason', 80), wait('commitments')],
    },
    {
      number: 'O7',
      kind: 'duty',
      text: words.talks,
      measures: [perYear('talks', 3)],
    },
    {
      number: 'R1',
      kind: 'role',
      text: words.coordinator({ coordinator, vendor }),
      measures: [seat('coordinator'), within('letters', 6, 'month')],
    },
    {
      number: 'R2',
      kind: 'role',
      text: words.liaison({ liaison }),
      measures: [seat('liaison'), attendance('liaison', 60)],
    },
    {
      number: 'R3',
      kind: 'role',
      text: words.champions,
      measures: [share('championed', 60), seat('member', { target: 1 })],
    },
    {
      number: 'R4',
      kind: 'role',
      text: words.formal({ vendor, address }),
      measures: [seat('coordinator', { formal: true }), there('role_address', { role: 'coordinator' })],
    },
    {
      number: 'R5',
      kind: 'role',
      text: words.expected,
      measures: [attendance(null, 75)],
    },
    {
      number: 'R6',
      kind: 'role',
      text: words.otherRoles,
      measures: [there('roster')],
    },
    {
      number: 'M1',
      kind: 'meeting',
      text: words.meetings({ cadence }),
      measures: [every('meetings', 2, 'month', 14), share('minutes_approved', 80)],
    },
    {
      number: 'L1',
      kind: 'list',
      text: words.hosts({ list: theListFirst, userGroups }),
      measures: [there('list_hosts', { target: Math.max(1, hosts) })],
    },
    {
      number: 'L2',
      kind: 'list',
      text: words.joining({ vendor }),
      measures: [there('list_open'), there('register')],
    },
    {
      number: 'L3',
      kind: 'list',
      text: words.approval({ vendor }),
      measures: [there('list_vetted'), share('with_basis', 80)],
    },
    {
      number: 'L4',
      kind: 'list',
      text: words.joinPage,
      measures: [there('list_page')],
    },
    {
      number: 'W1',
      kind: 'web',
      text: words.roster({ roster }),
      measures: [there('roster')],
    },
    {
      number: 'W2',
      kind: 'web',
      text: words.pastMembers,
      measures: [there('past_members')],
    },
  ]
}
