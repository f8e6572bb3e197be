import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '../src/lib/sheet/read.ts'
import { seenIn, upload, words } from './upload.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ alone: true })
})
afterAll(() => world.end())

const hand = async (path: string, content: string | Uint8Array, name = 'sheet.csv') => {
  const carla = await world.as(world.carla)
  const answer = await upload(world, carla, path, name, content)
  const at = answer.headers.get('location') ?? ''
  return { carla, at, page: at ? await (await carla.get(at)).text() : await answer.text() }
}

const roster = `Lectio Working Group;;;;
Members since its beginning, as of 2024;;;;
;;;;
Name;Vorname;Funktion;Amtszeit;Einrichtung
Bergström;Agnes;Koordination;Sept 2021 – Aug 2024;Norrvik University
Malhotra;Dev;Verbindungsperson;Okt. 2019 bis März 2021;
Brenner;Yael;Mitglied;irgendwann;
Mensah;Kofi;Mitglied;seit Januar 2025;
`

test('a roster with titles above its header, names in two columns and terms of months is taken; what is wrong is left out and brought again', async () => {
  const { carla, at, page } = await hand('/roster/lectio/import', roster)
  for (const said of [
    'Agnes Bergström',
    'Coordinator: 1 September 2021 to 31 August 2024',
    'Row 4: Name · Vorname · Funktion',
    'Leave out 1 row with errors',
  ])
    expect(words(page) + page).toContain(said)
  // Without a word on it, nothing is taken while a row is wrong.
  expect((await carla.post(`${at}/apply`, { seen: seenIn(page) })).status).toBe(422)
  const faults = await readTable(new Uint8Array(await (await carla.get(`${at}/faults.xlsx`)).arrayBuffer()))
  expect(faults.rows.map(({ cells }) => cells)).toEqual([
    expect.objectContaining({
      Name: 'Brenner',
      Vorname: 'Yael',
      Amtszeit: 'irgendwann',
      'What is wrong': expect.stringContaining('irgendwann'),
    }),
  ])
  expect((await carla.post(`${at}/apply`, { seen: seenIn(page), skipWrong: 'on' })).status).toBe(303)
  const seats = () =>
    world.db
      .selectFrom('appointment')
      .innerJoin('person', 'person.id', 'appointment.personId')
      .select(['person.name', 'appointment.fromOn', 'appointment.toOn'])
      .where('person.name', 'in', ['Agnes Bergström', 'Dev Malhotra', 'Yael Brenner', 'Kofi Mensah'])
      .orderBy('person.name')
      .execute()
  expect(await seats()).toEqual([
    { name: 'Agnes Bergström', fromOn: '2021-09-01', toOn: '2024-08-31' },
    { name: 'Dev Malhotra', fromOn: '2019-10-01', toOn: '2021-03-31' },
    { name: 'Kofi Mensah', fromOn: '2025-01-01', toOn: null },
  ])
  // The row that was left out, mended, in the file that named it.
  const mended = await hand(
    '/roster/lectio/import',
    `Name;Vorname;Funktion;Amtszeit;What is wrong\nBrenner;Yael;Mitglied;mai 2018 – juin 2019;x\n`,
  )
  expect((await mended.carla.post(`${mended.at}/apply`, { seen: seenIn(mended.page) })).status).toBe(303)
  expect(await seats()).toContainEqual({ name: 'Yael Brenner', fromOn: '2018-05-01', toOn: '2019-06-30' })
})

test('another row is chosen as the header, and its columns are matched anew', async () => {
  const { carla, at, page } = await hand('/roster/lectio/import', 'Who,Was\nNom,Mandat\nIda Mai,2016–2018\n')
  expect(page).toContain('Row 1: Who · Was')
  expect((await carla.post(`${at}/map`, { headerLine: '2' })).status).toBe(303)
  const again = await (await carla.get(at)).text()
  expect(words(again)).toContain('Ida Mai')
  expect((await carla.post(`${at}/map`, { headerLine: '7' })).status).toBe(422)
  expect((await carla.post(`${at}/map`, { headerLine: 'x' })).status).toBe(422)
})

test('countries are read in five languages, and a consortium that nobody knows is made', async () => {
  const file = `Register of members
Institution,Country,Consortium
Kivu Lakes University,Rwanda,Great Lakes Consortium
Universität Havelstadt,Deutschland,
Université de Lac,Suisse,great lakes consortium
Universidad del Norte,Países Bajos,
Università del Po,Svezia,
Bridge College,Bosnia and Herzegovina,
Tulip College,The Netherlands,
Nowhere College,constructor,Great Lakes Consortium
`
  const { carla, at, page } = await hand('/organisations/import', file)
  expect(words(page)).toContain('new consortium “Great Lakes Consortium”')
  expect((await carla.post(`${at}/apply`, { seen: seenIn(page), skipWrong: 'on' })).status).toBe(303)
  const organisations = await world.db
    .selectFrom('organisation')
    .leftJoin('belonging', 'belonging.organisationId', 'organisation.id')
    .leftJoin('organisation as parent', 'parent.id', 'belonging.parentId')
    .select(['organisation.name', 'organisation.kind', 'organisation.country', 'parent.name as parent'])
    .where('organisation.name', '!=', 'Norrvik University')
    .where('organisation.kind', 'in', ['institution', 'consortium'])
    .orderBy('organisation.name')
    .execute()
  expect(organisations.map(({ name, kind, country, parent }) => [name, kind, country, parent])).toEqual([
    ['Bridge College', 'institution', 'BA', null],
    ['Great Lakes Consortium', 'consortium', null, null],
    ['Kivu Lakes University', 'institution', 'RW', 'Great Lakes Consortium'],
    ['Tulip College', 'institution', 'NL', null],
    ['Universidad del Norte', 'institution', 'NL', null],
    ['Università del Po', 'institution', 'SE', null],
    ['Universität Havelstadt', 'institution', 'DE', null],
    ['Université de Lac', 'institution', 'CH', 'Great Lakes Consortium'],
  ])
})

test('a row that goes on about one with a problem is left out with it', async () => {
  const file = `Institution,Country,Consortium,Member since
Corrib Institute,Ireland,,2018-45-01
Corrib Institute,Ireland,,2019
Lough Union,,,
`
  const { carla, at, page } = await hand('/organisations/import', file)
  expect(words(page)).toContain('Correct line 2 first')
  expect((await carla.post(`${at}/apply`, { seen: seenIn(page), skipWrong: 'on' })).status).toBe(303)
  const names = await world.db.selectFrom('organisation').select('name').where('name', 'in', ['Corrib Institute', 'Lough Union']).execute()
  expect(names).toEqual([{ name: 'Lough Union' }])
})

test('the check of a sheet sums up first, says a fault of several lines once, and folds what is new', async () => {
  const institutions = 'Institution,Country,Website\nAlder College,Sweden,https://old.example\n'
  const first = await hand('/organisations/import', institutions)
  expect((await first.carla.post(`${first.at}/apply`, { seen: seenIn(first.page) })).status).toBe(303)
  const { page } = await hand(
    '/organisations/import',
    `${institutions.replace('old', 'new')}Birch College,Narnia,\nElm,Narnia,\nAsh,Sweden,\n`,
  )
  expect(words(page)).toContain('1 new, 1 changed, 2 with errors. Nothing is saved yet.')
  expect(page).toMatch(/>3, 4<\/t[hd]>/)
  const folded = page.slice(page.indexOf('Show the new entry'), page.indexOf('Columns and first rows'))
  expect(folded).toContain('Ash')
  expect(folded).not.toContain('Alder College</')
  expect(page.indexOf('name="skipWrong"')).toBeLessThan(page.indexOf('1 existing entry changes'))
  expect(page.indexOf('1 existing entry changes')).toBeLessThan(page.indexOf('Show the new entry'))
})
