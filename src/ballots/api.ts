import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import { cut, id, instant, maybeInstant, needs, Paging, pageOf, personOnly, pointNext, readCursor, routes, says } from '../lib/ui/api.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { line } from '../lib/ui/texts.ts'
import { textsOf } from '../lib/ui/words.ts'
import { countTurnout, getBallot, listBallots, listOptions } from './core/queries.ts'
import { getCycle, listCycles } from './cycles/queries.ts'
import { figuresOf } from './results/count.ts'
import { getResults } from './results/queries.ts'
import { type Compared, listPairs } from './similar/queries.ts'
import { whyOf } from './similar/rules.ts'

const t = textsOf('ballots', 'api')

const kind = z.enum(['wishes', 'election', 'motion'])
const state = z.enum(['preparing', 'open', 'closed', 'counted', 'thrown_away', 'called_off'])
const phase = z.enum(['submission', 'triage', 'round_one', 'costing', 'round_two', 'commitment'])
const BallotLine = z
  .object({
    id: z.number().int(),
    title: z.string(),
    kind,
    state,
    cycleId: z.number().int().nullable(),
    phase: phase.nullable(),
    rule: z.string(),
    form: z.enum(['points', 'ranks', 'yes_no']),
    secrecy: z.enum(['anonymous', 'public']),
    opensAt: instant(),
    closesAt: instant(),
    closedAt: maybeInstant(),
    calledOffAt: maybeInstant(),
  })
  .openapi('BallotLine')
const Option = z
  .object({
    number: z.number().int(),
    title: z.string(),
    text: z.string(),
    area: z.string(),
    cost: z.number().int().nullable(),
    solution: z.string(),
    requestId: z.number().int().nullable(),
  })
  .openapi('BallotOption')
const Ballot = BallotLine.extend({
  calledOffReason: z.string().openapi({ description: 'Why the ballot was cancelled; empty if it was not.' }),
  anewOf: z.number().int().nullable().openapi({ description: 'The cancelled ballot that this one repeats.' }),
  question: z.string(),
  budget: z.number().int().nullable(),
  most: z.number().int().nullable(),
  capacity: z.number().int().nullable(),
  seats: z.number().int().nullable(),
  ties: z.string(),
  seedHash: z.string().nullable(),
  recordOn: z.string(),
  turnout: z.object({ voters: z.number().int(), voted: z.number().int() }),
  options: z.array(Option),
}).openapi('Ballot')
const Vote = z
  .object({
    points: z.record(line(20), z.number()).optional(),
    ranks: z.array(line(20)).optional(),
    choice: z.enum(['yes', 'no', 'abstain']).optional(),
  })
  .openapi('Vote', { description: 'By the numbers of the options: points, a ranking, or an answer.' })
const Published = z.object({ receipt: z.string(), vote: Vote, name: z.string().nullable() }).openapi('PublishedPaper')
const Segments = z
  .array(z.object({ name: z.string(), papers: z.number().int(), given: z.record(z.string(), z.number()), onWinners: z.number() }))
  .openapi({ description: 'Parts of at least five votes: their points by option, and the share on chosen options.' })
const Counted = z
  .object({
    ballot: z.number().int(),
    account: z.object({
      voters: z.number().int(),
      cast: z.number().int(),
      blank: z.number().int(),
      changed: z.number().int(),
      late: z.number().int(),
      spoilt: z.number().int(),
      got: z.array(z.number().int()).openapi({
        description: 'Votes by the share of their points on chosen options: none, up to a quarter, a half, three quarters, more.',
      }),
      segments: z.object({ size: Segments, region: Segments, consortium: Segments }),
    }),
    options: z.array(
      z.object({ number: z.string(), total: z.number(), supporters: z.number().int(), musts: z.number().int(), variance: z.number() }),
    ),
    seed: z.string().nullable(),
    counts: z.array(
      z.object({
        rule: z.string(),
        chosen: z.boolean(),
        winners: z.array(z.string()),
        ties: z.array(z.object({ among: z.array(z.string()), chosen: z.string(), how: z.string() })),
        steps: z.array(z.object({ text: z.string() })),
      }),
    ),
  })
  .openapi('BallotResult')
const Phase = z.object({ kind: phase, opensAt: instant(), closesAt: instant(), openedAt: maybeInstant(), closedAt: maybeInstant() })
const Cycle = z
  .object({
    id: z.number().int(),
    title: z.string(),
    group: z.string(),
    zone: z.string(),
    phases: z.array(Phase),
    ballots: z.array(z.object({ id: z.number().int(), phase: phase.nullable(), state })),
  })
  .openapi('Cycle')

const open = needs('read', { open: true })
const ballotParams = z.object({ ballot: id() })

/** Cycles, ballots, results and one’s own paper, for programs. What the pages hide until the close is hidden here too. */
export const ballotsApi = routes()

ballotsApi.openapi(
  createRoute({
    method: 'get',
    path: '/cycles',
    operationId: 'listCycles',
    summary: 'Enhancement cycles, the newest first',
    ...open,
    request: { query: Paging },
    responses: says(
      pageOf(
        z.object({
          id: z.number().int(),
          title: z.string(),
          group: z.string(),
          wishes: z.number().int(),
          opensAt: instant(),
          closesAt: instant(),
        }),
      ),
      'All cycles.',
    ),
  }),
  async (c) =>
    c.json(
      cut(
        c,
        c.req.valid('query'),
        (await listCycles(c.var.db)).map((cycle) => ({
          ...cycle,
          opensAt: cycle.opensAt.toISOString(),
          closesAt: cycle.closesAt.toISOString(),
        })),
      ),
      200,
    ),
)

ballotsApi.openapi(
  createRoute({
    method: 'get',
    path: '/cycles/{cycle}',
    operationId: 'getCycle',
    summary: 'One cycle with its phases and rounds',
    ...open,
    request: { params: z.object({ cycle: id() }) },
    responses: says(Cycle, 'The cycle.'),
  }),
  async (c) => c.json(Cycle.parse(await getCycle(c.var.db, c.var.actor, c.req.valid('param').cycle)), 200),
)

const LikeWish = z.object({ id: z.number().int(), title: z.string(), area: z.string(), institution: z.string().nullable() })

ballotsApi.openapi(
  createRoute({
    method: 'get',
    path: '/cycles/{cycle}/alike',
    operationId: 'listSimilarInCycle',
    summary: 'Similar requests of a cycle, with how much and why, for the people who decide',
    ...needs('read'),
    request: { params: z.object({ cycle: id() }), query: Paging },
    responses: says(pageOf(z.object({ one: LikeWish, other: LikeWish, likeness: z.number(), why: z.string() })), 'The most alike first.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit } = c.req.valid('query')
    const [from = 0] = readCursor(cursor, 1) ?? []
    const cycle = await getCycle(db, actor, c.req.valid('param').cycle)
    if (!cycle.inGroup && !cycle.mayRun) throw new NotFound(t.cycleNotFound)
    const pairs = await listPairs(db, cycle)
    const shown = ({ id: wish, title, area, organisation }: Compared) => ({ id: wish, title, area, institution: organisation })
    const items = pairs
      .slice(from, from + limit)
      .map((pair) => ({ one: shown(pair.one), other: shown(pair.other), likeness: pair.likeness, why: whyOf(pair) }))
    return c.json({ items, next: pointNext(c, from + limit < pairs.length ? [from + limit] : undefined) }, 200)
  },
)

ballotsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ballots',
    operationId: 'listBallots',
    summary: 'Ballots, open ones first',
    ...open,
    request: { query: Paging.extend({ kind: kind.optional() }) },
    responses: says(pageOf(BallotLine), 'A page of ballots.'),
  }),
  async (c) => {
    const { cursor, limit, kind: wanted } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const { ballots, pages } = await listBallots(c.var.db, c.var.actor, { page, limit, ...(wanted ? { kind: wanted } : {}) })
    return c.json(pageOf(BallotLine).parse({ items: ballots, next: pointNext(c, page < pages ? [page + 1] : undefined) }), 200)
  },
)

ballotsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ballots/{ballot}',
    operationId: 'getBallot',
    summary: 'One ballot with its options; how many have voted, never who or how',
    ...open,
    request: { params: ballotParams },
    responses: says(Ballot, 'The ballot.'),
  }),
  async (c) => {
    const ballot = await getBallot(c.var.db, c.var.actor, c.req.valid('param').ballot)
    const [options, turnout] = await Promise.all([listOptions(c.var.db, ballot.id), countTurnout(c.var.db, ballot.id)])
    return c.json(Ballot.parse({ ...ballot, question: sayKept(ballot.question), options, turnout }), 200)
  },
)

ballotsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ballots/{ballot}/results',
    operationId: 'getBallotResults',
    summary: 'The result by the rule of the ballot and by the others, after the close',
    ...open,
    request: { params: ballotParams },
    responses: says(Counted, 'The result.'),
  }),
  async (c) => {
    const { ballot, account, counts, options, papers } = await getResults(c.var.db, c.var.actor, c.req.valid('param').ballot)
    return c.json(
      Counted.parse({
        ballot: ballot.id,
        account,
        options: figuresOf(options, papers),
        seed: ballot.seed,
        counts: counts.map(({ rule, chosen, result }) => ({ ...result, rule, chosen })),
      }),
      200,
    )
  },
)

ballotsApi.openapi(
  createRoute({
    method: 'get',
    path: '/ballots/{ballot}/published-papers',
    operationId: 'listPublishedPapers',
    summary: 'The votes as they were counted, by receipt',
    ...open,
    request: { params: ballotParams, query: Paging },
    responses: says(pageOf(Published), 'A page of papers.'),
  }),
  async (c) => {
    const { cursor, limit } = c.req.valid('query')
    const [from = 0] = readCursor(cursor, 1) ?? []
    const { papers } = await getResults(c.var.db, c.var.actor, c.req.valid('param').ballot)
    const next = from + limit < papers.length ? [from + limit] : undefined
    return c.json(pageOf(Published).parse({ items: papers.slice(from, from + limit), next: pointNext(c, next) }), 200)
  },
)

// A paper is its voter's alone: it is cast, and seen, by the voter, signed in.
ballotsApi.on(['GET', 'PUT'], '/ballots/:ballot/papers/:voter', personOnly)
