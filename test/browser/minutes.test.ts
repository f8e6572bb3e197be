import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openMeetings } from '../meetings-world.ts'
import type { Person } from '../world.ts'
import { cargo, noteCargo } from './browser.ts'
import { webOfWorld } from './web.ts'

const site = webOfWorld(openMeetings)

const path = '/meetings/2026-12-11/minutes'
const open = (person: Person): Promise<Page> => site.open(path, person)

const newLine = (page: Page) => page.locator('.minute-lines[data-item=""] > .minute-form').last().locator('textarea')
/** Writes a line and leaves it, as somebody who types. */
async function write(page: Page, text: string, wait = 'Saved') {
  const field = newLine(page)
  await field.pressSequentially(text)
  await field.press('Control+Enter')
  await page.locator('.minute-form output', { hasText: wait }).last().waitFor()
}
const linesOf = async () =>
  (
    await site.world.db
      .selectFrom('minuteLine')
      .innerJoin('meeting', 'meeting.id', 'minuteLine.meetingId')
      .select(['minuteLine.text', 'minuteLine.version'])
      .where('meeting.slug', '=', '2026-12-11')
      .orderBy('minuteLine.id')
      .execute()
  ).map(({ text }) => text)

test('every line gets in, whatever becomes of the connection', async () => {
  const carla = await open(site.world.carla)
  const maria = await open(site.world.maria)
  const circulate = carla.getByRole('button', { name: 'Send minutes for checking' })
  expect(await circulate.isVisible()).toBe(false)
  await write(carla, 'One')
  // With its first line the minutes are empty no more, and that line is no new one.
  await circulate.waitFor()
  expect(await carla.getByText('The minutes are empty.').isVisible()).toBe(false)
  const first = carla.locator('.minute-lines[data-item=""] > .minute-form').first()
  expect(await first.locator('label').first().textContent()).toBe('Line')
  expect(await first.getByRole('button', { name: 'Save line' }).isVisible()).toBe(true)
  expect(await newLine(carla).evaluate((field) => field.closest('form')?.querySelector(':scope > .row button')?.textContent)).toBe(
    'Add line',
  )

  // What was just written becomes a decision or a task without the page being opened anew.
  await carla.getByText('Decision or task').waitFor()
  expect(await first.evaluate((form) => form.nextElementSibling?.textContent)).toContain('Record as decision')
  // It is reached by the first press, though the line folds what one writes with when one leaves it.
  await first.locator('textarea').click()
  await carla.getByText('Decision or task').click()
  await carla.getByRole('button', { name: 'Record as decision' }).waitFor()
  await carla.getByText('Decision or task').click()
  await newLine(carla).click()
  // Nor does a line that one enters push away the box that one presses in it: who else reads the line must not be left to a second press.
  const internal = first.getByLabel('Working group only')
  await internal.click()
  expect(await internal.isChecked()).toBe(true)
  await internal.click()
  await newLine(carla).click()

  // The connection is gone: what is written waits, also through a second line.
  await carla.context().setOffline(true)
  await write(carla, 'Two', 'No connection. We keep your text here').catch(() => undefined)
  await newLine(carla).fill('Two, written on')
  await carla.locator('.minute-form output', { hasText: 'No connection. We keep your text here' }).first().waitFor()
  await write(maria, 'Three')
  expect((await linesOf()).toSorted()).toEqual(['One', 'Three'])

  // It comes back: all is there once, and each sees the other's.
  await carla.context().setOffline(false)
  await expect.poll(async () => (await linesOf()).toSorted()).toEqual(['One', 'Three', 'Two, written on'])
  await carla.locator('.minute-form', { hasText: 'Maria' }).waitFor()
  await maria.locator('.minute-form', { hasText: 'Carla' }).first().waitFor()

  // A page that is closed while offline still has it when it is opened again.
  await maria.context().setOffline(true)
  await newLine(maria).fill('Four')
  await maria.locator('.minute-form output', { hasText: 'No connection. We keep your text here' }).first().waitFor()
  await maria.context().setOffline(false)
  await maria.reload()
  await expect.poll(async () => (await linesOf()).toSorted()).toContain('Four')
})

test('two who change one line see that both texts are kept', async () => {
  const carla = await open(site.world.carla)
  const maria = await open(site.world.maria)
  const first = (page: Page) => page.locator('.minute-line textarea').first()
  await maria.context().setOffline(true)
  await first(maria).fill('As Maria heard it')
  await first(carla).fill('As Carla heard it')
  await carla.locator('.minute-form output', { hasText: 'Saved' }).first().waitFor()
  await maria.context().setOffline(false)
  await maria.locator('.minute-form output', { hasText: 'As Maria heard it' }).waitFor()
  expect(await first(maria).inputValue()).toBe('As Carla heard it')
  await maria.getByRole('link', { name: 'Compare both texts' }).click()
  await maria.getByText('Choose the text to keep').waitFor()
})

test('who is there is ticked without leaving the page, also once the connection is back', async () => {
  const carla = await open(site.world.carla)
  const box = carla.locator('tick-board')
  const tick = (name: string, what: string) => box.getByLabel(name).selectOption({ label: what })
  await box.getByText('Quorum: 1 of 2').waitFor()
  // Each tick is kept at once: there is no button to forget.
  expect(await box.getByRole('button').isVisible()).toBe(false)
  await carla.context().setOffline(true)
  await tick('Maria', 'Absent with notice')
  await box.getByText('No connection. We keep your text here').waitFor()
  await carla.context().setOffline(false)
  await box.getByText('0 of 2 present · Quorum of 1 not reached').waitFor()
  await tick('Carla', 'Came late')
  await box.getByText('1 of 2 present · Quorum of 1 reached').waitFor()
  await carla.reload()
  expect(await box.getByLabel('Maria').inputValue()).toBe('apologies')
})

test('items are ordered by dragging their titles, and stay so', async () => {
  const carla = await site.open(path, site.world.carla, { height: 1_600 })
  const titles = () => carla.locator('.agenda-item h2').allTextContents()
  for (const title of ['Coffee', 'Budget', 'Dates']) {
    await carla.locator('#item-title').fill(title)
    await carla.getByRole('button', { name: 'Add agenda item', exact: true }).click()
    await carla.getByRole('heading', { name: title }).waitFor()
  }
  expect(await titles()).toEqual(['1. Coffee', '2. Budget', '3. Dates'])
  await noteCargo(carla)
  const moved = carla.waitForResponse((answer) => answer.url().endsWith('/move'))
  await carla.getByRole('heading', { name: 'Dates' }).dragTo(carla.getByRole('heading', { name: 'Coffee' }))
  await moved
  // What stands in an item that was moved is still there once.
  const text = carla.locator('.agenda-item:has(h2 :text("Dates"), h2:text("Dates")) .minute-form textarea').last()
  await text.fill('word')
  await text.press('ControlOrMeta+a')
  await text.press('ControlOrMeta+b')
  expect(await text.inputValue()).toBe('**word**')
  await text.fill('')
  // Safari drags nothing that carries nothing.
  expect(await cargo(carla)).toBe('3. Dates')
  await carla.context().setOffline(true)
  await carla.getByRole('heading', { name: 'Budget' }).dragTo(carla.getByRole('heading', { name: 'Dates' }))
  await expect.poll(titles).toEqual(['3. Dates', '1. Coffee', '2. Budget'])
  await carla.context().setOffline(false)
  await carla.reload()
  expect(await titles()).toEqual(['1. Dates', '2. Coffee', '3. Budget'])
})

test('by keys alone one writes on, and an item moves on from where it was moved', async () => {
  const carla = await open(site.world.carla)
  await newLine(carla).fill('By its button')
  await carla.locator('.minute-lines[data-item=""] > .minute-form').last().getByRole('button', { name: 'Add line' }).press('Enter')
  // The button that was pressed is of a line that is there already: one goes on in the new one.
  await expect.poll(() => carla.evaluate('[document.activeElement.localName, document.activeElement.value].join()')).toBe('textarea,')
  await carla.locator('#item-title').fill('Elections')
  await carla.getByRole('button', { name: 'Add agenda item', exact: true }).press('Enter')
  await carla.waitForURL(/#add-item$/)
  const part = carla.locator('.agenda-item', { has: carla.getByRole('heading', { name: 'Elections' }) })
  await part.locator('summary', { hasText: 'Edit this item' }).press('Enter')
  await part.getByRole('button', { name: 'Move item up' }).press('Enter')
  await carla.waitForURL(/#edit-\d+$/)
  expect(await part.getByRole('button', { name: 'Move item up' }).isVisible()).toBe(true)
})

test('minutes that are still written are read on paper', async () => {
  const carla = await open(site.world.carla)
  await carla.emulateMedia({ media: 'print' })
  expect(await carla.locator('.minute-line textarea').first().isVisible()).toBe(true)
  expect(await newLine(carla).isVisible()).toBe(false)
  expect(await carla.locator('tick-board').getByLabel('Maria').isVisible()).toBe(true)
  expect(await carla.getByRole('button', { name: 'Save line' }).first().isVisible()).toBe(false)
  // What is for the screen is not among the minutes.
  await site.world.db.updateTable('agendaItem').set({ sourcePath: '/desk' }).execute()
  await carla.reload()
  const onScreen = [
    carla.getByRole('link', { name: /View related page/ }),
    carla.getByRole('heading', { name: 'Unfinished work' }),
    carla.locator('#checking'),
  ]
  for (const shown of [false, true]) {
    await carla.emulateMedia({ media: shown ? 'screen' : 'print' })
    for (const one of onScreen) expect(await one.first().isVisible()).toBe(shown)
  }
})
