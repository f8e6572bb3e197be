import { globSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { helpPlaceOf, helpPlaces } from '../src/edges/http/help-places.ts'
import { locales } from '../src/lib/ui/format.ts'
import { findHelp } from '../src/lib/ui/help-find.ts'
import { readTopic, sectionAt, topicNames } from '../src/lib/ui/help-manual.ts'
import { helpParts } from '../src/website/help-rules.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const folder = resolve(import.meta.dirname, '../docs/users')
const read = async (path: string) => {
  const answer = await (await world.as()).get(path)
  return { status: answer.status, html: await answer.text() }
}

test('each page of the help stands in its index, and each place of the help leads to a section that is there', () => {
  expect(Object.values(helpParts).flat().sort()).toEqual([...topicNames()].sort())
  expect(helpPlaces.filter(([, section]) => sectionAt(section, 'en') === undefined)).toEqual([])
  expect(new Set(helpPlaces.map(([at]) => at)).size).toBe(helpPlaces.length)
  expect(
    ['/meetings/x/minutes', '/meetings/x', '/lists/l/held/3', '/requests/board', '/nowhere'].map((path) => helpPlaceOf(path)?.[0]),
  ).toEqual(['/meetings/:/minutes', '/meetings', '/lists/:/held', '/requests/board', undefined])
})

test('each link of the help leads to a section that is there', () => {
  const dead = topicNames().flatMap((name) =>
    locales.flatMap((language) =>
      [...String(readTopic(name, language)?.html).matchAll(/href="\/help\/([^"]+)"/g)].flatMap(([, to = '']) =>
        sectionAt(decodeURIComponent(to), language) ? [] : [`${name} in ${language}: ${to}`],
      ),
    ),
  )
  expect(dead).toEqual([])
})

test('what is translated has the sections of the English in their order', () => {
  const counts = (text: string) => (text.match(/^#+ /gm) ?? []).map((mark) => mark.length - 1)
  for (const path of globSync(`${folder}/*/*.md`))
    expect(counts(readFileSync(path, 'utf8')), path).toEqual(counts(readFileSync(resolve(folder, basename(path)), 'utf8')))
})

test('the help is read and searched without signing in, and beside every public page', async () => {
  const index = await read('/help')
  expect(index.status).toBe(200)
  expect(index.html).toContain('href="/help/meetings#date-polls"')
  const topic = await read('/help/meetings')
  expect(topic.html).toMatch(/<h2 id="date-polls">Date polls<\/h2>/)
  expect((await read('/help/no-such-thing')).status).toBe(404)
  expect((await read('/help/..%2Foperators%2Fbackup')).status).toBe(404)
  expect((await read('/help?q=passkey')).html).toMatch(/href="\/help\/sign-in#by-passkey"/)
  expect((await read('/help?q=zzzz')).html).toContain('Nothing found in the help')
  expect((await read('/meetings')).html).toContain(
    '<a class="ask" href="/help/meetings" aria-label="Help: Meetings, minutes, tasks, attendance">',
  )
  expect(findHelp('date poll', 'en', 3)[0]?.href).toBe('/help/meetings#date-polls')
})

test('the box for searching offers the section that is named so, and the results say what the help knows', async () => {
  const susi = await world.as(world.susi)
  const offered = async (typed: string) => (await susi.get(`/search/complete?q=${typed}`)).text()
  expect(await offered('notif')).toMatch(/data-href="\/me#notifications"[\s\S]*My settings: Notifications/)
  expect(await offered('time zo')).toContain('data-href="/me#general"')
  expect((await read('/search/complete?q=notif')).html).not.toContain('/me#')
  expect((await read('/search/complete?q=passk')).html).toMatch(/data-href="\/help\/sign-in#by-passkey"/)
  expect((await read('/search?q=passkey')).html).toMatch(/In the help:.*?href="\/help\/sign-in#by-passkey"/s)
})
