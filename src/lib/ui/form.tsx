import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { markField, markOfShown } from './as-shown.ts'
import { chromeWords } from './chrome-words.ts'
import {
  type Common,
  type Draft,
  Drafted,
  FormContext,
  type FormState,
  Framed,
  Hint,
  Problem,
  refusedOf,
  summaryFirst,
  useField,
} from './field-parts.tsx'
import { type Locale, languageName, locales } from './format.ts'
import type { Typed } from './forms.ts'
import { htmlOf, useContext } from './jsx-runtime.ts'
import { useReader } from './reader.ts'
import { asField } from './signed-in-as.ts'

interface FormProps {
  action?: string
  method?: 'post' | 'get'
  /** What the fields hold at first. */
  values?: Typed
  /** Two forms on one page need names of their own for the ids of their fields. */
  id?: string
  /** For files. */
  multipart?: boolean
  label?: string
  /** What is typed is kept until it is sent, and stands there again when its author comes back. */
  draft?: Draft | undefined
  /**
   * It shows what is kept, and sending it keeps that and does nothing else: sent as it is shown, it changes nothing, and that is what is said.
   * Not for one that makes something, confirms something, or shows what is only proposed.
   */
  keeps?: boolean
  children?: Child
}

/** What its fields send as they stand here; not of what was typed, which is kept nowhere yet. */
const Mark = ({ children }: { children?: Child }) => {
  const html = htmlOf(children)
  return (
    <>
      {raw(html)}
      <Hidden name={markField} value={markOfShown(html)} />
    </>
  )
}

/**
 * A form that posts without script. After a refusal it begins with a summary whose lines lead to the fields: what is wrong stands beside them,
 * what was typed stays.
 */
export function Form({ action, method = 'post', values = {}, id = 'f', multipart, label, draft, keeps, children }: FormProps) {
  const refused = refusedOf({ action, method, id })
  const as = useReader().as
  const state: FormState = { values: { ...values, ...(refused?.typed ?? draft?.fields) }, prefix: id, labels: new Map(), action }
  if (refused) state.refused = refused
  // A form that a program drafted stays that draft until it is taken.
  const drafted = refused?.typed.drafted
  const shown = (
    <>
      {draft && <Drafted draft={draft} shown={!refused} />}
      {typeof drafted === 'string' && <Hidden name="drafted" value={drafted} />}
      {children}
    </>
  )
  const fields = (
    <FormContext.Provider value={state}>{keeps && !refused && !draft?.fields ? <Mark>{shown}</Mark> : shown}</FormContext.Provider>
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
      {method === 'post' && as !== undefined && <Hidden name={asField} value={as} />}
    </form>
  )
}

/** So many things are seen at a glance: a list of no more needs no fields to narrow it down. */
export const atAGlance = 5

const given = (values: Record<string, unknown>) => Object.values(values).some(Boolean)

/**
 * A line of fields that narrow a list down; sent by GET, so that what is found has an address. On a phone they fold away,
 * so that the list itself comes first.
 * @param action the page of the list: it may be shown in answer to a form that was refused, at that form's address, which nobody gets by GET
 * @param narrowed whether the list is narrowed down now; where not said, when any field has a value but that of the group whose list it is
 * @param nothing the list has nothing in it, or little: where nothing narrows it down, there is nothing to narrow
 * @param hidden what else the address says and goes on to say; one field that is seen is no line to fold away
 * @param found how many there are, on all pages of the list: said before the first of them
 */
export function Filters({
  action,
  label,
  values = {},
  submit,
  unfolded,
  narrowed = given({ ...values, group: undefined }),
  nothing = false,
  hidden = {},
  found = 0,
  children,
}: Pick<FormProps, 'values' | 'children'> & {
  action: string | undefined
  label: string
  submit?: Child
  unfolded?: boolean
  narrowed?: boolean
  nothing?: boolean
  hidden?: Record<string, string | undefined>
  found?: number
}) {
  const words = chromeWords(useReader().locale)
  if (nothing && !narrowed) return null
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
      {Object.entries(hidden).map(([name, value]) => value && <Hidden name={name} value={value} />)}
      {many ? (
        <details class="narrowing" open={narrowed}>
          <summary>{label}</summary>
          <div class="filters">{fields}</div>
        </details>
      ) : (
        fields
      )}
      {found > 0 && <p class="found meta">{words.found({ n: found })}</p>}
    </form>
  )
}

/** A fact that travels with the form. */
export const Hidden = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />

/** The languages of Rapport, each by its own name. */
export const languageOptions: { value: Locale; label: string }[] = locales.map((value) => ({ value, label: languageName(value) }))

interface InputProps extends Common {
  type?: 'text' | 'email' | 'url' | 'number' | 'date' | 'datetime-local' | 'time' | 'search' | 'tel' | 'file' | 'password'
  value?: string | number
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'email' | 'url' | 'text'
  placeholder?: string
  maxlength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  accept?: string
  /** Several files. */
  multiple?: boolean
  list?: string
  /** As wide as what goes in: a code, a number. */
  short?: boolean
  readonly?: boolean
  /** Of what is typed, where it is another than the page's. */
  lang?: Locale
  /** May stay empty without saying so: in a table whose column does. */
  quiet?: boolean
}

/** One line of input with its label, hint and, after a refusal, what is wrong with it. */
export function Field({ name, label, hint, optional, value, short, quiet, type = 'text', ...rest }: InputProps) {
  const common = { name, label, hint, ...(optional === undefined ? {} : { optional }) }
  const field = useField(quiet ? { ...common, optional: true } : common)
  return (
    <Framed {...common} id={field.id} error={field.error} class={short ? 'field short' : 'field'}>
      <input {...field.control} type={type} value={type === 'file' || type === 'password' ? undefined : (field.value ?? value)} {...rest} />
    </Framed>
  )
}

/** A short name, which is made of a name in the same form where it is left empty: what it will be is shown meanwhile, with script. */
export const ShortName = ({ from, longest = 40, ...field }: Common & { from: string; longest?: number }) => (
  <Field {...field} maxlength={longest} data-made-from={from} short optional />
)

/** Several lines of text. */
export function TextArea({
  rows = 6,
  value,
  maxlength,
  placeholder,
  lang,
  ...common
}: Common & {
  rows?: number
  value?: string
  maxlength?: number
  placeholder?: string /** Of what is typed, where it is another than the page's. */
  lang?: Locale
}) {
  const field = useField(common)
  return (
    <Framed {...common} id={field.id} error={field.error}>
      <textarea {...field.control} class="text" rows={rows} maxlength={maxlength} placeholder={placeholder} lang={lang} dir="auto">
        {field.value ?? value ?? ''}
      </textarea>
    </Framed>
  )
}

export interface Option {
  value: string
  label: Child
  hint?: Child
  group?: string
  disabled?: boolean
}

/** What can be chosen, by the words for it: all of it, or these values in this order. */
export const optionsOf = <V extends string, L extends Child>(
  words: Readonly<Record<V, L>>,
  values?: readonly V[],
): { value: V; label: L }[] => (values ?? (Object.keys(words) as V[])).map((value) => ({ value, label: words[value] }))

/** What can be chosen of what is stored, by number. */
export const optionsById = (rows: readonly { id: number; name: string }[]): Option[] =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }))

/** One of several, in a menu. `empty` is the line for none; where one must be and only one can, it is said and not asked: the only group of the site not even that. */
export function Select({ options, value, empty, ...common }: Common & { options: Option[]; value?: string; empty?: string | false }) {
  const field = useField(common)
  const { locale, alone } = useReader()
  const words = chromeWords(locale)
  const chosen = field.value ?? value ?? ''
  const [only, another] = options
  if (empty === false && only && !another && !field.error) {
    const sent = <Hidden name={common.name} value={only.value} />
    if (only.label === alone) return sent
    return (
      <div class="field">
        <b>{common.label}</b>
        <span>{only.label}</span>
        {sent}
      </div>
    )
  }
  // Where something is chosen that must be, there is nothing left to ask for.
  const unset = empty !== false && !(empty === undefined && !common.optional && options.some((option) => option.value === chosen))
  const groups = new Map<string, Option[]>()
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option])
  const Options = ({ of }: { of: Option[] }) => (
    <>
      {of.map((option) => (
        <option value={option.value} selected={option.value === chosen} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </>
  )
  return (
    <Framed {...common} id={field.id} error={field.error}>
      <select {...field.control} aria-required={(unset && field.control['aria-required']) || undefined}>
        {unset && <option value="">{empty ?? words.choose}</option>}
        {[...groups].map(([group, of]) =>
          group ? (
            <optgroup label={group}>
              <Options of={of} />
            </optgroup>
          ) : (
            <Options of={of} />
          ),
        )}
      </select>
    </Framed>
  )
}

interface ChoicesProps extends Common {
  options: Option[]
  value?: string | string[]
  many?: boolean
  /** Beside each other: two or three short words. */
  beside?: boolean
}

/** One (radio) or some (checkbox) of a few, all in sight. */
export function Choices({ options, value, many, beside, ...common }: ChoicesProps) {
  const field = useField(common)
  const { refused } = useContext(FormContext)
  // After a refusal no tick is what was chosen.
  const typed = many && refused ? [refused.typed[common.name] ?? []].flat() : field.values
  const chosen = typed.length > 0 || (many && refused) ? typed : [value ?? []].flat()
  const { 'aria-describedby': described, 'aria-invalid': invalid } = field.control
  return (
    <fieldset class={beside ? 'field choices beside' : 'field choices'} aria-describedby={described}>
      <legend>{common.label}</legend>
      <Hint id={field.id}>{common.hint}</Hint>
      {options.map((option, index) => (
        <label class="check">
          <input
            type={many ? 'checkbox' : 'radio'}
            id={index === 0 ? field.id : undefined}
            name={common.name}
            value={option.value}
            checked={chosen.includes(option.value)}
            disabled={option.disabled}
            aria-invalid={invalid}
          />
          <span>
            {option.label}
            {option.hint && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
      <Problem id={field.id} error={field.error} />
    </fieldset>
  )
}

/** Yes or no. Unticked it is not sent: read it with `tick()`. */
export function Check({ checked, ...common }: Common & { checked?: boolean }) {
  const field = useField({ ...common, optional: true })
  const { refused } = useContext(FormContext)
  // After a refusal the absence of a tick is what was typed, whatever the form held at first.
  const said = refused ? [refused.typed[common.name] ?? []].flat()[0] : field.value
  const ticked = said !== undefined ? said === 'on' : !refused && checked === true
  return (
    <div class="field">
      <label class="check">
        <input {...field.control} type="checkbox" value="on" checked={ticked} />
        <span>
          {common.label}
          <Hint id={field.id}>{common.hint}</Hint>
        </span>
      </label>
      <Problem id={field.id} error={field.error} />
    </div>
  )
}
