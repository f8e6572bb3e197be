import { type Measure, measures } from '../../measures/rules.ts'
import type { ClauseText } from '../rules.ts'

/** A clause of a template, with what it is measured by. */
export interface TemplateClause extends ClauseText {
  measures: Measure[]
}

const { every, perYear, within, share, seat, attendance, wait, there } = measures

/**
 * The charter of a product working group, in our words: every clause that such a group has, and what shows that it is kept. Dates, people
 * and links are fields.
 * @param list the name of the group's list, where it has one
 * @param hosts how many user groups the group belongs to
 */
export function workingGroupTemplate({ list, hosts }: { list: string | undefined; hosts: number }): TemplateClause[] {
  const theList = list ? `{{list:${list}}}` : 'the group’s list'
  return [
    {
      number: 'P1',
      kind: 'purpose',
      text: 'The {{group}} was founded on {{founded}} to accompany the releases of {{product}}, a product of {{vendor}}.',
      measures: [there('founding'), within('releases', 1, 'year')],
    },
    {
      number: 'P2',
      kind: 'composition',
      text: 'Its members come from institutions that develop, adopt or run {{product}}: development partners and early adopters first.',
      measures: [share('members_at_stage', 50)],
    },
    {
      number: 'P3',
      kind: 'purpose',
      text: 'Its purpose is a stronger product, by a steady relationship between the community of users and {{vendor}}.',
      measures: [within('vendor_contact', 6, 'month')],
    },
    {
      number: 'G1',
      kind: 'objective',
      text: 'The group lets this relationship grow. It coordinates how enhancements of {{product}} are asked for, put in order and followed up.',
      measures: [perYear('ballots', 1)],
    },
    {
      number: 'A1',
      kind: 'activity',
      text: 'Members tell each other what was hard and what went well when they introduced and ran {{product}}.',
      measures: [perYear('stories', 4)],
    },
    {
      number: 'A2',
      kind: 'activity',
      text: 'Members discuss ideas for the product and bring them to {{vendor}}.',
      measures: [perYear('ideas', 6)],
    },
    {
      number: 'A3',
      kind: 'activity',
      text: 'The group takes part in meetings and conferences of {{vendor}} and speaks there for the product’s users.',
      measures: [perYear('events', 1), perYear('attested', null)],
    },
    {
      number: 'A4',
      kind: 'activity',
      text: 'The group brings technical concerns to {{vendor}}.',
      measures: [perYear('concerns', null)],
    },
    {
      number: 'A5',
      kind: 'activity',
      text: 'The group tells on the website what it does.',
      measures: [there('public_pages'), within('news', 4, 'month')],
    },
    {
      number: 'O1',
      kind: 'duty',
      text: 'The group keeps its key documents up to date.',
      measures: [share('documents_current', 80)],
    },
    {
      number: 'O2',
      kind: 'duty',
      text: 'The group contributes to the website and to the newsletter.',
      measures: [perYear('news', 4), perYear('contributions', null), perYear('attested', null)],
    },
    {
      number: 'O3',
      kind: 'duty',
      text: 'Members take part in meetings and conferences and speak for the product there.',
      measures: [perYear('events', 1), perYear('attested', null)],
    },
    {
      number: 'O4',
      kind: 'duty',
      text: `The group encourages its community on ${theList}: questions are answered, newcomers are welcome.`,
      measures: [share('threads_answered', 75), perYear('newcomers', null)],
    },
    {
      number: 'O5',
      kind: 'duty',
      text: `The group gathers user cases on ${theList}, for ideas and for technical concerns.`,
      measures: [perYear('user_cases', 10)],
    },
    {
      number: 'O6',
      kind: 'duty',
      text: 'The group carries user cases to {{vendor}}, so that the product is developed and concerns are taken up. Answers are expected within {{answer-time}}, with a reason.',
      measures: [wait('vendor_answers'), share('answers_with_reason', 80), wait('commitments')],
    },
    {
      number: 'O7',
      kind: 'duty',
      text: 'The group holds Show and Tell sessions.',
      measures: [perYear('talks', 3)],
    },
    {
      number: 'R1',
      kind: 'role',
      text: 'The Coordinator ({{coordinator}}) speaks with {{vendor}} and the steering committees and holds the work together.',
      measures: [seat('coordinator'), within('letters', 6, 'month')],
    },
    {
      number: 'R2',
      kind: 'role',
      text: 'The Liaison ({{liaison}}) represents the steering committee and attends the group’s meetings.',
      measures: [seat('liaison'), attendance('liaison', 60)],
    },
    {
      number: 'R3',
      kind: 'role',
      text: 'Members encourage the community, collate what it needs and champion developments and technical concerns on its behalf.',
      measures: [share('championed', 60), seat('member', { target: 1 })],
    },
    {
      number: 'R4',
      kind: 'role',
      text: 'The role of the Coordinator is formal: the official contact of the steering committees and of {{vendor}}, at {{address:coordinator}}.',
      measures: [seat('coordinator', { formal: true }), there('role_address', { role: 'coordinator' })],
    },
    {
      number: 'R5',
      kind: 'role',
      text: 'Who holds a formal role is expected at the regular calls of the user groups and, in person, at their annual conferences.',
      measures: [attendance(null, 75)],
    },
    {
      number: 'R6',
      kind: 'role',
      text: 'Other roles are less formal and may be shared.',
      measures: [there('roster')],
    },
    {
      number: 'M1',
      kind: 'meeting',
      text: 'The group meets {{cadence}} by teleconference. Minutes are kept and approved.',
      measures: [every('meetings', 2, 'month', 14), share('minutes_approved', 80)],
    },
    {
      number: 'L1',
      kind: 'list',
      text: `${list ? theList : 'The list'} is hosted by the user groups of the group: {{user-groups}}.`,
      measures: [there('list_hosts', { target: Math.max(1, hosts) })],
    },
    {
      number: 'L2',
      kind: 'list',
      text: 'Customers of {{vendor}} may subscribe, and those who work for {{vendor}}, its affiliates or its resellers.',
      measures: [there('list_open'), there('register')],
    },
    {
      number: 'L3',
      kind: 'list',
      text: 'To be approved one is a current member of staff of an institution with a contract, or works for {{vendor}} or an affiliate.',
      measures: [there('list_vetted'), share('with_basis', 80)],
    },
    {
      number: 'L4',
      kind: 'list',
      text: 'One subscribes on a public page.',
      measures: [there('list_page')],
    },
    {
      number: 'W1',
      kind: 'web',
      text: 'The group has {{roster}}.',
      measures: [there('roster')],
    },
    {
      number: 'W2',
      kind: 'web',
      text: 'Past members are listed with their terms.',
      measures: [there('past_members')],
    },
  ]
}
