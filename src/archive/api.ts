import { createRoute, z } from '@hono/zod-openapi'
import { carries, cut, id, instant, needs, Paging, pageOf, pointNext, readCursor, routes, says } from '../lib/ui/api.ts'
import { safeName, sendFile } from '../lib/ui/download.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { line } from '../lib/ui/texts.ts'
import { getArchive, getMessage, listAttachments, listThreadMessages, readRaw } from './core/queries.ts'
import { listMonths, listThreads } from './core/threads-queries.ts'
import { checkAddresses, getAttachment } from './files-queries.ts'

const Thread = z
  .object({
    root: z.string().openapi({ description: 'Message-ID of its first message.' }),
    subject: z.string(),
    firstAt: instant(),
    lastAt: instant(),
    messages: z.number().int(),
    people: z.number().int(),
    names: z.array(z.string()),
  })
  .openapi('Thread')
const Attachment = z
  .object({
    position: z.number().int(),
    filename: z.string(),
    type: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    inline: z.boolean(),
  })
  .openapi('Attachment')
// As on the pages, an archive shows names and no addresses; the raw mail has them, for who is on the list.
const Message = z
  .object({
    messageId: z.string(),
    variant: z.number().int(),
    subject: z.string(),
    from: z.string(),
    institution: z.string().nullable().optional(),
    sentAt: instant(),
    references: z.array(z.string()),
    text: z.string(),
    markdown: z.boolean().openapi({ description: 'The text is Markdown that was written on this site.' }),
    hasHtml: z.boolean(),
    defects: z.array(z.string()),
    attachments: z.array(Attachment),
  })
  .openapi('Message')

const inList = z.object({ list: line(40) })
const ofMessage = inList.extend({ message: line(1_000).openapi({ description: 'A Message-ID, without angle brackets.' }) })
const which = z.object({ variant: z.coerce.number().int().min(1).max(1_000).default(1) })
const open = needs('read', { open: true })

type Row = Awaited<ReturnType<typeof getMessage>> | Awaited<ReturnType<typeof listThreadMessages>>[number]
type Files = Awaited<ReturnType<typeof listAttachments>>

const shown = (message: Row, files: Files) => ({
  ...message,
  from: hideAddresses(message.fromName),
  subject: hideAddresses(message.subject),
  text: hideAddresses(message.text),
  references: message.refs,
  attachments: files
    .filter((file) => file.messageId === message.id)
    .map(({ sha256, ...file }) => ({ ...file, filename: hideAddresses(file.filename), sha256: sha256.toString('hex') })),
})

/** Threads and messages of a list, for who may read its archive. */
export const archiveApi = routes()

archiveApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/threads',
    operationId: 'listThreads',
    summary: 'Threads, newest first',
    ...open,
    request: {
      params: inList,
      query: Paging.extend({
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional()
          .openapi({ description: 'YYYY-MM (UTC): only threads with a message in it.' }),
      }),
    },
    responses: says(pageOf(Thread), 'A page of threads.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, month, limit } = c.req.valid('query')
    const list = await getArchive(db, actor, c.req.valid('param').list)
    const [at, last] = readCursor(cursor, 2) ?? []
    const after = at === undefined || last === undefined ? undefined : { lastAt: new Date(at), id: last }
    const { threads, next } = await listThreads(db, list.id, { after, month, limit })
    const items = threads.map((one) => ({
      ...one,
      subject: hideAddresses(one.subject),
      names: one.names.map((name) => hideAddresses(name)),
    }))
    return c.json(pageOf(Thread).parse({ items, next: pointNext(c, next && [next.lastAt.getTime(), next.id]) }), 200)
  },
)

archiveApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/months',
    operationId: 'countMessagesByMonth',
    summary: 'Number of messages in each month (UTC)',
    ...open,
    request: { params: inList, query: Paging },
    responses: says(pageOf(z.object({ month: z.string(), messages: z.number().int() })), 'Newest first.'),
  }),
  async (c) => {
    const list = await getArchive(c.var.db, c.var.actor, c.req.valid('param').list)
    return c.json(cut(c, c.req.valid('query'), await listMonths(c.var.db, list.id)), 200)
  },
)

archiveApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/threads/{message}',
    operationId: 'getThread',
    summary: 'The thread of a message, oldest first',
    ...open,
    request: { params: ofMessage, query: Paging },
    responses: says(pageOf(Message), 'Its messages; who answers whom follows from `references`.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { list: name, message } = c.req.valid('param')
    const list = await getArchive(db, actor, name)
    const { threadId } = await getMessage(db, list.id, message)
    const messages = await listThreadMessages(db, threadId)
    const files = await listAttachments(
      db,
      messages.filter((one) => one.attachments > 0).map((one) => one.id),
    )
    return c.json(
      cut(
        c,
        c.req.valid('query'),
        messages.map((one) => Message.parse(shown(one, files))),
      ),
      200,
    )
  },
)

archiveApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/messages/{message}',
    operationId: 'getMessage',
    summary: 'One message',
    ...open,
    request: { params: ofMessage, query: which },
    responses: says(
      Message.extend({ variants: z.number().int().openapi({ description: 'How many messages came with this Message-ID.' }) }),
      'The message.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { list: name, message: messageId } = c.req.valid('param')
    const list = await getArchive(db, actor, name)
    const message = await getMessage(db, list.id, messageId, c.req.valid('query').variant)
    const files = message.attachments > 0 ? await listAttachments(db, [message.id]) : []
    return c.json(Message.extend({ variants: z.number() }).parse(shown(message, files)), 200)
  },
)

archiveApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/messages/{message}/raw',
    operationId: 'getMessageSource',
    summary: 'The source of a message, byte for byte',
    ...needs('read'),
    request: { params: ofMessage, query: which },
    responses: carries('message/rfc822', 'The mail.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { list: name, message: messageId } = c.req.valid('param')
    const list = await getArchive(db, actor, name)
    const message = await getMessage(db, list.id, messageId, c.req.valid('query').variant)
    checkAddresses(actor, list)
    const raw = await readRaw(db, message.rawId)
    return sendFile(c, { name: `${safeName(message.subject, 'message')}.eml`, type: 'message/rfc822' }, raw)
  },
)

archiveApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/messages/{message}/attachments/{position}',
    operationId: 'getAttachment',
    summary: 'An attachment',
    ...open,
    request: { params: ofMessage.extend({ position: id() }), query: which },
    responses: carries('application/octet-stream', 'Its bytes, with the type that the mail gave.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { list: name, message: messageId, position } = c.req.valid('param')
    const list = await getArchive(db, actor, name)
    const message = await getMessage(db, list.id, messageId, c.req.valid('query').variant)
    const { name: filename, type, content } = await getAttachment(c.var, list, message, position)
    return sendFile(c, { name: filename, type, size: content.length }, content)
  },
)
