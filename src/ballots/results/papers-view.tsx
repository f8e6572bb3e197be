import { Field, Filters } from '../../lib/ui/form.tsx'
import { formatShare } from '../../lib/ui/format.ts'
import { NumberedPager, Thing, Things } from '../../lib/ui/lists.tsx'
import { Empty, Note, Tabs, Titled } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { showReceipt, type Vote } from '../papers/rules.ts'
import { gotOf, titleOf } from './count.ts'
import type { PublishedPaper, Results } from './queries.ts'

const words = textsOf('ballots', 'results')

const saysOf = (vote: Vote, results: Results): string => {
  if (vote.choice) return words.choices[vote.choice]
  const short = (number: string) => `${number} ${titleOf(results, number)}`
  if (vote.ranks) return vote.ranks.map((number, place) => `${place + 1}. ${titleOf(results, number)}`).join('; ') || words.blank
  return (
    Object.entries(vote.points ?? {})
      .sort(([, a], [, b]) => b - a)
      .map(([number, points]) => words.pointsFor({ n: points, wish: short(number) }))
      .join('; ') || words.blank
  )
}

/** The published papers; a receipt finds one's own. */
export function PapersPage(props: {
  results: Results
  found: PublishedPaper | undefined
  typed: string
  page: number
  pages: number
  papers: PublishedPaper[]
}) {
  const { results, found, typed, page, pages, papers } = props
  const { locale } = useReader()
  const { ballot, account } = results
  const won = new Set(results.count.result.winners)
  const got = found && gotOf(found.vote, won)
  return (
    <Titled
      title={words.thePapers}
      meta={<a href={`/ballots/${ballot.id}/results`}>{ballot.title}</a>}
      lead={`${words.papersLead({ n: account.cast })}${ballot.secrecy === 'anonymous' ? ` ${words.nobodyCanTell}` : ''}`}
    >
      <Tabs
        label={words.result}
        items={[
          { href: `/ballots/${ballot.id}/results`, label: words.result },
          { href: `/ballots/${ballot.id}/papers`, label: words.papers, count: account.cast, current: true },
        ]}
      />
      <Filters action={`/ballots/${ballot.id}/papers`} label={words.find} values={{ receipt: typed }} submit={words.findIt}>
        <Field name="receipt" label={words.receipt} optional autocomplete="off" />
      </Filters>
      {typed && !found && <Note mood="late">{words.noReceipt({ n: account.cast })}</Note>}
      {found && (
        <Note mood="good">
          <p>{words.isCounted({ n: account.cast, vote: saysOf(found.vote, results) })}</p>
          {got !== undefined && ballot.kind === 'wishes' && <p>{words.went({ share: formatShare(locale, got) })}</p>}
          <p class="meta">
            {words.receipt}: <code>{showReceipt(found.receipt)}</code>
          </p>
        </Note>
      )}
      <Things label={words.papers} of={papers} none={<Empty title={words.noPapers} />}>
        {(paper) => (
          <Thing title={<code>{showReceipt(paper.receipt)}</code>} meta={paper.name ?? undefined}>
            <p>{saysOf(paper.vote, results)}</p>
          </Thing>
        )}
      </Things>
      <NumberedPager current={page} count={pages} hrefFor={(to) => `/ballots/${ballot.id}/papers?page=${to}`} />
    </Titled>
  )
}
