import type { Actor } from '../../actor.ts'
import { missing } from '../../errors.ts'
import { pagesOf } from '../../lib/db/rows.ts'
import { safeName, sendFile } from '../../lib/ui/download.ts'
import { idOf, pageOf, pages } from '../../lib/ui/web.tsx'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayCollate } from '../../policy.ts'
import { listSeatOffers } from '../elections/queries.ts'
import { readReceipt } from '../papers/rules.ts'
import { bundleOf, optionsCsv, papersCsv, pbOf, pdfOf } from './exports.ts'
import { PapersPage } from './papers-view.tsx'
import { getResults, type Results } from './queries.ts'
import { recountScript } from './recount-view.tsx'
import { ResultsPage } from './views.tsx'
import { moreFirstsOf } from './why.ts'

const resultWords = textsOf('ballots', 'results')

const limit = 100
const text = (value: string): Uint8Array => Buffer.from(value, 'utf8')

/** What can be taken away, by its name. */
const files: Record<string, { type: string; make: (results: Results) => Uint8Array }> = {
  'ballot.pb': { type: 'text/csv; charset=utf-8', make: (results) => text(pbOf(results)) },
  'options.csv': { type: 'text/csv; charset=utf-8', make: (results) => text(optionsCsv(results)) },
  'papers.csv': { type: 'text/csv; charset=utf-8', make: (results) => text(papersCsv(results)) },
  'result.pdf': { type: 'application/pdf', make: pdfOf },
  'bundle.zip': { type: 'application/zip', make: bundleOf },
}

/** The requests that were chosen without a cycle, for who makes packages for the vendor; in a cycle the vendor gets its costs asked. */
function toPack(actor: Actor, { ballot, count, options }: Results): number[] {
  if (ballot.cycleId !== null || ballot.rehearsalOf !== null || !mayCollate(actor, ballot.groupId)) return []
  return count.result.winners.flatMap((number) => options.find((option) => String(option.number) === number)?.requestId ?? [])
}

export const resultPages = pages()
  .get('/ballots/:ballot/results', async (c) => {
    const results = await getResults(c.var.db, c.var.actor, idOf(c, 'ballot'))
    const offers = results.ballot.kind === 'election' ? await listSeatOffers(c.var.db, results.ballot.id) : []
    const { committed, waiting } = await c.var.offers.findCommitted(c.var.db, c.var.actor, results.ballot.id)
    return c.var.page(
      resultWords.resultOf({ title: results.ballot.title }),
      <ResultsPage
        {...{ results, offers, committed, waiting }}
        more={await moreFirstsOf(results)}
        personId={c.var.actor.personId}
        toPack={toPack(c.var.actor, results)}
      />,
      { head: recountScript() },
    )
  })
  .get('/ballots/:ballot/papers', async (c) => {
    const results = await getResults(c.var.db, c.var.actor, idOf(c, 'ballot'))
    const typed = c.req.query('receipt')?.slice(0, 100) ?? ''
    const page = pageOf(c)
    const found = typed ? results.papers.find(({ receipt }) => receipt === readReceipt(typed)) : undefined
    const papers = results.papers.slice((page - 1) * limit, page * limit)
    const count = pagesOf(results.papers.length, limit)
    return c.var.page(resultWords.thePapers, <PapersPage {...{ results, found, typed, page, papers }} pages={count} />)
  })
  .get('/ballots/:ballot/export/:file', async (c) => {
    const name = c.req.param('file')
    const file = (Object.hasOwn(files, name) ? files[name] : undefined) ?? missing(refusals.thereIsNoSuchFile)
    const results = await getResults(c.var.db, c.var.actor, idOf(c, 'ballot'))
    const bytes = file.make(results)
    return sendFile(c, { name: `${safeName(results.ballot.title, 'ballot')} - ${name}`, type: file.type, size: bytes.length }, bytes)
  })
