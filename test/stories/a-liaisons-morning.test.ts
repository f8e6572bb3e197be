import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { foundGroup } from '../../src/groups/actions.ts'
import { addAction } from '../../src/groups/tasks/actions.ts'
import { mail } from '../mail.ts'
import { type MailDoor, openMailDoor, signing } from '../mail-door.ts'
import { letters, tenMinutesLater, weekBegins } from '../week-world.ts'
import type { Person } from '../world.ts'

let door: MailDoor
let lena: Person
const groups: { id: number; name: string }[] = []

/** Two user groups with fourteen working groups between them; Lena is the liaison of all, and of both steering committees. */
beforeAll(async () => {
  door = await openMailDoor(signing('lena.example', 'reject'))
  const { world } = door
  const { db, write, clock } = world
  lena = await world.addPerson('Lena')
  for (let i = 0; i < 12; i++)
    await write((tx) =>
      foundGroup(tx, program(clock.now), {
        community: i % 2 ? { slug: 'second', name: 'Second Users' } : { slug: 'lsui', name: 'Library Systems Users' },
        vendor: 'Quillon',
        product: `Product ${i % 6}`,
        group: { slug: `group-${i}`, name: `Group ${i}` },
      }),
    )
  groups.push(...(await db.selectFrom('workingGroup').select(['id', 'name']).orderBy('id').execute()))
  for (const { id } of groups) await world.give(lena, 'liaison', id)
  const communities = await db.selectFrom('community').select('id').orderBy('id').execute()
  for (const { id } of communities)
    await write((tx) =>
      tx.insertInto('appointment').values({ personId: lena.personId, role: 'steering', communityId: id, fromOn: '2026-01-01' }).execute(),
    )
  // Five tasks, each of another group, and six referents, in both user groups.
  for (const { id, name } of groups.slice(2, 7))
    await write((tx) => addAction(tx, program(clock.now), { title: `Ask ${name}`, groupId: id, ownerId: lena.personId }))
  for (let i = 0; i < 6; i++) {
    const { id: organisationId } = await db
      .insertInto('organisation')
      .values({ name: `Institution ${i}`, kind: 'institution' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const named = {
      organisationId,
      communityId: communities[i % communities.length]?.id ?? 0,
      name: `Referent ${i}`,
      email: `referent${i}@place.example`,
    }
    await db
      .insertInto('referentNaming')
      .values({ ...named, fromOn: '2026-10-01', namedBy: world.susi.personId, namedAt: clock.now })
      .execute()
  }
  // What is not hers: a colleague's task in one of her groups, and mail that is held at a list that she does not moderate.
  await write((tx) =>
    addAction(tx, program(clock.now), { title: 'A task of Carla', groupId: world.group.groupId, ownerId: world.carla.personId }),
  )
  const raw = mail({ from: 'Xaver <xaver@elsewhere.example>', subject: 'Not hers to decide', text: 'Hello' })
  await acceptMail(write, { raw, mailFrom: 'xaver@elsewhere.example', rcptTo: ['catalogo-l@lists.localhost'], via: 'cli' })
  await world.settle()
  await weekBegins(world)
})
afterAll(() => door.end())

test('A liaison’s morning', async () => {
  const { world } = door
  const { db } = world
  const [letter] = await letters(world, lena)
  if (!letter) throw new Error('no letter of the week')
  const offered = [...letter.text.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number = '', title = '']) => ({ number, title }))
  expect(offered).toHaveLength(11)
  expect(letter.text).not.toContain('Not hers to decide')
  expect(letter.text).not.toContain('A task of Carla')

  // Eleven numbers, as one writes them on a phone.
  const text = offered.map(({ number }) => `${number} yes`).join('\r\n')
  expect(await door.send(lena.email, letter.replyTo, { by: 'lena.example', subject: 'Re: week', text })).toBe(
    'an answer to a week’s letter',
  )
  const reply = (await letters(world, lena, 'site.week-answered')).at(-1)
  expect(reply?.subject).toBe('We received your answer: 11 things')
  for (const { title } of offered) expect(reply?.text).toContain(title)
  const path = /http:\/\/rapport\.test(\/today\/undo\/\w+)/.exec(reply?.text ?? '')?.[1] ?? ''
  const undo = await (await (await world.as()).get(path)).text()
  for (const { title } of offered) expect(undo.replaceAll('&#39;', '’')).toContain(title.split(':').at(-1)?.trim())

  await tenMinutesLater(world)
  const actions = await db.selectFrom('action').select(['title', 'state', 'groupId']).orderBy('id').execute()
  // Each in its own group, and nothing beside them.
  expect(actions.filter(({ state }) => state === 'done').map(({ title, groupId }) => [title, groupId])).toEqual(
    groups.slice(2, 7).map(({ id, name }) => [`Ask ${name}`, id]),
  )
  expect(actions.find(({ title }) => title === 'A task of Carla')?.state).toBe('open')
  const namings = await db.selectFrom('referentNaming').select(['state', 'communityId']).orderBy('id').execute()
  expect(namings.map(({ state }) => state)).toEqual(Array(6).fill('confirmed'))
  const seated = await db.selectFrom('appointment').select('communityId').where('role', '=', 'referent').orderBy('id').execute()
  expect(seated.map(({ communityId }) => communityId).toSorted()).toEqual(namings.map(({ communityId }) => communityId).toSorted())
  expect(await db.selectFrom('heldMail').select('state').execute()).toEqual([{ state: 'held' }])
})
