import { createHash, randomBytes } from 'node:crypto'
import { startWeb } from '../src/edges/http/server.ts'
import { freePort } from './ports.ts'
import { makeWorld, type Person, type World } from './world.ts'

/** A world behind a real server, whose address is that of the site: libraries look at what an address says of itself. */
export async function openSite() {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const world = await makeWorld({
    env: { RAPPORT_HTTP: `127.0.0.1:${port}`, RAPPORT_BASE_URL: base, RAPPORT_WEBHOOK_NETWORKS: '127.0.0.0/8' },
  })
  const web = await startWeb(world.ground)
  const close = async () => {
    await web.close()
    await world.end()
  }
  return { base, world, close }
}

type Browser = Awaited<ReturnType<World['as']>>

/** Somebody's browser at that site. */
export async function browse(world: World, person?: Person) {
  const browser = await world.as(person)
  const post = (path: string, form: [string, string][]) => browser.post(path, form as never, { origin: world.config.baseUrl })
  return { ...browser, post }
}

export type Answer = [string, string][]
export const yes: Answer = [
  ['answer', 'yes'],
  ['scope', 'read'],
  ['scope', 'propose'],
]

const locationOf = (response: Response) => response.headers.get('location') ?? ''
const pathOf = (address: string) => {
  const { pathname, search } = new URL(address, 'http://rapport.test')
  return pathname + search
}

/** Where an address of the site leads a browser: to a question. */
export async function askedAt(browser: Pick<Browser, 'get'>, address: string): Promise<string> {
  const response = await browser.get(pathOf(address))
  return response.status === 303 ? locationOf(response) : `${response.status} ${await response.text()}`
}

/** Walks from an address of the site, answering what is asked, until it leads elsewhere. */
export async function agree(browser: Awaited<ReturnType<typeof browse>>, address: string, answer: Answer = yes): Promise<URL> {
  const answered = await browser.post(await askedAt(browser, address), answer)
  if (answered.status !== 303) throw new Error(`${answered.status} ${await answered.text()}`)
  return new URL(locationOf(await browser.get(pathOf(locationOf(answered)))))
}

/** Enters a program or site at the office; what it has to be told stands on the page. */
export async function enter(world: World, form: { kind: 'program' | 'site'; name: string; redirects: string }) {
  const ada = await browse(world, world.ada)
  const page = await (await ada.post('/admin/guests', Object.entries(form))).text()
  const raws = [...page.matchAll(/<pre[^>]*>([^<]+)<\/pre>/g)].map(([, text = '']) => text)
  const [client = '', secret = ''] = raws
  return { client, secret, page }
}

/** What proves that who asks for the token is who asked for the code (RFC 7636). */
export function makeProof() {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}
