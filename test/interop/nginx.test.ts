import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWeb, type WebServer } from '../../src/edges/http/server.ts'
import { freePort } from '../ports.ts'
import { makeWorld, type World } from '../world.ts'
import { missing } from './programs.ts'

// A real nginx in front, as contrib/nginx.conf has it: limits count whom it speaks for, whatever they say of themselves.
const none = missing('nginx')
const worlds: World[] = []
const webs: WebServer[] = []
let nginx: ChildProcess | undefined
let folder = ''
/** Ports of nginx: as the file has it, with a proxy that adds to what it was sent, and before a site that trusts none. */
let [asWritten, adding, untrusted] = [0, 0, 0]

async function serve(env: Record<string, string>): Promise<number> {
  const world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0', ...env } })
  const web = await startWeb(world.ground)
  worlds.push(world)
  webs.push(web)
  return web.port
}

/** The place of contrib/nginx.conf, before a program at a port, on a port of its own. */
const before = (file: string, port: number, listen: number, forwarded = '$remote_addr') => {
  const place = /location \/ \{[\s\S]*?\n {4}\}/.exec(file)?.[0] ?? ''
  return `server { listen 127.0.0.1:${listen};\n${place.replace('127.0.0.1:8080', `127.0.0.1:${port}`).replace('X-Forwarded-For $remote_addr', `X-Forwarded-For ${forwarded}`)}\n}`
}

beforeAll(async () => {
  if (none) return
  folder = await mkdtemp(join(tmpdir(), 'rapport-nginx-'))
  ;[asWritten, adding, untrusted] = [await freePort(), await freePort(), await freePort()]
  const file = await readFile('contrib/nginx.conf', 'utf8')
  const trusting = { RAPPORT_TRUST_PROXY: '127.0.0.1' }
  const servers = [
    before(file, await serve(trusting), asWritten),
    before(file, await serve(trusting), adding, '$proxy_add_x_forwarded_for'),
    before(file, await serve({}), untrusted),
  ]
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`)
  const config = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}\nhttp { access_log off; ${paths.join(' ')}\n${servers.join('\n')} }`
  await writeFile(join(folder, 'nginx.conf'), config)
  nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  for (const port of [asWritten, adding, untrusted]) while (!(await left(port, '127.0.0.1').catch(() => undefined))) await sleep(20)
})
afterAll(async () => {
  nginx?.kill()
  for (const web of webs) await web.close()
  for (const world of worlds) await world.end()
  if (folder) await rm(folder, { recursive: true })
})

/** How often somebody at an address can still ask, as an answer says. */
const left = (port: number, from: string, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/api/v1/groups', localAddress: from, headers, agent: false }, (answer) => {
      answer.resume()
      resolve(Number(/r=(\d+)/.exec(String(answer.headers.ratelimit))?.[1]))
    })
    request.on('error', reject)
  })
const [ann, ben] = ['127.0.7.9', '127.0.9.9']

describe.skipIf(none)('behind nginx', () => {
  test.each([
    ['as our file has it', () => asWritten],
    ['that adds to what it was sent', () => adding],
  ])('%s, each is counted by their own address, whatever they say of themselves', async (_, port) => {
    const first = await left(port(), ann)
    expect(await left(port(), ann)).toBe(first - 1)
    for (const forged of [ben, `${ben}, 127.0.0.1`, `127.0.0.1`, '198.51.100.7:80', 'unknown'])
      await left(port(), ann, { 'X-Forwarded-For': forged, Forwarded: `for=${ben}`, 'X-Real-IP': ben })
    await left(port(), ann, { Connection: 'X-Forwarded-For', 'X-Forwarded-For': ben })
    expect(await left(port(), ann)).toBe(first - 8)
    expect(await left(port(), ben)).toBe(first)
  })

  test('a site that trusts no proxy counts the proxy, and reads no header', async () => {
    const first = await left(untrusted, ann)
    expect(await left(untrusted, ben)).toBe(first - 1)
    expect(await left(untrusted, ben, { 'X-Forwarded-For': '198.51.100.7' })).toBe(first - 2)
    const direct = webs[2]?.port ?? 0
    expect(await left(direct, '127.0.0.1', { 'X-Forwarded-For': '198.51.100.8' })).toBe(first - 3)
  })

  test('who comes past the proxy speaks for nobody', async () => {
    const direct = webs[0]?.port ?? 0
    const first = await left(direct, '127.0.11.9', { 'X-Forwarded-For': ben })
    expect(await left(direct, '127.0.11.9', { 'X-Forwarded-For': '198.51.100.9' })).toBe(first - 1)
  })
})
