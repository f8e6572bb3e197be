import { z } from '@hono/zod-openapi'
import { does, routes, says } from '../../lib/ui/api.ts'
import { lines } from '../../lib/ui/forms.ts'
import { decideSeveral } from './actions.ts'
import { inList, moderate } from './api.ts'
import { claimHeld, noteHeld } from './claims-actions.ts'

/** What moderators tell each other about held mail, and one decision for several. */
export const claimApi = routes()

claimApi.operation('claimHeldMail', 'PUT /lists/{list}/held/{held}/claim', {
  summary: 'Tell other moderators that I am reviewing a held email',
  may: moderate,
  params: inList,
  answers: does('The others see it.'),
  run: ({ write, actor, params: { list, held } }) => write((tx) => claimHeld(tx, actor, list, held, true)),
})

claimApi.operation('releaseHeldMail', 'DELETE /lists/{list}/held/{held}/claim', {
  summary: 'Stop reviewing a held email',
  may: moderate,
  params: inList,
  answers: does('Nobody looks at it.'),
  run: ({ write, actor, params: { list, held } }) => write((tx) => claimHeld(tx, actor, list, held, false)),
})

claimApi.operation('noteHeldMail', 'PUT /lists/{list}/held/{held}/note', {
  summary: 'Add a note that only moderators can read',
  may: moderate,
  params: inList,
  body: { note: lines(2_000) },
  answers: does('Kept.'),
  run: ({ write, actor, params: { list, held }, body: { note } }) => write((tx) => noteHeld(tx, actor, list, held, note)),
})

claimApi.operation('decideHeldMails', 'POST /lists/{list}/held/decisions', {
  summary: 'Decide on several held emails at once',
  may: moderate,
  params: inList,
  body: {
    held: z.array(z.int().positive()).min(1).max(200),
    decision: z.enum(['approve', 'reject', 'discard']),
    note: lines(2_000).default(''),
    allow: z.boolean().default(false).openapi({ description: 'With an approval: their mail goes to the list from now on.' }),
  },
  answers: says(z.object({ decided: z.int() }), 'How many were decided; others had been before.'),
  run: async ({ write, actor, params, body: { held, ...decision } }) => ({
    decided: await write((tx) => decideSeveral(tx, actor, params.list, held, decision)),
  }),
})
