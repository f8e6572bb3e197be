import type { Actor } from '../../actor.ts'
import { Conflict, Invalid } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { AnswerDoor } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isWebAddress } from '../../lib/web-address.ts'
import { todayOf, utcDay } from '../../time.ts'
import { checkLeads, findRequestOf } from '../core/actions.ts'
import { takeAnswer } from './actions.ts'
import { findAskedItem } from './queries.ts'
import { faultsOf, type GivenAnswer } from './rules.ts'

const t = textsOf('advocacy', 'answers')

/** What a coordinator records of a call, a meeting, a mail or the portal. */
export interface Recorded {
  requestId: number
  given: GivenAnswer
  door: AnswerDoor
  givenName: string
  /** YYYY-MM-DD. */
  givenOn: string
  link: string
}

/**
 * Records an answer that came outside Rapport.
 * @returns its id
 * @throws Invalid where it is no answer, beside the field; Conflict when it is on record already
 */
export async function recordAnswer(tx: Tx, actor: Actor, groupId: number, facts: Recorded): Promise<number> {
  checkLeads(actor, groupId)
  const request = await findRequestOf(tx, groupId, facts.requestId, { lock: true })
  if (!request) throw new Invalid(refusals.pleaseLookAgain, { requestId: t.thereIsNoRequest({ requestId: facts.requestId }) })
  const today = todayOf(actor)
  if (facts.link && !isWebAddress(facts.link)) throw new Invalid(refusals.pleaseLookAgain, { link: t.enterWebAddressExampleHttps })
  if (facts.givenOn > today) throw new Invalid(refusals.pleaseLookAgain, { givenOn: t.chooseTodayEarlierDate })
  const item = await findAskedItem(tx, facts.requestId, facts.givenOn)
  const givenAt = facts.givenOn === today ? actor.at : new Date(`${facts.givenOn}T12:00:00Z`)
  const { door, givenName, link } = facts
  const from = { door, givenName, link, givenAt }
  const taken = await takeAnswer(tx, actor, { groupId, requestId: facts.requestId, itemId: item?.id }, facts.given, from)
  if (taken.open) throw new Invalid(refusals.pleaseLookAgain, faultsOf(facts.given, utcDay(givenAt)))
  if (taken.answerId === undefined) throw new Conflict(t.answerAlreadyRecorded)
  return taken.answerId
}
