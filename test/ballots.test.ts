import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { freezeOptions } from '../src/ballots/cycles/actions.ts'
import { turn } from '../src/ballots/jobs.ts'
import { castPaper } from '../src/ballots/papers/actions.ts'
import { getPaperPage } from '../src/ballots/papers/queries.ts'
import { listElectorate } from '../src/ballots/queries.ts'
import { consequences } from '../src/edges/consequences.ts'
import { gathered } from '../src/edges/gathered.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { loadActor } from '../src/groups/queries.ts'
import { record } from '../src/journal/actions.ts'
import { isThere } from '../src/lib/db/rows.ts'
import { writeXlsx } from '../src/lib/sheet/write.ts'
import { endTerm, nameReferent, saveOrganisation } from '../src/people/organisations/actions.ts'
import { addInstitution, addWishes, carlaOf, inPairs, keeper, openCycle, passTo, voterOf } from './ballots.ts'
import { lettersTo } from './letters.ts'
import { mail } from './mail.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

const spf = { TXT: ['v=spf1 ip4:203.0.113.5 -all'] }

let world: World
let rosa: Person
let sven: Person
let harbour: number
let northfield: number
let cycle: Awaited<ReturnType<typeof openCycle>>
let voter: number

beforeAll(async () => {
  world = await makeWorld({ answers: { 'rosa.example': spf, 'otto.example': spf } })
  rosa = await world.addPerson('Rosa')
  sven = await world.addPerson('Sven')
  harbour = await addInstitution(world, 'Old Harbour Library', [rosa, sven, await world.addPerson('Colleague')])
  northfield = await addInstitution(world, 'Northfield', [await world.addPerson('Nora')], { contractTo: '2026-10-20' })
  await withoutWeek(world)
  cycle = await openCycle(world)
  await addWishes(world, cycle.cycleId, ['Alpha', 'Beta', 'Gamma', 'Delta'], 'Lists')
  await passTo(world, cycle.at(20))
  voter = await voterOf(world, cycle.roundOne, harbour)
})
afterAll(() => world.end())

const paper = (ballotId = cycle.roundOne, id = voter) => `/ballots/${ballotId}/papers/${id}`
const cast = async (person: Person, form: Record<string, string>, path = paper()) => {
  const answer = await (await world.as(person)).post(path, { act: 'cast', ...form })
  return { status: answer.status, page: answer.status === 303 ? '' : await answer.text() }
}
const versions = async (id = voter) =>
  (await world.db.selectFrom('voter').select('versions').where('id', '=', id).executeTakeFirstOrThrow()).versions

test('a number that no ballot can have is refused with its bounds, and nothing is changed', async () => {
  const carla = await world.as(world.carla)
  const path = `/ballots/${cycle.roundTwo}/change`
  const facts = { title: 'Another title', rule: 'greedy', ties: 'lot', secrecy: 'anonymous', recordOn: '2026-10-01' }
  const over = await carla.post(path, { ...facts, budget: '20000' })
  expect([over.status, await over.text()]).toEqual([422, expect.stringContaining('Enter a whole number from 1 to 10,000.')])
  for (const [field, typed] of Object.entries({ most: '10001', seats: '501', capacity: '0' }))
    expect([field, (await carla.post(path, { ...facts, [field]: typed })).status]).toEqual([field, 422])
  const { title, budget } = await world.db
    .selectFrom('ballot')
    .select(['title', 'budget'])
    .where('id', '=', cycle.roundTwo)
    .executeTakeFirstOrThrow()
  expect([title === facts.title, budget]).toEqual([false, 50])
  // One that may be without is without it then, and what is not sent stays.
  const most = async () =>
    (await world.db.selectFrom('ballot').select('most').where('id', '=', cycle.roundTwo).executeTakeFirstOrThrow()).most
  const before = await world.db.selectFrom('ballot').selectAll().where('id', '=', cycle.roundTwo).executeTakeFirstOrThrow()
  const as = { title: before.title, rule: before.rule, ties: before.ties, secrecy: before.secrecy, recordOn: before.recordOn }
  for (const [sent, kept] of [
    [{ most: '7' }, 7],
    [{}, 7],
    [{ most: ' ' }, null],
  ] as const) {
    await carla.post(path, { ...as, ...sent })
    expect(await most()).toBe(kept)
  }
})

test('from the moment on that it said a ballot takes no vote, and its page offers none, before it is counted', async () => {
  const before = world.clock.now
  const page = async (at: number) => {
    world.clock.now = new Date(at)
    return (await (await world.as(rosa)).get(`/ballots/${cycle.roundOne}`)).text()
  }
  const closes = cycle.at(30).getTime()
  expect(await page(closes - 1_000)).toMatch(/Open until.*Cast vote/s)
  expect(await page(closes)).not.toMatch(/Open until|Cast vote/)
  // What was filled in is still looked through: by the button, and by Enter, which saves while the ballot is open.
  const browser = await world.as(rosa)
  expect((await browser.post(paper(), { act: 'find', q: 'gamma' })).headers.get('location')).toBe(`${paper()}?q=gamma`)
  expect(await (await browser.get(paper())).text()).not.toMatch(/name="act" value="save"/)
  expect((await browser.post(paper(), { act: 'save' })).status).toBe(403)
  world.clock.now = before
})

describe('a paper', () => {
  test.each([
    ['over the budget', { 'v-1': '30', 'v-2': '21' }, 'You gave 51 of 50 points. Take 1 away.'],
    ['negative', { 'v-1': '-3' }, 'Enter 0 or more points.'],
    ['a fraction', { 'v-1': '2.5' }, 'Enter whole points.'],
    ['no number', { 'v-1': 'ten' }, 'Enter a number.'],
    ['of an unknown option', { 'v-99': '5' }, 'This ballot has no option 99.'],
  ])('%s is refused with the reason, and what was typed stays', async (_, form, sentence) => {
    const { status, page } = await cast(rosa, form as Record<string, string>)
    expect(status).toBe(422)
    expect(page).toContain(sentence)
    const [[name, value] = ['', '']] = Object.entries(form)
    if (name !== 'v-99') expect(page).toContain(`name="${name}" inputmode="numeric" autocomplete="off" value="${value}"`)
    expect(await versions()).toBe(0)
  })

  test('is a draft by a button without script, with the focus where it was', async () => {
    const browser = await world.as(rosa)
    const answer = await browser.post(paper(), { act: 'more:2', 'v-1': '12', 'v-2': '4' })
    expect(answer.headers.get('location')).toBe(`${paper()}?at=2#o-2`)
    const page = await (await browser.get(`${paper()}?at=2`)).text()
    expect(page).toContain('33 of 50 points left')
    expect(page).toMatch(/name="v-2"[^>]*value="5"[^>]*autofocus/)
    expect(page).toContain('Rosa saved a draft')
  })

  test('a search keeps what is out of sight', async () => {
    const browser = await world.as(rosa)
    const found = await browser.post(paper(), { act: 'find', q: 'gamma', 'v-1': '12', 'v-2': '5' })
    const page = await (await browser.get(found.headers.get('location') ?? '')).text()
    expect(page).toContain('<input type="hidden" name="v-1" value="12"/>')
    expect(page).toContain('33 of 50 points left')
    expect(page).not.toContain('Points for option 1:')
  })

  test('goes out as a sheet and comes in again; a formula is refused by its line', async () => {
    const browser = await world.as(rosa)
    const file = await browser.get(`${paper()}/sheet`)
    expect(file.headers.get('content-type')).toContain('spreadsheetml')
    const send = (bytes: Uint8Array) => {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], 'ballot.xlsx'))
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      return world.app.request(`http://rapport.test${paper()}/sheet`, {
        method: 'POST',
        body: form,
        headers: { origin: 'http://rapport.test', cookie },
      })
    }
    expect((await send(new Uint8Array(await file.arrayBuffer()))).status).toBe(303)
    const columns = [{ title: 'Number' }, { title: 'Points' }]
    const good = await writeXlsx(
      [
        {
          name: 'B',
          columns,
          rows: [
            [1, 20],
            [3, 7],
          ],
        },
      ],
      'T',
    )
    expect((await send(good)).status).toBe(303)
    expect(await (await browser.get(paper())).text()).toContain('23 of 50 points left')
    const unknown = await send(
      await writeXlsx(
        [
          {
            name: 'B',
            columns,
            rows: [
              [1, 20],
              [77, 7],
            ],
          },
        ],
        'T',
      ),
    )
    expect([unknown.status, (await unknown.text()).includes('Row 3: This ballot has no option 77.')]).toEqual([422, true])
    // What is text stays text: a program that turns it into a formula sends one, and that is refused.
    const { writeXlsx: raw } = await import('hucre')
    const formula = await raw({
      sheets: [
        {
          name: 'B',
          rows: [
            ['Number', 'Points'],
            [1, 50],
          ],
          cells: new Map([['1,1', { value: 50, type: 'formula' as never, formula: '25*2', formulaResult: 50 }]]),
        },
      ],
    })
    const refused = await send(formula)
    expect([refused.status, (await refused.text()).includes('Row 2: Replace the formula with a number.')]).toEqual([422, true])
    expect(await versions()).toBe(0)
  })
})

describe('who casts', () => {
  test('a stolen link opens nothing: neither the page nor its forms', async () => {
    const otto = await world.as(world.otto)
    expect((await otto.get(paper())).status).toBe(404)
    expect((await otto.post(paper(), { act: 'cast', 'v-1': '50' })).status).toBe(404)
    expect((await otto.get(`${paper()}/sheet`)).status).toBe(404)
    const visitor = await world.as()
    expect((await visitor.get(paper())).headers.get('location')).toMatch(/^\/sign-in/)
  })

  test('a colleague has a voice, which the referent sees and takes over', async () => {
    const colleague = { name: 'Colleague', email: 'colleague@colleague.example', personId: 0, addressId: 0 }
    const theirs = await world.as(colleague)
    expect((await theirs.post(paper(), { act: 'cast', 'v-1': '1' })).status).toBe(403)
    const closesAt = '2026-11-10T12:00'
    const tooLong = await (await world.as(rosa)).post(`${paper()}/poll`, { closesAt, note: `Please tell me. ${'x'.repeat(1_000)}` })
    expect(tooLong.status).toBe(422)
    expect(await tooLong.text()).toMatch(/<textarea[^>]*name="note"[^>]*aria-invalid="true"[^>]*>\s*Please tell me\. x/)
    expect((await (await world.as(rosa)).post(`${paper()}/poll`, { closesAt, note: 'Please tell me.' })).status).toBe(303)
    await world.settle()
    expect(await lettersTo(world, colleague.email, 'ballots.poll')).toHaveLength(1)
    expect((await theirs.post(`${paper()}/voice`, { 'n-1': 'must', 'n-4': 'want', 'n-2': 'no', note: 'Alpha!' })).status).toBe(303)
    // Nothing that only somebody who votes can fill in: what they need, once, and whether the vote is in.
    const told = await theirs.get(paper()).then((answer) => answer.text())
    expect(told).toMatch(/The referent of <a href="\/organisations\/\d+">[^<]+<\/a> votes\. Say what you need\./)
    expect(told).toContain('Not voted yet')
    expect(told).not.toMatch(/name="v-\d|points left|You can change the vote|name="act"|name a stand-in/)
    expect(told).toMatch(/id="n-1"[\s\S]*?<option value="must" selected/)
    const page = await (await world.as(rosa)).get(paper()).then((answer) => answer.text())
    expect(page).toContain('your colleagues: 1 × “must have”')
    const standIn = /href="(\/organisations\/\d+\/referent)">name a stand-in</.exec(page)?.[1] ?? ''
    expect((await (await world.as(rosa)).get(standIn)).status).toBe(200)
    const taken = await (await world.as(rosa)).post(paper(), { act: 'propose' })
    expect(taken.status).toBe(303)
    // 3 parts for what they must have, one for what they would like: 50 points are 37 and a half to 12 and a half.
    const draft = await (await world.as(rosa)).get(paper()).then((answer) => answer.text())
    expect(draft).toMatch(/name="v-1"[^>]*value="38"/)
    expect(draft).toMatch(/name="v-4"[^>]*value="12"/)
  })

  test('two delegates at the same instant: one paper, and the other one is told', async () => {
    const at = world.clock.now
    const as = async (person: Person) => ({ ...(await loadActor(world.db, person.personId, at, 'web'))! })
    const [r, s] = [await as(rosa), await as(sven)]
    const by = (actor: typeof r, points: number) =>
      world.write((tx) =>
        castPaper(tx, actor, world.site.secret, { ballotId: cycle.roundOne, voterId: voter, vote: { points: { 1: points } }, seen: 0 }),
      )
    const outcomes = await Promise.allSettled([by(r, 10), by(s, 20)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(String(refused?.reason)).toMatch(/(Rosa|Sven) has voted in the meantime/)
    expect(await versions()).toBe(1)
    // Both hear of it, and neither hears how.
    await world.settle()
    for (const person of [rosa, sven]) {
      const [letter] = await lettersTo(world, person.email, 'ballots.cast')
      expect(letter?.text).toContain(`/ballots/${cycle.roundOne}/papers/${voter}`)
      expect(letter?.text).not.toMatch(/10|20 |Alpha/)
    }
  })

  test('a contract that ends between the record date and the close changes nothing', async () => {
    world.clock.now = new Date('2026-11-05T09:00:00Z')
    const { status } = await cast(
      { name: 'Nora', email: 'nora@nora.example', personId: 0, addressId: 0 },
      { 'v-3': '50' },
      paper(cycle.roundOne, await voterOf(world, cycle.roundOne, northfield)),
    )
    expect(status).toBe(303)
  })
})

test('who casts says which areas their institution uses, and its size; what others have said stays', async () => {
  await world.db.insertInto('organisationArea').values({ organisationId: northfield, area: 'Search' }).execute()
  const kept = async () => {
    const rows = await world.db.selectFrom('organisationArea').select(['organisationId', 'area']).orderBy('area').execute()
    return rows.map(({ organisationId, area }) => [organisationId, area])
  }
  const say = async (person: Person, areas: string[]) =>
    (await (await world.as(person)).post(`${paper()}/profile`, inPairs({ areas, size: 'large' }))).status
  const colleague = { name: 'Colleague', email: 'colleague@colleague.example', personId: 0, addressId: 0 }
  expect([await say(world.otto, ['Lists']), await say(colleague, ['Lists'])]).toEqual([404, 403])
  // Only areas of what is on the ballot.
  expect(await say(rosa, ['Lists', 'Search'])).toBe(303)
  expect(await kept()).toEqual([
    [harbour, 'Lists'],
    [northfield, 'Search'],
  ])
  const { profile } = await world.write(async (tx) =>
    getPaperPage(tx, { ...carlaOf(world), personId: rosa.personId }, world.site.secret, cycle.roundOne, voter),
  )
  expect(profile).toEqual({ areas: ['Lists'], size: 'large' })
  expect(await say(rosa, [])).toBe(303)
  expect(await kept()).toEqual([[northfield, 'Search']])
})

describe('by mail', () => {
  const replyTo = async (kind = 'ballots.opened'): Promise<string> => {
    const letter = (await world.postbox()).findLast((one) => one.kind === kind && one.email === rosa.email)
    return /^reply-to:\s*<?([^>\r\n]+)>?/im.exec(String(letter?.bytes))?.[1] ?? ''
  }
  const send = async (from: string, text: string, peer = '203.0.113.5', answered = 'ballots.opened') => {
    const to = await replyTo(answered)
    const raw = mail({ from, to, subject: 'Re: ballot', id: `${crypto.randomUUID()}@rosa.example`, text })
    const address = /[^<\s]+@[^>\s]+/.exec(from)?.[0] ?? from
    const id = await acceptMail(world.write, { raw, mailFrom: address, rcptTo: [to], via: 'mail', peer, helo: 'mail.rosa.example' })
    await world.settle()
    const row = await world.db
      .selectFrom('inbound')
      .innerJoin('rawMail', 'rawMail.id', 'inbound.rawId')
      .select(['inbound.fate', 'rawMail.bytes'])
      .where('inbound.id', '=', id)
      .executeTakeFirstOrThrow()
    return { fate: row.fate, kept: row.bytes !== null }
  }

  test('the answer to the personal mail is a paper; the mail itself is not kept', async () => {
    const [letter] = await lettersTo(world, rosa.email, 'ballots.opened')
    expect(letter?.text).toContain('[    ] 2  Beta')
    const before = await versions()
    const answer = letter!.text.replaceAll(/^/gm, '> ').replace('[    ] 2', '[ 40 ] 2').replace('[    ] 3', '[10] 3')
    expect(await send('Rosa <rosa@rosa.example>', `Here it is.\n\n${answer}`)).toEqual({ fate: 'voted', kept: false })
    expect(await versions()).toBe(before + 1)
    const page = await (await world.as(rosa)).get(paper()).then((got) => got.text())
    expect(page).toContain('by email')
    expect(page).toMatch(/name="v-2"[^>]*value="40"/)
  })

  test('what cannot be counted is answered by option, without what stood there', async () => {
    const { fate } = await send('Rosa <rosa@rosa.example>', '1: 30\n2: 33\n')
    expect(fate).toBe('dropped: no ballot (faults)')
    const letters = await lettersTo(world, rosa.email, 'ballots.refused')
    const text = letters.at(-1)?.text ?? ''
    expect(text).toContain('gave 63 of 50 points')
    // It carries the empty form, and what is filled in there counts.
    expect(text).toContain('[    ] 2  Beta')
    const before = await versions()
    const again = text.replaceAll(/^/gm, '> ').replace('[    ] 2', '[ 35 ] 2')
    expect((await send('Rosa <rosa@rosa.example>', again, undefined, 'ballots.refused')).fate).toBe('voted')
    expect(await versions()).toBe(before + 1)
  })

  test('what is wrong is said in the language of who wrote', async () => {
    const speak = (locale: string) => world.db.updateTable('person').set({ locale }).where('id', '=', rosa.personId).execute()
    await speak('de')
    await send('Rosa <rosa@rosa.example>', '1: 30\n2: 33\n')
    const letters = await lettersTo(world, rosa.email, 'ballots.refused')
    expect(letters.at(-1)?.text).toContain('63 von 50 Punkten')
    await speak('en')
  })

  test.each([
    ['another sender, though the mail is his', 'Otto <otto@otto.example>', '203.0.113.5'],
    ['the right sender, claimed from elsewhere', 'Rosa <rosa@rosa.example>', '198.51.100.9'],
  ])('%s casts nothing, and the owner is told', async (_, from, peer) => {
    const before = await versions()
    const told = (await lettersTo(world, rosa.email, 'ballots.refused')).length
    expect((await send(from, '1: 50', peer)).fate).toBe('dropped: no ballot (sender)')
    expect(await versions()).toBe(before)
    const letters = await lettersTo(world, rosa.email, 'ballots.refused')
    expect(letters.length).toBe(told + 1)
    expect(letters.at(-1)?.text).not.toContain('[    ]')
  })

  test('a program that answers each of these emails is answered a few times an hour', async () => {
    const told = (await lettersTo(world, rosa.email, 'ballots.refused')).length
    for (let n = 0; n < 12; n++) await send('Rosa <rosa@rosa.example>', `We have your message ${n}.`)
    const more = (await lettersTo(world, rosa.email, 'ballots.refused')).length - told
    expect(more).toBeGreaterThan(0)
    expect(more).toBeLessThan(11)
  })
})

test('before the close nothing says how anybody votes: not the database, not the pages of those who run it', async () => {
  await cast(rosa, { 'v-2': '37', 'v-4': '13' })
  const tables = await sql<{
    name: string
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(world.db)
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(world.db)
    // The pages of the voter alone know that Beta has 37 and Delta 13.
    for (const { row } of rows) expect(row).not.toMatch(/"2"\s*:\s*37|\b37 for|\[ ?37/)
  }
  for (const person of [world.carla, world.ada])
    for (const path of [`/ballots/${cycle.roundOne}`, `/ballots/${cycle.roundOne}/electorate`])
      expect(await (await world.as(person)).get(path).then((answer) => answer.text())).not.toMatch(/[> ]37[ <]/)
  expect((await (await world.as(world.ada)).get(`/ballots/${cycle.roundOne}/results`)).status).toBe(404)
  expect((await (await world.as(world.ada)).get(paper())).status).toBe(404)
})

test('the page of an open ballot says once when it closes, how many have voted, and whose vote it is', async () => {
  const page = await (await (await world.as(rosa)).get(`/ballots/${cycle.roundOne}`)).text()
  const text = page.slice(page.indexOf('<main'), page.indexOf('</main>')).replace(/<[^>]*>/g, '\n')
  for (const once of [/Open until/g, /of \d+ voted/g, /Vote of Old Harbour Library/g]) expect(text.match(once)).toHaveLength(1)
  expect(text).not.toMatch(/Turnout|^Open$|You vote on behalf of/m)
})

test('ballots stand by their time, and one that has its reader’s vote stands once, above the others', async () => {
  const listOf = async (person?: Person) => (await (await world.as(person)).get('/ballots')).text()
  const part = (html: string, title: string) => new RegExp(`<h2>${title}</h2>.*?</section>`, 's').exec(html)?.[0]
  const address = `href="/ballots/${cycle.roundOne}"`
  const [hers, everyones] = [await listOf(rosa), await listOf()]
  expect([part(hers, 'Your ballots')?.includes(`href="${paper()}"`), part(hers, 'Open now')]).toEqual([true, undefined])
  expect([part(everyones, 'Your ballots'), part(everyones, 'Open now')?.includes(address)]).toEqual([undefined, true])
  expect(hers).not.toContain(address)
  expect(part(everyones, 'Coming up')).toContain(`href="/ballots/${cycle.roundTwo}"`)
})

test('who has not voted is reminded a week and two days before the close, and hears nothing of others', async () => {
  const nobody = await addLate()
  await passTo(world, new Date(cycle.at(30).getTime() - 6.5 * 86_400_000))
  await passTo(world, new Date(cycle.at(30).getTime() - 1.5 * 86_400_000))
  await passTo(world, new Date(cycle.at(30).getTime() - 1.4 * 86_400_000))
  const letters = await lettersTo(world, nobody.email, 'ballots.remind')
  expect(letters).toHaveLength(2)
  expect(letters[1]?.text).toContain('Vote on behalf of ')
  expect(letters[1]?.text).not.toMatch(/Rosa|Old Harbour|Alpha|voted \d/)
  expect(await lettersTo(world, rosa.email, 'ballots.remind')).toHaveLength(0)
  // One that waits for their morning does not leave once they have voted.
  const missing = await world.db.selectFrom('voter').select('id').where('votedAt', 'is', null).executeTakeFirstOrThrow()
  const due = ['ballots.remind', 'ballots.opened'].map((kind) => (id: number) => gathered.due[kind]?.(world.db, { id }, world.clock.now))
  for (const is of due) expect([await is(missing.id), await is(voter)]).toEqual([true, false])
})

/** A voter who does nothing; added to the electorate by hand, since it is fixed by now. */
async function addLate(): Promise<Person> {
  const person = await world.addPerson('Silent')
  const id = await addInstitution(world, 'Silent College', [person])
  await world.db.insertInto('voter').values({ ballotId: cycle.roundOne, organisationId: id }).execute()
  return person
}

test('who is named referent while a ballot is open gets what the others got, once', async () => {
  const { id } = await world.db.selectFrom('organisation').select('id').where('name', '=', 'Silent College').executeTakeFirstOrThrow()
  const newcomer = await world.addPerson('Newcomer')
  const period = { email: newcomer.email, communityId: world.group.communityId, standIn: true, fromOn: '2026-10-01' }
  await world.write((tx) => nameReferent(tx, keeper(world), consequences, id, period))
  for (let round = 0; round < 2; round++) await passTo(world, new Date(world.clock.now.getTime() + 60_000))
  const letters = await lettersTo(world, newcomer.email, 'ballots.opened')
  expect(letters).toHaveLength(1)
  expect(letters[0]?.text).toContain('To vote by email, write points between the brackets.')
})

test('those who cast are told once that the poll of their colleagues is over, and nobody else is', async () => {
  const told = (await world.postbox()).filter(({ kind }) => kind === 'ballots.poll-over').map(({ email }) => email)
  expect(told.toSorted()).toEqual([rosa.email, sven.email])
})

test('where the database is lost as soon as a poll is closed, they are told all the same', async () => {
  const { context, db, write } = world
  await db.updateTable('innerPoll').set({ closedAt: null }).execute()
  const isOpen = () => isThere(db.selectFrom('innerPoll').select('voterId').where('closedAt', 'is', null))
  const lost = () => Promise.reject(Object.assign(new Error('It is gone.'), { code: '08006' }))
  await turn({}, { ...context, write: async (act) => ((await isOpen()) ? write(act) : lost()) })
  await world.settle()
  const told = (await world.postbox()).filter(({ kind }) => kind === 'ballots.poll-over').map(({ email }) => email)
  expect(told.toSorted()).toEqual([rosa.email, rosa.email, sven.email, sven.email])
})

test('an extension has its reason, and all who vote are told in their zone', async () => {
  const carla = await world.as(world.carla)
  const path = `/ballots/${cycle.roundOne}/extend`
  const earlier = await carla.post(path, { closesAt: '2026-11-14T12:00', reason: 'Too long' })
  expect([earlier.status, (await earlier.text()).includes('but not shortened.')]).toEqual([422, true])
  const silent = await carla.post(path, { closesAt: '2026-11-17T12:00', reason: '' })
  expect((await silent.text()).includes('Enter a reason')).toBe(true)
  await world.db.updateTable('person').set({ zone: 'Australia/Perth' }).where('id', '=', rosa.personId).execute()
  expect((await carla.post(path, { closesAt: '2026-11-17T12:00', reason: 'The list was down for two days.' })).status).toBe(303)
  await world.settle()
  const [letter] = await lettersTo(world, rosa.email, 'ballots.extended')
  // Noon in Lisbon is the evening in Perth.
  expect(letter?.text).toContain('Tuesday 17 November 2026 at 20:00')
  expect(letter?.text).toContain('The list was down for two days.')
  expect(await carla.get(`/cycles/${cycle.cycleId}`).then((answer) => answer.text())).toContain('The list was down for two days.')
})

test('at the closing second one counts and the next one is late; the accounts tell of it', async () => {
  const closes = new Date('2026-11-17T12:00:00Z')
  world.clock.now = new Date(closes.getTime() - 1)
  expect((await cast(rosa, { 'v-1': '20', 'v-2': '30' })).status).toBe(303)
  world.clock.now = closes
  const late = await cast(rosa, { 'v-1': '50' })
  expect([late.status, late.page.includes('came too late')]).toEqual([403, true])
  const extended = await (await world.as(world.carla)).post(`/ballots/${cycle.roundOne}/extend`, {
    closesAt: '2026-11-20T12:00',
    reason: 'Late',
  })
  expect(extended.status).toBe(409)
  await passTo(world, closes)
  const { account, state, seed, seedHash } = await world.db
    .selectFrom('ballot')
    .select(['account', 'state', 'seed', 'seedHash'])
    .where('id', '=', cycle.roundOne)
    .executeTakeFirstOrThrow()
  expect(state).toBe('counted')
  expect(account).toMatchObject({ voters: 3, cast: 2, late: 1, spoilt: 2, changed: 1, blank: 0 })
  const { createHash } = await import('node:crypto')
  expect(
    createHash('sha256')
      .update(seed ?? '')
      .digest('hex'),
  ).toBe(seedHash)
})

test('who has voted, or was late, is read in no history but by those who run the ballot', async () => {
  const lines = await world.db
    .selectFrom('journal')
    .select('subject')
    .where('action', 'like', 'paper.%')
    .where('personId', 'is not', null)
    .execute()
  expect(new Set(lines.map(({ subject }) => subject.split(':')[0]))).toEqual(new Set(['voter']))
  const read = async (person: Person) => (await (await world.as(person)).get(`/history/voter:${voter}`)).status
  expect([await read(world.carla), await read(world.modesto), await read(rosa)]).toEqual([200, 404, 404])
  // A late vote of before is a line about its ballot.
  const action = { action: 'paper.late' as const, subject: `ballot:${cycle.roundOne}`, groupId: world.group.groupId }
  await world.write((tx) => record(tx, { ...program(world.clock.now), personId: rosa.personId }, action))
  const tells = async (person: Person) => (await (await world.as(person)).get(`/history/${action.subject}`)).text()
  expect((await tells(world.carla)).includes('voted too late')).toBe(true)
  expect((await tells(world.modesto)).includes('voted too late')).toBe(false)
})

test('the sum of the published papers is the result, and nothing links them to their voters', async () => {
  const papers = await world.db
    .selectFrom('publishedPaper')
    .select(['vote', 'organisationId', 'personId'])
    .where('ballotId', '=', cycle.roundOne)
    .execute()
  const sums: Record<string, number> = {}
  for (const { vote } of papers)
    for (const [number, points] of Object.entries((vote as { points: Record<string, number> }).points))
      sums[number] = (sums[number] ?? 0) + points
  const { result } = await world.db
    .selectFrom('ballotResult')
    .select('result')
    .where('ballotId', '=', cycle.roundOne)
    .where('chosen', '=', true)
    .executeTakeFirstOrThrow()
  const { totals } = (result as { figures: { totals: Record<string, string> } }).figures
  for (const [number, total] of Object.entries(totals)) expect(Number(total)).toBe(sums[number] ?? 0)
  expect(sums).toEqual({ 1: 20, 2: 30, 3: 50 })
  expect(papers.every(({ organisationId, personId }) => organisationId === null && personId === null)).toBe(true)
  for (const table of ['paper', 'paperDraft', 'voice', 'ballotKey'] as const)
    expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([])
})

test('the result stands beside the other rules, and leaves as .pb, CSV, PDF', async () => {
  const visitor = await world.as()
  const page = await visitor.get(`/ballots/${cycle.roundOne}/results`).then((answer) => answer.text())
  for (const words of [
    'Same votes, other rules',
    'Equal Shares',
    'How the votes led to this result',
    'Strong votes',
    'How many points of each vote went to chosen options',
    'Too late',
  ])
    expect(page).toContain(words)
  // Whoever comes to the ballot itself sees at its options what was chosen.
  const { result } = await world.db
    .selectFrom('ballotResult')
    .select('result')
    .where('ballotId', '=', cycle.roundOne)
    .where('chosen', '=', true)
    .executeTakeFirstOrThrow()
  const marked = (await (await visitor.get(`/ballots/${cycle.roundOne}`)).text()).match(/class="state good">Chosen</g)
  expect(marked).toHaveLength((result as unknown as { winners: string[] }).winners.length)
  // The others are for the command line.
  expect(page).not.toContain('Phragmén')
  // Three could vote and two did: that Rosa's first mail was refused makes nobody less or more.
  for (const [term, value] of [
    ['Could vote', 3],
    ['Votes counted', 2],
    ['Did not vote', 1],
    ['Rejected: not a valid vote', 2],
  ])
    expect(page).toContain(`<dt>${term}</dt><dd>${value}</dd>`)
  const pb = await visitor.get(`/ballots/${cycle.roundOne}/export/ballot.pb`).then((answer) => answer.text())
  expect(pb).toContain('rule;greedy\n')
  expect(
    (await visitor.get(`/ballots/${cycle.roundOne}/export/papers.csv`).then((answer) => answer.text())).split('\n').length,
  ).toBeGreaterThan(2)
  const answer = await visitor.get(`/ballots/${cycle.roundOne}/export/result.pdf`)
  const pdf = Buffer.from(new Uint8Array(await answer.arrayBuffer()))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await visitor.get(`/ballots/${cycle.roundOne}/export/secret.txt`)).headers.get('location')).toMatch(/^\/sign-in/)
  await world.settle()
  const letters = await lettersTo(world, sven.email, 'ballots.counted')
  expect(letters).toHaveLength(1)
  // What came of it stands in its first lines, before where to read on.
  expect(letters[0]?.text).toMatch(/has been counted\. \d options were chosen:\n- Gamma\n- Beta\n- Alpha\n\nSee each step/)
})

describe('round two', () => {
  test('what round one chose gets its costs from the vendor’s guest; what has none stays off, visibly', async () => {
    const vera = await world.addPerson('Vera')
    await world.give(vera, 'vendor_guest', world.group.groupId)
    const guest = await world.as(vera)
    const path = `/cycles/${cycle.cycleId}/costing`
    const wrong = await guest.post(path, { 'cost-1': 'much', 'solution-1': 'Buttons' })
    expect([wrong.status, (await wrong.text()).includes('Enter a whole number of development points')]).toEqual([422, true])
    // Its time has come and nothing has a cost: it waits for one, and says so to those who look at it and those who run it.
    await passTo(world, cycle.at(41))
    await passTo(world, cycle.at(41.5))
    const waits = await guest.get(`/ballots/${cycle.roundTwo}`).then((answer) => answer.text())
    expect(waits).toContain('because the vendor has given no costs')
    const told = (await lettersTo(world, world.carla.email, 'ballots.stuck')).filter(({ text }) => text?.includes('no costs'))
    expect(told).toHaveLength(1)
    expect(
      (
        await guest.post(path, {
          'cost-1': '12',
          'solution-1': 'Buttons only',
          'cost-2': '9',
          'solution-2': '',
          'cost-3': '',
          'solution-3': '',
        })
      ).status,
    ).toBe(303)
    expect((await (await world.as(world.maria)).get(path)).status).toBe(404)
    await passTo(world, new Date('2026-12-01T00:00:00Z'))
    const options = await world.db
      .selectFrom('ballotOption')
      .select(['number', 'cost', 'solution'])
      .where('ballotId', '=', cycle.roundTwo)
      .orderBy('number')
      .execute()
    expect(options).toEqual([
      { number: 1, cost: 12, solution: 'Buttons only' },
      { number: 2, cost: 9, solution: '' },
    ])
    expect(await guest.get(`/ballots/${cycle.roundTwo}`).then((answer) => answer.text())).toContain(
      'Not on this ballot, because the vendor gave no cost: 3',
    )
    expect((await guest.post(path, { 'cost-1': '1', 'solution-1': '' })).status).toBe(409)
  })

  test('the paper shows the solution, the cost, and what changed since round one; the winners never cost more than there is', async () => {
    const id = await voterOf(world, cycle.roundTwo, harbour)
    const page = await (await world.as(rosa)).get(paper(cycle.roundTwo, id)).then((answer) => answer.text())
    for (const words of ['Vendor’s solution:</b> Buttons only', 'costs 12 development points', '20 points in round one'])
      expect(page).toContain(words)
    expect((await cast(rosa, { 'v-1': '30', 'v-2': '20' }, paper(cycle.roundTwo, id))).status).toBe(303)
    await passTo(world, cycle.at(50))
    const { result } = await world.db
      .selectFrom('ballotResult')
      .select('result')
      .where('ballotId', '=', cycle.roundTwo)
      .where('chosen', '=', true)
      .executeTakeFirstOrThrow()
    expect(result).toMatchObject({ winners: ['1'], figures: { cost: '12', capacity: '20' } })
  })
})

describe('the electorate', () => {
  const electorate = async (cycleId = cycle.cycleId) => {
    const rows = await listElectorate(world.db, { hosts: [world.group.communityId], productId: 1, cycleId, recordOn: '2026-10-01' })
    return rows.map(({ name }) => name)
  }

  test('a consortium votes as one unless it lets its members vote; no contract, no ballot', async () => {
    const consortium = await addInstitution(world, 'Lakes Consortium', [], { kind: 'consortium' })
    for (const name of ['Kivu', 'Tana']) await addInstitution(world, name, [], { membership: false, parentId: consortium })
    const bare = await addInstitution(world, 'Bare Membership', [])
    const contract = await world.db.selectFrom('contract').select('id').where('organisationId', '=', bare).executeTakeFirstOrThrow()
    await world.write((tx) => endTerm(tx, keeper(world), consequences, bare, 'contract', contract.id, '2026-09-30'))
    expect(await electorate()).toEqual(['Lakes Consortium', 'Northfield', 'Old Harbour Library', 'Silent College'])
    const fresh = await openCycle(world, { title: 'Next' })
    const carla = await world.as(world.carla)
    expect((await carla.post(`/cycles/${fresh.cycleId}/consortia`, { organisationId: String(consortium), asOne: 'no' })).status).toBe(303)
    expect(await electorate(fresh.cycleId)).toEqual(['Kivu', 'Northfield', 'Old Harbour Library', 'Silent College', 'Tana'])
    // Only of a consortium that there is.
    for (const organisationId of ['999999', '0', '-1', String(bare)])
      expect((await carla.post(`/cycles/${fresh.cycleId}/consortia`, { organisationId, asOne: 'no' })).status).toBe(404)
    // Tana is in another as well, which votes as one: it has spoken by that, and speaks once.
    const sea = await addInstitution(world, 'Sea Consortium', [], { kind: 'consortium' })
    const { id: tana } = await world.db.selectFrom('organisation').select('id').where('name', '=', 'Tana').executeTakeFirstOrThrow()
    await world.db.insertInto('belonging').values({ organisationId: tana, parentId: sea }).execute()
    expect((await carla.post(`/cycles/${fresh.cycleId}/consortia`, { organisationId: String(sea), asOne: 'yes' })).status).toBe(303)
    expect(await electorate(fresh.cycleId)).toEqual(['Kivu', 'Northfield', 'Old Harbour Library', 'Sea Consortium', 'Silent College'])
  })

  test('who runs a ballot in which nobody could vote reads so on its page, and nobody else does', async () => {
    const early = await openCycle(world, { title: 'Before anybody', recordOn: '1999-01-01' })
    const page = async (person: Person, ballot: number) => (await (await world.as(person)).get(`/ballots/${ballot}`)).text()
    expect(await page(world.carla, early.roundOne)).toContain('No one can vote on this cut-off date.')
    expect(await page(rosa, early.roundOne)).not.toContain('No one can vote')
    expect(await page(world.carla, cycle.roundTwo)).not.toContain('No one can vote')
    // Past its opening it is said why it has not opened, and no longer that options will come.
    expect(await page(rosa, early.roundOne)).toContain('They will be here after the selection.')
    const opensAt = new Date(world.clock.now.getTime() - 60_000)
    await world.db.updateTable('ballot').set({ opensAt }).where('id', '=', early.roundOne).execute()
    expect(await page(rosa, early.roundOne)).toContain('This ballot has not opened, because it has no options.')
    await world.db
      .updateTable('ballot')
      .set({ opensAt: early.at(20) })
      .where('id', '=', early.roundOne)
      .execute()
  })

  test('thirty days before the opening, institutions that no mail reaches are listed, and who works there is asked', async () => {
    const person = await world.addPerson('Only')
    const id = await world.write((tx) =>
      saveOrganisation(tx, keeper(world), undefined, { name: 'Unspoken', kind: 'institution', domains: [] }),
    )
    await world.db.insertInto('affiliation').values({ personId: person.personId, organisationId: id }).execute()
    await world.db
      .insertInto('membership')
      .values({ organisationId: id, communityId: world.group.communityId, fromOn: '2020-01-01' })
      .execute()
    await world.db.insertInto('contract').values({ organisationId: id, productId: 1, fromOn: '2020-01-01' }).execute()
    const fresh = await openCycle(world, { title: 'Asking' })
    await passTo(world, fresh.at(0))
    await passTo(world, fresh.at(0))
    // Once, whatever opens next: both rounds show when.
    expect(await lettersTo(world, person.email, 'ballots.referent')).toHaveLength(1)
    const page = await (await world.as(world.carla)).get(`/ballots/${fresh.roundOne}/electorate`).then((answer) => answer.text())
    expect(page).toContain('Not reachable by email')
    expect(page).toMatch(/Unspoken[\s\S]*asked Only on/)
  })

  test('a rehearsal is counted, shown as one, and thrown away in sight of all', async () => {
    const fresh = await openCycle(world, { title: 'Rehearsed' })
    await addWishes(world, fresh.cycleId, ['One', 'Two'])
    await world.write((tx) => freezeOptions(tx, world.clock.now, fresh.cycleId))
    const carla = await world.as(world.carla)
    // What other ballots have asked and mailed stays.
    const others = () =>
      Promise.all((['ballotMail', 'innerPoll'] as const).map((table) => world.db.selectFrom(table).select('voterId').execute()))
    const before = await others()
    expect(before.map(({ length }) => length > 0)).toEqual([true, true])
    const began = await carla.post(`/ballots/${fresh.roundOne}/rehearse`)
    const rehearsal = began.headers.get('location') ?? ''
    await carla.post(`${rehearsal}/fill`)
    expect((await carla.post(`${rehearsal}/count`)).status).toBe(303)
    expect(await carla.get(`${rehearsal}/results`).then((answer) => answer.text())).toContain('The result does not count')
    await carla.post(`${rehearsal}/throw-away`)
    const id = Number(rehearsal.split('/').at(-1))
    for (const table of ['publishedPaper', 'voter', 'paperRefusal', 'ballotResult'] as const)
      expect(await world.db.selectFrom(table).selectAll().where('ballotId', '=', id).execute()).toEqual([])
    expect(await others()).toEqual(before)
    const page = await (await world.as(world.susi)).get(`/ballots/${fresh.roundOne}`).then((answer) => answer.text())
    expect(page).toMatch(/Discarded, with \d+ test votes/)
    await world.settle()
    expect((await world.postbox()).some(({ subject }) => subject?.includes('Rehearsed, round one'))).toBe(false)
  })
})

test('a backup that is restored while a round is open holds no key: who had voted is asked again', async () => {
  const fresh = await openCycle(world, { title: 'Restored' })
  await addWishes(world, fresh.cycleId, ['One', 'Two'])
  await passTo(world, fresh.at(20))
  const id = await voterOf(world, fresh.roundOne, harbour)
  expect((await cast(rosa, { 'v-1': '5' }, paper(fresh.roundOne, id))).status).toBe(303)
  const actor = { ...program(world.clock.now), ...carlaOf(world) }
  expect(actor.personId).toBe(world.carla.personId)
  await world.db.deleteFrom('ballotKey').where('ballotId', '=', fresh.roundOne).execute()
  await passTo(world, new Date(fresh.at(30).getTime() - 86_400_000))
  expect(await versions(id)).toBe(0)
  const [letter] = await lettersTo(world, rosa.email, 'ballots.again')
  expect(letter?.text).toContain('no one can read the earlier votes')
  expect((await cast(rosa, { 'v-2': '9' }, paper(fresh.roundOne, id))).status).toBe(303)
  const { closesAt } = await world.db.selectFrom('ballot').select('closesAt').where('id', '=', fresh.roundOne).executeTakeFirstOrThrow()
  expect(closesAt.getTime()).toBe(fresh.at(36).getTime())
})
