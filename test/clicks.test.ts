import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInstitution, addWishes, openCycle, passTo, voterOf } from './ballots.ts'
import { Walk } from './clicks.ts'
import { employ } from './requests-world.ts'
import { makeVendorWorld, type VendorWorld } from './vendor-world.ts'
import { tenMinutesLater } from './week-world.ts'
import type { Person } from './world.ts'

let world: VendorWorld
beforeAll(async () => {
  world = await makeVendorWorld()
  await employ(world)
})
afterAll(() => world.end())

/** What each task may take from Today, which is open: clicks, screens and fields that are filled in. Fewer is better; more fails. */
const most = {
  'support a request': [3, 3, 0],
  'share a case': [4, 3, 2],
  'put forward': [3, 3, 1],
  vote: [2, 2, 2],
  'see why it lost': [4, 3, 0],
  'answer as the vendor': [4, 3, 1],
  'confirm a commitment': [1, 1, 0],
  'found a group, to its first post': [8, 8, 10],
} as const satisfies Record<string, readonly [clicks: number, screens: number, fields: number]>

const taken = new Map<keyof typeof most, Walk>()
const begin = async (task: keyof typeof most, person: Person) => {
  const walk = await new Walk(await world.as(person)).open('/today')
  taken.set(task, walk)
  return walk
}

test('eight tasks take few clicks and screens, by the links and forms that stand on the pages', async () => {
  const { susi, maria, carla, vera, ada } = world
  const [asked = 0] = await world.askFor({ title: 'Keep the tags of a list', visibility: 'public' })

  const support = await begin('support a request', susi)
  await support.follow(/^Requests$/)
  await support.follow(/Keep the tags/)
  await support.press(/support/i)
  expect(await world.db.selectFrom('supportVoice').select('requestId').execute()).toEqual([{ requestId: asked }])

  const share = await begin('share a case', susi)
  await share.follow(/^Requests$/)
  await share.follow(/^Share a user case$/)
  await share.press(/^Share user case$/, { title: 'Tags go each term', problem: 'Each term somebody types them anew.', consent: 'public' })
  expect(share.html).toContain('Tags go each term')

  // A cycle in which requests are put forward, and then voted on.
  const harbour = await addInstitution(world, 'Old Harbour Library', [susi, maria])
  const { cycleId, roundOne, roundTwo, at } = await openCycle(world, { shortlist: 2 })
  await addWishes(world, cycleId, ['Links in a new tab', 'Fewer clicks', 'A dark page'])
  const forward = await begin('put forward', susi)
  await forward.follow(/^Ballots$/)
  await forward.follow(/^Put a request forward/)
  await forward.press(/^Put request forward$/, { requestId: String(asked) })
  const wish = await world.db.selectFrom('wish').select('id').where('requestId', '=', asked).executeTakeFirstOrThrow()
  expect((await (await world.as(carla)).post(`/wishes/${wish.id}/decide`, { to: 'accept' })).status).toBe(303)
  await passTo(world, at(20))

  const numbers = await world.db.selectFrom('ballotOption').select(['number', 'requestId']).where('ballotId', '=', roundOne).execute()
  const own = numbers.find(({ requestId }) => requestId === asked)?.number
  const vote = await begin('vote', susi)
  await vote.follow(/^Cast vote$|^Vote of/)
  await vote.press(/^Send vote$/, { 'v-1': '20', 'v-2': '30' })
  expect(vote.html).toMatch(/Receipt: <code/)
  expect(await voterOf(world, roundOne, harbour)).toBeGreaterThan(0)
  await passTo(world, at(30))

  const lost = await begin('see why it lost', susi)
  await lost.follow(/^Ballots$/)
  await lost.follow(/^Cycle 2027, round one$/)
  await lost.follow(/^View result$/)
  await lost.follow(/^Why each option won or not$/)
  // One sentence says why, in figures.
  expect(lost.html).toMatch(new RegExp(`${own}\\. Keep the tags of a list[\\s\\S]{0,900}class="why">[^<]{10,}`))
  expect(roundTwo).toBeGreaterThan(roundOne)

  await world.handOver([asked])
  const answer = await begin('answer as the vendor', vera)
  await answer.follow(/^Answer requests?/)
  if (!/name="class"/.test(answer.html)) await answer.follow(/^Answer request: /)
  await answer.press(/^Publish answer$/, { class: 'in_discovery', reason: 'We look at it with three libraries.' })

  const promise = { group: 'lectio', requestId: String(asked), productId: '1', year: '2027', points: '5' }
  expect((await (await world.as(carla)).post('/commitments', promise)).status).toBe(303)
  await world.settle()
  const confirm = await begin('confirm a commitment', vera)
  await confirm.press(/^Confirm statement/)
  // What is decided on Today is done once it can no longer be undone.
  await tenMinutesLater(world)
  const last = await world.db
    .selectFrom('signingWord')
    .select(['act', 'side'])
    .where('commitmentId', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  expect(last).toEqual({ act: 'confirmed', side: 'vendor' })

  const found = await begin('found a group, to its first post', ada)
  await found.follow(/^Site$/)
  await found.follow(/^Groups and products$/)
  await found.follow(/^Create working group$/)
  await found.press(/^Create working group$/, {
    ...{ name: 'Exams Group', slug: 'exams', communityId: String(world.group.communityId) },
    ...{ productId: '', product: 'Examina', vendor: 'Quillon', listTitle: 'Exams-L', list: 'exams-l' },
  })
  await found.follow(/^Lists$/)
  if (!found.html.includes('/lists/exams-l/write')) await found.follow(/^Exams-L$/)
  await found.follow(/^Write to the list$/)
  await found.press(/^Send/, { subject: 'Welcome', text: 'The first post of our group.' })
  expect(found.html).toContain('Message on its way')

  const rows = [...taken].map(([task, { clicks, screens, fields }]) => ({ task, clicks, screens, fields }))
  const line = (cells: readonly (string | number)[]) =>
    `${String(cells[0]).padEnd(24)}${cells
      .slice(1)
      .map((cell) => String(cell).padStart(9))
      .join('')}\n`
  process.stdout.write(
    [
      line(['task', 'clicks', 'screens', 'fields']),
      ...rows.map(({ task, clicks, screens, fields }) => line([task, clicks, screens, fields])),
    ].join(''),
  )
  for (const { task, clicks, screens, fields } of rows) {
    const [mostClicks, mostScreens, mostFields] = most[task]
    expect({ task, clicks: clicks <= mostClicks, screens: screens <= mostScreens, fields: fields <= mostFields }).toEqual({
      ...{ task, clicks: true, screens: true, fields: true },
    })
  }
  expect(rows).toHaveLength(Object.keys(most).length)
})
