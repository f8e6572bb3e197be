import { NotFound } from '../errors.ts'
import { readFileBytes } from '../files/queries.ts'
import { renderPdf } from '../lib/print/pdf.ts'
import { sendFile } from '../lib/ui/download.ts'
import { type C, idOf, pages } from '../lib/ui/web.tsx'
import { refusals } from '../lib/ui/words.ts'
import { todayOf } from '../time.ts'
import { exportDocuments } from './export.ts'
import { printVersion, versionName } from './files.ts'
import { documentOf, localeOf } from './pages.tsx'
import { type Document, getVersion, listOwnLists, listPastReviews, listVersions } from './queries.ts'
import { ComparePage } from './versions-compare.tsx'
import { DocumentPage } from './versions-views.tsx'
import { documentWords } from './words.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const versionOf = async (c: C, document: Document) => getVersion(c.var.db, document, idOf(c, 'version'))

async function showDocument(c: C, numbered: boolean) {
  const { db, config } = c.var
  const document = await documentOf(c)
  const version = numbered ? await versionOf(c, document) : await getVersion(db, document)
  const [versions, reviews] = [await listVersions(db, document), document.mayDraft ? await listPastReviews(db, document.id) : []]
  const isDraft = document.mayDraft && document.state === 'live' && version.approvedOn === null
  const lists = isDraft ? await listOwnLists(db, c.var.actor, document) : []
  return c.var.page(
    document.title,
    <DocumentPage {...{ document, version, versions, reviews, lists }} today={todayOf(c.var.actor)} baseUrl={config.baseUrl} />,
  )
}

/** The text of a version as a file; of one that is a file there is none. */
async function sendText(
  c: C,
  ending: string,
  type: string,
  render: (body: string, print: () => ReturnType<typeof printVersion>) => Uint8Array | Promise<Uint8Array>,
) {
  const document = await documentOf(c)
  const version = await versionOf(c, document)
  if (version.body === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const file = await render(version.body, () => printVersion(document, version, c.var.config.baseUrl))
  return sendFile(c, { name: versionName(document.slug, version.number, ending), type }, file)
}

/** A document at its versions, as a page and as files, and what changed between two. */
export const versionPages = pages()
  .get('/documents/:document', (c) => showDocument(c, false))
  .get('/documents/:document/v/:version', (c) => showDocument(c, true))
  .get('/documents/:document/v/:version/document.pdf', (c) => sendText(c, 'pdf', 'application/pdf', (_, print) => renderPdf(print())))
  .get('/documents/:document/v/:version/document.docx', (c) =>
    sendText(c, 'docx', docxType, async (_, print) => (await import('../lib/print/docx.ts')).renderDocx(print())),
  )
  .get('/documents/:document/v/:version/document.md', (c) => sendText(c, 'md', 'text/markdown; charset=utf-8', (body) => Buffer.from(body)))
  .get('/documents/:document/v/:version/file', async (c) => {
    const document = await documentOf(c)
    const version = await versionOf(c, document)
    if (version.fileId === null || version.held) throw new NotFound(refusals.thereIsNoSuchFile)
    return sendFile(
      c,
      { name: version.fileName ?? 'file', type: version.fileType ?? 'application/octet-stream', size: version.fileSize ?? undefined },
      readFileBytes(c.var.db, version.fileId),
    )
  })
  .get('/documents/:document/export.zip', async (c) => {
    const document = await documentOf(c)
    return sendFile(c, { name: `${document.slug}.zip`, type: 'application/zip' }, exportDocuments(c.var.db, c.var.actor, {}, document.slug))
  })
  .get('/documents/:document/compare', async (c) => {
    const { db } = c.var
    const document = await documentOf(c)
    const versions = await listVersions(db, document)
    const numbers = versions.map(({ number }) => number)
    const to = await getVersion(db, document, Number(c.req.query('to')) || numbers[0] || 0)
    const from = await getVersion(db, document, Number(c.req.query('from')) || numbers.find((number) => number < to.number) || to.number)
    const view = c.req.query('view') === 'inline' ? 'inline' : 'beside'
    return c.var.page(
      `${documentWords(localeOf(c)).changes}: ${document.title}`,
      <ComparePage {...{ document, versions, from, to, view }} />,
    )
  })
