import { findHelp } from '../lib/ui/help-find.ts'
import { readTopic } from '../lib/ui/help-manual.ts'
import { type C, pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { groupsOf } from '../policy.ts'
import { GlossaryPage } from './glossary-views.tsx'
import { HelpFoundPage, HelpPage, HelpTopicPage } from './help-views.tsx'

const t = textsOf('website', 'help')
const glossary = textsOf('website', 'glossary')

/** So many sections are shown for what was asked for. */
const mostFound = 30

function showHelp(c: C) {
  const q = (c.req.query('q') ?? '').trim().slice(0, 200)
  if (q === '') return c.var.page(t.title, <HelpPage />, { description: t.lead })
  return c.var.page(t.found({ q }), <HelpFoundPage q={q} hits={findHelp(q, c.var.actor.locale, mostFound)} />)
}

/** The help, for everybody: what a user can do, page by page, and what the words of these pages mean. */
export const helpPages = pages()
  .get('/help', showHelp)
  .get('/help/words', (c) =>
    c.var.page(glossary.title, <GlossaryPage inGroup={groupsOf(c.var.actor).length > 0} />, { description: glossary.lead }),
  )
  .get('/help/:topic', (c) => {
    const { locale } = c.var.actor
    const topic = readTopic(c.req.param('topic'), locale)
    // Nobody is asked to sign in for a page that is not there.
    const q = c.req.param('topic').replaceAll('-', ' ').slice(0, 100)
    if (!topic) return c.var.page(t.nothing, <HelpFoundPage q={q} hits={findHelp(q, locale, mostFound)} />, { status: 404 })
    return c.var.page(t.found({ q: topic.title }), <HelpTopicPage topic={topic} />)
  })
