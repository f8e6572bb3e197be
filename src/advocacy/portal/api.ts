import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { lists, named, needs, routes, says } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { refusals } from '../../lib/ui/words.ts'
import { getWorkGroup } from '../queries.ts'
import { InGroup } from '../shapes-api.ts'
import { bringEntries } from './imports-actions.ts'
import { listChanges } from './queries.ts'
import { entriesIn } from './reading.ts'
import { classOfStatus } from './rules.ts'

/** What the vendor's portal says, for programs. */
export const portalApi = routes()

portalApi.operation('listPortalChanges', 'GET /portal', {
  summary: 'Changes on the vendor’s portal to requests of my group that nobody has reviewed',
  may: needs('read'),
  query: InGroup,
  answers: lists(
    named('PortalChange', {
      id: z.int(),
      request: z.object({ id: z.int(), title: z.string() }),
      number: z.string().openapi({ description: 'What the portal calls it.' }),
      link: z.string(),
      status: z.string(),
      reason: z.string().openapi({ description: 'Empty where the portal names none.' }),
      onDay: z.iso.date(),
      votes: z.int().nullable(),
      institutions: z.int().openapi({ description: 'How many stand behind the request.' }),
      class: z.string().nullable().openapi({ description: 'Which answer that would be, where it is one.' }),
    }),
    'The newest first, at most 200.',
  ),
  run: async ({ db, actor, query }) => {
    const group = await getWorkGroup(db, actor, query.group)
    if (!group.leads) throw new NotFound(refusals.thereIsNoSuchPage)
    return (await listChanges(db, [group.id])).map((one) => ({
      ...one,
      request: { id: one.requestId ?? 0, title: one.title },
      number: one.number || one.label,
      class: classOfStatus(one.status) ?? null,
    }))
  },
})

portalApi.operation('bringPortalExport', 'POST /portal', {
  summary: 'Import what the vendor’s portal says: an export or a feed as text',
  may: needs('write', 'work'),
  body: {
    group: line(40).optional(),
    text: lines(2_000_000).min(1).openapi({ description: 'CSV, JSON, RSS or Atom of UserVoice, Aha!, Jira or Canny.' }),
  },
  answers: says(
    named('PortalTaken', {
      fresh: z.int().openapi({ description: 'Entries that were not known before.' }),
      changed: z.int(),
      known: z.int(),
      importId: z.int().optional().openapi({ description: 'By which it can be taken back; none where nothing was new.' }),
      left: z.int().openapi({ description: 'Entries without a title, or with nothing to tell them by.' }),
    }),
    'What came of it.',
  ),
  run: async ({ db, actor, write, body: { group: slug, text } }) => {
    const group = await getWorkGroup(db, actor, slug)
    if (!group.leads) throw new NotFound(refusals.thereIsNoSuchPage)
    const { entries, left } = await entriesIn(new TextEncoder().encode(text))
    return { ...(await write((tx) => bringEntries(tx, actor, group.id, '', entries))), left }
  },
})
