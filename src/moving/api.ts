import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import { getModeratedList } from '../list/queries.ts'
import { mayOwn } from '../policy.ts'
import { instant, maybeInstant, needs, routes, says, takes, text } from '../ui/api.ts'
import { addMembers } from './members/actions.ts'
import { countItems, listMoves } from './queries.ts'
import { type Member, whyNoAddress } from './rules.ts'

const inList = z.object({ list: text(40) })
const count = z.number().int()
const Import = z
  .object({
    id: count,
    program: z.enum(['mailman2', 'mailman3', 'file']),
    source: z.string(),
    begunAt: instant(),
    endedAt: maybeInstant(),
    error: z.string().nullable(),
    balance: z.array(z.object({ kind: z.string(), outcome: z.enum(['added', 'known', 'left', 'wrong']), items: count })),
  })
  .openapi('Import')
const NewMembers = z
  .object({
    members: z
      .array(
        z.object({ email: text(254), name: text(200).default(''), delivery: z.enum(['each', 'mime', 'plain', 'none']).default('each') }),
      )
      .min(1)
      .max(5_000),
  })
  .openapi('NewMembers')
const Outcome = z
  .object({ email: z.string(), outcome: z.enum(['added', 'known', 'left', 'wrong']), reason: z.string() })
  .openapi('MemberOutcome')

/** Imports of a list, and people whom its owners bring from elsewhere. */
export const movingApi = routes()

movingApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/imports',
    summary: 'What was imported into a list, with the balance of each import',
    ...needs('moderate'),
    request: { params: inList },
    responses: says(z.object({ items: z.array(Import) }), 'Newest first.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.valid('param').list)
    const moves = await listMoves(db, [list.id])
    const items = await Promise.all(moves.map(async (move) => Import.parse({ ...move, balance: await countItems(db, move.id) })))
    return c.json({ items }, 200)
  },
)

movingApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/members',
    summary: 'Subscribe people whom the list has elsewhere; nobody is mailed',
    ...needs('moderate'),
    request: { params: inList, body: takes(NewMembers) },
    responses: says(z.object({ items: z.array(Outcome) }), 'What became of each.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.valid('param').list)
    if (!mayOwn(actor, list)) throw new NotFound('No such list.')
    const given = new Map<string, Member>()
    const wrong: z.infer<typeof Outcome>[] = []
    for (const { email: typed, ...member } of c.req.valid('json').members) {
      const email = typed.trim().toLowerCase()
      const why = whyNoAddress(email)
      if (why) wrong.push({ email: typed, outcome: 'wrong', reason: why })
      else given.set(email, { ...member, email, language: '', moderated: false, notMine: false, noCopies: false })
    }
    const settled = await write((tx) => addMembers(tx, actor, list, [...given.values()]))
    return c.json({ items: [...settled.map(({ key, outcome, reason = '' }) => ({ email: key, outcome, reason })), ...wrong] }, 200)
  },
)
