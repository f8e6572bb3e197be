import type { Actor } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { NotFound, refuse } from '../../errors.ts'
import { checkDays, type Days, nameStandIn } from '../../groups/actions.ts'
import { findHolders, findOwnTerm } from '../../groups/queries.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { withQuery } from '../../lib/ui/paths.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { mayNameStandIn } from '../../policy.ts'
import { standInAsked } from '../mails.ts'
import { getVendorGroup } from '../queries.ts'

const t = textsOf('advocacy', 'standIns')

const [lettersADay, aDay] = [3, 86_400]

/** A guest names a colleague who stands in for them; that one and the group get a mail. */
export async function nameColleague(tx: Tx, actor: Actor, groupId: number, facts: Days & { personId: number }): Promise<void> {
  const appointmentId = await nameStandIn(tx, actor, groupId, facts)
  await enqueue(tx, 'vendor.standIn', { appointmentId })
}

/**
 * A guest asks the group to invite somebody who stands in for them: those who lead it get a mail, with a link to the form as it was asked for.
 * @throws NotFound for who is no guest of the group themselves; Invalid beside the day, and where nobody leads the group
 */
export async function askForStandIn(
  tx: Tx,
  site: Site,
  actor: Actor,
  groupId: number,
  { name, email, ...days }: Days & { name: string; email: string },
): Promise<void> {
  const own = mayNameStandIn(actor, groupId) ? await findOwnTerm(tx, actor, groupId) : undefined
  if (!own) throw new NotFound(refusals.thereIsNoSuchPage)
  checkDays(actor, days, own.toOn)
  const leaders = await findHolders(tx, groupId, ['coordinator', 'deputy'], actor.at)
  if (leaders.length === 0) refuse('email', t.nobodyLeads)
  if (!(await takeTurn(tx, `vendor.standInAsked:${own.id}`, lettersADay, aDay, actor.at))) refuse('email', t.askedOften)
  const { name: group, slug } = await getVendorGroup(tx, groupId)
  const { fromOn, toOn } = days
  const path = withQuery('/desk/guests', { group: slug, for: String(own.id), name, email, fromOn, toOn })
  const asked = { group, guest: actor.name, standIn: name, email, ...days, link: `${site.baseUrl}${path}#guest` }
  for (const to of leaders) await sendLetter(tx, site, actor.at, standInAsked(to, asked))
  await record(tx, actor, { action: 'vendor.standInAsked', subject: `group:${groupId}`, groupId })
}
