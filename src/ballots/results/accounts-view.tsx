import { Section } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { quorumOf } from '../rules.ts'
import type { Results } from './queries.ts'

const t = textsOf('ballots', 'resultsPage')
const words = textsOf('ballots', 'results')

/** What can be checked and taken away. */
export function Accounts({ results, path }: { results: Results; path: string }) {
  const { ballot, account, count, turnout } = results
  return (
    <>
      <Section title={words.accounts}>
        <dl class="facts">
          {(
            [
              [words.couldVote, turnout.voters],
              [words.counted, account.cast],
              ...(account.blank > 0 ? [[words.blanks, account.blank]] : []),
              [words.notCast, turnout.voters - turnout.voted],
              ...(turnout.voted > account.cast ? [[words.notCountable, turnout.voted - account.cast]] : []),
              ...(account.changed > 0 ? [[words.changed, account.changed]] : []),
              ...(account.late > 0 ? [[words.late, account.late]] : []),
              // None is worth saying: nothing was turned away.
              [words.spoilt, account.spoilt],
              ...(account.unreadable > 0 ? [[words.unreadable, account.unreadable]] : []),
              ...(ballot.quorum === null ? [] : [[words.quorum, quorumOf(turnout.voters, ballot.quorum)]]),
            ] as [string, number][]
          ).map(([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={words.check}>
        <p class="toolbar row">
          <a href="#recount-receipt">{words.find}</a>
        </p>
        <p class="toolbar row">
          <a href={`${path}/export/ballot.pb`}>{t.pb}</a>
          <a href={`${path}/export/options.csv`}>{words.optionsCsv}</a>
          <a href={`${path}/export/papers.csv`}>{words.papersCsv}</a>
          <a href={`${path}/export/result.pdf`}>{t.pdf}</a>
          <a href={`${path}/export/bundle.zip`}>{words.allInOne}</a>
        </p>
        {ballot.ties === 'lot' && count.result.ties.length > 0 && (
          <p class="meta">
            {words.seed} <code>{ballot.seed}</code>. {words.seedHash} <code>{ballot.seedHash}</code>
          </p>
        )}
      </Section>
    </>
  )
}
