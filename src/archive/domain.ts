import { verbsOf } from '../lib/ui/history/words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { TaskContext } from '../task.ts'
import { archiveApi } from './api.ts'
import { archiveConsequences } from './consequences.ts'
import { foundPages } from './found-pages.tsx'
import { thinChanges } from './page-versions-actions.ts'
import { archivePages } from './pages.tsx'
import { named } from './public.ts'
import { threadingPages } from './threading/pages.tsx'

const thin = (_: object, { db }: TaskContext): Promise<void> => thinChanges(db)

const jobs = {
  'archive.thinChanges': thin,
}

const verbs = verbsOf(textsOf('archive', 'history'))

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

declare module '../journal/actions.ts' {
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
  published: ['message', 'thread', 'thread_choice'],
  pages: [archivePages, threadingPages, foundPages],
  api: [archiveApi],
  tools: [
    { reads: 'listThreads', page: '/lists/{list}/threads', item: '/lists/{list}/t/{root}' },
    { reads: 'getThread', page: '/lists/{list}/t/{message}', item: '/lists/{list}/m/{messageId}', resource: true },
  ],
  jobs,
  schedule: {
    'archive.thinChanges': '*/5 * * * *',
  },
  verbs,
  named,
})
