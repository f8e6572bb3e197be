import { stream } from 'hono/streaming'
import { NotFound } from '../errors.ts'
import { readMessage } from '../mail/parse.ts'
import type { Locale } from '../ui/format.ts'
import { frameMail, framePolicy } from '../ui/html-mail.ts'
import { pages } from '../ui/web.tsx'
import {
  getArchive,
  getMessage,
  listAttachments,
  listMonths,
  listThreadMessages,
  listThreads,
  readRaw,
  type ThreadCursor,
} from './queries.ts'
import { MessagePage, ThreadPage, ThreadsPage } from './views.tsx'

/** A page's place in newest-first order, as it stands in an address. */
export function readCursor(text: string | undefined): ThreadCursor | undefined {
  const [time, id] = (text ?? '').split('.').map(Number)
  return time && id ? { lastAt: new Date(time), id } : undefined
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** A name that is safe in a header and on a disk. */
export const safeName = (name: string, otherwise: string): string => name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_').slice(0, 120) || otherwise

/** What a file that somebody sent is downloaded with: it never runs here. */
export const attachmentHeaders = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'private, max-age=3600',
})

export const archivePages = pages()
  .get('/lists/:list/threads', async (c) => {
    const { db, actor } = c.var
    const list = await getArchive(db, actor, c.req.param('list'))
    const month = monthPattern.test(c.req.query('month') ?? '') ? c.req.query('month') : undefined
    const [{ threads, next }, months] = await Promise.all([
      listThreads(db, list.id, { after: readCursor(c.req.query('after')), month }),
      listMonths(db, list.id),
    ])
    const older = next && `?${new URLSearchParams({ ...(month ? { month } : {}), after: `${next.lastAt.getTime()}.${next.id}` })}`
    return c.var.page({
      title: `${list.title}: threads`,
      children: <ThreadsPage list={list} threads={threads} months={months} month={month} older={older} />,
    })
  })

  .get('/lists/:list/t/:id', async (c) => {
    const { db, actor } = c.var
    const list = await getArchive(db, actor, c.req.param('list'))
    const { threadId } = await getMessage(db, list.id, c.req.param('id'))
    const messages = await listThreadMessages(db, threadId)
    const files = await listAttachments(
      db,
      messages.filter((message) => message.attachments > 0).map((message) => message.id),
    )
    return c.var.page({
      title: messages[0]?.subject ?? list.title,
      children: (
        <ThreadPage
          list={list}
          messages={messages}
          files={files}
          flat={c.req.query('view') === 'flat'}
          mayPost={actor.listIds.includes(list.id)}
          signedIn={actor.personId !== null}
        />
      ),
    })
  })

  .get('/lists/:list/m/:id', async (c) => {
    const { db, actor } = c.var
    const list = await getArchive(db, actor, c.req.param('list'))
    const message = await getMessage(db, list.id, c.req.param('id'), Number(c.req.query('v') ?? 1) || 1)
    const files = message.attachments > 0 ? await listAttachments(db, [message.id]) : []
    return c.var.page({
      title: message.subject,
      children: <MessagePage list={list} message={message} files={files} signedIn={actor.personId !== null} />,
    })
  })

  .get('/lists/:list/m/:id/raw', async (c) => {
    const { db, actor } = c.var
    const list = await getArchive(db, actor, c.req.param('list'))
    const message = await getMessage(db, list.id, c.req.param('id'), Number(c.req.query('v') ?? 1) || 1)
    // Raw mail carries addresses: not for robots, even where the archive is public.
    if (actor.personId === null) throw new NotFound('No such message.')
    const raw = await readRaw(db, message.rawId)
    return c.body(raw as unknown as ArrayBuffer, 200, {
      ...attachmentHeaders('message/rfc822', `${safeName(message.subject, 'message')}.eml`),
    })
  })

  .get('/lists/:list/m/:id/html', async (c) => {
    const { db, actor } = c.var
    const list = await getArchive(db, actor, c.req.param('list'))
    const message = await getMessage(db, list.id, c.req.param('id'), Number(c.req.query('v') ?? 1) || 1)
    const { html, attachments } = readMessage(await readRaw(db, message.rawId))
    if (html === null) throw new NotFound('This message has no HTML part.')
    const picture = (contentId: string) => {
      const found = attachments.find((attachment) => attachment.contentId === contentId)
      return found && { type: found.type, bytes: found.content }
    }
    return c.body(frameMail(html, { locale: actor.locale as Locale, picture }).page, 200, {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': framePolicy,
      'referrer-policy': 'no-referrer',
    })
  })

  .get('/lists/:list/m/:id/a/:position', async (c) => {
    const { db, actor } = c.var
    const list = await getArchive(db, actor, c.req.param('list'))
    const message = await getMessage(db, list.id, c.req.param('id'), Number(c.req.query('v') ?? 1) || 1)
    const attachment = readMessage(await readRaw(db, message.rawId)).attachments[Number(c.req.param('position'))]
    if (!attachment) throw new NotFound('No such attachment.')
    const name = safeName(attachment.filename, `attachment-${c.req.param('position')}`)
    for (const [header, value] of Object.entries(attachmentHeaders(attachment.type, name))) c.header(header, value)
    c.header('content-length', String(attachment.size))
    return stream(c, async (out) => {
      await out.write(attachment.content)
    })
  })
