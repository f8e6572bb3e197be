import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, lists, Made, makes, needs, routes, says } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getMeeting } from '../core/queries.ts'
import { addItem, saveLine } from './actions.ts'
import { approveByHand, circulateMinutes } from './approval-actions.ts'
import { findApproved, listItems, listLines } from './queries.ts'
import { wakeReaders } from './wake.ts'

const t = textsOf('meetings', 'minutes')

const Item = z
  .object({ id: z.int(), title: z.string(), note: z.string(), minutes: z.int().nullable(), internal: z.boolean() })
  .extend({ state: z.enum(['proposed', 'open', 'done', 'carried', 'dropped']), source: z.string(), proposer: z.string().nullable() })
  .openapi('AgendaItem')
const Line = z
  .object({ id: z.int(), key: z.uuid(), version: z.int(), text: z.string(), internal: z.boolean() })
  .extend({ kind: z.enum(['note', 'decision', 'action']), agendaItemId: z.int().nullable(), author: z.string().nullable() })
  .extend({ decisionId: z.int().nullable(), actionId: z.int().nullable() })
  .openapi('MinuteLine')
const Saved = z.object({ id: z.int(), version: z.int(), text: z.string(), conflict: z.boolean() }).openapi('SavedLine', {
  description: '`conflict`: someone else changed the line first; `text` is the current text, yours is kept beside it.',
})

const Slug = { meeting: line(80) }

/** Agendas and minutes, for programs. */
export const minutesApi = routes()

minutesApi.operation('getAgenda', 'GET /meetings/{meeting}/agenda', {
  summary: 'The agenda of a meeting, in its order',
  may: needs('read', { open: true }),
  params: Slug,
  answers: lists(Item, 'The items that you may see.'),
  run: async ({ db, actor, params }) => listItems(db, await getMeeting(db, actor, params.meeting)),
})

minutesApi.operation('addAgendaItem', 'POST /meetings/{meeting}/agenda', {
  summary: 'Add an agenda item, or propose one if you do not manage the meeting',
  may: needs('write', 'work'),
  params: Slug,
  body: {
    title: line(200).min(1),
    note: lines(5_000).default(''),
    minutes: z.int().min(1).max(600).optional(),
    internal: z.boolean().optional().openapi({ description: 'Whether only the group reads it; a new line is for everyone.' }),
    requestId: z.int().optional(),
  },
  answers: makes(Made, 'On the agenda, or proposed for it.', '/meetings/{meeting}/agenda'),
  run: async ({ write, actor, params, body: { minutes, ...item } }) => {
    return { id: await write((tx) => addItem(tx, actor, params.meeting, { ...item, ...(minutes === undefined ? {} : { minutes }) })) }
  },
})

minutesApi.operation('listMinutesLines', 'GET /meetings/{meeting}/lines', {
  summary: 'The lines of the draft minutes; for the group',
  may: needs('read'),
  params: Slug,
  answers: lists(Line, 'All lines.'),
  run: async ({ db, actor, params }) => {
    const meeting = await getMeeting(db, actor, params.meeting)
    if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
    return listLines(db, meeting.id)
  },
})

minutesApi.operation('writeMinutesLine', 'PUT /meetings/{meeting}/lines/{key}', {
  summary: 'Add a line, or edit one; the same line sent twice is one line',
  may: needs('write', 'work'),
  params: { meeting: line(80), key: z.uuid() },
  body: {
    text: lines(5_000),
    version: z.int().min(0).default(0).openapi({ description: 'The version that you changed; 0 for a new line.' }),
    itemId: z.int().nullable().default(null),
    internal: z.boolean().default(false),
  },
  answers: says(Saved, 'What stands now.'),
  run: async ({ write, actor, params: { meeting, key }, body }) => {
    const saved = await write((tx) => saveLine(tx, actor, meeting, { key, ...body }))
    wakeReaders(meeting)
    return saved
  },
})

minutesApi.operation('getMinutes', 'GET /meetings/{meeting}/minutes', {
  summary: 'Approved minutes, as Markdown',
  may: needs('read', { open: true }),
  params: Slug,
  answers: says(z.object({ text: z.string() }), 'The minutes; without the internal parts for who is not at the table.'),
  run: async ({ db, actor, params }) => {
    const meeting = await getMeeting(db, actor, params.meeting)
    const approved = await findApproved(db, meeting)
    if (approved === undefined) throw new NotFound(t.noApprovedMinutesFound)
    return { text: approved }
  },
})

minutesApi.operation('setMinutesState', 'POST /meetings/{meeting}/minutes/state', {
  summary: 'Send the minutes for checking, or approve them',
  may: needs('write', 'will'),
  params: Slug,
  body: { state: z.enum(['circulated', 'approved']) },
  answers: does('Done.'),
  run: ({ write, actor, params: { meeting }, body: { state } }) =>
    write((tx) => (state === 'approved' ? approveByHand(tx, actor, meeting) : circulateMinutes(tx, actor, meeting))),
})
