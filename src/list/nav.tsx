import { Tabs } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('list', 'nav')

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
    { part: 'held', label: t.heldMail, count: waiting?.held || undefined },
    { part: 'requests', label: t.applicationsToJoin, count: waiting?.requests || undefined },
    { part: 'subscribers', label: t.subscribers },
    { part: 'invitations', label: t.invitations },
    { part: 'bounces', label: t.bounces },
    { part: 'health', label: t.health },
    // Of the settings, who moderates sees what is done with mail.
    list.mayOwn ? { part: 'settings', label: t.settings } : { part: 'settings', label: t.emailRules, to: 'rules' },
  ]
  return (
    <Tabs
      label={t.moderationOfTheList}
      items={items.map(({ part, to = part, ...item }) => ({ ...item, href: at(to), current: part === current }))}
    />
  )
}

/** Those of a list's settings that who moderates it sees as well. */
const moderators: readonly SettingsPlace[] = ['rules', 'bans']

/** The pages of a list's settings. */
export function SettingsTabs({ list, current }: { list: { name: string; mayOwn: boolean }; current: SettingsPlace }) {
  const items: [SettingsPlace, string, string][] = [
    ['settings', 'settings', t.general],
    ['rules', 'rules', t.emailRules],
    ['content', 'settings/content', t.filesAndHtml],
    ['bans', 'bans', t.blockedSenders],
    ['notices', 'notices', t.notices],
    ['history', 'settings/history', t.history],
    ['follow', 'follow', t.movingHere],
  ]
  return (
    <Tabs
      label={t.settings}
      items={items
        .filter(([place]) => list.mayOwn || moderators.includes(place))
        .map(([place, part, label]) => ({ href: `/lists/${list.name}/${part}`, label, current: place === current }))}
    />
  )
}
