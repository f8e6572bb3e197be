import { Bars } from '../lib/ui/figures.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Request } from './core/queries.ts'
import type { pictureMerge } from './merging-queries.ts'
import { requestPath, Stage } from './parts.tsx'

const t = textsOf('requests', 'merging')
const words = textsOf('requests', 'pages')

export type Picture = Awaited<ReturnType<typeof pictureMerge>>

/** Both sides of a merge and what becomes of them, as bars: how many institutions stand behind each, and how many user cases. */
export function MergePicture({ picture }: { picture: Picture }) {
  const shown = ({ institutions, cases }: Picture['together']) =>
    [words.institutions({ n: institutions }), words.caseCount({ n: cases })].join(' · ')
  const bar = (label: string, side: Picture['together']) => ({ label, value: side.institutions, shown: shown(side) })
  return (
    <Bars
      label={t.bothSides}
      items={[
        bar(`#${picture.source.id} ${picture.source.title}`, picture.source),
        bar(`#${picture.target.id} ${picture.target.title}`, picture.target),
        bar(t.together, picture.together),
      ]}
    />
  )
}

/** The title and text of one side; a link only for who may read it, and no words where these are kept from them. */
export const SideText = ({ id, title, text, readable = true }: { id: number; title: string; text: string; readable?: boolean }) => (
  <section class="stack">
    <h2>
      {readable ? (
        <a href={requestPath(id)}>
          #{id} {title}
        </a>
      ) : (
        `#${id} ${title}`
      )}
    </h2>
    {(readable || text) && <div class="prose">{renderMarkdown(text || `*${words.record.noText}*`)}</div>}
  </section>
)

/** One side of a merge before it is proposed: its text, and what is behind it. */
export function Side(props: { request: Request; institutions: number; cases: number }) {
  const {
    request: { id, title, text, stage },
    institutions,
    cases,
  } = props
  return (
    <div class="stack">
      <p class="row">
        <Stage stage={stage} />
        <span class="meta">{[words.institutions({ n: institutions }), words.caseCount({ n: cases })].join(' · ')}</span>
      </p>
      <SideText {...{ id, title, text }} />
    </div>
  )
}
