import { loadActor } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Db } from '../../lib/db/rows.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { JobContext } from '../../task.ts'
import { shortened } from '../../waiting.ts'
import { listToday, type TodayEntry } from '../queries.ts'
import { dropDevice, dropTold, noteDevice, noteTold } from './actions.ts'
import { findDevice, findSiteKey, isPushOpen, listDevices, listTold, listToldOf } from './queries.ts'
import { dueOf, isDaytime, outcomeOf, toldKey } from './rules.ts'
import { type Notice, tell } from './send.ts'

const t = textsOf('today', 'push')

type Hearer = NonNullable<Awaited<ReturnType<typeof loadActor>>>

/** What of somebody's is due and can still be told: as they may see it now. */
const listDue = async (db: Db, gathered: JobContext['gathered'], actor: Hearer): Promise<TodayEntry[]> =>
  dueOf(await inLanguage(actor.locale, () => listToday(db, gathered.waiting, actor)), actor)

/** Finds for each who has a device what has come near, and has their devices told: each thing once, by day. */
export async function beginPush(_: object, { db, write, gathered, now }: JobContext): Promise<void> {
  if (!(await isPushOpen(db))) return
  await write((tx) => dropTold(tx, now()))
  for (const { personId } of await listTold(db)) {
    const actor = await loadActor(db, personId, now(), 'job')
    if (!actor || !isDaytime(actor.zone, now())) continue
    const keys = (await listDue(db, gathered, actor)).map(toldKey)
    const told = await listToldOf(db, personId, keys)
    const fresh = [...new Set(keys)].filter((key) => !told.has(key))
    if (fresh.length === 0) continue
    await write(async (tx) => {
      await noteTold(tx, personId, fresh, now())
      for (const { id } of await listDevices(tx, personId)) await enqueue(tx, 'today.push', { deviceId: id, keys: fresh, tries: 1 })
    })
  }
}

/** A line of it: what comes first, until when, and how much more there is. */
function noticeOf(actor: Hearer, [first, ...others]: [TodayEntry, ...TodayEntry[]], baseUrl: string): Notice {
  const { locale, zone, zoneKnown, at } = actor
  const when = first.until
    ? sayWhen({ locale, zone: zoneKnown ? zone : null }, zone, first.until, 'instant', at)
    : first.dueOn && formatDay({ locale }, first.dueOn)
  return {
    title: shortened(first.title),
    body: [when && t.due({ when }), others.length > 0 && t.more({ n: others.length })].filter(Boolean).join(' · '),
    navigate: `${baseUrl}${others.length > 0 ? '/today' : first.href}`,
    lang: locale,
  }
}

/** Tells one device of what is due, as its person may see it at that moment; one that is no more is forgotten. */
export async function push({ deviceId, keys, tries }: { deviceId: number; keys: string[]; tries: number }, context: JobContext) {
  const { db, write, site, now, gathered, resolver, webhookNetworks = [] } = context
  const [key, device] = await Promise.all([findSiteKey(db, site.secret), findDevice(db, site.secret, deviceId, now())])
  if (!key) return
  if (!device) {
    await write((tx) => dropDevice(tx, deviceId))
    return
  }
  const actor = await loadActor(db, device.personId, now(), 'job')
  const [first, ...others] = actor ? (await listDue(db, gathered, actor)).filter((one) => keys.includes(toldKey(one))) : []
  if (!actor || !first) return
  const notice = inLanguage(actor.locale, () => noticeOf(actor, [first, ...others], site.baseUrl))
  const about = { key, baseUrl: site.baseUrl, topic: 'due' }
  const outcome = outcomeOf(await tell(device.subscription, notice, about, { resolver, allowed: webhookNetworks }), tries)
  await write(async (tx) => {
    if (outcome === 'gone') return dropDevice(tx, deviceId)
    if (typeof outcome === 'object') await enqueue(tx, 'today.push', { deviceId, keys, tries: tries + 1 }, { after: outcome.after })
    return noteDevice(tx, deviceId, outcome === 'told', now())
  })
}
