import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { importMailbox, openMailbox } from '../../src/archive/import/mailbox-actions.ts'
import { makeRequest } from '../../src/requests/actions.ts'
import { captureMessage, changeCase } from '../../src/requests/cases/actions.ts'
import { draftStory, tellStory } from '../../src/requests/stories-actions.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import type { Row } from '../access.ts'
import { mail } from '../mail.ts'
import { actorOf } from '../requests-world.ts'
import type { Person, World } from '../world.ts'

// A writer gives an address in each place that a mail has for words. The first is as it is written, the second as a link has it.
const planted = 'zoe.planted@zoe.example'
const hidden = ['zoe.planted@', 'zoe.planted%40', 'zoe.planted=40', 'yan.planted@', 'yan.planted%40']
const root = 'planted%40x.example'
const answer = 'answer%40x.example'

/** A mail as it stands in a mailbox file, by somebody whom nobody here knows. */
const inMailbox = (id: string, subject: string, inReplyTo?: string) =>
  `From ${planted} Mon Oct  5 10:00:00 2026\n${mail({
    from: `"Zoe, see ${planted}" <${planted}>`,
    subject,
    id,
    inReplyTo,
    date: new Date('2026-10-16T08:30:00Z'),
    text: `Planted words: ask ${planted}, or https://lists.example/u/yan.planted%40zoe.example.`,
    attachment: { name: `notes of ${planted}.txt`, content: `Minutes by ${planted}` },
  })
    .toString()
    .replaceAll('\r\n', '\n')}\n`

let world: World
let made: { case: string; request: string; story: string }
let folder: string
beforeAll(async () => {
  world = await makeFurnishedWorld()
  const { db, clock, group, listId } = world
  await db.updateTable('list').set({ archive: 'public' }).where('id', '=', listId).execute()
  folder = await mkdtemp(join(tmpdir(), 'rapport-addresses-'))
  const path = join(folder, 'old.mbox')
  await writeFile(
    path,
    inMailbox('planted@x.example', `Planted question to ${planted} or yan.planted%40zoe.example`) +
      inMailbox('answer@x.example', `Another planted answer of ${planted}`, 'planted@x.example'),
  )
  const list = { id: listId, groupId: group.groupId, language: 'en', name: 'lectio-l' }
  await importMailbox(world.database, { ...program(clock.now), via: 'cli' }, list, await openMailbox(path))
  await world.settle()
  made = await makeOf(world)
  await world.settle()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await world.end()
})

/** What people of the group make of the messages, with what the forms offer them: a user case, a request for everybody, a story. */
async function makeOf({ db, write, carla, group: { groupId } }: World) {
  const idOf = async (messageId: string) =>
    (await db.selectFrom('message').select('id').where('messageId', '=', messageId).executeTakeFirstOrThrow()).id
  const [first, second] = [await idOf('planted@x.example'), await idOf('answer@x.example')]
  const actor = await actorOf(world, carla)
  return write(async (tx) => {
    const { caseId } = await captureMessage(tx, actor, first)
    const { title } = await tx.selectFrom('userCase').select('title').where('id', '=', caseId).executeTakeFirstOrThrow()
    await changeCase(tx, actor, caseId, { title, problem: 'A planted problem.' })
    const facts = { kind: 'idea' as const, title, text: 'A planted wish.', visibility: 'public' as const }
    const request = await makeRequest(tx, actor, groupId, facts, { caseIds: [caseId] })
    const drafted = await draftStory(tx, actor, second)
    const story = await tellStory(tx, actor, groupId, { ...drafted, kind: 'success' }, { messageId: second })
    return { case: String(caseId), request: String(request), story: String(story) }
  })
}

/** Where the rows of the access table lead, and the same for what is planted. */
function placesOf(row: Row): string[] {
  const path = row.path(world)
  const things: [RegExp, string][] = [
    [/first%40maria\.example/, root],
    [/first%40maria\.example/, answer],
    [/(?<=\/(?:user-)?cases\/)\d+/, made.case],
    [/(?<=\/requests\/)\d+/, made.request],
    [/(?<=\/stories\/)\d+/, made.story],
    [/(?<=[?&]q=)\w+/, 'planted'],
  ]
  return [path, ...things.flatMap(([thing, ours]) => (thing.test(path) ? [path.replace(thing, ours)] : []))]
}

const pages = () => [`/lists/lectio-l/t/${root}`, `/lists/lectio-l/m/${answer}`, `/requests/${made.request}`, `/stories/${made.story}`]
const more = () => [
  ...['roster', 'next-meeting', 'latest-news'].map((block) => `/embed/${block}`),
  ...['/', ...pages()].map((path) => `/oembed?url=${encodeURIComponent(world.site.baseUrl + path)}`),
  `/lists/lectio-l/m/${root}/html`,
  ...[root, answer].map((id) => `/lists/lectio-l/t/${id}?view=flat`),
  '/search?q=planted&order=best',
  '/search?q=from:planted',
  '/api/v1/search?q=planted&order=best',
  `/lists/lectio-l/threads?month=2026-10`,
]

/** What an answer says with all its parts, as a reader and as a program that decodes what it gets. */
async function saidBy(answered: Response): Promise<string> {
  const bytes = Buffer.from(await answered.arrayBuffer())
  return [...answered.headers.values(), bytes.toString('utf8')]
    .join('\n')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

const asked = async (person: Person | undefined) => {
  const browser = await world.as(person)
  const rows = Object.entries(access).filter(([address]) => address.startsWith('GET '))
  const places: string[] = []
  for (const [, row] of rows) {
    await row.renew?.(world)
    places.push(...placesOf(row))
  }
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  const told: string[] = []
  const opened: string[] = []
  for (const path of new Set([...places, ...more()])) {
    await world.db.deleteFrom('rateWindow').execute()
    const answered = await browser.get(path)
    const said = await saidBy(answered)
    if (answered.status === 200) opened.push(path)
    for (const words of hidden)
      if (said.includes(words)) told.push(`${path} tells ${said.slice(said.indexOf(words) - 60, said.indexOf(words) + 40)}`)
  }
  return { told, opened }
}

test.each(['a visitor', 'somebody who is not on the list'])(
  'nothing that %s opens has an address that a mail was written with',
  async (who) => {
    const { told, opened } = await asked(who === 'a visitor' ? undefined : world.otto)
    // What shows the planted words at all was asked: pages, feeds and the API.
    expect(opened).toEqual(
      expect.arrayContaining([
        '/',
        '/lists/lectio-l',
        '/lists/lectio-l/feed.atom',
        '/sitemap.xml',
        '/feed.json',
        '/api/v1/search?q=planted',
        `/api/v1/lists/lectio-l/threads/${root}`,
        `/cases/${made.case}`,
        ...pages(),
      ]),
    )
    expect(told).toEqual([])
  },
)
