import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { indexCharter } from './clauses/actions.ts'
import { refind, remindReviews } from './clauses/jobs.ts'
import { listJoiningRules } from './clauses/joining-queries.ts'
import { charterPages } from './clauses/pages.tsx'
import { countOverdueReviews } from './clauses/queries.ts'
import { unadoptPages } from './clauses/undo-pages.tsx'
import { deciders } from './deciders.ts'
import { draftsApi } from './drafts-api.ts'
import { draftPages } from './drafts-pages.tsx'
import { draftStartPages } from './drafts-start-pages.tsx'
import { findingsApi } from './findings/api.ts'
import { monthlyDigest } from './findings/jobs.ts'
import { findingPages } from './findings/pages.tsx'
import { measuresApi } from './measures/api.ts'
import { measurePages } from './measures/pages.tsx'
import { named } from './public.ts'

const jobs = { 'charter.digest': monthlyDigest, 'charter.refind': refind, 'charter.remindReviews': remindReviews }

const verbs = verbsOf(textsOf('charter', 'history'))

const letters = { 'charter.changed': 'roles', 'charter.review': 'reviews' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const charter = nameplate({
  name: 'charter',
  about: 'The charter: clauses, their measures, what these find',
  tables: [
    'charter_clause',
    'charter_digest',
    'charter_notice',
    'charter_version',
    'clause_attestation',
    'clause_line',
    'clause_measure',
    'clause_waiver',
  ],
  deciders,
  letters,
  pages: [draftStartPages, draftPages, measurePages, findingPages, charterPages, unadoptPages],
  api: [findingsApi, draftsApi, measuresApi],
  tools: [{ reads: 'getCharter', page: '/groups/{group}/charter' }],
  jobs,
  schedule: {
    'charter.remindReviews': '39 6 * * *',
    // On the first days of a month, so that one day on which nothing ran does not lose it; a month is told once.
    'charter.digest': '51 6 1-5 * *',
  },
  finders: [{ kind: 'clause', table: 'charter_clause', walk: 'working_group', index: indexCharter }],
  verbs,
  offers: { listJoiningRules },
  figures: [
    figures({ charter_reviews_late: ['Charters in force whose day of review has passed'] }, async (db, at) => ({
      charter_reviews_late: await countOverdueReviews(db, at),
    })),
  ],
  named,
})
