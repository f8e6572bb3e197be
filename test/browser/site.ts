import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import type { Row } from '../access.ts'
import { atDesk, whole } from '../turns.ts'
import { alike, axe, overflow, shownIn, type View } from './browser.ts'
import { webOfWorld } from './web.ts'

export type Name = 'visitor' | 'carla' | 'ada'

/** Pages that people look at: files, feeds and what programs ask for are no pages. */
export const pages = Object.entries(access).filter(
  ([address]) =>
    address.startsWith('GET ') &&
    !/^GET \/(?:api\/v1|\.well-known|oauth)\//.test(address) &&
    !/\.(?:csv|xlsx|pdf|docx|zip|json|atom|ics|xml|txt|md|png|webmanifest|css\})$/.test(address) &&
    !/\/(?:pick|complete|institutions|picture|oembed|progress|icons\/:size|:version\/file|(?:files|certificate|logo)\/:[a-z]+)$/.test(
      address,
    ) &&
    !/\/(?:assets\/\*|healthz|readyz|metrics|erasures\.ledger|metadata|oidc|answers\/:answer|raw|html|mbox|feed\.atom|brief\.pdf|brief\.xlsx|export\.xlsx|export\.csv|[^/]+\.ics|record\.pdf|minutes\.pdf|subscribers\/export|export\/:file|:number\/:file|counts|a\/:position)$/.test(
      address,
    ),
)

/** Each width in each theme. */
const all = [1280, 390].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })))

/** Both widths and both themes, from page to page the one with the other; at one's desk one of them, from page to page another. */
const byTurns = (at: number) =>
  all.filter((_, setting) => (atDesk ? setting === at % 4 : (at % 2 === 0) === (setting === 0 || setting === 3)))

const parts = ['/lists/lectio-l', '/requests', '/ballots', '/meetings', '/charter']
/** Pages at which the rail is looked at, too. */
const opened: Record<Name, string[]> = { visitor: [], carla: [...parts, '/briefs'], ada: [...parts, '/admin'] }

/** A site with something on every page, and a browser to look at it; both are gone after the file. */
export function furnishedSite() {
  const site = webOfWorld(undefined, makeFurnishedWorld)
  const { address } = site
  const windows = new Map<Name, Promise<Page>>()
  /** The window of a person: they go from page to page in it, as people do, and what all pages load is loaded once. */
  const windowOf = (name: Name): Promise<Page> => {
    const open = windows.get(name) ?? openWindow(name)
    windows.set(name, open)
    return open
  }
  async function openWindow(name: Name): Promise<Page> {
    const cookies = Object.entries(await site.cookiesOf(name === 'visitor' ? undefined : site.world[name]))
    const page = await site.blank()
    await page.context().addCookies(cookies.map(([cookie, value]) => ({ name: cookie, value, url: address('/') })))
    return page
  }

  /**
   * What is wrong with one page as one person sees it, in these settings. The rail is looked at where it is asked for: it is the same beside
   * each page.
   */
  async function faults(path: string, name: Name, { status = 200, settings = all, rail = true } = {}): Promise<string[]> {
    const found: string[] = []
    const page = await windowOf(name)
    const answer = await page.goto(address(path), { waitUntil: 'load' })
    if (answer?.status() !== status) found.push(`it answers ${answer?.status()}`)
    if (!(await page.title())) found.push('it has no title')
    const headings = await page.locator('h1').count()
    if (headings !== 1) found.push(`it has ${headings} h1`)
    found.push(...(await alike(page, 'main')))
    // Where the same elements are shown in another setting, what can be read of them was read; how they look is looked at in each. What
    // stands around a page is another at another width: that is read with the rail.
    const read = new Set<string>()
    for (const { width, colorScheme } of settings) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const shown = await shownIn(page, rail ? 'body' : 'main')
      for (const fault of await axe(page, { without: rail ? [] : ['.rail'], onlyLook: read.has(shown) }))
        found.push(`${width} ${colorScheme}: ${fault}`)
      read.add(shown)
    }
    await page.setViewportSize({ width: 320, height: 800 })
    const sideways = await overflow(page)
    if (sideways > 0) found.push(`at 320 px it is ${sideways} px too wide`)
    return found
  }

  /** One test a page of the access table that this person is shown. */
  const lookAtAll = (name: Name) =>
    describe(`what ${name} sees`, () => {
      // Being sent to sign-in or told that there is nothing is the same page everywhere; one of each is looked at elsewhere.
      const isShown = (row: Row, to: Name) => (row.expect[to] ?? row.expect.others) === 200
      const shown = pages
        .filter(([, row]) => isShown(row, name))
        // What a coordinator is shown an administrator is shown alike, with little besides.
        .filter(([, row], at) => name !== 'ada' || whole || at % 5 === 0 || !isShown(row, 'carla'))
      test.each(shown.map(([address, row], at) => [address, row, at] as const))('%s', async (_address, row, at) => {
        // What the row asks for may be made for each who asks.
        await row.renew?.(site.world)
        expect(await faults(row.path(site.world), name, { settings: byTurns(at), rail: false })).toEqual([])
      })
      test('the layout at every width in every theme', async () => {
        expect(await faults(name === 'visitor' ? '/' : '/today', name)).toEqual([])
      })
      test.each([...opened[name].entries()])('the rail, beside part %#', async (at, path) => {
        expect(await faults(path, name, { settings: byTurns(at) })).toEqual([])
      })
    })

  return {
    faults,
    lookAtAll,
    openPage: (path: string, name: Name, view?: View) => site.open(path, name === 'visitor' ? undefined : site.world[name], view),
    settle: () => site.world.settle(),
    get world() {
      return site.world
    },
  }
}
