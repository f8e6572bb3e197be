import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { makeRequest } from '../src/requests/actions.ts'
import { commentOnRequest } from '../src/requests/comments-actions.ts'
import { saysSameHere } from '../src/requests/same-here/rules.ts'
import { listSupporters } from '../src/requests/support/queries.ts'
import { lettersTo } from './letters.ts'
import { mail } from './mail.ts'
import { actorOf, employ } from './requests-world.ts'
import { makeWorld, type Person, type World } from './world.ts'

/** 320 replies as people write them on such lists, half of them no such thing; rules were made by one half, the other is only measured. */
function score(half: 'make' | 'measure') {
  const lines = readFileSync(join(import.meta.dirname, `same-here/${half}.tsv`), 'utf8')
    .trim()
    .split('\n')
  const replies = lines.map((line) => line.split('\t') as ['yes' | 'no', string, string])
  const said = replies.map(([wanted, , text]) => ({ wanted: wanted === 'yes', got: saysSameHere(text.replaceAll('\\n', '\n')) }))
  const [hits, wanted, got] = [
    said.filter((one) => one.wanted && one.got).length,
    said.filter((one) => one.wanted).length,
    said.filter((one) => one.got).length,
  ]
  return { replies: replies.length, half: wanted, f1: (2 * hits) / (wanted + got) }
}

describe('a reply that says the same', () => {
  test.each(['make', 'measure'] as const)('is told from others: F1 of at least 0.9 (%s)', (half) => {
    const { replies, half: wanted, f1 } = score(half)
    expect([replies, wanted]).toEqual([160, 80])
    expect(f1).toBeGreaterThanOrEqual(0.9)
  })

  test('in Japanese is read where it uses the usual words', () => {
    for (const text of ['当館でも同じ問題が発生しています。', '本学でも発生しています', '同じエラーが出ます。'])
      expect([text, saysSameHere(text)]).toEqual([text, true])
    for (const text of [
      '当館では発生していません。',
      '同じ問題がありますか？',
      'ありがとうございます。',
      '当館でも同じ問題がありましたが、解決しました。',
    ])
      expect([text, saysSameHere(text)]).toEqual([text, false])
  })

  test('is never read out of a very long text in more than a moment, whatever it repeats', () => {
    for (const piece of ['we also ', 'nicht auch ', 'no no ', '+1 ', 'à ', '? ', '同じ'])
      expect(typeof saysSameHere(piece.repeat(100_000))).toBe('boolean')
  })
})

describe('on a list', () => {
  let world: World
  let concern = 0
  let places: Awaited<ReturnType<typeof employ>>
  const people: Record<'dora' | 'emil', Person> = {} as never
  beforeAll(async () => {
    world = await makeWorld({ answers: {} })
    places = await employ(world)
    for (const [name, institution] of [
      ['Dora', 'Lindental'],
      ['Emil', 'Merwede'],
    ] as const) {
      const person = await world.addPerson(name)
      await world.join(person)
      const { id } = await world.db
        .insertInto('organisation')
        .values({ name: institution, kind: 'institution' })
        .returning('id')
        .executeTakeFirstOrThrow()
      await world.db.insertInto('affiliation').values({ personId: person.personId, organisationId: id }).execute()
      people[name.toLowerCase() as 'dora' | 'emil'] = person
    }
    const carla = await actorOf(world, world.carla)
    const facts = {
      kind: 'concern' as const,
      title: 'Lists do not open in Safari',
      text: 'A white page since Monday.',
      visibility: 'subscribers' as const,
    }
    concern = await world.write((tx) => makeRequest(tx, carla, world.group.groupId, facts))
  })
  afterAll(() => world.end())

  let count = 0
  async function send(person: Person, { to = 'lectio-l', ...parts }: { subject: string; text: string; to?: string; headers?: string[] }) {
    const raw = mail({ from: `${person.name} <${person.email}>`, id: `s${++count}@messages.example`, ...parts })
    const rcptTo = [`${to}@lists.localhost`]
    await acceptMail(world.write, { raw, mailFrom: person.email, rcptTo, via: 'mail', peer: '192.0.2.7', helo: 'mail.example' })
    await world.settle()
  }
  const asked = (person: Person) => lettersTo(world, person.email, 'requests.same-here')
  const answerTo = async (person: Person) => /\/same-here\/(\S+)/.exec((await asked(person)).at(-1)?.text ?? '')?.[1] ?? ''
  const supporters = async () => (await listSupporters(world.db, concern)).map(({ organisation }) => organisation)

  test('its author alone is asked, and nothing is counted without their yes', async () => {
    await send(world.susi, { subject: `Safari (#${concern})`, text: 'Same here at Corrib, since Monday.' })
    const [letter] = await asked(world.susi)
    expect(letter?.subject).toBe('Does Corrib Institute have this problem? Lists do not open in Safari')
    expect(letter?.text).toContain('> A white page since Monday.')
    expect((await world.postbox()).filter(({ kind }) => kind === 'requests.same-here').map(({ email }) => email)).toEqual([
      world.susi.email,
    ])
    expect(await supporters()).toEqual([])
    // Looking changes nothing, and neither does saying it again.
    const page = await (await world.as(undefined)).get(`/same-here/${await answerTo(world.susi)}`)
    expect(await page.text()).toContain('Does Corrib Institute have this problem?')
    await send(world.susi, { subject: `Re: Safari (#${concern})`, text: '+1' })
    expect(await asked(world.susi)).toHaveLength(1)
    expect(await supporters()).toEqual([])
  })

  test('a yes from Today counts the institution, once', async () => {
    const susi = await world.as(world.susi)
    expect(await (await susi.get('/today')).text()).toContain('Does Corrib Institute have this problem: Lists do not open in Safari?')
    expect((await susi.post(`/same-here/${await answerTo(world.susi)}`, { answer: 'yes' })).status).toBe(303)
    expect((await susi.post(`/same-here/${await answerTo(world.susi)}`, { answer: 'no' })).status).toBe(404)
    expect(await supporters()).toEqual(['Corrib Institute'])
    const affected = await world.db.selectFrom('requestAffected').select('organisationId').where('requestId', '=', concern).execute()
    expect(affected).toEqual([{ organisationId: places.corrib }])
  })

  test('a no is kept, and nobody asks again', async () => {
    await send(people.dora, { subject: `Re: Safari (#${concern})`, text: 'Bei uns auch.' })
    const to = `reply+${await answerTo(people.dora)}`
    // What is neither yes nor no is told to who wrote it: nobody else would see that nothing came of it.
    await send(people.dora, { to, subject: 'Re', text: 'Vielleicht' })
    const [told] = await lettersTo(world, people.dora.email, 'inbound.not-done')
    expect(told?.text).toMatch(/Begin it with “yes” or “no”|Beginnen Sie die Antwort mit „ja“ oder „nein“/)
    await send(people.dora, { to, subject: 'Re', text: 'Nein, bei uns doch nicht.' })
    await send(people.dora, { subject: `Re: Safari (#${concern})`, text: 'Wir haben das gleiche Problem.' })
    expect(await asked(people.dora)).toHaveLength(1)
    expect(await supporters()).toEqual(['Corrib Institute'])
  })

  test('questions, thanks, absences and what names no open concern ask nobody', async () => {
    const before = (await world.postbox()).filter(({ kind }) => kind === 'requests.same-here').length
    await send(people.emil, { subject: `Safari (#${concern})`, text: 'Does this happen at your place too?' })
    await send(people.emil, { subject: `Safari (#${concern})`, text: 'Not here, all is fine.' })
    await send(people.emil, { subject: 'Firefox', text: 'Same here.' })
    await send(people.emil, { subject: 'Safari (#999)', text: 'Same here.' })
    expect((await world.postbox()).filter(({ kind }) => kind === 'requests.same-here')).toHaveLength(before)
    expect(await world.db.selectFrom('brief').select('id').execute()).toEqual([])
  })

  test('a comment below a concern is read as well, and an answer by mail counts; the third institution drafts a package that waits', async () => {
    const emil = await actorOf(world, people.emil)
    await world.write((tx) => commentOnRequest(tx, emil, concern, 'We see exactly the same error.'))
    await world.settle()
    await send(people.emil, { to: `reply+${await answerTo(people.emil)}`, subject: 'Re', text: 'Yes' })
    expect(await supporters()).toEqual(['Corrib Institute', 'Merwede'])
    expect(await world.db.selectFrom('brief').select('id').execute()).toEqual([])

    await send(world.maria, { subject: `Safari (#${concern})`, text: 'We have the same problem.' })
    await send(world.maria, { to: `reply+${await answerTo(world.maria)}`, subject: 'Re', text: 'yes' })
    expect(await supporters()).toEqual(['Corrib Institute', 'Merwede', 'Northfield University Library'])
    const briefs = await world.db.selectFrom('brief').selectAll().execute()
    expect(briefs.map(({ title, championId }) => [title, championId])).toEqual([
      ['Problem of several institutions: Lists do not open in Safari', world.carla.personId],
    ])
    // It waits for who may send it, and has gone nowhere.
    expect(await (await (await world.as(world.carla)).get('/today')).text()).toContain('Package drafted: Problem of several institutions')
    expect(await (await (await world.as(world.maria)).get('/today')).text()).not.toContain('Package drafted')
    expect(await world.db.selectFrom('submission').select('id').execute()).toEqual([])
    const page = await (await (await world.as(world.carla)).get(`/briefs/${briefs[0]?.id}/requests/${concern}`)).text()
    expect(page).toContain('3 institutions have this problem: Corrib Institute, Merwede, Northfield University Library.')

    // A fourth drafts no second one.
    await send(world.carla, { subject: `Safari (#${concern})`, text: 'Us too.' })
    await send(world.carla, { to: `reply+${await answerTo(world.carla)}`, subject: 'Re', text: 'Yes' })
    expect(await supporters()).toHaveLength(4)
    expect(await world.db.selectFrom('brief').select('id').execute()).toHaveLength(1)
  })
})
