import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, inject, onTestFinished, test } from 'vitest'
import { program } from '../../src/actor.ts'
import { readConfig } from '../../src/config.ts'
import { openGround } from '../../src/ground.ts'
import { ensurePerson } from '../../src/people/actions.ts'
import { Clerk } from '../crash/clerk.ts'
import { ensureBuilt } from '../crash/rapport.ts'
import { found, seatCoordinator, writer } from '../crash/site.ts'
import { startSink } from '../sink.ts'
import { Senders, Visitors, Yeses } from './load.ts'
import { addressOf, ownAddress, whyNotHere } from './machines.ts'
import { gate, Site, until, within } from './site.ts'

// How often PostgreSQL is killed on the primary; the other blows come once each. Unset: the short form alone, failover.test.ts.
const kills = Number(process.env.RAPPORT_CLUSTER_KILLS ?? (process.env.RAPPORT_LONG ? 20 : 0))
const why = kills === 0 ? 'RAPPORT_CLUSTER_KILLS is not set' : whyNotHere()
const subscribers = Array.from({ length: 4 }, (_, i) => `reader${i}@library${i}.example`)
const people = 900
const personOf = (number: number) => `person${number % people}@people.example`
// A worker that is killed or cut off in the middle of a mail cannot know whether the relay took it: one on each of its connections (RFC 1047).
const inDoubt = 4
/** The relay takes its time, so that a blow to a worker finds it sending. */
const relayDelay = 15
const address = `http://${gate}:8080`
const perKill = 90_000

/** What was accepted for whom, by post, or by letter. */
const copies = new Map<string, number>()
/** The newest code that a person was sent. */
const codes = new Map<string, string>()

function take({ to, data }: { to: string[]; data: Buffer }): undefined {
  const text = data.toString('latin1', 0, 20_000)
  const post = /^Message-ID: <(\d+)@cluster\.example>/im.exec(text)?.[1]
  const id = post ?? /^Message-ID: <([^>]+)>/im.exec(text)?.[1] ?? ''
  const code = /^(\d{10})\r?$/m.exec(text)?.[1]
  for (const one of to) {
    const key = `${id} ${one}`
    copies.set(key, (copies.get(key) ?? 0) + 1)
    if (post === undefined && code) codes.set(one, code)
  }
}

async function furnish() {
  const ground = await openGround(
    readConfig({
      RAPPORT_DATABASE_URL: Site.url,
      RAPPORT_SECRET: 'a secret for tests, long enough',
      RAPPORT_LOG: 'silent',
      RAPPORT_BASE_URL: address,
    }),
  )
  const ids = await found(ground, subscribers)
  const seat = await seatCoordinator(ground, ids)
  await ground.context.write(async (tx) => {
    for (let number = 0; number < people; number++)
      await ensurePerson(tx, program(new Date()), { name: `Person ${number}`, email: personOf(number), verified: true })
  })
  await ground.close()
  return seat
}

let asking = 0

/** Signs a person in by the code of a letter; answers with the cookie. Another one at each try: a person is sent few codes in an hour. */
async function signIn(): Promise<{ answer: Response; cookie: string }> {
  const email = personOf(asking++)
  const post = (path: string, form: Record<string, string>) =>
    fetch(`${address}${path}`, {
      ...{ method: 'POST', headers: { origin: address }, body: new URLSearchParams(form), redirect: 'manual' as const },
      ...within(20_000),
    })
  codes.delete(email)
  const asked = await post('/sign-in', { email })
  if (asked.status !== 303) return { answer: asked, cookie: '' }
  const code = await until('a code', async () => codes.get(email), 60)
  const answer = await post('/sign-in/code', { email, code })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { answer, cookie }
}

/** All who sign in come from one network here, which has forty tries an hour. */
const forgetTries = (site: Site) => site.askPrimary('delete from rate_window')

/** Work on the web by one person, and sign-ins of others; each is done again until the site has said yes. */
async function beginWork(cookie: string, paper: string, hosts: string) {
  const clerk = new Clerk(address, cookie)
  const yeses = new Yeses()
  const sessions = new Map<number, string>()
  const meeting = {
    title: 'Meeting',
    day: '2030-12-10',
    time: '10:00',
    minutes: '60',
    zone: 'UTC',
    place: 'https://meet.example/',
    quorumPercent: '50',
  }
  const made = await clerk.post('/meetings', { ...meeting, hosts })
  if (made.status !== 303) throw new Error(`the meeting: ${made.status} ${await made.text()}`)
  const noted = async (asked: Promise<Response>) => {
    const answer = await asked
    if (answer.status < 400) yeses.note()
    return answer
  }
  clerk.keepDoing('form', (number) =>
    noted(clerk.post('/requests', { kind: 'idea', title: `Idea ${number}.`, text: 'A need.', visibility: 'subscribers' })),
  )
  clerk.keepDoing('line', (number, key) => noted(clerk.post('/meetings/2030-12-10/lines', { key, text: `Line ${number}.`, version: '0' })))
  clerk.keepDoing('vote', (number) => noted(clerk.post(paper, { act: 'cast', choice: number % 2 ? 'yes' : 'no' })))
  clerk.keepDoing('upload', (number) => noted(clerk.upload(`file ${number}.txt`, Buffer.alloc(200_000, `File ${number}. `))), 15)
  clerk.keepDoing(
    'sign-in',
    async (number) => {
      // They come through all of the run.
      await sleep(1_500)
      const { answer, cookie: session } = await signIn()
      if (answer.status === 303 && session) sessions.set(number, session)
      // Too many codes at a time, or one that a later one made void: as somebody at a browser, they begin anew.
      return answer.status === 422 || answer.status === 429 ? new Response(null, { status: 503 }) : answer
    },
    600,
  )
  return { clerk, yeses, sessions }
}

interface Fall {
  /** Who is struck how: `primary killed`. */
  blow: string
  mail: number
  web: number
  read: number
  /** Copies that left once more. */
  twice: number
}

const countTwice = () => [...copies.values()].reduce((sum, count) => sum + count - 1, 0)
const shortened = (failure: string) => failure.replaceAll(/\s+/g, ' ').slice(0, 160)
const rounded = (seconds: number) => Math.round(seconds * 10) / 10
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

test.skipIf(why !== undefined)(
  `nothing is lost and nothing sent twice when the primary is killed ${kills} times, and each machine once${why === undefined ? '' : ` (skipped: ${why})`}`,
  async () => {
    ensureBuilt()
    const folder = join(inject('runFolder'), 'cluster')
    mkdirSync(folder, { recursive: true })
    const sink = await startSink({ host: '0.0.0.0', answer: take, delay: relayDelay })
    onTestFinished(() => sink.close())
    const site = new Site(folder, `smtp://${ownAddress}:${sink.port}`)
    onTestFinished(() => site.end())
    await site.start()
    const { cookie, paper, hosts } = await furnish()
    await until('the web', async () => (await fetch(address, within(2_000))).ok)
    const { clerk, yeses, sessions } = await beginWork(cookie, paper, hosts)
    const senders = new Senders(
      [41, 42].map((number) => ({ host: addressOf(number), port: 2525 })),
      writer,
    )
    const visitors = new Visitors(address, ['/', '/groups/g', '/feed.atom'])
    const falls: Fall[] = []

    /** Strikes under load, waits until all is well again, and notes how long nothing was said yes to. */
    const strike = async (blow: string, act: () => Promise<unknown>, heal: () => Promise<unknown> = async () => {}) => {
      await until('a healthy database', () => site.healthy())
      await forgetTries(site)
      await sleep(2_000 + Math.random() * 2_000)
      const [from, mails, works] = [performance.now(), senders.yeses.at.length, yeses.at.length]
      const [unseen, twice] = [visitors.failures.length, countTwice()]
      await act()
      await until('the next mail', async () => senders.yeses.at.length > mails + 20)
      await until('the next act', async () => yeses.at.length > works + 10)
      await heal()
      await until('a healthy database', () => site.healthy())
      const gapOf = (of: Yeses) => rounded(of.longestGap(from, performance.now()))
      const fall = { blow, mail: gapOf(senders.yeses), web: gapOf(yeses), read: gapOf(visitors.yeses), twice: countTwice() - twice }
      falls.push(fall)
      console.log(
        JSON.stringify({
          ...fall,
          mails: senders.taken.size,
          copies: copies.size,
          signIns: sessions.size,
          unseen: visitors.failures.slice(unseen).map(shortened),
        }),
      )
    }

    for (let kill = 0; kill < kills; kill++)
      await strike('PostgreSQL of the primary killed', async () => site.killPostgres(await site.primary()))
    let struck = await site.primary()
    await strike(
      'machine of the primary shut down in order',
      async () => {
        struck = await site.primary()
        await site.shutDown(struck)
      },
      async () => site.startDatabase(struck.name),
    )
    await strike(
      'machine of the primary switched off',
      async () => {
        struck = await site.primary()
        await struck.machine.kill()
      },
      async () => site.startDatabase(struck.name),
    )
    await strike(
      'machine of the primary cut off',
      async () => {
        struck = await site.primary()
        struck.machine.cutOff(true)
      },
      async () => struck.machine.cutOff(false),
    )
    await strike(
      'machine of the primary frozen',
      async () => {
        struck = await site.primary()
        struck.machine.freeze(true)
      },
      async () => struck.machine.freeze(false),
    )
    for (const name of ['web1', 'smtp1', 'work1', 'web2', 'smtp2', 'work2']) {
      const service = site.services[name]
      if (!service) continue
      await strike(
        `${name.slice(0, -1)} killed`,
        () => service.kill(),
        () => site.ready(service.machine),
      )
    }
    for (const name of ['web1', 'smtp1', 'work1']) {
      const service = site.services[name]
      if (!service) continue
      await strike(
        `${name.slice(0, -1)} cut off`,
        async () => {
          service.machine.cutOff(true)
          await sleep(25_000)
        },
        async () => {
          service.machine.cutOff(false)
          await site.ready(service.machine)
        },
      )
    }

    await forgetTries(site)
    await Promise.all([senders.stop(), clerk.stop(), visitors.stop()])
    const wanted = [...senders.taken].flatMap((number) => [writer, ...subscribers].map((to) => `${number} ${to}`))
    await expect.poll(() => wanted.filter((one) => !copies.has(one)), { timeout: 300_000, interval: 1_000 }).toEqual([])
    const numbers = async (query: string) => (await site.askPrimary(query)).map(({ text }) => Number(/\d+/.exec(String(text))?.[0]))
    const archived = await site.askPrimary('select message_id as id, count(*)::int as count from message group by 1')
    const { form = [], line = [], vote = [], upload = [] } = clerk.done
    const kept = {
      forms: await numbers('select title as text from request'),
      lines: await numbers('select text from minute_line where removed_at is null'),
      uploads: await numbers('select name as text from upload where file_id is not null'),
      votes: Number((await site.askPrimary('select coalesce(max(version), 0) as count from paper'))[0]?.count),
    }
    const ended: number[] = []
    for (const [number, session] of sessions) {
      const page = await fetch(`${address}/me`, { headers: { cookie: session }, redirect: 'manual', ...within(20_000) })
      if (page.status !== 200) ended.push(number)
    }
    const lost = {
      mails: [...senders.taken].filter((number) => !archived.some(({ id }) => id === `${number}@cluster.example`)).length,
      forms: form.filter((number) => !kept.forms.includes(number)).length,
      lines: line.filter((number) => !kept.lines.includes(number)).length,
      uploads: upload.filter((number) => !kept.uploads.includes(number)).length,
      votes: Math.max(0, vote.length - kept.votes),
      sessions: ended.length,
    }
    const doubled = {
      mails: archived.filter(({ count }) => count !== 1).length,
      lines: kept.lines.length - new Set(kept.lines).size,
    }
    const table = [...Map.groupBy(falls, ({ blow }) => blow)].map(([blow, these]) => {
      const both = (of: (fall: Fall) => number) => `${median(these.map(of))} / ${Math.max(...these.map(of))}`
      const [mail, web, read] = [both((fall) => fall.mail), both((fall) => fall.web), both((fall) => fall.read)]
      return { blow, times: these.length, mail, web, read, twice: these.reduce((sum, { twice }) => sum + twice, 0) }
    })
    console.log(
      JSON.stringify({
        kills,
        saidYesTo: {
          mails: senders.taken.size,
          ...Object.fromEntries(Object.entries(clerk.done).map(([what, all]) => [what, all.length])),
        },
        sentAgainBySenders: senders.again,
        copiesSent: copies.size,
        lost,
        doubled: { ...doubled, sent: countTwice() },
        table,
        pages: { seen: visitors.seen, failed: visitors.failures.length },
      }),
    )
    expect(lost).toEqual({ mails: 0, forms: 0, lines: 0, uploads: 0, votes: 0, sessions: 0 })
    expect(doubled).toEqual({ mails: 0, lines: 0 })
    // What a worker had been sending may come while another machine is struck already.
    const [database, workers] = [table.filter(({ blow }) => blow.includes('primary')), table.filter(({ blow }) => blow.startsWith('work'))]
    expect(database.filter(({ twice }) => twice > 0)).toEqual([])
    expect(countTwice()).toBeLessThanOrEqual(workers.reduce((sum, { times }) => sum + times, 0) * inDoubt)
  },
  kills * perKill + 1_800_000,
)
