import { Field } from '../../ui/fields.tsx'
import { Filters } from '../../ui/form.tsx'
import { formatShare } from '../../ui/format.ts'
import { NumberedPager, Thing, Things } from '../../ui/lists.tsx'
import { Empty, Heading, Note, Tabs } from '../../ui/parts.tsx'
import { showReceipt, type Vote } from '../papers/rules.ts'
import { gotOf, titleOf } from './count.ts'
import type { PublishedPaper, Results } from './queries.ts'

const saysOf = (vote: Vote, results: Results): string => {
  if (vote.choice) return vote.choice
  const short = (number: string) => `${number} ${titleOf(results, number)}`
  if (vote.ranks) return vote.ranks.map(short).join(' > ') || 'blank'
  return (
    Object.entries(vote.points ?? {})
      .sort(([, a], [, b]) => b - a)
      .map(([number, points]) => `${points} for ${short(number)}`)
      .join('; ') || 'blank'
  )
}

/** The published papers; a receipt finds one's own. */
export function PapersPage({
  results,
  found,
  typed,
  page,
  pages,
  papers,
}: {
  results: Results
  found: PublishedPaper | undefined
  typed: string
  page: number
  pages: number
  papers: PublishedPaper[]
}) {
  const { ballot, account } = results
  const won = new Set(results.count.result.winners)
  const got = found && gotOf(found.vote, won)
  return (
    <>
      <Heading
        title="The papers"
        meta={<a href={`/ballots/${ballot.id}/results`}>{ballot.title}</a>}
        lead={`All ${account.cast} papers as they were counted, in the order of their receipts, which says nothing.${ballot.secrecy === 'anonymous' ? ' Nobody can tell whose a paper is but who kept its receipt.' : ''}`}
      />
      <Tabs
        label="Result"
        items={[
          { href: `/ballots/${ballot.id}/results`, label: 'Result' },
          { href: `/ballots/${ballot.id}/papers`, label: 'Papers', count: account.cast, current: true },
        ]}
      />
      <Filters label="Find a paper" values={{ receipt: typed }} submit="Find it">
        <Field name="receipt" label="Your receipt" optional autocomplete="off" />
      </Filters>
      {typed && !found && (
        <Note mood="late">No paper has this receipt. Look at each letter: receipts have letters a to z and figures 2 to 7 only.</Note>
      )}
      {found && (
        <Note mood="good">
          <p>
            Your paper is counted: <code>{showReceipt(found.receipt)}</code>
          </p>
          <p>{saysOf(found.vote, results)}</p>
          {got !== undefined && ballot.kind === 'wishes' && <p>{formatShare('en', got)} of what it gave went to what is chosen.</p>}
        </Note>
      )}
      {papers.length === 0 && <Empty title="No paper was cast." />}
      <Things label="Papers">
        {papers.map((paper) => (
          <Thing title={<code>{showReceipt(paper.receipt)}</code>} meta={paper.name ?? undefined}>
            <p>{saysOf(paper.vote, results)}</p>
          </Thing>
        ))}
      </Things>
      <NumberedPager current={page} count={pages} hrefFor={(to) => `/ballots/${ballot.id}/papers?page=${to}`} />
    </>
  )
}
