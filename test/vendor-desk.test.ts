import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerQuestion } from '../src/advocacy/desk/actions.ts'
import { letterTo, makeVendorWorld, type VendorWorld } from './vendor-world.ts'

let world: VendorWorld
let wanda: VendorWorld['vera']
beforeAll(async () => {
  world = await makeVendorWorld()
  wanda = await world.addPerson('Wanda', { email: 'wanda@quillon.example' })
  await world.give(wanda, 'vendor_guest', world.group.groupId)
})
afterAll(() => world.end())

const page = async (person: VendorWorld['vera'], path: string) => (await (await world.as(person)).get(path)).text()

describe('the desk shows what is asked most first', () => {
  test('from all packages, each request once, until it is answered', async () => {
    const [a = 0, b = 0, c = 0] = await world.askFor({ title: 'Few ask' }, { title: 'Many ask' }, { title: 'Answered already' })
    const first = await world.handOver([a, c], 'One')
    await world.handOver([b], 'Two')
    const contents = await world.db.selectFrom('briefVersion').select(['id', 'content']).execute()
    for (const { id, content } of contents) {
      const { pages, ...rest } = content as { pages: { requestId: number; institutions: object }[] }
      const counted = pages.map((one) => ({ ...one, institutions: { ...one.institutions, total: one.requestId === b ? 9 : 1, must: 0 } }))
      await world.db
        .updateTable('briefVersion')
        .set({ content: JSON.stringify({ ...rest, pages: counted }) })
        .where('id', '=', id)
        .execute()
    }
    const vera = await world.as(world.vera)
    // Before the first answer there is nothing to compare; then it is drawn how far one is.
    const isDrawn = async () => (await page(world.vera, first)).includes('class="bars"')
    expect(await isDrawn()).toBe(false)
    await vera.post(`${first}/requests/${c}`, { class: 'Declined', reason: 'Two sites have asked.' })
    expect(await isDrawn()).toBe(true)
    const open = (await page(world.vera, '/desk')).split('id="demand"')[1]?.split('</table>')[0] ?? ''
    expect(open).toMatch(/Many ask[\s\S]*Few ask/)
    expect(open).not.toContain('Answered already')
    const all = (await page(world.carla, '/desk?order=age&all=on')).split('id="demand"')[1]?.split('</table>')[0] ?? ''
    expect(all).toContain('Answered already')
  })
})

describe('who answers for the vendor finds what waits', () => {
  test('what is due first stands first, and one button leads past what waits for the group', async () => {
    const [early = 0, late = 0] = await world.askFor({ title: 'Due in spring' }, { title: 'Due in winter' })
    const path = await world.handOver([early, late], 'By their days')
    const carla = await world.as(world.carla)
    expect((await carla.post(`${path}/requests/${early}/due`, { dueOn: '2027-03-01' })).status).toBe(303)
    const rows = (await page(world.vera, '/desk')).split('id="demand"')[1]?.split('</table>')[0] ?? ''
    expect(rows).toMatch(/Due in winter[\s\S]*Due in spring/)
    const vera = await world.as(world.vera)
    expect((await vera.post(`${path}/requests/${early}/questions`, { question: 'Which browser?' })).status).toBe(303)
    const all = await page(world.vera, path)
    expect(all).toContain(`<a href="${path}/requests/${late}">#${late} Due in winter</a>`)
    expect(/class="button primary" href="([^"]+)"/.exec(all)?.[1]).toBe(`${path}/requests/${late}`)
    expect(all.indexOf('Answers due by')).toBeLessThan(all.indexOf('Sent by'))

    // Where it is answered, they read until when, and what the group said to their question.
    const { id: question } = await world.db
      .selectFrom('vendorQuestion')
      .select('id')
      .where('text', '=', 'Which browser?')
      .executeTakeFirstOrThrow()
    const leader = await world.actorOf(world.carla)
    await world.write((tx) => answerQuestion(tx, leader, question, 'Every browser that we tried.'))
    const form = await page(world.vera, `${path}/requests/${early}`)
    const top = form.split('id="answer"')[0] ?? ''
    for (const words of ['Due in spring', '1 March 2027', 'Which browser?', 'Every browser that we tried.']) expect(top).toContain(words)
  })

  test('what they promised is on their page of promises, also while nobody else may hear of it', async () => {
    const [id = 0, kept = 0] = await world.askFor({ title: 'Promised to the group' }, { title: 'Never sent' })
    const path = `${await world.handOver([id], 'A promise follows')}/requests/${id}`
    await (await world.as(world.vera)).post(path, { class: 'Planned', release: '2027 R1', reason: 'It fits.', readers: 'group' })
    const { productId } = await world.db
      .selectFrom('workingGroup')
      .select('productId')
      .where('slug', '=', 'lectio')
      .executeTakeFirstOrThrow()
    const carla = await world.as(world.carla)
    for (const requestId of [id, kept])
      await carla.post('/commitments', {
        group: 'lectio',
        requestId: String(requestId),
        productId: String(productId),
        year: '2027',
        points: '5',
      })
    const shown = await page(world.vera, '/commitments')
    expect(shown).toContain('Promised to the group')
    expect(shown).not.toContain('Never sent')
    for (const other of [world.susi, undefined])
      expect(await (await (await world.as(other)).get('/commitments')).text()).not.toContain('Promised to the group')
  })

  test('a new guest hears at once what waits, and how to sign in', async () => {
    const [id = 0] = await world.askFor({ title: 'Left by a colleague' })
    await world.handOver([id], 'Before they came')
    const carla = await world.as(world.carla)
    await carla.post('/desk/guests', { group: 'lectio', name: 'Klara', email: 'klara@quillon.example' })
    await world.settle()
    const { text } = await letterTo(world, { email: 'klara@quillon.example' } as VendorWorld['vera'], 'vendor.invited')
    expect(text).toMatch(/\d+ requests? waits? for your answers? now\./)
    expect(text).toContain('Sign in with klara@quillon.example')
  })
})

test('the desk says to the vendor’s guests alone who can invite a colleague', async () => {
  expect(await page(world.vera, '/desk')).toContain('To invite a colleague, or to hand over to one, ask the group’s coordinator: Carla')
  expect(await page(world.carla, '/desk')).not.toContain('To invite a colleague')
})

test('the release, which one of the answers needs, is not called optional; where it is missing, that stands at the field', async () => {
  const [id = 0] = await world.askFor({ title: 'Planned for some day' })
  const path = `${await world.handOver([id], 'One answer needs a release')}/requests/${id}`
  const labelOf = (html: string, name: string) =>
    new RegExp(`<label for="answer-${name}"[^>]*>(.*?)</label>`, 's').exec(html)?.[1]?.replaceAll(/<[^>]+>/g, '')
  const input = (html: string) => /<input id="answer-release"[^>]*>/.exec(html)?.[0] ?? ''
  const form = await page(world.vera, path)
  expect([labelOf(form, 'release'), labelOf(form, 'cost')]).toEqual(['Release', 'Development points optional'])
  // The other answers go without it.
  expect(input(form)).not.toContain('aria-required')
  const refused = await (await world.as(world.vera)).post(path, { class: 'Planned', reason: 'It fits the next release.' })
  const again = await refused.text()
  expect(refused.status).toBe(422)
  expect(again).toMatch(/id="answer-release-error"[^>]*>[^<]*Enter the release or its date\./)
  expect(input(again)).toContain('aria-invalid="true"')
})

describe('an answer that is there', () => {
  test('stands in the form that changes it, and no colleague replaces it unknowing', async () => {
    const [id = 0] = await world.askFor({ title: 'Answered by two' })
    const path = `${await world.handOver([id], 'Two answer')}/requests/${id}`
    const [vera, colleague] = [await world.as(world.vera), await world.as(wanda)]
    expect(await page(wanda, path)).toContain('Needed for “Planned”: the release or its date.')
    const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
    const seen = seenIn(await page(wanda, path))
    expect(seen).toBe('0')
    const planned = { class: 'Planned', release: '2027 R1', reason: 'It fits the next release.', seen }
    expect((await vera.post(path, planned)).status).toBe(303)
    // Her own words once more, as when somebody goes back, change nothing.
    expect((await vera.post(path, planned)).status).toBe(303)

    const declined = { class: 'Declined', reason: 'Too few have asked.', seen }
    const refused = await colleague.post(path, declined)
    const again = await refused.text()
    expect([refused.status, again]).toEqual([422, expect.stringContaining('Vera has answered this request in the meantime: Planned.')])
    expect(again).toContain('Too few have asked.')
    const form = await page(wanda, path)
    for (const words of ['It fits the next release.', 'value="2027 R1"']) expect(form).toContain(words)
    expect((await colleague.post(path, { ...declined, seen: seenIn(again) })).status).toBe(303)
    const answers = await world.db.selectFrom('answer').select('class').where('requestId', '=', id).orderBy('id').execute()
    expect(answers.map((one) => one.class)).toEqual(['planned', 'declined'])
  })
})

describe('an answer that has come', () => {
  test('leads who leads the group to the promise that it is, once, and to those who asked; nobody else', async () => {
    const [id = 0] = await world.askFor({ title: 'What follows' })
    const path = `${await world.handOver([id], 'It follows')}/requests/${id}`
    const vera = await world.as(world.vera)
    expect((await vera.post(path, { class: 'Planned', release: '2027 R1', reason: 'It fits the next release.' })).status).toBe(303)
    const { id: answer } = await world.db.selectFrom('answer').select('id').where('requestId', '=', id).executeTakeFirstOrThrow()
    const [promise, report] = [`/commitments?group=lectio&request=${id}&release=2027+R1`, '/telling?group=lectio']
    const led = async () => {
      const shown = await page(world.carla, `/answers/${answer}`)
      return [promise, report].map((to) => shown.includes(to.replaceAll('&', '&amp;')))
    }
    expect(await led()).toEqual([true, true])
    expect(await page(world.vera, `/answers/${answer}`)).not.toContain(`/telling?group=lectio"`)
    const form = await page(world.carla, promise)
    for (const begun of [`value="${id}"`, 'value="2027"']) expect(form.split('id="commit"')[1]).toContain(begun)
    const { productId } = await world.db
      .selectFrom('workingGroup')
      .select('productId')
      .where('slug', '=', 'lectio')
      .executeTakeFirstOrThrow()
    const facts = { group: 'lectio', requestId: String(id), productId: String(productId), year: '2027', points: '5' }
    expect((await (await world.as(world.carla)).post('/commitments', facts)).status).toBe(303)
    expect(await led()).toEqual([false, true])
  })
})

describe('an answer that is still written', () => {
  test('is seen by the vendor’s people alone, is read by a colleague, and counts once one of them publishes it', async () => {
    const [id = 0] = await world.askFor({ title: 'In the making' })
    const submission = await world.handOver([id], 'Drafts')
    const path = `${submission}/requests/${id}`
    const given = { class: 'Planned', release: '2027 R1', reason: 'Nobody else knows yet.' }
    const [vera, colleague] = [await world.as(world.vera), await world.as(wanda)]
    expect((await vera.post(path, { ...given, do: 'draft' })).status).toBe(303)
    for (const person of [world.carla, world.maria, world.ada])
      for (const where of [path, submission, '/desk', `/requests/${id}`])
        expect(await page(person, where)).not.toContain('Nobody else knows yet.')
    expect(await world.db.selectFrom('answer').selectAll().where('requestId', '=', id).execute()).toEqual([])

    // Who wrote it does not review it, and what was changed since was not read.
    const { writtenAt } = await world.db.selectFrom('answerDraft').select('writtenAt').executeTakeFirstOrThrow()
    const written = writtenAt.toISOString()
    expect((await vera.post(`${path}/review`, { written })).status).toBe(403)
    expect((await colleague.post(`${path}/review`, { written: '2026-10-01T00:00:00.000Z' })).status).toBe(409)
    expect((await (await world.as(world.carla)).post(`${path}/review`, { written })).status).toBe(404)
    expect((await colleague.post(`${path}/review`, { written })).status).toBe(303)
    expect(await page(world.vera, path)).toContain('Checked by Wanda')
    expect(await page(world.vera, '/desk')).toContain('Draft, checked')
    world.clock.now = new Date(world.clock.now.getTime() + 1_000)
    await colleague.post(path, { ...given, reason: 'Other words.', do: 'draft' })
    expect(await page(world.vera, path)).toContain('Not checked yet.')

    expect((await vera.post(path, { ...given, do: 'publish' })).status).toBe(303)
    expect(await page(world.carla, submission)).toContain('Nobody else knows yet.')
    expect(await world.db.selectFrom('answerDraft').selectAll().execute()).toEqual([])
  })

  test('is thrown away', async () => {
    const [id = 0] = await world.askFor({ title: 'Thrown away' })
    const submission = await world.handOver([id], 'Discard')
    const vera = await world.as(world.vera)
    await vera.post(`${submission}/requests/${id}`, { class: 'Declined', reason: 'Perhaps.', do: 'draft' })
    expect((await vera.post(`${submission}/requests/${id}/discard`)).status).toBe(303)
    expect(await page(world.vera, `${submission}/requests/${id}`)).not.toContain('Perhaps.')
  })
})

test('the number in the vendor’s own tracker stands with its link for both sides; what is no address is refused', async () => {
  const [id = 0] = await world.askFor({ title: 'Tracked' })
  const submission = await world.handOver([id], 'Tracker')
  const path = `${submission}/requests/${id}/tracker`
  const vera = await world.as(world.vera)
  expect((await vera.post(path, { trackerNumber: 'LEC-1', trackerLink: 'javascript:alert(1)' })).status).toBe(422)
  expect((await vera.post(path, { trackerNumber: 'LEC-1', trackerLink: 'https://tracker.quillon.example/LEC-1' })).status).toBe(303)
  for (const person of [world.vera, world.carla])
    expect(await page(person, submission)).toMatch(/<a href="https:\/\/tracker\.quillon\.example\/LEC-1">(?:Vendor’s ticket )?LEC-1<\/a>/)
  expect((await (await world.as(world.susi)).post(path, { trackerNumber: 'X' })).status).toBe(404)
})

test('a request that the vendor has and has not answered is not sent again, and the package says so before somebody tries', async () => {
  const [id = 0] = await world.askFor({ title: 'Asked once' })
  await world.handOver([id], 'First')
  const carla = await world.as(world.carla)
  const brief = (await carla.post('/briefs', { title: 'Second', purpose: '' })).headers.get('location') ?? ''
  await carla.post(`${brief}/requests`, { requestId: String(id) })
  await carla.post(`${brief}/requests/${id}`, { ask: 'Once more.', evidence: '' })
  const shown = await page(world.carla, brief)
  expect(shown).toContain(`The vendor has not answered #${id} yet.`)
  expect(shown).not.toContain(`href="${brief}/hand-over"`)
  const sent = await carla.post(`${brief}/hand-over`, {
    toName: 'Vera',
    on: world.clock.now.toISOString().slice(0, 10),
    dueOn: '2027-01-16',
  })
  expect(sent.status).toBe(409)
})

test('a package leads to what it lacks: what is asked, then whom it goes to, and from there back to its sending', async () => {
  const [id = 0] = await world.askFor({ title: 'Nothing asked yet' })
  const carla = await world.as(world.carla)
  const brief = (await carla.post('/briefs', { title: 'Third', purpose: '' })).headers.get('location') ?? ''
  await carla.post(`${brief}/requests`, { requestId: String(id) })
  const lacking = await page(world.carla, brief)
  expect(lacking).toContain(`class="button primary" href="${brief}/requests/${id}">Write what we ask for</a>`)
  // What nobody has said is not counted.
  expect(lacking).not.toContain('none of them quoted')
  await carla.post(`${brief}/requests/${id}`, { ask: 'Please do.', evidence: '' })
  expect(await page(world.carla, brief)).toMatch(new RegExp(`class="button primary" href="${brief}/hand-over"`))
  const number = brief.split('/').at(-1)
  expect(await page(world.carla, `/desk/guests?group=lectio&brief=${number}`)).toContain(`action="/desk/guests?brief=${number}"`)
  const invited = await carla.post(`/desk/guests?brief=${number}`, { group: 'lectio', name: 'Xenia', email: 'xenia@quillon.example' })
  expect(invited.headers.get('location')).toContain(`${brief}/hand-over`)
})
