import { isThreadHeld } from '../../archive/queries.ts'
import { allTexts } from '../../lib/mail/all-texts.ts'
import type { HoldReason } from '../../list/moderation-rules/fate-rules.ts'
import type { MailList } from '../../list/queries.ts'
import { carryKey } from './gate/actions.ts'
import type { ReadMail } from './read.ts'
import type { Batch } from './takers.ts'

/**
 * Why a moderator looks at a post that the rules of its list let through: it answers where answers are kept back, or it quotes a letter of ours
 * with a link that opens without a session. Its owner forwarded more than they meant to.
 */
export async function whyKeptBack(
  { tx, context, now }: Pick<Batch, 'tx' | 'context' | 'now'>,
  read: ReadMail,
  list: Pick<MailList, 'id'>,
): Promise<HoldReason | undefined> {
  const { references, inReplyTo } = read.message
  if (await isThreadHeld(tx, list.id, [...references, inReplyTo ?? []].flat())) return 'thread-held'
  return carriesKey(context, read, now) ? 'holds-key' : undefined
}

/** Does a mail quote a link of ours that opens something without a session, in what it says, its header or its files? */
export function carriesKey({ site }: Batch['context'], { mail, message }: Pick<ReadMail, 'mail' | 'message'>, now: Date): boolean {
  // A list that is on another list gets its posts with the link by which it leaves that one.
  const isFromList = mail.mailFrom.endsWith(`@${site.mailDomain}`)
  const headers = isFromList ? message.headers.filter(({ name }) => !name.startsWith('list-')) : message.headers
  const texts = [...allTexts({ ...message, headers })]
  return carryKey(site.secret, texts, now) || texts.some((text) => holdsWayIn(text, site.baseUrl))
}

// The link of a code to sign in, and the address of somebody's calendar: neither has a token.
const wayIn = /^\/(?:sign-in\/code\?[^\s"'<>]{0,400}code=|calendar\/[\w-]{32}\.ics)/
const mostLinks = 2_000

function holdsWayIn(text: string, baseUrl: string): boolean {
  const { host } = new URL(baseUrl)
  for (let at = text.indexOf(host), seen = 0; at >= 0 && seen < mostLinks; at = text.indexOf(host, at + host.length), seen++)
    if (wayIn.test(text.slice(at + host.length, at + host.length + 500))) return true
  return false
}
