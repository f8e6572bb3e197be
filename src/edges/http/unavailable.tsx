import { isAway } from '../../lib/db/away.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { BarePage } from '../../lib/ui/layout.tsx'
import { anyone } from '../../lib/ui/reader.ts'
import type { C } from '../../lib/ui/web.tsx'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'
import { languageOf } from './language.ts'

const t = textsOf('edges', 'http')

// As long as a restarted database takes, and short enough for a person who waits.
const seconds = 10

const wordsFor = wordsOf('edges', 'unavailable')

/** The headers of an answer that says "later". */
export const laterHeaders = { 'retry-after': String(seconds), 'cache-control': 'no-store' }

/** A page in words that needs no database: that it is away (503), or that we made a mistake (500). */
export function withoutDatabase(c: C, error: unknown): Response | Promise<Response> {
  const away = isAway(error)
  const actor = c.var.actor
  const locale = (actor?.locale ?? languageOf(c)) as Locale
  const words = wordsFor(locale)
  if (away) for (const [name, value] of Object.entries(laterHeaders)) c.header(name, value)
  const said = away ? [words.why, c.req.method === 'GET' ? words.page : words.form] : [words.mistake]
  return bare(c, locale, away ? words.title : words.trouble, said, away ? 503 : 500)
}

/** A sentence or two on a page that costs nothing; for a program, without one. */
export function saidAlone(c: C, status: 413 | 429, title: string, said: string, headers: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  c.header('cache-control', 'no-store')
  if (!c.req.header('accept')?.includes('text/html')) return c.text(said, status)
  return bare(c, (c.var.actor?.locale ?? languageOf(c)) as Locale, title, [said], status)
}

function bare(c: C, locale: Locale, title: string, said: readonly string[], status: 413 | 429 | 500 | 503) {
  return c.html(
    <BarePage title={title} reader={{ ...anyone, locale }} brand={{ name: t.rapport, href: '/' }}>
      <div class="stack">
        <h1>{title}</h1>
        {said.map((one) => (
          <p>{one}</p>
        ))}
      </div>
    </BarePage>,
    status,
  )
}
