import { beforeAll, expect, test } from 'vitest'
import { comparedFields } from '../../src/requests/similar-rules.ts'
import { makeFurnishedWorld } from '../access/furnished.ts'
import { access } from '../access/table.ts'
import { screenshot } from './browser.ts'
import { webOfWorld } from './web.ts'

const title = 'Keep the tags of a list at the rollover'
const text = 'Every term the tags are gone and somebody types them anew.'
const site = webOfWorld(
  async (world) => (await world.as(world.carla)).post('/requests', { kind: 'idea', title, text, visibility: 'subscribers' }),
  makeFurnishedWorld,
)

// Its words are typed again, as somebody would who does not know of it.
const known = async () => site.world.db.selectFrom('request').select('id').where('title', '=', title).executeTakeFirstOrThrow()

/** The pages on which something is written that may be there already, as they say themselves. */
const forms: (typeof access)[string][] = []
beforeAll(async () => {
  const carla = await site.world.as(site.world.carla)
  for (const [address, row] of Object.entries(access)) {
    if (!address.startsWith('GET ') || address.startsWith('GET /api/') || (row.expect.carla ?? row.expect.others) !== 200) continue
    await row.renew?.(site.world)
    const path = row.path(site.world)
    const answer = await carla.get(path)
    if (answer.headers.get('content-type')?.startsWith('text/html') && (await answer.text()).includes('data-hx-post="/requests/similar'))
      forms.push(row)
  }
})

test('similar requests appear in each field in which a need is said, on every page with such a form', async () => {
  const { id } = await known()
  const typed: string[] = []
  for (const row of forms) {
    await row.renew?.(site.world)
    const path = row.path(site.world)
    const page = await site.open(path, site.world.carla)
    const form = page.locator('form:has(.written)')
    for (const [name, words] of [...comparedFields.title.map((one) => [one, title]), ...comparedFields.text.map((one) => [one, text])]) {
      const field = form.locator(`.written [name="${name}"]`)
      if ((await field.count()) === 0) continue
      await page.goto(site.address(path))
      expect(await page.locator(`#similar a[href="/requests/${id}"]`).count(), `${path} ${name}`).toBe(0)
      // The other words of a form that is filled in would outweigh what is typed.
      for (const other of await form.locator('.written :is(input[type=text], textarea)').all())
        if (await other.isVisible()) await other.fill('')
      await field.pressSequentially(words ?? '')
      await page.locator(`#similar a[href="/requests/${id}"]`).waitFor()
      // How many there are is said; once will do.
      if (typed.length === 0) await page.locator('[data-of=similar]', { hasText: /^\d+ requests? found\.$/ }).waitFor({ state: 'attached' })
      await screenshot(page, `similar${path.replaceAll(/[^a-z]+/g, '-')}-${name}`)
      typed.push(`${path} ${name}`)
    }
    await page.close()
  }
  const pages = new Set(typed.map((one) => one.replaceAll(/\d+|\?.*/g, '').split(' ')[0]))
  for (const path of ['/requests/new', '/cases/new', '/stories/new', '/cycles//submit']) expect([...pages]).toContain(path)
  expect([...pages].some((path) => path?.startsWith('/meetings/'))).toBe(true)
})

test.each(['/requests/new', '/cases/new'])('without script a button at %s looks for them and keeps what was typed', async (path) => {
  const { id } = await known()
  const page = await site.open(path, site.world.carla, { javaScript: false })
  await page.locator('input[name=title]').fill(title)
  await page.getByRole('button', { name: 'Show similar requests' }).click()
  expect(await page.locator(`#similar a[href="/requests/${id}"]`).count()).toBe(1)
  expect(await page.locator('input[name=title]').inputValue()).toBe(title)
  await page.close()
})
