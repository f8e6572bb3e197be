import { keptOf } from '../lib/ui/kept.ts'
import { type Departing, type HeldPost, type Member, type NonMemberAction, type Setting, unknownList, whyNoAddress } from './rules.ts'

const reasons = keptOf('imports', 'reasons')

/** Asks a REST API of Mailman 3 (or what was kept of its answers) for one resource; undefined where there is none (404). */
export type Ask = (path: string) => Promise<unknown>

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\0', '') : '')
const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const perPage = 500
const mostPages = 2_000

/** All entries of a collection, page by page. */
async function* entriesOf(ask: Ask, path: string): AsyncGenerator<Json> {
  for (let page = 1; page <= mostPages; page++) {
    const answer = await ask(`${path}?count=${perPage}&page=${page}`)
    const entries = isJson(answer) && Array.isArray(answer.entries) ? answer.entries.filter(isJson) : []
    yield* entries
    if (entries.length < perPage) return
  }
}

/** The lists that an API has, by their posting addresses. */
export async function namesAt(ask: Ask): Promise<string[]> {
  const names: string[] = []
  for await (const list of entriesOf(ask, 'lists')) names.push(textOf(list.fqdn_listname).toLowerCase())
  return names.filter(Boolean)
}

/**
 * Reads a list of Mailman 3 from its REST API (3.0 or 3.1), or from an export of its answers.
 * @param address the list's posting address
 * @returns undefined where the API has no such list
 */
export async function readRest(ask: Ask, address: string): Promise<Departing | undefined> {
  const config = await ask(`lists/${address}/config`)
  if (!isJson(config)) return undefined
  const [name = '', host = ''] = address.toLowerCase().split('@')
  const problems: string[] = []
  const roster = (role: string) => rosterOf(ask, address, role, problems)
  const stopped = moderationOf(config.default_member_action)
  const members: Member[] = []
  for (const entry of await roster('member')) members.push(await memberOf(ask, entry, stopped))
  return {
    ...unknownList('mailman3', name, host),
    title: textOf(config.display_name) || name,
    description: [textOf(config.description), textOf(config.info)].filter(Boolean).join('\n\n'),
    language: textOf(config.preferred_language),
    archive: { public: 'public', private: 'subscribers', never: 'none' }[textOf(config.archive_policy)] as Departing['archive'],
    joining: { open: 'open', confirm: 'confirm', moderate: 'vetted', confirm_then_moderate: 'vetted' }[
      textOf(config.subscription_policy)
    ] as Departing['joining'],
    // Mailman counts in kibibytes.
    maxSize: numberOf(config.max_message_size) === undefined ? undefined : (numberOf(config.max_message_size) as number) * 1024,
    owners: emailsOf(await roster('owner')),
    moderators: emailsOf(await roster('moderator')),
    members,
    nonMembers: await nonMembersOf(ask, address, problems, config),
    bans: await textsOf(ask, `lists/${address}/bans`, 'email'),
    held: await heldOf(ask, address),
    applicants: await applicantsOf(ask, address, problems),
    settings: await settingsOf(ask, address, config),
    problems,
  }
}

interface RosterEntry {
  email: string
  entry: Json
}

async function rosterOf(ask: Ask, address: string, role: string, problems: string[]): Promise<RosterEntry[]> {
  const found = new Map<string, RosterEntry>()
  for await (const entry of entriesOf(ask, `lists/${address}/roster/${role}`)) {
    const email = (textOf(entry.email) || textOf(entry.address).split('/').at(-1) || '').trim().toLowerCase()
    const why = whyNoAddress(email)
    if (why) problems.push(reasons('in', { field: role, why }))
    else found.set(email, { email, entry })
  }
  return [...found.values()]
}

const emailsOf = (roster: RosterEntry[]): string[] => roster.map(({ email }) => email)

const deliveries = { regular: 'each', plaintext_digests: 'plain', mime_digests: 'mime', summary_digests: 'summary' } as const
const stops = { by_user: 'member', by_moderator: 'owner', by_bounces: 'bounces', unknown: 'unknown' } as const

const moderationOf = (action: unknown): boolean => action === 'hold' || action === 'reject' || action === 'discard'

/** What is delivered to a member says only the sum of their preferences; the roster may know no more than the mode. */
async function memberOf(ask: Ask, { email, entry }: RosterEntry, moderatedByDefault: boolean): Promise<Member> {
  const id = textOf(entry.member_id) || textOf(entry.self_link).split('/').at(-1) || ''
  const asked = /^[\w-]{1,64}$/.test(id) ? await ask(`members/${id}/all/preferences`) : undefined
  const preferences = isJson(asked) ? asked : {}
  const mode = textOf(preferences.delivery_mode) || textOf(entry.delivery_mode)
  const stopped = stops[textOf(preferences.delivery_status) as keyof typeof stops]
  const action = textOf(entry.moderation_action)
  return {
    email,
    name: textOf(entry.display_name).replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    language: textOf(preferences.preferred_language),
    delivery: stopped ? 'none' : (deliveries[mode as keyof typeof deliveries] ?? 'each'),
    ...(stopped ? { stopped } : {}),
    moderated: action === '' ? moderatedByDefault : moderationOf(action),
    notMine: preferences.receive_own_postings === false,
    noCopies: preferences.receive_list_copy === false,
  }
}

const actions: Record<string, NonMemberAction> = { accept: 'accept', defer: 'accept', hold: 'hold', reject: 'reject', discard: 'discard' }

async function nonMembersOf(ask: Ask, address: string, problems: string[], config: Json): Promise<Departing['nonMembers']> {
  const named = (await rosterOf(ask, address, 'nonmember', problems)).flatMap(({ email, entry }) => {
    const action = actions[textOf(entry.moderation_action)]
    // Without an action of its own the address is treated like every stranger: nothing to take along.
    return action ? [{ pattern: email, action }] : []
  })
  const listed = (['accept', 'hold', 'reject', 'discard'] as const).flatMap((action) => {
    const patterns = config[`${action}_these_nonmembers`]
    return Array.isArray(patterns) ? patterns.map((pattern) => ({ pattern: textOf(pattern).trim(), action })) : []
  })
  return [...named, ...listed].filter(({ pattern }) => pattern !== '')
}

async function textsOf(ask: Ask, path: string, field: string): Promise<string[]> {
  const texts: string[] = []
  for await (const entry of entriesOf(ask, path)) texts.push(textOf(entry[field]).trim())
  return texts.filter(Boolean)
}

async function heldOf(ask: Ask, address: string): Promise<HeldPost[]> {
  const held: HeldPost[] = []
  for await (const entry of entriesOf(ask, `lists/${address}/held`)) {
    const raw = textOf(entry.msg)
    if (raw === '') continue
    held.push({
      key: textOf(entry.message_id) || String(entry.request_id ?? held.length),
      from: textOf(entry.sender).toLowerCase(),
      subject: textOf(entry.original_subject) || textOf(entry.subject),
      reason: textOf(entry.reason).slice(0, 500),
      at: instantOf(entry.hold_date),
      raw: Buffer.from(raw, 'utf8').toString('base64'),
    })
  }
  return held
}

/** Mailman writes instants of UTC without a zone. */
function instantOf(value: unknown): string {
  const text = textOf(value)
  const at = new Date(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString()
}

async function applicantsOf(ask: Ask, address: string, problems: string[]): Promise<Departing['applicants']> {
  const applicants: Departing['applicants'] = []
  for await (const entry of entriesOf(ask, `lists/${address}/requests`)) {
    // Who has not confirmed the address yet asks again; who wants to leave has only to say so here.
    if (entry.type !== 'subscription' || entry.token_owner !== 'moderator') continue
    const email = textOf(entry.email).trim().toLowerCase()
    const why = whyNoAddress(email)
    if (why) problems.push(reasons('in', { field: 'requests', why }))
    else applicants.push({ email, name: textOf(entry.display_name).trim().slice(0, 200), at: instantOf(entry.when) })
  }
  return applicants
}

// What stands elsewhere, what is computed, and the one secret.
const noSettings =
  /^(?:moderator_password|http_etag|self_link|.*_address|fqdn_listname|list_name|mail_host|(?:accept|hold|reject|discard)_these_nonmembers)$/

async function settingsOf(ask: Ask, address: string, config: Json): Promise<Record<string, Setting>> {
  const settings: Record<string, Setting> = {}
  for (const [name, value] of Object.entries(config)) {
    const setting = settingOf(value)
    const skipped = noSettings.test(name) && name !== 'reply_to_address'
    if (setting !== undefined && !skipped && name !== '__proto__') settings[name] = setting
  }
  const matches: string[] = []
  for await (const match of entriesOf(ask, `lists/${address}/header-matches`))
    matches.push(`${textOf(match.header)}: ${textOf(match.pattern)}${match.action ? ` | ${textOf(match.action)}` : ''}`)
  if (matches.length > 0) settings.header_matches = matches
  return settings
}

function settingOf(value: unknown): Setting | undefined {
  if (typeof value === 'string') return textOf(value).slice(0, 10_000)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  return Array.isArray(value) ? value.slice(0, 1_000).map(String) : undefined
}
