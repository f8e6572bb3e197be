import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { readTable } from '../src/lib/sheet/read.ts'
import { keepInstitutions } from '../src/people/directory-actions.ts'
import { searchInstitutions, suggestByDomain } from '../src/people/directory-queries.ts'
import { DirectoryError, readInstitutions } from '../src/people/directory-rules.ts'
import { applyRegister } from '../src/people/register/actions.ts'
import { sharedData } from './shared.ts'
import { seenIn, upload, words } from './upload.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ alone: true })
})
afterAll(() => world.end())

const hand = async (content: string | Uint8Array, name = 'register.csv') => {
  const carla = await world.as(world.carla)
  const answer = await upload(world, carla, '/organisations/import', name, content)
  const path = answer.headers.get('location') ?? ''
  const page = path ? await (await carla.get(path)).text() : await answer.text()
  return { carla, path, page, status: answer.status }
}
const apply = async ({ carla, path, page }: Awaited<ReturnType<typeof hand>>) => carla.post(`${path}/apply`, { seen: seenIn(page) })
const register = () =>
  world.db.selectFrom('organisation').selectAll().where('kind', 'in', ['institution', 'consortium']).orderBy('name').execute()

const file = `Institution;Type;Country;Email domains;Consortium;Member since;Product;Contract start;Contract end;Status
Great Lakes Library Consortium;Consortium;;;;2024;Lectio;2024;;
Kivu Lakes University;;Rwanda;kivulakes.example;Great Lakes Library Consortium;;Lectio;;;implementing
Universität Havelstadt;;DE;havelstadt.example, lib.havelstadt.example;;01.10.2021;Lectio;01.10.2021;31.12.2027;live
Corrib Institute;;Ireland;corrib.example;;2018;Lectio;2018-03-01;;early adopter
`

test('a register with semicolons and umlauts of another encoding is looked at, shown as differences, and taken as a whole', async () => {
  const handed = await hand(Buffer.from(file, 'latin1'))
  expect(words(handed.page)).toContain('Windows-1252')
  expect(words(handed.page)).toContain('Universität Havelstadt')
  expect(words(handed.page)).toContain('Save 4 changes')
  expect(await register()).toEqual([])
  expect((await apply(handed)).status).toBe(303)
  expect((await register()).map((one) => [one.name, one.kind, one.country])).toEqual([
    ['Corrib Institute', 'institution', 'IE'],
    ['Great Lakes Library Consortium', 'consortium', null],
    ['Kivu Lakes University', 'institution', 'RW'],
    ['Universität Havelstadt', 'institution', 'DE'],
  ])
  const [contract] = await world.db.selectFrom('contract').selectAll().where('toOn', 'is not', null).execute()
  expect(contract).toMatchObject({ fromOn: '2021-10-01', toOn: '2027-12-31' })
  expect(await world.db.selectFrom('belonging').selectAll().execute()).toHaveLength(1)
  // Applied once; the file is not kept.
  expect((await apply(handed)).status).toBe(409)
  expect(await world.db.selectFrom('sheetImport').select(['bytes', 'outcome']).executeTakeFirst()).toMatchObject({
    bytes: null,
    outcome: { added: 4 },
  })
})

test('a register in Italian, with a country in its own language, says when each joined and signed', async () => {
  const handed = await hand(
    'Azienda;Paese;Membro dal;Inizio contratto\r\nVodovod Soča;Slovenija;25/01/2021;02/01/2022\r\nVoda;Hrvatska;;13/01/2022\r\n',
  )
  expect(words(handed.page)).toMatch(/Vodovod Soča .*Country: SI · Membership: since 25 January 2021 · Contract: since 2 January 2022/)
  expect(words(handed.page)).toMatch(/Voda .*Country: HR · Contract: since 13 January 2022/)
})

test('columns that nobody reads are named before anything is saved', async () => {
  const handed = await hand('Institution;Country;Contact person\nOld Mill College;IE;Ada\n')
  expect(words(handed.page)).toContain('Unknown columns, not imported: Contact person.')
  expect(words(handed.page)).not.toContain('not imported: Institution')
})

test('the same file again changes nothing; one that says more changes only that', async () => {
  expect(words((await hand(Buffer.from(file, 'latin1'))).page)).toContain('the site already has everything in this file')
  const more = await hand(file.replace('implementing', 'live').replace('2018-03-01;;', '2018-03-01;2026-12-31;'))
  expect(words(more.page)).toContain('Save 2 changes')
  expect((await apply(more)).status).toBe(303)
  expect(await world.db.selectFrom('contract').select('toOn').where('fromOn', '=', '2018-03-01').executeTakeFirst()).toEqual({
    toOn: '2026-12-31',
  })
})

const header = 'Name,Kind,Country,ROR,Domains,Belongs to,Member from,Member to,Contract from,Contract to,Stage,Product,Website\n'
test.each([
  ['a contract that ends before it begins', 'A,,,,,,,,2026-02-01,2026-01-31,,Lectio', 'Line 2', 'Choose a last day after the first day.'],
  ['a contract beside another one', 'Corrib Institute,,,,,,,,2020,2021,,Lectio', 'Line 2', 'These days overlap another entry'],
  [
    'a domain of another organisation',
    'Other Institute,,,,corrib.example,,,,,,',
    'Line 2',
    'corrib.example already belongs to Corrib Institute',
  ],
  ['a domain twice in the file', 'A,,,,a.example,,,,,,\nB,,,,a.example,,,,,,', 'Line 3', 'a.example is already in line 2.'],
  ['an organisation twice in the file', 'A,,,,,,,,,,\nA,,,,,,,,,,', 'Line 3', 'is already in line 2.'],
  [
    'two rows that name two kinds',
    'Corrib Institute,,IE,,,,,,,,,\nCorrib Institute,Consortium,,,,,2030,,,,,',
    'Line 3',
    'Line 2 has other data for this organisation. Correct it there.',
  ],
  [
    'two rows of one contract with two ends',
    'A,,,,,,,,2026,2026,,Lectio\nA,,,,,,,,2026,2027,,Lectio',
    'Line 3',
    'Line 2 has another last day for this contract.',
  ],
  [
    'two stages with one product',
    'A,,,,,,,,,,live,Lectio\nA,,,,,,2020,,,,implementing,Lectio',
    'Line 3',
    'Line 2 has another stage for this product. Use the same stage in both lines.',
  ],
  ['one row twice', 'A,,,,,,,,2026,2026,,Lectio\nA,,,,,,,,2026,2026,,Lectio', 'Line 3', 'is already in line 2.'],
  ['a homograph', 'A,,,,оxford.example,,,,,,', 'Line 2', 'letters of another alphabet'],
  ['a website that only begins like one', 'A,,,,,,,,,,,,https://[', 'Line 2', 'Enter a web address that begins with https://.'],
  ['free mail', 'A,,,,gmail.com,,,,,,', 'Line 2', 'Anyone can get an address at gmail.com'],
  ['wrong check digits', 'A,,,https://ror.org/052gg0111,,,,,,,', 'Line 2', 'Its check digits do not match'],
  ['a formula', '"=HYPERLINK(""http://evil.example"",""A"")",,,,,,,,,,', 'Line 2', 'looks like a formula'],
  ['an unknown country', 'A,,Atlantis,,,,,,,,', 'Line 2', '“Atlantis” is not a known country'],
  ['an unknown stage', 'A,,,,,,,,,,dreaming', 'Line 2', '“dreaming” is not a known stage'],
  ['a day that can be read in two ways', 'A,,,,,,03/04/2026,,,,', 'Line 2', 'are not clear'],
  ['a row without a name', ',,DE,,,,,,,,', 'Line 2', 'Enter a name.'],
])('%s is a sentence at its row, and nothing is changed', async (_, rows, line, sentence) => {
  const before = await register()
  const handed = await hand(header + rows)
  expect(words(handed.page)).toContain(sentence)
  expect(words(handed.page)).toMatch(new RegExp(`Line\\s[\\s\\S]*\\b${line.split(' ')[1]}\\b`))
  expect((await handed.carla.post(`${handed.path}/apply`, { seen: seenIn(handed.page) })).status).toBe(422)
  expect(await register()).toEqual(before)
})

test('an organisation of several user groups and terms has a row for each, and goes out so', async () => {
  const [one, other] = ['Library Systems Users', 'Northern Users']
  await world.db.insertInto('community').values({ slug: 'nu', name: other }).execute()
  const titles = 'Name,Country,Domains,User group,Member from,Member to,Product,Contract from,Contract to,Stage\n'
  const rows = [
    `Twin University,SE,twin.example,${one},2019,,Lectio,2016,2018,`,
    `Twin University,,,${other},2021-05-01,,Lectio,2020,,live`,
  ]
  const handed = await hand(titles + rows.join('\n'))
  expect(words(handed.page)).toContain('Save 2 changes')
  expect((await apply(handed)).status).toBe(303)
  const twin = await world.db.selectFrom('organisation').select('id').where('name', '=', 'Twin University').executeTakeFirstOrThrow()
  const of = (table: 'membership' | 'contract') =>
    world.db.selectFrom(table).select(['fromOn', 'toOn']).where('organisationId', '=', twin.id).orderBy('fromOn').execute()
  expect(await of('membership')).toEqual([
    { fromOn: '2019-01-01', toOn: null },
    { fromOn: '2021-05-01', toOn: null },
  ])
  expect(await of('contract')).toEqual([
    { fromOn: '2016-01-01', toOn: '2018-12-31' },
    { fromOn: '2020-01-01', toOn: null },
  ])
  expect(words((await hand(titles + rows.join('\n'))).page)).toContain('the site already has everything in this file')
  const bytes = new Uint8Array(await (await (await world.as(world.carla)).get('/organisations/export.xlsx')).arrayBuffer())
  const out = (await readTable(bytes)).rows.filter(({ cells }) => cells.Name === 'Twin University').map(({ cells }) => cells)
  expect(out.map((cells) => [cells['User group'], cells['Contract from'], cells.Stage, cells.Domains])).toEqual([
    [one, '2016-01-01', 'Live', 'twin.example'],
    [other, '2020-01-01', '', ''],
  ])
  expect(await hand(bytes, 'register.xlsx').then(({ page }) => words(page))).toContain('the site already has everything in this file')
})

test('what is no table says so beside the field', async () => {
  for (const [content, sentence] of [
    ['', 'Choose a file that is not empty.'],
    ['Name,Name\nA,B\n', 'Two columns have the name “Name”'],
    ['Name\n"open', 'never closes'],
    [`Name\n${'A\n'.repeat(100_001)}`, 'more than 100,000 rows'],
  ] as const) {
    const answer = await hand(content)
    expect([answer.status, answer.page.includes(sentence)]).toEqual([422, true])
  }
})

test('columns with words of their own are mapped by hand', async () => {
  const handed = await hand('Haus,Staat\nNorrvik University,SE\n')
  expect(words(handed.page)).toContain('Choose a column for this.')
  await handed.carla.post(`${handed.path}/map`, { name: 'Haus', country: 'Staat' })
  const page = await (await handed.carla.get(handed.path)).text()
  expect(words(page)).toContain('Save 1 change')
  expect((await apply({ ...handed, page })).status).toBe(303)
})

test('what has changed since somebody looked is shown to her again', async () => {
  const handed = await hand('Name,Website\nNorrvik University,https://www.norrvik.example\n')
  await world.write((tx) =>
    applyRegister(
      tx,
      { ...program(world.clock.now), grants: [{ role: 'administrator', groupId: null, communityId: null }] },
      [],
      [
        {
          line: 2,
          name: 'Norrvik University',
          kind: '',
          country: 'SE',
          ror: '',
          website: 'https://norrvik.example',
          domains: '',
          parent: '',
          community: '',
          memberFrom: '',
          memberTo: '',
          product: '',
          contractFrom: '',
          contractTo: '',
          stage: '',
          referent: '',
        },
      ],
    ),
  )
  expect((await apply(handed)).status).toBe(409)
})

test('the register goes out in the columns in which it comes in, and coming back changes nothing', async () => {
  const carla = await world.as(world.carla)
  const bytes = new Uint8Array(await (await carla.get('/organisations/export.xlsx')).arrayBuffer())
  expect((await readTable(bytes)).rows.length).toBeGreaterThan(3)
  expect(words((await hand(bytes, 'register.xlsx')).page)).toContain('the site already has everything in this file')
  const csv = Buffer.from(await (await carla.get('/organisations/export.csv')).arrayBuffer())
  expect(words((await hand(csv)).page)).toContain('the site already has everything in this file')
})

test('a file is its owner’s: a colleague who keeps the register too does not see it', async () => {
  const handed = await hand('Name\nA\n')
  expect((await (await world.as(world.ada)).get(handed.path)).status).toBe(404)
  expect((await (await world.as(world.susi)).get(handed.path)).status).toBe(404)
})

test('institutions are read as Hipo and as ROR publish them, in each of their forms', () => {
  const hipo = [
    { name: 'Corrib Institute', domains: ['corrib.example', 'not a domain'], web_pages: ['https://corrib.example/'], alpha_two_code: 'IE' },
  ]
  expect(readInstitutions(JSON.stringify(hipo))).toMatchObject({
    source: 'hipo',
    institutions: [{ country: 'IE', domains: ['corrib.example'] }],
  })
  const id = 'https://ror.org/00003ef66'
  const schema2 = {
    id,
    status: 'active',
    names: [
      { value: 'CI', types: ['acronym'] },
      { value: 'Corrib', types: ['ror_display'] },
    ],
    locations: [{ geonames_details: { country_code: 'IE' } }],
    links: [{ type: 'website', value: 'https://corrib.example' }],
    domains: ['corrib.example'],
  }
  expect(readInstitutions(JSON.stringify([schema2])).institutions).toEqual([
    {
      key: '00003ef66',
      ror: '00003ef66',
      name: 'Corrib',
      names: ['CI'],
      country: 'IE',
      domains: ['corrib.example'],
      website: 'https://corrib.example',
    },
  ])
  const read = (record: object) => readInstitutions(`\ufeff${JSON.stringify([{ id, name: 'Corrib', ...record }])}`).institutions[0]?.domains
  expect(read({ links: ['https://www.corrib.example/'], domains: [] })).toEqual(['corrib.example'])
  expect(read({ links: ['https://www.corrib.example/library'] })).toEqual([])
  const lines = `${JSON.stringify({ id, name: 'Corrib', country: 'IE', domains: [] })}\n${JSON.stringify({ id: 'nothing' })}\n`
  expect(readInstitutions(lines)).toMatchObject({ source: 'ror', skipped: 1, institutions: [{ name: 'Corrib' }] })
  for (const wrong of ['', 'Name\nA', '[]', '{"a": ', '[{"a": 1}]']) expect(() => readInstitutions(wrong)).toThrow(DirectoryError)
})

const published = sharedData('institutions')
test.skipIf(!published)('the published lists are taken in, again without a change, and suggest whose a domain is', async () => {
  const actor = program(world.clock.now)
  for (const path of ['universities/world_universities_and_domains.json', 'ror/ror_education_archive_facility.jsonl']) {
    const { source, institutions, skipped } = readInstitutions(await readFile(join(published ?? '', path), 'utf8'))
    expect([institutions.length > 9_000, skipped]).toEqual([true, 0])
    expect(await world.write((tx) => keepInstitutions(tx, actor, source, institutions))).toEqual({
      added: institutions.length,
      known: 0,
      gone: 0,
    })
    expect(await world.write((tx) => keepInstitutions(tx, actor, source, institutions))).toEqual({
      added: 0,
      known: institutions.length,
      gone: 0,
    })
  }
  // They know universities: a user group of others is not led to them.
  expect(await suggestByDomain(world.db, 'staff.unimc.it')).toEqual([])
  expect(await (await (await world.as(world.carla)).get('/organisations/new')).text()).not.toContain('name="ror"')
  await world.db.updateTable('community').set({ usesDirectories: true }).execute()
  expect((await suggestByDomain(world.db, 'staff.unimc.it'))[0]).toMatchObject({
    name: 'University of Macerata',
    source: 'ror',
    country: 'IT',
  })
  expect((await searchInstitutions(world.db, 'macerata')).map((one) => one.name)).toContain('University of Macerata')
  const page = await (await (await world.as(world.carla)).get('/organisations/new?q=macerata')).text()
  const pick = /\/organisations\/new\?pick=(\d+)/.exec(page)?.[0] ?? ''
  expect(await (await (await world.as(world.carla)).get(pick)).text()).toContain('value="University of Macerata"')
})

test.each([
  'Einrichtung;Land;Domain;Mitglied seit;Produkt;Vertragsbeginn;Vertragsende',
  'Établissement;Pays;Domaine;Adhésion;Produit;Début du contrat;Fin du contrat',
  'Institución;País;Dominio;Alta;Producto;Inicio del contrato;Fin del contrato',
])('the columns of a register in other languages are found: %s', async (header) => {
  const { page } = await hand(`${header}\nNova Universität;DE;nova.example;2021;Lectio;2021;2027\n`)
  const found = [...page.matchAll(/<option value="([^"]+)" selected="">/g)].map(([, name]) => name)
  expect(found).toEqual(expect.arrayContaining(header.split(';')))
})

test('who speaks for an organisation comes with it, once, and from the day of the import', async () => {
  const head = 'Name,Type,User group,Member from,Referent (email)'
  const speakers = () =>
    world.db
      .selectFrom('appointment')
      .innerJoin('organisation', 'organisation.id', 'appointment.organisationId')
      .select(['organisation.name', 'appointment.personId', 'appointment.fromOn', 'appointment.toOn', 'appointment.standIn'])
      .where('appointment.role', '=', 'referent')
      .where('organisation.name', 'like', 'Spoken%')
      .orderBy('organisation.name')
      .execute()
  const wrong = await hand(
    `${head}\nSpoken Institute,Institution,lsui,2020-01-01,nobody@nowhere.example\nSpoken Vendor,Vendor,,,${world.maria.email}\n`,
  )
  expect(words(wrong.page)).toContain('No one on this site has this address yet.')
  expect(words(wrong.page)).toContain('or a consortium can have a referent.')
  const right = `${head}\nSpoken Institute,Institution,lsui,2020-01-01,${world.maria.email.toUpperCase()}\nSpoken Consortium,Consortium,lsui,2020-01-01,${world.susi.email}\n`
  const handed = await hand(right)
  expect(words(handed.page)).toContain('Referent: Library Systems Users · Maria')
  expect(await speakers()).toEqual([])
  expect((await apply(handed)).status).toBe(303)
  const today = world.clock.now.toISOString().slice(0, 10)
  const term = { fromOn: today, toOn: null, standIn: false }
  const said = [
    { name: 'Spoken Consortium', personId: world.susi.personId, ...term },
    { name: 'Spoken Institute', personId: world.maria.personId, ...term },
  ]
  expect(await speakers()).toEqual(said)
  // Brought again, and as it goes out, it says nothing new; another one takes no place that is held.
  expect(words((await hand(right)).page)).not.toContain('Save')
  const out = await (await handed.carla.get('/organisations/export.csv')).text()
  expect(out).toMatch(new RegExp(`^Spoken Institute,.*,${world.maria.email}$`, 'm'))
  const again = await hand(out)
  expect(words(again.page)).not.toMatch(/Save \d/)
  const other = await hand(`${head}\nSpoken Institute,,lsui,,${world.susi.email}\n`)
  expect(words(other.page)).toContain('Maria is the referent. First enter the last day')
  expect(await speakers()).toEqual(said)
  // Once that is done, today as well, the other one follows.
  await world.db
    .updateTable('appointment')
    .set({ toOn: today })
    .where('role', '=', 'referent')
    .where('personId', '=', world.maria.personId)
    .execute()
  expect((await apply(await hand(`${head}\nSpoken Institute,,lsui,,${world.susi.email}\n`))).status).toBe(303)
  const tomorrow = new Date(world.clock.now.getTime() + 86_400_000).toISOString().slice(0, 10)
  expect(
    (await speakers()).filter(({ name }) => name === 'Spoken Institute').toSorted((a, b) => (a.fromOn ?? '').localeCompare(b.fromOn ?? '')),
  ).toEqual([
    { name: 'Spoken Institute', personId: world.maria.personId, ...term, toOn: today },
    { name: 'Spoken Institute', personId: world.susi.personId, ...term, fromOn: tomorrow },
  ])
})
