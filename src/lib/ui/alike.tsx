import type { Child } from 'hono/jsx'
import { FormContext } from './field-parts.tsx'
import { useContext } from './jsx-runtime.ts'
import { Thing, Things } from './lists.tsx'
import { Button, type Mood, State } from './parts.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'alike')
const picker = textsOf('lib', 'picker')

/** Something that is like what is written, and why. */
export interface AlikeThing {
  id: number
  title: string
  href: string
  /** Where it stands, in a word. */
  state: string
  mood?: Mood | undefined
  /** 0 to 1. */
  likeness: number
  why: string
}

// Whole likeness would say that it is the same, which nobody has looked at.
const percentOf = (likeness: number): number => Math.min(99, Math.round(likeness * 100))

/** What is like a text, the likest first, each with its state and the reasons; a person decides. */
export function AlikeList<Found extends AlikeThing>({ things, acts }: { things: Found[]; acts?: (thing: Found) => Child }) {
  if (things.length === 0) return <p class="meta">{t.none}</p>
  return (
    <Things label={t.title}>
      {things.map((thing) => (
        <Thing
          title={`#${thing.id} ${thing.title}`}
          href={thing.href}
          meta={t.alike({ state: <State mood={thing.mood}>{thing.state}</State>, percent: percentOf(thing.likeness), reasons: thing.why })}
        >
          {acts && <div class="under">{acts(thing) as never}</div>}
        </Thing>
      ))}
    </Things>
  )
}

/** The same, as it appears while somebody types: how many there are is said then (`rapport.js`), and each of them where somebody reads on. */
export const AlikeFound = <Found extends AlikeThing>({ things }: { things: Found[] }) => (
  <>
    {things.length > 0 && <p class="away">{picker.found({ n: things.length })}</p>}
    <AlikeList things={things} />
  </>
)

/** In a line of a list: what this one looks like, before somebody decides. */
export const AlikeLine = ({ thing }: { thing: AlikeThing }) => (
  <p class="meta">
    {t.line({
      link: (
        <a href={thing.href}>
          #{thing.id} {thing.title}
        </a>
      ),
      state: thing.state,
      reasons: thing.why,
    })}
  </p>
)

/**
 * Fields of a form, with what is like them: it appears while somebody types; without script a button asks for it.
 * @param first the fields that stand before it on a phone; it stands beside all of them where there is room
 * @param things what is like them at first
 * @param look the form itself takes `look` and comes again with what was found
 */
export function WithAlike<Found extends AlikeThing>(props: {
  group?: number | undefined
  /** The request that is changed: it is not like itself. */
  of?: number | undefined
  first: Child
  things?: Found[] | undefined
  look?: boolean
  children?: Child
}) {
  const { group, of, first, things, look, children } = props
  // Typed before, and refused: it is looked for again, as it was when it was typed.
  const again = !things && useContext(FormContext).refused !== undefined
  const about = Object.entries({ group, of }).flatMap(([name, id]) => (id === undefined ? [] : [`${name}=${id}`]))
  const address = `/requests/similar${about.length > 0 ? `?${about.join('&')}` : ''}`
  return (
    <div
      class="written"
      data-hx-post={address}
      data-hx-trigger={`${again ? 'load, ' : ''}input delay:50ms`}
      data-hx-sync="replace"
      data-hx-target="#similar"
      data-hx-swap="innerHTML"
    >
      <div class="stack">{first}</div>
      <section class="alike stack" aria-label={t.title}>
        <h2 class="h3">{t.title}</h2>
        <div id="similar">{things ? <AlikeFound things={things} /> : <p class="meta scripted">{t.appear}</p>}</div>
        <p class="away" role="status" data-of="similar" />
        <noscript>
          {look ? <Button name="look" value="yes" text={t.show} /> : <Button formaction={address} formtarget="_blank" text={t.show} />}
        </noscript>
      </section>
      {children && <div class="stack">{children}</div>}
    </div>
  )
}
