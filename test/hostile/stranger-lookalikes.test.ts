import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, program } from '../../src/actor.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { isDisguised, lookOf } from '../../src/lib/mail/alike.ts'
import { confirmAffiliation } from '../../src/people/affiliations/actions.ts'
import { addContract, saveOrganisation } from '../../src/people/organisations/actions.ts'
import { lettersTo, linkTo } from '../letters.ts'
import { mail } from '../mail.ts'
import { letters, weekBegins } from '../week-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

// Eve has an address that looks like one of those whom the group knows.
let world: World
let munster: number
beforeAll(async () => {
  world = await makeWorld({ alone: true })
  const keeper: Actor = { ...program(world.clock.now), grants: [{ role: 'administrator', groupId: null, communityId: null }] }
  const nora = await world.addPerson('Nora', { email: 'nora@munster.example' })
  await world.write(async (tx) => {
    munster = await saveOrganisation(tx, keeper, undefined, { name: 'Munster', kind: 'institution', domains: ['munster.example'] })
    await addContract(tx, keeper, munster, { productId: 1, fromOn: '2020-01-01' })
    const koln = await saveOrganisation(tx, keeper, undefined, { name: 'Köln', kind: 'institution', domains: ['köln.example'] })
    await addContract(tx, keeper, koln, { productId: 1, fromOn: '2020-01-01' })
    await confirmAffiliation(tx, keeper, { personId: nora.personId, organisationId: munster, basis: 'address' })
  })
})
afterAll(() => world.end())

const see = async (path: string, person?: Person) => (await (await world.as(person)).get(path)).text()
const like = (domain: string) => `Be careful: ${domain} looks like munster.example of Munster, but is another domain.`

async function apply(email: string, more: Record<string, string> = {}): Promise<string> {
  const visitor = await world.as()
  await visitor.post('/lists/lectio-l/join', { email, name: 'Eve', ...more })
  await world.settle()
  await visitor.post(await linkTo(world, email, 'list.confirm-join', '/confirm/'))
  await world.settle()
  const row = await world.db.selectFrom('subscriptionRequest').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return `/lists/lectio-l/requests/${row.id}`
}

describe('who applies with an address that looks like an organisation’s', () => {
  test.each(['münster.example', 'rnunster.example', 'mail.munstеr.example', 'munsteг.example'])('@%s', async (domain) => {
    const card = await apply(`eve@${domain}`)
    expect(await see(card, world.modesto)).toContain(like(domain))
    const answer = await (await world.as(world.modesto)).post(card, { decision: 'accept' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(like(domain))])
  })

  test('by letters of another alphabet, or such as nobody sees, before the @', async () => {
    for (const email of ['nоra@place.example', 'nora\u200d@place.example'])
      expect(await see(await apply(email), world.modesto)).toContain(`Be careful: ${email} has letters of several alphabets`)
  })

  test('or names a page of staff at one', async () => {
    const card = await apply('eve@place.example', { staffPage: 'https://www.münster.example/staff/eve' })
    expect(await see(card, world.modesto)).toContain(like('münster.example'))
  })

  test('and a colleague who is asked about them reads it, in the letter and on its page', async () => {
    const card = await apply('nora.b@münster.example', { colleague: 'nora@munster.example' })
    expect(await see(card, world.modesto)).toContain(like('münster.example'))
    const [letter] = await lettersTo(world, 'nora@munster.example', 'list.vouch-asked')
    expect(letter?.text).toContain(like('münster.example'))
    expect(await see(await linkTo(world, 'nora@munster.example', 'list.vouch-asked', '/vouch/'))).toContain(like('münster.example'))
  })

  test('but nothing is said of an honest one, in letters of its own too', async () => {
    for (const email of ['eve@munster.example', 'eve@lib.munster.example', 'eve@köln.example', 'ада@пример.example'])
      expect(await see(await apply(email), world.modesto)).not.toContain('Be careful')
    expect(await see(await apply('eva@köln.example'), world.modesto)).toContain('köln.example belongs to Köln')
  })
})

describe('who writes to a list by an address that looks like a subscriber’s', () => {
  const write = async (from: string) => {
    const raw = mail({ from, subject: `Please transfer, ${from}` })
    await acceptMail(world.write, { raw, mailFrom: from, rcptTo: ['lectio-l@lists.localhost'], via: 'mail' })
    await world.settle()
    const row = await world.db.selectFrom('heldMail').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    const letter = (await lettersTo(world, world.modesto.email, 'list.held-moderators')).findLast(({ subject }) => subject?.includes(from))
    return { id: row.id, page: await see(`/lists/lectio-l/held/${row.id}`, world.modesto), text: letter?.text ?? '' }
  }
  const said = 'looks like maria@maria.example, the address of Maria, but is another address.'

  test.each(['maria@rnaria.example', 'marıa@maria.example', 'maria@xn--mara-spa.example'])('%s', async (from) => {
    const { page, text } = await write(from)
    expect(page).toContain(said)
    expect(text).toContain(said)
    expect(await see(/\/decide\/\S+/.exec(text)?.[0] ?? '')).toContain(said)
  })

  test('wherever else it can be decided: in the list, on Today, by programs, in the week’s letter', async () => {
    const { id } = await write('maria@rnaria.example')
    const { id: honest } = await write('zoe@elsewhere.example')
    const modesto = await world.as(world.modesto)
    expect(await see('/lists/lectio-l/held', world.modesto)).toContain(said)
    const entry = (await see('/today', world.modesto)).split('<li').find((one) => one.includes(`id="held:${id}"`))
    expect(entry).toContain(`maria@rnaria.example ${said}`)
    const ask = async (path: string) =>
      (await (await modesto.ask('GET', path)).json()) as { items: { id: number; warning: string | null }[] }
    const { items } = await ask('/api/v1/lists/lectio-l/held')
    const warned = Object.fromEntries(items.map((one) => [one.id, one.warning]))
    expect([warned[id], warned[honest]]).toEqual([`Be careful: maria@rnaria.example ${said}`, null])
    expect(await ask(`/api/v1/lists/lectio-l/held/${id}`)).toMatchObject({ warning: expect.stringContaining(said) })
    const today = (await ask('/api/v1/me/today')) as unknown as { items: { key: string; warning: string | null }[] }
    const byKey = Object.fromEntries(today.items.map((one) => [one.key, one.warning]))
    expect([byKey[`held:${id}`], byKey[`held:${honest}`]]).toEqual([expect.stringContaining(said), null])
    await weekBegins(world)
    const [letter] = await letters(world, world.modesto)
    expect(letter?.text?.split(`held/${id}`)[0]?.split('\n\n').at(-1)).toContain(said)
  })

  test('but nothing is said of a stranger who looks like nobody', async () => {
    const { page, text } = await write('zoe@elsewhere.example')
    expect([page, text].join().includes('Be careful')).toBe(false)
  })
})

test('what looks alike, and what does not', () => {
  for (const [one, other] of [
    ['münster.example', 'munster.example'],
    ['аррӏе.example', 'apple.example'],
    ['goog1e.example', 'google.example'],
    ['rnodern.example', 'modern.example'],
    ['vvork.example', 'work.example'],
    ['stra\u200bnd.example', 'strand.example'],
    ['øl.example', 'ol.example'],
    ['fullwidth.example', 'fullwidth.example'],
  ] as const)
    expect([one, lookOf(one)]).toEqual([one, lookOf(other)])
  expect(lookOf('koeln.example')).not.toBe(lookOf('köln.example'))
  for (const one of ['аda@x.example', 'a\u202eda@x.example', 'a@муniсh.example', 'a\u00adb@x.example'])
    expect([one, isDisguised(one)]).toEqual([one, true])
  for (const one of ['ada@x.example', 'ада@x.example', 'müller@köln.example', '東京tower@x.example', 'a.б@x.example'])
    expect([one, isDisguised(one)]).toEqual([one, false])
})
