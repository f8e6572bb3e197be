import { type ActionsOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { scan, sweep } from './scan/jobs.ts'
import { uploadPages } from './uploads/pages.tsx'
import { verbs } from './verbs.ts'

const jobs = {
  'files.scan': scan,
  'files.sweep': sweep,
}

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

declare module '../journal/actions.ts' {
  interface Actions extends ActionsOf<typeof verbs> {}
}

export const files = nameplate({
  name: 'files',
  about: 'Content, kept once by its hash',
  tables: ['file', 'file_chunk', 'file_content', 'file_guard', 'upload'],
  pages: [uploadPages],
  jobs,
  schedule: {
    'files.sweep': '21 * * * *',
  },
  verbs,
})
