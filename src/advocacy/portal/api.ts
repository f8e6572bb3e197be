import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { getWorkGroup } from '../queries.ts'
import { InGroup } from '../shapes-api.ts'
import { bringEntries } from './imports-actions.ts'
import { listChanges } from './queries.ts'
import { entriesIn } from './reading.ts'
import { classOfStatus } from './rules.ts'

/** What the vendor's portal says, for programs. */
export const portalApi = routes()

portalApi.openapi(
  createRoute({
    method: 'get',
    path: '/portal',
    operationId: 'listPortalChanges',
    summary: 'Changes on the vendor’s portal to requests of my group that nobody has reviewed',
    ...needs('read'),
    request: { query: Paging.extend(InGroup.shape) },
    responses: says(
      pageOf(
        z
          .object({
            id: z.number().int(),
            request: z.object({ id: z.number().int(), title: z.string() }),
            number: z.string().openapi({ description: 'What the portal calls it.' }),
            link: z.string(),
            status: z.string(),
            reason: z.string().openapi({ description: 'Empty where the portal names none.' }),
            onDay: z.iso.date(),
            votes: z.number().int().nullable(),
            institutions: z.number().int().openapi({ description: 'How many stand behind the request.' }),
            class: z.string().nullable().openapi({ description: 'Which answer that would be, where it is one.' }),
          })
          .openapi('PortalChange'),
      ),
      'The newest first, at most 200.',
    ),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getWorkGroup(db, actor, c.req.valid('query').group)
    if (!group.leads) throw new NotFound(refusals.thereIsNoSuchPage)
    const items = (await listChanges(db, [group.id])).map(({ requestId, title, number, label, ...one }) => ({
      ...{ id: one.id, request: { id: requestId ?? 0, title }, number: number || label, link: one.link, status: one.status },
      ...{ reason: one.reason, onDay: one.onDay, votes: one.votes, institutions: one.institutions },
      class: classOfStatus(one.status) ?? null,
    }))
    return c.json(cut(c, c.req.valid('query'), items), 200)
  },
)

portalApi.openapi(
  createRoute({
    method: 'post',
    path: '/portal',
    operationId: 'bringPortalExport',
    summary: 'Import what the vendor’s portal says: an export or a feed as text',
    ...needs('write', 'work'),
    request: {
      body: takes(
        z.object({
          group: line(40).optional(),
          text: lines(2_000_000).min(1).openapi({ description: 'CSV, JSON, RSS or Atom of UserVoice, Aha!, Jira or Canny.' }),
        }),
      ),
    },
    responses: says(
      z
        .object({
          fresh: z.number().int().openapi({ description: 'Entries that were not known before.' }),
          changed: z.number().int(),
          known: z.number().int(),
          importId: z.number().int().optional().openapi({ description: 'By which it can be taken back; none where nothing was new.' }),
          left: z.number().int().openapi({ description: 'Entries without a title, or with nothing to tell them by.' }),
        })
        .openapi('PortalTaken'),
      'What came of it.',
    ),
  }),
  async (c) => {
    const { db, actor, write } = c.var
    const { group: slug, text } = c.req.valid('json')
    const group = await getWorkGroup(db, actor, slug)
    if (!group.leads) throw new NotFound(refusals.thereIsNoSuchPage)
    const { entries, left } = await entriesIn(new TextEncoder().encode(text))
    return c.json({ ...(await write((tx) => bringEntries(tx, actor, group.id, '', entries))), left }, 200)
  },
)
