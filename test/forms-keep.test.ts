import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFurnishedWorld } from './access/furnished.ts'
import { things } from './access/things.ts'

// Forms that stand on a page beside others: what cannot be taken is shown there again, with what was typed.
let world: Awaited<ReturnType<typeof makeFurnishedWorld>>
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

const post = async (path: string, form: Record<string, string>) => {
  const answer = await (await world.as(world.carla)).post(path, form)
  return { status: answer.status, page: await answer.text() }
}

test('an answer to the vendor that is too long stays in its field', async () => {
  const path = `/submissions/${things.submission}/questions/${things.question}`
  const { status, page } = await post(path, { text: `Kept to the end. ${'x'.repeat(20_000)}` })
  expect(status).toBe(422)
  expect(page).toContain(`action="${path}"`)
  expect(page).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>\s*Kept to the end\. x/)
  expect(page).toContain('Write at most 20,000 characters.')
})

test('how a group works with requests is asked for again beside the field', async () => {
  const { status, page } = await post('/affirmations/rule', { mergeDays: '1000', referentConfirms: 'on' })
  expect(status).toBe(422)
  expect(page).toMatch(/<input[^>]*name="mergeDays"[^>]*aria-invalid="true"[^>]*value="1000"/)
})

test('a view of the board that has no name yet is asked for its name on the board as it was narrowed down', async () => {
  const { status, page } = await post('/requests/views', { name: '', query: '?kind=idea', shared: 'on' })
  expect(status).toBe(422)
  expect(page).toMatch(/<input[^>]*name="name"[^>]*aria-invalid="true"/)
  expect(page).toMatch(/<option[^>]*value="idea"[^>]*selected/)
  expect(page).toMatch(/<input[^>]*name="query"[^>]*value="\?kind=idea"/)
})

test('what was to be done with several requests keeps its reason', async () => {
  const { status, page } = await post('/requests/board', { act: 'stage', why: 'Not before the spring.', ids: '1' })
  expect(status).toBe(422)
  expect(page).toContain('value="Not before the spring."')
})
