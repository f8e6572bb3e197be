import { Choices, Select } from '../../lib/ui/fields.tsx'
import { Meter } from '../../lib/ui/figures.tsx'
import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Form, Hidden } from '../../lib/ui/form.tsx'
import { formatNumber } from '../../lib/ui/format.ts'
import type { Refused } from '../../lib/ui/forms.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Heading, type Mood, Note, PostButton, Section, State } from '../../lib/ui/parts.tsx'
import { Time } from '../../lib/ui/time.tsx'
import { categories, readers } from '../rules.ts'
import type { DocumentImport, listImportGroups, listImports } from './queries.ts'

type Imported = DocumentImport['files'][number]

const states: Record<DocumentImport['state'], { mood?: Mood; word: string }> = {
  reading: { mood: 'wait', word: 'Being read' },
  shown: { mood: 'wait', word: 'Not confirmed' },
  failed: { mood: 'late', word: 'Could not be read' },
  done: { mood: 'good', word: 'Done' },
  undone: { word: 'Taken back' },
}
const outcomes = { new: 'New', duplicate: 'Here already', refused: 'Refused', imported: 'Imported', left: 'Left out' } as const

/** Where a folder comes in, and what came in before. */
export function ImportsPage(props: {
  groups: Awaited<ReturnType<typeof listImportGroups>>
  imports: Awaited<ReturnType<typeof listImports>>
  upload: Brought | undefined
  refused: Refused | undefined
}) {
  const { groups, imports, upload, refused } = props
  return (
    <>
      <Heading
        title="Bring in a folder"
        meta={<a href="/documents">Documents</a>}
        lead="Old minutes and documents: PDF, Word, HTML and text, several files or one ZIP archive. You see what becomes of each before anything is done."
      />
      <Form action="/documents/imports" multipart refused={refused} values={{ group: groups[0]?.slug ?? '', visibility: 'group' }}>
        <FileUpload
          upload={upload}
          next="/documents/imports"
          multiple
          label="Files, or one ZIP archive"
          hint="Up to 500 files of 50 MB each."
        />
        {groups.length > 1 ? (
          <Select name="group" label="Whose" options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
        ) : (
          <Hidden name="group" value={groups[0]?.slug ?? ''} />
        )}
        <Choices name="visibility" label="Who reads them" options={Object.entries(readers).map(([value, label]) => ({ value, label }))} />
        <div class="row">
          <Button kind="primary">Look at them</Button>
        </div>
      </Form>
      {imports.length > 0 && (
        <Section title="Imports">
          <Things label="Imports">
            {imports.map(({ id, source, state, stoppedAt, createdAt, by }) => (
              <Thing
                title={source || `Import ${id}`}
                href={`/documents/imports/${id}`}
                meta={
                  <>
                    {by ?? 'The command line'}, <Time at={createdAt} />
                  </>
                }
                act={
                  stoppedAt === null ? <State mood={states[state].mood}>{states[state].word}</State> : <State mood="late">Stopped</State>
                }
              />
            ))}
          </Things>
        </Section>
      )}
    </>
  )
}

const typedOf = (refused: Refused | undefined, name: string, otherwise: string): string =>
  [refused?.typed[name] ?? otherwise].flat()[0] ?? ''

const froms: Record<string, string> = {
  name: 'Day from its name',
  text: 'Day from its text',
  list: 'Day from the list',
  asked: 'No day was found in it; please say it',
}

function FileLine({ file, refused }: { file: Imported; refused: Refused | undefined }) {
  const { id, path, title, category, datedOn, datedFrom, readingNote } = file
  const wrong = refused?.fields[`date-${id}`] ?? refused?.fields[`title-${id}`]
  return (
    <li>
      <fieldset class="field">
        <legend class="break">{path}</legend>
        <label class="check">
          <input type="checkbox" name={`take-${id}`} checked={refused ? refused.typed[`take-${id}`] !== undefined : true} /> Take it
        </label>
        <div class="row">
          <label>
            Title <input type="text" name={`title-${id}`} value={typedOf(refused, `title-${id}`, title)} maxlength={200} />
          </label>
          <label>
            Day{' '}
            <input
              type="date"
              id={`f-date-${id}`}
              name={`date-${id}`}
              value={typedOf(refused, `date-${id}`, datedOn ?? '')}
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby={`f-date-${id}-from`}
            />
          </label>
          <label>
            What it is{' '}
            <select name={`category-${id}`}>
              {Object.entries(categories).map(([value, label]) => (
                <option value={value} selected={value === typedOf(refused, `category-${id}`, category)}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
        <span class="meta" id={`f-date-${id}-from`}>
          {froms[datedFrom]}
          {readingNote && ` · ${readingNote}`}
        </span>
        {wrong && <span class="error">{wrong}</span>}
      </fieldset>
    </li>
  )
}

const Balance = ({ files }: { files: Imported[] }) => {
  const counts = Map.groupBy(files, ({ outcome }) => outcome)
  return (
    <Table
      caption="Balance"
      columns={[{ label: 'What became of it' }, { label: 'Files', numeric: true }]}
      rows={(['new', 'imported', 'left', 'duplicate', 'refused'] as const).flatMap((outcome) => {
        const some = counts.get(outcome)
        return some ? [[outcomes[outcome], String(some.length)]] : []
      })}
      foot={['Found', String(files.length)]}
    />
  )
}

const NotTaken = ({ files }: { files: Imported[] }) => {
  const some = files.filter(({ outcome }) => outcome === 'refused' || outcome === 'duplicate' || outcome === 'left')
  return some.length === 0 ? null : (
    <Section title="What does not come in">
      <Things label="What does not come in">
        {some.map(({ path, reason, outcome }) => (
          <Thing title={path} meta={reason} act={<State>{outcomes[outcome]}</State>} />
        ))}
      </Things>
    </Section>
  )
}

/** How far the reading is; asked again every two seconds where there is script. */
export function Reading({ found }: { found: DocumentImport }) {
  const { id, filesDone, bytesDone, bytesAll } = found
  const text =
    filesDone === 0 ? 'It begins in a moment.' : filesDone === 1 ? 'One file is read.' : `${formatNumber('en', filesDone)} files are read.`
  return (
    <div class="stack" hx-get={`/documents/imports/${id}/progress`} hx-trigger="every 2s" hx-swap="outerHTML">
      <p role="status">{text}</p>
      {bytesAll > 0 && <Meter value={Math.min(bytesDone, bytesAll)} of={bytesAll} label="How much of it is read" />}
    </div>
  )
}

/** A folder that the worker reads. */
export const ImportReadingPage = ({ found }: { found: DocumentImport; refused?: Refused | undefined }) => (
  <>
    <Heading
      title="The files are being read"
      meta={<a href="/documents/imports">Imports</a>}
      lead="You can leave this page; the reading goes on. Then you see what becomes of each file."
    />
    <Reading found={found} />
    <div class="row">
      <Button href={`/documents/imports/${found.id}`}>Look again</Button>
      <PostButton action={`/documents/imports/${found.id}/undo`} kind="quiet">
        Throw it away
      </PostButton>
    </div>
  </>
)

/** A folder whose reading stopped for good: why, how far it came, and the ways on. */
export const ImportStoppedPage = ({ found }: { found: DocumentImport; refused?: Refused | undefined }) => (
  <>
    <Heading
      title="The reading stopped"
      meta={<a href="/documents/imports">Imports</a>}
      lead="What is read so far stays until somebody throws it away. Trying again takes up only what is missing."
    />
    <Note mood="late">It stopped: {found.error}</Note>
    {found.files.length > 0 && <Balance files={found.files} />}
    <div class="row">
      <PostButton action={`/documents/imports/${found.id}/again`} kind="primary">
        Try again
      </PostButton>
      <PostButton action={`/documents/imports/${found.id}/undo`} kind="quiet">
        Throw it away
      </PostButton>
    </div>
  </>
)

/** Something was brought that nobody can read. */
export const ImportFailedPage = ({ found }: { found: DocumentImport; refused?: Refused | undefined }) => (
  <>
    <Heading title="It could not be read" meta={<a href="/documents/imports">Imports</a>} lead={found.source} />
    <Note mood="late">{found.error} Nothing of it was kept.</Note>
    <div class="row">
      <Button kind="primary" href="/documents/imports">
        Bring it again
      </Button>
    </div>
  </>
)

/** What becomes of each file, before anything is done. */
export function ImportPreviewPage({ found, refused }: { found: DocumentImport; refused: Refused | undefined }) {
  const taken = found.files.filter(({ outcome }) => outcome === 'new')
  return (
    <>
      <Heading
        title="What comes in"
        meta={<a href="/documents/imports">Imports</a>}
        lead={`Nothing is done yet. What you take becomes a document in force; readers: ${readers[found.visibility].toLowerCase()}.`}
      />
      <Balance files={found.files} />
      {taken.length > 0 && (
        <Form action={`/documents/imports/${found.id}/confirm`} refused={refused}>
          <ul class="stack-l">
            {taken.map((file) => (
              <FileLine file={file} refused={refused} />
            ))}
          </ul>
          <div class="row">
            <Button kind="primary">Bring them in</Button>
          </div>
        </Form>
      )}
      <NotTaken files={found.files} />
      <PostButton action={`/documents/imports/${found.id}/undo`} kind="quiet">
        Throw it away
      </PostButton>
    </>
  )
}

/** What came of an import, and the way back. */
export function ImportDonePage({
  found,
  whyNot,
}: {
  found: DocumentImport
  refused?: Refused | undefined
  /** Why it cannot be taken back. */
  whyNot?: string | undefined
}) {
  return (
    <>
      <Heading
        title={found.state === 'undone' ? 'Taken back' : 'What came in'}
        meta={<a href="/documents/imports">Imports</a>}
        lead={found.doneAt && <Time at={found.doneAt} />}
      />
      <Balance files={found.files} />
      <Things label="Documents">
        {found.files.flatMap(({ slug, title, path }) => (slug ? [<Thing title={title} href={`/documents/${slug}`} meta={path} />] : []))}
      </Things>
      <NotTaken files={found.files} />
      {found.state === 'done' && (
        <div class="row">
          {whyNot === undefined ? <Button href={`/documents/imports/${found.id}/undo`}>Undo…</Button> : <p class="meta">{whyNot}</p>}
        </div>
      )}
    </>
  )
}
