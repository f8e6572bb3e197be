import type { Actor } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { todayOf } from '../../time.ts'
import { moveEnd, noteNotice } from './actions.ts'
import { stepsDown } from './mails.ts'
import { lastNotice } from './rules.ts'
import { getOwnSeat, listTold } from './step-down-queries.ts'

const t = textsOf('groups', 'stepDown')

const [lettersADay, aDay] = [3, 86_400]

/** What somebody says who gives up a role. */
export interface Leaving {
  /** Their last day, from today on. */
  toOn: string
  note: string
}

/** A term of somebody's own, of a group or of an office. */
interface Own extends Omit<Parameters<typeof stepsDown>[1], 'toOn' | 'note'> {
  id: number
  toOn: string | null
  groupId: number | null
}

/**
 * Ends somebody's own term in a group; who leads the group is told by a letter, with what they wrote.
 * @returns whether that changed anything
 * @throws NotFound for a term that is not their own, or over
 * @throws Invalid where the last day lies in the past, or after the one that stands
 */
export async function stepDown(tx: Tx, site: Site, actor: Actor, id: number, leaving: Leaving): Promise<boolean> {
  await tx.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().execute()
  const held = await getOwnSeat(tx, actor, id)
  return giveUp(tx, site, actor, { ...held, path: `/roster#${held.groupSlug}` }, leaving, await listTold(tx, held, actor.at))
}

/** Ends such a term, which is locked, and tells those who see to it; as `stepDown`. */
export async function giveUp(
  tx: Tx,
  site: Site,
  actor: Actor,
  held: Own,
  { toOn, note }: Leaving,
  told: Awaited<ReturnType<typeof listTold>>,
): Promise<boolean> {
  const { id, groupId } = held
  if (toOn < todayOf(actor)) refuse('toOn', t.notBack)
  if (held.toOn !== null && toOn > held.toOn) refuse('toOn', t.notLonger)
  if (!(await moveEnd(tx, id, toOn))) return false
  // Whether they want to go on, nobody has to ask them before that day.
  await noteNotice(tx, actor.at, { id, toOn }, lastNotice)
  await record(tx, actor, { action: 'appointment.stepped-down', subject: `appointment:${id}`, groupId, details: { toOn, note } })
  // Whoever moves the day again and again writes to nobody again and again.
  if (!(await takeTurn(tx, `roster.step-down:${id}`, lettersADay, aDay, actor.at))) return true
  for (const to of told) await sendLetter(tx, site, actor.at, stepsDown(to, { ...held, toOn, note }, site.baseUrl))
  return true
}
