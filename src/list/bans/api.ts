import { z } from '@hono/zod-openapi'
import { does, instant, lists, makes, named, routes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { getModeratedList } from '../core/queries.ts'
import { inList, moderate } from '../moderation/api.ts'
import { ban, liftBan } from './actions.ts'
import { listBans } from './queries.ts'

export const bansApi = routes()

const Ban = named('Ban', {
  id: z.int(),
  kind: z.enum(['address', 'domain', 'pattern']),
  value: z.string(),
  reason: z.string(),
  until: z.string().nullable(),
  createdAt: instant(),
})

bansApi.operation('listBans', 'GET /lists/{list}/bans', {
  summary: 'Bans of a list',
  may: moderate,
  params: inList,
  answers: lists(Ban, 'At most 1,000, newest first.'),
  run: async ({ db, actor, params }) => {
    const list = await getModeratedList(db, actor, params.list)
    return listBans(db, list.id)
  },
})

bansApi.operation('addBan', 'POST /lists/{list}/bans', {
  summary: 'Ban an address, a domain or a pattern',
  may: moderate,
  params: inList,
  body: {
    kind: Ban.shape.kind,
    value: line(300).min(1),
    reason: lines(500).default(''),
    until: z.iso.date().nullable().default(null).openapi({ description: 'The last day; null: for ever.' }),
  },
  answers: makes(Ban.pick({ id: true }), 'Banned.', '/lists/{list}/bans'),
  run: async ({ write, actor, params, body }) => ({ id: await write((tx) => ban(tx, actor, params.list, { ...body, everywhere: false })) }),
})

bansApi.operation('liftBan', 'DELETE /lists/{list}/bans/{ban}', {
  summary: 'Lift a ban',
  may: moderate,
  params: inList,
  answers: does('Lifted.'),
  run: ({ write, actor, params: { list, ban: banId } }) => write((tx) => liftBan(tx, actor, list, banId)),
})
