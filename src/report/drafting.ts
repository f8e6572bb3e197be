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
    '- The group met {{meetings.held}} times and made {{decisions.made}} decisions.',
    '- {{list.posters}} people wrote {{list.messages}} messages to its lists.',
    '- It raised {{requests.raised}} requests, and {{requests.done}} were delivered.',
    '- The vendor gave {{answers.given}} answers and made {{commitments.made}} commitments.',
    '- Of {{charter.clauses}} clauses of its charter that are measured, {{charter.kept}} were kept.',
  ]),
  section('Meetings and decisions', [
    'The group held {{meetings.held}} of {{meetings.planned}} meetings.',
    'The minutes of {{meetings.minutes}} are approved.',
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
    '{{list.messages}} messages by {{list.posters}} people, in {{list.threads}} new threads.',
    '{{list.answered-share}} of the threads got an answer within seven days ({{list.answered}} of them).',
    '{{list.newcomers}} people joined.',
    '',
    '{{picture.messages}}',
  ]),
  section('What users asked for', [
    'Members captured {{cases.new}} user cases and told {{stories.told}} stories.',
    'The group raised {{requests.raised}} requests.',
    '{{requests.merged}} were merged into others, {{requests.set-aside}} were set aside, {{requests.done}} were delivered or accepted.',
    '',
    '{{requests.list}}',
  ]),
  section('Ballots', [
    '{{ballots.held}} ballots were counted. Of every hundred who could vote, {{ballots.turnout}} did.',
    '',
    '{{ballots.list}}',
  ]),
  section('What the vendor answered', ['The vendor gave {{answers.given}} answers.', '', '{{picture.answers}}', '', '{{answers.list}}']),
  section('Commitments and deliveries', [
    'The vendor made {{commitments.made}} commitments of {{commitments.points}} points.',
    '{{commitments.delivered}} were delivered and {{commitments.dropped}} were dropped.',
    'It announced {{deliveries.claimed}} deliveries, and the group found {{deliveries.accepted}} of them complete.',
    '',
    '{{commitments.list}}',
  ]),
  section('Show and Tell, and events', [
    '{{talks.given}} talks were given.',
    '',
    '{{talks.list}}',
    '',
    'The group took part in {{events.held}} events.',
    '',
    '{{events.list}}',
  ]),
  section('Documents', ['{{documents.approved}} versions of documents were approved.', '', '{{documents.list}}']),
  section('News', ['{{news.items}} news and {{news.issues}} issues of News in Brief were published.', '', '{{news.list}}']),
  section('People', [
    'At the end of the period the group had {{members.now}} members.',
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
    'Of {{charter.clauses}} clauses that are measured, {{charter.kept}} were kept. What has no record yet is not counted.',
    '',
    '{{charter.findings}}',
  ]),
]
