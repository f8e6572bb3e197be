import { HtmlValidate } from 'html-validate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadActor } from '../src/groups/queries.ts'
import { isJoining } from '../src/lib/similar/words.ts'
import { measureSite } from '../src/operations/watch/queries.ts'
import { ringing } from '../src/operations/watch/rules.ts'
import { makeRequest } from '../src/requests/actions.ts'
import { makeDemoWorld } from './demo-world.ts'

let world: Awaited<ReturnType<typeof makeDemoWorld>>
beforeAll(async () => {
  world = await makeDemoWorld()
})
afterAll(() => world.end())

const as = async (email: string) => {
  const person = await world.db
    .selectFrom('person')
    .innerJoin('address', 'address.personId', 'person.id')
    .select(['person.id as personId', 'address.id as addressId', 'person.name', 'address.email'])
    .where('address.email', '=', email)
    .executeTakeFirstOrThrow()
  return world.as(person)
}

test('the demo has at least 40 requests of 90 user cases, and writes to nobody about the past', async () => {
  const count = async (table: 'request' | 'userCase' | 'story') =>
    (
      await world.db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  expect(await count('request')).toBeGreaterThanOrEqual(40)
  expect(await count('userCase')).toBeGreaterThanOrEqual(90)
  expect(await count('story')).toBeGreaterThanOrEqual(5)
  const kinds = (await world.postbox()).flatMap(({ kind }) => (kind?.startsWith('requests.') ? [kind] : []))
  expect(kinds).toEqual([])
})

// What may be older than the thing that it belongs to, by its nature: a wish becomes a request, a promise gets a better answer, a request
// is made one with a newer one or is put into a topic, old letters are brought into a mailbox.
const older = new Set(['wish.request_id', 'commitment.answer_id', 'request.merged_into_id', 'request.root_id', 'request.topic_id']).union(
  new Set(['correspondence.address_id', 'correspondence_mail.address_id']),
)

test('nothing in it happened before what it belongs to had begun, nor after today', async () => {
  const { rows: lines } = await sql<{ line: string }>`
    select j.subject || ': ' || j.action || ' before ' || f.action as line
    from (select distinct on (subject) subject, action, at from journal order by subject, id) f
    join journal j on j.subject = f.subject and j.at < f.at - interval '1 second'
    union all select subject || ': ' || action || ' in the future' from journal where at > ${world.clock.now}`.execute(world.db)
  expect(lines).toEqual([])
  const { rows: keys } = await sql<{ child: string; key: string; moment: string; parent: string; begun: string }>`
    select child.relname as child, key.attname as key, moment.attname as moment, parent.relname as parent, begun.attname as begun
    from pg_constraint c
    join pg_class child on child.oid = c.conrelid
    join pg_class parent on parent.oid = c.confrelid
    join pg_attribute key on key.attrelid = child.oid and key.attnum = c.conkey[1]
    join pg_attribute moment on moment.attrelid = child.oid and moment.atttypid = 'timestamptz'::regtype and not moment.attisdropped
    join pg_attribute begun on begun.attrelid = parent.oid and begun.atttypid = 'timestamptz'::regtype and not begun.attisdropped
    where c.contype = 'f' and cardinality(c.conkey) = 1 and moment.attname ~ '(_at|since)$'
      and begun.attname in ('created_at', 'made_at', 'submitted_at', 'sent_at', 'asked_at', 'given_at', 'said_at', 'proposed_at')`.execute(
    world.db,
  )
  expect(keys.length).toBeGreaterThan(200)
  const early: string[] = []
  for (const { child, key, moment, parent, begun } of keys) {
    if (older.has(`${child}.${key}`)) continue
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(child)} child join ${sql.table(parent)} parent on parent.id = child.${sql.ref(key)}
      where child.${sql.ref(moment)} < parent.${sql.ref(begun)} - interval '1 second'`.execute(world.db)
    if (rows[0]?.n) early.push(`${rows[0].n} of ${child}.${moment} before ${parent}.${begun} (${key})`)
  }
  expect(early).toEqual([])
})

// What somebody else asks for again in their own words, and the request of the demo that it is.
const again = [
  [
    'Change the status of several items together when a course is rolled over',
    'After the rollover each item of a section is opened one by one.',
    2,
  ],
  ['Library notes are lost when a list is copied', 'Whoever duplicates a list finds the notes of the library gone.', 7],
  ['Warn me before a permission runs out', 'A permission expires in the middle of term; a warning some weeks before would do.', 8],
] as const

test('what is asked for again is like what was asked for before, and the other way round, whether or not people have told of it', async () => {
  const ines = await as('ines.albrecht@oldharbour.example')
  const { id: personId } = await world.db.selectFrom('person').select('id').where('name', '=', 'Ines Albrecht').executeTakeFirstOrThrow()
  const actor = await loadActor(world.db, personId, world.clock.now, 'web')
  const { groupId } = await world.db.selectFrom('request').select('groupId').where('id', '=', 2).executeTakeFirstOrThrow()
  if (!actor) throw new Error('Ines is not there')
  const panelOf = async (id: number) =>
    /<section class="stack" id="similar">[\s\S]*?<\/section>/.exec(await (await ines.get(`/requests/${id}`)).text())?.[0] ?? ''
  const panels: string[] = []
  for (const [title, text, before] of again) {
    const id = await world.write((tx) =>
      makeRequest(tx, actor, groupId, { kind: 'idea', title, text, visibility: 'subscribers' }, { caseIds: [] }),
    )
    const [now, then] = [await panelOf(id), await panelOf(before)]
    expect(now, title).toContain(`href="/requests/${before}"`)
    expect(then, title).toContain(`href="/requests/${id}"`)
    panels.push(now, then)
  }
  // What is said of it can be believed.
  const quoted = panels.flatMap((panel) =>
    [...panel.matchAll(/both say ([^;<]*)/g)].flatMap(([, said = '']) => [...said.matchAll(/“([^”]+)”/g)]),
  )
  expect(quoted.map(([, word = '']) => word).filter(isJoining)).toEqual([])
  expect(quoted.length).toBeGreaterThan(3)
})

test('its institutions rank requests without a cycle, and some have voted', async () => {
  const ballot = await world.db
    .selectFrom('ballot')
    .select(['id', 'state', 'electorate'])
    .where('kind', '=', 'wishes')
    .where('cycleId', 'is', null)
    .executeTakeFirstOrThrow()
  expect(ballot).toMatchObject({ state: 'open', electorate: 'institutions' })
  const voters = await world.db.selectFrom('voter').select('votedAt').where('ballotId', '=', ballot.id).execute()
  const voted = voters.filter(({ votedAt }) => votedAt !== null).length
  expect([voted > 5, voted < voters.length - 5]).toEqual([true, true])
  const page = await (await (await as('ines.albrecht@oldharbour.example')).get(`/ballots/${ballot.id}`)).text()
  for (const said of ['Three requests for the next meeting with the vendor', 'Open until']) expect(page).toContain(said)
})

test('its requests show how many institutions support each, on all pages by the same measure', async () => {
  const aoife = await as('aoife.lennon@corrib.example')
  const longest = async (page: number) => {
    const html = await (await aoife.get(`/requests?order=support&page=${page}`)).text()
    return Number(/<div class="share"><svg[^>]*><rect class="track" width="([\d.]+)%"/.exec(html)?.[1])
  }
  const [first, second] = [await longest(1), await longest(2)]
  expect(first).toBe(100)
  expect(second).toBeGreaterThan(0)
  expect(second).toBeLessThan(100)
})

test('a meeting to come shows how many will be there, and a list of meetings names each by its day', async () => {
  const { slug } = await world.db
    .selectFrom('meeting')
    .select('slug')
    .where('startsAt', '>', world.clock.now)
    .where('seriesId', 'is not', null)
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirstOrThrow()
  const ines = await as('ines.albrecht@oldharbour.example')
  const page = await (await ines.get(`/meetings/${slug}`)).text()
  expect(page).toMatch(/<ul class="bars" aria-label="Attendance">.*?>Attending<.*?<span class="value">\d/s)
  const latest = /<h2>Latest minutes<\/h2>.*?<\/section>/s.exec(await (await ines.get('/meetings')).text())?.[0] ?? ''
  const links = [...latest.matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, words = '']) => words.replaceAll(/<[^>]*>/g, ''))
  expect(links.length).toBeGreaterThan(2)
  expect(new Set(links).size).toBe(links.length)
})

test('its list has seen mail come back: one address is paused after days, one incident suspends nobody', async () => {
  const page = await (await (await as('jun.takeda@minato.example')).get('/lists/lectio-l/bounces')).text()
  const [incidents = '', , suspended = ''] = page.split('Stopped subscriptions')
  expect(incidents).toMatch(/Message not accepted: Concern: notices after rollover, the numbers/)
  expect(incidents).toContain('has a DMARC policy of reject.')
  expect(suspended).toContain('claire.vasseur@saint-aubin.example')
  expect(suspended).toContain('User unknown in virtual mailbox table')

  const paused = await world.db.selectFrom('subscription').select('id').where('suspendedAt', 'is not', null).execute()
  expect(paused).toHaveLength(1)
  const incidentsKept = await world.db.selectFrom('incident').select(['kind', 'class', 'failures']).execute()
  expect(incidentsKept).toEqual([{ kind: 'post', class: 'policy', failures: expect.any(Number) }])
  expect(incidentsKept[0]?.failures).toBeGreaterThanOrEqual(5)
  const bounces = await world.db.selectFrom('bounce').select(['email', 'class', 'at', 'inboundId', 'incidentId']).execute()
  // What came by mail was read from a report; what was refused at once, from the relay's answer.
  const byMail = bounces.filter(({ inboundId }) => inboundId !== null)
  expect(new Set(byMail.map(({ email, class: kind }) => `${email} ${kind}`))).toEqual(
    new Set([
      'claire.vasseur@saint-aubin.example address',
      'tanya.whitfield@swanriver.example address',
      'lars.holm@norrvik.example mailbox',
    ]),
  )
  expect(bounces.filter(({ inboundId, incidentId }) => inboundId === null && incidentId === null)).toEqual([])
  const month = world.clock.now.getTime() - 30 * 86_400_000
  expect(bounces.filter(({ at }) => at.getTime() < month || at > world.clock.now)).toEqual([])
})

test('what its newsletter and its contributions tell leads somewhere', async () => {
  const ines = await as('ines.albrecht@oldharbour.example')
  const linksOf = async (path: string) =>
    [...(await (await ines.get(path)).text()).matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const issues = (await linksOf('/news/issues')).filter((href) => /^\/news\/issues\/\d+$/.test(href))
  const people = (await linksOf('/roster/contributions')).filter((href) => /^\/roster\/contributions\/\d+/.test(href))
  expect([issues.length > 5, people.length > 3]).toEqual([true, true])
  const links = new Set((await Promise.all([...issues, ...people].map(linksOf))).flat().filter((href) => !href.startsWith('/assets/')))
  expect([...links].some((href) => href.startsWith('/show-and-tell/'))).toBe(true)
  const dead: string[] = []
  for (const href of links) if ((await ines.get(href)).status >= 400) dead.push(href)
  expect(dead).toEqual([])
})

test('its coordinator has passkeys and a token, and is not told today of what she made long ago', async () => {
  const ines = await as('ines.albrecht@oldharbour.example')
  const signIn = await (await ines.get('/me')).text()
  expect([signIn.includes('Laptop at the library'), signIn.includes('Phone')]).toEqual([true, true])
  expect(await (await ines.get('/me')).text()).toContain('Figures for the annual report')
  expect((await world.postbox()).filter(({ kind }) => kind === 'people.new-way-in')).toEqual([])
})

test('two mails are parked for its administrator, who tries them again with the button', async () => {
  const ruth = await as('ruth.adeyemi@lsui.example')
  const page = await (await ruth.get('/admin/queue')).text()
  expect(page.match(/to parse\./g)).toHaveLength(2)
  expect(await (await ruth.get('/today')).text()).toContain('2 emails could not be processed')
  expect(await measureSite(world.db, world.clock.now, { sends: false, backups: false }).then(ringing)).toEqual([])
  const parked = await world.db.selectFrom('inbound').select('id').where('state', '=', 'parked').execute()
  for (const { id } of parked) expect((await ruth.post(`/admin/queue/${id}/retry`)).status).toBe(303)
  await world.settle()
  const left = await world.db
    .selectFrom('inbound')
    .select(['state', 'fate'])
    .where(
      'id',
      'in',
      parked.map(({ id }) => id),
    )
    .execute()
  expect(left.map(({ state }) => state)).toEqual(['settled', 'settled'])
})

/** So many pages of each kind are looked at; all of them in the long lane. */
const ofEach = process.env.RAPPORT_LONG ? Number.POSITIVE_INFINITY : 2

test('the pages of the map, which everybody may read, are valid HTML', async () => {
  // What the standard of HTML says; style is another matter.
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
  const visitor = await world.as()
  const map = await (await visitor.get('/sitemap.xml')).text()
  const paths = [...map.matchAll(/<loc>http:\/\/rapport\.test([^<]*)<\/loc>/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'))
  const kinds = Map.groupBy(paths, (path) => path.replace(/(?<=^\/[\w-]+\/).*?(?=\/\w+$|$)/, '…'))
  const wrong: string[] = []
  let read = 0
  for (const path of [...kinds.values()].flatMap((alike) => alike.slice(0, ofEach))) {
    const answer = await visitor.get(path)
    if (answer.status !== 200) wrong.push(`${path}: ${answer.status}`)
    const { results } = await validator.validateString(await answer.text())
    for (const { messages } of results)
      for (const { ruleId, message, selector } of messages) wrong.push(`${path}: ${ruleId}: ${message} ${selector}`)
    read += 1
  }
  expect(wrong).toEqual([])
  expect(read).toBeGreaterThan(30)
})
