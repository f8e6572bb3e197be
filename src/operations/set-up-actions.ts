import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Conflict, refuse } from '../errors.ts'
import { appoint, foundGroup } from '../groups/actions.ts'
import type { Tx } from '../lib/db/rows.ts'
import type { MemberNoun } from '../lib/ui/member-word.ts'
import { textsOf } from '../lib/ui/words.ts'
import { openList, subscribe } from '../list/actions.ts'
import { ensurePerson, guessZone } from '../people/actions.ts'
import { isEmpty } from '../people/queries.ts'
import { todayOf } from '../time.ts'
import { readSince } from './set-up-rules.ts'

const t = textsOf('operations', 'setUp')

export interface FirstFacts {
  name: string
  email: string
  community: string
  communitySlug: string
  /** What its members are called. */
  noun: MemberNoun
  vendor: string
  product: string
  group: string
  groupSlug: string
  list: string
  listTitle: string
  /** Since when they coordinate the group, as a day or a year; from today where nothing is said. */
  since?: string | undefined
}

// Two people who open the set-up page at once must not both become the first administrator.
const setUpLock = 7_272

/**
 * Makes the first administrator, group and list of an empty database.
 * @throws Conflict when somebody was faster
 */
export async function setUp(tx: Tx, actor: Actor, facts: FirstFacts): Promise<number> {
  await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(tx)
  if (!(await isEmpty(tx))) throw new Conflict(t.thisRapportIsSetUpAlready)
  const { personId, addressId } = await ensurePerson(tx, actor, {
    name: facts.name,
    email: facts.email,
    locale: actor.locale,
    verified: true,
  })
  await guessZone(tx, actor, personId, actor.zoneKnown ? actor.zone : undefined)
  const { groupId, communityId } = await foundGroup(tx, actor, {
    community: { slug: facts.communitySlug, name: facts.community, memberNoun: facts.noun },
    vendor: facts.vendor,
    product: facts.product,
    group: { slug: facts.groupSlug, name: facts.group },
  })
  const fromOn = todayOf(actor)
  await appoint(tx, actor, { personId, role: 'administrator', fromOn })
  await appoint(tx, actor, {
    personId,
    role: 'coordinator',
    groupId,
    formal: true,
    ...(readSince(facts.since ?? fromOn, fromOn) ?? refuse('since', t.since.wrong)),
  })
  const listId = await openList(tx, actor, { groupId, communityIds: [communityId], name: facts.list, title: facts.listTitle })
  await subscribe(tx, actor, { listId, groupId, personId, addressId })
  return personId
}
