import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { chromeWords } from './chrome-words.ts'
import type { Refused, Typed } from './forms.ts'
import { createContext, htmlOf, useContext } from './jsx-runtime.ts'
import { useReader } from './reader.ts'
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

interface FormState {
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

interface FormProps {
  action?: string
  method?: 'post' | 'get'
  /** What readForm refused, of this form or another of the page: its messages stand beside the fields, what was typed stays. */
  refused?: Refused
  /** What the fields hold at first. */
  values?: Typed
  /** Two forms on one page need names of their own for the ids of their fields. */
  id?: string
  /** For files. */
  multipart?: boolean
  label?: string
  /** What is typed is kept until it is sent, and stands there again when its author comes back. */
  draft?: Draft | undefined
  children?: Child
}

/** A form that posts without script. After a refusal it begins with a summary whose lines lead to the fields. */
export function Form({ action, method = 'post', refused: any, values = {}, id = 'f', multipart, label, draft, children }: FormProps) {
  const refused = any && (any.form ?? id) === id ? any : undefined
  const state: FormState = { values: { ...values, ...(refused?.typed ?? draft?.fields) }, prefix: id, labels: new Map(), action }
  if (refused) state.refused = refused
  // A form that a program drafted stays that draft until it is taken.
  const proposal = refused?.typed.proposal
  const fields = (
    <FormContext.Provider value={state}>
      {draft && <Drafted draft={draft} shown={!refused} />}
      {typeof proposal === 'string' && <Hidden name="proposal" value={proposal} />}
      {children}
    </FormContext.Provider>
  )
  return (
    <form
      class="form stack"
      id={id}
      method={method}
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      aria-label={label}
      data-draft={draft ? '' : undefined}
      novalidate
    >
      {refused ? summaryFirst(refused, state, fields) : fields}
    </form>
  )
}

/** What is kept of a form, and the way to begin anew; with script (`editor.js`) it is kept while one writes. */
function Drafted({ draft, shown }: { draft: Draft; shown: boolean }) {
  return (
    <>
      <Hidden name="draft" value={draft.place} />
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
}

const given = (values: Record<string, unknown>) => Object.values(values).some(Boolean)

/**
 * A line of fields that narrow a list down; sent by GET, so that what is found has an address. On a phone they fold away,
 * so that the list itself comes first.
 * @param narrowed whether the list is narrowed down now; where not said, when any field has a value
 */
export function Filters({
  action,
  label,
  values = {},
  submit,
  unfolded,
  narrowed = given(values),
  children,
}: Pick<FormProps, 'action' | 'values' | 'children'> & { label: string; submit?: Child; unfolded?: boolean; narrowed?: boolean }) {
  const words = chromeWords(useReader().locale)
  const fields = (
    <>
      <FormContext.Provider value={{ values, prefix: 'filter', labels: new Map(), quiet: true }}>{children}</FormContext.Provider>
      <button type="submit" class="button">
        {submit ?? words.show}
      </button>
    </>
  )
  const many = !unfolded && [children].flat().filter(Boolean).length > 1
  return (
    <form class={many ? undefined : 'filters'} method="get" action={action} aria-label={label}>
      {many ? (
        <details class="narrowing" open={narrowed}>
          <summary>{label}</summary>
          <div class="filters">{fields}</div>
        </details>
      ) : (
        fields
      )}
    </form>
  )
}

/** The summary comes first but is written last, since only the fields know what they are called. */
function summaryFirst(refused: Refused, state: FormState, fields: Child) {
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
                  {labels.get(name)}: {message}
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

export interface Common {
  name: string
  label: Child
  hint?: Child
  /** Said beside the label of what may stay empty; fields are required unless they say so. */
  optional?: boolean
}

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
      required: !optional && !quiet,
      'aria-invalid': error ? 'true' : undefined,
      'aria-describedby': described || undefined,
    },
  }
}

export function Label({ id, label, optional }: Common & { id: string }) {
  const words = chromeWords(useReader().locale)
  const { quiet } = useContext(FormContext)
  return (
    <label for={id}>
      {label}
      {optional && !quiet && <span class="meta"> {words.optional}</span>}
    </label>
  )
}

export const Hint = ({ id, children }: { id: string; children?: Child }) =>
  children ? (
    <span class="hint" id={`${id}-hint`}>
      {children}
    </span>
  ) : null

export const Problem = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <span class="error" id={`${id}-error`}>
      {error}
    </span>
  ) : null

/** A fact that travels with the form. */
export const Hidden = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />
