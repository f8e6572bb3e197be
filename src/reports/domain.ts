import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { indexReport } from './actions.ts'
import { reportApi } from './api.ts'
import { reportConsequences } from './consequences.ts'
import { told } from './jobs.ts'
import { overviewApi } from './overview/api.ts'
import { overviewPages } from './overview/pages.tsx'
import { addSectionForm, reportPages, SectionForm } from './pages.tsx'
import { listHappenings, named } from './public.ts'
import { servicePages } from './service-pages.tsx'

const jobs = { 'report.told': told }

const verbs = verbsOf(textsOf('reports', 'history'))

const letters = { 'report.approved': 'news' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
}

export const reports = nameplate({
  name: 'reports',
  about: 'The annual report; all groups at a glance; what each person has been here',
  consequences: reportConsequences,
  tables: ['report', 'report_edition', 'report_section'],
  letters,
  pages: [reportPages, overviewPages, servicePages],
  api: [reportApi, overviewApi],
  tools: [
    {
      drafts: 'draftReportSection',
      about: 'A section of a report, in Markdown.',
      form: addSectionForm,
      fields: SectionForm.pick({ title: true, body: true }),
    },
  ],
  jobs,
  finders: [{ kind: 'report', table: 'report', index: indexReport }],
  verbs,
  happenings: listHappenings,
  named,
})
