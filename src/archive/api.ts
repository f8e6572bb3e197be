import { z } from '@hono/zod-openapi'
import { carries, instant, lists, named, needs, pagesAfter, routes, says } from '../lib/ui/api.ts'
import { inDigits } from '../lib/ui/api-paging.ts'
import { safeName, sendFile } from '../lib/ui/download.ts'
import { line } from '../lib/ui/forms.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { getArchive, getMessage, getThreadPage, listAttachments, readRaw } from './core/queries.ts'
import { listMonths, listThreads } from './core/threads-queries.ts'
import { checkAddresses, getAttachment } from './files-queries.ts'

const Thread = named('Thread', {
  root: z.string().openapi({ description: 'Message-ID of its first message.' }),
  subject: z.string(),
  firstAt: instant(),
  lastAt: instant(),
  messages: z.int(),
  people: z.int(),
  names: z.array(z.string()),
})
const Attachment = named('Attachment', {
  position: z.int(),
  filename: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
  inline: z.boolean(),
})
// As on the pages, an archive shows names and no addresses; the raw mail has them, for who is on the list.
const Message = named('Message', {
  messageId: z.string(),
  variant: z.int(),
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

const inList = { list: line(40) }
const ofMessage = { ...inList, message: line(1_000).openapi({ description: 'A Message-ID, without angle brackets.' }) }
const which = { variant: inDigits(z.int().min(1).max(1_000)).default(1) }
const open = needs('read', { open: true })

type Row = Awaited<ReturnType<typeof getMessage>> | Awaited<ReturnType<typeof getThreadPage>>['messages'][number]
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

archiveApi.operation('listThreads', 'GET /lists/{list}/threads', {
  summary: 'Threads, newest first',
  may: open,
  params: inList,
  query: {
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .openapi({ description: 'YYYY-MM (UTC): only threads with a message in it.' }),
  },
  answers: pagesAfter(2, Thread, 'A page of threads.'),
  run: async ({ db, actor, params, query: { after: turned, month, limit } }) => {
    const [at, last] = turned
    const list = await getArchive(db, actor, params.list)
    const after = at === undefined || last === undefined ? undefined : { lastAt: new Date(at), id: last }
    const { threads, next } = await listThreads(db, list.id, { after, month, limit })
    return { items: threads, next: next && [next.lastAt.getTime(), next.id] }
  },
})

archiveApi.operation('countMessagesByMonth', 'GET /lists/{list}/months', {
  summary: 'Number of messages in each month (UTC)',
  may: open,
  params: inList,
  answers: lists(z.object({ month: z.string(), messages: z.int() }), 'Newest first.'),
  run: async ({ db, actor, params }) => {
    const list = await getArchive(db, actor, params.list)
    return listMonths(db, list.id)
  },
})

archiveApi.operation('getThread', 'GET /lists/{list}/threads/{message}', {
  summary: 'The thread of a message, oldest first',
  may: open,
  params: ofMessage,
  answers: lists(Message, 'Its messages; who answers whom follows from `references`.'),
  run: async ({ db, actor, params: { list: name, message } }) => {
    const list = await getArchive(db, actor, name)
    const { messages } = await getThreadPage(db, list.id, message)
    const withFiles = messages.filter((one) => one.attachments > 0).map((one) => one.id)
    const files = await listAttachments(db, withFiles)
    return messages.map((one) => shown(one, files))
  },
})

archiveApi.operation('getMessage', 'GET /lists/{list}/messages/{message}', {
  summary: 'One message',
  may: open,
  params: ofMessage,
  query: which,
  answers: says(
    Message.extend({ variants: z.int().openapi({ description: 'How many messages came with this Message-ID.' }) }),
    'The message.',
  ),
  run: async ({ db, actor, params: { list: name, message: messageId }, query }) => {
    const list = await getArchive(db, actor, name)
    const message = await getMessage(db, list.id, messageId, query.variant)
    const files = message.attachments > 0 ? await listAttachments(db, [message.id]) : []
    return { ...shown(message, files), variants: message.variants }
  },
})

archiveApi.operation('getMessageSource', 'GET /lists/{list}/messages/{message}/raw', {
  summary: 'The source of a message, byte for byte',
  may: needs('read'),
  params: ofMessage,
  query: which,
  answers: carries('message/rfc822', 'The mail.'),
  run: async ({ db, actor, params: { list: name, message: messageId }, query, c }) => {
    const list = await getArchive(db, actor, name)
    const message = await getMessage(db, list.id, messageId, query.variant)
    checkAddresses(actor, list)
    const raw = await readRaw(db, message.rawId)
    return sendFile(c, { name: `${safeName(message.subject, 'message')}.eml`, type: 'message/rfc822' }, raw)
  },
})

archiveApi.operation('getAttachment', 'GET /lists/{list}/messages/{message}/attachments/{position}', {
  summary: 'An attachment',
  may: open,
  params: ofMessage,
  query: which,
  answers: carries('application/octet-stream', 'Its bytes, with the type that the mail gave.'),
  run: async ({ db, actor, params: { list: name, message: messageId, position }, query, c }) => {
    const list = await getArchive(db, actor, name)
    const message = await getMessage(db, list.id, messageId, query.variant)
    const { name: filename, type, content } = await getAttachment(c.var, list, message, position)
    return sendFile(c, { name: filename, type, size: content.length }, content)
  },
})
