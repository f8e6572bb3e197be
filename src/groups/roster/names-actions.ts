import type { Actor } from '../../actor.ts'
import { Conflict, missing, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { insertOne, type Tx } from '../../lib/db/rows.ts'
import type { Role } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayAppoint } from '../../policy.ts'
import { listRoleNames } from './queries.ts'
import { whyNotRoleName } from './rules.ts'

const t = textsOf('groups', 'rosterPage')

// More than a roster can show; a form that is sent again and again stops here.
const mostNames = 50

/** The names of a group, for who gives its roles; nobody adds one beside. */
async function lockNames(tx: Tx, actor: Actor, groupId: number) {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  await tx.selectFrom('workingGroup').select('id').where('id', '=', groupId).forUpdate().execute()
  return listRoleNames(tx, groupId)
}

/**
 * A group calls a role of its own; whoever holds it may do what the role may that it is bound to.
 * @throws Invalid for a name that there is
 */
export async function addRoleName(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { name, role, formal }: { name: string; role: Role; formal: boolean },
): Promise<number> {
  const names = await lockNames(tx, actor, groupId)
  const problem = names.length >= mostNames ? t.tooManyNames({ most: mostNames }) : whyNotRoleName(name, names)
  if (problem) refuse('name', problem)
  const id = await insertOne(tx.insertInto('roleName'), { groupId, name, role, formal })
  await record(tx, actor, { action: 'roleName.added', subject: `group:${groupId}`, groupId, details: { title: name, role } })
  return id
}

/**
 * Calls a role otherwise, wherever it stands. What it may do stays: who holds it was given that.
 * @throws Invalid for a name that another one has
 */
export async function renameRole(
  tx: Tx,
  actor: Actor,
  { groupId, id, name, formal }: { groupId: number; id: number; name: string; formal?: boolean },
): Promise<void> {
  const names = await lockNames(tx, actor, groupId)
  const was = names.find((one) => one.id === id) ?? missing(t.nameNotFound)
  const problem = whyNotRoleName(name, names, id)
  if (problem) refuse('name', problem)
  await tx.updateTable('roleName').set({ name, formal }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'roleName.changed', subject: `group:${groupId}`, groupId, details: { was: was.name, becomes: name } })
}

/**
 * Takes a name away that nobody has had.
 * @throws Conflict where terms stand under it
 */
export async function removeRoleName(tx: Tx, actor: Actor, groupId: number, id: number): Promise<void> {
  const was = (await lockNames(tx, actor, groupId)).find((one) => one.id === id) ?? missing(t.nameNotFound)
  if (was.terms > 0) throw new Conflict(t.nameInUse)
  await tx.deleteFrom('roleName').where('id', '=', id).execute()
  await record(tx, actor, { action: 'roleName.removed', subject: `group:${groupId}`, groupId, details: { title: was.name } })
}
