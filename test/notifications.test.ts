import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { ballotLetter } from '../src/ballots/mails.ts'
import { gathered } from '../src/edges/gathered.ts'
import { foundGroup } from '../src/groups/actions.ts'
import { letterSubjects } from '../src/letter-subjects.ts'
import { readMessage } from '../src/lib/mail/parse.ts'
import { aboutMeeting } from '../src/meetings/mails.ts'
import { sendLetter } from '../src/outbox/actions.ts'
import type { Letter, LetterKind } from '../src/outbox/rules.ts'
import { championed } from '../src/requests/mails.ts'
import { lettersTo } from './letters.ts'
import { letters, weekBegins } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const write = (kind: LetterKind, more: Partial<Letter> = {}) =>
  world.write((tx) =>
    sendLetter(tx, world.site, world.clock.now, {
      kind,
      to: { email: world.maria.email },
      personId: world.maria.personId,
      subject: 'What happened',
      text: 'See http://rapport.test/requests/7 for it.',
      ...more,
    }),
  )
const choose = async (form: Record<string, string>) => (await world.as(world.maria)).post('/me/notifications', form)

test('news comes as a line, at once, or not at all, as they choose; its usual way is the first of its subject', async () => {
  await write('requests.merged')
  expect(await letters(world, world.maria, 'requests.merged')).toHaveLength(0)
  await world.db.deleteFrom('weekLine').execute()
  expect((await choose({ requests: 'now' })).status).toBe(303)
  await write('requests.merged')
  expect(await letters(world, world.maria, 'requests.merged')).toHaveLength(1)
  expect((await choose({ requests: 'weekly', comments: 'never' })).status).toBe(303)
  await write('requests.merged')
  await write('requests.comment')
  expect(await letters(world, world.maria, 'requests.merged')).toHaveLength(1)
  expect(await letters(world, world.maria, 'requests.comment')).toHaveLength(0)
  await weekBegins(world)
  const [week] = await letters(world, world.maria)
  expect(week?.subject).toBe('News for you this week')
  expect(week?.text).toContain('- What happened\n  http://rapport.test/requests/7')
  // It is said once.
  await weekBegins(world, new Date(world.clock.now.getTime() + 7 * 86_400_000))
  expect(await letters(world, world.maria)).toHaveLength(1)
})

test('a line has no address that lets somebody act', async () => {
  await write('requests.merged', { text: `See http://rapport.test/case/${'a2'.repeat(15)}b for it.` })
  expect((await world.db.selectFrom('weekLine').select('path').execute()).map(({ path }) => path)).toEqual([''])
  await world.db.deleteFrom('weekLine').execute()
})

test('nobody chooses to miss what lets them in or warns them', async () => {
  const forms: Record<string, string>[] = [{ account: 'never' }, { own: 'never' }, { moderation: 'never' }, { requests: 'always' }]
  for (const form of forms) expect((await choose(form)).status).not.toBe(500)
  await write('people.sign-in')
  await write('list.held-moderators')
  expect(await letters(world, world.maria, 'people.sign-in')).toHaveLength(1)
  expect(await letters(world, world.maria, 'list.held-moderators')).toHaveLength(1)
})

test('what only repeats what waits comes by itself to whoever gets no letter of the week', async () => {
  await write('charter.actions-due', { repeats: {} })
  expect(await letters(world, world.maria, 'charter.actions-due')).toHaveLength(0)
  const maria = await world.as(world.maria)
  expect((await maria.post('/me/notifications/week', { weekday: '1', hour: '8' })).status).toBe(303)
  await write('charter.actions-due', { repeats: {} })
  expect(await letters(world, world.maria, 'charter.actions-due')).toHaveLength(1)
})

test('a letter that may come otherwise says where that is chosen; one that always comes does not', async () => {
  await write('list.held-moderators')
  await write('people.sign-in')
  const [held, signIn] = await Promise.all(
    ['list.held-moderators', 'people.sign-in'].map(async (kind) => (await lettersTo(world, world.maria.email, kind)).at(-1)?.text),
  )
  expect(held).toMatch(/Choose how you get emails of this kind:\r?\nhttp:\/\/rapport\.test\/me\/notifications\s*$/)
  expect([typeof signIn, signIn?.includes('/me/notifications')]).toEqual(['string', false])
})

test('what can wait does not leave in their night; what happened just now does', async () => {
  const leaves = async (kind: LetterKind, more: Partial<Letter> = {}) => {
    const id = await write(kind, more)
    const { nextAt } = await world.db.selectFrom('delivery').select('nextAt').where('letterId', '=', id).executeTakeFirstOrThrow()
    return nextAt.toISOString()
  }
  const inDenver = (zone: string | null) => world.db.updateTable('person').set({ zone }).where('id', '=', world.maria.personId).execute()
  const now = new Date('2026-11-25T09:00:00Z')
  const [before, until] = [world.clock.now, new Date('2026-11-26T15:00:00Z')]
  world.clock.now = now
  await inDenver('America/Denver')
  expect(await leaves('charter.actions-due', { repeats: { until } })).toBe('2026-11-25T14:00:00.000Z')
  expect(await leaves('vendor.due', { byDay: {} })).toBe('2026-11-25T14:00:00.000Z')
  expect(await leaves('meetings.cancelled')).toBe(now.toISOString())
  await inDenver(null)
  expect(await leaves('charter.actions-due', { repeats: { until } })).toBe(now.toISOString())
  world.clock.now = before
})

test('a muted group tells nothing of itself', async () => {
  const maria = await world.as(world.maria)
  const path = `/me/notifications/groups/${world.group.groupId}`
  await choose({ requests: 'now' })
  expect((await maria.post(path, { muted: 'yes' })).status).toBe(303)
  const about = [`group:${world.group.groupId}`]
  await write('requests.championed', { about })
  expect(await letters(world, world.maria, 'requests.championed')).toHaveLength(0)
  expect(await (await maria.get('/me')).text()).toContain('Unmute emails of the group')
  expect((await maria.post(path, { muted: 'no' })).status).toBe(303)
  await write('requests.championed', { about })
  expect(await letters(world, world.maria, 'requests.championed')).toHaveLength(1)
})

test('a muted group is not heard in any letter of its that may be silenced, and in all others; its button stands where it is met', async () => {
  const maria = await world.as(world.maria)
  const path = `/me/notifications/groups/${world.group.groupId}`
  for (const place of ['/roster', '/lists/lectio-l']) expect(await (await maria.get(place)).text()).toContain(`action="${path}"`)
  expect(await (await maria.get('/lists/lectio-l')).text()).toContain('name="next" value="/lists/lectio-l"')
  expect((await maria.post(path, { muted: 'yes', next: '/lists/lectio-l' })).headers.get('location')).toBe('/lists/lectio-l')
  const muted = await (await maria.get('/lists/lectio-l')).text()
  expect([muted.includes('Emails of the group are muted.'), muted.includes('You do not get the optional emails')]).toEqual([true, true])
  await world.db.deleteFrom('delivery').execute()
  await world.db.deleteFrom('letter').execute()
  await choose({ requests: 'now', ballots: 'now', meetings: 'now' })
  const group = 'Lectio Working Group'
  for (const kind of ['ballots.counted', 'requests.merged'] as const) await write(kind, { group })
  await write('meetings.agenda', { from: { name: group, email: 'reply+x@lists.localhost' } })
  const sent = async () => (await world.postbox()).map(({ kind }) => kind)
  expect(await sent()).toEqual([])
  // What another group writes, and what nobody may miss, comes.
  await write('requests.merged', { group: 'Catalogo Working Group' })
  await write('list.held-moderators', { group })
  await write('people.sign-in', { group })
  expect(await sent()).toEqual(['requests.merged', 'list.held-moderators', 'people.sign-in'])
  expect((await maria.post(path, { muted: 'no' })).status).toBe(303)
})

test('of two groups with the same name, each is muted by itself', async () => {
  const { clock, maria, group } = world
  const namesake = { community: { slug: 'sister', name: 'Sister' }, vendor: 'Vendor', product: 'Lectio II' }
  const name = 'Lectio Working Group'
  const { groupId } = await world.write((tx) => foundGroup(tx, program(clock.now), { ...namesake, group: { slug: 'lectio-ii', name } }))
  await choose({ requests: 'now', ballots: 'now', meetings: 'now' })
  const to = { personId: maria.personId, name: 'Maria', email: maria.email, locale: 'en' }
  const told = { slug: 'm', title: 'Talks', host: name, replyTo: 'reply+x@lists.localhost' }
  const from = { groupName: name, zone: 'UTC', list: undefined, baseUrl: 'http://rapport.test', mailDomain: 'lists.localhost' }
  const heard = async (id: number) => {
    await world.db.deleteFrom('delivery').execute()
    await world.db.deleteFrom('letter').execute()
    for (const letter of [
      ballotLetter('counted', { ...to, zone: null }, { groupId: id, group: name }, () => ({ subject: 'Counted', text: 'It is counted.' })),
      aboutMeeting('meetings.agenda', { ...to, zone: null }, { ...told, hosts: [{ groupId: id }] }, 'Agenda', ['The agenda.']),
      championed({ ...from, groupId: id }, to, { title: 'Export', link: 'http://rapport.test/requests/7' }),
    ])
      await world.write((tx) => sendLetter(tx, world.site, clock.now, letter))
    return (await world.postbox()).length
  }
  for (const [muted, other] of [
    [group.groupId, groupId],
    [groupId, group.groupId],
  ] as const) {
    await world.db
      .insertInto('letterMute')
      .values({ personId: maria.personId, subject: `group:${muted}`, mutedAt: clock.now })
      .execute()
    expect([await heard(muted), await heard(other)]).toEqual([0, 3])
    await world.db.deleteFrom('letterMute').execute()
  }
})

test('the page has every subject that can be chosen, with its usual way, and none that never reaches whoever looks', async () => {
  const page = await (await (await world.as(world.carla)).get('/me')).text()
  expect(page).toMatch(/Weekly email: \w+, \d\d:\d\d [\w ]+ time/)
  const used = new Set(Object.values(gathered.letters))
  for (const [subject, ways] of Object.entries(letterSubjects)) {
    expect([subject, used.has(subject as never)]).toEqual([subject, true])
    expect([subject, page.includes(`name="${subject}"`)]).toEqual([subject, ways.length > 1])
  }
  const hers = await (await (await world.as(world.susi)).get('/me')).text()
  const offered = Object.keys(letterSubjects).filter((subject) => hers.includes(`name="${subject}"`))
  expect(offered).toEqual(['openings', 'reminders', 'questions', 'requests', 'comments', 'ballots', 'meetings'])
})

test('what may come never is ended from the letter, by its link or by the button of the mail program', async () => {
  await choose({ comments: 'now', meetings: 'now' })
  await write('requests.comment', { text: 'A comment.' })
  const { bytes } = (await world.postbox()).findLast(({ kind }) => kind === 'requests.comment') ?? {}
  const { headers, text } = readMessage(bytes ?? Buffer.alloc(0))
  const field = (name: string) => headers.find((one) => one.name === name)?.value
  const link = /<http:\/\/rapport\.test(.*)>/.exec(field('list-unsubscribe') ?? '')?.[1] ?? ''
  expect(field('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(text).toContain(`Stop emails of this kind:\nhttp://rapport.test${link}`)
  const visitor = await world.as()
  // Who looks at it has not pressed it.
  expect(await (await visitor.get(link)).text()).toContain('Comments on requests I follow')
  await write('requests.comment', { text: 'Another.' })
  const sent = (await letters(world, world.maria, 'requests.comment')).length
  expect((await visitor.post(link, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })).status).toBe(200)
  await write('requests.comment', { text: 'A third.' })
  await write('meetings.minutes')
  expect(await letters(world, world.maria, 'requests.comment')).toHaveLength(sent)
  expect(await letters(world, world.maria, 'meetings.minutes')).toHaveLength(1)
  // What always comes has no such link.
  await write('people.sign-in')
  expect((await letters(world, world.maria, 'people.sign-in')).at(-1)?.text).not.toContain('/unsubscribe/')
})

test('a form of personal settings that is sent as it was says that nothing changed, and nothing is noted of it', async () => {
  const susi = await world.as(world.susi)
  const { id, addressId } = await world.db
    .selectFrom('subscription')
    .select(['id', 'addressId'])
    .where('personId', '=', world.susi.personId)
    .executeTakeFirstOrThrow()
  const forms: Record<string, Record<string, string>> = {
    '/me': { name: 'Susi S', locale: 'en', theme: 'dark', zone: 'Europe/Lisbon' },
    '/me/profile': { about: 'I see to reading lists.', profileShown: 'on', worksFrom: '09:00', worksTo: '17:00' },
    '/me/notifications': { requests: 'now', comments: 'never' },
    '/me/notifications/week': { wanted: 'on', weekday: '3', hour: '7' },
    '/me/telling': { choice: 'never' },
    [`/me/subscriptions/${id}`]: { receiving: 'plain_digest', addressId: String(addressId) },
  }
  const lines = async () => (await world.db.selectFrom('journal').select('id').where('personId', '=', world.susi.personId).execute()).length
  for (const [path, form] of Object.entries(forms)) {
    const said = async () => {
      const answer = await susi.post(path, form)
      const page = await (await susi.get((answer.headers.get('location') ?? '').split('#')[0] ?? '')).text()
      return [answer.status, page.includes('Nothing changed.')]
    }
    const before = await lines()
    expect([path, ...(await said())]).toEqual([path, 303, false])
    const after = await lines()
    expect([path, after > before]).toEqual([path, true])
    expect([path, ...(await said()), (await lines()) - after]).toEqual([path, 303, true, 0])
  }
})
