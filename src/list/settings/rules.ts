import type { ArchiveAccess, HtmlPolicy, JoinPolicy, Receiving, ReplyTarget } from '../../lib/db/schema.ts'
import { isFileType } from '../../lib/mail/file-types.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { isZone } from '../../lib/ui/zone-names.ts'
import { longestReply, readReplies } from '../moderation/rules.ts'
import type { Rule } from '../moderation-rules/rules.ts'

const t = textsOf('list', 'settings').errors

/** All that owners set about a list. */
export interface ListSettings {
  title: string
  description: string
  language: string
  archive: ArchiveAccess
  joinPolicy: JoinPolicy
  maxSize: number
  emergency: boolean
  /** Those the list knows must be proven also where their domain publishes nothing. */
  provenSenders: boolean
  remindDays: number
  expireDays: number
  /** Moderators hear once a day who joined and who left. */
  tellChanges: boolean
  /** What moderators write to those whose message they reject: a paragraph each. */
  savedReplies: string
  subjectPrefix: string
  footer: string
  /** Under each post stands how one leaves. */
  leaveLine: boolean
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
  'provenSenders',
  'remindDays',
  'expireDays',
  'tellChanges',
  'savedReplies',
  'subjectPrefix',
  'footer',
  'leaveLine',
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
  const faults: (Fault | false | undefined)[] = [
    set.archive === 'group' && set.joinPolicy === 'open' && ['joinPolicy', t.groupArchive],
    set.remindDays >= set.expireDays && ['remindDays', t.remindDays({ days: set.expireDays })],
    set.linkAboveKb !== null &&
      set.linkAboveKb * 1024 >= set.maxSize && ['linkAboveKb', t.linkAboveKb({ size: Math.round(set.maxSize / 1024 / 1024) })],
    isWrongType(set.linkTypes) && ['linkTypes', t.type],
    isWrongType(set.dropTypes) && ['dropTypes', t.type],
    twice !== undefined && ['dropTypes', t.twice({ type: twice })],
    !isZone(set.digestZone) && ['digestZone', t.zone],
    set.receiving === 'none' && ['receiving', t.receiving],
    unknown !== undefined && ['footer', t.footer({ unknown, facts: footerFacts.map((name) => `{${name}}`).join(', ') })],
    readReplies(set.savedReplies).some((reply) => reply.length > longestReply) && ['savedReplies', t.savedReplies({ most: longestReply })],
    /[\r\n]/.test(set.subjectPrefix) && ['subjectPrefix', t.prefix],
  ]
  const found: Partial<Record<keyof ListSettings, string>> = {}
  for (const fault of faults) if (fault) found[fault[0]] ??= fault[1]
  return found
}
