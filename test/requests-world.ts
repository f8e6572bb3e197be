import type { Actor } from '../src/actor.ts'
import { loadActor } from '../src/groups/queries.ts'
import { collateCases, ensureArea, makeRequest, saveTopic } from '../src/requests/actions.ts'
import { captureMessage, changeCase } from '../src/requests/cases/actions.ts'
import { commentOnRequest } from '../src/requests/comments-actions.ts'
import { proposeMerge } from '../src/requests/merging-actions.ts'
import { writeNote } from '../src/requests/notes-actions.ts'
import { addSynonyms } from '../src/requests/similar-actions.ts'
import { tellStory } from '../src/requests/stories-actions.ts'
import { raiseVoice } from '../src/requests/support/actions.ts'
import type { Person, World } from './world.ts'

/** Somebody of the world as an actor, as a request on the web finds her. */
export const actorOf = async (world: World, person: Person): Promise<Actor> =>
  (await loadActor(world.db, person.personId, world.clock.now, 'web')) as Actor

/** Puts people to work at institutions: Maria at Northfield, Susi at Corrib, Carla at Old Harbour. */
export async function employ(world: World): Promise<Record<'northfield' | 'corrib' | 'harbour', number>> {
  const add = async (name: string, country: string, person: Person, peopleServed: number) => {
    const { id } = await world.db
      .insertInto('organisation')
      .values({ name, kind: 'institution', country, peopleServed })
      .returning('id')
      .executeTakeFirstOrThrow()
    await world.db.insertInto('affiliation').values({ personId: person.personId, organisationId: id }).execute()
    return id
  }
  return {
    northfield: await add('Northfield University Library', 'GB', world.maria, 12_000),
    corrib: await add('Corrib Institute', 'IE', world.susi, 4_000),
    harbour: await add('Old Harbour University', 'PT', world.carla, 25_000),
  }
}

/**
 * A message that became a user case of request 1, which has support, a comment, a note and a like one (request 2) that may become one
 * with it; a story. Needs a message in the archive.
 */
export async function fillRequests(world: World) {
  const institutions = await employ(world)
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  const { groupId } = world.group
  const message = await world.db.selectFrom('message').select('id').orderBy('id').executeTakeFirstOrThrow()
  const ids = await world.write(async (tx) => {
    const areaId = await ensureArea(tx, carla, groupId, 'Library review')
    const topicId = await saveTopic(tx, carla, groupId, undefined, { name: 'Students', description: 'What they see' })
    const { caseId } = await captureMessage(tx, carla, message.id)
    await changeCase(tx, carla, caseId, { title: 'Forty calls in week two', problem: 'Students see gaps.', frequency: 'weekly', areaId })
    const facts = { kind: 'idea' as const, text: 'A **hint** for students.', visibility: 'subscribers' as const, areaId, topicId }
    const requestId = await makeRequest(
      tx,
      carla,
      groupId,
      { ...facts, title: 'A hint while items are being processed' },
      { caseIds: [caseId] },
    )
    const otherId = await makeRequest(tx, carla, groupId, {
      ...facts,
      title: 'A hint while an item is processed',
      text: 'Students see gaps.',
    })
    const concernId = await makeRequest(tx, carla, groupId, {
      kind: 'concern',
      title: 'Rollover loses library notes',
      text: 'Notes are gone.',
      visibility: 'public',
      severity: 'major',
      reproduction: '1. Roll over',
    })
    await collateCases(tx, carla, requestId, [caseId])
    await raiseVoice(tx, susi, requestId, { strength: 'must', reason: 'Forty calls a week' })
    await raiseVoice(tx, carla, otherId, { strength: 'should', reason: '' })
    await commentOnRequest(tx, susi, requestId, 'We would test it.')
    await writeNote(tx, carla, requestId, 'Ask the product manager first: a secret of the group.')
    await addSynonyms(tx, carla, groupId, ['hint', 'note', 'Hinweis'])
    const mergeId = await proposeMerge(tx, carla, otherId, requestId, 'They ask for the same')
    const storyId = await tellStory(tx, carla, groupId, {
      kind: 'success',
      title: 'Rollover in a weekend',
      text: 'We did it.',
      visibility: 'subscribers',
      areaId,
    })
    return { caseId, requestId, otherId, concernId, mergeId, storyId, areaId, topicId, messageId: message.id }
  })
  await world.settle()
  return { ...ids, ...institutions }
}
