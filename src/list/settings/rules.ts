import { isFileType } from '../../archive/rules.ts'
import type { ArchiveAccess, HtmlPolicy, JoinPolicy, Receiving, ReplyTarget } from '../../lib/db/schema.ts'
import type { Rule } from '../moderation-rules/rules.ts'

/** All that owners set about a list. */
export interface ListSettings {
  title: string
  description: string
  language: string
  archive: ArchiveAccess
  joinPolicy: JoinPolicy
  maxSize: number
  emergency: boolean
  remindDays: number
  expireDays: number
  /** Moderators hear once a day who joined and who left. */
  tellChanges: boolean
  subjectPrefix: string
  footer: string
  repliesTo: ReplyTarget
  receiving: Receiving
  digestKb: number
  digestMessages: number
  digestHour: number
  digestZone: string
  html: HtmlPolicy
  linkAboveKb: number | null
  linkTypes: string[]
  dropTypes: string[]
  rules: Rule[] | null
}

export const settingNames: readonly (keyof ListSettings)[] = [
  'title',
  'description',
  'language',
  'archive',
  'joinPolicy',
  'maxSize',
  'emergency',
  'remindDays',
  'expireDays',
  'tellChanges',
  'subjectPrefix',
  'footer',
  'repliesTo',
  'receiving',
  'digestKb',
  'digestMessages',
  'digestHour',
  'digestZone',
  'html',
  'linkAboveKb',
  'linkTypes',
  'dropTypes',
  'rules',
]

/** The time zones that a list may go by. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]

/** The facts that a footer may name. */
const footerFacts = ['list', 'address', 'page', 'archive'] as const

type Fault = [keyof ListSettings, string]

/** What in these settings cannot be so, or contradicts something else in them, by field; empty when nothing does. */
export function findSettingFaults(set: ListSettings): Partial<Record<keyof ListSettings, string>> {
  const twice = set.linkTypes.find((type) => set.dropTypes.includes(type))
  const unknown = [...set.footer.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .find((name) => !footerFacts.some((known) => known === name))
  const isWrongType = (types: string[]) => types.some((type) => !isFileType(type))
  const aType = 'A type is an ending such as .zip, or a media type such as image/png or video/*.'
  const faults: (Fault | false | undefined)[] = [
    set.archive === 'group' &&
      set.joinPolicy === 'open' && [
        'joinPolicy',
        'The archive is for the group alone, so not everybody can join at once. Let people decide, or open the archive to subscribers.',
      ],
    set.remindDays >= set.expireDays && [
      'remindDays',
      `Mail expires after ${set.expireDays} days: moderators would never be reminded. Choose fewer days.`,
    ],
    set.linkAboveKb !== null &&
      set.linkAboveKb * 1024 >= set.maxSize && [
        'linkAboveKb',
        `A mail has ${Math.round(set.maxSize / 1024 / 1024)} MB at most, so no file could ever be larger than that. Choose less.`,
      ],
    isWrongType(set.linkTypes) && ['linkTypes', aType],
    isWrongType(set.dropTypes) && ['dropTypes', aType],
    twice !== undefined && ['dropTypes', `${twice} stands among the links too: a file is either linked or left out.`],
    !zones.includes(set.digestZone) && ['digestZone', 'This is no time zone that we know.'],
    set.receiving === 'none' && ['receiving', 'Newcomers who receive nothing would not know that they have joined.'],
    unknown !== undefined && ['footer', `There is no {${unknown}} here. There are ${footerFacts.map((name) => `{${name}}`).join(', ')}.`],
    /[\r\n]/.test(set.subjectPrefix) && ['subjectPrefix', 'A prefix is one line.'],
  ]
  const found: Partial<Record<keyof ListSettings, string>> = {}
  for (const fault of faults) if (fault) found[fault[0]] ??= fault[1]
  return found
}
