import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOidc } from '../identity/oidc.ts'
import { makeWorld, type World } from '../world.ts'

// One of two providers is in bad hands (RFC 9700 §4.4): it leads whoever comes to it on to the other one, and hopes to be shown their code.
const site = 'http://rapport.test'
let world: World
let honest: Awaited<ReturnType<typeof startOidc>>
let thief: Server
let thiefAt = ''
const stolen: string[] = []
beforeAll(async () => {
  honest = await startOidc(`${site}/sign-in/oidc`, `${site}/sign-in/oidc/honest`)
  honest.state.account = { sub: 'u-1', email: 'susi@susi.example', email_verified: true }
  thief = createServer(async (request, response) => {
    const body = (await Array.fromAsync(request)).join('')
    const code = new URLSearchParams(body).get('code')
    if (code) stolen.push(code)
    const said = {
      issuer: thiefAt,
      authorization_endpoint: `${thiefAt}/authorize`,
      token_endpoint: `${thiefAt}/token`,
      jwks_uri: `${thiefAt}/keys`,
    }
    response
      .writeHead(code ? 400 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(code ? { error: 'invalid_grant' } : said))
  })
  await new Promise<void>((done) => thief.listen(0, '127.0.0.1', done))
  thiefAt = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`
  world = await makeWorld()
  const ada = await world.as(world.ada)
  const form = { kind: 'oidc', client: 'rapport', secret: 'a secret of the client', enabled: 'on', returnsApart: 'on' }
  for (const facts of [
    { slug: 'honest', label: 'Honest', issuer: honest.issuer, domains: 'susi.example' },
    { slug: 'thief', label: 'Thief', issuer: thiefAt, domains: 'thief.example' },
  ])
    expect((await ada.post('/admin/sign-in', { ...form, ...facts })).status).toBe(303)
})
afterAll(async () => {
  thief.close()
  await honest.close()
  await world.end()
})

type Browser = Awaited<ReturnType<World['as']>>
const leave = async (browser: Browser, provider: string): Promise<URL> => {
  const page = await (await browser.post(`/sign-in/with/${provider}`, { next: '/me' })).text()
  return new URL(/http-equiv="refresh" content="0;url=([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '')
}
const comeBack = async (browser: Browser, url: URL) => {
  await browser.get(`${url.pathname}${url.search}`)
  return (await browser.get('/me')).status === 200
}

test('who comes by the honest one gets in', async () => {
  const browser = await world.as()
  expect(await comeBack(browser, new URL(await honest.walk((await leave(browser, 'honest')).href)))).toBe(true)
})

test('what the honest one says for one who asked the other is shown to neither', async () => {
  const [attacker, victim] = [await world.as(), await world.as()]
  // What the attacker was led away with; the victim is led to the honest one with it, and with the state of her own way.
  const theirs = await leave(attacker, 'honest')
  const hers = await leave(victim, 'thief')
  const led = new URL(theirs)
  led.searchParams.set('state', hers.searchParams.get('state') ?? '')
  const back = new URL(await honest.walk(led.href))
  // Not all providers say who they are when they lead back (RFC 9207).
  const iss = back.searchParams.get('iss') ?? ''
  back.searchParams.delete('iss')
  expect(await comeBack(victim, back)).toBe(false)
  expect(stolen).toEqual([])

  const code = stolen[0] ?? back.searchParams.get('code') ?? ''
  const replayed = new URL(back)
  replayed.search = String(new URLSearchParams({ code, state: theirs.searchParams.get('state') ?? '', iss }))
  if (stolen.length > 0) expect(await comeBack(attacker, replayed)).toBe(false)
})
