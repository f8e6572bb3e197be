import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { importMailbox, openMailbox } from '../src/archive/import/mailbox-actions.ts'
import { stemOf } from '../src/lib/similar/words.ts'
import { listNewest } from '../src/search/hits-queries.ts'
import { findMessageIds } from '../src/search/queries.ts'
import { readerOf } from '../src/search/reader-queries.ts'
import { readQuery } from '../src/search/rules.ts'
import { actorOf } from './requests-world.ts'
import { sharedData } from './shared.ts'
import { makeWorld, type World } from './world.ts'

const folders = ['threading', 'mailman-migration'].map(sharedData).filter((folder) => folder !== undefined)

/** The mailboxes of the public archives, as they came, one after the other. */
async function readMailboxes(): Promise<Buffer[]> {
  const found: Buffer[] = []
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.txt$|\.gz$|mbox/.test(entry.name)) continue
      const bytes = await readFile(join(entry.parentPath, entry.name))
      const text = entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes
      if (text.subarray(0, 5).toString() === 'From ') found.push(text, Buffer.from('\n\n'))
    }
  return found
}

interface Mail {
  id: number
  subject: string
  text: string
  author: string
  email: string
}

// The scan knows nothing of the index: the words of a text, in small letters without accents, by their stems.
const wordsOf = (text: string): string[] =>
  (text.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) =>
    word.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, ''),
  )
// What has no vowel is no word of a language: PostgreSQL leaves `https` as it is.
const stem = (word: string) => (/^[a-z]*[aeiouy][a-z]*$/.test(word) ? stemOf(word, 'en') : word)
// Names have no stems.
const holds = (text: readonly string[], asked: readonly string[], form = stem) =>
  text.some((_, at) => asked.every((word, next) => form(text[at + next] ?? '') === form(word)))
const inText = (question: string) => {
  const asked = wordsOf(question)
  return ({ subject, text, author }: Mail) =>
    [subject, text].some((part) => holds(wordsOf(part), asked)) || holds(wordsOf(author), asked, (word) => word)
}
const inSubject = (question: string) => (mail: Mail) => holds(wordsOf(mail.subject), wordsOf(question))
const byAuthor = (question: string) => (mail: Mail) =>
  wordsOf(question).every((word) => wordsOf(`${mail.author} ${mail.email}`).includes(word))
const identifier = (question: string) => (mail: Mail) =>
  [...`${mail.subject}\n${mail.text}`.matchAll(/[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+/gu)].some(([one]) => one.toLowerCase() === question)

const questions: [string, (mail: Mail) => boolean][] = [
  ...[
    ...['twisted', 'resource', 'deferred', 'nevow', 'xmlrpc', 'quixote', 'servlet', 'divmod', 'python', 'zope', 'athena', 'cookies'],
    ...['apache', 'unicode', 'tutorial', 'wxpython', 'exarkun', 'gmane', 'sourceforge', 'http', 'org', 'py', 'html', 'tar'],
  ].map((word): [string, (mail: Mail) => boolean] => [word, inText(word)]),
  ...['twisted.web', 'twistedmatrix.com', 'twisted-web', 'web/http.py', 'python.org/pep', 'content-type', 'self.request.write'].map(
    (words): [string, (mail: Mail) => boolean] => [words, inText(words)],
  ),
  ...['"return value"', '"web server"'].map((phrase): [string, (mail: Mail) => boolean] => [phrase, inText(phrase)]),
  ...['subject:web', 'subject:nevow', 'subject:"twisted web"'].map((asked): [string, (mail: Mail) => boolean] => [
    asked,
    inSubject(asked.replace('subject:', '')),
  ]),
  ...['from:divmod', 'from:glyph', 'from:divmod.com'].map((asked): [string, (mail: Mail) => boolean] => [
    asked,
    byAuthor(asked.replace('from:', '')),
  ]),
  ...['__init__', 'render_get', 'easy_install', 'account_right'].map((one): [string, (mail: Mail) => boolean] => [
    one,
    one === '__init__' ? inText('init') : identifier(one),
  ]),
]

describe.skipIf(folders.length === 0)('among the mails of public archives', () => {
  let world: World
  let folder: string
  let mails: Mail[]
  beforeAll(async () => {
    world = await makeWorld()
    folder = await mkdtemp(join(tmpdir(), 'rapport-scan-'))
    const path = join(folder, 'all.mbox')
    await writeFile(path, Buffer.concat(await readMailboxes()))
    const list = { id: world.listId, name: 'lectio-l', groupId: world.group.groupId, language: 'en' }
    await importMailbox(world.database, program(world.clock.now), list, await openMailbox(path))
    mails = await world.db
      .selectFrom('message')
      .select(['id', 'subject', 'text', 'fromName as author', 'fromEmail as email'])
      .limit(20_000)
      .execute()
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await world.end()
  })

  const found = async (question: string): Promise<number[]> => {
    const ids: number[] = []
    for await (const some of findMessageIds(world.db, await actorOf(world, world.susi), question)) ids.push(...some)
    return ids.toSorted((a, b) => a - b)
  }

  test('there are many, and forty questions', () => {
    expect(mails.length).toBeGreaterThan(2_000)
    expect(questions.length).toBeGreaterThanOrEqual(40)
  })

  test.each(questions)('%s finds what a plain scan of the texts finds, nothing more and nothing less', async (question, matches) => {
    const scanned = mails.filter(matches).map(({ id }) => id)
    const ids = await found(question)
    const [missing, more] = [new Set(scanned).difference(new Set(ids)), new Set(ids).difference(new Set(scanned))]
    const told = (some: Set<number>) =>
      mails
        .filter(({ id }) => some.has(id))
        .slice(0, 3)
        .map(({ subject, text }) => `${subject}\n${text.slice(0, 3_000)}`)
    expect({ missing: told(missing), more: told(more) }).toEqual({ missing: [], more: [] })
    expect(scanned.length).toBeGreaterThan(0)
  })

  test('a visitor finds authors by their names and domains, and not by what is hidden of an address', async () => {
    await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
    const visitor = { ...program(world.clock.now), personId: null }
    const reader = await readerOf(world.db, visitor)
    const of = async (question: string) => (await listNewest(world.db, readQuery(question), reader, { limit: 5_000 })).length
    const local = mails.find(({ author, email }) => /^[a-z]{5,}@/.test(email) && !author.toLowerCase().includes(email.split('@')[0] ?? ''))
    const [name = '', domain = ''] = local?.email.split('@') ?? []
    expect(await of(`from:${domain}`)).toBeGreaterThan(0)
    expect(await found(`from:${name}`)).not.toEqual([])
    expect(await of(`from:${name}`)).toBe(
      mails.filter(({ author, email }) => wordsOf(`${author} ${email.split('@')[1]}`).includes(name)).length,
    )
  })
})
