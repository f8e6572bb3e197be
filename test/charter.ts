import type { Actor } from '../src/actor.ts'
import { addClause, adopt, startDraft } from '../src/charter/clauses/actions.ts'
import { getCharterGroup } from '../src/charter/clauses/queries.ts'
import { loadActor } from '../src/groups/queries.ts'
import type { World } from './world.ts'

/** Carla as she acts today. */
export async function carlaOf(world: World): Promise<Actor> {
  const actor = await loadActor(world.db, world.carla.personId, world.clock.now, 'web')
  if (!actor) throw new Error('Carla is not there.')
  return actor
}

/** The charter of a product working group, drafted from the template and adopted; in force since a day. */
export async function adoptTemplate(world: World, inForceOn = '2020-01-01'): Promise<number> {
  const carla = await carlaOf(world)
  return world.write(async (tx) => {
    const group = await getCharterGroup(tx, carla, 'lectio')
    const id = await startDraft(tx, carla, group, { from: 'template' })
    await adopt(tx, carla, id, { inForceOn, reviewOn: '2027-06-01', decisionText: 'Charter adopted.', decidedOn: inForceOn })
    return id
  })
}

/** The line of a clause of the version in force, by its number. */
export async function lineOf(world: World, number: string): Promise<number> {
  const row = await world.db
    .selectFrom('charterClause')
    .select('lineId')
    .where('number', '=', number)
    .orderBy('versionId', 'desc')
    .executeTakeFirstOrThrow()
  return row.lineId
}

/** The next version as a draft beside it, with one clause. @returns its id */
export async function draftNext(world: World): Promise<number> {
  const carla = await carlaOf(world)
  return world.write(async (tx) => {
    const id = await startDraft(tx, carla, await getCharterGroup(tx, carla, 'lectio'), { from: 'empty' })
    await addClause(tx, carla, id, { number: 'O1', kind: 'duty', text: 'The group keeps its promises.' })
    return id
  })
}
