import { pluck } from '../lib/pluck.ts'
import { atAGlance, Filters, optionsOf, Select } from '../lib/ui/form.tsx'
import { formatDay, formatDays, formatList, type Locale } from '../lib/ui/format.ts'
import { dotted, NumberedPager, OnlyOf, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Facts, Note, Section, Split, State, Tabs, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { showWords } from './page-words.ts'
import { Program } from './program-views.tsx'
import type { Event, listEvents } from './queries.ts'
import { callStateOf } from './rules.ts'
import type { EventSession } from './sessions-queries.ts'

const t = textsOf('events', 'views')

type Children = Parameters<typeof Split>[0]['children']
/** What an event can be, in the order of choices. */
export const kinds = ['conference', 'vendor_meeting', 'user_group_call', 'workshop', 'other'] as const

const daysOf = (locale: Locale, { firstOn, lastOn }: Pick<Event, 'firstOn' | 'lastOn'>): string => formatDays({ locale }, firstOn, lastOn)

/** Where it is, in words: the place, online, or both. */
export function placeOf(locale: Locale, { place, online }: Pick<Event, 'place' | 'online'>): string {
  const words = showWords(locale)
  if (!place) return words.online
  return online ? words.alsoOnline({ place }) : place
}

function CallState({ event, today }: { event: Event; today: string }) {
  const { locale } = useReader()
  const words = showWords(locale)
  const state = callStateOf(event, today)
  if (state === 'none' || event.callClosesOn === null || event.callOpensOn === null) return null
  if (state === 'open') return <State mood="good">{words.callOpen({ day: formatDay({ locale }, event.callClosesOn) })}</State>
  return (
    <State>
      {state === 'soon'
        ? words.callSoon({ day: formatDay({ locale }, event.callOpensOn) })
        : words.callClosed({ day: formatDay({ locale }, event.callClosesOn) })}
    </State>
  )
}

/** What is to come and what has been. */
export function EventsPage(props: {
  found: Awaited<ReturnType<typeof listEvents>>
  /** Only those that this one hosts. */
  group: { slug: string; name: string } | undefined
  when: 'upcoming' | 'past'
  kind: string
  year: number | undefined
  years: number[]
  page: number
  mayArrange: boolean
  today: string
}) {
  const { found, group, when, kind, year, years, page, mayArrange, today } = props
  const { locale, alone } = useReader()
  const words = showWords(locale)
  const of: Record<string, string> = group ? { group: group.slug } : {}
  const at = (to: number) =>
    `/events?${new URLSearchParams({ when, ...(kind ? { kind } : {}), ...(year ? { year: String(year) } : {}), ...of, page: String(to) })}`
  return (
    <Titled title={words.name} lead={words.lead} actions={mayArrange && <Button kind="primary" href="/events/new" text={t.addEvent} />}>
      <Tabs
        label={words.which}
        items={[
          { href: group ? `/events?group=${group.slug}` : '/events', label: words.coming, current: when === 'upcoming' },
          { href: `/events?${new URLSearchParams({ when: 'past', ...of })}`, label: words.past, current: when === 'past' },
        ]}
      />
      <Filters
        action="/events"
        label={words.filter}
        values={{ kind, year: year ? String(year) : '' }}
        nothing={found.pages < 2 && found.events.length <= atAGlance}
        hidden={{ when, group: group?.slug }}
      >
        <Select name="kind" label={words.kind} empty={words.anyKind} options={optionsOf(words.kinds, kinds)} />
        <Select name="year" label={words.year} empty={words.anyYear} options={years.map((one) => ({ value: String(one), label: one }))} />
      </Filters>
      <OnlyOf group={group} all={`/events?when=${when}`} />
      <Things label={words.name} none={<Empty title={when === 'past' ? words.nonePast : words.noneComing} />}>
        {found.events.map((event) => (
          <Thing
            title={event.title}
            href={`/events/${event.slug}`}
            meta={dotted([
              daysOf(locale, event),
              placeOf(locale, event),
              words.kinds[event.kind],
              alone === undefined && formatList(locale, pluck(event.hosts, 'name')),
            ])}
            act={
              event.cancelledAt ? (
                <State mood="late">{words.cancelled}</State>
              ) : (
                callStateOf(event, today) === 'open' && <CallState event={event} today={today} />
              )
            }
          />
        ))}
      </Things>
      <NumberedPager current={page} count={found.pages} hrefFor={at} />
      <Toolbar>
        <a href="/events/feed.atom">{words.feed}</a>
      </Toolbar>
    </Titled>
  )
}

function Presented({ sessions, over }: { sessions: EventSession[]; over: boolean }) {
  const words = showWords(useReader().locale)
  const own = sessions.filter(({ presented }) => presented)
  // Where all is the group's, the programme says it.
  if (own.length === 0 || own.length === sessions.length) return null
  return (
    <Section title={over ? words.presented : words.presents}>
      <ul class="links">
        {own.map(({ title, speakers }) => (
          <li>
            {title} <span class="meta">{speakers.map(({ name }) => name).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const signInTo = (next: string): string => `/sign-in?${new URLSearchParams({ next })}`

/** What may be proposed, and until when; once that is over, the programme comes before it. */
function Call({ event, proposed, today, signedIn }: EventProps) {
  const words = showWords(useReader().locale)
  const base = `/events/${event.slug}`
  const open = callStateOf(event, today) === 'open'
  return (
    <Section title={words.call} aside={<CallState event={event} today={today} />}>
      {event.callText && <div class="prose stack">{renderMarkdown(event.callText)}</div>}
      {open && event.mayPropose && (
        <p>
          <Button kind="primary" href={`${base}/propose`} text={words.propose} />
        </p>
      )}
      {open && !signedIn && <p class="soft">{words.proposeWho({ link: (said) => <a href={signInTo(`${base}/propose`)}>{said}</a> })}</p>}
      {proposed && !event.atTable && (
        <p>
          <a href={`${base}/proposals`}>{t.myProposals}</a>
        </p>
      )}
    </Section>
  )
}

interface EventProps {
  event: Event
  sessions: EventSession[]
  own?: Children
  proposed: boolean
  today: string
  signedIn: boolean
}

/** An event: when, where, its program, what the group presented, its call. `own` is what the reader says of their own coming. */
export function EventPage(props: EventProps) {
  const { event, sessions, own, today, signedIn } = props
  const { locale } = useReader()
  const words = showWords(locale)
  const base = `/events/${event.slug}`
  const call = callStateOf(event, today)
  return (
    <Titled
      title={event.title}
      meta={
        <>
          <a href="/events">{words.name}</a> · {words.kinds[event.kind]}
        </>
      }
      lead={`${daysOf(locale, event)}, ${placeOf(locale, event)}`}
      actions={
        event.mayArrange &&
        !event.cancelledAt && (
          <>
            <Button href={`${base}/edit`}>{t.change}</Button>
            <Button href={`${base}/call`}>{call === 'none' ? words.call : t.callForProposals}</Button>
          </>
        )
      }
    >
      {event.cancelledAt && (
        <Note mood="late">
          {words.cancelled} {event.cancelledReason}
        </Note>
      )}
      <Split
        aside={
          <>
            <Facts
              items={[
                { term: words.host, value: event.hosts.map(({ name }) => name).join(', ') },
                event.website
                  ? { term: words.website, value: <a href={event.website}>{event.website.replace(/^https?:\/\//, '')}</a> }
                  : undefined,
              ]}
            />
            <Presented sessions={sessions} over={event.lastOn < today} />
            <ul class="links">
              <li>
                <a href={`${base}.ics`}>{words.calendar}</a>
              </li>
              {event.atTable && (
                <li>
                  <a href={`${base}/people`}>{t.participants}</a>
                </li>
              )}
              {event.atTable && call !== 'none' && (
                <li>
                  <a href={`${base}/proposals`}>{t.proposals}</a>
                </li>
              )}
            </ul>
          </>
        }
      >
        {event.summary && <div class="prose stack">{renderMarkdown(event.summary)}</div>}
        {own}
        {!signedIn && !event.cancelledAt && event.lastOn >= today && (
          <p class="soft">{words.attendWho({ link: (said) => <a href={signInTo(base)}>{said}</a> })}</p>
        )}
        {(call === 'open' || call === 'soon') && <Call {...props} />}
        <Program event={event} sessions={sessions} />
        {call === 'closed' && <Call {...props} />}
      </Split>
    </Titled>
  )
}
