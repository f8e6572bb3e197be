import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { chromeWords } from './chrome-words.ts'
import type { When } from './format.ts'
import { nameIn } from './former.ts'
import { htmlOf } from './jsx-runtime.ts'
import { useReader } from './reader.ts'
import { Time } from './time.tsx'

/** Two letters for a person: the first of the first and of the last name, whatever the script. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return (
    ends
      .map((word) => [...(word ?? '')][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  )
}

/** A person's letters in a circle, beside the name; not read out. */
export const Face = ({ name }: { name: string }) => (
  <span class="face" aria-hidden="true">
    {initials(name)}
  </span>
)

/** Deeper answers stay at this depth: on a phone there is no room to go on. */
const deepest = 4

interface LetterProps {
  /** The anchor of this message within its page. */
  id: string
  from: { name: string; href?: string; of?: Child }
  at: When
  /** 0 begins the thread. */
  depth?: number
  /** The address of the message itself; the date links to it. */
  href?: string
  /** A line of facts under the name: recipients, attachments, why it is held. */
  meta?: Child
  /** Reply, make it a user case. */
  actions?: Child
  /** What is rarely done, behind one word. */
  more?: Child
  /** The text, as MailText. */
  children?: Child
}

/** A message in its thread. */
export function Letter({ id, from, at, depth = 0, href, meta, actions, more, children }: LetterProps) {
  const { locale } = useReader()
  const called = nameIn(locale, from.name)
  const name = <b dir="auto">{called}</b>
  const words = chromeWords(locale)
  const [shown, rest] = [htmlOf(actions), htmlOf(more)]
  return (
    <article class={`letter depth-${Math.min(depth, deepest)}`} id={id}>
      <Face name={called} />
      <div class="inside">
        <header>
          {/* Who goes from heading to heading finds each message by who wrote it, and reads on with its day. */}
          <h2>{from.href ? <a href={from.href}>{name}</a> : name}</h2>
          {from.of && <span class="meta">{from.of}</span>}
          <span class="meta">
            {href ? (
              <a href={href} class="soft">
                <Time at={at} />
              </a>
            ) : (
              <Time at={at} />
            )}
          </span>
        </header>
        {meta && <div class="meta">{meta}</div>}
        <div class="body">{children}</div>
        {(shown || rest) && (
          <div class="row actions">
            {raw(shown)}
            {rest && (
              <details class="more">
                <summary aria-label={`${words.moreActs}: ${called}`}>{words.moreActs}</summary>
                <div class="row">{raw(rest)}</div>
              </details>
            )}
          </div>
        )}
      </div>
    </article>
  )
}

/** Where an answer points to a message that never came, or has not come yet. */
export function MissingLetter({ depth = 0, children }: { depth?: number; children?: Child }) {
  const words = chromeWords(useReader().locale)
  return <div class={`letter missing depth-${Math.min(depth, deepest)}`}>{children ?? words.missing}</div>
}
