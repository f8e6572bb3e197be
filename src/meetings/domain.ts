import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { answers } from './answers.ts'
import { meetingsApi } from './api.ts'
import { attendancePages } from './attendance/pages.tsx'
import { takeCalendar } from './by-mail-jobs.ts'
import { meetingConsequences } from './consequences.ts'
import { chooseMeeting } from './core/queries.ts'
import { countMeetingStalls, isExpected } from './core/told-queries.ts'
import { deciders } from './deciders.ts'
import { decisionsApi } from './decisions-api.ts'
import { decisionPages } from './decisions-pages.tsx'
import {
  approveSilently,
  correctionCame,
  correctionSettled,
  itemCame,
  keepUp,
  minutesToList,
  remind,
  remindDecisions,
  sendAgendas,
  sendMinutes,
  tell,
} from './jobs.ts'
import { minutesApi } from './minutes/api.ts'
import { indexApproved } from './minutes/approval-actions.ts'
import { correctionForm, minutesApprovalPages } from './minutes/approval-pages.tsx'
import { addItemForm, CorrectionForm, ItemForm, LineForm, minutesPages, writeLineForm } from './minutes/pages.tsx'
import { findAgenda, lineTexts } from './minutes/queries.ts'
import { meetingPages } from './pages.tsx'
import { pollsApi } from './polls/api.ts'
import { askForDates, datesTaken, remindOfDates } from './polls/jobs.ts'
import { pollPages } from './polls/pages.tsx'
import { isAnswerMissing } from './polls/queries.ts'
import { listHappenings, named } from './public.ts'
import { indexMeeting } from './search-actions.ts'
import { seriesApi } from './series/api.ts'
import { seriesPages } from './series/pages.tsx'

const jobs = {
  'inbound.calendar': takeCalendar,
  'meetings.agendas': sendAgendas,
  'meetings.askDates': askForDates,
  'meetings.correctionSettled': correctionSettled,
  'meetings.correctionTaken': correctionCame,
  'meetings.datesTaken': datesTaken,
  'meetings.remindDates': remindOfDates,
  'meetings.decisionsDue': remindDecisions,
  'meetings.itemTaken': itemCame,
  'meetings.keepUp': keepUp,
  'meetings.minutesOut': sendMinutes,
  'meetings.minutesToList': minutesToList,
  'meetings.remind': remind,
  'meetings.silence': approveSilently,
  'meetings.tell': tell,
}

const verbs = verbsOf(textsOf('meetings', 'history'))

const letters = {
  'meetings.agenda': 'meetings',
  'meetings.cancelled': 'invitations',
  'meetings.changed': 'invitations',
  'meetings.correction-settled': 'own',
  'meetings.correction-taken': 'own',
  'meetings.decisions-due': 'meetings',
  'meetings.invited': 'invitations',
  'meetings.item-taken': 'own',
  'meetings.minutes': 'meetings',
  'meetings.noted': 'own',
  'meetings.poll': 'invitations',
  'meetings.poll-closed': 'own',
  'meetings.poll-noted': 'own',
  'meetings.poll-reminder': 'invitations',
  'meetings.poll-unread': 'own',
  'meetings.published': 'meetings',
  'meetings.reminder': 'invitations',
  'meetings.series': 'invitations',
  'meetings.series-changed': 'invitations',
  'meetings.series-ended': 'invitations',
  'meetings.several': 'invitations',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const meetings = nameplate({
  name: 'meetings',
  about: 'Series, meetings, invitations, minutes, decisions',
  consequences: meetingConsequences,
  tables: [
    'agenda_item',
    'attendance_rule',
    'date_poll',
    'date_poll_answer',
    'date_poll_host',
    'date_poll_invitation',
    'date_poll_slot',
    'invitee',
    'meeting',
    'meeting_host',
    'meeting_invitation',
    'meeting_letter',
    'meeting_series',
    'minute_line',
    'minute_line_version',
    'minutes_correction',
    'minutes_version',
    'series_host',
    'series_told',
  ],
  published: ['shared_meeting', 'shared_meeting_host', 'shared_meeting_invitation', 'shared_meeting_series'],
  letters,
  due: {
    'meetings.poll-reminder': (db, { id }, at) => isAnswerMissing(db, id, at),
    'meetings.reminder': (db, { id, at = '' }) => isExpected(db, id, at),
  },
  texts: [lineTexts],
  offers: { findAgenda },
  pages: [meetingPages, attendancePages, minutesPages, minutesApprovalPages, seriesPages, pollPages, decisionPages],
  api: [meetingsApi, seriesApi, pollsApi, decisionsApi, minutesApi],
  tools: [
    { reads: 'listMeetings', page: '/meetings', item: '/meetings/{slug}' },
    { reads: 'getMeeting', page: '/meetings/{meeting}' },
    { reads: 'getAgenda', page: '/meetings/{meeting}/minutes' },
    { reads: 'getMinutes', page: '/meetings/{meeting}/minutes', resource: true },
    { reads: 'listDecisions', page: '/decisions', item: '/decisions/{id}' },
    {
      drafts: 'draftAgendaItem',
      about: 'An item for the agenda of a meeting.',
      form: addItemForm,
      fields: ItemForm.pick({ title: true, note: true, minutes: true }),
      asks: { meeting: chooseMeeting },
    },
    {
      drafts: 'draftMinutesLine',
      about: 'A line of the minutes of a meeting; item is the number of its agenda item.',
      form: writeLineForm,
      fields: LineForm.pick({ text: true, item: true }),
    },
    {
      drafts: 'draftCorrection',
      about: 'A correction that its person asks for in minutes that are with the group.',
      form: correctionForm,
      fields: CorrectionForm,
    },
  ],
  jobs,
  schedule: {
    'meetings.agendas': '25 * * * *',
    'meetings.decisionsDue': '48 6 * * 1-5',
    'meetings.keepUp': '5 * * * *',
    'meetings.tell': '6,36 * * * *',
    'meetings.remind': '*/15 * * * *',
    'meetings.remindDates': '20 * * * *',
    'meetings.silence': '9 * * * *',
  },
  finders: [
    { kind: 'meeting', table: 'meeting', index: indexMeeting },
    { kind: 'minutes', table: 'meeting', index: indexApproved },
    { kind: 'minutes-inside', table: 'meeting', index: indexApproved },
  ],
  verbs,
  figures: [
    figures(
      {
        invitations_waiting: ['Calendars that lack a change of an hour ago; more than none for long means that nobody tells'],
        minutes_unapproved: ['Minutes that still wait two weeks after they should have been approved'],
      },
      async (db, at) => {
        const { untold, unapproved } = await countMeetingStalls(db, at)
        return { invitations_waiting: untold, minutes_unapproved: unapproved }
      },
    ),
  ],
  answers,
  deciders,
  happenings: listHappenings,
  named,
})
