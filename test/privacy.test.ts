import { randomBytes } from 'node:crypto'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { consequences } from '../src/edges/consequences.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { keepFile } from '../src/files/actions.ts'
import { readFileBytes } from '../src/files/queries.ts'
import { noteVerdict, setScanning } from '../src/files/scan/actions.ts'
import { openAddress } from '../src/list/role-addresses/actions.ts'
import { replay } from '../src/privacy/erasure-actions.ts'
import { listLedger } from '../src/privacy/erasure-queries.ts'
import { readLedger, writeEntry } from '../src/privacy/erasure-rules.ts'
import { recordsOf } from '../src/privacy/export/queries.ts'
import { makeCopy } from '../src/privacy/jobs.ts'
import { indexCase } from '../src/requests/cases/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.end())

const deliver = async (options: Parameters<typeof mail>[0], from: string) => {
  await acceptMail(world.write, { raw: mail(options), mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}

const herOther = 'sandmann@home.example'

/** What is kept of everybody but Susi: nothing of it goes with her. */
const keptOfOthers = ({ db, susi }: World): Promise<object[][]> =>
  Promise.all([
    db.selectFrom('subscription').select(['id', 'addressId', 'endedAt']).where('personId', '<>', susi.personId).orderBy('id').execute(),
    db.selectFrom('address').select(['id', 'email']).where('personId', '<>', susi.personId).orderBy('id').execute(),
    db.selectFrom('delivery').select(['id', 'email', 'state']).where('email', 'not in', [susi.email, herOther]).orderBy('id').execute(),
    db.selectFrom('inbound').select(['id', 'mailFrom']).where('mailFrom', 'not in', [susi.email, herOther]).orderBy('id').execute(),
    db.selectFrom('person').select(['id', 'name', 'erasedAt']).where('id', '<>', susi.personId).orderBy('id').execute(),
  ])

/** Susi asks a list for help from an address that nobody knows to be hers yet, and from the one that is known. */
async function askForHelp() {
  const { write, db, clock, susi } = world
  for (const from of [herOther, 'susi@susi.example']) {
    const raw = mail({ from, subject: 'help', id: `help-${from}`, text: 'help' })
    await acceptMail(write, { raw, mailFrom: from, rcptTo: ['lectio-l-request@lists.localhost'], via: 'cli' })
  }
  await world.settle()
  await db.insertInto('address').values({ personId: susi.personId, email: herOther, verifiedAt: clock.now }).execute()
}

const lettersTelling = async (words: RegExp): Promise<string[]> => {
  const letters = await world.db.selectFrom('letter').select(['kind', 'bytes', 'sealed']).execute()
  return letters.flatMap(({ kind, bytes, sealed }) => (words.test(world.open({ bytes, sealed }).toString()) ? [kind ?? ''] : []))
}

/** Susi Sandmann writes, Maria answers her. */
async function talk() {
  await world.db.updateTable('person').set({ name: 'Susi Sandmann' }).where('id', '=', world.susi.personId).execute()
  await deliver(
    {
      from: 'Susi Sandmann <susi@susi.example>',
      subject: 'Rollover',
      id: 'one@susi.example',
      text: 'How do you roll over?\n\nSusi Sandmann',
    },
    'susi@susi.example',
  )
  await deliver(
    {
      from: 'Maria <maria@maria.example>',
      subject: 'Re: Rollover',
      id: 'two@maria.example',
      inReplyTo: 'one@susi.example',
      text: 'By hand.\n\nSusi Sandmann <susi@susi.example> wrote:\n> How do you roll over?',
    },
    'maria@maria.example',
  )
}

test('of tasks that somebody left with their group, their copy says that they had them, and nothing that the group writes of them', async () => {
  const { groupId } = world.group
  const task = (title: string) => ({ groupId, title, note: `Note of ${title}`, ownerId: world.susi.personId, createdAt: world.clock.now })
  await world.db
    .insertInto('action')
    .values([{ ...task('Left behind') }, { ...task('Done by her'), state: 'done', settledBy: world.susi.personId, outcome: 'I did it.' }])
    .execute()
  const copyOf = async () => {
    for await (const { name, content } of recordsOf(world.db, world.susi.personId, world.clock.now))
      if (name === 'records/action.json') return JSON.parse(String(content)) as Record<string, unknown>[]
    return []
  }
  const left = (await copyOf()).filter(({ title }) => title === 'Left behind')
  expect(left).toEqual([expect.objectContaining({ as: 'owner_id', title: 'Left behind' })])
  expect(JSON.stringify(left)).not.toContain('Note of')
  expect((await copyOf()).find(({ title }) => title === 'Done by her')).toMatchObject({ note: 'Note of Done by her', outcome: 'I did it.' })
  // While they are of the group, it is theirs.
  await world.give(world.susi, 'member', groupId)
  expect((await copyOf()).find(({ title }) => title === 'Left behind')).toMatchObject({ note: 'Note of Left behind' })
  await world.db.deleteFrom('action').execute()
  await world.db.deleteFrom('appointment').where('personId', '=', world.susi.personId).execute()
})

test('a person takes a copy of everything about her; nobody else can, and it expires', async () => {
  await talk()
  const susi = await world.as(world.susi)
  expect((await susi.post('/me/exports')).status).toBe(303)
  expect((await susi.post('/me/exports')).status).toBe(409)
  // Her page says so instead of asking her to press in vain.
  expect(await (await susi.get('/me')).text()).toContain('You can ask for one copy a day.')
  await world.settle()
  expect((await world.postbox()).filter((one) => one.kind === 'privacy.copy-ready').map((one) => one.email)).toEqual(['susi@susi.example'])
  const { id } = await world.db.selectFrom('personalExport').select('id').executeTakeFirstOrThrow()
  const path = `/me/exports/${id}/file`

  for (const other of [world.maria, world.ada, world.otto]) expect((await (await world.as(other)).get(path)).status).toBe(404)
  expect((await (await world.as()).get(path)).headers.get('location')).toMatch(/^\/sign-in/)

  const files = unzipSync(new Uint8Array(await (await susi.get(path)).arrayBuffer()))
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8')
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['README.txt', 'profile.json', 'messages.mbox', 'journal.json', 'records/subscription.json']),
  )
  expect(JSON.parse(text('profile.json'))).toMatchObject({ name: 'Susi Sandmann', addresses: [{ email: 'susi@susi.example' }] })
  expect(text('messages.mbox')).toContain('How do you roll over?')
  expect(text('messages.mbox')).not.toContain('By hand.')
  expect(JSON.parse(text('records/subscription.json'))).toHaveLength(1)
  for (const [name, bytes] of Object.entries(files))
    expect([name, Buffer.from(bytes).includes('maria@maria.example')]).toEqual([name, false])

  world.clock.now = new Date(world.clock.now.getTime() + 8 * 86_400_000)
  expect((await susi.get(path)).status).toBe(404)
})

test('a copy holds no file that the virus scanner has not let through, and waits for the scanner itself', async () => {
  const { write, db, clock, ada, settle, context } = world
  const brought = Buffer.from('Nobody has looked into this yet. ')
  await write((tx) => setScanning(tx, true))
  await write((tx) => keepFile(tx, { name: 'unseen.txt', type: 'text/plain', content: brought, personId: ada.personId, at: clock.now }))
  const browser = await world.as(ada)
  expect((await browser.post('/me/exports')).status).toBe(303)
  await makeCopy({ exportId: await newest() }, context)
  const id = await newest()
  const { fileId } = await db.selectFrom('personalExport').select('fileId').where('id', '=', id).executeTakeFirstOrThrow()
  expect(fileId).not.toBeNull()
  // The copy is a file like any other: nobody opens it before it is found clean.
  await expect(Array.fromAsync(readFileBytes(db, fileId ?? 0))).rejects.toThrow('File not found')
  const held = await browser.get(`/me/exports/${id}/file`)
  expect([held.status, await held.text()]).toEqual([404, expect.not.stringContaining('PK')])

  const content = await db.selectFrom('file').select('contentId').where('id', '=', fileId).executeTakeFirstOrThrow()
  await write((tx) => noteVerdict(tx, content.contentId, { clean: true, found: '' }, clock.now))
  await write((tx) => setScanning(tx, false))
  const files = unzipSync(new Uint8Array(await (await browser.get(`/me/exports/${id}/file`)).arrayBuffer()))
  for (const [name, bytes] of Object.entries(files)) expect([name, Buffer.from(bytes).includes(brought)]).toEqual([name, false])
  await db.updateTable('fileContent').set({ scan: null }).where('scan', '=', 'waiting').execute()
  await settle()
})

test('a copy holds what its person handed in, byte for byte, and nothing that others did', async () => {
  const { write, clock, ada, maria, group, settle } = world
  // Two megabytes that do not compress: more than one piece.
  const slides = randomBytes(2_000_000)
  const letter = mail({ from: 'Ada <ada@ada.example>', subject: 'To the office', id: 'office@ada.example', text: 'For the coordinator.' })
  await write(async (tx) => {
    const keep = (name: string, content: Uint8Array, personId: number) =>
      keepFile(tx, { name, content, type: 'text/plain', personId, at: clock.now })
    await keep('../how we / do it.bin', slides, ada.personId)
    await keep('theirs.txt', Buffer.from('Maria handed this in.'), maria.personId)
    // An archive of a list holds what others wrote.
    const archive = await keep('lectio-l.mbox', Buffer.from('From somebody else\n\nNot hers.'), ada.personId)
    const { id } = await tx
      .insertInto('moveUpload')
      .values({ personId: ada.personId, listName: 'lectio-l', groupId: group.groupId, choices: '{}', createdAt: clock.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('moveFile').values({ uploadId: id, name: 'lectio-l.mbox', fileId: archive.id }).execute()
    const keeper = { ...program(clock.now), grants: [{ role: 'administrator' as const, groupId: null, communityId: null }] }
    await openAddress(tx, keeper, { name: 'office', title: 'Coordinator', role: 'coordinator', groupId: group.groupId }, false)
  })
  await acceptMail(write, { raw: letter, mailFrom: ada.email, rcptTo: ['office@lists.localhost'], via: 'cli' })
  await settle()
  const browser = await world.as(ada)
  await browser.post('/me/exports')
  await settle()
  const files = unzipSync(new Uint8Array(await (await browser.get(`/me/exports/${await newest()}/file`)).arrayBuffer()))
  const brought = Object.keys(files).filter((name) => name.startsWith('files/'))
  expect(brought).toEqual([expect.stringMatching(/^files\/\d+-[^/]*do it\.bin$/)])
  expect(Buffer.from(files[brought[0] ?? ''] ?? []).equals(slides)).toBe(true)
  expect(Buffer.from(files['offices.mbox'] ?? []).toString()).toContain('For the coordinator.')
  for (const [name, bytes] of Object.entries(files)) {
    expect([name, Buffer.from(bytes).includes('Maria handed this in.')]).toEqual([name, false])
    expect([name, Buffer.from(bytes).includes('Not hers.')]).toEqual([name, false])
  }

  // The copy is a file of hers, too, and stays out of the next one.
  clock.now = new Date(clock.now.getTime() + 2 * 86_400_000)
  await browser.post('/me/exports')
  await settle()
  const next = unzipSync(new Uint8Array(await (await browser.get(`/me/exports/${await newest()}/file`)).arrayBuffer()))
  expect(Object.keys(next).filter((name) => name.startsWith('files/'))).toEqual(brought)
})

const newest = async () =>
  (await world.db.selectFrom('personalExport').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()).id

test('who asks is erased by an administrator: the thread still reads, nothing tells of her, and she cannot come in', async () => {
  await talk()
  await askForHelp()
  expect(await lettersTelling(/sandmann@home|susi@susi/)).toEqual(['list.help', 'list.help'])
  const susi = await world.as(world.susi)
  await susi.post('/me/erasure', { scope: 'name', note: 'I have left.' })
  // Nothing is sent to whom nothing is known of any more: they read it before.
  expect(await (await susi.get('/me')).text()).toContain('We cannot write to you when it is erased.')
  expect((await susi.post('/me/erasure', { scope: 'name' })).status).toBe(409)
  const { id } = await world.db.selectFrom('erasureRequest').select('id').executeTakeFirstOrThrow()
  expect((await (await world.as(world.carla)).post(`/admin/erasures/${id}`, { decision: 'erase' })).status).toBe(404)
  const ada = await world.as(world.ada)
  const others = await keptOfOthers(world)
  expect(others.every(({ length }) => length > 0)).toBe(true)
  expect((await ada.post(`/admin/erasures/${id}`, { decision: 'refuse' })).status).toBe(422)
  expect((await ada.post(`/admin/erasures/${id}`, { decision: 'erase' })).status).toBe(303)
  expect((await ada.post(`/admin/erasures/${id}`, { decision: 'erase' })).status).toBe(409)
  await world.settle()
  const left = await keptOfOthers(world)
  for (const [at, rows] of others.entries()) expect(left[at]).toEqual(expect.arrayContaining(rows))

  expect(await lettersTelling(/sandmann|susi@susi/i)).toEqual([])

  const carla = await world.as(world.carla)
  const thread = await (await carla.get('/lists/lectio-l/t/one%40susi.example')).text()
  expect(thread).toContain('How do you roll over?')
  expect(thread).toContain('By hand.')
  expect(thread).toContain('A former member')
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.maria.personId).execute()
  const german = await (await (await world.as(world.maria)).get('/lists/lectio-l/t/one%40susi.example')).text()
  expect(german).toContain('Früheres Mitglied')
  expect(german).not.toMatch(/(?:>|")A former member|A former member(?:<|")/)
  const raws = await (await carla.get('/lists/lectio-l/mbox')).text()
  for (const shown of [thread, raws, await (await carla.get('/search?q=Sandmann')).text()].map((page) =>
    page.replaceAll('value="Sandmann"', ''),
  ))
    expect(shown).not.toMatch(/Susi Sandmann|susi@susi\.example/)
  expect((await susi.get('/me')).status).toBe(303)
  await (await world.as()).post('/sign-in', { email: 'susi@susi.example' })
  await world.settle()
  expect((await world.postbox()).filter((one) => one.email === 'susi@susi.example')).toEqual([])
  const { rows } = await world.database.pool.query(
    "select from address where email ~ 'susi' union all select from person where name ~* 'sandmann'",
  )
  expect(rows).toEqual([])
  const lines = await world.db.selectFrom('journal').select('action').where('action', 'like', '%eras%').orderBy('id').execute()
  expect(lines.map((line) => line.action)).toEqual(['erasure.asked', 'person.erased'])
})

test('erased with her words, she holds no role, speaks in no kept version and is found by no search', async () => {
  await talk()
  await world.give(world.susi, 'member', world.group.groupId)
  const { groupId } = world.group
  const { personId } = world.susi
  const at = world.clock.now
  await world.write(async (tx) => {
    const { id: caseId } = await tx
      .insertInto('userCase')
      .values({
        groupId,
        title: 'Zebras',
        problem: 'Zebras everywhere',
        authorId: personId,
        state: 'open',
        visibility: 'subscribers',
        consent: 'unasked',
        origin: 'web',
        saidAt: at,
        capturedAt: at,
        changedAt: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const kept = { caseId, number: 1, fields: JSON.stringify({ problem: 'Older zebras' }), changedBy: personId, changedAt: at }
    await tx.insertInto('userCaseVersion').values(kept).execute()
    await indexCase(tx, caseId)
  })
  const carla = await world.as(world.carla)
  expect(await (await carla.get('/search?q=zebras')).text()).toContain('<mark>Zebras</mark> everywhere')
  await deliver(
    { from: 'Susi Sandmann <susi@susi.example>', subject: 'Held', text: 'Zebra talk', id: 'held@x.example' },
    'susi@susi.example',
  )

  await (await world.as(world.susi)).post('/me/erasure', { scope: 'words' })
  const { id } = await world.db.selectFrom('erasureRequest').select('id').executeTakeFirstOrThrow()
  await (await world.as(world.ada)).post(`/admin/erasures/${id}`, { decision: 'erase' })

  expect((await (await carla.get('/search?q=zebras')).text()).replaceAll('value="zebras"', '')).not.toMatch(/everywhere/)
  const terms = await world.db.selectFrom('appointment').select('toOn').where('personId', '=', personId).execute()
  expect(terms).toEqual([{ toOn: '2026-10-16' }])
  const { rows } = await sql<{
    words: string
  }>`select t::text as words from user_case t union all select t::text from user_case_version t`.execute(world.db)
  expect(rows.map((row) => row.words).join('\n')).not.toMatch(/zebra/i)
})

test('with her words too, her messages are empty and answers to them stay', async () => {
  await talk()
  await (await world.as(world.susi)).post('/me/erasure', { scope: 'words' })
  const { id } = await world.db.selectFrom('erasureRequest').select('id').executeTakeFirstOrThrow()
  await (await world.as(world.ada)).post(`/admin/erasures/${id}`, { decision: 'erase' })
  const carla = await world.as(world.carla)
  const thread = await (await carla.get('/lists/lectio-l/t/one%40susi.example')).text()
  expect(thread).toContain('By hand.')
  expect(thread).toContain('A former member')
  expect((await carla.get('/lists/lectio-l/m/one%40susi.example/raw')).status).toBe(404)
  const message = await world.db
    .selectFrom('message')
    .select(['text', 'fromEmail'])
    .where('messageId', '=', 'one@susi.example')
    .executeTakeFirstOrThrow()
  expect(message).toEqual({ text: '', fromEmail: '' })
})

test('what was erased after a backup was made is erased again when the backup is restored; a line that somebody else wrote is not', async () => {
  await talk()
  // A second world is the restored backup of the first: the same before, nothing of what came after.
  const restored = await makeWorld()
  const before = world
  world = restored
  await talk()
  world = before
  await (await world.as(world.susi)).post('/me/erasure', { scope: 'name' })
  const { id } = await world.db.selectFrom('erasureRequest').select('id').executeTakeFirstOrThrow()
  await (await world.as(world.ada)).post(`/admin/erasures/${id}`, { decision: 'erase' })
  const carla = await world.as(world.carla)
  await carla.post('/lists/lectio-l/m/two%40maria.example/remove', { kind: 'words', words: 'By hand', reason: 'A secret', step: 'remove' })

  const content = (await listLedger(world.db)).map((entry) => writeEntry(world.site.secret, entry)).join('')
  expect(content).not.toMatch(/hand|susi|sandmann/i)
  expect(() => readLedger(world.site.secret, content.replace('"kind":"person"', '"kind":"persom"'))).toThrow(/Line 1/)
  expect(() => readLedger('another secret of a site', content)).toThrow(/Line 1/)

  const ledger = readLedger(world.site.secret, content)
  expect(await replay(restored.db, restored.write, world.site.secret, consequences, ledger)).toBe(2)
  expect(await replay(restored.db, restored.write, world.site.secret, consequences, ledger)).toBe(0)
  const rows = await restored.db.selectFrom('message').select(['fromName', 'text']).orderBy('id').execute()
  expect(rows.map((row) => row.fromName)).toEqual(['A former member', 'Maria'])
  expect(rows.map((row) => row.text).join('\n')).not.toMatch(/by hand|sandmann|susi@/i)
  expect(rows[1]?.text).toContain('[removed]')
  await restored.end()
})

test('things are kept as long as the rules say, shown before it happens, and noted', async () => {
  await talk()
  const ada = await world.as(world.ada)
  expect((await ada.post('/admin/retention', { letters: '3' })).status).toBe(422)
  expect((await ada.post('/admin/retention', { letters: '30', incoming: '30' })).status).toBe(303)
  await (await world.as()).post('/sign-in', { email: 'susi@susi.example' })
  await deliver({ from: 'Otto <otto@otto.example>', subject: 'Held', text: 'Held.' }, 'otto@otto.example')
  await world.db.updateTable('delivery').set({ state: 'sent' }).execute()
  world.clock.now = new Date(world.clock.now.getTime() + 40 * 86_400_000)
  expect(await (await ada.get('/admin/privacy')).text()).toMatch(/to delete tonight: [1-9]/)
  const { sweep } = await import('../src/privacy/jobs.ts')
  await sweep({}, world.context)
  expect(await world.db.selectFrom('letter').select('id').where('bytes', '<>', Buffer.alloc(0)).execute()).toEqual([])
  // Archived and held mail stays.
  expect(await world.db.selectFrom('rawMail').select('id').where('bytes', 'is', null).execute()).toEqual([])
  const lines = await world.db.selectFrom('journal').select('subject').where('action', '=', 'retention.applied').execute()
  expect(lines).toEqual([{ subject: 'retention:letters' }])
})

test('the notice has versions, and who agrees to which, when, is on record', async () => {
  const susi = await world.as(world.susi)
  expect(await (await (await world.as()).get('/privacy')).text()).toContain('Version 1')
  await susi.post('/me/privacy/agree', { version: '1' })
  await (await world.as(world.ada)).post('/admin/notices', {
    en: 'New words.',
    de: 'Neue Worte.',
    fr: 'Mots nouveaux.',
    es: 'Palabras nuevas.',
  })
  expect(await (await susi.get('/privacy')).text()).toContain('New words.')
  expect(await (await susi.get('/privacy?version=1')).text()).toContain('older version')
  expect((await susi.post('/me/privacy/agree', { version: '1' })).status).toBe(409)
  const settings = await (await susi.get('/me')).text()
  expect(settings).toContain('not agreed to this version')
  // Above the fold it is said as what she can do, not as what she has left undone.
  expect(settings).toContain('You can agree to the privacy notice')
  const rows = await world.db.selectFrom('consent').select(['personId', 'version', 'agreedAt']).execute()
  expect(rows).toEqual([{ personId: world.susi.personId, version: 1, agreedAt: world.clock.now }])
})

test('an administrator sees the site as somebody else for an hour, under a banner, and neither votes nor reads what is private', async () => {
  const ada = await world.as(world.ada)
  expect((await ada.post('/admin/acting', { email: 'nobody@elsewhere.example', reason: 'To help' })).status).toBe(422)
  expect((await ada.post('/admin/acting', { email: 'susi@susi.example', reason: 'She sees no threads' })).status).toBe(303)
  const today = await (await ada.get('/today')).text()
  expect(today).toContain('You view the site as <b>Susi</b>')
  expect((await ada.get('/admin/outbox')).status).toBe(404)
  for (const path of ['/me', '/me/addresses', '/me/sign-in', '/me/tokens', '/me/privacy', '/me/subscriptions'])
    expect([path, (await ada.get(path)).status]).toEqual([path, 403])
  expect((await ada.post('/me/exports')).status).toBe(403)

  expect((await ada.post('/lists/lectio-l/write', { subject: 'For her', text: 'Written by Ada for Susi' })).status).toBe(403)
  expect((await ada.post('/acting/end')).status).toBe(303)
  expect((await ada.get('/admin/outbox')).status).toBe(200)
  const lines = await world.db
    .selectFrom('journal')
    .select(['action', 'personId', 'behindId'])
    .where((e) => e.or([e('action', 'like', 'acting.%'), e('behindId', 'is not', null)]))
    .orderBy('id')
    .execute()
  expect(lines[0]).toEqual({ action: 'acting.began', personId: world.ada.personId, behindId: null })
  expect(lines.at(-1)).toEqual({ action: 'acting.ended', personId: world.ada.personId, behindId: null })
  expect(await (await (await world.as(world.susi)).get('/me')).text()).toContain('Ada: She sees no threads')

  await ada.post('/admin/acting', { email: 'susi@susi.example', reason: 'Again' })
  world.clock.now = new Date(world.clock.now.getTime() + 61 * 60_000)
  expect((await ada.get('/admin/outbox')).status).toBe(200)
  expect((await (await world.as(world.carla)).get('/admin/acting')).status).toBe(404)
})

test('who asks to join by the page agrees to the notice that it names, and it is hers once she is on the list', async () => {
  await world.db.updateTable('list').set({ joinPolicy: 'confirm' }).where('id', '=', world.listId).execute()
  const visitor = await world.as()
  expect(await (await visitor.get('/lists/lectio-l')).text()).toContain('href="/privacy"')
  await visitor.post('/lists/lectio-l/join', { email: 'nora@northfield.example', name: 'Nora' })
  await world.settle()
  const letter = (await world.postbox()).findLast((one) => one.email === 'nora@northfield.example')
  const text = letter?.bytes?.toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? ''
  await visitor.post(/http:\/\/rapport\.test(\/confirm\/[a-z2-7]+)/.exec(text)?.[1] ?? '')
  const rows = await world.db
    .selectFrom('consent')
    .innerJoin('person', 'person.id', 'consent.personId')
    .select(['person.name', 'consent.version', 'consent.via'])
    .execute()
  expect(rows).toEqual([{ name: 'Nora', version: 1, via: 'web' }])
})
