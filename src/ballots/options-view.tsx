import { Listing, Thing } from '../lib/ui/lists.tsx'
import { Empty } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Ballot, BallotOption } from './core/queries.ts'

const words = textsOf('ballots', 'pages')

export function Options({ ballot, options }: { ballot: Ballot; options: BallotOption[] }) {
  const { now } = useReader()
  if (options.length === 0) {
    if (ballot.state === 'preparing' && ballot.opensAt < now) return <Empty title={words.noneOpened} />
    const later = ballot.phase === 'round_two' ? words.laterOptionsTwo : words.laterOptions
    return <Empty title={ballot.kind === 'election' ? words.noCandidates : later} />
  }
  return (
    <Listing
      title={ballot.kind === 'election' ? words.candidates : words.onBallot}
      aside={ballot.state === 'preparing' ? words.canChange : ballot.state === 'called_off' ? undefined : words.asVoted}
    >
      {options.map((option) => (
        <Thing
          title={`${option.number}. ${option.title}`}
          meta={[
            option.area,
            option.cost === null ? '' : words.costs({ n: option.cost }),
            option.askedBy.length > 0 ? words.askedBy({ n: option.askedBy.length }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          {(option.text || option.solution) && (
            <details>
              <summary>{words.more}</summary>
              <div class="prose">
                {option.text && <p dir="auto">{option.text}</p>}
                {option.solution && (
                  <p dir="auto">
                    <b>{words.wouldBuild}</b> {option.solution}
                  </p>
                )}
              </div>
            </details>
          )}
        </Thing>
      ))}
    </Listing>
  )
}
