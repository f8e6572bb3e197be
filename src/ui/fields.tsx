import { type Child, createContext, useContext } from 'hono/jsx'
import { chromeWords } from './chrome-words.ts'
import type { Refused, Typed } from './forms.ts'
import { useReader } from './reader.ts'

interface FormState {
  refused?: Refused
  values: Typed
  prefix: string
}

const FormContext = createContext<FormState>({ values: {}, prefix: '' })

interface FormProps {
  action?: string
  method?: 'post' | 'get'
  /** What readForm refused: its messages stand beside the fields, what was typed stays. */
  refused?: Refused
  /** What the fields hold at first. */
  values?: Typed
  /** Two forms on one page need names of their own for the ids of their fields. */
  id?: string
  /** For files. */
  multipart?: boolean
  label?: string
  children?: Child
}

/** A form that posts without script. After a refusal it begins with a summary whose lines lead to the fields. */
export function Form({ action, method = 'post', refused, values = {}, id = 'f', multipart, label, children }: FormProps) {
  const state: FormState = { values: refused ? { ...values, ...refused.typed } : values, prefix: id }
  if (refused) state.refused = refused
  return (
    <form
      class="form stack"
      id={id}
      method={method}
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      aria-label={label}
      novalidate
    >
      <FormContext.Provider value={state}>
        <Problems />
        {children}
      </FormContext.Provider>
    </form>
  )
}

function Problems() {
  const { refused, prefix } = useContext(FormContext)
  const words = chromeWords(useReader().locale)
  if (!refused) return null
  const fields = Object.entries(refused.fields)
  return (
    <div class="note late problems" role="alert" tabindex={-1} autofocus>
      <h2 class="h3">{fields.length > 0 ? words.problems(fields.length) : refused.message}</h2>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, message]) => (
            <li>
              <a href={`#${prefix}-${name}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface Common {
  name: string
  label: Child
  hint?: Child
  /** Said beside the label of what may stay empty; fields are required unless they say so. */
  optional?: boolean
}

function useField({ name, hint, optional }: Common) {
  const { refused, values, prefix } = useContext(FormContext)
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
      required: !optional,
      'aria-invalid': error ? 'true' : undefined,
      'aria-describedby': described || undefined,
    },
  }
}

function Label({ id, label, optional }: Common & { id: string }) {
  const words = chromeWords(useReader().locale)
  return (
    <label for={id}>
      {label}
      {optional && <span class="meta"> {words.optional}</span>}
    </label>
  )
}

const Hint = ({ id, children }: { id: string; children?: Child }) =>
  children ? (
    <span class="hint" id={`${id}-hint`}>
      {children}
    </span>
  ) : null

const Problem = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <span class="error" id={`${id}-error`}>
      {error}
    </span>
  ) : null

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
  list?: string
  /** As wide as what goes in: a code, a number. */
  short?: boolean
  readonly?: boolean
}

/** One line of input with its label, hint and, after a refusal, what is wrong with it. */
export function Field({ name, label, hint, optional, value, short, type = 'text', ...rest }: InputProps) {
  const common = { name, label, hint, ...(optional === undefined ? {} : { optional }) }
  const field = useField(common)
  return (
    <div class={short ? 'field short' : 'field'}>
      <Label id={field.id} {...common} />
      <Hint id={field.id}>{hint}</Hint>
      <input {...field.control} type={type} value={type === 'file' || type === 'password' ? undefined : (field.value ?? value)} {...rest} />
      <Problem id={field.id} error={field.error} />
    </div>
  )
}

/** Several lines of text. */
export function TextArea({
  rows = 6,
  value,
  maxlength,
  placeholder,
  ...common
}: Common & { rows?: number; value?: string; maxlength?: number; placeholder?: string }) {
  const field = useField(common)
  return (
    <div class="field">
      <Label id={field.id} {...common} />
      <Hint id={field.id}>{common.hint}</Hint>
      <textarea {...field.control} rows={rows} maxlength={maxlength} placeholder={placeholder} dir="auto">
        {field.value ?? value ?? ''}
      </textarea>
      <Problem id={field.id} error={field.error} />
    </div>
  )
}

export interface Option {
  value: string
  label: Child
  hint?: Child
  group?: string
  disabled?: boolean
}

/** One of several, in a menu. `empty` is the line for none. */
export function Select({ options, value, empty, ...common }: Common & { options: Option[]; value?: string; empty?: string | false }) {
  const field = useField(common)
  const words = chromeWords(useReader().locale)
  const chosen = field.value ?? value ?? ''
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
    <div class="field">
      <Label id={field.id} {...common} />
      <Hint id={field.id}>{common.hint}</Hint>
      <select {...field.control}>
        {empty !== false && <option value="">{empty ?? words.choose}</option>}
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
      <Problem id={field.id} error={field.error} />
    </div>
  )
}

/** One (radio) or some (checkbox) of a few, all in sight. */
export function Choices({ options, value, many, ...common }: Common & { options: Option[]; value?: string | string[]; many?: boolean }) {
  const field = useField(common)
  const chosen = field.values.length > 0 ? field.values : [value ?? []].flat()
  const { 'aria-describedby': described, 'aria-invalid': invalid } = field.control
  return (
    <fieldset class="field choices" aria-describedby={described}>
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
  // After a refusal the absence of a tick is what was typed.
  const ticked = field.value !== undefined ? field.value === 'on' : !refused && checked === true
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

/** A fact that travels with the form. */
export const Hidden = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />
