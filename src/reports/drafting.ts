import type { Section } from './rules.ts'

const section = (title: string, lines: readonly string[], internal = false): Section => ({
  title,
  body: lines.join('\n'),
  internal,
  leftOut: false,
})

/** What a new report says before anybody has written a word: a sentence a line, so that each can stand or fall by its figure. */
export const draftSections = (group: string): Section[] => [
  section('In short', [
    `This report was drafted from the record of the ${group}.`,
    '',
    '- The group met {{meetings.held | time | times}} and made {{decisions.made | decision | decisions}}.',
    '- {{list.posters | person | people}} wrote {{list.messages | message | messages}} to its lists.',
    '- It raised {{requests.raised | request | requests}}, and {{requests.done | was | were}} delivered.',
    '- The vendor gave {{answers.given | answer | answers}} and made {{commitments.made | commitment | commitments}}.',
    '- Of {{charter.clauses | clause | clauses}} of its charter that can be measured, {{charter.kept | was | were}} kept.',
  ]),
  section('Meetings and decisions', [
    'The group held {{meetings.held}} of {{meetings.planned | meeting | meetings}}.',
    'The minutes of {{meetings.minutes | meeting | meetings}} are approved.',
    'Of every hundred people invited, {{attendance.share}} came.',
    '',
    '{{picture.meetings}}',
    '',
    '{{meetings.list}}',
    '',
    '## Decisions',
    '',
    '{{decisions.list}}',
  ]),
  section(
    'Who was there',
    ['How often those of each role were at the meetings to which they were invited:', '', '{{attendance.by-role}}'],
    true,
  ),
  section('The lists', [
    '{{list.messages | message | messages}} by {{list.posters | person | people}}, in {{list.threads | new thread | new threads}}.',
    '{{list.answered-share}} of the threads got an answer within seven days ({{list.answered}} of them).',
    '{{list.newcomers | person | people}} joined.',
    '',
    '{{picture.messages}}',
  ]),
  section('What users asked for', [
    'Members captured {{cases.new | user case | user cases}} and told {{stories.told | story | stories}}.',
    'The group raised {{requests.raised | request | requests}}.',
    '{{requests.merged | was | were}} merged into others, {{requests.set-aside | was | were}} set aside, {{requests.done | was | were}} delivered or accepted.',
    '',
    '{{requests.list}}',
  ]),
  section('Ballots', [
    '{{ballots.held | ballot was | ballots were}} counted. Of every hundred who could vote, {{ballots.turnout}} did.',
    '',
    '{{ballots.list}}',
  ]),
  section('What the vendor answered', [
    'The vendor gave {{answers.given | answer | answers}}.',
    '',
    '{{picture.answers}}',
    '',
    '{{answers.list}}',
  ]),
  section('Commitments and deliveries', [
    'The vendor made {{commitments.made | commitment | commitments}} of {{commitments.points | point | points}}.',
    '{{commitments.delivered | was | were}} delivered and {{commitments.dropped | was | were}} dropped.',
    'It announced {{deliveries.claimed | delivery | deliveries}}, and the group found {{deliveries.accepted}} complete.',
    '',
    '{{commitments.list}}',
  ]),
  section('Show and Tell, and events', [
    '{{talks.given | talk was | talks were}} given.',
    '',
    '{{talks.list}}',
    '',
    'The group took part in {{events.held | event | events}}.',
    '',
    '{{events.list}}',
  ]),
  section('Documents', [
    '{{documents.approved | version of a document was | versions of documents were}} approved.',
    '',
    '{{documents.list}}',
  ]),
  section('News', [
    '{{news.items | piece | pieces}} of news and {{news.issues | issue | issues}} of News in Brief were published.',
    '',
    '{{news.list}}',
  ]),
  section('People', [
    'At the end of the period the group had {{members.now | member | members}}.',
    '',
    '## New',
    '',
    '{{members.new-list}}',
    '',
    '## Terms that ended',
    '',
    '{{members.ended-list}}',
  ]),
  section('How the charter was kept', [
    'Of {{charter.clauses | clause | clauses}} that can be measured, {{charter.kept | was | were}} kept. What has no record yet is not counted.',
    '',
    '{{charter.findings}}',
  ]),
]
