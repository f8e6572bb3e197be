import type { Hono } from 'hono'
import { sql } from 'kysely'
import { pino } from 'pino'
import { program } from '../src/actor.ts'
import { createAuth } from '../src/auth.ts'
import { type Config, readConfig } from '../src/config.ts'
import { createApp } from '../src/edges/http/app.tsx'
import { drainJobs } from '../src/edges/jobs/worker.ts'
import { sortMails } from '../src/edges/mailroom/jobs.ts'
import type { Ground } from '../src/ground.ts'
import { appoint, foundGroup } from '../src/groups/actions.ts'
import { connect } from '../src/lib/db/connect.ts'
import type { Db, Tx } from '../src/lib/db/rows.ts'
import type { Role } from '../src/lib/db/schema.ts'
import { createResolver, fixedResolver, type Resolver } from '../src/lib/mail/dns.ts'
import { ParsePool } from '../src/lib/mail/parse-pool.ts'
import type { Env } from '../src/lib/ui/variables.ts'
import { openList, subscribe } from '../src/list/actions.ts'
import { openLetter } from '../src/outbox/secrecy-queries.ts'
import { ensurePerson } from '../src/people/actions.ts'
import { makeToken } from '../src/people/tokens-actions.ts'
import { type Scope, scopes } from '../src/people/tokens-rules.ts'
import type { TaskContext } from '../src/task.ts'
import { copyFilled, createDatabase, dropDatabase } from './database.ts'

/** Somebody in a test's world. */
export interface Person {
  name: string
  email: string
  personId: number
  addressId: number
}

export interface WorldOptions {
  /** Answers of the name server by name and type; may be changed while the test runs. */
  answers?: Record<string, unknown>
  /** Answers of the name server, as in RAPPORT_DNS=file. */
  dns?: string
  env?: Record<string, string>
  /** The site has one group alone: nobody coordinates another, and who leads it keeps the site. */
  alone?: boolean
}

const secret = 'a secret for tests, long enough'

/** A world with nobody and nothing in it, as on the first day: its own database, a clock. */
export const makeEmptyWorld = async (options: WorldOptions = {}) => openWorld(await createDatabase(), options)

/** The world of a database that is there. */
export function openWorld(url: string, { dns, answers, env = {} }: WorldOptions = {}) {
  const config: Config = readConfig({
    RAPPORT_DATA: '/nonexistent',
    RAPPORT_DATABASE_URL: url,
    RAPPORT_SECRET: secret,
    RAPPORT_LOG: 'silent',
    RAPPORT_BASE_URL: 'http://rapport.test',
    // What a test finds does not change with what comes out elsewhere.
    RAPPORT_VERSION_ALARM: 'off',
    ...env,
  })
  const database = connect(url, { size: 8 })
  const clock = { now: new Date('2026-10-16T09:00:00Z') }
  const site = { baseUrl: config.baseUrl, mailDomain: config.mailDomain, secret }
  const resolver = answers
    ? (((name: string, type: string) => fixedResolver(answers)(name, type as 'TXT')) as Resolver)
    : createResolver(dns)
  const context: TaskContext = {
    db: database.db,
    write: database.write,
    site,
    log: pino({ level: 'silent' }),
    resolver,
    parser: new ParsePool(),
    webhookNetworks: config.webhookNetworks,
    auth: createAuth({
      ...{ db: database.db, write: database.write, site, now: () => clock.now },
      outward: { resolver, allowed: config.webhookNetworks },
    }),
    now: () => clock.now,
  }
  const ground: Ground = { config, database, context, lost: new Promise(() => {}), close: () => database.close() }
  const app = createApp(ground)
  const { db, write } = database
  const leave = async () => {
    await context.parser.close()
    await database.close()
  }
  return {
    app,
    clock,
    config,
    context,
    database,
    db,
    ground,
    site,
    url,
    write,
    /** The web as this person sees it; without one, as a visitor. */
    as: (person?: Person) => asVisitor(app, context, person),
    /** The same at another app, on a database of its own. */
    visit: asVisitor,
    /** Sorts all mail that waits and runs all jobs, until nothing is left to do. */
    async settle() {
      const sort = async () => {
        await bringNearer(db, clock.now)
        return sortMails(context)
      }
      // What a job writes is sorted as well, and what follows from that is done.
      do {
        while ((await sort()) > 0);
        await drainJobs(database, context)
      } while ((await sort()) > 0)
    },
    /** A letter's bytes as its reader gets them: the test's world has the secret that they rest under. */
    open: (letter: { bytes: Buffer; sealed: boolean }) => openLetter(secret, letter),
    /** What has been queued to leave, oldest first, opened. */
    async postbox() {
      const rows = await db
        .selectFrom('delivery')
        .leftJoin('letter', 'letter.id', 'delivery.letterId')
        .leftJoin('message', 'message.id', 'delivery.messageId')
        .select(['delivery.email', 'letter.kind', 'letter.subject', 'letter.bytes', 'letter.sealed', 'message.subject as post'])
        .orderBy('delivery.id')
        .execute()
      return rows.map(({ sealed, bytes, ...row }) => ({ ...row, bytes: bytes && openLetter(secret, { bytes, sealed: sealed === true }) }))
    },
    async end() {
      await leave()
      dropDatabase(url)
    },
    /** Ends it, and its database stays. */
    leave,
  }
}

type EmptyWorld = ReturnType<typeof openWorld>

// A mail that came later than that is one of long ago when it is read by the world's clock.
const farAway = 300 * 86_400_000

/**
 * A mail comes by the clock of the database's machine, which is always later than that of a world of 2026: in years a mail of today would be
 * one of long ago. What waits to be sorted came some weeks later at most, however late it is.
 */
async function bringNearer(db: Db, now: Date): Promise<void> {
  if (Date.now() - now.getTime() < farAway) return
  await sql`update inbound set received_at = received_at - (extract(day from received_at - ${now}::timestamptz) - 45) * interval '1 day'
    where state = 'waiting' and received_at > ${now}::timestamptz + interval '46 days'`.execute(db)
}

/** Ways to add to a world, for its tests too. */
const adding = ({ write, clock }: EmptyWorld) => {
  const actor = () => program(clock.now)
  return {
    addPerson: (name: string, { email = `${name.toLowerCase()}@${name.toLowerCase()}.example` } = {}): Promise<Person> =>
      write(async (tx) => ({ name, email, ...(await ensurePerson(tx, actor(), { name, email, verified: true })) })),
    give: (person: Person, role: Role, groupId?: number) =>
      write((tx) => appoint(tx, actor(), { personId: person.personId, role, groupId, fromOn: '2026-01-01' })),
  }
}

/** Fills an empty world, and answers what is to be known of it. */
async function found(world: EmptyWorld, alone: boolean) {
  const { write, clock } = world
  const actor = () => program(clock.now)
  const { addPerson, give } = adding(world)
  const group = await write((tx) =>
    foundGroup(tx, actor(), {
      community: { slug: 'lsui', name: 'Library Systems Users' },
      vendor: 'Quillon',
      product: 'Lectio',
      group: { slug: 'lectio', name: 'Lectio Working Group' },
    }),
  )
  const other = alone
    ? undefined
    : await write((tx) =>
        foundGroup(tx, actor(), {
          community: { slug: 'lsui', name: 'Library Systems Users' },
          vendor: 'Quillon',
          product: 'Catalogo',
          group: { slug: 'catalogo', name: 'Catalogo Working Group' },
        }),
      )
  const listId = await write((tx) =>
    openList(tx, actor(), {
      groupId: group.groupId,
      communityIds: [group.communityId],
      name: 'lectio-l',
      title: 'Lectio-L',
      joinPolicy: 'vetted',
    }),
  )
  const otherListId = other
    ? await write((tx) => openList(tx, actor(), { groupId: other.groupId, communityIds: [], name: 'catalogo-l', title: 'Catalogo-L' }))
    : 0
  const people = {
    carla: await addPerson('Carla'),
    maria: await addPerson('Maria'),
    modesto: await addPerson('Modesto'),
    susi: await addPerson('Susi'),
    otto: await addPerson('Otto'),
    ada: await addPerson('Ada'),
    bruno: await addPerson('Bruno'),
  }
  await give(people.carla, 'coordinator', group.groupId)
  await give(people.maria, 'member', group.groupId)
  await give(people.modesto, 'moderator', group.groupId)
  await give(people.ada, 'administrator')
  if (other) await give(people.bruno, 'coordinator', other.groupId)
  const join = (person: Person, to: number) => write((tx) => subscribe(tx, actor(), { listId: to, groupId: group.groupId, ...person }))
  for (const person of [people.carla, people.maria, people.susi]) await join(person, listId)
  if (other) await join(people.bruno, otherListId)
  return { people, group, listId, otherListId }
}

type Founded = Awaited<ReturnType<typeof found>>

/** A world that is founded, with the ways to add to it. */
function settled(world: EmptyWorld, { people, group, listId, otherListId }: Founded) {
  const { write, clock } = world
  const join = (person: Person, to = listId) =>
    write((tx) => subscribe(tx, program(clock.now), { listId: to, groupId: group.groupId, ...person }))
  return { ...world, ...people, group, listId, otherListId, ...adding(world), join }
}

const copyFounded = (alone: boolean) =>
  copyFilled(alone ? 'founded_alone' : 'founded', async (url) => {
    const world = openWorld(url)
    try {
      return await found(world, alone)
    } finally {
      await world.leave()
    }
  })

/**
 * A small world of its own: database, group, list, named people, a clock. Carla coordinates, Maria is a member, Modesto
 * moderates, Susi is subscribed, Otto is outside, Ada administers; Bruno coordinates another group with a list of its own,
 * unless the group is alone.
 */
export async function makeWorld(options: WorldOptions = {}) {
  const { url, known } = await copyFounded(options.alone ?? false)
  return settled(openWorld(url, options), known)
}

/**
 * A world that begins with more than others do; what that is, is made once a run.
 * @param name of the database that is kept for it
 * @param furnish puts it there, and answers what is to be known of it, as plain data
 */
export async function makeWorldWith<Known>(name: string, furnish: (world: World) => Promise<Known>, options: WorldOptions = {}) {
  const { url, known } = await copyFilled(name, async (fresh) => {
    const empty = openWorld(fresh)
    try {
      const founded = await found(empty, false)
      return { founded, more: await furnish(settled(empty, founded)) }
    } finally {
      await empty.leave()
    }
  })
  return { world: settled(openWorld(url, options), known.founded), known: known.more }
}

export type World = Awaited<ReturnType<typeof makeWorld>>

/** A browser without a window: keeps cookies, sends the origin with what it posts, follows nothing. */
async function asVisitor(app: Hono<Env>, context: TaskContext, person?: Person) {
  const cookies = new Map<string, string>()
  const keep = (headers: Headers) => {
    for (const cookie of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
  }
  let made: Promise<string> | undefined
  /** The API is asked with a token of this person and with JSON, never with her cookie. */
  const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    if (person) made ??= context.write((tx) => tokenOf(tx, context.now(), person))
    const token = await made
    return app.request(`http://rapport.test${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body && JSON.stringify(body),
    })
  }
  const request = async (method: string, path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    if (path.startsWith('/api/') || path === '/mcp') return ask(method, path, form, headers)
    const response = await app.request(`http://rapport.test${path}`, {
      method,
      headers: {
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(method === 'GET' ? {} : { origin: 'http://rapport.test', 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      body: form && new URLSearchParams(form).toString(),
    })
    keep(response.headers)
    return response
  }
  if (person) {
    const made = await context.auth.createCode(person.email)
    const { headers } = await context.auth.signIn(person.email, made?.code ?? '', new Headers())
    keep(headers)
  }
  return {
    get: (path: string, headers?: Record<string, string>) => request('GET', path, undefined, headers),
    post: (path: string, form: Record<string, string> = {}, headers?: Record<string, string>) => request('POST', path, form, headers),
    request,
    ask,
    cookies,
  }
}

/** A token of this person for everything that she may. */
export const tokenOf = async (tx: Tx, at: Date, { personId }: Person, only: readonly Scope[] = scopes): Promise<string> =>
  (await makeToken(tx, program(at), { personId, name: 'A test', scopes: [...only], days: 30 })).token
