import { nameplate, type PayloadsOf } from '../nameplate.ts'
import { searchApi } from './api.ts'
import { searchConsequences } from './consequences.ts'
import { cut, turn, words } from './jobs.ts'
import { searchPages } from './pages.tsx'

const jobs = { 'search.cut': cut, 'search.turn': turn, 'search.words': words }

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

export const search = nameplate({
  name: 'search',
  about: 'What can be found, by whom',
  tables: ['file_text', 'search_document', 'search_meaning', 'search_reach', 'search_word'],
  consequences: searchConsequences,
  pages: [searchPages],
  api: [searchApi],
  tools: [{ reads: 'search', page: '/search?q={q}', item: '{path}' }],
  jobs,
  schedule: { 'search.cut': '*/10 * * * *', 'search.turn': '37 2 * * 6', 'search.words': '* * * * *' },
})
