import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexDocument, noteWords } from '../src/documents/actions.ts'
import { renderDocx } from '../src/lib/print/docx.ts'
import { renderPdf } from '../src/lib/print/pdf.ts'
import { writeXlsx } from '../src/lib/sheet/write.ts'
import { pptx } from './made-files.ts'
import { carriedOut, withoutWeek } from './week-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

type Browser = Awaited<ReturnType<World['as']>>

const facts = { host: 'lectio', category: 'key', ownerRole: 'coordinator', visibility: 'public', datedOn: '2026-10-01' }
const start = async (browser: Browser, title: string, body: string, more: Record<string, string> = {}) => {
  const answer = await browser.request('POST', '/documents', { ...facts, title, body, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const read = async (browser: Browser, path: string) => {
  const answer = await browser.request('GET', path)
  return { status: answer.status, text: await answer.text() }
}

/** Hands in a file with a form, as a browser does. */
async function bring(browser: Browser, path: string, fields: Record<string, string>, name: string, content: Uint8Array): Promise<Response> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('file-form', '1')
  form.set('file', new File([new Uint8Array(content)], name))
  return world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    headers: { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: form,
  })
}

describe('a document', () => {
  test('is the group’s until it is approved, and then everybody’s, at its permanent address', async () => {
    const [carla, maria, visitor] = [await world.as(world.carla), await world.as(world.maria), await world.as()]
    const path = await start(maria, 'Guide for new members', '## Welcome\n\nRead the list for a week first.')
    expect(path).toBe('/documents/guide-for-new-members')
    expect((await read(visitor, path)).status).toBe(404)
    expect((await read(maria, path)).text).toContain('Read the list for a week first.')

    // A member writes; who holds the role approves.
    expect((await maria.request('POST', `${path}/approve`, { version: '1', way: 'role' })).status).toBe(404)
    const byProgram = await maria.ask('POST', `/api/v1${path}/versions/1/approval`, { way: 'role' })
    expect([byProgram.status, ((await byProgram.json()) as { detail: string }).detail]).toEqual([
      403,
      'Only people in these roles can do this: Coordinator or Deputy coordinator.',
    ])
    expect((await carla.request('POST', `${path}/approve`, { version: '1', way: 'role' })).status).toBe(303)
    expect(await carriedOut(world, world.carla)).toBe(303)
    expect((await read(visitor, path)).text).toContain('Read the list for a week first.')

    // A newer draft changes nothing for others, and has an address that only those inside can open.
    const second = await maria.request('POST', `${path}/versions`, {
      base: '1',
      body: '## Welcome\n\nRead the list for two weeks first.',
      note: 'Two weeks',
    })
    expect(second.headers.get('location')).toBe(`${path}/v/2`)
    expect((await read(visitor, path)).text).not.toContain('two weeks')
    expect((await read(visitor, `${path}/v/2`)).status).toBe(404)
    const compared = await read(maria, `${path}/compare?from=1&to=2&view=inline`)
    expect(compared.text).toMatch(/<del>a week<\/del><ins>two weeks<\/ins>|<del>a<\/del>.*<ins>two<\/ins>/)
  })

  test('is talked about, as a draft, on the group’s own list: a message there begins with its title and its address', async () => {
    const [carla, maria] = [await world.as(world.carla), await world.as(world.maria)]
    const path = await start(maria, 'Talked about', 'A first draft.')
    const asks = async (of: Browser) =>
      /href="(\/lists\/lectio-l\/write[^"]*)"/.exec((await read(of, path)).text)?.[1]?.replaceAll('&amp;', '&')
    // A list that others read as well is no place for what the group alone reads.
    expect(await asks(maria)).toBeUndefined()
    const { archive } = await world.db.selectFrom('list').select('archive').where('id', '=', world.listId).executeTakeFirstOrThrow()
    await world.db.updateTable('list').set({ archive: 'group' }).where('id', '=', world.listId).execute()
    const link = await asks(maria)
    const page = (await read(maria, link ?? '')).text
    expect(page).toContain('value="Talked about"')
    expect(page).toContain(`&lt;http://rapport.test${path}/v/1&gt;`)
    await carla.request('POST', `${path}/approve`, { version: '1', way: 'role' })
    expect(await carriedOut(world, world.carla)).toBe(303)
    expect(await asks(maria)).toBeUndefined()
    await world.db.updateTable('list').set({ archive }).where('id', '=', world.listId).execute()
  })

  test('is approved once when two approve it at once', async () => {
    const [carla, ada] = [await world.as(world.carla), await world.as(world.ada)]
    const path = await start(carla, 'Approved at once', 'One text.')
    const answers = await Promise.all([carla, ada].map((one) => one.request('POST', `${path}/approve`, { version: '1', way: 'role' })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect([await carriedOut(world, world.carla), await carriedOut(world, world.ada)]).toEqual([303, 409])
    const late = await ada.request('POST', `${path}/approve`, { version: '1', way: 'role' })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('already approved')])
    const approvals = await world.db
      .selectFrom('journal')
      .select('id')
      .where('action', '=', 'document.approved')
      .where('subject', 'like', 'document:%')
      .execute()
    expect(new Set(approvals.map(({ id }) => id)).size).toBe(approvals.length)
  })

  test('that two change at once loses neither text', async () => {
    const [carla, maria] = [await world.as(world.carla), await world.as(world.maria)]
    const path = await start(carla, 'Written by two', 'The first line.')
    expect((await maria.request('POST', `${path}/versions`, { base: '1', body: 'The line of Maria.' })).status).toBe(303)
    const late = await carla.request('POST', `${path}/versions`, { base: '1', body: 'The line of Carla.', note: 'mine' })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toContain('The line of Maria.')
    expect(page).toMatch(/<textarea[^>]*>[\s]*The line of Carla\./)
    expect(page).toContain('name="base" value="2"')
    expect((await carla.request('POST', `${path}/versions`, { base: '2', body: 'Both lines.' })).headers.get('location')).toBe(
      `${path}/v/3`,
    )
  })

  test('is approved by a decision of a meeting of its own group only', async () => {
    const carla = await world.as(world.carla)
    const path = await start(carla, 'Decided', 'A text.')
    const none = await carla.request('POST', `${path}/approve`, { version: '1', way: 'meeting', decisionId: '999' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Choose the decision that approved this version.')])
    const { id } = await world.db
      .insertInto('decision')
      .values({ groupId: world.group.groupId, number: 71, text: 'The terms hold.', decidedOn: '2026-10-02', createdAt: world.clock.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await carla.request('POST', `${path}/approve`, { version: '1', way: 'meeting', decisionId: String(id) })).status).toBe(303)
    expect(await carriedOut(world, world.carla)).toBe(303)
    expect((await read(carla, path)).text).toContain('Decision D-71')
  })

  test('keeps what was typed, and says what is wrong beside it', async () => {
    const carla = await world.as(world.carla)
    const answer = await carla.request('POST', '/documents', { ...facts, title: '', body: 'A long text', reviewOn: '2027-01-01' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('A long text')
    expect(page).toContain('id="f-title-error"')
  })

  test('shows a preview without keeping anything', async () => {
    const carla = await world.as(world.carla)
    const answer = await carla.request('POST', '/documents', {
      ...facts,
      title: 'Only looked at',
      body: '**strong** <script>alert(1)</script>',
      act: 'preview',
    })
    const page = await answer.text()
    expect(page).toContain('<strong>strong</strong>')
    expect(page).not.toContain('<script>alert(1)')
    expect(await world.db.selectFrom('document').select('id').where('title', '=', 'Only looked at').execute()).toEqual([])
  })

  test('leaves as PDF, DOCX, Markdown and in a ZIP archive', async () => {
    const visitor = await world.as()
    const path = '/documents/guide-for-new-members'
    const pdf = Buffer.from(await (await visitor.request('GET', `${path}/v/1/document.pdf`)).arrayBuffer())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const docx = await visitor.request('GET', `${path}/v/1/document.docx`)
    expect(docx.headers.get('content-security-policy')).toContain('sandbox')
    const zip = Buffer.from(await (await visitor.request('GET', '/documents/export.zip')).arrayBuffer()).toString('latin1')
    expect(zip).toContain('documents/guide-for-new-members/v1.md')
    // The draft is not in what a visitor takes along.
    expect(zip).not.toContain('guide-for-new-members/v2.md')
  })
})

test.each([
  ['terms-of-reference', 'Charter', 'key'],
  ['agenda', 'Agenda', 'other'],
  ['annual-report', 'Annual report', 'report'],
  ['brief', 'Letter to the vendor', 'other'],
])('a document begins with the template %s', async (key, title, category) => {
  const carla = await world.as(world.carla)
  const list = await read(carla, '/documents/new')
  expect(list.text).toContain(`href="/documents/new?template=${key}"`)
  const page = await read(carla, `/documents/new?template=${key}`)
  expect(page.text).toContain(`value="${title}"`)
  expect(page.text).toMatch(new RegExp(`value="${category}" selected`))
  expect(page.text).toMatch(/<textarea[^>]*>[^<]*##/)
  expect(page.text).toMatch(new RegExp(`aria-current="page">${title}<`))
  // What few documents need is folded away, except where the template says it.
  expect(/<details class="fold"([^>]*)><summary>Review and storage/.exec(page.text)?.[1]).toBe(
    key === 'terms-of-reference' ? ' open=""' : '',
  )
  // It is written in the reader's language, its title as well as its text.
  const speak = (locale: string) => world.db.updateTable('person').set({ locale }).where('id', '=', world.carla.personId).execute()
  const textIn = (html: string) => /<textarea[^>]*>([^<]*)/.exec(html)?.[1]
  await speak('de')
  const german = await read(carla, `/documents/new?template=${key}`)
  await speak('en')
  expect(textIn(german.text)).toContain('## ')
  expect(textIn(german.text)).not.toBe(textIn(page.text))
})

describe('a file', () => {
  const pdfOf = (words: string) =>
    renderPdf({
      title: words,
      author: 'Lectio',
      language: 'en',
      footer: 'x',
      date: new Date('2026-01-01T00:00:00Z'),
      blocks: [{ kind: 'text', words }],
    })

  test('is read for preview and search: PDF, DOCX, PPTX, XLSX, HTML without its scripts', async () => {
    const carla = await world.as(world.carla)
    const docx = await renderDocx({
      title: 'D',
      author: 'A',
      language: 'en',
      footer: 'x',
      date: new Date('2026-01-01T00:00:00Z'),
      blocks: [{ kind: 'text', words: 'Quincunx arrangements' }],
    })
    const html = Buffer.from('<html><script>stolen()</script><body><p>Marzipan minutes</p></body></html>')
    const workbook = await writeXlsx(
      [
        { name: 'F', columns: [{ title: 'Hedgehogs' }], rows: [['Twelve']] },
        { name: 'G', columns: [{ title: 'Porcupines' }], rows: [['Two']] },
      ],
      'Figures',
    )
    for (const [name, bytes, word] of [
      ['report.pdf', pdfOf('Zanzibar figures'), 'Zanzibar'],
      ['terms.docx', docx, 'Quincunx'],
      ['old.html', html, 'Marzipan'],
      ['deck.pptx', pptx({ text: 'Gherkin slides' }), 'Gherkin'],
      ['figures.xlsx', workbook, 'Hedgehogs'],
      ['sheets.xlsx', workbook, 'Porcupines'],
    ] as const) {
      const answer = await bring(carla, '/documents', { ...facts, visibility: 'group', title: `File ${word}` }, name, bytes)
      expect(answer.status).toBe(303)
      await world.settle()
      const page = await read(carla, answer.headers.get('location') ?? '')
      expect(page.text).toContain(word)
      expect(page.text).not.toContain('stolen')
      expect((await read(carla, `/search?q=${word}`)).text).toContain(answer.headers.get('location'))
      expect((await read(await world.as(world.otto), `/search?q=${word}`)).text).not.toContain(`File ${word}`)
    }
    // As one that a version before could not read.
    const { id, documentId } = await world.db
      .selectFrom('documentVersion')
      .select(['id', 'documentId'])
      .where('words', '=', 'Gherkin slides')
      .executeTakeFirstOrThrow()
    await world.write((tx) => noteWords(tx, id, { words: '', note: 'otherKind' }))
    expect((await read(carla, '/search?q=slides&exact=')).text).not.toContain('File Gherkin')
    await world.write((tx) => indexDocument(tx, documentId))
    await world.settle()
    expect((await read(carla, '/search?q=slides&exact=')).text).toContain('In “deck.pptx”:')
  })

  test('whose name lies is refused with a sentence, and nothing is kept', async () => {
    const carla = await world.as(world.carla)
    const answer = await bring(carla, '/documents', { ...facts, title: 'Liar' }, 'minutes.pdf', Buffer.from('PK\x03\x04 this is no PDF'))
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('ends in .pdf, but its content')])
    expect(await world.db.selectFrom('document').select('id').where('title', '=', 'Liar').execute()).toEqual([])
  })

  test('that becomes huge when it is unpacked has no preview, and nobody waits', async () => {
    const carla = await world.as(world.carla)
    const types = Buffer.from(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    )
    const bomb = zipSync(
      { '[Content_Types].xml': types, '_rels/.rels': Buffer.from('<x/>'), 'word/document.xml': new Uint8Array(160 * 1024 * 1024) },
      { level: 9 },
    )
    const answer = await bring(carla, '/documents', { ...facts, title: 'Bomb' }, 'bomb.docx', bomb)
    expect(answer.status).toBe(303)
    await world.settle()
    expect((await read(carla, answer.headers.get('location') ?? '')).text).toContain('too large when it is unpacked')
  })
})

describe('a review', () => {
  test('is asked of today’s holders 60 and 30 days before and on the day, in one letter each', async () => {
    const { carla, clock, context, write, settle, postbox, db } = world
    await withoutWeek(world)
    const browser = await world.as(carla)
    await start(browser, 'Reviewed A', 'Text.', { reviewMonths: '12', reviewOn: '2026-12-10' })
    const path = await start(browser, 'Reviewed B', 'Text.', { reviewMonths: '12', reviewOn: '2026-12-12' })
    const { remindReviews } = await import('../src/documents/jobs.ts')
    const letters = async () => (await postbox()).filter(({ kind }) => kind === 'documents.reviews-due')
    const before = clock.now
    await remindReviews({}, context)
    await settle()
    const [letter, ...more] = await letters()
    expect(more).toEqual([])
    expect(letter?.email).toBe(carla.email)
    expect(letter?.subject).toBe('Review due: 2 documents')
    await remindReviews({}, context)
    expect(await letters()).toHaveLength(1)

    // Who looks after them reads above the list how much there is to do, and what is next.
    expect((await read(browser, '/documents')).text.replace(/<[^>]*>/g, '')).toMatch(
      /\d reviews are due in the next 12 months\. Next: Reviewed A, 10 December 2026\./,
    )

    clock.now = new Date('2026-11-15T09:00:00Z')
    await remindReviews({}, context)
    expect(await letters()).toHaveLength(2)

    // The page of one that is due asks once.
    expect((await read(await world.as(carla), path)).text.match(/href="[^"]*\/review"/g)).toHaveLength(1)
    const today = await read(await world.as(carla), '/today')
    expect(today.text).toContain('Document review is due: Reviewed B')
    expect((await (await world.as(carla)).request('POST', `${path}/review`, { note: 'Read it all' })).status).toBe(303)
    expect(await carriedOut(world, carla)).toBe(303)
    const row = await db.selectFrom('document').select(['reviewOn', 'reviewTold']).where('title', '=', 'Reviewed B').executeTakeFirst()
    expect(row).toEqual({ reviewOn: '2027-11-15', reviewTold: null })
    clock.now = before
    await write(async () => undefined)
  })
})

describe('a document whose time is over', () => {
  test('is removed by a person only, and then for good', async () => {
    const carla = await world.as(world.carla)
    const path = await start(carla, 'Kept a month', 'A text that goes.', { keepMonths: '1', datedOn: '2026-09-10' })
    const early = await start(carla, 'Kept long', 'A text that stays.', { keepMonths: '100' })
    expect((await carla.request('POST', `${early}/remove`, { sure: 'on' })).status).toBe(403)
    const offers = async (at: string) => (await read(carla, `${at}/removal`)).text.includes(`action="${at}/remove"`)
    expect([await offers(early), await offers(path)]).toEqual([false, true])
    expect((await carla.request('POST', `${path}/remove`, {})).status).toBe(422)
    expect((await read(carla, '/documents?state=removal')).text).toContain('Kept a month')
    expect((await carla.request('POST', `${path}/remove`, { sure: 'on' })).status).toBe(303)
    const page = await read(carla, path)
    expect(page.text).toContain('was deleted at the end of its storage time')
    expect(page.text).not.toContain('A text that goes.')
  })

  test('that is withdrawn is the group’s alone again', async () => {
    const [carla, visitor] = [await world.as(world.carla), await world.as()]
    const path = '/documents/guide-for-new-members'
    const why = await carla.request('POST', `${path}/state`, { to: 'withdrawn' })
    expect([why.status, await why.text()]).toEqual([422, expect.stringContaining('Enter a reason.')])
    await carla.request('POST', `${path}/state`, { to: 'withdrawn', reason: 'It is wrong.' })
    expect((await read(visitor, path)).status).toBe(404)
    await carla.request('POST', `${path}/state`, { to: 'live' })
    expect((await read(visitor, path)).status).toBe(200)
  })
})
