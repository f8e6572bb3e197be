import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startWeb, type WebServer } from '../../src/edges/http/server.ts'
import { makeWorld, type Person, type World, type WorldOptions } from '../world.ts'
import { startBrowser, type TestBrowser, type View } from './browser.ts'

/**
 * A world behind a real web server, and a browser to look at it; all are gone after the file.
 * @param prepare what is done in the world before the first test
 * @param make makes the world
 */
export function webOfWorld(prepare?: (world: World) => Promise<unknown>, make: (options: WorldOptions) => Promise<World> = makeWorld) {
  let world: World
  let web: WebServer
  let browser: TestBrowser

  beforeAll(async () => {
    world = await make({ env: { RAPPORT_HTTP: '127.0.0.1:0' } })
    await prepare?.(world)
    web = await startWeb(world.ground)
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await web?.close()
    await world?.end()
  })

  const address = (path: string) => `http://127.0.0.1:${web.port}${path}`
  /** Of a signed-in person; none of a visitor. */
  const cookiesOf = async (person?: Person): Promise<Record<string, string>> =>
    person ? Object.fromEntries((await world.as(person)).cookies) : {}

  return {
    get world() {
      return world
    },
    address,
    cookiesOf,
    /** A page of this site, as this person sees it. */
    open: async (path: string, person?: Person, view?: View): Promise<Page> =>
      browser.openPage(address(path), { ...view, cookies: await cookiesOf(person) }),
    /** A page of nothing yet, with cookies of its own. */
    blank: (): Promise<Page> => browser.openPage('about:blank'),
  }
}
