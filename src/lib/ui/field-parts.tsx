import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { chromeWords } from './chrome-words.ts'
import type { Refused, Typed } from './forms.ts'
import { createContext, htmlOf, useContext } from './jsx-runtime.ts'
import { useReader, useRefused } from './reader.ts'
import { Time } from './time.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'chrome')

/** What somebody has begun to write in a form of a page. */
export interface Draft {
  /** The address of the page. */
  place: string
  fields?: Typed
  savedAt?: Date
}

export interface FormState {
  refused?: Refused
  values: Typed
  prefix: string
  /** What the fields are called; they say so when they are rendered. */
  labels: Map<string, Child>
  /** Of a search or filter everything may stay empty, so nothing needs to say so. */
  quiet?: boolean
  /** Where it is sent. */
  action?: string | undefined
}

export const FormContext = createContext<FormState>({ values: {}, prefix: '', labels: new Map() })

export interface Common {
  name: string
  label: Child
  hint?: Child
  /** Said beside the label of what may stay empty; fields are required unless they say so. */
  optional?: boolean
}

/** What a field needs of its form: its value, its id and what is wrong with it. */
export function useField({ name, label, hint, optional }: Common) {
  const { refused, values, prefix, quiet, labels } = useContext(FormContext)
  labels.set(name, label)
  const id = `${prefix}-${name}`
  const error = refused?.fields[name]
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const value = values[name]
  return {
    id,
    error,
    value: Array.isArray(value) ? value[0] : value,
    values: value === undefined ? [] : [value].flat(),
    control: {
      id,
      name,
      // The server checks it. By `required`, browsers tell screen readers of each empty field of a new form, and of the form, that it is wrong.
      'aria-required': (!optional && !quiet) || undefined,
      'aria-invalid': error ? 'true' : undefined,
      'aria-describedby': described || undefined,
    },
  }
}

/** The name of a field, which says where it may be left empty. */
export function Label({ id, label, optional }: Common & { id: string }) {
  const words = chromeWords(useReader().locale)
  const { quiet } = useContext(FormContext)
  return (
    <label for={id} id={`${id}-label`}>
      {label}
      {optional && !quiet && <span class="meta"> {words.optional}</span>}
    </label>
  )
}

/** What helps to fill in a field; read out with it. */
export const Hint = ({ id, children }: { id: string; children?: Child }) =>
  children ? (
    <span class="hint" id={`${id}-hint`}>
      {children}
    </span>
  ) : null

/** What is wrong with a field, beside it and read out with it. */
export const Problem = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <span class="error" id={`${id}-error`}>
      {error}
    </span>
  ) : null

/** A field of a form: its label and hint above, what is wrong with it below. */
export const Framed = ({ id, error, class: kind = 'field', children, ...common }: Common & Framing) => (
  <div class={kind}>
    <Label id={id} {...common} />
    <Hint id={id}>{common.hint}</Hint>
    {children}
    <Problem id={id} error={error} />
  </div>
)

interface Framing {
  id: string
  error: string | undefined
  class?: string
  children?: Child
}

/** The summary comes first but is written last, since only the fields know what they are called. */
export function summaryFirst(refused: Refused, state: FormState, fields: Child) {
  const html = htmlOf(fields)
  return (
    <>
      <Problems refused={refused} labels={state.labels} prefix={state.prefix} />
      {raw(html)}
    </>
  )
}

function Problems({ refused, labels, prefix }: { refused: Refused; labels: Map<string, Child>; prefix: string }) {
  const words = chromeWords(useReader().locale)
  // In the order in which the fields stand on the page; what has none comes last.
  const places = new Map([...labels.keys()].map((name, place) => [name, place]))
  const placeOf = (name: string) => places.get(name) ?? places.size
  const fields = Object.entries(refused.fields).toSorted(([one], [other]) => placeOf(one) - placeOf(other))
  return (
    <div class="note late problems" role="alert" tabindex={-1} autofocus>
      <h2 class="h3">{fields.length > 0 ? words.problems({ count: fields.length }) : refused.message}</h2>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, message]) => (
            <li>
              {labels.has(name) ? (
                <a href={`#${prefix}-${name}`}>
                  {labels.get(name)}
                  {words.colon} {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/**
 * Fields that are seldom needed, behind one line. It is open where one of them was refused or holds something.
 * @param names of these fields
 * @param values what they hold at first, where the form does not say it
 * @param usual what they hold where nobody chose it
 */
export function MoreFields(props: {
  title: Child
  names: readonly string[]
  values?: Record<string, string | undefined>
  usual?: Record<string, string | string[]>
  children?: Child
}) {
  const { title, names, values: own = {}, usual = {}, children } = props
  const { refused, values } = useContext(FormContext)
  const used = names.some(
    (name) => refused?.fields[name] || [values[name] ?? own[name] ?? ''].flat().some((value) => value !== '' && value !== usual[name]),
  )
  return (
    <details class="fold" open={used}>
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  )
}

/** What was refused of this form: it is named, or is sent to the address that was asked. */
export function refusedOf({ action, method = 'post', id }: { action?: string | undefined; method?: 'post' | 'get'; id: string }) {
  const refused = useRefused()
  if (!refused || method !== 'post') return undefined
  const its =
    refused.form === undefined ? !action || new URL(action, `http://here${refused.path}`).pathname === refused.path : refused.form === id
  return its ? refused : undefined
}

/** What is kept of a form, and the way to begin anew; with script (`editor.js`) it is kept while one writes. */
export const Drafted = ({ draft, shown }: { draft: Draft; shown: boolean }) => (
  <>
    <input type="hidden" name="draft" value={draft.place} />
    {shown && draft.savedAt && (
      <div class="note row">
        <span>{t.draftShown({ time: <Time at={draft.savedAt} /> })}</span>
        <button type="submit" class="button quiet" formaction="/drafts/discard" formnovalidate>
          {t.discardDraft}
        </button>
      </div>
    )}
  </>
)
