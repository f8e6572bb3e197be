import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gathered } from '../src/edges/gathered.ts'
import { record } from '../src/journal/actions.ts'
import { describeAction } from '../src/lib/ui/history-words.ts'
import { inLanguage } from '../src/lib/ui/language.ts'
import { typeset } from '../src/lib/ui/typography.ts'
import { listAddressColumns, listPersonColumns } from '../src/privacy/export/queries.ts'
import { findRecordWords, worded } from '../src/privacy/places-words.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { piecesOf } from './spoken.ts'
import type { Person, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

const foreign = ['de', 'fr', 'es', 'it'] as const

/** What both languages spell alike, and the names of browsers and the like. */
const alike = new Set([
  'Rapport',
  'Document',
  'Message',
  'Application',
  'Webhook',
  'OpenID Connect',
  'SAML',
  'WordPress',
  'Show and Tell',
  'Notes',
  'idea',
  'File',
])

const speak = (locale: string) => world.db.updateTable('person').set({ locale }).execute()

/** What a page says word for word as it says it in English; names of people and things are not among it. */
async function englishOn(person: Person, path: string, part = (html: string) => html): Promise<Record<string, string[]>> {
  const names = new Set(
    [
      await world.db.selectFrom('person').select('name').execute(),
      await world.db.selectFrom('list').select('title as name').execute(),
      await world.db.selectFrom('workingGroup').select('name').execute(),
      await world.db.selectFrom('community').select('name').execute(),
    ].flatMap((rows) => rows.map(({ name }) => name)),
  )
  const browser = await world.as(person)
  const read = async (locale: string) => {
    await speak(locale)
    const page = await browser.get(path)
    expect([path, page.status]).toEqual([path, 200])
    return piecesOf(part(await page.text()))
  }
  const english = new Set(await read('en'))
  const left: Record<string, string[]> = {}
  for (const locale of foreign)
    left[locale] = (await read(locale)).filter(
      (piece) =>
        english.has(piece) &&
        /\p{L}{3}/u.test(piece) &&
        !names.has(piece.replace(/,$/, '')) &&
        !alike.has(piece) &&
        !/@|\.\w|^Version \d/.test(piece),
    )
  await speak('en')
  return left
}

const nothing = { de: [], fr: [], es: [], it: [] }

test('each sentence of the history is said in each language, of whoever did it', () => {
  for (const locale of foreign)
    inLanguage(locale, () => {
      const said = Object.keys(gathered.verbs).map((action) => describeAction(gathered.verbs, action, 'Ada'))
      expect(said.filter((sentence) => !sentence.startsWith('Ada '))).toEqual([])
    })
  const english = inLanguage('en', () => Object.keys(gathered.verbs).map((action) => describeAction(gathered.verbs, action, 'Ada')))
  for (const locale of foreign)
    inLanguage(locale, () => {
      const alike = Object.keys(gathered.verbs).filter((action, at) => describeAction(gathered.verbs, action, 'Ada') === english[at])
      expect(alike).toEqual([])
    })
})

test.each(['list', 'request', 'ballot', 'meeting', 'person', 'group', 'organisation'])(
  'the history of a %s has no English in another language',
  async (kind) => {
    const line = await world.db
      .selectFrom('journal')
      .select('subject')
      .where('subject', 'like', `${kind}:%`)
      .groupBy('subject')
      .orderBy((e) => e.fn.countAll(), 'desc')
      .executeTakeFirstOrThrow()
    expect(await englishOn(world.ada, `/history/${line.subject}`)).toEqual(nothing)
  },
)

test('by which door, for whom and with which facts is said in the language of the reader', async () => {
  await world.write(async (tx) => {
    const ada = { personId: world.ada.personId, at: world.clock.now }
    const details = { role: 'coordinator', toOn: '2027-03-31', requests: 2, how: 'passkey', readers: 'group', phase: 'triage', to: 7 }
    for (const via of ['mail', 'api', 'cli'] as const)
      await record(tx, { ...ada, via, behind: world.carla.personId } as never, {
        action: 'appointment.made',
        subject: 'appointment:999',
        details,
      })
  })
  expect(await englishOn(world.ada, '/history/appointment:999')).toEqual(nothing)
  await speak('de')
  const page = await (await world.as(world.ada)).get('/history/appointment:999')
  expect(await page.text()).toContain('mit einem Passkey, Koordination, bis 31. März 2027, Sichtung, nur für die Arbeitsgruppe, 2 Anfragen')
  await speak('en')
})

test('one’s own page of data and its history have no English in another language', async () => {
  // Names of languages and cities, further up, are what they are, and so are the fields of a token, further down.
  const own = (html: string) => html.slice(html.indexOf('id="privacy">') + 13, html.lastIndexOf('<', html.indexOf('id="tokens"')))
  expect(await englishOn(world.susi, '/me', own)).toEqual(nothing)
})

test('every file of a copy is named in the language of its owner', async () => {
  const { db } = world
  const told = new Set([...(await listPersonColumns(db)), ...(await listAddressColumns(db))].map(({ table }) => table))
  expect([...told].filter((table) => findRecordWords(table, 'en') === undefined)).toEqual([])
  // And no word is left of what no copy tells.
  expect(worded.records.filter((table) => !told.has(table))).toEqual([])

  await speak('fr')
  const susi = await world.as(world.susi)
  expect((await susi.post('/me/exports')).status).toBe(303)
  await world.settle()
  const { id } = await db.selectFrom('personalExport').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const files = unzipSync(new Uint8Array(await (await susi.get(`/me/exports/${id}/file`)).arrayBuffer()))
  const readme = strFromU8(files['README.txt'] ?? new Uint8Array())
  expect(readme).toMatch(/^Tout ce que ce site conserve sur vous/)
  expect(readme).toContain(typeset('records/subscription.json : abonnements', 'fr'))
  expect(readme).toContain(typeset('journal.json : ce que vous avez fait', 'fr'))
  for (const name of Object.keys(files).filter((one) => one.startsWith('records/'))) expect(readme).toContain(typeset(`${name} : `, 'fr'))
  await speak('en')
})

/** Sends files with a form, as a browser does. */
async function send(person: Person, path: string, form: Record<string, string>, files: Record<string, string>): Promise<string> {
  const { cookies } = await world.as(person)
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.append(name, value)
  for (const [name, content] of Object.entries(files)) body.append('file', new File([content], name))
  const answer = await world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    body,
    headers: { origin: 'http://rapport.test', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  return answer.headers.get('location') ?? ''
}

test('what an import finds, leaves out and stops at is said to whoever reads it', async () => {
  const members = 'new@file.example\nwrong line\nsusi@susi.example\nleft@file.example'
  await world.db
    .insertInto('address')
    .values({ personId: world.otto.personId, email: 'left@file.example', createdAt: world.clock.now })
    .execute()
  const page = await send(world.carla, '/lists/lectio-l/import', {}, { 'members.txt': members })
  expect(await englishOn(world.carla, page)).toEqual(nothing)
  await speak('es')
  expect(await (await (await world.as(world.carla)).get(page)).text()).toContain('«wrong line» no tiene @.')
  await speak('de')
  // Begun in German, read in French.
  await (await world.as(world.carla)).post(`${page}/begin`, { skipWrong: 'on' })
  await world.settle()
  const { id } = await world.db.selectFrom('listMove').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const run = `/lists/lectio-l/imports/move-${id}`
  expect(await englishOn(world.carla, run)).toEqual(nothing)
  await speak('fr')
  expect(await (await (await world.as(world.carla)).get(run)).text()).toContain('n’a jamais été confirmée')
  await speak('en')
})

test('a row of before, which holds a sentence, is said as it is', async () => {
  const { id } = await world.db.selectFrom('listMove').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  await world.db
    .insertInto('listMoveItem')
    .values({ moveId: id, kind: 'member', key: 'old@file.example', outcome: 'left', reason: 'A sentence of before.' })
    .execute()
  await speak('de')
  const page = await (await world.as(world.carla)).get(`/lists/lectio-l/imports/move-${id}`)
  expect(await page.text()).toContain('A sentence of before.')
  await speak('en')
})

test('the places in which words are deleted are named in the language of the owner', async () => {
  const { id } = await world.db
    .selectFrom('message')
    .select('messageId as id')
    .where('listId', '=', world.listId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const words = 'Salamander Nightingale'
  const request = await world.db.selectFrom('request').select('id').where('groupId', '=', world.group.groupId).executeTakeFirstOrThrow()
  await world.db
    .updateTable('request')
    .set({ title: `About ${words}` })
    .where('id', '=', request.id)
    .execute()
  const carla = await world.as(world.carla)
  const said: string[] = []
  for (const locale of foreign) {
    await speak(locale)
    const answer = await carla.post(`/lists/lectio-l/m/${encodeURIComponent(id)}/remove`, { kind: 'words', words, reason: 'x' })
    said.push(await answer.text())
  }
  expect(said[0]).toContain('Anfragen (Titel)')
  expect(said[1]).toContain('demandes (titre)')
  expect(said[2]).toContain('peticiones (título)')
  await speak('en')
})
