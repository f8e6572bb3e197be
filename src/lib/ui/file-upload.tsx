import type { Child } from 'hono/jsx'
import { Field, Hidden } from './form.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'fileUpload')

/** A file that came in pieces, before its form. */
export interface Brought {
  key: string
  name: string
}

// The element of upload.js; without script the file goes with the form.
const Uploader = 'file-upload' as unknown as (props: { words: string; children?: Child }) => Child

/**
 * A file of a form: with script (`upload.js`) it goes in pieces while one fills in the rest, with its progress; without it goes with the
 * form, and a larger one comes first by a form of its own.
 * @param next where that form leads back to; it adds `upload=KEY`
 */
export function FileUpload(props: {
  upload?: Brought | undefined
  next: string
  /** Several files at once go with the form. */
  multiple?: boolean
  /** The form brings what it needs otherwise, too. */
  optional?: boolean
  label?: string
  hint?: string
}) {
  const { upload, next, multiple, optional, label = t.file, hint = t.pdfWordExcelTextAPicture } = props
  if (upload)
    return (
      <>
        <Hidden name="upload" value={upload.key} />
        <p>{t.isHere({ b: <b class="break">{upload.name}</b> })}</p>
      </>
    )
  return (
    <Uploader words={JSON.stringify(t.script)}>
      <Field name="file" type="file" label={label} multiple={multiple} hint={hint} optional={optional} />
      <Hidden name="upload" value="" />
      <p class="meta" aria-live="polite">
        <progress hidden value={0} max={1} aria-label={t.uploadProgress} /> <output />
      </p>
      <p class="meta large">
        {t.largerThan30MbUpload({ link: (words) => <a href={`/uploads/new?${new URLSearchParams({ next })}`}>{words}</a> })}
      </p>
    </Uploader>
  )
}
