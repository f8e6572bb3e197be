import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { importCorrespondence } from '../src/correspondence/import.ts'
import { mboxEntry } from '../src/lib/mail/mbox-write.ts'
import { findAddressesByName } from '../src/list/role-addresses/queries.ts'
import { deskAddress, openDesk } from './desk.ts'
import { mail } from './mail.ts'
import { seenIn, upload, words } from './upload.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await openDesk(world)
})
afterAll(() => world.end())

const hand = async (content: string) => {
  const carla = await world.as(world.carla)
  const answer = await upload(world, carla, '/roster/lectio/import', 'roster.csv', content)
  const path = answer.headers.get('location') ?? ''
  return { carla, path, page: await (path ? (await carla.get(path)).text() : answer.text()) }
}
const seats = () => world.db.selectFrom('appointment').select('id').where('groupId', '=', world.group.groupId).execute()

const roster = `Name,Role,Years,Institution
Agnes Bergström,Coordinator,2016-2018,Norrvik University
Agnes Bergström,Member,2019–2021,Norrvik University
Dev Malhotra,Liaison,2017,
Yael Brenner,Member,2016-?,
Kofi Mensah,Member,unknown,
Otto,Deputy coordinator,since 2025,
`

test('a roster with years only is taken in, and the past stands there as it is known', async () => {
  const handed = await hand(roster)
  expect(words(handed.page)).toContain('Save 6 changes')
  expect(words(handed.page)).toContain('new, without an email address')
  expect((await handed.carla.post(`${handed.path}/apply`, { seen: seenIn(handed.page) })).status).toBe(303)
  const page = await (await (await world.as()).get('/roster')).text()
  for (const said of [
    'Agnes Bergström, Coordinator',
    '2016–2018',
    '2016–?',
    'term not known',
    'Norrvik University',
    'Otto, Deputy coordinator',
    'since 2025',
  ])
    expect(page).toContain(said)
  // Of those whose end, or term, nobody knows nothing is open today.
  expect(
    await world.db
      .selectFrom('appointment')
      .select('id')
      .where('toUnknown', '=', true)
      .where('toOn', 'is', null)
      .where('fromOn', 'is not', null)
      .execute(),
  ).toEqual([])
  expect((await world.postbox()).filter((one) => one.kind !== 'office.passed-on')).toEqual([])
  expect((await world.db.selectFrom('subscription').select('id').execute()).length).toBe(4)
})

test('the same roster again changes nothing, and a term that has ended since is ended', async () => {
  expect(words((await hand(roster)).page)).toContain('the site already has everything in this file')
  const ended = await hand(roster.replace('since 2025', '2025-2026'))
  expect(words(ended.page)).toContain('since 2025 → 2025–2026')
  expect((await ended.carla.post(`${ended.path}/apply`, { seen: seenIn(ended.page) })).status).toBe(303)
})

test.each([
  ['Ann Lee,Treasurer,2020,', '“Treasurer” is not a role of this group'],
  ['Ann Lee,Member,last year,', 'We cannot read the term “last year”'],
  ['Ann Lee,Member,2020-2018,', 'Enter a last day after the first day.'],
  ['Agnes Bergström,Coordinator,2017-2019,', 'These days overlap another entry'],
  [
    'Ann Lee,Member,2020,\nAnn Lee,Member,2020-2021,',
    'This term is already in line 2, or overlaps it. Delete or correct one of the lines.',
  ],
  ['=1+1,Member,2020,', 'looks like a formula'],
])('%s: %s', async (rows, sentence) => {
  const before = await seats()
  const handed = await hand(`Name,Role,Years,Institution\n${rows}`)
  expect(words(handed.page)).toContain(sentence)
  expect((await handed.carla.post(`${handed.path}/apply`, { seen: '' })).status).toBe(422)
  expect(await seats()).toEqual(before)
})

test('two people of one name are told apart by their address', async () => {
  await world.addPerson('Ann Lee', { email: 'ann@one.example' })
  await world.addPerson('Ann Lee', { email: 'ann@two.example' })
  expect(words((await hand('Name,Years\nAnn Lee,2020\n')).page)).toContain('Several people are called Ann Lee. Enter the email address.')
  expect(words((await hand('Name,Email,Years\nAnn Lee,ann@two.example,2020\n')).page)).toContain('Save 1 change')
})

test('a sheet with surnames of its own and days as a spreadsheet has them; who is unknown is invited by one button', async () => {
  const { carla, path, page } = await hand(
    'Cognome;Nome;E-mail;Incarico;Dal\r\nFerri;Marta;marta@u6.example;Membro;01/09/2024\r\nGil Robles;Álvaro;alvaro@u7.example;Miembro;25/09/2024\r\n',
  )
  expect(words(page)).toContain('Marta Ferri Member: since 1 September 2024')
  expect(words(page)).toContain('Álvaro Gil Robles Member: since 25 September 2024')
  await carla.post(`${path}/apply`, { seen: seenIn(page) })
  const edit = words(await (await carla.get('/roster/lectio/edit')).text())
  expect(edit).toContain('their address is not confirmed: Marta Ferri and Álvaro Gil Robles.')
  // A meeting says so too, to who arranges it: nobody else learns of it.
  const hosts = `g${world.group.groupId}`
  const day = {
    title: 'Soon',
    kind: 'meeting',
    hosts,
    day: '2026-12-10',
    time: '10:00',
    minutes: '60',
    zone: 'UTC',
    place: '',
    public: 'on',
  }
  const meeting = (await carla.post('/meetings', day)).headers.get('location') ?? ''
  const warning = '2 people on the roster get no email, because their addresses are not confirmed. Edit roster'
  expect(words(await (await carla.get(meeting)).text())).toContain(warning)
  expect(words(await (await (await world.as(world.maria)).get(meeting)).text())).not.toContain('on the roster get no email')
  const sent = await carla.post('/roster/lectio/invitations')
  expect(words(await (await carla.get(sent.headers.get('location') ?? '')).text())).toContain('2 people invited by email.')
  await world.settle()
  const told = (await world.postbox()).filter(({ kind }) => kind === 'charter.seated').map(({ email }) => email)
  expect(told).toEqual(expect.arrayContaining(['marta@u6.example', 'alvaro@u7.example']))
  expect(told).toHaveLength(2)

  // The page says so, and the button is away for a day; who presses it on a page from before sends nothing again.
  const after = await (await carla.get('/roster/lectio/edit')).text()
  expect(words(after)).toContain(
    'their address is not confirmed: Marta Ferri and Álvaro Gil Robles. Last invitation by email: 16 October 2026',
  )
  expect(after).not.toContain('action="/roster/lectio/invitations"')
  const again = await carla.post('/roster/lectio/invitations')
  expect(words(await (await carla.get(again.headers.get('location') ?? '')).text())).toContain('0 people invited by email.')
  await world.settle()
  expect((await world.postbox()).filter(({ kind }) => kind === 'charter.seated')).toHaveLength(2)
  const { now } = world.clock
  world.clock.now = new Date(now.getTime() + 86_400_000)
  expect(await (await (await world.as(world.carla)).get('/roster/lectio/edit')).text()).toContain('action="/roster/lectio/invitations"')
  world.clock.now = now
})

test('a list of members without terms is of people who serve from today; who serves already stays, and so does everybody when it comes again', async () => {
  const members = 'Name;E-Mail;Bibliothek;Rolle\nJürgen Weiß;weiss@u8.example;Norrvik University;Mitglied\nCarla;;;Koordinatorin\n'
  const { carla, path, page } = await hand(members)
  expect(words(page)).toContain('Save 1 change')
  expect(words(page)).toContain('Jürgen Weiß Member: since 16 October 2026')
  expect((await carla.post(`${path}/apply`, { seen: seenIn(page) })).status).toBe(303)
  expect(words(await (await carla.get('/roster')).text())).toContain('Jürgen Weiß, Member since 16 October 2026')
  const { now } = world.clock
  world.clock.now = new Date(now.getTime() + 86_400_000)
  expect(words((await hand(members)).page)).toContain('the site already has everything in this file')
  world.clock.now = now
})

test('a last day before the first is refused beside the day', async () => {
  const carla = await world.as(world.carla)
  const [seat] = await seats()
  const refused = await (await carla.post(`/roster/lectio/seats/${seat?.id}/end`, { toOn: '1999-01-01' })).text()
  const form = new RegExp(`<form[^>]*action="/roster/lectio/seats/${seat?.id}/end".*?</form>`, 's').exec(refused)?.[0] ?? ''
  expect(form).toContain('Choose a last day after the first day.')
})

test('an old mailbox is taken in once, each mail accounted for, and nobody is mailed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-old-mailbox-'))
  const path = join(folder, 'old.mbox')
  const at = (day: number) => new Date(Date.UTC(2019, 4, day, 10))
  const entry = (day: number, parts: Parameters<typeof mail>[0]) => mboxEntry({ raw: mail({ date: at(day), ...parts }), date: at(day) })
  await writeFile(
    path,
    Buffer.concat([
      Buffer.from('This is not a mail at all\n\n'),
      entry(1, { from: 'Vera <vera@quillon.example>', to: 'old.chair@uni.example', subject: 'Release 4', id: 'r4@quillon.example' }),
      entry(2, {
        from: 'Old Chair <old.chair@uni.example>',
        to: 'vera@quillon.example',
        subject: 'Re: Release 4',
        id: 'a@uni.example',
        inReplyTo: 'r4@quillon.example',
        text: 'The zeppelin clause.',
      }),
      entry(3, {
        from: 'Vera <vera@quillon.example>',
        to: 'old.chair@uni.example',
        subject: 'AW: Release 4',
        id: 'r5@quillon.example',
        references: ['r4@quillon.example', 'a@uni.example'],
      }),
      entry(3, {
        from: 'Vera <vera@quillon.example>',
        to: 'old.chair@uni.example',
        subject: 'AW: Release 4',
        id: 'r5@quillon.example',
        references: ['r4@quillon.example', 'a@uni.example'],
      }),
    ]),
  )
  const [desk] = await findAddressesByName(world.db, ['lectio-coordinator'])
  if (!desk) throw new Error('no desk')
  const own = new Set([deskAddress, 'old.chair@uni.example'])
  const before = (await world.postbox()).length
  const run = (dryRun = false) => importCorrespondence(world.database, program(world.clock.now), desk, path, { own, dryRun })
  const sum = ({ balance }: Awaited<ReturnType<typeof run>>) =>
    balance.imported + balance.repaired + balance.duplicate + balance.quarantined
  const tried = await run(true)
  expect(
    (await world.db.selectFrom('correspondence').select('id').where('counterpart', '=', 'vera@quillon.example').execute()).length,
  ).toBe(1)
  const done = await run()
  expect(done.balance).toEqual(tried.balance)
  expect(done.balance).toMatchObject({ duplicate: 1, quarantined: 1 })
  const again = await run()
  expect([again.balance.imported, again.balance.repaired, sum(again)]).toEqual([0, 0, sum(done)])
  const [old] = await world.db.selectFrom('correspondence').selectAll().where('subject', '=', 'Release 4').execute()
  expect(old).toMatchObject({ mails: 3, state: 'answered', counterpart: 'vera@quillon.example', firstAt: at(1) })
  expect(await (await (await world.as(world.carla)).get('/correspondence/lectio-coordinator?q=zeppelin')).text()).toContain('Release 4')
  expect((await world.postbox()).length).toBe(before)
  await rm(folder, { recursive: true })
})
