import type { RequestStage } from '../lib/db/schema.ts'
import { dotted, Listing, Thing } from '../lib/ui/lists.tsx'
import { renderMarkdown } from '../lib/ui/markdown.ts'
import { About, Empty, State } from '../lib/ui/parts.tsx'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isOpen, stageNames } from '../requests/rules.ts'
import type { Ballot, BallotOption } from './core/queries.ts'

const words = textsOf('ballots', 'pages')
const paperWords = textsOf('ballots', 'papers')
const results = textsOf('ballots', 'results')

/** What became of the request of an option since: said only where it is no longer asked for as it stands here. */
export const sinceThen = (stage: RequestStage | undefined): string | undefined =>
  stage === undefined || isOpen(stage) ? undefined : stageNames[stage]

/** What is asked for: a request's words are marked up as on its own page; what was written for the ballot has its lines. */
export const OptionText = ({ text, requestId }: Pick<BallotOption, 'text' | 'requestId'>) =>
  text === '' ? null : requestId === null ? (
    <p class="as-written" dir="auto">
      {text}
    </p>
  ) : (
    <div class="prose" dir="auto">
      {renderMarkdown(text, undefined, 2)}
    </div>
  )

interface OptionsProps {
  ballot: Ballot
  options: BallotOption[]
  /** Where their requests stand, for who may read them. */
  stages: ReadonlyMap<number, RequestStage>
  /** What was chosen, by number, once it is counted. */
  won: ReadonlySet<string>
}

/** What can be chosen in a ballot, in its stages where it has any. */
export function Options({ ballot, options, stages, won }: OptionsProps) {
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
          meta={dotted([
            option.area,
            option.cost !== null && words.costs({ n: option.cost }),
            option.askedBy.length > 0 && words.askedBy({ n: option.askedBy.length }),
            ballot.state === 'open' && sinceThen(stages.get(option.requestId ?? 0)),
          ])}
          act={won.has(String(option.number)) && <State mood="good">{ballot.kind === 'election' ? results.elected : results.chosen}</State>}
        >
          {(option.text || option.solution) && (
            <details>
              <summary>
                {ballot.kind === 'election' ? paperWords.whatIsAskedFor({ isElection: true }) : words.more}
                <About>{option.title}</About>
              </summary>
              <div class="prose">
                <OptionText {...option} />
                {option.solution && (
                  <p dir="auto">
                    <b>{words.wouldBuild}</b> {option.solution}
                  </p>
                )}
                {stages.has(option.requestId ?? 0) && (
                  <p>
                    <a href={`/requests/${option.requestId}`}>{paperWords.theRequestAndTheUserCases}</a>
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
