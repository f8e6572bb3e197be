import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import type { TaskContext } from '../task.ts'
import { chainJournal } from './actions.ts'
import { journalPages } from './pages.tsx'

const chain = async (_: object, { write }: TaskContext): Promise<void> => {
  while ((await write((tx) => chainJournal(tx))) > 0);
}

const jobs = { 'journal.chain': chain }

const verbs = verbsOf(textsOf('journal', 'history'))

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
}

export const journal = nameplate({
  name: 'journal',
  about: 'What happened, in order',
  tables: ['import_row', 'journal', 'journal_file', 'journal_link', 'journal_outside'],
  published: ['shared_journal', 'shared_journal_link'],
  pages: [journalPages],
  verbs,
  jobs,
  schedule: { 'journal.chain': '* * * * *' },
})
