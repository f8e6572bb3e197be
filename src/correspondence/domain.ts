import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { utcDay } from '../time.ts'
import type { DecidableOf } from '../waiting.ts'
import { indexLetter } from './actions.ts'
import { answers } from './answers.ts'
import { correspondenceApi } from './api.ts'
import { correspondenceKeeper } from './belongings.ts'
import { bring, keepBringing } from './bringing/jobs.ts'
import { bringingPages } from './bringing/pages.tsx'
import { deciders } from './deciders.ts'
import { announceLate, listFiles, notSent } from './jobs.ts'
import { correspondencePages } from './pages.tsx'
import { isLate } from './queries.ts'

const jobs = {
  'office.bringMailbox': bring,
  'office.keepBringing': keepBringing,
  'office.announceLate': announceLate,
  'office.listFiles': listFiles,
  'office.notSent': notSent,
}

const verbs = verbsOf(textsOf('correspondence', 'history'))

const letters = { 'office.answer-late': 'office', 'office.not-sent': 'office' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const correspondence = nameplate({
  name: 'correspondence',
  about: 'What comes to the addresses of roles',
  tables: ['correspondence', 'correspondence_import', 'correspondence_mail'],
  published: ['shared_correspondence_mail'],
  deciders,
  letters,
  due: { 'office.answer-late': (db, { id }, at) => isLate(db, id, utcDay(at)) },
  pages: [bringingPages, correspondencePages],
  api: [correspondenceApi],
  jobs,
  schedule: { 'office.announceLate': '47 6 * * *', 'office.keepBringing': '*/10 * * * *', 'office.listFiles': '33 * * * *' },
  finders: [{ kind: 'correspondence', table: 'correspondence_mail', index: indexLetter }],
  belongings: [correspondenceKeeper],
  verbs,
  answers,
})
