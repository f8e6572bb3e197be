import { z } from '@hono/zod-openapi'
import { instant, makes, named, needs, pages, routes, says } from '../lib/ui/api.ts'
import { line, lines } from '../lib/ui/forms.ts'
import { writeVersion } from './actions.ts'
import { approveVersion, reviewUnchanged } from './keeping-actions.ts'
import { getDocument, getVersion, listDocuments, listVersions } from './queries.ts'

const Document = named('Document', {
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
  approvedNumber: z.int().nullable().openapi({ description: 'The version in force; null: none is approved yet.' }),
})

const Version = named('DocumentVersion', {
  number: z.int(),
  note: z.string(),
  madeAt: instant(),
  approvedOn: z.iso.date().nullable(),
  fileName: z.string().nullable(),
  fileType: z.string().nullable(),
  fileSize: z.number().nullable(),
  sha256: z.string().nullable(),
})

const Text = Version.extend({
  body: z.string().nullable().openapi({ description: 'Markdown; null where the version is a file.' }),
  words: z.string().openapi({ description: 'What a file says, as far as it could be read.' }),
}).openapi('DocumentText')

/** Documents and their versions. */
export const documentsApi = routes()

const one = { document: line(90) }

documentsApi.operation('listDocuments', 'GET /documents', {
  summary: 'Documents: key documents first, then the newest',
  may: needs('read'),
  query: { category: Document.shape.category.optional(), group: line(60).optional(), q: line(100).optional() },
  answers: pages(Document, 'A page of documents.'),
  run: async ({ db, actor, query: { page, limit, ...filter } }) => {
    const found = await listDocuments(db, actor, filter, { page, limit })
    return { items: found.documents, pages: found.pages }
  },
})

documentsApi.operation('getDocument', 'GET /documents/{document}', {
  summary: 'A document and its versions, the newest first',
  may: needs('read'),
  params: one,
  answers: says(Document.extend({ versions: z.array(Version) }), 'The document.'),
  run: async ({ db, actor, params }) => {
    const document = await getDocument(db, actor, params.document)
    const versions = (await listVersions(db, document)).map((version) => ({ ...version, sha256: version.fileHash }))
    return { ...document, versions }
  },
})

documentsApi.operation('getDocumentVersion', 'GET /documents/{document}/versions/{version}', {
  summary: 'One version with its text',
  may: needs('read'),
  params: one,
  answers: says(Text, 'The version.'),
  run: async ({ db, actor, params: { document: slug, version: number } }) => {
    const version = await getVersion(db, await getDocument(db, actor, slug), number)
    return { ...version, sha256: version.fileHash, words: version.held ? '' : version.words }
  },
})

documentsApi.operation('writeDocumentVersion', 'POST /documents/{document}/versions', {
  summary: 'Write a new version, a draft; 409 where yours did not begin with the newest',
  may: needs('write', 'work'),
  params: one,
  body: { base: z.int().positive(), body: lines(500_000).min(1), note: lines(300).default('') },
  answers: makes(z.object({ number: z.int() }), 'Kept.', '/documents/{document}/versions/{number}'),
  run: async ({ write, actor, params: { document }, body: content }) => ({
    number: await write((tx) => writeVersion(tx, actor, document, content)),
  }),
})

documentsApi.operation('approveDocumentVersion', 'POST /documents/{document}/versions/{version}/approval', {
  summary: 'Approve a version',
  may: needs('write', 'will'),
  params: one,
  body: { way: z.enum(['meeting', 'role']).default('role'), decisionId: z.int().positive().optional(), on: z.iso.date().optional() },
  answers: says(z.object({ approved: z.int() }), 'Approved.'),
  run: async ({ write, actor, params: { document, version: number }, body: approval }) => {
    await write((tx) => approveVersion(tx, actor, document, { number, ...approval }))
    return { approved: number }
  },
})

documentsApi.operation('reviewDocument', 'POST /documents/{document}/review', {
  summary: 'Record that a document was reviewed and did not change',
  may: needs('write', 'will'),
  params: one,
  body: { nextOn: z.iso.date().optional(), note: lines(300).default('') },
  answers: says(z.object({ reviewOn: z.iso.date().nullable() }), 'Noted; with the day of the next review.'),
  run: async ({ db, write, actor, params: { document }, body: review }) => {
    await write((tx) => reviewUnchanged(tx, actor, document, review))
    return getDocument(db, actor, document)
  },
})
