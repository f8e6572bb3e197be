import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createAuth } from '../../src/auth.ts'
import { withBundle } from '../../src/edges/cli/site-bundle.ts'
import { exportSite } from '../../src/edges/cli/site-export-site.ts'
import { createApp } from '../../src/edges/http/app.tsx'
import { takeInSite } from '../../src/imports/site-actions.ts'
import { leftBehind } from '../../src/imports/site-rules.ts'
import { chainJournal } from '../../src/journal/actions.ts'
import { verifyJournal } from '../../src/journal/queries.ts'
import { connect, type Database } from '../../src/lib/db/connect.ts'
import { readMbox } from '../../src/lib/mail/mbox.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import { type RoleName, roles } from '../access.ts'
import { createDatabase, dropDatabase } from '../database.ts'
import { byTurns } from '../turns.ts'
import type { Person, World } from '../world.ts'

let old: World
let fresh: World
let database: Database
let bundle: string
let folder: string
let people: Record<RoleName, Person | undefined>

beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  old = furnished
  people = { visitor: undefined, ...furnished }
  // What pages are about is there before it leaves.
  for (const [address, { renew }] of Object.entries(access)) if (address.startsWith('GET ')) await renew?.(old)
  // They stay behind, each with its reason (moving/site/rules.ts): nothing of them is to be compared.
  for (const table of ['webhookDelivery', 'webhook', 'signInProvider', 'moveFile', 'moveUpload'] as const)
    await old.db.deleteFrom(table).execute()
  await old.write((tx) => chainJournal(tx))
  folder = mkdtempSync(join(inject('runFolder'), 'leaving-'))
  bundle = join(folder, 'site.zip')
  await exportSite(old.database, bundle, { site: old.site, now: old.clock.now })

  const url = await createDatabase()
  await withBundle(bundle, (laid, manifest) => takeInSite(url, laid, manifest, { log: pino({ level: 'silent' }) }))
  database = connect(url, { size: 4 })
  const auth = createAuth({ db: database.db, write: database.write, site: old.site, now: old.context.now })
  const context = { ...old.context, db: database.db, write: database.write, auth }
  const ground = { ...old.ground, database, context }
  fresh = { ...old, database, db: database.db, write: database.write, url, context, ground, app: createApp(ground) }
  // Everybody signs in anew, since sessions stay behind.
  fresh.as = (person) => old.visit(fresh.app, context, person)
})
afterAll(async () => {
  await database.close()
  dropDatabase(fresh.url)
  await old.end()
})

// Made anew for each answer, or counted by what was asked before or goes on beside it, or the disk, to which others write meanwhile.
const passing = [
  /nonce="[^"]*"/g,
  /(?<= since=")\d+(?=")/g,
  /(?<=name="key" value=")[0-9a-f-]{36}/g,
  /(?<="?request-?[Ii]d"?:\s?)"[^"]*"/g,
  /(?<="disk":)\{[^}]*\}/g,
]
// What tells of the old site's own workings: sessions stay behind, on purpose.
const own = new Map([
  ['GET /me', 'her sessions and passkeys'],
  ['GET /metrics', 'what this process did'],
  ...['/oauth/jwks', '/admin/guests', '/admin/guests/:guest'].map(
    (page) => [`GET ${page}`, 'programs and sites, which know the old one by its address and key'] as const,
  ),
  ...['/sign-in', '/sign-in/institutions', '/admin/sign-in', '/admin/sign-in/federations/:federation'].map(
    (page) => [`GET ${page}`, 'federations, which know the old site by its address'] as const,
  ),
])

test('Leaving: a site that is exported and taken into an empty Rapport answers alike at every address, for everybody', {
  timeout: 1_200_000,
}, async () => {
  const different: string[] = []
  const asked = Object.entries(access).filter(([address]) => address.startsWith('GET ') && !own.has(address))
  expect([...own.keys()].filter((address) => !(address in access))).toEqual([])
  for (const role of roles) {
    const [before, after] = [await old.as(people[role]), await fresh.as(people[role])]
    // What one role asks in a row, many people ask in a day.
    for (const { db } of [old, fresh]) await db.deleteFrom('rateWindow').execute()
    // Who coordinates is shown most; the others take turns.
    for (const [, row] of role === 'carla' ? asked : byTurns(asked, roles.indexOf(role), 4)) {
      const path = row.path(old)
      const [mine, theirs] = [await before.get(path, row.headers), await after.get(path, row.headers)]
      const [was, is] = [await plain(mine), await plain(theirs)]
      if (mine.status !== theirs.status || was !== is)
        different.push(`${role} ${path}: ${mine.status} ${theirs.status} ${difference(was, is)}`)
    }
  }
  expect(different).toEqual([])
})

/** What an answer says. A file of an office program is what is in it, without the minute in which it was made. */
async function plain(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('openxmlformats'))
    return passing.reduce((all, what) => all.replaceAll(what, ''), await answer.text())
  const parts = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))).filter(([name]) => name !== 'docProps/core.xml')
  // A link in a document is named by chance each time that the document is made.
  return parts
    .map(
      ([name, bytes]) =>
        `${name}\n${Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/"rId[\w-]+"/g, '')}`,
    )
    .join('\n')
}

/** The first place where two texts part. */
function difference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return JSON.stringify([a.slice(Math.max(0, at - 40), at + 60), b.slice(Math.max(0, at - 40), at + 60)])
}

test('a list leaves as a mailbox that holds every mail byte for byte, its members and its settings', async () => {
  const { rows } = await old.database.pool.query<{ hash: string }>(
    "select encode(r.sha256, 'hex') as hash from message m join raw_mail r on r.id = m.raw_id where m.list_id = $1 order by 1",
    [old.listId],
  )
  await withBundle(bundle, async (laid) => {
    const list = join(laid, 'lists/lectio-l')
    const mails = await Array.fromAsync(readMbox(join(list, 'lectio-l.mbox')))
    expect(mails.map(({ raw }) => createHash('sha256').update(raw).digest('hex')).toSorted()).toEqual(rows.map(({ hash }) => hash))
    expect(rows.length).toBeGreaterThan(0)
    expect(readFileSync(join(list, 'members.csv'), 'utf8')).toContain('maria@maria.example,Maria,member,regular')
    expect(JSON.parse(readFileSync(join(list, 'settings.json'), 'utf8'))).toMatchObject({ fqdn_listname: 'lectio-l@lists.localhost' })
  })
})

test('every table leaves, or is named with the reason why not', async () => {
  const { rows } = await old.database.pool.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  )
  const names = rows.map(({ name }) => name)
  expect(Object.keys(leftBehind).filter((name) => !names.includes(name))).toEqual([])
  await withBundle(bundle, async (laid, manifest) => {
    const left = manifest.leftBehind.map(({ table }) => table)
    expect(manifest.leftBehind.every(({ why }) => why.length > 5)).toBe(true)
    const there = readdirSync(join(laid, 'data')).map((name) => name.replace('.jsonl', ''))
    // The bytes of files stand under files/.
    expect(names.filter((name) => !left.includes(name) && !there.includes(name))).toEqual(['file_chunk'])
  })
  for (const name of names.filter((one) => !(one in leftBehind))) {
    const count = async (world: World) => (await world.database.pool.query(`select count(*)::int as n from "${name}"`)).rows[0].n
    expect([name, await count(fresh)]).toEqual([name, await count(old)])
  }
  expect((await verifyJournal(database.db)).brokenAt).toBeNull()
})
