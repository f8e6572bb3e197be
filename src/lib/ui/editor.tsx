import type { Child } from 'hono/jsx'
import { assetPath } from './assets.ts'
import { type Common, FormContext, Hint, Label, Problem, useField } from './field-parts.tsx'
import { Hidden } from './form.tsx'
import type { Typed } from './forms.ts'
import { useContext } from './jsx-runtime.ts'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'editor')

/** A file that was brought and goes with the text. */
export interface WithText {
  key: string
  name: string
}

/** Files that a form names beside its text, each as `KEY/name`. */
export const filesIn = (typed: Typed): WithText[] =>
  [typed.upload ?? []].flat().flatMap((one) => {
    const [, key, name] = /^([\w-]{8,80})\/([^/\p{Cc}]{1,200})$/u.exec(one) ?? []
    return key && name ? [{ key, name }] : []
  })

// The element of editor.js; without script there is a field of text with a button for its preview.
const Element = 'text-editor' as unknown as (props: {
  words: string
  preview: string
  pictures: string
  folded: string | undefined
  children?: Child
}) => Child

/** What stands on a button of the toolbar that no letter says. */
const Sign = ({ d }: { d: string }) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <path d={d} />
  </svg>
)

/** The marks of the toolbar, with what stands on the button. */
const marks = [
  ['bold', <b>B</b>],
  ['italic', <i>I</i>],
  ['link', <Sign d="M6.5 9.5l3-3M7 4.5l1-1a3.2 3.2 0 014.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 013.5 8l1-1" />],
  ['list', '•'],
  ['quote', '❝'],
  ['code', '‹›'],
] as const

/**
 * A text in Markdown: with a toolbar, a preview while one writes, quoting of what is marked on the page and, where files may go with it, files
 * by drop and paste.
 * @param preview where the form is sent to be shown as it will look; it is told the field and where the form goes
 * @param files those that are there already; `text` where they stand in the text by their address; undefined where none may go with it
 * @param pictures where pictures among them stand: in the text, or below it as all files do
 * @param folded one of many on its page: its preview opens only where somebody wants it
 */
export function Editor({
  rows = 10,
  value,
  maxlength,
  preview = '/preview',
  files,
  pictures = 'inside',
  folded = false,
  ...common
}: Common & {
  rows?: number
  value?: string | undefined
  maxlength?: number
  preview?: string
  files?: WithText[] | 'text' | undefined
  pictures?: 'inside' | 'below'
  folded?: boolean
}) {
  const field = useField(common)
  const { action } = useContext(FormContext)
  const [path = '', at] = preview.split('#')
  const address = `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ field: common.name, to: action ?? '' })}`
  return (
    <Element
      words={JSON.stringify(t.script)}
      preview={address}
      pictures={files === 'text' ? 'address' : pictures}
      folded={folded ? '' : undefined}
    >
      <div class="field editor">
        <Label id={field.id} {...common} />
        <Hint id={field.id}>{common.hint}</Hint>
        <div
          class="marks row"
          role="toolbar"
          id={`${field.id}-marks`}
          aria-label={t.marks.label}
          aria-labelledby={['marks', 'label'].map((part) => `${field.id}-${part}`).join(' ')}
          hidden
        >
          {marks.map(([mark, sign]) => (
            <button type="button" data-mark={mark} title={t.marks[mark]} aria-label={t.marks[mark]}>
              <span aria-hidden="true">{sign}</span>
            </button>
          ))}
          {files === 'text' && (
            <button type="button" data-mark="file" title={t.files} aria-label={t.files}>
              <Clip />
            </button>
          )}
          <button type="button" class="toggle" aria-expanded="false" aria-controls={`${field.id}-preview`}>
            {t.livePreview}
          </button>
        </div>
        <textarea {...field.control} class="text" rows={rows} maxlength={maxlength} dir="auto">
          {field.value ?? value ?? ''}
        </textarea>
        <Problem id={field.id} error={field.error} />
        <section class="preview prose" id={`${field.id}-preview`} aria-label={t.livePreview} hidden />
        <p class="meta row">
          <span>{t.hint}</span>
          <button type="submit" class="button quiet" formaction={at ? `${address}#${at}` : address} formnovalidate>
            {t.preview}
          </button>
          <output />
        </p>
        {files && <Files files={files === 'text' ? [] : files} id={field.id} />}
      </div>
      <script type="module" src={assetPath('editor.js')} />
    </Element>
  )
}

const Clip = () => <Sign d="M10.5 5l-4 4.2a1.1 1.1 0 001.6 1.6l4-4.2a2.4 2.4 0 00-3.4-3.4l-4.2 4.4a3.7 3.7 0 005.2 5.2l3-3" />

/** The files of a text; without script they are chosen and go with the form. */
const Files = ({ files, id }: { files: WithText[]; id: string }) => (
  <div class="files stack">
    <ul class="links">
      {files.map(({ key, name }) => (
        <li>
          <label class="check">
            <input type="checkbox" name="upload" value={`${key}/${name}`} checked />
            <span class="break">{t.withFile({ name })}</span>
          </label>
        </li>
      ))}
    </ul>
    <label for={`${id}-files`}>{t.files}</label>
    <input type="file" name="file" id={`${id}-files`} multiple />
  </div>
)

/** All that a form has sent besides one field, for the page that shows how that will look. */
export const Carried = ({ typed, without }: { typed: Typed; without: readonly string[] }) => (
  <>
    {Object.entries(typed)
      .filter(([name]) => !without.includes(name))
      .flatMap(([name, values]) => [values].flat().map((value) => <Hidden name={name} value={value} />))}
  </>
)
