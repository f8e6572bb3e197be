import { piecesOf, readable } from '../lib/ui/difference.tsx'
import { Filters, Select } from '../lib/ui/form.tsx'
import { Empty, Heading, Note, Tabs } from '../lib/ui/parts.tsx'
import { textsOf } from '../lib/ui/words.ts'
import type { Document, listVersions, Version } from './queries.ts'

const words = textsOf('documents', 'pages')

/** Two texts as one, with what went and what came marked. */
export const InlineDifference = ({ before, after }: { before: string; after: string }) => (
  <p class="diff" dir="auto">
    {piecesOf(before, after).map(({ value, added, removed }) => (added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value))}
  </p>
)

/** Two texts beside each other: on the left what went is marked, on the right what came. */
function SideBySide({ before, after, names }: { before: string; after: string; names: [string, string] }) {
  const parts = piecesOf(before, after)
  return (
    <div class="side-by-side">
      <section class="stack" aria-label={names[0]}>
        <h2 class="h3">{names[0]}</h2>
        <p class="diff" dir="auto">
          {parts.filter(({ added }) => !added).map(({ value, removed }) => (removed ? <del>{value}</del> : value))}
        </p>
      </section>
      <section class="stack" aria-label={names[1]}>
        <h2 class="h3">{names[1]}</h2>
        <p class="diff" dir="auto">
          {parts.filter(({ removed }) => !removed).map(({ value, added }) => (added ? <ins>{value}</ins> : value))}
        </p>
      </section>
    </div>
  )
}

const textOf = (version: Version): string => version.body ?? version.words

/** What is different between two versions of a document. */
export function ComparePage(props: {
  document: Document
  versions: Awaited<ReturnType<typeof listVersions>>
  from: Version
  to: Version
  view: 'beside' | 'inline'
}) {
  const { document, versions, from, to, view } = props
  const [before, after] = readable(textOf(from), textOf(to))
  const choices = versions.map(({ number }) => ({ value: String(number), label: words.version({ number }) }))
  const at = (as: string) => `/documents/${document.slug}/compare?from=${from.number}&to=${to.number}&view=${as}`
  const unread = [from, to].find((version) => version.fileId !== null && version.words === '')
  return (
    <>
      <Heading title={words.changes} meta={<a href={`/documents/${document.slug}`}>{document.title}</a>}>
        <Tabs
          label={words.changes}
          items={[
            { href: at('beside'), label: words.beside, current: view === 'beside' },
            { href: at('inline'), label: words.inline, current: view === 'inline' },
          ]}
        />
      </Heading>
      <Filters
        action={`/documents/${document.slug}/compare`}
        label={words.versions}
        values={{ from: String(from.number), to: String(to.number), view }}
      >
        <Select name="from" label={words.from} options={choices} empty={false} />
        <Select name="to" label={words.to} options={choices} empty={false} />
      </Filters>
      {unread && <Note>{words.noPreview}</Note>}
      {before === after && !unread && <Empty title={words.same} />}
      {before !== after &&
        (view === 'inline' ? (
          <InlineDifference before={before} after={after} />
        ) : (
          <SideBySide
            before={before}
            after={after}
            names={[words.version({ number: from.number }), words.version({ number: to.number })]}
          />
        ))}
    </>
  )
}
