import { nameplate } from '../nameplate.ts'
import { searchApi } from './api.ts'
import { searchPages } from './pages.tsx'

export const search = nameplate({
  name: 'search',
  about: 'What can be found, by whom',
  tables: ['search_document'],
  pages: [searchPages],
  api: [searchApi],
})
