import { nameplate, type PayloadsOf } from '../nameplate.ts'
import type { TaskContext } from '../task.ts'
import { chainJournal } from './actions.ts'
import { journalPages } from './pages.tsx'

const chain = async (_: object, { write }: TaskContext): Promise<void> => {
  while ((await write((tx) => chainJournal(tx))) > 0);
}

const jobs = {
  'journal.chain': chain,
}

declare module '../lib/db/enqueue.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
}

export const journal = nameplate({
  name: 'journal',
  about: 'What happened, in order',
  tables: ['import_row', 'journal', 'journal_link'],
  pages: [journalPages],
  jobs,
  schedule: {
    'journal.chain': '* * * * *',
  },
})
