import type { Actor } from '../actor.ts'
import { readFileBytes } from '../files/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { type ZipEntry, zip } from '../lib/zip.ts'
import { dotEnding } from './files.ts'
import { type Document, type DocumentFilter, getDocument, getVersion, listDocuments, listVersions, type Version } from './queries.ts'

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const nameOf = ({ number, body, fileName }: Version): string => (body === null ? `v${number}${dotEnding(fileName ?? '')}` : `v${number}.md`)

const isThere = (version: Version): boolean => version.erasedAt === null && !version.fileErased && !version.held

const factsOf = (version: Version) => ({
  version: version.number,
  file: isThere(version) ? nameOf(version) : null,
  originalName: version.fileName,
  sha256: version.fileHash,
  note: sayKept(version.note),
  madeAt: version.madeAt,
  approvedOn: version.approvedOn,
  approvedBy: version.way === 'meeting' && version.decisionNumber !== null ? `decision D-${version.decisionNumber}` : version.approverRole,
})

async function* entriesOf(db: Db, document: Document): AsyncGenerator<ZipEntry> {
  const folder = `documents/${document.slug}`
  const versions: object[] = []
  for (const { number } of (await listVersions(db, document)).reverse()) {
    const version = await getVersion(db, document, number)
    versions.push(factsOf(version))
    if (!isThere(version)) continue
    const content = version.body ?? (version.fileId === null ? undefined : readFileBytes(db, version.fileId))
    if (content !== undefined) yield { name: `${folder}/${nameOf(version)}`, content }
  }
  const { slug, title, category, visibility, ownerRole, state, datedOn, reviewOn, keepUntil, approvedNumber, host } = document
  yield {
    name: `${folder}/document.json`,
    content: json({ slug, title, host, category, visibility, ownerRole, state, datedOn, reviewOn, keepUntil, approvedNumber, versions }),
  }
}

/**
 * Documents that the actor may see, with all their versions, in files that any program opens: Markdown and the files as they came, and
 * beside them the facts as JSON.
 * @param only one document by its address
 */
export function exportDocuments(db: Db, actor: Actor, filter: DocumentFilter, only?: string): AsyncGenerator<Uint8Array> {
  async function* all(): AsyncGenerator<ZipEntry> {
    if (only !== undefined) return yield* entriesOf(db, await getDocument(db, actor, only))
    for (let page = 1, pages = 1; page <= pages; page++) {
      const found = await listDocuments(db, actor, filter, { page, limit: 200 })
      pages = found.pages
      for (const { slug } of found.documents) yield* entriesOf(db, await getDocument(db, actor, slug))
    }
  }
  return zip(all(), actor.at)
}
