import { localeOf } from '../lib/ui/format.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { type Habits, planLooking, type WhyNotPattern } from './habits-rules.ts'
import { type Delivery, type Departing, limitOf, type NonMemberAction, type Remark, type Setting } from './rules.ts'

const say = keptOf('imports', 'plan')

/** One line of the table of what becomes what; it is kept, and said to whoever reads it. */
export type PlanRow = Remark

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

const plain = (setting: Setting | undefined): string => {
  if (setting === undefined || setting === null || typeof setting === 'boolean') return ''
  const text = Array.isArray(setting) ? setting.join(', ') : String(setting)
  return text.replaceAll(/\s+/g, ' ').slice(0, 120)
}

const isSet = (setting: Setting | undefined): boolean => typeof setting === 'boolean' || plain(setting) !== ''

const shown = (setting: Setting | undefined): string => {
  if (typeof setting === 'boolean') return setting ? say('yes') : say('no')
  return plain(setting) || say('none')
}

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
      ? rows.map((one) => (one.how === 'left' ? one : { ...one, becomes: say('keepsOwn'), how: 'left' as const }))
      : rows
  const people: PlanRow[] = [...(departing.remarks ?? [])]
  planPeople(departing, (how, what, was, becomes) => people.push({ what, was, becomes, how }))
  return { settings: exists && !takeSettings ? {} : settings, rows: [...kept, ...people] }
}

type AddRow = (how: PlanRow['how'], what: string, was: string, becomes: string) => void

function planFacts(departing: Departing, settings: NewSettings, row: AddRow): void {
  const { title, name, description, language, archive, joining, maxSize } = departing
  settings.title = (title || name).slice(0, 100)
  row('taken', say('name'), title || name, settings.title)
  if (description) {
    settings.description = description.slice(0, 5_000)
    row('taken', say('description'), shown(description), shown(settings.description))
  }
  const locale = localeOf(language)
  settings.language = locale ?? 'en'
  if (language) row(locale ? 'taken' : 'changed', say('language'), language, locale ?? say('languageEnglish'))
  planAccess(archive, joining, settings, row)
  planSize(maxSize, settings, row)
}

function planAccess(archive: Departing['archive'], joining: Departing['joining'], settings: NewSettings, row: AddRow): void {
  if (archive) {
    settings.archive = archive === 'none' ? 'group' : archive
    const [was, becomes] = {
      public: [say('archivePublicWas'), say('archivePublic')] as const,
      subscribers: [say('archiveSubscribersWas'), say('archiveSubscribers')] as const,
      none: [say('archiveNoneWas'), say('archiveNone')] as const,
    }[archive]
    row(archive === 'none' ? 'changed' : 'taken', say('archive'), was, becomes)
  }
  if (joining) {
    settings.joinPolicy = joining
    const [was, becomes] = {
      open: [say('joiningOpenWas'), say('joiningOpen')] as const,
      confirm: [say('joiningConfirmWas'), say('joiningConfirm')] as const,
      vetted: [say('joiningVettedWas'), say('joiningVetted')] as const,
    }[joining]
    row(joining === 'open' ? 'changed' : 'taken', say('joining'), was, becomes)
  }
}

function planSize(maxSize: number | undefined, settings: NewSettings, row: AddRow): void {
  if (maxSize === undefined) return
  settings.maxSize = limitOf(maxSize)
  const limit = { mb: settings.maxSize / 1024 / 1024 }
  const was = say('kilobytes', { n: maxSize < 0 ? maxSize / 1024 : Math.round(maxSize / 1024) })
  if (maxSize < 0) row('clash', say('largest'), was, say('largestBelow', limit))
  else if (maxSize === 0) row('changed', say('largest'), say('noLimit'), say('largestMost', limit))
  else row(maxSize === settings.maxSize ? 'taken' : 'changed', say('largest'), was, say('largestWhole', limit))
}

function planReplies({ settings: was }: Departing, settings: NewSettings, row: AddRow): void {
  const target = was.reply_goes_to_list
  if (target === 0 || target === 'no_munging') {
    settings.repliesTo = 'author'
    row('taken', say('replies'), say('repliesAuthorWas'), say('repliesAuthor'))
  } else if (target === 1 || target === 'point_to_list') {
    settings.repliesTo = 'list'
    row('taken', say('replies'), say('repliesListWas'), say('repliesList'))
  } else if (target !== undefined) {
    settings.repliesTo = 'author'
    const address = plain(was.reply_to_address)
    if (address === '') row('clash', say('replies'), say('repliesMissing'), say('repliesAuthor'))
    else row('left', say('replies'), say('repliesAddressWas', { address }), say('repliesAddress'))
  }
  if (yes(was.anonymous_list)) row('left', say('anonymous'), say('yes'), say('anonymousLeft'))
  if (isSet(was.subject_prefix)) row('left', say('prefix'), shown(was.subject_prefix), say('breaksSignature'))
  const footer = was.msg_footer ?? was.footer_uri
  if (isSet(footer)) row('left', say('footer'), shown(footer), say('breaksSignature'))
}

function planHabits({ settings: was }: Departing, settings: NewSettings, row: AddRow): void {
  if (yes(was.emergency)) {
    settings.emergency = true
    row('taken', say('emergency'), say('on'), say('emergencyOn'))
  }
  if (yes(was.admin_notify_mchanges)) {
    settings.tellChanges = true
    row('changed', say('changesTold'), say('eachTime'), say('onceADay'))
  }
  if (was.digestable !== undefined && was.nondigestable !== undefined && !yes(was.digestable) && !yes(was.nondigestable))
    row('clash', say('digests'), say('digestsNeither'), say('digestsChoose'))
  if (yes(was.digest_is_default)) {
    const mime = yes(was.mime_is_default_digest)
    settings.receiving = mime ? 'mime_digest' : 'plain_digest'
    row('taken', say('newGet'), say('aDigest'), mime ? say('mimeDigest') : say('plainDigest'))
  }
  planWelcome(was, settings, row)
  planStrangers(was, settings, row)
  for (const [name, title, becomes] of untranslated) if (isSet(was[name])) row('left', title, shown(was[name]), becomes)
}

/** What Mailman 2.1 writes before its own welcome; a text with places to fill in is for a person. */
function planWelcome({ welcome_msg: words }: Departing['settings'], settings: NewSettings, row: AddRow): void {
  if (typeof words !== 'string' || words.trim() === '') return
  if (/%\(|[{}]/.test(words) || words.length > 4_000) row('left', say('welcome'), shown(words), say('putUnderNotices'))
  else {
    settings.welcome = words.trim()
    row('taken', say('welcome'), shown(words), say('welcomeKept'))
  }
}

const strangerActions = ['accept', 'hold', 'reject', 'discard'] as const
const actionWords: Record<NonMemberAction, [was: string, becomes: string]> = {
  accept: [say('accept'), say('strangersAccept')],
  hold: [say('hold'), say('strangersHold')],
  reject: [say('reject'), say('strangersReject')],
  discard: [say('discard'), say('strangersDiscard')],
}

function planStrangers(was: Departing['settings'], settings: NewSettings, row: AddRow): void {
  const strangers = was.generic_nonmember_action ?? was.default_nonmember_action
  if (strangers !== undefined) {
    const named = strangerActions.find((one, i) => i === strangers || one === strangers)
    const action = named ?? 'hold'
    settings.strangers = action
    row('taken', say('strangersMail'), named ? actionWords[named][0] : shown(strangers), actionWords[action][1])
  }
  if (yes(was.default_member_moderation) || was.default_member_action === 'hold') {
    settings.firstPosts = true
    row('changed', say('newMembers'), say('moderated'), say('firstPosts'))
  }
  if (was.unsubscribe_policy !== undefined && was.unsubscribe_policy !== 0 && was.unsubscribe_policy !== 'open')
    row('changed', say('leaving'), was.unsubscribe_policy === 1 ? say('needsApproval') : shown(was.unsubscribe_policy), say('leavingFree'))
  if (was.advertised === false || was.advertised === 0) row('left', say('notAdvertised'), say('yes'), say('notAdvertisedLeft'))
}

function planViews({ settings: was }: Departing, row: AddRow): void {
  const roster = rosters[String(was.private_roster ?? was.member_roster_visibility)]
  if (roster) row('changed', say('whoSees'), roster, say('moderatorsOnly'))
  if (yes(was.from_is_list) || yes(was.dmarc_moderation_action) || (was.dmarc_mitigate_action ?? 'no_mitigation') !== 'no_mitigation')
    row('changed', say('from'), say('fromWas'), say('fromNow'))
}

// What owners look for, and what does not come along by itself. Defaults of Mailman are not listed.
const untranslated: [name: string, title: string, becomes: string][] = [
  ['topics', say('topics'), say('topicsLeft')],
  ['welcome_message_uri', say('welcome'), say('putUnderNotices')],
  ['goodbye_msg', say('farewell'), say('putUnderNotices')],
  ['acceptable_aliases', say('otherNames'), say('aliasesLeft')],
  ['linked_newsgroup', say('newsgroup'), say('noCounterpart')],
  ['regular_include_lists', say('otherLists'), say('otherListsLeft')],
]
// Who may see who is subscribed: 0 and 1 in Mailman 2.1.
const rosters: Record<string, string> = {
  0: say('anybody'),
  false: say('anybody'),
  1: say('members'),
  true: say('members'),
  public: say('anybody'),
  members: say('members'),
}

const deliveries: Record<Delivery, (n: number) => [was: string, becomes: string]> = {
  each: (n) => [say('withEach', { n }), say('getEach')],
  mime: (n) => [say('withMime', { n }), say('getMime')],
  plain: (n) => [say('withPlain', { n }), say('getPlain')],
  summary: (n) => [say('withSummary', { n }), say('getSummary')],
  none: (n) => [say('withNone', { n }), say('getNone')],
}

function planPeople(departing: Departing, row: AddRow): void {
  const { members, nonMembers, bans, held, applicants, owners, moderators, program } = departing
  for (const [delivery, some] of Map.groupBy(members, (member) => member.delivery))
    row(delivery === 'summary' ? 'changed' : 'taken', say('membersRow'), ...deliveries[delivery](some.length))
  planFlags(members, row)
  const refused = new Set([
    ...bans,
    ...nonMembers.filter(({ action }) => action === 'discard' || action === 'reject').map(({ pattern }) => pattern),
  ])
  const both = members.filter(({ email }) => refused.has(email))
  if (both.length > 0) {
    const addresses = plain(both.map(({ email }) => email))
    row('clash', say('bans'), say('bothWas', { n: both.length, addresses }), say('bothStay'))
  }
  if (bans.length > 0) row('taken', say('bans'), say('patterns', { n: bans.length }), say('neitherJoinNorWrite'))
  for (const [action, some] of Map.groupBy(nonMembers, (one) => one.action)) {
    const [was, becomes] = actionWords[action]
    row('taken', say('strangers'), say('withAction', { n: some.length, action: was }), becomes)
  }
  if (held.length > 0) row('taken', say('held'), say('heldWas', { n: held.length }), say('heldStay'))
  if (applicants.length > 0) row('taken', say('applicants'), say('applicantsWas', { n: applicants.length }), say('applicantsStay'))
  if (owners.length + moderators.length > 0) row('left', say('ownersModerators'), shown([...owners, ...moderators]), say('ownersRoster'))
  else if (program !== 'file') row('clash', say('owners'), say('none'), say('ownersNone'))
  if (program === 'mailman2') row('left', say('passwords'), say('passwordsWas'), say('passwordsLeft'))
  for (const problem of departing.problems.slice(0, 100)) row('left', say('unreadable'), problem, say('leftOut'))
}

function planFlags(members: Departing['members'], row: AddRow): void {
  const dead = members.filter(({ stopped }) => stopped === 'bounces').length
  const moderated = members.filter((one) => one.moderated).length
  const notMine = members.filter((one) => one.notMine).length
  const noCopies = members.filter((one) => one.noCopies).length
  if (dead > 0) row('changed', say('membersRow'), say('stoppedByBounces', { n: dead }), say('stoppedStay'))
  if (moderated > 0) row('taken', say('membersRow'), say('moderatedWas', { n: moderated }), say('moderatedStay'))
  if (notMine > 0) row('taken', say('membersRow'), say('notMineWas', { n: notMine }), say('notMineStay'))
  if (noCopies > 0) row('taken', say('membersRow'), say('noCopiesWas', { n: noCopies }), say('noCopiesStay'))
}
