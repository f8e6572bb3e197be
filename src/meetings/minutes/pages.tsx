import { randomUUID } from 'node:crypto'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { bringIntoText } from '../../files/actions.ts'
import { listOwners, loadActor } from '../../groups/queries.ts'
import { type FormBody, keeping, line, lines, readForm, tick, whole } from '../../lib/ui/forms.ts'
import { act, bodyOf, type C, done, idOf, pages, refusable, twin } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { isSessionOpen } from '../../people/queries.ts'
import { getRequestGroup } from '../../requests/queries.ts'
import { getArrangedMeeting, getMeeting, hostIds, listInvitations } from '../core/queries.ts'
import {
  actOnLine,
  addItem,
  approveAtMeeting,
  changeItem,
  decideLine,
  moveItem,
  removeLine,
  saveLine,
  settleConflict,
  settleItem,
} from './actions.ts'
import { findListName, listMinutesLists } from './lists-queries.ts'
import { findApproved, listChanged, listCorrections, listItems, listLines, listVersions, readHorizon } from './queries.ts'
import { fillAgenda } from './sources.ts'
import { MinutesPage } from './views.tsx'
import { untilNews, wakeReaders } from './wake.ts'

const t = textsOf('meetings', 'minutes')

const between = (least: number, most: number) =>
  whole().refine((value) => value >= least && value <= most, { error: () => t.aWholeNumberFromTo({ least, most }) })
export const ItemForm = z.object({
  title: line(200),
  note: lines(5_000).default(''),
  minutes: between(1, 600).optional(),
  internal: tick(),
})
const ItemChange = z.object(keeping(ItemForm.shape))
const NewItemForm = ItemForm.extend({ request: whole().optional() })
export const LineForm = z.object({
  key: z.uuid().default(() => crypto.randomUUID()),
  text: lines(5_000),
  version: z.coerce.number().int().min(0).default(0),
  item: whole().optional(),
  after: whole().optional(),
  internal: tick(),
})
const DecideForm = z.object({
  reviewOn: z.iso.date().optional(),
  votesFor: between(0, 100_000).optional(),
  votesAgainst: between(0, 100_000).optional(),
  abstained: between(0, 100_000).optional(),
})
const ActForm = z.object({ ownerId: whole().optional(), dueOn: z.iso.date().optional() })
export const CorrectionForm = z.object({ text: lines(5_000) })

const StateForm = z.object({ to: z.enum(['open', 'done', 'dropped', 'carried', 'approved']) })
const MoveForm = z.object({ to: z.union([z.enum(['up', 'down']), z.coerce.number().int().min(1).max(500)]) })

/** Which meeting an address names. */
export const slugOf = (c: C): string => c.req.param('meeting') ?? ''
async function show(c: C) {
  const { db, actor } = c.var
  const meeting = await getMeeting(db, actor, slugOf(c))
  if (!meeting.atTable && !meeting.invited) {
    // Once they are approved the meeting's own page has them, for everybody who sees it.
    if ((await findApproved(db, meeting)) === undefined) throw new NotFound(t.meetingNotFound)
    return c.redirect(`/meetings/${meeting.slug}`)
  }
  const [groupId] = hostIds(meeting.hosts).groupIds
  const inside = meeting.atTable
  // Read before the lines: what is written in between is then heard once more, and nothing is missed.
  const horizon = await readHorizon(db)
  return c.var.page(
    t.minutesOf({ title: meeting.title }),
    <MinutesPage
      meeting={meeting}
      items={await listItems(db, meeting)}
      lines={inside ? await listLines(db, meeting.id) : []}
      invitations={inside ? await listInvitations(db, meeting.id) : []}
      owners={groupId === undefined ? [] : await listOwners(db, groupId, actor.at)}
      versions={inside || meeting.minutes === 'circulated' ? await listVersions(db, meeting.id) : []}
      corrections={inside ? await listCorrections(db, meeting.id) : []}
      approved={await findApproved(db, meeting)}
      newKey={randomUUID}
      now={actor.at}
      horizon={horizon}
      comparedIn={groupId !== undefined && (await getRequestGroup(db, actor, { id: groupId })).mayContribute ? groupId : undefined}
      lists={meeting.mayArrange ? await listMinutesLists(db, actor, hostIds(meeting.hosts)) : []}
      list={await findListName(db, meeting.minutesListId)}
    />,
  )
}

/**
 * Runs a form of this page, by its id, or '' for a button alone; what is wrong comes back on it. Afterwards one is where one was, since the page is
 * long: at the line that it is about, or where `placeOf` says.
 */
export async function take<Made>(
  c: C,
  form: string,
  said: string,
  act: (body: FormBody) => Promise<Made>,
  placeOf: (made: Made) => string | undefined = () => {
    const line = c.req.param('line')
    return line && `line-${line}`
  },
): Promise<Response> {
  return refusable(c, () => show(c), form).run(async (body) => {
    const made = await act(body)
    if (made instanceof Response) return made
    const place = placeOf(made)
    return done(c, `/meetings/${slugOf(c)}/minutes${place ? `#${place}` : ''}`, said)
  })
}

/** Where an item of the agenda stands, or what belongs to none. */
const placeOfItem = (id: number | null): string => (id === null ? 'besides' : `item-${id}`)

// Who writes in this process wakes the others at once; this is for those who write in another one.
const pollMs = 500
// So often a silent stream says that it lives, and how far it is.
const quietMs = 15_000
// The page then comes back by itself, and is asked anew whether it may.
const longestStream = 600_000

/** How far a page is: what it heard last, or what it was made of. */
const horizonOf = (said: string | undefined): number | undefined => (/^\d{1,15}$/.test(said ?? '') ? Number(said) : undefined)

/** An item of an agenda, proposed. */
export const addItemForm = twin('work', 'POST /meetings/{meeting}/agenda')

/** A line of the minutes, and what somebody asks to be corrected in them. */
export const writeLineForm = twin('work', 'PUT /meetings/{meeting}/lines/{key}')

export const minutesPages = pages()
  .get('/meetings/:meeting/minutes', (c) => show(c))
  .post('/meetings/:meeting/agenda', addItemForm, (c) =>
    take(
      c,
      'item',
      t.itemAddedAgenda,
      async (body) => {
        const { request: requestId, ...item } = readForm(NewItemForm, body)
        const id = await c.var.write((tx) => addItem(tx, c.var.actor, slugOf(c), { ...item, requestId }))
        return requestId === undefined ? undefined : id
      },
      // Who adds one here often adds another; who brings a request sees where it stands.
      (brought) => (brought === undefined ? 'add-item' : placeOfItem(brought)),
    ),
  )
  .post('/meetings/:meeting/agenda/fill', act('work', 'fillAgenda', 'Add open matters to the agenda'), (c) =>
    take(c, 'fill', t.openMattersAddedAgenda, async () => {
      const count = await c.var.write((tx) => fillAgenda(tx, c.var.actor, slugOf(c), c.var.offers))
      return count > 0 ? undefined : done(c, `/meetings/${slugOf(c)}/minutes`, t.nothingUnfinished)
    }),
  )
  .post('/meetings/:meeting/agenda/:item', act('work', 'editAgendaItem', 'Change an agenda item', ItemChange), (c) =>
    take(
      c,
      `i${idOf(c, 'item')}`,
      t.itemSaved,
      async (body) => {
        await getArrangedMeeting(c.var.db, c.var.actor, slugOf(c))
        const item = readForm(ItemChange, body)
        return c.var.write((tx) => changeItem(tx, c.var.actor, slugOf(c), idOf(c, 'item'), item))
      },
      () => placeOfItem(idOf(c, 'item')),
    ),
  )
  .post('/meetings/:meeting/agenda/:item/state', act('work', 'setAgendaItemState', 'Set the state of an agenda item', StateForm), (c) =>
    take(
      c,
      '',
      t.itemSaved,
      async (body) => {
        await getArrangedMeeting(c.var.db, c.var.actor, slugOf(c))
        const { to } = readForm(StateForm, body)
        const [slug, id] = [slugOf(c), idOf(c, 'item')]
        return c.var.write((tx) =>
          to === 'approved' ? approveAtMeeting(tx, c.var.actor, slug, id) : settleItem(tx, c.var.actor, slug, id, to),
        )
      },
      () => placeOfItem(idOf(c, 'item')),
    ),
  )
  .post('/meetings/:meeting/agenda/:item/move', act('work', 'moveAgendaItem', 'Move an agenda item', MoveForm), (c) =>
    take(
      c,
      '',
      t.itemMoved,
      async (body) => {
        await getArrangedMeeting(c.var.db, c.var.actor, slugOf(c))
        const { to } = readForm(MoveForm, body)
        return c.var.write((tx) => moveItem(tx, c.var.actor, slugOf(c), idOf(c, 'item'), to))
      },
      // It may have further to go.
      () => `edit-${idOf(c, 'item')}`,
    ),
  )

  .post('/meetings/:meeting/lines', writeLineForm, async (c) => {
    if (!c.req.header('accept')?.includes('application/json'))
      return take(
        c,
        'line',
        t.lineSaved,
        (body) => write(c, body),
        ({ id }) => `line-${id}`,
      )
    return c.json(await write(c, await bodyOf(c)))
  })
  .post('/meetings/:meeting/lines/:line/remove', act('work', 'removeMinutesLine', 'Remove a line from the minutes'), (c) =>
    take(c, '', t.takenOut, () => c.var.write((tx) => removeLine(tx, c.var.actor, slugOf(c), idOf(c, 'line'))), placeOfItem),
  )
  .post('/meetings/:meeting/lines/:line/settle', act('work', 'settleMinutesLine', 'Choose the text of a line', CorrectionForm), (c) =>
    take(c, '', t.textChosen, (body) => {
      const { text } = readForm(CorrectionForm, body)
      return c.var.write((tx) => settleConflict(tx, c.var.actor, slugOf(c), idOf(c, 'line'), text))
    }),
  )
  .post('/meetings/:meeting/lines/:line/decision', act('work', 'recordDecision', 'Record a line as a decision', DecideForm), (c) =>
    take(c, `d${idOf(c, 'line')}`, t.decisionRecorded, (body) => {
      const { reviewOn, votesFor, votesAgainst, abstained } = readForm(DecideForm, body)
      return c.var.write((tx) =>
        decideLine(tx, c.var.actor, slugOf(c), idOf(c, 'line'), {
          reviewOn: reviewOn ?? null,
          votesFor: votesFor ?? null,
          votesAgainst: votesAgainst ?? null,
          abstained: abstained ?? null,
        }),
      )
    }),
  )
  .post('/meetings/:meeting/lines/:line/action', act('work', 'createTaskFromLine', 'Create a task from a line', ActForm), (c) =>
    take(c, `a${idOf(c, 'line')}`, t.taskCreated, async (body) => {
      const { ownerId = null, dueOn = null } = readForm(ActForm, body)
      const { early } = await c.var.write((tx) => actOnLine(tx, c.var.actor, slugOf(c), idOf(c, 'line'), { ownerId, dueOn }))
      return early ? done(c, `/meetings/${slugOf(c)}/minutes#line-${idOf(c, 'line')}`, t.taskCreatedEarly) : undefined
    }),
  )
  .get('/meetings/:meeting/lines/changes', async (c) => {
    const { db, actor } = c.var
    const meeting = await getMeeting(db, actor, slugOf(c))
    if (!meeting.atTable) throw new NotFound(t.meetingNotFound)
    return streamSSE(c, (stream) => tellLines(c, meeting.id, stream))
  })

/** Tells a browser what is written at the table, for a while; then it asks again. */
async function tellLines(c: C, meetingId: number, stream: SSEStreamingApi): Promise<void> {
  const { db } = c.var
  let since = horizonOf(c.req.header('last-event-id')) ?? horizonOf(c.req.query('since')) ?? (await readHorizon(db))
  let last = ''
  // A stopwatch, no clock: what changed is told by the database alone.
  const begun = performance.now()
  let told = begun
  while (!stream.aborted && performance.now() - begun < longestStream) {
    const horizon = await readHorizon(db)
    const data = JSON.stringify(await listChanged(db, meetingId, since))
    // While a transaction is still open the same is found again; the page need not hear it twice.
    const fresh = data !== '[]' && data !== last
    if (fresh && !(await staysAtTable(c))) return
    if (fresh) await stream.writeSSE({ event: 'lines', data, id: String(horizon) })
    else if (performance.now() - told > quietMs) await stream.writeSSE({ event: 'quiet', data: '', id: String(horizon) })
    if (data !== last || performance.now() - told > quietMs) told = performance.now()
    last = data
    since = horizon
    await untilNews(slugOf(c), pollMs)
  }
}

/** Whoever listens to what is written may have left the table since, or signed out: here, or of this browser from another one. */
async function staysAtTable(c: C): Promise<boolean> {
  const { db, actor, sessionId = '' } = c.var
  if (!(await isSessionOpen(db, actor.behind ?? actor.personId ?? 0, sessionId, actor.at))) return false
  const reader = actor.personId === null ? undefined : await loadActor(db, actor.personId, actor.at, 'web')
  if (!reader) return false
  return getMeeting(db, reader, slugOf(c)).then(
    ({ atTable }) => atTable,
    () => false,
  )
}

async function write(c: C, body: FormBody) {
  const { item, after, ...typed } = readForm(LineForm, body)
  const line = { ...typed, text: await bringIntoText(c.var, body.file, typed.text) }
  const saved = await c.var.write((tx) => saveLine(tx, c.var.actor, slugOf(c), { ...line, itemId: item ?? null, afterId: after }))
  wakeReaders(slugOf(c))
  return saved
}
