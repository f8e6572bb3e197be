import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { zstdDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { beginImport, storeBatch } from '../src/archive/import/actions.ts'
import { importMailbox, openMailbox, tryMailbox } from '../src/archive/import/mailbox-actions.ts'
import { prepare } from '../src/archive/import/prepare.ts'
import { found } from '../src/archive/import/rules.ts'
import { rebuildList } from '../src/edges/cli/rebuild.ts'
import { readMbox } from '../src/lib/mail/mbox.ts'
import { sayKept } from '../src/lib/ui/kept.ts'
import { openList } from '../src/list/actions.ts'
import { sharedData } from './shared.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let folder: string
let lists = 0

beforeAll(async () => {
  world = await makeWorld()
  folder = await mkdtemp(join(tmpdir(), 'rapport-import-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await world.end()
})

const actor = () => ({ ...program(world.clock.now), via: 'cli' as const })

/** A list that nothing is in yet. */
async function emptyList() {
  const { group, write } = world
  const name = `list-${++lists}`
  const id = await write((tx) => openList(tx, actor(), { groupId: group.groupId, communityIds: [], name, title: name }))
  return { id, groupId: group.groupId, language: 'en', name }
}
type List = Awaited<ReturnType<typeof emptyList>>

const bring = async (list: List, path: string) => importMailbox(world.database, actor(), list, await openMailbox(path))

async function mailbox(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content, 'latin1')
  return path
}

const mail = (id: string, { date = 'Mon, 5 Oct 2026 10:00:00 +0000', extra = '', body = 'It works here.' } = {}) =>
  `From maria@maria.example Mon Oct  5 10:00:00 2026\nFrom: Maria <maria@maria.example>\nSubject: Reading lists\nMessage-ID: <${id}@maria.example>\nDate: ${date}\n${extra}\n${body}\n\n`

test('a mailbox is in the archive, in its threads and in the index, and nobody was written to', async () => {
  const list = await emptyList()
  const path = await mailbox('plain', mail('one') + mail('two', { extra: 'In-Reply-To: <one@maria.example>\n', body: 'Zwiebelkuchen' }))
  const { balance } = await bring(list, path)
  expect(balance).toEqual({ imported: 2, repaired: 0, duplicate: 0, quarantined: 0 })

  const threads = await world.db.selectFrom('thread').select(['messages', 'subject']).where('listId', '=', list.id).execute()
  expect(threads).toEqual([{ messages: 2, subject: 'Reading lists' }])
  const writers = await world.db.selectFrom('message').select('personId').where('listId', '=', list.id).execute()
  expect(writers.map((row) => row.personId)).toEqual([world.maria.personId, world.maria.personId])
  expect(await world.postbox()).toEqual([])
  const carla = await world.as(world.carla)
  expect(await (await carla.get('/search?q=zwiebelkuchen')).text()).toContain('Reading lists')
  const visitor = await world.as()
  expect(await (await visitor.get('/search?q=zwiebelkuchen')).text()).toContain('No results')
  const journal = await world.db.selectFrom('journal').select('details').where('action', '=', 'archive.imported').execute()
  expect(journal.at(-1)?.details).toMatchObject({ imported: 2, quarantined: 0 })
})

test('the second time, everything is a duplicate and nothing changes', async () => {
  const list = await emptyList()
  const path = await mailbox('twice', ['a', 'b', 'c'].map((id) => mail(id)).join(''))
  await bring(list, path)
  const { balance, findings } = await bring(list, path)
  expect(balance).toEqual({ imported: 0, repaired: 0, duplicate: 3, quarantined: 0 })
  expect(findings.map((finding) => finding.offset)).toEqual([0, mail('a').length, 2 * mail('a').length])
  const rows = await world.db.selectFrom('message').select('id').where('listId', '=', list.id).execute()
  expect(rows).toHaveLength(3)
})

test('a mailbox of many batches goes in whole, in its order', async () => {
  const list = await emptyList()
  const path = await mailbox('many', Array.from({ length: 1_700 }, (_, i) => mail(`m${i}`)).join(''))
  const { balance } = await bring(list, path)
  expect(balance).toEqual({ imported: 1_700, repaired: 0, duplicate: 0, quarantined: 0 })
  const rows = await world.db.selectFrom('message').select('messageId').where('listId', '=', list.id).orderBy('id').execute()
  expect(rows.map((row) => row.messageId)).toEqual(Array.from({ length: 1_700 }, (_, i) => `m${i}@maria.example`))
})

test('a dry run tells the same balance and leaves nothing behind', async () => {
  const list = await emptyList()
  const path = await mailbox('dry', `no mail at all\n\n${mail('d1')}${mail('d1')}${mail('d2', { date: 'Thu, 1 Jan 1970 00:00:00 +0000' })}`)
  const dry = await tryMailbox(world.database, world.clock.now, list.id, await openMailbox(path), new Set())
  expect(await world.db.selectFrom('mailImport').select('id').where('listId', '=', list.id).execute()).toEqual([])
  const wet = await bring(list, path)
  expect(dry.balance).toEqual(wet.balance)
  expect(dry.findings).toEqual(wet.findings)
  expect(wet.balance).toEqual({ imported: 1, repaired: 1, duplicate: 1, quarantined: 1 })
})

test('dates of 1970 and 2098 are mended, and the day of the From line is taken', async () => {
  const list = await emptyList()
  const path = await mailbox(
    'dates',
    mail('past', { date: 'Thu, 1 Jan 1970 00:00:00 +0000' }) + mail('future', { date: 'Sun, 2 Mar 2098 00:00:00 +0000' }),
  )
  const { findings } = await bring(list, path)
  expect(findings.map(({ outcome }) => outcome)).toEqual(['repaired', 'repaired'])
  expect(sayKept(findings[0]?.reason ?? '')).toContain('1 January 1970 cannot be true')
  expect(sayKept(findings[0]?.reason ?? '', 'de')).toContain('Das Datum 1. Januar 1970 kann nicht stimmen')
  const rows = await world.db.selectFrom('message').select('sentAt').where('listId', '=', list.id).execute()
  expect(rows.map((row) => row.sentAt.toISOString())).toEqual(['2026-10-05T10:00:00.000Z', '2026-10-05T10:00:00.000Z'])
})

test('what is no mail keeps its bytes for a person to look at', async () => {
  const list = await emptyList()
  const stray = 'This was a diary.\nNot a mail.\n\n'
  const path = await mailbox('stray', stray + mail('s1'))
  const { importId, balance } = await bring(list, path)
  expect([balance.quarantined, found(balance)]).toEqual([1, 2])
  const kept = await world.db
    .selectFrom('importFinding')
    .innerJoin('rawMail', 'rawMail.id', 'importFinding.rawId')
    .select(['rawMail.bytes', 'importFinding.atByte'])
    .where('importId', '=', importId)
    .execute()
  expect(kept.map((row) => [row.atByte, zstdDecompressSync(row.bytes ?? Buffer.alloc(0)).toString()])).toEqual([[0, stray]])
})

test('8-bit headers, CRLF, Content-Length and an unquoted From line are met and told', async () => {
  const list = await emptyList()
  const crlf = mail('crlf').replaceAll('\n', '\r\n')
  const eight = mail('eight').replace('Subject: Reading lists', 'Subject: Gr\xfc\xdfe')
  const body = 'From here on it is quoted text.\n'
  const counted = mail('counted', { extra: `Content-Length: ${body.length}\n`, body: body.trimEnd() })
  const path = await mailbox('odd', crlf + eight + counted + mail('last', { body: 'cut he' }).slice(0, -5))
  const { balance, findings } = await bring(list, path)
  expect(found(balance)).toBe(4)
  expect(sayKept(findings.at(-1)?.reason ?? '')).toContain('The file ends in the middle of a line.')
  const rows = await world.db.selectFrom('message').select('subject').where('listId', '=', list.id).orderBy('id').execute()
  expect(rows.map((row) => row.subject)).toEqual(['Reading lists', 'Grüße', 'Reading lists', 'Reading lists'])
})

test('an import that was cut off goes on where it was', async () => {
  const list = await emptyList()
  const path = await mailbox('cut', Array.from({ length: 30 }, (_, i) => mail(`n${i}`)).join(''))
  const box = await openMailbox(path)
  const entries = await Array.fromAsync(readMbox(path))
  const begun = await world.write((tx) => beginImport(tx, actor(), list, box))
  await world.write((tx) =>
    storeBatch(
      tx,
      begun,
      entries.slice(0, 12).map((entry) => prepare(entry, world.clock.now)),
    ),
  )
  const done = await bring(list, path)
  expect(done.importId).toBe(begun.id)
  expect(done.balance).toEqual({ imported: 30, repaired: 0, duplicate: 0, quarantined: 0 })
})

test('what an import brings is found by the same words as what comes by mail', async () => {
  const list = await emptyList()
  const text = `Wir übernehmen Literaturlisten; “naïve” co-editors (see §3)\nhttps://alma.example/d'o?q='x'&y=\\z of the old term’s lists at 10.30.`
  await bring(list, await mailbox('words', Buffer.from(mail('words', { body: text }))))
  const vector = async () =>
    (
      await world.database.pool.query<{ id: number; vector: string }>(
        `select d.id, d.vector::text from search_document d join message m on m.id = d.subject_id and d.kind = 'message' where m.list_id = $1`,
        [list.id],
      )
    ).rows[0]
  const imported = await vector()
  expect(imported?.vector).toContain("'literaturlisten'")
  // Made anew by the statement that every new mail goes through; what is there as it should be keeps its number.
  expect(await rebuildList(world.database, { id: list.id, language: list.language })).toEqual({ messages: 1, failed: [] })
  expect(await vector()).toEqual(imported)
})

test('the words of an import are made by one connection, however many batches are read ahead', async () => {
  const list = await emptyList()
  const path = await mailbox('ahead', Array.from({ length: 1_600 }, (_, i) => mail(`ahead-${i}`)).join(''))
  let [under, most] = [0, 0]
  const db = world.db.withPlugin({
    transformQuery({ node }) {
      most = Math.max(most, ++under)
      return node
    },
    async transformResult({ result }) {
      await setTimeout(50)
      under--
      return result
    },
  })
  const { balance } = await importMailbox({ write: world.write, db }, actor(), list, await openMailbox(path))
  expect([found(balance), balance.imported, most]).toEqual([1_600, 1_600, 1])
})

test('a mail that the database refuses is set aside, and its neighbours go in', async () => {
  const list = await emptyList()
  // Longer than a row of an index may be, in signs of three bytes that do not compress.
  const id = String.fromCodePoint(...Array.from({ length: 950 }, (_, i) => 0x4e00 + ((i * 7_919) % 20_000)))
  const huge = mail('x').replace('x@maria.example', `${id}@maria.example`)
  const odd = await mailbox('refused', Buffer.from(mail('r4') + huge + mail('r5')))
  const { balance, findings } = await bring(list, odd)
  expect(balance).toEqual({ imported: 2, repaired: 0, duplicate: 0, quarantined: 1 })
  expect(sayKept(findings[0]?.reason ?? '')).toContain('cannot be stored')
})

test('whatever the bytes are, the balance is the sum of what was found', async () => {
  const piece = fc.oneof(
    fc.constantFrom('a', 'b', 'c', 'd').map((id) => mail(id)),
    fc.constantFrom('a', 'b').map((id) => mail(id, { date: 'yesterday', body: 'From me to you\n>From him' })),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('\n\n', 'From nobody Mon Oct  5 10:00:00 2026\n', '\0\0\0', 'Subject: alone\n\n'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const list = await emptyList()
      const path = await mailbox('any', Buffer.from(pieces.join('')))
      const entries = await Array.fromAsync(readMbox(path))
      const { balance, findings } = await bring(list, path)
      expect(found(balance)).toBe(entries.length)
      expect(findings.length).toBe(found(balance) - balance.imported)
      const rows = await world.db.selectFrom('message').select('id').where('listId', '=', list.id).execute()
      expect(rows.length).toBe(balance.imported + balance.repaired)
    }),
    { numRuns: 15 },
  )
})

const threading = sharedData('threading')

describe.skipIf(!threading)('real mailboxes', () => {
  const at = (...parts: string[]) => join(threading ?? '', ...parts)

  test('three exports of one month are the same messages', async () => {
    const list = await emptyList()
    const [first, ...others] = ['listsao', 'mailarchiesao', 'mboxvm'].map((name) => at('ponymail', `ponymail-dev-1080-${name}.mbox`))
    const { balance } = await bring(list, first ?? '')
    expect(balance.imported + balance.repaired).toBe(1)
    for (const other of others) expect((await bring(list, other)).balance).toMatchObject({ imported: 0, repaired: 0, duplicate: 1 })
  })

  test('nothing is lost or doubled, in any of them', async () => {
    for (const suite of ['ponymail', 'ietf-mailarchive', 'perceval', 'mox', 'bigbang']) {
      for (const name of await readdir(at(suite))) {
        const list = await emptyList()
        const path = at(suite, name)
        const entries = await Array.fromAsync(readMbox(path))
        const { balance } = await bring(list, path)
        expect.soft(found(balance), `${suite}/${name}`).toBe(entries.length)
        const stored = await world.db
          .selectFrom('message')
          .innerJoin('rawMail', 'rawMail.id', 'message.rawId')
          .select(['rawMail.bytes', 'message.messageId'])
          .where('message.listId', '=', list.id)
          .execute()
        expect.soft(stored.length, `${suite}/${name}`).toBe(balance.imported + balance.repaired)
        const raws = new Set(entries.map((entry) => entry.raw.toString('latin1')))
        expect.soft(stored.every((row) => raws.has(zstdDecompressSync(row.bytes ?? Buffer.alloc(0)).toString('latin1')))).toBe(true)
        const again = (await bring(list, path)).balance
        expect.soft(again, `${suite}/${name}`).toEqual({
          imported: 0,
          repaired: 0,
          duplicate: found(balance) - balance.quarantined,
          quarantined: balance.quarantined,
        })
      }
    }
  })

  test('the order of the months plays no part', async () => {
    const [one, other] = [await emptyList(), await emptyList()]
    const [group = ''] = await readdir(at('pipermail-twisted'))
    const folderOf = at('pipermail-twisted')
    const files = (await readdir(folderOf, { recursive: true }))
      .filter((name) => name.endsWith('.txt') && name.startsWith(group))
      .slice(0, 4)
    for (const file of files) await bring(one, join(folderOf, file))
    for (const file of files.toReversed()) await bring(other, join(folderOf, file))
    const threadsOf = async (list: List) => {
      const rows = await world.db.selectFrom('message').select(['messageId', 'threadId']).where('listId', '=', list.id).execute()
      return new Set(
        [...Map.groupBy(rows, (row) => row.threadId).values()].map((group) =>
          group
            .map((row) => row.messageId)
            .sort()
            .join(' '),
        ),
      )
    }
    const first = await threadsOf(one)
    expect(first.size).toBeGreaterThan(1)
    expect(await threadsOf(other)).toEqual(first)
  })
})
