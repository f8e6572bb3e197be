import * as z from 'zod'
import { conflictIf, NotFound } from '../errors.ts'
import { type FormBody, keeping, line, lines, many, orEmpty, orNone, readForm, tick } from '../lib/ui/forms.ts'
import { act, type C, done, mailed, pages, refusable } from '../lib/ui/web.tsx'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { zoneField } from '../lib/ui/zone-field.ts'
import { listArrangeable } from '../meetings/queries.ts'
import { todayOf } from '../time.ts'
import { addEvent, cancelEvent, changeEvent, setCall } from './actions.ts'
import { CallFormPage, CancelEventPage, EventFormPage } from './arranging-views.tsx'
import { slugOf } from './pages.tsx'
import { type Event, getArrangedEvent } from './queries.ts'
import { whyNotCancel } from './rules.ts'
import { kinds } from './views.tsx'

const times = textsOf('meetings', 'times')
const t = textsOf('events', 'arranging')

const facts = {
  title: line(200),
  kind: z.enum(kinds),
  summary: lines(5_000).default(''),
  firstOn: z.iso.date(),
  lastOn: z.iso.date(),
  zone: zoneField(() => times.zone),
  place: line(200).default(''),
  online: tick(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default(''),
  public: tick(),
  expectsFormal: tick(),
}
const NewForm = z.object({ ...facts, hosts: many(line(20)) })
const ChangeForm = z.object(keeping(facts))
const CancelForm = z.object({ reason: lines(1_000) })
const CallForm = z.object({
  callText: orEmpty(lines(5_000)),
  callOpensOn: orNone(z.iso.date()),
  callClosesOn: orNone(z.iso.date()),
})

async function showForm(c: C, event?: Event) {
  const hosts = await listArrangeable(c.var.db, c.var.actor)
  if (hosts.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  return c.var.page(
    event ? event.title : t.addAnEvent,
    <EventFormPage hosts={hosts} {...(event ? { event } : {})} zone={c.var.actor.zone} />,
  )
}

type Show = (c: C, event: Event) => Promise<Response>

/** Runs a form about one event; what is wrong comes back on `show`. */
async function take(c: C, said: string, show: Show, act: (event: Event, body: FormBody) => Promise<unknown>) {
  const event = await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))
  return refusable(c, () => show(c, event)).run(async (body) => {
    await act(event, body)
    return done(c, `/events/${event.slug}`, said)
  })
}

const showCancel: Show = (c, event) => c.var.page(t.cancel({ title: event.title }), <CancelEventPage event={event} />)

const showCall: Show = (c, event) => c.var.page(t.call({ title: event.title }), <CallFormPage event={event} />)

/** Where an event is added, changed, called for and cancelled. */
export const arrangingPages = pages()
  .get('/events/new', (c) => showForm(c))
  .post('/events', act('work', 'createEvent', 'Add an event', NewForm), async (c) => {
    const { db, write, actor } = c.var
    if ((await listArrangeable(db, actor)).length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
    return refusable(c, () => showForm(c)).take(NewForm, async ({ hosts, ...event }) => {
      const ids = (letter: string) => hosts.filter((key) => key.startsWith(letter)).map((key) => Number(key.slice(1)) || 0)
      const slug = await write((tx) => addEvent(tx, actor, { groupIds: ids('g'), communityIds: ids('c') }, event))
      return done(c, `/events/${slug}`, mailed(c, t.eventAddedPeopleExpected), slug)
    })
  })
  .get('/events/:event/edit', async (c) => showForm(c, await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))))
  .post('/events/:event', act('work', 'editEvent', 'Edit an event', ChangeForm), (c) =>
    take(c, t.saved, showForm, (event, body) => {
      const change = readForm(ChangeForm, body)
      return c.var.write((tx) => changeEvent(tx, c.var.actor, event.slug, change))
    }),
  )
  .get('/events/:event/cancel', async (c) => {
    const event = await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))
    conflictIf(whyNotCancel(event, todayOf(c.var.actor)))
    return showCancel(c, event)
  })
  .post('/events/:event/cancel', act('work', 'cancelEvent', 'Cancel an event', CancelForm), (c) =>
    take(c, t.cancelled, showCancel, (event, body) => {
      const { reason } = readForm(CancelForm, body)
      return c.var.write((tx) => cancelEvent(tx, c.var.actor, event.slug, reason))
    }),
  )
  .get('/events/:event/call', async (c) => showCall(c, await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))))
  .post('/events/:event/call', act('work', 'setProposalCall', 'Start or edit a call for proposals', CallForm), (c) =>
    take(c, t.callSaved, showCall, (event, body) => {
      const call = readForm(CallForm, body)
      return c.var.write((tx) => setCall(tx, c.var.actor, event.slug, call))
    }),
  )
