import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { shareFinding } from '../src/charter/findings/actions.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { appoint } from '../src/groups/actions.ts'
import { addDecision } from '../src/groups/decisions-actions.ts'
import { adoptTemplate, carlaOf, lineOf } from './charter.ts'
import { mail } from './mail.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
let lena: Person
let stella: Person
beforeAll(async () => {
  world = await makeWorld()
  lena = await world.addPerson('Lena')
  stella = await world.addPerson('Stella')
  await world.give(lena, 'liaison', world.group.groupId)
  await world.write((tx) =>
    appoint(tx, program(world.clock.now), {
      personId: stella.personId,
      role: 'steering',
      communityId: world.group.communityId,
      fromOn: '2026-01-01',
    }),
  )
  await adoptTemplate(world)
  for (const [id, from] of [
    ['1', 'maria'],
    ['2', 'carla'],
  ] as const) {
    const raw = mail({ from: `${from}@${from}.example`, subject: 'Rollover', id: `${id}@x.example`, text: 'Hello all' })
    await acceptMail(world.write, { raw, mailFrom: `${from}@${from}.example`, rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  }
  await world.settle()
  const carla = await carlaOf(world)
  await world.write(async (tx) => {
    for (const text of ['Meet every two months', 'Ask for a sandbox'])
      await addDecision(tx, carla, {
        groupId: world.group.groupId,
        communityId: null,
        text,
        decidedOn: '2026-03-02',
        source: `test:${text}`,
        sourcePath: '',
      })
  })
})
afterAll(() => world.end())

const year = { group: 'lectio', fromOn: '2026-01-01', toOn: '2026-12-31' }
const draft = '/reports/lectio-2026'
const page = async (person: Person | undefined, path: string) => {
  const answer = await (await world.as(person)).get(path)
  return { status: answer.status, html: await answer.text() }
}
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ')
const editorOf = async (title: string) => {
  const { html } = await page(world.carla, `${draft}/edit`)
  const id = new RegExp(`id="section-(\\d+)"[^>]*>(?:(?!id="section-).)*?<h2>${title}</h2>`, 's').exec(html)?.[1]
  if (!id) throw new Error(`There is no section ${title}.`)
  const version = new RegExp(`id="f${id}".*?name="version" value="(\\d+)"`, 's').exec(html)?.[1] ?? ''
  return { id, version }
}

describe('a report', () => {
  test('refuses a period that ends before it begins, keeps what was typed', async () => {
    const carla = await world.as(world.carla)
    const answer = await carla.post('/reports', { ...year, toOn: '2025-12-31', title: 'Our year' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Choose a last day that is not before the first day.')
    expect(html).toContain('value="Our year"')
    expect(
      (await (await carla.post('/reports', { ...year, fromOn: '2027-01-01', toOn: '2027-12-31' })).text()).includes(
        'Choose a first day that is not in the future',
      ),
    ).toBe(true)
  })

  test('drafts itself from the record, with a link from each figure to what is behind it', async () => {
    const carla = await world.as(world.carla)
    expect((await carla.post('/reports', year)).status).toBe(303)
    const { html } = await page(world.carla, draft)
    const text = words(html)
    expect(text).toContain('2 people wrote 2 messages to its lists')
    // One of them is the charter's own adoption.
    expect(text).toContain('made 2 decisions')
    expect(html).toContain(`href="${draft}/figures#list-messages"`)
    const figures = await page(world.carla, `${draft}/figures`)
    expect(figures.html).toContain('id="decisions-made"')
    expect(figures.html).toMatch(/href="\/decisions\/\d+"/)
    // What is delivered is as done as what was checked: the list shows both, of the days of the report.
    expect(figures.html).toContain('href="/requests?from=2026-01-01&amp;to=2026-12-31&amp;stage=done&amp;group=lectio"')
    expect((await carla.post('/reports', year)).status).toBe(422)
  })

  test('is a draft for the group alone', async () => {
    expect((await page(world.maria, draft)).status).toBe(200)
    expect((await page(lena, draft)).status).toBe(200)
    for (const person of [world.susi, world.bruno, stella]) expect((await page(person, draft)).status).toBe(404)
    expect((await page(world.maria, `${draft}/edit`)).status).toBe(404)
  })

  test('names the section and the nearest figure where a figure is not known', async () => {
    const { id, version } = await editorOf('The lists')
    const carla = await world.as(world.carla)
    const answer = await carla.post(`${draft}/sections/${id}`, { title: 'The lists', body: 'We had {{list.mesages}} mails.', version })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(
      'Section “The lists” uses “{{list.mesages}}”, which is not a number of this report. Use “{{list.messages}}” instead.',
    )
    expect(html).toContain('We had {{list.mesages}} mails.')
  })

  test('is changed by section: words, order, left out, one’s own', async () => {
    const carla = await world.as(world.carla)
    const { id, version } = await editorOf('The lists')
    const change = { title: 'Our lists', body: 'We wrote {{list.messages}} mails.\n\n{{picture.messages}}', version }
    expect((await carla.post(`${draft}/sections/${id}`, change)).status).toBe(303)
    const stale = await carla.post(`${draft}/sections/${id}`, { ...change, body: 'Too late' })
    expect(stale.status).toBe(422)
    expect(await stale.text()).toContain('Someone changed this section first.')
    const left = await editorOf('Documents')
    expect(
      (await carla.post(`${draft}/sections/${left.id}`, { title: 'Documents', body: '', leftOut: 'on', version: left.version })).status,
    ).toBe(303)
    const own = { title: 'A frank word', body: 'It was a long year. {{cases.new}} cases.\n\nThank you all.', internal: '' }
    expect((await carla.post(`${draft}/sections`, own)).status).toBe(303)
    const inner = { title: 'Among us', body: 'We must find a deputy.', internal: 'on' }
    expect((await carla.post(`${draft}/sections`, inner)).status).toBe(303)
    const mine = await editorOf('Among us')
    expect((await carla.post(`${draft}/sections/${mine.id}/move`, { to: 'up' })).status).toBe(303)
    const { html } = await page(world.maria, draft)
    expect(words(html)).toContain('We wrote 2 mails.')
    expect(html).toContain('class="plot told"')
    expect(html).not.toContain('>Documents</h2>')
    expect(html.indexOf('>Among us</h2>')).toBeLessThan(html.indexOf('>A frank word</h2>'))
  })

  test('keeps its figures once it is frozen; only one of two freezes it', async () => {
    const carla = await world.as(world.carla)
    const ada = await world.as(world.ada)
    const answers = await Promise.all([carla.post(`${draft}/freeze`, {}), ada.post(`${draft}/freeze`, {})])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const carlaNow = await carlaOf(world)
    await world.write((tx) =>
      addDecision(tx, carlaNow, {
        groupId: world.group.groupId,
        communityId: null,
        text: 'Too late for the report',
        decidedOn: '2026-04-01',
        source: 'test:late',
        sourcePath: '',
      }),
    )
    expect(words((await page(world.carla, draft)).html)).toContain('made 2 decisions')
    const { id, version } = await editorOf('Our lists')
    const answer = await carla.post(`${draft}/sections/${id}`, { title: 'Our lists', body: 'Changed', version })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('The numbers are locked.')
    expect((await carla.post(`${draft}/thaw`, {})).status).toBe(303)
    expect(words((await page(world.carla, draft)).html)).toContain('made 3 decisions')
  })

  test('becomes an edition; the public reads public figures only, internal sections stay inside', async () => {
    const carla = await world.as(world.carla)
    expect((await carla.post(`${draft}/approve`, { public: 'on', decisionId: '999999' })).status).toBe(422)
    expect((await carla.post(`${draft}/approve`, { public: 'on' })).status).toBe(303)
    expect((await carla.post(`${draft}/approve`, { public: 'on' })).status).toBe(409)
    const open = await page(undefined, draft)
    expect(open.status).toBe(200)
    const text = words(open.html)
    expect(text).toContain('We wrote 2 mails.')
    expect(text).toContain('Thank you all.')
    // Its figure is not for everyone, so that its whole line is left out.
    expect(text).not.toContain('It was a long year.')
    expect(text).not.toContain('Among us')
    expect(text).not.toContain('measured clauses of its charter')
    expect(words((await page(stella, draft)).html)).toContain('It was a long year.')
    expect(words((await page(stella, draft)).html)).not.toContain('Among us')
    expect(words((await page(world.maria, draft)).html)).toContain('Among us')
    const figures = await page(undefined, `${draft}/figures`)
    expect(figures.html).toContain('id="list-messages"')
    expect(figures.html).not.toContain('id="cases-new"')
    const json = (await (await (await world.as()).get('/api/v1/reports/lectio-2026/figures')).json()) as { items: { name: string }[] }
    expect(json.items.map(({ name }) => name)).not.toContain('attendance.share')
    expect(json.items.map(({ name }) => name)).toContain('meetings.held')
  })

  test('is told once to the liaison and the steering committee', async () => {
    await world.settle()
    const told = async () => (await world.postbox()).filter(({ kind }) => kind === 'report.approved').map(({ email }) => email)
    expect((await told()).sort()).toEqual(['lena@lena.example', 'stella@stella.example'])
    const carla = await world.as(world.carla)
    expect((await carla.post(`${draft}/reopen`, {})).status).toBe(303)
    expect((await carla.post(`${draft}/approve`, { public: 'on' })).status).toBe(303)
    await world.settle()
    expect(await told()).toHaveLength(2)
    expect((await page(undefined, `${draft}?edition=1`)).status).toBe(200)
    expect((await page(world.maria, `${draft}?edition=3`)).status).toBe(404)
  })

  test('leaves as tagged PDF and as DOCX', async () => {
    const visitor = await world.as()
    const pdf = Buffer.from(await (await visitor.get(`${draft}/report.pdf`)).arrayBuffer()).toString('latin1')
    expect(pdf.startsWith('%PDF-1.')).toBe(true)
    expect(pdf).toContain('/StructTreeRoot')
    const docx = Buffer.from(await (await visitor.get(`${draft}/report.docx`)).arrayBuffer())
    expect(docx.subarray(0, 2).toString()).toBe('PK')
  })

  test('is found by its words, and not by those that are inside', async () => {
    const found = async (person: Person | undefined, q: string) => (await page(person, `/search?q=${q}`)).html.includes(`href="${draft}`)
    expect(await found(undefined, 'Thank')).toBe(true)
    expect(await found(undefined, 'deputy')).toBe(false)
    const carla = await world.as(world.carla)
    expect((await carla.post(`${draft}/publish`, { public: 'off' })).status).toBe(303)
    expect((await page(undefined, draft)).status).toBe(404)
    expect((await page(world.susi, draft)).status).toBe(404)
    expect(await found(undefined, 'Thank')).toBe(false)
  })
})

test('a report of last year is owed on Today until it is final', async () => {
  await world.db.updateTable('workingGroup').set({ foundedOn: '2020-01-01' }).where('id', '=', world.group.groupId).execute()
  expect((await page(world.carla, '/today')).html).toContain('Report for 2025 is due')
  expect((await page(world.maria, '/today')).html).not.toContain('Report for 2025 is due')
  const browser = await world.as(world.carla)
  const ada = await world.as(world.ada)
  // A site that does without reports asks nobody for one.
  for (const [used, owed] of [
    ['calls', false],
    ['reports', true],
  ] as const) {
    expect((await ada.post('/site/parts', { used })).status).toBe(303)
    expect((await page(world.carla, '/today')).html.includes('Report for 2025 is due')).toBe(owed)
  }
  expect((await browser.post('/reports', { ...year, fromOn: '2025-01-01', toOn: '2025-12-31' })).status).toBe(303)
  expect((await page(world.carla, '/today')).html).toContain('/reports/lectio-2025')
  expect((await browser.post('/reports/lectio-2025/approve', {})).status).toBe(303)
  expect((await page(world.carla, '/today')).html).not.toContain('Report for 2025 is due')
})

test('the overview shows each group to those who oversee it, and keeps to the group what it has not shared', async () => {
  expect((await page(world.maria, '/overview')).status).toBe(404)
  expect((await page(world.bruno, '/overview')).status).toBe(404)
  const mine = words((await page(lena, '/overview')).html)
  expect(mine).toContain('Lectio Working Group')
  expect(mine).not.toContain('Catalogo Working Group')
  expect(mine).toMatch(/\d+ of 29 clauses met/)
  const steering = words((await page(stella, '/overview')).html)
  expect(steering).toContain('Catalogo Working Group')
  // Bruno's group has no liaison, and says so to everyone who oversees it.
  expect(steering).toContain('Liaison: 0 of 1')
  expect(steering).toContain('The group shares no charter status.')
  const carla = await carlaOf(world)
  const line = await lineOf(world, 'M1')
  await world.write((tx) => shareFinding(tx, carla, line, 'steering'))
  expect(words((await page(stella, '/overview')).html)).toContain('28 more clauses are not shared with you')
  const json = (await (await (await world.as(stella)).get('/api/v1/overview')).json()) as { items: { findings: { number: string }[] }[] }
  expect(json.items[0]?.findings.map(({ number }) => number)).toEqual(['M1'])
})
