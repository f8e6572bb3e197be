import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, lists, makes, named, needs, routes } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/forms.ts'
import { sayKept } from '../../lib/ui/kept.ts'
import { refusals } from '../../lib/ui/words.ts'
import { namedFor } from '../../people/rules.ts'
import { mayAppoint } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { getGroup } from '../queries.ts'
import { endSeat, seat } from './actions.ts'
import { listPastSeats, listSeats } from './queries.ts'
import { groupRoles } from './rules.ts'

const Term = named('Term', {
  id: z.int(),
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

type Found = Awaited<ReturnType<typeof listSeats>>
const termsOf = (seats: Found, groupId: number) =>
  seats.filter((one) => one.groupId === groupId).map((one) => ({ ...one, how: sayKept(one.how), person: one.name }))

/** The roster of a group on any day, and who gives its roles. */
export const rosterApi = routes()

rosterApi.operation('listTerms', 'GET /groups/{group}/terms', {
  summary: 'Members and roles on a day, and past members',
  may: needs('read', { open: true }),
  params: { group: line(40) },
  query: { on: z.iso.date().optional() },
  answers: lists(Term, 'The roster of that day, today’s by default.', { on: z.iso.date(), past: z.array(Term) }),
  run: async ({ db, actor, params, query }) => {
    const group = await getGroup(db, params.group)
    const on = query.on ?? todayOf(actor)
    const [seats, past] = await Promise.all([listSeats(db, on), listPastSeats(db, on)])
    return { on, items: termsOf(namedFor(actor, seats), group.id), past: termsOf(namedFor(actor, past), group.id) }
  },
})

rosterApi.operation('appointPerson', 'POST /groups/{group}/terms', {
  summary: 'Appoint a person to a role',
  may: needs('write', 'work'),
  params: { group: line(40) },
  body: {
    email: line(254).min(1),
    name: line(200).default('').openapi({ description: 'Invites an address that nobody here has.' }),
    role: line(60)
      .min(1)
      .openapi({ description: `One of ${groupRoles.join(', ')}, or what the group calls a role.` }),
    formal: z.boolean().default(false),
    from: line(10).min(1).openapi({ description: 'A date, a year, or `?` if no one knows.' }),
    to: line(10).min(1).optional(),
    how: line(200).default(''),
  },
  answers: makes(Term.pick({ id: true }), 'Given.', '/groups/{slug}/terms'),
  run: async ({ db, write, actor, params, body: term }) => {
    const { id: groupId, slug } = await getGroup(db, params.group)
    if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
    return { id: await write((tx) => seat(tx, actor, { ...term, groupId })), slug }
  },
})

rosterApi.operation('endTerm', 'POST /terms/{term}/end', {
  summary: 'Set the last day of a term',
  may: needs('write', 'work'),
  body: { toOn: z.iso.date() },
  answers: does('Written down.'),
  run: ({ write, actor, params, body }) => write((tx) => endSeat(tx, actor, params.term, body.toOn)),
})
