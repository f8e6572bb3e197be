import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, id, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line } from '../../lib/ui/texts.ts'
import { mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { getGroup } from '../queries.ts'
import { endSeat, seat } from './actions.ts'
import { listPastSeats, listSeats } from './queries.ts'
import { groupRoles } from './rules.ts'

const Term = z
  .object({
    id: z.number().int(),
    person: z.string(),
    role: z.enum(groupRoles),
    title: z.string().nullable().openapi({ description: 'What the group calls the role. Null if it has no name of its own.' }),
    formal: z.boolean(),
    organisation: z.string().nullable(),
    fromOn: z.iso.date().nullable(),
    toOn: z.iso.date().nullable(),
    byYear: z.boolean().openapi({ description: 'True if only the years are known. The days are then the first and last of those years.' }),
    how: z.string(),
  })
  .openapi('Term')

type Found = Awaited<ReturnType<typeof listSeats>>
const termsOf = (seats: Found, groupId: number) =>
  z.array(Term).parse(seats.filter((one) => one.groupId === groupId).map((one) => ({ ...one, how: sayKept(one.how), person: one.name })))

/** The roster of a group on any day, and who gives its roles. */
export const rosterApi = routes()

rosterApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/terms',
    operationId: 'listTerms',
    summary: 'Members and roles on a day, and past members',
    ...needs('read', { open: true }),
    request: { params: z.object({ group: line(40) }), query: Paging.extend({ on: z.iso.date().optional() }) },
    responses: says(pageOf(Term).extend({ on: z.iso.date(), past: z.array(Term) }), 'The roster of that day, today’s by default.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getGroup(db, c.req.valid('param').group)
    const on = c.req.valid('query').on ?? todayOf(actor)
    const [seats, past] = await Promise.all([listSeats(db, on), listPastSeats(db, on)])
    return c.json({ on, ...cut(c, c.req.valid('query'), termsOf(seats, group.id)), past: termsOf(past, group.id) }, 200)
  },
)

rosterApi.openapi(
  createRoute({
    method: 'post',
    path: '/groups/{group}/terms',
    operationId: 'appointPerson',
    summary: 'Appoint a person to a role',
    ...needs('write', 'work'),
    request: {
      params: z.object({ group: line(40) }),
      body: takes(
        z.object({
          email: line(254).min(1),
          name: line(200).default('').openapi({ description: 'Invites an address that nobody here has.' }),
          role: line(60)
            .min(1)
            .openapi({ description: `One of ${groupRoles.join(', ')}, or what the group calls a role.` }),
          formal: z.boolean().default(false),
          from: line(10).min(1).openapi({ description: 'A date, a year, or `?` if no one knows.' }),
          to: line(10).min(1).optional(),
          how: line(200).default(''),
        }),
      ),
    },
    responses: makes(Term.pick({ id: true }), 'Given.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { id: groupId, slug } = await getGroup(db, c.req.valid('param').group)
    if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
    const term = c.req.valid('json')
    return made(c, { id: await write((tx) => seat(tx, actor, { ...term, groupId })) }, () => `/groups/${slug}/terms`)
  },
)

rosterApi.openapi(
  createRoute({
    method: 'post',
    path: '/terms/{term}/end',
    operationId: 'endTerm',
    summary: 'Set the last day of a term',
    ...needs('write', 'work'),
    request: { params: z.object({ term: id() }), body: takes(z.object({ toOn: z.iso.date() })) },
    responses: does('Written down.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    await write((tx) => endSeat(tx, actor, c.req.valid('param').term, c.req.valid('json').toOn))
    return c.body(null, 204)
  },
)
