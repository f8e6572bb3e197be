import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { withDatabase } from '../../src/lib/db/embedded-socket.ts'
import { Senders, Visitors } from '../cluster/load.ts'
import { until } from '../cluster/site.ts'
import { Clerk } from '../crash/clerk.ts'
import { ensureBuilt } from '../crash/rapport.ts'
import { writer } from '../crash/site.ts'
import { dropDatabase } from '../database.ts'
import { root } from '../embedded-world.ts'
import { freePort } from '../ports.ts'
import { startSink } from '../sink.ts'

const secret = 'a secret for tests, long enough'
const subscribers = Array.from({ length: 4 }, (_, i) => `reader${i}@library${i}.example`)
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 }).trim()

/** The last release that this program is not. */
function lastRelease(): string | undefined {
  try {
    const own = git('rev-parse', 'HEAD')
    return git('tag', '--list', 'v*', '--sort=-version:refname', '--merged', 'HEAD')
      .split('\n')
      .find((tag) => tag !== '' && git('rev-list', '-n1', tag) !== own)
  } catch {
    return undefined
  }
}

const release = lastRelease()
const missing = [
  ...(process.env.RAPPORT_LONG ? [] : ['RAPPORT_LONG']),
  ...(release ? [] : ['a release before this one']),
  ...(existsSync('/usr/sbin/haproxy') ? [] : ['haproxy']),
]

/** The program of a release, compiled in a folder of its own; the packages are those of here. */
function install(tag: string, to: string): string {
  mkdirSync(to, { recursive: true })
  execFileSync('sh', ['-c', `git archive ${tag} | tar -x -C '${to}'`], { cwd: root })
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'))
  const own = (file: string) => join(to, file)
  // The first one was compiled otherwise.
  const compiler = existsSync(own('bin/compile.mjs'))
    ? [own('bin/compile.mjs')]
    : [own('node_modules/typescript-7/bin/tsc'), '-p', own('tsconfig.build.json'), '--noCheck']
  execFileSync(process.execPath, compiler, { cwd: to, stdio: 'inherit' })
  execFileSync(process.execPath, [own('bin/browser.mjs')], { cwd: to, stdio: 'inherit' })
  return to
}

/** As `ln -sfn` does. */
function link(opt: string, version: string): void {
  symlinkSync(version, join(opt, 'next'))
  renameSync(join(opt, 'next'), join(opt, 'current'))
}

class Process {
  readonly name: string
  readonly health: string
  readonly #folder: string
  readonly #env: Record<string, string>
  #child: ChildProcess | undefined

  constructor(folder: string, name: string, env: Record<string, string>) {
    this.#folder = folder
    this.name = name
    this.#env = env
    this.health = `http://${env.RAPPORT_HEALTH}`
  }

  /** Resolves when it can do its work. */
  async start(): Promise<void> {
    const role = this.name.replace(/\d$/, '')
    this.#child = spawn(join(this.#folder, 'opt/current/bin/rapport'), ['serve', '--roles', role], {
      env: { PATH: process.env.PATH, HOME: this.#folder, RAPPORT_DATA: join(this.#folder, this.name), ...this.#env },
      cwd: this.#folder,
    })
    const log = createWriteStream(join(this.#folder, `${this.name}.log`), { flags: 'a' })
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.pipe(log, { end: false })
    await until(`a ready ${this.name}`, async () => (await this.ready()).ok)
  }

  ready(): Promise<Response> {
    return fetch(`${this.health}/readyz`, { signal: AbortSignal.timeout(60_000) })
  }

  /** As systemd does it. */
  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
    expect([this.name, child.exitCode]).toEqual([this.name, 0])
  }
}

/** The proxy of contrib/cluster before two webs of this machine. */
async function startProxy(folder: string, port: number, webs: number[]): Promise<void> {
  const text = readFileSync(join(root, 'contrib/cluster/haproxy.cfg'), 'utf8')
    .replace(/# Whichever server takes writes[\s\S]*?(?=frontend web)/, '')
    .replaceAll('10.0.0.20:8080', `127.0.0.1:${port}`)
    .replaceAll('10.0.0.31:8080', `127.0.0.1:${webs[0]}`)
    .replaceAll('10.0.0.32:8080', `127.0.0.1:${webs[1]}`)
  writeFileSync(join(folder, 'haproxy.cfg'), text)
  const proxy = spawn('/usr/sbin/haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], { stdio: 'ignore' })
  onTestFinished(() => void proxy.kill())
}

async function bareDatabase(): Promise<string> {
  const name = `rolling_${Math.random().toString(36).slice(2)}`
  const admin = new pg.Client({ connectionString: inject('serverUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = withDatabase(inject('serverUrl'), name)
  onTestFinished(() => dropDatabase(url))
  return url
}

/** Done by the old program: this one would bring its own steps. */
async function furnish(program: string, env: Record<string, string>): Promise<{ cookie: string; paper: string }> {
  const of = <T>(path: string) => import(/* @vite-ignore */ join(program, path)) as Promise<T>
  const { readConfig } = await of<typeof import('../../src/config.ts')>('src/config.ts')
  const { openGround } = await of<typeof import('../../src/ground.ts')>('src/ground.ts')
  const { found, seatCoordinator } = await of<typeof import('../crash/site.ts')>('test/crash/site.ts')
  const ground = await openGround(readConfig({ RAPPORT_LOG: 'silent', ...env }))
  const seat = await seatCoordinator(ground, await found(ground, subscribers))
  await ground.close()
  return seat
}

test.skipIf(missing.length > 0)(
  `from ${release} to this program and back, one process after another under load: no error, nothing lost, nothing twice (${missing.join(', ') || 'whole'})`,
  { timeout: 1_200_000 },
  async () => {
    ensureBuilt()
    const folder = join(inject('runFolder'), 'rolling')
    const opt = join(folder, 'opt')
    const old = String(release).slice(1)
    install(String(release), join(opt, old))
    symlinkSync(root, join(opt, 'today'))
    link(opt, old)
    const url = await bareDatabase()
    const copies = new Map<string, number>()
    const sink = await startSink({
      answer({ to, data }) {
        const number = /^Message-ID: <(\d+)@cluster\.example>/im.exec(data.toString('latin1', 0, 20_000))?.[1]
        if (number) for (const one of to) copies.set(`${number} ${one}`, (copies.get(`${number} ${one}`) ?? 0) + 1)
        return undefined
      },
    })
    onTestFinished(() => sink.close())
    writeFileSync(join(folder, 'dns.json'), '{}')
    const front = await freePort()
    const site = `http://127.0.0.1:${front}`
    const [web1, web2, smtp1, smtp2] = [await freePort(), await freePort(), await freePort(), await freePort()]
    const common = {
      RAPPORT_DATABASE_URL: url,
      RAPPORT_SECRET: secret,
      RAPPORT_BASE_URL: site,
      RAPPORT_TRUST_PROXY: '127.0.0.1',
      RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
      RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
      RAPPORT_LOG: 'warn',
    }
    const processOf = async (name: string, env: Record<string, string> = {}) =>
      new Process(folder, name, { ...common, RAPPORT_HEALTH: `127.0.0.1:${await freePort()}`, ...env })
    const all = [
      await processOf('web1', { RAPPORT_HTTP: `127.0.0.1:${web1}` }),
      await processOf('web2', { RAPPORT_HTTP: `127.0.0.1:${web2}` }),
      await processOf('smtp1', { RAPPORT_SMTP: `127.0.0.1:${smtp1}` }),
      await processOf('smtp2', { RAPPORT_SMTP: `127.0.0.1:${smtp2}` }),
      await processOf('worker1'),
      await processOf('worker2'),
    ]
    onTestFinished(async () => void (await Promise.all(all.map((one) => one.stop().catch(() => {})))))
    for (const one of all) await one.start()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    onTestFinished(() => client.end())
    const ask = async <T extends object>(query: string) => (await client.query<T>(query)).rows
    const newest = async () => Number((await ask<{ id: number }>('select max(id) as id from migration'))[0]?.id)
    const before = await newest()

    const { cookie, paper } = await furnish(join(opt, old), { RAPPORT_DATABASE_URL: url, RAPPORT_SECRET: secret, RAPPORT_BASE_URL: site })
    await startProxy(folder, front, [web1, web2])
    await until('the front', async () => (await fetch(site)).ok)

    /** Each answer that was no yes. A clerk asks again; here that is an error. */
    const errors: string[] = []
    const clerk = new Clerk(site, cookie)
    const strict = (what: string, act: (number: number) => Promise<Response>) =>
      clerk.keepDoing(what, async (number) => {
        const answer = await act(number).catch((error: Error) => {
          errors.push(`${what} ${number}: ${error.message} ${(error.cause as Error | undefined)?.message ?? ''}`)
          throw error
        })
        if (answer.status >= 400) errors.push(`${what} ${number}: ${answer.status}`)
        return answer
      })
    strict('form', (number) =>
      clerk.post('/requests', { kind: 'idea', title: `Idea ${number}.`, text: 'A need.', visibility: 'subscribers' }),
    )
    strict('vote', (number) => clerk.post(paper, { act: 'cast', choice: number % 2 ? 'yes' : 'no' }))
    const senders = new Senders(
      [smtp1, smtp2].map((port) => ({ host: '127.0.0.1', port })),
      writer,
    )
    const visitors = new Visitors(site, ['/', '/groups/g', '/feed.atom'])
    await sleep(3_000)

    const report: Record<string, unknown>[] = []
    /** One process after the other, as docs/operators/several-machines.md has it; the others must stay ready. */
    const turnTo = async (version: string) => {
      const [mails, pages, forms] = [senders.taken.size, visitors.seen, clerk.done.form?.length ?? 0]
      link(opt, version)
      for (const one of all) {
        await one.stop()
        await one.start()
        await sleep(1_500)
        for (const other of all)
          expect([version, one.name, other.name, (await other.ready()).status]).toEqual([version, one.name, other.name, 200])
      }
      report.push({
        to: version,
        mails: senders.taken.size - mails,
        forms: (clerk.done.form?.length ?? 0) - forms,
        pages: visitors.seen - pages,
        errors: errors.length + visitors.failures.length,
        step: await newest(),
      })
      console.log(JSON.stringify(report.at(-1)))
    }
    await turnTo('today')
    const after = await newest()
    await turnTo(old)
    // A step that the version before cannot live with; what runs says so, and is ready again without it.
    await ask("insert into migration (id, name, sha256) values (9002, '9002_other', 'x')")
    await expect.poll(async () => (await (all[0] as Process).ready()).status).toBe(503)
    await ask('delete from migration where id = 9002')
    await expect.poll(async () => (await (all[0] as Process).ready()).status).toBe(200)

    await Promise.all([senders.stop(), clerk.stop(), visitors.stop()])
    const wanted = [...senders.taken].flatMap((number) => [writer, ...subscribers].map((to) => `${number} ${to}`))
    await expect.poll(() => wanted.filter((one) => !copies.has(one)), { interval: 1_000 }).toEqual([])
    const ideas = (await ask<{ title: string }>('select title from request')).map(({ title }) => Number(/\d+/.exec(title)?.[0]))
    const votes = Number((await ask<{ count: string }>('select coalesce(max(version), 0) as count from paper'))[0]?.count)
    const { form = [], vote = [] } = clerk.done
    const lost = { forms: form.filter((number) => !ideas.includes(number)).length, votes: Math.max(0, vote.length - votes) }
    const twice = { forms: ideas.length - new Set(ideas).size, copies: [...copies.values()].filter((count) => count > 1).length }
    const done = { mails: senders.taken.size, forms: form.length, votes: vote.length, copies: copies.size, pages: visitors.seen }
    console.log(JSON.stringify({ from: release, steps: [before, after], report, done, sentAgainBySenders: senders.again, lost, twice }))
    expect({ errors, unseen: visitors.failures, lost, twice }).toEqual({
      ...{ errors: [], unseen: [] },
      ...{ lost: { forms: 0, votes: 0 }, twice: { forms: 0, copies: 0 } },
    })
  },
)
