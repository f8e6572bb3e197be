import { type Brought, FileUpload } from '../../lib/ui/file-upload.tsx'
import { Choices, Form, Hidden, optionsOf, Select } from '../../lib/ui/form.tsx'
import type { RunLine } from '../../lib/ui/imports/run.ts'
import { Runs } from '../../lib/ui/imports/views.tsx'
import { sayKept } from '../../lib/ui/kept.ts'
import { Listing, Thing, Things } from '../../lib/ui/lists.tsx'
import { PostButton, State, Submit, Titled } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { categories, readers } from '../rules.ts'
import type { DocumentImport, listImportGroups } from './queries.ts'

const t = textsOf('documents', 'importing')

type Imported = DocumentImport['files'][number]

const outcomes = t.outcomes

/** Where a folder comes in, and what came in before. */
export function ImportsPage(props: {
  groups: Awaited<ReturnType<typeof listImportGroups>>
  runs: readonly RunLine[]
  upload: Brought | undefined
}) {
  const { groups, runs, upload } = props
  return (
    <Titled title={t.importDocuments} meta={<a href="/documents">{t.documents}</a>} lead={t.oldMinutesAndDocumentsPdfWord}>
      <Form action="/documents/imports" multipart values={{ group: groups[0]?.slug ?? '', visibility: 'group' }}>
        <FileUpload upload={upload} next="/documents/imports" multiple label={t.filesOrOneZipArchive} hint={t.up500Files50Mb} />
        {groups.length > 1 ? (
          <Select name="group" label={t.whose} options={groups.map(({ slug, name }) => ({ value: slug, label: name }))} empty={false} />
        ) : (
          <Hidden name="group" value={groups[0]?.slug ?? ''} />
        )}
        <Choices name="visibility" label={t.whoCanReadThem} options={optionsOf(readers)} />
        <Submit kind="primary">{t.previewFiles}</Submit>
      </Form>
      <Runs runs={runs} title={t.imports} />
    </Titled>
  )
}

const typedOf = (name: string, otherwise: string): string => {
  const refused = useRefused()
  return [refused?.typed[name] ?? otherwise].flat()[0] ?? ''
}

const froms: Record<string, string> = t.froms

function FileLine({ file }: { file: Imported }) {
  const refused = useRefused()
  const { id, path, title, category, datedOn, datedFrom, readingNote } = file
  const wrong = refused?.fields[`date-${id}`] ?? refused?.fields[`title-${id}`]
  return (
    <li>
      <fieldset class="field">
        <legend class="break">{path}</legend>
        <label class="check">
          <input type="checkbox" name={`take-${id}`} checked={refused ? refused.typed[`take-${id}`] !== undefined : true} /> {t.takeIt}
        </label>
        <div class="row">
          <label>
            {t.title} <input type="text" name={`title-${id}`} value={typedOf(`title-${id}`, title)} maxlength={200} />
          </label>
          <label>
            {t.day}{' '}
            <input
              type="date"
              id={`f-date-${id}`}
              name={`date-${id}`}
              value={typedOf(`date-${id}`, datedOn ?? '')}
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby={`f-date-${id}-from`}
            />
          </label>
          <label>
            {t.whatItIs}{' '}
            <select name={`category-${id}`}>
              {Object.entries(categories).map(([value, label]) => (
                <option value={value} selected={value === typedOf(`category-${id}`, category)}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
        <span class="meta" id={`f-date-${id}-from`}>
          {froms[datedFrom]}
          {readingNote && ` · ${sayKept(readingNote)}`}
        </span>
        {wrong && <span class="error">{wrong}</span>}
      </fieldset>
    </li>
  )
}

/** How many files become what, or became it; the sum is what was found. */
export const countsOf = (files: readonly Pick<Imported, 'outcome'>[]) => [
  ...(['new', 'imported', 'left', 'duplicate', 'refused'] as const).map((outcome) => ({
    what: outcomes[outcome],
    count: files.filter((file) => file.outcome === outcome).length,
  })),
  { what: t.found, count: files.length },
]

const NotTaken = ({ files }: { files: Imported[] }) => {
  const some = files.filter(({ outcome }) => outcome === 'refused' || outcome === 'duplicate' || outcome === 'left')
  return some.length === 0 ? null : (
    <Listing title={t.filesNotImported}>
      {some.map(({ path, reason, outcome }) => (
        <Thing title={path} meta={sayKept(reason)} act={<State>{outcomes[outcome]}</State>} />
      ))}
    </Listing>
  )
}

/** What becomes of each file of a folder, or became of it; before anything is done somebody says what is taken. */
export function FilesOf({ found }: { found: DocumentImport }) {
  const { id, state, visibility, files } = found
  const taken = state === 'shown' ? files.filter(({ outcome }) => outcome === 'new') : []
  return (
    <>
      {state === 'shown' && <p>{t.nothingImportedYetEachFile({ readers: readers[visibility] })}</p>}
      {taken.length > 0 && (
        <Form action={`/documents/imports/${id}/confirm`}>
          <ul class="stack-l">
            {taken.map((file) => (
              <FileLine file={file} />
            ))}
          </ul>
          <Submit kind="primary">{t.importFiles}</Submit>
        </Form>
      )}
      <Things label={t.documents}>
        {files.flatMap(({ slug, title, path }) => (slug ? [<Thing title={title} href={`/documents/${slug}`} meta={path} />] : []))}
      </Things>
      <NotTaken files={files} />
      {(state === 'reading' || state === 'shown') && (
        <PostButton action={`/documents/imports/${id}/undo`} kind="quiet" text={t.cancelImport} />
      )}
    </>
  )
}
