import { z } from '@hono/zod-openapi'
import { NotFound } from '../errors.ts'
import { listGroups } from '../groups/queries.ts'
import { instant, named, needs, routes, says } from '../lib/ui/api.ts'
import { refusals } from '../lib/ui/words.ts'
import { listLists } from './core/queries.ts'

const Me = named('Me', {
  id: z.int(),
  name: z.string(),
  locale: z.string(),
  zone: z.string().nullable().openapi({ description: 'Null where none is known.' }),
  theme: z.enum(['system', 'light', 'dark']),
  singleKeys: z.boolean(),
  roles: z.array(z.object({ role: z.string(), group: z.string().nullable() })),
  lists: z.array(z.string()).openapi({ description: 'Names of the lists that I am subscribed to.' }),
  token: z.object({ scopes: z.array(z.string()), expiresAt: instant() }),
})

/** The person whom a token speaks for, with roles and lists. */
export const meApi = routes()

meApi.operation('getMe', 'GET /me', {
  summary: 'The person and the scopes of this token',
  may: needs('read'),
  answers: says(Me, 'The person behind the token.'),
  run: async ({ db, actor, token }) => {
    if (!token || actor.personId === null) throw new NotFound(refusals.thereIsNoSuchAddress)
    const [groups, lists] = await Promise.all([listGroups(db), listLists(db, actor)])
    const slug = (id: number | null) => groups.find((group) => group.id === id)?.slug ?? null
    return {
      ...actor,
      zone: actor.zoneKnown ? actor.zone : null,
      id: actor.personId,
      roles: actor.grants.map(({ role, groupId }) => ({ role, group: slug(groupId) })),
      lists: lists.filter((list) => list.subscribed).map((list) => list.name),
      token,
    }
  },
})
