import { type Actor, program } from '../actor.ts'
import { dropBytesOf } from '../archive/actions.ts'
import { Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { type Db, type Tx, upsertRow } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { emptyOldRequests } from '../list/actions.ts'
import { letGo } from '../outbox/actions.ts'
import { dropOldSessions } from '../people/actions.ts'
import { mayAdminister } from '../policy.ts'
import { daysBefore, type KindKey, listOldIncoming } from './retention-queries.ts'
import { kinds, whyNotDays } from './retention-rules.ts'

/**
 * An administrator says how long things of each kind are kept.
 * @param days by kind; undefined: for ever
 * @throws Invalid with the sentence at its field
 */
export async function setRetention(tx: Tx, actor: Actor, days: Record<string, number | null | undefined>): Promise<void> {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const problems = Object.fromEntries(
    kinds.flatMap((kind) => (whyNotDays(kind, days[kind.key]) ? [[kind.key, whyNotDays(kind, days[kind.key]) ?? '']] : [])),
  )
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.pleaseLookAgain, problems)
  for (const { key } of kinds) {
    const chosen = days[key]
    const before = await tx.selectFrom('retentionRule').select('days').where('kind', '=', key).executeTakeFirst()
    if (chosen === undefined || (before?.days ?? null) === chosen) continue
    if (chosen === null) await tx.deleteFrom('retentionRule').where('kind', '=', key).execute()
    else {
      const rule = { days: chosen, changedAt: actor.at, changedBy: actor.personId }
      await upsertRow(tx.insertInto('retentionRule'), { kind: key }, rule)
    }
    await record(tx, actor, { action: 'retention.changed', subject: `retention:${key}`, details: { days: chosen } })
  }
}

const limit = 5_000

/** How a kind is let go of; each answers with how many there were in one portion. */
const acts: Record<KindKey, (tx: Tx, before: Date, at: Date) => Promise<bigint | number | undefined>> = {
  letters: (tx, before) => letGo.letters(tx, before, limit),
  deliveries: (tx, before) => letGo.deliveries(tx, before, limit),
  bounces: (tx, before) => letGo.bounces(tx, before, limit),
  requests: (tx, before) => emptyOldRequests(tx, before, limit),
  sessions: (tx, before) => dropOldSessions(tx, before, limit),
  incoming: async (tx, before, at) => dropBytesOf(tx, await listOldIncoming(tx, before, limit), at),
}

/** Lets go of what is older than its rule says; each portion with its journal line in a transaction of its own. */
export async function applyRetention(db: Db, write: <T>(act: (tx: Tx) => Promise<T>) => Promise<T>, now: Date): Promise<void> {
  const rules = await db.selectFrom('retentionRule').select(['kind', 'days']).execute()
  for (const { kind, days } of rules) {
    const act = acts[kind as KindKey]
    if (!act) continue
    for (let portion = limit; portion === limit; ) {
      portion = await write(async (tx) => {
        const gone = Number((await act(tx, daysBefore(now, days), now)) ?? 0)
        if (gone > 0)
          await record(tx, program(now), { action: 'retention.applied', subject: `retention:${kind}`, details: { count: gone, days } })
        return gone
      })
    }
  }
}
