import type { Section } from './rules.ts'

const section = (title: string, lines: readonly string[], internal = false): Section => ({
  title,
  body: lines.join('\n'),
  internal,
  leftOut: false,
})

/** What a new report says before anybody has written a word: a sentence a line, so that each can stand or fall by its figure. */
export const draftSections = (group: string): Section[] => [
  section('Summary', [
    `This report is about the ${group}.`,
    '',
    '- The group met {{meetings.held | time | times}} and made {{decisions.made | decision | decisions}}.',
    '- {{list.posters | person | people}} wrote {{list.messages | message | messages}} to its lists.',
    '- It received {{requests.raised | request | requests}}, and {{requests.done | was | were}} delivered.',
    '- The vendor gave {{answers.given | answer | answers}} and made {{commitments.made | promise | promises}}.',
    '- Of {{charter.clauses | measured clause | measured clauses}} of its charter, {{charter.kept | was | were}} met.',
  ]),
  section('Meetings and decisions', [
    'The group held {{meetings.held}} of {{meetings.planned | meeting | meetings}}.',
    'The minutes of {{meetings.minutes | meeting | meetings}} are approved.',
    'Attendance of invited people: {{attendance.share}}.',
    '',
    '{{picture.meetings}}',
    '',
    '{{meetings.list}}',
    '',
    '## Decisions',
    '',
    '{{decisions.list}}',
  ]),
  section('Attendance', ['Attendance at meetings by role:', '', '{{attendance.by-role}}'], true),
  section('The lists', [
    '{{list.messages | message | messages}} by {{list.posters | person | people}}, in {{list.threads | new thread | new threads}}.',
    '{{list.answered-share}} of the threads got an answer within 7 days ({{list.answered}} of them).',
    '{{list.newcomers | person | people}} joined.',
    '',
    '{{picture.messages}}',
  ]),
  section('Requests', [
    'Members shared {{cases.new | user case | user cases}} and {{stories.told | story | stories}}.',
    'The group received {{requests.raised | request | requests}}.',
    '{{requests.merged | was | were}} merged, {{requests.set-aside | was | were}} set aside, {{requests.done | was | were}} delivered or done.',
    '',
    '{{requests.list}}',
  ]),
  section('Ballots', ['{{ballots.held | ballot was | ballots were}} counted. Turnout: {{ballots.turnout}}.', '', '{{ballots.list}}']),
  section('Answers from the vendor', [
    'The vendor gave {{answers.given | answer | answers}}.',
    '',
    '{{picture.answers}}',
    '',
    '{{answers.list}}',
  ]),
  section('Promises and deliveries', [
    'The vendor made {{commitments.made | promise | promises}} of {{commitments.points | development point | development points}}.',
    '{{commitments.delivered | was | were}} delivered and {{commitments.dropped | was | were}} dropped.',
    'It made {{deliveries.claimed | delivery | deliveries}}. {{deliveries.accepted | was | were}} checked and work.',
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
    '{{news.items | news item | news items}} and {{news.issues | newsletter issue | newsletter issues}} were published.',
    '',
    '{{news.list}}',
  ]),
  section('People', [
    'At the end of the period the group had {{members.now | member | members}}.',
    '',
    '## New members',
    '',
    '{{members.new-list}}',
    '',
    '## Terms ended',
    '',
    '{{members.ended-list}}',
  ]),
  section('Charter', [
    'Of {{charter.clauses | measured clause | measured clauses}}, {{charter.kept | was | were}} met. Clauses without records are not counted.',
    '',
    '{{charter.findings}}',
  ]),
]
