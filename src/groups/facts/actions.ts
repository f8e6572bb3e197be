import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeOne, insertNew, insertNewRow, orNoId, type Tx } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayAdminister } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { listCommunities } from '../queries.ts'
import { settingsOfAll } from '../user-groups/queries.ts'
import { getKeptFacts, listHosted } from './queries.ts'
import { type GroupFacts, hostKey, whyNotFacts } from './rules.ts'

const t = textsOf('groups', 'facts')

/**
 * Changes what a group says of itself: its name, its sentence, the day on which it was founded. Its address stays.
 * @throws NotFound for who does not see to it; Invalid for a day that is still to come
 */
export async function changeFacts(tx: Tx, actor: Actor, slug: string, facts: GroupFacts): Promise<boolean> {
  const group = await getKeptFacts(tx, actor, slug, { lock: true })
  const problems = whyNotFacts(facts, todayOf(actor))
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.pleaseLookAgain, problems)
  if (!(await changeOne(tx.updateTable('workingGroup'), group.id, facts))) return false
  // Its clauses are found under its name.
  if (facts.name !== group.name) await enqueue(tx, 'charter.refind', { groupId: group.id })
  await record(tx, actor, { action: 'group.changed', subject: `group:${group.id}`, groupId: group.id })
  return true
}

async function lockAsAdministrator(tx: Tx, actor: Actor, slug: string) {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return getKeptFacts(tx, actor, slug, { lock: true })
}

/**
 * Says to which user groups a group belongs, and which of them host its lists together; what is left out stays.
 * @param hosts as `hostKey` writes them; a user group that the group does not belong to hosts no list of it
 * @throws NotFound for who does not administer; Invalid for none, or for one that there is not
 */
export async function setUserGroups(
  tx: Tx,
  actor: Actor,
  slug: string,
  { communityIds, hosts }: { communityIds?: readonly number[]; hosts?: readonly string[] },
): Promise<void> {
  const group = await lockAsAdministrator(tx, actor, slug)
  const known = new Set((await listCommunities(tx)).map(({ id }) => id))
  const held = await tx.selectFrom('groupCommunity').select('communityId').where('groupId', '=', group.id).execute()
  const chosen = [...new Set(communityIds ?? held.map(({ communityId }) => communityId))]
  if (chosen.length === 0) throw new Invalid(refusals.pleaseLookAgain, { communityIds: t.chooseLeastOneUserGroup })
  if (chosen.some((id) => !known.has(id))) throw new Invalid(refusals.pleaseLookAgain, { communityIds: t.chooseUserGroupsList })
  await tx.deleteFrom('groupCommunity').where('groupId', '=', group.id).where('communityId', 'not in', chosen).execute()
  await insertNew(
    tx.insertInto('groupCommunity'),
    chosen.map((communityId) => ({ groupId: group.id, communityId })),
  )
  for (const { id: listId, communityIds: present } of await listHosted(tx, group.id)) {
    const hosting = chosen.filter((communityId) => (hosts ? hosts.includes(hostKey(listId, communityId)) : present.includes(communityId)))
    await tx.deleteFrom('listCommunity').where('listId', '=', listId).where('communityId', 'not in', orNoId(hosting)).execute()
    await insertNew(
      tx.insertInto('listCommunity'),
      hosting.map((communityId) => ({ listId, communityId })),
    )
  }
  await record(tx, actor, { action: 'group.userGroupsSet', subject: `group:${group.id}`, groupId: group.id })
}

/**
 * Writes down another user group, to which the group belongs from now on.
 * @throws NotFound for who does not administer; Invalid where the site has one of that name or short name
 */
export async function addUserGroup(
  tx: Tx,
  actor: Actor,
  slug: string,
  { name, slug: short }: { name: string; slug: string },
): Promise<number> {
  const group = await lockAsAdministrator(tx, actor, slug)
  const same = (await listCommunities(tx)).find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (same) throw new Invalid(refusals.pleaseLookAgain, { name: t.alreadySiteSelectAbove({ name: same.name }) })
  const made = await insertNewRow(tx.insertInto('community').returning('id'), { slug: short, name, ...(await settingsOfAll(tx)) })
  if (!made) throw new Invalid(refusals.pleaseLookAgain, { slug: t.shortNameTakenChooseAnother })
  await tx.insertInto('groupCommunity').values({ groupId: group.id, communityId: made.id }).execute()
  await record(tx, actor, { action: 'group.userGroupAdded', subject: `group:${group.id}`, groupId: group.id })
  return made.id
}
