import { assetPath } from './assets.ts'
import { type Common, Framed, useField } from './field-parts.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'picker')

/** One of the things to pick. */
export interface Pickable {
  id: number
  title: string
  /** Where it stands, how much is behind it: what tells it from others. */
  facts: string[]
}

/** What was found for the words that somebody types, for the script of the picker. */
export const Picks = ({ picks }: { picks: Pickable[] }) => (
  <>
    <p>{t.found({ n: picks.length })}</p>
    <ul>
      {picks.map(({ id, title, facts }) => (
        <li data-value={String(id)} data-text={`#${id} ${title}`}>
          <b>
            #{id} {title}
          </b>
          <span class="meta">{facts.join(' · ')}</span>
        </li>
      ))}
    </ul>
  </>
)

/** Words that a field can take, for its script. */
export const Offers = ({ offers }: { offers: string[] }) => (
  <>
    <p>{t.offered({ n: offers.length })}</p>
    <ul>
      {offers.map((text) => (
        <li data-text={text}>{text}</li>
      ))}
    </ul>
  </>
)

/** A field that offers words while somebody types; what was typed counts, offered or not. Without script it is a field. */
export function Offered({ from, maxlength, ...common }: Common & { from: string; maxlength?: number }) {
  const field = useField(common)
  return (
    <Framed {...common} id={field.id} error={field.error}>
      <offer-words from={from} label={String(common.label)}>
        <input {...field.control} type="text" value={field.value} maxlength={maxlength} autocomplete="off" />
      </offer-words>
      <script type="module" src={assetPath('combobox.js')} />
    </Framed>
  )
}

/**
 * Asks for one request: by its number or by words of it. Without script one of the best is chosen from a menu, or any by its number. Read
 * it with `picked()`.
 * @param best those in the menu; where none is given the number alone can be typed
 */
export function Picker({
  value,
  best = [],
  group,
  ...common
}: Common & { value?: string | number | undefined; best?: Pickable[] | undefined; group?: number | undefined }) {
  const field = useField(common)
  // The menu and the number are sent under one name; what was typed counts.
  const typed = field.values.filter(Boolean).at(-1) ?? value ?? ''
  return (
    <Framed {...common} id={field.id} error={field.error}>
      {best.length > 0 && (
        <noscript>
          <select name={common.name} aria-label={String(common.label)}>
            <option value="">{t.choose}</option>
            {best.map(({ id, title, facts }) => (
              <option value={String(id)}>{[`#${id} ${title}`, ...facts].join(' · ')}</option>
            ))}
          </select>
          <span class="hint">{t.orNumber}</span>
        </noscript>
      )}
      <pick-one from={`/requests/pick${group === undefined ? '' : `?group=${group}`}`} label={t.list}>
        <input {...field.control} type="text" value={String(typed)} placeholder={t.placeholder} autocomplete="off" />
      </pick-one>
      <script type="module" src={assetPath('combobox.js')} />
    </Framed>
  )
}
