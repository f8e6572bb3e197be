import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellText } from '../src/charter/clauses/fields.ts'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { adoptTemplate, carlaOf, lineOf } from './charter.ts'
import { withoutWeek } from './week-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

const browsers = new Map<string, Promise<Awaited<ReturnType<World['as']>>>>()
const as = (person?: Person) => {
  const found = browsers.get(person?.name ?? '') ?? world.as(person)
  browsers.set(person?.name ?? '', found)
  return found
}
const post = async (person: Person | undefined, path: string, form: Record<string, string> = {}) => (await as(person)).post(path, form)
const get = async (person: Person | undefined, path: string) => (await as(person)).get(path)
const read = async (person: Person | undefined, path: string) => (await get(person, path)).text()

/** Begins a draft by the door. @returns where it is */
async function begin(fields: Record<string, string>): Promise<string> {
  const answer = await post(world.carla, '/charter/drafts', { group: 'lectio', ...fields })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const clauseIds = async () =>
  new Map(
    (
      await world.db
        .selectFrom('charterClause')
        .innerJoin('charterVersion', 'charterVersion.id', 'charterClause.versionId')
        .select(['charterClause.id', 'charterClause.number'])
        .where('charterVersion.adoptedAt', 'is', null)
        .orderBy('charterClause.position')
        .execute()
    ).map(({ id, number }) => [number, id]),
  )
const adoption = { inForceOn: '2026-02-01', reviewOn: '2026-12-01', decisionText: 'We adopt the charter.', decidedOn: '2026-01-20' }

const pasted = `Purpose

- The group was formed in 2016.

Meetings

The group meets bi-monthly by teleconference.

Duties

- Conduct Show and Tell sessions three times a year.
- Keep minutes.`

describe('writing a charter', () => {
  let draft = ''

  it('splits what was pasted, and suggests measures that a person confirms', async () => {
    expect((await post(world.carla, '/charter/drafts', { group: 'lectio', from: 'paste', text: ' ' })).status).toBe(422)
    draft = await begin({ from: 'paste', text: pasted })
    expect([...(await clauseIds()).keys()]).toEqual(['P1', 'M1', 'O1', 'O2'])
    const page = await read(world.carla, draft)
    expect(page).toContain('“bi-monthly” can mean every 2 months.')
    expect(page).toContain('“bi-monthly” can mean twice a month.')
    expect(page).toContain('At least 3 in a year.')

    // What has two meanings is not attached with the rest.
    await post(world.carla, `${draft}/measures`)
    const attached = await world.db.selectFrom('clauseMeasure').select(['kind', 'subject', 'target']).orderBy('id').execute()
    expect(attached).toEqual([
      { kind: 'existence', subject: 'founding', target: null },
      { kind: 'count', subject: 'talks', target: 3 },
    ])
  })

  it('begins no second draft beside it', async () => {
    expect((await post(world.carla, '/charter/drafts', { group: 'lectio', from: 'empty' })).status).toBe(409)
  })

  it('is read by the group and by nobody else before it is adopted', async () => {
    expect((await get(world.maria, draft)).status).toBe(200)
    expect(await read(world.maria, draft)).not.toContain('Add clause')
    expect((await get(world.otto, draft)).status).toBe(404)
    expect(await read(undefined, '/charter?group=lectio')).toContain('No charter yet')
    expect((await post(world.maria, `${draft}/clauses`, { kind: 'duty', text: 'Mine.' })).status).toBe(404)
  })

  it('refuses two clauses of one number, unknown fields and a text that says nothing, and keeps what was typed', async () => {
    const twice = await post(world.carla, `${draft}/clauses`, { kind: 'meeting', number: 'm1', text: 'Again.' })
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('Another clause has the number m1.')])
    const unknown = await post(world.carla, `${draft}/clauses`, { kind: 'role', text: 'The {{president}} leads.' })
    const page = await unknown.text()
    expect([unknown.status, page]).toEqual([422, expect.stringContaining('“{{president}}” is not a field.')])
    expect(page).toContain('The {{president}} leads.')
    expect((await post(world.carla, `${draft}/clauses`, { kind: 'list', text: 'See {{list:other-l}}.' })).status).toBe(422)
    expect((await post(world.carla, `${draft}/clauses`, { kind: 'list', text: '' })).status).toBe(422)
    expect((await clauseIds()).size).toBe(4)
  })

  it('adds, changes, moves and takes out', async () => {
    await post(world.carla, `${draft}/clauses`, { kind: 'role', text: 'The Coordinator is {{coordinator}}, on {{list:lectio-l}}.' })
    await post(world.carla, `${draft}/clauses`, { kind: 'meeting', text: 'Guests are welcome.' })
    expect([...(await clauseIds()).keys()]).toEqual(['P1', 'M1', 'M2', 'O1', 'O2', 'R1'])
    const ids = await clauseIds()
    await post(world.carla, `${draft}/clauses/${ids.get('M2')}/move`, { to: 'up' })
    await post(world.carla, `${draft}/clauses/${ids.get('O2')}/remove`)
    await post(world.carla, `${draft}/clauses/${ids.get('M2')}`, { number: 'M0', kind: 'meeting', text: 'Guests are very welcome.' })
    expect([...(await clauseIds()).keys()]).toEqual(['P1', 'M0', 'M1', 'O1', 'R1'])
  })

  it('attaches a measure with a look at what it would find, and refuses a cadence of zero and a measure on nothing', async () => {
    const clause = String((await clauseIds()).get('M1'))
    const measure = { clause, kind: 'cadence', subject: 'meetings', everyN: '2', everyUnit: 'month', graceDays: '14' }
    const zero = await post(world.carla, '/charter/measures', { ...measure, everyN: '0' })
    expect([zero.status, await zero.text()]).toEqual([422, expect.stringContaining('Enter a number between 1 and 520.')])
    const nothing = await post(world.carla, '/charter/measures', { ...measure, subject: 'weather' })
    expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('Choose what to measure.')])
    const count = { ...measure, kind: 'count', subject: 'stories', everyN: '1', everyUnit: 'year' }
    const huge = await post(world.carla, '/charter/measures', { ...count, target: '99999999999' })
    expect([huge.status, await huge.text()]).toEqual([422, expect.stringContaining('Enter a number between 1 and 100,000.')])
    const look = await post(world.carla, '/charter/measures', { ...measure, act: 'preview' })
    expect([look.status, await look.text()]).toEqual([200, expect.stringContaining('Meetings: nothing found yet')])
    expect((await post(world.maria, '/charter/measures', measure)).status).toBe(404)
    expect((await post(world.carla, '/charter/measures', measure)).status).toBe(303)
    expect((await post(world.carla, '/charter/measures', measure)).status).toBe(422)
  })

  it('shows both texts to the second of two who write one clause at once', async () => {
    const [[number, clause] = ['', 0]] = await clauseIds()
    const path = `${draft}/clauses/${clause}`
    const revision = /name="revision" value="(\d+)"/.exec(await read(world.carla, path))?.[1] ?? ''
    const typed = { number, kind: 'duty', revision }
    expect((await post(world.carla, path, { ...typed, text: 'What Carla wrote.' })).status).toBe(303)
    const answer = await post(world.carla, path, { ...typed, text: 'What Diego wrote.' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('A colleague changed this clause first.')
    expect(page).toContain('<p>What Carla wrote.</p>')
    expect(page).toMatch(/<textarea[^>]*>\n?What Diego wrote\.<\/textarea>/)
    expect(await read(world.carla, draft)).toContain('What Carla wrote.')
    // By a program as well; and who saves again knowing both has the last word.
    const api = `/api/v1/charter/drafts/${draft.split('/').at(-1)}/clauses/${clause}`
    const carla = await as(world.carla)
    const { revision: before, ...rest } = typed
    expect((await carla.ask('PUT', api, { ...rest, text: 'By a program.', revision: Number(before) })).status).toBe(409)
    const again = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await post(world.carla, path, { ...typed, revision: again, text: 'What both say.' })).status).toBe(303)
    expect(await read(world.carla, draft)).toContain('What both say.')
  })

  it('is adopted once, by a decision of the register', async () => {
    expect(await read(world.carla, `${draft}/adopt`)).toContain('>The group adopts version 1 of its charter.</textarea>')
    expect((await post(world.carla, `${draft}/adopt`, { ...adoption, decisionText: '' })).status).toBe(422)
    // One that is chosen, and another one written down.
    expect((await post(world.carla, `${draft}/adopt`, { ...adoption, decisionId: '1' })).status).toBe(422)
    expect((await post(world.carla, `${draft}/adopt`, { ...adoption, reviewOn: '2026-01-01' })).status).toBe(422)
    const two = await Promise.all([post(world.carla, `${draft}/adopt`, adoption), post(world.ada, `${draft}/adopt`, adoption)])
    expect(two.map(({ status }) => status).sort()).toEqual([303, expect.toSatisfy((status: number) => status === 403 || status === 404)])
    expect(await world.db.selectFrom('decision').select(['number', 'text', 'sourcePath']).execute()).toEqual([
      { number: 1, text: 'We adopt the charter.', sourcePath: '/groups/lectio/charter/1' },
    ])
    expect((await post(world.carla, `${draft}/clauses`, { kind: 'duty', text: 'Late.' })).status).toBe(404)
  })

  it('stands on a public page with its fields filled in, in the reader’s language', async () => {
    const page = await read(undefined, '/groups/lectio/charter')
    expect(page).toContain('In force since 1 February 2026')
    expect(page).toContain('The Coordinator is <a href="/roster"')
    expect(page).toContain('>Carla</a>')
    expect(page).toContain('href="/lists/lectio-l"')
    expect(page).not.toContain('Not measured')
    const german = await world.app.request('http://rapport.test/groups/lectio/charter', { headers: { 'accept-language': 'de' } })
    expect(await german.text()).toContain('In Kraft seit 1. Februar 2026')
    // A field speaks the language of the sentence that it stands in, whoever reads.
    const facts = { holders: [{ role: 'coordinator', name: 'Carla' }] } as never
    const told = (text: string, locale: 'de' | 'en') =>
      tellText(text, facts, { inForceOn: '2026-02-01', reviewOn: null }, { locale, zone: 'UTC', now: new Date(0) }, { markdown: false })
    expect(told('The working group has {{members}} and works since {{in-force}}.', 'de')).toContain('1 member and works since 1 February')
    expect(told('Le groupe de travail compte {{members}} et travaille depuis le {{in-force}}.', 'en')).toContain('1 membre et travaille')
  })

  it('is found by search, and printed', async () => {
    expect(await read(undefined, '/search?q=teleconference')).toContain('/groups/lectio/charter/1#M1')
    const german = await world.app.request('http://rapport.test/search?q=teleconference', { headers: { 'accept-language': 'de' } })
    expect(await german.text()).toContain('Satzung, M1')
    for (const [name, begins] of [
      ['charter.pdf', '%PDF'],
      ['charter.docx', 'PK'],
      ['charter.md', '# Lectio'],
    ] as const) {
      const answer = await get(undefined, `/groups/lectio/charter/1/${name}`)
      expect([
        answer.status,
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, begins.length)
          .toString(),
      ]).toEqual([200, begins])
    }
    expect((await get(world.otto, '/groups/lectio/charter/1/charter.exe')).status).toBe(404)
  })

  it('has a next version, side by side with the one before', async () => {
    const next = await begin({ from: 'in_force' })
    const ids = await clauseIds()
    expect(ids.size).toBe(5)
    await post(world.carla, `${next}/clauses/${ids.get('M1')}`, {
      number: 'M1',
      kind: 'meeting',
      text: 'The group meets monthly by teleconference.',
    })
    await post(world.carla, `${next}/clauses/${ids.get('O1')}/remove`)
    await post(world.carla, `${next}/clauses`, { kind: 'web', text: 'There is {{roster}}.' })
    const early = await post(world.carla, `${next}/adopt`, { ...adoption, inForceOn: '2026-01-31', reviewOn: '' })
    expect([early.status, await early.text()]).toEqual([
      422,
      expect.stringContaining('Choose a date after the day the last version came into force'),
    ])
    await post(world.carla, `${next}/adopt`, {
      ...adoption,
      inForceOn: '2026-11-01',
      reviewOn: '2026-12-01',
      decisionText: 'We meet monthly.',
    })

    // From a day to come: until then the version before is in force.
    expect(await read(undefined, '/groups/lectio/charter')).toContain('meets bi-monthly')
    expect(await read(undefined, '/groups/lectio/charter/2')).toContain('in force from 1 November 2026')
    const compared = await read(undefined, '/groups/lectio/charter/2/compare?with=1')
    expect(compared).toContain('<del>bi-</del>monthly')
    expect(compared).toContain('removed')
    expect(compared).toContain('new')
    world.clock.now = new Date('2026-11-02T09:00:00Z')
    expect(await read(undefined, '/groups/lectio/charter')).toContain('meets monthly')
    expect(await read(undefined, '/groups/lectio/charter/1')).toContain('Replaced. Came into force')
  })

  it('refuses an empty charter', async () => {
    const empty = await begin({ from: 'empty' })
    const answer = await post(world.carla, `${empty}/adopt`, { ...adoption, inForceOn: '2026-11-15', reviewOn: '' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Add a clause before')])
    expect((await post(world.carla, `${empty}/discard`)).status).toBe(303)
  })

  it('reminds those who lead the group of its review, once, and Today says so', async () => {
    expect(await read(world.carla, '/today')).toContain('Review the charter by 1 December 2026')
    expect(await read(world.maria, '/today')).not.toContain('looked at again')
    const remind = () => tasks['charter.remindReviews']?.({} as never, world.context)
    await remind()
    await remind()
    const letters = (await world.postbox()).filter(({ kind }) => kind === 'charter.review')
    expect(letters.map(({ email, subject }) => [email, subject])).toEqual([
      ['carla@carla.example', 'Charter review due by 1 December 2026: Lectio Working Group'],
    ])
    const { id } = await world.db.selectFrom('charterVersion').select('id').where('number', '=', 2).executeTakeFirstOrThrow()
    expect((await post(world.carla, `/charter/versions/${id}/review`, { reviewOn: '2026-11-01' })).status).toBe(422)
    expect((await post(world.carla, `/charter/versions/${id}/review`, { reviewOn: '2028-12-01' })).status).toBe(303)
    expect(await read(world.carla, '/today')).not.toContain('looked at again')
  })
})

describe('what is found', () => {
  let other: World
  beforeAll(async () => {
    other = await makeWorld()
    await adoptTemplate(other)
    await other.write((tx) =>
      tx
        .insertInto('story')
        .values(
          [1, 2, 3, 4].map((n) => ({
            groupId: other.group.groupId,
            kind: 'success' as const,
            title: `Story ${n}`,
            text: 'It went well.',
            visibility: n === 1 ? ('group' as const) : ('public' as const),
            saidAt: new Date(`2026-0${n}-10T09:00:00Z`),
            createdAt: new Date(`2026-0${n}-10T09:00:00Z`),
            changedAt: new Date(`2026-0${n}-10T09:00:00Z`),
          })),
        )
        .execute(),
    )
  })
  afterAll(() => other.end())

  it('is the group’s own until the group shares it', async () => {
    const line = await lineOf(other, 'A1')
    const path = `/charter/clauses/${line}`
    const visitor = await other.as()
    const carla = await other.as(other.carla)
    const maria = await other.as(other.maria)
    expect(await (await maria.get('/charter/overview?group=lectio')).text()).toContain('Stories shared: 4 of 4 since 16 October 2025')
    expect(await (await visitor.get('/charter/overview?group=lectio')).text()).not.toContain('Stories shared')
    expect(await (await visitor.get(path)).text()).not.toContain('Story 2')

    await carla.post(`${path}/readers`, { readers: 'public' })
    // Who shares the group's work has the status among the tabs; to others a button leads there once they may read of it.
    const button = /<header class="heading">(?:(?!<\/header>).)*View charter status/s
    expect(await (await visitor.get('/groups/lectio/charter')).text()).toMatch(button)
    expect(await (await maria.get('/groups/lectio/charter')).text()).not.toMatch(button)
    const page = await (await visitor.get(path)).text()
    // The number is shared; of the records behind it a visitor reads what is public.
    expect(page).toContain('Story 2')
    expect(page).not.toContain('Story 1')
    expect(page).toContain('There is 1 more record that you can’t read.')
    // Nobody recorded a link: a visitor meets no empty heading, who may record one does.
    expect(page).not.toContain('Activities elsewhere')
    expect(await (await maria.get(path)).text()).toContain('Activities elsewhere')
    expect(await (await maria.get(path)).text()).toContain('Story 1')
    for (const [lang, asked, waivers] of [
      ['de', 'Mindestens 4 im Jahr.', 'Aussetzungen'],
      ['fr', 'Au moins 4 par an.', 'Pauses'],
      ['es', 'Al menos 4 al año.', 'Pausas'],
    ] as const) {
      const said = await (await visitor.get(`${path}?lang=${lang}`)).text()
      expect(said).toContain(asked)
      expect(said).toContain(waivers)
      expect(said).not.toMatch(/At least|never paused|Activities elsewhere|Months/)
    }
    await carla.post(`${path}/readers`, { readers: 'steering' })
    expect(await (await visitor.get(path)).text()).not.toContain('Story 2')
    const steering = await other.addPerson('Stella')
    const carlaActor = await carlaOf(other)
    await other.write(async (tx) => {
      const { appoint } = await import('../src/groups/actions.ts')
      await appoint(tx, carlaActor, {
        personId: steering.personId,
        role: 'steering',
        communityId: other.group.communityId,
        fromOn: '2026-01-01',
      })
    })
    expect(await (await (await other.as(steering)).get('/charter/overview?group=lectio')).text()).toContain('Stories shared: 4 of 4')
  })

  it('is waived for some days with a reason, and a waiver that ends before it begins is none', async () => {
    const line = await lineOf(other, 'R4')
    const carla = await other.as(other.carla)
    const path = `/charter/clauses/${line}`
    const waiver = { fromOn: '2026-10-01', toOn: '2026-12-31', reason: 'The address moves.', decisionText: 'Waived until the new year.' }
    const wrong = await carla.post(`${path}/waivers`, { ...waiver, toOn: '2026-09-01' })
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('Choose a last day that is not before the first day.'),
    ])
    expect((await carla.post(`${path}/waivers`, { ...waiver, decisionText: '' })).status).toBe(422)
    expect((await carla.post(`${path}/waivers`, waiver)).status).toBe(303)
    expect((await carla.post(`${path}/waivers`, { ...waiver, fromOn: '2026-12-01' })).status).toBe(422)
    expect(await (await carla.get('/charter/overview?group=lectio&state=waived')).text()).toContain(
      'paused until 31 December 2026: The address moves.',
    )
    const { id } = await other.db.selectFrom('clauseWaiver').select('id').executeTakeFirstOrThrow()
    expect((await (await other.as(other.maria)).post(`/charter/waivers/${id}/end`)).status).toBe(404)
    await carla.post(`/charter/waivers/${id}/end`)
    expect(await (await carla.get('/charter/overview?group=lectio&state=waived')).text()).not.toContain('The address moves.')
  })

  it('measures the rhythm of one series of meetings, whatever else the group holds', async () => {
    const { startSeries } = await import('../src/meetings/core/series-actions.ts')
    const carla = await carlaOf(other)
    const hosts = { groupIds: [other.group.groupId], communityIds: [] }
    const regular = { everyN: 2, everyUnit: 'month', weekday: 5, nth: 1, startsAt: '10:00', minutes: 60, zone: 'UTC' } as const
    await other.write((tx) =>
      startSeries(tx, carla, {
        ...regular,
        hosts,
        title: 'Monthly call',
        firstOn: '2027-01-01',
        place: '',
        agendaDays: 7,
        silentDays: 14,
        quorumPercent: 0,
        public: true,
      } as never),
    )
    const series = await other.db.selectFrom('meetingSeries').select('id').executeTakeFirstOrThrow()
    const held = async (on: string, seriesId: number | null) => {
      const { id } = await other.db
        .insertInto('meeting')
        .values({
          slug: `held-${on}`,
          uid: `held-${on}@test`,
          title: `Held ${on}`,
          seriesId,
          startsAt: new Date(`${on}T10:00:00Z`),
          endsAt: new Date(`${on}T11:00:00Z`),
          zone: 'UTC',
          state: 'held',
          minutes: 'approved',
          public: true,
          createdAt: other.clock.now,
          changedAt: other.clock.now,
        } as never)
        .returning('id')
        .executeTakeFirstOrThrow()
      await other.db.insertInto('meetingHost').values({ meetingId: id, groupId: other.group.groupId, communityId: null }).execute()
    }
    for (const on of ['2026-01-10', '2026-03-10', '2026-05-10', '2026-07-10', '2026-09-10']) await held(on, null)
    await held('2026-02-10', series.id)
    const line = await lineOf(other, 'M1')
    const clause = await other.db
      .selectFrom('charterClause')
      .select('id')
      .where('lineId', '=', line)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const browser = await other.as(other.carla)
    const form = await (await browser.get(`/charter/measures/new?clause=${clause.id}&kind=cadence`)).text()
    expect(form).toContain('Monthly call')
    const measure = { clause: String(clause.id), kind: 'cadence', subject: 'meetings', everyN: '2', everyUnit: 'month', graceDays: '14' }
    const look = async (more: object) => {
      const page = await (await browser.post('/charter/measures', { ...measure, ...more, act: 'preview' })).text()
      return /class="panel.*?<p>(.*?)<\/p>/s.exec(page)?.[1]?.replaceAll(/<[^>]+>/g, '')
    }
    const [all, one] = [await look({}), await look({ seriesId: String(series.id) })]
    expect(all).toMatch(/\b[56]\b/)
    expect(one).not.toBe(all)
    expect(one).toMatch(/\b1\b/)
    expect((await browser.post('/charter/measures', { ...measure, seriesId: '999999' })).status).toBe(422)
    expect((await browser.post('/charter/measures', { ...measure, seriesId: String(series.id) })).status).toBe(303)
    const page = await (await browser.get(`/charter/clauses/${line}`)).text()
    expect(page).toContain('Only the series “Monthly call”.')
    // The next version takes it over.
    const { startDraft } = await import('../src/charter/clauses/actions.ts')
    const { getCharterGroup } = await import('../src/charter/clauses/queries.ts')
    const draft = await other.write(async (tx) => startDraft(tx, carla, await getCharterGroup(tx, carla, 'lectio'), { from: 'in_force' }))
    const taken = await other.db
      .selectFrom('clauseMeasure')
      .innerJoin('charterClause', 'charterClause.id', 'clauseMeasure.clauseId')
      .select('clauseMeasure.seriesId')
      .where('charterClause.versionId', '=', draft)
      .where('clauseMeasure.seriesId', 'is not', null)
      .execute()
    expect(taken).toEqual([{ seriesId: series.id }])
  })

  it('counts what happened elsewhere once somebody recorded the link', async () => {
    const line = await lineOf(other, 'A3')
    const path = `/charter/clauses/${line}`
    const maria = await other.as(other.maria)
    const link = { title: 'A talk at the conference', onDay: '2026-05-20', link: 'https://conference.example/talk' }
    // What no program can read as an address is none: the page that says its host would fail for everybody.
    for (const wrong of ['javascript:alert(1)', 'https://[', 'https://%'])
      expect([wrong, (await maria.post(`${path}/links`, { ...link, link: wrong })).status]).toEqual([wrong, 422])
    expect((await maria.post(`${path}/links`, { ...link, onDay: '2027-01-01' })).status).toBe(422)
    expect((await (await other.as(other.susi)).post(`${path}/links`, link)).status).toBe(404)
    expect((await maria.post(`${path}/links`, link)).status).toBe(303)
    const page = await (await maria.get(path)).text()
    expect(page).toContain('Activities elsewhere: 1 since')
    expect(page).toContain('https://conference.example/talk')
  })

  it('is told once a month, and only where something has changed', async () => {
    await withoutWeek(other)
    const digest = async (day: string) => {
      other.clock.now = new Date(`${day}T06:00:00Z`)
      await tasks['charter.digest']?.({} as never, other.context)
      return (await other.postbox()).filter(({ kind }) => kind === 'charter.changed').map(({ email, subject }) => [email, subject])
    }
    expect(await digest('2026-11-01')).toEqual([])
    // Nothing has changed, and the second run of a month says nothing either.
    expect(await digest('2026-11-02')).toEqual([])
    await other.db.updateTable('list').set({ joinPolicy: 'closed' }).where('id', '=', other.listId).execute()
    const told = await digest('2026-12-01')
    expect(told).toEqual([['carla@carla.example', 'Charter status changed for 1 clause: Lectio Working Group']])
    expect(await digest('2026-12-02')).toEqual(told)
  })

  it('is offered to the agenda of the next meeting', async () => {
    const { offers } = await import('../src/edges/offers.ts')
    const { fillAgenda } = await import('../src/meetings/minutes/sources.ts')
    const { arrangeMeeting } = await import('../src/meetings/actions.ts')
    const carla = await carlaOf(other)
    const slug = await other.write(async (tx) => {
      const meeting = await arrangeMeeting(tx, carla, {
        title: 'January',
        hosts: { groupIds: [other.group.groupId], communityIds: [] },
        startsAt: new Date('2027-01-14T10:00:00Z'),
        endsAt: new Date('2027-01-14T11:00:00Z'),
        zone: 'UTC',
        place: '',
        public: true,
        quorumPercent: 0,
      })
      await fillAgenda(tx, carla, meeting.slug, offers)
      return meeting.slug
    })
    const item = await other.db
      .selectFrom('agendaItem')
      .selectAll()
      .where('source', '=', `charter:${other.group.groupId}`)
      .executeTakeFirst()
    expect(item).toMatchObject({ title: expect.stringMatching(/clauses? of the charter/), internal: true })
    expect(item?.note).toContain('L2')
    // The fields of the clauses are filled in.
    expect(item?.note).toContain('L2, not met: Customers of Quillon can join')
    expect(slug).toBe('2027-01-14')
  })
})
