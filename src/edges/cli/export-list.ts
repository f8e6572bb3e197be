import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readMails } from '../../archive/queries.ts'
import { readConfig } from '../../config.ts'
import { findHolders } from '../../groups/queries.ts'
import type { SiteFile } from '../../imports/site-queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { writeMbox } from '../../lib/mail/mbox-write.ts'
import { csvLine } from '../../lib/sheet/write.ts'
import { listHolding } from '../../list/bans/queries.ts'
import { findListToExport, listListNames, listSendersOf, streamMembers } from '../../list/export-queries.ts'
import { aimOf, headerMatchesOf, lookingOf } from '../../list/export-rules.ts'
import { besideIts } from './archive/write.ts'
import { Usage } from './inspect.ts'
import { counted, say, withDatabase } from './open.ts'

const columns = [
  'email',
  'display_name',
  'role',
  'delivery_mode',
  'delivery_status',
  'moderation_action',
  'preferred_language',
  'subscribed_at',
]

// In the words of Mailman 3; it makes summaries, but weekly ones it does not know.
const modes = {
  each: 'regular',
  none: 'regular',
  mime_digest: 'mime_digests',
  plain_digest: 'plaintext_digests',
  weekly: 'summary_digests',
} as const

async function* membersFile(db: Db, listId: number): AsyncGenerator<string> {
  yield csvLine(columns)
  for await (const { email, name, receiving, posting, suspendedAt, locale, since } of streamMembers(db, listId)) {
    const status = suspendedAt ? 'by_bounces' : receiving === 'none' ? 'by_user' : 'enabled'
    yield csvLine([email, name, 'member', modes[receiving], status, posting ?? '', locale, since.toISOString()])
  }
}

type List = NonNullable<Awaited<ReturnType<typeof findListToExport>>>

const subscriptionPolicies = { open: 'open', confirm: 'confirm', vetted: 'confirm_then_moderate', closed: 'moderate' } as const
const archivePolicies = { public: 'public', subscribers: 'private', group: 'private' } as const

/** The settings under the names that Mailman 3 gives them; what it has no name for stands under `rapport`. */
async function settingsOf(db: Db, list: List, mailHost: string, now: Date) {
  const emails = async (...roles: ('coordinator' | 'deputy' | 'moderator')[]) =>
    (await findHolders(db, list.groupId, roles, now)).map((holder) => holder.email).toSorted()
  return {
    list_name: list.name,
    mail_host: mailHost,
    fqdn_listname: `${list.name}@${mailHost}`,
    display_name: list.title,
    description: list.description,
    subscription_policy: subscriptionPolicies[list.joinPolicy],
    unsubscription_policy: 'confirm',
    archive_policy: archivePolicies[list.archive],
    default_member_action: 'accept',
    ...lookingOf(list, await listSendersOf(db, list.id)),
    emergency: list.emergency,
    reply_goes_to_list: list.repliesTo === 'list' ? 'point_to_list' : 'no_munging',
    subject_prefix: list.subjectPrefix,
    preferred_language: list.language,
    // Mailman counts in kibibytes.
    max_message_size: Math.ceil(list.maxSize / 1024),
    created_at: list.createdAt.toISOString(),
    owner: await emails('coordinator', 'deputy'),
    moderator: await emails('moderator'),
    rapport: {
      group: list.groupName,
      archive: list.archive,
      join_policy: list.joinPolicy,
      max_size: list.maxSize,
      header_matches: headerMatchesOf(list.rules),
      bans: (await listHolding(db, list.id, now)).map(aimOf),
    },
  }
}

/**
 * Writes a list into a folder that is not there yet: `LIST.mbox` byte for byte, `members.csv`, `settings.json`. The folder gets its
 * name when all is written.
 * @throws Usage when there is no such list, or the folder is there
 */
export async function exportList(db: Db, { name, folder, mailHost, now }: { name: string; folder: string; mailHost: string; now: Date }) {
  const list = await findListToExport(db, name)
  if (!list) throw new Usage(`there is no list ${name}`)
  let messages = 0
  let members = -1
  async function* counted() {
    for await (const mail of readMails(db, { listId: list?.id ?? 0 })) {
      messages++
      yield mail
    }
  }
  async function* lines() {
    for await (const line of membersFile(db, list?.id ?? 0)) {
      members++
      yield line
    }
  }
  await besideIts(folder, async (partial) => {
    const into = (file: string) => createWriteStream(join(partial, file), { mode: 0o600, flush: true })
    await pipeline(Readable.from(writeMbox(counted())), into(`${list.name}.mbox`))
    await pipeline(Readable.from(lines()), into('members.csv'))
    const settings = await settingsOf(db, list, mailHost, now)
    await writeFile(join(partial, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600, flush: true })
  })
  return { messages, members }
}

/** Members and settings of every list, for an export of the whole site; the mails stand beside them. */
export async function* listFilesOf(db: Db, mailHost: string, now: Date): AsyncGenerator<SiteFile> {
  for (const { name } of await listListNames(db)) {
    const list = await findListToExport(db, name)
    if (!list) continue
    yield { name: `lists/${name}/members.csv`, content: bytesOf(membersFile(db, list.id)) }
    yield { name: `lists/${name}/settings.json`, content: `${JSON.stringify(await settingsOf(db, list, mailHost, now), null, 2)}\n` }
  }
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line)
}

/** `rapport export list LIST --to FOLDER`: the mails, the members and the settings of a list, for any other program. */
export async function exportListCommand(args: string[]): Promise<number> {
  const [what, name, flag, folder, ...more] = args
  if (what !== 'list' || name === undefined || flag !== '--to' || folder === undefined || more.length > 0)
    throw new Usage('export takes: rapport export list LIST --to FOLDER, export site FILE.zip|FOLDER, or export archive FOLDER')
  const config = readConfig()
  return withDatabase(config, 2, async ({ db }) => {
    const { messages, members } = await exportList(db, { name, folder, mailHost: config.mailDomain, now: new Date() })
    say(`${folder}: ${counted(messages, 'message', 'messages')}, ${counted(members, 'member', 'members')}.`)
    return 0
  })
}
