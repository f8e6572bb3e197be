import { atAGlance, Field, Filters, Select } from '../lib/ui/form.tsx'
import { formatList } from '../lib/ui/format.ts'
import { NumberedPager, OnlyOf, Thing, Things } from '../lib/ui/lists.tsx'
import { Button, Empty, Section, Split, State, Tabs, Titled, Toolbar } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Day, MeetingTime } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { type listTalks, recordingOf, type Speaker, type Talk, type TalkView } from './queries.ts'
import type { listSessions } from './sessions-queries.ts'

const t = textsOf('talks', 'views')
const words = textsOf('talks', 'pages')

/** The speakers of a talk, each with where they come from. */
export const namesOf = (speakers: readonly Speaker[]) => speakers.map(({ name, from }) => (from ? `${name} (${from})` : name))

const moods = {
  proposed: 'wait',
  accepted: 'wait',
  scheduled: 'good',
  given: undefined,
  withdrawn: undefined,
  declined: undefined,
} as const

/** How far a talk is. */
export function TalkState({ talk }: { talk: Pick<Talk, 'state'> }) {
  const mood = moods[talk.state]
  return <State {...(mood ? { mood } : {})}>{words.states[talk.state]}</State>
}

function TalkLine({ talk, view }: { talk: Talk; view: TalkView }) {
  const { locale } = useReader()
  return (
    <Thing
      title={talk.title}
      href={`/show-and-tell/${talk.slug}`}
      meta={
        <>
          {talk.state === 'given' && talk.givenOn && <Day on={talk.givenOn} />}
          {talk.state === 'scheduled' && talk.startsAt && talk.zone && <MeetingTime at={talk.startsAt} zone={talk.zone} />}
          {(talk.state === 'given' || talk.state === 'scheduled') && ' · '}
          {formatList(locale, namesOf(talk.speakers))}
          {recordingOf(talk) && ` · ${words.recorded}`}
        </>
      }
      act={view !== 'given' && view !== 'coming' && <TalkState talk={talk} />}
    />
  )
}

/** The sessions in which talks are given, and where one is added. */
function Sessions({ sessions, mayArrange }: { sessions: Awaited<ReturnType<typeof listSessions>>; mayArrange: boolean }) {
  const add = mayArrange && <a href="/show-and-tell/sessions/new">{t.scheduleSession}</a>
  if (sessions.length === 0) return <p>{add}</p>
  return (
    <Section title={words.sessions}>
      <ul class="links">
        {sessions.map((one) => (
          <li>
            <a href={`/show-and-tell/sessions/${one.slug}`}>{one.title}</a>
            <br />
            <span class="meta">
              <MeetingTime at={one.startsAt} zone={one.zone} /> · {words.talks({ count: one.talks })}
            </span>
          </li>
        ))}
      </ul>
      {add && <p>{add}</p>}
    </Section>
  )
}

/** The page with what is said of it; nothing is said of what is empty. */
const addressOf = (query: Record<string, string | number | undefined>): string =>
  `/show-and-tell?${new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))}`

const isShort = ({ pages, talks }: Awaited<ReturnType<typeof listTalks>>) => pages < 2 && talks.length <= atAGlance

/** What is to come, what was given; for the group also what waits. */
export function TalksPage(props: {
  found: Awaited<ReturnType<typeof listTalks>>
  /** Only those of this one. */
  group: { slug: string; name: string } | undefined
  view: TalkView
  page: number
  words: string
  year: number | undefined
  years: number[]
  sessions: Awaited<ReturnType<typeof listSessions>>
  inside: boolean
  mayArrange: boolean
  mayPropose: boolean
  signedIn: boolean
}) {
  const { found, group, view, page, words: sought, year, years, sessions, inside, mayArrange, mayPropose, signedIn } = props
  const at = (query: Parameters<typeof addressOf>[0]) => addressOf({ ...query, group: group?.slug })
  const tab = (to: TalkView, label: string) => ({ href: at({ view: to }), label, current: view === to })
  const none = sought || year ? words.noneFound : view === 'given' ? words.noneGiven : view === 'coming' ? words.noneComing : t.noTalksHere
  return (
    <Titled
      title={words.name}
      lead={words.lead}
      actions={mayPropose && <Button kind="primary" href="/show-and-tell/propose" text={words.propose} />}
    >
      <Split first aside={(sessions.length > 0 || mayArrange) && <Sessions sessions={sessions} mayArrange={mayArrange} />}>
        <Tabs
          label={words.which}
          items={[
            tab('coming', words.coming),
            tab('given', words.given),
            ...(inside ? [tab('backlog', words.backlog), tab('aside', t.setAside)] : []),
            ...(signedIn ? [tab('mine', t.mine)] : []),
          ]}
        />
        <Filters
          action="/show-and-tell"
          label={words.narrow}
          values={{ q: sought, year: year ? String(year) : '' }}
          nothing={isShort(found)}
          hidden={{ view, group: group?.slug }}
          found={found.total}
        >
          <Field name="q" type="search" label={words.find} maxlength={100} />
          {view === 'given' && (
            <Select
              name="year"
              label={words.year}
              empty={words.anyYear}
              options={years.map((one) => ({ value: String(one), label: one }))}
            />
          )}
        </Filters>
        <OnlyOf group={group} all="/show-and-tell" />
        <Things label={words.name} none={<Empty title={none} />}>
          {found.talks.map((talk) => (
            <TalkLine talk={talk} view={view} />
          ))}
        </Things>
        <NumberedPager current={page} count={found.pages} hrefFor={(to) => at({ view, q: sought, year, page: to })} />
        {!mayPropose && <p class="soft">{words.proposeHint}</p>}
        <Toolbar>
          <a href="/show-and-tell/feed.atom">{words.feed}</a>
        </Toolbar>
      </Split>
    </Titled>
  )
}
