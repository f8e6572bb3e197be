import { vacantRoles } from '../groups/rules.ts'
import { pluck } from '../lib/pluck.ts'
import { Figures } from '../lib/ui/figures.tsx'
import { formatList } from '../lib/ui/format.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { dotted, Listing, Thing } from '../lib/ui/lists.tsx'
import { Button, Section, State } from '../lib/ui/parts.tsx'
import { ofGroup, threadPath } from '../lib/ui/paths.ts'
import { useReader } from '../lib/ui/reader.ts'
import { Day, MeetingTime, Time } from '../lib/ui/time.tsx'
import type { Home } from './home-queries.ts'
import { MonthsChart } from './months-chart.tsx'
import { RelationshipGlance } from './relationship-views.tsx'
import { siteWords } from './words.ts'

const moods = {
  planned: 'good',
  exists: 'good',
  in_discovery: 'wait',
  needs_information: 'wait',
  declined: undefined,
  not_product: undefined,
} as const

/** Where all of a kind stand: those of the site, or of the group whose page it is. */
type Whole = (path: string) => string

function Hero({ look, group, among, list, months, voices, joined }: Home & { joined: boolean }) {
  const words = siteWords(useReader().locale).home
  const title = look.tagline || group?.tagline || look.name || group?.name || 'Rapport'
  return (
    <section class="hero">
      <div class="stack">
        {group && group.communities.length > 0 && <p class="meta part">{words.part({ communities: group.communities.join(', ') })}</p>}
        <h1 dir="auto">{title}</h1>
        <p class="lead soft">
          {group ? words.lead({ group: group.name, product: group.product, vendor: group.vendor }) : words.leadOfNone}
        </p>
        {(list || among) && (
          <p class="row">
            {list && !joined && <Button kind="primary" href={`/lists/${list.name}`} text={words.join({ list: list.title })} />}
            {list?.mayRead && <Button href={`/lists/${list.name}/threads`}>{words.read}</Button>}
            {among && <Button href={`/groups/${group?.slug}/charter`}>{words.charter}</Button>}
          </p>
        )}
      </div>
      {voices.messages > 0 && <MonthsChart months={months} />}
    </section>
  )
}

function Numbers({ list, voices }: Home) {
  const words = siteWords(useReader().locale).home
  const items = [
    ...(list && list.subscribers > 0 ? [{ value: list.subscribers, label: words.subscribers({ count: list.subscribers }) }] : []),
    ...(voices.institutions > 0 ? [{ value: voices.institutions, label: words.institutions({ count: voices.institutions }) }] : []),
    ...(voices.messages > 0 ? [{ value: voices.messages, label: words.messages({ count: voices.messages }) }] : []),
  ]
  return items.length > 0 ? <Figures items={items} /> : null
}

/** @param several where what it shows may be of any group, and says of which */
export function NextMeeting({ meeting, all, several }: Pick<Home, 'meeting'> & { all: Whole; several?: boolean }) {
  const { locale } = useReader()
  const words = siteWords(locale).home
  return (
    <Section title={words.next} aside={<a href={all('/meetings')}>{words.allMeetings}</a>}>
      {meeting ? (
        <div class="stack">
          <p class="h3">
            <a href={`/meetings/${meeting.slug}`} dir="auto">
              {meeting.title}
            </a>
          </p>
          <p>
            {dotted([
              <MeetingTime at={meeting.startsAt} zone={meeting.zone} />,
              several && formatList(locale, pluck(meeting.hosts, 'name')),
            ])}
          </p>
        </div>
      ) : (
        <p class="soft">{words.noMeeting}</p>
      )}
    </Section>
  )
}

function Newest({ newest, list }: Home) {
  const words = siteWords(useReader().locale).home
  if (!list?.mayRead) return null
  return (
    <Listing
      title={words.new}
      aside={<a href={`/lists/${list.name}/threads`}>{words.archive}</a>}
      of={newest}
      none={<p class="soft">{words.nothingNew}</p>}
    >
      {(thread) => (
        <Thing
          title={hideAddresses(thread.subject)}
          href={threadPath(thread.list, thread.root)}
          meta={
            <>
              {words.thread({ count: thread.messages })} · <Time at={thread.lastAt} style="date" />
            </>
          }
        />
      )}
    </Listing>
  )
}

function Answers({ answers, all }: Home & { all: Whole }) {
  const words = siteWords(useReader().locale)
  return (
    <Listing
      title={words.home.answers}
      aside={<a href={all('/answers')}>{words.home.allAnswers}</a>}
      of={answers}
      none={<p class="soft">{words.home.noAnswers}</p>}
    >
      {(answer) => (
        <Thing
          title={answer.request}
          href={`/answers/${answer.id}`}
          meta={<Time at={answer.givenAt} style="date" />}
          act={<State mood={moods[answer.class]}>{words.classes[answer.class]}</State>}
        />
      )}
    </Listing>
  )
}

/** @param several where they may be of any group, and say of which */
export function News({ news, all, several }: Pick<Home, 'news'> & { all: Whole; several?: boolean }) {
  const words = siteWords(useReader().locale).home
  return (
    <Listing title={words.news} aside={<a href={all('/news')}>{words.allNews}</a>} of={news} none={<p class="soft">{words.noNews}</p>}>
      {(item) => (
        <Thing
          title={item.title}
          href={`/news/${item.slug}`}
          meta={dotted([item.publishedAt && <Time at={item.publishedAt} style="date" />, several && item.groupName])}
        />
      )}
    </Listing>
  )
}

function Shows({ talks, all }: Home & { all: Whole }) {
  const { locale } = useReader()
  const words = siteWords(locale).home
  if (!talks) return null
  return (
    <Listing
      title={words.shows}
      aside={<a href={all('/show-and-tell')}>{words.allShows}</a>}
      of={talks}
      none={<p class="soft">{words.noShows}</p>}
    >
      {(talk) => (
        <Thing
          title={talk.title}
          href={`/show-and-tell/${talk.slug}`}
          meta={
            <>
              {talk.state === 'given' && talk.givenOn && <Day on={talk.givenOn} />}
              {talk.state !== 'given' && talk.startsAt && <Time at={talk.startsAt} style="date" />} ·{' '}
              {formatList(locale, pluck(talk.speakers, 'name'))}
            </>
          }
        />
      )}
    </Listing>
  )
}

/** Who holds which role, each with the word for it. */
export function People({ seats, rolesKnown, group, among, title }: Home & { title?: string | undefined }) {
  const words = siteWords(useReader().locale)
  const order = ['coordinator', 'deputy', 'liaison', 'member', 'moderator'] as const
  const vacant = vacantRoles(seats, rolesKnown)
  return (
    <Section
      title={title ?? words.home.people}
      aside={<a href={among ? ofGroup('/roster', group?.slug ?? '') : '/roster'}>{words.home.wholeRoster}</a>}
    >
      <dl class="people">
        {order.map((role) => {
          const held = seats.filter((seat) => seat.role === role)
          if (held.length === 0 && !(vacant as string[]).includes(role)) return null
          return (
            // Many of one role stand beside each other.
            <div class={held.length > 4 ? 'many' : undefined}>
              <dt>{words.roles[role]}</dt>
              {held.length === 0 && <dd class="soft">{words.home.vacant}</dd>}
              {held.map((seat) => (
                <dd>
                  {seat.name}
                  {(seat.title || seat.organisation) && <span class="meta"> {dotted([seat.title, seat.organisation])}</span>}
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
      {!among && (
        <p>
          <a href="/roster#past">{words.home.past}</a>
        </p>
      )}
    </Section>
  )
}

/** Who the group is, what comes next, what is new, what came of it: everything on it is for everybody. */
export function HomePage(home: Home & { joined: boolean }) {
  const { among, group } = home
  const all: Whole = (path) => (among ? ofGroup(path, group?.slug ?? '') : path)
  return (
    <>
      <Hero {...home} />
      <Numbers {...home} />
      {/* What is short stands beside what is short. */}
      <div class="columns">
        <NextMeeting {...home} all={all} />
        {home.relationship && home.relationship.figures.seen.handed > 0 && <RelationshipGlance {...home.relationship} />}
        <News {...home} all={all} />
        <Answers {...home} all={all} />
        <Shows {...home} all={all} />
        <Newest {...home} />
      </div>
      <People {...home} />
    </>
  )
}
