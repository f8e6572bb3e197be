import { inSteps } from '../lib/db/steps.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { TaskContext } from '../task.ts'
import { archiveApi } from './api.ts'
import { archiveConsequences } from './consequences.ts'
import { noteFolds, noteWriters } from './folds-actions.ts'
import { indexMessage } from './found-actions.ts'
import { foundPages } from './found-pages.tsx'
import { pruneInbound } from './inbound-actions.ts'
import { thinChanges } from './page-versions-actions.ts'
import { archivePages } from './pages.tsx'
import { named } from './public.ts'
import { keptDays } from './rules.ts'
import { threadingPages } from './threading/pages.tsx'

const thin = (_: object, { db }: TaskContext): Promise<void> => thinChanges(db)

const prune = async (_: object, { write, now }: TaskContext): Promise<void> => {
  const before = new Date(now().getTime() - keptDays * 86_400_000)
  await inSteps((after) => write((tx) => pruneInbound(tx, before, after)))
}

const refold = async (_: object, { write }: TaskContext): Promise<void> => {
  await inSteps((after) => write((tx) => noteFolds(tx, after)))
  await inSteps((after) => write((tx) => noteWriters(tx, after)))
}

const jobs = { 'archive.prune': prune, 'archive.refold': refold, 'archive.thinChanges': thin }

const verbs = verbsOf(textsOf('archive', 'history'))

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
}

export const archive = nameplate({
  name: 'archive',
  about: 'Raw mail, messages, threads',
  consequences: archiveConsequences,
  tables: [
    'attachment',
    'ghost',
    'import_finding',
    'inbound',
    'list_month',
    'mail_import',
    'mail_taken',
    'message',
    'raw_mail',
    'shown_change',
    'site_change',
    'thread',
    'thread_choice',
    'thread_edit',
    'thread_visit',
  ],
  published: ['shared_inbound', 'shared_mail_import', 'shared_message', 'shared_raw_mail', 'shared_thread'],
  pages: [archivePages, threadingPages, foundPages],
  api: [archiveApi],
  tools: [
    { reads: 'listThreads', page: '/lists/{list}/threads', item: '/lists/{list}/t/{root}' },
    { reads: 'getThread', page: '/lists/{list}/t/{message}', item: '/lists/{list}/m/{messageId}', resource: true },
  ],
  finders: [{ kind: 'message', table: 'message', ofMail: true, index: indexMessage }],
  jobs,
  schedule: { 'archive.prune': '47 2 * * *', 'archive.refold': '17 3 * * *', 'archive.thinChanges': '*/5 * * * *' },
  verbs,
  named,
})
