import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getMeeting } from '../core/queries.ts'
import { addItem, saveLine } from './actions.ts'
import { approveByHand, circulateMinutes } from './approval-actions.ts'
import { findApproved, listItems, listLines } from './queries.ts'
import { wakeReaders } from './wake.ts'

const t = textsOf('meetings', 'minutes')

const Item = z
  .object({ id: z.number().int(), title: z.string(), note: z.string(), minutes: z.number().int().nullable(), internal: z.boolean() })
  .extend({ state: z.enum(['proposed', 'open', 'done', 'carried', 'dropped']), source: z.string(), proposer: z.string().nullable() })
  .openapi('AgendaItem')
const Line = z
  .object({ id: z.number().int(), key: z.uuid(), version: z.number().int(), text: z.string(), internal: z.boolean() })
  .extend({ kind: z.enum(['note', 'decision', 'action']), agendaItemId: z.number().int().nullable(), author: z.string().nullable() })
  .extend({ decisionId: z.number().int().nullable(), actionId: z.number().int().nullable() })
  .openapi('MinuteLine')
const Saved = z.object({ id: z.number().int(), version: z.number().int(), text: z.string(), conflict: z.boolean() }).openapi('SavedLine', {
  description: '`conflict`: someone else changed the line first; `text` is the current text, yours is kept beside it.',
})

const Slug = z.object({ meeting: line(80) })

/** Agendas and minutes, for programs. */
export const minutesApi = routes()

minutesApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings/{meeting}/agenda',
    operationId: 'getAgenda',
    summary: 'The agenda of a meeting, in its order',
    ...needs('read', { open: true }),
    request: { params: Slug, query: Paging },
    responses: says(pageOf(Item), 'The items that you may see.'),
  }),
  async (c) => {
    const meeting = await getMeeting(c.var.db, c.var.actor, c.req.valid('param').meeting)
    return c.json(cut(c, c.req.valid('query'), z.array(Item).parse(await listItems(c.var.db, meeting))), 200)
  },
)

minutesApi.openapi(
  createRoute({
    method: 'post',
    path: '/meetings/{meeting}/agenda',
    operationId: 'addAgendaItem',
    summary: 'Add an agenda item, or propose one if you do not manage the meeting',
    ...needs('write', 'work'),
    request: {
      params: Slug,
      body: takes(
        z.object({
          title: line(200).min(1),
          note: lines(5_000).default(''),
          minutes: z.number().int().min(1).max(600).optional(),
          internal: z.boolean().default(false),
        }),
      ),
    },
    responses: makes(z.object({ id: z.number().int() }), 'On the agenda, or proposed for it.'),
  }),
  async (c) => {
    const { minutes, ...item } = c.req.valid('json')
    const slug = c.req.valid('param').meeting
    const id = await c.var.write((tx) => addItem(tx, c.var.actor, slug, { ...item, ...(minutes === undefined ? {} : { minutes }) }))
    return made(c, { id }, () => `/meetings/${slug}/agenda`)
  },
)

minutesApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings/{meeting}/lines',
    operationId: 'listMinutesLines',
    summary: 'The lines of the draft minutes; for the group',
    ...needs('read'),
    request: { params: Slug, query: Paging },
    responses: says(pageOf(Line), 'All lines.'),
  }),
  async (c) => {
    const meeting = await getMeeting(c.var.db, c.var.actor, c.req.valid('param').meeting)
    if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
    return c.json(cut(c, c.req.valid('query'), z.array(Line).parse(await listLines(c.var.db, meeting.id))), 200)
  },
)

minutesApi.openapi(
  createRoute({
    method: 'put',
    path: '/meetings/{meeting}/lines/{key}',
    operationId: 'writeMinutesLine',
    summary: 'Add a line, or edit one; the same line sent twice is one line',
    ...needs('write', 'work'),
    request: {
      params: Slug.extend({ key: z.uuid() }),
      body: takes(
        z.object({
          text: lines(5_000),
          version: z.number().int().min(0).default(0).openapi({ description: 'The version that you changed; 0 for a new line.' }),
          itemId: z.number().int().nullable().default(null),
          internal: z.boolean().default(false),
        }),
      ),
    },
    responses: says(Saved, 'What stands now.'),
  }),
  async (c) => {
    const { meeting, key } = c.req.valid('param')
    const saved = await c.var.write((tx) => saveLine(tx, c.var.actor, meeting, { key, ...c.req.valid('json') }))
    wakeReaders(meeting)
    return c.json(saved, 200)
  },
)

minutesApi.openapi(
  createRoute({
    method: 'get',
    path: '/meetings/{meeting}/minutes',
    operationId: 'getMinutes',
    summary: 'Approved minutes, as Markdown',
    ...needs('read', { open: true }),
    request: { params: Slug },
    responses: says(z.object({ text: z.string() }), 'The minutes; without the internal parts for who is not at the table.'),
  }),
  async (c) => {
    const meeting = await getMeeting(c.var.db, c.var.actor, c.req.valid('param').meeting)
    const approved = await findApproved(c.var.db, meeting)
    if (approved === undefined) throw new NotFound(t.noApprovedMinutesFound)
    return c.json({ text: approved }, 200)
  },
)

minutesApi.openapi(
  createRoute({
    method: 'post',
    path: '/meetings/{meeting}/minutes/state',
    operationId: 'setMinutesState',
    summary: 'Send the minutes for checking, or approve them',
    ...needs('write', 'will'),
    request: { params: Slug, body: takes(z.object({ state: z.enum(['circulated', 'approved']) })) },
    responses: does('Done.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { meeting } = c.req.valid('param')
    const { state } = c.req.valid('json')
    await write((tx) => (state === 'approved' ? approveByHand(tx, actor, meeting) : circulateMinutes(tx, actor, meeting)))
    return c.body(null, 204)
  },
)
