import type { Site } from '../../config.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { sealKeys } from '../../lib/token/seal.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { linkLetter } from '../actions.ts'
import type { TellRow } from '../core/told-queries.ts'
import { type Recipient, tellMeetings } from '../mails.ts'
import { nameHosts, toldOf } from '../told.ts'
import { forgetSeriesTold, linkSeriesLetter, markSeriesTold } from './actions.ts'
import { endedSeries, type ToldSeries, tellSeries } from './mails.ts'
import { readSeriesFor } from './queries.ts'
import { deviates, howToTell, ruleOf } from './rules.ts'

type Read = Awaited<ReturnType<typeof readSeriesFor>>

/** Somebody to whom something is new of a series, and what. */
interface News {
  site: Site
  at: Date
  to: Recipient
  rows: readonly TellRow[]
}

const isOff = ({ state, withdrawnAt }: TellRow): boolean => state === 'cancelled' || withdrawnAt !== null

/** Tells of single meetings that are another than the rule of their series says; what it says already is in their calendar. */
async function tellSingly(tx: Tx, { site, at, to, rows }: News, { series }: Read, uid: string, replyTo: string): Promise<void> {
  for (const row of rows) {
    const { recursAt } = row
    if (recursAt === null || (!isOff(row) && row.toldVersion === null && !deviates({ ...row, recursAt }, series))) continue
    const one = { ...toldOf(row, site), series: { uid, sequence: series.sequence, recursAt, zone: series.zone, replyTo } }
    await linkLetter(tx, [row], await sendLetter(tx, site, at, tellMeetings(to, [one], site.baseUrl, at)))
  }
}

function factsOf({ series, told, meetings }: Read, rows: readonly TellRow[], uid: string, replyTo: string): ToldSeries {
  // What they are not invited to is off for them, though the rule says it: such as what was cancelled before they joined.
  const said = meetings.map((one) => ({ ...one, off: one.state === 'cancelled' || !one.invited, partstat: one.partstat ?? 'needs-action' }))
  const first = said.findIndex(({ off }) => !off)
  return {
    ...{ uid, replyTo, slug: series.slug, title: series.title, place: series.place, zone: series.zone, minutes: series.minutes },
    ...{ sequence: series.sequence, rule: ruleOf(series), known: told !== undefined },
    host: rows[0] ? nameHosts(rows[0].locale, rows[0].hosts) : '',
    meetings: first < 0 ? said : said.slice(first),
  }
}

/** Tells somebody what is new of a series: all of it in one mail, or of a meeting that is another than its rule says. */
export async function tellOfSeries(tx: Tx, news: News, seriesId: number): Promise<void> {
  const { site, at, to, rows } = news
  const read = await readSeriesFor(tx, seriesId, to.personId, at)
  const { series, told, meetings } = read
  const how = howToTell(series, told?.sequence, meetings.filter(({ invited, state }) => invited && state === 'planned').length)
  if (how === 'nothing' || series.uid === null) return
  const id = how === 'whole' || !told ? await markSeriesTold(tx, seriesId, to.personId, series.sequence) : told.id
  const replyTo = `reply+${sealKeys(site.secret, 'series', id).reply}@${site.mailDomain}`
  if (how === 'single') return tellSingly(tx, news, read, series.uid, replyTo)
  const facts = factsOf(read, rows, series.uid, replyTo)
  const letter = how === 'ended' ? endedSeries(to, facts, site.baseUrl, at) : tellSeries(to, facts, site.baseUrl, at)
  const letterId = await sendLetter(tx, site, at, letter)
  await linkLetter(tx, rows, letterId)
  if (how === 'ended') await forgetSeriesTold(tx, seriesId, to.personId)
  else await linkSeriesLetter(tx, id, letterId)
}
