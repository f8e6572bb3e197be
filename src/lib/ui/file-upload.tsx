import type { Child } from 'hono/jsx'
import { Field } from './fields.tsx'
import { Hidden } from './form.tsx'

/** A file that came in pieces, before its form. */
export interface Brought {
  key: string
  name: string
}

// The element of upload.js; without script the file goes with the form.
const Uploader = 'file-upload' as unknown as (props: { children?: Child }) => Child

/**
 * A file of a form: with script (`upload.js`) it goes in pieces while one fills in the rest, with its progress; without it goes with the
 * form, and a larger one comes first by a form of its own.
 * @param next where that form leads back to; it adds `upload=KEY`
 */
export function FileUpload({
  upload,
  next,
  multiple,
  optional,
  label = 'File',
  hint = 'PDF, Word, Excel, text, a picture: whatever it is, people can fetch it.',
}: {
  upload?: Brought | undefined
  next: string
  /** Several files at once go with the form. */
  multiple?: boolean
  /** The form brings what it needs otherwise, too. */
  optional?: boolean
  label?: string
  hint?: string
}) {
  if (upload)
    return (
      <>
        <Hidden name="upload" value={upload.key} />
        <p>
          <b class="break">{upload.name}</b> is here.
        </p>
      </>
    )
  return (
    <Uploader>
      <Field name="file" type="file" label={label} multiple={multiple} hint={hint} optional={optional} />
      <Hidden name="upload" value="" />
      <p class="meta" aria-live="polite">
        <progress hidden value={0} max={1} aria-label="How much of the file is here" /> <output />
      </p>
      <p class="meta large">
        Larger than 30 MB? <a href={`/uploads/new?${new URLSearchParams({ next })}`}>Bring it first</a>, then fill in the rest.
      </p>
    </Uploader>
  )
}
