import { ageOf, figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { countTexts } from '../search/queries.ts'
import { read } from './reading-jobs.ts'
import { scan, sweep } from './scan/jobs.ts'
import { countScans } from './scan/queries.ts'
import { store } from './store-jobs.ts'
import { countPlaces } from './store-queries.ts'
import { textFilePages } from './texts-pages.tsx'
import { uploadPages } from './uploads-pages.tsx'
import { countUploads } from './uploads-queries.ts'

const jobs = { 'files.read': read, 'files.scan': scan, 'files.store': store, 'files.sweep': sweep }

const verbs = verbsOf(textsOf('files', 'history'))

const letters = { 'files.infected': 'own' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
}

export const files = nameplate({
  name: 'files',
  about: 'Content, kept once by its hash',
  tables: ['file', 'file_chunk', 'file_content', 'file_guard', 'file_object', 'text_file', 'upload'],
  published: ['shared_file', 'shared_file_content'],
  letters,
  pages: [uploadPages, textFilePages],
  jobs,
  schedule: { 'files.sweep': '21 * * * *' },
  verbs,
  figures: [
    figures(
      {
        files_scan_waiting: ['Files that wait for the virus check; they are hidden until then'],
        files_scan_oldest_seconds: ['How long the oldest has waited; minutes mean that the virus check is not running'],
        files_infected: ['Files in quarantine'],
        files_texts: ['Files by their words: waiting to be read, found by them, or without any', 'state'],
        uploads_open: ['Uploads not finished yet'],
        uploads_bytes: ['Bytes of unfinished uploads; they are deleted after two days'],
        files_bytes: ['Bytes of files, by where they lie', 'place'],
        files_objects_unused: ['Objects outside that no file names any more; they are deleted after a while'],
      },
      async (db, at) => {
        const [{ waiting, oldest, infected }, { open, bytes }] = [await countScans(db), await countUploads(db)]
        const { database, s3, unused } = await countPlaces(db)
        return {
          files_scan_waiting: waiting,
          files_scan_oldest_seconds: ageOf(oldest, at),
          files_infected: infected,
          files_texts: await countTexts(db),
          uploads_open: open,
          uploads_bytes: bytes,
          files_bytes: { database: database.bytes, s3: s3.bytes },
          files_objects_unused: unused,
        }
      },
    ),
  ],
})
