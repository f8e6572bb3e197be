import { readMailsOf } from '../archive/queries.ts'
import { NotFound } from '../errors.ts'
import { writeMbox } from '../mail/mbox-write.ts'
import { safeName, sendFile } from '../ui/download.ts'
import { formatNumber } from '../ui/format.ts'
import { Pager, Thing, Things } from '../ui/lists.tsx'
import { Button, Empty, Facts, Heading, Note, Split, Tabs, Toolbar } from '../ui/parts.tsx'
import { Time } from '../ui/time.tsx'
import { pages } from '../ui/web.tsx'
import { readerOf } from './hits/queries.ts'
import { listPlaces } from './places/queries.ts'
import { countDocuments, findDocuments, findMessageIds, type Hit } from './queries.ts'
import { kindOfMany, kindOfOne, kindsFound, type Stretch, sayHint } from './rules.ts'

/** A page's place in newest-first order. */
function readCursor(text: string | undefined) {
  const [time, id] = (text ?? '').split('.').map(Number)
  return time && id && Number.isSafeInteger(id) && Math.abs(time) < 8.64e15 ? { at: new Date(time), id } : undefined
}

export const searchPages = pages()
  .get('/search', async (c) => {
    const { db, actor } = c.var
    const q = c.req.query('q')?.trim() ?? ''
    const order = c.req.query('order') === 'best' ? 'best' : 'newest'
    const { query, hits, next } = await findDocuments(db, actor, q, { order, after: readCursor(c.req.query('after')) })
    const places = await listPlaces(db, hits)
    const { lists, groups } = q ? { lists: [], groups: [] } : await readerOf(db, actor)
    const named: [string, string][] = [
      ...lists.slice(0, 1).map(({ name }): [string, string] => [`list:${name}`, 'in one list']),
      ...groups.slice(0, 1).map(({ slug }): [string, string] => [`group:${slug} is:decision`, 'of one group']),
    ]
    const older = next && `?${new URLSearchParams({ q, after: `${next.at.getTime()}.${next.id}` })}`
    return c.var.page({
      title: q ? `${q}: search` : 'Search',
      search: q,
      children: (
        <SearchPage {...{ q, order, hits, places, older, named }} hints={query.hints.map(sayHint)} signedIn={actor.personId !== null} />
      ),
    })
  })
  .get('/search/mbox', async (c) => {
    const { db, actor } = c.var
    // Mail as it came carries addresses: not for robots.
    if (actor.personId === null) throw new NotFound('There is no such page.')
    const q = c.req.query('q')?.trim() ?? ''
    const found = async function* () {
      for await (const ids of findMessageIds(db, actor, q)) yield* readMailsOf(db, ids)
    }
    return sendFile(c, { name: `${safeName(q, 'search')}.mbox`, type: 'application/mbox' }, writeMbox(found()))
  })
  // The counts cost more than the hits and come after them.
  .get('/search/counts', async (c) => {
    const q = c.req.query('q')?.trim() ?? ''
    const counts = <Counts q={q} {...(await countDocuments(c.var.db, c.var.actor, q))} />
    if (c.req.header('hx-request')) return c.html(counts)
    // Without script the link leads to a page of its own.
    return c.var.page({
      title: `${q}: counts`,
      search: q,
      children: (
        <>
          <Heading
            title="By kind, year, author, list and group"
            meta={<a href={`/search?${new URLSearchParams({ q })}`}>Back to what was found</a>}
          />
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
  places,
  older,
  signedIn,
  named,
}: {
  q: string
  order: string
  hints: string[]
  hits: Hit[]
  places: Map<number, string>
  older?: string
  signedIn: boolean
  /** Examples with names of this site. */
  named: [string, string][]
}) {
  const to = (choice: string) => `/search?${new URLSearchParams({ q, order: choice })}`
  return (
    <>
      <Heading title={q ? `Search: ${q}` : 'What are you looking for?'} />
      {!signedIn && (
        <search>
          <form class="row" action="/search" method="get">
            <div class="field grow">
              <label class="away" for="words">
                Search the archive
              </label>
              <input id="words" name="q" type="search" value={q} enterkeyhint="search" />
            </div>
            <Button kind="primary">Search</Button>
          </form>
        </search>
      )}
      {!q && <Help places={named} />}
      {hints.map((hint) => (
        <Note>{hint}</Note>
      ))}
      {q && (
        <>
          <Tabs
            label="Order"
            items={[
              { href: to('newest'), label: 'Newest first', current: order === 'newest' },
              { href: to('best'), label: 'Best first', current: order === 'best' },
            ]}
          />
          <Split
            aside={
              hits.length > 0 && (
                <>
                  <div hx-get={`/search/counts?${new URLSearchParams({ q })}`} hx-trigger="load">
                    <a href={`/search/counts?${new URLSearchParams({ q })}`}>Counts by kind, year, author, list and group</a>
                  </div>
                  {signedIn && (
                    <Toolbar>
                      <a href={`/search/mbox?${new URLSearchParams({ q })}`}>Download what is found as mbox</a>
                    </Toolbar>
                  )}
                </>
              )
            }
          >
            {hits.length === 0 && (
              <Empty title="Nothing found.">Fewer or other words may find more. Only what you may read is searched.</Empty>
            )}
            <Things label="Hits">
              {hits.map((hit) => (
                <Thing
                  title={<Marked stretches={hit.title} />}
                  href={places.get(hit.id)}
                  meta={
                    <>
                      {[hit.kind === 'message' ? '' : kindOfOne(hit.kind), hit.author].filter(Boolean).join(' · ')} ·{' '}
                      <Time at={hit.at} style="date" />
                    </>
                  }
                >
                  <p class="snippet" dir="auto">
                    <Marked stretches={hit.snippet} />
                  </p>
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

const examples: [string, string][] = [
  ['rollover weekend', 'both words, in any form'],
  ['"course loader"', 'these words side by side'],
  ['notices -digest', 'without a word'],
  ['podcast or audio', 'one or the other'],
  ['from:ines subject:results', 'by the writer, in the subject'],
  ['after:2025-09 before:2026-03', 'within a time; years, months or days'],
  ['has:attachment', 'with files'],
  ['is:request lti', `of one kind: ${kindsFound.join(', ')}`],
]

/** What can be typed, each to try. */
const Help = ({ places }: { places: [string, string][] }) => (
  <Facts
    items={[...examples, ...places].map(([typed, meaning]) => ({
      term: meaning,
      value: <a href={`/search?${new URLSearchParams({ q: typed })}`}>{typed}</a>,
    }))}
  />
)

function Counts({ q, total, more, kinds, years, authors, lists, groups }: { q: string } & Awaited<ReturnType<typeof countDocuments>>) {
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
          <span class="count">{formatNumber('en', row.count)}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <Facts
      items={[
        { term: 'Found', value: more ? `the newest ${formatNumber('en', total)}, and more` : formatNumber('en', total) },
        kinds.length > 1 && {
          term: 'By kind',
          value: links('is', kinds, (kind) => `${q} is:${kind}`, kindOfMany),
        },
        years.length > 1 && { term: 'By year', value: links('after', years, (year) => `${q} after:${year} before:${Number(year) + 1}`) },
        authors.length > 1 && { term: 'By author', value: links('from', authors) },
        lists.length > 1 && { term: 'By list', value: links('list', lists, (name) => `${q} list:${name}`) },
        groups.length > 1 && {
          term: 'By group',
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
