import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { appoint } from '../../src/groups/actions.ts'
import { sealToken } from '../../src/lib/token/seal.ts'
import { makeRequest, setRequestRule } from '../../src/requests/actions.ts'
import { commentOnRequest } from '../../src/requests/comments-actions.ts'
import { proposeMerge } from '../../src/requests/merging-actions.ts'
import { openAffirmation, raiseVoice } from '../../src/requests/support/actions.ts'
import { lettersTo, linkTo } from '../letters.ts'
import { actorOf, employ } from '../requests-world.ts'
import { withoutWeek } from '../week-world.ts'
import { makeWorld, type World } from '../world.ts'

// A link of a letter opens for months, whoever has it. What it shows is what the person of the letter may read today.
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await employ(world)
})
afterAll(() => world.end())

const make = async (title: string, visibility: 'subscribers' | 'group') =>
  world.write(async (tx) => {
    const facts = { kind: 'idea' as const, title, text: `The words of ${title}.`, visibility }
    return makeRequest(tx, await actorOf(world, world.carla), world.group.groupId, facts)
  })

const shown = async (path: string): Promise<string> => {
  const answer = await (await world.as()).get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

const keepTo = (id: number, visibility: 'subscribers' | 'group', title: string) =>
  world.db.updateTable('request').set({ visibility, title }).where('id', '=', id).execute()

test('the link that ends following says a title to who may still read it alone', async () => {
  const id = await make('Open following', 'subscribers')
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  await world.write((tx) => commentOnRequest(tx, susi, id, 'We would test it.'))
  await world.write((tx) => commentOnRequest(tx, carla, id, 'Good.'))
  await world.settle()
  const link = await linkTo(world, world.susi.email, 'requests.comment', '/requests/follow/')
  expect(await shown(link)).toContain('Open following')
  await keepTo(id, 'group', 'What nobody else knows')
  const page = await shown(link)
  expect(page).not.toContain('What nobody else knows')
  expect(page).toContain(`>Request ${id}<`)
  const ended = await (await (await world.as()).post(link, { following: 'no' })).text()
  expect(ended).not.toContain('What nobody else knows')
})

test('who is asked what an institution stands behind reads titles that they may still read alone', async () => {
  const [kept, open] = [await make('Support here', 'subscribers'), await make('Support there', 'subscribers')]
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  await world.write((tx) => setRequestRule(tx, carla, world.group.groupId, { referentConfirms: true, mergeDays: 14 }))
  for (const id of [kept, open]) await world.write((tx) => raiseVoice(tx, susi, id, { strength: 'must', reason: '' }))
  const { organisationId } = await world.db
    .selectFrom('affiliation')
    .select('organisationId')
    .where('personId', '=', world.susi.personId)
    .executeTakeFirstOrThrow()
  const speaks = { personId: world.susi.personId, role: 'referent' as const, communityId: world.group.communityId, organisationId }
  await world.write((tx) => appoint(tx, program(world.clock.now), { ...speaks, fromOn: '2026-01-01' }))
  await world.settle()
  const linkOf = async (about: 'supportId' | 'affirmationId') => {
    const questions = world.db.selectFrom('supportQuestion').select('id').where('personId', '=', world.susi.personId)
    const { id } = await questions.where(about, 'is not', null).orderBy('id', 'desc').executeTakeFirstOrThrow()
    return `/support/${sealToken(world.site.secret, 'support', id)}`
  }
  const link = await linkOf('supportId')
  expect(await shown(link)).toContain('Support there')
  await world.write((tx) => setRequestRule(tx, carla, world.group.groupId, { referentConfirms: false, mergeDays: 14 }))
  await world.db.updateTable('support').set({ state: 'standing' }).where('requestId', 'in', [kept, open]).execute()
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  const later = { ...carla, at: world.clock.now }
  await world.write((tx) => openAffirmation(tx, later, world.group.groupId, { name: 'Cycle 2027', closesOn: '2027-11-10' }))
  await world.settle()
  const all = await linkOf('affirmationId')
  expect(await shown(all)).toContain(`${kept} Support here`)
  await keepTo(kept, 'group', 'What nobody else knows')
  await keepTo(open, 'group', 'What nobody else hears')
  expect(await shown(link)).not.toContain('What nobody else hears')
  expect(await shown(link)).toContain(`Request ${open}`)
  const page = await shown(all)
  expect(page).not.toContain('What nobody else')
  expect(page).toContain(`Request ${kept} (`)
})

test('who is asked about a merge reads no word of a request that is the group’s alone', async () => {
  const [source, target] = [await make('Open source', 'subscribers'), await make('Hush project', 'group')]
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  await world.write((tx) => raiseVoice(tx, susi, source, { strength: 'must', reason: '' }))
  await world.write((tx) => proposeMerge(tx, carla, source, target, 'One need'))
  await world.settle()
  const { id } = await world.db.selectFrom('mergeNotice').select('id').where('personId', '=', world.susi.personId).executeTakeFirstOrThrow()
  const link = `/merge/${sealToken(world.site.secret, 'merge', id)}`
  const page = await shown(link)
  expect(page).toContain('The words of Open source.')
  expect(page).not.toContain('Hush project')
  // She is told in the letter of the week, by the subject that a letter of its own would have.
  const lines = await world.db.selectFrom('weekLine').select('subject').where('kind', '=', 'requests.merge-proposed').execute()
  expect(lines).toEqual([{ subject: expect.stringMatching(new RegExp(`Open source.*Request ${target}`)) }])
  // As soon as those who support it may read the other as well, both are shown.
  await keepTo(target, 'subscribers', 'Hush project')
  expect(await shown(link)).toContain('The words of Hush project.')
  // Where it comes as a letter of its own, it leads to no request that she may not open.
  await withoutWeek(world)
  const [one, hidden] = [await make('Open once more', 'subscribers'), await make('Hush again', 'group')]
  await world.write((tx) => raiseVoice(tx, susi, one, { strength: 'must', reason: '' }))
  await world.write((tx) => proposeMerge(tx, carla, one, hidden, 'One need'))
  await world.settle()
  const told = (await lettersTo(world, world.susi.email, 'requests.merge-proposed')).at(-1)?.text
  expect([told?.includes('Open once more'), told?.includes('/merge/'), /\/requests\/\d/.test(told ?? '')]).toEqual([true, true, false])
})
