import { expect, test } from 'vitest'
import { webOfWorld } from './web.ts'

const title = 'Keep the tags of a list at the rollover'
const text = 'Every term the tags are gone and somebody types them anew.'
const site = webOfWorld(async (world) =>
  (await world.as(world.carla)).post('/requests', { kind: 'idea', title, text, visibility: 'subscribers' }),
)

// Its words are typed again, as somebody would who does not know of it.
const known = async () => site.world.db.selectFrom('request').select('id').executeTakeFirstOrThrow()

test.each(['/requests/new', '/cases/new'])('similar requests appear while somebody types at %s', async (path) => {
  const { id } = await known()
  const page = await site.open(path, site.world.carla)
  expect(await page.locator(`#similar a[href="/requests/${id}"]`).count()).toBe(0)
  await page.locator('input[name=title]').pressSequentially(title)
  await page.locator(`#similar a[href="/requests/${id}"]`).waitFor()
  await page.close()
})

test.each(['/requests/new', '/cases/new'])('without script a button at %s looks for them and keeps what was typed', async (path) => {
  const { id } = await known()
  const answer = await (await site.world.as(site.world.carla)).post(path.replace('/new', ''), {
    kind: 'idea',
    title,
    visibility: 'subscribers',
    look: 'yes',
  })
  const html = await answer.text()
  expect(html).toContain(`href="/requests/${id}"`)
  expect(html).toContain(`value="${title}"`)
})
