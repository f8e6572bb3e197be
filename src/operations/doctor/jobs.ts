import { dropRaw, noteFate } from '../../archive/actions.ts'
import { findInboundRaw } from '../../archive/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { ParsedMessage } from '../../lib/mail/message.ts'
import { parseWithin } from '../../lib/mail/parse-pool.ts'
import { type DeliveryReport, ReportError, readReport } from '../../lib/reading/delivery-report.ts'
import type { TaskContext } from '../../task.ts'
import { keepReport, mayReport } from './actions.ts'

interface Brought {
  inboundId: number
  rawId: number
  /** Did it come for nobody else? */
  alone: boolean
  /** The domain that proved to have sent it. */
  reporter: string
}

const unread = 'a report to be read'

/**
 * Takes a mail that reports on ours. A job reads it: one that takes long keeps no mail waiting.
 * @returns what became of it so far
 */
export async function takeReport(tx: Tx, brought: Brought, now: Date): Promise<string> {
  if (!(await mayReport(tx, brought.reporter, now))) return 'dropped: too many reports'
  await enqueue(tx, 'site.report', brought)
  return unread
}

/** The report that a mail brings; undefined where it brings none. */
const reportOf = ({ attachments, text }: ParsedMessage): Promise<DeliveryReport | undefined> =>
  readReport([...attachments.map(({ content }) => content), Buffer.from(text)]).catch((error: unknown) => {
    if (error instanceof ReportError) return undefined
    throw error
  })

/** Reads a report; the mail that brought it is not kept. */
export async function readDeliveryReport(
  { inboundId, rawId, alone, reporter }: Brought,
  { db, write, parser, site, now }: TaskContext,
): Promise<void> {
  const raw = await findInboundRaw(db, inboundId)
  const report = raw && (await reportOf(await parseWithin(parser, raw)))
  await write(async (tx) => {
    const fate = report ? await keepReport(tx, report, { reporter, mailDomain: site.mailDomain }, now()) : 'dropped: no report'
    await noteFate(tx, inboundId, unread, fate)
    if (alone) await dropRaw(tx, rawId, now())
  })
}
