import { countryName } from '../../lib/ui/countries.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Heading, Section, State } from '../../lib/ui/parts.tsx'
import { Day } from '../../lib/ui/time.tsx'
import { utcDay } from '../../time.ts'
import type { Ballot, listElectorate, listVoters } from '../queries.ts'

/** Who votes: as it would be now, or as it was fixed; who has voted, and whom no mail reaches. Never how. */
export function ElectoratePage({
  ballot,
  electorate,
  voters,
  speakers,
  asked,
}: {
  ballot: Ballot
  electorate: Awaited<ReturnType<typeof listElectorate>>
  voters: Awaited<ReturnType<typeof listVoters>>
  speakers: { organisationId: number | null; name: string; email: string | null; standIn: boolean }[]
  asked: { organisationId: number; name: string; askedAt: Date }[]
}) {
  const fixed = voters.length > 0
  const rows = fixed
    ? voters.map((voter) => ({ ...voter, id: voter.organisationId ?? 0 }))
    : electorate.map((one) => ({ ...one, votedAt: null }))
  const speakersOf = (id: number) => speakers.filter(({ organisationId }) => organisationId === id)
  const unreached = ballot.electorate === 'institutions' ? rows.filter(({ id }) => !speakersOf(id).some(({ email }) => email !== null)) : []
  return (
    <>
      <Heading
        title="Who votes"
        meta={<a href={`/ballots/${ballot.id}`}>{ballot.title}</a>}
        lead={
          fixed ? (
            <>
              Fixed when the ballot opened, as of <Day on={ballot.recordOn} />. What ended later changes nothing.
            </>
          ) : (
            <>
              As the register stands now, for the record date <Day on={ballot.recordOn} />. It is fixed when the ballot opens.
            </>
          )
        }
      />
      {unreached.length > 0 && (
        <Section title="No mail reaches them" aside={`${unreached.length} of ${rows.length}`}>
          <Things label="Institutions without a reachable referent">
            {unreached.map((one) => (
              <Thing
                title={one.name}
                href={`/organisations/${one.id}`}
                meta={
                  asked
                    .filter(({ organisationId }) => organisationId === one.id)
                    .map(({ name, askedAt }) => `${name} was asked on ${formatDay({ locale: 'en' }, utcDay(askedAt))}`)
                    .join(', ') ||
                  (fixed
                    ? 'Nobody is known to work there who could be asked.'
                    : 'Nobody has been asked yet: thirty days before the opening, those who are known to work there are.')
                }
                act={<State mood="late">{speakersOf(one.id).length > 0 ? 'Not reachable' : 'No referent'}</State>}
              />
            ))}
          </Things>
        </Section>
      )}
      <Section title={ballot.electorate === 'group' ? 'Members' : 'Institutions'} aside={`${rows.length}`}>
        {rows.length === 0 && <Empty title="Nobody meets the conditions on the record date." />}
        <Table
          caption="Who votes"
          hideCaption
          terse
          columns={[{ label: 'Voter' }, { label: 'Country' }, { label: 'Speaks for it' }, { label: 'Ballot' }]}
          rows={rows.map((one) => [
            one.name,
            one.country ? countryName(one.country) : '',
            speakersOf(one.id)
              .map(({ name, standIn, email }) => `${name}${standIn ? ' (stand-in)' : ''}${email === null ? ', not reachable' : ''}`)
              .join(', '),
            one.votedAt ? <State mood="good">Cast</State> : fixed ? <State mood="wait">Not yet</State> : '',
          ])}
        />
      </Section>
    </>
  )
}
