import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { DecidableOf } from '../waiting.ts'
import { indexDocument } from './actions.ts'
import { documentsApi } from './api.ts'
import { documentKeeper } from './belongings.ts'
import { documentConsequences } from './consequences.ts'
import { deciders } from './deciders.ts'
import { keepReading, readFolder } from './importing/jobs.ts'
import { importingPages } from './importing/pages.tsx'
import { read, remindReviews } from './jobs.ts'
import { keepingPages } from './keeping-pages.tsx'
import { documentPages } from './pages.tsx'
import { listHappenings, named } from './public.ts'
import { countDocumentStalls } from './queries.ts'
import { versionPages } from './versions-pages.tsx'
import { addVersionForm, VersionForm, writingPages } from './writing-pages.tsx'

const jobs = {
  'documents.keepReading': keepReading,
  'documents.read': read,
  'documents.readFolder': readFolder,
  'documents.remindReviews': remindReviews,
}

const verbs = verbsOf(textsOf('documents', 'history'))

const letters = { 'documents.reviews-due': 'reviews' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
  interface Decidable extends DecidableOf<typeof deciders> {}
}

export const documents = nameplate({
  name: 'documents',
  about: 'Papers with versions, approval and review',
  consequences: documentConsequences,
  tables: [
    'document',
    'document_approval',
    'document_import',
    'document_import_file',
    'document_import_source',
    'document_review',
    'document_version',
  ],
  published: ['shared_document'],
  deciders,
  letters,
  pages: [importingPages, documentPages, writingPages, keepingPages, versionPages],
  api: [documentsApi],
  tools: [
    { reads: 'listDocuments', page: '/documents', item: '/documents/{slug}' },
    { reads: 'getDocument', page: '/documents/{document}' },
    { reads: 'getDocumentVersion', page: '/documents/{document}/v/{version}' },
    {
      drafts: 'draftDocumentVersion',
      about: 'A new version of a document, in Markdown; base is the number of the version that it follows.',
      form: addVersionForm,
      fields: VersionForm.pick({ body: true, note: true, base: true }),
    },
  ],
  jobs,
  schedule: { 'documents.remindReviews': '50 6 * * *', 'documents.keepReading': '23 * * * *' },
  finders: [{ kind: 'document', table: 'document', index: indexDocument }],
  belongings: [documentKeeper],
  verbs,
  figures: [
    figures(
      {
        documents_overdue: ['Documents whose review is overdue'],
        documents_unread: ['Files brought an hour ago or more whose words are still not read'],
        document_folders_reading: ['Folders brought an hour ago or more that are still being read'],
      },
      async (db, at) => {
        const { overdue, unread, folders } = await countDocumentStalls(db, at)
        return { documents_overdue: overdue, documents_unread: unread, document_folders_reading: folders }
      },
    ),
  ],
  happenings: listHappenings,
  named,
})
