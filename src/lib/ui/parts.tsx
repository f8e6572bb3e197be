import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { chromeWords } from './chrome-words.ts'
import { refusedOf } from './field-parts.tsx'
import { Form, Hidden } from './form.tsx'
import { htmlOf } from './jsx-runtime.ts'
import { type Reader, useReader } from './reader.ts'

/** good: as it should be; wait: somebody must do something; late: it should have been done. */
export type Mood = 'good' | 'wait' | 'late'

/** A sentence for the first time at a place, until its reader hides it. What there is to know besides, the mark beside the title leads to. */
function Hint({ name, text, at }: NonNullable<Reader['hint']>) {
  const words = chromeWords(useReader().locale)
  return (
    <aside class="hint" aria-label={words.hint}>
      <p>{text}</p>
      <form method="post" action="/me/hints">
        <Hidden name="next" value={at} />
        <button type="submit" class="link" name="hint" value={name}>
          {words.hideHint}
        </button>
        <button type="submit" class="link" name="hint" value="all">
          {words.hideHints}
        </button>
      </form>
    </aside>
  )
}

/** The page's only h1, with a line of facts above it and a sentence below it; children (a chain, tabs) come last. */
export function Heading(props: { title: Child; meta?: Child; lead?: Child; actions?: Child; children?: Child }) {
  const { title, meta, lead, actions, children } = props
  const { help, hint, locale } = useReader()
  return (
    <header class="heading">
      {meta && <p class="meta">{meta}</p>}
      <div class="row apart">
        <div class="titled">
          <h1 dir="auto">{title}</h1>
          {help && (
            <a class="ask" href={help.href} aria-label={chromeWords(locale).helpOn({ title: help.title })}>
              ?
            </a>
          )}
          {lead && <p class="soft">{lead}</p>}
        </div>
        {actions && <div class="row">{actions}</div>}
      </div>
      {hint && <Hint {...hint} />}
      {children}
    </header>
  )
}

/** What stands on a page, below its heading. */
export const Titled = ({ children, ...heading }: Parameters<typeof Heading>[0]) => (
  <>
    <Heading {...heading} />
    {children}
  </>
)

/** The way back, above the title of each page that belongs to a person's settings. */
export const ToSettings = () => <a href="/me">{chromeWords(useReader().locale).settings}</a>

/** A part of the page with its own h2 and, beside it, a remark or a link; `within` another part its title stands one level lower. */
export function Section(props: {
  title: Child
  aside?: Child
  id?: string
  within?: boolean
  hidden?: boolean
  /** What can be done or looked up there: paper has no use for it. */
  screen?: boolean
  children?: Child
}) {
  const { title, aside, id, within, hidden, screen, children } = props
  const Title = within ? 'h3' : 'h2'
  return (
    <section class={screen ? 'stack screen' : 'stack'} id={id} hidden={hidden}>
      <div class="row apart">
        <Title>{title}</Title>
        {aside && <span class="meta">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

/** Is something in it refused: a field, or what was sent as a whole? */
const refusedIn = (html: string): boolean => / aria-invalid="true"| role="alert"(?![^>]* hidden)/.test(html)

/**
 * A form for what is rarely done, behind one line. It is open where something in it was refused, or `open` says so. An `id` stands within,
 * since a browser opens what an anchor is folded in.
 */
export function Fold({ title, id, open, children }: { title: Child; id?: string; open?: boolean; children?: Child }) {
  const html = htmlOf(children)
  return (
    <details class="fold" open={open || refusedIn(html)}>
      <summary>{title}</summary>
      {id ? (
        <div class="stack" id={id}>
          {raw(html)}
        </div>
      ) : (
        raw(html)
      )}
    </details>
  )
}

type FormPart = Parameters<typeof Form>[0]

/** A part of the page that is a form. */
export const FormSection = ({
  title,
  aside,
  within,
  ...form
}: FormPart & Pick<Parameters<typeof Section>[0], 'title' | 'aside' | 'within'>) => (
  <Section {...{ title, aside, within }}>
    <Form {...form} />
  </Section>
)

/** A form behind one line, open where it was refused. */
export const FormFold = ({ title, ...form }: FormPart & { title: Child; id: string }) => (
  <Fold title={title} open={refusedOf(form) !== undefined}>
    <Form {...form} />
  </Fold>
)

/** Text and, beside it on wide screens, what belongs to it; below the text on narrow ones, or above it where that is read first. */
export const Split = ({ aside, first, children }: { aside?: Child; first?: boolean; children?: Child }) => (
  <div class={first ? 'split read-first' : 'split'}>
    <div class="stack-l">{children}</div>
    {aside && (
      <aside class="stack-l" aria-label={chromeWords(useReader().locale).beside}>
        {aside}
      </aside>
    )}
  </div>
)

/** What a button or a link is about, behind words that many of a page share: for who meets it alone, in a list of all of them. */
export const About = ({ children }: { children?: Child }) => (
  <span class="away">
    {chromeWords(useReader().locale).colon} {children}
  </span>
)

interface ButtonProps {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  /** A link that looks like a button; without it a submit button. */
  href?: string
  name?: string
  value?: string
  /** Why it cannot be done now: the button is off and the sentence stands beside it. */
  whyNot?: string
  /** What a screen reader hears where the visible words are not enough. */
  label?: string
  formaction?: string
  formtarget?: '_blank'
  /** What it says; its children say it where they are more than words. */
  text?: Child
  children?: Child
}

/** A link or a submit button, or, with `whyNot`, the reason why there is none to press. */
export function Button({ kind = 'plain', href, whyNot, label, text, children = text, ...rest }: ButtonProps) {
  const look = kind === 'plain' ? 'button' : `button ${kind}`
  if (whyNot) {
    return (
      <span class="why-not">
        <button type="button" class={look} disabled>
          {children}
        </button>
        <span class="meta">{whyNot}</span>
      </span>
    )
  }
  if (href) {
    return (
      <a class={look} href={href} aria-label={label}>
        {children}
      </a>
    )
  }
  return (
    <button type="submit" class={look} aria-label={label} {...rest}>
      {children}
    </button>
  )
}

interface ButtonsProps<V extends string> {
  name: string
  /** What each says, by what it sends. */
  values: Readonly<Record<V, Child>>
  kinds?: Partial<Record<NoInfer<V>, ButtonProps['kind']>>
}

/** The buttons of a form, below its fields, of which each sends it with a value of its own. */
export const Buttons = <V extends string>({ name, values, kinds = {} }: ButtonsProps<V>) => (
  <div class="row">
    {Object.entries<Child>(values).map(([value, label]) => (
      <Button name={name} value={value} kind={kinds[value as V]}>
        {label}
      </Button>
    ))}
  </div>
)

/** The way out of a form, beside its button. */
export const Cancel = ({ href, children }: { href: string; children?: Child }) => (
  <Button kind="quiet" href={href}>
    {children ?? chromeWords(useReader().locale).cancel}
  </Button>
)

/** The button that sends a form, in a row of its own; `beside` it the way out. */
export const Submit = ({ beside, ...button }: ButtonProps & { beside?: Child }) => (
  <div class="row">
    <Button {...button} />
    {beside}
  </div>
)

/** A button that posts at once, with hidden facts: for the one action of a thing in a list. */
export const PostButton = ({
  action,
  fields = {},
  ...button
}: Omit<ButtonProps, 'href'> & { action: string; fields?: Record<string, string> }) => (
  <form method="post" action={action} class="inline">
    {Object.entries(fields).map(([name, value]) => (
      <Hidden name={name} value={value} />
    ))}
    <Button {...button} />
  </form>
)

/** A state: always a word, with a dot whose colour says it again. */
export const State = ({ mood, children }: { mood?: Mood; children?: Child }) => (
  // Words and dates in one: the dot keeps its distance from all of them together.
  <span class={mood ? `state ${mood}` : 'state'}>{typeof children === 'string' ? children : <span>{children}</span>}</span>
)

/** What matters most on the page now; one a page. */
export const Panel = ({ title, children }: { title?: Child; children?: Child }) => (
  <section class="panel stack">
    {title && <h2 class="h3">{title}</h2>}
    {children}
  </section>
)

/** A remark that must be seen. */
export const Note = ({ mood = 'wait', children }: { mood?: Mood; children?: Child }) => <div class={`note ${mood}`}>{children}</div>

/** Where a list would be and nothing is: what that means, and what one can do. */
export const Empty = ({ title, children }: { title: Child; children?: Child }) => (
  <div class="empty">
    <p class="title">{title}</p>
    {children && <div class="soft">{children}</div>}
  </div>
)

/** Is where people meet the address of a video room? */
export const isLink = (place: string): boolean => /^https?:/.test(place)

/** Where people meet: a room, or the address of a video room, which is a link. */
export const placeOf = (place: string) => (isLink(place) ? <a href={place}>{place}</a> : place)

export interface Fact {
  term: Child
  value: Child
}

/** Terms and values, beside a text or below a heading. Facts without a value are left out, and so is a list of none. */
export function Facts({ items }: { items: (Fact | false | undefined)[] }) {
  const shown = items.flatMap((item) =>
    item && item.value !== undefined && item.value !== null && item.value !== '' && item.value !== false ? [item] : [],
  )
  if (shown.length === 0) return null
  return (
    <dl class="facts">
      {shown.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Views of one thing, as links. */
export function Tabs(props: { label: string; items: { href: string; label: Child; count?: string | number; current?: boolean }[] }) {
  const { label, items } = props
  return (
    <nav class="tabs" aria-label={label}>
      {items.map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && <span class="count"> {item.count}</span>}
        </a>
      ))}
    </nav>
  )
}

/** Small links of one thing: Atom, mbox, raw. */
export const Toolbar = ({ children }: { children?: Child }) => <div class="toolbar row">{children}</div>

/** Asks before something is done: what will happen, one button that does it, one way back. Works without script. */
export function Confirm(props: {
  title: Child
  action: string
  yes: Child
  backHref: string
  back?: Child
  fields?: Record<string, string>
  danger?: boolean
  children?: Child
}) {
  const words = chromeWords(useReader().locale)
  return (
    <form method="post" action={props.action} class="confirm stack">
      <Heading title={props.title} />
      <div class="prose stack">{props.children}</div>
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <div class="row">
        <Button kind={props.danger ? 'danger' : 'primary'}>{props.yes}</Button>
        <Button kind="quiet" href={props.backHref}>
          {props.back ?? words.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Text as it came, byte for byte readable: raw mail, logs, source. */
export const Raw = ({ children, label }: { children?: Child; label: string }) => (
  <section class="raw" aria-label={label} tabindex={0}>
    <pre dir="ltr">{children}</pre>
  </section>
)
