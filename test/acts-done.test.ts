import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dot } from './access/news.ts'
import { adoptTemplate } from './charter.ts'
import { fillReports } from './report-world.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

// acts.test.ts asks each act as every role, mostly with forms that are refused; here programs get something done.
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await adoptTemplate(world)
  await fillReports(world)
})
afterAll(() => world.end())

const acts = '/api/v1/acts'

describe('a program writes a report through the acts', () => {
  const report = '/reports/lectio-2026'
  const act = async (path: string, form: object = {}, person = world.carla) =>
    (await world.as(person)).ask('POST', `${acts}${report}${path}`, form)
  const row = async () => world.db.selectFrom('report').selectAll().where('slug', '=', 'lectio-2026').executeTakeFirstOrThrow()
  const sections = async () =>
    world.db
      .selectFrom('reportSection')
      .selectAll()
      .where('reportId', '=', (await row()).id)
      .orderBy('position')
      .execute()
  const lastLine = async () =>
    (await world.db
      .selectFrom('journal')
      .select(['action', 'via', 'personId'])
      .where('action', 'like', 'report.%')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()) as object

  test('a section is changed, and only by who knows how it stands', async () => {
    const [first] = await sections()
    if (!first) throw new Error('The draft has no section.')
    const change = { title: 'By a program', body: 'Written by a program: {{meetings.held}} meetings.', version: first.version }
    const answer = await act(`/sections/${first.id}`, change)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect((await sections())[0]).toMatchObject({ title: 'By a program', body: change.body, version: first.version + 1 })
    expect(await lastLine()).toEqual({ action: 'report.section-changed', via: 'api', personId: world.carla.personId })
    const late = await act(`/sections/${first.id}`, { ...change, body: 'Too late' })
    expect([late.status, late.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect((await sections())[0]?.body).toBe(change.body)
  })

  test('one is added, moved and removed', async () => {
    const before = (await sections()).length
    expect((await act('/sections', { title: 'One more', body: 'Words.', internal: true })).status).toBe(200)
    const added = (await sections()).at(-1)
    expect(added).toMatchObject({ title: 'One more', internal: true })
    expect((await act(`/sections/${added?.id}/move`, { to: 'up' })).status).toBe(200)
    expect((await sections()).at(-2)?.id).toBe(added?.id)
    expect((await act(`/sections/${added?.id}/remove`)).status).toBe(200)
    expect(await sections()).toHaveLength(before)
  })

  test('its figures are frozen and thawed', async () => {
    expect((await act('/freeze')).status).toBe(200)
    expect((await row()).frozenAt).toEqual(world.clock.now)
    expect((await act('/freeze')).status).toBe(409)
    expect(await lastLine()).toMatchObject({ action: 'report.frozen', via: 'api' })
    expect((await act('/thaw')).status).toBe(200)
    expect((await row()).frozenAt).toBeNull()
    expect(await lastLine()).toMatchObject({ action: 'report.thawed', via: 'api' })
  })

  test('it is approved, shown to everyone, and taken back', async () => {
    const open = async () => (await world.app.request(`http://rapport.test${report}`)).status
    expect((await act('/approve', { public: false })).status).toBe(200)
    expect(await open()).toBe(404)
    expect((await act('/publish', { public: 'on' })).status).toBe(200)
    expect(await open()).toBe(200)
    expect(await (await world.app.request(`http://rapport.test${report}`)).text()).toContain('Written by a program')
    expect((await act('/publish', { public: 'off' })).status).toBe(200)
    expect(await open()).toBe(404)
    expect((await act('/reopen')).status).toBe(200)
    expect((await row()).state).toBe('draft')
    // Who may not, may not by a program either.
    expect((await act('/freeze', {}, world.otto)).status).toBe(404)
  })
})

test('a program brings a logo, and it is the site’s', async () => {
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.ada))
  const send = (file: File, more: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ name: 'Lectio users', accent: '#7a1f5c', ...more })) body.append(name, value)
    body.append('logo', file)
    return world.app.request(`http://rapport.test${acts}/site/look`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}` },
    })
  }
  const wrong = await send(new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }))
  expect([wrong.status, await wrong.json()]).toEqual([422, expect.objectContaining({ errors: expect.anything() })])
  expect((await send(new File([dot], 'logo.png', { type: 'image/png' }))).status).toBe(200)
  const home = await (await world.app.request('http://rapport.test/')).text()
  const path = /\/site\/logo\/\d+/.exec(home)?.[0] ?? ''
  const logo = await world.app.request(`http://rapport.test${path}`)
  expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(Buffer.from(await logo.arrayBuffer())).toEqual(dot)
  expect(home).toContain('Lectio users')
})
