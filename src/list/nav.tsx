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
  const items: { part: Place; label: string; count?: number; to?: string; inside?: [Place, string][] }[] = [
    { part: 'held', label: t.heldMail, count: waiting?.held || undefined },
    { part: 'requests', label: t.applicationsToJoin, count: waiting?.requests || undefined },
    {
      part: 'subscribers',
      label: t.subscribers,
      inside: [
        ['subscribers', t.onTheList],
        ['invitations', t.invitations],
      ],
    },
    {
      part: 'health',
      label: t.health,
      inside: [
        ['health', t.overview],
        ['bounces', t.bounces],
      ],
    },
    // Of the settings, who moderates sees what is done with mail.
    list.mayOwn ? { part: 'settings', label: t.settings } : { part: 'settings', label: t.emailRules, to: 'rules' },
  ]
  const open = items.find(({ part, inside }) => current !== undefined && (part === current || inside?.some(([one]) => one === current)))
  return (
    <>
      <Tabs
        label={t.moderationOfTheList}
        items={items.map((item) => ({ href: at(item.to ?? item.part), label: item.label, count: item.count, current: item === open }))}
      />
      {open?.inside && (
        <Tabs label={open.label} items={open.inside.map(([part, label]) => ({ href: at(part), label, current: part === current }))} />
      )}
    </>
  )
}

/** Those of a list's settings that who moderates it sees as well. */
const moderators: readonly SettingsPlace[] = ['rules', 'bans']

/** The pages of a list's settings. */
export function SettingsTabs({ list, current }: { list: { name: string; mayOwn: boolean }; current: SettingsPlace }) {
  const items: [SettingsPlace, string, string][] = [
    ['settings', 'settings', t.general],
    ['rules', 'rules', t.emailRules],
    ['bans', 'bans', t.blockedSenders],
    ['content', 'settings/content', t.filesAndHtml],
    ['notices', 'notices', t.notices],
  ]
  // Seldom asked for: what was changed, and how a list of another program is followed until it has moved here.
  const seldom: [SettingsPlace, string, string][] = [
    ['history', 'settings/history', t.history],
    ['follow', 'follow', t.movingHere],
  ]
  return (
    <>
      <Tabs
        label={t.settings}
        items={items
          .filter(([place]) => list.mayOwn || moderators.includes(place))
          .map(([place, part, label]) => ({ href: `/lists/${list.name}/${part}`, label, current: place === current }))}
      />
      {list.mayOwn && (
        <p class="row meta">
          {seldom.map(([place, part, label]) => (
            <a href={`/lists/${list.name}/${part}`} aria-current={place === current ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </p>
      )}
    </>
  )
}
