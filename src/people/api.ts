import { createRoute, z } from '@hono/zod-openapi'
import { listGroups } from '../groups/queries.ts'
import { instant, needs, routes, says, takes } from '../lib/ui/api.ts'
import { locales } from '../lib/ui/format.ts'
import { line } from '../lib/ui/texts.ts'
import { listLists } from '../list/queries.ts'
import { changeSettings } from './actions.ts'
import { zone } from './pages.tsx'

const Settings = z.object({
  name: line(200).min(1),
  locale: z.enum(locales),
  zone,
  theme: z.enum(['system', 'light', 'dark']),
  singleKeys: z.boolean(),
})

const Me = z
  .object({
    id: z.number().int(),
    ...Settings.shape,
    locale: z.string(),
    roles: z.array(z.object({ role: z.string(), group: z.string().nullable() })),
    lists: z.array(z.string()).openapi({ description: 'Names of the lists that I am subscribed to.' }),
    token: z.object({ scopes: z.array(z.string()), expiresAt: instant() }),
  })
  .openapi('Me')

/** The person whom a token speaks for. */
export const peopleApi = routes()

peopleApi.openapi(
  createRoute({
    method: 'get',
    path: '/me',
    summary: 'Who I am, and what this token is for',
    ...needs('read'),
    responses: says(Me, 'The person behind the token.'),
  }),
  async (c) => {
    const { db, actor, token } = c.var
    const [groups, lists] = await Promise.all([listGroups(db), listLists(db, actor)])
    const slug = (id: number | null) => groups.find((group) => group.id === id)?.slug ?? null
    const me = Me.parse({
      ...actor,
      id: actor.personId,
      roles: actor.grants.map(({ role, groupId }) => ({ role, group: slug(groupId) })),
      lists: lists.filter((list) => list.subscribed).map((list) => list.name),
      token,
    })
    return c.json(me, 200)
  },
)

peopleApi.openapi(
  createRoute({
    method: 'patch',
    path: '/me',
    summary: 'Change my settings',
    ...needs('write', 'will'),
    request: { body: takes(Settings.partial()) },
    responses: says(Settings.openapi('Settings'), 'The settings as they are now.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const settings = Settings.parse({ ...actor, ...c.req.valid('json') })
    await write((tx) => changeSettings(tx, actor, settings))
    return c.json(settings, 200)
  },
)
