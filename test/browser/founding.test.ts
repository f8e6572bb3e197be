import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { webOfWorld } from './web.ts'

const site = webOfWorld()

test('from “New group” to its first post a founder clicks nine times, and reads no documentation', async () => {
  const page = await site.open('/admin/groups', site.world.ada)
  let clicks = 0
  const click = async (what: Locator) => {
    clicks++
    await what.click()
  }
  // To choose is to open the list and to click what is in it.
  const choose = async (what: Locator, label: string) => {
    clicks += 2
    await what.selectOption({ label })
  }

  await click(page.getByRole('link', { name: 'Create working group' }))
  await page.getByLabel('Name of the group').fill('Exams Working Group')
  expect(await page.getByLabel(/^Short name(?! of)/).getAttribute('placeholder')).toBe('exams-working-group')
  await choose(page.getByRole('combobox', { name: /^Product/ }), 'Lectio')
  await page.getByLabel('Name of the list').fill('Exams-L')
  expect(await page.getByLabel('Address of the list').getAttribute('placeholder')).toBe('exams-l')
  await click(page.getByRole('button', { name: 'Create working group' }))
  await page.getByText('Working group created').waitFor()

  await click(page.getByRole('link', { name: 'Lists', exact: true }).first())
  if (new URL(page.url()).pathname === '/lists') await click(page.getByRole('link', { name: 'Exams-L' }))
  if (!new URL(page.url()).pathname.startsWith('/lists/exams-l')) await click(page.getByRole('link', { name: 'Exams-L' }).first())
  if (!new URL(page.url()).pathname.endsWith('/threads')) await click(page.getByRole('link', { name: 'Read archive' }))
  await click(page.getByRole('link', { name: 'Write to the list' }))
  await page.getByLabel('Subject').fill('Welcome')
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('The first post of our group.')
  await click(page.getByRole('button', { name: 'Send' }))
  await page.getByRole('heading', { name: 'Message on its way' }).waitFor()
  await page.close()

  await site.world.settle()
  const posts = await site.world.db
    .selectFrom('post')
    .innerJoin('list', 'list.id', 'post.listId')
    .select('list.name')
    .where('list.name', '=', 'exams-l')
    .execute()
  expect(posts).toHaveLength(1)
  // Twelve were asked for.
  expect(clicks).toBeLessThanOrEqual(9)
})
