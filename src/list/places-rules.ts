import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('list', 'nav')

/** Where somebody who looks after a list is. */
export type Place = 'held' | 'requests' | 'subscribers' | 'invitations' | 'bounces' | 'health' | 'settings'
export type SettingsPlace = 'settings' | 'rules' | 'content' | 'bans' | 'replies' | 'notices' | 'history' | 'follow'

interface LookedAfter {
  name: string
  mayOwn: boolean
}
interface Row {
  label: string
  items: { href: string; label: string; count?: number; current: boolean }[]
}

/**
 * The pages of those who look after a list, as rows of tabs.
 * @param waiting how many mails are held and how many ask to join, where that is known
 * @returns one row, or a second with what stands inside the tab that is open
 */
export function moderationTabs(list: LookedAfter, current?: Place, waiting?: { held: number; requests: number }): Row[] {
  const at = (part: string) => `/lists/${list.name}/${part}`
  const places: { part: Place; label: string; count?: number; to?: string; inside?: [Place, string][] }[] = [
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
  const open = places.find(({ part, inside }) => current !== undefined && (part === current || inside?.some(([one]) => one === current)))
  const rows: Row[] = [
    {
      label: t.moderationOfTheList,
      items: places.map((place) => ({ href: at(place.to ?? place.part), label: place.label, count: place.count, current: place === open })),
    },
  ]
  if (open?.inside)
    rows.push({ label: open.label, items: open.inside.map(([part, label]) => ({ href: at(part), label, current: part === current })) })
  return rows
}

/** Those of a list's settings that who moderates it sees as well. */
const moderators: readonly SettingsPlace[] = ['rules', 'bans', 'replies']

/**
 * The pages of a list's settings.
 * @returns a row of tabs, and the few that are seldom asked for: what was changed, and how a list of another program is followed until it has moved here
 */
export function settingsTabs(list: LookedAfter, current: SettingsPlace): { row: Row; seldom: Row['items'] } {
  const itemsOf = (places: [SettingsPlace, string, string][]) =>
    places
      .filter(([place]) => list.mayOwn || moderators.includes(place))
      .map(([place, part, label]) => ({ href: `/lists/${list.name}/${part}`, label, current: place === current }))
  return {
    row: {
      label: t.settings,
      items: itemsOf([
        ['settings', 'settings', t.general],
        ['rules', 'rules', t.emailRules],
        ['bans', 'bans', t.blockedSenders],
        ['replies', 'replies', t.savedReplies],
        ['content', 'settings/content', t.filesAndHtml],
        ['notices', 'notices', t.notices],
      ]),
    },
    seldom: itemsOf([
      ['history', 'settings/history', t.history],
      ['follow', 'follow', t.movingHere],
    ]),
  }
}
