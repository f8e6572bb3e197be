import { createRoute, z } from '@hono/zod-openapi'
import { id, made, makes, needs, Paging, pageOf, pointNext, readCursor, routes, says, takes } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/texts.ts'
import { saveOrganisation } from './actions.ts'
import { getOrganisation, listOrganisations } from './queries.ts'
import { kinds, stages } from './rules.ts'

const Line = z
  .object({
    id: z.number().int(),
    name: z.string(),
    kind: z.enum(kinds),
    country: z.string().nullable(),
    member: z.boolean(),
    stages: z.array(z.enum(stages)),
  })
  .openapi('OrganisationLine')
const Term = z.object({ fromOn: z.iso.date().nullable(), toOn: z.iso.date().nullable() })
const Organisation = z
  .object({
    id: z.number().int(),
    name: z.string(),
    kind: z.enum(kinds),
    country: z.string().nullable(),
    website: z.string(),
    ror: z.string().nullable(),
    member: z.boolean(),
    domains: z.array(z.string()).openapi({ description: 'Shown to people who manage the directory.' }),
    belongsTo: z.array(Term.extend({ id: z.number().int(), name: z.string() })),
    memberships: z.array(Term.extend({ community: z.string(), through: z.string() })),
    contracts: z
      .array(Term.extend({ product: z.string(), through: z.string() }))
      .openapi({ description: 'Shown to people who manage the directory.' }),
    referents: z.array(Term.extend({ name: z.string(), community: z.string(), standIn: z.boolean() })),
    stages: z.array(z.object({ product: z.string(), stage: z.enum(stages) })),
  })
  .openapi('Organisation')
const Facts = z
  .object({
    name: line(300).min(1),
    kind: z.enum(kinds),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    ror: line(100).optional(),
    domains: z.array(line(253)).max(200).default([]),
  })
  .openapi('OrganisationFacts')

/** The register of organisations. */
export const organisationsApi = routes()

organisationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/organisations',
    operationId: 'listOrganisations',
    summary: 'Organisations of the directory, by name',
    ...needs('read'),
    request: {
      query: Paging.extend({
        q: line(200).optional(),
        country: line(2).length(2).optional(),
        kind: z.enum(kinds).optional(),
        stage: z.enum(stages).optional(),
        members: z.enum(['true', 'false']).optional(),
      }),
    },
    responses: says(pageOf(Line), 'A page of organisations.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { cursor, limit, q, country, kind, stage, members } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const filter = { search: q, country, kind, stage, members: members === 'true' || undefined }
    const found = await listOrganisations(db, actor, { ...filter, page, limit })
    return c.json(pageOf(Line).parse({ items: found.organisations, next: pointNext(c, page < found.pages ? [page + 1] : undefined) }), 200)
  },
)

organisationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/organisations/{organisation}',
    operationId: 'getOrganisation',
    summary: 'One organisation with its memberships and contracts',
    ...needs('read'),
    request: { params: z.object({ organisation: id() }) },
    responses: says(Organisation, 'The organisation.'),
  }),
  async (c) => {
    const found = await getOrganisation(c.var.db, c.var.actor, c.req.valid('param').organisation)
    const organisation = Organisation.parse({
      ...found,
      belongsTo: found.belongings.map((one) => ({ ...one, id: one.parentId, name: one.parent })),
      memberships: found.memberships.map((one) => ({ ...one, through: one.holder })),
      contracts: found.contracts.map((one) => ({ ...one, through: one.holder })),
      stages: found.uses,
    })
    return c.json(organisation, 200)
  },
)

organisationsApi.openapi(
  createRoute({
    method: 'post',
    path: '/organisations',
    operationId: 'addOrganisation',
    summary: 'Add an organisation to the directory',
    ...needs('write', 'work'),
    request: { body: takes(Facts) },
    responses: makes(z.object({ id: z.number().int() }), 'Added.'),
  }),
  async (c) => {
    const facts = c.req.valid('json')
    return made(
      c,
      { id: await c.var.write((tx) => saveOrganisation(tx, c.var.actor, undefined, facts)) },
      ({ id }) => `/organisations/${id}`,
    )
  },
)

organisationsApi.openapi(
  createRoute({
    method: 'put',
    path: '/organisations/{organisation}',
    operationId: 'updateOrganisation',
    summary: 'Edit an organisation; its memberships and contracts stay',
    ...needs('write', 'work'),
    request: { params: z.object({ organisation: id() }), body: takes(Facts) },
    responses: says(z.object({ id: z.number().int() }), 'Saved.'),
  }),
  async (c) => {
    const facts = c.req.valid('json')
    const { organisation } = c.req.valid('param')
    return c.json({ id: await c.var.write((tx) => saveOrganisation(tx, c.var.actor, organisation, facts)) }, 200)
  },
)
