import { textsOf } from '../../lib/ui/words.ts'
// The votes are counted again by whoever doubts: in their browser, or on their computer.

import { sha256Hex } from '../../lib/tally/digest.ts'
import type { TallyOptions } from '../../lib/tally/election.ts'
import type { Published } from '../../lib/tally/recount.ts'
import { assetPath, hasAsset } from '../../lib/ui/assets.ts'
import { Button, Section } from '../../lib/ui/parts.tsx'
import { isRule } from './count.ts'
import { commandOf, pbOf } from './exports.ts'
import type { Results } from './queries.ts'

const words = textsOf('ballots', 'recount')

// The element of recount.js; without script the page says how it is done on one's own computer.
const Counter = 'ballot-recount' as unknown as (props: {
  words: string
  published: string
  bundle: string
  worker: string
  children?: unknown
}) => never

const script = 'recount-worker.js'

/** The script of the part, for the head of its page. */
export const recountScript = () => <script type="module" src={assetPath('recount.js')} />

/** What the page says of the count, for a bundle to be held against. */
function publishedOf({ ballot, count, papers }: Results, digest: string): Published & { form: string } {
  if (!isRule(count.rule)) throw new Error(`No rule ${count.rule}`)
  const { winners } = count.result
  const drawn = ballot.ties === 'lot' && ballot.seedHash !== null
  return {
    rule: count.rule,
    settings: count.settings as TallyOptions,
    winners,
    votes: papers.length,
    digest,
    form: ballot.form,
    ...(drawn ? { seedHash: ballot.seedHash as string } : {}),
  }
}

/** Asks the page of all votes for one; once this browser has counted, its script answers from what it counted. */
const FindVote = ({ ballotId }: { ballotId: number }) => (
  <>
    <form class="row filters" action={`/ballots/${ballotId}/papers`} data-part="find">
      <span class="field">
        <label for="recount-receipt">{words.receipt}</label>
        <input
          id="recount-receipt"
          name="receipt"
          aria-describedby="recount-receipt-hint"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxlength={100}
        />
      </span>
      <Button>{words.find}</Button>
    </form>
    <p id="recount-receipt-hint" class="meta">
      {words.receiptHint}
    </p>
    <div role="status" data-part="found" />
  </>
)

/** Counts the published votes in the reader's browser, and says how to do so elsewhere. */
export function CountAgain({ results }: { results: Results }) {
  const { id } = results.ballot
  const digest = sha256Hex(pbOf(results))
  return (
    <Section title={words.title} id="recount">
      {hasAsset(script) ? (
        <Counter
          words={JSON.stringify(words.script)}
          published={JSON.stringify(publishedOf(results, digest))}
          bundle={`/ballots/${id}/export/bundle.zip`}
          worker={assetPath(script)}
        >
          <div class="stack recount">
            <div class="stack" data-part="ways" hidden>
              <p class="prose">{words.lead}</p>
              <div class="row">
                <button type="button" class="button primary" data-part="count">
                  {words.count}
                </button>
                <button type="button" class="button" data-part="stop" hidden>
                  {words.stop}
                </button>
                <progress data-part="progress" aria-label={words.progress} hidden />
              </div>
              <div role="status" data-part="said" class="meta" />
              <ul class="differences" data-part="differences" aria-label={words.differences} hidden />
              <p class="field">
                <label for="recount-file">{words.file}</label>
                <input id="recount-file" type="file" accept=".zip" data-part="file" />
              </p>
            </div>
            <FindVote ballotId={id} />
          </div>
        </Counter>
      ) : (
        <FindVote ballotId={id} />
      )}
      <div class="meta stack">
        <p>
          {words.elsewhere} <code>{commandOf(results)}</code>
        </p>
        <p>
          {words.digest} <code class="break">{digest}</code>
        </p>
      </div>
    </Section>
  )
}
