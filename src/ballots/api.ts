import { z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import { instant, lists, maybeInstant, named, needs, pages, personOnly, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/forms.ts'
import { sayKept } from '../lib/ui/kept.ts'
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
const BallotLine = named('BallotLine', {
  id: z.int(),
  title: z.string(),
  kind,
  state,
  cycleId: z.int().nullable(),
  phase: phase.nullable(),
  rule: z.string(),
  form: z.enum(['points', 'ranks', 'yes_no']),
  secrecy: z.enum(['anonymous', 'public']),
  opensAt: instant(),
  closesAt: instant(),
  closedAt: maybeInstant(),
  calledOffAt: maybeInstant(),
})
const Option = named('BallotOption', {
  number: z.int(),
  title: z.string(),
  text: z.string(),
  area: z.string(),
  cost: z.int().nullable(),
  solution: z.string(),
  requestId: z.int().nullable(),
})
const Ballot = BallotLine.extend({
  calledOffReason: z.string().openapi({ description: 'Why the ballot was cancelled; empty if it was not.' }),
  anewOf: z.int().nullable().openapi({ description: 'The cancelled ballot that this one repeats.' }),
  question: z.string(),
  budget: z.int().nullable(),
  most: z.int().nullable(),
  capacity: z.int().nullable(),
  seats: z.int().nullable(),
  ties: z.string(),
  seedHash: z.string().nullable(),
  recordOn: z.string(),
  turnout: z.object({ voters: z.int(), voted: z.int() }),
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
  .array(z.object({ name: z.string(), papers: z.int(), given: z.record(z.string(), z.number()), onWinners: z.number() }))
  .openapi({ description: 'Parts of at least five votes: their points by option, and the share on chosen options.' })
const Counted = named('BallotResult', {
  ballot: z.int(),
  account: z.object({
    voters: z.int(),
    cast: z.int(),
    blank: z.int(),
    changed: z.int(),
    late: z.int(),
    spoilt: z.int(),
    got: z.array(z.int()).openapi({
      description: 'Votes by the share of their points on chosen options: none, up to a quarter, a half, three quarters, more.',
    }),
    segments: z.object({ size: Segments, region: Segments, consortium: Segments }),
  }),
  options: z.array(z.object({ number: z.string(), total: z.number(), supporters: z.int(), musts: z.int(), variance: z.number() })),
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
const Phase = z.object({ kind: phase, opensAt: instant(), closesAt: instant(), openedAt: maybeInstant(), closedAt: maybeInstant() })
const calledOff = z.boolean().openapi({ description: 'It is not held: all its rounds were called off.' })
const Cycle = named('Cycle', {
  id: z.int(),
  title: z.string(),
  group: z.string(),
  zone: z.string(),
  calledOff,
  phases: z.array(Phase),
  ballots: z.array(z.object({ id: z.int(), phase: phase.nullable(), state })),
})

const open = needs('read', { open: true })

/** Cycles, ballots, results and one’s own paper, for programs. What the pages hide until the close is hidden here too. */
export const ballotsApi = routes()

ballotsApi.operation('listCycles', 'GET /cycles', {
  summary: 'Enhancement cycles, the newest first',
  may: open,
  answers: lists(
    z.object({
      id: z.int(),
      title: z.string(),
      group: z.string(),
      wishes: z.int(),
      calledOff,
      opensAt: instant(),
      closesAt: instant(),
    }),
    'All cycles.',
  ),
  run: ({ db }) => listCycles(db),
})

ballotsApi.operation('getCycle', 'GET /cycles/{cycle}', {
  summary: 'One cycle with its phases and rounds',
  may: open,
  answers: says(Cycle, 'The cycle.'),
  run: ({ db, actor, params }) => getCycle(db, actor, params.cycle),
})

const LikeWish = z.object({ id: z.int(), title: z.string(), area: z.string(), institution: z.string().nullable() })

ballotsApi.operation('listSimilarInCycle', 'GET /cycles/{cycle}/alike', {
  summary: 'Similar requests of a cycle, with how much and why, for the people who decide',
  may: needs('read'),
  answers: lists(z.object({ one: LikeWish, other: LikeWish, likeness: z.number(), why: z.string() }), 'The most alike first.'),
  run: async ({ db, actor, params }) => {
    const cycle = await getCycle(db, actor, params.cycle)
    if (!cycle.inGroup && !cycle.mayRun) throw new NotFound(t.cycleNotFound)
    const pairs = await listPairs(db, cycle)
    const shown = ({ id: wish, title, area, organisation }: Compared) => ({ id: wish, title, area, institution: organisation })
    return pairs.map((pair) => ({ one: shown(pair.one), other: shown(pair.other), likeness: pair.likeness, why: whyOf(pair) }))
  },
})

ballotsApi.operation('listBallots', 'GET /ballots', {
  summary: 'Ballots, open ones first',
  may: open,
  query: { kind: kind.optional() },
  answers: pages(BallotLine, 'A page of ballots.'),
  run: async ({ db, actor, query: { page, limit, kind: wanted } }) => {
    const { ballots, pages } = await listBallots(db, actor, { page, limit, ...(wanted ? { kind: wanted } : {}) })
    return { items: ballots, pages }
  },
})

ballotsApi.operation('getBallot', 'GET /ballots/{ballot}', {
  summary: 'One ballot with its options; how many have voted, never who or how',
  may: open,
  answers: says(Ballot, 'The ballot.'),
  run: async ({ db, actor, params }) => {
    const ballot = await getBallot(db, actor, params.ballot)
    const [options, turnout] = await Promise.all([listOptions(db, ballot.id), countTurnout(db, ballot.id)])
    return { ...ballot, question: sayKept(ballot.question), options, turnout }
  },
})

ballotsApi.operation('getBallotResults', 'GET /ballots/{ballot}/results', {
  summary: 'The result by the rule of the ballot and by the others, after the close',
  may: open,
  answers: says(Counted, 'The result.'),
  run: async ({ db, actor, params }) => {
    const { ballot, account, counts, options, papers } = await getResults(db, actor, params.ballot)
    return {
      ballot: ballot.id,
      account,
      options: figuresOf(options, papers),
      seed: ballot.seed,
      counts: counts.map(({ rule, chosen, result }) => ({ ...result, rule, chosen })),
    }
  },
})

ballotsApi.operation('listPublishedPapers', 'GET /ballots/{ballot}/published-papers', {
  summary: 'The votes as they were counted, by receipt',
  may: open,
  answers: lists(Published, 'A page of papers.'),
  run: async ({ db, actor, params }) => (await getResults(db, actor, params.ballot)).papers,
})

// A paper is its voter's alone: it is cast, and seen, by the voter, signed in.
ballotsApi.on(['GET', 'PUT'], '/ballots/:ballot/papers/:voter', personOnly)
