import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { eraseLate, erasureAsked, erasureDecided, ledger, makeCopy, sweep } from './jobs.ts'
import { privacyPages, privacySettings } from './pages.tsx'
import { removalPages } from './removal/pages.tsx'

const jobs = {
  'privacy.eraseLate': eraseLate,
  'privacy.erasureAsked': erasureAsked,
  'privacy.erasureDecided': erasureDecided,
  'privacy.export': makeCopy,
  'privacy.ledger': ledger,
  'privacy.sweep': sweep,
}

const verbs = verbsOf(textsOf('privacy', 'history'))

const letters = {
  'privacy.copy-failed': 'own',
  'privacy.copy-ready': 'own',
  'privacy.erasure-asked': 'operation',
  'privacy.erasure-refused': 'own',
} as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
}

export const privacy = nameplate({
  name: 'privacy',
  about: 'Copies, erasures, keeping, notice',
  tables: ['erased_message', 'erasure', 'erasure_request', 'personal_export', 'privacy_notice', 'retention_rule'],
  letters,
  settings: [privacySettings],
  pages: [removalPages, privacyPages],
  jobs,
  schedule: { 'privacy.sweep': '27 3 * * *' },
  verbs,
})
