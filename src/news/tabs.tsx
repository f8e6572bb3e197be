import { Tabs } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('news', 'tabs')

/** The parts of the newsletter's desk. */
export const NewsTabs = ({ current, publishes }: { current: 'drafts' | 'rhythm' | 'outlets' | 'imports'; publishes: boolean }) => (
  <Tabs
    label={t.newsAndNewsletter}
    items={[
      { href: '/news/drafts', label: t.drafts, current: current === 'drafts' },
      { href: '/news/issues/rhythm', label: t.rhythm, current: current === 'rhythm' },
      { href: '/news/outlets', label: t.editorsElsewhere, current: current === 'outlets' },
      ...(publishes ? [{ href: '/news/imports', label: t.fromWordpress, current: current === 'imports' }] : []),
    ]}
  />
)
