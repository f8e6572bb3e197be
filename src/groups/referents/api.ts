import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, instant, lists, makes, named, needs, routes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayConfirmReferents } from '../../policy.ts'
import { decideNaming, nameOwnReferent, withdrawNaming } from './actions.ts'
import { listNamings, listVacancies } from './queries.ts'

const Naming = named('Naming', {
  id: z.int(),
  organisationId: z.int(),
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
const Vacancy = z
  .object({ id: z.int(), name: z.string(), communityId: z.int(), community: z.string() })
  .openapi('Vacancy', { description: 'A member institution without a referent today.' })

/** Who speaks for an institution: named by it, confirmed by the user group. */
export const referentApi = routes()

referentApi.operation('listReferents', 'GET /referents', {
  summary: 'Referents to confirm, and member institutions without a referent',
  may: needs('read'),
  answers: lists(Naming, 'What waits.', { vacancies: z.array(Vacancy) }),
  run: async ({ db, actor }) => {
    if (!mayConfirmReferents(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
    const [namings, vacancies] = await Promise.all([listNamings(db, actor), listVacancies(db, actor)])
    return { items: namings, vacancies }
  },
})

referentApi.operation('nameReferent', 'POST /organisations/{organisation}/referent', {
  summary: 'Name the referent of my institution',
  may: needs('write', 'will'),
  body: {
    communityId: z.int().positive(),
    standIn: z.boolean().default(false),
    name: line(200).min(1),
    email: z.email().max(254),
    fromOn: z.iso.date(),
    toOn: z.iso.date().optional(),
  },
  answers: makes(Naming.pick({ id: true }), 'Named; the user group confirms.'),
  run: async ({ write, actor, params, body }) => ({ id: await write((tx) => nameOwnReferent(tx, actor, params.organisation, body)) }),
})

referentApi.operation('decideReferent', 'POST /referents/{naming}/decision', {
  summary: 'Confirm or reject a referent. The institution gets the reason.',
  may: needs('write', 'work'),
  body: { decision: z.enum(['confirm', 'refuse']), reason: lines(2_000).default('') },
  answers: does('Decided.'),
  run: ({ write, actor, params, body: { decision, reason } }) =>
    write((tx) => decideNaming(tx, actor, params.naming, decision === 'confirm', reason)),
})

referentApi.operation('withdrawReferent', 'DELETE /referents/{naming}', {
  summary: 'Withdraw a referent that I named',
  may: needs('write', 'will'),
  answers: does('Taken back.'),
  run: ({ write, actor, params }) => write((tx) => withdrawNaming(tx, actor, params.naming)),
})
