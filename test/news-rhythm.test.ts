import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMessage } from '../src/lib/mail/parse.ts'
import { daysDue, issueDueOn } from '../src/news/rules.ts'
import { watch } from '../src/operations/watch/jobs.ts'
import { fillNews } from './access/news.ts'
import { makeWorld, type World } from './world.ts'

describe('the day on which the next issue is due', () => {
  it.each([
    ['2026-01-31', { every: 1, unit: 'month' }, '2026-02-28'],
    ['2026-09-30', { every: 3, unit: 'month' }, '2026-12-30'],
    ['2026-09-30', { every: 2, unit: 'week' }, '2026-10-14'],
    ['2026-09-30', { every: null, unit: 'week' }, undefined],
    [undefined, { every: 1, unit: 'week' }, undefined],
    [null, { every: 1, unit: 'week' }, undefined],
  ] as const)('after %s, %j: %s', (lastTo, rhythm, on) => {
    expect(issueDueOn(lastTo, rhythm)).toBe(on)
  })

  it('is not before it comes, and is late from the day after', () => {
    const rhythm = { every: 2, unit: 'week' } as const
    const dueBy = (today: string) => daysDue('2026-09-30', rhythm, today)
    expect([dueBy('2026-10-13'), dueBy('2026-10-14'), dueBy('2026-10-15'), dueBy('2027-10-14')]).toEqual([undefined, 0, 1, 365])
    expect(daysDue('2020-01-01', { every: null, unit: 'month' }, '2026-10-14')).toBeUndefined()
  })
})

describe('a group’s newsletter', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
    // Its last issue tells of the time to 16 October 2026.
    await fillNews(world)
  })
  afterAll(() => world.end())

  const at = (day: string) => {
    world.clock.now = new Date(`${day}T09:00:00Z`)
  }
  const as = async (person: World['carla']) => world.as(person)
  const set = async (every: string, unit: string, person = world.carla) =>
    (await as(person)).post('/news/issues/rhythm', { group: 'lectio', every, unit })
  const reminded = async (person = world.carla) =>
    (await (await as(person)).get('/today')).text().then((page) => page.includes('Next newsletter issue is due'))
  /** Letters to administrators that say something of the newsletter; other stages stand still in this world. */
  const alarms = async () => {
    await watch({}, world.context)
    const letters = (await world.postbox()).filter(({ kind }) => kind === 'site.alarm')
    return letters.filter(({ bytes }) => bytes && readMessage(bytes).text.includes('Newsletter issue')).length
  }

  it('comes every three months until its group says otherwise', async () => {
    at('2027-01-15')
    expect(await reminded()).toBe(false)
    at('2027-01-16')
    expect(await reminded()).toBe(true)
    expect(await (await (await as(world.carla)).get('/news/issues/rhythm')).text()).toContain('The next issue is due on')
    // Only those who let it out are asked for it.
    expect(await reminded(world.maria)).toBe(false)
  })

  it('comes as often as those who let it out decide, and what is no rhythm is refused', async () => {
    at('2026-11-01')
    expect((await set('2', 'week', world.maria)).status).toBe(404)
    for (const [every, unit] of [
      ['0', 'week'],
      ['53', 'month'],
      ['', 'month'],
      ['2', 'year'],
    ] as const)
      expect((await set(every, unit)).status, `${every} ${unit}`).toBe(422)
    expect(await reminded()).toBe(false)
    expect((await set('2', 'week')).status).toBe(303)
    expect(await reminded()).toBe(true)
    expect(await (await (await as(world.carla)).get('/news/drafts')).text()).toContain('The next issue is late. It was due on')
    // An issue that is being written is gone on with.
    const carla = await as(world.carla)
    const begun = await carla.post('/news/issues', {
      ...{ title: 'November', fromOn: '2026-10-17', toOn: '2026-10-31', language: 'en', visibility: 'public', embargoZone: 'UTC' },
    })
    expect(begun.headers.get('location')).toBe('/news/issues/2/compose')
    expect(await (await carla.get('/today')).text()).toContain('Continue issue')
    // Once it is ready it is to be let out: it is asked for once, by that.
    const state = (one: 'ready' | 'draft') => world.db.updateTable('newsIssue').set({ state: one }).where('number', '=', 2).execute()
    await state('ready')
    expect((await (await carla.get('/today')).text()).match(/<li id="\/news\/issues\/2\/compose">/g)).toHaveLength(1)
    expect(await reminded()).toBe(false)
    await state('draft')
  })

  it('is told to administrators when it is two weeks late, and not where it has no rhythm', async () => {
    // Due on 30 October.
    at('2026-11-13')
    expect(await alarms()).toBe(0)
    at('2026-11-14')
    expect(await alarms()).toBe(1)
    const ada = await as(world.ada)
    const metrics = await (await ada.get('/metrics')).text()
    for (const line of ['rapport_news_issues_due 1', 'rapport_news_issue_late_days 15', 'rapport_alarm{alarm="news"} 1'])
      expect(metrics).toContain(line)
    expect(await (await ada.get('/admin')).text()).toMatch(/Check these parts: [^<]*Newsletter/)
    expect(await (await ada.ask('GET', '/api/v1/site/state')).json()).toMatchObject({ news: { due: 1, days: 15 } })
    at('2026-11-20')
    expect(await alarms()).toBe(1)
    at('2026-11-21')
    expect(await alarms()).toBe(2)
    expect((await set('2', 'none')).status).toBe(303)
    expect(await reminded()).toBe(false)
    expect(await alarms()).toBe(2)
    expect(await (await ada.get('/metrics')).text()).toContain('rapport_alarm{alarm="news"} 0')
    expect(await (await (await as(world.maria)).get('/news/issues/rhythm')).text()).toContain('The newsletter has no fixed schedule.')
  })
})
