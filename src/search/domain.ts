import { nameplate } from '../nameplate.ts'
import { searchApi } from './api.ts'
import { searchConsequences } from './consequences.ts'
import { searchPages } from './pages.tsx'

export const search = nameplate({
  name: 'search',
  about: 'What can be found, by whom',
  consequences: searchConsequences,
  tables: ['search_document'],
  pages: [searchPages],
  api: [searchApi],
})
