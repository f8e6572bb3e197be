import { nameplate, type PayloadsOf } from '../nameplate.ts'
import { todayApi } from './api.ts'
import { approvalPages } from './approvals/pages.tsx'
import { todayConsequences } from './consequences.ts'
import { sendToday } from './jobs.ts'
import { todayPages } from './pages.tsx'
import {
  listCharterTasks,
  listDocumentsWaiting,
  listMeetingsWaiting,
  listModeration,
  listOfficeWaiting,
  listReportsWaiting,
} from './waiting.ts'

const jobs = {
  'site.today': sendToday,
}

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

export const today = nameplate({
  name: 'today',
  about: 'What waits for somebody, in order',
  consequences: todayConsequences,
  tables: ['today_mail'],
  pages: [todayPages, approvalPages],
  api: [todayApi],
  jobs,
  schedule: {
    'site.today': '15 6 * * 1',
  },
  // Their words stand here still, and so they do.
  waiting: [
    { kind: 'lists', list: listModeration },
    { kind: 'meetings', list: listMeetingsWaiting },
    { kind: 'documents', list: listDocumentsWaiting },
    { kind: 'group', list: listOfficeWaiting },
    { kind: 'group', list: listCharterTasks },
    { kind: 'group', list: listReportsWaiting },
  ],
})
