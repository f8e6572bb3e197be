import { localeOf } from '../../lib/ui/format.ts'
import { type Habits, planLooking, type WhyNotPattern } from '../habits/rules.ts'
import { type Delivery, type Departing, limitOf, type NonMemberAction, type Setting } from '../rules.ts'

/** One line of the table of what becomes what. */
export interface PlanRow {
  what: string
  was: string
  becomes: string
  /** taken: as it was; changed: otherwise, and why; left: not taken along; clash: the source contradicts itself. */
  how: 'taken' | 'changed' | 'left' | 'clash'
}

/** The settings of a list that an import can set. */
export interface NewSettings extends Habits {
  title?: string
  description?: string
  language?: string
  archive?: 'public' | 'subscribers' | 'group'
  joinPolicy?: 'open' | 'confirm' | 'vetted' | 'closed'
  maxSize?: number
  repliesTo?: 'author' | 'list'
  emergency?: boolean
  tellChanges?: boolean
  /** Words that stand before the welcome. */
  welcome?: string
  receiving?: 'each' | 'mime_digest' | 'plain_digest'
  /** What becomes of the mail of strangers. */
  strangers?: NonMemberAction
  /** First posts of new members wait. */
  firstPosts?: boolean
}

/** What an import will do. */
export interface Plan {
  settings: NewSettings
  rows: PlanRow[]
}

const yes = (setting: Setting | undefined): boolean => setting === true || (typeof setting === 'number' && setting !== 0)

const shown = (setting: Setting | undefined): string => {
  if (setting === undefined || setting === null || setting === '') return 'none'
  if (typeof setting === 'boolean') return setting ? 'yes' : 'no'
  const text = Array.isArray(setting) ? setting.join(', ') : String(setting)
  return text.replaceAll(/\s+/g, ' ').slice(0, 120)
}

const number = new Intl.NumberFormat('en')
const count = (many: number, one: string, more = `${one}s`) => `${number.format(many)} ${many === 1 ? one : more}`

/**
 * What becomes of a list when it moves: each part, each setting that matters, and where the source contradicts itself.
 * @param exists the list is here already
 * @param takeSettings its settings are taken over; false where the list keeps those that it has
 * @param whyNotPattern why a text is no pattern
 */
export function planMove(
  departing: Departing,
  { exists, takeSettings, whyNotPattern }: { exists: boolean; takeSettings: boolean; whyNotPattern: WhyNotPattern },
): Plan {
  const settings: NewSettings = {}
  const rows: PlanRow[] = []
  const row = (how: PlanRow['how'], what: string, was: string, becomes: string) => rows.push({ what, was, becomes, how })
  if (departing.program !== 'file') {
    planFacts(departing, settings, row)
    planReplies(departing, settings, row)
    planHabits(departing, settings, row)
    planViews(departing, row)
    Object.assign(settings, planLooking(departing, row, whyNotPattern))
  }
  const kept =
    exists && !takeSettings
      ? rows.map((one) => (one.how === 'left' ? one : { ...one, becomes: 'The list keeps its own setting.', how: 'left' as const }))
      : rows
  const people: PlanRow[] = []
  planPeople(departing, (how, what, was, becomes) => people.push({ what, was, becomes, how }))
  return { settings: exists && !takeSettings ? {} : settings, rows: [...kept, ...people] }
}

type AddRow = (how: PlanRow['how'], what: string, was: string, becomes: string) => void

function planFacts(departing: Departing, settings: NewSettings, row: AddRow): void {
  const { title, name, description, language, archive, joining, maxSize } = departing
  settings.title = (title || name).slice(0, 100)
  row('taken', 'Name', title || name, settings.title)
  if (description) {
    settings.description = description.slice(0, 5_000)
    row('taken', 'Description', shown(description), shown(settings.description))
  }
  const locale = localeOf(language)
  settings.language = locale ?? 'en'
  if (language)
    row(locale ? 'taken' : 'changed', 'Language', language, locale ?? 'English: notices are in English, German, French and Spanish.')
  planAccess(archive, joining, settings, row)
  planSize(maxSize, settings, row)
}

function planAccess(archive: Departing['archive'], joining: Departing['joining'], settings: NewSettings, row: AddRow): void {
  if (archive) {
    settings.archive = archive === 'none' ? 'group' : archive
    const words = {
      public: 'Everybody reads the archive.',
      subscribers: 'Subscribers and the group read the archive.',
      none: 'An archive is always kept; the group alone reads it.',
    }
    row(
      archive === 'none' ? 'changed' : 'taken',
      'Archive',
      { public: 'public', subscribers: 'private', none: 'none' }[archive],
      words[archive],
    )
  }
  if (joining) {
    settings.joinPolicy = joining
    const words = {
      open: 'Anybody joins; the address is confirmed all the same, so that nobody can subscribe others.',
      confirm: 'Anybody joins, after confirming the address.',
      vetted: 'After confirming the address, people decide.',
    }
    row(joining === 'open' ? 'changed' : 'taken', 'Joining', joining, words[joining])
  }
}

function planSize(maxSize: number | undefined, settings: NewSettings, row: AddRow): void {
  if (maxSize === undefined) return
  settings.maxSize = limitOf(maxSize)
  const limit = `${settings.maxSize / 1024 / 1024} MB`
  if (maxSize < 0) row('clash', 'Largest mail', `${maxSize / 1024} KB`, `A size below nothing: ${limit}, the largest there is.`)
  else if (maxSize === 0) row('changed', 'Largest mail', 'no limit', `${limit}, the largest there is.`)
  else
    row(
      maxSize === settings.maxSize ? 'taken' : 'changed',
      'Largest mail',
      `${Math.round(maxSize / 1024)} KB`,
      `${limit}: whole megabytes.`,
    )
}

function planReplies({ settings: was }: Departing, settings: NewSettings, row: AddRow): void {
  const target = was.reply_goes_to_list
  const address = shown(was.reply_to_address)
  if (target === 0 || target === 'no_munging') {
    settings.repliesTo = 'author'
    row('taken', 'Answers', 'to the writer', 'To the writer.')
  } else if (target === 1 || target === 'point_to_list') {
    settings.repliesTo = 'list'
    row('taken', 'Answers', 'to the list', 'To the list.')
  } else if (target !== undefined) {
    settings.repliesTo = 'author'
    if (address === 'none') row('clash', 'Answers', 'to an address that is not given', 'To the writer.')
    else row('left', 'Answers', `to ${address}`, 'To the writer; an address of their own for all answers does not exist.')
  }
  if (yes(was.anonymous_list)) row('left', 'Anonymous list', 'yes', 'Writers are named. If nobody may know them, do not move this list.')
  if (shown(was.subject_prefix) !== 'none')
    row('left', 'Prefix of subjects', shown(was.subject_prefix), 'Off: it breaks the writer’s signature. It can be set under Settings.')
  const footer = was.msg_footer ?? was.footer_uri
  if (shown(footer) !== 'none') row('left', 'Footer', shown(footer), 'Off: it breaks the writer’s signature. It can be set under Settings.')
}

function planHabits({ settings: was }: Departing, settings: NewSettings, row: AddRow): void {
  if (yes(was.emergency)) {
    settings.emergency = true
    row('taken', 'Emergency moderation', 'on', 'On: all mail waits.')
  }
  if (yes(was.admin_notify_mchanges)) {
    settings.tellChanges = true
    row('changed', 'Owners hear who joins and leaves', 'each time', 'Once a day, where there is something to tell.')
  }
  if (was.digestable !== undefined && was.nondigestable !== undefined && !yes(was.digestable) && !yes(was.nondigestable))
    row('clash', 'Digests', 'neither each mail nor digests are allowed', 'Members choose; each mail is the default.')
  if (yes(was.digest_is_default)) {
    settings.receiving = yes(was.mime_is_default_digest) ? 'mime_digest' : 'plain_digest'
    row('taken', 'New members get', 'a digest', yes(was.mime_is_default_digest) ? 'A MIME digest.' : 'A plain digest.')
  }
  planWelcome(was, settings, row)
  planStrangers(was, settings, row)
  for (const [name, title] of untranslated)
    if (shown(was[name]) !== 'none') row('left', title, shown(was[name]), whereTo[name] ?? 'Has no counterpart.')
}

/** What Mailman 2.1 writes before its own welcome; a text with places to fill in is for a person. */
function planWelcome({ welcome_msg: words }: Departing['settings'], settings: NewSettings, row: AddRow): void {
  if (typeof words !== 'string' || words.trim() === '') return
  if (/%\(|[{}]/.test(words) || words.length > 4_000) row('left', 'Welcome text', shown(words), 'Put it into the notice under Notices.')
  else {
    settings.welcome = words.trim()
    row('taken', 'Welcome text', shown(words), 'Stands before the words of Rapport, under Notices.')
  }
}

const strangerActions = ['accept', 'hold', 'reject', 'discard'] as const
const strangerWords: Record<NonMemberAction, string> = {
  accept: 'Is sent on.',
  hold: 'Waits for a moderator.',
  reject: 'Is sent back.',
  discard: 'Is discarded.',
}

function planStrangers(was: Departing['settings'], settings: NewSettings, row: AddRow): void {
  const strangers = was.generic_nonmember_action ?? was.default_nonmember_action
  if (strangers !== undefined) {
    const action = strangerActions.find((one, i) => i === strangers || one === strangers) ?? 'hold'
    settings.strangers = action
    row('taken', 'Mail of strangers', shown(strangerActions[Number(strangers)] ?? strangers), strangerWords[action])
  }
  if (yes(was.default_member_moderation) || was.default_member_action === 'hold') {
    settings.firstPosts = true
    row('changed', 'New members', 'moderated', 'Their first post waits for a moderator.')
  }
  if (was.unsubscribe_policy !== undefined && was.unsubscribe_policy !== 0 && was.unsubscribe_policy !== 'open')
    row('changed', 'Leaving', shown(was.unsubscribe_policy === 1 ? 'needs approval' : was.unsubscribe_policy), 'Nobody needs to be asked.')
  if (was.advertised === false || was.advertised === 0)
    row('left', 'Not advertised', 'yes', 'The page of the list can be seen, unless the archive is for the group alone.')
}

function planViews({ settings: was }: Departing, row: AddRow): void {
  const roster = rosters[String(was.private_roster ?? was.member_roster_visibility)]
  if (roster) row('changed', 'Who sees the subscribers', roster, 'Those who moderate the list, and nobody else.')
  if (yes(was.from_is_list) || yes(was.dmarc_moderation_action) || (was.dmarc_mitigate_action ?? 'no_mitigation') !== 'no_mitigation')
    row('changed', 'From', 'rewritten or wrapped for DMARC', 'Rewritten only where a domain insists and its signature does not survive.')
}

// What owners look for, and what does not come along by itself. Defaults of Mailman are not listed.
const untranslated: [string, string][] = [
  ['topics', 'Topics'],
  ['welcome_message_uri', 'Welcome text'],
  ['goodbye_msg', 'Farewell text'],
  ['acceptable_aliases', 'Other names of the list'],
  ['linked_newsgroup', 'Newsgroup'],
  ['regular_include_lists', 'Members of other lists'],
]
// Who may see who is subscribed: 0 and 1 in Mailman 2.1.
const rosters: Record<string, string> = {
  0: 'anybody',
  false: 'anybody',
  1: 'members',
  true: 'members',
  public: 'anybody',
  members: 'members',
}
const whereTo: Record<string, string> = {
  topics: 'Topics are words with # in the subject.',
  welcome_message_uri: 'Put it into the notice under Notices.',
  goodbye_msg: 'Put it into the notice under Notices.',
  acceptable_aliases: 'Have these addresses forwarded to the list by the mail server.',
  regular_include_lists: 'Subscribe these people here, if they want it.',
}

const deliveries: Record<Delivery, string> = {
  each: 'each mail',
  mime: 'MIME digest',
  plain: 'plain digest',
  summary: 'summary',
  none: 'nothing',
}
const becomes: Record<Delivery, string> = {
  each: 'Get each mail.',
  mime: 'Get a MIME digest.',
  plain: 'Get a plain digest.',
  summary: 'Get a plain digest; a summary comes weekly, and they can choose it.',
  none: 'Get nothing, and stay subscribed.',
}

function planPeople(departing: Departing, row: AddRow): void {
  const { members, nonMembers, bans, held, applicants, owners, moderators, program } = departing
  for (const [delivery, some] of Map.groupBy(members, (member) => member.delivery))
    row(
      delivery === 'summary' ? 'changed' : 'taken',
      'Members',
      `${number.format(some.length)} with ${deliveries[delivery]}`,
      becomes[delivery],
    )
  const dead = members.filter(({ stopped }) => stopped === 'bounces').length
  if (dead > 0) row('changed', 'Members', `${number.format(dead)} stopped by bounces`, 'Suspended; each can take the list up again.')
  const flags = (some: number, was: string, now: string) => some > 0 && row('taken', 'Members', `${number.format(some)} ${was}`, now)
  flags(members.filter(({ moderated }) => moderated).length, 'moderated', 'Their posts wait for a moderator.')
  flags(members.filter(({ notMine }) => notMine).length, 'without their own posts', 'Get no copy of their own posts.')
  flags(members.filter(({ noCopies }) => noCopies).length, 'without copies', 'Get no copy where they stand in To or Cc.')
  const refused = new Set([
    ...bans,
    ...nonMembers.filter(({ action }) => action === 'discard' || action === 'reject').map(({ pattern }) => pattern),
  ])
  const both = members.filter(({ email }) => refused.has(email))
  if (both.length > 0)
    row(
      'clash',
      'Bans',
      `${count(both.length, 'address', 'addresses')} both subscribed and banned (${shown(both.map(({ email }) => email))})`,
      'They stay subscribed and are not banned.',
    )
  if (bans.length > 0) row('taken', 'Bans', count(bans.length, 'address or pattern', 'addresses and patterns'), 'Neither join nor write.')
  for (const [action, some] of Map.groupBy(nonMembers, (one) => one.action))
    row(
      'taken',
      'Strangers',
      `${number.format(some.length)} with “${action}”`,
      {
        accept: 'Their mail is sent on.',
        hold: 'Their mail waits.',
        reject: 'Their mail is sent back.',
        discard: 'Their mail is discarded.',
      }[action],
    )
  if (held.length > 0) row('taken', 'Held mail', count(held.length, 'mail'), 'Waits for a moderator; nobody is told anew.')
  if (applicants.length > 0)
    row('taken', 'Requests to join', count(applicants.length, 'request'), 'Wait for a decision; nobody is told anew.')
  if (owners.length + moderators.length > 0)
    row(
      'left',
      'Owners and moderators',
      shown([...owners, ...moderators]),
      'Roles are appointments of the group: enter them on the roster.',
    )
  else if (program !== 'file') row('clash', 'Owners', 'none', 'Those who lead the group own the list.')
  if (program === 'mailman2') row('left', 'Passwords', 'of members and owners', 'Not read. People sign in with a link by mail.')
  for (const problem of departing.problems.slice(0, 100)) row('left', 'Cannot be read', problem, 'Left out.')
}
