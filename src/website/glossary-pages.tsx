import { pages } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { groupsOf } from '../policy.ts'
import { GlossaryPage } from './glossary-views.tsx'

const t = textsOf('website', 'glossary')

/** What the words of these pages mean, for everybody. */
export const glossaryPages = pages().get('/help/words', (c) =>
  c.var.page({
    title: t.title,
    kind: 'public',
    description: t.lead,
    children: <GlossaryPage inGroup={groupsOf(c.var.actor).length > 0} />,
  }),
)
