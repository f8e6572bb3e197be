import { formatBytes } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Note, Section } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Document, Version } from './queries.ts'

const t = textsOf('documents', 'versions')
const words = textsOf('documents', 'pages')

/** What a version says: its Markdown, or its file with the words in it. */
export function Content({ document, version }: { document: Document; version: Version }) {
  const { locale } = useReader()
  const path = `/documents/${document.slug}/v/${version.number}`
  if (version.erasedAt !== null || version.fileErased) return <Note>{words.removed}</Note>
  if (version.body !== null)
    return (
      <div class="prose" dir="auto" lang={document.language}>
        {renderMarkdown(version.body)}
      </div>
    )
  if (version.held)
    return (
      <Note mood={version.scan === 'infected' ? 'late' : 'wait'}>
        {version.scan === 'infected' ? t.infected : t.virusCheckFileNotFinished}
      </Note>
    )
  return (
    <>
      <p class="row">
        <Button href={`${path}/file`}>{words.download}</Button>
        <span class="meta break">
          {version.fileName}, {formatBytes(locale, version.fileSize ?? 0)}
        </span>
      </p>
      {version.reading === 'waiting' && <p class="soft">{words.reading}</p>}
      {version.reading === 'none' && (
        <p class="soft">
          {words.noPreview} {sayKept(version.readingNote)}
        </p>
      )}
      {version.words !== '' && version.readingNote !== '' && <p class="soft">{sayKept(version.readingNote)}</p>}
      {version.words !== '' && (
        <Section title={words.preview}>
          <section class="raw" aria-label={words.preview} tabindex={0}>
            <pre dir="auto" lang={document.language}>
              {version.words.slice(0, 60_000)}
            </pre>
          </section>
        </Section>
      )}
    </>
  )
}
