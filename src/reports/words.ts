import { wordsOf } from '../lib/ui/words.ts'

/** What the public pages of reports say, and the letter that tells of one. The reports themselves are in the group's own words. */
export const reportWords = wordsOf('reports', 'pages')
