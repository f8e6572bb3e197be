import { expect, test } from 'vitest'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../mail.ts'
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
})
const write = '/lists/lectio-l/write'
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

test('marks by button and key, a preview while one writes, and a draft that is there when one comes back', async () => {
  const page = await site.open(write, site.world.susi)
  await page.getByLabel('Subject').fill('Kept')
  const text = page.getByRole('textbox', { name: 'Message' })
  await text.fill('word')
  await text.press('ControlOrMeta+a')
  await text.press('ControlOrMeta+b')
  expect(await text.inputValue()).toBe('**word**')
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
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
  const data = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (one) => one.charCodeAt(0))
    transfer.items.add(new File([bytes], 'screen shot.png', { type: 'image/png' }))
    return transfer
  })()`)
  await page.locator('textarea[name=text]').dispatchEvent('drop', { dataTransfer: data })
  await page.getByText('Send screen-shot.png with this text').waitFor()
  expect(await page.locator('textarea[name=text]').inputValue()).toBe('![screen-shot](screen-shot.png)')
  await page.getByText('We could not save the draft. We will try again.').waitFor()
  const asked = page.waitForEvent('dialog')
  const leaving = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await leaving
})

test('a message is sent and taken back without script', async () => {
  const page = await site.open(write, site.world.carla, { javaScript: false })
  await page.getByLabel('Subject').fill('Too quick')
  await page.getByRole('textbox', { name: 'Message' }).fill('I was too quick.')
  await page.getByRole('button', { name: 'Show preview' }).click()
  await page.getByText('Nothing has been sent.').waitFor()
  await page.getByRole('button', { name: 'Send text' }).click()
  await page.getByRole('button', { name: 'Undo sending' }).click()
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('I was too quick.')
  await page.close()
})
