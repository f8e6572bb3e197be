import * as z from 'zod'
import { findAsked } from '../groups/queries.ts'
import { sendCalendar } from '../lib/ui/download.ts'
import { type C, pageOf, pages, yearIn } from '../lib/ui/web.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { listArrangeable } from '../meetings/queries.ts'
import { todayOf } from '../time.ts'
import { fileOf } from './calendar.ts'
import { hasProposed } from './call-queries.ts'
import { eventsFeed } from './feed.ts'
import { showWords } from './page-words.ts'
import { findOwnParticipation } from './people-queries.ts'
import { ComingForm } from './people-views.tsx'
import { getEvent, listEvents, listEventYears, listFeedEvents } from './queries.ts'
import { listEventSessions } from './sessions-queries.ts'
import { EventPage, EventsPage, kinds } from './views.tsx'

const t = textsOf('events', 'pagesPage')

/** The event that an address speaks of. */
export const slugOf = (c: C): string => c.req.param('event') ?? ''
const feedLink = (c: C) => (
  <link rel="alternate" type="application/atom+xml" title={showWords(c.var.actor.locale).name} href="/events/feed.atom" />
)

async function showEvent(c: C) {
  const { db, actor } = c.var
  const event = await getEvent(db, actor, slugOf(c))
  const own = await findOwnParticipation(db, event.id, actor.personId)
  const open = !event.cancelledAt && event.lastOn >= todayOf(c.var.actor)
  const asked = open && actor.personId !== null && (own !== undefined || event.atTable || event.mayPropose)
  return c.var.page(
    event.title,
    <EventPage
      event={event}
      sessions={await listEventSessions(db, actor, event.id)}
      today={todayOf(c.var.actor)}
      signedIn={actor.personId !== null}
      proposed={await hasProposed(db, actor, event.id)}
      own={asked ? <ComingForm event={event} own={own} /> : undefined}
    />,
    { head: feedLink(c) },
  )
}

async function sendEvent(c: C) {
  const event = await getEvent(c.var.db, c.var.actor, slugOf(c).slice(0, -4))
  return sendCalendar(c, fileOf(event, c.var.site.baseUrl, c.var.actor.at), event.slug)
}

/** Events for everybody. */
export const eventPages = pages()
  .get('/events', async (c) => {
    const { db, actor } = c.var
    const when = c.req.query('when') === 'past' ? 'past' : 'upcoming'
    const chosen = z.enum(kinds).safeParse(c.req.query('kind'))
    const year = yearIn(c)
    const page = pageOf(c)
    const group = await findAsked(db, c.req.query('group'))
    return c.var.page(
      showWords(actor.locale).name,
      <EventsPage
        found={await listEvents(db, actor, { when, kind: chosen.data, year, page, groupId: group?.id })}
        group={group}
        when={when}
        kind={chosen.data ?? ''}
        year={year}
        years={await listEventYears(db, actor)}
        page={page}
        mayArrange={(await listArrangeable(db, actor)).length > 0}
        today={todayOf(c.var.actor)}
      />,
      { description: showWords(actor.locale).lead, head: feedLink(c) },
    )
  })
  .get('/events/feed.atom', async (c) => {
    const { db, site, actor } = c.var
    const feed = eventsFeed(await listFeedEvents(db), { baseUrl: site.baseUrl, title: t.events, locale: actor.locale })
    return c.body(feed, 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
    })
  })
  .get('/events/:event', (c) => (slugOf(c).endsWith('.ics') ? sendEvent(c) : showEvent(c)))
