import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, id, instant, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { mayConfirmReferents } from '../../policy.ts'
import { decideNaming, nameOwnReferent, withdrawNaming } from './actions.ts'
import { listNamings, listVacancies } from './queries.ts'

const Naming = z
  .object({
    id: z.number().int(),
    organisationId: z.number().int(),
    organisation: z.string(),
    community: z.string(),
    name: z.string(),
    email: z.string(),
    standIn: z.boolean(),
    fromOn: z.iso.date(),
    toOn: z.iso.date().nullable(),
    namer: z.string(),
    namedAt: instant(),
  })
  .openapi('Naming')
const Vacancy = z
  .object({ id: z.number().int(), name: z.string(), communityId: z.number().int(), community: z.string() })
  .openapi('Vacancy', { description: 'A member institution without a referent today.' })

/** Who speaks for an institution: named by it, confirmed by the user group. */
export const referentApi = routes()

referentApi.openapi(
  createRoute({
    method: 'get',
    path: '/referents',
    operationId: 'listReferents',
    summary: 'Referents to confirm, and member institutions without a referent',
    ...needs('read'),
    request: { query: Paging },
    responses: says(pageOf(Naming).extend({ vacancies: z.array(Vacancy) }), 'What waits.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    if (!mayConfirmReferents(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const [namings, vacancies] = await Promise.all([listNamings(db, actor), listVacancies(db, actor)])
    return c.json({ ...cut(c, c.req.valid('query'), z.array(Naming).parse(namings)), vacancies: z.array(Vacancy).parse(vacancies) }, 200)
  },
)

referentApi.openapi(
  createRoute({
    method: 'post',
    path: '/organisations/{organisation}/referent',
    operationId: 'nameReferent',
    summary: 'Name the referent of my institution',
    ...needs('write', 'will'),
    request: {
      params: z.object({ organisation: id() }),
      body: takes(
        z.object({
          communityId: z.number().int().positive(),
          standIn: z.boolean().default(false),
          name: line(200).min(1),
          email: z.email().max(254),
          fromOn: z.iso.date(),
          toOn: z.iso.date().optional(),
        }),
      ),
    },
    responses: makes(Naming.pick({ id: true }), 'Named; the user group confirms.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const naming = await write((tx) => nameOwnReferent(tx, actor, c.req.valid('param').organisation, c.req.valid('json')))
    // Who confirms reads it, at /referents.
    return made(c, { id: naming }, () => undefined)
  },
)

referentApi.openapi(
  createRoute({
    method: 'post',
    path: '/referents/{naming}/decision',
    operationId: 'decideReferent',
    summary: 'Confirm or reject a referent. The institution gets the reason.',
    ...needs('write', 'work'),
    request: {
      params: z.object({ naming: id() }),
      body: takes(z.object({ decision: z.enum(['confirm', 'refuse']), reason: lines(2_000).default('') })),
    },
    responses: does('Decided.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { decision, reason } = c.req.valid('json')
    await write((tx) => decideNaming(tx, actor, c.req.valid('param').naming, decision === 'confirm', reason))
    return c.body(null, 204)
  },
)

referentApi.openapi(
  createRoute({
    method: 'delete',
    path: '/referents/{naming}',
    operationId: 'withdrawReferent',
    summary: 'Withdraw a referent that I named',
    ...needs('write', 'will'),
    request: { params: z.object({ naming: id() }) },
    responses: does('Taken back.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    await write((tx) => withdrawNaming(tx, actor, c.req.valid('param').naming))
    return c.body(null, 204)
  },
)
