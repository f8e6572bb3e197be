import { nameplate, type PayloadsOf } from '../nameplate.ts'
import { searchApi } from './api.ts'
import { cut } from './jobs.ts'
import { searchPages } from './pages.tsx'

const jobs = {
  'search.cut': cut,
}

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

export const search = nameplate({
  name: 'search',
  about: 'What can be found, by whom',
  tables: ['search_document'],
  pages: [searchPages],
  api: [searchApi],
  jobs,
  schedule: { 'search.cut': '*/10 * * * *' },
})
