import { folded } from '../lib/mail/folds.ts'
import { messagePath } from '../lib/ui/paths.ts'
import { renderHiddenPost } from '../lib/ui/post-html.ts'
import { useReader } from '../lib/ui/reader.ts'
import type { Files } from './core/queries.ts'
import { archiveWords } from './page-words.ts'

const isPicture = (type: string): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type)

interface WrittenProps {
  list: string
  message: { messageId: string; variant: number; text: string; folds: string | null }
  files: Files
  whole?: boolean
}

/**
 * What somebody wrote here in Markdown, with the pictures that came with it; a copy of what they answer is folded away.
 * @param whole all of it, as it was written
 */
export function Written({ list, message: { messageId, variant, text, folds }, files, whole = false }: WrittenProps) {
  const { quoted: quotedLines } = archiveWords(useReader().locale)
  const picture = (name: string): string | undefined => {
    const file = files.find(({ filename, type }) => filename === name && isPicture(type))
    return file && `${messagePath(list, messageId)}/a/${file.position}${variant > 1 ? `?v=${variant}` : ''}`
  }
  const html = (said: string) => renderHiddenPost(said, picture)
  const reply = whole ? undefined : folded(text, folds)
  if (!reply) return <div class="mail prose">{html(text)}</div>
  const { visible, quoted, signature } = reply
  const lines = quoted.trim().split('\n').length
  if (lines < 3 || !text.includes(visible.trim())) return <div class="mail prose">{html(text)}</div>
  return (
    <>
      <div class="mail prose">{html(signature ? `${visible}\n\n${signature}` : visible)}</div>
      <div class="mail">
        <details>
          <summary>{quotedLines({ count: lines })}</summary>
          <blockquote>{html(quoted.replaceAll(/^> ?/gm, ''))}</blockquote>
        </details>
      </div>
    </>
  )
}
