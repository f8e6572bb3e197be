import { nameplate, type PayloadsOf } from '../nameplate.ts'
import { scan, sweep } from './scan/jobs.ts'
import { uploadPages } from './uploads/pages.tsx'

const jobs = {
  'files.scan': scan,
  'files.sweep': sweep,
}

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

export const files = nameplate({
  name: 'files',
  about: 'Content, kept once by its hash',
  tables: ['file', 'file_chunk', 'file_content', 'file_guard', 'upload'],
  published: ['file'],
  pages: [uploadPages],
  jobs,
  schedule: {
    'files.sweep': '21 * * * *',
  },
})
