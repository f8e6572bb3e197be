// Writes pages: JSX compiles to this (`jsxImportSource` in tsconfig.json). A page is made at once, from texts alone, in two thirds of the
// time of hono/jsx, whose types it keeps (decision 36). Nothing in a page is awaited: what it shows was read before.
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

export type { JSX }

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => unknown

/** Text that is HTML already, as `raw` of hono/html marks it. */
interface Escaped {
  isEscaped: true
}

const isEscaped = (value: unknown): value is Escaped => (value as Partial<Escaped>).isEscaped === true

const special = /[&<>'"]/
const codes: readonly (string | undefined)[] = Object.assign([], { 34: '&quot;', 38: '&amp;', 39: '&#39;', 60: '&lt;', 62: '&gt;' })

/** A text as it stands in HTML, between tags and in attributes. */
export function escapeHtml(text: string): string {
  let at = text.search(special)
  if (at < 0) return text
  let [html, from] = ['', 0]
  for (; at < text.length; at++) {
    const code = codes[text.charCodeAt(at)]
    if (code === undefined) continue
    html += text.slice(from, at) + code
    from = at + 1
  }
  return html + text.slice(from)
}

const withoutEnd = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const switches = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(
    ' ',
  ),
)
// In a name there is nothing that ends it.
const name = /^[a-z][\w:.-]*$/i

/** Makes each value of a name once. */
function byName<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>()
  return (of) => {
    const known = made.get(of)
    if (known !== undefined) return known
    if (!name.test(of)) throw new Error(`Not a name in HTML: ${of}`)
    const one = make(of)
    made.set(of, one)
    return one
  }
}

const tagOf = byName((tag) => ({ begin: `<${tag}`, end: `</${tag}>`, ends: !withoutEnd.has(tag) }))
const attributeOf = byName((attribute) => ({ begin: ` ${attribute}="`, isSwitch: switches.has(attribute) }))

function attribute(key: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  const { begin, isSwitch } = attributeOf(key)
  if (typeof value === 'string') return `${begin}${escapeHtml(value)}"`
  if (typeof value === 'boolean' && isSwitch) return value ? `${begin}"` : ''
  // An element in an attribute is text: its own quotes would end it.
  return `${begin}${value instanceof String && isEscaped(value) ? value : escapeHtml(String(value))}"`
}

/** HTML that is written. */
class Written {
  readonly isEscaped = true
  readonly #html: string

  constructor(html: string) {
    this.#html = html
  }

  toString(): string {
    return this.#html
  }
}

/** An element of a page, or a component with what it is given, still to be written. */
class Element {
  readonly isEscaped = true
  readonly tag: string | Component
  readonly props: Props

  constructor(tag: string | Component, props: Props) {
    this.tag = tag
    this.props = props
  }

  toString(): string {
    const { tag, props } = this
    return typeof tag === 'string' ? written(tag, props) : htmlOf(tag(alone(props)))
  }
}

/** One thing between two tags is that thing to the component, and no list of one. */
const alone = (props: Props): Props =>
  Array.isArray(props.children) && props.children.length === 1 ? { ...props, children: props.children[0] } : props

function written(tag: string, props: Props): string {
  const { begin, end, ends } = tagOf(tag)
  let html = begin
  for (const key in props) if (key !== 'children') html += attribute(key, props[key])
  if (!ends && props.children === undefined) return `${html}/>`
  return `${html}>${htmlOf(props.children)}${end}`
}

/**
 * Anything that stands on a page, as HTML.
 * @throws where it would have to be waited for
 */
export function htmlOf(child: unknown): string {
  if (typeof child === 'string') return escapeHtml(child)
  if (child === undefined || child === null || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (isEscaped(child)) return String(child)
  if (!Array.isArray(child)) throw new Error('Only texts, numbers and elements stand on a page.')
  let html = ''
  for (const one of child) html += htmlOf(one)
  return html
}

/** What the compiler makes of a tag. */
export const jsx = (tag: string | Component, props: Props): JSX.Element => new Element(tag, props) as unknown as JSX.Element
export { jsx as jsxDEV, jsx as jsxs }

/** `<>…</>` */
export const Fragment = ({ children }: { children?: Child }): Child => children

/** What stands above a part of a page for all that is in it. */
export interface Context<T> {
  /** The part, with its value. */
  Provider(props: { value: T; children?: Child }): JSX.Element
  values: T[]
}

/** @param value where nothing is provided */
export function createContext<T>(value: T): Context<T> {
  const values = [value]
  return {
    values,
    Provider(props) {
      values.push(props.value)
      try {
        return new Written(htmlOf(props.children)) as unknown as JSX.Element
      } finally {
        values.pop()
      }
    },
  }
}

/** The value that was provided nearest above the part that is written just now. */
export const useContext = <T>({ values }: Context<T>): T => values.at(-1) as T
