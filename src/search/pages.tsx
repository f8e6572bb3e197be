import { findHelp, type HelpHit } from '../lib/ui/help-find.ts'
import { Titled } from '../lib/ui/parts.tsx'
import { type C, pages } from '../lib/ui/web.tsx'
import { complete } from './completion-queries.ts'
import { kindsToType } from './kinds-rules.ts'
import { kindIn, sayHint, searchWords } from './page-words.ts'
import { countDocuments, findDocuments, type Hit } from './queries.ts'
import { readerOf } from './reader-queries.ts'
import { Counts, SearchPage } from './views.tsx'

/** So many sections of the help stand above what was found. */
const mostHelp = 3

/** The sections of the help that are called so, else the likeliest that speaks of it; of a number, and of where and when to search, it says nothing. */
function helpWith(q: string, locale: string): HelpHit[] {
  const words = q.replaceAll(/(?<!\S)-?\w+:(?:"[^"]*"|\S*)/g, '').trim()
  if (!/\p{L}{2}/u.test(words)) return []
  const hits = findHelp(words, locale, 50)
  const named = hits.filter((hit) => hit.named)
  return (named.length > 0 ? named : hits.slice(0, 1)).slice(0, mostHelp)
}

/** A page's place in newest-first order. */
function readCursor(text: string | undefined) {
  const [, time, id] = /^(-?\d{1,16})\.(\d{1,16})$/.exec(text ?? '')?.map(Number) ?? []
  return time && id && Number.isSafeInteger(id) && Math.abs(time) < 8.64e15 ? { at: new Date(time), id } : undefined
}

async function readSearch(c: C, q: string) {
  const { db, actor, shown } = c.var
  const around = shown?.around
  const after = readCursor(c.req.query('after'))
  const order = c.req.query('order') === 'newest' || after ? 'newest' : 'best'
  const from = Number(/^\d{1,3}$/.exec(c.req.query('from') ?? '')?.[0] ?? 0)
  const exact = c.req.query('exact') !== undefined
  const found = await findDocuments(db, actor, q, { order, after, from, exact, fold: true, around })
  const { query, hits, alike, next, instead } = found
  const words = searchWords(actor.locale)
  const { lists, groups } = await readerOf(db, actor, around)
  const groupOf = ({ groupId, listId }: Hit) => groupId ?? lists.find(({ id }) => id === listId)?.groupId
  const named: [string, string][] = [
    ...lists.slice(0, 1).map(({ name }): [string, string] => [`list:${name}`, words.examples.list]),
    ...groups.slice(0, 1).map(({ slug }): [string, string] => [`group:${slug} is:decision`, words.examples.group]),
  ]
  const only: Record<string, string> = exact ? { exact: '' } : {}
  const place: Record<string, string> | undefined = next
    ? { order, after: `${next.at.getTime()}.${next.id}` }
    : found.from !== undefined
      ? { from: String(found.from) }
      : undefined
  const older = place && `?${new URLSearchParams({ q, ...only, ...place })}`
  const first = (after !== undefined || from > 0) && `/search?${new URLSearchParams({ q, ...only, order })}`
  return (
    <SearchPage
      {...{ q, order, hits, alike, older, first, named, instead }}
      help={after || from > 0 ? [] : helpWith(q, actor.locale)}
      hints={query.hints.map((hint) => sayHint(words, hint, kindsToType))}
      signedIn={actor.personId !== null}
      // The oldest of several: it is everybody's more often than those of smaller circles.
      ask={lists.filter(({ id, isOpen }) => isOpen && actor.listIds.includes(id)).toSorted((one, other) => one.id - other.id)[0]?.name}
      whose={(hit) => groups.find(({ id }) => id === groupOf(hit))?.name}
    />
  )
}

export const searchPages = pages()
  .get('/search', (c) => {
    const q = c.req.query('q')?.trim() ?? ''
    const words = searchWords(c.var.actor.locale)
    return c.var.page(q ? words.titleOf({ q }) : words.title, readSearch(c, q), { search: q })
  })
  // While somebody types: the list of a combobox, and links for who comes here otherwise.
  .get('/search/complete', async (c) => {
    const { db, actor, places, shown } = c.var
    const words = searchWords(actor.locale)
    const offered = await complete(db, actor, c.req.query('q') ?? '', await places(), shown?.around)
    const kindOf = (kind: string) =>
      kind === 'place' ? words.place : kind === 'help' ? words.help : kind === 'message' ? words.thread : kindIn(words.one, kind)
    return c.html(
      <>
        <p>{words.offered({ n: offered.length })}</p>
        <ul>
          {offered.map(({ kind, title, path, language }) => (
            <li data-href={path}>
              <a href={path} tabindex={-1} lang={language}>
                {title}
              </a>
              <span class="meta">{kindOf(kind)}</span>
            </li>
          ))}
        </ul>
      </>,
    )
  })
  // The counts cost more than the hits and come after them.
  .get('/search/counts', async (c) => {
    const words = searchWords(c.var.actor.locale)
    const q = c.req.query('q')?.trim() ?? ''
    const counts = <Counts q={q} {...(await countDocuments(c.var.db, c.var.actor, q, c.var.shown?.around))} />
    if (c.req.header('hx-request')) return c.html(counts)
    // Without script the link leads to a page of its own.
    return c.var.page(
      words.countsOf({ q }),
      <Titled title={words.by} meta={<a href={`/search?${new URLSearchParams({ q })}`}>{words.back}</a>}>
        {counts}
      </Titled>,
      { search: q },
    )
  })
