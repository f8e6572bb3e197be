// What a page costs here and in another checkout of this program, in one run: both serve their demo, and rounds of each alternate.
// Processor time of the server (without the database) for a signed-in member, whose pages are never kept. JSON: milliseconds per page, medians of the
// rounds, and the ratio here / other with its spread over pairs of rounds. Both checkouts are installed and built.
// node bench/beside.ts --other FOLDER [--rounds 9] [--pages 120]
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from '../test/ports.ts'
import { spread } from './ground.ts'

const { values } = parseArgs({
  options: { other: { type: 'string' }, rounds: { type: 'string', default: '9' }, pages: { type: 'string', default: '120' } },
})
if (!values.other) throw new Error('Say which checkout to compare with: --other FOLDER')

/** Hundredths of a second that a process and those it started have used, without the database’s. */
function ticks(pid: number): number {
  const stats = readdirSync('/proc').flatMap((entry) => {
    try {
      return /^\d+$/.test(entry) ? [readFileSync(`/proc/${entry}/stat`, 'latin1')] : []
    } catch {
      return []
    }
  })
  const processes = stats.map((stat) => {
    const [, id, name, rest] = /^(\d+) \((.*)\) (.*)$/s.exec(stat) ?? []
    const fields = rest?.split(' ') ?? []
    return { id: Number(id), name, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  })
  const own = (id: number): number =>
    processes
      .filter((one) => one.parent === id && one.name !== 'postgres')
      .reduce((sum, one) => sum + own(one.id), processes.find((one) => one.id === id)?.ticks ?? 0)
  return own(pid)
}

class Site {
  readonly cookies = new Map<string, string>()
  readonly data = mkdtempSync(join(tmpdir(), 'rapport-beside-'))
  child!: ChildProcess
  base = ''

  /** Starts the demo of a checkout and signs in as a subscriber. */
  static async open(checkout: string): Promise<Site> {
    const site = new Site()
    site.base = `http://127.0.0.1:${await freePort()}`
    site.child = spawn(join(checkout, 'bin/rapport'), ['demo'], {
      env: {
        ...process.env,
        RAPPORT_DATA: site.data,
        RAPPORT_HTTP: site.base.slice(7),
        RAPPORT_SMTP: `127.0.0.1:${await freePort()}`,
        RAPPORT_LOG: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    const link = await new Promise<string>((resolve, reject) => {
      site.child.stdout?.on('data', (bytes: Buffer) => {
        said += bytes
        const found = /subscriber\s+(http\S+)\n/.exec(said)?.[1]
        if (found) resolve(found)
      })
      site.child.once('exit', () => reject(new Error(`${checkout}: the demo ended:\n${said}`)))
    })
    await site.get('/sign-in/code', new URLSearchParams(new URL(link).searchParams))
    return site
  }

  async get(path: string, body?: URLSearchParams): Promise<{ status: number; text: string }> {
    const response = await fetch(new URL(path, this.base), {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin: this.base },
      ...(body ? { body } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name) this.cookies.set(name, value ?? '')
    }
    return { status: response.status, text: await response.text() }
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGINT')
    await ended
    rmSync(this.data, { recursive: true, force: true })
  }
}

const sites: Site[] = []
try {
  for (const checkout of [join(import.meta.dirname, '..'), values.other]) sites.push(await Site.open(checkout))
  const [here, other] = sites as [Site, Site]
  for (const site of sites) if (!(await site.get('/today')).text.includes('/sign-out')) throw new Error('Nobody is signed in')
  const found = { message: new Set<string>(), thread: new Set<string>() }
  for (const path of ['/lists/lectio-l', '/lists/lectio-l/threads'])
    for (const [, kind, at] of (await here.get(path)).text.matchAll(/href="(?=\/lists\/lectio-l\/(m|t)\/)([^"#?]+)/g))
      found[kind === 'm' ? 'message' : 'thread'].add(at as string)
  for (const path of found.thread)
    for (const [, at] of (await here.get(path)).text.matchAll(/href="(\/lists\/lectio-l\/m\/[^"#?/]+)"/g)) found.message.add(at as string)
  const result: Record<string, unknown> = {}
  for (const [kind, paths] of Object.entries(found)) {
    const both: string[] = []
    for (const path of paths) if ((await here.get(path)).status === 200 && (await other.get(path)).status === 200) both.push(path)
    if (both.length === 0) throw new Error(`No ${kind} page is in both`)
    const pages = Number(values.pages)
    const cost = async (site: Site) => {
      const before = ticks(site.child.pid as number)
      for (let n = 0; n < pages; n++) await site.get(both[n % both.length] as string)
      return ((ticks(site.child.pid as number) - before) * 10) / pages
    }
    await cost(here)
    await cost(other)
    const rounds = []
    for (let round = 0; round < Number(values.rounds); round++) {
      const first = round % 2 === 0 ? await cost(here) : undefined
      const against = await cost(other)
      rounds.push({ here: first ?? (await cost(here)), other: against })
    }
    result[kind] = {
      pages: both.length,
      here: spread(
        rounds.map((round) => round.here),
        2,
      ),
      other: spread(
        rounds.map((round) => round.other),
        2,
      ),
      ratio: spread(
        rounds.map((round) => round.here / round.other),
        2,
      ),
    }
  }
  console.log(JSON.stringify(result, null, 2))
} finally {
  for (const site of sites) await site.close()
}
