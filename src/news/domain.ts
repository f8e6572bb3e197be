import { figures } from '../figure.ts'
import { verbsOf } from '../lib/ui/history-words.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type ActionsOf, type KindsOfLetters, type LettersOf, nameplate, type PayloadsOf } from '../nameplate.ts'
import { indexItem, indexOwnPage } from './actions.ts'
import { newsApi } from './api.ts'
import { newsConsequences } from './consequences.ts'
import { importPages, importRunPages } from './imports/pages.tsx'
import { indexIssue } from './issues/actions.ts'
import { issuePages } from './issues/pages.tsx'
import { issueTexts } from './issues/queries.ts'
import { mail, turn } from './jobs.ts'
import { contribute } from './outlets/jobs.ts'
import { outletPages } from './outlets/pages.tsx'
import { createNewsForm, NewItemForm, newsPages } from './pages.tsx'
import { listHappenings, named } from './public.ts'
import { countOverdue, newsTexts } from './queries.ts'
import { contributionPages } from './record-pages.tsx'
import { rhythmPages } from './rhythm-pages.tsx'
import { listNewsTasks } from './today-queries.ts'

const jobs = { 'news.contribute': contribute, 'news.mail': mail, 'news.turn': turn }

const verbs = verbsOf(textsOf('news', 'history'))

const letters = { 'news.not-out': 'news' } as const satisfies KindsOfLetters

declare module '../signed.ts' {
  interface Jobs extends PayloadsOf<typeof jobs> {}
  interface Actions extends ActionsOf<typeof verbs> {}
  interface Letters extends LettersOf<typeof letters> {}
}

export const news = nameplate({
  name: 'news',
  about: 'Items and issues',
  consequences: newsConsequences,
  tables: [
    'news_contribution',
    'news_correction',
    'news_issue',
    'news_issue_item',
    'news_item',
    'news_item_link',
    'news_line',
    'news_mailing',
    'news_outlet',
    'news_outlet_key',
    'news_version',
    'old_page',
    'site_page',
    'site_page_version',
    'web_import',
    'web_import_entry',
  ],
  letters,
  pages: [rhythmPages, issuePages, outletPages, importPages, importRunPages, newsPages, contributionPages],
  api: [newsApi],
  tools: [
    { reads: 'listNews', page: '/news', item: '/news/{slug}' },
    { reads: 'getNews', page: '/news/{slug}' },
    {
      drafts: 'draftNews',
      about: 'An item of news, in Markdown. Who may see it and its language are said by its person.',
      form: createNewsForm,
      fields: NewItemForm.pick({ title: true, text: true, links: true, group: true }),
    },
  ],
  jobs,
  schedule: { 'news.turn': '* * * * *' },
  finders: [
    { kind: 'news', table: 'news_item', index: indexItem },
    { kind: 'news-issue', table: 'news_issue', index: indexIssue },
    { kind: 'page', table: 'site_page', index: indexOwnPage },
  ],
  verbs,
  figures: [
    figures({ news_overdue: ['Scheduled news and issues that should have gone out a quarter of an hour ago'] }, async (db, at) => ({
      news_overdue: await countOverdue(db, at),
    })),
  ],
  happenings: listHappenings,
  waiting: [{ kind: 'news', list: listNewsTasks }],
  texts: [newsTexts, issueTexts],
  named,
})
