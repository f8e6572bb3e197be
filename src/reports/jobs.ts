import { sendLetter } from '../outbox/actions.ts'
import type { TaskContext } from '../task.ts'
import { markTold } from './actions.ts'
import { reportCame } from './mails.ts'
import { findReport, listTold } from './queries.ts'

/** The liaison and the steering committee hear once of a report that was approved; of its later editions they do not. */
export async function told({ reportId }: { reportId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const report = await findReport(tx, reportId)
    if (!report || report.editions === 0 || !(await markTold(tx, now(), reportId))) return
    const { group, title, fromOn, toOn, slug } = report
    const facts = { group, title, fromOn, toOn, link: `${site.baseUrl}/reports/${slug}` }
    for (const { id, ...one } of await listTold(tx, report, now()))
      await sendLetter(tx, site, now(), reportCame({ personId: id, ...one }, facts))
  })
}
