import type { Context } from 'hono'
import { formatNumber } from '../lib/ui/format.ts'
import { findHelp, type HelpHit } from '../lib/ui/help-find.ts'
import { Pager, Thing, Things } from '../lib/ui/lists.tsx'
import { Empty, Facts, Heading, Note, Split, Tabs, Toolbar } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { type Env, type PageContent, pages } from '../lib/ui/web.tsx'
import { complete } from './completion-queries.ts'
import { readerOf } from './hits-queries.ts'
import { kindIn, sayHint, searchWords } from './page-words.ts'
import { countDocuments, findDocuments, type Hit } from './queries.ts'
import { kindsToType, type Stretch } from './rules.ts'

/** So many sections of the help stand above what was found. */
const mostHelp = 3

/** The sections of the help that are called so, else the likeliest that speaks of it. */
function helpWith(q: string, locale: string): HelpHit[] {
  const hits = findHelp(q, locale, 50)
  const named = hits.filter((hit) => hit.named)
  return (named.length > 0 ? named : hits.slice(0, 1)).slice(0, mostHelp)
}

/** A page's place in newest-first order. */
function readCursor(text: string | undefined) {
  const [time, id] = (text ?? '').split('.').map(Number)
  return time && id && Number.isSafeInteger(id) && Math.abs(time) < 8.64e15 ? { at: new Date(time), id } : undefined
}

async function readSearch(c: Context<Env>): Promise<PageContent> {
  const { db, actor, shown } = c.var
  const around = shown?.around
  const q = c.req.query('q')?.trim() ?? ''
  const after = readCursor(c.req.query('after'))
  const order = c.req.query('order') === 'newest' || after ? 'newest' : 'best'
  const from = Number(/^\d{1,3}$/.exec(c.req.query('from') ?? '')?.[0] ?? 0)
  const exact = c.req.query('exact') !== undefined
  const { query, hits, next, from: further, instead } = await findDocuments(db, actor, q, { order, after, from, exact, fold: true, around })
  const words = searchWords(actor.locale)
  const { lists, groups } = q ? { lists: [], groups: [] } : await readerOf(db, actor, around)
  const named: [string, string][] = [
    ...lists.slice(0, 1).map(({ name }): [string, string] => [`list:${name}`, words.examples.list]),
    ...groups.slice(0, 1).map(({ slug }): [string, string] => [`group:${slug} is:decision`, words.examples.group]),
  ]
  const only: Record<string, string> = exact ? { exact: '' } : {}
  const place: Record<string, string> | undefined = next
    ? { order, after: `${next.at.getTime()}.${next.id}` }
    : further !== undefined
      ? { from: String(further) }
      : undefined
  const older = place && `?${new URLSearchParams({ q, ...only, ...place })}`
  return {
    title: q ? words.titleOf({ q }) : words.title,
    search: q,
    children: (
      <SearchPage
        {...{ q, order, hits, older, named, instead }}
        help={after || from > 0 ? [] : helpWith(q, actor.locale)}
        hints={query.hints.map((hint) => sayHint(words, hint, kindsToType))}
        signedIn={actor.personId !== null}
      />
    ),
  }
}

export const searchPages = pages()
  .get('/search', (c) => c.var.page(readSearch(c)))
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
    return c.var.page({
      title: words.countsOf({ q }),
      search: q,
      children: (
        <>
          <Heading title={words.by} meta={<a href={`/search?${new URLSearchParams({ q })}`}>{words.back}</a>} />
          {counts}
        </>
      ),
    })
  })

const Marked = ({ stretches }: { stretches: Stretch[] }) => (
  <>{stretches.map((stretch) => (stretch.mark ? <mark>{stretch.text}</mark> : stretch.text))}</>
)

function SearchPage({
  q,
  order,
  hints,
  hits,
  older,
  signedIn,
  named,
  instead,
  help,
}: {
  q: string
  order: string
  hints: string[]
  hits: Hit[]
  older?: string
  signedIn: boolean
  /** What was found instead of what found nothing; without words where none of the reader's says it. */
  instead: { words: string | undefined } | undefined
  /** What the help says of it. */
  help: HelpHit[]
  /** Examples with names of this site. */
  named: [string, string][]
}) {
  const words = searchWords(useReader().locale)
  const to = (choice: string) => `/search?${new URLSearchParams({ q, order: choice })}`
  return (
    <>
      <Heading title={q ? words.searchFor({ q }) : words.what} />
      {!q && <Help places={named} />}
      {hints.map((hint) => (
        <Note>{hint}</Note>
      ))}
      {q && (
        <>
          <Tabs
            label={words.order}
            items={[
              { href: to('best'), label: words.best, current: order === 'best' },
              { href: to('newest'), label: words.newest, current: order === 'newest' },
            ]}
          />
          {help.length > 0 && (
            <p class="soft">
              {words.inHelp}{' '}
              {help.map(({ href, topic, title, language }, at) => (
                <>
                  {at > 0 && ' · '}
                  <a href={href} lang={language}>
                    {title || topic}
                  </a>
                </>
              ))}
            </p>
          )}
          <Split
            aside={
              // What was found instead is neither counted nor taken along: both speak of what was typed.
              hits.length > 0 &&
              !instead && (
                <>
                  <div hx-get={`/search/counts?${new URLSearchParams({ q })}`} hx-trigger="load">
                    <a href={`/search/counts?${new URLSearchParams({ q })}`}>{words.counts}</a>
                  </div>
                  {signedIn && (
                    <Toolbar>
                      <a href={`/search/mbox?${new URLSearchParams({ q })}`}>{words.mbox}</a>
                    </Toolbar>
                  )}
                </>
              )
            }
          >
            {instead && (
              <p role="status">
                {instead.words ? words.instead({ words: instead.words }) : words.insteadSimilar}{' '}
                <a href={`/search?${new URLSearchParams({ q, exact: '' })}`}>{words.exactly({ q })}</a>
              </p>
            )}
            {hits.length === 0 && <Empty title={words.nothing}>{words.nothingHow}</Empty>}
            <Things label={words.hits}>
              {hits.map((hit) => (
                <Thing
                  title={<Marked stretches={hit.title} />}
                  href={hit.path}
                  meta={
                    <>
                      {[hit.kind === 'message' ? '' : kindIn(words.one, hit.kind), hit.author].filter(Boolean).join(' · ')} ·{' '}
                      <Time at={hit.at} style="date" />
                    </>
                  }
                >
                  <p class="snippet" dir="auto">
                    <Marked stretches={hit.snippet} />
                  </p>
                  {hit.others && hit.path && (
                    <p class="meta">
                      <a href={hit.path.replace('/m/', '/t/').replace(/\?v=.*/, '')}>{words.others({ n: hit.others })}</a>
                    </p>
                  )}
                </Thing>
              ))}
            </Things>
            <Pager older={older} />
          </Split>
        </>
      )}
    </>
  )
}

/** What can be typed, each to try. */
function Help({ places }: { places: [string, string][] }) {
  const words = searchWords(useReader().locale).examples
  const examples: [string, string][] = [
    ['rollover weekend', words.both],
    ['"course loader"', words.phrase],
    ['notices -digest', words.without],
    ['podcast or audio', words.either],
    ['from:ines subject:results', words.writer],
    ['after:2025-09 before:2026-03', words.time],
    ['has:attachment', words.files],
    ['is:request lti', words.kind({ kinds: kindsToType.join(', ') })],
    ...places,
  ]
  return (
    <Facts
      items={examples.map(([typed, meaning]) => ({
        term: meaning,
        value: <a href={`/search?${new URLSearchParams({ q: typed })}`}>{typed}</a>,
      }))}
    />
  )
}

function Counts({ q, total, more, kinds, years, authors, lists, groups }: { q: string } & Awaited<ReturnType<typeof countDocuments>>) {
  const { locale } = useReader()
  const words = searchWords(locale)
  const links = (
    field: string,
    rows: { name: string; count: number }[],
    extra = (name: string) => `${q} ${field}:"${name}"`,
    word = (name: string) => name,
  ) => (
    <ul class="links">
      {rows.map((row) => (
        <li>
          <a href={`/search?${new URLSearchParams({ q: extra(row.name) })}`}>{word(row.name)}</a>{' '}
          <span class="count">{formatNumber(locale, row.count)}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <Facts
      items={[
        { term: words.found, value: more ? words.newestOf({ n: total }) : formatNumber(locale, total) },
        kinds.length > 1 && {
          term: words.byKind,
          value: links(
            'is',
            kinds,
            (kind) => `${q} is:${kind}`,
            (kind) => kindIn(words.many, kind),
          ),
        },
        years.length > 1 && {
          term: words.byYear,
          value: links('after', years, (year) => `${q} after:${year} before:${Number(year) + 1}`),
        },
        authors.length > 1 && { term: words.byAuthor, value: links('from', authors) },
        lists.length > 1 && { term: words.byList, value: links('list', lists, (name) => `${q} list:${name}`) },
        groups.length > 1 && {
          term: words.byGroup,
          value: links(
            'group',
            groups,
            (name) => `${q} group:${name}`,
            (name) => groups.find((group) => group.name === name)?.title ?? name,
          ),
        },
      ]}
    />
  )
}
