import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { movingApi } from './api.ts'
import { importConsequences } from './consequences.ts'
import { followPages } from './follow/pages.tsx'
import { oldAddressPages } from './old-addresses/pages.tsx'
import { importsPages } from './runs-pages.tsx'
import { undo } from './undo-jobs.ts'
import { keepRunning, run, sweep } from './uploads/jobs.ts'
import { uploadPages } from './uploads/pages.tsx'
import { countStalled } from './uploads/queries.ts'

const jobs = {
  'moving.keepRunning': keepRunning,
  'moving.run': run,
  'moving.sweep': sweep,
  'moving.undo': undo,
}

const verbs = verbsOf(textsOf('imports', 'history'))

const letters = { 'moving.follow': 'own' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
}

export const imports = nameplate({
  name: 'imports',
  about: 'Lists that come, a site that leaves',
  consequences: importConsequences,
  tables: [
    'follow',
    'follow_notice',
    'follow_sender',
    'list_move',
    'list_move_item',
    'move_file',
    'move_upload',
    'old_address',
    'old_list',
  ],
  letters,
  pages: [oldAddressPages, uploadPages, importsPages, followPages],
  api: [movingApi],
  jobs,
  schedule: { 'moving.keepRunning': '*/10 * * * *', 'moving.sweep': '27 3 * * *' },
  verbs,
  figures: [
    figures(
      { list_imports_running: ['Imports of lists over the web that were begun an hour ago or more and are not done'] },
      async (db, at) => ({ list_imports_running: await countStalled(db, at) }),
    ),
  ],
})
