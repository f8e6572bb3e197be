import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import { Conflict, missing, NotFound, refuse } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { findSiteName } from '../outbox/queries.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { whyNotPeriod } from '../people/rules.ts'
import { isHerself, mayAdminister } from '../policy.ts'
import { utcDay } from '../time.ts'
import { appoint, tellHolder } from './core/actions.ts'
import { findOffice, isAdministeredAfter, isLastAdministrator, listToldOfOffice } from './offices-queries.ts'
import { getOwnOffice, type OwnOffice } from './own-offices-queries.ts'
import { listCommunities } from './queries.ts'
import { giveUp, type Leaving } from './roster/step-down-actions.ts'

const t = textsOf('groups', 'offices')

/** An office of the site or of a user group: without one, they administer the site. */
export interface NewOffice {
  email: string
  communityId: number | undefined
  fromOn: string
  toOn: string | null
  how: string
}

// In their own name: who looks at the site as somebody else gives nobody anything.
function assertAdministrator(actor: Actor): void {
  if (!mayAdminister(actor) || !isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

/**
 * Lets somebody administer the site, or sit on the steering committee of a user group, for some days, and tells them by a letter.
 * @throws NotFound for who does not administer; Invalid where nobody has the address, or the days cannot be
 */
export async function giveOffice(tx: Tx, actor: Actor, { email, communityId, ...term }: NewOffice): Promise<void> {
  assertAdministrator(actor)
  const person = await findPersonByEmail(tx, email)
  // What nobody has confirmed may stand with somebody else.
  if (!person?.verifiedAt) refuse('email', t.nobodyHereHasConfirmedThis)
  if (communityId !== undefined && !(await listCommunities(tx)).some(({ id }) => id === communityId))
    refuse('office', refusals.chooseOneOfThoseThatAre)
  const of = communityId === undefined ? { role: 'administrator' as const } : { role: 'steering' as const, communityId }
  const id = await appoint(tx, actor, { personId: person.id, ...of, ...term })
  await tellHolder(tx, actor, id, { personId: person.id, fromOn: term.fromOn })
}

/**
 * Says on which day such a term ends.
 * @throws NotFound for who does not administer; Invalid where it would end before it began, or nobody would administer the site
 */
export async function endOffice(tx: Tx, actor: Actor, id: number, toOn: string): Promise<void> {
  assertAdministrator(actor)
  await lockOffices(tx, id)
  const held = (await findOffice(tx, id)) ?? missing(t.termNotFound)
  const refusal = held.fromOn === null ? undefined : whyNotPeriod({ fromOn: held.fromOn, toOn }, [])
  if (refusal) refuse('toOn', refusal.problem)
  await assertAdministered(tx, held, toOn)
  await tx.updateTable('appointment').set({ toOn }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'appointment.ended', subject: `appointment:${id}`, details: { toOn } })
}

/** All in one order, so that two who end each other's term, or both their own, do it one after the other. */
async function lockOffices(tx: Tx, id: number): Promise<void> {
  await tx
    .selectFrom('appointment')
    .select('id')
    .where((e) => e.or([e('id', '=', id), e('role', '=', 'administrator')]))
    .orderBy('id')
    .forUpdate()
    .execute()
}

/**
 * Whoever is erased leaves the site an administrator. Of two who are erased by each other at the same instant, one stays.
 * @throws Conflict where nobody else would administer the site tomorrow
 */
export async function keepAdministered(tx: Tx, personId: number, at: Date): Promise<void> {
  await lockOffices(tx, 0)
  if (await isLastAdministrator(tx, personId, utcDay(at))) throw new Conflict(t.siteNeedsOther)
}

async function assertAdministered(tx: Tx, { id, role }: { id: number; role: string }, toOn: string): Promise<void> {
  if (role === 'administrator' && !(await isAdministeredAfter(tx, toOn, id))) refuse('toOn', t.siteNeedsAdministratorAfter)
}

/**
 * Ends somebody's own such term, or what they are for an institution or for the vendor; who sees to it is told, with what they wrote.
 * @returns whether that changed anything
 * @throws as `stepDown` does; Invalid as well where nobody would administer the site
 */
export async function leaveOffice(tx: Tx, site: Site, actor: Actor, id: number, leaving: Leaving): Promise<boolean> {
  await lockOffices(tx, id)
  const held = await getOwnOffice(tx, actor, id)
  await assertAdministered(tx, held, leaving.toOn)
  const group = held.group ?? held.community ?? (await findSiteName(tx))
  const own = { ...held, title: null, group, path: pathOf(held) }
  return giveUp(tx, site, actor, own, leaving, await listToldOfOffice(tx, held, actor.at))
}

/** Where somebody else is appointed, invited or confirmed. */
function pathOf({ role, groupSlug }: OwnOffice): string {
  if (role === 'referent') return '/referents'
  return role === 'vendor_guest' ? `/desk/guests?group=${groupSlug}` : '/admin/offices'
}
