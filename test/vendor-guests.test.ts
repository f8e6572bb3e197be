import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tell } from '../src/advocacy/telling/jobs.ts'
import { lastWord, letterTo, makeSigningWorld, replyTo, say } from './signing-world.ts'
import type { VendorWorld } from './vendor-world.ts'
import { withoutWeek } from './week-world.ts'
import type { Person } from './world.ts'

let world: VendorWorld
let wanda: Person
let oskar: Person
let productId: string
beforeAll(async () => {
  world = await makeSigningWorld()
  await withoutWeek(world)
  // Two colleagues of Vera: a guest of the same group, and one of the same vendor's other group.
  wanda = await world.addPerson('Wanda', { email: 'wanda@quillon.example' })
  oskar = await world.addPerson('Oskar', { email: 'oskar@quillon.example' })
  const groups = await world.db.selectFrom('workingGroup').select(['id', 'productId']).orderBy('id').execute()
  const elsewhere = groups.find(({ id }) => id !== world.group.groupId)
  await world.give(wanda, 'vendor_guest', world.group.groupId)
  await world.give(oskar, 'vendor_guest', elsewhere?.id)
  productId = String(groups.find(({ id }) => id === world.group.groupId)?.productId)
})
afterAll(() => world.end())

const page = async (person: Person | undefined, path: string) => (await (await world.as(person)).get(path)).text()
const post = async (person: Person, path: string, form: Record<string, string>) => (await world.as(person)).post(path, form)
const mailsTo = async ({ email }: Person, kind: string) =>
  (await world.postbox()).filter((one) => one.email === email && one.kind === kind).length
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}

describe('a guest promises what they were sent', () => {
  test('after a planned answer, on its page; the group confirms it, and those who asked are told', async () => {
    const problem = 'We copy forty lists by hand.'
    const [id = 0] = await world.askFor({ title: 'Copy lists', visibility: 'public', cases: [{ by: world.susi, problem }] })
    const submission = await world.handOver([id], 'A promise')
    const form = `${submission}/requests/${id}`
    expect(await page(world.vera, form)).toContain('A promise does not replace the answer.')
    const answered = { class: 'Planned', release: '2027 R1', reason: 'It goes with the editor.', cost: '8', readers: 'Everyone' }
    await post(world.vera, form, answered)
    expect(await page(world.vera, submission)).toContain(`href="${form}#promise"`)
    const { id: answerId } = await world.db.selectFrom('answer').select('id').where('requestId', '=', id).executeTakeFirstOrThrow()
    expect(await page(world.vera, `/answers/${answerId}`)).toContain(`href="${form}#promise"`)
    // What the answer says already is filled in.
    const shown = await page(world.vera, form)
    expect(shown).toMatch(/name="year"[^>]*value="2027"/)
    expect(shown).toMatch(/name="points"[^>]*value="8"/)

    const late = await post(world.vera, `${form}/promise`, { productId, year: '2026', points: '8', dueOn: '2026-10-01' })
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('Choose today or a later date.')])
    const made = await post(world.vera, `${form}/promise`, { productId, year: '2027', points: '8', dueOn: '2027-03-01' })
    const path = made.headers.get('location') ?? ''
    expect(path).toMatch(/^\/commitments\/\d+/)
    expect(await lastWord(world, path)).toMatchObject({ act: 'claimed', side: 'vendor' })
    expect(await page(world.vera, path)).toContain('Recorded by Vera (Quillon)')
    expect(await page(world.vera, path)).toContain('Waiting for Lectio Working Group.')
    expect(await page(world.vera, form)).toContain(`<a href="${path.split('?')[0]}">View promise</a>`)
    expect((await say(world, world.vera, path.split('?')[0] ?? '', 'confirmed')).status).toBe(403)

    // A second one of the same is none.
    expect((await post(world.vera, `${form}/promise`, { productId, year: '2027', points: '8' })).status).toBe(409)

    later(11)
    await world.settle()
    const { text, answerTo } = await letterTo(world, world.carla, 'vendor.sign')
    expect(text).toContain('Promise: 8 development points in 2027, due by 1 March 2027')
    expect(await replyTo(world, world.carla, answerTo, 'yes')).toBe('a word on what the other side has said')
    expect(await page(world.carla, path.split('?')[0] ?? '')).toContain('Confirmed by both sides')
    const event = world.db.selectFrom('tellingEvent').select(['kind', 'readers']).where('requestId', '=', id).orderBy('id', 'desc')
    expect(await event.executeTakeFirstOrThrow()).toEqual({ kind: 'commitment', readers: 'public' })
    later(30)
    await tell({}, world.context)
    expect((await letterTo(world, world.susi, 'telling.became')).text).toMatch(/We copy forty lists by hand\.[\s\S]*2027/)
  })
})

test('a promise needs no points, and nobody reads of none', async () => {
  const [id = 0] = await world.askFor({ title: 'Without points' })
  const submission = await world.handOver([id], 'No points')
  const made = await post(world.vera, `${submission}/requests/${id}/promise`, { productId, year: '2027', points: '' })
  const path = made.headers.get('location')?.split('?')[0] ?? ''
  expect(await page(world.vera, path)).toContain('Promised for 2027, due by')
  expect(await page(world.carla, path)).not.toContain('0 development points')
})

test('the first step for institutions leads where one is added by hand as well as from a sheet', async () => {
  const ada = await world.as(world.ada)
  const steps = await (await ada.get('/first-weeks?group=lectio')).text()
  expect(steps).toContain('href="/organisations"')
  expect(steps).not.toContain('href="/organisations/import"')
})

describe('a guest who is away', () => {
  const away = { group: 'lectio', fromOn: '2026-10-20', toOn: '2026-10-30' }

  test('names a colleague of the same vendor; that one, the group and its pages know, and letters go to them meanwhile', async () => {
    const [id = 0] = await world.askFor({ title: 'Asked meanwhile' })
    const desk = await page(world.vera, '/desk')
    expect(desk).toContain('>Oskar</option>')
    expect(desk).toContain('>Wanda</option>')
    expect(desk).not.toContain('>Carla</option>')
    expect((await (await world.as(oskar)).get('/desk?group=lectio')).status).toBe(404)

    const wrong = await post(world.vera, '/desk/stand-ins', { ...away, personId: String(oskar.personId), toOn: '2026-10-19' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Choose a last day after the first day.')])
    expect((await post(world.vera, '/desk/stand-ins', { ...away, personId: String(oskar.personId) })).status).toBe(303)
    await world.settle()
    expect((await letterTo(world, oskar, 'vendor.stand-in')).text).toContain('You stand in for Vera as a guest of Lectio Working Group')
    expect((await letterTo(world, world.carla, 'vendor.stand-in')).text).toContain(
      'Vera of the vendor is away from 20 October 2026 to 30 October 2026',
    )
    // Not before the first day.
    expect((await (await world.as(oskar)).get('/desk?group=lectio')).status).toBe(404)
    expect(await page(world.carla, '/desk/guests')).toContain('Oskar for Vera')
    // One at a time.
    const twice = await post(world.vera, '/desk/stand-ins', { ...away, personId: String(wanda.personId) })
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('Someone already stands in')])
    // Who is away herself stands in for nobody.
    const back = await post(wanda, '/desk/stand-ins', { ...away, personId: String(world.vera.personId) })
    expect([back.status, await back.text()]).toEqual([422, expect.stringContaining('This person is away')])

    world.clock.now = new Date('2026-10-21T09:00:00Z')
    const before = await mailsTo(world.vera, 'vendor.handed')
    const submission = await world.handOver([id], 'Meanwhile')
    expect(await mailsTo(world.vera, 'vendor.handed')).toBe(before)
    const { answerTo } = await letterTo(world, oskar, 'vendor.handed')
    expect(await page(world.carla, submission)).toContain('Oskar stands in and gets the emails.')
    expect(await page(world.carla, '/desk')).toContain('Vera is away until')
    expect(await page(world.vera, submission)).not.toContain('stands in and gets the emails')
    expect(await page(oskar, '/desk?group=lectio')).toContain('You stand in for Vera until')
    // He answers in her place, by mail as well, and asks; nobody named him, so he names nobody.
    await replyTo(world, oskar, answerTo, `#${id} Declined\nReason: Not this year.`)
    const answer = world.db.selectFrom('answer').select('givenBy').where('requestId', '=', id)
    expect(await answer.executeTakeFirst()).toEqual({ givenBy: oskar.personId })
    expect((await post(oskar, '/desk/stand-ins', { ...away, fromOn: '2026-10-22', personId: String(wanda.personId) })).status).toBe(404)

    // Once she is back, he sees nothing of it any more.
    world.clock.now = new Date('2026-10-31T09:00:00Z')
    expect((await (await world.as(oskar)).get(submission)).status).toBe(404)
    expect(await page(world.carla, submission)).not.toContain('stands in and gets the emails')
  })

  test('is back earlier', async () => {
    const days = { group: 'lectio', fromOn: '2026-11-02', toOn: '2026-11-20' }
    expect((await post(world.vera, '/desk/stand-ins', { ...days, personId: String(wanda.personId) })).status).toBe(303)
    const [, end = ''] = /action="(\/desk\/stand-ins\/\d+\/end)"/.exec(await page(world.vera, '/desk')) ?? []
    world.clock.now = new Date('2026-11-04T09:00:00Z')
    expect(await page(world.carla, '/desk')).toContain('Vera is away until')
    expect((await post(wanda, end, { group: 'lectio' })).status).toBe(404)
    expect((await post(world.vera, end, { group: 'lectio' })).status).toBe(303)
    expect(await page(world.carla, '/desk')).not.toContain('Vera is away until')
    // She stays a guest herself.
    expect((await (await world.as(wanda)).get('/desk')).status).toBe(200)
  })

  test('asks the group to invite somebody, who is a guest for those days alone', async () => {
    const ines = { email: 'ines@quillon.example' } as Person
    const asked = { group: 'lectio', name: 'Ines', email: ines.email, fromOn: '2026-11-09', toOn: '2026-11-13' }
    expect((await post(world.vera, '/desk/stand-ins/ask', asked)).status).toBe(303)
    await world.settle()
    const { text } = await letterTo(world, world.carla, 'vendor.stand-in-asked')
    const link = /https?:\/\/\S+(\/desk\/guests\S+)#guest/.exec(text)?.[1] ?? ''
    const form = await page(world.carla, link)
    expect(form).toContain('Invite a stand-in for Vera')
    const [, termId = ''] = /name="termId" value="(\d+)"/.exec(form) ?? []
    expect(form).toMatch(/name="email"[^>]*value="ines@quillon.example"/)
    // The days are needed, and kept.
    const { toOn: _, ...half } = asked
    expect((await post(world.carla, link, { ...half, termId })).status).toBe(422)
    expect((await post(world.carla, link, { ...asked, termId })).status).toBe(303)
    await world.settle()
    expect((await letterTo(world, ines, 'vendor.stand-in')).text).toContain('You stand in for Vera')
    expect((await letterTo(world, world.vera, 'vendor.stand-in')).text).toContain('Ines stands in for you')
    const seats = world.db.selectFrom('appointment').select(['role', 'standIn', 'toOn']).orderBy('id', 'desc').limit(1)
    expect(await seats.executeTakeFirst()).toEqual({ role: 'vendor_guest', standIn: true, toOn: '2026-11-13' })
  })

  test('has nobody in their place once they are no guest any more', async () => {
    const guest = world.db.selectFrom('appointment').select('id').where('personId', '=', world.vera.personId)
    const { id } = await guest.where('standsFor', 'is', null).executeTakeFirstOrThrow()
    expect((await post(world.carla, `/desk/guests/${id}/end`, { group: 'lectio' })).status).toBe(303)
    const left = world.db.selectFrom('appointment').select('id').where('standsFor', '=', id).where('toOn', '>=', '2026-11-04')
    expect(await left.execute()).toEqual([])
  })
})
