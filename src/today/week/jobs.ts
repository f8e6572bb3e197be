import { loadActor } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { pluck } from '../../lib/pluck.ts'
import { sealReply, sealToken } from '../../lib/token/seal.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { sendLetter, takeWeek, takeWeekLines } from '../../outbox/actions.ts'
import { listWeekReaders } from '../../outbox/queries.ts'
import { findEmailOf } from '../../people/queries.ts'
import type { JobContext, TaskContext } from '../../task.ts'
import { dropPutOff } from '../decisions-actions.ts'
import { undoFor } from '../decisions-rules.ts'
import { listToday, warningsOf } from '../queries.ts'
import { type Became, dropOldWeeks, noteWeek } from './actions.ts'
import { weekAnswered, weekLetter } from './mails.ts'
import { findWeek } from './queries.ts'
import { weekDayDue } from './rules.ts'

const day = 86_400_000
const year = 366 * day
const answersLast = 60 * day
const atOnce = 200

/** Whose hour of the week it is: each gets a job of their own, so that one letter that cannot be written costs nobody else theirs. */
export async function beginWeek(_: object, { db, write, now }: TaskContext): Promise<void> {
  const due = (await listWeekReaders(db)).flatMap(({ personId, zone, lookedOn, ...choice }) => {
    const on = weekDayDue(choice, zone, now())
    return on !== undefined && (lookedOn === null || lookedOn < on) ? [{ personId, day: on }] : []
  })
  for (let from = 0; from < due.length; from += atOnce)
    await write(async (tx) => {
      for (const one of due.slice(from, from + atOnce)) await enqueue(tx, 'today.week', one, { key: `today.week:${one.personId}` })
    })
  await write(async (tx) => {
    await dropPutOff(tx, now())
    await dropOldWeeks(tx, new Date(now().getTime() - answersLast - day))
  })
}

/** Everything that waits for somebody, in one letter, kept in the transaction that marks their week. Nothing goes out where nothing waits that is worth a letter. */
export async function sendWeek({ personId, day: on }: { personId: number; day: string }, context: JobContext): Promise<void> {
  const { write, site, gathered, now } = context
  await write(async (tx) => {
    const [actor, email] = [await loadActor(tx, personId, now(), 'job'), await findEmailOf(tx, personId)]
    if (!actor || !email || !(await takeWeek(tx, personId, on))) return
    // The numbers of the last letter are those of that week.
    const waits = await inLanguage(actor.locale, () => listToday(tx, gathered.waiting, actor))
    const warning = await warningsOf(tx, waits, actor.locale)
    const entries = waits.map((entry, at) => ({ ...entry, n: at + 1, warning: warning(entry) }))
    const lines = await takeWeekLines(tx, personId)
    if (lines.length === 0 && entries.every(({ quiet }) => quiet)) return
    const weekId = await noteWeek(tx, personId, pluck(entries, 'key'), now())
    const until = new Date(now().getTime() + answersLast)
    await sendLetter(
      tx,
      site,
      now(),
      weekLetter({ ...actor, id: personId, email }, entries, lines, {
        baseUrl: site.baseUrl,
        replyTo: `reply+${sealReply(site.secret, 'week', weekId, until)}@${site.mailDomain}`,
        stop: sealToken(site.secret, 'today', personId, new Date(now().getTime() + year)),
      }),
    )
  })
}

/** Says what an answer to a week's letter has done, with the link that takes it back. */
export async function answered(
  { weekId, batch, became, unclear }: { weekId: number; batch: number; became: Became[]; unclear: string[] },
  { db, write, site, now }: TaskContext,
): Promise<void> {
  const week = await findWeek(db, weekId)
  const [actor, email] = week ? [await loadActor(db, week.personId, now(), 'job'), await findEmailOf(db, week.personId)] : []
  if (!week || !actor || !email) return
  const until = new Date(now().getTime() + answersLast)
  const undo = `${site.baseUrl}/today/undo/${sealToken(site.secret, 'undo', batch, new Date(now().getTime() + day))}`
  await write((tx) =>
    sendLetter(
      tx,
      site,
      now(),
      weekAnswered({ ...actor, id: week.personId, email }, became, unclear, {
        undo,
        // Counted from now: the answer may have waited for a moment, the decisions were made with it.
        minutes: undoFor / 60_000,
        link: `${site.baseUrl}/today`,
        replyTo: `reply+${sealReply(site.secret, 'week', weekId, until)}@${site.mailDomain}`,
      }),
    ),
  )
}
