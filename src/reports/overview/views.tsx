import { formatDay } from '../../lib/ui/format.ts'
import { NumberedPager } from '../../lib/ui/lists.tsx'
import { Facts, Note, State, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day, MeetingTime } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { roleNamesIn } from '../../people/rules.ts'
import type { Overlooked, Overview } from './queries.ts'
import { needs } from './rules.ts'

const t = textsOf('reports', 'overview')

const useRoleName = () => {
  const { names } = roleNamesIn(useReader().locale)
  return (role: string): string => names[role as keyof typeof names] ?? role
}

function Cadence({ group: { slug }, cadence, last, hasCharter, unshared }: Overlooked) {
  const reader = useReader()
  const met = last === null ? t.noMeetingRecordedYet : t.lastOn({ last: formatDay(reader, last) })
  if (cadence) {
    const { n, of, since } = cadence
    const sayCadence = since ? t.ofSince({ n, of, day: formatDay(reader, since) }) : t.ofIt({ n, of })
    return (
      <>
        <a href={`/charter/clauses/${cadence.lineId}`}>{sayCadence}</a>. <span class="soft">{met}</span>
      </>
    )
  }
  return (
    <>
      {met} <span class="soft">{!hasCharter ? t.noCharterHere : unshared > 0 ? t.cadenceUnshared : t.charterDoesNotSayHow}</span>{' '}
      {hasCharter && <a href={`/groups/${slug}/charter`}>{t.charter}</a>}
    </>
  )
}

function Findings({ group: { slug }, findings, unshared, hasCharter }: Overlooked) {
  const kept = findings.filter(({ state }) => state === 'kept').length
  const open = findings.filter(({ state }) => state === 'not_kept' || state === 'at_risk')
  if (!hasCharter) return <>{t.noCharter}</>
  if (findings.length === 0) return <>{t.groupSharesNoCharterStatus}</>
  return (
    <>
      <a href={`/charter/overview?group=${slug}`}>{t.ofKept({ kept, findings: findings.length })}</a>
      {unshared > 0 && <span class="soft"> · {t.moreAreNotShared({ unshared })}</span>}
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
          {open.length > 5 && <li class="meta">{t.andMore({ open: open.length - 5 })}</li>}
        </ul>
      )}
    </>
  )
}

function Due({ due, group: { slug } }: Overlooked) {
  if (!due) return <a href={`/reports?group=${slug}`}>{t.noReportDue}</a>
  return (
    <>
      {t.reportDueNoOneHas({
        year: due.year,
        started: due.report !== null,
        link: (words) => <a href={`/reports?group=${slug}`}>{words}</a>,
      })}
    </>
  )
}

function Letters({ letters: { open, late, desk } }: Overlooked) {
  return (
    <a href={`/correspondence/${desk}`}>
      {t.conversationsWithoutAnAnswer({ open })}
      {late > 0 && `, ${t.late({ late })}`}
    </a>
  )
}

/** One group: what asks for a look in words, then the facts, each with its link. */
function GroupRow({ one }: { one: Overlooked }) {
  const wants = needs(one)
  const name = useRoleName()
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
        <p>{wants.length === 0 ? <State mood="good">{t.allProblemsAreSolved}</State> : <State mood="wait">{wants.join(' · ')}</State>}</p>
      </div>
      <Facts
        items={[
          { term: t.meetingsHeld, value: <Cadence {...one} /> },
          {
            term: t.nextMeeting,
            value: next ? (
              <a href={`/meetings/${next.slug}`}>
                <MeetingTime at={next.startsAt} zone={next.zone} />
              </a>
            ) : (
              t.noMeetingPlanned
            ),
          },
          {
            term: t.emptySeats,
            value:
              vacancies.length === 0 ? (
                t.noVacancies
              ) : (
                <a href="/roster">{vacancies.map(({ role, n, of }) => t.ofIt2({ name: name(role), n, of })).join(', ')}</a>
              ),
          },
          {
            term: t.termsThatEndIn90Days,
            value:
              ending.length === 0
                ? t.noTermsEnd
                : ending.map(({ name: who, role, toOn }) => (
                    <div>
                      {who}, {name(role)}: <Day on={toOn} />
                    </div>
                  )),
          },
          { term: t.report, value: <Due {...one} /> },
          // Of a mailbox that they do not read nothing is known here, so nothing is said where nothing waits.
          { term: t.roleMailboxes, value: one.letters.desk !== undefined && <Letters {...one} /> },
          { term: t.charter, value: <Findings {...one} /> },
        ]}
      />
    </li>
  )
}

/** All groups that somebody oversees, at a glance. */
export function OverviewPage({ overview, page }: { overview: Overview; page: number }) {
  const { groups, total, pages, steering } = overview
  const asking = groups.filter((one) => needs(one).length > 0).length
  return (
    <Titled title={t.groupsAtAGlance} lead={`${t.statusOfGroups({ total })} ${t.asking({ asking })}`}>
      {steering.map(({ desk, open, late }) => (
        <Note mood={late > 0 ? 'late' : 'wait'}>
          <a href={`/correspondence/${desk.name}`}>{t.conversationsWithoutAnAnswer2({ title: desk.title, open })}</a>
          {late > 0 && `, ${t.late({ late })}`}
        </Note>
      ))}
      <ul class="things overlooked" aria-label={t.groups}>
        {groups.map((one) => (
          <GroupRow one={one} />
        ))}
      </ul>
      <NumberedPager current={page} count={pages} hrefFor={(to) => `/overview?page=${to}`} />
    </Titled>
  )
}
