import { Figures, Sparkbars, Strip } from '../../lib/ui/figures.tsx'
import { Check, Field, Filters, Form, optionsOf, Select } from '../../lib/ui/form.tsx'
import { formatDate, formatShare } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { Table as Rows } from '../../lib/ui/lists.tsx'
import { Empty, Section, Split, State, Submit, Titled, Toolbar } from '../../lib/ui/parts.tsx'
import { useRefused } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { regionOfZone } from '../../lib/ui/zone-names.ts'
import { regionName } from '../../lib/ui/zones.tsx'
import { hasZone } from '../rules.ts'
import type { Row, RuleRow, Table } from './queries.ts'
import { attendanceWords, countNoted, judge, roleWords, shareOf } from './rules.ts'

const t = textsOf('meetings', 'attendance')

export const kindWords = t.kindWords
const day = (at: Date, zone: string) => formatDate({ locale: languageNow(), zone, now: at }, at, 'date')

const percent = (share: number | undefined) => (share === undefined ? '–' : formatShare(languageNow(), share))

// So many marks stand beside each other; the label counts all.
const shownMarks = 16

/** One mark for each of the last meetings, first to last. */
const AttendanceStrip = ({ rows }: { rows: readonly Pick<Row, 'attendance' | 'startsAt' | 'title' | 'meetingZone'>[] }) => (
  <Strip
    marks={rows.slice(-shownMarks).map(({ attendance, startsAt, meetingZone, title }) => ({
      mood: attendance === 'present' || attendance === 'late' ? 'full' : attendance === 'apologies' ? 'half' : attendance ? 'none' : 'gap',
      title: `${day(startsAt, meetingZone)} ${title}: ${attendance ? attendanceWords[attendance] : t.notRecorded}`,
    }))}
    label={t.ofMeetings({
      attended: rows.filter(({ attendance }) => attendance === 'present' || attendance === 'late').length,
      meetings: rows.length,
    })}
  />
)

function sayRule({ kind, perYear, sharePercent, formalOnly }: RuleRow): string {
  const of = { who: formalOnly ? t.peopleWithRole : t.everyone, kind: kindWords[kind] }
  return perYear === null ? t.shareExpected({ ...of, percent: sharePercent ?? 0 }) : t.timesExpected({ ...of, times: perYear })
}

/** What the rules make of one person's year. */
export function Judgements({ rows, rules }: { rows: readonly Row[]; rules: readonly RuleRow[] }) {
  const judged = rules.flatMap((rule) => {
    const own = rows.filter(({ kind, formal }) => kind === rule.kind && (formal || !rule.formalOnly))
    return own.length === 0 ? [] : [{ rule, ...judge(rule, countNoted(own)) }]
  })
  if (judged.length === 0) return <span class="soft">{t.nothingExpected}</span>
  return (
    <>
      {judged.map(({ rule, wanted, attended, kept }) => (
        <State mood={kept === undefined ? undefined : kept ? 'good' : 'wait'}>
          {kept === false
            ? t.fewerThanExpected({ kind: kindWords[rule.kind], attended, wanted })
            : t.asExpected({ kind: kindWords[rule.kind], attended, wanted })}
        </State>
      ))}
    </>
  )
}

function ByMeeting({ rows }: { rows: readonly Row[] }) {
  const meetings = [...Map.groupBy(rows, ({ meetingId }) => meetingId).values()]
  const shares = meetings.map((own) => Math.round((shareOf(countNoted(own)) ?? 0) * 100))
  const [first, last] = [meetings[0]?.[0], meetings.at(-1)?.[0]]
  return (
    <figure class="stack">
      <Sparkbars wide values={shares} label={t.theShareThatWasThereAt({ shares: shares.join(', ') })} />
      {first && last && (
        <figcaption class="meta">
          {t.shareCaption({ from: day(first.startsAt, first.meetingZone), to: day(last.startsAt, last.meetingZone) })}
        </figcaption>
      )}
    </figure>
  )
}

/** A row for each of some people, or of some parts of the world. */
const Shares = ({ caption, groups }: { caption: string; groups: [string, readonly Row[]][] }) => (
  <Rows
    caption={caption}
    columns={[{ label: caption }, { label: t.people, numeric: true }, { label: t.there, numeric: true }, { label: t.share, numeric: true }]}
    rows={groups.map(([name, own]) => {
      const count = countNoted(own)
      const people = new Set(own.map(({ personId }) => personId)).size
      return [name, people, t.ofIt({ attended: count.attended, expected: count.expected - count.unnoted }), percent(shareOf(count))]
    })}
  />
)

/** Where a zone is; one that names no part of the world is elsewhere. */
const regionWord = (zone: string): string => {
  const region = regionOfZone(zone)
  return region === 'other' ? t.elsewhere : regionName(region, languageNow())
}

const grouped = <R extends Row>(rows: readonly R[], of: (row: R) => string): [string, readonly R[]][] =>
  [...Map.groupBy(rows, of)].sort(([a], [b]) => a.localeCompare(b))

function Expectations({ table, rules }: { table: Table; rules: RuleRow[] }) {
  const refused = useRefused()
  return (
    <Section title={t.whatIsExpected}>
      {rules.length === 0 && <p class="soft">{t.nothingHasBeenSaidYet}</p>}
      <ul class="links">
        {rules.map((rule) => (
          <li>
            {sayRule(rule)} {rule.note && <span class="meta">{rule.note}</span>}
          </li>
        ))}
      </ul>
      {table.mayArrange && (
        <details class="fold" open={refused !== undefined}>
          <summary>{t.sayWhatIsExpected}</summary>
          <Form action="/attendance/rules" values={{ of: table.key, formalOnly: 'on' }}>
            <input type="hidden" name="of" value={table.key} />
            <Select name="kind" label={t.at} empty={false} options={optionsOf(kindWords, ['call', 'conference', 'meeting'])} />
            <Field name="perYear" type="number" label={t.soManyAYear} min={1} max={60} short optional />
            <Field name="sharePercent" type="number" label={t.orSoManyPercent} min={1} max={100} short optional />
            <Check name="formalOnly" label={t.ofHoldersOfFormalRolesAlone} checked />
            <Field name="note" label={t.whereItSaysSo} maxlength={300} optional />
            <Submit>{t.save}</Submit>
          </Form>
        </details>
      )}
    </Section>
  )
}

/** Who came to the meetings of a table: in pictures, by person, by role and by part of the world. */
export function AttendanceOverview(props: {
  table: Table
  tables: Table[]
  years: number[]
  year: number | undefined
  rows: Row[]
  judgedIn: number
  rules: RuleRow[]
}) {
  const { table, tables, years, year, rows, judgedIn, rules } = props
  const query = new URLSearchParams({ of: table.key, ...(year ? { year: String(year) } : {}) })
  const all = countNoted(rows)
  const inYear = rows.filter(({ startsAt }) => startsAt.getUTCFullYear() === judgedIn)
  const meetings = new Set(rows.map(({ meetingId }) => meetingId)).size
  const people = [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => ({ personId, own, name: own[0]?.name ?? '' }))
  return (
    <Titled title={t.attendance} meta={<a href="/meetings">{t.meetings}</a>} lead={table.name}>
      <Split
        aside={
          <>
            <Expectations table={table} rules={rules} />
            <Toolbar>
              <a href={`/attendance/export.csv?${query}`}>{t.asATableCsv}</a>
            </Toolbar>
          </>
        }
      >
        <Filters
          action="/attendance"
          label={t.whichMeetings}
          values={{ of: table.key, year: year ? String(year) : '' }}
          narrowed={Boolean(year)}
        >
          <Select name="of" label={t.group} empty={false} options={tables.map(({ key, name }) => ({ value: key, label: name }))} />
          <Select
            name="year"
            label={t.year}
            empty={t.allYears}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
            optional
          />
        </Filters>
        {rows.length === 0 ? (
          <Empty title={t.noMeetingHasBeenYet} />
        ) : (
          <>
            <Figures
              items={[
                { value: meetings, label: t.meetingsCounted({ count: meetings }) },
                { value: percent(shareOf(all)), label: t.wereThere },
                { value: all.excused, label: t.awayWithAnAcceptedReason },
              ]}
            />
            <ByMeeting rows={rows} />
            <Section title={t.byPerson} aside={t.heldAgainst({ year: judgedIn })}>
              <Rows
                caption={t.byPerson}
                columns={[{ label: t.name }, { label: t.overTime }, { label: t.share, numeric: true }, { label: t.expected }]}
                rows={people
                  .toSorted((a, b) => a.name.localeCompare(b.name))
                  .map(({ personId, name, own }) => [
                    <a class="whole-words" href={`/people/${personId}`}>
                      {name}
                    </a>,
                    <AttendanceStrip rows={own} />,
                    percent(shareOf(countNoted(own))),
                    <Judgements rows={inYear.filter((row) => row.personId === personId)} rules={rules} />,
                  ])}
              />
              <p class="meta">{t.marksMean({ count: shownMarks })}</p>
            </Section>
            <Section title={t.byRole}>
              <Shares
                caption={t.role}
                groups={grouped(
                  rows.flatMap((row) => row.roles.map((role) => ({ ...row, roles: [role] }))),
                  ({ roles }) => roleWords(roles),
                )}
              />
            </Section>
            <Section title={t.byRegion} aside={t.fromTimeZones}>
              <Shares caption={t.region} groups={grouped(rows.filter(hasZone), ({ zone }) => regionWord(zone))} />
            </Section>
          </>
        )}
      </Split>
    </Titled>
  )
}
