import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from './access/furnished.ts'
import { access } from './access/table.ts'
import { type RoleName, roles } from './access.ts'
import { byTurns } from './turns.ts'
import type { Person, World } from './world.ts'

let world: World
let people: Record<RoleName, Person | undefined>
beforeAll(async () => {
  const furnished = await makeFurnishedWorld()
  world = furnished
  people = { visitor: undefined, ...furnished }
})
afterAll(() => world.end())

/** Addresses that end a session or begin another are not walked along the way. */
const passed = /^\/(?:sign-|acting|confirm|api\/|assets\/|health|ready|metrics)/
const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
const attribute = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** Where a page leads: its links, and its forms that ask. */
function* waysOf(html: string, at: string): Iterable<string> {
  // What somebody wrote leads where she said; the page answers for its own ways alone.
  const own = html.replaceAll(/<(?:iframe|textarea|pre)\b[\s\S]*?<\/(?:iframe|textarea|pre)>/g, '')
  for (const [tag] of own.matchAll(/<(?:a|form)\s[^>]*>/g)) {
    const form = tag.startsWith('<form')
    if (form && /method="post"/i.test(tag)) continue
    const href = attribute(tag, form ? 'action' : 'href')
    if (!form && (!href || href.startsWith('#'))) continue
    const url = new URL(href || at, `http://rapport.test${at}`)
    if (url.origin === 'http://rapport.test' && !passed.test(url.pathname)) yield `${url.pathname}${url.search}`
  }
}

/** One of the addresses that differ only in what their questions ask for: the page is the same. */
const alike = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://rapport.test')
  return `${pathname}?${[...new Set(searchParams.keys())].sort().join('&')}`
}

test.each(roles)('no page shows %s a link that leads nowhere', async (role) => {
  const browser = await world.as(people[role])
  const statuses = new Map<string, number>()
  const ask = async (address: string) => {
    // What is looked at here in a minute, people look at in a day.
    if (statuses.size % 25 === 0) await world.db.deleteFrom('rateWindow').execute()
    const answer = await browser.get(address)
    statuses.set(alike(address), answer.status)
    return answer
  }
  const dead = new Map<string, string[]>()
  // Whoever is shown most walks all of it; the others take turns.
  const rows = Object.entries(access)
  for (const [row, { path, expect: wanted, renew }] of role === 'visitor' || role === 'carla'
    ? rows
    : byTurns(rows, roles.indexOf(role), 2)) {
    if (!row.startsWith('GET ') || (wanted[role] ?? wanted.others) !== 200 || passed.test(row.slice('GET '.length))) continue
    await renew?.(world)
    const from = path(world)
    const answer = await ask(from)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    // Followed at once, for what the next row makes anew takes this one's things away.
    for (const to of waysOf(await answer.text(), from)) {
      const status = statuses.get(alike(to)) ?? (await ask(to)).status
      const said = `${to} answers ${status}`
      if (status >= 400) dead.set(said, [...(dead.get(said) ?? []), from])
    }
  }
  expect([...dead].map(([said, [first, ...more]]) => `${role} on ${first} and ${more.length} more pages: ${said}`)).toEqual([])
})

const listed = ['/answers', '/ballots', '/decisions', '/documents', '/events', '/lists/lectio-l/subscribers', '/meetings']
const paged = [...listed, '/news', '/news/issues', '/organisations', '/people', '/reports', '/requests', '/actions']
const others = ['/show-and-tell', '/overview']

test('a list that ends before the page that is asked for says so, and leads to its last page', async () => {
  const ada = await world.as(people.ada)
  for (const address of [...paged, ...others]) {
    const beyond = await ada.get(`${address}?page=9000`)
    const html = await beyond.text()
    expect(beyond.status, address).toBe(404)
    expect(html, address).toContain('There is no page 9000.')
    const [to] = [...waysOf(html.slice(html.indexOf('There is no page')), address)]
    expect(to, address).toMatch(/[?&]page=\d+$/)
    const last = await ada.get(to ?? '')
    expect([last.status, (await last.text()).includes('There is no page')], to).toEqual([200, false])
  }
})

test('a list that is looked at from a place behind its end leads to its first page', async () => {
  const ada = await world.as(people.ada)
  for (const [address, place] of [
    ['/lists/lectio-l/threads', 'after=1.1'],
    ['/lists/lectio-l/held', 'after=999999'],
    ['/lists/lectio-l/settings/history', 'before=1'],
    ['/admin/outbox', 'before=1'],
    ['/admin/queue', 'before=1'],
  ]) {
    const beyond = await ada.get(`${address}?${place}`)
    const html = await beyond.text()
    expect(beyond.status, address).toBe(404)
    expect(html, address).toContain('There is nothing older.')
    expect([...waysOf(html.slice(html.indexOf('There is nothing older')), address ?? '')][0], address).toBe(address)
  }
  const further = await (await ada.get('/lists/lectio-l/threads?after=4000000000000.1')).text()
  expect(further).toContain('<a class="button" href="/lists/lectio-l/threads">Go to the first page</a>')
})
