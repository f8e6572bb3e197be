import { expect, onTestFinished, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { captureMessage } from '../../src/requests/cases/actions.ts'
import { listSupporters } from '../../src/requests/support/queries.ts'
import { lettersTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { actorOf } from '../requests-world.ts'
import { makeWorld, type Person } from '../world.ts'

test('Three who did not know of each other', async () => {
  const world = await makeWorld({ answers: {} })
  onTestFinished(() => world.end())
  const { group, carla } = world
  const at = (time: string) => {
    world.clock.now = new Date(`2026-10-19T${time}:00Z`)
  }
  const librarian = async (name: string, institution: string, country: string): Promise<Person> => {
    const person = await world.addPerson(name)
    await world.join(person)
    const { id } = await world.db
      .insertInto('organisation')
      .values({ name: institution, kind: 'institution', country })
      .returning('id')
      .executeTakeFirstOrThrow()
    await world.db.insertInto('affiliation').values({ personId: person.personId, organisationId: id }).execute()
    return person
  }
  const [claire, jana, yuki] = [
    await librarian('Claire', 'Université de Rennes', 'FR'),
    await librarian('Jana', 'Universität Graz', 'AT'),
    await librarian('Yuki', 'Kyoto Library', 'JP'),
  ]
  let count = 0
  const send = async (person: Person, parts: { subject: string; text: string; inReplyTo?: string }, to = 'lectio-l') => {
    const id = `t${++count}@messages.example`
    const raw = mail({ from: `${person.name} <${person.email}>`, id, date: world.clock.now, ...parts })
    const rcptTo = [`${to}@lists.localhost`]
    await acceptMail(world.write, { raw, mailFrom: person.email, rcptTo, via: 'mail', peer: '192.0.2.7', helo: 'mail.example' })
    await world.settle()
    return id
  }
  const asked = async (person: Person) => (await lettersTo(world, person.email, 'requests.same-here')).at(-1)

  // Given a release on Monday
  at('06:00')
  const lead = await world.as(carla)
  const release = { group: 'lectio', productId: '1', name: '2026 R2', onDay: '2026-10-19', notes: 'Lists open in a new reader.' }
  const made = await lead.post('/releases', release)
  expect(made.status).toBe(303)

  // when a French, a German and a Japanese librarian write to the list about the same fault in their own words
  at('08:00')
  const subject = 'Liste de lecture : page blanche'
  const first = await send(claire, {
    subject,
    text: 'Bonjour,\ndepuis ce matin les listes de lecture montrent une page blanche sous Safari.\nClaire',
  })
  at('08:20')
  const { id: messageId } = await world.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
  const coordinator = await actorOf(world, carla)
  const concern = await world.write(async (tx) => {
    const { caseId } = await captureMessage(tx, coordinator, messageId)
    const facts = { kind: 'concern' as const, title: 'Reading lists are white in Safari', text: '', visibility: 'subscribers' as const }
    const id = await makeRequest(tx, coordinator, group.groupId, facts, { caseIds: [caseId] })
    const { organisationId } = await tx
      .selectFrom('affiliation')
      .select('organisationId')
      .where('personId', '=', claire.personId)
      .executeTakeFirstOrThrow()
    await tx.updateTable('userCase').set({ organisationId }).where('id', '=', caseId).execute()
    return id
  })
  await world.settle()
  at('09:10')
  await send(jana, { subject: `Re: ${subject}`, text: 'Hallo,\nbei uns ist es leider genauso, nur weiß.\nJana', inReplyTo: first })
  at('10:30')
  await send(yuki, { subject: `Re: ${subject}`, text: '当館でも同じ問題が発生しています。\nYuki', inReplyTo: first })

  // then the second and third are each shown the first,
  for (const person of [jana, yuki]) {
    const letter = await asked(person)
    expect(letter?.text).toContain('> depuis ce matin les listes de lecture montrent une page blanche sous Safari.')
    expect(letter?.text).toContain(`/requests/${concern}`)
  }
  expect(await asked(claire)).toBeUndefined()

  // “same here” counts their institutions with their yes,
  const counted = async () => (await listSupporters(world.db, concern)).map(({ organisation }) => organisation)
  expect(await counted()).toEqual([])
  const link = async (person: Person) => `/same-here/${/\/same-here\/(\S+)/.exec((await asked(person))?.text ?? '')?.[1]}`
  at('10:40')
  await (await world.as(jana)).post(await link(jana), { answer: 'yes' })
  await world.settle()
  expect(await counted()).toEqual(['Universität Graz'])
  expect(await world.db.selectFrom('brief').select('id').execute()).toEqual([])
  at('10:55')
  await (await world.as(yuki)).post(await link(yuki), { answer: 'yes' })
  await world.settle()
  expect(await counted()).toEqual(['Kyoto Library', 'Universität Graz'])

  // and a brief to the vendor stands drafted before noon.
  const [brief, ...others] = await world.db.selectFrom('brief').selectAll().execute()
  expect(others).toEqual([])
  // In the same moment as the third yes.
  expect(brief?.draftedAt).toEqual(world.clock.now)
  const today = await (await (await world.as(carla)).get('/today')).text()
  expect(today).toContain('Package drafted: Problem of several institutions: Reading lists are white in Safari')
  const page = await (await (await world.as(carla)).get(`/briefs/${brief?.id}/requests/${concern}`)).text()
  expect(page).toContain('Kyoto Library, Universität Graz, Université de Rennes')
  expect(await world.db.selectFrom('submission').select('id').execute()).toEqual([])
})
