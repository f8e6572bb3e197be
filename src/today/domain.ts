import { type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { answers } from './answers.ts'
import { todayApi } from './api.ts'
import { todayConsequences } from './consequences.ts'
import { carryOut } from './decisions-jobs.ts'
import { notificationPages, notificationSettings } from './notifications-pages.tsx'
import { todayPages } from './pages.tsx'
import {
  listCharterTasks,
  listDecisions,
  listDocumentsWaiting,
  listMeetingsWaiting,
  listModeration,
  listOfficeWaiting,
  listReportsWaiting,
} from './waiting.ts'
import { answered, beginWeek, sendWeek } from './week/jobs.ts'

const jobs = {
  'today.answered': answered,
  'today.beginWeek': beginWeek,
  'today.carryOut': carryOut,
  'today.week': sendWeek,
}

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

const letters = {
  'site.decision-failed': 'own',
  'site.week': 'own',
  'site.week-answered': 'own',
} as const satisfies KindsOfLetters

declare module '../outbox/rules.ts' {
  interface Letters extends LettersOf<typeof letters> {}
}

export const today = nameplate({
  name: 'today',
  about: 'What waits for somebody, in order',
  consequences: todayConsequences,
  tables: ['put_off', 'waiting_decision', 'week_item', 'week_letter'],
  letters,
  settings: [notificationSettings],
  pages: [todayPages, notificationPages],
  api: [todayApi],
  tools: [{ reads: 'getToday', page: '/today', item: '{path}' }],
  answers,
  jobs,
  schedule: {
    'today.beginWeek': '3,18,33,48 * * * *',
  },
  // Their words stand here still, and so they do.
  waiting: [
    { kind: 'lists', list: listModeration },
    { kind: 'meetings', list: listMeetingsWaiting },
    { kind: 'documents', list: listDocumentsWaiting },
    { kind: 'group', list: listDecisions },
    { kind: 'group', list: listOfficeWaiting },
    { kind: 'group', list: listCharterTasks },
    { kind: 'group', list: listReportsWaiting },
  ],
})
