import { pluck } from '../lib/pluck.ts'
import { Bars } from '../lib/ui/figures.tsx'
import { Field, Form } from '../lib/ui/form.tsx'
import { formatDay, formatList, type Locale } from '../lib/ui/format.ts'
import { dotted, NumberedPager, OnlyOf, Thing, Things } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { Button, Empty, Facts, isLink, Note, placeOf, Section, Split, State, Tabs, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { MeetingHours, MeetingTime, Time } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { BrowserZone } from '../lib/ui/zones.tsx'
import { Agenda } from './agenda-view.tsx'
import { attendanceWords } from './attendance/rules.ts'
import type { findOwnInvitation, HostName, listInvitations, listMeetings, listSeries, Meeting } from './core/queries.ts'
import { InviteesSection, UnreachedNotes } from './invitees-fields.tsx'
import type { Invitee, SeatChoice, Unreached } from './invitees-queries.ts'
import { isGuest } from './invitees-rules.ts'
import { lengthOf } from './lengths.ts'
import type { Item, listLatestMinutes } from './minutes/queries.ts'
import { quorumNeeded, quorumReached } from './minutes/quorum.ts'
import { attendeesOf, countQuorum } from './minutes/rules.ts'
import { pageWords } from './page-words.ts'
import type { listPolls } from './polls/queries.ts'
import { shiftDay, wallShift } from './rules.ts'
import type { Askable } from './visitors-queries.ts'
import { ForGuests } from './visitors-views.tsx'

const t = textsOf('meetings', 'views')
const minutesWords = textsOf('meetings', 'minutes')

export type Invitations = Awaited<ReturnType<typeof listInvitations>>
type Series = Awaited<ReturnType<typeof listSeries>>
type Polls = Awaited<ReturnType<typeof listPolls>>

/** Who holds a meeting; nothing where only they could: `alone` is the only group of the site. */
export const hostsOf = (hosts: readonly HostName[], locale: Locale, alone?: string) =>
  hosts.length === 1 && hosts[0]?.name === alone ? '' : formatList(locale, pluck(hosts, 'name'))

const answerMoods = { accepted: 'good', tentative: 'wait', 'needs-action': 'wait', declined: undefined } as const
const moods = { approved: 'good', circulated: 'wait', draft: 'wait' } as const

type Listed = Awaited<ReturnType<typeof listMeetings>>['meetings'][number]

/** How a meeting stands, in a word; of one to come, what its reader has answered. */
function MeetingState({ meeting: { state, minutes, answer }, asks }: { meeting: Listed; asks: boolean }) {
  const words = pageWords(useReader().locale)
  const { states } = words
  if (state === 'cancelled') return <State mood="late">{states.cancelled}</State>
  if (asks && answer !== null) return <State mood={answerMoods[answer]}>{answerSaid(words, answer)}</State>
  return minutes === 'none' ? null : <State mood={moods[minutes]}>{states[minutes]}</State>
}

/** Of a series only the next meeting asks for an answer; what was answered stands at each. */
const isAsked = ({ slug, seriesId, answer }: Listed, all: readonly Listed[]): boolean =>
  answer !== 'needs-action' || seriesId === null || all.find((one) => one.seriesId === seriesId && one.answer === answer)?.slug === slug

/** The feeds: everybody's, and where one has one's own. */
function InYourCalendar({ signedIn }: { signedIn: boolean }) {
  const words = pageWords(useReader().locale).calendar
  return (
    <Section title={words.title}>
      <ul class="links">
        <li>
          <a href="/meetings.ics">{words.all}</a>
        </li>
        {signedIn && (
          <li>
            <a href="/me#calendar">{words.own}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}

/** Date polls that are not closed, for those at their tables. */
const OpenPolls = ({ polls, now }: { polls: Polls; now: Date }) =>
  polls.length > 0 && (
    <Section title={t.datePolls}>
      <ul class="links">
        {polls.map(({ slug, title, closesAt, mayArrange }) => (
          <li>
            <a href={`/polls/${slug}`}>{title}</a>{' '}
            <span class="meta">
              {closesAt > now ? t.until({ time: <Time at={closesAt} style="short" /> }) : mayArrange ? t.chooseTime : t.pollClosed}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )

/** The series there are, and how often each meets. */
function SeriesList({ series, mayArrange }: { series: Series; mayArrange: boolean }) {
  const words = pageWords(useReader().locale).series
  return (
    <Section title={words.title} aside={mayArrange && <a href="/series/new">{words.add}</a>}>
      {series.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="links">
        {series.map((one) => (
          <li>
            <a href={`/series/${one.slug}`}>{one.title}</a>{' '}
            <span class="meta">
              {one.endedAt ? words.ended : one.everyUnit === 'week' ? words.weeks({ n: one.everyN }) : words.months({ n: one.everyN })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What is to come and what has been. */
export function MeetingsPage(props: {
  meetings: Listed[]
  series: Series
  /** Only the meetings of this one. */
  of: Pick<Series[number], 'slug' | 'title'> | undefined
  /** Only those that this one hosts. */
  group: { slug: string; name: string } | undefined
  when: 'upcoming' | 'past'
  page: number
  /** On how many pages they stand. */
  count: number
  year: number | undefined
  mayArrange: boolean
  latest: Awaited<ReturnType<typeof listLatestMinutes>>
  atSomeTable: boolean
  signedIn: boolean
  polls: Polls
  now: Date
}) {
  const { meetings, series, of, group, polls, when, page, count, year, mayArrange, latest, atSomeTable, signedIn, now } = props
  const { locale, alone } = useReader()
  const words = pageWords(locale)
  const only = `${of ? `&series=${of.slug}` : ''}${group ? `&group=${group.slug}` : ''}`
  const at = (to: number) => `/meetings?when=${when}${year ? `&year=${year}` : ''}${only}&page=${to}`
  return (
    <Titled
      title={words.title}
      actions={
        mayArrange && (
          <>
            <Button kind="primary" href="/meetings/new" text={words.arrange} />
            <Button href="/polls/new">{words.findDate}</Button>
          </>
        )
      }
    >
      <Split
        aside={
          <>
            <OpenPolls polls={polls} now={now} />
            <SeriesList series={series} mayArrange={mayArrange} />
            {latest.length > 0 && (
              // Who is signed in has the decisions among the tabs.
              <Section title={words.latest} aside={!signedIn && <a href="/decisions">{words.decisions}</a>}>
                <ul class="links">
                  {latest.map((one) => (
                    <li>
                      {/* Of a series they are called alike. */}
                      <a href={`/meetings/${one.slug}`}>
                        {one.title}, <Time at={one.startsAt} style="short" />
                      </a>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <InYourCalendar signedIn={signedIn} />
            {atSomeTable && (
              <p>
                <a href="/attendance">{words.attendance}</a>
              </p>
            )}
          </>
        }
      >
        <Tabs
          label={words.which}
          items={[
            { href: `/meetings${only.replace('&', '?')}`, label: words.toCome, current: when === 'upcoming' },
            { href: `/meetings?when=past${only}`, label: words.past, current: when === 'past' },
          ]}
        />
        {of && (
          <p class="soft">
            {words.only({ series: of.title })} <a href={`/meetings?when=${when}`}>{words.showAll}</a>
          </p>
        )}
        <OnlyOf group={group} all={`/meetings?when=${when}`} />
        <Things label={words.title} none={<Empty title={when === 'past' ? words.noneYet : words.none} />}>
          {meetings.map((meeting) => (
            <Thing
              title={meeting.title}
              href={`/meetings/${meeting.slug}`}
              meta={dotted([<MeetingTime at={meeting.startsAt} zone={meeting.zone} />, hostsOf(meeting.hosts, locale, alone)])}
              act={<MeetingState meeting={meeting} asks={when === 'upcoming' && isAsked(meeting, meetings)} />}
            />
          ))}
        </Things>
        <NumberedPager current={page} count={count} hrefFor={at} />
      </Split>
    </Titled>
  )
}

type Answered = Invitations[number]['partstat']

const answerWords = { accepted: 'come', tentative: 'perhaps', declined: 'notCome' } as const

/** What somebody has answered, in the words of the button that they pressed; before that, what is asked. */
export const answerSaid = (words: ReturnType<typeof pageWords>, given: Answered): string =>
  given === 'needs-action' ? words.doYouCome : words.yourAnswer({ answer: words[answerWords[given]] })

/** Yes, maybe or no to a meeting. */
export function AnswerButtons({ action, current, comment }: { action: string; current: Answered; comment: string }) {
  const words = pageWords(useReader().locale)
  return (
    <Form action={action} id="answer" values={{ comment }}>
      <Field name="comment" label={words.word} maxlength={1_000} optional />
      <BrowserZone />
      <div class="row">
        {(['accepted', 'tentative', 'declined'] as const).map((value) => (
          <Button kind={current === value ? 'primary' : 'plain'} name="answer" value={value} text={words[answerWords[value]]} />
        ))}
      </div>
    </Form>
  )
}

const withComment = (what: string, comment: string): string => (comment === '' ? what : t.withComment({ what, comment }))

function People({ meeting, invitations }: { meeting: Meeting; invitations: Invitations }) {
  const { answers } = pageWords(useReader().locale)
  const noted = invitations.some(({ attendance }) => attendance !== null)
  const there = countQuorum(attendeesOf(invitations), meeting.quorumPercent)
  const said = (['accepted', 'tentative', 'declined', 'needs-action'] as const).map((answer) => ({
    label: answers[answer],
    value: invitations.filter(({ partstat }) => partstat === answer).length,
  }))
  return (
    <Section
      title={noted ? t.ofPresent({ present: there.present, expected: there.expected }) : t.whoComes}
      aside={meeting.mayArrange && meeting.state !== 'cancelled' && <a href={`/meetings/${meeting.slug}/attendance`}>{t.tickAttendance}</a>}
    >
      {!noted && invitations.length > 2 && <Bars label={t.whoComes} items={said.filter(({ value }) => value > 0)} />}
      {there.wanted > 0 && <p class="meta">{noted ? quorumReached(there) : quorumNeeded(there)}</p>}
      <ul class="links">
        {invitations.map((one) => (
          <li>
            {one.name}{' '}
            <span class="meta">
              {isGuest(one.roles) && `${t.aGuest} · `}
              {withComment(one.attendance ? attendanceWords[one.attendance] : answers[one.partstat], one.comment)}
              {one.counterAt && <> · {t.proposes({ time: <Time at={one.counterAt} /> })}</>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Beside({ meeting, invitations }: { meeting: Meeting; invitations: Invitations }) {
  const words = pageWords(useReader().locale)
  return (
    <>
      <Facts
        items={[
          { term: words.until, value: <MeetingHours to={meeting.endsAt} zone={meeting.zone} /> },
          meeting.seriesSlug
            ? { term: words.series.one, value: <a href={`/series/${meeting.seriesSlug}`}>{meeting.seriesTitle}</a> }
            : undefined,
          meeting.kind === 'show_and_tell'
            ? { term: t.showAndTell, value: <a href={`/show-and-tell/sessions/${meeting.slug}`}>{words.program}</a> }
            : undefined,
          meeting.recordingUrl ? { term: words.recording, value: <a href={meeting.recordingUrl}>{words.watch}</a> } : undefined,
        ]}
      />
      <Toolbar>
        <a href={`/meetings/${meeting.slug}.ics`}>{words.file}</a>
        {meeting.minutes === 'approved' && <a href={`/meetings/${meeting.slug}/minutes.pdf`}>{words.pdf}</a>}
      </Toolbar>
      {meeting.atTable && <People meeting={meeting} invitations={invitations} />}
    </>
  )
}

/** What whoever comes looks for first; a video room is no place to go to once the meeting is over. */
const whenAndWhere = ({ startsAt, endsAt, zone, place }: Meeting, now: Date) =>
  dotted([<MeetingTime at={startsAt} zone={zone} />, place && (endsAt > now || !isLink(place)) && placeOf(place)])

/** @param first whether minutes are what is to be done here, or only after one's own answer */
const Acts = ({ meeting, open, first }: { meeting: Meeting; open: boolean; first: boolean }) => (
  <>
    <Button kind={first ? 'primary' : 'plain'} href={`/meetings/${meeting.slug}/minutes`}>
      {meeting.minutes === 'none' ? t.agendaAndMinutes : t.viewMinutes}
    </Button>
    {meeting.mayArrange && open && <Button href={`/meetings/${meeting.slug}/edit`}>{t.change}</Button>}
  </>
)

const ApprovedMinutes = ({ meeting, minutes }: { meeting: Meeting; minutes: string }) => (
  <Section
    title={pageWords(useReader().locale).minutes}
    aside={meeting.atTable && <a href={`/meetings/${meeting.slug}/minutes`}>{minutesWords.approval}</a>}
  >
    <div class="prose stack">{renderMarkdown(minutes, undefined, 2)}</div>
  </Section>
)

/** A meeting: when, where, the agenda, who comes; afterwards its minutes. */
export function MeetingPage(props: {
  meeting: Meeting
  invitations: Invitations
  invitees: Invitee[]
  unreached: Unreached[]
  choices: SeatChoice[]
  own: Awaited<ReturnType<typeof findOwnInvitation>>
  items: Item[]
  /** Where the talks on its agenda are, by the numbers of their items. */
  talks: ReadonlyMap<number, string>
  /** As approved, for this reader. */
  minutes?: string | undefined
  /** For who is not invited: whom they ask. */
  ask: Askable | undefined
  /** When its series met before. */
  before: Date | undefined
  /** Of who reads; undefined where it is not known. */
  zone: string | undefined
  now: Date
}) {
  const { meeting, invitations, invitees, unreached, choices, own, items, talks, minutes, ask, before, zone, now } = props
  const shift = before === undefined || zone === undefined ? 0 : wallShift(before, meeting.startsAt, meeting.zone, zone)
  const shiftedOn = before && zone && shiftDay(before, meeting.startsAt, meeting.zone, zone)
  const open = meeting.endsAt > now && meeting.state === 'planned'
  const { locale, alone } = useReader()
  const words = pageWords(locale)
  return (
    <Titled
      title={meeting.title}
      meta={hostsOf(meeting.hosts, locale, alone)}
      lead={whenAndWhere(meeting, now)}
      // Approved minutes stand on the page itself.
      actions={meeting.atTable && minutes === undefined && <Acts meeting={meeting} open={open} first={!(own && open)} />}
    >
      {meeting.state === 'cancelled' && (
        <Note mood="late">
          {words.off} {meeting.cancelledReason}
        </Note>
      )}
      {open && shiftedOn && (
        <Note mood="wait">
          {words.clocks({ day: formatDay({ locale }, shiftedOn), length: lengthOf(locale, shift), later: shift > 0 })}
        </Note>
      )}
      <ForGuests meeting={meeting} open={open} ask={ask} />
      <UnreachedNotes open={open} unreached={unreached} />
      <Split aside={<Beside meeting={meeting} invitations={invitations} />}>
        {own && open && (
          <Section title={answerSaid(words, own.partstat)}>
            <AnswerButtons action={`/meetings/${meeting.slug}/answer`} current={own.partstat} comment={own.comment} />
          </Section>
        )}
        {minutes === undefined ? (
          <Agenda items={items} talks={talks} add={meeting.mayArrange && open ? `/meetings/${meeting.slug}/minutes#add-item` : undefined} />
        ) : (
          <ApprovedMinutes meeting={meeting} minutes={minutes} />
        )}
        {meeting.mayArrange && open && (
          <InviteesSection action={`/meetings/${meeting.slug}/invitees`} invitees={invitees} choices={choices} />
        )}
        {meeting.mayArrange && open && (
          <p class="act">
            <a href={`/meetings/${meeting.slug}/cancel`}>{t.cancelMeeting}</a>
          </p>
        )}
      </Split>
    </Titled>
  )
}
