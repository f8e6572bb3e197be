import { loadActor } from '../groups/queries.ts'
import { sealToken } from '../lib/token/seal.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findEmailOf } from '../people/queries.ts'
import type { JobContext } from '../task.ts'
import { utcDay } from '../time.ts'
import { takeTodayMail } from './actions.ts'
import { waitsForYou } from './mails.ts'
import { listToday, listTodayReaders } from './queries.ts'

const year = 366 * 86_400_000

/** What waits, to each who wants it by mail; nobody in whose name nothing waits hears anything. */
export async function sendToday(_: object, { db, write, site, gathered, now }: JobContext): Promise<void> {
  const today = utcDay(now())
  for (const { personId } of await listTodayReaders(db, today)) {
    const [actor, email] = await Promise.all([loadActor(db, personId, now(), 'job'), findEmailOf(db, personId)])
    const entries = actor && email ? await listToday(db, gathered.waiting, actor) : []
    if (!actor || !email || entries.length === 0) continue
    const stop = sealToken(site.secret, 'today', personId, new Date(now().getTime() + year))
    await write(async (tx) => {
      if (!(await takeTodayMail(tx, personId, today))) return
      await sendLetter(tx, site, now(), waitsForYou({ ...actor, id: personId, email }, entries, site.baseUrl, stop))
    })
  }
}
