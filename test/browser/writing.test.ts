import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../mail.ts'
import { openMeetings } from '../meetings-world.ts'
import { axe, screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

const site = webOfWorld(async (world) => {
  const from = 'maria@maria.example'
  const raw = mail({
    from: `Maria <${from}>`,
    subject: 'Rollover',
    text: 'The rollover stops at loans.\n\nWho has seen it?',
    id: 'first@maria.example',
  })
  await acceptMail(world.write, {
    raw,
    mailFrom: from,
    rcptTo: ['lectio-l@lists.localhost'],
    peer: '203.0.113.9',
    helo: 'mx.example',
    via: 'mail',
  })
  await world.settle()
  await openMeetings(world)
})
const write = '/lists/lectio-l/write'
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

/** Drops a picture into a text. */
async function drop(page: Page, text: Locator): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (one) => one.charCodeAt(0))
    transfer.items.add(new File([bytes], 'screen shot.png', { type: 'image/png' }))
    return transfer
  })()`)
  await text.dispatchEvent('drop', { dataTransfer })
}
const loaded = (picture: Locator) =>
  expect.poll(() => picture.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0)

test('marks by button and key, a preview while one writes, and a draft that is there when one comes back', async () => {
  const page = await site.open(write, site.world.susi)
  await page.getByLabel('Subject').fill('Kept')
  const text = page.getByRole('textbox', { name: 'Message' })
  await text.fill('word')
  await text.press('ControlOrMeta+a')
  await text.press('ControlOrMeta+b')
  expect(await text.inputValue()).toBe('**word**')
  await page.getByRole('button', { name: 'Live preview', exact: true }).click()
  await page.locator('.preview strong', { hasText: 'word' }).waitFor()
  await page.getByText('Draft saved.').waitFor()
  await screenshot(page, 'editor')
  expect(await axe(page)).toEqual([])
  await page.goto(site.address('/today'))
  await page.goto(site.address(write))
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('**word**')
  expect(await page.getByLabel('Subject').inputValue()).toBe('Kept')
  await page.getByRole('button', { name: 'Discard draft' }).click()
  await page.getByText('Draft discarded.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('')
  await page.close()
})

test('the toolbar is one stop on the way to the text, and arrow keys go along it', async () => {
  const page = await site.open(write, site.world.susi)
  const has = (name: string) =>
    expect.poll(() => page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.name')).toBe(name)
  await page.getByLabel('Subject').focus()
  await page.keyboard.press('Tab')
  await has('Bold')
  await page.keyboard.press('ArrowRight')
  await has('Italic')
  await page.keyboard.press('Tab')
  await has('text')
  await page.keyboard.press('Shift+Tab')
  await has('Italic')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await has('Code')
  await page.close()
})

test('a page that is shown again as it was left when it was sent keeps what is written on', async () => {
  const page = await site.open(write, site.world.susi)
  await page.evaluate(`self.sent = []
    addEventListener('submit', (event) => {
      sent.push(!event.defaultPrevented)
      event.preventDefault()
    })`)
  await page.getByLabel('Subject').fill('Sent')
  await page.getByRole('textbox', { name: 'Message' }).fill('And back.')
  // Pressed twice it is sent once, and again once somebody has come back to it.
  await page.getByRole('button', { name: 'Send message' }).dblclick()
  expect(await page.evaluate('sent')).toEqual([true, false])
  await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`)
  await page.getByRole('button', { name: 'Send message' }).click()
  expect(await page.evaluate('sent')).toEqual([true, false, true])
  await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`)
  await page.getByRole('textbox', { name: 'Message' }).fill('And back, and on.')
  await page.getByText('Draft saved.').waitFor()
  await page.close({ runBeforeUnload: false })
})

test('what is marked in a message is quoted by a button', async () => {
  const page = await site.open('/lists/lectio-l/t/first%40maria.example', site.world.susi)
  await page.evaluate(`document.getSelection().selectAllChildren(document.querySelector('.letter .body p'))`)
  await page.getByRole('button', { name: 'Quote the selected text' }).click()
  expect(await page.locator('textarea[name=text]').inputValue()).toBe('> The rollover stops at loans.\n\n')
  await page.close()
})

test('a picture is dropped into the text, and what is not kept yet is not lost without a word', async () => {
  const page = await site.open(write, site.world.maria)
  await page.route('**/drafts', (route) => route.abort())
  await drop(page, page.locator('textarea[name=text]'))
  await page.getByText('Send screen-shot.png with this text').waitFor()
  expect(await page.locator('textarea[name=text]').inputValue()).toBe('![screen-shot](screen-shot.png)')
  await page.getByText('We could not save the draft. We will try again.').waitFor()
  // What another form of the page does would lose it as well.
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<form method="post" action="/today"><button>Other</button></form>')`)
  const warned = page.waitForEvent('dialog')
  await page.getByRole('button', { name: 'Other', exact: true }).click({ noWaitAfter: true })
  const warning = await warned
  expect(warning.type()).toBe('beforeunload')
  await warning.dismiss()
  const asked = page.waitForEvent('dialog')
  const leaving = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await leaving
})

test('a picture is dropped into a story and into a line of minutes, and stands there by its address', async () => {
  const page = await site.open('/stories/new', site.world.maria)
  await page.getByLabel('Title').fill('A weekend')
  const text = page.getByRole('textbox', { name: 'Story', exact: true })
  await drop(page, text)
  await page.getByText('“screen-shot.png” is uploaded.').waitFor()
  expect(await text.inputValue()).toMatch(/^!\[screen-shot\]\(\/files\/[\w-]{24}\/screen-shot\.png\)$/)
  if (await page.locator('.preview').isHidden()) await page.getByRole('button', { name: 'Live preview', exact: true }).click()
  await loaded(page.locator('.preview img'))
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'story-files')
  await page.getByRole('button', { name: 'Share story' }).click()
  await loaded(page.locator('main .prose img'))
  await page.close()

  const minutes = await site.open('/meetings/2026-12-10/minutes', site.world.carla)
  const line = minutes.locator('.minute-lines[data-item=""] textarea').last()
  await line.focus()
  const saved = minutes.waitForResponse((answer) => answer.url().endsWith('/lines') && answer.request().method() === 'POST')
  await drop(minutes, line)
  expect((await saved).status()).toBe(200)
  await screenshot(minutes, 'minutes-files')
  await minutes.goto(site.address('/meetings/2026-12-10'))
  await minutes.goto(site.address('/meetings/2026-12-10/minutes'))
  const kept = minutes.locator('textarea', { hasText: '/files/' })
  expect(await kept.inputValue()).toMatch(/^!\[screen-shot\]\(\/files\//)
  await kept.focus()
  await minutes.getByRole('button', { name: 'Live preview', exact: true }).and(minutes.locator(':visible')).click()
  await loaded(minutes.locator('.preview img'))
  await minutes.close()
})

test('a message is sent and taken back without script', async () => {
  const page = await site.open(write, site.world.carla, { javaScript: false })
  await page.getByLabel('Subject').fill('Too quick')
  await page.getByRole('textbox', { name: 'Message' }).fill('I was too quick.')
  await page.getByRole('button', { name: 'Show preview' }).click()
  await page.getByText('Nothing has been sent.').waitFor()
  await page.getByRole('button', { name: 'Send text' }).click()
  // The seconds for it are few: it is the next thing that a key comes to.
  await page.getByRole('heading', { name: 'Message on its way' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Undo sending')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/write/)
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('I was too quick.')
  await page.close()
})
