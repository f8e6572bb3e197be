import type { Context } from 'hono'
import * as z from 'zod'
import { NotFound } from '../errors.ts'
import { isZone } from '../meetings/rules.ts'
import type { Locale } from '../ui/format.ts'
import { many, readForm, refusedForm, tick } from '../ui/forms.ts'
import { bodyOf, done, type Env, pages } from '../ui/web.tsx'
import { addEvent, cancelEvent, changeEvent, setCall } from './actions.ts'
import { fileOf } from './calendar.ts'
import { eventsFeed } from './feed.ts'
import { showWords } from './page-words.ts'
import { findOwnParticipation } from './people/queries.ts'
import { ComingForm } from './people/views.tsx'
import { type Event, getArrangedEvent, getEvent, listEvents, listEventYears, listFeedEvents, listHostsFor } from './queries.ts'
import { listEventSessions } from './sessions/queries.ts'
import { CallFormPage, CancelEventPage, EventFormPage, EventPage, EventsPage } from './views.tsx'

const kind = z.enum(['conference', 'vendor_meeting', 'user_group_call', 'workshop', 'other'])
const facts = {
  title: z.string().max(200),
  kind,
  summary: z.string().max(5_000).default(''),
  firstOn: z.iso.date(),
  lastOn: z.iso.date(),
  zone: z.string().max(60).refine(isZone, 'A time zone like Europe/Lisbon.'),
  place: z.string().max(200).default(''),
  online: tick(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .default(''),
  public: tick(),
  expectsFormal: tick(),
}
const NewForm = z.object({ ...facts, hosts: many(z.string().max(20)) })
const ChangeForm = z.object(facts)
const CancelForm = z.object({ reason: z.string().max(1_000) })
const CallForm = z.object({
  callText: z.string().max(5_000).default(''),
  callOpensOn: z.iso.date().optional(),
  callClosesOn: z.iso.date().optional(),
})

const slugOf = (c: Context<Env>): string => c.req.param('event') ?? ''
const todayOf = (c: Context<Env>): string => c.var.actor.at.toISOString().slice(0, 10)
const kindOf = (c: Context<Env>) => (c.var.actor.personId === null ? ('public' as const) : ('work' as const))
const feedLink = <link rel="alternate" type="application/atom+xml" title="Events" href="/events/feed.atom" />

async function showForm(c: Context<Env>, event?: Event, refused?: ReturnType<typeof refusedForm>) {
  const hosts = await listHostsFor(c.var.db, c.var.actor)
  if (hosts.length === 0) throw new NotFound('There is no such page.')
  return c.var.page({
    title: event ? event.title : 'Add an event',
    status: refused ? 422 : 200,
    children: <EventFormPage hosts={hosts} {...(event ? { event } : {})} zone={c.var.actor.zone} refused={refused} />,
  })
}

async function showEvent(c: Context<Env>) {
  const { db, actor } = c.var
  const event = await getEvent(db, actor, slugOf(c))
  const own = await findOwnParticipation(db, event.id, actor.personId)
  const open = !event.cancelledAt && event.lastOn >= todayOf(c)
  const asked = open && actor.personId !== null && (own !== undefined || event.atTable || event.mayPropose)
  return c.var.page({
    title: event.title,
    kind: kindOf(c),
    head: feedLink,
    children: (
      <EventPage
        event={event}
        sessions={await listEventSessions(db, actor, event.id)}
        today={todayOf(c)}
        signedIn={actor.personId !== null}
        own={asked ? <ComingForm event={event} own={own} /> : undefined}
      />
    ),
  })
}

async function sendCalendar(c: Context<Env>) {
  const event = await getEvent(c.var.db, c.var.actor, slugOf(c).slice(0, -4))
  return c.body(fileOf(event, c.var.site.baseUrl, c.var.actor.at), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `inline; filename="${event.slug}.ics"`,
    'cache-control': 'private, max-age=300',
  })
}

/** Runs a form about one event; what is wrong comes back on `show`. */
async function take(
  c: Context<Env>,
  said: string,
  act: (event: Event, body: Awaited<ReturnType<typeof bodyOf>>) => Promise<unknown>,
  show: (event: Event, refused: ReturnType<typeof refusedForm>) => Promise<Response>,
): Promise<Response> {
  const event = await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))
  const body = await bodyOf(c)
  try {
    await act(event, body)
    return done(c, `/events/${event.slug}`, said)
  } catch (error) {
    const refused = refusedForm(error, body)
    if (!refused) throw error
    return show(event, refused)
  }
}

const showCancel = async (c: Context<Env>, event: Event, refused?: ReturnType<typeof refusedForm>) =>
  c.var.page({ title: `Cancel ${event.title}`, status: refused ? 422 : 200, children: <CancelEventPage event={event} refused={refused} /> })

const showCall = async (c: Context<Env>, event: Event, refused?: ReturnType<typeof refusedForm>) =>
  c.var.page({ title: `Call: ${event.title}`, status: refused ? 422 : 200, children: <CallFormPage event={event} refused={refused} /> })

export const eventPages = pages()
  .get('/events', async (c) => {
    const { db, actor } = c.var
    const when = c.req.query('when') === 'past' ? 'past' : 'upcoming'
    const chosen = kind.safeParse(c.req.query('kind'))
    const year = /^(19|20)\d\d$/.test(c.req.query('year') ?? '') ? Number(c.req.query('year')) : undefined
    const page = Math.max(1, Math.min(500, Number(c.req.query('page')) || 1))
    return c.var.page({
      title: showWords(actor.locale as Locale).name,
      kind: kindOf(c),
      head: feedLink,
      children: (
        <EventsPage
          found={await listEvents(db, actor, { when, kind: chosen.data, year, page })}
          when={when}
          kind={chosen.data ?? ''}
          year={year}
          years={await listEventYears(db, actor)}
          page={page}
          mayArrange={(await listHostsFor(db, actor)).length > 0}
          today={todayOf(c)}
        />
      ),
    })
  })
  .get('/events/feed.atom', async (c) => {
    const feed = eventsFeed(await listFeedEvents(c.var.db), { baseUrl: c.var.site.baseUrl, title: 'Events' })
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=300' })
  })
  .get('/events/new', (c) => showForm(c))
  .post('/events', async (c) => {
    const { db, write, actor } = c.var
    if ((await listHostsFor(db, actor)).length === 0) throw new NotFound('There is no such page.')
    const body = await bodyOf(c)
    try {
      const { hosts, ...event } = readForm(NewForm, body)
      const ids = (letter: string) => hosts.filter((key) => key.startsWith(letter)).map((key) => Number(key.slice(1)) || 0)
      const slug = await write((tx) => addEvent(tx, actor, { groupIds: ids('g'), communityIds: ids('c') }, event))
      return done(c, `/events/${slug}`, 'Added; whoever is expected is told.')
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return showForm(c, undefined, refused)
    }
  })
  .get('/events/:event', (c) => (slugOf(c).endsWith('.ics') ? sendCalendar(c) : showEvent(c)))
  .get('/events/:event/edit', async (c) => showForm(c, await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))))
  .post('/events/:event', (c) =>
    take(
      c,
      'Saved; whoever needs to know is told.',
      (event, body) => {
        const change = readForm(ChangeForm, body)
        return c.var.write((tx) => changeEvent(tx, c.var.actor, event.slug, change))
      },
      (event, refused) => showForm(c, event, refused),
    ),
  )
  .get('/events/:event/cancel', async (c) => showCancel(c, await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))))
  .post('/events/:event/cancel', (c) =>
    take(
      c,
      'Cancelled; whoever was to come is told.',
      (event, body) => {
        const { reason } = readForm(CancelForm, body)
        return c.var.write((tx) => cancelEvent(tx, c.var.actor, event.slug, reason))
      },
      (event, refused) => showCancel(c, event, refused),
    ),
  )
  .get('/events/:event/call', async (c) => showCall(c, await getArrangedEvent(c.var.db, c.var.actor, slugOf(c))))
  .post('/events/:event/call', (c) =>
    take(
      c,
      'Saved.',
      (event, body) => {
        const { callText, callOpensOn = null, callClosesOn = null } = readForm(CallForm, body)
        return c.var.write((tx) => setCall(tx, c.var.actor, event.slug, { callText, callOpensOn, callClosesOn }))
      },
      (event, refused) => showCall(c, event, refused),
    ),
  )
