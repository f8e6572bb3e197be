import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { answers } from './answers.ts'
import { todayApi } from './api.ts'
import { calendarPages, calendarSettings } from './calendar-pages.tsx'
import { todayConsequences } from './consequences.ts'
import { decideOnPage } from './decisions-actions.ts'
import { carryOut } from './decisions-jobs.ts'
import { listDecidedOf } from './decisions-queries.ts'
import { notificationPages, notificationSettings } from './notifications-pages.tsx'
import { todayPages } from './pages.tsx'
import { beginPush, push } from './push/jobs.ts'
import { pushPages, pushSettings } from './push/pages.tsx'
import {
  listCharterTasks,
  listDecisions,
  listDocumentsWaiting,
  listMeetingsWaiting,
  listModeration,
  listOfficeWaiting,
  listReportsWaiting,
  listUnansweredWaiting,
} from './waiting.ts'
import { answered, beginWeek, sendWeek } from './week/jobs.ts'

const jobs = {
  'today.answered': answered,
  'today.beginPush': beginPush,
  'today.beginWeek': beginWeek,
  'today.carryOut': carryOut,
  'today.push': push,
  'today.week': sendWeek,
}

const verbs = verbsOf(textsOf('today', 'history'))

const letters = { 'site.decision-failed': 'own', 'site.week': 'own', 'site.week-answered': 'own' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
}

export const today = nameplate({
  name: 'today',
  about: 'What waits for somebody, in order',
  consequences: todayConsequences,
  tables: ['calendar_feed', 'push_device', 'push_setting', 'push_told', 'put_off', 'waiting_decision', 'week_item', 'week_letter'],
  letters,
  settings: [notificationSettings, pushSettings, calendarSettings],
  pages: [todayPages, notificationPages, calendarPages, pushPages],
  api: [todayApi],
  tools: [{ reads: 'getToday', page: '/today', item: '{path}' }],
  answers,
  offers: { decideOnPage, listDecidedOf },
  jobs,
  schedule: { 'today.beginPush': '12,42 * * * *', 'today.beginWeek': '3,18,33,48 * * * *' },
  verbs,
  // Their words stand here still, and so they do.
  waiting: [
    { kind: 'lists', list: listModeration },
    { kind: 'lists', list: listUnansweredWaiting },
    { kind: 'meetings', list: listMeetingsWaiting },
    { kind: 'documents', list: listDocumentsWaiting },
    { kind: 'group', list: listDecisions },
    { kind: 'group', list: listOfficeWaiting },
    { kind: 'group', list: listCharterTasks },
    { kind: 'group', list: listReportsWaiting },
  ],
})
