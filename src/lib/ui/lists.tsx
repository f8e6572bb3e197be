import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { BeyondList } from './beyond.tsx'
import { chromeWords } from './chrome-words.ts'
import { formatNumber } from './format.ts'
import { htmlOf, type JSX } from './jsx-runtime.ts'
import { Section } from './parts.tsx'
import { useReader } from './reader.ts'
import { isBrief, tableWidth } from './table-width.ts'

interface ThingProps {
  /** What is the matter; with `href` it is the link to the thing. */
  title: Child
  href?: string
  /** One line of facts under the title. */
  meta?: Child
  /** The one button, or a state. */
  act?: Child
  /** What a link to its place in the list names. */
  id?: string
  /** Not read yet: the title is set stronger and says so. */
  fresh?: boolean
  /** Its number, where an answer names it. */
  number?: number | undefined
  /** A box before the title, where several are chosen for one act; the label says what is chosen. */
  tick?: { name: string; value: string | number; label: string; checked?: boolean }
  children?: Child
}

interface ThingsProps<T> {
  label?: string
  /** What stands in it, each as the children say it; else the children are the list. */
  of?: readonly T[]
  /** What stands in its place where there are none; null: nothing does. */
  none?: Child
  children?: Child | ((one: T, at: number) => Child)
}

/** Facts in one line, parted by dots, of which none begins a line; what is missing is left out. */
export const dotted = (facts: readonly Child[]): Child =>
  facts.filter(Boolean).flatMap((fact, i) => (i === 0 ? [fact] : ['\u00a0· ', fact]))

const isNothing = (child: Child): boolean =>
  Array.isArray(child) ? child.every(isNothing) : child === undefined || child === null || typeof child === 'boolean' || child === ''

/** A list of things; `j` and `k` walk through it. */
export function Things<T>({ label, of, none, children }: ThingsProps<T>) {
  const things = typeof children === 'function' ? (of ?? []).map(children) : children
  if (isNothing(things)) return none ?? null
  return (
    <ul class="things" aria-label={label}>
      {things}
    </ul>
  )
}

/** A part of the page that is a list of things, called as the part is where it has no name of its own. With nothing for `none` there is no such part. */
export function Listing<T>({ title, aside, id, within, ...things }: Omit<Parameters<typeof Section>[0], 'children'> & ThingsProps<T>) {
  if (things.none === null && things.of?.length === 0) return null
  return (
    <Section {...{ title, aside, id, within }}>
      <Things<T> {...(typeof title === 'string' && { label: title })} {...things} />
    </Section>
  )
}

/** Says that a list has only what is of one group, and leads to the whole. */
export function OnlyOf({ group, all }: { group: { name: string } | undefined; all: string }) {
  const words = chromeWords(useReader().locale)
  if (!group) return null
  return (
    <p class="soft">
      {words.onlyOf({ group: group.name })} <a href={all}>{words.ofAll}</a>
    </p>
  )
}

/** One thing of a list: title, facts, at most one action. */
export function Thing({ id, title, href, meta, act, fresh, number, tick, children }: ThingProps) {
  const name = href ? (
    <a class="title" href={href} dir="auto">
      {title}
    </a>
  ) : (
    <span class="title" dir="auto">
      {title}
    </span>
  )
  return (
    <li id={id} class={fresh ? 'fresh' : undefined}>
      <div class={number === undefined ? 'what' : 'what numbered'}>
        {number !== undefined && <span class="number">{number}</span>}
        {tick ? (
          <div class="ticked">
            <input type="checkbox" name={tick.name} value={tick.value} checked={tick.checked} aria-label={tick.label} />
            {name}
          </div>
        ) : (
          name
        )}
        {fresh && <span class="away">{chromeWords(useReader().locale).fresh}</span>}
        {meta && <div class="meta">{meta}</div>}
        {children}
      </div>
      {act && <div class="act">{act}</div>}
    </li>
  )
}

export interface Column {
  label: Child
  /** Numbers stand at the end, in tabular figures. */
  numeric?: boolean
  /** For the phone, where a row becomes a list; needed where `label` is not plain text. */
  short?: string
}

// Spelt out because a table that is laid out as a list loses its roles in some browsers.
const as = (role: string) => ({ role })

/**
 * A table that becomes a list where its columns do not fit, on a phone or a tablet; one with something to do or to read in its cells on
 * both. The caption is read out; `showCaption` shows it too.
 */
export function Table(props: {
  caption: Child
  showCaption?: boolean
  columns: Column[]
  rows: Child[][]
  foot?: Child[]
  /** On a phone a row is its title and one line of facts, without numbers that are none. */
  terse?: boolean
  /** What stands in its place where it has no rows. */
  none?: JSX.Element
  /** Its cells are texts, however short some are: one of several tables that shall look alike. */
  texts?: boolean
}) {
  const { caption, showCaption, columns, foot, terse, none } = props
  if (none !== undefined && props.rows.length === 0) return none
  const rows = props.rows.map((row) => row.map(htmlOf))
  const last = foot?.map(htmlOf)
  const all = last ? [...rows, last] : rows
  const width = props.texts
    ? undefined
    : tableWidth(
        columns.map(({ label }) => htmlOf(label)),
        all,
      )
  const cells = (row: string[]) =>
    row.map((html, index) => {
      const cell = raw(html)
      const column = columns[index]
      const shared = {
        class: column?.numeric ? (terse && html === '0' ? 'n zero' : 'n') : undefined,
        'data-label': column?.short ?? (typeof column?.label === 'string' ? column.label : undefined),
      }
      if (index === 0) {
        return (
          <th scope="row" {...as('rowheader')} {...shared}>
            {cell}
          </th>
        )
      }
      return (
        <td {...as('cell')} {...shared}>
          {cell}
        </td>
      )
    })
  return (
    <div class={width === undefined ? 'tabled' : `tabled n${width}${isBrief(all) ? ' brief' : ''}`}>
      <table class={terse ? 'table terse' : 'table'} {...as('table')}>
        <caption class={showCaption ? undefined : 'away'}>{caption}</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {columns.map((column) => (
              <th scope="col" {...as('columnheader')} class={column.numeric ? 'n' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.map((row) => (
            <tr {...as('row')}>{cells(row)}</tr>
          ))}
        </tbody>
        {last && (
          <tfoot {...as('rowgroup')}>
            <tr {...as('row')}>{cells(last)}</tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface PagerProps {
  newer?: string
  older?: string
  newerLabel?: Child
  olderLabel?: Child
  position?: Child
  label?: string
  /** Where the list begins, for who looks at it from a place in it. */
  first?: string | false
  /** Nothing was found from there. */
  empty?: boolean
}

/**
 * Newer and older, where pages are found by what comes next (a cursor). Nothing where there is nowhere to go.
 * @throws BeyondList where the list is over
 */
export function Pager(props: PagerProps) {
  const words = chromeWords(useReader().locale)
  if (props.first && props.empty) throw new BeyondList(props.first)
  if (!props.newer && !props.older && !props.position && !props.first) return null
  return (
    <nav class="pager" aria-label={props.label ?? words.pages}>
      {props.first && (
        <a class="button" href={props.first}>
          {words.toFirstPage}
        </a>
      )}
      {props.newer && (
        <a class="button" href={props.newer} rel="prev">
          {props.newerLabel ?? words.newer}
        </a>
      )}
      {props.position && <span class="meta">{props.position}</span>}
      {props.older && (
        <a class="button" href={props.older} rel="next">
          {props.olderLabel ?? words.older}
        </a>
      )}
    </nav>
  )
}

/** The numbers worth a link: the ends and what is near; gaps are undefined. */
export function pagesNear(current: number, count: number): (number | undefined)[] {
  const wanted = [1, current - 1, current, current + 1, count].filter((page) => page >= 1 && page <= count)
  const pages = [...new Set(wanted)].sort((a, b) => a - b)
  return pages.flatMap((page, index) => {
    const before = pages[index - 1] ?? page - 1
    if (page - before === 2) return [page - 1, page]
    return page - before > 2 ? [undefined, page] : [page]
  })
}

/**
 * Pages by number, for lists that are counted.
 * @throws BeyondList where the list ends before the page that is asked for
 */
export function NumberedPager(props: { current: number; count: number; hrefFor: (page: number) => string; label?: string }) {
  const { current, count, hrefFor, label } = props
  const { locale } = useReader()
  const words = chromeWords(locale)
  if (current > count) throw new BeyondList(hrefFor(count), current)
  if (count < 2) return null
  return (
    <nav class="pager" aria-label={label ?? words.pages}>
      {current > 1 && (
        <a class="button" href={hrefFor(current - 1)} rel="prev">
          {words.previous}
        </a>
      )}
      <ol class="row">
        {pagesNear(current, count).map((page) => (
          <li>
            {page === undefined ? (
              <span class="soft">…</span>
            ) : (
              <a href={hrefFor(page)} aria-current={page === current ? 'page' : undefined} aria-label={words.page({ number: page })}>
                {formatNumber(locale, page)}
              </a>
            )}
          </li>
        ))}
      </ol>
      {current < count && (
        <a class="button" href={hrefFor(current + 1)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  )
}
