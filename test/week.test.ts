import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { openDesk } from './desk.ts'
import { type MailDoor, openMailDoor, signing } from './mail-door.ts'
import { askToJoin, carriedOut, giveAction, holdMail, letters, numberOf, tenMinutesLater, weekBegins } from './week-world.ts'

let door: MailDoor
let letter: Awaited<ReturnType<typeof letters>>[number]
const requestOf = async (name: string) =>
  await door.world.db.selectFrom('subscriptionRequest').select(['state', 'reason']).where('name', '=', name).executeTakeFirstOrThrow()
const heldState = async (subject: string) =>
  (await door.world.db.selectFrom('heldMail').select('state').where('subject', '=', subject).executeTakeFirstOrThrow()).state
const n = (title: string) => numberOf(letter.text, title)
const answer = (text: string) => door.send('carla@carla.example', letter.replyTo, { by: 'carla.example', subject: 'Re: week', text })
const confirmed = async () => (await letters(door.world, door.world.carla, 'site.week-answered')).at(-1)

beforeAll(async () => {
  door = await openMailDoor(signing('carla.example', 'reject'))
  const { world } = door
  for (const name of ['Nora', 'Olga', 'Pia', 'Rita']) await askToJoin(world, name)
  await holdMail(world, 'From outside')
  await holdMail(world, 'Buy now', 'spam@spam.example')
  await giveAction(world, world.carla, 'Ask around')
  await giveAction(world, world.carla, 'Write the report')
  await openDesk(world)
  const motion = { title: 'Meet monthly', question: 'Shall we?', way: 'vote', secrecy: 'anonymous', zone: 'Europe/Lisbon' }
  await (await world.as(world.carla)).post('/motions', {
    ...motion,
    groupId: String(world.group.groupId),
    closesAt: '2026-11-20T09:00',
  })
  await world.settle()
  await weekBegins(world)
  const [first] = await letters(world, world.carla)
  if (!first) throw new Error('no letter of the week')
  letter = first
})
afterAll(() => door.end())

describe('the week’s letter', () => {
  test('has everything that waits, numbered, with what each answer does, and nothing of it in the subject', async () => {
    const { text, html, subject } = letter
    expect(subject).toMatch(/^\d+ things wait for you this week$/)
    for (const title of ['Nora wants to join Lectio-L', 'From outside', 'Your task: Ask around']) expect(n(title)).toBeGreaterThan(0)
    expect(text).toContain('yes: Approve application · no: Reject application, with a reason · later')
    expect(text).toContain('yes: Approve message · no: Reject message · discard: Discard message · later')
    expect(html).toContain('Nora wants to join Lectio-L')
    expect(html).toContain(`mailto:${letter.replyTo}`)
    // Many buttons say the same: each has a name of its own for who hears them.
    expect(html).toContain('aria-label="Decide later: Nora wants to join Lectio-L"')
  })

  test('comes once a week, and to nobody for whom nothing waits', async () => {
    await weekBegins(door.world)
    expect(await letters(door.world, door.world.carla)).toHaveLength(1)
    expect(await letters(door.world, door.world.susi)).toHaveLength(0)
  })

  test('has what is a moderator’s first, who alone is told of it at once', async () => {
    const at = (person: { email: string }, kind: string) => letters(door.world, person, kind)
    const { carla, modesto } = door.world
    expect([(await at(carla, 'list.held-moderators')).length, (await at(modesto, 'list.held-moderators')).length]).toEqual([0, 2])
    await door.world.write((tx) => enqueue(tx, 'list.remind'))
    await door.world.settle()
    // A reminder repeats what the letter has.
    for (const person of [carla, modesto]) expect(await at(person, 'list.held-reminder')).toHaveLength(0)
  })

  test('has the numbers of the page', async () => {
    const page = await (await (await door.world.as(door.world.carla)).get('/today')).text()
    const shown = [...page.matchAll(/<span class="number">(\d+)<\/span><a class="title"[^>]*>([^<]*)</g)].map(
      ([, number, title]) => `${number}. ${title}`,
    )
    const said = [...letter.text.matchAll(/^(\d+\. .*)$/gm)].map(([, one]) => one)
    expect(shown).toEqual(said)
  })
})

describe('a ballot', () => {
  const votes = async () =>
    (await door.world.db.selectFrom('voter').select('versions').where('personId', '=', door.world.carla.personId).execute())[0]?.versions
  const kept = async () => {
    const mails = door.world.db.selectFrom('inbound').innerJoin('rawMail', 'rawMail.id', 'inbound.rawId').select('rawMail.bytes')
    return (await mails.orderBy('inbound.id', 'desc').limit(1).executeTakeFirstOrThrow()).bytes !== null
  }
  const title = 'Your vote: Meet monthly'

  test('has its lines in the letter, and no letter of its own beside it', async () => {
    for (const person of [door.world.carla, door.world.maria]) expect(await letters(door.world, person, 'ballots.opened')).toHaveLength(0)
    expect(letter.text).toContain('put an x between the brackets')
    expect(letter.text).toContain(`   [   ] ${n(title)}.yes\n   [   ] ${n(title)}.no\n`)
    expect(letter.html).toContain('Vote by email')
  })

  test('is voted in by an answer, which is not kept, and again by another', async () => {
    const quoted = letter.text.replaceAll(/^/gm, '> ').replace(`[   ] ${n(title)}.no`, `[ x ] ${n(title)}.no`)
    expect(await answer(`Hello\r\n\r\nOn 19 Oct 2026, Rapport wrote:\r\n${quoted}`)).toBe('an answer to a week’s letter')
    expect([await votes(), await kept()]).toEqual([1, false])
    const reply = await confirmed()
    expect(reply?.subject).toBe('We received your answer: 1 thing')
    expect(reply?.text).toContain(`${n(title)}. ${title}: vote received.`)
    expect(reply?.text).not.toMatch(/today\/undo|\bno\b|\[/)
    expect(await answer(`[x] ${n(title)}.yes`)).toBe('an answer to a week’s letter')
    expect([await votes(), await kept()]).toEqual([2, false])
  })

  test('is not voted in by what is no vote, nor by who is not proven to write', async () => {
    await answer(`[x] ${n(title)}.yes\r\n[x] ${n(title)}.no\r\n[x] 99.yes`)
    expect([await votes(), await kept()]).toEqual([2, false])
    expect((await confirmed())?.text).toMatch(/nothing changed\. We could not count 1 entry:\n- .*\n99\. Nothing changed/)
    const { world } = door
    const [hers] = await letters(world, world.maria)
    const number = numberOf(hers?.text ?? '', 'Your vote: Meet monthly')
    await door.send('maria@maria.example', hers?.replyTo ?? '', { subject: 'Re: week', text: `[x] ${number}.yes` })
    expect((await letters(world, world.maria, 'site.week-answered')).at(-1)?.text).toContain('We could not prove')
    expect(await world.db.selectFrom('voter').select('versions').where('personId', '=', world.maria.personId).execute()).toEqual([
      { versions: 0 },
    ])
  })

  test('is none to who has left the group that it is of, and costs them nothing else that they answer', async () => {
    const { world } = door
    const goes = (toOn: string | null) =>
      world.db.updateTable('appointment').set({ toOn }).where('personId', '=', world.carla.personId).execute()
    await goes('2026-10-18')
    const fate = await answer(`[x] ${n(title)}.no\r\n99 yes`)
    await goes(null)
    expect(fate).toBe('an answer to a week’s letter')
    expect((await confirmed())?.text).toMatch(/You can no longer vote in this ballot\.[\s\S]*99\. Nothing changed/)
    expect([await votes(), await kept()]).toEqual([2, false])
  })
})

describe('an answer to it', () => {
  test('decides several at once, ten minutes later, and says so in one letter', async () => {
    const [nora, olga, spam, task] = [n('Nora wants'), n('Olga wants'), n('Buy now'), n('Your task: Ask around')]
    const quoted = `\r\n\r\nOn 19 Oct 2026, Rapport wrote:\r\n> ${n('Pia wants')} yes\r\n> 1 no: quoted\r\n`
    expect(
      await answer(`${nora} yes, ${olga} no: you are on the other list, and write seldom, ${spam} spam\r\n${task} done${quoted}`),
    ).toBe('an answer to a week’s letter')
    const reply = await confirmed()
    expect(reply?.subject).toBe('We received your answer: 4 things')
    expect(reply?.text).toContain(`${nora}. Nora wants to join Lectio-L\n   Your decision: Approve`)
    expect(reply?.text).toMatch(/http:\/\/rapport\.test\/today\/undo\/\w+/)
    // Nothing has happened yet.
    expect((await requestOf('Nora')).state).toBe('waiting')
    await tenMinutesLater(door.world)
    expect((await requestOf('Nora')).state).toBe('approved')
    expect(await requestOf('Olga')).toEqual({ state: 'rejected', reason: 'you are on the other list, and write seldom' })
    expect((await requestOf('Pia')).state).toBe('waiting')
    expect(await heldState('Buy now')).toBe('discarded')
    const { state } = await door.world.db.selectFrom('action').select('state').where('title', '=', 'Ask around').executeTakeFirstOrThrow()
    expect(state).toBe('done')
  })

  test('is taken back by the link, with one button', async () => {
    expect(await answer(`${n('Pia wants')} yes`)).toBe('an answer to a week’s letter')
    const path = /http:\/\/rapport\.test(\/today\/undo\/\w+)/.exec((await confirmed())?.text ?? '')?.[1] ?? ''
    const visitor = await door.world.as()
    // Looking at it does nothing: scanners do.
    const page = await visitor.get(path)
    expect([page.status, (await page.text()).includes('Pia wants to join Lectio-L')]).toEqual([200, true])
    expect((await visitor.post(path)).status).toBe(200)
    await tenMinutesLater(door.world)
    expect((await requestOf('Pia')).state).toBe('waiting')
    expect((await visitor.post(path)).status).toBe(404)
  })

  test('is not taken back any more once it is carried out', async () => {
    await answer(`${n('From outside')} no`)
    const path = /http:\/\/rapport\.test(\/today\/undo\/\w+)/.exec((await confirmed())?.text ?? '')?.[1] ?? ''
    await tenMinutesLater(door.world)
    expect(await heldState('From outside')).toBe('rejected')
    expect((await (await door.world.as()).post(path)).status).toBe(404)
    expect(await heldState('From outside')).toBe('rejected')
  })

  test('names the line that was not understood, and does the others', async () => {
    expect(await answer(`${n('Your task: Write')} later\r\n2 perhaps`)).toBe('an answer to a week’s letter')
    const reply = await confirmed()
    expect(reply?.text).toContain('> 2 perhaps')
    expect(reply?.text).toContain('again next week')
    const page = await (await (await door.world.as(door.world.carla)).get('/today')).text()
    // No more among what waits; a moment later it can still be taken back.
    expect(page).not.toMatch(/<a class="title"[^>]*>Your task: Write the report/)
    expect(page).toContain('We show you this again in a week')
    expect(await answer('I shall see')).toBe('an answer to a week’s letter that was not understood')
    expect((await confirmed())?.text).toContain('> I shall see')
  })

  test('that lacks a reason, or asks for what there is not, changes nothing and says why', async () => {
    await answer(`${n('Rita wants')} no\r\n${n('Pia wants')} discard\r\n99 yes`)
    const text = (await confirmed())?.text ?? ''
    expect(text).toContain(`${n('Rita wants')}. Rita wants to join Lectio-L: nothing changed. Enter a reason.`)
    expect(text).toContain(`${n('Pia wants')}. Pia wants to join Lectio-L: nothing changed. Decide this on its page.`)
    expect(text).toContain('the email has no number 99')
    expect((await letters(door.world, door.world.carla, 'site.week-answered')).at(-1)?.subject).toBe('We could not carry out your decision')
  })

  test('in any of our languages, whatever the reader’s own', async () => {
    await answer(`${n('Rita wants')} nein: zu früh`)
    await tenMinutesLater(door.world)
    expect(await requestOf('Rita')).toEqual({ state: 'rejected', reason: 'zu früh' })
  })

  test('that comes after a colleague’s changes nothing, and says so', async () => {
    await door.world.db.updateTable('subscriptionRequest').set({ state: 'approved' }).where('name', '=', 'Pia').execute()
    await answer(`${n('Pia wants')} no: late`)
    expect((await confirmed())?.text).toContain(`${n('Pia wants')}. Nothing changed: this no longer waits for you.`)
  })
})

describe('an email to a role', () => {
  const title = 'Email to answer: Costs of the top twenty'
  const desk = async () =>
    (
      await door.world.db
        .selectFrom('correspondence')
        .select('state')
        .where('counterpart', '=', 'vera@quillon.example')
        .executeTakeFirstOrThrow()
    ).state

  test('is answered in the words of the answer, which are shown once more before they leave', async () => {
    expect(letter.text).toContain('yes: Send answer, with your text · later')
    expect(await answer(`${n(title)} yes`)).toBe('an answer to a week’s letter')
    expect((await confirmed())?.text).toContain('nothing changed. Enter your answer.')
    await answer(`${n(title)} yes: Thursday suits us, at ten.`)
    expect((await confirmed())?.text).toContain(`${n(title)}. ${title}\n   Your decision: Send answer\n   > Thursday suits us, at ten.`)
    expect(await desk()).toBe('open')
    await tenMinutesLater(door.world)
    expect(await desk()).toBe('answered')
    const [sent] = await letters(door.world, { email: 'vera@quillon.example' }, 'office.written')
    expect([sent?.subject, sent?.text.trim()]).toEqual(['Re: Costs of the top twenty', 'Thursday suits us, at ten.'])
  })
})

describe('an invitation', () => {
  test('is answered where it stands', async () => {
    const { world } = door
    const carla = await world.as(world.carla)
    const { groupId } = world.group
    const facts = { title: 'Spring meeting', day: '2027-03-18', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', quorumPercent: '0' }
    expect((await carla.post('/meetings', { ...facts, hosts: `g${groupId}` })).status).toBe(303)
    const of = async () =>
      await world.db
        .selectFrom('meetingInvitation')
        .select(['id', 'partstat', 'comment'])
        .where('personId', '=', world.maria.personId)
        .executeTakeFirstOrThrow()
    const maria = await world.as(world.maria)
    const key = `invitation:${(await of()).id}`
    expect((await maria.post('/today/decide', { key, choice: 'no', reason: 'On the road' })).status).toBe(303)
    // The meeting above says so too, while the answer can still be undone.
    const today = await (await maria.get('/today')).text()
    expect(today).not.toContain('Not answered yet')
    expect(today.slice(0, today.indexOf('To do'))).toContain('I will not attend')
    await tenMinutesLater(world)
    expect(await of()).toMatchObject({ partstat: 'declined', comment: 'On the road' })
    expect((await maria.post('/today/decide', { key, choice: 'yes' })).status).toBe(409)
  })
})

describe('a colleague is faster within the ten minutes', () => {
  test('and they hear that nothing changed', async () => {
    const { world } = door
    await askToJoin(world, 'Zoe')
    const carla = await world.as(world.carla)
    const key = `join:${(await world.db.selectFrom('subscriptionRequest').select('id').where('name', '=', 'Zoe').executeTakeFirstOrThrow()).id}`
    expect((await carla.post('/today/decide', { key, choice: 'yes' })).status).toBe(303)
    const modesto = await world.as(world.modesto)
    expect((await modesto.post(`/lists/lectio-l/requests/${key.slice(5)}`, { decision: 'reject', reason: 'No' })).status).toBe(303)
    // Whoever does not wait is first.
    expect(await carriedOut(world, world.modesto)).toBe(303)
    await tenMinutesLater(world)
    expect((await requestOf('Zoe')).state).toBe('rejected')
    const [failed] = await letters(world, world.carla, 'site.decision-failed')
    expect(failed?.text).toContain('Zoe wants to join Lectio-L\n\nNothing changed. Someone')
  })
})
