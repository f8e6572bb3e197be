import { z } from '@hono/zod-openapi'
import { instant, named, needs, pagesAfter, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/forms.ts'
import { kindsToType } from './kinds-rules.ts'
import { sayHint, searchWords } from './page-words.ts'
import { countDocuments, type Hit as Found, findDocuments } from './queries.ts'

const Stretches = z
  .array(z.object({ text: z.string(), mark: z.boolean() }))
  .openapi({ description: 'A text in stretches; found words are marked.' })
const Hit = named('Hit', {
  kind: z.string(),
  at: instant(),
  author: z.string(),
  title: Stretches,
  snippet: Stretches,
  file: z.string().nullable().openapi({ description: 'The file on it that says so, where the snippet is of that.' }),
  path: z.string().nullable().openapi({ description: 'Its page on this site.' }),
})
const Count = z.object({ name: z.string(), count: z.int() })
const Counts = named('Counts', {
  total: z.int(),
  more: z.boolean().openapi({ description: 'There may be more than were counted.' }),
  kinds: z.array(Count),
  years: z.array(Count),
  authors: z.array(Count),
  lists: z.array(Count),
  groups: z.array(Count.extend({ title: z.string() })).openapi({ description: 'By the short name of a group, as `group:` takes it.' }),
})
const Asked = {
  q: line(1_000).openapi({ description: 'As typed into the search box: words, "phrases", -not, from: list: group: before: …' }),
}

const answerOf = (hit: Found) => ({ ...hit, path: hit.path ?? null, file: hit.file ?? null })

/** The search box for programs: finds what the person may see. */
export const searchApi = routes()

searchApi.operation('search', 'GET /search', {
  summary: 'Search everything',
  may: needs('read', { open: true }),
  query: {
    ...Asked,
    order: z.enum(['newest', 'best']).default('newest').openapi({
      description: '`best` has one page, and also finds what says the same in other words or in another language.',
    }),
    exact: z
      .enum(['true', 'false'])
      .default('false')
      .transform((said) => said === 'true'),
  },
  answers: pagesAfter(
    2,
    Hit,
    'Hits; `hints` say what could not be read as asked, `instead` what was searched where that found nothing (not with `exact`). Where few have the words, `alike` says the same in others.',
    { alike: z.array(Hit), hints: z.array(z.string()), instead: z.string().nullable() },
  ),
  run: async ({ db, actor, query: { q, order, after: turned, limit, exact } }) => {
    const [at, id] = turned
    const after = at === undefined || id === undefined ? undefined : { at: new Date(at), id }
    const { query, hits, alike, next, instead } = await findDocuments(db, actor, q, { order, after, limit, exact })
    const words = searchWords(actor.locale)
    return {
      items: hits.map(answerOf),
      alike: alike.map(answerOf),
      hints: query.hints.map((hint) => sayHint(words, hint, kindsToType)),
      instead: instead ? (instead.words ?? '') : null,
      next: next && [next.at.getTime(), next.id],
    }
  },
})

searchApi.operation('countSearchHits', 'GET /search/counts', {
  summary: 'Number of results by type, year, author and list',
  may: needs('read', { open: true }),
  query: Asked,
  answers: says(Counts, 'Counted over the newest thousand; where a phrase is in many, over those of the newest months.'),
  run: ({ db, actor, query }) => countDocuments(db, actor, query.q),
})
