import { countryName } from '../lib/ui/countries.ts'
import { formatDay } from '../lib/ui/format.ts'
import { Listing, Table, Thing } from '../lib/ui/lists.tsx'
import { Empty, Section, State, Titled } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { Day } from '../lib/ui/time.tsx'
import { textsOf } from '../lib/ui/words.ts'
import { dayIn } from '../time.ts'
import type { Ballot, listElectorate, listVoters } from './core/queries.ts'

const t = textsOf('ballots', 'electorate')

/** A referent by name: that they stand in, that no mail reaches them. */
function said({ name, standIn, email }: { name: string; standIn: boolean; email: string | null }): string {
  const known = standIn ? t.standIn({ name }) : name
  return email === null ? t.withoutEmail({ name: known }) : known
}

/** Why no mail reaches an institution: who speaks for it has not confirmed their address; or nobody does. */
function whyNotReached(speakers: { name: string }[], fixed: boolean): string {
  if (speakers.length > 0) return t.addressNotConfirmed({ names: speakers.map(({ name }) => name) })
  return fixed ? t.noOneWasAsked : t.noOneAskedYetAsk
}

/** That they have voted; before the list is fixed there is nothing to say. */
const Cast = ({ at, fixed }: { at: Date | null; fixed: boolean }) =>
  at ? <State mood="good">{t.cast}</State> : fixed ? <State mood="wait">{t.notYet}</State> : null

/** Who votes: as it would be now, or as it was fixed; who has voted, and whom no mail reaches. Never how. */
export function ElectoratePage(props: {
  ballot: Ballot
  electorate: Awaited<ReturnType<typeof listElectorate>>
  voters: Awaited<ReturnType<typeof listVoters>>
  speakers: { organisationId: number | null; name: string; email: string | null; standIn: boolean }[]
  asked: { organisationId: number; name: string; askedAt: Date }[]
}) {
  const { ballot, electorate, voters, speakers, asked } = props
  const { locale, zone } = useReader()
  const fixed = voters.length > 0
  const rows = fixed
    ? voters.map((voter) => ({ ...voter, id: voter.organisationId ?? 0 }))
    : electorate.map((one) => ({ ...one, votedAt: null }))
  const speakersOf = (id: number) => speakers.filter(({ organisationId }) => organisationId === id)
  const people = ballot.electorate === 'group'
  const unreached = ballot.electorate === 'institutions' ? rows.filter(({ id }) => !speakersOf(id).some(({ email }) => email !== null)) : []
  return (
    <Titled
      title={t.whoVotes}
      meta={<a href={`/ballots/${ballot.id}`}>{ballot.title}</a>}
      lead={
        fixed
          ? t.fixedWhenTheBallotOpenedAs({ day: <Day on={ballot.recordOn} /> })
          : t.listDirectoryTodayCutOff({ day: <Day on={ballot.recordOn} /> })
      }
    >
      <Listing
        title={t.notReachableByEmail}
        aside={t.ofIt({ unreached: unreached.length, rows: rows.length })}
        label={t.institutionsWithoutAReachable}
        of={unreached}
        none={null}
      >
        {(one) => (
          <Thing
            title={one.name}
            href={`/organisations/${one.id}`}
            meta={
              asked
                .filter(({ organisationId }) => organisationId === one.id)
                .map(({ name, askedAt }) => t.askedOn({ name, day: formatDay({ locale }, dayIn(askedAt, zone)) }))
                .join(', ') || whyNotReached(speakersOf(one.id), fixed)
            }
            act={<State mood="late">{speakersOf(one.id).length > 0 ? t.notReachable : t.noReferent}</State>}
          />
        )}
      </Listing>
      <Section title={people ? t.members : t.institutions} aside={`${rows.length}`}>
        <Table
          caption={t.whoVotes}
          terse
          columns={[
            { label: t.voter },
            ...(people ? [] : [{ label: t.country }, { label: t.referent }]),
            ...(ballot.byConsent ? [] : [{ label: t.ballot }]),
          ]}
          rows={rows.map((one) => [
            one.name,
            ...(people ? [] : [one.country ? countryName(one.country) : '', speakersOf(one.id).map(said).join(', ')]),
            ...(ballot.byConsent ? [] : [<Cast at={one.votedAt} fixed={fixed} />]),
          ])}
          none={<Empty title={t.noOneCanVoteCut} />}
        />
      </Section>
    </Titled>
  )
}
