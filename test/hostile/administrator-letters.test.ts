import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tasks } from '../../src/edges/jobs/tasks.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { tableFiles } from '../../src/imports/site-queries.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import type { Sender } from '../../src/lib/mail/smtp-client.ts'
import type { Outcome } from '../../src/lib/mail/smtp-outcome.ts'
import { sealToken } from '../../src/lib/token/seal.ts'
import { notices } from '../../src/list/notices/catalogue.ts'
import { sendLetter } from '../../src/outbox/actions.ts'
import { Composer } from '../../src/outbox/compose.ts'
import { deliver } from '../../src/outbox/jobs.ts'
import type { LetterKind } from '../../src/outbox/rules.ts'
import { holdsToken } from '../../src/outbox/secrecy-rules.ts'
import { mails } from '../../src/privacy/export/queries.ts'
import { mail } from '../mail.ts'
import { makeWorld, type Person, type World } from '../world.ts'

let world: World
const logged: string[] = []

beforeAll(async () => {
  world = await makeWorld()
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      logged.push(chunk.toString('utf8'))
      done()
    },
  })
  Object.assign(world.context, { log: pino({ level: 'trace' }, stream) })
})
afterAll(() => world.end())

/** Asks for a mail to sign in with, by the page; answers with the code in it. */
async function codeFor({ email }: Person): Promise<string> {
  await (await world.as()).post('/sign-in', { email })
  await world.settle()
  const letter = (await world.postbox()).findLast((one) => one.email === email && one.kind === 'people.sign-in')
  return /^(\d{10})\r?$/m.exec(letter?.bytes?.toString('utf8') ?? '')?.[1] ?? 'none'
}

const receive = async (raw: Buffer, to: string, from: string) => {
  await acceptMail(world.write, {
    raw,
    mailFrom: from,
    rcptTo: [`${to}@lists.localhost`],
    peer: '203.0.113.9',
    helo: 'mx.example',
    via: 'mail',
  })
  await world.settle()
}

/** Whatever lets somebody in or acts for them in the letters that wait: tokens, wherever they stand, and codes. */
async function secretsWaiting(): Promise<string[]> {
  const found = (await world.postbox()).flatMap(({ bytes }) => {
    if (!bytes) return []
    const { text, replyTo, from } = readMessage(bytes)
    const said = [
      bytes.toString('utf8').replaceAll('=\r\n', ''),
      text ?? '',
      ...replyTo.map(({ address }) => address),
      from?.address ?? '',
    ].join('\n')
    return [...said.matchAll(/(?<![a-z0-9])[a-z2-7]{31}(?![a-z0-9])|(?<=^)\d{10}(?=\r?$)/gim)].map(([one]) => one)
  })
  return [...new Set(found)]
}

/** Everything that whoever administers the site gets to see of its mail, by name. */
async function seenBy(person: Person): Promise<Map<string, string>> {
  const her = await world.as(person)
  const places = new Map<string, string>()
  const look = async (path: string) => places.set(path, await (await her.get(path)).text())
  const ids = (await world.db.selectFrom('delivery').select('id').execute()).map(({ id }) => id)
  await look('/api/v1/admin/outbox?limit=100')
  await look('/api/v1/admin/queue')
  for (const path of [
    '/admin',
    '/admin/outbox',
    '/admin/outbox?state=sent',
    '/admin/outbox?state=failed',
    '/admin/queue',
    '/admin/journal',
  ])
    await look(path)
  for (const id of ids) for (const path of ['/admin/outbox', '/api/v1/admin/outbox']) await look(`${path}/${id}`)
  for (const words of ['code', 'confirm', 'reply', 'sign-in'])
    for (const path of ['/search?q=', '/api/v1/search?q=', '/admin/outbox?q=']) await look(`${path}${words}`)
  return places
}

/** What a copy of the database says, a table each: bytes as they are too. */
async function copied(): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'graphile_worker') and c.relkind = 'r'",
    )
    const copy = new Map<string, string>()
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select row_to_json(t)::text as row from ${name} t`)
      copy.set(name, rows.map(({ row }) => row).join('\n'))
    }
    return copy
  } finally {
    await client.end()
  }
}

async function exported(): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  const files = new Map<string, string>()
  const text = async (content: string | AsyncIterable<Uint8Array>) =>
    typeof content === 'string' ? content : Buffer.concat(await Array.fromAsync(content)).toString('utf8')
  try {
    for await (const { name, content } of tableFiles(client)) files.set(name, await text(content))
  } finally {
    await client.end()
  }
  for await (const { name, content } of mails(world.db, world.susi.personId)) files.set(`copy of Susi: ${name}`, await text(content))
  return files
}

const hex = (text: string) => Buffer.from(text).toString('hex')

/** Where a secret stands that must not stand there. */
const leaks = (places: Map<string, string>, secrets: string[]): string[] =>
  [...places].flatMap(([place, text]) =>
    secrets.filter((one) => text.includes(one) || text.includes(hex(one))).map((one) => `${place}: ${one}`),
  )

/** Every kind of letter that the source names. */
function kindsInSource(): Set<string> {
  const root = resolve(import.meta.dirname, '../../src')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /(mails|actions|rules|queries)\.ts$/.test(name))
  const kinds = files.flatMap((name) =>
    [
      ...readFileSync(join(root, name), 'utf8').matchAll(
        /(?:kind:|kind = |addressed\(|forwardedKind =)\s*(?:[^'`\n]*\? )?'([a-z]+\.[a-zA-Z-]+)'/g,
      ),
    ].map(([, kind]) => kind ?? ''),
  )
  return new Set([...kinds, ...Object.keys(notices).map((notice) => `list.${notice}`)])
}

/** The relay takes a mail, and says in its answer what stood in it. */
function relay(answer: Partial<Outcome> = {}): Sender & { taken: string[] } {
  const taken: string[] = []
  return {
    taken,
    send: (_, parts) => {
      const raw = Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', '')
      taken.push(raw)
      const said = /reply\+[a-z2-7]{31}|sign-in\/code\?\S+/.exec(raw.replaceAll('=3D', '='))?.[0] ?? ''
      return Promise.resolve({
        ok: true,
        state: 'accepted',
        code: 250,
        enhanced: '2.0.0',
        text: `2.0.0 Ok ${said}`,
        phase: 'end',
        ...answer,
      } as Outcome)
    },
    state: () => ({ waiting: 0, inFlight: 0, connections: 0 }),
    close: () => Promise.resolve(),
  }
}

const deliverAll = async (sender: Sender) => {
  const composer = new Composer(world.context)
  while ((await deliver(world.context, sender, composer)) > 0);
}

const emptyLetters = async () =>
  (tasks['outbox.emptyLetters'] as (payload: object, context: World['context']) => Promise<void>)({}, world.context)

describe('whoever administers the site, or holds a token for it', () => {
  test('does not read the code that somebody signs in with, in no subject, page, answer, log or copy', async () => {
    const code = await codeFor(world.susi)
    expect(code).toMatch(/^\d{10}$/)
    for (const places of [await seenBy(world.ada), await copied(), await exported(), new Map([['log', logged.join('')]])])
      expect(leaks(places, [code])).toEqual([])
    const { subject } = (await world.postbox()).findLast((one) => one.kind === 'people.sign-in') ?? {}
    expect(subject).toBe('Your sign-in link and code')
  })

  test('does not find a token of a request, a held mail, a command or a mail to the owners', async () => {
    await receive(mail({ from: 'Otto <otto@otto.example>', subject: 'subscribe' }), 'catalogo-l-subscribe', 'otto@otto.example')
    await receive(mail({ from: 'Otto <otto@otto.example>', subject: 'For all of you' }), 'lectio-l', 'otto@otto.example')
    await receive(mail({ from: 'Susi <susi@susi.example>', subject: 'leave' }), 'lectio-l-unsubscribe', 'susi@susi.example')
    const [token = ''] = (await secretsWaiting()).filter((one) => holdsToken(one))
    // She answers the letter by a reply to its From: what it quotes comes to those who keep the list.
    await receive(
      mail({ from: 'Otto <otto@otto.example>', subject: `Re: ${token}`, text: `> http://rapport.test/confirm/${token}` }),
      'lectio-l-owner',
      'otto@otto.example',
    )
    const secrets = await secretsWaiting()
    expect(secrets.length).toBeGreaterThan(4)
    const copy = await copied()
    // The mail that came in is kept as it came, packed; what was written to us is shown to those whom it was written to.
    for (const name of ['raw_mail', 'inbound']) copy.delete(name)
    for (const places of [await seenBy(world.ada), copy, await exported(), new Map([['log', logged.join('')]])])
      expect(leaks(places, secrets)).toEqual([])
  })

  test('reads no letter of any kind that carries a token, whatever it says of itself', async () => {
    const kinds = [...kindsInSource(), 'later.not-thought-of']
    expect(kinds.length).toBeGreaterThan(60)
    const tokens = kinds.map((_, i) => sealToken(world.site.secret, 'ballot', 1_000 + i))
    await world.write(async (tx) => {
      for (const [i, kind] of kinds.entries()) {
        const token = tokens[i] ?? ''
        const where = [
          { replyTo: `reply+${token}@lists.localhost` },
          { text: `http://rapport.test/vouch/${token}` },
          { headers: { 'List-Unsubscribe': `<http://rapport.test/u/${token}>` } },
        ]
        const to = { email: 'susi@susi.example' }
        const letter = { kind: kind as LetterKind, plain: true, to, personId: world.susi.personId, subject: `Of ${token}`, text: 'Hello.' }
        for (const part of where) await sendLetter(tx, world.site, world.clock.now, { ...letter, ...part })
      }
    })
    for (const places of [await seenBy(world.ada), await copied(), await exported()]) expect(leaks(places, tokens)).toEqual([])
    const open = await world.db.selectFrom('letter').select('kind').where('kind', 'in', kinds).where('secret', '=', false).execute()
    expect(open).toEqual([])
  })

  test('reads a letter only where it says that it is plain; to whom, when and what became of it is shown of all', async () => {
    const send = (kind: LetterKind, plain?: boolean) =>
      world.write((tx) =>
        sendLetter(tx, world.site, world.clock.now, {
          kind,
          plain,
          to: { email: 'maria@maria.example' },
          subject: 'Said',
          text: 'The words of it.',
        }),
      )
    const shown = async (letterId: number) => {
      const { id } = await world.db.selectFrom('delivery').select('id').where('letterId', '=', letterId).executeTakeFirstOrThrow()
      return (await (await world.as(world.ada)).get(`/admin/outbox/${id}`)).text()
    }
    const plain = await shown(await send('site.alarm', true))
    expect(plain).toContain('The words of it.')
    const page = await shown(await send('ballots.opened'))
    expect(page).not.toContain('The words of it.')
    for (const said of ['maria@maria.example', 'Invitation to vote', 'Queued', 'Only the recipient can read']) expect(page).toContain(said)
  })

  test('finds nothing left of a secret letter once it is delivered, nor in what the server answered; its size and hash stay', async () => {
    const code = await codeFor(world.maria)
    const secrets = await secretsWaiting()
    const sender = relay()
    await deliverAll(sender)
    expect(sender.taken.some((raw) => raw.includes(code))).toBe(true)
    expect(
      await world.db
        .selectFrom('letter')
        .select('kind')
        .where('secret', '=', true)
        .where((e) => e(e.fn('length', ['bytes']), '>', 0))
        .execute(),
    ).toEqual([])
    const kept = await world.db.selectFrom('letter').select(['size', 'sha256']).where('kind', '=', 'people.sign-in').execute()
    for (const { size, sha256 } of kept) expect([(size ?? 0) > 100, sha256?.length]).toEqual([true, 32])
    const copy = await copied()
    for (const name of ['raw_mail', 'inbound']) copy.delete(name)
    for (const places of [await seenBy(world.ada), copy]) expect(leaks(places, [...secrets, code])).toEqual([])
  })

  test('finds none in what a server refused', async () => {
    const code = await codeFor(world.susi)
    await deliverAll(
      relay({
        ok: false,
        state: 'refused',
        code: 550,
        enhanced: '5.7.1',
        text: `5.7.1 Blocked: http://rapport.test/sign-in/code?email=a&code=${code}`,
      }),
    )
    const answers = await world.db.selectFrom('delivery').select('answer').where('state', '=', 'failed').execute()
    expect(answers).toEqual([{ answer: '5.7.1 Blocked: http://rapport.test/sign-in/code?email=a&code=…' }])
    expect(leaks(await copied(), [code])).toEqual([])
  })

  test('finds no letter in the mail by which a server sends it back', async () => {
    const code = await codeFor(world.susi)
    const { id } = await world.db.selectFrom('delivery').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    await deliverAll(relay())
    const to = `bounces+${sealToken(world.site.secret, 'bounce', id)}`
    await receive(mail({ from: 'MAILER-DAEMON@mx.example', subject: 'Returned mail', text: `Your mail said:\r\n\r\n${code}\r\n` }), to, '')
    const came = world.db.selectFrom('inbound').innerJoin('rawMail', 'rawMail.id', 'inbound.rawId')
    expect(await came.select('rawMail.bytes').orderBy('inbound.id', 'desc').limit(1).executeTakeFirst()).toEqual({ bytes: null })
  })

  test('finds no code that waited for an hour, and nothing that waited for a month', async () => {
    const code = await codeFor(world.carla)
    await world.write((tx) =>
      sendLetter(tx, world.site, world.clock.now, {
        kind: 'ballots.opened',
        to: { email: 'carla@carla.example' },
        subject: 'Said',
        text: 'Still.',
      }),
    )
    const waiting = async () =>
      (await world.postbox())
        .flatMap(({ kind, bytes }) => (bytes?.length ? [kind] : []))
        .filter((kind) => kind === 'people.sign-in' || kind === 'ballots.opened')
    const sizes = async () =>
      world.db
        .selectFrom('letter')
        .innerJoin('delivery', 'delivery.letterId', 'letter.id')
        .select(['letter.kind', 'delivery.state', 'delivery.answer'])
        .where('delivery.email', '=', 'carla@carla.example')
        .orderBy('letter.id', 'desc')
        .limit(2)
        .execute()
    await emptyLetters()
    expect(await waiting()).toEqual(['people.sign-in', 'ballots.opened'])
    world.clock.now = new Date(world.clock.now.getTime() + 61 * 60_000)
    await emptyLetters()
    expect(await waiting()).toEqual(['ballots.opened'])
    expect(await sizes()).toMatchObject([{ state: 'queued' }, { state: 'cancelled' }])
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 86_400_000)
    await emptyLetters()
    expect(await waiting()).toEqual([])
    const sender = relay()
    await deliverAll(sender)
    expect(sender.taken.filter((raw) => raw.includes(code) || raw.includes('Still.'))).toEqual([])
  })

  test('does not read the address that an answer came to when it is parked', async () => {
    const token = sealToken(world.site.secret, 'ballot', 7)
    await receive(mail({ from: 'maria@maria.example', to: `reply+${token}@lists.localhost` }), `reply+${token}`, 'maria@maria.example')
    await world.db
      .updateTable('inbound')
      .set({ state: 'parked', error: `no way for reply+${token}@lists.localhost` })
      .execute()
    const ada = await world.as(world.ada)
    for (const path of ['/admin/queue', '/api/v1/admin/queue']) {
      const page = await (await ada.get(path)).text()
      expect(page).toContain('reply+…@lists.localhost')
      expect(page).not.toContain(token)
    }
  })
})

describe('whoever comes in as somebody else', () => {
  const letters = async ({ email }: Person) =>
    (await world.postbox()).filter((one) => one.email === email && one.kind === 'people.new-device')
  const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' }
  const comeIn = async (person: Person, browser?: Awaited<ReturnType<World['as']>>) => {
    const code = await codeFor(person)
    const at = browser ?? (await world.as())
    expect((await at.post('/sign-in/code', { email: person.email, code }, firefox)).status).toBe(303)
    await world.settle()
    return at
  }

  test('does not stay unseen: the person is told of a new device by mail, once, and the journal says from where', async () => {
    const own = await comeIn(world.otto)
    await own.post('/sign-out')
    await comeIn(world.otto, own)
    expect(await letters(world.otto)).toEqual([])

    const foreign = await comeIn(world.otto)
    const told = await letters(world.otto)
    expect(told).toHaveLength(1)
    expect(told[0]?.subject).toBe('Sign-in with a new device')
    const { text } = readMessage(told[0]?.bytes ?? Buffer.alloc(0))
    for (const said of ['Firefox on Linux', 'Network: ', 'http://rapport.test/me/sign-in']) expect(text).toContain(said)
    await comeIn(world.otto, foreign)
    expect(await letters(world.otto)).toHaveLength(1)

    const lines = await world.db
      .selectFrom('journal')
      .select('details')
      .where('action', '=', 'person.signed-in')
      .where('subject', '=', `person:${world.otto.personId}`)
      .orderBy('id')
      .execute()
    const [first, again, other] = lines.map(({ details }) => details)
    expect([first, again, other]).toMatchObject(
      [true, false, true].map((newDevice) => ({
        how: 'code',
        browser: 'Firefox',
        system: 'Linux',
        network: expect.any(String),
        newDevice,
      })),
    )
  })

  test('is not known by the cookie of another person’s device', async () => {
    const shared = await comeIn(world.bruno)
    await comeIn(world.modesto)
    await shared.post('/sign-out')
    await comeIn(world.modesto, shared)
    expect(await letters(world.modesto)).toHaveLength(1)
    expect(await letters(world.bruno)).toHaveLength(0)
  })

  test('is not known by the cookie that was put into that person’s browser', async () => {
    const thief = await comeIn(world.maria)
    const planted = thief.cookies.get('rapport-device') ?? ''
    await thief.post('/sign-out')
    const before = (await letters(world.susi)).length
    await comeIn(world.susi)
    const own = await world.as()
    own.cookies.set('rapport-device', planted)
    await comeIn(world.susi, own)
    thief.cookies.set('rapport-device', planted)
    await comeIn(world.susi, thief)
    expect((await letters(world.susi)).length - before).toBe(2)
  })

  test('has no session where nobody could be told of it', async () => {
    await sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`.execute(world.db)
    await sql`create trigger refuse before insert on journal for each row when (new.action = 'person.signed-in') execute function refuse()`.execute(
      world.db,
    )
    const browser = await world.as()
    const entered = await browser.post('/sign-in/code', { email: world.ada.email, code: await codeFor(world.ada) })
    await sql`drop trigger refuse on journal`.execute(world.db)
    expect([entered.status, [...browser.cookies.keys()].filter((name) => name.includes('session'))]).toEqual([500, []])
    expect((await browser.get('/me')).status).toBe(303)
  })
})
