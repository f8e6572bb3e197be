import { formatNumber } from '../lib/ui/format.ts'
import type { HelpHit } from '../lib/ui/help-find.ts'
import { dotted, Pager, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Facts, Note, Section, Split, Tabs, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { unlessAlone, useReader } from '../lib/ui/reader.ts'
import { Time } from '../lib/ui/time.tsx'
import { kindsToType } from './kinds-rules.ts'
import type { Stretch } from './marks-rules.ts'
import { kindIn, searchWords } from './page-words.ts'
import type { countDocuments, Hit } from './queries.ts'

const Marked = ({ stretches }: { stretches: Stretch[] }) => (
  <>{stretches.map((stretch) => (stretch.mark ? <mark>{stretch.text}</mark> : stretch.text))}</>
)

interface SearchProps {
  q: string
  order: string
  hints: string[]
  hits: Hit[]
  older?: string
  /** Where the results begin, for who looks at them from a place among them. */
  first: string | false
  signedIn: boolean
  /** What was found instead of what found nothing; without words where none of the reader's says it. */
  instead: { words: string | undefined; same?: boolean } | undefined
  /** What says the same in other words, where few have those. */
  alike: Hit[]
  /** What the help says of it. */
  help: HelpHit[]
  /** A list that its reader is on: its people may know what the search does not. */
  ask: string | undefined
  /** The group that a hit is of. */
  whose: (hit: Hit) => string | undefined
  /** Examples with names of this site. */
  named: [string, string][]
}

/** What was found, and what narrows it. */
export function SearchPage({ q, order, hints, hits, older, first, signedIn, ask, whose, named, instead, help, alike }: SearchProps) {
  const words = searchWords(useReader().locale)
  const to = (choice: string) => `/search?${new URLSearchParams({ q, order: choice })}`
  return (
    <Titled
      title={q ? words.searchFor({ q }) : words.title}
      // On narrow screens the counts stand below all hits.
      actions={
        hits.length > 0 &&
        !instead && (
          <a class="further-down" href="#counts">
            {words.byKind}
          </a>
        )
      }
    >
      {!q && (
        <Section title={words.what}>
          <Help places={named} />
        </Section>
      )}
      {hints.map((hint) => (
        <Note>{hint}</Note>
      ))}
      {q && (
        <>
          {/* What says the same in other words has no order by time. */}
          {hits.length > 0 && !instead?.same && (
            <Tabs
              label={words.order}
              items={[
                { href: to('best'), label: words.best, current: order === 'best' },
                { href: to('newest'), label: words.newest, current: order === 'newest' },
              ]}
            />
          )}
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
                  <div id="counts" data-hx-get={`/search/counts?${new URLSearchParams({ q })}`} data-hx-trigger="load">
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
                {instead.same ? words.insteadSame : instead.words ? words.instead({ words: instead.words }) : words.insteadSimilar}{' '}
                <a href={`/search?${new URLSearchParams({ q, exact: '' })}`}>{words.exactly({ q })}</a>
              </p>
            )}
            <Things
              label={words.hits}
              none={
                <Empty title={words.nothing}>
                  <p>
                    {words.nothingHow} <a href="/search">{words.what}</a>
                  </p>
                  {ask && <Button href={`/lists/${ask}/write`} text={words.askList} />}
                </Empty>
              }
            >
              {hits.map((hit) => (
                <OneHit hit={hit} group={whose(hit)} />
              ))}
            </Things>
            <Pager older={older} first={first} empty={hits.length === 0} olderLabel={order === 'best' ? words.more : undefined} />
            {alike.length > 0 && (
              <Section title={words.alike}>
                <Things label={words.alike}>
                  {alike.map((hit) => (
                    <OneHit hit={hit} group={whose(hit)} />
                  ))}
                </Things>
              </Section>
            )}
          </Split>
        </>
      )}
    </Titled>
  )
}

/** What says in its text whose it is, being of several at times. */
const saysItself = new Set(['meeting', 'event'])

function OneHit({ hit, group }: { hit: Hit; group: string | undefined }) {
  const words = searchWords(useReader().locale)
  // When somebody's entry was made says nothing of them.
  const dated = hit.kind !== 'person' && hit.kind !== 'organisation'
  return (
    <Thing
      title={<Marked stretches={hit.title} />}
      href={hit.path}
      meta={dotted([
        hit.kind !== 'message' && kindIn(words.one, hit.kind),
        !saysItself.has(hit.kind) && unlessAlone(group),
        hit.author,
        dated && <Time at={hit.at} style="date" />,
      ])}
    >
      <p class="snippet" dir="auto">
        {hit.file !== undefined && <span class="meta">{words.inFile({ name: hit.file })} </span>}
        <Marked stretches={hit.snippet} />
      </p>
      {hit.others && hit.path && (
        <p class="meta">
          <a href={hit.path.replace('/m/', '/t/').replace(/\?v=.*/, '')}>{words.others({ n: hit.others })}</a>
        </p>
      )}
    </Thing>
  )
}

/** What can be typed, each to try. */
function Help({ places }: { places: [string, string][] }) {
  const words = searchWords(useReader().locale).examples
  const examples: [string, string][] = [
    ['export error', words.both],
    ['"opening hours"', words.phrase],
    ['report -digest', words.without],
    ['calendar or agenda', words.either],
    ['from:jones subject:minutes', words.writer],
    ['after:2025-09 before:2026-03', words.time],
    ['has:attachment', words.files],
    ['is:request export', words.kind({ kinds: kindsToType.join(', ') })],
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

type CountsProps = { q: string } & Awaited<ReturnType<typeof countDocuments>>

/** How many were found, by kind, year, author, list and group. */
export function Counts({ q, total, more, kinds, years, authors, lists, groups }: CountsProps) {
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
  const ofKind = (kind: string) => `${q} is:${kind}`
  const titleOf = (name: string) => groups.find((group) => group.name === name)?.title ?? name
  return (
    <Facts
      items={[
        { term: words.found, value: more ? words.newestOf({ n: total }) : formatNumber(locale, total) },
        kinds.length > 1 && {
          term: words.byKind,
          value: links('is', kinds, ofKind, (kind) => kindIn(words.many, kind)),
        },
        years.length > 1 && { term: words.byYear, value: links('after', years, (year) => `${q} after:${year} before:${Number(year) + 1}`) },
        authors.length > 1 && { term: words.byAuthor, value: links('from', authors) },
        lists.length > 1 && { term: words.byList, value: links('list', lists, (name) => `${q} list:${name}`) },
        groups.length > 1 && {
          term: words.byGroup,
          value: links('group', groups, (name) => `${q} group:${name}`, titleOf),
        },
      ]}
    />
  )
}
