import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../src/lib/db/connect.ts'
import { isJoining } from '../src/lib/similar/words.ts'
import { makeRequest } from '../src/requests/actions.ts'
import { writeCase } from '../src/requests/cases/actions.ts'
import { forgetIndexes, keepIndex } from '../src/requests/similar-index-actions.ts'
import { findSimilar, readWhole } from '../src/requests/similar-queries.ts'
import { actorOf, employ } from './requests-world.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let plain: number
let told: number
beforeAll(async () => {
  world = await makeWorld()
  await employ(world)
  const [carla, susi] = [await actorOf(world, world.carla), await actorOf(world, world.susi)]
  const { groupId } = world.group
  const make = (title: string, text: string, caseIds: number[] = []) =>
    world.write((tx) => makeRequest(tx, carla, groupId, { kind: 'idea', title, text, visibility: 'public' }, { caseIds }))
  for (const [title, text] of others) await make(title, text)
  plain = await make('Reorder citations by keyboard', 'Dragging is the only way to reorder citations in a list.')
  const cases: number[] = []
  for (const [title, problem] of stories)
    cases.push(
      await world.write((tx) => writeCase(tx, susi, groupId, { title, problem, language: 'en', visibility: 'subscribers', consent: 'no' })),
    )
  told = await make('Move citations without a mouse', 'Citations are reordered by dragging only.', cases)
})
afterAll(() => world.end())

const others: [string, string][] = [
  ['Due dates in the calendar', 'Loans should appear in the calendar of the borrower.'],
  ['Rollover of lists in the summer', 'Copies of last year’s lists lose their notes.'],
  ['Export of statistics', 'A spreadsheet with the usage of each list by month.'],
  ['A hint while an item is processed', 'Students see gaps and call the desk.'],
  ['Single sign-on for guests', 'Guests of the summer school cannot open their reading.'],
]

// What people tell is long, and mostly about other things.
const stories: [string, string][] = [
  [
    'Our wrists in week two',
    `At the beginning of each term four colleagues in the acquisitions office prepare two hundred modules for the medical school, the law
    faculty and the conservatory. Yesterday a professor of musicology sent a bibliography of ninety titles, and my colleague with a broken
    wrist spent the afternoon dragging. Human resources has asked for an ergonomic assessment, the union has written to the director, and
    the disability office wants a report before Christmas about which products in the building fail the accessibility statement.`,
  ],
  [
    'A screen reader at the desk',
    `Our blind apprentice works with a screen reader and a braille display. She catalogues, answers telephone calls, orders interlibrary
    loans, repairs shelf marks and teaches newcomers. In the reading list module she gives up, and somebody beside her drags for her. The
    municipality funds her position under a programme that is audited every spring, with questionnaires, interviews and a site visit.`,
  ],
]

const similarOn = async (id: number) => {
  const page = await (await (await world.as(world.carla)).get(`/requests/${id}`)).text()
  return /id="similar"[\s\S]*?<\/section>/.exec(page)?.[0] ?? ''
}

test('a request is found by its number, as its page says it in any language', async () => {
  const carla = await world.as(world.carla)
  for (const said of [`${plain}`, `#${plain}`, `Idea ${plain}`, `Anfrage #${plain}`, `problème ${plain}`]) {
    const page = await (await carla.get(`/search?${new URLSearchParams({ q: said })}`)).text()
    expect([said, /href="(\/requests\/\d+)[^"]*"[^>]*>Reorder/.exec(page)?.[1]]).toEqual([said, `/requests/${plain}`])
    // The help has no answer to a number.
    if (/^#?\d+$/.test(said)) expect(page).not.toContain('In the help:')
  }
})

test('who gives up a user case is back at the requests', async () => {
  expect(await (await (await world.as(world.susi)).get('/cases/new')).text()).toMatch(/href="\/requests"[^>]*>Cancel</)
})

describe('the requests that are alike', () => {
  test('are shown on a request that people told at length about as on one that nobody did', async () => {
    const [there, back] = [await similarOn(plain), await similarOn(told)]
    expect(there).toContain(`/requests/${told}"`)
    expect(back).toContain(`/requests/${plain}"`)
    expect(back).not.toContain('No similar requests yet')
  })

  test('stand first on the page of a user case that is no part of one, with the button that adds it', async () => {
    const facts = { title: 'Reorder citations by keyboard', problem: 'Dragging is the only way to reorder citations in a list.' }
    const [author, groupId] = [await actorOf(world, world.susi), world.group.groupId]
    const id = await world.write((tx) =>
      writeCase(tx, author, groupId, { ...facts, language: 'en', visibility: 'subscribers', consent: 'no' }),
    )
    const page = await (await (await world.as(world.carla)).get(`/cases/${id}`)).text()
    const [alike = '', rest = ''] = [
      page.slice(page.indexOf('id="similar"'), page.indexOf('id="requests"')),
      page.slice(page.indexOf('id="requests"')),
    ]
    expect(alike.match(/class="button primary"/g)).toHaveLength(1)
    expect(rest).not.toMatch(/class="button primary"[^>]*>Create request from user case/)
  })

  test('are never called the same by a number, not even of the very words', async () => {
    const title = 'Reorder citations by keyboard'
    const text = 'Dragging is the only way to reorder citations in a list.'
    const page = await (await (await world.as(world.susi)).post('/requests/similar', { title, text })).text()
    expect(page).toContain('99% similar')
  })

  test('are the same for a program', async () => {
    const answer = await (await world.as(world.carla)).get(`/api/v1/requests/${told}/similar`)
    const { items } = (await answer.json()) as { items: { id: number; why: string }[] }
    expect(items.map(({ id }) => id)).toContain(plain)
    expect(items.every(({ why }) => why !== '')).toBe(true)
  })
})

test('a new process finds the same by what an earlier one kept, and what was changed or taken out since', async () => {
  const [carla, { groupId }] = [await actorOf(world, world.carla), world.group]
  const keep = async () => {
    const whole = await readWhole(world.db, groupId)
    if (whole) await world.write((tx) => keepIndex(tx, groupId, whole, world.clock.now))
  }
  const inNewProcess = async <T>(act: (db: typeof world.db) => Promise<T>) => {
    const other = connect(world.url, { size: 2 })
    try {
      return await act(other.db)
    } finally {
      await other.close()
    }
  }
  const ask = (db: typeof world.db) =>
    findSimilar(db, carla, groupId, { title: 'Reordering citations by keyboard', text: 'No mouse' }, { atLeast: 0 })
  await keep()
  expect(await inNewProcess(ask)).toEqual(await ask(world.db))
  // What is kept is what is read: a request that it does not know as it stands is read again, no other.
  const late = await world.write((tx) =>
    makeRequest(tx, carla, groupId, {
      kind: 'idea',
      title: 'Citations by keyboard',
      text: 'Reordering without a mouse.',
      visibility: 'public',
    }),
  )
  await world.write((tx) =>
    tx.updateTable('request').set({ title: 'Nothing of this', text: 'Opening hours' }).where('id', '=', plain).execute(),
  )
  const found = (await inNewProcess(ask)).map(({ id }) => id)
  expect(found).toEqual(expect.arrayContaining([late, plain]))
  await world.write((tx) =>
    tx
      .updateTable('request')
      .set({ changedAt: new Date(world.clock.now.getTime() + 1_000) })
      .where('id', '=', plain)
      .execute(),
  )
  expect((await inNewProcess(ask)).map(({ id }) => id)).not.toContain(plain)
  // Of another reading, or cut off, it is none.
  await world.write((tx) =>
    tx
      .updateTable('likenessIndex')
      .set({ data: Buffer.from('cut off') })
      .where('part', '=', 2)
      .execute(),
  )
  expect((await inNewProcess(ask)).map(({ id }) => id)).not.toContain(plain)
  await world.write((tx) => forgetIndexes(tx))
  await world.write((tx) =>
    tx
      .updateTable('request')
      .set({
        title: 'Reorder citations by keyboard',
        text: 'Dragging is the only way to reorder citations in a list.',
        changedAt: new Date(),
      })
      .where('id', '=', plain)
      .execute(),
  )
  expect((await inNewProcess(ask)).map(({ id }) => id)).toContain(plain)
  // Beside it the others would not be shown any more.
  await world.write((tx) =>
    tx
      .updateTable('request')
      .set({ title: 'Nothing of this', text: 'Opening hours', changedAt: new Date() })
      .where('id', '=', late)
      .execute(),
  )
})

describe('a reason', () => {
  test('never says of a word that it means the same as itself', async () => {
    const carla = await world.as(world.carla)
    await carla.post('/synonyms', { words: 'citation, reference, citations' })
    const shown = await similarOn(plain)
    expect(shown).toContain(`/requests/${told}"`)
    const pairs = [...shown.matchAll(/“([^”]+)” and “([^”]+)”/g)].filter(([, a, b]) => a?.toLowerCase() === b?.toLowerCase())
    expect(pairs).toEqual([])
  })

  test('is no word that only joins others, in whatever language the text was taken for', async () => {
    const carla = await actorOf(world, world.carla)
    const make = (title: string, text: string, language: string) =>
      world.write((tx) => makeRequest(tx, carla, world.group.groupId, { kind: 'idea', title, text, language, visibility: 'public' }))
    // Taken for English, as a form's usual language says.
    await make('Verlängerung im Katalog', 'Wenn das Exemplar nicht da ist, soll die Verlängerung trotzdem über das Konto gehen.', 'en')
    const id = await make('Verlängerung über das Konto', 'Das Konto soll die Verlängerung auch dann nicht sperren, wenn es voll ist.', 'en')
    const shown = await similarOn(id)
    const words = [...shown.matchAll(/“([^”]+)”/g)].map(([, word = '']) => word)
    expect(words).toEqual(expect.arrayContaining([expect.stringMatching(/^Verlängerung$/i)]))
    expect(words.filter(isJoining)).toEqual([])
  })

  test.each(['the', 'would', 'die', 'über', 'nicht', 'sollte', 'avec', 'depuis', 'même', 'según', 'también', 'porque'])(
    'is never %s',
    (word) => {
      expect(isJoining(word)).toBe(true)
    },
  )

  test.each(['citation', 'rollover', 'Safari', 'Verlängerung', 'réservation', 'préstamo', 'LTI'])('may be %s', (word) => {
    expect(isJoining(word)).toBe(false)
  })
})
