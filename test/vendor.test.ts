import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remind, withdrawn } from '../src/advocacy/jobs.ts'
import { tell, weekly } from '../src/advocacy/telling/jobs.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { writeXlsx } from '../src/lib/sheet/write.ts'
import { sayKept } from '../src/lib/ui/kept.ts'
import { openList } from '../src/list/actions.ts'
import { apiAccess } from './access/api.ts'
import { groundAccess } from './access/ground.ts'
import { officeAccess } from './access/office.ts'
import { peopleAccess } from './access/people.ts'
import { vendorAccess } from './access/vendor.ts'
import { keeper } from './ballots.ts'
import { mail } from './mail.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from './vendor-world.ts'
import { carriedOut, withoutWeek } from './week-world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
  await withoutWeek(world)
})
afterAll(() => world.end())

const day = 86_400_000
const answersOf = (requestId: number) => world.db.selectFrom('answer').selectAll().where('requestId', '=', requestId).execute()

/** Vera sends words in answer to her letter. */
async function answerByMail(answerTo: string, text: string, from = world.vera.email) {
  const raw = mail({ from: `Vera <${from}>`, to: answerTo, subject: 'Re: a brief', text })
  await acceptMail(world.write, { raw, mailFrom: from, rcptTo: [answerTo], via: 'mail' })
  await world.settle()
}

describe('by mail', () => {
  test('answers count by their numbers, and what is quoted is nobody’s answer', async () => {
    const [a = 0, b = 0] = await world.askFor({ title: 'Deep links' }, { title: 'Student view' })
    await world.handOver([a, b], 'By mail')
    const handed = await letterTo(world, world.vera, 'vendor.handed')
    const packages = async () => (await (await world.as(world.carla)).get('/briefs')).text()
    expect(await packages()).toMatch(/By mail<.*?<span>0 of 2 answered</s)
    const quote = `On Friday Carla wrote:\n> ${handed.text.split('\n').join('\n> ')}`

    await answerByMail(handed.answerTo, `Thank you, we come back to this.\n\n${quote}\n`)
    expect([await answersOf(a), await answersOf(b)]).toEqual([[], []])
    expect((await letterTo(world, world.vera, 'vendor.refused')).text).toContain('Nothing was changed.')

    await answerByMail(
      handed.answerTo,
      `#${a} Declined\nReason: two sites have asked.\nCost: 8\n\n#${b} Planned\n\n#99 Declined\nReason: no request of theirs.\n\n${quote}\n`,
    )
    expect((await answersOf(a)).map(({ class: name, reason, door }) => [name, reason, door])).toEqual([
      ['declined', 'two sites have asked.', 'mail'],
    ])
    expect(await answersOf(b)).toEqual([])
    expect(await packages()).toMatch(/By mail<.*?<span>1 of 2 answered</s)
    const received = await letterTo(world, world.vera, 'vendor.received')
    expect(received.subject).toBe('Answers received, 1 of 2: By mail')
    expect(received.text).toContain('The answer “Planned” has no reason.')
    expect(received.text).toContain('Request 99 is not part of this package.')
    expect(await world.db.selectFrom('answerCost').select('points').where('requestId', '=', a).execute()).toEqual([{ points: 8 }])
  })

  test('somebody else who has the mail answers nothing', async () => {
    const [id = 0] = await world.askFor({ title: 'Not yours' })
    await world.handOver([id], 'Forwarded')
    const { answerTo } = await letterTo(world, world.vera, 'vendor.handed')
    await answerByMail(answerTo, 'Declined: because I say so.', world.otto.email)
    expect(await answersOf(id)).toEqual([])
    expect((await letterTo(world, world.vera, 'vendor.refused')).text).toContain(world.otto.email)
  })

  test('the vendor asks, the group answers by replying, and only then the vendor is waited for', async () => {
    const [id = 0] = await world.askFor({ title: 'A slow page' })
    const submission = await world.handOver([id], 'A question')
    const vera = await world.as(world.vera)
    expect((await vera.post(`${submission}/requests/${id}/questions`, { question: 'Which browser?' })).status).toBe(303)
    await world.settle()
    expect(await (await vera.get(submission)).text()).toContain('Question to the group')
    const asked = await letterTo(world, world.carla, 'vendor.asked')
    await answerByMail(asked.answerTo, 'In all of them.\n\n> Which browser?', world.carla.email)
    expect((await letterTo(world, world.vera, 'vendor.told')).text).toContain('In all of them.')
    expect(await (await vera.get(submission)).text()).not.toContain('Question to the group')
  })
})

describe('by file', () => {
  const header = ['Brief', 'Request', 'Answer', 'Reason']
  const file = async (rows: (string | number)[][], titles = header) =>
    new File([new Uint8Array(await writeXlsx([{ name: 'A', columns: titles.map((title) => ({ title })), rows }], 'A'))], 'filled.xlsx')

  async function upload(submission: string, sheet: File) {
    const vera = await world.as(world.vera)
    const body = new FormData()
    body.set('file', sheet)
    const cookie = [...vera.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return world.app.request(`http://rapport.test${submission}/returns`, {
      method: 'POST',
      body,
      headers: { cookie, origin: 'http://rapport.test' },
    })
  }

  test('another brief’s file, and one without its columns, change nothing', async () => {
    const [id = 0] = await world.askFor({ title: 'Files' })
    const submission = await world.handOver([id], 'Files')
    for (const [sheet, words] of [
      [await file([['B99999.1', id, 'Declined', 'No.']]), 'This file belongs to another package'],
      [await file([['x', id, 'Declined', 'No way.']], ['Foo', 'Request', 'Bar', 'Reason']), 'Columns missing: “Answer”'],
      [await file([['', 999_999, 'Declined', 'No way.']]), 'No row of this file is about a request of this package'],
    ] as const) {
      const answer = await upload(submission, sheet)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)])
    }
    expect(await answersOf(id)).toEqual([])
  })

  test('the same file twice answers once; a later one with empty rows takes nothing back', async () => {
    const [a = 0, b = 0] = await world.askFor({ title: 'Once' }, { title: 'Missing' })
    const submission = await world.handOver([a, b], 'Twice')
    const briefId = (await world.db.selectFrom('brief').select('id').where('title', '=', 'Twice').executeTakeFirstOrThrow()).id
    const full = [[`B${briefId}.1`, a, 'Declined', 'Two sites have asked.']]
    expect((await upload(submission, await file(full))).status).toBe(303)
    expect((await upload(submission, await file(full))).status).toBe(303)
    expect((await upload(submission, await file([[`B${briefId}.1`, a, '', '']]))).status).toBe(303)
    expect(await answersOf(a)).toHaveLength(1)
    const page = await (await (await world.as(world.vera)).get(submission)).text()
    expect(page).toContain('The file has no row for this request.')
  })

  test('answers of the years before come in with their dates; lines that cannot be read are told', async () => {
    const [id = 0] = await world.askFor({ title: 'Old' })
    const carla = await world.as(world.carla)
    const pasted = `Request\tDate\tAnswer\tReason\tMood\n${id}\t2024-03-01\tDeclined\tToo rare then.\tbad\n999999\t2024-03-01\tDeclined\tNo.\n${id}\t2024-03-01\tPerhaps\tWho knows.`
    const page = await (await carla.post('/answers/import', { group: 'lectio', pasted })).text()
    expect(page).toContain('Imported: 1. Already here: 0. Not readable: 2.')
    expect(page).toContain('There is no request “999999”.')
    expect(page).toContain('Unknown columns, not imported: Mood.')
    expect((await answersOf(id))[0]?.givenAt.toISOString().slice(0, 10)).toBe('2024-03-01')
    const again = await (await carla.post('/answers/import', { group: 'lectio', pasted })).text()
    expect(again).toContain('Imported: 0. Already here: 1. Not readable: 2.')
  })

  test.each([
    ['German', 'Anfrage\tDatum\tAntwort\tBegründung', '1. März 2024\tAbgelehnt\tZu selten.'],
    ['French', 'Demande\tDate\tRéponse\tMotif', '1er mars 2024\tRefusée\tTrop rare.'],
    ['Spanish', 'Petición\tFecha\tRespuesta\tMotivo', '1 de marzo de 2024\tRechazada\tPoco frecuente.'],
    ['Italian', 'Richiesta\tData\tRisposta\tMotivo', '1/3/2024\tRespinta\tTroppo raro.'],
  ])('a table of answers with %s columns is taken', async (language, header, line) => {
    const [id = 0] = await world.askFor({ title: `Old, in ${language}` })
    const carla = await world.as(world.carla)
    const page = await (await carla.post('/answers/import', { group: 'lectio', pasted: `${header}\n${id}\t${line}` })).text()
    expect(page).toContain('Imported: 1. Already here: 0. Not readable: 0.')
    expect(await answersOf(id)).toMatchObject([{ class: 'declined', givenAt: new Date('2024-03-01T12:00:00Z') }])
  })

  test('a table without a column that is needed is told which, in the words that the page offers', async () => {
    const carla = await world.as(world.carla)
    expect(await (await carla.get('/answers/portal?group=lectio')).text()).toContain(
      'Columns: Request, Entry, Date, Status. Also possible: Link.',
    )
    const refused = await carla.post('/answers/portal', { group: 'lectio', pasted: 'Petición\tFecha\tEstado\n1\t2024-03-01\tNew' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Columns missing: Entry.')
    const [id = 0] = await world.askFor({ title: 'In the portal' })
    const table = `Request\tEntry\tDate\tStatus\n${id}\tIdeas 12\t2024-03-01\tPlanned\n${id}\tIdeas 12\t2024-05-01\tClosed`
    const taken = await carla.post('/answers/portal', { group: 'lectio', pasted: table })
    expect(taken.status).toBe(200)
    const statuses = world.db.selectFrom('portalStatus').innerJoin('portalCase', 'portalCase.id', 'portalStatus.portalCaseId')
    expect(await statuses.select(['status', 'label']).where('requestId', '=', id).orderBy('onDay').execute()).toEqual([
      { status: 'Planned', label: 'Ideas 12' },
      { status: 'Closed', label: 'Ideas 12' },
    ])
  })
})

test('two answers at the same instant are one', async () => {
  const [id = 0] = await world.askFor({ title: 'A race' })
  const submission = await world.handOver([id], 'A race')
  const vera = await world.as(world.vera)
  const answer = { class: 'Declined', reason: 'Two sites have asked.' }
  const both = await Promise.all([vera.post(`${submission}/requests/${id}`, answer), vera.post(`${submission}/requests/${id}`, answer)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await answersOf(id)).toHaveLength(1)
})

test('an answer with nothing chosen says beside each field what is missing, on the page and to a program', async () => {
  const [id = 0] = await world.askFor({ title: 'Nothing chosen' })
  const submission = await world.handOver([id], 'Nothing chosen')
  const vera = await world.as(world.vera)
  const missing = { class: 'Choose an answer.', reason: 'Enter a reason. An answer without a reason does not count.' }

  const refused = await vera.post(`${submission}/requests/${id}`, { nextReview: '2027-03-31', readers: 'public' })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).not.toContain('No answer yet.')
  for (const sentence of Object.values(missing)) expect(page.split(sentence).length - 1).toBeGreaterThanOrEqual(2)
  expect(page).toMatch(/name="nextReview"[^>]*value="2027-03-31"|value="2027-03-31"[^>]*name="nextReview"/)

  const problem = await vera.ask('POST', `/api/v1${submission}/requests/${id}/answer`, { nextReview: '2027-03-31' })
  expect([problem.status, problem.headers.get('content-type'), await problem.json()]).toMatchObject([
    422,
    'application/problem+json',
    { errors: [{ field: 'class' }, { field: 'reason' }] },
  ])
  const planned = await vera.ask('POST', `/api/v1${submission}/requests/${id}/answer`, { class: 'planned', reason: 'It fits.' })
  expect([planned.status, await planned.json()]).toMatchObject([422, { errors: [{ field: 'release' }] }])
  // All that is wrong is said at once.
  const dear = await vera.post(`${submission}/requests/${id}`, { class: 'planned', reason: 'It fits.', cost: 'a lot' })
  const dearPage = await dear.text()
  expect(dear.status).toBe(422)
  expect(dearPage).toContain('Enter the release or its date.')
  expect(dearPage).toContain('Enter a whole number of points')
  expect(await answersOf(id)).toEqual([])
})

test('what was typed stays where an answer has no reason', async () => {
  const [id = 0] = await world.askFor({ title: 'Typed' })
  const submission = await world.handOver([id], 'Typed')
  const vera = await world.as(world.vera)
  const refused = await vera.post(`${submission}/requests/${id}`, { class: 'Planned', release: '2031 R7' })
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('Enter a reason.')
  expect(page).toContain('value="2031 R7"')
})

test('a user case that is withdrawn under a submitted brief is not shown any more, and the champion hears of it', async () => {
  const [id = 0] = await world.askFor({ title: 'Withdrawn', cases: [{ by: world.susi, problem: 'A sentence that she takes back.' }] })
  await world.handOver([id], 'With a case')
  const { id: briefId } = await world.db.selectFrom('brief').select('id').where('title', '=', 'With a case').executeTakeFirstOrThrow()
  const vera = await world.as(world.vera)
  const path = `/briefs/${briefId}/versions/1`
  expect(await (await vera.get(path)).text()).toContain('A sentence that she takes back.')
  const { caseId } = await world.db.selectFrom('requestCase').select('caseId').where('requestId', '=', id).executeTakeFirstOrThrow()
  await world.takeBack(world.susi, caseId)
  const page = await (await vera.get(path)).text()
  expect(page).not.toContain('A sentence that she takes back.')
  expect(page).toContain('This user case was withdrawn by its author.')
  await withdrawn({}, world.context)
  await withdrawn({}, world.context)
  const told = (await world.postbox()).filter(({ kind, email }) => kind === 'vendor.withdrawn' && email === world.carla.email)
  expect(told).toHaveLength(1)
})

test('the vendor is reminded before the day, the group told the day after; each once', async () => {
  const [id = 0] = await world.askFor({ title: 'Due' })
  await world.handOver([id], 'Due soon')
  const begun = world.clock.now
  const countOf = async (kind: string, subject: RegExp) =>
    (await world.postbox()).filter((one) => one.kind === kind && subject.test(`${one.subject}`)).length
  const before = await countOf('vendor.due', /./)
  world.clock.now = new Date('2027-01-13T08:00:00Z')
  await remind({}, world.context)
  await remind({}, world.context)
  const after = await countOf('vendor.due', /./)
  expect(after).toBeGreaterThan(before)
  world.clock.now = new Date('2027-01-17T08:00:00Z')
  await remind({}, world.context)
  await remind({}, world.context)
  expect(await countOf('vendor.due', /./)).toBe(after)
  const late = await letterTo(world, world.carla, 'vendor.late')
  expect(late.text).toContain('We will add it to the agenda of the next meeting.')
  expect(late.text).toMatch(/^ {2}due on \d+ \w+ \d{4}$/m)
  const page = await (await (await world.as(world.carla)).get('/today')).text()
  expect(page).toContain('late')
  // Of jobs that did not run on the very day, the group hears all the same, once.
  const [other = 0] = await world.askFor({ title: 'Due while nothing ran' })
  world.clock.now = begun
  await world.handOver([other], 'Unseen')
  world.clock.now = new Date('2027-01-23T08:00:00Z')
  await remind({}, world.context)
  expect((await letterTo(world, world.carla, 'vendor.late')).text).toContain('Due while nothing ran')
  const told = await countOf('vendor.late', /./)
  await remind({}, world.context)
  expect(await countOf('vendor.late', /./)).toBe(told)
  world.clock.now = begun
})

test('who chose the weekly summary gets one letter for all, and never two for one event', async () => {
  const begun = world.clock.now
  const [a = 0, b = 0] = await world.askFor(
    { title: 'First wish', cases: [{ by: world.susi, problem: 'My first words.' }] },
    { title: 'Second wish', cases: [{ by: world.susi, problem: 'My second words.' }] },
  )
  const susi = await world.as(world.susi)
  expect((await susi.post('/me/telling', { choice: 'weekly' })).status).toBe(303)
  const submission = await world.handOver([a, b], 'Weekly')
  const vera = await world.as(world.vera)
  for (const id of [a, b]) await vera.post(`${submission}/requests/${id}`, { class: 'Declined', reason: `Reason of ${id}.` })
  world.clock.now = new Date(begun.getTime() + 30 * 60_000)
  await tell({}, world.context)
  const mine = async (kind: string) => (await world.postbox()).filter((one) => one.email === world.susi.email && one.kind === kind)
  expect(await mine('telling.became')).toEqual([])
  await Promise.all([weekly({}, world.context), weekly({}, world.context)])
  await weekly({}, world.context)
  expect(await mine('telling.weekly')).toHaveLength(1)
  const { text } = await letterTo(world, world.susi, 'telling.weekly')
  expect(text).toContain('> My first words.')
  expect(text).toContain('> My second words.')
  // One press ends them, without signing in.
  const stop = /http:\/\/rapport\.test(\/unsubscribe\/results\/\S+)/.exec(text)?.[1] ?? ''
  expect((await (await world.as()).post(stop, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })).status).toBe(200)
  const choices = world.db.selectFrom('tellingPreference').select('choice').where('personId', '=', world.susi.personId)
  expect(await choices.execute()).toEqual([{ choice: 'never' }])
  await susi.post('/me/telling', { choice: 'weekly' })

  // Where everybody reads the archive of the group's list, the page says why the list is not told, and who was all the same.
  const ofList = world.db.updateTable('list').where('id', '=', world.listId)
  await ofList.set({ archive: 'public' }).execute()
  const page = await (await (await world.as(world.carla)).get('/telling?group=lectio')).text()
  expect(page).toMatch(
    /Only for people who asked[\s\S]*Everyone can read the archive of [\s\S]*First wish[\s\S]*1 person who asked got an email/,
  )
  expect(page).not.toContain('Create draft message')
  await ofList.set({ archive: 'subscribers' }).execute()
  // The group's own list is no list that is told where there is another: what it heard would count as told.
  const { groupId, communityId } = world.group
  const facts = { groupId, communityIds: [communityId], name: 'lectio-own', title: 'Ours alone', description: 'Plans.' }
  const own = await world.write((tx) => openList(tx, keeper(world), { ...facts, archive: 'group', joinPolicy: 'closed' }))
  const offered = await (await (await world.as(world.carla)).get('/telling?group=lectio')).text()
  expect(offered).toContain('Create draft message')
  expect(offered).not.toContain('Ours alone')
  expect((await (await world.as(world.carla)).post('/telling', { group: 'lectio', listId: String(own) })).status).toBe(422)
  world.clock.now = begun
})

test('whoever asked can say of an answer, as of a delivery, that it does not solve their problem', async () => {
  const [id = 0] = await world.askFor({ title: 'Not solved', cases: [{ by: world.susi, problem: 'It takes days.' }] })
  const submission = await world.handOver([id], 'To be answered')
  await (await world.as(world.vera)).post(`${submission}/requests/${id}`, { class: 'Already possible', reason: 'See the manual.' })
  const [answer] = await answersOf(id)
  await world.db
    .updateTable('answer')
    .set({ readers: 'public', readersFrom: world.clock.now })
    .where('id', '=', answer?.id ?? 0)
    .execute()
  const read = async (person?: Parameters<typeof world.as>[0]) => (await (await world.as(person)).get(`/answers/${answer?.id}`)).text()
  const way = `<a href="/requests/${id}#comments">Comment on the request</a> if this answer does not solve your problem.`
  expect(await read(world.susi)).toContain(way)
  // Who works in the group has the board; the vendor and whoever is not signed in comment on nothing.
  for (const other of [world.carla, world.vera, undefined]) expect(await read(other)).not.toContain('does not solve your problem')
})

test('a delivery that works partly opens the rest again', async () => {
  const [id = 0] = await world.askFor({
    title: 'Half of it',
    cases: [
      { by: world.susi, problem: 'The first half.' },
      { by: world.maria, problem: 'The second half.' },
    ],
  })
  const carla = await world.as(world.carla)
  const made = await carla.post('/commitments', { group: 'lectio', requestId: String(id), productId: '1', year: '2026', points: '5' })
  expect(
    (await carla.post('/commitments', { group: 'lectio', requestId: String(id), productId: '1', year: '2026', points: '5' })).status,
  ).toBe(409)
  const release = (await carla.post('/releases', { group: 'lectio', productId: '1', name: '2026 R9' })).headers.get('location') ?? ''
  const delivery = (await carla.post(`${release}/deliveries`, { requestId: String(id), delivers: 'yes' })).headers.get('location') ?? ''
  // What has come is neither promised nor late; it waits for the group.
  await world.db.updateTable('commitment').set({ dueOn: '2026-01-31' }).where('requestId', '=', id).execute()
  const promises = await (await carla.get('/commitments')).text()
  expect(promises).toMatch(/Half of it(?:(?!Late).)*Delivered, not checked yet/s)
  // What happened to no promise of any year has no column.
  const columns = [...promises.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, label]) => label)
  expect(columns).toEqual(expect.arrayContaining(['Year', 'Capacity', 'Promised', 'Delivered']))
  expect(columns).not.toContain('Withdrawn')
  const cases = await world.db.selectFrom('requestCase').select('caseId').where('requestId', '=', id).orderBy('caseId').execute()
  const [first, second] = cases
  await carla.post(`${delivery}/cases/${first?.caseId}`, { verdict: 'full' })
  expect((await carla.post(`${delivery}/cases/${second?.caseId}`, { verdict: 'no' })).status).toBe(422)
  await carla.post(`${delivery}/cases/${second?.caseId}`, { verdict: 'no', note: 'It stays grey.' })
  expect((await carla.post(`${delivery}/close`)).status).toBe(303)
  expect(await carriedOut(world, world.carla)).toBe(303)
  const { stage, stageWhy } = await world.db
    .selectFrom('request')
    .select(['stage', 'stageWhy'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect([stage, sayKept(stageWhy)]).toEqual(['committed', 'Open again after 2026 R9: “The second half.”'])
  // What does not work is promised as before, and late, for those who hear of it as well.
  await world.db.updateTable('request').set({ visibility: 'public' }).where('id', '=', id).execute()
  await world.db.updateTable('tellingEvent').set({ readers: 'public', readersFrom: world.clock.now }).where('requestId', '=', id).execute()
  const coming = await (await (await world.as()).get('/commitments')).text()
  expect(coming).toMatch(/Half of it(?:(?!Half of it).)*Late[\s\S]*Half of it/s)
  const carried = await carla.post(`${made.headers.get('location')}/carry`, { year: '2027' })
  expect(carried.status).toBe(303)
  expect(await (await carla.get(carried.headers.get('location') ?? '')).text()).toContain('View promise')
})

test('what is delivered by mistake goes while nobody was told; what was promised since is kept by what came', async () => {
  const [id = 0] = await world.askFor({ title: 'Came by itself' })
  const carla = await world.as(world.carla)
  const stageOf = async () => (await world.db.selectFrom('request').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage
  const release = (await carla.post('/releases', { group: 'lectio', productId: '1', name: '2026 R10' })).headers.get('location') ?? ''
  const say = (delivers: string) => carla.post(`${release}/deliveries`, { requestId: String(id), delivers })
  await say('yes')
  expect(await stageOf()).toBe('delivered')
  expect((await say('no')).status).toBe(303)
  expect(await stageOf()).toBe('gathering')
  expect(await world.db.selectFrom('tellingEvent').select('id').where('requestId', '=', id).execute()).toEqual([])

  const delivery = (await say('yes')).headers.get('location') ?? ''
  await world.db.updateTable('tellingEvent').set({ toldAt: world.clock.now }).where('requestId', '=', id).execute()
  const refused = await say('no')
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('People have already got an email')])

  const promise = { group: 'lectio', requestId: String(id), productId: '1', year: '2026', points: '5' }
  const made = (await carla.post('/commitments', promise)).headers.get('location') ?? ''
  const moved = (await carla.post(`${made}/carry`, { year: '2027', reason: 'The editor first.' })).headers.get('location') ?? ''
  expect(await stageOf()).toBe('delivered')
  await carla.post(`${delivery}/close`, { verdict: 'full' })
  expect(await carriedOut(world, world.carla)).toBe(303)
  // The page that adds requests to a package offers none that is done, and the package takes none.
  const brief = (await carla.post('/briefs', { title: 'Too late' })).headers.get('location') ?? ''
  expect(await (await carla.get(`${brief}/add?q=%23${id}`)).text()).toContain('You can’t add requests that are merged, set aside or done.')
  const late = await carla.post(`${brief}/requests`, { requestId: String(id) })
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining(`Request ${id} is done.`)])
  const { state } = await world.db
    .selectFrom('commitment')
    .select('state')
    .where('id', '=', Number(moved.split('/').at(-1)))
    .executeTakeFirstOrThrow()
  expect([await stageOf(), state]).toEqual(['accepted', 'delivered'])
})

test('what is delivered by mistake stays once somebody knows of it, and says why', async () => {
  const [id = 0] = await world.askFor({ title: 'Not so fast', cases: [{ by: world.susi, problem: 'It is slow.' }] })
  const carla = await world.as(world.carla)
  const release = (await carla.post('/releases', { group: 'lectio', productId: '1', name: '2026 R11' })).headers.get('location') ?? ''
  const say = (delivers: string) => carla.post(`${release}/deliveries`, { requestId: String(id), delivers })
  const refusal = async (words: string) => {
    const refused = await say('no')
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining(words)])
  }
  const delivery = (await say('yes')).headers.get('location') ?? ''
  // Who does not check it is not told to, but where to say what it does not solve.
  const outside = await (await (await world.as(world.susi)).get(delivery)).text()
  expect(outside).not.toContain('Check the delivery with each user case.')
  expect(outside).toContain(`<a href="/requests/${id}#comments">Comment on the request</a>`)
  const event = await world.db.selectFrom('tellingEvent').select(['id', 'groupId']).where('requestId', '=', id).executeTakeFirstOrThrow()
  const { id: listId } = await world.db.selectFrom('list').select('id').executeTakeFirstOrThrow()
  const post = { groupId: event.groupId, listId, subject: 'News', body: 'It came.', madeAt: world.clock.now }
  const { id: postId } = await world.db.insertInto('tellingPost').values(post).returning('id').executeTakeFirstOrThrow()
  await world.db.insertInto('tellingPostEvent').values({ postId, eventId: event.id }).execute()
  await refusal('Discard the draft first.')
  await world.db
    .updateTable('tellingPost')
    .set({ sentAt: world.clock.now, body: 'It came.\n\nSee https://quillon.example/r11' })
    .where('id', '=', postId)
    .execute()
  // What was sent is shown as it was written.
  expect(await (await carla.get(`/telling/${postId}`)).text()).toMatch(
    /<p dir="auto">It came\.<\/p>\s*<p dir="auto">See <a href="https:\/\/quillon\.example\/r11"/,
  )
  await refusal('People have already got an email')
  await world.db.updateTable('tellingPost').set({ sentAt: null, droppedAt: world.clock.now }).where('id', '=', postId).execute()
  // Each who hears of it is noted before all have.
  await world.db.insertInto('told').values({ eventId: event.id, personId: world.susi.personId, at: world.clock.now }).execute()
  await refusal('People have already got an email')
  await world.db.deleteFrom('told').where('eventId', '=', event.id).execute()
  const { caseId } = await world.db.selectFrom('requestCase').select('caseId').where('requestId', '=', id).executeTakeFirstOrThrow()
  await carla.post(`${delivery}/cases/${caseId}`, { verdict: 'no', note: 'As slow as before.' })
  await refusal('People have already tested this delivery.')
  await world.db.deleteFrom('acceptance').where('caseId', '=', caseId).execute()
  expect((await say('no')).status).toBe(303)

  await carla.post(`${((await say('yes')).headers.get('location') ?? '').replace(/#.*/, '')}/cases/${caseId}`, { verdict: 'full' })
  const { id: again } = await world.db.selectFrom('deliveryClaim').select('id').where('requestId', '=', id).executeTakeFirstOrThrow()
  await carla.post(`/deliveries/${again}/close`)
  expect(await carriedOut(world, world.carla)).toBe(303)
  await refusal('already checked')
  // What a later release seemed to deliver as well leaves it done.
  const later = (await carla.post('/releases', { group: 'lectio', productId: '1', name: '2026 R12' })).headers.get('location') ?? ''
  const stageOf = async () => (await world.db.selectFrom('request').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage
  for (const [delivers, stage] of [
    ['yes', 'delivered'],
    ['no', 'accepted'],
  ] as const) {
    await carla.post(`${later}/deliveries`, { requestId: String(id), delivers })
    expect(await stageOf()).toBe(stage)
  }
})

test('what was set aside, or answered, stands so again once it was not delivered', async () => {
  const [aside = 0, answered = 0] = await world.askFor({ title: 'Set aside' }, { title: 'Planned once' })
  const carla = await world.as(world.carla)
  const stageOf = async (id: number) =>
    (await world.db.selectFrom('request').select('stage').where('id', '=', id).executeTakeFirstOrThrow()).stage
  await world.db.updateTable('request').set({ stage: 'set_aside' }).where('id', '=', aside).execute()
  await world.handOver([answered], 'Planned once')
  const { answerTo } = await letterTo(world, world.vera, 'vendor.handed')
  await answerByMail(answerTo, `#${answered} Declined\nReason: two sites have asked.\n`)
  expect(await stageOf(answered)).toBe('answered')
  const [first = '', second = ''] = await Promise.all(
    ['2026 R13', '2026 R14'].map(
      async (name) => (await carla.post('/releases', { group: 'lectio', productId: '1', name })).headers.get('location') ?? '',
    ),
  )
  const say = (release: string, id: number, delivers: string) => carla.post(`${release}/deliveries`, { requestId: String(id), delivers })
  for (const release of [first, second]) await say(release, aside, 'yes')
  for (const release of [first, second]) await say(release, aside, 'no')
  expect(await stageOf(aside)).toBe('set_aside')
  // A promise that was withdrawn since, and a check that failed: the answer is what is left.
  const promise = { group: 'lectio', requestId: String(answered), productId: '1', year: '2026', points: '5' }
  const made = (await carla.post('/commitments', promise)).headers.get('location') ?? ''
  const delivery = (await say(first, answered, 'yes')).headers.get('location') ?? ''
  await carla.post(`${made}/drop`, { reason: 'No people.' })
  await carla.post(`${delivery}/close`, { verdict: 'no', note: 'Nothing to see.' })
  expect(await carriedOut(world, world.carla)).toBe(303)
  expect(await stageOf(answered)).toBe('answered')
})

test('a promise whose day has passed waits on Today for who leads the group', async () => {
  const [id = 0] = await world.askFor({ title: 'Promised for spring' })
  const carla = await world.as(world.carla)
  const promise = { group: 'lectio', requestId: String(id), productId: '1', year: '2026', points: '5', dueOn: '2026-03-31' }
  const made = (await carla.post('/commitments', promise)).headers.get('location') ?? ''
  await world.db.updateTable('commitment').set({ dueOn: '2027-12-31' }).where('requestId', '<>', id).execute()
  const today = await (await carla.get('/today')).text()
  expect(today).toContain('Promise is late: Promised for spring')
  expect(today).toContain(`href="${made}"`)
  await carla.post(`${made}/drop`, { reason: 'No people.' })
  expect(await (await carla.get('/today')).text()).not.toContain('Promise is late')
})

test('a package that is withdrawn is told to the guests who got it', async () => {
  const [id = 0] = await world.askFor({ title: 'Sent too early' })
  const submission = await world.handOver([id], 'Too early')
  await (await world.as(world.carla)).post(`${submission}/withdraw`)
  await world.settle()
  expect((await letterTo(world, world.vera, 'vendor.taken-back')).text).toContain('You don’t have to answer it.')
  const gone = await (await world.as(world.vera)).get(submission)
  expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('The group withdrew this package.')])
})

test('a package that is withdrawn before its letter was written is told to nobody', async () => {
  const [id = 0] = await world.askFor({ title: 'Never sent' })
  const lettersOf = async () => (await world.postbox()).filter(({ email }) => email === world.vera.email).length
  const carla = await world.as(world.carla)
  const brief = (await carla.request('POST', '/briefs', { title: 'Never sent', purpose: 'None.' })).headers.get('location') ?? ''
  await carla.post(`${brief}/requests`, { requestId: String(id) })
  await carla.post(`${brief}/requests/${id}`, { ask: 'Please.', evidence: 'Counted.' })
  const before = await lettersOf()
  const handed = await carla.post(`${brief}/hand-over`, {
    personIds: String(world.vera.personId),
    on: world.clock.now.toISOString().slice(0, 10),
    dueOn: '2027-01-16',
  })
  expect(handed.status).toBe(303)
  expect((await carla.post(`${handed.headers.get('location')}/withdraw`)).status).toBe(303)
  await world.settle()
  expect(await lettersOf()).toBe(before)
})

test('an answer to a question is what stands above the letter, where its marks alone say so, and where it waits from before', async () => {
  const [id = 0] = await world.askFor({ title: 'Asked twice' })
  const submission = await world.handOver([id], 'Asked twice')
  const vera = await world.as(world.vera)
  const answerOf = async (text: string) =>
    (await world.db.selectFrom('vendorQuestion').select('answer').where('text', '=', text).executeTakeFirstOrThrow()).answer
  const ask = async (question: string) => {
    await vera.post(`${submission}/requests/${id}/questions`, { question })
    await world.settle()
    return (await letterTo(world, world.carla, 'vendor.asked')).answerTo
  }
  const answerTo = await ask('On which version?')
  const letter = 'Please answer a question of the vendor. On which version? Somebody wants to know it by next week.'
  const raw = Buffer.from(
    `From: Carla <${world.carla.email}>\r\nTo: ${answerTo}\r\nSubject: Re: a question\r\nMessage-ID: <marks@c.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nOn 2026 R1.\r\n\r\n${letter}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>On 2026 R1.</p><blockquote type="cite">${letter}</blockquote>\r\n--b--\r\n`,
  )
  await acceptMail(world.write, { raw, mailFrom: world.carla.email, rcptTo: [answerTo], via: 'mail' })
  await world.settle()
  expect(await answerOf('On which version?')).toBe('On 2026 R1.')

  await ask('In which browser?')
  const inbound = await world.db.selectFrom('inbound').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const question = await world.db
    .selectFrom('vendorQuestion')
    .select('id')
    .where('text', '=', 'In which browser?')
    .executeTakeFirstOrThrow()
  const waiting = { inboundId: inbound.id, id: question.id, from: world.carla.email, personId: world.carla.personId }
  await world.write((tx) => enqueue(tx, 'vendor.reply', { ...waiting, purpose: 'vendorQuestion' }))
  await world.settle()
  expect(await answerOf('In which browser?')).toBe('On 2026 R1.')
})

test('an answer by mail to a question that a colleague has answered is told so to who wrote it', async () => {
  const [id = 0] = await world.askFor({ title: 'Asked back' })
  const submission = await world.handOver([id], 'Asked back')
  await (await world.as(world.vera)).post(`${submission}/requests/${id}/questions`, { question: 'Since when?' })
  await world.settle()
  const { answerTo } = await letterTo(world, world.carla, 'vendor.asked')
  await answerByMail(answerTo, 'Since Monday.', world.carla.email)
  await answerByMail(answerTo, 'Since Tuesday.', world.carla.email)
  const { text } = await letterTo(world, world.carla, 'inbound.not-done')
  expect(text).toContain('Someone has already answered this question.')
  expect(await (await (await world.as(world.vera)).get(submission)).text()).toContain('Since Monday.')
})

test('the way of a request has the day of its reader, as its status does', async () => {
  const [id = 0] = await world.askFor({ title: 'Late in the evening' })
  const submission = Number((await world.handOver([id], 'Late in the evening')).split('/').at(-1))
  const late = new Date('2026-08-12T23:30:00Z')
  await world.db.updateTable('submission').set({ submittedAt: late }).where('id', '=', submission).execute()
  const carla = await world.as(world.carla)
  for (const [zone, day] of [
    ['America/New_York', 'on 12 August 2026'],
    ['Europe/Lisbon', 'on 13 August 2026'],
  ] as const) {
    await carla.post('/me/zone', { zone })
    expect(await (await carla.get(`/requests/${id}`)).text()).toContain(day)
  }
})

describe('at every address', () => {
  const hers = new Set(['GET /desk', 'GET /api/v1/submissions'])
  const rows = Object.entries({ ...groundAccess, ...apiAccess, ...peopleAccess, ...officeAccess, ...vendorAccess }).filter(
    ([address]) => address.startsWith('GET ') && !hers.has(address),
  )
  test('the vendor’s guest sees what a stranger sees, save what was handed over', async () => {
    const guest = await world.as(world.vera)
    const stranger = await world.as(world.otto)
    const differing: string[] = []
    for (const [address, row] of rows) {
      const path = row.path(world)
      const [mine, theirs] = [await guest.get(path, row.headers), await stranger.get(path, row.headers)]
      if (mine.status !== theirs.status) differing.push(`${address}: ${mine.status}, not ${theirs.status}`)
    }
    expect(differing).toEqual([])
  })

  test('who is no guest any more sees nothing of it', async () => {
    const [id = 0] = await world.askFor({ title: 'Gone' })
    const submission = await world.handOver([id], 'Gone')
    const vera = await world.as(world.vera)
    expect((await vera.get(submission)).status).toBe(200)
    const { id: seat } = await world.db.selectFrom('appointment').select('id').where('role', '=', 'vendor_guest').executeTakeFirstOrThrow()
    await (await world.as(world.carla)).post(`/desk/guests/${seat}/end`, { group: 'lectio' })
    expect((await vera.get(submission)).status).toBe(404)
    expect((await vera.get('/desk')).status).toBe(404)
    expect((await vera.get(`/api/v1${submission}`)).status).toBe(404)
  })
})

test('an answer that came elsewhere is put on record alike on the page and by a program', async () => {
  const carla = await world.as(world.carla)
  const [called = 0, written = 0] = await world.askFor({ title: 'Said in a call' }, { title: 'Written in a mail' })
  const said = { class: 'declined', reason: 'It has no place in the plan.', givenOn: '2026-10-01', givenName: 'Vera' }

  const refused = await carla.ask('POST', '/api/v1/answers', { ...said, request: called, door: 'mail', link: 'ftp://mail.example/1' })
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ field: 'link' }] }])
  const wrong = await carla.post('/answers', { ...said, requestId: String(called), door: 'mail', link: 'javascript:alert(1)' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('Enter a web address, for example')])
  expect(await answersOf(called)).toEqual([])
  // Nobody is asked for one thing after the other.
  const bare = await carla.post('/answers', { ...said, requestId: '', class: 'planned', reason: '', door: 'call' })
  const asked = [...(await bare.text()).matchAll(/name="([^"]+)"[^>]*aria-invalid="true"/g)].map(([, name]) => name)
  expect([bare.status, asked]).toEqual([422, expect.arrayContaining(['requestId', 'reason', 'release'])])

  const recorded = await carla.ask('POST', '/api/v1/answers', { ...said, request: called, door: 'call', link: 'https://portal.example/1' })
  const { id } = (await recorded.json()) as { id: number }
  const page = await carla.post('/answers', { ...said, requestId: String(written), door: 'call', link: 'https://portal.example/1' })
  expect([page.status, page.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/answers\/\d+/)])
  const [one, other] = [(await answersOf(called))[0], (await answersOf(written))[0]]
  expect(one?.id).toBe(id)
  const facts = ({ class: kind, reason, door, link, givenName, readers }: NonNullable<typeof one>) => ({
    kind,
    reason,
    door,
    link,
    givenName,
    readers,
  })
  expect(one && facts(one)).toEqual(other && facts(other))
})

test('a package that is refused keeps the requests that it begins with, and nobody chosen is nothing added', async () => {
  const carla = await world.as(world.carla)
  const [id = 0] = await world.askFor({ title: 'Kept in mind' })
  const refused = await carla.post('/briefs', { title: '', requestId: String(id) })
  expect([refused.status, (await refused.text()).includes(`name="requestId" value="${id}"`)]).toEqual([422, true])
  const brief = (await carla.post('/briefs', { title: 'Begun', requestId: String(id) })).headers.get('location') ?? ''
  expect((await carla.post(`${brief}/requests`, {})).status).toBe(422)
  expect(await (await carla.get(brief)).text()).toContain('Kept in mind')
})

test('what is ticked stays ticked while one looks for more, and the ask is not called optional', async () => {
  const carla = await world.as(world.carla)
  const [first = 0, second = 0] = [...(await world.askFor({ title: 'Aardvark wish' })), ...(await world.askFor({ title: 'Zebra wish' }))]
  const brief = (await carla.post('/briefs', { title: 'In one go' })).headers.get('location') ?? ''
  const found = await (await carla.get(`${brief}/add?q=Zebra&requestId=${first}`)).text()
  expect(found).toMatch(new RegExp(`value="${first}" checked`))
  expect(found).toMatch(new RegExp(`value="${second}"(?! checked)`))
  await carla.post(`${brief}/requests`, { requestId: String(first) })
  expect(await (await carla.get(`${brief}/requests/${first}`)).text()).not.toMatch(/id="f-ask-label">[^<]*<span class="meta"> optional/)
})

test('a package that was closed is opened again by who may send it', async () => {
  const [carla, [id = 0]] = [await world.as(world.carla), await world.askFor({ title: 'Closed too early' })]
  const brief = (await carla.post('/briefs', { title: 'Closed', requestId: String(id) })).headers.get('location') ?? ''
  await carla.post(`${brief}/close`)
  expect((await carla.post(`${brief}/requests`, { requestId: String(id) })).status).toBe(403)
  // There is nothing to fill in meanwhile, and what is in it leads to the request itself.
  for (const form of ['add', 'edit', `requests/${id}`]) expect([form, (await carla.get(`${brief}/${form}`)).status]).toEqual([form, 403])
  expect(await (await carla.get(brief)).text()).not.toContain(`${brief}/requests/`)
  expect((await carla.post(`${brief}/close`, { again: 'yes' })).status).toBe(303)
  expect(await (await carla.get(brief)).text()).toContain('Close package')
})

test('a group’s rule decides when an answer is due', async () => {
  const carla = await world.as(world.carla)
  await carla.post('/desk/rule', { group: 'lectio', answerMonths: '2', remindDays: '10', readers: 'public', holdDays: '0' })
  const [id = 0] = await world.askFor({ title: 'Two months' })
  const brief = (await carla.post('/briefs', { title: 'Two months' })).headers.get('location') ?? ''
  await carla.post(`${brief}/requests`, { requestId: String(id) })
  expect((await carla.get(`${brief}/hand-over`)).status).toBe(200)
  expect(await (await carla.get(`${brief}/hand-over`)).text()).toContain('value="2026-12-16"')
  expect(world.clock.now.getTime() % day).toBeGreaterThan(0)
})

test('of two packages with the same request that go out at the same instant one does', async () => {
  const [id = 0] = await world.askFor({ title: 'Asked by two at once' })
  const carla = await world.as(world.carla)
  const prepared = async (title: string): Promise<string> => {
    const made = await carla.post('/briefs', { title, purpose: 'What hurts most.' })
    const brief = made.headers.get('location') ?? ''
    await carla.post(`${brief}/requests`, { requestId: String(id) })
    await carla.post(`${brief}/requests/${id}`, { ask: 'Please do it.', evidence: 'Counted.' })
    return brief
  }
  const briefs = [await prepared('One'), await prepared('Another'), await prepared('A third')]
  const on = world.clock.now.toISOString().slice(0, 10)
  // What is promised stays so while it is asked for anew: its stage keeps no second one back.
  await world.db.updateTable('request').set({ stage: 'committed' }).where('id', '=', id).execute()
  const to = { toName: 'The product manager' }
  const sent = await Promise.all(briefs.map((brief) => carla.post(`${brief}/hand-over`, { ...to, on, dueOn: '2028-01-16' })))
  expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
  expect(await world.db.selectFrom('submissionItem').select('requestId').where('requestId', '=', id).execute()).toHaveLength(1)
})
