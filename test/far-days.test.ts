import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dueOn } from '../src/advocacy/core/rules.ts'
import { addMonths } from '../src/documents/rules.ts'
import { issueDueOn, nextPeriod } from '../src/news/rules.ts'
import { consentUntilOf } from '../src/talks/rules.ts'
import { makeFurnishedWorld } from './access/furnished.ts'

// The last day that a form can say. What is reckoned from it is a day that every column takes.
const last = '9999-12-31'

test.each([
  ['until when a consent may be taken back', consentUntilOf(last)],
  ['when an answer is due', dueOn(last, 6)],
  ['when a document is reviewed', addMonths(last, 12)],
  ['when an issue is due', issueDueOn(last, { every: 3, unit: 'month' })],
  ['when the next issue begins', nextPeriod(last, '2026-12-01').fromOn],
  ['when the next issue ends', nextPeriod(last, '2026-12-01').toOn],
])('%s is at most the last day', (_, day) => {
  expect(day).toBe(last)
})

describe('a form that says the last day', () => {
  let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
  beforeAll(async () => {
    world = await makeFurnishedWorld()
  })
  afterAll(() => world.end())

  const kept = { title: 'Kept', category: 'other', ownerRole: 'coordinator', visibility: 'group', datedOn: last, keepMonths: '12' }
  const meeting = {
    title: 'The last one',
    time: '23:30',
    minutes: '60',
    zone: 'UTC',
    place: 'Room',
    hosts: 'g1',
    public: 'on',
    kind: 'meeting',
  }
  test.each<[string, Record<string, string>, number, string?]>([
    ['/documents', { ...kept, host: 'lectio', body: 'Text' }, 422, 'keepMonths'],
    ['/documents/terms/settings', { ...kept, category: 'key', visibility: 'public' }, 422, 'keepMonths'],
    ['/documents/terms/settings', { ...kept, category: 'key', visibility: 'public', keepMonths: '' }, 303],
    ['/documents/terms/keep', { until: last }, 303],
    ['/documents/terms/review', { nextOn: last }, 303],
    ['/meetings', { ...meeting, day: last }, 303],
    ['/roster/lectio/seats/2', { role: 'member', from: '2026-01-01', to: last }, 303],
    ['/actions', { group: 'lectio', title: 'One day', dueOn: last }, 303],
    ['/decisions/2/review', { reviewOn: last }, 303],
    ['/releases/1', { name: '2027 R1', productId: '1', onDay: last }, 303],
    [
      '/events',
      { title: 'The last event', kind: 'conference', firstOn: last, lastOn: last, zone: 'UTC', place: 'Porto', hosts: 'g1' },
      303,
    ],
    ['/events/the-last-event-9999/sessions', { title: 'To midnight', day: last, from: '23:00', to: '00:00' }, 303],
  ])('%s', async (path, form, status, field) => {
    const carla = await world.as(world.carla)
    const answer = await carla.post(path, form)
    const page = await answer.text()
    expect([answer.status, /name="(\w+)"[^>]*aria-invalid="true"/.exec(page)?.[1]]).toEqual([status, field])
    if (status === 303) expect((await carla.get(answer.headers.get('location') ?? '')).status).toBe(200)
  })

  test('what follows from it by itself is done', async () => {
    await world.settle()
    for (const page of ['/today', '/meetings', '/events', '/documents', '/roster/lectio/edit'])
      expect([page, (await (await world.as(world.carla)).get(page)).status]).toEqual([page, 200])
  })
})
