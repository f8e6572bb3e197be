import { createRoute, z } from '@hono/zod-openapi'
import { id, instant, made, makes, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/texts.ts'
import { writeVersion } from './actions.ts'
import { approveVersion, reviewUnchanged } from './keeping-actions.ts'
import { getDocument, getVersion, listDocuments, listVersions } from './queries.ts'

const Document = z
  .object({
    slug: z.string(),
    title: z.string(),
    host: z.string().openapi({ description: 'The group or user group that it belongs to.' }),
    category: z.enum(['key', 'minutes', 'report', 'other']),
    visibility: z.enum(['public', 'subscribers', 'group']),
    ownerRole: z.string(),
    state: z.enum(['live', 'archived', 'withdrawn', 'removed']),
    datedOn: z.iso.date(),
    reviewOn: z.iso.date().nullable(),
    keepUntil: z.iso.date().nullable(),
    approvedNumber: z.number().int().nullable().openapi({ description: 'The version in force; null: none is approved yet.' }),
  })
  .openapi('Document')

const Version = z
  .object({
    number: z.number().int(),
    note: z.string(),
    madeAt: instant(),
    approvedOn: z.iso.date().nullable(),
    fileName: z.string().nullable(),
    fileType: z.string().nullable(),
    fileSize: z.number().nullable(),
    sha256: z.string().nullable(),
  })
  .openapi('DocumentVersion')

const Text = Version.extend({
  body: z.string().nullable().openapi({ description: 'Markdown; null where the version is a file.' }),
  words: z.string().openapi({ description: 'What a file says, as far as it could be read.' }),
}).openapi('DocumentText')

/** Documents and their versions. */
export const documentsApi = routes()

const one = z.object({ document: line(90) })
const at = z.object({ document: line(90), version: id() })

documentsApi.openapi(
  createRoute({
    method: 'get',
    path: '/documents',
    operationId: 'listDocuments',
    summary: 'Documents: key documents first, then the newest',
    ...needs('read'),
    request: {
      query: Paging.extend({ category: Document.shape.category.optional(), group: line(60).optional(), q: line(100).optional() }),
    },
    responses: says(pageOf(Document), 'A page of documents.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, ...filter } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listDocuments(db, actor, filter, { page, limit })
    return c.json(pageOf(Document).parse({ items: found.documents, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

documentsApi.openapi(
  createRoute({
    method: 'get',
    path: '/documents/{document}',
    operationId: 'getDocument',
    summary: 'A document and its versions, the newest first',
    ...needs('read'),
    request: { params: one },
    responses: says(Document.extend({ versions: z.array(Version) }), 'The document.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const document = await getDocument(db, actor, c.req.valid('param').document)
    const versions = (await listVersions(db, document)).map((version) => ({ ...version, sha256: version.fileHash }))
    return c.json(Document.extend({ versions: z.array(Version) }).parse({ ...document, versions }), 200)
  },
)

documentsApi.openapi(
  createRoute({
    method: 'get',
    path: '/documents/{document}/versions/{version}',
    operationId: 'getDocumentVersion',
    summary: 'One version with its text',
    ...needs('read'),
    request: { params: at },
    responses: says(Text, 'The version.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { document: slug, version: number } = c.req.valid('param')
    const version = await getVersion(db, await getDocument(db, actor, slug), number)
    return c.json(Text.parse({ ...version, sha256: version.fileHash, words: version.held ? '' : version.words }), 200)
  },
)

documentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/documents/{document}/versions',
    operationId: 'writeDocumentVersion',
    summary: 'Write a new version, a draft; 409 where yours did not begin with the newest',
    ...needs('write', 'work'),
    request: {
      params: one,
      body: takes(z.object({ base: z.number().int().positive(), body: lines(500_000).min(1), note: lines(300).default('') })),
    },
    responses: makes(z.object({ number: z.number().int() }), 'Kept.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { document } = c.req.valid('param')
    const content = c.req.valid('json')
    return made(
      c,
      { number: await write((tx) => writeVersion(tx, actor, document, content)) },
      ({ number }) => `/documents/${document}/versions/${number}`,
    )
  },
)

documentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/documents/{document}/versions/{version}/approval',
    operationId: 'approveDocumentVersion',
    summary: 'Approve a version',
    ...needs('write', 'will'),
    request: {
      params: at,
      body: takes(
        z.object({
          way: z.enum(['meeting', 'role']).default('role'),
          decisionId: z.number().int().positive().optional(),
          on: z.iso.date().optional(),
        }),
      ),
    },
    responses: says(z.object({ approved: z.number().int() }), 'Approved.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { document, version: number } = c.req.valid('param')
    const approval = c.req.valid('json')
    await write((tx) => approveVersion(tx, actor, document, { number, ...approval }))
    return c.json({ approved: number }, 200)
  },
)

documentsApi.openapi(
  createRoute({
    method: 'post',
    path: '/documents/{document}/review',
    operationId: 'reviewDocument',
    summary: 'Record that a document was reviewed and did not change',
    ...needs('write', 'will'),
    request: { params: one, body: takes(z.object({ nextOn: z.iso.date().optional(), note: lines(300).default('') })) },
    responses: says(z.object({ reviewOn: z.iso.date().nullable() }), 'Noted; with the day of the next review.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { document } = c.req.valid('param')
    const review = c.req.valid('json')
    await write((tx) => reviewUnchanged(tx, actor, document, review))
    const { reviewOn } = await getDocument(db, actor, document)
    return c.json({ reviewOn }, 200)
  },
)
