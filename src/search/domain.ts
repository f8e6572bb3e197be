import { nameplate } from '../nameplate.ts'
import { searchApi } from './api.ts'
import { searchPages } from './pages.tsx'

/** What can be found, by whom. */
export const search = nameplate({
  name: 'search',
  tables: ['search_document'],
  pages: [searchPages],
  api: [searchApi],
})
