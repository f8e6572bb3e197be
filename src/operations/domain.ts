import { sweepAnswers } from '../lib/db/answers.ts'
import { sweepBegun } from '../lib/db/begun.ts'
import { sweepTurns } from '../lib/db/limit.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { TaskContext } from '../task.ts'
import { closingPages } from './closing-pages.tsx'
import { sweepReports } from './doctor/actions.ts'
import { readDeliveryReport } from './doctor/jobs.ts'
import { doctorPages } from './doctor/pages.tsx'
import { firstWeeksApi } from './first-weeks/api.ts'
import { firstWeeksPages } from './first-weeks/pages.tsx'
import { listFirstWeeksWaiting } from './first-weeks/queries.ts'
import { founded } from './founding/jobs.ts'
import { foundingPages } from './founding/pages.tsx'
import { mergingPages } from './merging-pages.tsx'
import { sitePages } from './set-up-pages.tsx'
import { watchApi } from './watch/api.ts'
import { siteFigures } from './watch/figures.ts'
import { backup, relayIsPaused, watch } from './watch/jobs.ts'
import { watchPages } from './watch/pages.tsx'

const sweep = async (_: object, { db, now, write }: TaskContext): Promise<void> => {
  await write((tx) => sweepReports(tx, now()))
  await sweepTurns(db, now())
  await sweepBegun(db, now())
  await sweepAnswers(db, now())
}

const jobs = {
  'outbox.paused': relayIsPaused,
  'site.watch': watch,
  'site.backup': backup,
  'site.sweep': sweep,
  'site.report': readDeliveryReport,
  'site.founded': founded,
}

const verbs = verbsOf(textsOf('operations', 'history'))

const letters = { 'outbox.paused': 'operation', 'site.alarm': 'operation', 'site.founded': 'own' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
}

export const operations = nameplate({
  name: 'operations',
  about: 'Set-up, the first weeks, watching',
  tables: ['alarm', 'backup_run', 'delivery_report', 'first_step'],
  letters,
  pages: [sitePages, firstWeeksPages, watchPages, foundingPages, closingPages, mergingPages, doctorPages],
  api: [firstWeeksApi, watchApi],
  jobs,
  schedule: { 'site.watch': '*/5 * * * *', 'site.backup': '30 2 * * *', 'site.sweep': '17 * * * *' },
  verbs,
  figures: [siteFigures],
  waiting: [{ kind: 'group', list: listFirstWeeksWaiting }],
})
