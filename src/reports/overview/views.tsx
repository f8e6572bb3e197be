import { formatDay } from '../../lib/ui/format.ts'
import { NumberedPager } from '../../lib/ui/lists.tsx'
import { Facts, Heading, Note, State } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day, MeetingTime } from '../../lib/ui/time.tsx'
import type { Overlooked, Overview } from './queries.ts'
import { needs } from './rules.ts'

const name = (role: string): string => role.replaceAll('_', ' ')

function Cadence({ group: { slug }, cadence, last, hasCharter, unshared }: Overlooked) {
  const reader = useReader()
  const met = last === null ? 'No meeting is recorded.' : `Last on ${formatDay(reader, last)}.`
  if (cadence)
    return (
      <>
        <a href={`/charter/clauses/${cadence.lineId}`}>
          {cadence.n} of {cadence.of}
        </a>
        {cadence.since && ` since ${formatDay(reader, cadence.since)}`}. <span class="soft">{met}</span>
      </>
    )
  return (
    <>
      {met}{' '}
      <span class="soft">
        {!hasCharter
          ? 'It has no charter here.'
          : unshared > 0
            ? 'How often it means to meet is not shared.'
            : 'Its charter names no rhythm.'}
      </span>{' '}
      {hasCharter && <a href={`/groups/${slug}/charter`}>Charter</a>}
    </>
  )
}

function Findings({ group: { slug }, findings, unshared, hasCharter }: Overlooked) {
  const kept = findings.filter(({ state }) => state === 'kept').length
  const open = findings.filter(({ state }) => state === 'not_kept' || state === 'at_risk')
  if (!hasCharter) return <>No charter.</>
  if (findings.length === 0) return <>The group has shared none.</>
  return (
    <>
      <a href={`/charter/overview?group=${slug}`}>
        {kept} of {findings.length} kept
      </a>
      {unshared > 0 && <span class="soft"> ({unshared} more are the group’s own)</span>}
      {open.length > 0 && (
        <ul class="links">
          {open.slice(0, 5).map(({ number, lineId, word, sentence }) => (
            <li>
              <a href={`/charter/clauses/${lineId}`}>
                {number}: {word}
              </a>{' '}
              <span class="meta">{sentence}</span>
            </li>
          ))}
          {open.length > 5 && <li class="meta">and {open.length - 5} more</li>}
        </ul>
      )}
    </>
  )
}

function Due({ due, group: { slug } }: Overlooked) {
  if (!due) return <a href={`/reports?group=${slug}`}>None is due.</a>
  return (
    <>
      The report of {due.year} is due{due.report === null ? ', and not begun.' : ': it is being written.'}{' '}
      <a href={`/reports?group=${slug}`}>Reports</a>
    </>
  )
}

function Letters({ letters: { open, late, desk } }: Overlooked) {
  if (desk === undefined) return <>None waits.</>
  return (
    <a href={`/correspondence/${desk}`}>
      {open === 1 ? 'One waits for an answer' : `${open} wait for an answer`}
      {late > 0 && `, ${late} late`}
    </a>
  )
}

/** One group: what asks for a look in words, then the facts, each with its link. */
function GroupRow({ one }: { one: Overlooked }) {
  const wants = needs(one)
  const { group, vacancies, ending, next } = one
  return (
    <li id={group.slug}>
      <div class="what">
        <h2 class="h3">
          <a class="title" href={`/groups/${group.slug}/charter`}>
            {group.name}
          </a>
        </h2>
        <div class="meta">
          {group.product} · {group.communities.join(', ')}
        </div>
        <p>{wants.length === 0 ? <State mood="good">Nothing asks for a look</State> : <State mood="wait">{sentence(wants)}</State>}</p>
      </div>
      <Facts
        items={[
          { term: 'Meetings held', value: <Cadence {...one} /> },
          {
            term: 'Next meeting',
            value: next ? (
              <a href={`/meetings/${next.slug}`}>
                <MeetingTime at={next.startsAt} zone={next.zone} />
              </a>
            ) : (
              'None is planned.'
            ),
          },
          {
            term: 'Empty seats',
            value:
              vacancies.length === 0 ? (
                'None.'
              ) : (
                <a href="/roster">{vacancies.map(({ role, n, of }) => `${name(role)}: ${n} of ${of}`).join('; ')}</a>
              ),
          },
          {
            term: 'Terms that end in 90 days',
            value:
              ending.length === 0
                ? 'None.'
                : ending.map(({ name: who, role, toOn }) => (
                    <div>
                      {who}, {name(role)}: <Day on={toOn} />
                    </div>
                  )),
          },
          { term: 'Report', value: <Due {...one} /> },
          { term: 'Letters that you read', value: <Letters {...one} /> },
          { term: 'Charter', value: <Findings {...one} /> },
        ]}
      />
    </li>
  )
}

const sentence = (wants: readonly string[]): string => {
  const joined = wants.join('; ')
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}`
}

/** All groups that somebody oversees, at a glance. */
export function OverviewPage({ overview, page }: { overview: Overview; page: number }) {
  const { groups, total, pages, steering } = overview
  const asking = groups.filter((one) => needs(one).length > 0).length
  return (
    <>
      <Heading
        title="Overview of the groups"
        lead={
          total === 1
            ? 'How the group keeps what it has set itself, from its own record.'
            : `${total} groups, and how each keeps what it has set itself. ${asking === 0 ? 'None asks for a look.' : asking === 1 ? 'One asks for a look.' : `${asking} ask for a look.`}`
        }
      />
      {steering.map(({ desk, open, late }) => (
        <Note mood={late > 0 ? 'late' : 'wait'}>
          <a href={`/correspondence/${desk.name}`}>
            {open === 1 ? `One letter to ${desk.title} waits for an answer` : `${open} letters to ${desk.title} wait for an answer`}
          </a>
          {late > 0 && `, ${late} of them late`}.
        </Note>
      ))}
      <ul class="things overlooked" aria-label="Groups">
        {groups.map((one) => (
          <GroupRow one={one} />
        ))}
      </ul>
      <NumberedPager current={page} count={pages} hrefFor={(to) => `/overview?page=${to}`} />
    </>
  )
}
