import { Tabs } from '../lib/ui/parts.tsx'

export type Place = 'held' | 'requests' | 'subscribers' | 'invitations' | 'bounces' | 'health' | 'settings'
export type SettingsPlace = 'settings' | 'rules' | 'content' | 'bans' | 'notices' | 'history' | 'follow'

/** The pages of those who look after a list. */
export function LookAfter({
  list,
  current,
  waiting,
}: {
  list: { name: string; mayOwn: boolean }
  current?: Place
  waiting?: { held: number; requests: number }
}) {
  const at = (part: string) => `/lists/${list.name}/${part}`
  const items: { part: Place; label: string; count?: number; to?: string }[] = [
    { part: 'held', label: 'Held mail', count: waiting?.held || undefined },
    { part: 'requests', label: 'Requests to join', count: waiting?.requests || undefined },
    { part: 'subscribers', label: 'Subscribers' },
    { part: 'invitations', label: 'Invitations' },
    { part: 'bounces', label: 'Bounces' },
    { part: 'health', label: 'Health' },
    // Of the settings, who moderates sees what is done with mail.
    list.mayOwn ? { part: 'settings', label: 'Settings' } : { part: 'settings', label: 'Rules for mail', to: 'rules' },
  ]
  return (
    <Tabs
      label="Looking after the list"
      items={items.map(({ part, to = part, ...item }) => ({ ...item, href: at(to), current: part === current }))}
    />
  )
}

/** Those of a list's settings that who moderates it sees as well. */
const moderators: readonly SettingsPlace[] = ['rules', 'bans']

/** The pages of a list's settings. */
export function SettingsTabs({ list, current }: { list: { name: string; mayOwn: boolean }; current: SettingsPlace }) {
  const items: [SettingsPlace, string, string][] = [
    ['settings', 'settings', 'General'],
    ['rules', 'rules', 'Rules for mail'],
    ['content', 'settings/content', 'Files and HTML'],
    ['bans', 'bans', 'Bans and friends'],
    ['notices', 'notices', 'Notices'],
    ['history', 'settings/history', 'History'],
    ['follow', 'follow', 'Moving here'],
  ]
  return (
    <Tabs
      label="Settings"
      items={items
        .filter(([place]) => list.mayOwn || moderators.includes(place))
        .map(([place, part, label]) => ({ href: `/lists/${list.name}/${part}`, label, current: place === current }))}
    />
  )
}
