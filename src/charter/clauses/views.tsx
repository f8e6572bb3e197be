import { Difference } from '../../lib/ui/difference.tsx'
import { formatDay } from '../../lib/ui/format.ts'
import { Thing, Things } from '../../lib/ui/lists.tsx'
import { renderMarkdown } from '../../lib/ui/markdown.ts'
import { Button, Empty, Facts, Section, Split, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Day } from '../../lib/ui/time.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { spokenIn, tellText, type VersionDays } from './fields.ts'
import type { FieldFacts } from './fields-queries.ts'
import type { Edition } from './files.ts'
import type { CharterGroup, Clause, Version } from './queries.ts'
import { type Compared, clauseKinds, compareClauses, stateOf } from './rules.ts'

const t = textsOf('charter', 'clausesPage')
const words = textsOf('charter', 'clauses')

/** What a part of a page shows. */
type Shown = Parameters<typeof Button>[0]['children']

/** Where a charter stands, or one clause of it. */
export const charterPath = (slug: string, number?: number): string => `/groups/${slug}/charter${number === undefined ? '' : `/${number}`}`

/** A clause's words, with its fields as they stand. */
export const Told = ({ text, facts, days }: { text: string; facts: FieldFacts; days: VersionDays }) => (
  <div class="prose" lang={spokenIn(text)}>
    {renderMarkdown(tellText(text, facts, days, useReader()))}
  </div>
)

/** Is the clause the first of those that stand under its heading? */
export const beginsHeading = (clauses: readonly Clause[], at: number): boolean =>
  (clauses[at]?.heading ?? '') !== '' && clauses[at]?.heading !== clauses[at - 1]?.heading

/** A heading of its own within a kind. */
export const Headed = ({ children }: { children?: Shown }) => (
  <p>
    <b>{children}</b>
  </p>
)

/** Clauses by their kind, each with its number; `beside` says what stands at its end. */
export function Articles(props: {
  clauses: readonly Clause[]
  facts: FieldFacts
  days: VersionDays
  beside?: ((clause: Clause) => Shown) | undefined
}) {
  const { clauses, facts, days, beside } = props
  return (
    <>
      {clauseKinds.map((kind) => {
        const of = clauses.filter((one) => one.kind === kind)
        return (
          of.length > 0 && (
            <Section title={words.kinds[kind]}>
              <ol class="articles" aria-label={words.kinds[kind]}>
                {of.map((clause, at) => (
                  <li id={clause.number}>
                    <a class="number" href={`#${clause.number}`}>
                      {clause.number}
                    </a>
                    <div class="stack">
                      {beginsHeading(of, at) && <Headed>{clause.heading}</Headed>}
                      <Told text={clause.text} facts={facts} days={days} />
                    </div>
                    {beside && <div class="beside">{beside(clause)}</div>}
                  </li>
                ))}
              </ol>
            </Section>
          )
        )
      })}
    </>
  )
}

interface CharterProps extends Edition {
  versions: readonly Version[]
  today: string
  beside?: ((clause: Clause) => Shown) | undefined
  actions?: Shown
}

function useStanding(version: Version, versions: readonly Version[], today: string): string {
  const reader = useReader()
  const on = version.inForceOn ? formatDay(reader, version.inForceOn) : ''
  const state = stateOf(version, versions, today)
  if (state === 'draft') return words.draft
  return { coming: words.coming, in_force: words.inForce, superseded: words.superseded }[state]({ day: on })
}

function Sheet({ group, version, versions }: Pick<CharterProps, 'group' | 'version' | 'versions'>) {
  const path = charterPath(group.slug, version.number)
  const earlier = versions.find(({ number }) => number < version.number)
  return (
    <Facts
      items={[
        version.decisionId !== null &&
          version.decisionNumber !== null && {
            term: words.adoptedBy,
            value: <a href={`/decisions/${version.decisionId}`}>{words.decision({ n: version.decisionNumber })}</a>,
          },
        version.reviewOn !== null && { term: words.review, value: <Day on={version.reviewOn} /> },
        {
          term: words.versions,
          value: versions.map(({ number, inForceOn }) => (
            <div>
              {number === version.number ? (
                words.version({ n: number })
              ) : (
                <a href={charterPath(group.slug, number)}>{words.version({ n: number })}</a>
              )}
              {inForceOn && (
                <span class="meta">
                  {' '}
                  <Day on={inForceOn} style="short" />
                </span>
              )}
            </div>
          )),
        },
        earlier && { term: words.compareTerm, value: <a href={`${path}/compare?with=${earlier.number}`}>{words.compare}</a> },
        {
          term: words.download,
          value: (
            <span class="row">
              <a href={`${path}/charter.pdf`}>{t.pdf}</a>
              <a href={`${path}/charter.docx`}>{t.docx}</a>
              <a href={`${path}/charter.md`}>{t.markdown}</a>
            </span>
          ),
        },
      ]}
    />
  )
}

/** A version of a charter as everyone reads it. */
export function CharterPage({ group, version, versions, clauses, facts, today, beside, actions }: CharterProps) {
  const standing = useStanding(version, versions, today)
  const superseded = stateOf(version, versions, today) === 'superseded'
  return (
    <Titled
      title={words.of({ group: group.name })}
      meta={words.version({ n: version.number })}
      lead={standing}
      actions={
        <>
          {superseded && <Button href={charterPath(group.slug)}>{words.current}</Button>}
          {actions}
        </>
      }
    >
      <Split aside={<Sheet group={group} version={version} versions={versions} />}>
        {version.preamble && <Told text={version.preamble} facts={facts} days={version} />}
        <Articles clauses={clauses} facts={facts} days={version} beside={beside} />
      </Split>
    </Titled>
  )
}

/** Where several groups share a site: the charter of each. */
export function ChartersPage({ groups, inForce }: { groups: readonly CharterGroup[]; inForce: ReadonlyMap<number, Version> }) {
  const reader = useReader()
  return (
    <Titled title={words.groups}>
      <Things label={words.groups}>
        {groups.map((group) => {
          const version = inForce.get(group.id)
          return (
            <Thing
              title={group.name}
              href={charterPath(group.slug)}
              meta={version?.inForceOn ? words.inForce({ day: formatDay(reader, version.inForceOn) }) : words.none}
            />
          )
        })}
      </Things>
    </Titled>
  )
}

/** A group without a charter: what that means, and for who keeps it, what to do. */
export const NoCharterPage = ({ group, mayKeep }: { group: CharterGroup; mayKeep: boolean }) => (
  <Titled title={words.of({ group: group.name })}>
    <Empty title={words.none}>
      {words.noneMore}
      {mayKeep && <Button kind="primary" href={`/charter/edit?group=${group.slug}`} text={t.writeIt} />}
      {mayKeep && <Button href={`/groups/${group.slug}/facts`}>{t.factsAboutTheGroup}</Button>}
    </Empty>
  </Titled>
)

/** A version as it is compared: its clauses, and the days that its fields name. */
interface Side {
  clauses: Clause[]
  days: VersionDays
}

function ComparedClause(props: { row: Compared<Clause>; facts: FieldFacts; days: [VersionDays, VersionDays] }) {
  const {
    row: { before, after, change },
    facts,
    days,
  } = props
  const reader = useReader()
  const sides = [before, after]
  const told = sides.map((one, index) => one && tellText(one.text, facts, days[index] ?? days[0], reader, { markdown: false }))
  // A name that became a field of the same name reads the same: then the fields themselves are the difference.
  const shown = told[0] === told[1] && before?.text !== after?.text ? sides.map((one) => one?.text) : told
  const [was, is] = sides.map((one, index) => (one ? `${one.number}  ${shown[index]}` : ''))
  return (
    <li>
      <div class="row apart">
        <h2 class="h3">
          {before && after && before.number !== after.number ? `${before.number} → ${after.number}` : (after ?? before)?.number}
        </h2>
        <span class="meta">{words.changed[change]}</span>
      </div>
      <div class="side-by-side">
        <div>
          <p class="meta">{words.before}</p>
          {before ? (
            <p class="diff" lang={spokenIn(before.text)}>
              {was}
            </p>
          ) : (
            <p class="soft">–</p>
          )}
        </div>
        <div>
          <p class="meta">{words.after}</p>
          {after ? <Difference before={was ?? ''} after={is ?? ''} lang={spokenIn(after.text)} /> : <p class="soft">–</p>}
        </div>
      </div>
    </li>
  )
}

/** Clauses of two versions side by side, as far as they differ. */
export function ComparedClauses({ before, after, facts }: { before: Side; after: Side; facts: FieldFacts }) {
  const rows = compareClauses(before.clauses, after.clauses)
  const changed = rows.filter(({ change }) => change !== 'same')
  return (
    <>
      {changed.length > 0 && (
        <ul class="compared" aria-label={words.versions}>
          {changed.map((row) => (
            <ComparedClause row={row} facts={facts} days={[before.days, after.days]} />
          ))}
        </ul>
      )}
      {changed.length < rows.length && <p class="soft">{words.unchanged({ n: rows.length - changed.length })}</p>}
    </>
  )
}

/** Two versions side by side: clauses that changed, one below the other. */
export function ComparePage(props: {
  group: CharterGroup
  older: Version
  newer: Version
  before: Clause[]
  after: Clause[]
  facts: FieldFacts
}) {
  const { group, older, newer, before, after, facts } = props
  const reader = useReader()
  const preambles = [older, newer].map((version) => tellText(version.preamble, facts, version, reader, { markdown: false }))
  const same = compareClauses(before, after).every(({ change }) => change === 'same') && older.preamble === newer.preamble
  return (
    <Titled
      title={words.compared({ a: older.number, b: newer.number })}
      meta={<a href={charterPath(group.slug, newer.number)}>{words.of({ group: group.name })}</a>}
      lead={newer.note || undefined}
    >
      {same && <Empty title={words.noChange} />}
      {older.preamble !== newer.preamble && (
        <Difference before={preambles[0] ?? ''} after={preambles[1] ?? ''} lang={spokenIn(newer.preamble)} />
      )}
      <ComparedClauses before={{ clauses: before, days: older }} after={{ clauses: after, days: newer }} facts={facts} />
    </Titled>
  )
}

/** Where one goes from a charter: how it is kept, for who may read that and finds it nowhere else; the editor, for who keeps it. */
export const CharterActions = ({ group, mayKeep, reads }: { group: CharterGroup; mayKeep: boolean; reads: boolean }) => (
  <>
    {reads && <Button href={`/charter/overview?group=${group.slug}`}>{words.kept}</Button>}
    {mayKeep && <Button href={`/charter/edit?group=${group.slug}`}>{t.edit}</Button>}
    {mayKeep && <Button href={`/groups/${group.slug}/facts`}>{t.factsAboutTheGroup}</Button>}
  </>
)
