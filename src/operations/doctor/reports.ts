import type { Config } from '../../config.ts'
import type { Db } from '../../lib/db/rows.ts'
import { type Finding, findingsOf, found } from './finding.ts'
import { findReports } from './queries.ts'

const say = findingsOf('outgoing')

// One that is forwarded somewhere fails for no fault of ours.
const mostFailing = 0.05

/** What other servers reported of our mail; nothing where none did. */
export async function checkReports(
  db: Db,
  { mailDomain: domain, baseUrl }: Pick<Config, 'mailDomain' | 'baseUrl'>,
  now: Date,
): Promise<Finding[]> {
  const reports = await findReports(db, now)
  const url = `${baseUrl}/admin/doctor#reports`
  return (['sent', 'encryption'] as const).flatMap((kind) => {
    const { good, bad } = reports[kind]
    const all = good + bad
    if (all === 0) return []
    const text = found.reports[kind]({ good, all, domain })
    return [bad > all * mostFailing ? say.note(text, found.reports[`${kind}Todo`]({ url })) : say.ok(text)]
  })
}
