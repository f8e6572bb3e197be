import { z } from '@hono/zod-openapi'
import { Made, makes, named, needs, pages, routes, says } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/forms.ts'
import { saveOrganisation } from './actions.ts'
import { getOrganisation, listOrganisations } from './queries.ts'
import { kinds, stages } from './rules.ts'

const Line = named('OrganisationLine', {
  id: z.int(),
  name: z.string(),
  kind: z.enum(kinds),
  country: z.string().nullable(),
  member: z.boolean(),
  stages: z.array(z.enum(stages)),
})
const Term = z.object({ fromOn: z.iso.date().nullable(), toOn: z.iso.date().nullable() })
const Organisation = named('Organisation', {
  id: z.int(),
  name: z.string(),
  kind: z.enum(kinds),
  country: z.string().nullable(),
  website: z.string(),
  ror: z.string().nullable(),
  member: z.boolean(),
  domains: z.array(z.string()).openapi({ description: 'Shown to people who manage the directory.' }),
  belongsTo: z.array(Term.extend({ id: z.int(), name: z.string() })),
  memberships: z.array(Term.extend({ community: z.string(), through: z.string() })),
  contracts: z
    .array(Term.extend({ product: z.string(), through: z.string() }))
    .openapi({ description: 'Shown to people who manage the directory.' }),
  referents: z.array(Term.extend({ name: z.string(), community: z.string(), standIn: z.boolean() })),
  stages: z.array(z.object({ product: z.string(), stage: z.enum(stages) })),
})
const Facts = named('OrganisationFacts', {
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

/** What is changed of one: what is left out stays, null is none any more. */
const Change = z.object({
  ...Facts.shape,
  country: Facts.shape.country.nullable(),
  website: Facts.shape.website.nullable(),
  ror: Facts.shape.ror.nullable(),
  domains: Facts.shape.domains.unwrap().optional(),
})

/** The register of organisations. */
export const organisationsApi = routes()

organisationsApi.operation('listOrganisations', 'GET /organisations', {
  summary: 'Organisations of the directory, by name',
  may: needs('read'),
  query: {
    q: line(200).optional(),
    country: line(2).length(2).optional(),
    kind: z.enum(kinds).optional(),
    stage: z.enum(stages).optional(),
    members: z.enum(['true', 'false']).optional(),
  },
  answers: pages(Line, 'A page of organisations.'),
  run: async ({ db, actor, query: { page, limit, q, country, kind, stage, members } }) => {
    const filter = { search: q, country, kind, stage, members: members === 'true' || undefined }
    const found = await listOrganisations(db, actor, { ...filter, page, limit })
    return { items: found.organisations, pages: found.pages }
  },
})

organisationsApi.operation('getOrganisation', 'GET /organisations/{organisation}', {
  summary: 'One organisation with its memberships and contracts',
  may: needs('read'),
  answers: says(Organisation, 'The organisation.'),
  run: async ({ db, actor, params }) => {
    const found = await getOrganisation(db, actor, params.organisation)
    return {
      ...found,
      belongsTo: found.belongings.map((one) => ({ ...one, id: one.parentId, name: one.parent })),
      memberships: found.memberships.map((one) => ({ ...one, through: one.holder })),
      contracts: found.contracts.map((one) => ({ ...one, through: one.holder })),
      stages: found.uses,
    }
  },
})

organisationsApi.operation('addOrganisation', 'POST /organisations', {
  summary: 'Add an organisation to the directory',
  may: needs('write', 'work'),
  body: Facts,
  answers: makes(Made, 'Added.', '/organisations/{id}'),
  run: async ({ write, actor, body: facts }) => ({ id: await write((tx) => saveOrganisation(tx, actor, undefined, facts)) }),
})

organisationsApi.operation('updateOrganisation', 'PUT /organisations/{organisation}', {
  summary: 'Edit an organisation; its memberships and contracts stay',
  may: needs('write', 'work'),
  body: Change,
  answers: says(Made, 'Saved.'),
  run: async ({ write, actor, params: { organisation }, body: { website, ...facts } }) => ({
    id: await write((tx) => saveOrganisation(tx, actor, organisation, { ...facts, website: website === null ? '' : website })),
  }),
})
