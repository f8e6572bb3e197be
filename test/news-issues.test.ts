import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { locales } from '../src/lib/ui/format.ts'
import { typeset } from '../src/lib/ui/typography.ts'
import type { Happened } from '../src/news/compose/queries.ts'
import { decideReading, type KeptLine } from '../src/news/compose/rules.ts'
import { writeReport } from '../src/news/compose/sentences.ts'
import { fileDocuments } from './access/documents.ts'
import { mail } from './mail.ts'
import { fillRequests } from './requests-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Hello', id: 'first@maria.example', text: 'Hello all' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  await fillRequests(world)
})
afterAll(() => world.end())

const browsers = new Map<string, Promise<Awaited<ReturnType<World['as']>>>>()
const as = (person?: Person) => {
  const name = person?.name ?? ''
  const found = browsers.get(name) ?? world.as(person)
  browsers.set(name, found)
  return found
}
const post = async (person: Person, path: string, fields: Record<string, string> = {}) => (await as(person)).post(path, fields)
const read = async (person: Person | undefined, path: string) => (await (await as(person)).get(path)).text()

const form = {
  ...{ title: 'News in Brief, October', fromOn: '2026-10-01', toOn: '2026-10-31', language: 'en', lead: 'A frank word.' },
  ...{ visibility: 'public', embargoZone: 'UTC' },
}
const lines = () => world.db.selectFrom('newsLine').selectAll().orderBy('position').execute()

describe('an issue', () => {
  it('fills itself with what its readers may see, and keeps what people did', async () => {
    expect((await post(world.maria, '/news/issues', form)).headers.get('location')).toBe('/news/issues/1/compose')
    expect((await post(world.carla, '/news/issues', form)).status).toBe(409)
    // The story of this world is for subscribers.
    expect((await lines()).map(({ key }) => key).filter((key) => key.startsWith('story:'))).toEqual([])
    expect((await post(world.maria, '/news/issues/1/edit', { ...form, visibility: 'subscribers', version: '1' })).status).toBe(303)
    const [story] = (await lines()).filter(({ key }) => key.startsWith('story:'))
    expect(story).toMatchObject({
      text: 'New story: “Rollover in a weekend”.',
      sourcePath: expect.stringContaining('/stories/'),
      state: 'open',
    })

    const at = `/news/issues/1/lines/${story?.id}`
    expect((await post(world.maria, at, { state: 'taken', text: '' })).status).toBe(422)
    expect((await post(world.maria, at, { state: 'taken', text: 'A weekend was enough.' })).status).toBe(303)
    expect((await post(world.maria, '/news/issues/1/compose')).status).toBe(303)
    expect((await lines()).find(({ id }) => id === story?.id)).toMatchObject({ text: 'A weekend was enough.', state: 'taken' })
    // Beside the button stands what would not come out.
    const undecided = (await lines()).filter(({ state }) => state === 'open').length
    const left = undecided === 1 ? '1 suggested sentence is undecided' : `${undecided} suggested sentences are undecided`
    expect((await read(world.carla, '/news/issues/1/compose')).includes(left)).toBe(undecided > 0)

    // Back to everybody: the sentence stays, says so, and the issue does not go out with it.
    expect((await post(world.maria, '/news/issues/1/edit', { ...form, version: '2' })).status).toBe(303)
    expect((await lines()).find(({ id }) => id === story?.id)).toMatchObject({ gone: true })
    const refused = await post(world.carla, '/news/issues/1/publish')
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Readers cannot see the source of')])
    // The page says so before anybody tries, to who writes it as well, and leads to the sentence.
    for (const person of [world.maria, world.carla]) {
      const page = await read(person, '/news/issues/1/compose')
      expect(page).toContain('Before you can publish:')
      expect(page).toMatch(new RegExp(`<a href="#line-${story?.id}">Readers cannot see the source of`))
      expect(page).not.toContain('Publish now')
    }
    await post(world.maria, at, { state: 'left' })
    const empty = await post(world.carla, '/news/issues/1/publish')
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Choose a sentence or a news item first')])
    expect(await read(world.carla, '/news/issues/1/compose')).toContain(
      '<a href="#suggestions">Choose a sentence or a news item first.</a>',
    )
  })

  it('goes out with what was taken, by itself, once, and says why where it cannot', async () => {
    await post(world.maria, '/news/issues/1/edit', {
      ...form,
      visibility: 'subscribers',
      version: '3',
      embargo: '2026-10-20',
      embargoTime: '09:00',
    })
    await post(world.maria, '/news/issues/1/rest', { state: 'taken' })
    const composed = await read(world.carla, '/news/issues/1/compose')
    expect(composed).not.toContain('Before you can publish')
    expect(composed).toContain('Schedule publication')
    expect((await post(world.carla, '/news/issues/1/publish')).status).toBe(303)
    expect((await post(world.ada, '/news/issues/1/publish')).status).toBe(409)
    expect((await (await as(world.susi)).get('/news/issues/1')).status).toBe(404)

    // What a sentence rests on is withdrawn before the hour.
    await world.db.updateTable('newsLine').set({ state: 'taken' }).where('key', 'like', 'story:%').execute()
    await world.db.updateTable('story').set({ withdrawnAt: world.clock.now }).execute()
    world.clock.now = new Date('2026-10-20T09:00:00Z')
    await tasks['news.turn']?.({} as never, world.context)
    await tasks['news.turn']?.({} as never, world.context)
    expect(await read(world.carla, '/today')).toContain('Not published: News in Brief, October')
    expect((await world.postbox()).filter(({ kind }) => kind === 'news.not-out').map(({ email }) => email)).toEqual(['carla@carla.example'])

    await world.db.updateTable('story').set({ withdrawnAt: null }).execute()
    expect((await post(world.carla, '/news/issues/1/unschedule')).status).toBe(303)
    expect((await post(world.carla, '/news/issues/1/publish')).status).toBe(303)
    const page = await read(world.susi, '/news/issues/1')
    expect(page).toContain('A frank word.')
    expect(page).toContain('A weekend was enough.')
    // What is out is changed by who lets it out: nobody else is offered to.
    expect(await read(world.maria, '/news/issues/1')).not.toContain('/news/issues/1/compose')
    const closed = await read(world.maria, '/news/issues/1/compose')
    expect(closed).toContain('Only the coordinator or the deputy can change published news.')
    expect(closed).not.toMatch(/name="lead"|\/news\/issues\/1\/lines/)
    expect((await (await as(undefined)).get('/news/issues/1')).status).toBe(404)
    expect((await (await as(world.susi)).get('/news/issues/1.pdf')).headers.get('content-type')).toBe('application/pdf')
  })
})

it('tells of documents that were approved, as far as its readers may read them', async () => {
  await fileDocuments(world)
  const period = { fromOn: '2026-10-10', toOn: '2026-10-20' }
  const begun = await post(world.maria, '/news/issues', { ...form, ...period, title: 'Documents' })
  const number = Number(/issues\/(\d+)\//.exec(begun.headers.get('location') ?? '')?.[1])
  const told = async () =>
    (
      await world.db
        .selectFrom('newsLine')
        .innerJoin('newsIssue', 'newsIssue.id', 'newsLine.issueId')
        .select(['newsLine.text', 'newsLine.sourcePath'])
        .where('newsIssue.number', '=', number)
        .where('newsLine.key', 'like', 'document:%')
        .orderBy('newsLine.text')
        .execute()
    ).map(({ text, sourcePath }) => [text, sourcePath])
  expect(await told()).toEqual([['Approved: “Terms”.', '/documents/terms']])
  await post(world.maria, `/news/issues/${number}/edit`, {
    ...form,
    ...period,
    title: 'Documents',
    visibility: 'subscribers',
    version: '1',
  })
  expect(await told()).toEqual([
    ['Approved: “Paper”.', '/documents/paper'],
    ['Approved: “Terms”.', '/documents/terms'],
  ])
})

const nothing: Happened = {
  ...{ slug: 'lectio', among: false },
  ...{ name: 'Group', product: 'Lectio', vendor: 'Quillon', cases: 0, stories: [], cycles: [], ballots: [], answers: [], releases: [] },
  ...{
    meetings: [],
    decisions: [],
    talks: [],
    events: [],
    documents: [],
    lists: [],
    people: { began: [], ended: [] },
    accepted: { full: 0, open: 0 },
  },
  ...{ requests: { ideas: 0, concerns: 0, merged: 0, setAside: 0 }, commitments: { count: 0, points: 0 } },
}

describe('the report', () => {
  it('tells nothing where nothing happened', () => {
    for (const locale of locales) expect(writeReport(nothing, locale)).toEqual([])
  })

  it('tells the same facts with the same sources in four languages', () => {
    const happened: Happened = {
      ...nothing,
      cycles: [{ id: 7, title: 'the cycle of 2026', submitted: 123, merged: 18, setAside: 5, exists: 2 }],
      ballots: [
        { id: 9, title: 'round one', opened: 100, counted: { papers: 412, points: 36_087, winners: 20, top: ['Rollover', 'Deep links'] } },
      ],
      documents: [{ slug: 'guide', title: 'Our guide', number: 2 }],
      answers: [
        { class: 'planned', count: 1 },
        { class: 'declined', count: 3 },
      ],
    }
    const said = (['en', 'de', 'fr', 'es'] as const).map((locale) => writeReport(happened, locale))
    const facts = said.map((sentences) => sentences.map(({ key, sourcePath, amount }) => ({ key, sourcePath, amount })))
    for (const other of facts) expect(other).toEqual(facts[0])
    expect(said.map((sentences) => sentences.find(({ key }) => key === 'ballot:9:points')?.text)).toEqual([
      '36,087 points were given: round one.',
      '36.087 Punkte wurden vergeben: round one.',
      typeset('36\u202f087 points ont été attribués : round one.', 'fr'),
      'Se repartieron 36.087 puntos: round one.',
    ])
    expect(said.map((sentences) => sentences.find(({ key }) => key === 'document:guide')?.text)).toEqual([
      'Approved: “Our guide”, version 2.',
      'Genehmigt: „Our guide“, Fassung 2.',
      typeset('Approuvé : « Our guide », version 2.', 'fr'),
      'Aprobado: «Our guide», versión 2.',
    ])
    expect(said[0]?.map(({ text }) => text)).toContain('Answers by type: 1 planned and 3 declined.')
    // Among several groups a count leads to what is of its own.
    const pathOf = (one: Happened) => writeReport(one, 'en').find(({ key }) => key === 'answers')?.sourcePath
    expect([pathOf(happened), pathOf({ ...happened, among: true })]).toEqual(['/answers?all=on', '/answers?all=on&group=lectio'])
  })

  it('undoes nothing that somebody did when the record is read again', () => {
    const line = (key: string, fields: Partial<KeptLine> = {}): KeptLine => ({
      key,
      suggested: key,
      text: key,
      state: 'open',
      gone: false,
      ...fields,
    })
    const suggestion = (key: string, text = key) => ({ key, section: 'group' as const, text, sourcePath: '/' })
    const reading = decideReading(
      [
        line('same'),
        line('counted'),
        line('edited', { text: 'In other words', state: 'taken' }),
        line('over'),
        line('taken-and-over', { state: 'taken' }),
      ],
      [suggestion('same'), suggestion('counted', 'counted anew'), suggestion('edited', 'edited anew'), suggestion('new')],
    )
    expect(reading.added.map(({ key }) => key)).toEqual(['new'])
    expect(reading.changed.map(({ key, text }) => [key, text])).toEqual([
      ['counted', 'counted anew'],
      ['edited', 'In other words'],
    ])
    expect([reading.dropped, reading.gone]).toEqual([['over'], ['taken-and-over']])
  })
})
