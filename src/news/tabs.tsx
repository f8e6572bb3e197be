import { Tabs } from '../lib/ui/parts.tsx'

/** The parts of the newsletter's desk. */
export const NewsTabs = ({ current, publishes }: { current: 'drafts' | 'rhythm' | 'outlets' | 'imports'; publishes: boolean }) => (
  <Tabs
    label="The newsletter’s desk"
    items={[
      { href: '/news/drafts', label: 'Drafts', current: current === 'drafts' },
      { href: '/news/issues/rhythm', label: 'Rhythm', current: current === 'rhythm' },
      { href: '/news/outlets', label: 'Editors elsewhere', current: current === 'outlets' },
      ...(publishes ? [{ href: '/news/imports', label: 'From WordPress', current: current === 'imports' }] : []),
    ]}
  />
)
