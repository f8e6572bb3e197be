import { takeTurn } from '../../lib/db/limit.ts'
import { insertNew, type Tx } from '../../lib/db/rows.ts'
import type { DeliveryReport } from '../../lib/reading/delivery-report.ts'

// Each of a large provider's parts sends one a day.
const perReporter = 20
const perDay = 500
const day = 86_400
// A year and what is left of the month before it.
const keptDays = 400

/** Is a report about this very domain (what is above it has other mail, too), and about days that can have been? */
const isOurs = ({ domain, from, until }: DeliveryReport, mailDomain: string, now: Date): boolean =>
  mailDomain === domain &&
  // The first day as well: no database has one of thirty thousand years ago.
  from.getTime() > now.getTime() - keptDays * day * 1_000 &&
  until.getTime() < now.getTime() + 2 * day * 1_000

/**
 * Keeps what another server reports of our mail; what it reported before counts once.
 * @param reporter the domain that proved to have sent it
 * @returns what became of it
 */
export async function keepReport(
  tx: Tx,
  report: DeliveryReport,
  { reporter, mailDomain }: { reporter: string; mailDomain: string },
  now: Date,
): Promise<string> {
  if (!isOurs(report, mailDomain, now)) return 'dropped: a report on other mail'
  const { kind, number, organisation, from: fromAt, until: untilAt, good, bad } = report
  const [refused, details] = report.kind === 'sent' ? [report.refused, report.sources] : [0, report.failures]
  const values = { kind, reporter, number, organisation, fromAt, untilAt, good, bad, refused, details: JSON.stringify(details) }
  return (await insertNew(tx.insertInto('deliveryReport'), values)) ? 'read: a report' : 'dropped: reported before'
}

/** Whether one more report is read, of this domain and of all. */
export const mayReport = async (tx: Tx, reporter: string, now: Date): Promise<boolean> =>
  (await takeTurn(tx, `report:${reporter}`, perReporter, day, now)) && (await takeTurn(tx, 'report', perDay, day, now))

/** Drops reports of days long past. */
export async function sweepReports(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom('deliveryReport')
    .where('untilAt', '<', new Date(now.getTime() - keptDays * day * 1_000))
    .execute()
}
