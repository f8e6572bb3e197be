import { z } from '@hono/zod-openapi'
import { instant, lists, maybeInstant, named, needs, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/forms.ts'
import { namedFor } from '../people/rules.ts'
import { getGroup, listGroups, listRoster } from './queries.ts'

const GroupLine = named('GroupLine', {
  slug: z.string(),
  name: z.string(),
  tagline: z.string(),
  communities: z.array(z.string()),
  closedAt: maybeInstant().openapi({ description: 'Since when the group can only be read; null while it works.' }),
})
const Group = GroupLine.extend({
  product: z.string(),
  vendor: z.string(),
  foundedOn: z.iso.date().nullable(),
  mergedInto: z.string().nullable().openapi({ description: 'The group in which its work goes on.' }),
}).openapi('Group')
const Seat = named('Seat', {
  person: z.string(),
  role: z.string(),
  formal: z.boolean(),
  fromOn: z.iso.date().nullable(),
  toOn: z.iso.date().nullable(),
})
const params = { group: line(40) }

/** Groups and who holds which role in them: public, as on the pages. */
export const charterApi = routes()

charterApi.operation('listGroups', 'GET /groups', {
  summary: 'The working groups of this site',
  may: needs('read', { open: true }),
  answers: lists(GroupLine, 'All groups.'),
  run: ({ db }) => listGroups(db),
})

charterApi.operation('getGroup', 'GET /groups/{group}', {
  summary: 'One group',
  may: needs('read', { open: true }),
  params,
  answers: says(Group, 'The group with its product, vendor and user groups.'),
  run: ({ db, params }) => getGroup(db, params.group),
})

charterApi.operation('getRoster', 'GET /groups/{group}/roster', {
  summary: 'Current members and their roles',
  may: needs('read', { open: true }),
  params,
  answers: lists(Seat, 'The roster.', { at: instant() }),
  run: async ({ db, actor, params }) => {
    const group = await getGroup(db, params.group)
    const roster = await listRoster(db, group.id, actor.at)
    return { at: actor.at, items: namedFor(actor, roster).map((seat) => ({ ...seat, person: seat.name })) }
  },
})
