import { createHash } from 'node:crypto'
import { cpSync, type Dirent, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { unzipSync } from 'fflate'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { readArchiveArguments, writeMembersArchives } from '../src/edges/cli/archive/command.ts'
import { besideIts, writeArchive } from '../src/edges/cli/archive/write.ts'
import { withBundle } from '../src/edges/cli/site-bundle.ts'
import { exportSite } from '../src/edges/cli/site-export-site.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { takeInSite } from '../src/imports/site-actions.ts'
import { emptied, leftBehind, type Manifest } from '../src/imports/site-rules.ts'
import { connect } from '../src/lib/db/connect.ts'
import { createDatabase, dropDatabase } from './database.ts'
import { mail } from './mail.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

let world: World
let folder: string
let laid: string
beforeAll(async () => {
  world = await makeWorld()
  await acceptMail(world.write, {
    raw: mail({ from: 'Maria <maria@maria.example>', subject: 'Leaving', id: 'one@maria.example', text: 'From here\nto there' }),
    mailFrom: 'maria@maria.example',
    rcptTo: ['lectio-l@lists.localhost'],
    via: 'cli',
  })
  // Held: a mail that stands in no archive.
  await acceptMail(world.write, {
    raw: mail({ from: 'Otto <otto@otto.example>', subject: 'Held', id: 'held@otto.example', text: 'May I?' }),
    mailFrom: 'otto@otto.example',
    rcptTo: ['lectio-l@lists.localhost'],
    via: 'cli',
  })
  await world.settle()
  await world.as(world.maria)
  await world.write((tx) => tokenOf(tx, world.clock.now, world.maria))
  folder = mkdtempSync(join(inject('runFolder'), 'site-'))
  laid = join(folder, 'open')
  await exportSite(world.database, laid, { site: world.site, now: world.clock.now })
})
afterAll(() => world.end())

/** A copy of the export, to be spoiled. */
function copy(): string {
  const path = mkdtempSync(join(folder, 'copy-'))
  cpSync(laid, path, { recursive: true })
  return path
}

async function emptyDatabase(): Promise<string> {
  const url = await createDatabase()
  onTestFinished(() => dropDatabase(url))
  return url
}

const takeIn = (path: string, url: string) =>
  withBundle(path, (at, manifest) => takeInSite(url, at, manifest, { log: pino({ level: 'silent' }) }))

async function countPeople(url: string): Promise<number> {
  const database = connect(url, { size: 1 })
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from person').finally(() => database.close())
  return rows[0]?.n ?? -1
}

/** Changes a file and says so in the manifest: what only the database can find out. */
function forge(path: string, name: string, change: (text: string) => string): void {
  const text = change(readFileSync(join(path, name), 'utf8'))
  writeFileSync(join(path, name), text)
  const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest
  const entry = manifest.files.find((file) => file.name === name)
  if (!entry) throw new Error(`no ${name}`)
  Object.assign(entry, { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') })
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest))
}

describe('an export of the whole site', () => {
  test('is open files: lines of JSON, mailboxes, Markdown, a calendar and tables', () => {
    expect(readdirSync(laid).toSorted()).toEqual(
      ['README.txt', 'data', 'groups', 'lists', 'mail', 'manifest.json', 'meetings.ics', 'register.csv'].toSorted(),
    )
    const people = readFileSync(join(laid, 'data/person.jsonl'), 'utf8').trim().split('\n')
    expect(people.map((line) => (JSON.parse(line) as { name: string }).name)).toContain('Maria')
    expect(readFileSync(join(laid, 'lists/lectio-l/lectio-l.mbox'), 'utf8')).toContain('>From here')
    expect(readdirSync(join(laid, 'mail'))).toHaveLength(1)
    expect(readFileSync(join(laid, 'meetings.ics'), 'utf8')).toContain('BEGIN:VCALENDAR')
    expect(readFileSync(join(laid, 'groups/lectio/roster.csv'), 'utf8')).toContain('Carla')
    expect(statSync(laid).mode & 0o777).toBe(0o700)
  })

  test('holds no session, code, token or key, and says so', () => {
    for (const name of ['auth_session', 'api_token', 'passkey', 'ballot_key', 'signing_key'])
      expect([name, existsSync(join(laid, `data/${name}.jsonl`))]).toEqual([name, false])
    const readme = readFileSync(join(laid, 'README.txt'), 'utf8')
    expect(readme).toContain('- api_token: Tokens of programs')
    expect(readme).toContain('- ballot_key: The key of an open ballot')
  })

  // A column that is named like a secret is looked at by somebody before it leaves.
  test('has no column that may be a secret unless it is known to be none', async () => {
    const { rows } = await world.database.pool.query<{ column: string; table: string }>(
      `select c.relname as table, c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('text'::regtype, 'bytea'::regtype, 'uuid'::regtype) and a.attname ~ '(secret|token|password|private|sealed|_key$|^key$|hash|session)' order by 2`,
    )
    const known = {
      'acting.session_id': 'emptied',
      'ballot.public_key': 'public',
      'ballot.seed_hash': 'published',
      'calendar_feed.token_hash': 'a hash of 160 random bits: the address that people have in their calendars goes on',
      'correspondence_mail.content_hash': 'of the mail',
      'erasure.key': 'a number',
      'journal_file.hash': 'of the last line',
      'journal_file.hash_before': 'of the line before',
      'journal_link.hash': 'of the line',
      'known_institution.key': 'of the list it came from',
      'letter.key': 'which letter is written once',
      'list_move_item.key': 'a name',
      'message.content_hash': 'of the mail',
      'message.original_hash': 'of the mail',
      'minute_line.key': 'a number',
      'news_line.key': 'of what a sentence tells',
      'paper.sealed': 'sealed to a key that stays behind',
      'paper_draft.sealed': 'sealed to a key that stays behind',
      'put_off.key': 'of what waits',
      'text_file.key': 'the address of a file in a text',
      'voice.sealed': 'sealed to a key that stays behind',
      'week_item.key': 'of what waits',
    }
    const leaving = rows.filter(({ table }) => !(table in leftBehind))
    expect(leaving.map(({ column }) => column).filter((column) => !(column in known))).toEqual([])
    expect(Object.keys(emptied)).toEqual(['acting', 'file_content'])
  })

  test('is never written over what is there', async () => {
    await expect(exportSite(world.database, laid, { site: world.site, now: world.clock.now })).rejects.toThrow('already exists')
  })
})

describe('taken in', () => {
  test('brings everybody and every mail, and the next number is a new one', async () => {
    const url = await emptyDatabase()
    await takeIn(laid, url)
    expect(await countPeople(url)).toBe(await countPeople(world.url))
    const database = connect(url, { size: 1 })
    onTestFinished(() => database.close())
    const fresh = await database.pool.query("insert into person (name) values ('New') returning id > (select max(id) from person) as fresh")
    expect(fresh.rows).toEqual([{ fresh: true }])
    await expect(database.pool.query('delete from journal')).rejects.toThrow('append-only')
  })

  test('is refused where something is there already, and nothing is changed', async () => {
    const before = await countPeople(world.url)
    await expect(takeIn(laid, world.url)).rejects.toThrow('The database is not empty')
    expect(await countPeople(world.url)).toBe(before)
  })

  test('is refused when a file was edited by hand, with its name', async () => {
    const path = copy()
    const name = join(path, 'data/person.jsonl')
    writeFileSync(name, readFileSync(name, 'utf8').replace('Maria', 'Mario'))
    await expect(takeIn(path, await emptyDatabase())).rejects.toThrow(/^data\/person\.jsonl was edited: its SHA-256 is [0-9a-f]{64}/)
    writeFileSync(name, readFileSync(name, 'utf8').replace('{', ''))
    await expect(takeIn(path, await emptyDatabase())).rejects.toThrow('Line 1 is no JSON.')
  })

  test('is refused when a file is missing, is too much, or the manifest is gone', async () => {
    const path = copy()
    writeFileSync(join(path, 'data/extra.jsonl'), '')
    await expect(takeIn(path, await emptyDatabase())).rejects.toThrow('data/extra.jsonl does not belong to the export')
    rmSync(join(path, 'data/list.jsonl'))
    await expect(takeIn(path, await emptyDatabase())).rejects.toThrow('data/list.jsonl is missing')
    rmSync(join(path, 'manifest.json'))
    await expect(takeIn(path, await emptyDatabase())).rejects.toThrow('There is no manifest.json')
  })

  test('is refused in a sentence when its manifest was edited by hand, whatever was done to it', async () => {
    const url = await emptyDatabase()
    const path = copy()
    const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest
    const refused = async (edited: unknown) => {
      writeFileSync(join(path, 'manifest.json'), JSON.stringify(edited))
      return takeIn(path, url).catch((error: Error) => `${error.constructor.name}: ${error.message}`)
    }
    for (const [edited, why] of [
      [null, 'manifest.json is not that of an export of Rapport.'],
      [{ ...manifest, format: 'another' }, 'manifest.json is not that of an export of Rapport.'],
      [{ ...manifest, files: [...manifest.files, { name: 5 }] }, 'manifest.json was edited: “files” is not what an export writes.'],
      [{ ...manifest, counters: undefined }, 'manifest.json was edited: “counters” is not what an export writes.'],
      [{ ...manifest, migrations: [{ id: '1' }] }, 'manifest.json was edited: “migrations” is not what an export writes.'],
      [{ ...manifest, notes: undefined }, 'manifest.json was edited: it does not say what it is of.'],
      [{ ...manifest, journal: 'none' }, 'manifest.json was edited: “journal” is not what an export writes.'],
    ] as const)
      expect(await refused(edited)).toBe(`SiteError: ${why}`)
    expect(await refused({ ...manifest, counters: [...manifest.counters, { table: 'nothing', column: 'id', last: 1 }] })).toMatch(
      /^SiteError: A counter of manifest\.json cannot be taken in: .*nothing was taken in\.$/,
    )
    expect(await refused(manifest)).toBeUndefined()
  })

  test('leaves nothing behind when it fails halfway, and names the line', async () => {
    const url = await emptyDatabase()
    const path = copy()
    forge(path, 'data/subscription.jsonl', (text) => text.replace(/"receiving":"each"(?=[^\n]*\n$)/, '"receiving":"sometimes"'))
    await expect(takeIn(path, url)).rejects.toThrow(/^Line \d+ of data\/subscription\.jsonl cannot be taken in: .*sometimes/)
    expect(await countPeople(url)).toBe(0)
    await takeIn(laid, url)
    expect(await countPeople(url)).toBeGreaterThan(0)
  })

  test('is refused when a row points to nothing, a mail was changed or the journal does not end as it did', async () => {
    const lost = copy()
    forge(lost, 'data/subscription.jsonl', (text) => text.replace(/"person_id":\d+/, '"person_id":999999'))
    await expect(takeIn(lost, await emptyDatabase())).rejects.toThrow('(person_id)=(999999) is not present')
    const changed = copy()
    forge(changed, 'lists/lectio-l/lectio-l.mbox', (text) => text.replace('to there', 'to where'))
    await expect(takeIn(changed, await emptyDatabase())).rejects.toThrow('No mailbox of the export holds the mail')
  })

  test('is refused by an older Rapport, with the version to install', async () => {
    const path = copy()
    const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest
    const later = { ...manifest, migrations: [...manifest.migrations, { id: 9_999, name: '9999_later.sql', sha256: '' }], rapport: '9.0.0' }
    writeFileSync(join(path, 'manifest.json'), JSON.stringify(later))
    await expect(takeIn(path, await emptyDatabase())).rejects.toThrow('install version 9.0.0 or newer')
    writeFileSync(join(path, 'manifest.json'), JSON.stringify({ ...manifest, version: 2 }))
    await expect(takeIn(path, await emptyDatabase())).rejects.toThrow('has format 2')
  })
})

describe('an archive', () => {
  const make = (name: string, recipients: string[] = []) => {
    const options = { now: world.clock.now, language: 'en' as const }
    return besideIts(join(folder, name), (partial) =>
      recipients.length > 0
        ? writeMembersArchives(world.ground, partial, recipients, options)
        : writeArchive(world.ground, partial, options),
    )
  }
  /** All that stands in the files of an archive, packs opened. */
  const textIn = (files: Record<string, Uint8Array>) =>
    Object.entries(files)
      .map(([name, bytes]) => `${name}\n${name.startsWith('pages/') ? openPack(bytes) : Buffer.from(bytes).toString('utf8')}`)
      .join('\n')

  test('shows each audience what it may read, to those alone who have the key; nobody is said to have read it', async () => {
    await world.db.updateTable('list').set({ archive: 'subscribers' }).where('name', '=', 'lectio-l').execute()
    const visits = await world.db.selectFrom('threadVisit').selectAll().execute()
    const identity = await generateIdentity()
    const { audience } = await make('members', [await identityToRecipient(identity)])
    expect(audience).toBe('members')
    const names = readdirSync(join(folder, 'members'))
    expect(names.filter((name) => !name.endsWith('.zip.age'))).toEqual(['manifest.json', 'manifest.sig'])
    const opened = async (name: string) => {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      return textIn(unzipSync(await decrypter.decrypt(readFileSync(join(folder, 'members', `${name}.zip.age`)))))
    }
    expect(await opened('subscribers-lectio')).toContain('From here')
    expect(await opened('group-lectio')).toContain('From here')
    const other = names.find((name) => /^subscribers-(?!lectio)/.test(name))?.replace('.zip.age', '')
    if (other) expect(await opened(other)).not.toContain('From here')
    expect(await world.db.selectFrom('threadVisit').selectAll().execute()).toEqual(visits)
    await make('open-to-all')
    const open = Object.fromEntries(
      (readdirSync(join(folder, 'open-to-all'), { recursive: true, withFileTypes: true }) as Dirent[])
        .filter((entry) => entry.isFile())
        .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 13), readFileSync(join(entry.parentPath, entry.name))]),
    )
    expect(textIn(open)).toContain('Lectio-L')
    expect(textIn(open)).not.toContain('From here')
    await expect(make('open-to-all')).rejects.toThrow('already exists')
    expect(readdirSync(folder).filter((name) => name.includes('.partial-') || name.includes('.pages-'))).toEqual([])
  })

  test.each([
    [[], 'needs a folder'],
    [['a', '--members'], 'archives for members are encrypted'],
    [['a', '--recipient', 'age1x'], 'use --recipient only with --members'],
    [['a', '--members', '--recipient', 'age1x'], 'age1x is not a public key of age'],
    [['a', '--language', 'tlh'], 'there is no language tlh'],
  ])('is told what it lacks: %j', (args, why) => expect(() => readArchiveArguments(args)).toThrow(why))
})

/** The text of a pack: fifteen bits of each character, compressed. */
function openPack(bytes: Uint8Array): string {
  const [, length = '', text = ''] = /^.archive\.pack\("[^"]*",(\d+),"(.*)"\)$/s.exec(Buffer.from(bytes).toString('utf16le')) ?? []
  const bits = [...text].map((letter) => ((letter.codePointAt(0) ?? 0) - 0x3000).toString(2).padStart(15, '0')).join('')
  const packed = Buffer.from((bits.match(/.{8}/g) ?? []).slice(0, Number(length)).map((byte) => Number.parseInt(byte, 2)))
  return inflateRawSync(packed).toString('utf8')
}
