import { formatBytes, formatDay } from '../lib/ui/format.ts'
import { Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { About, Empty, Section, State } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { zoneCity } from '../lib/ui/zone-cities.ts'
import { dayIn } from '../time.ts'
import type { Event } from './queries.ts'
import type { EventSession } from './sessions-queries.ts'

const t = textsOf('events', 'views')
const words = textsOf('events', 'pages')

function SessionLine({ event, session }: { event: Event; session: EventSession }) {
  const { locale } = useReader()
  const wall = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(event.zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return (
    <Thing
      title={session.title}
      meta={
        <>
          <time datetime={session.startsAt.toISOString()}>
            {wall(session.startsAt)}–{wall(session.endsAt)}
          </time>
          {session.room && ` · ${session.room}`}
          {session.speakers.map(
            ({ name, from, role }) => ` · ${name}${from ? ` (${from})` : ''}${role === 'speaker' ? '' : `, ${words.roles[role]}`}`,
          )}
        </>
      }
      act={
        event.mayArrange ? (
          <a href={`/events/${event.slug}/sessions/${session.id}`}>
            {t.changeSession}
            <About>{session.title}</About>
          </a>
        ) : session.mine ? (
          <a href={`/events/${event.slug}/sessions/${session.id}`}>{t.addSlides}</a>
        ) : (
          session.presented && <State mood="good">{words.presents}</State>
        )
      }
    >
      {session.summary && <div class="prose soft">{renderMarkdown(session.summary)}</div>}
      {(session.files.length > 0 || session.link || session.talkSlug) && (
        <div class="toolbar row">
          {session.talkSlug && <a href={`/show-and-tell/${session.talkSlug}`}>{words.talk({ title: session.talkTitle ?? '' })}</a>}
          {session.files.map((file) => (
            <a href={`/events/${event.slug}/sessions/${session.id}/files/${file.id}`}>
              {words.slides}: {file.name} <span class="meta">{formatBytes(locale, file.size)}</span>
            </a>
          ))}
          {session.link && <a href={session.link}>{words.more}</a>}
        </div>
      )}
    </Thing>
  )
}

/** What is held when; while there is nothing, only whoever fills it is told so. */
export function Program({ event, sessions }: { event: Event; sessions: EventSession[] }) {
  const { locale } = useReader()
  if (sessions.length === 0 && !event.mayArrange) return null
  const days = Map.groupBy(sessions, ({ startsAt }) => dayIn(startsAt, event.zone))
  return (
    <Section
      title={words.program}
      aside={
        event.mayArrange && !event.cancelledAt ? (
          <a href={`/events/${event.slug}/sessions/new`}>{t.addSession}</a>
        ) : (
          sessions.length > 0 && words.zone({ city: zoneCity(event.zone, locale) })
        )
      }
    >
      {sessions.length === 0 && <Empty title={words.noProgram} />}
      {[...days].map(([day, of]) => (
        <section class="stack">
          <h3>
            <Day on={day} style="day" />
          </h3>
          <Things label={formatDay({ locale }, day, 'day')}>
            {of.map((session) => (
              <SessionLine event={event} session={session} />
            ))}
          </Things>
        </section>
      ))}
    </Section>
  )
}
