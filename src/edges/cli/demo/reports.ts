import type { Actor } from '../../../actor.ts'
import { dropJobs } from '../../../lib/db/enqueue.ts'
import type { Tx } from '../../../lib/db/rows.ts'
import { approveReport, startReport } from '../../../reports/actions.ts'
import { getReport, listSections } from '../../../reports/queries.ts'
import { addSection, moveSection } from '../../../reports/sections-actions.ts'
import { actAs } from './hand.ts'

interface Year {
  /** How many years ago. */
  ago: number
  word: string
  internal?: string
  decision?: string
}

const years: readonly Year[] = [
  {
    ago: 2,
    word: 'This was the year in which we learnt to say one thing at a time. We stopped sending long lists to the vendor and sent fewer requests, each with the stories of those who need it. It took longer, and it was heard.\n\nTo everybody who wrote down a problem instead of living with it: thank you.',
  },
  {
    ago: 1,
    word: 'Two things went well: the ballot was understood by everyone who took part, and the vendor gave reasons with its answers. One thing did not: we met less often than our charter says, because three of us changed their jobs in one spring.\n\nNext year we want a deputy before we need one.',
    internal:
      'Two members have not come to a meeting since March. We ask them in person before the term ends, and we do not put names into the public report.',
    decision: 'The annual report is approved as it was circulated.',
  },
  {
    ago: 0,
    word: 'The year is not over. What stands below grows with the record until we freeze it in January; the words are for whoever wants to add to them.',
  },
]

async function toTheTop(tx: Tx, actor: Actor, slug: string, id: number): Promise<void> {
  const { id: reportId } = await getReport(tx, actor, slug)
  const at = (await listSections(tx, reportId)).findIndex((one) => one.id === id)
  for (let step = 0; step < at; step++) await moveSection(tx, actor, slug, id, 'up')
}

async function writeYear(tx: Tx, ines: Actor, group: string, now: Date, { ago, word, internal, decision }: Year): Promise<void> {
  const year = now.getUTCFullYear() - ago
  // In the January after: what came later is not in it.
  const at = ago === 0 ? now : new Date(`${year + 1}-01-20T10:00:00Z`)
  const actor = { ...ines, at: at < now ? at : now }
  const slug = await startReport(tx, actor, { group, fromOn: `${year}-01-01`, toOn: `${year}-12-31` })
  const section = { internal: false, leftOut: false }
  await toTheTop(tx, actor, slug, await addSection(tx, actor, slug, { ...section, title: 'Foreword', body: word }))
  if (internal) await addSection(tx, actor, slug, { ...section, title: 'Among ourselves', body: internal, internal: true })
  if (ago === 0) return
  await approveReport(tx, actor, slug, { public: true, ...(decision ? { decisionText: decision, decidedOn: `${year + 1}-01-20` } : {}) })
}

/** The reports of three years: two that are final, and the draft of the year that runs. */
export async function loadReports(tx: Tx, now: Date): Promise<void> {
  const ines = await actAs(tx, 'ines.albrecht@oldharbour.example', now)
  for (const year of years) await writeYear(tx, ines, 'lectio', now, year)
  // Those who were told then have read it.
  await dropJobs(tx, 'report.')
}
