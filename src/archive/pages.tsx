import { NotFound } from '../errors.ts'
import { idsOf } from '../lib/db/rows.ts'
import { writeMbox } from '../lib/mail/mbox-write.ts'
import { safeName, sendFile } from '../lib/ui/download.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { frameMail, framePolicy } from '../lib/ui/html-mail.ts'
import { messagePath, threadPath } from '../lib/ui/paths.ts'
import { type C, pageOf, pages } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself, mayCollate, mayModerate, mayOwn, mayPost, maySeeAddresses } from '../policy.ts'
import { visitThread } from './core/actions.ts'
import {
  getArchive,
  getMessage,
  getThread,
  getThreadPage,
  type List,
  listAttachments,
  listNewestMessages,
  readMails,
  readRaw,
} from './core/queries.ts'
import { listMonths, listThreads, type ThreadCursor } from './core/threads-queries.ts'
import { listErasuresOf } from './erasure-queries.ts'
import { atomFeed } from './feed.tsx'
import { checkAddresses, getAttachment } from './files-queries.ts'
import { archiveWords } from './page-words.ts'
import { answerTo } from './rules.ts'
import { ThreadPage } from './thread-view.tsx'
import { isThreadHeld, listEdits } from './threading/queries.ts'
import { MessagePage, ThreadsPage } from './views.tsx'

const t = textsOf('archive', 'pagesPage')

/** A page's place in newest-first order, as it stands in an address. */
function readCursor(text: string | undefined): ThreadCursor | undefined {
  const [time, id] = (text ?? '').split('.').map(Number)
  return time && id && Math.abs(time) < 8.64e15 ? { lastAt: new Date(time), id } : undefined
}

const monthOf = (text: string | undefined): string | undefined => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '') ? text : undefined)

const archiveOf = (c: C) => getArchive(c.var.db, c.var.actor, c.req.param('list') ?? '', c.var.shown?.lists)

/** The message at this address, of a list that this person may read. */
async function messageAt(c: C) {
  const list = await archiveOf(c)
  return { list, message: await getMessage(c.var.db, list.id, c.req.param('id') ?? '', Number(c.req.query('v') ?? 1) || 1) }
}

/** Sends a feed, or nothing where the reader has its newest message already. */
function sendFeed(
  c: C,
  list: { name: string; archive: string },
  title: string,
  page: string,
  messages: Awaited<ReturnType<typeof listNewestMessages>>,
): Response {
  const newest = messages.reduce((most, message) => Math.max(most, message.id), 0)
  const changed = messages.reduce((most, { changedAt }) => Math.max(most, changedAt?.getTime() ?? 0), 0)
  const headers = {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': `${list.archive === 'public' ? 'public' : 'private'}, max-age=300`,
    etag: `"${newest}-${messages.length}-${changed}-${c.var.actor.locale}"`,
  }
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  const { baseUrl } = c.var.site
  const facts = { title, self: `${baseUrl}${c.req.path}`, page: `${baseUrl}${page}`, baseUrl, list: list.name, locale: c.var.actor.locale }
  return c.body(atomFeed(facts, messages), 200, headers)
}

/** What messages have become, as this person may see it. */
const outcomesOf = ({ var: { db, actor, offers, shown } }: C, messages: { id: number }[]) =>
  offers.listOutcomes(db, actor, idsOf(messages), actor.locale, shown)

/** Who wrote messages, as far as this person may open their pages. */
async function writersOf({ var: { db, actor, offers } }: C, messages: { personId: number | null }[]): Promise<ReadonlySet<number>> {
  if (actor.personId === null) return new Set()
  const written = new Set(messages.flatMap(({ personId }) => personId ?? []))
  return new Set(idsOf(await offers.listNamed(db, actor, [...written])))
}

/** Their own message: they may make a user case of it. */
const isOwn = (c: C, { personId }: { personId: number | null }): boolean =>
  personId !== null && personId === c.var.actor.personId && !c.var.actor.vendorSide

/** Whom a moderator asks to delete what a message says, with its address. */
async function askOut({ var: { db, actor, site, offers } }: C, list: List, { messageId, variant }: { messageId: string; variant: number }) {
  if (!mayModerate(actor, list) || mayOwn(actor, list)) return undefined
  return {
    path: `${site.baseUrl}${messagePath(list.name, messageId, variant)}`,
    deleters: await offers.listInCharge(db, list.groupId, actor.at),
  }
}

/** The page of a thread. */
export async function showThread(c: C) {
  const { db, actor, write, offers } = c.var
  const list = await archiveOf(c)
  const posts = mayPost(actor, list)
  const { personId } = actor
  const page = pageOf(c)
  const { thread, messages, seen, choice } = await getThreadPage(db, list.id, c.req.param('id') ?? '', { personId, page })
  const threadId = thread.id
  const withFiles = messages.filter((message) => message.attachments > 0).map((message) => message.id)
  const files = withFiles.length > 0 ? await listAttachments(db, withFiles) : []
  const newest = messages.reduce((most, message) => Math.max(most, message.id), 0)
  if (personId !== null && newest > (seen ?? 0))
    await visitThread(write, { personId, threadId, messageId: newest }).catch((error: unknown) => {
      // While somebody else changes their row the page comes all the same, and the next visit is noted.
      if ((error as { code?: string }).code !== '55P03') throw error
    })
  return c.var.page(
    hideAddresses(thread.subject),
    <ThreadPage
      {...{ list, thread, messages, files, page }}
      {...(seen === null ? {} : { seen })}
      erasures={await listErasuresOf(db, messages)}
      mayOwn={mayOwn(actor, list)}
      mayAsk={mayModerate(actor, list) && !mayOwn(actor, list)}
      outcomes={await outcomesOf(c, messages)}
      writers={await writersOf(c, messages)}
      mayCapture={mayCollate(actor, list.groupId)}
      personId={actor.vendorSide ? null : personId}
      flat={c.req.query('view') === 'flat'}
      mayPost={posts}
      choice={actor.listIds.includes(list.id) && isHerself(actor) ? (choice ?? 'none') : undefined}
      edits={mayModerate(actor, list) ? await listEdits(db, list.id, threadId) : undefined}
      held={posts && (await isThreadHeld(db, list.id, [thread.root]))}
      {...(posts ? { draft: await offers.findDraft(db, actor, threadPath(list.name, thread.root)) } : {})}
      takesMail={maySeeAddresses(actor, list)}
    />,
    {
      head: (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={hideAddresses(thread.subject)}
          href={`${threadPath(list.name, thread.root)}/feed.atom`}
        />
      ),
    },
  )
}

export const archivePages = pages()
  .get('/lists/:list/threads', async (c) => {
    const { db, actor, shown } = c.var
    const list = await archiveOf(c)
    const month = monthOf(c.req.query('month'))
    const unanswered = month === undefined && c.req.query('unanswered') !== undefined
    const after = readCursor(c.req.query('after'))
    const [{ threads, next }, months] = await Promise.all([
      listThreads(db, list.id, { after, month, unanswered, personId: actor.personId }),
      listMonths(db, list.id, shown?.versionOf(list)),
    ])
    const older =
      next &&
      `?${new URLSearchParams({ ...(month ? { month } : {}), ...(unanswered ? { unanswered: '' } : {}), after: `${next.lastAt.getTime()}.${next.id}` })}`
    return c.var.page(
      archiveWords(actor.locale).threads({ list: list.title }),
      <ThreadsPage
        list={list}
        {...{ threads, months, month, older, unanswered }}
        further={after !== undefined}
        takesMail={maySeeAddresses(actor, list)}
      />,
      {
        head: <link rel="alternate" type="application/atom+xml" title={list.title} href={`/lists/${list.name}/feed.atom`} />,
        action: mayPost(actor, list) ? { href: `/lists/${list.name}/write`, label: t.newMessage } : undefined,
      },
    )
  })
  .get('/lists/:list/feed.atom', async (c) => {
    const list = await archiveOf(c)
    const messages = await listNewestMessages(c.var.db, { listId: list.id, now: c.var.actor.at })
    return sendFeed(c, list, list.title, `/lists/${list.name}/threads`, messages)
  })
  .get('/lists/:list/mbox', async (c) => {
    const list = await archiveOf(c)
    checkAddresses(c.var.actor, list)
    const month = monthOf(c.req.query('month'))
    const name = `${list.name}${month ? `-${month}` : ''}.mbox`
    return sendFile(c, { name, type: 'application/mbox' }, writeMbox(readMails(c.var.db, { listId: list.id, month })))
  })

  .get('/lists/:list/t/:id', showThread)
  .get('/lists/:list/t/:id/feed.atom', async (c) => {
    const { list, message } = await messageAt(c)
    const thread = await getThread(c.var.db, message.threadId)
    const messages = await listNewestMessages(c.var.db, { listId: list.id, threadId: thread.id, now: c.var.actor.at })
    return sendFeed(c, list, `${hideAddresses(thread.subject)} (${list.title})`, threadPath(list.name, thread.root), messages)
  })
  .get('/lists/:list/t/:id/mbox', async (c) => {
    const { list, message } = await messageAt(c)
    checkAddresses(c.var.actor, list)
    const name = `${safeName(message.subject, 'thread')}.mbox`
    return sendFile(c, { name, type: 'application/mbox' }, writeMbox(readMails(c.var.db, { listId: list.id, threadId: message.threadId })))
  })

  .get('/lists/:list/m/:id', async (c) => {
    const { list, message } = await messageAt(c)
    const files = message.attachments > 0 ? await listAttachments(c.var.db, [message.id]) : []
    return c.var.page(
      hideAddresses(message.subject),
      <MessagePage
        {...{ list, message, files }}
        erasures={await listErasuresOf(c.var.db, [message])}
        outcomes={await outcomesOf(c, [message])}
        writers={await writersOf(c, [message])}
        mayCapture={mayCollate(c.var.actor, list.groupId) || isOwn(c, message)}
        mayOwn={mayOwn(c.var.actor, list)}
        askOut={await askOut(c, list, message)}
        mayPost={mayPost(c.var.actor, list)}
        takesMail={maySeeAddresses(c.var.actor, list)}
        personId={c.var.actor.personId}
      />,
    )
  })

  .get('/lists/:list/m/:id/raw', async (c) => {
    const { list, message } = await messageAt(c)
    checkAddresses(c.var.actor, list)
    const raw = await readRaw(c.var.db, message.rawId)
    return sendFile(c, { name: `${safeName(message.subject, 'message')}.eml`, type: 'message/rfc822', size: raw.length }, raw)
  })

  // No page of an archive has an address in it: this leads to the reader's own mail program, with the one that they answer.
  .get('/lists/:list/m/:id/author', async (c) => {
    const { list, message } = await messageAt(c)
    checkAddresses(c.var.actor, list)
    if (message.fromEmail === '') throw new NotFound(refusals.thereIsNoSuchPage)
    return c.redirect(answerTo(message), 303)
  })

  .get('/lists/:list/m/:id/html', async (c) => {
    const { list, message } = await messageAt(c)
    const { html, attachments } = await c.var.parse(await readRaw(c.var.db, message.rawId))
    if (html === null) throw new NotFound(t.thisMessageHasNoHtmlPart)
    const picture = (contentId: string) => {
      const found = attachments.find((attachment) => attachment.contentId === contentId)
      return found && { type: found.type, bytes: found.content }
    }
    const hidden = !maySeeAddresses(c.var.actor, list)
    const whose = { title: hideAddresses(message.subject), href: messagePath(list.name, message.messageId, message.variant) }
    return c.body(frameMail(html, { locale: c.var.actor.locale, picture, hidden, whose }).page, 200, {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': framePolicy,
      'referrer-policy': 'no-referrer',
    })
  })

  .get('/lists/:list/m/:id/a/:position', async (c) => {
    const { list, message } = await messageAt(c)
    const { name, type, content } = await getAttachment(c.var, list, message, Number(c.req.param('position')))
    return sendFile(c, { name, type, size: content.length }, content)
  })
