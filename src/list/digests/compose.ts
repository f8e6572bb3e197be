import { randomUUID } from 'node:crypto'
import { listAttachments, readPacked } from '../../archive/queries.ts'
import type { Site } from '../../config.ts'
import { type Db, idsOf } from '../../lib/db/rows.ts'
import type { HtmlPolicy } from '../../lib/db/schema.ts'
import { composeMimeDigest, composeOwn, composePlainDigest, type DigestFrame, type DigestPost } from '../../lib/mail/compose-digest.ts'
import { isOfTypes } from '../../lib/mail/file-types.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import { chromeWords } from '../../lib/ui/chrome-words.ts'
import { shorten } from '../../lib/ui/excerpt.ts'
import { formatBytes, type Locale } from '../../lib/ui/format.ts'
import { textOfPost } from '../../lib/ui/markdown-text.ts'
import { shapeForDigest } from '../../outbox/queries.ts'
import { findRaws, type Post } from './queries.ts'
import { largestWhole } from './rules.ts'
import { digestWords } from './words.ts'

export interface DigestList {
  id: number
  name: string
  title: string
  digestKb: number
  language: string
  html: HtmlPolicy
  linkAboveKb: number | null
  linkTypes: string[]
  dropTypes: string[]
}

const factsOf = ({ baseUrl, mailDomain }: Site, { name, title }: Pick<DigestList, 'name' | 'title'>) => ({
  name: title,
  id: `${name}.${mailDomain}`,
  address: `${name}@${mailDomain}`,
  page: `${baseUrl}/lists/${name}`,
})

const settingsOf = ({ baseUrl }: Site): string => `${baseUrl}/me/subscriptions`
const leaveOf = ({ mailDomain }: Site, { name }: DigestList): string => `${name}-unsubscribe@${mailDomain}`
const linkOf = ({ baseUrl }: Site, list: DigestList, post: Post): string =>
  `${baseUrl}/lists/${list.name}/m/${encodeURIComponent(post.messageId)}`
const versionOf = (post: Post): string => (post.variant > 1 ? `?v=${post.variant}` : '')

// What somebody writes, and not a file that they have pasted.
const longestText = 100_000

/** What a post says, without the marks of what was written here in Markdown. */
function textOf({ text, markdown }: Post, { baseUrl }: Site): string {
  const begin = text.slice(0, longestText)
  return markdown ? textOfPost(begin, baseUrl) : begin
}

interface Way {
  receiving: 'mime_digest' | 'plain_digest'
  locale: Locale
  issue?: { volume: number; number: number }
  at: Date
}

/**
 * Composes a digest of these posts for all who receive it in this way and language.
 * @param issue which one it is; undefined for what came since the last
 */
export async function composeDigest(
  db: Db,
  site: Site,
  list: DigestList,
  posts: Post[],
  { receiving, locale, issue, at }: Way,
): Promise<{ subject: string; bytes: Buffer }> {
  const words = digestWords(locale)
  const facts = factsOf(site, list)
  const frame: DigestFrame = {
    list: facts,
    subject: issue ? words.subject({ list: list.title, volume: issue.volume, number: issue.number }) : words.rest({ list: list.title }),
    masthead: words.masthead({ list: list.title, address: facts.address, settings: settingsOf(site), leave: leaveOf(site, list) }),
    contents: words.contents,
    fileLeftOut: words.fileLeftOut,
    end: words.end({ list: list.title }),
    messageId: `${randomUUID()}@${site.mailDomain}`,
    date: at,
  }
  const mostBytes = largestWhole(list.digestKb)
  const whole = receiving === 'mime_digest'
  const raws = whole
    ? await findRaws(
        db,
        posts.filter(({ size }) => size <= mostBytes).map(({ rawId }) => rawId),
      )
    : new Map<number, Buffer | null>()
  const files = await listAttachments(db, idsOf(posts))
  const digested = await Promise.all(
    posts.map(async (post): Promise<DigestPost & { light: boolean }> => {
      const bytes = raws.get(post.rawId)
      const link = linkOf(site, list, post)
      return {
        // What an owner has removed, or is too large, stands in the digest as what the archive says of it.
        light: !bytes,
        raw: bytes ? shapeForDigest(await readPacked(bytes), post, list, facts, site.baseUrl) : Buffer.alloc(0),
        from: { name: post.fromName, address: post.fromEmail },
        subject: post.subject,
        at: post.sentAt,
        messageId: post.messageId,
        link: `${link}${versionOf(post)}`,
        text: textOf(post, site),
        files: files
          .filter((file) => file.messageId === post.id && !isOfTypes(file, list.dropTypes))
          .map((file) => ({ ...file, size: formatBytes(locale, file.size), link: `${link}/a/${file.position}${versionOf(post)}` })),
      }
    }),
  )
  const bytes = whole ? await composeMimeDigest(frame, digested, mostBytes) : await composePlainDigest(frame, digested)
  return { subject: frame.subject, bytes }
}

// A summary is read on a phone: so many threads, the others are in the archive.
const mostThreads = 40
const firstWords = 200

/** Composes the summary of a week: its threads, who wrote, the first words, and where to read on. */
export async function composeWeekly(
  site: Site,
  list: DigestList,
  posts: Post[],
  locale: Locale,
  at: Date,
): Promise<{ subject: string; bytes: Buffer }> {
  const words = digestWords(locale)
  const facts = factsOf(site, list)
  const threads = [...Map.groupBy(posts, (post) => post.threadId).values()].sort((a, b) => b.length - a.length)
  const said = threads.slice(0, mostThreads).map((of) => {
    const [first] = of as [Post]
    const people = [...new Set(of.map(({ fromName }) => fromName))]
    // What its author says: neither the line that introduces a quotation nor a signature.
    const begin = trimReply(textOf(first, site))
      .visible.split('\n')
      .filter((line) => !line.startsWith('>'))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    const names = people.length > 4 ? `${people.slice(0, 4).join(', ')} …` : people.join(', ')
    return [
      `* ${first.thread}`,
      `  ${words.said({ posts: of.length, people: names })}`,
      ...(begin ? [`  ${shorten(begin, firstWords)}`] : []),
      `  ${site.baseUrl}/lists/${list.name}/t/${encodeURIComponent(first.root)}`,
    ].join('\n')
  })
  const rest = threads.length - said.length
  const text = [
    words.weeklyLead({ list: list.title, threads: threads.length, posts: posts.length }),
    ...said,
    ...(rest > 0 ? [words.more({ threads: rest })] : []),
    `${words.archive}${chromeWords(locale).colon} ${facts.page}/threads\n${words.foot({ settings: settingsOf(site), leave: leaveOf(site, list) })}`,
  ].join('\n\n')
  const subject = words.weekly({ list: list.title })
  return {
    subject,
    bytes: await composeOwn({ list: facts, subject, messageId: `${randomUUID()}@${site.mailDomain}`, date: at }, `${text}\n`),
  }
}
